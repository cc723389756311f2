//! Collections of bounded size that say the same whatever the order of what they were fed with, and however it was split.
//!
//! Each key has a hash, and what has the smallest hashes is kept. Whatever is kept in the end was kept from the first time on,
//! wherever it was met, so its count is exact; and the largest hash that is kept tells how many keys there were (Z. Bar-Yossef and
//! others, "Counting distinct elements in a data stream", 2002).

use std::collections::BTreeMap;

/// A hash of 64 bits that is the same on every machine. Not a secret one: keys that name somebody are hashed under a key before.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut state = 0x51_7C_C1_B7_27_22_0A_95_u64 ^ bytes.len() as u64;
    let (chunks, rest) = bytes.as_chunks::<8>();
    for chunk in chunks {
        state = mix(state ^ u64::from_le_bytes(*chunk));
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    mix(state ^ u64::from_le_bytes(last))
}

/// Spreads a number over all 64 bits (the finalizer of MurmurHash3).
pub(super) fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    x = (x ^ (x >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    x ^ (x >> 33)
}

/// Something that two parts of it make one of.
pub(super) trait Unite {
    /// Adds another part.
    fn unite(&mut self, other: Self);
}

impl Unite for u64 {
    fn unite(&mut self, other: Self) {
        *self += other;
    }
}

impl<K: Ord, V: Unite> Unite for BTreeMap<K, V> {
    fn unite(&mut self, other: Self) {
        for (key, value) in other {
            match self.get_mut(&key) {
                Some(own) => own.unite(value),
                None => drop(self.insert(key, value)),
            }
        }
    }
}

/// The entries of the smallest hashes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Keep<V> {
    most: usize,
    entries: BTreeMap<(u64, String), V>,
    /// The largest hash once there is no more room; until then nothing is beyond it.
    last: u64,
    /// Whether something was left out.
    is_full: bool,
}

impl<V: Unite> Keep<V> {
    /// Keeps at most so many entries.
    pub(super) fn new(most: usize) -> Self {
        Self { most, entries: BTreeMap::new(), last: u64::MAX, is_full: false }
    }

    /// The value of a key to change, if the key is kept.
    pub(super) fn entry(&mut self, key: &str, new: impl FnOnce() -> V) -> Option<&mut V> {
        self.entry_at(hash(key.as_bytes()), || key.to_owned(), new)
    }

    /// The keys in the order of their hashes, with their values.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.entries.iter().map(|((_, key), value)| (key.as_str(), value))
    }

    /// How many are kept.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// About how many keys there were; none where all of them are kept.
    pub(super) fn estimate(&self) -> Option<u64> {
        let (last, _) = self.entries.last_key_value().filter(|_| self.is_full)?;
        let share = (last.0 as f64 + 1.0) / 18_446_744_073_709_551_616.0;
        Some(libm::round((self.entries.len() as f64 - 1.0) / share) as u64)
    }

    /// The same for keys that have a hash of their own. Most are turned away by the hash alone, and never become text.
    pub(super) fn entry_at(&mut self, hash: u64, key: impl FnOnce() -> String, new: impl FnOnce() -> V) -> Option<&mut V> {
        if self.last < hash {
            self.is_full = true;
            return None;
        }
        let place = (hash, key());
        if !self.entries.contains_key(&place) {
            self.entries.insert(place.clone(), new());
            self.trim();
        }
        self.entries.get_mut(&place)
    }

    /// Leaves out what is beyond the room that there is, and notes where that begins.
    fn trim(&mut self) {
        while self.entries.len() > self.most {
            self.entries.pop_last();
            self.is_full = true;
        }
        let last = self.entries.last_key_value().filter(|_| self.entries.len() == self.most);
        self.last = last.map_or(u64::MAX, |((hash, _), _)| *hash);
    }

    pub(super) fn restore(
        most: usize,
        is_full: bool,
        (hash, entries): (fn(&str) -> u64, impl Iterator<Item = (String, V)>),
    ) -> Self {
        let entries = entries.map(|(key, value)| ((hash(&key), key), value)).collect();
        let mut own = Self { most, entries, last: u64::MAX, is_full };
        own.trim();
        own
    }

    pub(super) fn left_out(&self) -> bool {
        self.is_full
    }
}

impl<V: Unite> Unite for Keep<V> {
    fn unite(&mut self, other: Self) {
        self.is_full |= other.is_full;
        self.entries.unite(other.entries);
        self.trim();
    }
}

/// Distinct contributors: exact up to 64, "64 or more" beyond.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Who(Vec<u64>);

impl Who {
    /// As many as are told apart.
    pub(super) const MOST: usize = 64;

    /// Adds one.
    pub(super) fn add(&mut self, who: u64) {
        if let Err(place) = self.0.binary_search(&who)
            && place < Self::MOST
        {
            self.0.insert(place, who);
            self.0.truncate(Self::MOST);
        }
    }

    /// How many there are; [`Who::MOST`] stands for that many or more.
    pub(super) fn count(&self) -> u64 {
        self.0.len() as u64
    }

    pub(super) fn as_slice(&self) -> &[u64] {
        &self.0
    }

    pub(super) fn restore(mut all: Vec<u64>) -> Self {
        all.sort_unstable();
        all.dedup();
        all.truncate(Self::MOST);
        Self(all)
    }
}

impl Unite for Who {
    fn unite(&mut self, other: Self) {
        other.0.into_iter().for_each(|who| self.add(who));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_counted_in_full_whatever_the_order() {
        let words: Vec<String> = (0..5000).map(|word| format!("w{}", word % 1000)).collect();
        let fold = |words: &mut dyn Iterator<Item = &String>| {
            let mut keep = Keep::new(100);
            words.for_each(|word| keep.entry(word, || 0).into_iter().for_each(|count| *count += 1));
            keep
        };
        let all = fold(&mut words.iter());
        assert_eq!(all, fold(&mut words.iter().rev()));
        let (mut even, odd) = (fold(&mut words.iter().step_by(2)), fold(&mut words.iter().skip(1).step_by(2)));
        even.unite(odd);
        assert_eq!(all, even);
        assert!(all.iter().all(|(_, &count)| count == 5));
        let about = all.estimate().unwrap();
        assert!((700..1400).contains(&about), "{about}");
    }

    #[test]
    fn a_million_distinct_values_take_no_more_room_than_is_given() {
        let mut keep = Keep::new(1 << 12);
        (0..1_000_000).for_each(|value: u32| keep.entry(&value.to_string(), || 0).into_iter().for_each(|count| *count += 1));
        assert_eq!((keep.len(), keep.left_out(), keep.iter().all(|(_, &count)| count == 1)), (1 << 12, true, true));
        let about = keep.estimate().unwrap();
        assert!((950_000..1_050_000).contains(&about), "{about}");
    }

    #[test]
    fn contributors_are_told_apart_up_to_64() {
        let mut who = Who::default();
        (0..10).for_each(|number| who.add(mix(number % 5)));
        assert_eq!(who.count(), 5);
        (0..1000).for_each(|number| who.add(mix(number)));
        assert_eq!(who.count(), 64);
    }
}
