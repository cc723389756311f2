//! What explains a preview, as plain data: events in, questions and policies out.

use super::*;
use crate::detect::Entity;
use crate::engine::Engine as Native;
use crate::policy::{Instant, Organization, Plan, Policy};
use crate::state::{
    Act, Effect, Engine, Event, FindingId, Given, Key, Loading, Outcome, RefusalCode, Sample, Sandbox, Saved, State,
    Step as Towards, Task, found_text, update,
};
use crate::transform::Operator;
use serde_json::{Value as Json, json};
use std::sync::Arc;

const RECORD: &str = r#"{"key":"WEB-1","fields":{"summary":"Call Tommo about Priya Raman","assignee":{"displayName":"Priya Raman"},
    "project":{"key":"WEB"},"customfield_99999":"what is this"}}"#;

fn state() -> State {
    let organization = Organization::of_plan(Plan::Enterprise);
    let given = Given {
        organization_json: Arc::from(serde_json::to_string(&organization).unwrap()),
        organization,
        rules: Default::default(),
        policy_json: None,
        samples: vec![
            Sample::Given { id: "one".to_owned(), title: "One".to_owned(), text: Arc::from(RECORD) },
            Sample::BuiltIn { id: "jira-comment" },
        ],
        key: Key::Seed("test".to_owned()),
        now: Instant::parse("2026-11-23").unwrap(),
        readonly: false,
        surroundings: Default::default(),
    };
    let mut state = State::new(given);
    state.draft.in_app_data = crate::policy::Coverage::new(crate::policy::Switch::On, std::collections::BTreeSet::new());
    state.loading = Loading::Done(Saved { settings: state.draft.clone(), revision: None });
    state
}

/// What the engine answers to the state's own question.
fn answer(state: &mut State) {
    let request = state.request().unwrap();
    state.asked += 1;
    let preview = Native::default().preview(&request).unwrap();
    update(state, Event::Answered(state.asked, Ok(Arc::new(preview))));
}

fn shown() -> State {
    let mut state = state();
    answer(&mut state);
    state
}

fn send(state: &mut State, event: Explaining) -> Option<Effect> {
    update(state, Event::Explain(event))
}

/// The finding of a text.
fn finding(state: &State, text: &str) -> FindingId {
    let Outcome::Shown(shown) = &state.outcome else { panic!("no preview") };
    let all = crate::state::all_findings(&shown.0, 0);
    let is = |id: &FindingId| id.of(&shown.0).is_some_and(|(_, field, finding)| found_text(field, finding) == text);
    all.into_iter().find(is).unwrap()
}

fn inquiries(effect: Option<Effect>) -> Vec<Inquiry> {
    match effect {
        Some(Effect::Inquire(inquiry)) => vec![*inquiry],
        Some(Effect::Both(first, second)) => inquiries(Some(*first)).into_iter().chain(inquiries(Some(*second))).collect(),
        Some(_) | None => Vec::new(),
    }
}

#[test]
fn two_columns_need_room() {
    let mut state = state();
    assert_eq!(state.explain.effective_view(), View::Both);
    send(&mut state, Explaining::Narrowed(true));
    assert_eq!(state.explain.effective_view(), View::ByField);
    send(&mut state, Explaining::ViewChosen(View::Contributed));
    assert_eq!(state.explain.effective_view(), View::Contributed);
}

#[test]
fn a_tried_operator_changes_the_preview_and_its_reset_changes_it_back() {
    let mut state = shown();
    let id = finding(&state, "Priya Raman");
    update(&mut state, Event::FindingSelected(id));
    let effect = send(&mut state, Explaining::OperatorTried(Reach::Kind, Some(Operator::Redact)));
    let asked = inquiries(effect);
    assert_eq!(asked[0].kind, "try");
    assert_eq!(asked[0].request.policy, None, "what is tried is compared with the rules without it");
    let tried: Json = serde_json::from_str(asked[0].more["operators"].as_str().unwrap()).unwrap();
    assert_eq!(tried, json!({"PERSON": {"operator": "redact"}}));
    answer(&mut state);
    let contributed = state.contributed().unwrap();
    assert!(contributed.contains("Call Tommo about ") && !contributed.contains("PERSON_1"), "{contributed}");
    assert_eq!(state.rules().operators.of(Entity::Person).operator(), Operator::Redact);
    send(&mut state, Explaining::OperatorTried(Reach::Kind, None));
    answer(&mut state);
    assert!(state.contributed().unwrap().contains("PERSON_1"));
    assert_eq!((state.policy(), state.explain.tweaks.len()), (None, 0));
}

