//! [`Desk`]: what the page knows beside settings and preview: the history, another plan that is looked at, other organizations, other
//! tabs, and what can be undone.

use super::{Directory, Kept, Saved, State, WhatIf};
use crate::policy::{AuditEntry, Error, History, Instant, Place, Salvaged, Settings, Switch};
use std::sync::Arc;

/// What surrounds the page, as its host and browser say it.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// Minutes by which the viewer's clocks are ahead of UTC at an instant.
    pub ahead: fn(Instant) -> i64,
    /// What is wrong with the organization's document.
    pub faults: Vec<Error>,
    /// Whether decisions can be made on it all the same.
    pub is_sound: bool,
    /// Every organization that the host supplies; empty where it supplies one.
    pub organizations: Arc<Vec<Salvaged>>,
}

impl Default for Surroundings {
    fn default() -> Self {
        Self { ahead: |_| 0, faults: Vec::new(), is_sound: true, organizations: Arc::default() }
    }
}

/// What can be taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Undo {
    /// A save: these settings were saved before.
    Saved(Settings),
    /// A discarded draft.
    Discarded(Kept),
}

/// What other tabs of this browser do with the same settings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Elsewhere {
    /// The tabs that have unsaved changes.
    pub editing: Vec<String>,
    /// Whether another tab has saved something that is not shown here.
    pub saved: bool,
}

/// What another tab says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// It has so many unsaved changes.
    Editing {
        /// Which tab.
        tab: String,
        /// How many.
        changes: usize,
    },
    /// It has saved a revision.
    Saved {
        /// Which.
        revision: String,
    },
}

/// What is known of another organization's settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Other {
    /// They were read; none where nobody ever saved.
    Read(Option<Settings>),
    /// They could not be read; the host's code.
    Failed(String),
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The places of the organization.
    pub directory: Arc<Directory>,
    /// Earlier decisions.
    pub history: Arc<History>,
    /// Since which entry each place stands on the saved list, by place; without those of which no entry tells.
    pub listed_since: Arc<Vec<(Place, usize)>>,
    /// Another plan that is looked at.
    pub what_if: Option<WhatIf>,
    /// What can be taken back.
    pub undo: Option<Undo>,
    /// Whether the host refused a save for lack of permission.
    pub is_forbidden: bool,
    /// Whether the answer to a load is overdue.
    pub is_slow: bool,
    /// The number of the last save.
    pub attempt: u32,
    /// What was sent with it, until it is confirmed.
    pub sent: Option<Box<AuditEntry>>,
    /// The number of the receipt that this save waits for before it is sent.
    pub held: Option<u32>,
    /// Other tabs.
    pub elsewhere: Elsewhere,
    /// The organization to go to, while the page asks what becomes of the draft.
    pub leaving: Option<String>,
    /// The settings of the other organizations, by their id.
    pub others: Vec<(String, Other)>,
    /// Why, in the admin's words, as far as they are typed; until it is saved or the draft is given up.
    pub note: String,
    /// The digest of the receipt of the preview that is shown; empty where there is none.
    pub receipt: String,
}

impl Desk {
    /// When a switch was put to where it is saved; none where the history does not say.
    pub fn origin_of(&self, saved: Option<&Saved>, read: fn(&Settings) -> Switch) -> Option<Instant> {
        super::origin(&self.history.entries, &saved?.settings, read).map(|origin| origin.at)
    }

    /// When a place came onto the saved list.
    pub fn listed_at(&self, place: &Place) -> Option<Instant> {
        self.listed_in(place).map(|entry| entry.at)
    }

    /// The entry by which a place came onto the saved list.
    pub fn listed_in(&self, place: &Place) -> Option<&AuditEntry> {
        let at = self.listed_since.binary_search_by(|(other, _)| other.cmp(place)).ok()?;
        self.history.entries.get(self.listed_since[at].1)
    }
}

/// What keeps the settings from being changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Barrier {
    /// They are not here yet.
    Loading,
    /// They could not be read; the host's code.
    Failed(String),
    /// The organization contributes nothing; the host's code for why.
    Excluded(String),
    /// What the host says of the organization is no basis for a decision.
    Unsound,
    /// The host lets them be read only.
    Readonly,
    /// The host refused a save for lack of permission.
    Forbidden,
    /// A save is under way, or it is being found out what became of it.
    Saving,
    /// Another plan is looked at.
    WhatIf,
}

impl State {
    /// What keeps the settings from being changed, the weightiest first.
    pub fn barrier(&self) -> Option<Barrier> {
        use super::{Loading, Saving};
        match &self.loading {
            Loading::Busy => return Some(Barrier::Loading),
            Loading::Failed { code } => return Some(Barrier::Failed(code.clone())),
            Loading::Done(_) => {}
        }
        if let Some(code) = self.given.organization.exclusions.first() {
            return Some(Barrier::Excluded(code.clone()));
        }
        let saving = matches!(self.saving, Saving::Busy { .. } | Saving::Unknown { .. });
        let barriers = [
            (!self.given.surroundings.is_sound, Barrier::Unsound),
            (self.given.readonly, Barrier::Readonly),
            (self.desk.is_forbidden, Barrier::Forbidden),
            (saving, Barrier::Saving),
            (self.desk.what_if.is_some(), Barrier::WhatIf),
        ];
        barriers.into_iter().find(|(stands, _)| *stands).map(|(_, barrier)| barrier)
    }

    /// An instant as the viewer's clocks name it, to be worded as if it were UTC.
    pub fn local(&self, at: Instant) -> Instant {
        at.plus_minutes((self.given.surroundings.ahead)(at))
    }

    /// The draft as the browser may keep it; none where there is nothing to keep.
    pub fn to_keep(&self) -> Option<Kept> {
        let kept = || Kept { draft: self.draft.clone(), set_aside: self.set_aside.clone(), base: self.saved().cloned() };
        self.is_changed().then(kept)
    }
}
