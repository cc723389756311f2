//! [`Sketch`]: how many distinct contributors used a word or phrase, for all of them in fixed room; and [`Reference`], the same as a
//! file, by which a host says what is frequent elsewhere.

use super::keep::{Unite, hash};
use super::state::State;
use crate::risk::K;
use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

/// Each phrase has a place in two tables of 64-bit maps, and each contributor a bit in them; phrases that share both places share
/// their contributors, so that a count can be too large, never too small but for what linear counting (K. Whang and others, "A
/// linear-time probabilistic counting algorithm", 1990) rounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sketch {
    /// First all places of the one table, then those of the other.
    maps: Vec<u64>,
}

impl Sketch {
    /// Places in each of the two tables.
    pub(super) const COLUMNS: usize = 1 << 17;

    /// No contributor yet.
    pub(super) fn new() -> Self {
        Self::restore(vec![0; 2 * Self::COLUMNS])
    }

    pub(super) fn restore(maps: Vec<u64>) -> Self {
        Self { maps }
    }

    fn places(&self, phrase: u64) -> [usize; 2] {
        let columns = self.maps.len() as u64 / 2;
        [(phrase & (columns - 1)) as usize, (columns + (phrase >> 32 & (columns - 1))) as usize]
    }

    /// A contributor used a phrase.
    pub(super) fn add(&mut self, phrase: u64, who: u64) {
        for place in self.places(phrase) {
            self.maps[place] |= 1 << (who >> 58);
        }
    }

    /// About how many contributors used a phrase, beyond the [floor](Sketch::floor). Exact for 0 and 1 where that is 0; from some 200 on
    /// all counts look alike.
    pub(super) fn count(&self, phrase: u64, floor: u64) -> u64 {
        let counts = self.places(phrase).map(|place| linear(self.maps[place]));
        counts[0].min(counts[1]).saturating_sub(floor)
    }

    /// What a phrase that nobody used would count for with more than one chance in a hundred, because others share its places. It grows
    /// with the number of distinct phrases.
    pub(super) fn floor(&self) -> u64 {
        let mut tables = [[0_u64; 65]; 2];
        let columns = self.maps.len() / 2;
        for (table, maps) in tables.iter_mut().zip(self.maps.chunks(columns.max(1))) {
            maps.iter().for_each(|map| table[map.count_ones() as usize] += 1);
        }
        let mut both = [0_u64; 2];
        for ones in (1..=64).rev() {
            both = [both[0] + tables[0][ones], both[1] + tables[1][ones]];
            let share = both.map(|count| count as f64 / columns.max(1) as f64);
            if share[0] * share[1] > 0.01 {
                return linear(u64::MAX >> (64 - ones));
            }
        }
        0
    }

    pub(super) fn maps(&self) -> &[u64] {
        &self.maps
    }
}

/// How many contributors set the bits of a map.
fn linear(map: u64) -> u64 {
    libm::round(-64.0 * libm::log(f64::from(map.count_zeros().max(1)) / 64.0)) as u64
}

impl Unite for Sketch {
    fn unite(&mut self, other: Self) {
        self.maps.iter_mut().zip(other.maps).for_each(|(own, other)| *own |= other);
    }
}

/// What is frequent elsewhere: how many contributors, as a rule other customers, used a word, two words in a row, or a whole short value.
/// References merge, in any order and as often as one likes: a contributor counts once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    sketch: Sketch,
    /// Phrases of fewer contributors were taken out.
    least: u64,
}

/// Why a reference cannot be used. Says nothing of what stands in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SketchError {
    /// It is no sketch.
    Shape,
    /// It is of another version.
    Version,
    /// It is not what was written down.
    Digest,
    /// Two of them have not the same number of columns, or what only few used was taken out of one.
    Merge,
}

