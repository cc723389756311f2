//! Equivalence classes: records that look alike on their quasi-identifiers (L. Sweeney, "k-anonymity", 2002).

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The smallest class size that is allowed; at least 2, for a class of one hides nobody.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct K(usize);

impl K {
    /// The k, if it is at least 2.
    pub fn try_new(k: usize) -> Option<Self> {
        (k >= 2).then_some(Self(k))
    }

    /// As a number.
    pub fn get(self) -> usize {
        self.0
    }
}

/// How many classes there are of each size.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Classes {
    /// The size of the smallest class; 0 where there is no record.
    pub smallest: usize,
    /// Records that stand alone.
    pub unique: usize,
    /// `[size, how many classes of that size]`, ascending.
    pub sizes: Vec<(usize, usize)>,
}

impl Classes {
    /// Groups rows that are equal.
    pub fn of<R: Ord>(rows: impl IntoIterator<Item = R>) -> Self {
        let mut classes = BTreeMap::<R, u64>::new();
        for row in rows {
            *classes.entry(row).or_default() += 1;
        }
        Self::of_sizes(classes.into_values())
    }

    /// Counts classes of these sizes; one of no record is none.
    pub fn of_sizes(classes: impl IntoIterator<Item = u64>) -> Self {
        let mut sizes = BTreeMap::<usize, usize>::new();
        for size in classes.into_iter().filter(|&size| size > 0) {
            *sizes.entry(usize::try_from(size).unwrap_or(usize::MAX)).or_default() += 1;
        }
        Self {
            smallest: sizes.keys().next().copied().unwrap_or(0),
            unique: sizes.get(&1).copied().unwrap_or(0),
            sizes: sizes.into_iter().collect(),
        }
    }

    /// How many records there are.
    pub fn records(&self) -> usize {
        self.sizes.iter().map(|&(size, classes)| size * classes).sum()
    }

    /// How many classes there are.
    pub fn count(&self) -> usize {
        self.sizes.iter().map(|&(_, classes)| classes).sum()
    }

    /// How many records stand in classes of fewer than k.
    pub fn below(&self, k: usize) -> usize {
        self.sizes.iter().take_while(|&&(size, _)| size < k).map(|&(size, classes)| size * classes).sum()
    }

    /// Whether every class has at least k members. True where there is no record.
    pub fn satisfy(&self, k: K) -> bool {
        self.sizes.first().is_none_or(|&(size, _)| size >= k.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_alike_form_a_class() {
        let classes = Classes::of([("a", 1), ("b", 1), ("a", 1), ("a", 1), ("c", 2)]);
        assert_eq!(classes, Classes { smallest: 1, unique: 2, sizes: vec![(1, 2), (3, 1)] });
        assert!(!classes.satisfy(K::try_new(2).unwrap()));
        assert!(Classes::of::<()>([]).satisfy(K::try_new(5).unwrap()));
    }

    #[test]
    fn k_refuses_one() {
        assert_eq!(K::try_new(1), None);
        assert_eq!(K::try_new(2).map(K::get), Some(2));
    }
}
