//! [`update`]: what an event changes, and what the outside must do about it.

mod desk;
mod receipt;
mod record;

pub use desk::{Act, Leave, Reread, Task};
pub use receipt::RECEIPT_PAUSE;
pub(super) use receipt::told as receipt_told;

use super::explain::{Explaining, Inquiry, explain};
use super::{Dialog, Engine, FindingId, Loading, Notice, Outcome, Refusal, Saved, Saving, Source, State};
use super::{Kept, Step, Undo, contributes_more};
use crate::detect::Entity;
use crate::engine::PreviewRequest;
use crate::policy::AuditEntry;
use crate::policy::{Coverage, Place, Settings};
use crate::preview::Preview;
use std::sync::Arc;

/// Milliseconds without a keystroke after which a long record is previewed.
pub const TYPING_PAUSE: u32 = 120;

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The saved settings arrived; none where nobody ever saved.
    Loaded(Option<Settings>, Option<String>),
    /// The saved settings could not be read; the host's code.
    LoadFailed(String),
    /// The admin asks to read them again.
    LoadAgain,
    /// The metadata switch was pressed.
    MetadataSwitched,
    /// The in-app data switch was pressed.
    InAppDataSwitched,
    /// Places were chosen for the list.
    PlacesListed(Vec<Place>),
    /// A place was taken off the list.
    PlaceUnlisted(Place),
    /// The draft is given up.
    Discarded,
    /// A dialog is asked for.
    DialogOpened(Dialog),
    /// The open dialog was closed.
    DialogClosed,
    /// The admin asks to save.
    SaveAsked,
    /// The admin confirms what the dialog said, with a note for the record.
    SaveConfirmed(String),
    /// The host confirmed this save with a new revision.
    Saved(u32, String),
    /// The host refused this save: somebody else saved in between.
    SaveConflicted(u32, Saved),
    /// This save failed; the host's code.
    SaveFailed(u32, String),
    /// After a conflict, the admin takes what is saved now.
    TheirsTaken,
    /// After a conflict, the admin keeps the draft, on top of what is saved now.
    OursKept,
    /// The engine answers now, or stopped, or cannot be started.
    EngineChanged(Engine),
    /// Another record was chosen.
    SourceChosen(Source),
    /// The own record was typed into.
    OwnTyped(String),
    /// The own record was dropped or picked as a file.
    OwnLoaded(Result<String, Refusal>),
    /// The own record is to be what it was before a file or another record took its place.
    OwnBroughtBack,
    /// The own record is given up.
    OwnCleared,
    /// The pause after a keystroke is over.
    PauseEnded(u32),
    /// The engine answered a question.
    Answered(u32, Result<Arc<Preview>, Refusal>),
    /// Another of several records is looked at.
    RecordChosen(usize),
    /// A finding was pressed.
    FindingSelected(FindingId),
    /// The lineage was closed.
    FindingLeft,
    /// The next or previous finding is asked for.
    FindingStepped(Step),
    /// The list of findings is reduced to one entity, or no more.
    FilterChosen(Option<Entity>),
    /// What leaves is to be copied.
    CopyAsked,
    /// The clipboard answered.
    CopyAnswered(Result<(), ()>),
    /// What leaves is to be downloaded.
    DownloadAsked,
    /// What was last said has been read.
    NoticeClosed,
    /// Something happened to what explains the preview.
    Explain(Explaining),
    /// The host gave something new.
    Given(Box<super::Given>),
    /// Something happened at the desk.
    Desk(Act),
    /// Something happened in the part about many records.
    Aggregate(super::Move),
}

