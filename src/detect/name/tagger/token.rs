//! Tokens: the words, numbers and signs of a text, each with what the tagger looks at.

use crate::detect::edge::is_unspaced;
use crate::detect::name::fold::{Style, fold_char};
use std::ops::Range;

/// How the letters of a token are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Case {
    /// `word`
    Lower,
    /// `Word`
    Title,
    /// `WORD`
    Upper,
    /// `wordWord`, `WordWord`
    Mixed,
    /// `W`
    Letter,
    /// `12`
    Digits,
    /// A sign, or the end of a line.
    Sign,
    /// A letter of a script without cases, or what a rule took as a whole.
    Other,
}

/// A word, a number, a sign, the end of a line, or a stretch that a rule takes as a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// The first byte.
    pub(super) start: u32,
    /// One past the last.
    pub(super) end: u32,
    /// A hash of the word in lower case without accents; of a number, its length.
    pub(super) word: u32,
    /// Its first letters, four at most.
    pub(super) head: u32,
    /// Its last letters, four at most.
    pub(super) tail: u32,
    /// How it is written.
    pub(super) case: Case,
    /// Case and length together.
    pub(super) shape: u8,
    /// What the lexicon says of it.
    pub(super) lexicon: u8,
    /// What a rule found there: a class, or 0.
    pub(super) rule: u8,
}

impl Token {
    /// Whether it is a word in letters that have cases.
    pub(super) fn is_written(&self) -> bool {
        !matches!(self.case, Case::Sign | Case::Digits | Case::Other)
    }
}

/// A stretch of the text that a rule found: no word in it is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) rule: u8,
}

/// The seed and the step of the hash of words (FNV-1a, 32 bits).
const SEED: u32 = 0x811c_9dc5;
const STEP: u32 = 0x0100_0193;

/// Letters of a word that count; further ones change nothing but the shape.
const LETTERS: usize = 24;

/// What a small letter has and its capital has not.
const SMALL: u8 = 0x20;

/// Hashes a folded word.
pub(super) fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().take(LETTERS).fold(SEED, |hash, &byte| (hash ^ u32::from(byte)).wrapping_mul(STEP))
}

/// A word in lower case without accents, as it is hashed.
pub(super) fn folded(word: &str, out: &mut String) {
    out.clear();
    word.chars().for_each(|c| fold_char(c, Style::Bare, out));
}

/// Cuts a text into tokens. `wholes` are in order and disjoint.
pub(super) fn tokens(text: &str, wholes: &[Whole]) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity((bytes.len() / 4 + 8).min(1 << 16));
    let mut room = String::new();
    let mut wholes = wholes.iter().peekable();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(whole) = wholes.next_if(|whole| whole.start as usize <= at) {
            if whole.end as usize > at {
                tokens.push(whole_token(whole, at));
                at = whole.end as usize;
            }
            continue;
        }
        let limit = wholes.peek().map_or(bytes.len(), |whole| whole.start as usize);
        at = next(text, at, limit, &mut room, &mut tokens);
    }
    tokens
}

/// A blank, as markup writes it.
const NO_BREAK: &str = "&nbsp;";

/// Reads one token, or white space, and says where it ends.
fn next(text: &str, at: usize, limit: usize, room: &mut String, tokens: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    match bytes[at] {
        byte if byte.is_ascii_alphabetic() || !byte.is_ascii() => letters(text, at, limit, room, tokens),
        b' ' | b'\t' | b'\r' => at + 1,
        b'&' if text[at..limit].starts_with(NO_BREAK) => at + NO_BREAK.len(),
        b'\n' => {
            // Blank lines in a row are one.
            let last = tokens.last().is_some_and(|token| token.word == u32::from(b'\n') && token.case == Case::Sign);
            if last {
                if let Some(token) = tokens.last_mut() {
                    token.word = u32::from(b'\r');
                }
            } else if !tokens.last().is_some_and(|token| token.word == u32::from(b'\r') && token.case == Case::Sign) {
                tokens.push(sign(at, at + 1, u32::from(b'\n')));
            }
            at + 1
        }
        byte if byte.is_ascii_digit() => {
            let end = run(bytes, at, limit, |byte| byte.is_ascii_digit());
            tokens.push(number(at, end));
            end
        }
        byte => {
            tokens.push(sign(at, at + 1, u32::from(byte)));
            at + 1
        }
    }
}

