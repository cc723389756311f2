//! Floor 3. Change: what was found is kept, replaced, hidden or stood in for, and every change is noted.
//!
//! [`deidentify`] is the only maker of [`Deidentified`], and what leaves is made of nothing else.

mod apply;
mod fpe;
mod generalize;
mod operator;
mod pseudonym;
mod rule;
mod surrogate;

pub use apply::Ground;
pub use operator::{Operator, Remains, Risks};
pub use pseudonym::PseudonymKey;
pub use rule::{Grain, Operators, Parameters, Rule, Scope, Side, Step};

use crate::detect::{Disjoint, Finding};
use crate::record::document::{Edit, Text};
use serde_json::Value as Json;
use std::borrow::Cow;
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
    /// All of the rule that was applied, where the operator alone does not say it.
    pub rule: Option<Rule>,
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

    /// What leaves, and the joined text, changed.
    pub fn into_parts(self) -> (T, String) {
        (self.value, self.text)
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

fn ends_in_word(text: &str) -> bool {
    text.ends_with(char::is_alphanumeric)
}

/// Applies the operators to everything found in a value; or one rule to all of it, where its field has one.
pub fn deidentify<'a>(
    value: &'a Json,
    text: &Text,
    found: &Disjoint,
    (operators, whole): (&Operators, Option<&Rule>),
    (labels, ground): (&mut Labels, &Ground<'_>),
) -> Deidentified<Cow<'a, Json>> {
    let joined = text.joined();
    let mut edits = Vec::new();
    let mut changes = Vec::new();
    let mut out = String::with_capacity(joined.len());
    let mut done = 0;
    for finding in found.as_slice() {
        let rule = whole.unwrap_or_else(|| operators.of(finding.entity));
        let mut replacement = apply::apply(rule, finding, &joined[finding.span.range()], labels, ground);
        // Labels that touch would read as one word.
        let touches = finding.span.start() == done && ends_in_word(&out) && replacement.starts_with(char::is_alphanumeric);
        if touches && rule.operator() == Operator::Replace {
            replacement.insert(0, ' ');
        }
        out.push_str(&joined[done..finding.span.start()]);
        let start = out.len();
        out.push_str(&replacement);
        done = finding.span.end();
        if rule.operator() != Operator::Keep {
            edits.push(Edit { span: finding.span, replacement: replacement.clone() });
        }
        changes.push(Change {
            operator: rule.operator(),
            rule: rule.is_told().then(|| rule.clone()),
            assumption: rule.assumption,
            replacement,
            range: start..out.len(),
        });
    }
    out.push_str(&joined[done..]);
    let value = if edits.is_empty() { Cow::Borrowed(value) } else { Cow::Owned(text.rewrite(value, &edits)) };
    Deidentified { value, text: out, changes }
}
