//! [`Chance`]: random integers that follow from a seed, so that whoever has the seed can draw them again.
//!
//! The stream is SHA-256 over the seed and a counter. A preview's seed is public: what it draws shows what noise looks like and protects
//! nobody. A release must be seeded with 32 bytes that nobody can guess, once.

use sha2::{Digest, Sha256};

/// A source of random integers.
#[derive(Clone, Debug)]
pub struct Chance {
    seed: [u8; 32],
    block: [u8; 32],
    counter: u64,
    used: usize,
}

impl Chance {
    /// The stream of a seed.
    pub fn new(seed: &[u8]) -> Self {
        let seed = Sha256::new_with_prefix("data-contribution chance\0").chain_update(seed).finalize().into();
        Self { seed, block: [0; 32], counter: 0, used: 32 }
    }

    /// Another stream, which follows from this one's seed and a name: what is drawn for one cell does not depend on the others.
    #[must_use]
    pub fn of(&self, name: &str) -> Self {
        Self::new(&[&self.seed, name.as_bytes()].concat())
    }

    fn next(&mut self) -> u64 {
        if self.used == self.block.len() {
            self.block = Sha256::new_with_prefix(self.seed).chain_update(self.counter.to_le_bytes()).finalize().into();
            self.counter += 1;
            self.used = 0;
        }
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&self.block[self.used..self.used + 8]);
        self.used += 8;
        u64::from_le_bytes(bytes)
    }

    /// A number below `end`, each as likely as the others. 0 where there is none.
    pub fn below(&mut self, end: u128) -> u128 {
        if end <= 1 {
            return 0;
        }
        let bits = 128 - (end - 1).leading_zeros();
        loop {
            let wide = if bits > 64 { u128::from(self.next()) << 64 | u128::from(self.next()) } else { u128::from(self.next()) };
            let drawn = if bits == 128 { wide } else { wide & ((1 << bits) - 1) };
            if drawn < end {
                return drawn;
            }
        }
    }

    /// Yes, in `of` out of `all` cases.
    pub fn says(&mut self, of: u128, all: u128) -> bool {
        self.below(all) < of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers_again() {
        let draw = |seed: &str| {
            let mut chance = Chance::new(seed.as_bytes());
            (0..20).map(|_| chance.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(draw("a"), draw("a"));
        assert_ne!(draw("a"), draw("b"));
        let chance = Chance::new(b"a");
        assert_ne!(chance.of("x").below(u128::MAX), chance.of("y").below(u128::MAX));
    }

    #[test]
    fn every_number_is_as_likely() {
        let mut chance = Chance::new(b"even");
        let mut counts = [0_u32; 7];
        (0..70_000).for_each(|_| counts[chance.below(7) as usize] += 1);
        // Chi-square with 6 degrees of freedom; 27.9 is passed once in 10,000 seeds.
        let far: f64 = counts.iter().map(|&count| (f64::from(count) - 10_000.0).powi(2) / 10_000.0).sum();
        assert!(far < 27.9, "{far}");
        assert_eq!((chance.below(0), chance.below(1)), (0, 0));
        assert!(chance.below(u128::MAX) > 0);
    }
}
