//! The contract: the published schemas hold for what the engine really says, and every id is spelled as promised.

use data_contribution::catalog::{REASONS, catalog};
use data_contribution::detect::{Entity, NamedCheck};
use data_contribution::engine::{DetectRequest, Engine, Offsets, PreviewRequest, Refusal};
use data_contribution::policy::{
    AuditEntry, Error, History, Instant, Lane, Organization, Place, Plan, Policy, Product, Reason, Settings, Switch, Uncovered,
};
use data_contribution::record::parse::{Error as RecordError, Fault};
use data_contribution::transform::Operator;
use jsonschema::{Registry, Validator};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

const CLASSES: &str =
    "PERSON EMAIL PHONE IP URL CREDIT_CARD IBAN NATIONAL_ID ADDRESS LOCATION ORG DATE AGE USERNAME SECRET ACCOUNT_ID OTHER";
const OPERATORS: &str = "keep drop redact replace mask hash pseudonymize encrypt-fpe generalize bucket round clamp shift time-part \
                         surrogate sample suppress";
const PRODUCTS: &str =
    "jira confluence jira-service-management rovo home teams projects assets goals analytics administration connector";
/// The contract's codes, and after them our additions.
const REASON_CODES: &str = "plan-lock org-value exception platform-app not-covered excluded-organization not-in-effect unknown-field \
                            unknown-format attachment secret-found below-threshold entity-dropped";
/// Presidio's names of what we find.
const ENTITIES: &str = "PERSON EMAIL_ADDRESS PHONE_NUMBER IP_ADDRESS CREDIT_CARD IBAN_CODE URL DATE_TIME";

fn text(name: &str) -> Json {
    let path = format!("{}/www/schema/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn schema(name: &str) -> Validator {
    let registry = Registry::new().add("urn:data-contribution:schema:finding", text("finding")).unwrap();
    let registry = registry.add("urn:data-contribution:schema:settings", text("settings")).unwrap().prepare().unwrap();
    jsonschema::options().with_registry(&registry).should_validate_formats(true).build(&text(name)).unwrap()
}

#[track_caller]
pub(crate) fn holds(name: &str, value: &Json) {
    let schema = schema(name);
    let faults: Vec<_> = schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{name}: {faults:#?}");
}

#[track_caller]
fn fails(name: &str, value: &Json) {
    assert!(!schema(name).is_valid(value), "{name} allows {value}");
}

fn ids(list: &Json) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|row| row.as_str().or_else(|| row["id"].as_str()).unwrap()).collect()
}

#[track_caller]
fn promised(list: &Json, promise: &str) {
    let strange: Vec<_> =
        ids(list).into_iter().filter(|id| !promise.split_whitespace().any(|promised| promised == *id)).collect();
    assert!(strange.is_empty(), "not in the contract: {strange:?}");
}

#[test]
fn every_schema_is_a_schema() {
    for name in ["settings", "finding", "preview", "organization", "policy", "catalog", "decision", "sketch"] {
        let schema = text(name);
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$id"], format!("urn:data-contribution:schema:{name}"));
    }
}

#[test]
fn a_sketch_is_written_as_its_schema_says() {
    let engine = data_contribution::engine::Engine::default();
    let mut batch = engine.batch(&data_contribution::engine::PreviewRequest::default(), Default::default()).unwrap();
    batch.push(data_contribution::batch::sample::organizations("sketch", 1, 3).as_bytes());
    let (state, _) = batch.finish().unwrap();
    let sketch: Json = serde_json::from_str(&data_contribution::batch::Reference::of(&state).write()).unwrap();
    holds("sketch", &sketch);
    assert!(!sketch["cells"].as_object().unwrap().is_empty());
}

#[test]
fn a_decision_is_kept_as_its_schema_says() {
    let entry = AuditEntry {
        at: Instant::IN_EFFECT,
        by: String::new(),
        plan: Plan::Premium,
        settings: Settings::of_plan(Plan::Premium),
        note: String::new(),
        receipt_digest: String::new(),
    };
    let json = json!(entry);
    holds("decision", &json);
    let history = History::parse(&json!([json, {"at": "yesterday"}]).to_string());
    assert_eq!((history.entries, history.faults.len()), (vec![entry], 1));
    fails("decision", &json!({"at": "2026-11-23T00:00:00Z", "plan": "premium"}));
}

