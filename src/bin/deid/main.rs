//! The engine behind stdin and stdout: `detect`, `preview`, `batch`, `merge`, `sketch`, `receipt`, `ask` and `catalog`.
//!
//! Exit codes: 0 done, 2 wrong use, 65 input not understood, 74 output could not be written. Messages say what and where, never
//! what stood there.

mod batch;

use data_contribution::catalog::catalog;
use data_contribution::detect::ExpectedMisses;
use data_contribution::engine::{DetectRequest, Engine, Offsets, PreviewRequest, QuestionKind, Refusal, TextFinding};
use data_contribution::policy::Instant;
use data_contribution::record::parse;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, BufWriter, Read, Write, stdin, stdout};
use std::process::ExitCode;
use std::str::FromStr;

/// Records are read and dropped by the million, each as hundreds of small pieces.
#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "\
deid detect  [--offsets code-point|utf-16|byte] [--policy FILE] [--candidates] [--misses] [--names FILE] < in.jsonl > out.jsonl
    in: {\"id\", \"text\", \"people\"?: [names]} on each line; out: {\"id\", \"spans\": [{start, end, entity, class, score, recognizer}]}
    with --misses also what is probably left in the text; --names is another lexicon and tagger than the built-in one
    with --candidates also \"candidates\": what scored too little to count, each with its \"evidence\"
deid preview [--settings FILE] [--organization FILE | --plan PLAN] [--policy FILE] [--now INSTANT] [--key HEX | --seed TEXT]
             [--format auto|jira|confluence|jsm|adf|platform|csv|jsonl|markdown|text] < record > preview.json
deid receipt [the same options] < record > receipt.json
deid ask diff|receipt|why-not|try|canary|compare < request.json > answer.json
    in: what the worker is asked, a JSON object; `\"samples\": true` looks at every sample
deid batch   [the options of preview] [--quasi FIELD,FIELD…] [--sensitive FIELD] [--group FIELD] [--value FIELD]
             [--unit person|space|organization] [the options of merge] [--partial] < records > aggregate.json
    records: JSON Lines, one JSON document with a list, or Jira's CSV; also as gzip; with --partial a state for merge instead
deid merge   [--k N] [--l N] [--t N] [--suppression PERCENT] [--epsilon E] [--delta D] [--mechanism laplace|gaussian] [--groups N]
             [--records N] [--lowest N] [--highest N] [--noise-seed TEXT] [--partial] STATE… > aggregate.json
             [--reference FILE]
    with --epsilon noise is drawn, once, from the system's randomness or from a seed that must stay secret
    --reference says what is common elsewhere: what `deid sketch` wrote
deid sketch  [--k N] STATE|SKETCH… > reference.json
    how many contributors used a word, two words in a row, or a short value; each state is one contributor. With --k what fewer
    used is taken out, and the sketch merges with no other
deid catalog > catalog.json
";

/// Why the command ends without having done its work.
enum Failure {
    Usage(String),
    Input(String),
    Output(std::io::Error),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::UnknownSample | Refusal::MalformedKey => Self::Usage(refusal.to_string()),
            Refusal::Record(_) | Refusal::Document { .. } => Self::Input(refusal.to_string()),
        }
    }
}

fn main() -> ExitCode {
    let (code, message) = match run() {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Usage(message)) => (2, format!("{message}\n\n{USAGE}")),
        Err(Failure::Input(message)) => (65, format!("{message}\n")),
        Err(Failure::Output(error)) => (74, format!("the output could not be written: {}\n", error.kind())),
    };
    // Where even this cannot be written, the exit code still says it.
    let _ = write!(std::io::stderr(), "deid: {message}");
    ExitCode::from(code)
}

/// The lexicon and the tagger for names, the same that the page fetches.
const NAMES: &[u8] = include_bytes!("../../../www/names.bin");

fn engine() -> Engine {
    let engine = Engine::default();
    // A file that is built in and cannot be read would fail every test; nothing is lost but names.
    let _ = engine.learn(NAMES);
    engine
}

fn run() -> Result<(), Failure> {
    let mut arguments = std::env::args_os().skip(1).map(|argument| argument.into_string().ok());
    let command = arguments.next().flatten().unwrap_or_default();
    let known: Vec<&str> = match command.as_str() {
        "detect" => vec!["offsets", "policy", "candidates", "misses", "names"],
        "preview" | "receipt" => REQUEST.to_vec(),
        "batch" => [REQUEST, batch::COMPARED, batch::AFTERWARDS].concat(),
        "merge" => batch::AFTERWARDS.to_vec(),
        "sketch" => vec!["k"],
        "ask" | "catalog" => Vec::new(),
        "--help" | "-h" | "help" => return write_out(USAGE),
        _ => {
            return Err(Failure::Usage(
                "the first word must be detect, preview, batch, merge, sketch, receipt, ask or catalog".to_owned(),
            ));
        }
    };
    let kind = match command.as_str() {
        "ask" => arguments.next().flatten().and_then(|kind| QuestionKind::from_str(&kind).ok()),
        _ => None,
    };
    let options = Options::read(arguments, &known, ["merge", "sketch"].contains(&command.as_str()))?;
    match command.as_str() {
        "batch" => batch::batch(&options),
        "merge" => batch::merge(&options),
        "sketch" => batch::sketch(&options),
        "detect" => detect(&options),
        "preview" => write_out(&engine().preview_json(&with_input(&options)?)?),
        "receipt" => receipt(&options),
        "ask" => ask(kind),
        _ => write_out(&format!("{:#}\n", catalog())),
    }
}

