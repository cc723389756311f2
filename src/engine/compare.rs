//! What two records have in common as they leave.

use super::Refusal;
use super::ask::{Asked, refused};
use super::diff::general;
use crate::derive::Sketch;
use crate::door::Error;
use crate::preview::{FieldPreview, RecordPreview, Verdict};
use serde_json::{Value as Json, json};

pub(super) fn answer(asked: &Asked<'_>) -> Result<Json, Refusal> {
    let [left, right] = &asked.sources[..] else {
        let demand = format!("has {} items, must have 2", asked.sources.len());
        return Err(refused(Error { place: "/inputs".to_owned(), demand, offset: None }));
    };
    let first = |source: &super::ask::Source| -> Result<Option<RecordPreview>, Refusal> {
        let reading = asked.engine.reading(&asked.kept, &source.text, source.format)?;
        Ok(asked.preview(&reading).records.into_iter().next())
    };
    let (Some(left), Some(right)) = (first(left)?, first(right)?) else { return Ok(Json::Null) };
    let (left_sketch, right_sketch) = (Sketch::of(&leaving(&left)), Sketch::of(&leaving(&right)));
    Ok(json!({
        "similarity": left_sketch.similarity(&right_sketch), "shingles": [left_sketch.shingles, right_sketch.shingles],
        "method": "minhash-128", "fields": fields(&left, &right),
    }))
}

/// All text of a record that leaves.
fn leaving(record: &RecordPreview) -> String {
    let texts = record.fields.iter().filter_map(|field| field.text.contributed.as_deref());
    texts.collect::<Vec<_>>().join("\n")
}

/// The fields of both, those of the left one first; the same position in a list is the same field.
fn fields(left: &RecordPreview, right: &RecordPreview) -> Vec<Json> {
    let find = |of: &RecordPreview, path: &str| of.fields.iter().position(|field| field.path == path);
    let value = |field: Option<&FieldPreview>| {
        field.filter(|field| field.decision == Verdict::Contribute).and_then(|field| field.contributed.clone())
    };
    let row = |left: Option<&FieldPreview>, right: Option<&FieldPreview>| {
        let either = left.or(right)?;
        let (one, other) = (value(left), value(right));
        let same = one == other;
        Some(
            json!({"path": either.path, "general": general(&either.path), "label": either.label, "left": one, "right": other, "same": same}),
        )
    };
    let of_left = left.fields.iter().map(|field| (Some(field), find(right, &field.path).map(|at| &right.fields[at])));
    let of_right = right.fields.iter().filter(|field| find(left, &field.path).is_none()).map(|field| (None, Some(field)));
    of_left.chain(of_right).filter_map(|(one, other)| row(one, other)).collect()
}
