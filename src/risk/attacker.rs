//! The attacker's view: who could still be told from what leaves, by whom, and what would end it.

use super::class::{Classes, K};
use super::hierarchy::Hierarchy;
use super::lattice::{Generalized, generalize};
use super::rows::Rows;
use crate::transform::{Operator, Remains, Risks};
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

/// What is done with many records together, and what remains after it by the table of WP216 (Opinion 05/2014, section 4).
pub const AGGREGATIONS: &[(&str, Risks)] = &[
    ("k-anonymity", Risks { singling_out: Remains::No, linkability: Remains::Yes, inference: Remains::Yes }),
    ("l-diversity", Risks { singling_out: Remains::No, linkability: Remains::Yes, inference: Remains::MaybeNot }),
    (
        "differential-privacy",
        Risks { singling_out: Remains::MaybeNot, linkability: Remains::MaybeNot, inference: Remains::MaybeNot },
    ),
];

/// The probability that a record is told to be somebody's, 0 to 1, for three attackers (K. El Emam, "Guide to the de-identification of
/// personal health information", 2013).
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attack {
    /// Who knows that somebody is in the data: 1 / the smallest class.
    pub prosecutor: f64,
    /// Who does not: 1 / the smallest class among all who could be meant.
    pub journalist: f64,
    /// Who wants as many as possible: the share that is told right, on average.
    pub marketer: f64,
    /// The share of records that stand alone.
    pub unique: f64,
}

impl Attack {
    /// The risks of records whose classes are of these sizes in what leaves, each with its size among all records that could be meant.
    pub fn of(classes: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let (mut records, mut smallest, mut fewest, mut told, mut unique) = (0_u64, u64::MAX, u64::MAX, 0.0, 0_u64);
        for (size, among) in classes.into_iter().filter(|&(size, _)| size > 0) {
            let among = among.max(size);
            records += size;
            smallest = smallest.min(size);
            fewest = fewest.min(among);
            told += size as f64 / among as f64;
            unique += u64::from(size == 1);
        }
        if records == 0 {
            return Self { prosecutor: 0.0, journalist: 0.0, marketer: 0.0, unique: 0.0 };
        }
        let all = records as f64;
        Self {
            prosecutor: 1.0 / smallest as f64,
            journalist: 1.0 / fewest as f64,
            marketer: told / all,
            unique: unique as f64 / all,
        }
    }
}

/// For each k from 2 the share of records that stand in a class of fewer than k.
pub fn curve(classes: &Classes, most: usize) -> Vec<(usize, f64)> {
    let all = classes.records().max(1) as f64;
    (2..=most.max(2)).map(|k| (k, classes.below(k) as f64 / all)).collect()
}

/// The fewest fields by which records can be singled out.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SinglingOut {
    /// The fields, by their place among the columns.
    pub fields: Vec<usize>,
    /// How many records they single out.
    pub records: u64,
}

/// As many fields together as are tried.
const MOST_FIELDS: usize = 4;

/// The smallest set of columns by which some record is alone; of several that which singles out most. None where no set of up to four,
/// nor all of them together, does.
pub fn singling_out(rows: &Rows, columns: &[usize]) -> Option<SinglingOut> {
    let alone = |fields: &[usize]| rows.class_sizes(fields).into_iter().filter(|&size| size == 1).count() as u64;
    if alone(columns) == 0 {
        // What fewer fields single out, more of them do, too.
        return None;
    }
    for size in 1..=columns.len().min(MOST_FIELDS) {
        let mut best: Option<SinglingOut> = None;
        for fields in subsets(columns, size) {
            let records = alone(&fields);
            if records > best.as_ref().map_or(0, |best| best.records) {
                best = Some(SinglingOut { fields, records });
            }
        }
        if best.is_some() {
            return best;
        }
    }
    Some(SinglingOut { fields: columns.to_vec(), records: alone(columns) })
}

fn subsets(of: &[usize], size: usize) -> Vec<Vec<usize>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    let with = |(index, &first): (usize, &usize)| {
        subsets(&of[index + 1..], size - 1).into_iter().map(move |rest| [vec![first], rest].concat()).collect::<Vec<_>>()
    };
    of.iter().enumerate().flat_map(with).collect()
}

/// The least lossy way to leave nobody alone, without suppressing anybody.
pub fn cheapest_end(rows: &Rows, columns: &[usize], hierarchies: &[Hierarchy]) -> Option<Generalized> {
    generalize(rows, columns, hierarchies, K::try_new(2)?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_attackers_know_different_things() {
        let attack = Attack::of([(1, 4), (2, 2), (7, 14)]);
        assert_eq!((attack.prosecutor, attack.journalist, attack.unique), (1.0, 0.5, 0.1));
        assert!((attack.marketer - (0.25 + 1.0 + 0.5) / 10.0).abs() < 1e-12);
        assert_eq!(Attack::of([]).prosecutor, 0.0);
        let classes = Classes::of_sizes([1, 2, 7]);
        assert_eq!(curve(&classes, 4), [(2, 0.1), (3, 0.3), (4, 0.3)]);
    }

    #[test]
    fn the_smallest_set_is_found() {
        let records = [["a", "1", "x"], ["a", "2", "x"], ["b", "1", "x"], ["b", "2", "x"]];
        let rows = Rows::of(&["p", "q", "r"], records.map(|record| (record.to_vec(), 1)));
        let found = singling_out(&rows, &[0, 1, 2]).unwrap();
        assert_eq!((found.fields, found.records), (vec![0, 1], 4));
        assert_eq!(singling_out(&rows, &[0, 2]), None);
        let hierarchies: Vec<_> = rows.columns().iter().map(|column| Hierarchy::of(&column.values, &[])).collect();
        let end = cheapest_end(&rows, &[0, 1], &hierarchies[..2]).unwrap();
        assert_eq!((end.levels.iter().sum::<usize>(), end.classes.smallest), (1, 2));
    }

    #[test]
    fn five_fields_may_be_needed() {
        // Every set of four is shared: the fifth is the parity of the others.
        let bits = |number: usize| -> Vec<&'static str> {
            let bit = |place: usize| if number >> place & 1 == 1 { "1" } else { "0" };
            (0..4).map(bit).chain([if number.count_ones() % 2 == 1 { "1" } else { "0" }]).collect()
        };
        let rows = Rows::of(
            &["a", "b", "c", "d", "e"],
            (0..16).map(|number| (bits(number), 1)).chain((0..8).map(|number| (bits(number), 1))),
        );
        assert_eq!(singling_out(&rows, &[0, 1, 2, 3, 4]).map(|found| found.records), Some(8));
    }
}
