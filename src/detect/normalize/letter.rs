//! Characters beyond ASCII that stand for a plain one: invisible ones, other widths and styles, foreign digits, look-alikes.

use super::fold::{Fold, Folding, Plain};

/// What to fold at byte `at`, where a character beyond ASCII begins.
pub(super) fn at(text: &str, at: usize) -> Option<Folding> {
    let c = text[at..].chars().next()?;
    let length = c.len_utf8();
    let (fold, plain) = match u32::from(c) {
        0xad | 0x34f | 0x61c | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2064 | 0x2066..=0x2069 | 0xfeff => {
            (Fold::Invisible, Plain::Nothing)
        }
        0xe0000..=0xe007f => (Fold::Invisible, Plain::Nothing),
        0xfe0e | 0xfe0f => return keycap(text, at),
        code @ 0xff01..=0xff5e => (Fold::FullWidth, Plain::one(char::from_u32(code - 0xfee0)?)),
        0x3000 => (Fold::FullWidth, Plain::one(' ')),
        0x3002 | 0xff61 => return between_labels(text, at, length).then(|| (Fold::FullWidth, length, Plain::one('.'))),
        0xa0 | 0x1680 | 0x2000..=0x200a | 0x202f | 0x205f => (Fold::Lookalike, Plain::one(' ')),
        0x2010..=0x2013 | 0x2212 => (Fold::Lookalike, Plain::one('-')),
        0x391..=0x3c7 | 0x405..=0x458 => return lookalike(text, at, c).map(|plain| (Fold::Lookalike, length, plain)),
        _ => return styled(text, at, c).map(|(fold, plain)| (fold, length, plain)),
    };
    Some((fold, length, plain))
}

/// The sign that makes a digit a picture of a key: `4` U+FE0F U+20E3.
fn keycap(text: &str, at: usize) -> Option<Folding> {
    const KEY: &str = "\u{fe0f}\u{20e3}";
    let digit = at.checked_sub(1).is_some_and(|before| text.as_bytes()[before].is_ascii_digit());
    (digit && text[at..].starts_with(KEY)).then_some((Fold::Styled, KEY.len(), Plain::Nothing))
}

/// Whether Latin letters or digits of any width stand on both sides: the full stop separates labels (UTS 46, section 2.3).
fn between_labels(text: &str, at: usize, length: usize) -> bool {
    let label = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || ('０'..='ｚ').contains(&c));
    label(text[..at].chars().next_back()) && label(text[at + length..].chars().next())
}

fn styled(text: &str, at: usize, c: char) -> Option<(Fold, Plain)> {
    if let Some(digit) = foreign_digit(c) {
        return Some((Fold::ForeignDigit, Plain::one(digit)));
    }
    if let Some(digit) = styled_digit(c) {
        let near = [text[at + c.len_utf8()..].chars().next(), text[..at].chars().next_back()];
        let run = near.into_iter().flatten().any(|near| styled_digit(near).is_some());
        let first = text[..at].chars().rev().take(LONGEST).find(|&before| styled_digit(before).is_none());
        let alone = first.is_none_or(|before| !before.is_ascii_alphanumeric());
        return (run && alone).then(|| (Fold::Styled, Plain::one(digit)));
    }
    if let Some(letter) = styled_letter(c) {
        return Some((Fold::Styled, Plain::one(letter)));
    }
    let small = SMALL.iter().find(|(form, _)| *form == c);
    let joined = JOINED.get((u32::from(c)).wrapping_sub(0xfb00) as usize);
    small.map(|(_, plain)| (Fold::FullWidth, Plain::one(*plain))).or(joined.map(|text| (Fold::Styled, Plain::Text(text))))
}

/// U+FB00 to U+FB06.
const JOINED: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

/// Small forms of what holds addresses together.
const SMALL: [(char, char); 6] = [('﹒', '.'), ('﹕', ':'), ('﹘', '-'), ('﹢', '+'), ('﹣', '-'), ('﹫', '@')];

/// Where the digits 0 to 9 of a script begin.
#[rustfmt::skip]
const ZEROS: [u32; 15] = [
    0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x17e0,
];

fn foreign_digit(c: char) -> Option<char> {
    let code = u32::from(c);
    ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&code)).and_then(|zero| char::from_digit(code - zero, 10))
}

/// Where raised, lowered and enclosed digits begin, which digit that is, and how many there are.
#[rustfmt::skip]
const STYLED_DIGITS: [(u32, u32, u32); 11] = [
    (0xb2, 2, 2), (0xb9, 1, 1), (0x2070, 0, 1), (0x2074, 4, 6), (0x2080, 0, 10), (0x2460, 1, 9), (0x24ea, 0, 1), (0x24f5, 1, 9),
    (0x24ff, 0, 1), (0x2776, 1, 9), (0x2780, 1, 9),
];

