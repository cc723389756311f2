//! People: typed fields first, then triggers.
use super::Finding;
use crate::record::{Person, document::Known};

/// The people whom typed fields name, ready to be searched for.
#[derive(Clone, Debug, Default)]
pub struct People(Vec<Person>);

impl People {
    /// Prepares the search for these people.
    pub fn new(people: &[Person]) -> Self {
        Self(people.to_vec())
    }
    /// The people, in the order given.
    pub fn as_slice(&self) -> &[Person] {
        &self.0
    }
}

pub(super) fn structure(_text: &str, _known: &[Known], _people: &People) -> Vec<Finding> {
    Vec::new()
}

pub(super) fn find(_text: &str, _people: &People) -> Vec<Finding> {
    Vec::new()
}
