//! What can be asked about a preview: every kind of question, over the samples.

use data_contribution::engine::{Engine, QuestionKind, Refusal};
use data_contribution::policy::{Policy, samples};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

fn asked(kind: QuestionKind, members: Json) -> Json {
    let mut request = json!({"plan": "standard", "now": "2026-11-23T09:00:00Z", "seed": "golden"});
    request.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    let answer = Engine::default().ask(kind, &request.to_string()).expect("an answer");
    serde_json::from_str(&answer).expect("an answer is JSON")
}

fn items(value: &Json) -> &[Json] {
    value.as_array().expect("a list")
}

#[test]
fn the_canary_ends_nowhere_outside() {
    let answer = asked(QuestionKind::Canary, json!({"samples": true}));
    assert_eq!((&answer["survivors"], &answer["unread"]), (&json!(0), &json!(0)));
    let forms: BTreeSet<_> = items(&answer["forms"]).iter().map(|form| form["id"].as_str().unwrap()).collect();
    assert_eq!(items(&answer["records"]).len(), samples::ALL.len());
    let mut leaving = BTreeSet::new();
    for record in items(&answer["records"]) {
        let copies = items(&record["copies"]);
        let here: BTreeSet<_> = copies.iter().map(|copy| copy["form"].as_str().unwrap()).collect();
        // Text without nodes cannot be split over two.
        let missing: Vec<_> = forms.difference(&here).filter(|form| **form != "split").collect();
        assert!(missing.is_empty(), "{}: {missing:?}", record["id"]);
        assert_eq!(record["traces"], json!([]), "{}", record["id"]);
        leaving.extend(copies.iter().filter(|copy| copy["ends"] == "replaced").map(|copy| copy["form"].as_str().unwrap()));
    }
    assert_eq!(leaving, forms, "every form is met in text that leaves");
}

#[test]
fn the_canary_is_seen_where_a_policy_lets_it_go() {
    let policy = r#"{"operators": {"PERSON": {"operator": "keep"}, "PHONE_NUMBER": {"operator": "keep"}}}"#;
    let answer = asked(QuestionKind::Canary, json!({"sample": "jira-checkout", "policy": policy}));
    let survivors = items(&answer["records"][0]["copies"]).iter().filter(|copy| copy["ends"] == "survives");
    let forms: BTreeSet<_> = survivors.map(|copy| copy["form"].as_str().unwrap()).collect();
    assert!(forms.is_superset(&BTreeSet::from(["full-name", "initials", "phone", "split"])), "{forms:?}");
    assert!(items(&answer["records"][0]["traces"]).contains(&json!("seraphine")));
}

const ON: &str = r#"{"version": 1, "metadata": "on", "inAppData": {"coverage": "on", "exceptions": []}}"#;
const OFF: &str = r#"{"version": 1, "metadata": "on", "inAppData": {"coverage": "off", "exceptions": []}}"#;

#[test]
fn a_draft_that_is_what_is_saved_changes_nothing() {
    let answer = asked(QuestionKind::Diff, json!({"samples": true, "settings": ON, "saved": ON}));
    assert_eq!((&answer["changed"], &answer["fields"], &answer["findings"]), (&json!(0), &json!([]), &json!([])));
    assert_eq!(answer["records"], json!(samples::ALL.len()));
}

#[test]
fn what_begins_to_leave_stops_when_it_is_taken_back() {
    let on = asked(QuestionKind::Diff, json!({"samples": true, "settings": ON, "saved": OFF}));
    let off = asked(QuestionKind::Diff, json!({"samples": true, "settings": OFF, "saved": ON}));
    let summary = |answer: &Json, change: &str| -> Vec<(Json, Json, Json)> {
        let rows = items(&answer["fields"]).iter().filter(|row| row["change"] == change);
        rows.map(|row| (row["recordType"].clone(), row["path"].clone(), row["count"].clone())).collect()
    };
    assert!(summary(&on, "begins").len() > 40);
    assert_eq!((summary(&on, "begins"), summary(&on, "stops")), (summary(&off, "stops"), summary(&off, "begins")));
    assert!(items(&on["findings"]).iter().all(|row| row["before"].is_null() && row["change"] == "begins"));
    assert!(items(&on["fields"]).iter().all(|row| row["lane"] == "in-app-data" && row["after"]["code"].is_string()));
}

