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
    /// By all that a word says by itself.
    pub(super) words: Blocks,
    /// By what many words have in common.
    pub(super) frames: Blocks,
    /// By the cues around a word.
    pub(super) cues: Blocks,
}

impl Default for Kept {
    fn default() -> Self {
        Self { words: Blocks::new(13), frames: Blocks::new(10), cues: Blocks::new(13) }
    }
}

impl Kept {
    /// Few places, for one text.
    pub(super) fn short() -> Self {
        Self { words: Blocks::new(8), frames: Blocks::new(6), cues: Blocks::new(8) }
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

    /// The block of this key; `sum` makes it where it is not kept.
    #[inline(always)]
    pub(super) fn of(&mut self, key: Key, sum: impl FnOnce(&mut Block)) -> &Block {
        let mixed = (key.0 ^ key.1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        let (known, block) = &mut self.0[mixed as usize & (self.0.len() - 1)];
        if *known != key {
            (*known, *block) = (key, [0; BLOCK]);
            sum(block);
        }
        block
    }
}

/// Adds two blocks to another, four numbers at a time also where the engine is built for size.
#[inline(always)]
pub(super) fn add_both(rows: &mut Block, first: &Block, second: &Block) {
    let both = first.as_chunks().0.iter().zip(second.as_chunks().0);
    for (rows, ([e, f, g, h], [i, j, k, l])) in rows.as_chunks_mut().0.iter_mut().zip(both) {
        let [a, b, c, d]: &mut [u64; 4] = rows;
        *a = a.wrapping_add(*e).wrapping_add(*i);
        *b = b.wrapping_add(*f).wrapping_add(*j);
        *c = c.wrapping_add(*g).wrapping_add(*k);
        *d = d.wrapping_add(*h).wrapping_add(*l);
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
                // Some differ in the last part of the key only.
                let block = kept.of((u64::from(word / 3) << 32, u64::from(word % 3)), |block| block.fill(word.into()));
                prop_assert_eq!(*block, [u64::from(word); BLOCK]);
            }
            prop_assert_eq!(kept.0.len(), places);
        }

        #[test]
        fn blocks_are_added_number_by_number(numbers in proptest::array::uniform3(proptest::array::uniform16(any::<u64>()))) {
            let [first, second, third]: [Block; 3] = numbers;
            let mut rows = first;
            add_both(&mut rows, &second, &third);
            let sums: Vec<u64> = (0..BLOCK).map(|at| first[at].wrapping_add(second[at]).wrapping_add(third[at])).collect();
            prop_assert_eq!(&rows[..], &sums[..]);
        }
    }
}
