//! [`Misses`]: how many things of a kind in what leaves probably survive, as the engine expects it by what was measured on labelled
//! texts. Never "none": what was not missed in a sample can be missed in the next text.

use super::{Answer, Worth};
use crate::detect::Class;
use crate::preview::RecordPreview;
use serde_json::Value as Json;

/// How many things of a kind a text probably holds, and how many of them probably survive.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Expected {
    /// The kind.
    pub class: Class,
    /// How many there probably are: those found, and those expected to be missed.
    pub about: usize,
    /// At least so many survive.
    pub low: usize,
    /// At most so many survive.
    pub high: usize,
}

/// What can be expected of a record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misses {
    /// Its language was not measured, or nothing that was measured is known of it.
    Unknown,
    /// The kinds that were measured in its language.
    Expected {
        /// ISO 639-1 code of the language.
        language: String,
        /// Most expected misses first.
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
        let language = told.and_then(|told| told.get("language")).and_then(Json::as_str).unwrap_or_default().to_owned();
        let classes = told.and_then(|told| told.get("classes")).and_then(Json::as_array);
        let rows: Vec<_> = classes.into_iter().flatten().filter_map(row).collect();
        if rows.is_empty() {
            return Self::Unknown;
        }
        Self::Expected { language, rows: crate::order::by_place(rows, |row| (usize::MAX - row.high, usize::MAX - row.about)) }
    }
}

fn row(json: &Json) -> Option<Expected> {
    let misses = json.get("misses")?;
    let number = |of: &Json, name: &str| of.get(name).and_then(Json::as_f64);
    let found = number(json, "found")?;
    let expected = number(misses, "expected")?;
    Some(Expected {
        class: json.get("class")?.as_str()?.parse().ok()?,
        about: (found + expected).round() as usize,
        low: number(misses, "low")?.floor() as usize,
        high: (number(misses, "high")?.ceil() as usize).max(1),
    })
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
        let row = |low, high| Expected { class: Class::Person, about: 8, low, high };
        assert_eq!(read(of(0.0, 0.0)), Misses::Expected { language: "en".to_owned(), rows: vec![row(0, 1)] });
        assert_eq!(read(of(0.7, 2.1)), Misses::Expected { language: "en".to_owned(), rows: vec![row(0, 3)] });
    }

    #[test]
    fn what_was_not_measured_is_unknown() {
        assert_eq!(read(json!({"misses": {"language": "und", "tokens": 3, "classes": []}})), Misses::Unknown);
        assert_eq!(read(json!({"findings": []})), Misses::Unknown);
        assert_eq!(Misses::read(None), Misses::Unknown);
    }
}
