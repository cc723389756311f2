//! Bytes become UTF-8 as they arrive. A byte order mark decides; without one it is UTF-8 already.

/// What the bytes are, and what is left of a character that has not arrived in full.
#[derive(Debug, Default)]
pub(super) enum Encoding {
    /// Fewer bytes than a mark has.
    #[default]
    Unknown,
    Beginning(Vec<u8>),
    Utf8,
    Utf16 {
        unit: fn([u8; 2]) -> u16,
        odd: Option<u8>,
        high: Option<u16>,
    },
}

impl Encoding {
    pub(super) fn decode(&mut self, bytes: &[u8], out: &mut Vec<u8>) {
        match self {
            Self::Unknown => {
                *self = Self::Beginning(Vec::new());
                self.decode(bytes, out);
            }
            Self::Beginning(first) => {
                first.extend_from_slice(bytes);
                let all = std::mem::take(first);
                let rest = match all.as_slice() {
                    [0xEF, 0xBB, 0xBF, rest @ ..] => {
                        *self = Self::Utf8;
                        rest
                    }
                    [0xFF, 0xFE, rest @ ..] => {
                        *self = Self::Utf16 { unit: u16::from_le_bytes, odd: None, high: None };
                        rest
                    }
                    [0xFE, 0xFF, rest @ ..] => {
                        *self = Self::Utf16 { unit: u16::from_be_bytes, odd: None, high: None };
                        rest
                    }
                    [0xEF] | [0xEF, 0xBB] | [0xFF] | [0xFE] | [] => return *self = Self::Beginning(all),
                    rest => {
                        *self = Self::Utf8;
                        rest
                    }
                };
                self.decode(rest, out);
            }
            Self::Utf8 => out.extend_from_slice(bytes),
            Self::Utf16 { unit, odd, high } => {
                let mut bytes = bytes.iter().copied();
                while let Some(first) = odd.take().or_else(|| bytes.next()) {
                    let Some(second) = bytes.next() else {
                        *odd = Some(first);
                        break;
                    };
                    let unit = unit([first, second]);
                    let pair = high.take().into_iter().chain([unit]);
                    for character in char::decode_utf16(pair) {
                        match character {
                            Ok(character) => out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
                            Err(error) if error.unpaired_surrogate() < 0xDC00 && error.unpaired_surrogate() == unit => {
                                *high = Some(unit);
                            }
                            // Half a character: what it stands in is no text, and is counted as such.
                            Err(_) => out.push(0xFF),
                        }
                    }
                }
            }
        }
    }

    /// Whether the bytes ended in the middle of a character.
    pub(super) fn is_cut(&self) -> bool {
        match self {
            Self::Unknown | Self::Utf8 => false,
            Self::Beginning(first) => !first.is_empty(),
            Self::Utf16 { odd, high, .. } => odd.is_some() || high.is_some(),
        }
    }
}
