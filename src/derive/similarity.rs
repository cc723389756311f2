//! How alike two texts are, told from sketches of them: MinHash over shingles (A. Broder, "On the resemblance and containment of
//! documents", 1997). A sketch is 128 numbers, none of which can be turned back into a word.

/// How many minima a sketch holds; the estimate's standard error is then below 4.5 of a hundred.
const MINIMA: usize = 128;
/// How many words a shingle has.
const SHINGLE: usize = 3;

/// A sketch of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sketch {
    minima: Vec<u64>,
    /// How many different shingles the text has.
    pub shingles: usize,
}

impl Sketch {
    /// The sketch of a text: runs of three words, in lower case, whatever stands between them. A text of one or two words is one
    /// shingle; one without words has none.
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let runs = words.windows(SHINGLE.min(words.len().max(1)));
        let mut seen: Vec<u64> = runs.map(hash).collect();
        seen.sort_unstable();
        seen.dedup();
        let least = |seed: u64| seen.iter().map(|&shingle| mixed(shingle ^ mixed(seed))).min();
        Self { minima: (1..=MINIMA as u64).filter_map(least).collect(), shingles: seen.len() }
    }

    /// How alike two texts are, in hundredths: the share of their shingles that both have, as far as the sketches tell. None where
    /// one of them has no words.
    pub fn similarity(&self, other: &Self) -> Option<u8> {
        if self.minima.is_empty() || other.minima.is_empty() {
            return None;
        }
        let same = self.minima.iter().zip(&other.minima).filter(|(one, other)| one == other).count();
        Some(((same * 100 + MINIMA / 2) / MINIMA) as u8)
    }
}

/// FNV-1a over words with a sign between them.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A bijection in which every bit of the input reaches every bit of the output (the finalizer of SplitMix64).
fn mixed(mut bits: u64) -> u64 {
    bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(range: std::ops::Range<u32>) -> String {
        range.map(|number| format!("w{number} ")).collect()
    }

    #[test]
    fn texts_are_alike_as_far_as_they_share_runs_of_words() {
        let of = |left: &str, right: &str| Sketch::of(left).similarity(&Sketch::of(right));
        assert_eq!(of("The queue was empty", "the QUEUE, was empty!"), Some(100));
        assert_eq!(of("", "the queue"), None);
        assert_eq!(of(&numbers(0..50), &numbers(60..110)), Some(0));
        // 102 words give 100 runs; 150 runs together, 50 of them in both.
        let third = of(&numbers(0..102), &numbers(50..152)).unwrap();
        assert!((25..=42).contains(&third), "{third}, expected about 33");
    }
}