/// What a preview can be asked under.
const REQUEST: &[&str] = &["settings", "organization", "policy", "plan", "now", "key", "seed", "format"];

/// Options that have no value: they are given or not.
const FLAGS: &[&str] = &["candidates", "misses", "partial"];

/// The options as they were given: `--name value` or `--name=value`, each at most once; and the files, where the command takes any.
struct Options(BTreeMap<String, String>, Vec<String>);

impl Options {
    fn read(mut arguments: impl Iterator<Item = Option<String>>, known: &[&str], takes_files: bool) -> Result<Self, Failure> {
        let wrong = |what: &str| Failure::Usage(what.to_owned());
        let (mut options, mut files) = (BTreeMap::new(), Vec::new());
        while let Some(argument) = arguments.next() {
            let argument = argument.ok_or_else(|| wrong("the options must be Unicode text"))?;
            if takes_files && !argument.starts_with("--") {
                files.push(argument);
                continue;
            }
            let option = argument.strip_prefix("--").ok_or_else(|| wrong("options begin with --; files are read from stdin"))?;
            let (name, value) = match option.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None if FLAGS.contains(&option) => (option.to_owned(), Some(String::new())),
                None => (option.to_owned(), arguments.next().flatten()),
            };
            if !known.contains(&name.as_str()) {
                return Err(wrong("an option is not one of this command"));
            }
            let value = value.ok_or_else(|| wrong(&format!("--{name} must have a value")))?;
            if FLAGS.contains(&name.as_str()) && !value.is_empty() {
                return Err(wrong(&format!("--{name} must have no value")));
            }
            if options.insert(name.clone(), value).is_some() {
                return Err(wrong(&format!("--{name} is given twice, must be given once")));
            }
        }
        Ok(Self(options, files))
    }

    fn text(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }

    fn parsed<T: FromStr>(&self, name: &str) -> Result<Option<T>, Failure> {
        let parse = |value: &String| value.parse().map_err(|_| Failure::Usage(format!("--{name} is not one of its values")));
        self.0.get(name).map(parse).transpose()
    }

    /// The text of the file that an option names.
    fn file(&self, name: &str) -> Result<Option<String>, Failure> {
        let Some(path) = self.0.get(name) else { return Ok(None) };
        let bytes = std::fs::read(path)
            .map_err(|error| Failure::Usage(format!("the file of --{name} cannot be read: {}", error.kind())))?;
        decode(&bytes).map(Some)
    }

    fn at_most_one(&self, names: [&str; 2]) -> Result<(), Failure> {
        match names.iter().all(|&name| self.0.contains_key(name)) {
            true => Err(Failure::Usage(format!("of --{} and --{} only one can hold", names[0], names[1]))),
            false => Ok(()),
        }
    }
}

/// The answer to a question, as the worker gives it.
fn ask(kind: Option<QuestionKind>) -> Result<(), Failure> {
    let ids = || QuestionKind::ALL.iter().map(|kind| kind.id()).collect::<Vec<_>>().join(", ");
    let kind = kind.ok_or_else(|| Failure::Usage(format!("the word behind ask must be one of {}", ids())))?;
    write_out(&engine().ask(kind, &input()?)?)
}

/// The receipt of a record, and nothing around it.
fn receipt(options: &Options) -> Result<(), Failure> {
    let answer = engine().ask(QuestionKind::Receipt, &serde_json::json!(with_input(options)?).to_string())?;
    let receipt = serde_json::from_str::<serde_json::Value>(&answer).unwrap_or_default();
    write_out(&format!("{:#}\n", receipt["receipt"]))
}

/// What the options and the input ask for.
fn with_input(options: &Options) -> Result<PreviewRequest, Failure> {
    Ok(PreviewRequest { input: Some(input()?), ..request(options)? })
}

/// What the options ask for.
fn request(options: &Options) -> Result<PreviewRequest, Failure> {
    options.at_most_one(["organization", "plan"])?;
    options.at_most_one(["key", "seed"])?;
    let now = match options.text("now") {
        Some(text) => {
            Instant::parse(&text).ok_or_else(|| Failure::Usage("--now must be a date or an RFC 3339 date-time".to_owned()))?
        }
        None => clock(),
    };
    Ok(PreviewRequest {
        settings: options.file("settings")?,
        organization: options.file("organization")?,
        policy: options.file("policy")?,
        plan: options.parsed("plan")?,
        format: options.parsed("format")?,
        key: options.text("key"),
        seed: options.text("seed"),
        now: Some(now),
        ..PreviewRequest::default()
    })
}

