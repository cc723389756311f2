//! The canary: an invented person is planted in records, written in all the ways in which people are written, and every copy is
//! followed to where it ends.

mod plant;

use super::Refusal;
use super::ask::{Asked, Canary, Looked, json};
use crate::policy::Reason;
use crate::preview::{FieldPreview, FindingPreview, RecordPreview, Verdict};
use crate::transform::Operator;
use plant::Form;
use serde_json::{Value as Json, json};

pub(super) fn answer(asked: &Asked<'_>) -> Result<Json, Refusal> {
    let person = asked.question.person.clone().unwrap_or_default();
    let forms = plant::forms(&person);
    let (looked, mut unread) = asked.look(&asked.kept);
    let mut records = Vec::new();
    for of in &looked {
        let Some(planted) = plant::planted(&of.source.text, &of.reading, &asked.case.policy, &person) else {
            unread += 1;
            continue;
        };
        let reading = asked.engine.reading(&asked.kept, &planted, of.source.format)?;
        let written = Written { person: &person, forms: &forms, text: &planted };
        let preview = asked.preview(&reading);
        records.extend(preview.records.iter().enumerate().map(|(at, record)| followed((of, at), record, &written)));
    }
    let count = |ends: &str| {
        let copies = records.iter().flat_map(|record| record["copies"].as_array().into_iter().flatten());
        copies.filter(|copy| ends.is_empty() || copy["ends"] == ends).count()
    };
    let told = forms.iter().map(|form| json!({"id": form.id, "text": form.text}));
    Ok(json!({
        "person": {"name": person.name, "email": person.email, "phone": person.phone, "handle": person.handle},
        "forms": told.collect::<Vec<_>>(), "unread": unread,
        "copies": count(""), "survivors": count("survives"), "records": records,
    }))
}

/// A record with the person in it.
struct Written<'a> {
    person: &'a Canary,
    forms: &'a [Form],
    text: &'a str,
}

fn followed((of, at): (&Looked<'_>, usize), record: &RecordPreview, written: &Written<'_>) -> Json {
    let copies: Vec<_> = record.fields.iter().flat_map(|field| copies(field, written.forms)).collect();
    let lanes = json!([record.contributed.in_app_data, json(&record.contributed.metadata)]).to_string();
    json!({
        "id": of.id(at), "product": record.product, "planted": written.text, "copies": copies,
        "traces": traces(&lanes, written.person),
    })
}

/// Every copy in a field: they stand in the order of their forms, one sentence each.
fn copies(field: &FieldPreview, forms: &[Form]) -> Vec<Json> {
    let text = &field.text.original;
    let mut copies = Vec::new();
    let mut from = 0;
    for form in forms {
        let sentence = form.sentence();
        let Some(start) = text[from..].find(&sentence).map(|at| from + at) else { continue };
        from = start + sentence.len();
        let core = start + sentence.find(&form.core).unwrap_or(0);
        let unit = |byte: usize| text[..byte].encode_utf16().count();
        copies.push(copy(field, form, (unit(core), unit(core + form.core.len()))));
    }
    copies
}

/// Where a copy ends.
fn copy(field: &FieldPreview, form: &Form, (start, end): (usize, usize)) -> Json {
    let over = |finding: &&FindingPreview| finding.text.original.0 < end && start < finding.text.original.1;
    let found: Vec<_> = field.findings.iter().filter(over).collect();
    let ends = match (field.decision, &field.reason) {
        (Verdict::Withhold, Reason::NotCovered { .. }) => "not-covered",
        (Verdict::Withhold, _) => "field-stays",
        (Verdict::Contribute, _) if !is_gone(form, start, &found) => "survives",
        (Verdict::Contribute, _) if found.iter().all(|finding| finding.replacement.is_empty()) => "removed",
        (Verdict::Contribute, _) => "replaced",
    };
    json!({
        "form": form.id, "path": field.path, "start": start, "end": end, "ends": ends,
        "operator": found.first().map(|finding| finding.operator), "reason": json(&field.reason),
    })
}

/// Whether every letter and digit of a copy lies in something that goes.
fn is_gone(form: &Form, start: usize, found: &[&FindingPreview]) -> bool {
    let goes = |at: usize| {
        let in_it = |finding: &&FindingPreview| finding.text.original.0 <= at && at < finding.text.original.1;
        found.iter().any(|finding| finding.operator != Operator::Keep && in_it(finding))
    };
    let mut at = start;
    let mut gone = true;
    for c in form.core.chars() {
        gone &= !c.is_alphanumeric() || goes(at);
        at += c.len_utf16();
    }
    gone
}

/// What of the person stands in what leaves, however it is written: looked for in the lanes themselves, whether a copy was followed
/// there or not.
fn traces(text: &str, person: &Canary) -> Vec<String> {
    let folded = plant::folded(text);
    let close = folded.replace([' ', '-', '\u{a0}'], "");
    plant::traces(person).into_iter().filter(|trace| folded.contains(trace.as_str()) || close.contains(trace.as_str())).collect()
}
