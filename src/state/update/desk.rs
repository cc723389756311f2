//! [`Act`]: what happens at the desk: saving and what came of it, undoing, looking at another plan, other tabs, other organizations.

use super::{Effect, drafted, edit, loaded, resolve, save, set};
use crate::policy::{Control, History, Place, Salvaged, Settings};
use crate::state::{
    Desk, Dialog, Difference, Directory, Elsewhere, File, Form, Kept, Loading, News, Notice, Other, Saved, Saving, Side, State,
    Undo, WhatIf, contributes_more, differences, found, history_file, listed_since, merged, reminder,
};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What happened at the desk.
#[derive(Clone, Debug)]
pub enum Act {
    /// The browser had kept a draft.
    Restored(Kept),
    /// The history arrived, right before the settings.
    HistoryRead(History),
    /// The answer to a load is overdue.
    LoadOverdue,
    /// Another plan is looked at, or no longer.
    WhatIf(Option<WhatIf>),
    /// Places were taken off the list.
    PlacesUnlisted(Vec<Place>),
    /// The note for the record was typed into.
    NoteTyped(String),
    /// What was said last is to be taken back.
    UndoAsked,
    /// This save has waited long enough for its receipt.
    HoldEnded(u32),
    /// The answer to this save is overdue.
    SaveOverdue(u32),
    /// What is saved now is to be read, because it is not known what became of a save.
    RereadAsked,
    /// What is saved now was read again.
    Reread(Reread, Result<Saved, String>),
    /// What another tab saved is to be compared with the draft.
    CompareAsked,
    /// A side was chosen for every difference.
    Merged(Vec<(Difference, Side)>),
    /// Another tab said something.
    Heard(News),
    /// Another organization was chosen.
    OrganizationChosen(String),
    /// The page is left for the organization that was chosen.
    Left(Leave),
    /// The settings of another organization were read.
    OtherRead(String, Other),
    /// The history, as it is filtered, is to be kept as a file.
    HistoryKept(Form, Vec<usize>),
    /// A reminder is to be kept as a file, so many days from now; title and text are the locale's.
    ReminderAsked(i64, String, String),
    /// The page is to be printed.
    PrintAsked,
}

/// Why what is saved is read again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reread {
    /// To find out what became of this save.
    Confirm(u32),
    /// To see what another tab saved.
    Compare,
}

/// What becomes of the draft when the page is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Leave {
    /// It is kept in this browser until its organization is shown again.
    Keeping,
    /// It is given up.
    Discarding,
}

/// What the outside must do for the desk.
#[derive(Clone, Debug)]
pub enum Task {
    /// Read what is saved.
    Reread(Reread),
    /// Keep the draft of this organization no longer, then read what is saved of the one that is shown.
    Forget(String),
    /// Come back with [`Act::HoldEnded`] and this number when a save has waited long enough for its receipt.
    Hold(u32),
    /// Let the admin keep a file.
    Keep(File),
    /// Print the page.
    Print,
}