/// What the outside must do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Read the saved settings.
    Load,
    /// Tell the host of the draft; then ask the engine, if there is a question.
    Draft(Option<Question>),
    /// Ask the engine.
    Ask(Question),
    /// Come back with [`Event::PauseEnded`] and this number when the typing pause is over.
    Pause(u32),
    /// Drop the engine's copy of the own record; then ask the engine, if there is a question.
    Forget(Option<Question>),
    /// Save.
    Save {
        /// The settings.
        settings: Settings,
        /// The revision they are based on.
        revision: Option<String>,
        /// The number of this save.
        attempt: u32,
        /// The decision as it is to be kept in the history, with the admin's note.
        entry: Box<AuditEntry>,
    },
    /// Tell the host what was saved.
    TellSaved(Saved),
    /// Move the focus to a finding in the original.
    Focus(FindingId),
    /// Put this into the clipboard.
    Copy(String),
    /// Let the admin download this.
    Download(String),
    /// Do something for the desk.
    Desk(Task),
    /// Do something for the part about many records.
    Aggregate(super::Duty),
    /// Ask the engine something besides the preview.
    Inquire(Box<Inquiry>),
    /// Two things, in order.
    Both(Box<Effect>, Box<Effect>),
}

/// A question to the engine; its answer must carry the number.
#[derive(Clone, Debug)]
pub struct Question {
    /// Grows with every question.
    pub number: u32,
    /// What is asked.
    pub request: PreviewRequest,
}

/// Changes the page by one event.
pub fn update(state: &mut State, event: Event) -> Option<Effect> {
    match event {
        Event::Loaded(settings, revision) => loaded(state, settings, revision),
        Event::LoadFailed(code) => {
            state.desk.is_slow = false;
            set(&mut state.loading, Loading::Failed { code })
        }
        Event::LoadAgain => {
            state.desk.is_slow = false;
            state.desk.is_forbidden = false;
            set(&mut state.loading, Loading::Busy).or(Some(Effect::Load))
        }
        Event::MetadataSwitched => edit(state, |state| state.draft.metadata = state.draft.metadata.flipped()),
        Event::InAppDataSwitched => edit(state, flip),
        Event::PlacesListed(places) => {
            state.dialog = None;
            edit(state, |state| state.draft.in_app_data.exceptions_mut().extend(places))
        }
        Event::PlaceUnlisted(place) => edit(state, |state| {
            state.draft.in_app_data.exceptions_mut().remove(&place);
        }),
        Event::Discarded => discard(state),
        Event::DialogOpened(dialog) => set(&mut state.dialog, Some(dialog)),
        Event::DialogClosed => {
            state.desk.leaving = None;
            set(&mut state.dialog, None)
        }
        Event::SaveAsked if matches!(state.saving, Saving::Conflict { .. }) => set(&mut state.dialog, Some(Dialog::Conflict)),
        Event::SaveAsked if contributes_more(&state.changes()) => set(&mut state.dialog, Some(Dialog::Review)),
        Event::SaveAsked => save(state, state.desk.note.clone()),
        Event::SaveConfirmed(note) => save(state, note),
        Event::Saved(attempt, revision) => saved(state, attempt, revision),
        // What was confirmed already, and what an earlier save came to, is no news.
        Event::SaveConflicted(attempt, _) | Event::SaveFailed(attempt, _)
            if attempt != state.desk.attempt || state.desk.sent.is_none() =>
        {
            None
        }
        Event::SaveConflicted(_, current) => desk::conflict(state, current),
        Event::SaveFailed(attempt, code) => save_failed(state, attempt, code),
        Event::TheirsTaken => {
            let ours = state.to_keep();
            let effect = resolve(state, |state, theirs| state.draft = theirs.settings.clone())?;
            state.notice = ours.as_ref().map(|_| Notice::Discarded);
            state.desk.undo = ours.map(Undo::Discarded);
            Some(effect)
        }
        Event::OursKept => resolve(state, |_, _| ()),
        Event::EngineChanged(engine) => engine_changed(state, engine),
        Event::SourceChosen(source) => record::choose(state, source),
        Event::OwnTyped(text) => record::typed(state, text),
        Event::OwnLoaded(Ok(text)) => record::own(state, &text),
        Event::OwnLoaded(Err(refusal)) => record::refuse_file(state, refusal),
        Event::OwnBroughtBack => {
            let before = state.own_before.take()?;
            record::own(state, &before)
        }
        Event::OwnCleared => record::clear(state),
        Event::PauseEnded(number) => (number == state.asked).then(|| ask(state).map(Effect::Ask)).flatten(),
        Event::Answered(number, answer) => record::answered(state, number, answer),
        Event::RecordChosen(record) => {
            state.selected = None;
            set(&mut state.record, record)
        }
        Event::FindingSelected(id) => record::select(state, id),
        Event::FindingLeft => state.selected.take().map(Effect::Focus),
        Event::FindingStepped(direction) => record::stepped(state, direction),
        Event::FilterChosen(filter) => set(&mut state.filter, filter),
        Event::CopyAsked => state.contributed().map(Effect::Copy),
        Event::CopyAnswered(Ok(())) => set(&mut state.notice, Some(Notice::Copied)),
        Event::CopyAnswered(Err(())) => set(&mut state.notice, Some(Notice::CopyFailed)),
        Event::DownloadAsked => state.contributed().map(Effect::Download),
        Event::NoticeClosed => {
            state.desk.undo = None;
            set(&mut state.notice, None)
        }
        Event::Given(given) => take(state, *given),
        Event::Desk(act) => desk::act(state, act),
        Event::Aggregate(step) => super::aggregate::go(state, step),
        Event::Explain(event) => explain(state, event),
    }
}

