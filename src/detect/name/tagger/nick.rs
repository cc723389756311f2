//! Nicknames: the short forms of given names, and the long forms of short ones.

use super::bytes::Bytes;

/// Names and what else their bearers are called, both folded, sorted by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Nicknames(Vec<(Box<str>, Box<str>)>);

impl Nicknames {
    /// Reads lines of a name and its other forms.
    pub(super) fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        let lines = bytes.text()?.lines();
        let listed: Vec<(Box<str>, Box<str>)> =
            lines.filter_map(|line| line.split_once(' ')).map(|(name, others)| (name.into(), others.into())).collect();
        listed.is_sorted().then_some(Self(listed))
    }

    /// What else somebody with this given name is called.
    pub(super) fn of(&self, name: &str) -> impl Iterator<Item = &str> {
        let at = self.0.binary_search_by(|(known, _)| known.as_ref().cmp(name)).ok();
        at.into_iter().flat_map(|at| self.0[at].1.split(' '))
    }
}