impl SketchError {
    /// What is demanded.
    pub fn demand(self) -> &'static str {
        match self {
            Self::Shape => "must be a whole frequency sketch, as `deid sketch` writes it",
            Self::Version => "must be a frequency sketch of version 1",
            Self::Digest => "must be unchanged: its digest is not that of its cells",
            Self::Merge => "must have as many columns as the others, and have been written without --k",
        }
    }
}

impl Reference {
    /// Which shape of a written sketch this is.
    const VERSION: u64 = 1;

    /// The words and phrases of one contributor: all records of a state count as one's.
    pub fn of(state: &State) -> Self {
        // Parts that were merged before are one contributor; the same state is the same one.
        let bit = 1 << (hash(state.write().as_bytes()) >> 58);
        let maps = state.sketch.maps().iter().map(|&map| if map == 0 { 0 } else { bit });
        Self { sketch: Sketch::restore(maps.collect()), least: 1 }
    }

    /// Adds another one.
    ///
    /// # Errors
    /// [`SketchError::Merge`]: they do not fit together.
    pub fn merge(&mut self, other: Self) -> Result<(), SketchError> {
        if self.sketch.maps.len() != other.sketch.maps.len() || self.least > 1 || other.least > 1 {
            return Err(SketchError::Merge);
        }
        self.sketch.unite(other.sketch);
        Ok(())
    }

    /// The same without what fewer than k contributors used: who holds it cannot ask for that any more.
    #[must_use]
    pub fn published(mut self, k: K) -> Self {
        self.least = self.least.max(k.get() as u64);
        let least = self.least;
        self.sketch.maps.iter_mut().filter(|map| linear(**map) < least).for_each(|map| *map = 0);
        self
    }

    pub(super) fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// What is said of it beside figures that come from it: the standard error is that of a count of k.
    pub(super) fn about(&self, k: K) -> Json {
        let all = self.sketch.maps.iter().fold(0, |all, map| all | map);
        let full = k.get() as f64 / 64.0;
        let error = libm::sqrt(64.0 * (libm::exp(full) - full - 1.0));
        json!({
            "digest": self.digest(), "contributors": linear(all), "least": self.least, "floor": self.sketch.floor(),
            "error": libm::round(error * 10.0) / 10.0,
        })
    }

    /// SHA-256 of what it holds, 32 hexadecimal digits of it.
    pub fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(format!("frequency sketch {} {} {}\n", Self::VERSION, self.sketch.maps.len() / 2, self.least));
        self.sketch.maps.iter().for_each(|map| hasher.update(map.to_le_bytes()));
        hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The reference as JSON on one line. Places and maps are hexadecimal texts: 64 bits are more than numbers of JavaScript hold.
    pub fn write(&self) -> String {
        let cells = self.sketch.maps.iter().enumerate().filter(|&(_, &map)| map != 0);
        let cells: Map<_, _> = cells.map(|(place, map)| (format!("{place:x}"), json!(format!("{map:x}")))).collect();
        let (columns, digest) = (self.sketch.maps.len() / 2, self.digest());
        let all =
            json!({"frequencySketch": Self::VERSION, "columns": columns, "least": self.least, "digest": digest, "cells": cells});
        all.to_string() + "\n"
    }

    /// Reads what [`Reference::write`] wrote.
    ///
    /// # Errors
    /// [`SketchError`]: it is no sketch of this version, or was changed.
    pub fn read(text: &str) -> Result<Self, SketchError> {
        let json: Json = serde_json::from_str(text).map_err(|_| SketchError::Shape)?;
        match json.get("frequencySketch").map(Json::as_u64) {
            Some(Some(Self::VERSION)) => {}
            Some(_) => return Err(SketchError::Version),
            None => return Err(SketchError::Shape),
        }
        let reference = Self::cells(&json).ok_or(SketchError::Shape)?;
        let is_same = json.get("digest").and_then(Json::as_str) == Some(&reference.digest());
        is_same.then_some(reference).ok_or(SketchError::Digest)
    }

