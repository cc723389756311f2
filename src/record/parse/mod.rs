//! Text of any supported format becomes records. One file per format.
//!
//! A format's file says what it recognizes, how a record of it is cut into fields, and where it names its space. What is common
//! to all stands here and in `envelope.rs`: pages of results, webhooks and lists are taken apart, one record each.

mod adf;
mod confluence;
mod csv;
mod cut;
mod decode;
mod envelope;
mod jira;
mod jsm;
mod jsonl;
mod label;
mod lines;
mod people;
mod shapes;
mod syntax;
mod table;
mod text;

pub use csv::Export;
pub use decode::decode;
pub(crate) use envelope::LISTS;

use super::document::{is_markdown, is_markup};
use super::{Container, Record, RecordType};
use crate::table::table;
use cut::{Glossary, Row};
use people::People;
use serde_json::{Map, Value as Json};

/// The row of an input format.
#[derive(Debug)]
pub struct InputFormatRow {
    /// The value of `--format`.
    pub id: &'static str,
}

table! {
    /// What the input is said to be.
    pub enum InputFormat: InputFormatRow {
        /// Look and decide; [`Parsed::format`] says what was recognized.
        Auto => InputFormatRow { id: "auto" },
        /// Jira REST API v2 or v3: an issue or a search page.
        Jira => InputFormatRow { id: "jira" },
        /// A Confluence page as the REST API returns it, or a storage-format body.
        Confluence => InputFormatRow { id: "confluence" },
        /// A Jira Service Management request.
        Jsm => InputFormatRow { id: "jsm" },
        /// A document in the Atlassian Document Format.
        Adf => InputFormatRow { id: "adf" },
        /// A record of a platform app, or what a Teamwork Graph connector brings in.
        Platform => InputFormatRow { id: "platform" },
        /// Jira's own CSV export.
        Csv => InputFormatRow { id: "csv" },
        /// JSON Lines: on each line an input of any of the JSON formats.
        Jsonl => InputFormatRow { id: "jsonl" },
        /// Markdown.
        Markdown => InputFormatRow { id: "markdown" },
        /// Plain text.
        Text => InputFormatRow { id: "text" },
    }
}

/// Records, and what was noticed on the way.
#[derive(Clone, PartialEq, Debug)]
pub struct Parsed {
    /// At least one.
    pub records: Vec<Record>,
    /// What the input was taken for; never [`InputFormat::Auto`].
    pub format: InputFormat,
    /// Faults that did not stop the reading.
    pub warnings: Vec<Warning>,
}

/// A fault that did not stop the reading. Carries codes and places, never text of the record.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
pub struct Warning {
    /// A stable kebab-case code that each locale words.
    pub code: String,
    /// JSON pointer of the place, where there is one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub path: Option<String>,
    /// Where the input is lines or rows: the first lines that it speaks of, from 1. A path is then one within each of them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub lines: Vec<usize>,
    /// How many lines it speaks of.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub count: Option<usize>,
}

impl Warning {
    /// A warning about a place, or about the whole.
    pub(super) fn new(code: &str, path: Option<String>) -> Self {
        Self { code: code.to_owned(), path, lines: Vec::new(), count: None }
    }
}

/// Why an input could not be read. Says what and where, never what stood there.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Error {
    /// There is nothing but white space.
    Empty,
    /// The bytes are no text: neither UTF-8 nor UTF-16 with a byte order mark; `offset` is the first byte that does not fit.
    NotText {
        /// Byte offset of the fault.
        offset: usize,
    },
    /// It starts like JSON and is not.
    Malformed {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What is wrong.
        fault: Fault,
    },
    /// It is JSON, but no record of the format that was asked for or of any known one.
    NoRecord {
        /// JSON pointer of the value that was expected to be a record.
        pointer: String,
        /// What was expected there, as a stable kebab-case code.
        expected: &'static str,
    },
}

/// What is wrong with malformed JSON.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It ends in the middle.
    Truncated,
    /// It is nested more than 128 deep.
    TooDeep,
    /// A character that JSON does not allow there.
    Syntax,
    /// A row of a table has another number of cells than its header.
    Columns,
}

impl Error {
    /// The stable kebab-case code that each locale words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotText { .. } => "not-text",
            Self::Malformed { .. } => "malformed",
            Self::NoRecord { .. } => "no-record",
        }
    }
}