/// Changes the page by one act.
pub(super) fn act(state: &mut State, act: Act) -> Option<Effect> {
    match act {
        Act::Restored(kept) => {
            // The host's own copy goes first; the browser's knows more of the same draft.
            if state.restore.as_ref().is_none_or(|of_host| of_host.draft == kept.draft) {
                state.restore = Some(kept);
            }
            None
        }
        Act::HistoryRead(history) => set(&mut state.desk.history, Arc::new(history)),
        Act::LoadOverdue => set(&mut state.desk.is_slow, state.loading == Loading::Busy),
        Act::WhatIf(what_if) => {
            state.desk.what_if = what_if;
            super::ask(state).map(Effect::Ask)
        }
        Act::PlacesUnlisted(places) => edit(state, |state| {
            let list = state.draft.in_app_data.exceptions_mut();
            for place in &places {
                list.remove(place);
            }
        }),
        Act::NoteTyped(note) => set(&mut state.desk.note, note),
        Act::UndoAsked => undo(state),
        Act::HoldEnded(attempt) => super::receipt::overdue(state, attempt),
        Act::SaveOverdue(attempt) => unknown(state, attempt),
        Act::RereadAsked => Some(task(Task::Reread(Reread::Confirm(state.desk.attempt)))),
        Act::Reread(Reread::Confirm(attempt), answer) => confirmed(state, attempt, answer),
        Act::Reread(Reread::Compare, answer) => compared(state, answer),
        Act::CompareAsked => Some(task(Task::Reread(Reread::Compare))),
        Act::Merged(choices) => {
            state.dialog = None;
            resolve(state, |state, theirs| state.draft = merged(&theirs.settings, &state.draft, &choices))
        }
        Act::Heard(news) => heard(state, news),
        Act::OrganizationChosen(id) if state.is_changed() => {
            state.desk.leaving = Some(id);
            set(&mut state.dialog, Some(Dialog::Leave))
        }
        Act::OrganizationChosen(id) => show(state, &id),
        Act::Left(leave) => left(state, leave),
        Act::OtherRead(id, other) => {
            state.desk.others.retain(|(of, _)| *of != id);
            state.desk.others.push((id, other));
            None
        }
        Act::HistoryKept(form, numbers) => {
            let all = &state.desk.history.entries;
            let entries: Vec<_> = numbers.iter().filter_map(|number| all.get(*number)).collect();
            Some(task(Task::Keep(history_file(&state.given.organization, &entries, form))))
        }
        Act::ReminderAsked(days, title, about) => {
            let now = state.given.now;
            Some(task(Task::Keep(reminder(&state.given.organization, now.plus_days(days), now, &title, &about))))
        }
        Act::PrintAsked => Some(task(Task::Print)),
    }
}

fn task(task: Task) -> Effect {
    Effect::Desk(task)
}

/// What has to be known anew once other settings are the saved ones.
pub(super) fn settled(state: &mut State) {
    let since = state.saved().map(|saved| {
        let places = saved.settings.in_app_data.exceptions().iter().cloned();
        let since = listed_since(&state.desk.history.entries, &saved.settings);
        places.zip(since).filter_map(|(place, entry)| Some((place, entry?))).collect()
    });
    state.desk.listed_since = Arc::new(since.unwrap_or_default());
    state.desk.is_slow = false;
}

fn undo(state: &mut State) -> Option<Effect> {
    let undo = state.desk.undo.take()?;
    state.notice = None;
    if !state.is_editable() {
        return None;
    }
    match undo {
        Undo::Discarded(kept) => {
            state.draft = kept.draft;
            state.set_aside = kept.set_aside;
            drafted(state)
        }
        Undo::Saved(before) => {
            state.draft = before;
            state.set_aside.clear();
            if contributes_more(&state.changes()) {
                state.dialog = Some(Dialog::Review);
                return drafted(state);
            }
            save(state, String::new())
        }
    }
}

/// No answer came, or one that says nothing: nothing is claimed until it was read what is saved.
pub(super) fn unknown(state: &mut State, attempt: u32) -> Option<Effect> {
    let Saving::Busy { settings } = &state.saving else { return None };
    if attempt != state.desk.attempt {
        return None;
    }
    state.saving = Saving::Unknown { settings: settings.clone() };
    Some(task(Task::Reread(Reread::Confirm(attempt))))
}

fn confirmed(state: &mut State, attempt: u32, answer: Result<Saved, String>) -> Option<Effect> {
    let asked = match &state.saving {
        Saving::Unknown { .. } => true,
        Saving::Failed { code } => code == "unconfirmed" || code == "not-arrived",
        Saving::Idle | Saving::Busy { .. } | Saving::Conflict { .. } => false,
    };
    let sent = state.desk.sent.as_ref().filter(|_| asked && attempt == state.desk.attempt)?.settings.clone();
    let base = state.saved()?.revision.clone();
    match answer {
        Err(_) => set(&mut state.saving, Saving::Failed { code: "unconfirmed".to_owned() }),
        Ok(current) if current.revision == base => set(&mut state.saving, Saving::Failed { code: "not-arrived".to_owned() }),
        Ok(Saved { settings, revision: Some(revision) }) if settings == sent => {
            state.saving = Saving::Busy { settings: sent };
            super::saved(state, attempt, revision)
        }
        Ok(current) => conflict(state, current),
    }
}

