//! What follows from what, without a browser.

use super::*;
use crate::policy::{Instant, Organization, Plan, Switch};
use crate::state::{Given, Key, RefusalCode, Rules, Sample, Sandbox};

fn given(plan: Plan) -> Given {
    let organization = Organization::of_plan(plan);
    Given {
        organization_json: Arc::from(serde_json::to_string(&organization).unwrap()),
        organization,
        rules: Rules::default(),
        policy_json: None,
        samples: vec![Sample::BuiltIn { id: "one" }, Sample::BuiltIn { id: "two" }],
        key: Key::Seed("test".to_owned()),
        now: Instant::parse("2026-11-23").unwrap(),
        readonly: false,
        surroundings: crate::state::Surroundings::default(),
    }
}

/// A page with saved settings and an engine that is ready.
pub(in crate::state) fn page(plan: Plan) -> State {
    let mut state = State::new(given(plan));
    update(&mut state, Event::EngineChanged(ready()));
    update(&mut state, Event::Loaded(None, Some("1".to_owned())));
    state
}

fn ready() -> Engine {
    Engine::Ready { version: "1".to_owned(), sandbox: Sandbox::Proven }
}

fn space(id: &str) -> Place {
    Place::Space(id.to_owned())
}

fn trap() -> Refusal {
    Refusal::of(RefusalCode::EngineTrap)
}

fn question(effect: Option<Effect>) -> Question {
    match effect {
        Some(Effect::Ask(question) | Effect::Draft(Some(question)) | Effect::Forget(Some(question))) => question,
        other => panic!("no question: {other:?}"),
    }
}