#[test]
fn ids_are_spelled_as_promised() {
    let catalog = catalog();
    promised(&catalog["products"], PRODUCTS);
    promised(&catalog["operators"], OPERATORS);
    promised(&catalog["reasons"], REASON_CODES);
    promised(&catalog["plans"], "free standard premium enterprise");
    assert_eq!(ids(&catalog["classes"]), CLASSES.split_whitespace().collect::<Vec<_>>());
    for id in ENTITIES.split_whitespace() {
        assert!(ids(&catalog["entities"]).contains(&id), "{id} is missing");
    }
}

#[test]
fn the_catalog_is_as_its_schema_says() {
    holds("catalog", &catalog());
}

/// One of each. A new variant does not compile until it stands here.
fn reasons() -> Vec<Reason> {
    let (plan, lane, value, entity) = (Plan::Free, Lane::InAppData, Switch::On, Entity::AccessToken);
    let first = Reason::PlanLock { plan };
    let next = |reason: &Reason| match reason {
        Reason::PlanLock { .. } => Some(Reason::OrgValue { lane, value }),
        Reason::OrgValue { .. } => Some(Reason::Exception { place: Place::Space("10000".to_owned()), value }),
        Reason::Exception { .. } => Some(Reason::PlatformApp { product: Product::Jira, value }),
        Reason::PlatformApp { .. } => Some(Reason::NotCovered { what: Uncovered::Field }),
        Reason::NotCovered { .. } => Some(Reason::ExcludedOrganization { exclusion: "government".to_owned() }),
        Reason::ExcludedOrganization { .. } => Some(Reason::NotInEffect { since: Instant::IN_EFFECT }),
        Reason::NotInEffect { .. } => Some(Reason::UnknownField),
        Reason::UnknownField => Some(Reason::UnknownFormat),
        Reason::UnknownFormat => Some(Reason::Attachment),
        Reason::Attachment => Some(Reason::SecretFound { entity }),
        Reason::SecretFound { .. } => Some(Reason::EntityDropped { entity }),
        Reason::EntityDropped { .. } => None,
    };
    std::iter::successors(Some(first), next).collect()
}

#[test]
fn every_reason_has_a_code_of_the_catalog_and_the_shape_of_the_schema() {
    let reasons: Vec<_> = reasons().iter().map(|reason| json!(reason)).collect();
    assert_eq!(reasons.iter().map(|reason| reason["code"].as_str().unwrap()).collect::<Vec<_>>(), REASONS);
    let mut schema = text("preview");
    schema["$ref"] = json!("#/$defs/reason");
    for member in ["type", "properties", "required", "additionalProperties"] {
        schema.as_object_mut().unwrap().remove(member);
    }
    let registry = Registry::new().add("urn:data-contribution:schema:finding", text("finding")).unwrap();
    let registry = registry.add("urn:data-contribution:schema:settings", text("settings")).unwrap().prepare().unwrap();
    let schema = jsonschema::options().with_registry(&registry).should_validate_formats(true).build(&schema).unwrap();
    for reason in reasons {
        assert!(schema.is_valid(&reason), "{reason}");
    }
    assert!(!schema.is_valid(&json!({"code": "whim"})));
}

#[test]
fn every_preview_of_every_sample_is_as_its_schema_says() {
    let engine = Engine::default();
    for &plan in Plan::ALL {
        for sample in Product::ALL.iter().flat_map(|product| product.row().samples) {
            let request = PreviewRequest { sample: Some((*sample).to_owned()), plan: Some(plan), ..PreviewRequest::default() };
            let text = engine.preview_json(&request).unwrap();
            assert!(text.ends_with("}\n") && text.matches('\n').count() == 1, "a preview is one line");
            let preview: Json = serde_json::from_str(&text).unwrap();
            holds("preview", &preview);
            let mut strange = preview;
            strange["records"][0]["fields"][0]["secret"] = json!(1);
            fails("preview", &strange);
        }
    }
}