/// The only clock of the command.
fn clock() -> Instant {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).ok().and_then(Instant::from_unix_milliseconds).unwrap_or(Instant::IN_EFFECT)
}

fn input() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    stdin().lock().read_to_end(&mut bytes).map_err(unreadable)?;
    decode(&bytes)
}

fn decode(bytes: &[u8]) -> Result<String, Failure> {
    parse::decode(bytes).map(Cow::into_owned).map_err(|error| Refusal::Record(error).into())
}

fn unreadable(error: std::io::Error) -> Failure {
    Failure::Input(format!("the input cannot be read: {}", error.kind()))
}

/// One line of `detect`'s input. Other members are welcome and ignored.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    people: Vec<String>,
}

/// One line of its output.
#[derive(Serialize)]
struct Found {
    id: serde_json::Value,
    spans: Vec<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    candidates: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    misses: Option<ExpectedMisses>,
}

/// What every line is asked.
struct Asked {
    engine: Engine,
    offsets: Offsets,
    request: DetectRequest,
}

/// Line by line, so that memory does not grow with the input.
fn detect(options: &Options) -> Result<(), Failure> {
    let offsets = match options.text("offsets").as_deref() {
        None | Some("code-point") => Offsets::CodePoint,
        Some("utf-16") => Offsets::Utf16,
        Some("byte") => Offsets::Byte,
        Some(_) => return Err(Failure::Usage("--offsets must be code-point, utf-16 or byte".to_owned())),
    };
    let (policy, candidates) = (options.file("policy")?, options.0.contains_key("candidates"));
    let misses = options.0.contains_key("misses");
    let request = DetectRequest { policy, candidates, misses, ..DetectRequest::default() };
    let mut asked = Asked { engine: engine(), offsets, request };
    if let Some(path) = options.0.get("names") {
        let file = std::fs::read(path)
            .map_err(|error| Failure::Usage(format!("the file of --names cannot be read: {}", error.kind())))?;
        asked.engine.learn(&file).map_err(|error| Failure::Usage(format!("--names: {error}")))?;
    }
    // A policy that cannot be used is said before any line is read.
    asked.engine.detect(&asked.request, offsets)?;
    let mut input = BufReader::with_capacity(1 << 16, stdin().lock());
    let mut output = BufWriter::with_capacity(1 << 16, stdout().lock());
    let mut bytes = Vec::new();
    for number in 1_u64.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(unreadable)? == 0 {
            break;
        }
        let result = answer(&mut asked, &bytes).map_err(|fault| Failure::Input(format!("line {number}, {fault}")));
        match result {
            Ok(Some(found)) => writeln!(output, "{found}").map_err(Failure::Output)?,
            Ok(None) => (),
            Err(failure) => {
                // What was understood so far is whole lines: it is kept.
                output.flush().map_err(Failure::Output)?;
                return Err(failure);
            }
        }
    }
    output.flush().map_err(Failure::Output)
}

/// The answer to one line; none to an empty one. Serde's own words are not passed on: they may quote the text.
fn answer(asked: &mut Asked, bytes: &[u8]) -> Result<Option<String>, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_end();
    if bytes.is_empty() {
        return Ok(None);
    }
    let line: Line = serde_json::from_slice(bytes).map_err(|error| {
        let demand = match error.classify() {
            serde_json::error::Category::Data => {
                r#"must be an object with "id", "text" (a string) and "people" (strings), if any"#
            }
            serde_json::error::Category::Syntax => "must be JSON in UTF-8",
            serde_json::error::Category::Eof | serde_json::error::Category::Io => {
                "ends in the middle, must be a whole JSON object"
            }
        };
        format!("column {}: {demand}", error.column())
    })?;
    (asked.request.text, asked.request.people) = (line.text, line.people);
    let found = asked.engine.detect(&asked.request, asked.offsets).map_err(|refusal| refusal.to_string())?;
    let short = |finding: &TextFinding| {
        serde_json::json!({
            "start": finding.start, "end": finding.end, "entity": finding.entity, "class": finding.class,
            "score": finding.score, "recognizer": finding.recognizer,
        })
    };
    let explained = |finding: &TextFinding| {
        let mut json = short(finding);
        json["evidence"] = serde_json::json!(finding.evidence);
        json
    };
    let spans = found.findings.iter().map(short).collect();
    let candidates = found.candidates.map(|candidates| candidates.iter().map(explained).collect());
    Ok(Some(serde_json::json!(Found { id: line.id, spans, candidates, misses: found.misses }).to_string()))
}

/// All or nothing, as far as a pipe allows.
fn write_out(text: &str) -> Result<(), Failure> {
    let mut output = stdout().lock();
    output.write_all(text.as_bytes()).and_then(|()| output.flush()).map_err(Failure::Output)
}
