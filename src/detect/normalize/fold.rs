//! [`Fold`]: what folding can undo, where that can begin, and the escapes that are written in ASCII.

use super::letter;

/// What folding can undo.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fold {
    /// Markdown's backslash before a sign.
    MarkdownEscape,
    /// An escape of a JSON or program string: `\n`, `\u0040`.
    StringEscape,
    /// `%40` (RFC 3986, section 2.1).
    Percent,
    /// `=40` and the soft line break (RFC 2045, section 6.7).
    QuotedPrintable,
    /// `&#64;`, `&commat;` (HTML, section 13.5).
    HtmlEntity,
    /// A character without width.
    Invisible,
    /// A full-width or small form (Unicode, chapter 18, compatibility forms).
    FullWidth,
    /// Another style of a letter or digit: mathematical, enclosed, raised, joined (UAX 15, compatibility equivalence).
    Styled,
    /// A decimal digit of another script.
    ForeignDigit,
    /// A letter, space or hyphen that looks like another (UTS 39).
    Lookalike,
    /// A value broken over a line end.
    LineWrap,
    /// Plain text in base64 (RFC 4648).
    Base64,
    /// An address with its signs in words.
    Spelled,
}

impl Fold {
    /// As the evidence names it.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::MarkdownEscape => "markdown-escape",
            Self::StringEscape => "string-escape",
            Self::Percent => "percent-encoding",
            Self::QuotedPrintable => "quoted-printable",
            Self::HtmlEntity => "html-entity",
            Self::Invisible => "invisible-character",
            Self::FullWidth => "full-width",
            Self::Styled => "styled-letter",
            Self::ForeignDigit => "foreign-digit",
            Self::Lookalike => "look-alike",
            Self::LineWrap => "line-wrap",
            Self::Base64 => "base64",
            Self::Spelled => "spelled-out",
        }
    }
}

/// What stands in the folded text instead.
pub(super) enum Plain {
    Nothing,
    One([u8; 4], u8),
    Text(&'static str),
}

impl Plain {
    pub(super) fn one(c: char) -> Self {
        let mut bytes = [0; 4];
        let length = c.encode_utf8(&mut bytes).len() as u8;
        Self::One(bytes, length)
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Nothing => "",
            Self::One(bytes, length) => std::str::from_utf8(&bytes[..usize::from(*length)]).unwrap_or(""),
            Self::Text(text) => text,
        }
    }
}

/// A fold, how many bytes of the original it takes, and what stands there instead.
pub(super) type Folding = (Fold, usize, Plain);

/// Where something to fold or to read again can begin: first bytes, and the bytes that can follow them.
type Beginning = (&'static [u8], &'static [(u8, u8)]);

const BEGINNINGS: [Beginning; 14] = [
    (
        b"\\",
        &[
            (b'!', b'/'),
            (b':', b':'),
            (b'=', b'@'),
            (b'[', b'_'),
            (b'n', b'n'),
            (b'r', b'r'),
            (b't', b'u'),
            (b'x', b'x'),
            (b'{', b'~'),
        ],
    ),
    (b"%", &[(b'2', b'2'), (b'4', b'5'), (b'C', b'F'), (b'c', b'f')]),
    (b"=", &[(b'2', b'5'), (b'C', b'F'), (b'\r', b'\r'), (b'\n', b'\n')]),
    (b"&", &[(b'#', b'#'), (b'a', b'z'), (b'N', b'N')]),
    // No-break space, soft hyphen and raised digits; Arabic and Persian digits.
    (&[0xc2, 0xd9, 0xdb], &[(0xa0, 0xa9), (0xad, 0xad), (0xb0, 0xb9)]),
    // Spaces, hyphens and marks of direction, raised, lowered and enclosed digits, letters as symbols; full-width forms.
    (&[0xe2], &[(0x80, 0x82), (0x84, 0x84), (0x88, 0x88), (0x91, 0x93), (0x9d, 0x9d)]),
    (&[0xef], &[(0xac, 0xac), (0xb8, 0xbd)]),
    // The digits of Indic and Thai blocks; the ideographic space and full stop.
    (&[0xe0, 0xe1, 0xe3], &[(0x80, 0x80), (0x9a, 0x9f), (0xa0, 0xaf), (0xb1, 0xb9), (0xbb, 0xbc)]),
    // Greek and Cyrillic; mathematical and enclosed letters, invisible tags and joiners.
    (&[0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd8, 0xf0, 0xf3], &[(0x80, 0xbf)]),
    // `dot`, `punkt`, `punto`, `(at)`: see `reread`.
    (b"dD", &[(b'o', b'o'), (b'O', b'O')]),
    (b"pP", &[(b'u', b'u'), (b'U', b'U')]),
    (b"([{<", &[(b'@', b'A'), (b'a', b'a'), (b'd', b'd'), (b'D', b'D'), (0xc3, 0xc3)]),
    // A line end inside a value: see `reread`.
    (b"0123456789@-. ", &[(b'\n', b'\n'), (b'\r', b'\r')]),
    (b"\n", &[(b'@', b'@'), (b'.', b'.'), (b'>', b'>')]),
];

