//! Text that is a record by itself: plain text, or a storage-format body.

use super::people::People;
use crate::record::document::Format;
use crate::record::{Field, FieldPath, Record, RecordType};
use serde_json::Value as Json;

/// Plain text as a record of one field.
pub(super) fn plain(text: &str) -> Record {
    whole(Json::String(text.to_owned()), RecordType::Text, "Text", Format::Plain)
}

/// Markdown as a record of one field.
pub(super) fn markdown(text: &str) -> Record {
    whole(Json::String(text.to_owned()), RecordType::Text, "Text", Format::Markdown)
}

/// A storage-format body as a record of one field.
pub(super) fn storage(text: &str) -> Record {
    whole(Json::String(text.to_owned()), RecordType::StorageDocument, "Body", Format::Storage)
}

/// A document as a record of one field.
pub(super) fn document(value: Json) -> Record {
    whole(value, RecordType::AdfDocument, "Document", Format::Adf)
}

fn whole(value: Json, record_type: RecordType, label: &str, format: Format) -> Record {
    let fields = vec![Field { path: FieldPath::default(), label: label.to_owned(), value: value.clone(), format, custom: None }];
    let mut people = People::default();
    people.collect_mentions(&fields);
    Record { id: String::new(), record_type, container: None, fields, people: people.into_vec(), value }
}