#[test]
fn another_policy_changes_findings_and_says_how() {
    let saved = r#"{"operators": {"EMAIL_ADDRESS": {"operator": "mask"}}}"#;
    let answer = asked(QuestionKind::Diff, json!({"sample": "jira-checkout", "settings": ON, "saved": ON, "savedPolicy": saved}));
    let rows = items(&answer["findings"]);
    assert!(rows.len() == 1 && rows[0]["change"] == "changes", "{rows:?}");
    assert_eq!(
        (&rows[0]["entity"], &rows[0]["before"], &rows[0]["after"]),
        (&json!("EMAIL_ADDRESS"), &json!("mask"), &json!("replace"))
    );
    let less = r#"{"entities": {"EMAIL_ADDRESS": {"enabled": false}}}"#;
    let answer = asked(QuestionKind::Diff, json!({"sample": "jira-checkout", "settings": ON, "saved": ON, "savedPolicy": less}));
    assert!(items(&answer["findings"]).iter().any(|row| row["entity"] == "EMAIL_ADDRESS" && row["change"] == "begins"));
}

/// Where a text stands in a sample: the path of its field and its offsets.
fn place(sample: &str, text: &str) -> Json {
    let request = json!({"sample": sample}).to_string();
    let request = serde_json::from_str(&request).unwrap();
    let preview = Engine::default().preview(&request).unwrap();
    let field = preview.records[0].fields.iter().find(|field| field.text.original.contains(text)).expect("it stands there");
    let at = field.text.original.find(text).unwrap();
    let start = field.text.original[..at].encode_utf16().count();
    json!({"path": field.path, "start": start, "end": start + text.encode_utf16().count()})
}

fn why_not(sample: &str, text: &str, policy: Option<&str>) -> Json {
    let mut members = place(sample, text);
    members["sample"] = json!(sample);
    members["policy"] = json!(policy);
    asked(QuestionKind::WhyNot, members)
}

#[test]
fn what_is_missed_can_be_caught_by_a_rule() {
    for sample in samples::ALL {
        let answer = why_not(sample.id, sample.misses, None);
        let rules = items(&answer["rules"]);
        let deny = rules.iter().find(|rule| rule["kind"] == "deny").unwrap_or_else(|| panic!("{}: {answer}", sample.id));
        let policy = deny["policy"].as_str().unwrap();
        assert!(Policy::parse(policy).is_ok() && Policy::parse(&deny["entry"].to_string()).is_ok());
        let after = why_not(sample.id, sample.misses, Some(policy));
        assert!(items(&after["found"]).iter().any(|found| found["recognizer"] == "deny-list"), "{}", sample.id);
    }
}

#[test]
fn what_the_policy_keeps_from_being_found_is_said() {
    let off = r#"{"entities": {"EMAIL_ADDRESS": {"enabled": false}}}"#;
    let address = "priya.raman@bluefjord.example";
    let answer = why_not("jira-checkout", address, Some(off));
    let nearest = items(&answer["nearest"]);
    assert!(nearest.iter().any(|near| near["test"] == "switched-off" && near["detail"] == "EMAIL_ADDRESS"), "{answer}");
    assert!(items(&answer["rules"]).iter().any(|rule| rule["kind"] == "switch-on"), "{answer}");
}

#[test]
fn what_was_found_can_be_allowed() {
    let answer = why_not("jira-checkout", "4111", None);
    let rules = items(&answer["rules"]);
    assert!(!items(&answer["found"]).is_empty() && rules.len() == 1 && rules[0]["kind"] == "allow", "{answer}");
}

#[test]
fn the_failed_test_is_named() {
    let ask = |text: &str, asked_text: &str| {
        let start = text.find(asked_text).unwrap();
        let path = "";
        let request = json!({"input": text, "format": "text", "path": path, "start": start, "end": start + asked_text.len()});
        asked(QuestionKind::WhyNot, request)
    };
    let tests = |answer: &Json| -> Vec<(String, String)> {
        let text = |value: &Json| value.as_str().unwrap().to_owned();
        items(&answer["nearest"]).iter().map(|near| (text(&near["test"]), text(&near["entity"]))).collect()
    };
    let card = tests(&ask("paid with 4111 1111 1111 1112 today", "4111 1111 1111 1112"));
    assert!(card.contains(&("check".to_owned(), "CREDIT_CARD".to_owned())), "{card:?}");
    let address = tests(&ask("write to mia . krueger at once", "mia . krueger"));
    assert!(address.iter().all(|(test, _)| !test.is_empty()));
}

