//! Floor 3. Derive: content attributes that are computed from a record, and hold no piece of its text.

mod pattern;
mod readability;
mod similarity;
mod structure;
mod task_class;

pub use pattern::pattern;
pub use readability::Counts;
pub use similarity::Sketch;
pub use structure::Structure;
pub use task_class::{TaskClass, TaskClassRow, TaskVerdict};

use serde::{Deserialize, Serialize};

/// What can be computed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttributeKind {
    /// Words.
    WordCount,
    /// Sentences.
    SentenceCount,
    /// Flesch reading ease: about 100 very easy, 60 plain, 0 very hard; may leave that range. For English.
    ReadingEase,
    /// Flesch-Kincaid grade level: years of school. For English.
    GradeLevel,
    /// LIX: about 30 easy, 40 plain, 60 very hard. For other languages.
    Lix,
    /// Paragraphs.
    ParagraphCount,
    /// Headings.
    HeadingCount,
    /// Items of lists.
    ListItemCount,
    /// Links.
    LinkCount,
    /// Blocks of code.
    CodeCount,
    /// Tables.
    TableCount,
    /// What the task is about: a [`TaskClass`].
    TaskClass,
    /// How alike the record and the most alike of the others are, in hundredths.
    Similarity,
    /// Hours since the record was made.
    AgeHours,
    /// Hours between a beginning and an end that the record states.
    DurationHours,
    /// The bare bones of a query, a prompt or a setting.
    Pattern,
}

impl AttributeKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: &'static [Self] = &[
        Self::WordCount,
        Self::SentenceCount,
        Self::ReadingEase,
        Self::GradeLevel,
        Self::Lix,
        Self::ParagraphCount,
        Self::HeadingCount,
        Self::ListItemCount,
        Self::LinkCount,
        Self::CodeCount,
        Self::TableCount,
        Self::TaskClass,
        Self::Similarity,
        Self::AgeHours,
        Self::DurationHours,
        Self::Pattern,
    ];

    /// Whether our way of computing it is an assumption. The vendor names readability, task classification and semantic similarity, and
    /// publishes no formula for any of them.
    pub fn is_assumed(self) -> bool {
        self != Self::ReadingEase
    }
}

/// How many words a text must have for its readability to say anything (our assumption).
const READABLE: usize = 30;

/// Counts and readability of a text, as whole numbers.
pub fn attributes(text: &str) -> Vec<(AttributeKind, i64)> {
    let counts = Counts::of(text);
    let mut attributes =
        vec![(AttributeKind::WordCount, counts.words as i64), (AttributeKind::SentenceCount, counts.sentences as i64)];
    if counts.words >= READABLE && counts.is_english() {
        attributes.push((AttributeKind::ReadingEase, counts.reading_ease().round() as i64));
        attributes.push((AttributeKind::GradeLevel, counts.grade_level().round() as i64));
    } else if counts.words >= READABLE {
        attributes.push((AttributeKind::Lix, counts.lix().round() as i64));
    }
    attributes
}
