//! Floor 3. Derive: content attributes that are computed from a record, and hold no piece of its text.

mod readability;
mod similarity;

pub use readability::Counts;
pub use similarity::Sketch;

use serde::{Deserialize, Serialize};

/// A number computed from a text.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attribute {
    /// What was computed.
    pub kind: AttributeKind,
    /// The number, rounded to whole units.
    pub value: i64,
}

/// What can be computed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributeKind {
    /// Flesch reading ease: about 100 very easy, 60 plain, 0 very hard; may leave that range. For English.
    ReadingEase,
    /// Words.
    WordCount,
    /// Sentences.
    SentenceCount,
}

/// The attributes of a text. Reading ease is given from 30 words on: below that it says nothing (our assumption).
pub fn attributes(text: &str) -> Vec<Attribute> {
    let counts = Counts::of(text);
    let attribute = |kind, value| Attribute { kind, value };
    let mut attributes = vec![
        attribute(AttributeKind::WordCount, counts.words as i64),
        attribute(AttributeKind::SentenceCount, counts.sentences as i64),
    ];
    if counts.words >= 30 {
        attributes.push(attribute(AttributeKind::ReadingEase, counts.reading_ease().round() as i64));
    }
    attributes
}
