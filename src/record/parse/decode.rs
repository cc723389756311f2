//! Bytes become text: UTF-8 with or without a byte order mark, UTF-16 with one. Anything else is no text.

use super::Error;
use std::borrow::Cow;

/// Decodes the bytes of a file.
///
/// # Errors
/// [`Error::NotText`] with the first byte that does not fit: an image, an archive, a legacy encoding, UTF-16 without its byte
/// order mark.
pub fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3).map(Cow::Borrowed),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes).map(Cow::Owned),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes).map(Cow::Owned),
        _ => utf8(bytes, 0).map(Cow::Borrowed),
    }?;
    // A few NUL bytes are somebody's odd text; this many are another encoding that happens to be valid here.
    let nuls = text.bytes().filter(|&byte| byte == 0).count();
    match text.find('\0') {
        Some(offset) if nuls * 4 >= text.len() => Err(Error::NotText { offset }),
        _ => Ok(text),
    }
}

fn utf8(bytes: &[u8], skipped: usize) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|error| Error::NotText { offset: skipped + error.valid_up_to() })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Error> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut offset = 2;
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let character = character.map_err(|_| Error::NotText { offset })?;
        offset += character.len_utf16() * 2;
        text.push(character);
    }
    if rest.is_empty() { Ok(text) } else { Err(Error::NotText { offset }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_and_utf16_with_a_mark_are_text() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\xC3\xA9").as_deref(), Ok("aé"));
        assert_eq!(decode(b"\xFF\xFEa\0\xE9\0\x3D\xD8\x00\xDE").as_deref(), Ok("aé😀"));
        assert_eq!(decode(b"\xFE\xFF\0a").as_deref(), Ok("a"));
        assert_eq!(decode(b"a\0b\r\nc d").as_deref(), Ok("a\0b\r\nc d"));
    }

    #[test]
    fn the_first_byte_that_does_not_fit_is_named() {
        assert_eq!(decode(b"\x89PNG\r\n"), Err(Error::NotText { offset: 0 }));
        assert_eq!(decode(b"abc\xFF"), Err(Error::NotText { offset: 3 }));
        assert_eq!(decode(b"\xFF\xFEa\0\x00\xD8a\0"), Err(Error::NotText { offset: 4 }));
        assert_eq!(decode(b"\xFF\xFEa\0b"), Err(Error::NotText { offset: 4 }));
        assert_eq!(decode(b"a\0b\0"), Err(Error::NotText { offset: 1 }));
    }
}
