//! What follows from what at the desk, without a browser.

use super::super::{Event, update};
use super::*;
use crate::policy::{Coverage, Instant, Organization, Plan, Switch};
use crate::state::{Barrier, Fate, Given, Key, Known, Rules, Sample, Since, Surroundings, overview};

fn given(plan: Plan) -> Given {
    let organization = Organization { admin: Some("Robin Vale".to_owned()), ..Organization::of_plan(plan) };
    Given {
        organization_json: Arc::from(serde_json::to_string(&organization).unwrap()),
        organization,
        rules: Rules::default(),
        policy_json: None,
        samples: vec![Sample::BuiltIn { id: "one" }],
        key: Key::Seed("test".to_owned()),
        now: Instant::parse("2026-11-23").unwrap(),
        readonly: false,
        surroundings: Surroundings::default(),
    }
}

fn page(plan: Plan) -> State {
    let mut state = State::new(given(plan));
    update(&mut state, Event::Loaded(None, Some("1".to_owned())));
    state
}

fn act(state: &mut State, act: Act) -> Option<Effect> {
    update(state, Event::Desk(act))
}

fn space(id: &str) -> Place {
    Place::Space(id.to_owned())
}

fn off() -> Settings {
    Settings { metadata: Switch::On, in_app_data: Coverage::new(Switch::Off, BTreeSet::new()) }
}

/// A page on Free whose in-app switch was put to off, being saved.
fn saving() -> State {
    let mut state = page(Plan::Free);
    update(&mut state, Event::InAppDataSwitched);
    assert!(matches!(update(&mut state, Event::SaveAsked), Some(Effect::Save { attempt: 1, .. })));
    state
}

fn current(settings: Settings, revision: &str) -> Saved {
    Saved { settings, revision: Some(revision.to_owned()) }
}

#[test]
fn a_decision_goes_with_who_when_and_why_and_can_be_undone() {
    let mut state = saving();
    let entry = state.desk.sent.clone().unwrap();
    assert_eq!((entry.by.as_str(), entry.plan, entry.at), ("Robin Vale", Plan::Free, state.given.now));
    update(&mut state, Event::Saved(1, "2".to_owned()));
    assert_eq!(state.desk.history.entries.len(), 1);
    assert!(act(&mut state, Act::UndoAsked).is_some(), "the draft is what was saved before");
    assert_eq!(state.dialog, Some(Dialog::Review), "which contributes more, so that it is confirmed first");
    assert_eq!(state.draft.in_app_data.switch(), Switch::On);
    let mut state = page(Plan::Premium);
    update(&mut state, Event::InAppDataSwitched);
    update(&mut state, Event::SaveConfirmed(String::new()));
    update(&mut state, Event::Saved(1, "2".to_owned()));
    assert!(matches!(act(&mut state, Act::UndoAsked), Some(Effect::Save { .. })), "less is saved at once");
}

#[test]
fn a_discarded_draft_comes_back_with_both_lists() {
    let mut state = page(Plan::Free);
    update(&mut state, Event::PlacesListed(vec![space("a")]));
    update(&mut state, Event::InAppDataSwitched);
    update(&mut state, Event::PlacesListed(vec![space("b")]));
    let before = (state.draft.clone(), state.set_aside.clone());
    update(&mut state, Event::Discarded);
    assert!(!state.is_changed());
    act(&mut state, Act::UndoAsked);
    assert_eq!((state.draft.clone(), state.set_aside.clone()), before);
}

#[test]
fn nothing_is_claimed_of_a_save_without_an_answer_until_it_was_read() {
    let mut state = saving();
    let asked = act(&mut state, Act::SaveOverdue(1));
    assert!(matches!(asked, Some(Effect::Desk(Task::Reread(Reread::Confirm(1))))));
    assert!(matches!(state.saving, Saving::Unknown { .. }) && !state.is_editable());
    let mut arrived = state.clone();
    let told = act(&mut arrived, Act::Reread(Reread::Confirm(1), Ok(current(off(), "2"))));
    assert!(matches!(told, Some(Effect::TellSaved(_))) && !arrived.is_changed());
    let mut lost = state.clone();
    act(&mut lost, Act::Reread(Reread::Confirm(1), Ok(current(Settings::of_plan(Plan::Free), "1"))));
    assert_eq!(lost.saving, Saving::Failed { code: "not-arrived".to_owned() });
    assert!(lost.is_changed() && lost.is_editable());
    let mut other = state.clone();
    let mut theirs = off();
    theirs.in_app_data.exceptions_mut().insert(space("t"));
    act(&mut other, Act::Reread(Reread::Confirm(1), Ok(current(theirs, "9"))));
    assert_eq!((other.dialog, other.differences().len()), (Some(Dialog::Conflict), 1));
    act(&mut state, Act::Reread(Reread::Confirm(1), Err("offline".to_owned())));
    assert_eq!(state.saving, Saving::Failed { code: "unconfirmed".to_owned() });
    assert!(matches!(act(&mut state, Act::RereadAsked), Some(Effect::Desk(Task::Reread(_)))));
}

