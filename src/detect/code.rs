//! [`Step`]: an expression, as the build script wrote it, and the numbers that it is written with.

/// Numbers in groups of seven bits, the lowest first (LEB128).
pub(super) struct Stream<'a>(pub(super) &'a [u8]);

impl<'a> Stream<'a> {
    pub(super) fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= usize::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                break;
            }
        }
        number
    }

    pub(super) fn part(&mut self, length: usize) -> &'a [u8] {
        let (part, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        part
    }
}

/// The first class of bytes that the build script wrote; those before it hold one byte, or none.
pub(super) const WRITTEN: usize = 257;

/// An expression, as the build script wrote it.
pub(super) enum Step<'a> {
    Class(u16),
    Text(&'a [u8]),
    Caseless(&'a [u8]),
    All(Vec<Self>),
    Any(Vec<Self>),
    Repeat(usize, Option<usize>, Box<Self>),
}

impl<'a> Step<'a> {
    pub(super) fn read(structure: &mut Stream<'a>, texts: &mut Stream<'a>) -> Self {
        let mut repeat = |least: usize, most: Option<usize>, structure: &mut Stream<'a>| {
            Self::Repeat(least, most, Box::new(Self::read(structure, texts)))
        };
        match structure.number() {
            4 => repeat(0, None, structure),
            5 => repeat(1, None, structure),
            6 => repeat(0, Some(1), structure),
            7 => {
                let least = structure.number();
                repeat(least, None, structure)
            }
            8 => {
                let least = structure.number();
                let most = least + structure.number();
                repeat(least, Some(most), structure)
            }
            kind if kind > 8 => Self::Class((kind - 9 + WRITTEN) as u16),
            kind => {
                let length = structure.number();
                match kind {
                    0 => Self::Text(texts.part(length)),
                    1 => Self::Caseless(texts.part(length)),
                    2 => Self::All((0..length).map(|_| Self::read(structure, texts)).collect()),
                    _ => Self::Any((0..length).map(|_| Self::read(structure, texts)).collect()),
                }
            }
        }
    }
}