/// Sets a value from which nothing follows for the outside.
fn set<T>(slot: &mut T, value: T) -> Option<Effect> {
    *slot = value;
    None
}

fn loaded(state: &mut State, settings: Option<Settings>, revision: Option<String>) -> Option<Effect> {
    let untouched = state.saved().is_none() || !state.is_changed();
    let settings = settings.unwrap_or_else(|| Settings::defaults(&state.given.organization, state.given.now));
    if untouched {
        state.draft = settings.clone();
        state.set_aside.clear();
    }
    state.loading = Loading::Done(Saved { settings, revision });
    desk::settled(state);
    match state.restore.take() {
        Some(kept) if state.is_editable() => restore(state, kept),
        Some(_) | None => ask(state).map(Effect::Ask),
    }
}

/// Lays a kept draft over what is saved. Where something else was saved since it was begun, both are shown.
fn restore(state: &mut State, kept: Kept) -> Option<Effect> {
    state.draft = kept.draft;
    state.set_aside = kept.set_aside;
    let current = state.saved().cloned()?;
    if let Some(base) = kept.base.filter(|base| base.settings != current.settings && state.draft != current.settings) {
        state.loading = Loading::Done(base);
        desk::conflict(state, current);
    }
    drafted(state)
}

/// What the host gives anew. Of several organizations the one that is shown stays, if it is still among them.
fn take(state: &mut State, given: super::Given) -> Option<Effect> {
    let shown = state.given.organization.id.clone();
    let all = Arc::clone(&given.surroundings.organizations);
    let unlike = given.organization != state.given.organization;
    let before = Settings::defaults(&state.given.organization, state.given.now);
    let untouched = !state.is_changed();
    state.given = given;
    if let Some(still) = all.iter().find(|of| of.organization.id == shown) {
        desk::take(state, still);
    } else if unlike {
        desk::index(state);
    }
    if state.given.organization.id != shown {
        desk::begin_anew(state);
        return Some(Effect::Load);
    }
    follow_defaults(state, &before, untouched);
    ask(state).map(Effect::Ask)
}

/// Where nothing was saved yet the defaults hold, and these are those of the plans as they are now.
fn follow_defaults(state: &mut State, before: &Settings, untouched: bool) {
    let Loading::Done(saved) = &mut state.loading else { return };
    if saved.revision.is_some() || saved.settings != *before {
        return;
    }
    saved.settings = Settings::defaults(&state.given.organization, state.given.now);
    if untouched {
        state.draft = saved.settings.clone();
    }
}

/// Changes the draft, if it may be changed.
fn edit(state: &mut State, change: impl FnOnce(&mut State)) -> Option<Effect> {
    if !state.is_editable() {
        return None;
    }
    change(state);
    drafted(state)
}

fn drafted(state: &mut State) -> Option<Effect> {
    state.notice = None;
    state.desk.undo = None;
    if matches!(state.saving, Saving::Failed { .. }) {
        state.saving = Saving::Idle;
    }
    Some(Effect::Draft(ask(state)))
}