#[test]
fn nothing_is_saved_by_flipping_a_switch_and_the_preview_is_asked_anew() {
    let mut state = page(Plan::Premium);
    let asked = question(update(&mut state, Event::InAppDataSwitched));
    assert!(asked.request.settings.unwrap().contains(r#""coverage":"on""#));
    assert!(state.is_changed() && state.saved().unwrap().settings.in_app_data.switch() == Switch::Off);
}

#[test]
fn defaults_follow_the_plan_until_something_is_saved() {
    let coverage = |state: &State| (state.draft.in_app_data.switch(), state.is_changed());
    let mut fresh = State::new(given(Plan::Standard));
    update(&mut fresh, Event::Loaded(None, None));
    assert_eq!(coverage(&fresh), (Switch::On, false));
    update(&mut fresh, Event::Given(Box::new(given(Plan::Enterprise))));
    assert_eq!(coverage(&fresh), (Switch::Off, false));
    let mut saved = page(Plan::Standard);
    update(&mut saved, Event::Given(Box::new(given(Plan::Enterprise))));
    assert_eq!(coverage(&saved), (Switch::On, false));
}

#[test]
fn another_organization_is_read_anew() {
    let mut state = page(Plan::Standard);
    let mut other = given(Plan::Standard);
    other.organization.id = "other".to_owned();
    assert!(matches!(update(&mut state, Event::Given(Box::new(other))), Some(Effect::Load)));
}

#[test]
fn a_stale_answer_changes_nothing() {
    let mut state = page(Plan::Premium);
    let first = question(update(&mut state, Event::InAppDataSwitched));
    question(update(&mut state, Event::InAppDataSwitched));
    update(&mut state, Event::Answered(first.number, Err(trap())));
    assert!(state.is_working() && state.outcome == Outcome::Nothing);
}

#[test]
fn the_list_of_the_other_position_comes_back_with_it() {
    let mut state = page(Plan::Premium);
    update(&mut state, Event::PlacesListed(vec![space("a")]));
    update(&mut state, Event::InAppDataSwitched);
    assert!(state.draft.in_app_data.exceptions().is_empty() && state.set_aside.len() == 1);
    update(&mut state, Event::InAppDataSwitched);
    assert!(state.draft.in_app_data.exceptions().contains(&space("a")));
    update(&mut state, Event::Discarded);
    assert!(!state.is_changed() && state.set_aside.is_empty());
}

#[test]
fn what_the_plan_locks_cannot_be_changed_into_a_difference() {
    let mut state = page(Plan::Premium);
    update(&mut state, Event::MetadataSwitched);
    assert!(!state.is_changed());
    let mut state = page(Plan::Enterprise);
    update(&mut state, Event::MetadataSwitched);
    assert!(state.is_changed());
}

#[test]
fn contributing_more_opens_the_review_and_less_saves_at_once() {
    let mut state = page(Plan::Premium);
    update(&mut state, Event::InAppDataSwitched);
    assert!(update(&mut state, Event::SaveAsked).is_none());
    assert_eq!(state.dialog, Some(Dialog::Review));
    assert!(
        matches!(update(&mut state, Event::SaveConfirmed("why".to_owned())), Some(Effect::Save { entry, .. }) if entry.note == "why")
    );
    let mut state = page(Plan::Free);
    update(&mut state, Event::InAppDataSwitched);
    let saved = update(&mut state, Event::SaveAsked);
    assert!(matches!(saved, Some(Effect::Save { revision: Some(revision), .. }) if revision == "1"));
}

#[test]
fn only_what_the_host_confirmed_is_saved() {
    let mut state = page(Plan::Free);
    update(&mut state, Event::InAppDataSwitched);
    update(&mut state, Event::SaveAsked);
    assert!(!state.is_editable(), "nothing changes under a save");
    update(&mut state, Event::SaveFailed(1, "offline".to_owned()));
    assert!(state.is_changed() && state.is_editable());
    update(&mut state, Event::SaveAsked);
    assert!(matches!(update(&mut state, Event::Saved(2, "2".to_owned())), Some(Effect::TellSaved(_))));
    assert!(!state.is_changed() && state.saved().unwrap().revision.as_deref() == Some("2"));
}

#[test]
fn a_conflict_loses_neither_side() {
    let conflict = || {
        let mut state = page(Plan::Free);
        update(&mut state, Event::InAppDataSwitched);
        update(&mut state, Event::SaveAsked);
        let mut theirs = Settings::of_plan(Plan::Free);
        theirs.in_app_data.exceptions_mut().insert(space("theirs"));
        update(&mut state, Event::SaveConflicted(1, Saved { settings: theirs, revision: Some("7".to_owned()) }));
        state
    };
    let mut state = conflict();
    update(&mut state, Event::TheirsTaken);
    assert!(!state.is_changed() && state.draft.in_app_data.exceptions().contains(&space("theirs")));
    let mut state = conflict();
    update(&mut state, Event::OursKept);
    assert!(state.is_changed() && state.draft.in_app_data.switch() == Switch::Off);
    assert!(
        matches!(update(&mut state, Event::SaveAsked), Some(Effect::Save { revision: Some(revision), .. }) if revision == "7")
    );
}

#[test]
fn a_long_text_is_asked_about_once_after_a_pause() {
    let mut state = page(Plan::Free);
    let long = "a".repeat(100_000);
    let Some(Effect::Pause(first)) = update(&mut state, Event::OwnTyped(long.clone())) else { panic!("no pause") };
    let Some(Effect::Pause(second)) = update(&mut state, Event::OwnTyped(long + "b")) else { panic!("no pause") };
    assert!(update(&mut state, Event::PauseEnded(first)).is_none());
    let asked = question(update(&mut state, Event::PauseEnded(second)));
    assert!(asked.request.input.is_some_and(|input| input.ends_with("ab")));
}

#[test]
fn typed_text_is_asked_about_at_once_and_stays_whatever_happens() {
    let mut state = page(Plan::Free);
    let early = question(update(&mut state, Event::OwnTyped("a".to_owned())));
    let asked = question(update(&mut state, Event::OwnTyped("ab".to_owned())));
    assert_eq!(asked.request.input.as_deref(), Some("ab"));
    assert!(update(&mut state, Event::Answered(early.number, Err(trap()))).is_none(), "an overtaken answer is not heard");
    update(&mut state, Event::Answered(asked.number, Err(trap())));
    assert!(update(&mut state, Event::EngineChanged(Engine::Restarting)).is_none());
    assert!(update(&mut state, Event::EngineChanged(ready())).is_none(), "what stopped the engine is not sent again by itself");
    update(&mut state, Event::OwnLoaded(Err(Refusal::of(RefusalCode::NotText))));
    update(&mut state, Event::SourceChosen(Source::Sample("two".to_owned())));
    update(&mut state, Event::SourceChosen(Source::Own));
    assert_eq!(&*state.own, "ab");
}

#[test]
fn clearing_removes_the_text_the_preview_and_the_engines_copy() {
    let mut state = page(Plan::Free);
    update(&mut state, Event::OwnLoaded(Ok("text".to_owned())));
    assert!(matches!(update(&mut state, Event::OwnCleared), Some(Effect::Forget(None))));
    assert!(state.own.is_empty() && state.outcome == Outcome::Nothing && !state.is_working());
}

#[test]
fn a_page_that_can_only_be_read_keeps_its_settings() {
    let mut state = State::new(Given { readonly: true, ..given(Plan::Free) });
    update(&mut state, Event::Loaded(None, None));
    assert!(update(&mut state, Event::InAppDataSwitched).is_none());
    assert!(!state.is_changed());
}

#[test]
fn a_kept_draft_is_laid_over_what_was_saved() {
    let mut state = State::new(given(Plan::Free));
    let draft = Settings { metadata: Switch::On, in_app_data: Coverage::new(Switch::Off, std::collections::BTreeSet::new()) };
    state.restore = Some(Kept::of(draft));
    assert!(matches!(update(&mut state, Event::Loaded(None, None)), Some(Effect::Draft(_))));
    assert!(state.is_changed());
}

#[test]
fn a_note_outlives_its_dialog_and_a_save_that_fails_and_ends_with_the_draft() {
    let mut state = page(Plan::Premium);
    update(&mut state, Event::InAppDataSwitched);
    update(&mut state, Event::DialogOpened(Dialog::Review));
    update(&mut state, Event::Desk(Act::NoteTyped("asked by legal".to_owned())));
    update(&mut state, Event::DialogClosed);
    update(&mut state, Event::SaveAsked);
    update(&mut state, Event::SaveConfirmed("asked by legal".to_owned()));
    let failed = Event::SaveFailed(state.desk.attempt, "server".to_owned());
    update(&mut state, failed);
    assert_eq!(state.desk.note, "asked by legal");
    let note = state.desk.note.clone();
    let again = update(&mut state, Event::SaveConfirmed(note));
    assert!(matches!(again, Some(Effect::Save { entry, .. }) if entry.note == "asked by legal"));
    let confirmed = Event::Saved(state.desk.attempt, "2".to_owned());
    update(&mut state, confirmed);
    assert!(state.desk.note.is_empty(), "the next decision has a note of its own");
    update(&mut state, Event::InAppDataSwitched);
    update(&mut state, Event::Desk(Act::NoteTyped("never mind".to_owned())));
    update(&mut state, Event::Discarded);
    assert!(state.desk.note.is_empty());
}

#[test]
fn a_draft_that_gave_way_to_theirs_can_be_brought_back() {
    let mut state = page(Plan::Premium);
    update(&mut state, Event::InAppDataSwitched);
    let ours = state.draft.clone();
    update(&mut state, Event::SaveConfirmed(String::new()));
    let theirs = Saved { settings: state.saved().unwrap().settings.clone(), revision: Some("theirs".to_owned()) };
    let conflict = Event::SaveConflicted(state.desk.attempt, theirs.clone());
    update(&mut state, conflict);
    update(&mut state, Event::TheirsTaken);
    assert!(!state.is_changed() && state.saved() == Some(&theirs));
    update(&mut state, Event::Desk(Act::UndoAsked));
    assert_eq!((&state.draft, state.is_changed()), (&ours, true));
}

#[test]
fn a_text_that_gave_way_to_a_file_can_be_brought_back_until_it_is_cleared() {
    let mut state = page(Plan::Premium);
    update(&mut state, Event::OwnTyped("typed for an hour".to_owned()));
    update(&mut state, Event::OwnLoaded(Ok("of a file".to_owned())));
    update(&mut state, Event::OwnBroughtBack);
    assert_eq!((&*state.own, state.own_before.as_deref()), ("typed for an hour", Some("of a file")));
    update(&mut state, Event::OwnCleared);
    assert_eq!(state.own_before, None);
    assert!(update(&mut state, Event::OwnBroughtBack).is_none() && state.own.is_empty());
}
