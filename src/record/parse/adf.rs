//! Documents in the Atlassian Document Format that stand alone, and fragments of them.

use crate::record::RecordType;
use crate::record::document::{is_document, is_fragment};
use serde_json::Value as Json;

/// What a value is as a document, if anything: a whole one, a node, or a list of nodes.
pub(super) fn classify(value: &Json) -> Option<RecordType> {
    (is_document(value) || is_fragment(value)).then_some(RecordType::AdfDocument)
}
