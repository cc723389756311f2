//! [`Lexicon`]: what a word can be the name of. It keeps hashes of words, so one word in a thousand is known by mistake; the tagger
//! has learned with the same mistakes.

use super::bytes::Bytes;

/// A given name.
pub(super) const GIVEN: u8 = 1;
/// A family name.
pub(super) const SURNAME: u8 = 2;
/// A place, or a word of its name.
pub(super) const PLACE: u8 = 4;
/// A word that stands in texts in lower case and was never a part of a name there. Not a feature: it only saves looking.
pub(super) const ORDINARY: u8 = 32;

/// All classes that are features.
pub(super) const LISTED: u8 = ORDINARY - 1;

/// Bits of a word's hash that are kept.
const BITS: u32 = 26;
/// Bits for its classes.
const CLASSES: u32 = 6;

/// The words, hashed, in a table with open addressing, and a sieve in front of it that stays near the processor.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon(Box<[u32]>, Sieve);

impl Lexicon {
    /// Reads the words and their classes.
    pub(super) fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        let hashes = bytes.ascending()?;
        let classes = bytes.take(hashes.len())?;
        let mut sieve = Sieve::new(SIEVE);
        let mut table = vec![0; (hashes.len() * 3 / 2).next_power_of_two().max(2)].into_boxed_slice();
        let mask = table.len() - 1;
        for (&hash, &classes) in hashes.iter().zip(classes) {
            let mut at = place(hash) & mask;
            sieve.add(hash);
            while table[at] != 0 {
                at = (at + 1) & mask;
            }
            table[at] = hash << CLASSES | u32::from(classes & ((1 << CLASSES) - 1));
        }
        Some(Self(table, sieve))
    }

    /// What a word with this hash is: bits of the classes, 0 for nothing.
    pub(super) fn classes(&self, word: u32) -> u8 {
        let Some(mask) = self.0.len().checked_sub(1) else { return 0 };
        let wanted = short(word);
        if !self.1.may_have(wanted) {
            return 0;
        }
        let mut at = place(wanted) & mask;
        loop {
            match self.0[at] {
                0 => return 0,
                entry if entry >> CLASSES == wanted => return (entry & ((1 << CLASSES) - 1)) as u8,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Bits of the sieve, as a power of two.
const SIEVE: u32 = 20;

/// A bit per hash: where it is not set, the hash is in no table.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve(Box<[u64]>);

impl Sieve {
    /// An empty sieve of so many bits, as a power of two.
    pub(super) fn new(bits: u32) -> Self {
        Self(vec![0; 1 << (bits - 6)].into())
    }

    pub(super) fn add(&mut self, hash: u32) {
        let mask = self.0.len() - 1;
        self.0[(hash >> 6) as usize & mask] |= 1 << (hash & 63);
    }

    #[inline(always)]
    pub(super) fn may_have(&self, hash: u32) -> bool {
        let mask = self.0.len() - 1;
        self.0[(hash >> 6) as usize & mask] >> (hash & 63) & 1 == 1
    }
}

/// What is kept of a word's hash.
pub(super) fn short(word: u32) -> u32 {
    (word ^ word >> BITS) & ((1 << BITS) - 1)
}

fn place(hash: u32) -> usize {
    (hash.wrapping_mul(0x9e37_79b1) >> 8) as usize
}
