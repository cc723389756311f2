//! The receipt: what was decided and done, to be kept. Offsets, counts and codes; no piece of any text, no key of any object that the
//! vendor does not name, and no id of a record. The same input gives the same digest everywhere.

use super::Refusal;
use super::ask::{Asked, Looked, json};
use crate::detect::{Class, Entity};
use crate::policy::seal;
use crate::preview::{FieldPreview, Preview, Verdict, assess};
use crate::transform::Operator;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn answer(asked: &Asked<'_>) -> Result<Json, Refusal> {
    let (looked, unread) = asked.look(&asked.kept);
    let previews: Vec<_> = looked.iter().map(|of| asked.preview(&of.reading)).collect();
    let mut records = Vec::new();
    for (of, preview) in looked.iter().zip(&previews) {
        let input = asked.key.hash("RECEIPT", &of.source.text);
        records.extend((0..preview.records.len()).map(|at| record(asked, of, (preview, at), &input)));
    }
    let all = previews.iter().flat_map(|preview| &preview.records).flat_map(|record| &record.fields);
    let (leaving, staying): (Vec<_>, Vec<_>) = all.partition(|field| field.decision == Verdict::Contribute);
    let risk = assess(&previews.iter().flat_map(|preview| preview.records.iter().cloned()).collect::<Vec<_>>());
    let receipt = json!({
        "version": 1,
        "engine": {"version": env!("CARGO_PKG_VERSION"), "policyDigest": asked.kept.digest},
        "settings": json(&asked.case.settings),
        "plan": asked.case.organization.plan(asked.case.now),
        "exclusions": asked.case.organization.exclusions,
        "now": asked.case.now,
        "records": records, "unread": unread,
        "entities": {"leaving": counts(&leaving), "staying": counts(&staying)},
        "techniques": techniques(&leaving),
        "classes": json(&risk.classes),
    });
    let digest = seal(&receipt);
    Ok(json!({"receipt": receipt, "digest": digest}))
}

/// One record. It is told apart by a keyed hash of its input, which only who holds the key can make again.
fn record(asked: &Asked<'_>, of: &Looked<'_>, (preview, at): (&Preview, usize), input: &str) -> Json {
    let record = &preview.records[at];
    let fields = record.fields.iter().enumerate().filter_map(|(index, field)| {
        let rule = of.reading.rule(&asked.case.policy, at, index)?;
        Some(self::field(field, &rule.field))
    });
    let fields: Vec<_> = fields.collect();
    let computed = record.contributed.metadata.iter().filter_map(|attribute| attribute.derived);
    let computed: BTreeSet<_> = computed.collect();
    json!({
        "record": at, "input": input, "product": record.product, "recordType": record.record_type,
        "unknownFields": record.fields.len() - fields.len(), "fields": fields, "computed": json(&computed),
    })
}

/// One field, by the name of its rule: a path could hold a key that a customer wrote.
fn field(field: &FieldPreview, rule: &str) -> Json {
    let finding = |finding: &crate::preview::FindingPreview| {
        json!({
            "start": finding.text.original.0, "end": finding.text.original.1, "entity": finding.entity,
            "score": finding.score, "operator": finding.operator, "assumption": finding.assumption,
        })
    };
    let used: BTreeSet<_> = field.findings.iter().map(|finding| (finding.operator, finding.entity.row().class)).collect();
    let used = used.into_iter().filter(|_| field.decision == Verdict::Contribute);
    let techniques: BTreeSet<_> = used.map(|(operator, class)| (operator, safe_harbor(class))).collect();
    let technique = |(operator, rule): (Operator, &str)| {
        json!({
            "operator": operator, "iso20889": operator.row().technique, "wp216": wp216(operator), "hipaa": rule,
        })
    };
    json!({
        "field": rule, "lane": field.lane, "decision": field.decision, "reason": json(&field.reason),
        "assumption": field.assumption, "findings": field.findings.iter().map(finding).collect::<Vec<_>>(),
        "techniques": techniques.into_iter().map(technique).collect::<Vec<_>>(),
    })
}

fn counts(fields: &[&FieldPreview]) -> Json {
    let mut counts = BTreeMap::<Entity, usize>::new();
    for finding in fields.iter().flat_map(|field| &field.findings) {
        *counts.entry(finding.entity).or_default() += 1;
    }
    Json::Object(counts.into_iter().map(|(entity, count)| (entity.id().to_owned(), json!(count))).collect())
}

fn techniques(fields: &[&FieldPreview]) -> Vec<Json> {
    let mut counts = BTreeMap::<Operator, usize>::new();
    for finding in fields.iter().flat_map(|field| &field.findings) {
        *counts.entry(finding.operator).or_default() += 1;
    }
    let technique = |(operator, findings): (Operator, usize)| {
        json!({
            "operator": operator, "iso20889": operator.row().technique, "wp216": wp216(operator),
            "findings": findings, "risks": json(&operator.row().risks),
        })
    };
    counts.into_iter().map(technique).collect()
}

/// What WP216 (Opinion 05/2014 on anonymisation techniques, sections 3 and 4) calls it.
fn wp216(operator: Operator) -> &'static str {
    match operator {
        Operator::Keep => "none",
        Operator::Drop | Operator::Redact | Operator::Replace | Operator::Suppress | Operator::Sample => "removal",
        Operator::Mask => "removal of a part",
        Operator::Hash | Operator::Pseudonymize => "pseudonymisation: keyed-hash function with stored key",
        Operator::EncryptFpe => "pseudonymisation: encryption with secret key",
        Operator::Surrogate => "pseudonymisation: tokenization",
        Operator::Generalize | Operator::Bucket | Operator::Round | Operator::Clamp | Operator::TimePart => "generalization",
        Operator::Shift => "randomization: noise addition",
    }
}

/// Under which item of HIPAA's safe harbor (45 CFR 164.514(b)(2)(i)) a class falls.
fn safe_harbor(class: Class) -> &'static str {
    match class {
        Class::Person => "(A) names",
        Class::Address | Class::Location => "(B) geographic subdivisions smaller than a state",
        Class::Date | Class::Age => "(C) elements of dates and ages over 89",
        Class::Phone => "(D) telephone numbers",
        Class::Email => "(F) electronic mail addresses",
        Class::NationalId => "(G) social security numbers and their like",
        Class::CreditCard | Class::Iban | Class::AccountId => "(J) account numbers",
        Class::Url => "(N) universal resource locators",
        Class::Ip => "(O) internet protocol addresses",
        Class::Username | Class::Secret | Class::Org | Class::Other => {
            "(R) any other unique identifying number, characteristic, or code"
        }
    }
}