#[test]
fn a_parameter_belongs_to_the_operator_that_is_tried() {
    let mut state = shown();
    let id = finding(&state, "Priya Raman");
    update(&mut state, Event::FindingSelected(id));
    assert!(send(&mut state, Explaining::ParameterSet(Reach::Kind, "scope", "week".to_owned())).is_none(), "nothing is tried");
    send(&mut state, Explaining::OperatorTried(Reach::Kind, Some(Operator::Hash)));
    send(&mut state, Explaining::ParameterSet(Reach::Kind, "scope", "week".to_owned()));
    let policy = Policy::parse(state.policy().unwrap()).unwrap();
    assert_eq!(policy.operators.of(Entity::Person).first.parameters.scope, Some(crate::transform::Scope::Week));
    answer(&mut state);
    let Outcome::Shown(shown) = &state.outcome else { panic!("no preview") };
    let way = Waterfall::of(&shown.0, id).unwrap();
    assert_eq!(way.steps, [policy.operators.of(Entity::Person).first.clone()], "as the engine says");
}

#[test]
fn never_and_always_become_entries_of_the_policy() {
    let mut state = shown();
    let id = finding(&state, "Priya Raman");
    send(&mut state, Explaining::NeverHidden(id));
    let field = id.field;
    let asked = inquiries(send(&mut state, Explaining::Picked(0, field, (4, 10))));
    assert_eq!((asked[0].kind, state.explain.pick.as_ref().unwrap().text.as_str()), ("why-not", "Tommo"));
    assert_eq!((&asked[0].more["start"], &asked[0].more["end"]), (&json!(5), &json!(10)), "without the blank before it");
    send(&mut state, Explaining::AlwaysHidden);
    answer(&mut state);
    let contributed = state.contributed().unwrap();
    assert!(contributed.contains("Priya Raman") && !contributed.contains("Tommo"), "{contributed}");
    assert_eq!(state.explain.tweaks.len(), 2);
    send(&mut state, Explaining::TweakDropped(0));
    send(&mut state, Explaining::TweakDropped(7));
    answer(&mut state);
    assert!(!state.contributed().unwrap().contains("Priya Raman"));
    send(&mut state, Explaining::PolicyReset);
    assert_eq!(state.policy(), None);
}

#[test]
fn a_proposed_rule_is_merged_into_the_policy() {
    let mut state = shown();
    send(&mut state, Explaining::RuleTaken(json!({"customRecognizers": [{"id": "nick", "label": "NICK", "pattern": "Tommo"}]})));
    send(&mut state, Explaining::RuleTaken(json!({"deny": [{"text": "what"}]})));
    let policy = Policy::parse(state.policy().unwrap()).unwrap();
    assert_eq!((policy.tuning.custom_recognizers.len(), policy.tuning.deny.len()), (1, 1));
    assert!(send(&mut state, Explaining::RuleTaken(json!("no object"))).is_none());
}

