//! Floor 7. The page as plain data: [`State`] holds what cannot be derived, [`update()`] says what an [`Event`] changes and what the
//! outside must do about it, and everything else is a plain function of the state.
//!
//! There is no clock, no browser and no Leptos here, so every behavior of the page is a native test.

mod aggregate;
mod change;
mod choice;
mod desk;
mod explain;
mod files;
mod findings;
mod history;
mod kept;
mod keys;
mod lanes;
mod listing;
mod merge;
mod overview;
mod places;
mod plans;
mod refusal;
mod rules;
mod segments;
mod terms;
mod update;

pub use aggregate::{Aggregate, Axis, Choices, Duty, Knob, Measured, Move, Records, Stage, Told};
pub use change::{Change, changes, contributes_more};
pub use choice::{Choice, Locked, Phase, Proposed};
pub use desk::{Barrier, Desk, Elsewhere, News, Other, Surroundings, Undo};
pub use explain::{
    Answer, Canary, Dialect, Expected, Explain, Explaining, FieldLine, Inquiry, Loser, Misses, Pick, Reach, Recognized, Spot,
    Target, Topic, Tweak, View, Waterfall, Worth, Writing, entries, field_rules, is_changed, leaving, locate, not_understood,
    recognized, tuned, uses, word_at,
};
pub use files::{File, Form, history_file, reminder};
pub use findings::{FindingId, Step, Tally, all_findings, filtered, found_text, same_elsewhere, step, tally};
pub use history::{HistoryLook, Origin, between, found, listed_since, origin};
pub use kept::Kept;
pub use keys::{Pasted, keys};
pub use lanes::{Stay, StayKind, Stretches, is_end, is_in_seconds, is_telling, scalars, shown_order, spelled, stays, stretches};
pub use listing::{Column, Listed, Listing, Look, PAGE, Since, app_of, pages};
pub use merge::{Difference, Side, Subject, differences, merged};
pub use overview::{Known, OrganizationRow, overview};
pub use places::{Candidate, Directory, PlaceKind, Standing, Tab};
pub use plans::{Active, Fate, Removal, Shift, TrialEnd, WhatIf, active, trial_end, trial_starts};
pub use refusal::{Fault, Refusal, RefusalCode, decode};
pub use rules::Rules;
pub use segments::{Cut, Segment, segments, slice};
pub use terms::{Source as TermSource, Term};
pub use update::{Act, Effect, Event, Leave, Question, RECEIPT_PAUSE, Reread, TYPING_PAUSE, Task, update};

use crate::engine::PreviewRequest;
use crate::policy::{Instant, Organization, Place, Settings};
use crate::preview::{Preview, RecordPreview};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the host gave.
#[derive(Clone, Debug)]
pub struct Given {
    /// Whose settings these are.
    pub organization: Organization,
    /// The same as JSON, as the engine takes it.
    pub organization_json: Arc<str>,
    /// The rules in force.
    pub rules: Rules,
    /// The host's own rules as JSON; none for ours.
    pub policy_json: Option<Arc<str>>,
    /// Sample records that the page offers; never empty.
    pub samples: Vec<Sample>,
    /// What pseudonyms are made of.
    pub key: Key,
    /// The instant that the page speaks of.
    pub now: Instant,
    /// Whether the settings can only be read.
    pub readonly: bool,
    /// What else surrounds the page.
    pub surroundings: Surroundings,
}

/// What pseudonyms are made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Key {
    /// A seed of the host's, so that a demo or a test shows the same pseudonyms again.
    Seed(String),
    /// 64 hexadecimal digits, drawn anew for every mounted page.
    Drawn(String),
}

/// A sample record to choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sample {
    /// One of ours, whose text the page's host has.
    BuiltIn {
        /// Its id.
        id: &'static str,
    },
    /// One of the host's.
    Given {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Its text.
        text: Arc<str>,
    },
}

impl Sample {
    /// The id by which it is chosen.
    pub fn id(&self) -> &str {
        match self {
            Self::BuiltIn { id } => id,
            Self::Given { id, .. } => id,
        }
    }
}

/// Settings as they are kept, with the revision that the next save must name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saved {
    /// The settings.
    pub settings: Settings,
    /// The host's word for this version of them; none before the first save.
    pub revision: Option<String>,
}

/// Whether the saved settings are there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Loading {
    /// They were asked for.
    Busy,
    /// They could not be read.
    Failed {
        /// The host's code.
        code: String,
    },
    /// They are there.
    Done(Saved),
}

impl Loading {
    /// The revision that is shown, where one is.
    pub fn revision(&self) -> Option<&str> {
        match self {
            Self::Done(saved) => saved.revision.as_deref(),
            Self::Busy | Self::Failed { .. } => None,
        }
    }
}