#[test]
fn findings_in_a_text_are_as_their_schema_says() {
    let request = DetectRequest {
        text: "Mail 😀 mia@example.org, or call Mia".to_owned(),
        people: vec!["Mia".to_owned()],
        ..DetectRequest::default()
    };
    let findings = Engine::default().detect(&request, Offsets::Utf16).unwrap().findings;
    assert!(findings.len() >= 2, "too little was found");
    for finding in findings {
        holds("finding", &json!(finding));
        let mut strange = json!(finding);
        strange["text"] = json!("mia");
        fails("finding", &strange);
    }
    let found = Engine::default().detect(&DetectRequest { candidates: true, threshold: Some(100), ..request }, Offsets::Utf16);
    let candidates = found.unwrap().candidates.unwrap();
    assert!(!candidates.is_empty(), "nothing scored too little");
    candidates.iter().for_each(|candidate| holds("finding", &json!(candidate)));
}

#[test]
fn settings_and_policies_pass_their_schemas_and_their_doors_alike() {
    for &plan in Plan::ALL {
        holds("settings", &json!(Settings::of_plan(plan)));
    }
    holds("policy", &json!(Policy::default()));
    let on =
        json!({"version": 1, "metadata": "on", "inAppData": {"coverage": "on", "exceptions": [{"kind": "space", "id": "1"}]}});
    holds("settings", &on);
    assert!(Settings::parse(&on.to_string()).is_ok());
    for (pointer, value) in [
        ("/version", json!(2)),
        ("/metadata", json!("maybe")),
        ("/inAppData/coverage", json!(true)),
        ("/inAppData/exceptions/0/kind", json!("team")),
        ("/inAppData/exceptions/0/id", json!(1)),
    ] {
        let mut wrong = on.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        fails("settings", &wrong);
        assert!(Settings::parse(&wrong.to_string()).is_err(), "{pointer} passes the door");
    }
}

#[test]
fn what_a_policy_tunes_passes_its_schema_and_its_door_alike() {
    let whole = json!({
        "entities": {"UUID": {"enabled": false}, "PHONE_NUMBER": {"threshold": 70}},
        "recognizers": {"known-person": {"enabled": false}},
        "countries": ["DE"],
        "allow": [{"text": "Acme", "ignoreCase": true}, {"pattern": "AC-[0-9]+"}],
        "deny": [{"text": "Falcon", "label": "CODE_NAME"}, {"text": "Mia", "entity": "PERSON"}],
        "customRecognizers": [{"id": "badge", "entity": "CUSTOM", "label": "BADGE", "pattern": "B[0-9]+", "score": 40, "context": ["badge"], "check": "luhn"}],
    });
    holds("policy", &whole);
    let policy = Policy::parse(&whole.to_string()).unwrap();
    holds("policy", &json!(policy));
    for (pointer, value) in [
        ("/entities/UUID", json!({"off": true})),
        ("/entities/PHONE_NUMBER/threshold", json!(101)),
        ("/recognizers/known-person", json!({})),
        ("/countries/0", json!("de")),
        ("/allow/0", json!({"text": "a", "pattern": "b"})),
        ("/allow/1/pattern", json!("")),
        ("/deny/0/text", json!("--")),
        ("/deny/0/label", json!("code name")),
        ("/deny/1/entity", json!("person")),
        ("/customRecognizers/0/id", json!("Badge")),
        ("/customRecognizers/0/check", json!("crc")),
        ("/customRecognizers/0/context/0", json!(5)),
    ] {
        let mut wrong = whole.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        fails("policy", &wrong);
        assert!(Policy::parse(&wrong.to_string()).is_err(), "{pointer} passes the door");
    }
    let checks = text("policy")["properties"]["customRecognizers"]["items"]["properties"]["check"]["enum"].clone();
    assert_eq!(ids(&checks), NamedCheck::ALL.iter().map(|check| check.id()).collect::<Vec<_>>());
}