static FIRST: [u16; 256] = {
    let mut table = [0; 256];
    let mut row = 0;
    while row < BEGINNINGS.len() {
        let mut at = 0;
        while at < BEGINNINGS[row].0.len() {
            table[BEGINNINGS[row].0[at] as usize] |= 1 << row;
            at += 1;
        }
        row += 1;
    }
    table
};

static SECOND: [u16; 256] = {
    let mut table = [0; 256];
    let mut row = 0;
    while row < BEGINNINGS.len() {
        let mut range = 0;
        while range < BEGINNINGS[row].1.len() {
            let (mut byte, last) = BEGINNINGS[row].1[range];
            while byte <= last {
                table[byte as usize] |= 1 << row;
                byte += 1;
            }
            range += 1;
        }
        row += 1;
    }
    table
};

/// The next place, from `from` on, where something to fold or to read again can begin. Decides once for a block of bytes.
pub(super) fn suspect(bytes: &[u8], from: usize) -> Option<usize> {
    const BLOCK: usize = 16;
    let begins = |first: u8, second: u8| FIRST[usize::from(first)] & SECOND[usize::from(second)];
    let mut at = from;
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<{ BLOCK + 1 }>()) {
        let any = (0..BLOCK).fold(0, |any, index| any | begins(block[index], block[index + 1]));
        if any != 0 {
            break;
        }
        at += BLOCK;
    }
    let rest = bytes.get(at..)?;
    let found = rest.iter().zip(rest.get(1..)?).position(|(&first, &second)| begins(first, second) != 0);
    Some(at + found?)
}

/// What to fold at byte `at`, which begins a character.
pub(super) fn at(text: &str, at: usize) -> Option<Folding> {
    let bytes = text.as_bytes();
    match bytes[at] {
        b'\\' => backslash(bytes, at),
        b'%' => percent(bytes, at),
        b'=' => quoted_printable(bytes, at),
        b'&' => entity(bytes, at),
        0x80.. => letter::at(text, at),
        _ => None,
    }
}

/// How far around a sign its neighbors are looked at.
const NEAR: usize = 64;

fn backslash(bytes: &[u8], at: usize) -> Option<Folding> {
    let next = *bytes.get(at + 1)?;
    let escaped = at.checked_sub(1).is_some_and(|before| bytes[before] == b'\\');
    match next {
        b'n' | b'r' | b't' => {
            let plain = if next == b'n' { "\n" } else { "\t" };
            (!escaped && breaks_line(bytes, at)).then_some((Fold::StringEscape, 2, Plain::Text(plain)))
        }
        b'u' | b'x' => code_unit(bytes, at).filter(|_| !is_path(token(bytes, at))),
        b'"' | b'/' => (!escaped).then_some((Fold::StringEscape, 1, Plain::Nothing)),
        _ => {
            let is_escape = !escaped && b"@._-:+~[]()#&=".contains(&next) && !is_path(token(bytes, at));
            is_escape.then_some((Fold::MarkdownEscape, 1, Plain::Nothing))
        }
    }
}

/// What stands before byte `at`, back to a blank.
fn token(bytes: &[u8], at: usize) -> &[u8] {
    let reach = &bytes[at.saturating_sub(NEAR)..at];
    reach.iter().rposition(u8::is_ascii_whitespace).map_or(reach, |space| &reach[space + 1..])
}

