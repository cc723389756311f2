//! Floor 4. Measure: what could still be told from what leaves, and what it takes to release it.
//!
//! [`Rows`] are records reduced to some of their values. Over them: classes and k, [`Diversity`], [`closeness()`], the least lossy
//! [`generalize()`]; the attacker's view. For what is released: [`Cells`] that are too small, [`Patterns`] that are too rare, noise
//! under a [`Budget`] that a [`Ledger`] keeps.

mod attacker;
mod chance;
mod class;
mod closeness;
mod diversity;
mod dp;
mod hierarchy;
mod lattice;
mod ledger;
mod noise;
mod pattern;
mod rows;
mod suppress;

pub use attacker::{AGGREGATIONS, Attack, SinglingOut, Technique, cheapest_end, curve, singling_out};
pub use chance::Chance;
pub use class::{Classes, K};
pub use closeness::{Distance, closeness};
pub use diversity::Diversity;
pub use dp::{Bounds, Budget, BudgetError, Measure, Mechanism, Noisy, needed, noise, select, selection};
pub use hierarchy::{ANY, Hierarchy, Level};
pub use lattice::{Generalized, generalize};
pub use ledger::{Entry, Ledger};
pub use noise::{Band, Noise, Ratio};
pub use pattern::{Pattern, Patterns, grams, words};
pub use rows::{Column, Partition, Rows};
pub use suppress::{Cell, Cells, Shown};

use serde::{Deserialize, Serialize};

/// What remains, over all records together.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Risk {
    /// How many records were looked at.
    pub records: usize,
    /// The fields by whose combination they were compared, by path, in order.
    pub quasi_identifiers: Vec<String>,
    /// The sizes of the groups of records that look alike.
    pub classes: Classes,
    /// What was done with what was found, and what remains after it.
    pub techniques: Vec<Technique>,
}