fn run(bytes: &[u8], at: usize, limit: usize, mut belongs: impl FnMut(u8) -> bool) -> usize {
    bytes[at..limit].iter().position(|&byte| !belongs(byte)).map_or(limit, |length| at + length)
}

fn whole_token(whole: &Whole, at: usize) -> Token {
    let word = 0x1000 + u32::from(whole.rule);
    let (start, end) = (at as u32, whole.end);
    Token { start, end, word, head: 0, tail: 0, case: Case::Other, shape: 200 + whole.rule, lexicon: 0, rule: whole.rule }
}

fn sign(at: usize, end: usize, what: u32) -> Token {
    let (start, end, shape) = (at as u32, end as u32, 64 + (what & 63) as u8);
    Token { start, end, word: what, head: 0, tail: 0, case: Case::Sign, shape, lexicon: 0, rule: 0 }
}

fn number(at: usize, end: usize) -> Token {
    let length = (end - at).min(9) as u8;
    let (start, end, word) = (at as u32, end as u32, 0x2000 + u32::from(length));
    Token { start, end, word, head: 0, tail: 0, case: Case::Digits, shape: 40 + length, lexicon: 0, rule: 0 }
}

/// A word, or one letter of a script without spaces.
fn letters(text: &str, at: usize, limit: usize, room: &mut String, tokens: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let (mut end, mut hash, mut capitals) = (at, SEED, 0);
    for &byte in bytes[at..limit].iter().take_while(|byte| byte.is_ascii_alphabetic()) {
        hash = (hash ^ u32::from(byte | SMALL)).wrapping_mul(STEP);
        capitals += usize::from(byte & SMALL == 0);
        end += 1;
    }
    if end == limit || bytes[end].is_ascii() {
        tokens.push(Letters::plain(bytes, at..end, hash, capitals).token(at, end));
        // A blank behind a word is no token.
        return end + usize::from(end < limit && bytes[end] == b' ');
    }
    match letters_end(text, end, limit) {
        Some(further) if further > at => {
            tokens.push(word(text, at, further, room));
            further
        }
        Some(_) | None => other(text, at, end, room, tokens),
    }
}

/// Where a word ends that has letters beyond ASCII.
fn letters_end(text: &str, from: usize, limit: usize) -> Option<usize> {
    let mut end = from;
    for c in text.get(from..limit)?.chars() {
        let joins = c.is_alphabetic() && !is_unspaced(c) || ('\u{300}'..='\u{36f}').contains(&c);
        if !joins {
            break;
        }
        end += c.len_utf8();
    }
    Some(end)
}

/// A character that is no letter of a word: a sign, a space, a letter of a script without spaces.
fn other(text: &str, at: usize, end: usize, room: &mut String, tokens: &mut Vec<Token>) -> usize {
    if end > at {
        tokens.push(word(text, at, end, room));
        return end;
    }
    let Some(c) = text[at..].chars().next() else { return text.len() };
    let end = at + c.len_utf8();
    if c.is_whitespace() {
        return end;
    }
    let mut token = sign(at, end, u32::from(c).wrapping_mul(STEP));
    if c.is_alphanumeric() {
        (token.case, token.shape) = (Case::Other, script(c));
    }
    tokens.push(token);
    end
}

fn script(c: char) -> u8 {
    match u32::from(c) {
        0x3040..=0x309f => 190,
        0x30a0..=0x30ff | 0xff66..=0xff9f => 191,
        0x2e80..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff => 192,
        0xac00..=0xd7ff => 193,
        _ => 194,
    }
}