/// Whether the token before a backslash is the beginning of a Windows path: a drive, a server, or a folder that is no escape.
fn is_path(token: &[u8]) -> bool {
    let separates = |pair: &[u8]| pair[0] == b'\\' && pair[1].is_ascii_alphanumeric() && !b"nrtux".contains(&pair[1]);
    let drive = token.iter().position(|&byte| byte == b':').is_some_and(|colon| {
        let letter =
            matches!(token[..colon], [letter] | [.., b'"' | b'\'' | b'(' | b'=', letter] if letter.is_ascii_alphabetic());
        letter && token.get(colon + 1).is_none_or(|&next| next == b'\\')
    });
    drive || token.windows(2).any(|pair| separates(pair) || pair == b"\\\\")
}

/// Whether `\n`, `\r` or `\t` breaks a line of a quoted text, and does not begin a folder or an account of a Windows domain: a
/// sign that ends a sentence or another escape stands before it, a capital letter behind a small one, or an address behind it.
fn breaks_line(bytes: &[u8], at: usize) -> bool {
    let (before, behind) = (&bytes[at.saturating_sub(3)..at], &bytes[at + 2..(at + 2 + NEAR).min(bytes.len())]);
    let capital = behind.first().is_some_and(u8::is_ascii_uppercase);
    let ends = match before {
        [] | [.., b'"' | b'\'' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'>'] => true,
        [.., b'\\', b'n' | b'r' | b't'] => return true,
        [.., letter, b'.'] => letter.is_ascii_alphanumeric(),
        [.., last] => last.is_ascii_whitespace() || capital && (last.is_ascii_lowercase() || last.is_ascii_digit()),
    };
    let reaches = || {
        let end = behind.iter().position(|byte| byte.is_ascii_whitespace() || b"\"'<>,;".contains(byte)).unwrap_or(behind.len());
        let inside = &behind[..end];
        inside.first() == Some(&b'+') || inside.contains(&b'@') || inside.windows(5).any(|five| five == b"u0040")
    };
    (ends || reaches()) && !is_path(token(bytes, at))
}

/// `\u0040` (RFC 8259, section 7) and `\x40`.
fn code_unit(bytes: &[u8], at: usize) -> Option<Folding> {
    let digits = if bytes[at + 1] == b'u' { 4 } else { 2 };
    let c = char::from_u32(hex(bytes.get(at + 2..at + 2 + digits)?)?)?;
    let plain = if c.is_control() { Plain::one(' ') } else { Plain::one(c) };
    Some((Fold::StringEscape, digits + 2, plain))
}

/// `%40` anywhere; a `+` in front of a number; other signs and letters only beside an `@`, so that web addresses stay as they are.
fn percent(bytes: &[u8], at: usize) -> Option<Folding> {
    let (length, c) = encoded(bytes, at)?;
    let number = || {
        let before = at.checked_sub(1).is_none_or(|before| b"=:/ ".contains(&bytes[before]));
        c == '+' && before && bytes.get(at + length).is_some_and(u8::is_ascii_digit)
    };
    let folds = match c {
        '@' => true,
        '+' | '-' | '.' | '_' => number() || beside_at(bytes, at),
        _ => !c.is_ascii() && c.is_alphanumeric() && beside_at(bytes, at),
    };
    folds.then(|| (Fold::Percent, length, Plain::one(c)))
}

/// Whether the run of address characters around byte `at` holds an `@`, plain or encoded.
fn beside_at(bytes: &[u8], at: usize) -> bool {
    let belongs = |byte: &u8| byte.is_ascii_alphanumeric() || b"._%+-@".contains(byte);
    let before = &bytes[at.saturating_sub(NEAR / 2)..at];
    let start = before.iter().rposition(|byte| !belongs(byte)).map_or(0, |sign| sign + 1);
    let behind = &bytes[at..(at + NEAR / 2).min(bytes.len())];
    let end = behind.iter().position(|byte| !belongs(byte)).unwrap_or(behind.len());
    let holds = |part: &[u8]| part.contains(&b'@') || part.windows(3).any(|three| three == b"%40");
    holds(&before[start..]) || holds(&behind[..end])
}

