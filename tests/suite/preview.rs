//! The whole pipeline: golden previews of the samples, and the laws that hold for any record under any case.

use crate::golden;
use data_contribution::engine::{Engine, PreviewRequest};
use data_contribution::policy::{Instant, Plan, Policy, Product, Reason, samples};
use data_contribution::preview::{FieldPreview, FindingPreview, Preview, Verdict};
use data_contribution::record::RecordType;
use data_contribution::transform::Operator;
use proptest::prelude::*;
use serde_json::Value as Json;
use std::collections::BTreeSet;

fn request(plan: Plan) -> PreviewRequest {
    PreviewRequest {
        plan: Some(plan),
        now: Instant::parse("2026-11-23T09:00:00Z"),
        seed: Some("golden".to_owned()),
        ..Default::default()
    }
}

fn sample_ids() -> impl Iterator<Item = &'static str> {
    Product::ALL.iter().flat_map(|product| product.row().samples.iter().copied())
}

fn preview(sample: &str, plan: Plan) -> Preview {
    let request = PreviewRequest { sample: Some(sample.to_owned()), ..request(plan) };
    Engine::default().preview(&request).expect("a sample is a record")
}

fn fields(preview: &Preview) -> impl Iterator<Item = &FieldPreview> {
    preview.records.iter().flat_map(|record| &record.fields)
}

/// The text between two UTF-16 offsets.
fn units(text: &str, (start, end): (usize, usize)) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start..end]).expect("offsets lie on character boundaries")
}

#[test]
fn samples_look_as_they_did() {
    for sample in ["jira-checkout", "confluence-postmortem", "jsm-access-request", "rovo-chat-turn"] {
        let json = serde_json::to_string_pretty(&preview(sample, Plan::Standard)).unwrap();
        golden::check(&format!("preview/{sample}.json"), &json);
    }
}

/// One line for each field of each sample: what it is, whether it leaves, why, and what is found in it.
#[test]
fn every_field_of_every_sample_is_decided_as_before() {
    let mut table = String::from("sample\tfield\tlane\tdecision\treason\tsource\tfound\n");
    for sample in sample_ids() {
        for field in fields(&preview(sample, Plan::Standard)) {
            let id = |value: Json| value.as_str().unwrap_or_default().to_owned();
            let [lane, decision] =
                [serde_json::to_value(field.lane), serde_json::to_value(field.decision)].map(|id_| id(id_.unwrap()));
            let reason = id(serde_json::to_value(&field.reason).unwrap()["code"].take());
            let source = if field.assumption { "assumed" } else { "vendor" };
            let found: BTreeSet<_> = field.findings.iter().map(|finding| finding.entity.id()).collect();
            let found = found.into_iter().collect::<Vec<_>>().join(" ");
            table.push_str(&format!("{sample}\t{}\t{lane}\t{decision}\t{reason}\t{source}\t{found}\n", field.path));
        }
    }
    golden::check("preview/samples.tsv", &table);
}

#[test]
fn every_record_type_of_an_api_has_a_sample_and_every_sample_its_product() {
    let mut seen = BTreeSet::new();
    for (product, sample) in Product::ALL.iter().flat_map(|product| product.row().samples.iter().map(move |id| (product, id))) {
        let preview = preview(sample, Plan::Standard);
        assert_eq!((preview.records.len(), &preview.warnings), (1, &Vec::new()), "{sample}");
        assert_eq!(preview.records[0].product, Some(*product), "{sample}");
        seen.insert(preview.records[0].record_type);
    }
    let without = [RecordType::JsmIssue, RecordType::AdfDocument, RecordType::StorageDocument, RecordType::Text];
    let missing: Vec<_> = RecordType::ALL.iter().filter(|record_type| !seen.contains(record_type)).collect();
    assert_eq!(missing, without.iter().collect::<Vec<_>>(), "other formats of a work item and of text");
    let listed: BTreeSet<_> = sample_ids().collect();
    assert_eq!(listed, samples::ALL.iter().map(|sample| sample.id).collect());
}