/// Somebody else saved in between: the three-way view opens.
pub(super) fn conflict(state: &mut State, current: Saved) -> Option<Effect> {
    state.saving = Saving::Conflict { current };
    set(&mut state.dialog, Some(Dialog::Conflict))
}

fn compared(state: &mut State, answer: Result<Saved, String>) -> Option<Effect> {
    let current = answer.ok()?;
    state.desk.elsewhere.saved = false;
    if state.saved().is_some_and(|saved| *saved == current)
        || matches!(state.saving, Saving::Busy { .. } | Saving::Unknown { .. })
    {
        return None;
    }
    if state.is_changed() {
        return conflict(state, current);
    }
    state.notice = Some(Notice::Updated);
    loaded(state, Some(current.settings), current.revision)
}

fn heard(state: &mut State, news: News) -> Option<Effect> {
    let Elsewhere { editing, saved } = &mut state.desk.elsewhere;
    match news {
        News::Editing { tab, changes } => {
            editing.retain(|other| *other != tab);
            if changes > 0 {
                editing.push(tab);
            }
        }
        News::Saved { revision } => {
            let known = state.loading.revision() == Some(revision.as_str());
            *saved = !known;
            if !known && !state.is_changed() {
                return Some(task(Task::Reread(Reread::Compare)));
            }
        }
    }
    None
}

fn left(state: &mut State, leave: Leave) -> Option<Effect> {
    let id = state.desk.leaving.take()?;
    state.dialog = None;
    let left = state.given.organization.id.clone();
    let load = show(state, &id)?;
    Some(if leave == Leave::Discarding { task(Task::Forget(left)) } else { load })
}

/// Shows another of the organizations.
fn show(state: &mut State, id: &str) -> Option<Effect> {
    let all = Arc::clone(&state.given.surroundings.organizations);
    let chosen = all.iter().find(|of| of.organization.id == id)?;
    take(state, chosen);
    begin_anew(state);
    Some(Effect::Load)
}

/// Another organization is shown: nothing of the one before is left.
pub(super) fn begin_anew(state: &mut State) {
    state.draft = Settings::defaults(&state.given.organization, state.given.now);
    state.set_aside = BTreeSet::new();
    state.loading = Loading::Busy;
    state.saving = Saving::Idle;
    state.notice = None;
    state.dialog = None;
    let Desk { directory, others, attempt, .. } = std::mem::take(&mut state.desk);
    state.desk = Desk { directory, others, attempt, ..Desk::default() };
}

/// Makes an organization the one that is shown.
pub(super) fn take(state: &mut State, of: &Salvaged) {
    state.given.organization_json = Arc::from(serde_json::to_string(&of.organization).unwrap_or_default());
    state.given.organization = of.organization.clone();
    state.given.surroundings.faults = of.faults.clone();
    state.given.surroundings.is_sound = of.is_sound;
    index(state);
}

/// Indexes the places of the organization that is shown.
pub(super) fn index(state: &mut State) {
    state.desk.directory = Arc::new(Directory::new(&state.given.organization));
}

impl State {
    /// The entries that are shown of the history.
    pub fn found(&self, look: &crate::state::HistoryLook) -> Vec<usize> {
        found(&self.desk.history.entries, look)
    }

    /// The differences between what is saved now and the draft; empty where there is no conflict.
    pub fn differences(&self) -> Vec<Difference> {
        let (Saving::Conflict { current }, Some(base)) = (&self.saving, self.saved()) else { return Vec::new() };
        let locked = self.own_plan().row().metadata == Control::Always;
        let all = differences(&base.settings, &current.settings, &self.draft);
        all.into_iter().filter(|difference| !locked || difference.subject != crate::state::Subject::Metadata).collect()
    }
}

#[cfg(test)]
#[path = "desk_tests.rs"]
mod tests;
