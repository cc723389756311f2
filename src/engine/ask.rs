//! Questions about a preview: one JSON object in, one JSON text out. What all kinds have in common is read here.

use super::{Engine, Kept, PreviewRequest, Refusal, attempt, canary, case, compare, diff, key, receipt, sample_text, why_not};
use crate::door::{self, At, Error};
use crate::policy::Case;
use crate::preview::{Preview, Reading, preview};
use crate::record::parse::InputFormat;
use crate::table::table;
use crate::transform::PseudonymKey;
use serde_json::Value as Json;
use std::sync::Arc;

/// The row of a kind of question.
#[derive(Debug)]
pub struct QuestionKindRow {
    /// The id by which it is asked.
    pub id: &'static str,
}

table! {
    /// What can be asked about a preview.
    pub enum QuestionKind: QuestionKindRow {
        /// What the draft changes against what is saved.
        Diff => QuestionKindRow { id: "diff" },
        /// What was done to a record, to be kept: no piece of its text.
        Receipt => QuestionKindRow { id: "receipt" },
        /// Why a stretch of text was not found, and which rule would find it.
        WhyNot => QuestionKindRow { id: "why-not" },
        /// What other operators would do, and what would remain.
        Try => QuestionKindRow { id: "try" },
        /// Where an invented person ends who is planted in records.
        Canary => QuestionKindRow { id: "canary" },
        /// What two records have in common as they leave.
        Compare => QuestionKindRow { id: "compare" },
    }
}

/// The members of a request besides those of a [`PreviewRequest`]. Each kind of question needs some and ignores the others.
#[derive(Default)]
pub(super) struct Question {
    pub(super) saved: Option<String>,
    pub(super) saved_policy: Option<String>,
    pub(super) record: usize,
    pub(super) path: Option<String>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) operators: Option<String>,
    pub(super) field_operators: Option<String>,
    pub(super) person: Option<Canary>,
}

/// Whom to plant, instead of the person that we invented.
#[derive(Clone)]
pub(super) struct Canary {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) handle: String,
}

/// A question, with everything that it is asked about.
pub(super) struct Asked<'a> {
    pub(super) engine: &'a Engine,
    pub(super) request: PreviewRequest,
    pub(super) question: Question,
    pub(super) kept: Kept,
    pub(super) case: Case,
    pub(super) key: PseudonymKey,
    pub(super) sources: Vec<Source>,
}

/// An input that is looked at.
pub(super) struct Source {
    /// As the asker calls it; none for the request's own input.
    id: Option<String>,
    pub(super) text: String,
    pub(super) format: InputFormat,
}

/// A source that could be read.
pub(super) struct Looked<'a> {
    pub(super) source: &'a Source,
    pub(super) reading: Arc<Reading>,
}

impl Looked<'_> {
    /// What a record of it is called: as the asker says, else as the record says.
    pub(super) fn id(&self, record: usize) -> &str {
        self.source.id.as_deref().unwrap_or_else(|| self.reading.records().get(record).map_or("", |record| &record.id))
    }
}

impl Asked<'_> {
    /// The sources that can be read under a policy, and how many cannot.
    pub(super) fn look(&self, kept: &Kept) -> (Vec<Looked<'_>>, usize) {
        let read = |source: &'_ Source| self.engine.reading(kept, &source.text, source.format).ok();
        let looked: Vec<_> = self.sources.iter().filter_map(|source| Some(Looked { source, reading: read(source)? })).collect();
        let unread = self.sources.len() - looked.len();
        (looked, unread)
    }

    /// The first source; whoever asks about one place must have it read.
    pub(super) fn only(&self) -> Result<Arc<Reading>, Refusal> {
        let Some(source) = self.sources.first() else { return Err(missing("input")) };
        self.engine.reading(&self.kept, &source.text, source.format)
    }

    /// What would become of a reading.
    pub(super) fn preview(&self, reading: &Reading) -> Preview {
        preview(reading, (&self.case, self.kept.digest.clone()), &self.key)
    }
}

/// Refuses a request that lacks a member.
pub(super) fn missing(member: &str) -> Refusal {
    refused(Error { place: format!("/{member}"), demand: "is missing".to_owned(), offset: None })
}

pub(super) fn refused(error: Error) -> Refusal {
    Refusal::Document { which: "request", error }
}

