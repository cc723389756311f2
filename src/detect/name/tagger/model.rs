//! [`Model`]: the weights, and what the labels of a text weigh with them. All sums are of whole numbers.

use super::bytes::Bytes;
use super::feature::{REACH, Reading, View};
use super::lexicon::Sieve;
use super::sums::{self, Block, Kept, NUMBERS};

/// Labels: none, and for each kind the first token of a name and a further one.
pub(super) const LABELS: usize = 11;
/// Numbers kept per token: the labels, and one that is never used, so that four go at once.
pub(super) const WIDTH: usize = 12;
/// Kinds of names.
pub(super) const KINDS: usize = 5;
/// One unit of weight is this part of a natural logarithm's unit.
pub(super) const UNITS: i32 = 16;

/// A number per label.
pub(super) type Row<T> = [T; WIDTH];

/// The weights of a linear chain.
#[derive(Clone, Debug, Default)]
pub(super) struct Model {
    /// Features by their number, in a table with open addressing: the number, and where its weights stand and how many they are.
    table: Box<[(u32, u32)]>,
    /// Which features there are at all.
    sieve: Sieve,
    /// The weights, each with the place in the rows of its neighbors that it is for.
    weights: Box<[(u8, i8)]>,
    /// What it weighs that one label follows another.
    pub(super) transitions: [Row<i8>; LABELS],
    /// The share from which a kind counts, in 1/256.
    pub(super) least: [u8; KINDS],
    /// The share of all kinds together from which a token counts, in 1/256.
    pub(super) least_any: u8,
}

/// Where in the rows of a token and its neighbors a weight belongs.
fn place(slot: u8) -> u8 {
    let (neighbor, label) = (usize::from(slot) / LABELS, usize::from(slot) % LABELS);
    (neighbor * WIDTH + label) as u8
}

/// Bits of the sieve, as a power of two.
const SIEVE: u32 = 19;

/// Bits for the number of weights of a feature.
const COUNT: u32 = 6;

