//! Reading the names file: numbers of seven bits a byte, lists, text.

/// What is left of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next number: seven bits a byte, the lowest first.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for place in 0..5 {
            let (&byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// A list of ascending numbers, as their count and what lies between them.
    pub(super) fn ascending(&mut self) -> Option<Vec<u32>> {
        let count = self.number()? as usize;
        let mut last = 0_u32;
        let mut numbers = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            last = last.checked_add(self.number()?)?;
            numbers.push(last);
        }
        Some(numbers)
    }

    /// A text and its length.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.number()? as usize;
        std::str::from_utf8(self.take(length)?).ok()
    }
}