impl Engine {
    /// Answers a question about a preview. The request is a JSON object: the members of a [`PreviewRequest`]; `inputs`, a list of
    /// `{ id, text, format }` that are looked at instead of the one input; and what the kind of question needs besides.
    ///
    /// # Errors
    /// [`Refusal`]: the request, one of its documents, or the record that it asks about could not be read.
    pub fn ask(&self, kind: QuestionKind, request: &str) -> Result<String, Refusal> {
        let (request, question, sources) = door::read(request, read).map_err(refused)?;
        let kept = self.under(request.policy.as_deref())?;
        let case = case(&request, (*kept.policy).clone())?;
        let key = key(&request)?;
        let sources = match sources {
            Some(sources) => sources,
            None => vec![own(&request)?],
        };
        let asked = Asked { engine: self, request, question, kept, case, key, sources };
        let answer = match kind {
            QuestionKind::Diff => diff::answer(&asked),
            QuestionKind::Receipt => receipt::answer(&asked),
            QuestionKind::WhyNot => why_not::answer(&asked),
            QuestionKind::Try => attempt::answer(&asked),
            QuestionKind::Canary => canary::answer(&asked),
            QuestionKind::Compare => compare::answer(&asked),
        };
        Ok(answer?.to_string() + "\n")
    }
}

fn own(request: &PreviewRequest) -> Result<Source, Refusal> {
    let text = match (&request.input, &request.sample) {
        (Some(input), _) => input.clone(),
        (None, Some(sample)) => sample_text(sample).ok_or(Refusal::UnknownSample)?.to_owned(),
        (None, None) => return Err(missing("input")),
    };
    Ok(Source { id: None, text, format: request.format.unwrap_or(InputFormat::Auto) })
}

/// The members that every request may have.
const COMMON: &[&str] =
    &["input", "sample", "format", "organization", "plan", "settings", "policy", "now", "key", "seed", "samples", "inputs"];
/// Those that some need.
const OWN: &[&str] = &["saved", "savedPolicy", "record", "path", "start", "end", "operators", "fieldOperators", "person"];

type Read = (PreviewRequest, Question, Option<Vec<Source>>);

fn read(at: &At<'_>) -> Result<Read, Error> {
    at.only(&[COMMON, OWN].concat())?;
    let text = |name: &str| at.maybe(name, door::text);
    let number = |name: &str| Ok(at.maybe(name, |at| at.number(u32::MAX))?.map(|number| number as usize));
    let request = PreviewRequest {
        input: text("input")?,
        sample: text("sample")?,
        format: at.maybe("format", door::id)?,
        organization: text("organization")?,
        plan: at.maybe("plan", door::id)?,
        settings: text("settings")?,
        policy: text("policy")?,
        now: at.maybe("now", door::word)?,
        key: text("key")?,
        seed: text("seed")?,
    };
    let question = Question {
        saved: text("saved")?,
        saved_policy: text("savedPolicy")?,
        record: number("record")?.unwrap_or(0),
        path: text("path")?,
        start: number("start")?,
        end: number("end")?,
        operators: text("operators")?,
        field_operators: text("fieldOperators")?,
        person: at.maybe("person", person)?,
    };
    let inputs = at.maybe("inputs", |at| at.short_list(256, source))?;
    let all = at.maybe("samples", door::flag)?.unwrap_or(false);
    Ok((request, question, inputs.or_else(|| all.then(samples))))
}

fn person(at: &At<'_>) -> Result<Canary, Error> {
    at.only(&["name", "email", "phone", "handle"])?;
    let part = |name: &str| {
        at.need(name, |at| match door::text(at)? {
            text if text.trim().is_empty() || text.len() > 100 => at.refuse("must have 1 to 100 bytes of text"),
            text => Ok(text.trim().to_owned()),
        })
    };
    Ok(Canary { name: part("name")?, email: part("email")?, phone: part("phone")?, handle: part("handle")? })
}

fn source(at: &At<'_>) -> Result<Source, Error> {
    at.only(&["id", "text", "format"])?;
    let format = at.maybe("format", door::id)?.unwrap_or(InputFormat::Auto);
    Ok(Source { id: Some(at.need("id", door::text)?), text: at.need("text", door::text)?, format })
}

/// All samples. In the browser the page has them and sends their texts.
#[cfg(not(target_family = "wasm"))]
fn samples() -> Vec<Source> {
    let source = |sample: &crate::policy::samples::Sample| Source {
        id: Some(sample.id.to_owned()),
        text: sample.text.to_owned(),
        format: InputFormat::Auto,
    };
    crate::policy::samples::ALL.iter().map(source).collect()
}

#[cfg(target_family = "wasm")]
fn samples() -> Vec<Source> {
    Vec::new()
}

/// A value of one of our own types as JSON: strings, numbers and string keys, which cannot fail.
pub(super) fn json<T: serde::Serialize>(value: &T) -> Json {
    serde_json::to_value(value).unwrap_or_default()
}