impl Model {
    /// Reads the weights.
    pub(super) fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        let mut model = Self::default();
        for row in &mut model.transitions {
            for (weight, &byte) in row.iter_mut().zip(bytes.take(LABELS)?) {
                *weight = byte as i8;
            }
        }
        model.least.copy_from_slice(bytes.take(KINDS)?);
        model.least_any = bytes.take(1)?[0];
        let keys = bytes.ascending()?;
        let counts = bytes.take(keys.len())?;
        let total = counts.iter().map(|&count| usize::from(count)).sum();
        let slots = bytes.take(total)?;
        model.weights = slots.iter().zip(bytes.take(total)?).map(|(&slot, &byte)| (place(slot), byte as i8)).collect();
        let known = slots.iter().all(|&slot| usize::from(slot) < (2 * REACH + 1) * LABELS);
        let short = counts.iter().all(|&count| count < 1 << COUNT) && total < 1 << (32 - COUNT);
        if !known || !short {
            return None;
        }
        model.index(&keys, counts);
        Some(model)
    }

    fn index(&mut self, keys: &[u32], counts: &[u8]) {
        self.sieve = Sieve::new(SIEVE);
        self.table = vec![(u32::MAX, 0); (keys.len() * 2).next_power_of_two().max(2)].into();
        let mask = self.table.len() - 1;
        let mut start = 0;
        for (&key, &count) in keys.iter().zip(counts) {
            let mut at = key as usize & mask;
            self.sieve.add(key);
            while self.table[at].0 != u32::MAX {
                at = (at + 1) & mask;
            }
            self.table[at] = (key, start << COUNT | u32::from(count));
            start += u32::from(count);
        }
    }

    /// Where the weights of a feature stand and how many they are; 0 for none.
    #[inline(always)] // Also where the engine is built for size: here it spends its time.
    fn entry(&self, key: u32) -> u32 {
        let mask = self.table.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match self.table[at] {
                (known, entry) if known == key => return entry,
                (u32::MAX, _) => return 0,
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Adds what an entry's feature weighs.
    #[inline(always)]
    fn weigh(&self, entry: u32, block: &mut Block) {
        let (start, count) = ((entry >> COUNT) as usize, (entry & ((1 << COUNT) - 1)) as usize);
        for &(place, weight) in &self.weights[start..start + count] {
            sums::add(block, place, weight);
        }
    }

    /// Adds what features weigh.
    fn add(&self, features: impl Iterator<Item = (View, u32)>, block: &mut Block) {
        features.for_each(|(_, key)| self.add_one(key, block));
    }

    fn add_one(&self, key: u32, block: &mut Block) {
        if self.sieve.may_have(key) {
            self.weigh(self.entry(key), block);
        }
    }

    /// Adds what the features of words beside each other weigh, and forgets them.
    fn flush(&self, queue: &mut Queue, sums: &mut [u64]) {
        let count = std::mem::take(&mut queue.count).min(QUEUE);
        for (key, _) in &mut queue.places[..count] {
            *key = self.entry(*key);
        }
        for &(entry, at) in &queue.places[..count] {
            if let Some(rows) = sums[at as usize * NUMBERS..].first_chunk_mut() {
                self.weigh(entry, rows);
            }
        }
    }

    /// What each label weighs at each token, without its neighbors' labels.
    pub(super) fn scores(&self, reading: &Reading, kept: &mut Kept) -> Scores {
        let (looks, Kept { words, frames, cues }) = (reading.looks(), kept);
        // Room on both sides for what features say beyond the ends, and for the end of the last block.
        let mut sums = vec![0; (looks.len() + 2 * REACH) * NUMBERS + 1];
        let (mut near, mut queue) = (0, Queue { places: [(0, 0); QUEUE], count: 0 });
        for (ahead, look) in looks.iter().chain(&[false; REACH]).enumerate() {
            near = if *look { ahead + REACH + 1 } else { near };
            let Some(at) = ahead.checked_sub(REACH).filter(|at| *at < near) else { continue };
            let Some(rows) = sums[at * NUMBERS..].first_chunk_mut() else { continue };
            let frame = reading.frame_key(at);
            let alone = words.of(reading.alone_key(at, frame), |block| {
                *block = *frames.of(frame, |block| self.add(reading.frame(at), block));
                self.add(reading.letters(at), block);
            });
            let around = cues.of(reading.cues_key(at), |block| self.add(reading.cues(at), block));
            sums::add_both(rows, alone, around);
            reading.beside(at).for_each(|(_, key)| queue.note(key, at, self.sieve.may_have(key)));
            if queue.count > QUEUE - BESIDE {
                self.flush(&mut queue, &mut sums);
            }
        }
        self.flush(&mut queue, &mut sums);
        Scores { sums, looks }
    }
}

/// Features of words beside each other that wait for their weights: memory answers many at once sooner than one after another.
struct Queue {
    places: [(u32, u32); QUEUE],
    count: usize,
}

/// Places in a queue.
const QUEUE: usize = 512;
/// Features of words beside each other that stand at one token, at most.
const BESIDE: usize = 4;

impl Queue {
    /// Notes a feature of a token if it counts, without a step that depends on it.
    #[inline(always)]
    fn note(&mut self, key: u32, at: usize, counts: bool) {
        self.places[self.count % QUEUE] = (key, at as u32);
        self.count += usize::from(counts);
    }
}

/// What the labels of each token weigh.
#[derive(Debug)]
pub(super) struct Scores {
    /// As the sums of blocks.
    sums: Vec<u64>,
    /// Whether the token may be a name at all.
    looks: Vec<bool>,
}

impl Scores {
    /// By token: the sums of its labels, where it may be a name at all.
    pub(super) fn numbers(&self) -> impl Iterator<Item = Option<&[u64]>> {
        let rows = self.sums[REACH * NUMBERS..].chunks_exact(NUMBERS);
        self.looks.iter().zip(rows).map(|(looks, numbers)| looks.then_some(numbers))
    }
}
