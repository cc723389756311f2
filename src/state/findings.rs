//! The list of findings: which there are, how many of each kind, and the way from one to the next.

use super::{shown_order, slice};
use crate::detect::Entity;
use crate::order;
use crate::preview::{FieldPreview, FindingPreview, Preview, RecordPreview};
use std::collections::BTreeMap;

/// A finding by its place in a preview.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FindingId {
    /// Which record.
    pub record: usize,
    /// Which of its fields.
    pub field: usize,
    /// Which of the field's findings.
    pub finding: usize,
}

impl FindingId {
    /// The finding with its field and record, if the preview has it.
    pub fn of(self, preview: &Preview) -> Option<(&RecordPreview, &FieldPreview, &FindingPreview)> {
        let record = preview.records.get(self.record)?;
        let field = record.fields.get(self.field)?;
        Some((record, field, field.findings.get(self.finding)?))
    }
}

/// The text of a finding, as it stands in the original.
pub fn found_text<'a>(field: &'a FieldPreview, finding: &FindingPreview) -> &'a str {
    slice(&field.text.original, finding.text.original)
}

/// How many other findings of the record are the same thing: of one entity and with one replacement, or with one text.
pub fn same_elsewhere(preview: &Preview, id: FindingId) -> usize {
    let Some((record, field, finding)) = id.of(preview) else { return 0 };
    let text = found_text(field, finding);
    let numbered = finding.replacement.starts_with(finding.entity.id()) && finding.replacement != finding.entity.id();
    let same = |(other_field, other): &(&FieldPreview, &FindingPreview)| {
        let alike = if numbered { other.replacement == finding.replacement } else { found_text(other_field, other) == text };
        other.entity == finding.entity && alike
    };
    let all = record.fields.iter().flat_map(|field| field.findings.iter().map(move |finding| (field, finding)));
    all.filter(same).count().saturating_sub(1)
}

/// Every finding of a record, in the order in which it is shown.
pub fn all_findings(preview: &Preview, record: usize) -> Vec<FindingId> {
    let Some(of) = preview.records.get(record) else { return Vec::new() };
    let ids = |field: usize| (0..of.fields[field].findings.len()).map(move |finding| FindingId { record, field, finding });
    shown_order(of).into_iter().flat_map(ids).collect()
}

/// The findings of a record that are of one entity, or all.
pub fn filtered(preview: &Preview, record: usize, filter: Option<Entity>) -> Vec<FindingId> {
    let fits =
        |id: &FindingId| filter.is_none_or(|entity| id.of(preview).is_some_and(|(_, _, finding)| finding.entity == entity));
    all_findings(preview, record).into_iter().filter(fits).collect()
}

/// How many findings of one entity there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
    /// The entity.
    pub entity: Entity,
    /// How many.
    pub count: usize,
}

/// The findings of a record by entity, most frequent first.
pub fn tally(preview: &Preview, record: usize) -> Vec<Tally> {
    let mut counts = BTreeMap::<Entity, usize>::new();
    for id in all_findings(preview, record) {
        if let Some((_, _, finding)) = id.of(preview) {
            *counts.entry(finding.entity).or_default() += 1;
        }
    }
    let tallies: Vec<_> = counts.into_iter().map(|(entity, count)| Tally { entity, count }).collect();
    order::by_place(tallies, |tally| (usize::MAX - tally.count, 0))
}

/// A direction in the list of findings.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Towards the end; after the last comes the first.
    Next,
    /// Towards the beginning; before the first comes the last.
    Previous,
}

/// The finding after or before the selected one in a list.
pub fn step(list: &[FindingId], selected: Option<FindingId>, step: Step) -> Option<FindingId> {
    let last = list.len().checked_sub(1)?;
    let at = selected.and_then(|id| list.iter().position(|other| *other == id));
    let index = match (at, step) {
        (None, Step::Next) => 0,
        (None, Step::Previous) => last,
        (Some(at), Step::Next) => (at + 1) % list.len(),
        (Some(at), Step::Previous) => at.checked_sub(1).unwrap_or(last),
    };
    list.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_round_and_start_at_the_near_end() {
        let id = |finding| FindingId { record: 0, field: 0, finding };
        let list = [id(0), id(2), id(5)];
        assert_eq!(step(&list, None, Step::Next), Some(id(0)));
        assert_eq!(step(&list, None, Step::Previous), Some(id(5)));
        assert_eq!(step(&list, Some(id(5)), Step::Next), Some(id(0)));
        assert_eq!(step(&list, Some(id(0)), Step::Previous), Some(id(5)));
        assert_eq!(step(&list, Some(id(3)), Step::Next), Some(id(0)), "a finding that the filter hides is none of the list");
        assert_eq!(step(&[], None, Step::Next), None);
    }
}