impl Fault {
    /// The stable kebab-case code that each locale words.
    pub fn code(self) -> &'static str {
        match self {
            Self::Truncated => "truncated",
            Self::TooDeep => "too-deep",
            Self::Syntax => "syntax",
            Self::Columns => "columns",
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("the input is empty"),
            Self::NotText { offset } => write!(f, "the input is not text: byte {offset} fits neither UTF-8 nor UTF-16"),
            Self::Malformed { line, column, fault: Fault::Truncated } => {
                write!(f, "the input ends early: line {line}, column {column}")
            }
            Self::Malformed { line, column, fault: Fault::TooDeep } => {
                write!(f, "the JSON is nested too deep, at most 128 levels are read: line {line}, column {column}")
            }
            Self::Malformed { line, column, fault: Fault::Syntax } => {
                write!(f, "the JSON is malformed: line {line}, column {column}")
            }
            Self::Malformed { line, fault: Fault::Columns, .. } => {
                write!(f, "a row has another number of cells than the header: line {line}")
            }
            Self::NoRecord { pointer, expected } => write!(f, "there is no record at \"{pointer}\", expected: {expected}"),
        }
    }
}

impl std::error::Error for Error {}

/// The formats of JSON, in the order in which they are tried.
const FORMATS: &[InputFormat] =
    &[InputFormat::Jira, InputFormat::Jsm, InputFormat::Confluence, InputFormat::Adf, InputFormat::Platform];

/// Reads records from text.
///
/// Jira: an issue, a search page, a list, a webhook, comments; its CSV export. Confluence: a page, a list, search results, a webhook,
/// a storage-format body. JSM: a request, a list, comments. Other types of these products, and those of the platform apps and
/// connectors, by the rows of `shapes.rs`. ADF: a document or nodes of one. JSON Lines of any of these; Markdown; plain text. What a
/// page of results or a webhook holds besides its records is not part of any record; a warning names it, and the people in it are
/// searched for.
///
/// # Errors
/// See [`Error`]: the input is empty, malformed, or holds no record. Where it is lines or rows, only if none of them can be read.
pub fn parse(input: &str, format: InputFormat) -> Result<Parsed, Error> {
    let input = input.strip_prefix('\u{feff}').unwrap_or(input);
    if input.trim().is_empty() {
        return Err(Error::Empty);
    }
    let mut parsed = match format {
        InputFormat::Auto => recognize(input),
        InputFormat::Confluence => match syntax::json_if_meant(input) {
            Some(value) => records(value?, &[format]),
            None => Ok(alone(text::storage(input), format)),
        },
        InputFormat::Jira | InputFormat::Jsm | InputFormat::Adf | InputFormat::Platform => {
            records(syntax::json(input)?, &[format])
        }
        InputFormat::Csv => csv::parse(input),
        InputFormat::Jsonl => jsonl::parse(input),
        InputFormat::Markdown => Ok(alone(text::markdown(input), format)),
        InputFormat::Text => Ok(alone(text::plain(input), format)),
    }?;
    for (index, record) in parsed.records.iter_mut().enumerate().filter(|(_, record)| record.id.is_empty()) {
        record.id = format!("record-{}", index + 1);
    }
    Ok(parsed)
}

/// Reads the records of one JSON value that stands on a line of its own, of any of the JSON formats.
///
/// # Errors
/// See [`Error`]: it is not JSON, or holds no record.
pub fn parse_line(line: &str) -> Result<Parsed, Error> {
    records(syntax::json(line)?, FORMATS)
}

/// Looks and decides. Text that fits nothing else is plain text.
fn recognize(input: &str) -> Result<Parsed, Error> {
    match syntax::json_if_meant(input) {
        Some(Err(_)) if jsonl::is_lines(input) => jsonl::parse(input),
        Some(value) => records(value?, FORMATS),
        None if is_markup(input) => Ok(alone(text::storage(input), InputFormat::Confluence)),
        None if csv::is_export(input) => csv::parse(input),
        None if is_markdown(input) => Ok(alone(text::markdown(input), InputFormat::Markdown)),
        None => Ok(alone(text::plain(input), InputFormat::Text)),
    }
}

fn alone(record: Record, format: InputFormat) -> Parsed {
    Parsed { records: vec![record], format, warnings: Vec::new() }
}

/// Reads the records of the first of the formats that recognizes any.
fn records(mut root: Json, formats: &[InputFormat]) -> Result<Parsed, Error> {
    let found = formats.iter().find_map(|&format| Some((format, envelope::find(&root, format)?)));
    let found = found.or_else(|| (formats.len() > 1).then(|| envelope::find_wrapped(&root))?);
    let Some((format, found)) = found else {
        let expected = if let [format] = formats { expected(*format) } else { "record" };
        return Err(Error::NoRecord { pointer: envelope::first(&root), expected });
    };
    let mut warnings: Vec<_> = found.warnings;
    let page = Page {
        names: root.get("names").and_then(Json::as_object).cloned(),
        schema: root.get("schema").and_then(Json::as_object).cloned(),
        outside: found.outside.into_iter().filter_map(|key| root.get(&key).cloned().map(|value| (key, value))).collect(),
    };
    let mut records: Vec<Record> = Vec::with_capacity(found.items.len());
    let is_event = envelope::is_event(&root);
    for item in found.items {
        let value = root.pointer_mut(&item.pointer).map(Json::take).unwrap_or_default();
        let first_warning = warnings.len();
        let record = record(value, item.record_type, &page, &mut warnings);
        for warning in &mut warnings[first_warning..] {
            warning.path = warning.path.take().map(|path| format!("{}{path}", item.pointer));
        }
        records.push(record);
    }
    if is_event {
        // A comment is in the space of the work item or page that it arrives with.
        let container = records.iter().find_map(|record| record.container.clone());
        records.iter_mut().for_each(|record| record.container = record.container.take().or_else(|| container.clone()));
    }
    Ok(Parsed { records, format, warnings })
}

