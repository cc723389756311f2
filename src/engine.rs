//! Floor 6. The engine as its users call it: one request, one answer. The worker and the command `deid` are thin doors around it.
//!
//! [`Engine::preview`] and [`Engine::detect`] are what everything else stands on; [`Engine::ask`] answers what an admin asks about a
//! preview, one kind of question per file.

mod ask;
mod attempt;
mod canary;
mod compare;
mod diff;
mod guess;
mod receipt;
mod store;
mod why_not;

pub use ask::QuestionKind;
pub(crate) use diff::general;

use crate::batch::{Batch, Options};
use crate::detect::{Class, Disjoint, Entity, Evidence, ExpectedMisses, Hints, Names, NotNames, Patterns, People, Score};
use crate::policy::{Case, Error as PolicyError, Instant, Organization, Plan, Policy, Settings};
use crate::preview::{Preview, Reading, preview};
use crate::record::parse::{Error as RecordError, InputFormat};
use crate::record::{Person, Utf16};
use crate::transform::PseudonymKey;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::{Kept, Store};

/// Asks for a preview. Documents arrive as JSON text, so that their errors can say where.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct PreviewRequest {
    /// The record's text; or none, where `sample` names one.
    pub input: Option<String>,
    /// The id of a sample record. Native code knows their texts; the page puts the text in its place.
    pub sample: Option<String>,
    /// What the input is; absent to look and decide.
    pub format: Option<InputFormat>,
    /// The organization as JSON; absent for one that has nothing but `plan`.
    pub organization: Option<String>,
    /// The plan of an organization that is not given; Standard if absent.
    pub plan: Option<Plan>,
    /// The settings as JSON; absent for the organization's defaults.
    pub settings: Option<String>,
    /// The policy as JSON; absent for ours.
    pub policy: Option<String>,
    /// The instant to decide for.
    pub now: Option<Instant>,
    /// The pseudonym key as 64 hexadecimal digits.
    pub key: Option<String>,
    /// A seed to make the key of, where no key is given.
    pub seed: Option<String>,
}

/// Asks for what stands in a text.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DetectRequest {
    /// The text.
    pub text: String,
    /// Names of people who are known to be in the record that it comes from.
    pub people: Vec<String>,
    /// The least score that counts; absent for the policy's.
    pub threshold: Option<u8>,
    /// The policy as JSON; absent for ours.
    pub policy: Option<String>,
    /// Whether to tell, too, what scored too little to count.
    pub candidates: bool,
    /// Whether to tell, too, what is probably left in the text.
    pub misses: bool,
}

/// What stands in a text.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TextDetection {
    /// What was found, in order, disjoint.
    pub findings: Vec<TextFinding>,
    /// Where it was asked for: what scored too little to count, in order, disjoint, beside every finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidates: Option<Vec<TextFinding>>,
    /// Where it was asked for, and the names file is there: what is probably left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub misses: Option<ExpectedMisses>,
}

/// A finding in a text, offsets in UTF-16 code units.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TextFinding {
    /// First code unit.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it is.
    pub entity: Entity,
    /// Its coarse class.
    pub class: Class,
    /// How certain, 0 to 100.
    pub score: Score,
    /// Which recognizer found it.
    pub recognizer: String,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// How offsets into a text are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offsets {
    /// Unicode code points.
    CodePoint,
    /// UTF-16 code units, as in JavaScript.
    Utf16,
    /// Bytes of UTF-8.
    Byte,
}

/// Why a request got no answer. Says what and where, never what stood there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The record could not be read.
    Record(RecordError),
    /// One of the host's documents could not be used.
    Document {
        /// Which: `organization`, `settings`, `policy`.
        which: &'static str,
        /// What is wrong with it.
        error: PolicyError,
    },
    /// No sample has this id.
    UnknownSample,
    /// The key is not 64 hexadecimal digits.
    MalformedKey,
}

