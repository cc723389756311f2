//! [`Span`]: a checked byte range, and its translation to the UTF-16 code units of the DOM.

use std::ops::Range;

/// A byte range that lies on character boundaries of the text it was made for and is not empty.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span, if `range` is not empty and both ends are character boundaries of `text`.
    pub fn new(text: &str, range: Range<usize>) -> Option<Self> {
        let valid = range.start < range.end && text.is_char_boundary(range.start) && text.is_char_boundary(range.end);
        valid.then_some(Self { start: range.start, end: range.end })
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end
    }

    /// Length in bytes, at least 1.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// As a range, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this one.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// What of this span lies before and behind another.
    pub fn beside(self, other: Self) -> [Option<Self>; 2] {
        let part = |start: usize, end: usize| (start < end).then_some(Self { start, end });
        [part(self.start, self.end.min(other.start)), part(self.start.max(other.end), self.end)]
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Translates byte offsets of one text into UTF-16 code units, in one pass for ascending offsets.
#[derive(Clone, Debug)]
pub struct Utf16<'a> {
    text: &'a str,
    byte: usize,
    unit: usize,
}

impl<'a> Utf16<'a> {
    /// A translator that stands at the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    /// The number of UTF-16 code units before byte `offset`. Going back costs a restart; ascending offsets cost one pass.
    ///
    /// # Panics
    /// If `offset` is no character boundary of the text.
    pub fn at(&mut self, offset: usize) -> usize {
        if offset < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        self.unit += self.text[self.byte..offset].chars().map(char::len_utf16).sum::<usize>();
        self.byte = offset;
        self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_ends_on_character_boundaries() {
        assert!(Span::new("aé", 0..2).is_none());
        assert!(Span::new("aé", 1..3).is_some());
        assert!(Span::new("aé", 1..1).is_none());
        assert!(Span::new("aé", 1..9).is_none());
    }

    #[test]
    fn emoji_count_as_two_units() {
        let mut units = Utf16::new("a😀é b");
        assert_eq!([0, 1, 5, 7, 8, 1].map(|byte| units.at(byte)), [0, 1, 3, 4, 5, 1]);
    }
}