#[test]
fn a_receipt_holds_no_text_and_is_always_the_same() {
    let receipt = |sample: &str| asked(QuestionKind::Receipt, json!({"sample": sample}));
    for sample in samples::ALL {
        let (one, other) = (receipt(sample.id), receipt(sample.id));
        assert_eq!(one, other);
        let written = one.to_string();
        let record: Json = serde_json::from_str(sample.text).unwrap();
        let mut texts = Vec::new();
        strings(&record, &mut texts);
        for text in texts.iter().filter(|text| text.contains(' ') || text.contains('@')) {
            assert!(!written.contains(text.as_str()), "{}: the receipt holds {text}", sample.id);
        }
        assert_eq!(one["digest"].as_str().unwrap(), data_contribution::policy::seal(&one["receipt"]));
        crate::contract::holds("receipt", &one["receipt"]);
    }
    assert_ne!(receipt("jira-checkout")["digest"], receipt("jira-comment")["digest"]);
}

fn strings(value: &Json, texts: &mut Vec<String>) {
    match value {
        Json::String(text) => texts.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| strings(item, texts)),
        Json::Object(members) => members.values().for_each(|member| strings(member, texts)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[test]
fn another_operator_is_tried_with_its_risk_and_its_cost() {
    let operators =
        r#"{"EMAIL_ADDRESS": {"operator": "hash"}, "PERSON": {"operator": "generalize", "then": [{"operator": "mask"}]}}"#;
    let answer = asked(QuestionKind::Try, json!({"sample": "jira-checkout", "operators": operators}));
    let email = items(&answer["entities"]).iter().find(|entity| entity["entity"] == "EMAIL_ADDRESS").unwrap();
    assert_eq!((&email["before"]["operator"], &email["after"]["operator"]), (&json!("replace"), &json!("hash")));
    assert_eq!(email["after"]["risks"]["linkability"], json!("yes"));
    assert!(email["guess"]["seconds"].is_u64() && email["guessBefore"].is_null());
    let changes = items(&answer["changes"]);
    assert!(changes.iter().any(|change| change["after"].as_str().is_some_and(|after| after.len() == 16)));
    assert!(Policy::parse(answer["policy"].as_str().unwrap()).is_ok());
}

#[test]
fn a_field_gets_another_operator() {
    let fields = r#"{"/fields/summary": {"operator": "redact"}}"#;
    let answer = asked(QuestionKind::Try, json!({"sample": "jira-checkout", "fieldOperators": fields}));
    let change = items(&answer["changes"]).iter().find(|change| change["path"] == "/fields/summary").unwrap();
    assert_eq!((&change["entity"], &change["after"]), (&Json::Null, &json!("")));
    assert!(Policy::parse(answer["policy"].as_str().unwrap()).is_ok());
}

#[test]
fn whoever_is_named_can_be_the_canary() {
    let person =
        json!({"name": "Oluwaseun Ibáñez", "email": "o.ibanez@example.net", "phone": "+1 303 555 0117", "handle": "oibanez"});
    let answer = asked(QuestionKind::Canary, json!({"sample": "jira-checkout", "person": person}));
    assert_eq!((&answer["person"], &answer["survivors"]), (&person, &json!(0)));
    assert_eq!(answer["records"][0]["traces"], json!([]));
}

#[test]
fn a_record_is_most_like_itself() {
    let inputs = |left: &str, right: &str| {
        let input = |id: &str| json!({"id": id, "text": samples::text(id).unwrap()});
        asked(QuestionKind::Compare, json!({"inputs": [input(left), input(right)]}))
    };
    let same = inputs("jira-checkout", "jira-checkout");
    assert_eq!(same["similarity"], json!(100));
    assert!(items(&same["fields"]).iter().all(|field| field["same"] == json!(true)));
    assert!(inputs("jira-checkout", "confluence-blog-post")["similarity"].as_u64().unwrap() < 20);
}

#[test]
fn a_wrong_request_is_refused_with_its_place() {
    let refused = |kind, request: Json| match Engine::default().ask(kind, &request.to_string()) {
        Err(Refusal::Document { which: "request", error }) => error.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(QuestionKind::Diff, json!({"sample": "jira-checkout"})), "/saved: is missing");
    assert_eq!(refused(QuestionKind::Receipt, json!({})), "/input: is missing");
    assert_eq!(refused(QuestionKind::Compare, json!({"samples": true})), "/inputs: has 35 items, must have 2");
    let wrong = json!({"sample": "jira-checkout", "path": "/nowhere", "start": 0, "end": 1});
    assert_eq!(refused(QuestionKind::WhyNot, wrong), "/path: is not the path of a field");
}
