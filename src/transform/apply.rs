//! Applying a [`Rule`] to one finding.

use super::rule::{Parameters, Rule, Scope, Side, Step};
use super::{Labels, Operator, PseudonymKey, fpe, generalize, surrogate};
use crate::detect::{Entity, Finding};
use std::borrow::Cow;
use time::Duration;

/// What stand-ins and shifts are made from.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The organization's key.
    pub key: &'a PseudonymKey,
    /// The record that is being changed.
    pub record: &'a str,
    /// The id of its product.
    pub product: &'a str,
    /// Whole weeks since 1970 began.
    pub week: i64,
}

impl Ground<'_> {
    /// The key for a scope. The organization's is the key as it was given.
    fn key(&self, scope: Option<Scope>) -> Cow<'_, PseudonymKey> {
        let within = |id: &str| Cow::Owned(self.key.within(scope.map_or("", Scope::id), id));
        match scope {
            None | Some(Scope::Organization) => Cow::Borrowed(self.key),
            Some(Scope::Record) => within(self.record),
            Some(Scope::Product) => within(self.product),
            Some(Scope::Week) => within(&self.week.to_string()),
        }
    }
}

/// What stands in place of `original` after every step of the rule.
pub(super) fn apply(rule: &Rule, finding: &Finding, original: &str, labels: &mut Labels, ground: &Ground<'_>) -> String {
    rule.steps().fold(original.to_owned(), |value, step| one(step, finding, &value, labels, ground))
}

fn one(step: &Step, finding: &Finding, original: &str, labels: &mut Labels, ground: &Ground<'_>) -> String {
    let (entity, of) = (finding.entity, &step.parameters);
    let key = ground.key(of.scope);
    let width = of.width.unwrap_or(10);
    // What an operator cannot read becomes a label: never the value itself.
    let or_label = |value: Option<String>| value.unwrap_or_else(|| finding.label().to_owned());
    match step.operator {
        Operator::Keep => original.to_owned(),
        Operator::Drop | Operator::Redact | Operator::Suppress => String::new(),
        Operator::Replace if entity == Entity::Person => format!("{entity}_{}", labels.number(finding, original)),
        Operator::Replace => finding.label().to_owned(),
        Operator::Mask => mask(original, of),
        Operator::Hash => key.hash(finding.label(), original),
        Operator::Pseudonymize => key.pseudonym(finding.label(), original),
        Operator::EncryptFpe => or_label(fpe::encrypt(key.bytes(), entity.id().as_bytes(), original)),
        Operator::Generalize => or_label(generalize::generalize(entity, original, of)),
        Operator::Bucket => or_label(generalize::bucket(original, width)),
        Operator::Round => or_label(generalize::round(original, width)),
        Operator::Clamp => or_label(generalize::clamp(original, of.lowest, of.highest.unwrap_or(89))),
        Operator::Shift => or_label(shift(original, of, &key, ground.record)),
        Operator::TimePart => or_label(generalize::time_part(original, of.grain.unwrap_or(super::Grain::Year))),
        Operator::Surrogate => or_label(surrogate::surrogate(entity, original, &key)),
        Operator::Sample if key.number("sample", original) % 100 < u64::from(of.share.unwrap_or(10)) => original.to_owned(),
        Operator::Sample => String::new(),
    }
}

/// Letters and digits become `*`, all but the last or first few; never more than half of them stay readable.
fn mask(original: &str, of: &Parameters) -> String {
    let count = original.chars().filter(|c| c.is_alphanumeric()).count();
    let readable = usize::from(of.keep_last.unwrap_or(0)).min(count / 2);
    let hidden = match of.side.unwrap_or(Side::End) {
        Side::End => 0..count - readable,
        Side::Start => readable..count,
    };
    let mut seen = 0;
    let cover = |c: char| {
        let place = seen;
        seen += usize::from(c.is_alphanumeric());
        if c.is_alphanumeric() && hidden.contains(&place) { '*' } else { c }
    };
    original.chars().map(cover).collect()
}

/// The date moved by as many days as the subject's key says, at least one and at most `days` either way. All dates of one record
/// move alike, so the days between them stay. The time of day stays too.
fn shift(original: &str, of: &Parameters, key: &PseudonymKey, subject: &str) -> Option<String> {
    let written = generalize::Written::read(original)?;
    let most = i64::from(of.days.unwrap_or(183).clamp(1, 36_500));
    let drawn = (key.number("shift", subject) % (2 * most as u64)) as i64;
    let days = if drawn < most { drawn - most } else { drawn - most + 1 };
    let moved = written.date.checked_add(Duration::days(days))?;
    let (before, after) = (&original[..written.range.start], &original[written.range.end..]);
    Some(format!("{before}{}{after}", written.with(moved)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(original: &str, keep: u8, side: Side) -> String {
        mask(original, &Parameters { keep_last: Some(keep), side: Some(side), ..Parameters::default() })
    }

    #[test]
    fn a_mask_never_shows_more_than_half() {
        assert_eq!(masked("4111 1111 1111 1111", 4, Side::End), "**** **** **** 1111");
        assert_eq!(masked("4111 1111 1111 1111", 4, Side::Start), "4111 **** **** ****");
        assert_eq!(masked("ab", 4, Side::End), "*b");
        assert_eq!(masked("é", 9, Side::End), "*");
    }

    #[test]
    fn dates_of_one_subject_move_alike() {
        let key = PseudonymKey::from_seed("test");
        let moved = |date: &str, subject: &str| shift(date, &Parameters::default(), &key, subject).expect("a date");
        let read = |date: &str| generalize::Written::read(date).expect("a date").date;
        let (first, second) = (moved("2026-08-17 10:30", "1"), moved("27.08.2026", "1"));
        assert_eq!((read(&second) - read(&first)).whole_days(), 10);
        assert_ne!(read(&first), read("2026-08-17"));
        assert!(first.ends_with(" 10:30") && second.contains('.'));
        assert_ne!(moved("2026-08-17", "1"), moved("2026-08-17", "2"));
        assert_eq!(shift("last Tuesday", &Parameters::default(), &key, "1"), None);
    }

    #[test]
    fn a_scope_changes_the_key() {
        let key = PseudonymKey::from_seed("test");
        let ground = |record, week| Ground { key: &key, record, product: "jira", week };
        let stand_in = |ground: &Ground<'_>, scope| ground.key(scope).pseudonym("PERSON", "Mia");
        for (scope, same) in [(Scope::Record, false), (Scope::Week, false), (Scope::Product, true), (Scope::Organization, true)] {
            let (one, other) = (stand_in(&ground("1", 1), Some(scope)), stand_in(&ground("2", 2), Some(scope)));
            assert_eq!(one == other, same, "{scope}");
        }
    }
}