#[test]
fn a_policy_is_used_only_after_the_engine_has_read_it() {
    let mut state = shown();
    send(&mut state, Explaining::PolicyTyped("{ \"version\": 2 }".to_owned()));
    let asked = inquiries(send(&mut state, Explaining::PolicyUsed));
    assert_eq!((asked[0].kind, state.policy()), ("preview", None));
    let refusal = crate::state::Refusal {
        pointer: Some("/version".to_owned()),
        ..crate::state::Refusal::of(crate::state::RefusalCode::Document)
    };
    send(&mut state, Explaining::Told(Topic::Policy, asked[0].number, Err(refusal)));
    let writing = &state.explain.writing;
    assert_eq!(
        (&*writing.text, writing.refusal.is_some(), state.policy()),
        ("{ \"version\": 2 }", true, None),
        "what was typed is kept"
    );
    send(&mut state, Explaining::PolicyTyped("{ \"threshold\": 80 }".to_owned()));
    let asked = inquiries(send(&mut state, Explaining::PolicyUsed));
    send(&mut state, Explaining::Told(Topic::Policy, asked[0].number, Ok(Arc::new(json!({})))));
    assert_eq!(state.rules().threshold.value(), 80);
    assert!(
        matches!(send(&mut state, Explaining::PolicyKept), Some(Effect::Desk(crate::state::Task::Keep(file))) if file.name == "policy.json")
    );
}

#[test]
fn answers_that_are_late_or_of_another_record_are_dropped() {
    let mut state = shown();
    let first = inquiries(send(&mut state, Explaining::Asked(Topic::Receipt)));
    let second = inquiries(send(&mut state, Explaining::Asked(Topic::Receipt)));
    send(&mut state, Explaining::Told(Topic::Receipt, first[0].number, Ok(Arc::new(json!({})))));
    assert!(matches!(state.explain.answer(Topic::Receipt).unwrap().worth, Worth::Waiting));
    update(&mut state, Event::SourceChosen(crate::state::Source::Own));
    send(&mut state, Explaining::Told(Topic::Receipt, second[0].number, Ok(Arc::new(json!({"receipt": {}})))));
    assert!(state.explain.answer(Topic::Receipt).is_none());
    assert!(send(&mut state, Explaining::ReceiptKept).is_none());
}

#[test]
fn clearing_the_own_record_forgets_every_answer_about_it() {
    let mut state = shown();
    update(&mut state, Event::OwnTyped(RECORD.to_owned()));
    answer(&mut state);
    send(&mut state, Explaining::Picked(0, 0, (0, 4)));
    send(&mut state, Explaining::FormatChosen(Some(crate::record::parse::InputFormat::Text)));
    send(&mut state, Explaining::Asked(Topic::Canary));
    update(&mut state, Event::OwnCleared);
    let explain = &state.explain;
    assert!(explain.pick.is_none() && explain.format.is_none() && explain.answers.is_empty());
}

#[test]
fn questions_name_every_sample_and_leave_the_texts_of_ours_to_the_host() {
    let mut state = shown();
    let asked = inquiries(send(&mut state, Explaining::Asked(Topic::Difference)));
    assert_eq!(asked[0].more["inputs"], json!([{"id": "one", "text": RECORD}, {"id": "jira-comment"}]));
    assert!(asked[0].more["saved"].as_str().unwrap().contains("inAppData"));
    assert_eq!(asked[0].request.input, None);
    let asked = inquiries(send(&mut state, Explaining::OtherChosen(Some("jira-comment".to_owned()))));
    assert_eq!(asked[0].more["inputs"], json!([{"id": "one", "text": RECORD}, {"id": "jira-comment"}]));
}

#[test]
fn the_engine_understands_every_question() {
    let engine = Native::default();
    let mut state = shown();
    let id = finding(&state, "Priya Raman");
    update(&mut state, Event::FindingSelected(id));
    let mut asked = inquiries(send(&mut state, Explaining::OperatorTried(Reach::Kind, Some(Operator::Pseudonymize))));
    asked.extend(inquiries(send(&mut state, Explaining::Picked(0, id.field, (5, 10)))));
    for topic in [Topic::Difference, Topic::Canary, Topic::Receipt] {
        asked.extend(inquiries(send(&mut state, Explaining::Asked(topic))));
    }
    asked.extend(inquiries(send(&mut state, Explaining::OtherChosen(Some("jira-comment".to_owned())))));
    assert_eq!(asked.len(), 6);
    for Inquiry { kind, request, more, .. } in asked {
        let text = crate::policy::samples::text("jira-comment").unwrap();
        let mut whole = serde_json::to_value(&request).unwrap();
        let members = whole.as_object_mut().unwrap();
        members.retain(|_, value| !value.is_null());
        members.extend(more);
        if let Some(inputs) = whole.get_mut("inputs").and_then(Json::as_array_mut) {
            // What the host does.
            inputs.iter_mut().filter(|input| input.get("text").is_none()).for_each(|input| input["text"] = json!(text));
        }
        let answer = engine.ask(kind.parse().unwrap(), &whole.to_string());
        assert!(answer.is_ok(), "{kind}: {answer:?}");
    }
}