/// Flips the in-app switch. The list of the other position comes back if it was there before.
fn flip(state: &mut State) {
    let kept = std::mem::take(&mut state.set_aside);
    state.set_aside = std::mem::take(state.draft.in_app_data.exceptions_mut());
    state.draft.in_app_data = Coverage::new(state.draft.in_app_data.switch().flipped(), kept);
}

fn discard(state: &mut State) -> Option<Effect> {
    let kept = state.to_keep();
    state.draft = state.saved()?.settings.clone();
    state.set_aside.clear();
    state.desk.note.clear();
    state.dialog = None;
    if let Saving::Conflict { current } = std::mem::replace(&mut state.saving, Saving::Idle) {
        state.draft = current.settings.clone();
        state.loading = Loading::Done(current);
        desk::settled(state);
    }
    let effect = drafted(state);
    state.notice = kept.as_ref().map(|_| Notice::Discarded);
    state.desk.undo = kept.map(Undo::Discarded);
    effect
}

fn save(state: &mut State, note: String) -> Option<Effect> {
    if !state.is_editable() || !state.is_changed() {
        return None;
    }
    state.saved()?;
    state.dialog = None;
    state.notice = None;
    state.desk.attempt += 1;
    state.saving = Saving::Busy { settings: state.draft.clone() };
    let entry = Box::new(AuditEntry {
        at: state.given.now,
        by: state.given.organization.admin.clone().unwrap_or_default(),
        plan: state.own_plan(),
        settings: state.draft.clone(),
        note,
        receipt_digest: state.desk.receipt.clone(),
    });
    state.desk.sent = Some(entry);
    state.desk.held = None;
    receipt::hold(state)
}

/// The host confirmed a save, be it after the page had given up waiting.
fn saved(state: &mut State, attempt: u32, revision: String) -> Option<Effect> {
    let awaited = match &state.saving {
        Saving::Busy { .. } | Saving::Unknown { .. } => true,
        Saving::Failed { code } => code == "unconfirmed" || code == "not-arrived",
        Saving::Idle | Saving::Conflict { .. } => false,
    };
    let entry = state.desk.sent.take().filter(|_| awaited && attempt == state.desk.attempt)?;
    let before = state.saved().map(|saved| saved.settings.clone());
    let saved = Saved { settings: entry.settings.clone(), revision: Some(revision) };
    state.saving = Saving::Idle;
    state.loading = Loading::Done(saved.clone());
    Arc::make_mut(&mut state.desk.history).entries.push(*entry);
    desk::settled(state);
    state.set_aside.clear();
    state.desk.note.clear();
    state.notice = Some(Notice::Saved);
    state.desk.undo = before.map(Undo::Saved);
    Some(Effect::TellSaved(saved))
}

fn save_failed(state: &mut State, attempt: u32, code: String) -> Option<Effect> {
    match code.as_str() {
        "unconfirmed" => return desk::unknown(state, attempt),
        "forbidden" => state.desk.is_forbidden = true,
        _ => {}
    }
    set(&mut state.saving, Saving::Failed { code })
}

fn resolve(state: &mut State, take: impl FnOnce(&mut State, &Saved)) -> Option<Effect> {
    let Saving::Conflict { current } = std::mem::replace(&mut state.saving, Saving::Idle) else { return None };
    take(state, &current);
    state.loading = Loading::Done(current);
    state.dialog = None;
    desk::settled(state);
    drafted(state)
}

fn engine_changed(state: &mut State, engine: Engine) -> Option<Effect> {
    let ready = matches!(engine, Engine::Ready { .. }) && !matches!(state.engine, Engine::Ready { .. });
    // What was asked while the engine started waits for it; a question that is under way when it restarts is lost.
    let waits = matches!(state.engine, Engine::Starting) && state.is_working();
    state.engine = engine;
    // A record that stopped the engine is not sent again by itself: it would stop it again.
    let stopped = matches!(&state.outcome, Outcome::Refused(refusal) if refusal.is_of_engine());
    if ready && !stopped && !waits { ask(state).map(Effect::Ask) } else { None }
}

fn ask(state: &mut State) -> Option<Question> {
    state.ask()
}

#[cfg(test)]
pub(super) mod tests;