fn word(text: &str, at: usize, end: usize, room: &mut String) -> Token {
    let mut letters = Letters::default();
    let mut chars = text[at..end].chars();
    letters.starts = chars.next().is_some_and(char::is_uppercase);
    for c in chars {
        letters.more = true;
        letters.lower |= c.is_lowercase();
        letters.upper |= c.is_uppercase();
    }
    folded(&text[at..end], room);
    room.bytes().for_each(|byte| letters.take(byte));
    letters.token(at, end)
}

/// A word as its letters are read one after another.
struct Letters {
    /// As in a [`Token`].
    word: u32,
    head: u32,
    tail: u32,
    /// Bytes that were taken.
    count: usize,
    /// Whether it begins with a capital, and what is behind that letter: anything, a small letter, a capital.
    starts: bool,
    more: bool,
    lower: bool,
    upper: bool,
}

impl Default for Letters {
    fn default() -> Self {
        Self { word: SEED, head: 0, tail: 0, count: 0, starts: false, more: false, lower: false, upper: false }
    }
}

impl Letters {
    /// Takes a folded byte.
    #[inline(always)]
    fn take(&mut self, byte: u8) {
        let letter = u32::from(byte);
        if self.count < LETTERS {
            self.word = (self.word ^ letter).wrapping_mul(STEP);
        }
        if self.count < 4 {
            self.head |= letter << (8 * self.count);
        }
        self.tail = self.tail << 8 | letter;
        self.count += 1;
    }

    /// A word in plain letters; its hash and how many capitals it has are known. No step depends on its length.
    fn plain(bytes: &[u8], range: Range<usize>, word: u32, capitals: usize) -> Self {
        let (letters, count) = (&bytes[range.clone()], range.len());
        let folded = |byte: &u8| u32::from(byte | SMALL);
        let word = match count {
            0..=LETTERS => word,
            _ => letters[..LETTERS].iter().fold(SEED, |word, byte| (word ^ folded(byte)).wrapping_mul(STEP)),
        };
        let (ahead, behind) = (&bytes[range.start..], &bytes[..range.end]);
        let head = ahead.first_chunk().map_or_else(
            || ahead.iter().rev().fold(0, |head, byte| head << 8 | u32::from(*byte)),
            |first| u32::from_le_bytes(*first),
        );
        let tail = behind
            .last_chunk()
            .map_or_else(|| behind.iter().fold(0, |tail, byte| tail << 8 | u32::from(*byte)), |last| u32::from_be_bytes(*last));
        let counting = u32::MAX >> (32 - 8 * count.clamp(1, 4));
        let [head, tail] = [head, tail].map(|four| (four | u32::from_le_bytes([SMALL; 4])) & counting);
        let starts = letters.first().is_some_and(u8::is_ascii_uppercase);
        let others = capitals - usize::from(starts);
        Self { word, head, tail, count, starts, more: count > 1, lower: count > others + 1, upper: others > 0 }
    }

    fn token(&self, start: usize, end: usize) -> Token {
        let flags = [self.starts, self.more, self.lower, self.upper];
        let case = CASES[flags.into_iter().rev().fold(0, |place, flag| place << 1 | usize::from(flag))];
        let length = LENGTHS[self.count.min(LENGTHS.len() - 1)];
        let (start, end, shape) = (start as u32, end as u32, case as u8 * 7 + length);
        Token { start, end, word: self.word, head: self.head, tail: self.tail, case, shape, lexicon: 0, rule: 0 }
    }
}

/// How a word is written of which four things are known, a bit for each: as [`Letters`] has them, from `starts` on.
const CASES: [Case; 16] = {
    let mut cases = [Case::Lower; 16];
    let mut place = 0;
    while place < cases.len() {
        let [starts, more, lower, upper] = [place & 1 != 0, place & 2 != 0, place & 4 != 0, place & 8 != 0];
        cases[place] = match (starts, lower, upper) {
            (true, ..) if !more => Case::Letter,
            (true, _, false) => Case::Title,
            (true, false, true) => Case::Upper,
            (false, _, false) => Case::Lower,
            (_, _, true) => Case::Mixed,
        };
        place += 1;
    }
    cases
};

/// What a word's length is called; the last is for all longer ones.
const LENGTHS: [u8; 14] = [0, 1, 2, 3, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6];
