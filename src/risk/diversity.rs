//! l-diversity: how many sensitive values could belong to whoever is known to be in a class (Machanavajjhala and others, "l-diversity:
//! privacy beyond k-anonymity", 2007).

use super::rows::{Partition, Rows};
use serde::Serialize;

/// How diverse a sensitive field is within the classes; the least diverse class counts.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diversity {
    /// Distinct l-diversity: the fewest values in one class; 0 where there is no record.
    pub distinct: usize,
    /// Entropy l-diversity: the largest l for which every class has an entropy of at least ln l. Between 1 and `distinct`.
    pub entropy: f64,
    /// Recursive (c, l)-diversity for l = 2: the least c that no class exceeds, as the most common value against all others together.
    /// Absent where some class has one value only, so that no c is enough.
    pub recursive: Option<f64>,
}

impl Diversity {
    /// The diversity of a column within the classes that other columns make.
    pub fn of(rows: &Rows, quasi: &[usize], sensitive: usize) -> Self {
        let spread = Spread::of(rows, &rows.classes(quasi), sensitive);
        let distinct = spread.classes.iter().map(Vec::len).min().unwrap_or(0);
        let entropy = spread.classes.iter().map(|counts| entropy(counts)).fold(f64::INFINITY, f64::min);
        Self { distinct, entropy: if distinct == 0 { 0.0 } else { libm::exp(entropy) }, recursive: spread.recursive(2) }
    }

    /// The least c of recursive (c, l)-diversity: every class has r₁ ≤ c · (r_l + … + r_m), with counts in falling order. None where
    /// some class has fewer than l values.
    pub fn recursive(rows: &Rows, quasi: &[usize], sensitive: usize, l: usize) -> Option<f64> {
        Spread::of(rows, &rows.classes(quasi), sensitive).recursive(l)
    }
}

/// Σ −p ln p.
fn entropy(counts: &[u64]) -> f64 {
    let all = counts.iter().sum::<u64>() as f64;
    counts.iter().map(|&count| count as f64 / all).map(|share| -share * libm::log(share)).sum()
}

/// For each class the counts of the values that it has, those of most records first.
struct Spread {
    classes: Vec<Vec<u64>>,
}

impl Spread {
    fn of(rows: &Rows, partition: &Partition, sensitive: usize) -> Self {
        let mut classes = vec![Vec::new(); partition.classes];
        for (class, counts) in counted(rows, partition, sensitive).into_iter().enumerate() {
            classes[class] = counts.into_iter().map(|(_, count)| count).collect();
            classes[class].sort_unstable_by(|one: &u64, other| other.cmp(one));
        }
        Self { classes }
    }

    fn recursive(&self, l: usize) -> Option<f64> {
        let least = |counts: &Vec<u64>| {
            let rest: u64 = counts.get(l.saturating_sub(1)..)?.iter().sum();
            (rest > 0).then(|| counts[0] as f64 / rest as f64)
        };
        self.classes.iter().map(least).try_fold(0.0, |most, one| Some(f64::max(most, one?)))
    }
}

/// For each class the values that it has, in their order, with how many records have them.
pub(super) fn counted(rows: &Rows, partition: &Partition, sensitive: usize) -> Vec<Vec<(u32, u64)>> {
    let codes = rows.columns().get(sensitive).map_or(&[][..], |column| &column.codes);
    let mut classes = vec![Vec::new(); partition.classes];
    for ((&class, &code), &count) in partition.of.iter().zip(codes).zip(rows.counts()) {
        classes[class as usize].push((code, count));
    }
    for values in &mut classes {
        values.sort_unstable();
        values.dedup_by(|next, first| {
            let same = next.0 == first.0;
            first.1 += if same { next.1 } else { 0 };
            same
        });
        values.retain(|&(_, count)| count > 0);
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The 4-anonymous table of the paper's figure 2, and its 3-diverse version of figure 3.
    fn patients(classes: [&[&'static str]; 3]) -> Rows {
        let names = ["1", "2", "3"];
        let rows =
            classes.into_iter().zip(names).flat_map(|(values, class)| values.iter().map(move |&value| (vec![class, value], 1)));
        Rows::of(&["class", "condition"], rows)
    }

    #[test]
    fn the_papers_inpatients() {
        let alike = patients([
            &["Heart", "Heart", "Viral", "Viral"],
            &["Cancer", "Heart", "Viral", "Viral"],
            &["Cancer", "Cancer", "Cancer", "Cancer"],
        ]);
        let found = Diversity::of(&alike, &[0], 1);
        assert_eq!((found.distinct, found.recursive), (1, None));
        assert!((found.entropy - 1.0).abs() < 1e-12);
        let diverse = patients([
            &["Heart", "Viral", "Cancer", "Cancer"],
            &["Cancer", "Heart", "Viral", "Viral"],
            &["Heart", "Viral", "Cancer", "Cancer"],
        ]);
        let found = Diversity::of(&diverse, &[0], 1);
        assert_eq!((found.distinct, found.recursive), (3, Some(1.0)));
        // The paper calls it 2.8-diverse by entropy.
        assert!((found.entropy - 2.828_427_124_746_19).abs() < 1e-12);
        assert_eq!(Diversity::recursive(&diverse, &[0], 1, 3), Some(2.0));
        assert_eq!(Diversity::recursive(&diverse, &[0], 1, 4), None);
    }

    #[test]
    fn no_record_has_no_diversity() {
        let found = Diversity::of(&Rows::default(), &[], 0);
        assert_eq!((found.distinct, found.entropy), (0, 0.0));
    }
}
