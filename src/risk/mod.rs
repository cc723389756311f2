//! Floor 4. Measure: what could still be told from what leaves.

mod attacker;
mod class;

pub use attacker::Technique;
pub use class::{Classes, K};

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
