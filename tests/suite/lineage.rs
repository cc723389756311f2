//! Lineage: what leaves is what was there, with its replacements and nothing else, byte by byte: in the text that people read, and in
//! every node of the value.

use data_contribution::engine::{Engine, PreviewRequest};
use data_contribution::policy::{Instant, Plan, samples};
use data_contribution::preview::{FieldPreview, FindingPreview, Preview, Step, Verdict};
use data_contribution::transform::Operator;
use serde_json::{Value as Json, json};

fn preview(engine: &Engine, input: String, policy: Option<&str>) -> Preview {
    let request = PreviewRequest {
        input: Some(input),
        policy: policy.map(str::to_owned),
        plan: Some(Plan::Standard),
        now: Instant::parse("2026-11-23T09:00:00Z"),
        seed: Some("golden".to_owned()),
        ..Default::default()
    };
    engine.preview(&request).expect("a record")
}

fn units(text: &str, start: usize, end: usize) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(start).take(end - start).collect();
    String::from_utf16(&units).expect("offsets lie on character boundaries")
}

fn leaving(preview: &Preview) -> impl Iterator<Item = &FieldPreview> {
    preview.records.iter().flat_map(|record| &record.fields).filter(|field| field.decision == Verdict::Contribute)
}

/// Puts the replacements into the nodes of the original value: the first node that a finding touches takes its replacement, the others
/// lose their part. Says how many nodes that were, or none where a node's text is written in another way than it is read.
fn rebuild(field: &FieldPreview) -> Option<Json> {
    let mut value = field.original.clone();
    let mut edits: Vec<(&str, usize, usize, &str)> = Vec::new();
    for finding in field.findings.iter().filter(|finding| finding.operator != Operator::Keep) {
        finding.part.is_none().then_some(())?;
        edits.push((&finding.node, finding.start, finding.end, &finding.replacement));
        edits.extend(finding.continued.iter().map(|range| (range.node.as_str(), range.start, range.end, "")));
    }
    // From the back, so that offsets stay true.
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.1));
    for (node, start, end, replacement) in edits {
        let Some(Json::String(text)) = value.pointer_mut(node) else { return None };
        let length = text.encode_utf16().count();
        *text = units(text, 0, start) + replacement + &units(text, end, length);
    }
    Some(value)
}

/// Whether replacements stand in the value as they are: nothing in it is an escape, and all of it leaves.
fn is_verbatim(field: &FieldPreview) -> bool {
    let visible = field.text.visible == field.text.original.encode_utf16().count();
    let text = field.original.to_string();
    visible
        && !matches!(field.contributed, None | Some(Json::Null))
        && !text.contains('<')
        && !text.contains('&')
        && field.findings.iter().all(|finding| !finding.replacement.contains(['<', '&']))
}

fn assert_lineage(field: &FieldPreview) {
    let finding_steps = |wanted: fn(&Step) -> Option<usize>| field.steps.iter().filter_map(wanted).collect::<Vec<_>>();
    let all: Vec<_> = (0..field.findings.len()).collect();
    let found = finding_steps(|step| if let Step::Found { finding } = step { Some(*finding) } else { None });
    let applied = finding_steps(|step| if let Step::Operator { finding, .. } = step { Some(*finding) } else { None });
    assert_eq!((&found, &applied), (&all, &all), "{}: each finding is found once and treated once", field.path);
    let bytes = field.contributed.as_ref().map(|value| value.to_string().len());
    let last = field.steps.last();
    assert!(matches!(last, Some(Step::Leaves { bytes: told }) if Some(*told) == bytes), "{}: {last:?}", field.path);
    let undone = |finding: &FindingPreview| finding.evidence.iter().filter(|reason| json!(reason.kind) == "normalized").count();
    let normalized = finding_steps(|step| if let Step::Normalized { finding, .. } = step { Some(*finding) } else { None });
    assert_eq!(normalized.len(), field.findings.iter().map(undone).sum::<usize>());
}

#[test]
fn every_sample_is_rebuilt_from_its_nodes() {
    let engine = Engine::default();
    let mut rebuilt = 0;
    for sample in samples::ALL {
        let preview = preview(&engine, sample.text.to_owned(), None);
        for field in leaving(&preview) {
            assert_lineage(field);
            if let Some(value) = rebuild(field).filter(|_| is_verbatim(field)) {
                assert_eq!(Some(&value), field.contributed.as_ref(), "{} {}", sample.id, field.path);
                rebuilt += usize::from(!field.findings.is_empty());
            }
        }
    }
    assert!(rebuilt > 30, "only {rebuilt} fields with findings were rebuilt");
}