#[test]
fn a_late_answer_counts_once_and_only_for_its_own_save() {
    let mut state = saving();
    act(&mut state, Act::SaveOverdue(1));
    assert!(matches!(update(&mut state, Event::Saved(1, "2".to_owned())), Some(Effect::TellSaved(_))));
    assert!(update(&mut state, Event::Saved(1, "3".to_owned())).is_none(), "an adapter that answers twice is heard once");
    assert_eq!(state.loading.revision(), Some("2"));
    assert!(act(&mut state, Act::SaveOverdue(1)).is_none());
    update(&mut state, Event::SaveFailed(1, "server".to_owned()));
    assert_eq!(state.saving, Saving::Idle);
}

#[test]
fn a_save_that_is_forbidden_leaves_a_page_to_read_with_its_reason() {
    let mut state = saving();
    update(&mut state, Event::SaveFailed(1, "forbidden".to_owned()));
    assert_eq!(state.barrier(), Some(Barrier::Forbidden));
    assert!(state.is_changed(), "what was changed is still there");
}

#[test]
fn the_choice_of_each_row_makes_the_draft_and_the_next_save_names_what_is_saved_now() {
    let mut state = page(Plan::Free);
    update(&mut state, Event::PlacesListed(vec![space("mine")]));
    update(&mut state, Event::SaveAsked);
    let mut theirs = Settings::of_plan(Plan::Free);
    theirs.in_app_data.exceptions_mut().insert(space("theirs"));
    update(&mut state, Event::SaveConflicted(1, current(theirs, "7")));
    assert_eq!(state.dialog, Some(Dialog::Conflict));
    assert!(update(&mut state, Event::SaveAsked).is_none(), "nothing is saved before the choice");
    let choices = state.differences().into_iter().map(|row| (row.clone(), row.changed_by())).collect();
    act(&mut state, Act::Merged(choices));
    assert_eq!(state.draft.in_app_data.exceptions().len(), 2);
    assert_eq!(state.changes().len(), 1);
    let again = update(&mut state, Event::SaveAsked);
    assert!(matches!(again, Some(Effect::Save { revision: Some(revision), .. }) if revision == "7"));
}

#[test]
fn what_another_tab_saved_is_shown_at_once_or_compared_with_the_draft() {
    let news = || Act::Heard(News::Saved { revision: "2".to_owned() });
    let mut state = page(Plan::Free);
    assert!(matches!(act(&mut state, news()), Some(Effect::Desk(Task::Reread(Reread::Compare)))));
    act(&mut state, Act::Reread(Reread::Compare, Ok(current(off(), "2"))));
    assert_eq!((state.draft.in_app_data.switch(), state.notice), (Switch::Off, Some(Notice::Updated)));
    let mut state = page(Plan::Free);
    update(&mut state, Event::PlacesListed(vec![space("mine")]));
    assert!(act(&mut state, news()).is_none() && state.desk.elsewhere.saved);
    act(&mut state, Act::Reread(Reread::Compare, Ok(current(off(), "2"))));
    assert_eq!((state.dialog, state.desk.elsewhere.saved), (Some(Dialog::Conflict), false));
    act(&mut state, Act::Heard(News::Editing { tab: "x".to_owned(), changes: 2 }));
    assert_eq!(state.desk.elsewhere.editing.len(), 1);
    act(&mut state, Act::Heard(News::Editing { tab: "x".to_owned(), changes: 0 }));
    assert!(state.desk.elsewhere.editing.is_empty());
}

