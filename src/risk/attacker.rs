//! The attacker's view: the three questions of WP216 for every technique that was used.

use crate::transform::{Operator, Risks};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One operator, how often it was used, and what remains after it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Technique {
    /// The operator.
    pub operator: Operator,
    /// How many findings in what leaves it was applied to.
    pub findings: usize,
    /// What remains, for the things it was applied to.
    pub risks: Risks,
}

impl Technique {
    /// Counts the operators, in the order of their table.
    pub fn count(operators: impl IntoIterator<Item = Operator>) -> Vec<Self> {
        let mut counts = BTreeMap::<Operator, usize>::new();
        for operator in operators {
            *counts.entry(operator).or_default() += 1;
        }
        let technique = |(operator, findings): (Operator, usize)| Self { operator, findings, risks: operator.row().risks };
        counts.into_iter().map(technique).collect()
    }
}