/// Pieces that texts are put together from: what is found, what is not, and what is hard.
const PIECES: &[&str] = &[
    "the queue",
    "mia.krueger@example.org",
    "Mia Krüger",
    "+49 30 901820",
    "4111 1111 1111 1111",
    "192.0.2.17",
    "😀",
    "漢字",
    "e\u{301}",
    "\u{200b}",
    "WEB-1482",
    "@mia.krueger",
    "https://example.org/x?u=mia",
    "on 2026-03-04",
    "(",
    "\n",
    "\t",
    "aged 93",
    "DE89370400440532013000",
    "Kru\u{308}ger",
    "mia at example dot org",
    "“quoted”",
    "\u{feff}",
    "—",
    "Mr. Okafor",
    "0151 23456789",
];

/// Numbers that follow from a seed (an xorshift generator), so that a failure can be made again.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(3) {
            text += PIECES[self.below(PIECES.len())];
            text += [" ", "", ", ", ". "][self.below(4)];
        }
        text
    }

    /// A work item with a few texts, plain or as a document with marks.
    fn record(&mut self) -> Json {
        let person = json!({"accountId": "557058:0a1b2c3d-0000-4000-8000-000000000001", "displayName": "Mia Krüger"});
        let document = json!({"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [
            {"type": "text", "text": PIECES[self.below(PIECES.len())]}, {"type": "text", "text": self.text(), "marks": [{"type": "strong"}]},
        ]}]});
        json!({"key": "WEB-1", "fields": {"summary": self.text(), "description": document, "assignee": person}})
    }
}

const POLICIES: [Option<&str>; 3] = [
    None,
    Some(r#"{"operators": {"PERSON": {"operator": "pseudonymize", "scope": "record"}, "DATE_TIME": {"operator": "shift"}}}"#),
    Some(r#"{"operators": {"EMAIL_ADDRESS": {"operator": "mask", "keepLast": 4}, "PHONE_NUMBER": {"operator": "encrypt-fpe"}}}"#),
];

/// Rebuilds 2,500 records, ten at a time, as Jira's search returns them. Says how many fields that were.
fn rebuild_many(seed: u64) -> usize {
    let engine = Engine::default();
    let mut numbers = Numbers(seed);
    let mut rebuilt = 0;
    for round in 0..250 {
        let issues: Vec<_> = (0..10).map(|_| numbers.record()).collect();
        let input = json!({"issues": issues, "isLast": true}).to_string();
        let preview = preview(&engine, input, POLICIES[round % POLICIES.len()]);
        assert_eq!(preview.records.len(), 10);
        for field in leaving(&preview) {
            assert_lineage(field);
            if let Some(value) = rebuild(field).filter(|_| is_verbatim(field)) {
                assert_eq!(Some(&value), field.contributed.as_ref(), "seed {seed}, round {round}, {}", field.path);
                rebuilt += 1;
            }
        }
    }
    rebuilt
}

#[test]
fn ten_thousand_records_are_rebuilt_from_their_nodes() {
    let threads: Vec<_> = (1..=4).map(|seed| std::thread::spawn(move || rebuild_many(seed << 40 | 0x7f4a_7c15))).collect();
    let rebuilt: usize = threads.into_iter().map(|thread| thread.join().expect("no assertion failed")).sum();
    assert!(rebuilt > 12_000, "only {rebuilt} fields were rebuilt");
}

#[test]
fn a_field_may_have_an_operator_of_its_own() {
    let engine = Engine::default();
    let rule = |operator: Json| {
        json!({"fields": [{"recordType": "jira-issue", "field": "/fields/summary", "kind": "in-app-data",
            "attribute": "insensitive", "operator": operator}]})
        .to_string()
    };
    let issue = json!({"key": "WEB-1", "fields": {"summary": "2026-11-23", "description": "plain"}}).to_string();
    let summary = |operator: Json| {
        let preview = preview(&engine, issue.clone(), Some(&rule(operator)));
        let field = preview.records[0].fields.iter().find(|field| field.path == "/fields/summary").unwrap().clone();
        assert_lineage(&field);
        field
    };
    let coarse = summary(json!({"operator": "generalize", "grain": "month"}));
    assert_eq!(coarse.contributed, Some(json!("2026-11")));
    assert!(coarse.steps.iter().any(|step| matches!(step, Step::Operator { rule, .. } if rule["grain"] == "month")));
    assert_eq!(summary(json!({"operator": "redact"})).contributed, Some(json!("")));
    let policy = rule(json!({"operator": "drop"}));
    let request = PreviewRequest { input: Some(issue.clone()), policy: Some(policy), ..Default::default() };
    assert!(engine.preview(&request).unwrap_err().to_string().contains("/fields/0/operator"));
}
