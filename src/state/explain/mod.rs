//! What explains a preview: how it is looked at, what the admin tries in it, what was asked of the engine besides the preview itself.
//!
//! Everything here lives in this page alone. A policy that was changed here is never saved; it can be kept as a file.

mod field_rules;
mod inquiry;
mod locate;
mod misses;
mod pick;
mod recognized;
mod tweak;
mod update;
mod waterfall;

pub use field_rules::{FieldLine, field_rules};
pub use inquiry::{Answer, Inquiry, Topic, Worth};
pub use locate::{Spot, locate};
pub use misses::{Expected, Misses, leaving};
pub use pick::{Pick, word_at};
pub use recognized::{Dialect, Recognized, not_understood, recognized};
pub use tweak::{Reach, Target, Tweak, entries, tuned, uses};
pub use update::Explaining;
pub(super) use update::{await_receipt, explain, settled};
pub use waterfall::{Loser, Waterfall, is_changed};

use super::{Refusal, Rules};
use crate::record::parse::InputFormat;
use serde_json::{Map, Value as Json};
use std::sync::Arc;

/// How a record is looked at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum View {
    /// The record, and beside it what leaves; where there is no room, field by field.
    #[default]
    Both,
    /// Each field with what becomes of it right below.
    ByField,
    /// What leaves, and nothing else.
    Contributed,
    /// The fields that do not leave as they are.
    Changes,
}

impl View {
    /// All of them, in the order of the control.
    pub const ALL: [Self; 4] = [Self::Both, Self::ByField, Self::Contributed, Self::Changes];

    /// Its word for style sheets and controls.
    pub fn id(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::ByField => "by-field",
            Self::Contributed => "contributed",
            Self::Changes => "changes",
        }
    }
}

/// A policy that is being written, with what is wrong in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Writing {
    /// The text, kept whatever is wrong with it.
    pub text: Arc<str>,
    /// What it was before something else took its place.
    pub before: Option<Arc<str>>,
    /// Counts the times that the text changed by other means than typing.
    pub replaced: u32,
    /// Why it cannot be used.
    pub refusal: Option<Refusal>,
}

/// Somebody to be planted in the samples.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Canary([String; 4]);

impl Canary {
    /// What is asked of a person, by the engine's names.
    pub const PARTS: [&'static str; 4] = ["name", "email", "phone", "handle"];

    /// Somebody by these parts.
    pub fn new(parts: [String; 4]) -> Self {
        Self(parts)
    }

    /// As the engine takes it.
    pub(super) fn to_json(&self) -> Json {
        let mut json = Map::new();
        for (name, part) in Self::PARTS.iter().zip(&self.0) {
            json.insert((*name).to_owned(), Json::from(part.as_str()));
        }
        Json::Object(json)
    }
}

/// What explains a preview.
#[derive(Clone, Debug, Default)]
pub struct Explain {
    /// How the record is looked at.
    pub view: View,
    /// Whether there is no room for two columns.
    pub narrow: bool,
    /// What the admin says that the own record is; none to let the engine look.
    pub format: Option<InputFormat>,
    /// A policy that was imported in place of the host's.
    pub imported: Option<Arc<str>>,
    /// What was changed in it since.
    pub tweaks: Vec<Tweak>,
    /// Host's or imported policy with the changes; none where nothing was imported or changed.
    pub policy: Option<Arc<str>>,
    /// What the page says of that policy.
    pub rules: Option<Rules>,
    /// The policy that is being written.
    pub writing: Writing,
    /// An entry that is to be added to the policy, while the engine reads it; and why it cannot be.
    pub adding: Option<(Tweak, Option<Refusal>)>,
    /// Who is followed in place of the person that we invented. Never kept anywhere.
    pub canary: Option<Canary>,
    /// The text about which "why not?" is asked.
    pub pick: Option<Pick>,
    /// The sample with which the record is compared.
    pub other: Option<String>,
    /// The last answer to each question.
    pub answers: Vec<(Topic, Answer)>,
    /// The number of the last question.
    pub asked: u32,
}

impl Explain {
    /// How the record is really looked at: two columns need room.
    pub fn effective_view(&self) -> View {
        match (self.view, self.narrow) {
            (View::Both, true) => View::ByField,
            (view, _) => view,
        }
    }

    /// The last answer to a question.
    pub fn answer(&self, topic: Topic) -> Option<&Answer> {
        self.answers.iter().find(|(of, _)| *of == topic).map(|(_, answer)| answer)
    }

    /// Keeps an answer in the place of the last one to the same question.
    pub(super) fn keep(&mut self, topic: Topic, answer: Answer) {
        self.forget(topic);
        self.answers.push((topic, answer));
    }

    /// Forgets what was answered.
    pub(super) fn forget(&mut self, topic: Topic) {
        self.answers.retain(|(of, _)| *of != topic);
    }

    /// Another record is looked at, or the own one is gone: nothing that was told of the one before is kept.
    pub(super) fn leave_record(&mut self) {
        self.pick = None;
        self.format = None;
        self.other = None;
        self.answers.retain(|(topic, _)| matches!(topic, Topic::Catalog | Topic::Difference));
    }
}

#[cfg(test)]
mod tests;