/// A digit that is raised, lowered or enclosed. One alone is a footnote or an item of a list.
fn styled_digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let run = STYLED_DIGITS.into_iter().find(|(start, _, count)| (*start..start + count).contains(&code));
    run.and_then(|(start, digit, _)| char::from_digit(code - start + digit, 10))
}

/// Letters of the Letterlike Symbols block that the mathematical alphabets leave out.
#[rustfmt::skip]
const SYMBOLS: [(char, u8); 23] = [
    ('ℂ', b'C'), ('ℊ', b'g'), ('ℋ', b'H'), ('ℌ', b'H'), ('ℍ', b'H'), ('ℎ', b'h'), ('ℐ', b'I'), ('ℑ', b'I'), ('ℒ', b'L'),
    ('ℕ', b'N'), ('ℙ', b'P'), ('ℚ', b'Q'), ('ℛ', b'R'), ('ℜ', b'R'), ('ℝ', b'R'), ('ℤ', b'Z'), ('ℨ', b'Z'), ('ℬ', b'B'),
    ('ℭ', b'C'), ('ℯ', b'e'), ('ℰ', b'E'), ('ℱ', b'F'), ('ℴ', b'o'),
];

/// Mathematical, circled and squared letters and mathematical digits (Unicode, sections 22.2 and 22.10).
fn styled_letter(c: char) -> Option<char> {
    let nth = |first: u8, index: u32| Some(char::from(first + index as u8));
    match u32::from(c) {
        code @ 0x1d400..=0x1d6a3 => match (code - 0x1d400) % 52 {
            index @ 0..26 => nth(b'A', index),
            index => nth(b'a', index - 26),
        },
        code @ 0x1d7ce..=0x1d7ff => nth(b'0', (code - 0x1d7ce) % 10),
        code @ 0x24b6..=0x24cf => nth(b'A', code - 0x24b6),
        code @ 0x24d0..=0x24e9 => nth(b'a', code - 0x24d0),
        code @ (0x1f130..=0x1f149 | 0x1f150..=0x1f169) => nth(b'A', (code - 0x1f130) % 32),
        0x2102..=0x2134 => SYMBOLS.iter().find(|(symbol, _)| *symbol == c).map(|&(_, plain)| char::from(plain)),
        _ => None,
    }
}

/// The Latin letter that a Greek or Cyrillic one looks like (UTS 39, confusables).
fn latin(c: char) -> Option<char> {
    let plain = match c {
        'Α' | 'А' => 'A',
        'Β' | 'В' => 'B',
        'С' => 'C',
        'Ε' | 'Е' => 'E',
        'Η' | 'Н' => 'H',
        'Ι' | 'І' => 'I',
        'Ј' => 'J',
        'Κ' | 'К' => 'K',
        'Μ' | 'М' => 'M',
        'Ν' => 'N',
        'Ο' | 'О' => 'O',
        'Ρ' | 'Р' => 'P',
        'Ѕ' => 'S',
        'Τ' | 'Т' => 'T',
        'Χ' | 'Х' => 'X',
        'Υ' | 'У' => 'Y',
        'Ζ' => 'Z',
        'α' | 'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'ι' | 'і' => 'i',
        'ј' => 'j',
        'ο' | 'о' => 'o',
        'ρ' | 'р' => 'p',
        'ѕ' => 's',
        'υ' => 'u',
        'ν' => 'v',
        'х' => 'x',
        'у' => 'y',
        _ => return None,
    };
    Some(plain)
}

/// How much of a word around a character is looked at.
const LONGEST: usize = 16;

/// A look-alike inside a word that is otherwise Latin. A word in its own script stays.
fn lookalike(text: &str, at: usize, c: char) -> Option<Plain> {
    let (before, behind) = text.as_bytes().split_at(at);
    let meets = |letter: Option<&u8>| letter.is_some_and(u8::is_ascii_alphabetic);
    let left = before.iter().rev().take(LONGEST).find(|byte| byte.is_ascii());
    let right = behind.iter().take(LONGEST).find(|byte| byte.is_ascii());
    if !meets(left) && !meets(right) {
        return None;
    }
    let plain = latin(c)?;
    let before = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).take(LONGEST);
    let behind = text[at..].chars().take_while(|c| c.is_alphabetic()).take(LONGEST);
    let mut word = before.chain(behind);
    word.all(|letter| letter.is_ascii() || latin(letter).is_some()).then(|| Plain::one(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_of_a_letter_is_that_letter() {
        for (styled, plain) in
            [('𝐀', 'A'), ('𝔷', 'z'), ('𝚖', 'm'), ('𝟘', '0'), ('𝟿', '9'), ('Ⓜ', 'M'), ('ⓐ', 'a'), ('ℯ', 'e'), ('🅜', 'M')]
        {
            assert_eq!(styled_letter(styled), Some(plain), "{styled}");
        }
        assert_eq!(latin('ж'), None);
    }
}