    fn cells(json: &Json) -> Option<Self> {
        let columns = json.get("columns")?.as_u64().filter(|columns| columns.is_power_of_two())?;
        let columns = usize::try_from(columns).ok().filter(|columns| (1 << 10..=1 << 20).contains(columns))?;
        let mut maps = vec![0; 2 * columns];
        for (place, map) in json.get("cells")?.as_object()? {
            let place = usize::from_str_radix(place, 16).ok()?;
            *maps.get_mut(place)? = u64::from_str_radix(map.as_str()?, 16).ok()?;
        }
        let least = json.get("least")?.as_u64().filter(|least| *least >= 1)?;
        Some(Self { sketch: Sketch::restore(maps), least })
    }
}

#[cfg(test)]
mod tests {
    use super::super::keep::mix;
    use super::*;

    #[test]
    fn the_sketch_tells_rare_from_common() {
        let mut sketch = Sketch::new();
        (0..30).for_each(|who| sketch.add(hash(b"common"), mix(who)));
        sketch.add(hash(b"rare"), mix(1));
        assert_eq!((sketch.count(hash(b"rare"), 0), sketch.count(hash(b"never"), 0), sketch.floor()), (1, 0, 0));
        let common = sketch.count(hash(b"common"), 0);
        assert!((24..37).contains(&common), "{common}");
    }

    #[test]
    fn a_full_sketch_says_so_and_makes_nothing_common() {
        let mut sketch = Sketch::new();
        for word in 0..400_000_u64 {
            sketch.add(mix(word), mix(word ^ 0xABCD));
        }
        let floor = sketch.floor();
        assert!(floor >= 2, "{floor}");
        let seen = (1_000_000..1_010_000_u64).filter(|&word| sketch.count(mix(word), floor) > 0).count();
        assert!(seen < 100, "{seen} of 10,000 that nobody used");
    }

    fn one(words: &[&[u8]], who: u64) -> Reference {
        let mut sketch = Sketch::new();
        words.iter().for_each(|word| sketch.add(hash(word), mix(who)));
        Reference { sketch, least: 1 }
    }

    #[test]
    fn references_merge_in_any_order_and_are_the_same_when_read_again() {
        let parts = [one(&[b"a", b"b"], 1), one(&[b"a"], 2), one(&[b"a", b"c"], 3)];
        let merged = |order: &[usize]| {
            let mut all = parts[order[0]].clone();
            order[1..].iter().for_each(|&part| all.merge(parts[part].clone()).unwrap());
            all
        };
        let all = merged(&[0, 1, 2]);
        assert_eq!(all, merged(&[2, 0, 1, 1, 0]));
        assert_eq!(Reference::read(&all.write()), Ok(all.clone()));
        assert_eq!((all.sketch.count(hash(b"a"), 0), all.sketch.count(hash(b"b"), 0)), (3, 1));
        let published = all.clone().published(K::try_new(2).unwrap());
        assert_eq!((published.sketch.count(hash(b"a"), 0), published.sketch.count(hash(b"b"), 0)), (3, 0));
        assert_eq!(published.clone().merge(all.clone()), Err(SketchError::Merge));
        assert_eq!(published.about(K::try_new(2).unwrap())["least"], 2);
    }

    #[test]
    fn what_is_no_sketch_is_refused() {
        let text = one(&[b"a"], 1).write();
        let read = |text: &str| Reference::read(text).unwrap_err();
        assert_eq!(read("{}"), SketchError::Shape);
        assert_eq!(read(&text[..text.len() / 2]), SketchError::Shape);
        assert_eq!(read(&text.replace("\"frequencySketch\":1", "\"frequencySketch\":2")), SketchError::Version);
        assert_eq!(read(&text.replace("\"columns\":131072", "\"columns\":1000")), SketchError::Shape);
        assert_eq!(read(&text.replace("\"least\":1", "\"least\":5")), SketchError::Digest);
    }
}
