//! [`Wake`]: which bytes of a text wake something. A block of bytes is looked up before any of them is acted on, so that a
//! processor does not have to guess at every byte.

/// A letter or digit.
const WORD: u8 = 1;
/// Something can begin with it.
const STARTS: u8 = 2;
/// It is the anchor of something.
const ANCHORS: u8 = 4;

/// By byte: what it means, as [`WORD`], [`STARTS`] and [`ANCHORS`].
#[derive(Debug)]
pub(super) struct Wake([u8; 256]);

/// What is woken in a block of a text: a bit for each byte, the lowest for the first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Woken {
    /// Where the block begins.
    pub(super) at: usize,
    /// Beginnings: signs, and what begins a run of letters and digits.
    pub(super) starts: u64,
    /// Anchors.
    pub(super) anchors: u64,
}

impl Wake {
    const BLOCK: usize = u64::BITS as usize;

    /// Something can begin with the first kind of bytes, and is anchored at the second.
    pub(super) fn new(starts: impl Fn(u8) -> bool, anchors: impl Fn(u8) -> bool) -> Self {
        let mut kinds = [0; 256];
        for byte in 0..=255u8 {
            let bit = |is: bool, bit: u8| if is { bit } else { 0 };
            kinds[usize::from(byte)] =
                bit(byte.is_ascii_alphanumeric(), WORD) | bit(starts(byte), STARTS) | bit(anchors(byte), ANCHORS);
        }
        Self(kinds)
    }

    /// What a text wakes, block by block.
    pub(super) fn blocks(&self, text: &[u8]) -> impl Iterator<Item = Woken> {
        let mut word_before = 0;
        text.chunks(Self::BLOCK).zip((0..).step_by(Self::BLOCK)).map(move |(block, at)| {
            let (mut words, mut starts, mut anchors) = (0, 0, 0);
            for &byte in block.iter().rev() {
                let kind = u64::from(self.0[usize::from(byte)]);
                words = words << 1 | kind & 1;
                starts = starts << 1 | kind >> 1 & 1;
                anchors = anchors << 1 | kind >> 2 & 1;
            }
            let starts = starts & !(words & (words << 1 | word_before));
            word_before = words >> (Self::BLOCK - 1);
            Woken { at, starts, anchors }
        })
    }
}

impl Woken {
    /// Leaves out the beginnings from which nothing comes.
    pub(super) fn drop_starts(&mut self, is_barren: impl Fn(usize) -> bool) {
        for index in places(self.starts) {
            self.starts &= !(u64::from(is_barren(self.at + index)) << index);
        }
    }

    /// Where something is woken, in order: whether it is a beginning, and whether it is an anchor.
    pub(super) fn places(self) -> impl Iterator<Item = (usize, bool, bool)> {
        let bit = |bits: u64, index: usize| bits >> index & 1 == 1;
        places(self.starts | self.anchors).map(move |index| (self.at + index, bit(self.starts, index), bit(self.anchors, index)))
    }
}

/// The places of the bits that are set.
fn places(bits: u64) -> impl Iterator<Item = usize> {
    let mut rest = bits;
    std::iter::from_fn(move || {
        let place = rest.trailing_zeros() as usize;
        let is_left = rest != 0;
        rest &= rest.wrapping_sub(1);
        is_left.then_some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_say_what_a_look_at_each_byte_says() {
        let wake = Wake::new(|byte| byte.is_ascii_lowercase() || byte == b'(', |byte| byte == b'.' || byte == b'z');
        for shift in 0..70 {
            let text = format!("{}the (buzz) is e.g. 1a", "x".repeat(shift));
            let bytes = text.as_bytes();
            let is_word = |at: usize| bytes[at].is_ascii_alphanumeric();
            let begins = |at: usize| (bytes[at].is_ascii_lowercase() && (at == 0 || !is_word(at - 1))) || bytes[at] == b'(';
            let expected: Vec<_> = (0..bytes.len())
                .map(|at| (at, begins(at), matches!(bytes[at], b'.' | b'z')))
                .filter(|&(_, starts, anchors)| starts || anchors)
                .collect();
            assert_eq!(wake.blocks(bytes).flat_map(Woken::places).collect::<Vec<_>>(), expected, "{shift}");
        }
    }
}