#[test]
fn a_draft_that_was_begun_on_other_settings_is_shown_beside_them() {
    let mut state = State::new(given(Plan::Free));
    let base = current(Settings::of_plan(Plan::Free), "1");
    let mut draft = base.settings.clone();
    draft.in_app_data.exceptions_mut().insert(space("mine"));
    act(&mut state, Act::Restored(Kept { draft: draft.clone(), set_aside: BTreeSet::new(), base: Some(base) }));
    update(&mut state, Event::Loaded(Some(off()), Some("2".to_owned())));
    assert_eq!((state.dialog, state.draft.clone()), (Some(Dialog::Conflict), draft));
}

#[test]
fn another_plan_is_looked_at_without_touching_the_draft() {
    let mut state = page(Plan::Enterprise);
    update(&mut state, Event::MetadataSwitched);
    let draft = state.draft.clone();
    act(&mut state, Act::WhatIf(Some(WhatIf { plan: Plan::Standard, fate: Fate::Resets })));
    assert_eq!((state.plan(), state.barrier()), (Plan::Standard, Some(Barrier::WhatIf)));
    assert_eq!(state.in_view().in_app_data.switch(), Switch::On);
    assert!(state.request().unwrap().organization.unwrap().contains("standard"));
    assert!(update(&mut state, Event::InAppDataSwitched).is_none() && state.draft == draft);
    assert_eq!(state.changes().len(), 1, "what is unsaved stays so");
    act(&mut state, Act::WhatIf(Some(WhatIf { plan: Plan::Standard, fate: Fate::Stays })));
    assert_eq!(state.in_view(), draft);
    act(&mut state, Act::WhatIf(None));
    assert_eq!((state.plan(), state.barrier()), (Plan::Enterprise, None));
}

#[test]
fn what_the_host_says_wrongly_of_an_organization_is_no_basis_for_a_save() {
    let mut given = given(Plan::Free);
    given.surroundings.is_sound = false;
    let mut state = State::new(given);
    update(&mut state, Event::Loaded(None, None));
    assert_eq!(state.barrier(), Some(Barrier::Unsound));
    assert!(update(&mut state, Event::InAppDataSwitched).is_none());
}

#[test]
fn several_organizations_are_shown_side_by_side_and_none_is_left_with_changes_unasked() {
    let of = |id: &str, plan| Organization { id: id.to_owned(), ..Organization::of_plan(plan) };
    let all = [of("one", Plan::Free), of("two", Plan::Enterprise)];
    let salvaged = |organization| Salvaged { organization, faults: Vec::new(), is_sound: true };
    let surroundings = Surroundings { organizations: Arc::new(all.clone().map(salvaged).into()), ..Surroundings::default() };
    let mut state = State::new(Given { organization: all[0].clone(), surroundings, ..given(Plan::Free) });
    update(&mut state, Event::Loaded(None, None));
    act(&mut state, Act::OtherRead("two".to_owned(), Other::Read(Some(off()))));
    let rows = overview(&state);
    assert!(rows[0].is_current && matches!(rows[0].settings, Known::Read { is_locked: true, is_default: true, .. }));
    assert!(matches!(rows[1].settings, Known::Read { is_locked: false, in_app_data: Switch::Off, is_default: false, .. }));
    update(&mut state, Event::InAppDataSwitched);
    assert!(act(&mut state, Act::OrganizationChosen("two".to_owned())).is_none());
    assert_eq!(state.dialog, Some(Dialog::Leave));
    let mut given_up = state.clone();
    assert!(matches!(act(&mut given_up, Act::Left(Leave::Discarding)), Some(Effect::Desk(Task::Forget(left))) if left == "one"));
    assert!(matches!(act(&mut state, Act::Left(Leave::Keeping)), Some(Effect::Load)));
    assert_eq!((state.given.organization.id.as_str(), state.plan(), state.is_changed()), ("two", Plan::Enterprise, false));
}

#[test]
fn rows_of_the_list_say_since_when() {
    let mut state = page(Plan::Free);
    update(&mut state, Event::PlacesListed(vec![space("a")]));
    assert_eq!(state.since(&space("a")), Since::Draft);
    update(&mut state, Event::SaveAsked);
    update(&mut state, Event::Saved(1, "2".to_owned()));
    assert_eq!(state.since(&space("a")), Since::At { at: state.given.now, by: "Robin Vale".to_owned() });
    act(&mut state, Act::PlacesUnlisted(vec![space("a")]));
    assert_eq!(state.changes().len(), 1);
}
