//! Floor 3. Change: what was found is kept, replaced, hidden or stood in for, and every change is noted.
//!
//! [`deidentify`] is the only maker of [`Deidentified`], and what leaves is made of nothing else.

mod operator;
mod pseudonym;

pub use operator::{Operator, Operators, Remains, Risks, Rule};
pub use pseudonym::PseudonymKey;

use crate::detect::{Disjoint, Entity, Finding};
use crate::record::document::{Edit, Text};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::ops::Range;

/// Something that went through [`deidentify`].
#[derive(Clone, PartialEq, Debug)]
pub struct Deidentified<T> {
    value: T,
    text: String,
    changes: Vec<Change>,
}

/// What became of one finding; stands at the finding's own position in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The operator that was applied.
    pub operator: Operator,
    /// Whether applying it is our choice, not the vendor's word.
    pub assumption: bool,
    /// What stands there now.
    pub replacement: String,
    /// Where it stands in the joined text afterwards, in bytes.
    pub range: Range<usize>,
}

impl<T> Deidentified<T> {
    /// What leaves.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The joined text, changed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// One change for every finding, in their order.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Turns the value into something made of it alone, as in pruning it to the members that may leave.
    #[must_use]
    pub fn map(self, f: impl FnOnce(T) -> T) -> Self {
        Self { value: f(self.value), ..self }
    }
}

/// The numbers that people get within one record, in the order in which they are first met.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    people: BTreeMap<Subject, usize>,
}

/// Who a finding is about: a known person, or a name that is only written.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Subject {
    Known(usize),
    Written(String),
}

impl Labels {
    fn number(&mut self, finding: &Finding, original: &str) -> usize {
        let subject = match finding.person {
            Some(index) => Subject::Known(index),
            None => Subject::Written(original.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()),
        };
        let next = self.people.len() + 1;
        *self.people.entry(subject).or_insert(next)
    }
}

/// Applies the operators to everything found in a value.
pub fn deidentify(
    value: &Json,
    text: &Text,
    found: &Disjoint,
    operators: &Operators,
    (labels, key): (&mut Labels, &PseudonymKey),
) -> Deidentified<Json> {
    let joined = text.joined();
    let mut edits = Vec::new();
    let mut changes = Vec::new();
    let mut out = String::with_capacity(joined.len());
    let mut done = 0;
    for finding in found.as_slice() {
        let rule = operators.of(finding.entity);
        let replacement = apply(rule, finding, &joined[finding.span.range()], labels, key);
        out.push_str(&joined[done..finding.span.start()]);
        let start = out.len();
        out.push_str(&replacement);
        done = finding.span.end();
        if rule.operator != Operator::Keep {
            edits.push(Edit { span: finding.span, replacement: replacement.clone() });
        }
        changes.push(Change { operator: rule.operator, assumption: rule.assumption, replacement, range: start..out.len() });
    }
    out.push_str(&joined[done..]);
    Deidentified { value: text.rewrite(value, &edits), text: out, changes }
}

/// What stands in place of `original`.
fn apply(rule: Rule, finding: &Finding, original: &str, labels: &mut Labels, key: &PseudonymKey) -> String {
    match rule.operator {
        Operator::Keep => original.to_owned(),
        Operator::Drop | Operator::Redact => String::new(),
        Operator::Replace if finding.entity == Entity::Person => {
            format!("{}_{}", finding.entity, labels.number(finding, original))
        }
        Operator::Replace => finding.label().to_owned(),
        Operator::Mask => mask(original, rule.keep_last.unwrap_or(0)),
        Operator::Hash => key.hash(finding.label(), original),
        Operator::Pseudonymize => key.pseudonym(finding.label(), original),
    }
}

/// Letters and digits become `*`, all but the last `keep`; never more than half of them stay readable.
fn mask(original: &str, keep: u8) -> String {
    let count = original.chars().filter(|c| c.is_alphanumeric()).count();
    let hidden = count - usize::from(keep).min(count / 2);
    let mut seen = 0;
    let cover = |c: char| {
        seen += usize::from(c.is_alphanumeric());
        if c.is_alphanumeric() && seen <= hidden { '*' } else { c }
    };
    original.chars().map(cover).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_never_shows_more_than_half() {
        assert_eq!(mask("4111 1111 1111 1111", 4), "**** **** **** 1111");
        assert_eq!(mask("ab", 4), "*b");
        assert_eq!(mask("é", 9), "*");
    }
}