/// What became of the last save.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Saving {
    /// None is under way.
    Idle,
    /// One is under way.
    Busy {
        /// What is being saved.
        settings: Settings,
    },
    /// No answer came; what is saved is being read, and nothing is claimed until then.
    Unknown {
        /// What was to be saved.
        settings: Settings,
    },
    /// It was refused: somebody else saved in between.
    Conflict {
        /// What is saved now.
        current: Saved,
    },
    /// It failed, and nothing is known to be saved.
    Failed {
        /// The host's code.
        code: String,
    },
}

/// The engine behind the preview.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Engine {
    /// It is on its way.
    Starting,
    /// It answers.
    Ready {
        /// Its version.
        version: String,
        /// How strongly it is kept from the network.
        sandbox: Sandbox,
    },
    /// It stopped and is being started again.
    Restarting,
    /// It cannot be started.
    Failed {
        /// The host's code.
        code: String,
    },
}

/// How strongly the engine is kept from the network.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sandbox {
    /// A self-test proved that it cannot open a connection.
    Proven,
    /// It sends nothing, but the server's headers do not forbid it.
    Unproven,
}

/// Which record is previewed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// A sample, by its id.
    Sample(String),
    /// What the admin typed, pasted or dropped.
    Own,
}

/// What the engine answered last.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// Nothing yet, or nothing was asked.
    Nothing,
    /// What would become of the record.
    Shown(Shown),
    /// No preview, and why.
    Refused(Refusal),
}

/// A preview on the page. Equal to itself only: comparing two previews would cost more than drawing one.
#[derive(Clone, Debug)]
pub struct Shown(pub Arc<Preview>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The dialog that is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialog {
    /// Choosing places for the list of exceptions.
    Exceptions,
    /// Reading what a save would change, and confirming it where it contributes more.
    Review,
    /// Choosing between what somebody else saved and the draft.
    Conflict,
    /// Choosing spaces that look sensitive.
    Sensitive,
    /// Deciding what becomes of the draft before the page is left.
    Leave,
    /// Reading what lies between two decisions.
    Compare,
}

/// Something to be said once, in a status line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The settings were saved.
    Saved,
    /// The draft was given up.
    Discarded,
    /// What another tab saved is shown now.
    Updated,
    /// The contributed record is in the clipboard.
    Copied,
    /// The clipboard refused.
    CopyFailed,
    /// The own record, its preview and the engine's copy are gone.
    Cleared,
}

/// The page.
#[derive(Clone, Debug)]
pub struct State {
    /// What the host gave.
    pub given: Given,
    /// The saved settings.
    pub loading: Loading,
    /// The settings as the admin left them; the defaults while the saved ones are not there.
    pub draft: Settings,
    /// A draft that the host kept, until the saved settings are there to lay it over.
    pub restore: Option<Kept>,
    /// The exceptions of the other position of the switch, kept while the draft lasts.
    pub set_aside: BTreeSet<Place>,
    /// The last save.
    pub saving: Saving,
    /// The engine.
    pub engine: Engine,
    /// Which record is previewed.
    pub source: Source,
    /// The own record. Kept whatever happens, until it is cleared.
    pub own: Arc<str>,
    /// What it was before a file or another record took its place; given up with it.
    pub own_before: Option<Arc<str>>,
    /// Counts the times that the own record changed by other means than typing.
    pub own_replaced: u32,
    /// The number of the last question to the engine.
    pub asked: u32,
    /// The number of the last question that was answered.
    pub answered: u32,
    /// The last answer.
    pub outcome: Outcome,
    /// Which of several records is shown.
    pub record: usize,
    /// The finding whose lineage is shown.
    pub selected: Option<FindingId>,
    /// The entity that the list of findings is reduced to.
    pub filter: Option<crate::detect::Entity>,
    /// The dialog that is open.
    pub dialog: Option<Dialog>,
    /// What was last said.
    pub notice: Option<Notice>,
    /// History, other plans, other tabs, other organizations.
    pub desk: Desk,
    /// Many records together.
    pub aggregate: Aggregate,
    /// What explains the preview.
    pub explain: Explain,
}