#[test]
fn the_way_of_a_finding_is_told_from_raw_to_leaving() {
    let state = shown();
    let Outcome::Shown(shown) = &state.outcome else { panic!("no preview") };
    let way = Waterfall::of(&shown.0, finding(&state, "Priya Raman")).unwrap();
    assert!(way.bytes.is_some_and(|bytes| bytes > 10) && !way.settled);
    assert_eq!((way.raw.as_str(), way.leaves.as_deref()), ("Priya Raman", Some("PERSON_1")));
    assert_eq!(way.steps.iter().map(|step| step.operator).collect::<Vec<_>>(), [Operator::Replace]);
    assert!(!way.reasons.is_empty() && way.undone.is_empty());
    assert_eq!(not_understood(&shown.0.records[0]).len(), 1);
    let taken = recognized(&shown.0, 0).unwrap();
    assert_eq!((taken.format.id(), taken.records), ("jira", 1));
}

#[test]
fn stepping_leaves_what_was_picked() {
    let mut state = shown();
    let id = finding(&state, "Priya Raman");
    send(&mut state, Explaining::Picked(0, id.field, (5, 10)));
    assert!(state.selected.is_none());
    update(&mut state, Event::FindingStepped(Towards::Next));
    assert!(state.explain.pick.is_none() && state.selected.is_some());
}

#[test]
fn what_speaks_for_a_value_is_shown_and_never_copied() {
    let mut state = shown();
    update(&mut state, Event::OwnTyped("The login page crashes: please fix this bug.".to_owned()));
    answer(&mut state);
    let Outcome::Shown(shown) = &state.outcome else { panic!("no preview") };
    let weighed = shown.0.records[0].contributed.metadata.iter().filter(|attribute| !attribute.evidence.is_empty()).count();
    assert_eq!(weighed, 1);
    let copied: Json = serde_json::from_str(&state.contributed().unwrap()).unwrap();
    let metadata = copied["metadata"].as_array().unwrap();
    assert_eq!(metadata.len(), shown.0.records[0].contributed.metadata.len());
    assert!(metadata.iter().all(|attribute| attribute.get("evidence").is_none()));
}

