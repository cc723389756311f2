//! [`Hierarchy`]: how the values of one field are said less and less exactly, up to not at all.

use std::collections::BTreeMap;

/// What stands for any value.
pub const ANY: &str = "*";

/// One way of saying the values: for each of them the number of what stands for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Level {
    /// For each value the number of its label.
    pub codes: Vec<u32>,
    /// What stands there instead.
    pub labels: Vec<String>,
}

/// The levels of one field, from the values as they are to a single label. What is alike on one level is alike on all that follow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hierarchy {
    levels: Vec<Level>,
}

impl Hierarchy {
    /// The values as they are, then each further level as a function of the value; a level that says no less than the one below it is
    /// left out, and one that says all is put at the end.
    pub fn of(values: &[String], levels: &[&dyn Fn(&str) -> String]) -> Self {
        let mut all = vec![Level { codes: (0..values.len() as u32).collect(), labels: values.to_vec() }];
        let any = |_: &str| ANY.to_owned();
        let levels = levels.iter().copied().chain([&any as &dyn Fn(&str) -> String]);
        for level in levels {
            let below = &all[all.len() - 1];
            let level = coarser(values, level, below);
            if level.labels.len() < below.labels.len() {
                all.push(level);
            }
        }
        Self { levels: all }
    }

    /// The levels that the values suggest: months, quarters and years of dates; rounder and rounder numbers; of names those that are
    /// frequent. Which levels these are is our assumption.
    pub fn suggested(values: &[String], counts: &[u64]) -> Self {
        if !values.is_empty() && values.iter().all(|value| is_date(value) || value.is_empty()) {
            return Self::of(values, &[&|date| cut(date, 10), &|date| cut(date, 7), &quarter, &|date| cut(date, 4)]);
        }
        let number = |value: &String| value.parse::<i64>().is_ok() || value.is_empty();
        if !values.is_empty() && values.iter().all(number) {
            return Self::of(values, &[&|value| interval(value, 5), &|value| interval(value, 20), &|value| interval(value, 100)]);
        }
        let all: u64 = counts.iter().sum();
        // A value of less than a hundredth of all records is called rare.
        let frequent: Vec<_> =
            values.iter().zip(counts).filter(|&(_, &count)| count * 100 >= all).map(|(value, _)| value).collect();
        let rare =
            |value: &str| if frequent.iter().any(|frequent| *frequent == value) { value.to_owned() } else { "other".to_owned() };
        Self::of(values, &[&rare])
    }

    /// The levels.
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// How much each label of a level leaves open: of all values but one the share that could be meant beside it, 0 to 1 (the loss
    /// metric of V. Iyengar, "Transforming data to satisfy privacy constraints", 2002).
    pub fn losses(&self, level: usize) -> Vec<f64> {
        let Level { codes, labels } = &self.levels[level];
        let mut meant = vec![0_u64; labels.len()];
        codes.iter().for_each(|&code| meant[code as usize] += 1);
        let all = codes.len().max(2) - 1;
        meant.into_iter().map(|meant| meant.saturating_sub(1) as f64 / all as f64).collect()
    }
}

/// A level over the labels of the one below, each of which keeps together.
fn coarser(values: &[String], level: &dyn Fn(&str) -> String, below: &Level) -> Level {
    let mut first = vec![None; below.labels.len()];
    let mut seen = BTreeMap::new();
    let mut labels = Vec::new();
    for (value, &code) in values.iter().zip(&below.codes) {
        first[code as usize].get_or_insert_with(|| {
            let label = level(value);
            *seen.entry(label.clone()).or_insert_with(|| {
                labels.push(label);
                labels.len() as u32 - 1
            })
        });
    }
    Level { codes: below.codes.iter().map(|&code| first[code as usize].unwrap_or_default()).collect(), labels }
}

/// Whether a text begins with a date as RFC 3339 writes it.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| bytes.get(range).is_some_and(|part| part.iter().all(u8::is_ascii_digit));
    digits(0..4) && bytes.get(4) == Some(&b'-') && digits(5..7) && bytes.get(7) == Some(&b'-') && digits(8..10)
}

fn cut(text: &str, length: usize) -> String {
    text.get(..length).unwrap_or_default().to_owned()
}

fn quarter(date: &str) -> String {
    let month = date.get(5..7).and_then(|month| month.parse::<u32>().ok());
    month.map_or_else(String::new, |month| format!("{} Q{}", &date[..4], month.saturating_sub(1) / 3 + 1))
}

fn interval(value: &str, width: i64) -> String {
    value.parse::<i64>().map_or_else(
        |_| value.to_owned(),
        |number| {
            let low = number.div_euclid(width) * width;
            format!("{low}–{}", low + width - 1)
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(values: &[&str]) -> Vec<Vec<String>> {
        let values: Vec<_> = values.iter().map(|value| (*value).to_owned()).collect();
        Hierarchy::suggested(&values, &vec![1; values.len()]).levels.into_iter().map(|level| level.labels).collect()
    }

    #[test]
    fn levels_follow_from_the_values() {
        let dates = labels(&["2026-01-05T10:00", "2026-01-05T11:00", "2026-01-06", "2026-02-01", "2026-05-01"]);
        assert_eq!(dates[1], ["2026-01-05", "2026-01-06", "2026-02-01", "2026-05-01"]);
        assert_eq!(dates[2], ["2026-01", "2026-02", "2026-05"]);
        assert_eq!(dates[3], ["2026 Q1", "2026 Q2"]);
        assert_eq!(dates[4], ["2026"]);
        assert_eq!(labels(&["-1", "3", "4", "21"])[1], ["-5–-1", "0–4", "20–24"]);
        assert_eq!(labels(&["a", "b"]), [vec!["a", "b"], vec!["*"]]);
        assert_eq!(labels(&["only"]).len(), 1);
        assert_eq!(labels(&[]).len(), 1);
    }

    #[test]
    fn a_label_loses_what_it_leaves_open() {
        let values: Vec<String> = ["1", "2", "3", "7"].map(str::to_owned).to_vec();
        let hierarchy = Hierarchy::suggested(&values, &[1, 1, 1, 1]);
        assert_eq!(hierarchy.losses(0), [0.0; 4]);
        assert_eq!(hierarchy.losses(1), [2.0 / 3.0, 0.0]);
        assert_eq!(hierarchy.losses(2), [1.0]);
    }
}
