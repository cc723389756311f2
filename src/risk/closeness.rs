//! t-closeness: how far the sensitive values of a class are from those of all records (Li, Li and Venkatasubramanian, "t-closeness:
//! privacy beyond k-anonymity and l-diversity", 2007), by the earth mover's distance.

use super::diversity::counted;
use super::rows::Rows;
use crate::door::number;

/// How far two values are from each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Distance {
    /// All values are equally far from one another.
    Equal,
    /// Values stand in an order; neighbors are closest. Numbers are ordered as numbers, everything else as text.
    Ordered,
}

/// The t of a column within the classes that other columns make: the largest distance of a class, 0 to 1. 0 where there is no record.
pub fn closeness(rows: &Rows, quasi: &[usize], sensitive: usize, distance: Distance) -> f64 {
    let Some(column) = rows.columns().get(sensitive) else { return 0.0 };
    let order = ranks(&column.values);
    let mut all = vec![0_u64; column.values.len()];
    for (&code, count) in column.codes.iter().zip(rows.counts()) {
        all[order[code as usize]] += count;
    }
    let total = rows.records() as f64;
    let classes = counted(rows, &rows.classes(quasi), sensitive);
    let far = |class: &Vec<(u32, u64)>| {
        let mut own = vec![0_u64; all.len()];
        class.iter().for_each(|&(code, count)| own[order[code as usize]] += count);
        let size = class.iter().map(|&(_, count)| count).sum::<u64>() as f64;
        let moved = own.iter().zip(&all).map(|(&own, &all)| own as f64 / size - all as f64 / total);
        match distance {
            Distance::Equal => moved.map(f64::abs).sum::<f64>() / 2.0,
            Distance::Ordered => {
                let steps = (all.len().max(2) - 1) as f64;
                let carried = moved.scan(0.0, |carried, moved| {
                    *carried += moved;
                    Some(f64::abs(*carried))
                });
                carried.sum::<f64>() / steps
            }
        }
    };
    classes.iter().filter(|class| !class.is_empty()).map(far).fold(0.0, f64::max)
}

/// For each value its place in the order.
fn ranks(values: &[String]) -> Vec<usize> {
    let numbers: Option<Vec<f64>> = values.iter().map(|value| number(value)).collect();
    let mut order: Vec<usize> = (0..values.len()).collect();
    if let Some(numbers) = numbers {
        order.sort_by(|&one, &other| numbers[one].total_cmp(&numbers[other]));
    }
    let mut ranks = vec![0; values.len()];
    order.into_iter().enumerate().for_each(|(rank, value)| ranks[value] = rank);
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paper's salaries, in thousands: three classes of three.
    fn salaries(classes: [[&'static str; 3]; 3]) -> Rows {
        let names = ["1", "2", "3"];
        let rows = classes.into_iter().zip(names).flat_map(|(values, class)| values.map(|value| (vec![class, value], 1)));
        Rows::of(&["class", "salary"], rows)
    }

    #[test]
    fn the_papers_salaries() {
        // Section 5.1: D[{3, 4, 5}, Q] = 0.375 and D[{6, 8, 11}, Q] = 0.167 over Q = {3, …, 11}.
        let rows = salaries([["3", "4", "5"], ["6", "8", "11"], ["7", "9", "10"]]);
        assert!((closeness(&rows, &[0], 1, Distance::Ordered) - 0.375).abs() < 1e-12);
        let rows = salaries([["6", "8", "11"], ["3", "5", "9"], ["4", "7", "10"]]);
        assert!((closeness(&rows, &[0], 1, Distance::Ordered) - 1.0 / 6.0).abs() < 1e-12);
        assert!((closeness(&rows, &[0], 1, Distance::Equal) - 2.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn classes_like_the_whole_are_as_close_as_can_be() {
        let rows = Rows::of(&["q", "s"], [(vec!["a", "x"], 1), (vec!["a", "y"], 1), (vec!["b", "x"], 2), (vec!["b", "y"], 2)]);
        for distance in [Distance::Equal, Distance::Ordered] {
            assert_eq!(closeness(&rows, &[0], 1, distance), 0.0);
            assert_eq!(closeness(&Rows::default(), &[], 0, distance), 0.0);
        }
    }
}