impl State {
    /// The page before anything has arrived.
    pub fn new(given: Given) -> Self {
        let draft = Settings::defaults(&given.organization, given.now);
        let desk = Desk { directory: Arc::new(Directory::new(&given.organization)), ..Desk::default() };
        let source = Source::Sample(given.samples.first().map(|sample| sample.id().to_owned()).unwrap_or_default());
        Self {
            given,
            loading: Loading::Busy,
            draft,
            restore: None,
            set_aside: BTreeSet::new(),
            saving: Saving::Idle,
            engine: Engine::Starting,
            source,
            own: Arc::from(""),
            own_before: None,
            own_replaced: 0,
            asked: 0,
            answered: 0,
            outcome: Outcome::Nothing,
            record: 0,
            selected: None,
            filter: None,
            dialog: None,
            notice: None,
            desk,
            aggregate: Aggregate::default(),
            explain: Explain::default(),
        }
    }

    /// The saved settings, once they are there.
    pub fn saved(&self) -> Option<&Saved> {
        match &self.loading {
            Loading::Done(saved) => Some(saved),
            Loading::Busy | Loading::Failed { .. } => None,
        }
    }

    /// What a save would change.
    pub fn changes(&self) -> Vec<Change> {
        self.saved().map(|saved| changes(&saved.settings, &self.draft, self.plan_locks_metadata())).unwrap_or_default()
    }

    /// Whether there is something to save or to discard.
    pub fn is_changed(&self) -> bool {
        !self.changes().is_empty()
    }

    /// Whether the settings can be changed here and now.
    pub fn is_editable(&self) -> bool {
        self.barrier().is_none()
    }

    /// Whether an answer of the engine is still to come.
    pub fn is_working(&self) -> bool {
        self.asked != self.answered
    }

    /// Whether something is to be asked about what is shown: nothing was yet, and it is not about to change.
    pub fn is_due(&self, topic: Topic) -> bool {
        self.shown().is_some() && !self.is_working() && self.explain.answer(topic).is_none()
    }

    /// The preview on the page.
    pub fn shown(&self) -> Option<&Shown> {
        match &self.outcome {
            Outcome::Shown(shown) => Some(shown),
            Outcome::Nothing | Outcome::Refused(_) => None,
        }
    }

    /// The question to the engine: the record and the case as they stand. None where there is no record.
    pub fn request(&self) -> Option<PreviewRequest> {
        let (input, sample) = match &self.source {
            Source::Own if self.own.trim().is_empty() => return None,
            Source::Own => (Some(self.own.to_string()), None),
            Source::Sample(id) => match self.given.samples.iter().find(|sample| sample.id() == id)? {
                Sample::BuiltIn { id } => (None, Some((*id).to_owned())),
                Sample::Given { text, .. } => (Some(text.to_string()), None),
            },
        };
        let format = self.explain.format.filter(|_| self.source == Source::Own);
        Some(PreviewRequest { input, sample, format, ..self.case() })
    }

    /// The case as it stands, without a record.
    pub fn case(&self) -> PreviewRequest {
        PreviewRequest {
            organization: Some(self.desk.what_if.map_or_else(
                || self.given.organization_json.to_string(),
                |what_if| serde_json::to_string(&what_if.organization(&self.given.organization)).unwrap_or_default(),
            )),
            settings: serde_json::to_string(&self.in_view()).ok(),
            policy: self.policy().map(str::to_owned),
            now: Some(self.given.now),
            key: match &self.given.key {
                Key::Drawn(key) => Some(key.clone()),
                Key::Seed(_) => None,
            },
            seed: match &self.given.key {
                Key::Seed(seed) => Some(seed.clone()),
                Key::Drawn(_) => None,
            },
            ..PreviewRequest::default()
        }
    }

    /// What leaves, as JSON to be copied or downloaded. None where nothing is previewed.
    pub fn contributed(&self) -> Option<String> {
        let Shown(preview) = self.shown()?;
        // What speaks for a value explains it, and does not leave.
        let leaving = |record: &RecordPreview| {
            let mut contributed = record.contributed.clone();
            contributed.metadata.iter_mut().for_each(|attribute| attribute.evidence.clear());
            contributed
        };
        let records: Vec<_> = preview.records.iter().map(leaving).collect();
        match records.as_slice() {
            [one] => serde_json::to_string_pretty(one).ok(),
            several => serde_json::to_string_pretty(several).ok(),
        }
    }

    /// The next question about the preview, if there is a record and the engine is not known to be gone.
    fn ask(&mut self) -> Option<Question> {
        // A receipt speaks of the case before: nobody may save it with what is chosen now.
        self.explain.forget(Topic::Receipt);
        self.desk.receipt.clear();
        if matches!(self.engine, Engine::Failed { .. }) {
            return None;
        }
        let request = self.request()?;
        self.asked = self.asked.wrapping_add(1);
        Some(Question { number: self.asked, request })
    }

    fn plan_locks_metadata(&self) -> bool {
        self.own_plan().row().metadata == crate::policy::Control::Always
    }
}