#[test]
fn a_record_stays_whole_where_a_finding_asks_for_that() {
    let policy = |operator: &str| Some(format!(r#"{{"operators": {{"CREDIT_CARD": {{"operator": "{operator}"}}}}}}"#));
    let of = |operator| {
        let sample = Some("jira-checkout".to_owned());
        Engine::default()
            .preview(&PreviewRequest { sample, policy: policy(operator), ..request(Plan::Standard) })
            .expect("a preview")
    };
    let leaving = |preview: &Preview| fields(preview).filter(|field| field.decision == Verdict::Contribute).count();
    assert!(leaving(&of("replace")) > 10);
    let suppressed = of("suppress");
    assert_eq!(leaving(&suppressed), 0);
    assert!(suppressed.records[0].contributed.metadata.is_empty() && suppressed.records[0].contributed.in_app_data.is_null());
    assert!(fields(&suppressed).any(|field| matches!(field.reason, Reason::EntityDropped { .. })));
}

#[test]
fn a_chain_applies_one_operator_after_the_other() {
    let policy = r#"{"operators": {"IP_ADDRESS": {"operator": "generalize", "then": [{"operator": "mask", "keepLast": 2}]}}}"#;
    let request =
        PreviewRequest { sample: Some("jira-checkout".to_owned()), policy: Some(policy.to_owned()), ..request(Plan::Standard) };
    let preview = Engine::default().preview(&request).expect("a preview");
    let addresses = fields(&preview).flat_map(|field| &field.findings).filter(|finding| finding.entity.id() == "IP_ADDRESS");
    let replaced: BTreeSet<_> =
        addresses.filter(|finding| finding.recognizer == "ipv4").map(|finding| finding.replacement.as_str()).collect();
    assert_eq!(replaced, BTreeSet::from(["***.*.***.*/24"]));
}

/// With the lexicon and the tagger, as the page has them: without them more would be missed.
#[test]
fn every_sample_says_what_is_missed_in_it() {
    let engine = Engine::default();
    engine.learn(include_bytes!("../../www/names.bin")).expect("the names file");
    let mut found = Vec::new();
    for sample in samples::ALL {
        let request = PreviewRequest { sample: Some(sample.id.to_owned()), ..request(Plan::Standard) };
        let preview = engine.preview(&request).expect("a sample is a record");
        let misses = |field: &&FieldPreview| {
            let Some(at) = field.text.original.find(sample.misses) else { return false };
            let before = field.text.original[..at].encode_utf16().count();
            let range = before..before + sample.misses.encode_utf16().count();
            let overlaps =
                |finding: &FindingPreview| finding.text.original.0 < range.end && range.start < finding.text.original.1;
            !field.findings.iter().any(overlaps)
        };
        if sample.misses.is_empty() || !fields(&preview).any(|field| misses(&field)) {
            found.push(sample.id);
        }
    }
    assert!(found.is_empty(), "what they say is missed is found: {found:?}");
}

#[test]
fn every_field_of_a_sample_has_a_rule_but_for_custom_ones() {
    for sample in sample_ids() {
        let preview = preview(sample, Plan::Standard);
        let unknown = fields(&preview).filter(|field| field.reason == Reason::UnknownField);
        let unknown: Vec<_> = unknown
            .map(|field| field.path.as_str())
            .filter(|path| !OF_CUSTOMERS.iter().any(|known| path.contains(known)))
            .collect();
        assert!(unknown.is_empty(), "{sample}: {unknown:?}");
    }
}

/// Members that no table can know: the customer's own fields, and what apps leave behind.
const OF_CUSTOMERS: &[&str] = &["customfield_", "/requestFieldValues/", "/macroRenderedOutput"];

/// Whatever is an issue, a page or a request.
const LARGE: &[RecordType] =
    &[RecordType::JiraIssue, RecordType::ConfluencePage, RecordType::ConfluenceBlogPost, RecordType::JsmRequest];

#[test]
fn every_sample_shows_what_an_admin_must_see() {
    let mut large = BTreeSet::new();
    for sample in sample_ids() {
        let preview = preview(sample, Plan::Standard);
        let record = &preview.records[0];
        let kinds: BTreeSet<_> = fields(&preview).flat_map(|field| &field.findings).map(|finding| finding.entity).collect();
        assert!(kinds.len() >= 5, "{sample} holds only {kinds:?}");
        assert!(fields(&preview).any(|field| field.decision == Verdict::Withhold), "{sample} withholds nothing");
        assert!(
            !record.contributed.metadata.is_empty() || record.contributed.in_app_data.is_object(),
            "{sample} contributes nothing"
        );
        if LARGE.contains(&record.record_type) {
            large.insert(record.record_type);
            assert!(record.fields.len() >= 15, "{sample} has too few fields");
            assert!(!record.contributed.metadata.is_empty(), "{sample} contributes no metadata");
            assert!(record.contributed.in_app_data.is_object(), "{sample} contributes no in-app data");
        }
    }
    assert_eq!(large, LARGE.iter().copied().collect(), "each of them has a sample");
}

#[test]
fn a_plan_changes_what_leaves() {
    for sample in sample_ids().filter(|sample| !["jira-change", "jsm-organization"].contains(sample)) {
        assert!(preview(sample, Plan::Premium).records[0].contributed.in_app_data.is_null());
        assert!(!preview(sample, Plan::Premium).records[0].contributed.metadata.is_empty());
    }
}

#[test]
fn what_leaves_is_untouched_gaps_and_replacements() {
    for preview in sample_ids().map(|sample| preview(sample, Plan::Standard)) {
        fields(&preview).for_each(assert_reconstructs);
    }
}

fn assert_reconstructs(field: &FieldPreview) {
    let Some(contributed) = &field.text.contributed else { return };
    let length = field.text.original.encode_utf16().count();
    let mut rebuilt = String::new();
    let mut done = 0;
    for finding in field.findings.iter().filter(|finding| finding.text.contributed.is_some()) {
        let (start, end) = finding.text.original;
        rebuilt += &units(&field.text.original, (done, start));
        rebuilt += &finding.replacement;
        assert_eq!(units(contributed, finding.text.contributed.unwrap()), finding.replacement, "{}", field.path);
        done = end;
    }
    // A field that leaves only in part ends with the part that leaves.
    rebuilt += &units(&field.text.original, (done, length));
    assert!(rebuilt.starts_with(contributed.as_str()), "{}:\n{rebuilt}\n≠\n{contributed}", field.path);
    let whole = field.attribute.is_some() && rebuilt == *contributed;
    assert!(whole || field.text.visible < length, "{} lost text that is not hidden", field.path);
}

#[test]
fn findings_point_into_their_nodes() {
    for preview in sample_ids().map(|sample| preview(sample, Plan::Standard)) {
        for field in fields(&preview) {
            for finding in field.findings.iter().filter(|finding| finding.part.is_none() && finding.continued.is_empty()) {
                // A document that is held as a string: the pointer leads on inside it.
                let nested = field.original.as_str().filter(|_| !finding.node.is_empty());
                let nested = nested.map(|text| serde_json::from_str::<Json>(text).expect("a document"));
                let whole = nested.as_ref().unwrap_or(&field.original);
                let node = whole.pointer(&finding.node).unwrap_or_else(|| panic!("{} has no node", field.path));
                let raw = node.as_str().map_or_else(|| node.to_string(), str::to_owned);
                let at_node = units(&raw, (finding.start, finding.end));
                let at_text = units(&field.text.original, finding.text.original);
                assert!(at_node == at_text || raw.contains('&') || raw.contains('\\'), "{} {}", field.path, finding.entity);
            }
        }
    }
}

#[test]
fn what_was_replaced_stands_nowhere_in_its_field_as_it_leaves() {
    for preview in sample_ids().map(|sample| preview(sample, Plan::Standard)) {
        for field in fields(&preview).filter(|field| field.decision == Verdict::Contribute) {
            let leaving = field.contributed.as_ref().unwrap().to_string();
            for finding in
                field.findings.iter().filter(|finding| finding.operator != Operator::Keep && finding.text.contributed.is_some())
            {
                let original = units(&field.text.original, finding.text.original);
                assert!(!leaving.contains(&original) || original.len() < 4, "{}: {} survives", field.path, finding.entity);
            }
        }
    }
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for sample in sample_ids() {
        let bytes = || serde_json::to_vec(&preview(sample, Plan::Enterprise)).unwrap();
        assert_eq!(bytes(), bytes());
    }
}

#[test]
fn a_preview_comes_back_from_json_as_it_was() {
    for (sample, &plan) in sample_ids().flat_map(|sample| Plan::ALL.iter().map(move |plan| (sample, plan))) {
        let preview = preview(sample, plan);
        assert_eq!(Preview::read(&serde_json::to_string(&preview).unwrap()).as_ref(), Some(&preview), "{sample} {plan}");
    }
    assert_eq!(Preview::read("{}"), None);
}

#[test]
fn a_policy_comes_back_from_json_as_it_was() {
    let policy = Policy::default();
    let json = serde_json::to_string(&policy).unwrap();
    assert_eq!(Policy::parse(&json).unwrap(), policy);
    assert_eq!(Policy::parse("{}").unwrap(), policy);
}

/// Every string of a record, replaced by whatever a test wants to plant.
fn plant(value: &Json, text: &str) -> Json {
    match value {
        Json::String(old) if old.contains(' ') => Json::String(format!("{old} {text}")),
        Json::Array(items) => items.iter().map(|item| plant(item, text)).collect(),
        Json::Object(members) => members.iter().map(|(key, member)| (key.clone(), plant(member, text))).collect(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => value.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_panics_the_pipeline(text in any::<String>()) {
        let request = PreviewRequest { input: Some(text), ..request(Plan::Standard) };
        let _ = Engine::default().preview(&request);
    }

    #[test]
    fn any_text_in_any_field_keeps_the_laws(text in "[ -~äß😀\u{301}\u{200b}漢@.:/+-]{0,40}", at in 0_usize..35) {
        let sample = sample_ids().nth(at).unwrap();
        let record: Json = serde_json::from_str(samples::text(sample).unwrap()).unwrap();
        let request = PreviewRequest { input: Some(plant(&record, &text).to_string()), ..request(Plan::Standard) };
        let preview = Engine::default().preview(&request).unwrap();
        fields(&preview).for_each(assert_reconstructs);
    }

    #[test]
    fn warnings_and_errors_never_hold_the_text(canary in "[A-Z][a-z]{9}[0-9]{4}", cut in 1_usize..4000) {
        let record: Json = serde_json::from_str(samples::text("jira-checkout").unwrap()).unwrap();
        let whole = plant(&record, &canary).to_string();
        let cut = whole.char_indices().map(|(at, _)| at).nth(cut.min(whole.len() / 2)).unwrap();
        for input in [whole.as_str(), &whole[..cut]] {
            let request = PreviewRequest { input: Some(input.to_owned()), ..request(Plan::Standard) };
            match Engine::default().preview(&request) {
                Ok(preview) => assert!(!format!("{:?}", preview.warnings).contains(&canary)),
                Err(refusal) => assert!(!format!("{refusal:?}").contains(&canary)),
            }
        }
    }
}
