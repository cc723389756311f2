//! What a draft changes against what is saved: which fields begin or stop to leave, and which findings are treated differently.

use super::ask::{Asked, json, missing};
use super::{Refusal, case};
use crate::detect::Entity;
use crate::policy::{Case, Lane, Product, Reason};
use crate::preview::{Outcome, outcomes};
use crate::record::RecordType;
use crate::transform::Operator;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// A field of a record type, whatever its position in lists: the order of the answer.
type Which = (RecordType, String, bool);

/// What is found, and the operators with which it left and leaves, if it does.
type Treated = (Entity, Option<Operator>, Option<Operator>);

/// A field that leaves differently.
struct FieldChange<'a> {
    label: &'a str,
    lane: Lane,
    before: &'a Reason,
    after: &'a Reason,
    count: usize,
    records: BTreeSet<usize>,
}

#[derive(Default)]
struct Changes<'a> {
    fields: BTreeMap<Which, FieldChange<'a>>,
    findings: BTreeMap<Treated, (usize, BTreeSet<usize>)>,
    changed: BTreeSet<usize>,
}

pub(super) fn answer(asked: &Asked<'_>) -> Result<Json, Refusal> {
    let saved = saved(asked)?;
    let (drafted, unread) = asked.look(&asked.kept);
    // Both are read under the draft's policy; a saved one that finds otherwise is read anew.
    let kept = asked.engine.under(asked.question.saved_policy.as_deref().or(asked.request.policy.as_deref()))?;
    let (before, _) = asked.look(&kept);
    let mut names = Vec::new();
    let mut results = Vec::new();
    for (draft, saved_reading) in drafted.iter().zip(&before) {
        let after = outcomes(&draft.reading, &asked.case);
        let before = outcomes(&saved_reading.reading, &saved);
        for (record, pair) in before.into_iter().zip(after).enumerate() {
            names.push(draft.id(record).to_owned());
            results.push((&draft.reading.records()[record], pair));
        }
    }
    let mut changes = Changes::default();
    for (at, (record, (before, after))) in results.iter().enumerate() {
        for (index, (before, after)) in before.iter().zip(after).enumerate() {
            let field = record.fields.get(index);
            let path = field.map(|field| general(field.path.as_str())).unwrap_or_default();
            let label = field.map_or("", |field| field.label.as_str());
            changes.field((record.record_type, path, after.lane.is_some()), label, (before, after), at);
            changes.findings((before, after), at);
        }
    }
    Ok(changes.told(&names, unread))
}

/// The case that the draft is held against.
fn saved(asked: &Asked<'_>) -> Result<Case, Refusal> {
    let settings = asked.question.saved.clone().ok_or_else(|| missing("saved"))?;
    let policy = asked.question.saved_policy.clone().or_else(|| asked.request.policy.clone());
    let kept = asked.engine.under(policy.as_deref())?;
    let request = super::PreviewRequest { settings: Some(settings), ..asked.request.clone() };
    case(&request, (*kept.policy).clone())
}

/// A path with `*` for positions in lists.
pub(crate) fn general(path: &str) -> String {
    let step =
        |step: &str| if !step.is_empty() && step.bytes().all(|b| b.is_ascii_digit()) { "*".to_owned() } else { step.to_owned() };
    path.split('/').map(step).collect::<Vec<_>>().join("/")
}

impl<'a> Changes<'a> {
    fn field(&mut self, which: Which, label: &'a str, (before, after): (&'a Outcome, &'a Outcome), record: usize) {
        let Some(lane) = after.lane.or(before.lane).filter(|_| after.lane != before.lane) else { return };
        let (reason_before, reason_after) = (&before.reason, &after.reason);
        let fresh =
            || FieldChange { label, lane, before: reason_before, after: reason_after, count: 0, records: BTreeSet::new() };
        let change = self.fields.entry(which).or_insert_with(fresh);
        change.count += 1;
        change.records.insert(record);
        self.changed.insert(record);
    }

    /// Counts what stands in one of the two and not in the other, or is treated differently. Findings that are the same in both are
    /// matched by their place.
    fn findings(&mut self, (before, after): (&Outcome, &Outcome), record: usize) {
        let places = |of: &Outcome| -> BTreeMap<(usize, usize, Entity), Option<Operator>> {
            of.findings.iter().map(|&(start, end, entity, operator)| ((start, end, entity), operator)).collect()
        };
        let (before, after) = (places(before), places(after));
        let all: BTreeSet<_> = before.keys().chain(after.keys()).collect();
        for place in all {
            let (was, is) = (before.get(place).copied().flatten(), after.get(place).copied().flatten());
            if was != is {
                let (count, records) = self.findings.entry((place.2, was, is)).or_default();
                *count += 1;
                records.insert(record);
                self.changed.insert(record);
            }
        }
    }

    fn told(&self, names: &[String], unread: usize) -> Json {
        let ids = |records: &BTreeSet<usize>| records.iter().map(|&at| names[at].as_str()).collect::<Vec<_>>();
        let field = |((record_type, path, begins), change): (&Which, &FieldChange<'_>)| {
            json!({
                "product": Product::of(*record_type), "recordType": record_type, "path": path, "label": change.label,
                "lane": change.lane, "change": if *begins { "begins" } else { "stops" }, "count": change.count,
                "records": ids(&change.records), "before": json(change.before), "after": json(change.after),
            })
        };
        let finding = |((entity, before, after), (count, records)): (&Treated, &(usize, _))| {
            let change = match (before, after) {
                (None, _) => "begins",
                (_, None) => "stops",
                (Some(_), Some(_)) => "changes",
            };
            json!({
                "entity": entity, "change": change, "count": count, "records": ids(records), "before": before, "after": after,
            })
        };
        json!({
            "records": names.len(), "changed": self.changed.len(), "unread": unread,
            "fields": self.fields.iter().map(field).collect::<Vec<_>>(),
            "findings": self.findings.iter().map(finding).collect::<Vec<_>>(),
        })
    }
}