impl Refusal {
    /// As users of the engine get it: a stable code, and what belongs to it. The same for the page, the module and the command.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Record(error) => record_error(error),
            Self::Document { which, error } => {
                let mut json = json!({"code": "document", "which": which, "place": error.place, "demand": error.demand});
                if let Some(offset) = error.offset {
                    json["offset"] = json!(offset);
                }
                json
            }
            Self::UnknownSample => json!({"code": "unknown-sample"}),
            Self::MalformedKey => json!({"code": "malformed-key"}),
        }
    }
}

fn record_error(error: &RecordError) -> Json {
    let code = error.code();
    match error {
        RecordError::Empty => json!({"code": code}),
        RecordError::NotText { offset } => json!({"code": code, "offset": offset}),
        RecordError::Malformed { line, column, fault } => {
            json!({"code": code, "line": line, "column": column, "fault": fault.code()})
        }
        RecordError::NoRecord { pointer, expected } => json!({"code": code, "pointer": pointer, "expected": expected}),
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Record(error) => write!(f, "{error}"),
            Self::Document { which, error } => write!(f, "{which}: {error}"),
            Self::UnknownSample => f.write_str("no sample has this id"),
            Self::MalformedKey => f.write_str("the key must be 64 hexadecimal digits"),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<RecordError> for Refusal {
    fn from(error: RecordError) -> Self {
        Self::Record(error)
    }
}

/// The engine: the compiled recognizers, what was compiled for the policies that it met last, and what it read last.
#[derive(Debug, Default)]
pub struct Engine {
    patterns: Patterns,
    store: Mutex<Store>,
}

impl Engine {
    /// Takes a names file: from now on names are found by a lexicon and a tagger, too.
    ///
    /// # Errors
    /// [`NotNames`]: the file cannot be used; everything stays as it was.
    pub fn learn(&self, file: &[u8]) -> Result<(), NotNames> {
        let names = Arc::new(Names::parse(file)?);
        self.store().learn(names);
        Ok(())
    }

    /// What would become of a record.
    ///
    /// # Errors
    /// [`Refusal`]: the record or one of the documents could not be read.
    pub fn preview(&self, request: &PreviewRequest) -> Result<Preview, Refusal> {
        let kept = self.under(request.policy.as_deref())?;
        let case = case(request, Policy::clone(&kept.policy))?;
        let key = key(request)?;
        let input = match (&request.input, &request.sample) {
            (Some(input), _) => input,
            (None, Some(sample)) => sample_text(sample).ok_or(Refusal::UnknownSample)?,
            (None, None) => "",
        };
        let reading = self.reading(&kept, input, request.format.unwrap_or(InputFormat::Auto))?;
        Ok(preview(&reading, (&case, kept.digest), &key))
    }

    /// The same as JSON on one line: the very bytes that every user of the engine gets, in the browser and outside.
    ///
    /// # Errors
    /// As for [`Engine::preview`].
    pub fn preview_json(&self, request: &PreviewRequest) -> Result<String, Refusal> {
        // A preview is made of strings, numbers and string keys alone: there is nothing in it that JSON could not hold.
        Ok(json!(self.preview(request)?).to_string() + "\n")
    }

    /// A batch under the documents and the format of a request; its input is fed to the batch instead.
    ///
    /// # Errors
    /// [`Refusal`]: one of the documents could not be read.
    pub fn batch(&self, request: &PreviewRequest, options: Options) -> Result<Batch, Refusal> {
        let Kept { policy, digest, detector, .. } = self.under(request.policy.as_deref())?;
        let case = case(request, Policy::clone(&policy))?;
        let format = request.format.unwrap_or(InputFormat::Auto);
        Ok(Batch::new((detector, case, &digest), key(request)?, format, options))
    }

    /// What stands in a text.
    ///
    /// # Errors
    /// [`Refusal`]: the policy could not be read.
    pub fn detect(&self, request: &DetectRequest, offsets: Offsets) -> Result<TextDetection, Refusal> {
        let kept = self.under(request.policy.as_deref())?;
        let named = |name: &String| Person { name: Some(name.clone()), roles: vec!["given".to_owned()], ..Person::default() };
        let names = kept.detector.names();
        let people = People::with_names(request.people.iter().map(named).collect(), names);
        let threshold = request.threshold.map_or(kept.policy.threshold, |score| Score::new(score.into()));
        let found = kept.detector.detect(&request.text, Hints { people: &people, known: &[] }, threshold);
        let candidates = request.candidates.then(|| listed(&request.text, &found.candidates(), offsets));
        let misses = names.filter(|_| request.misses).map(|names| names.expected_misses(&request.text, &found.findings));
        Ok(TextDetection { findings: listed(&request.text, &found.findings, offsets), candidates, misses })
    }

    /// How many parts of policies were compiled so far: lists, expressions, countries.
    pub fn compiled(&self) -> usize {
        self.store().built + self.patterns.compiled()
    }

    /// How many inputs were read and searched so far: one that was is not again, whatever else a request changes.
    pub fn searched(&self) -> usize {
        self.store().searched
    }

    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A policy, with what is made of it.
    fn under(&self, json: Option<&str>) -> Result<Kept, Refusal> {
        self.store().under(json, &self.patterns)
    }

    /// An input, read and searched under a policy.
    fn reading(&self, kept: &Kept, input: &str, format: InputFormat) -> Result<Arc<Reading>, Refusal> {
        self.store().reading(kept, input, format)
    }
}

/// The text of a sample. In the browser the page has them and sends the text, so that the engine stays small.
#[cfg(not(target_family = "wasm"))]
fn sample_text(id: &str) -> Option<&'static str> {
    crate::policy::samples::text(id)
}

#[cfg(target_family = "wasm")]
fn sample_text(_: &str) -> Option<&'static str> {
    None
}

