//! Sums of weights. Four of them stand in one number, so that all that a token says about itself and its neighbors is added in a few
//! steps on any machine; and what was summed once is kept ([`Kept`]), because words come again and again.

use super::feature::REACH;
use super::model::{Row, WIDTH};

/// Sums in one number, of sixteen bits each: twenty weights of each of five tokens are less.
const LANES: usize = 4;
/// Numbers for the labels of one token.
pub(super) const NUMBERS: usize = WIDTH / LANES;
/// Numbers for the labels of a token and its neighbors, rounded up so that no place among them has to be checked.
const BLOCK: usize = ((2 * REACH + 1) * NUMBERS).next_power_of_two();

/// The sums of a token and its neighbors.
pub(super) type Block = [u64; BLOCK];

/// Adds a weight; the places count the labels of the first neighbor, then those of the next.
#[inline(always)] // Also where the engine is built for size: here it spends its time.
pub(super) fn add(block: &mut Block, place: u8, weight: i8) {
    let number = &mut block[usize::from(place) / LANES % BLOCK];
    *number = number.wrapping_add((i64::from(weight) as u64) << (16 * (usize::from(place) % LANES)));
}

/// The sums of one token's labels.
pub(super) fn row(numbers: &[u64]) -> Row<i32> {
    let mut row = [0; WIDTH];
    for (sums, &number) in row.chunks_exact_mut(LANES).zip(numbers) {
        let mut rest = number;
        for sum in sums {
            let lane = rest as i16;
            // A negative sum has borrowed from the one above it.
            rest = rest.wrapping_sub(i64::from(lane) as u64) >> 16;
            *sum = i32::from(lane);
        }
    }
    row
}

/// All that a block depends on.
pub(super) type Key = (u64, u64);

/// What no block depends on: the highest bit of a key is free.
const NOTHING: Key = (u64::MAX, u64::MAX);

/// What was summed before.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// By all that a word says by itself, and by the cues around it.
    pub(super) words: Blocks,
    /// By what many words have in common.
    pub(super) frames: Blocks,
}

impl Default for Kept {
    fn default() -> Self {
        Self { words: Blocks::new(14), frames: Blocks::new(10) }
    }
}

impl Kept {
    /// Few places, for one text.
    pub(super) fn short() -> Self {
        Self { words: Blocks::new(8), frames: Blocks::new(6) }
    }
}

/// Blocks that were summed before, in a fixed number of places. Each stands with all that it depends on, so that what was read before
/// changes nothing but the time.
#[derive(Clone, Debug)]
pub(super) struct Blocks(Box<[(Key, Block)]>);

impl Blocks {
    /// So many places, as a power of two.
    fn new(bits: u32) -> Self {
        Self(vec![(NOTHING, [0; BLOCK]); 1 << bits].into())
    }

    /// Adds the block of this key to others; `sum` makes it where it is not kept.
    #[inline(always)]
    pub(super) fn add(&mut self, key: Key, rows: &mut Block, sum: impl FnOnce(&mut Block)) {
        let mixed = (key.0 ^ key.1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        let place = mixed as usize & (self.0.len() - 1);
        let Some(kept) = self.0.get_mut(place) else { return };
        if kept.0 != key {
            *kept = (key, [0; BLOCK]);
            sum(&mut kept.1);
        }
        for (rows, sums) in rows.as_chunks_mut().0.iter_mut().zip(kept.1.as_chunks().0) {
            let ([a, b, c, d], [e, f, g, h]): (&mut [u64; 4], &[u64; 4]) = (rows, sums);
            *a = a.wrapping_add(*e);
            *b = b.wrapping_add(*f);
            *c = c.wrapping_add(*g);
            *d = d.wrapping_add(*h);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::LABELS;
    use super::*;
    use proptest::prelude::*;

    fn weight() -> impl Strategy<Value = (u8, i8)> {
        (0..(2 * REACH + 1) as u8, 0..LABELS as u8, any::<i8>())
            .prop_map(|(token, label, weight)| (token * WIDTH as u8 + label, weight))
    }

    proptest! {
        #[test]
        fn sums_in_one_number_are_sums(weights in proptest::collection::vec(weight(), 0..100)) {
            let (mut block, mut sums) = ([0; BLOCK], [0; (2 * REACH + 1) * WIDTH]);
            for (place, weight) in weights {
                add(&mut block, place, weight);
                sums[usize::from(place)] += i32::from(weight);
            }
            let rows: Vec<i32> = block.chunks_exact(NUMBERS).flat_map(row).collect();
            prop_assert_eq!(&rows[..], &sums[..]);
        }

        #[test]
        fn what_was_kept_before_changes_no_sum(words in proptest::collection::vec(0..50_000_u32, 20_000)) {
            let mut kept = Blocks::new(13);
            let places = kept.0.len();
            for word in words {
                let mut rows = [1; BLOCK];
                // Some differ in the last part of the key only.
                kept.add((u64::from(word / 3) << 32, u64::from(word % 3)), &mut rows, |block| block.fill(word.into()));
                prop_assert_eq!(rows, [u64::from(word) + 1; BLOCK]);
            }
            prop_assert_eq!(kept.0.len(), places);
        }
    }
}
