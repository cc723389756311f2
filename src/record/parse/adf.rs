//! Documents in the Atlassian Document Format that stand alone, and fragments of them.

use crate::record::RecordType;
use crate::record::document::{is_document, is_node};
use serde_json::Value as Json;

/// What a value is as a document, if anything: a whole one, a node, or a list of nodes.
pub(super) fn classify(value: &Json) -> Option<RecordType> {
    let is_fragment = value.as_array().is_some_and(|nodes| !nodes.is_empty() && nodes.iter().all(is_node));
    (is_document(value) || is_node(value) || is_fragment).then_some(RecordType::AdfDocument)
}
