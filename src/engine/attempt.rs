//! What other operators would do with what was found, and what would remain after them.

use super::ask::{Asked, Looked, json, missing, refused};
use super::{Refusal, guess::guess};
use crate::detect::Entity;
use crate::door::{self, Error};
use crate::policy::Case;
use crate::preview::{FieldPreview, FindingPreview, Preview, RecordPreview, Verdict, assess, preview};
use crate::transform::{Risks, Rule};
use serde_json::{Map, Value as Json, json};

/// How many changes are told one by one.
const CHANGES: usize = 100;

pub(super) fn answer(asked: &Asked<'_>) -> Result<Json, Refusal> {
    let question = &asked.question;
    if question.operators.is_none() && question.field_operators.is_none() {
        return Err(missing("operators"));
    }
    let (looked, unread) = asked.look(&asked.kept);
    let fields = question.field_operators.as_deref().map_or_else(|| Ok(Vec::new()), |fields| rules(asked, &looked, fields))?;
    let operators = question.operators.as_deref().unwrap_or("{}");
    let policy = with_operators(asked.request.policy.as_deref(), operators, &fields)?;
    let kept = asked.engine.under(Some(&policy))?;
    let case = Case { policy: (*kept.policy).clone(), ..asked.case.clone() };
    let before: Vec<_> = looked.iter().map(|of| asked.preview(&of.reading)).collect();
    // Operators of entities change nothing in what is read and found; those of fields do, and then it is read anew.
    let (again, _) = asked.look(&kept);
    let after: Vec<_> = again.iter().map(|of| preview(&of.reading, (&case, kept.digest.clone()), &asked.key)).collect();
    let tried =
        Entity::ALL.iter().copied().filter(|entity| case.policy.operators.of(*entity) != asked.case.policy.operators.of(*entity));
    let entity = |entity: Entity| {
        let (was, is) = (asked.case.policy.operators.of(entity), case.policy.operators.of(entity));
        let found = before.iter().flat_map(findings).filter(|finding| finding.entity == entity).count();
        json!({
            "entity": entity, "findings": found, "before": side(was), "after": side(is),
            "guess": guess(entity, is), "guessBefore": guess(entity, was),
        })
    };
    let entities: Vec<_> = tried.map(entity).collect();
    Ok(json!({
        "policy": policy, "fieldOperators": fields, "unread": unread, "entities": entities, "changes": changes(&looked, &before, &after),
        "risk": {"before": json(&risk(before)), "after": json(&risk(after))},
    }))
}

/// A policy with other rules for some entities and for whole fields, as JSON text.
fn with_operators(policy: Option<&str>, operators: &str, fields: &[Json]) -> Result<String, Refusal> {
    let object = |text: &str| door::read(text, |at| at.object()).map_err(refused);
    let rules = object(operators)?;
    let mut policy = policy.map_or(Ok(Map::new()), object)?;
    if let Json::Object(all) = policy.entry("operators").or_insert_with(|| json!({})) {
        all.extend(rules);
    }
    // The last word on a field holds.
    let own = policy.get("fieldOperators").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    let own = [own, fields].concat();
    if !own.is_empty() {
        policy.insert("fieldOperators".to_owned(), Json::Array(own));
    }
    Ok(Json::Object(policy).to_string())
}

/// What the policy says to give fields of the first record, by their paths, operators of their own: the rules that know them are named.
fn rules(asked: &Asked<'_>, looked: &[Looked<'_>], fields: &str) -> Result<Vec<Json>, Refusal> {
    let fields = door::read(fields, |at| at.object()).map_err(refused)?;
    let named = |(path, operator): (String, Json)| {
        let find = |of: &Looked<'_>| {
            let record = of.reading.records().first()?;
            let at = record.fields.iter().position(|field| field.path.as_str() == path)?;
            of.reading.rule(&asked.case.policy, 0, at)
        };
        let demand = || Error {
            place: "/fieldOperators".to_owned(),
            demand: "must name fields that a rule knows".to_owned(),
            offset: None,
        };
        let rule = looked.iter().find_map(find).ok_or_else(|| refused(demand()))?;
        Ok(json!({"recordType": rule.record_type, "field": rule.field, "operator": operator}))
    };
    fields.into_iter().map(named).collect()
}

fn side(rule: &Rule) -> Json {
    json!({"operator": rule.operator(), "rule": json(rule), "risks": json(&remaining(rule))})
}

/// What remains after every step: each can only take away.
fn remaining(rule: &Rule) -> Risks {
    let all = rule.steps().map(|step| step.operator.row().risks);
    let least = |one: Risks, other: Risks| Risks {
        singling_out: one.singling_out.min(other.singling_out),
        linkability: one.linkability.min(other.linkability),
        inference: one.inference.min(other.inference),
    };
    all.reduce(least).unwrap_or(rule.operator().row().risks)
}

fn findings(preview: &Preview) -> impl Iterator<Item = &FindingPreview> {
    preview.records.iter().flat_map(|record| &record.fields).flat_map(|field| &field.findings)
}

fn risk(previews: Vec<Preview>) -> crate::risk::Risk {
    let records: Vec<RecordPreview> = previews.into_iter().flat_map(|preview| preview.records).collect();
    assess(&records)
}

/// What is replaced differently, at most so much of it.
fn changes(looked: &[Looked<'_>], before: &[Preview], after: &[Preview]) -> Vec<Json> {
    let mut changes = Vec::new();
    for (of, (was, is)) in looked.iter().zip(before.iter().zip(after)) {
        for (at, (was, is)) in was.records.iter().zip(&is.records).enumerate() {
            let fields = was.fields.iter().zip(&is.fields);
            changes.extend(fields.flat_map(|pair| changed(of.id(at), pair)));
            if changes.len() >= CHANGES {
                changes.truncate(CHANGES);
                return changes;
            }
        }
    }
    changes
}

/// The findings of a field whose replacement differs, null where the field stays; or the whole field, where it got or lost an operator of
/// its own.
fn changed(id: &str, (was, is): (&FieldPreview, &FieldPreview)) -> Vec<Json> {
    let alike = |(one, other): (&FindingPreview, &FindingPreview)| one.recognizer == other.recognizer;
    let mut pairs = was.findings.iter().zip(&is.findings);
    if was.findings.len() != is.findings.len() || !pairs.all(alike) {
        let length = was.text.original.encode_utf16().count();
        return vec![json!({
            "record": id, "path": was.path, "entity": null, "original": [0, length],
            "before": was.text.contributed, "after": is.text.contributed,
        })];
    }
    let leaving =
        |field: &FieldPreview, at: usize| (field.decision == Verdict::Contribute).then(|| field.findings[at].replacement.clone());
    let sides = (0..was.findings.len()).map(|at| (at, leaving(was, at), leaving(is, at)));
    let change = |(at, before, after): (usize, Option<String>, Option<String>)| {
        let finding = &was.findings[at];
        json!({
            "record": id, "path": was.path, "entity": finding.entity, "original": finding.text.original,
            "before": before, "after": after,
        })
    };
    sides.filter(|(_, before, after)| before != after).map(change).collect()
}