#[test]
fn operators_with_parameters_and_chains_pass_their_schema_and_their_door_alike() {
    let rule = |extra: Json| {
        let mut rule = json!({"operator": "mask", "assumption": true});
        rule.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        json!({"operators": {"CREDIT_CARD": rule}})
    };
    let whole = rule(json!({
        "side": "start", "scope": "record", "grain": "month", "keepLast": 4, "width": 25, "lowest": 18, "highest": 89, "days": 30,
        "share": 5, "then": [{"operator": "hash", "scope": "week"}, {"operator": "redact"}],
    }));
    holds("policy", &whole);
    let policy = Policy::parse(&whole.to_string()).unwrap();
    holds("policy", &json!(policy));
    assert_eq!(json!(policy)["operators"]["CREDIT_CARD"], whole["operators"]["CREDIT_CARD"], "nothing is lost on the way");
    for wrong in [
        rule(json!({"side": "middle"})),
        rule(json!({"scope": "world"})),
        rule(json!({"grain": "second"})),
        rule(json!({"share": 101})),
        rule(json!({"days": -1})),
        rule(json!({"then": [{"operator": "erase"}]})),
        rule(json!({"then": [{"operator": "hash", "assumption": true}]})),
    ] {
        fails("policy", &wrong);
        assert!(Policy::parse(&wrong.to_string()).is_err(), "{wrong} passes the door");
    }
    let operators = text("policy")["properties"]["operators"]["additionalProperties"]["properties"]["operator"]["enum"].clone();
    let all: BTreeSet<_> = Operator::ALL.iter().map(|operator| operator.id()).collect();
    assert_eq!(ids(&operators).into_iter().collect::<BTreeSet<_>>(), all);
}

#[test]
fn organizations_pass_their_schema_and_their_door_alike() {
    let whole = json!({
        "id": "1", "name": "Northwind Trading", "admin": "Robin Vale", "exclusions": ["hipaa"],
        "plans": [{"app": "jira", "plan": "premium", "trial": true, "until": "2027-01-01"}], "defaults": {"inAppData": "on"},
        "apps": [{"id": "jira", "name": "Jira"}], "connectors": [{"id": "c", "name": "Drive"}],
        "spaces": [{"id": "s", "key": "WEB", "name": "Web shop", "app": "jira", "labels": ["a"], "description": "b"}],
    });
    holds("organization", &whole);
    assert!(Organization::parse(&whole.to_string()).is_ok());
    holds("organization", &json!(Organization::of_plan(Plan::Free)));
    for (pointer, value) in
        [("/plans", json!([])), ("/plans/0/plan", json!("gold")), ("/spaces/0/key", json!(5)), ("/name", json!(null))]
    {
        let mut wrong = whole.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        fails("organization", &wrong);
        assert!(Organization::parse(&wrong.to_string()).is_err(), "{pointer} passes the door");
    }
}

#[test]
fn a_refusal_is_a_code_and_a_place() {
    let malformed = RecordError::Malformed { line: 3, column: 7, fault: Fault::TooDeep };
    let error = Error { place: "/version".to_owned(), demand: "is 2, must be 1".to_owned(), offset: None };
    let pattern = Error { place: "/allow/0/pattern".to_owned(), demand: "must".to_owned(), offset: Some(4) };
    let no_record = RecordError::NoRecord { pointer: "/a".to_owned(), expected: "jira-issue" };
    for (refusal, json) in [
        (RecordError::Empty.into(), json!({"code": "empty"})),
        (RecordError::NotText { offset: 4 }.into(), json!({"code": "not-text", "offset": 4})),
        (malformed.into(), json!({"code": "malformed", "line": 3, "column": 7, "fault": "too-deep"})),
        (no_record.into(), json!({"code": "no-record", "pointer": "/a", "expected": "jira-issue"})),
        (
            Refusal::Document { which: "settings", error },
            json!({"code": "document", "which": "settings", "place": "/version", "demand": "is 2, must be 1"}),
        ),
        (
            Refusal::Document { which: "policy", error: pattern },
            json!({"code": "document", "which": "policy", "place": "/allow/0/pattern", "demand": "must", "offset": 4}),
        ),
        (Refusal::UnknownSample, json!({"code": "unknown-sample"})),
        (Refusal::MalformedKey, json!({"code": "malformed-key"})),
    ] {
        assert_eq!(refusal.to_json(), json);
    }
}