/// What a page of results says about all of its records.
struct Page {
    names: Option<Map<String, Json>>,
    schema: Option<Map<String, Json>>,
    /// What stands beside the records, with its keys.
    outside: Map<String, Json>,
}

fn record(value: Json, record_type: RecordType, page: &Page, warnings: &mut Vec<Warning>) -> Record {
    let Some((rows, id, container)) = shape(&value, record_type) else { return text::document(value) };
    let own = |name: &str| value.get(name).and_then(Json::as_object);
    let glossary = Glossary { names: own("names").or(page.names.as_ref()), schema: own("schema").or(page.schema.as_ref()) };
    let fields = cut::cut(&value, rows, glossary, warnings);
    warnings.extend(jira::incomplete_lists(&value));
    let mut people = People::default();
    let is_comment = matches!(record_type, RecordType::JiraComment | RecordType::JsmComment | RecordType::ConfluenceComment);
    people.collect(&value, &mut if is_comment { vec!["comment"] } else { Vec::new() });
    people.collect_named(&value, shapes::of(record_type).map_or(&[], |shape| shape.people));
    people.collect_mentions(&fields);
    people.collect_organizations(&fields);
    people.collect_outside(&page.outside);
    let id = id.as_ref().and_then(name_of).unwrap_or_default();
    Record { id, record_type, container, fields, people: people.into_vec(), value }
}

type Shape = (&'static [Row], Option<Json>, Option<Container>);

/// How records of a type are cut, and what this one says of its id and its space. None for those that are one field.
fn shape(value: &Json, record_type: RecordType) -> Option<Shape> {
    let id = |names: &[&str]| names.iter().find_map(|name| value.get(name)).cloned();
    match record_type {
        RecordType::JiraIssue | RecordType::JsmIssue => Some((jira::ISSUE, id(&["key", "id"]), jira::container(value))),
        RecordType::JiraComment => Some((jira::COMMENT, id(&["id"]), None)),
        RecordType::JsmRequest => Some((jsm::REQUEST, id(&["issueKey"]), jsm::container(value))),
        RecordType::JsmComment => Some((jsm::COMMENT, id(&["id"]), None)),
        RecordType::ConfluencePage | RecordType::ConfluenceBlogPost | RecordType::ConfluenceComment => {
            Some((confluence::PAGE, confluence::id(value).cloned(), confluence::container(value)))
        }
        RecordType::AdfDocument | RecordType::StorageDocument | RecordType::Text => None,
        RecordType::JiraWorklog
        | RecordType::JiraSprint
        | RecordType::JiraField
        | RecordType::JiraStatus
        | RecordType::JiraWorkflow
        | RecordType::JiraChange
        | RecordType::JiraSpace
        | RecordType::ConfluenceSpace
        | RecordType::JsmSla
        | RecordType::JsmOrganization
        | RecordType::JsmArticle
        | RecordType::RovoSearch
        | RecordType::RovoChatTurn
        | RecordType::RovoAgent
        | RecordType::HomeActivity
        | RecordType::TeamProfile
        | RecordType::ProjectUpdate
        | RecordType::AssetsObject
        | RecordType::AssetsSchema
        | RecordType::Goal
        | RecordType::GoalUpdate
        | RecordType::AnalyticsChart
        | RecordType::AnalyticsQuery
        | RecordType::AdminConfiguration
        | RecordType::SlackMessage
        | RecordType::GoogleDoc
        | RecordType::GithubPullRequest
        | RecordType::SalesforceAccount => shapes::of(record_type).map(|shape| {
            let (id, key) = (value.pointer(shape.id).cloned(), value.pointer(shape.container).and_then(Json::as_str));
            (shape.rows, id, key.map(|key| Container { key: key.to_owned(), name: None }))
        }),
    }
}

/// A string or number as a name.
fn name_of(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Null | Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
    }
}

fn expected(format: InputFormat) -> &'static str {
    match format {
        InputFormat::Auto | InputFormat::Jsonl | InputFormat::Markdown | InputFormat::Text => "record",
        InputFormat::Csv => "jira-issue",
        InputFormat::Jira => "jira-issue",
        InputFormat::Confluence => "confluence-page",
        InputFormat::Jsm => "jsm-request",
        InputFormat::Adf => "adf-document",
        InputFormat::Platform => "platform-record",
    }
}
