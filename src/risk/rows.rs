//! [`Rows`]: records reduced to the values of some of their fields, equal ones counted together.

use std::collections::BTreeMap;

/// One field of every row: its values, each by its number in the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// What the field is called.
    pub name: String,
    /// The distinct values, in order.
    pub values: Vec<String>,
    /// For each row the number of its value.
    pub codes: Vec<u32>,
}

/// A table in which each row stands for one or more records that are alike.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rows {
    columns: Vec<Column>,
    counts: Vec<u64>,
}

impl Rows {
    /// The rows of records, each with how many records it stands for. A record that lacks values has empty ones in their place;
    /// values beyond the columns are left out.
    pub fn of<'a>(names: &[&str], records: impl IntoIterator<Item = (Vec<&'a str>, u64)>) -> Self {
        let mut seen: Vec<BTreeMap<&str, u32>> = vec![BTreeMap::new(); names.len()];
        let mut codes: Vec<Vec<u32>> = vec![Vec::new(); names.len()];
        let mut counts = Vec::new();
        for (record, count) in records {
            for (index, (seen, codes)) in seen.iter_mut().zip(&mut codes).enumerate() {
                let next = seen.len() as u32;
                codes.push(*seen.entry(record.get(index).copied().unwrap_or_default()).or_insert(next));
            }
            counts.push(count);
        }
        let column = |((name, seen), codes): ((&&str, BTreeMap<&str, u32>), Vec<u32>)| {
            let mut order = vec![0; seen.len()];
            seen.values().enumerate().for_each(|(place, &code)| order[code as usize] = place as u32);
            let codes = codes.into_iter().map(|code| order[code as usize]).collect();
            Column { name: (*name).to_owned(), values: seen.into_keys().map(str::to_owned).collect(), codes }
        };
        Self { columns: names.iter().zip(seen).zip(codes).map(column).collect(), counts }
    }

    /// The columns.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// For each row the number of records that it stands for.
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// How many records there are.
    pub fn records(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The class of each row when rows are compared by these columns alone.
    pub fn classes(&self, columns: &[usize]) -> Partition {
        let parts: Vec<_> = columns.iter().filter_map(|&column| self.columns.get(column)).collect();
        let parts: Vec<_> = parts.iter().map(|column| (column.codes.as_slice(), column.values.len())).collect();
        Partition::of(&parts, self.counts.len())
    }

    /// The sizes of the classes in records.
    pub fn class_sizes(&self, columns: &[usize]) -> Vec<u64> {
        self.classes(columns).sizes(&self.counts)
    }
}

/// Rows taken apart into classes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Partition {
    /// For each row the number of its class, in the order in which classes are first met.
    pub of: Vec<u32>,
    /// How many classes there are.
    pub classes: usize,
}

impl Partition {
    /// Rows are alike where all parts are. Each part is a code for each row, and how many codes there are.
    pub(super) fn of(parts: &[(&[u32], usize)], rows: usize) -> Self {
        let mut of = vec![0_u32; rows];
        let mut classes = usize::from(rows > 0);
        let mut rest = parts;
        while !rest.is_empty() {
            // As many parts at once as one key holds.
            let mut room = u64::MAX / classes.max(1) as u64;
            let fits = |part: &&(&[u32], usize)| {
                room /= part.1.max(1) as u64;
                room > 0
            };
            let (now, later) = rest.split_at(rest.iter().take_while(fits).count().max(1));
            let mut keys: Vec<_> = of.iter().map(|&class| u64::from(class)).collect();
            for (codes, count) in now {
                keys.iter_mut().zip(*codes).for_each(|(key, &code)| *key = *key * *count as u64 + u64::from(code));
            }
            let mut numbers = Numbers::with_room(classes);
            of.iter_mut().zip(keys).for_each(|(class, key)| *class = numbers.of(key));
            classes = numbers.keys.len();
            rest = later;
        }
        Self { of, classes }
    }

    /// The size of each class, where rows weigh this much.
    pub fn sizes(&self, counts: &[u64]) -> Vec<u64> {
        let mut sizes = vec![0; self.classes];
        self.of.iter().zip(counts).for_each(|(&class, count)| sizes[class as usize] += count);
        sizes
    }
}

/// Numbers for keys, in the order in which they are first met: a table that says the same on every machine.
pub(super) struct Numbers {
    /// A key and one more than its number; 0 where nothing stands. At least half of them are free.
    slots: Vec<(u64, u32)>,
    pub(super) keys: Vec<u64>,
}

impl Numbers {
    /// Room for so many keys; more make it grow.
    pub(super) fn with_room(keys: usize) -> Self {
        Self { slots: vec![(0, 0); (keys * 2).next_power_of_two().max(1 << 6)], keys: Vec::new() }
    }

    pub(super) fn of(&mut self, key: u64) -> u32 {
        let slot = self.slot(key);
        if self.slots[slot].1 == 0 {
            self.keys.push(key);
            self.slots[slot] = (key, self.keys.len() as u32);
            if self.keys.len() * 2 > self.slots.len() {
                self.grow();
            }
            return self.keys.len() as u32 - 1;
        }
        self.slots[slot].1 - 1
    }

    /// Where a key stands, or would.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let spread = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut slot = (spread >> 32) as usize & mask;
        while self.slots[slot].1 > 0 && self.slots[slot].0 != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![(0, 0); self.slots.len() * 2];
        for (place, number) in (1..).enumerate().take(self.keys.len()) {
            let slot = self.slot(self.keys[place]);
            self.slots[slot] = (self.keys[place], number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_alike_fall_into_one_class() {
        let rows = Rows::of(&["a", "b"], [(vec!["y", "1"], 2), (vec!["x", "1"], 1), (vec!["y", "1"], 3), (vec!["y"], 1)]);
        assert_eq!(rows.columns()[0].values, ["x", "y"]);
        assert_eq!(rows.columns()[1].values, ["", "1"]);
        assert_eq!(rows.classes(&[0, 1]).of, [0, 1, 0, 2]);
        assert_eq!(rows.class_sizes(&[0, 1]), [5, 1, 1]);
        assert_eq!(rows.class_sizes(&[]), [7]);
        assert!(Rows::default().class_sizes(&[]).is_empty());
    }

    #[test]
    fn more_columns_than_one_key_holds_are_compared_all_the_same() {
        let codes: Vec<u32> = (0..1000).collect();
        let parts = vec![(codes.as_slice(), 1 << 30); 9];
        assert_eq!(Partition::of(&parts, 1000).classes, 1000);
        let alike = vec![7_u32; 1000];
        assert_eq!(Partition::of(&[(&alike, 1 << 30), (&alike, 1 << 30), (&alike, 1 << 30)], 1000).classes, 1);
    }
}
