//! [`Recognized`]: what the input was taken for, as exactly as the preview shows it.

use crate::policy::Reason;
use crate::preview::{FieldPreview, Preview, RecordPreview};
use crate::record::RecordType;
use crate::record::parse::InputFormat;

/// The shape in which an interface gives a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// Texts are documents (REST v3 of Jira).
    Documents,
    /// Texts are wiki markup (REST v2 of Jira).
    Markup,
}

/// What the input was taken for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Recognized {
    /// The format.
    pub format: InputFormat,
    /// The kind of the record that is shown.
    pub record_type: RecordType,
    /// Which of the interface's shapes, where it can be told.
    pub dialect: Option<Dialect>,
    /// How many records.
    pub records: usize,
}

/// What the engine took the input for; none where nothing is previewed.
pub fn recognized(preview: &Preview, record: usize) -> Option<Recognized> {
    let of = preview.records.get(record)?;
    Some(Recognized {
        format: preview.format?,
        record_type: of.record_type,
        dialect: dialect(of),
        records: preview.records.len(),
    })
}

fn dialect(record: &RecordPreview) -> Option<Dialect> {
    if !matches!(record.record_type, RecordType::JiraIssue | RecordType::JsmIssue) {
        return None;
    }
    let long = record.fields.iter().filter(|field| matches!(field.path.as_str(), "/fields/description" | "/fields/environment"));
    let shape = |field: &FieldPreview| match (field.original.is_object(), field.original.is_string()) {
        (true, _) => Some(Dialect::Documents),
        (_, true) => Some(Dialect::Markup),
        (false, false) => None,
    };
    long.filter_map(shape).next()
}

/// The labels of the fields that no rule knows.
pub fn not_understood(record: &RecordPreview) -> Vec<&str> {
    let unknown = record.fields.iter().filter(|field| field.reason == Reason::UnknownField);
    unknown.map(|field| field.label.as_str()).collect()
}