fn listed(text: &str, found: &Disjoint, offsets: Offsets) -> Vec<TextFinding> {
    let mut units = Utf16::new(text);
    let mut points = CodePoints { text, byte: 0, point: 0 };
    let mut at = |byte| match offsets {
        Offsets::CodePoint => points.at(byte),
        Offsets::Utf16 => units.at(byte),
        Offsets::Byte => byte,
    };
    let finding = |finding: &crate::detect::Finding| TextFinding {
        start: at(finding.span.start()),
        end: at(finding.span.end()),
        entity: finding.entity,
        class: finding.entity.row().class,
        score: finding.score,
        recognizer: finding.id().to_owned(),
        evidence: finding.evidence.clone(),
    };
    found.iter().map(finding).collect()
}

/// Counts code points of ascending offsets in one pass.
struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl CodePoints<'_> {
    fn at(&mut self, byte: usize) -> usize {
        self.point += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }
}

fn case(request: &PreviewRequest, policy: Policy) -> Result<Case, Refusal> {
    let refuse = |which| move |error| Refusal::Document { which, error };
    let now = request.now.unwrap_or(Instant::IN_EFFECT);
    let organization = match &request.organization {
        Some(json) => Organization::parse(json).map_err(refuse("organization"))?,
        None => Organization::of_plan(request.plan.unwrap_or(Plan::Standard)),
    };
    let settings = match &request.settings {
        Some(json) => Settings::parse(json).map_err(refuse("settings"))?,
        None => Settings::defaults(&organization, now),
    };
    Ok(Case { policy, settings, organization, now })
}

fn key(request: &PreviewRequest) -> Result<PseudonymKey, Refusal> {
    match &request.key {
        Some(hex) => PseudonymKey::from_hex(hex).ok_or(Refusal::MalformedKey),
        None => Ok(PseudonymKey::from_seed(request.seed.as_deref().unwrap_or(""))),
    }
}