#[test]
fn a_whole_field_gets_another_operator_once_the_engine_knows_its_rule() {
    let engine = Native::default();
    let mut state = shown();
    let id = finding(&state, "Priya Raman");
    update(&mut state, Event::FindingSelected(id));
    let asked = inquiries(send(&mut state, Explaining::OperatorTried(Reach::Field, Some(Operator::Redact))));
    let fields = asked[0].more["fieldOperators"].as_str().unwrap().to_owned();
    assert_eq!(fields, r#"{"/fields/summary":{"operator":"redact"}}"#);
    let mut request = serde_json::to_value(&asked[0].request).unwrap();
    request.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    request["fieldOperators"] = json!(fields);
    let trial: Json = serde_json::from_str(&engine.ask("try".parse().unwrap(), &request.to_string()).unwrap()).unwrap();
    let effect = send(&mut state, Explaining::Told(Topic::Trial, asked[0].number, Ok(Arc::new(trial))));
    assert!(matches!(effect, Some(Effect::Ask(_))), "now the preview follows");
    answer(&mut state);
    let contributed: Json = serde_json::from_str(&state.contributed().unwrap()).unwrap();
    assert_eq!(contributed["inAppData"]["fields"]["summary"], json!(""));
    update(&mut state, Event::FindingSelected(FindingId { finding: 0, ..id }));
    assert_eq!(state.tried().map(|(reach, step)| (reach, step.operator)), Some((Reach::Field, Operator::Redact)));
    let other = json!({"recordType": "jira-issue", "field": "/nowhere", "operator": {"operator": "redact"}});
    let refused = Policy::parse(&json!({ "fieldOperators": [other] }).to_string()).unwrap_err();
    assert_eq!(refused.to_string(), "/fieldOperators/0: must name the record type and the field of a rule");
    send(&mut state, Explaining::OperatorTried(Reach::Field, None));
    answer(&mut state);
    assert!(state.contributed().unwrap().contains("PERSON_1") && state.policy().is_none());
}

#[test]
fn an_entry_is_added_once_the_engine_has_read_it_and_can_be_taken_out() {
    let mut state = shown();
    let wrong = json!({"id": "nick", "pattern": "("});
    let asked = inquiries(send(&mut state, Explaining::EntryAdded("customRecognizers", wrong)));
    let policy: Json = serde_json::from_str(asked[0].request.policy.as_ref().unwrap()).unwrap();
    assert_eq!((policy["customRecognizers"][0]["id"].as_str(), state.policy()), (Some("nick"), None));
    let refusal = crate::state::Refusal::of(crate::state::RefusalCode::Document);
    send(&mut state, Explaining::Told(Topic::Policy, asked[0].number, Err(refusal)));
    assert!(state.explain.adding.as_ref().unwrap().1.is_some() && state.explain.writing.refusal.is_none());
    let entry = json!({"text": "Tommo"});
    let asked = inquiries(send(&mut state, Explaining::EntryAdded("deny", entry.clone())));
    let effect = send(&mut state, Explaining::Told(Topic::Policy, asked[0].number, Ok(Arc::new(json!({})))));
    assert!(matches!(effect, Some(Effect::Ask(_))) && state.explain.adding.is_none());
    assert_eq!(entries(state.policy(), "deny"), std::slice::from_ref(&entry));
    send(&mut state, Explaining::EntryRemoved("deny", entry));
    assert_eq!((state.policy(), state.explain.tweaks.len()), (None, 0));
    state.explain.imported = Some(Arc::from(r#"{"customFields": {"customfield_1": "sprint"}}"#));
    send(&mut state, Explaining::EntryRemoved("customFields", json!({"customfield_1": "sprint"})));
    assert_eq!(Policy::parse(state.policy().unwrap()), Ok(Policy::default()));
}

#[test]
fn whoever_is_followed_is_told_to_the_engine_alone() {
    let mut state = shown();
    let person = Canary::new(["Ada Okafor", "ada@example.org", "+1 212 555 0100", "aokafor"].map(str::to_owned));
    let asked = inquiries(send(&mut state, Explaining::CanaryNamed(Some(person))));
    assert_eq!((&asked[0].more["person"]["name"], asked[0].kind), (&json!("Ada Okafor"), "canary"));
    assert!(inquiries(send(&mut state, Explaining::CanaryNamed(None)))[0].more.get("person").is_none());
}

#[test]
fn a_save_records_the_receipt_of_its_own_draft_alone() {
    let mut state = shown();
    let asked = inquiries(send(&mut state, Explaining::Asked(Topic::Receipt)));
    let receipt = Arc::new(json!({"receipt": {}, "digest": "ab12"}));
    send(&mut state, Explaining::Told(Topic::Receipt, asked[0].number, Ok(Arc::clone(&receipt))));
    assert_eq!(state.desk.receipt, "ab12");
    update(&mut state, Event::InAppDataSwitched);
    assert!(state.desk.receipt.is_empty() && state.explain.answer(Topic::Receipt).is_none());
    let asked = inquiries(send(&mut state, Explaining::Asked(Topic::Receipt)));
    send(&mut state, Explaining::Told(Topic::Receipt, asked[0].number, Ok(receipt)));
    let effect = update(&mut state, Event::SaveConfirmed(String::new()));
    assert!(matches!(effect, Some(Effect::Save { entry, .. }) if entry.receipt_digest == "ab12"));
}

/// A page with an engine and an unsaved change, of which nothing was answered yet; and the receipt that a save asks for.
fn saving() -> (State, u32) {
    let mut state = shown();
    state.engine = ready();
    update(&mut state, Event::InAppDataSwitched);
    let effect = update(&mut state, Event::SaveConfirmed(String::new()));
    let Some(Effect::Both(question, pause)) = effect else { panic!("it waits for no receipt: {effect:?}") };
    assert!(matches!(*pause, Effect::Desk(Task::Hold(attempt)) if attempt == state.desk.attempt));
    assert!(!state.is_editable(), "nothing may change meanwhile");
    let number = inquiries(Some(*question))[0].number;
    (state, number)
}

fn ready() -> Engine {
    Engine::Ready { version: "1".to_owned(), sandbox: Sandbox::Proven }
}

/// The pause of this save, or of one so much later, is over.
fn hold_ended(state: &mut State, later: u32) -> Option<Effect> {
    let attempt = state.desk.attempt + later;
    update(state, Event::Desk(Act::HoldEnded(attempt)))
}

fn digest(effect: Option<Effect>) -> Option<String> {
    let effect = effect?;
    let Effect::Save { entry, .. } = effect else { panic!("no save: {effect:?}") };
    Some(entry.receipt_digest)
}

#[test]
fn a_save_that_is_faster_than_its_receipt_waits_for_it() {
    let (mut state, number) = saving();
    // The preview of the draft comes in between; the save's receipt is not asked for once more.
    answer(&mut state);
    assert!(!state.is_due(Topic::Receipt));
    let receipt = || Ok(Arc::new(json!({"receipt": {}, "digest": "ab12"})));
    assert_eq!(digest(send(&mut state, Explaining::Told(Topic::Receipt, number, receipt()))).as_deref(), Some("ab12"));
    assert!(digest(send(&mut state, Explaining::Told(Topic::Receipt, number, receipt()))).is_none(), "it is sent once");
    assert!(digest(hold_ended(&mut state, 0)).is_none(), "it is sent once");
}

#[test]
fn a_receipt_that_was_asked_for_already_is_waited_for_too() {
    let mut state = shown();
    state.engine = ready();
    update(&mut state, Event::InAppDataSwitched);
    let number = inquiries(send(&mut state, Explaining::Asked(Topic::Receipt)))[0].number;
    let effect = update(&mut state, Event::SaveConfirmed(String::new()));
    assert!(matches!(effect, Some(Effect::Desk(Task::Hold(_)))));
    let told = Explaining::Told(Topic::Receipt, number, Ok(Arc::new(json!({"receipt": {}, "digest": "ab12"}))));
    assert_eq!(digest(send(&mut state, told)).as_deref(), Some("ab12"));
}

#[test]
fn a_save_never_hangs_on_its_receipt() {
    let (mut state, _) = saving();
    assert!(digest(hold_ended(&mut state, 1)).is_none(), "that is another save");
    assert_eq!(digest(hold_ended(&mut state, 0)).as_deref(), Some(""));
    let (mut state, number) = saving();
    let refused = Err(Refusal::of(RefusalCode::EngineTimeout));
    assert_eq!(digest(send(&mut state, Explaining::Told(Topic::Receipt, number, refused))).as_deref(), Some(""));
    // Without an engine, or with nothing to preview, there is nothing to wait for.
    for change in [|state: &mut State| state.engine = Engine::Restarting, |state: &mut State| state.outcome = Outcome::Nothing] {
        let mut state = shown();
        state.engine = ready();
        change(&mut state);
        update(&mut state, Event::InAppDataSwitched);
        assert_eq!(digest(update(&mut state, Event::SaveConfirmed(String::new()))).as_deref(), Some(""));
    }
}

#[test]
fn a_draft_that_is_given_up_while_it_waits_is_not_saved() {
    let (mut state, number) = saving();
    update(&mut state, Event::Discarded);
    let receipt = Ok(Arc::new(json!({"receipt": {}, "digest": "ab12"})));
    assert!(digest(send(&mut state, Explaining::Told(Topic::Receipt, number, receipt))).is_none());
    assert!(digest(hold_ended(&mut state, 0)).is_none());
}
