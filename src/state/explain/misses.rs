//! [`Misses`]: how many things of a kind in what leaves probably survive, as the engine expects it by what was measured on labelled
//! texts. Never "none": what was not missed in a sample can be missed in the next text.

use super::{Answer, Worth};
use crate::detect::{Class, Language};
use crate::preview::RecordPreview;
use serde_json::Value as Json;

/// How many things of a kind are probably left in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Expected {
    /// The kind.
    pub class: Class,
    /// The mean of comparable texts, the least and the most that nine of ten of them kept; none where too few were measured.
    pub left: Option<(usize, usize, usize)>,
}

/// What can be expected of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misses {
    /// Its language was not measured, or nothing that was measured is known of it.
    Unknown,
    /// The kinds that were measured in its language.
    Expected {
        /// The language.
        language: Language,
        /// People first, then the most expected misses.
        rows: Vec<Expected>,
    },
}

impl Misses {
    /// Reads the engine's answer to a question with `misses`.
    pub fn read(answer: Option<&Answer>) -> Self {
        let told = match answer.map(|answer| &answer.worth) {
            Some(Worth::Told(json)) => json.get("misses"),
            Some(Worth::Waiting | Worth::Refused(_)) | None => None,
        };
        let id = told.and_then(|told| told.get("language")).and_then(Json::as_str).unwrap_or_default();
        let classes = told.and_then(|told| told.get("classes")).and_then(Json::as_array);
        let rows: Vec<_> = classes.into_iter().flatten().filter_map(row).collect();
        let Some(&language) = Language::ALL.iter().find(|language| language.id() == id).filter(|_| !rows.is_empty()) else {
            return Self::Unknown;
        };
        let most = |row: &Expected| row.left.map_or(0, |(mean, _, high)| 1 + mean * 1_000 + high);
        let place = |row: &Expected| (usize::from(row.class != Class::Person), usize::MAX - most(row));
        Self::Expected { language, rows: crate::order::by_place(rows, place) }
    }
}

fn row(json: &Json) -> Option<Expected> {
    let class = json.get("class")?.as_str()?.parse().ok()?;
    let misses = json.get("misses")?;
    let number = |name: &str| misses.get(name).and_then(Json::as_f64);
    let left = || {
        Some((number("expected")?.round() as usize, number("low")?.floor() as usize, (number("high")?.ceil() as usize).max(1)))
    };
    Some(Expected { class, left: left() })
}

/// The text of what leaves of a record, before the operators: what the engine is asked about.
pub fn leaving(record: &RecordPreview) -> String {
    let fields = record.fields.iter().filter(|field| field.contributed.is_some());
    fields.map(|field| field.text.original.as_str()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::sync::Arc;

    fn read(json: Json) -> Misses {
        Misses::read(Some(&Answer { number: 1, worth: Worth::Told(Arc::new(json)) }))
    }

    #[test]
    fn nothing_is_ever_said_to_be_complete() {
        let of = |low: f64, high: f64| {
            json!({"misses": {"language": "en", "classes": [
            {"class": "PERSON", "found": 8, "misses": {"expected": 0.2, "low": low, "high": high}},
            {"class": "OTHER", "found": 2, "misses": null}]}})
        };
        let rows = |high| {
            vec![Expected { class: Class::Person, left: Some((0, 0, high)) }, Expected { class: Class::Other, left: None }]
        };
        let expected = |high| Misses::Expected { language: Language::English, rows: rows(high) };
        assert_eq!(read(of(0.0, 0.0)), expected(1));
        assert_eq!(read(of(0.7, 2.1)), expected(3));
    }

    #[test]
    fn what_was_not_measured_is_unknown() {
        assert_eq!(read(json!({"misses": {"language": "und", "tokens": 3, "classes": []}})), Misses::Unknown);
        assert_eq!(read(json!({"findings": []})), Misses::Unknown);
        assert_eq!(Misses::read(None), Misses::Unknown);
    }
}