/// `=40` inside an address, `=3D`, letters beyond ASCII, and the end of a line that was broken to keep within 76 characters.
fn quoted_printable(bytes: &[u8], at: usize) -> Option<Folding> {
    let line_end = match bytes.get(at + 1..)? {
        [b'\n', ..] => 2,
        [b'\r', b'\n', ..] => 3,
        _ => {
            let (length, c) = encoded(bytes, at).filter(|_| !bytes[at + 1..at + 3].iter().any(u8::is_ascii_lowercase))?;
            let folds = match c {
                '@' => joins_address(bytes, at),
                '=' => bytes.get(at + 3).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'"'),
                _ => !c.is_ascii() && !c.is_control(),
            };
            return folds.then(|| (Fold::QuotedPrintable, length, Plain::one(c)));
        }
    };
    let start = bytes[..at].iter().rev().take(NEAR + 16).position(|&byte| byte == b'\n').unwrap_or(NEAR + 16);
    let broken = (60..=75).contains(&start.min(at)) && bytes.get(at + line_end).is_some_and(|next| !next.is_ascii_whitespace());
    broken.then_some((Fold::QuotedPrintable, line_end, Plain::Nothing))
}

/// Whether `=40` stands between a name and a domain, so that it is no assignment of a number.
fn joins_address(bytes: &[u8], at: usize) -> bool {
    let domain = &bytes[at + 3..(at + 3 + NEAR).min(bytes.len())];
    let end = domain.iter().position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-').unwrap_or(domain.len());
    let before = at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_alphanumeric());
    let dotted = domain.get(end) == Some(&b'.') && domain.get(end + 1).is_some_and(u8::is_ascii_alphabetic);
    before && dotted && domain.first().is_some_and(u8::is_ascii_alphabetic)
}

/// The character that a sign and pairs of hexadecimal digits stand for, in UTF-8, and how many bytes that takes.
fn encoded(bytes: &[u8], at: usize) -> Option<(usize, char)> {
    let mut plain = [0; 4];
    for length in 1..=plain.len() {
        let here = at + 3 * (length - 1);
        let pair = bytes.get(here..here + 3).filter(|pair| pair[0] == bytes[at])?;
        plain[length - 1] = hex(&pair[1..])? as u8;
        if let Ok(text) = std::str::from_utf8(&plain[..length]) {
            return Some((3 * length, text.chars().next()?));
        }
    }
    None
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, &digit| Some(value * 16 + char::from(digit).to_digit(16)?))
}

/// Entities by name, and what they stand for. Sorted.
const ENTITIES: [(&str, &str); 23] = [
    ("NewLine", "\n"),
    ("amp", "&"),
    ("apos", "'"),
    ("colon", ":"),
    ("commat", "@"),
    ("dash", "-"),
    ("ensp", " "),
    ("equals", "="),
    ("gt", ">"),
    ("hyphen", "-"),
    ("lowbar", "_"),
    ("lpar", "("),
    ("lt", "<"),
    ("nbsp", " "),
    ("ndash", "-"),
    ("num", "#"),
    ("period", "."),
    ("plus", "+"),
    ("quot", "\""),
    ("rpar", ")"),
    ("shy", ""),
    ("sol", "/"),
    ("zwnj", ""),
];

fn entity(bytes: &[u8], at: usize) -> Option<Folding> {
    let behind = &bytes[at + 1..(at + 12).min(bytes.len())];
    let name = std::str::from_utf8(&behind[..behind.iter().position(|&byte| byte == b';')?]).ok()?;
    let plain = match name.strip_prefix('#') {
        None => Plain::Text(ENTITIES[ENTITIES.binary_search_by_key(&name, |entity| entity.0).ok()?].1),
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => hex(digits.as_bytes())?,
                None => number.parse().ok()?,
            };
            let c = char::from_u32(code)?;
            let mut buffer = [0; 4];
            let alone: &str = c.encode_utf8(&mut buffer);
            letter::at(alone, 0).map_or_else(|| Plain::one(if c.is_control() { ' ' } else { c }), |(_, _, plain)| plain)
        }
    };
    Some((Fold::HtmlEntity, name.len() + 2, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_sorted() {
        assert!(ENTITIES.is_sorted_by_key(|entity| entity.0));
    }
}
