//! Features: what the tagger looks at, the same for training and for use.
//!
//! A feature is a number that stands at one token; what it says may be about the tokens around that one, so each view has its
//! reach. A text is read once ([`Reading`]); accents and case are folded away in all views of letters.

use super::lexicon::{LISTED, Lexicon, ORDINARY};
use super::sums::Key;
use super::token::{Case, Token, Whole, tokens};
use crate::detect::{
    Finding,
    language::{Language, Stopwords},
};

/// The farthest token that a feature can speak about.
pub(super) const REACH: usize = 2;

/// What is looked at, and the first and last token, counted from its own, that it can speak about.
macro_rules! views {
    ($($view:ident $from:literal $to:literal,)*) => {
        /// What is looked at.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u32)]
        pub(super) enum View {
            $($view,)*
        }

        impl View {
            /// By view: from how many tokens before its own to how many behind it it can speak.
            #[cfg(feature = "train")]
            pub(super) const REACHES: &[(isize, isize)] = &[$(($from, $to),)*];
        }
    };
}

#[cfg(feature = "train")]
impl View {
    /// The order in which the features of a token are learned: sums of fractions depend on it.
    const LEARNED: &[Self] = &[
        Self::Word,
        Self::Shape,
        Self::Cue,
        Self::Rule,
        Self::Cues,
        Self::ThreeCues,
        Self::WordCue,
        Self::Words,
        Self::CueWord,
        Self::Ending,
        Self::ShortEnding,
        Self::LongEnding,
        Self::Beginning,
        Self::LongBeginning,
        Self::LanguageCue,
        Self::LanguageShape,
        Self::Written,
        Self::Seen,
        Self::Line,
        Self::Around,
    ];
}

views! {
    Word -2 2,
    Shape -2 2,
    Cue -2 2,
    Rule -2 2,
    Ending -1 1,
    ShortEnding 0 0,
    Beginning 0 0,
    LongEnding 0 0,
    LongBeginning 0 0,
    Cues -1 2,
    ThreeCues -1 1,
    Words -1 2,
    WordCue 0 2,
    CueWord -1 1,
    LanguageCue 0 0,
    LanguageShape 0 0,
    Seen 0 0,
    Line 0 0,
    Written -1 1,
    Around 0 0,
}

/// A text as the tagger reads it.
#[derive(Debug)]
pub(super) struct Reading {
    /// Its tokens.
    pub(super) tokens: Box<[Token]>,
    /// The language that its small words speak.
    pub(super) language: Language,
    /// Per token: what the rest of the text says about the word.
    seen: Box<[u8]>,
    /// Per token: how its line is written.
    line: Box<[u8]>,
    /// Per token, and once more on both sides: its case and what the lexicon says.
    cues: Box<[u32]>,
}

/// The word is in lower case elsewhere in the text.
const LOWER: u8 = 1;
/// The word stands in a name that a rule found elsewhere.
const NAMED: u8 = 2;
/// The word stands with a capital elsewhere, not at the beginning of a sentence.
const TITLE: u8 = 4;

/// The class of rules' findings that are people, as [`Token::rule`] has it.
pub(super) const PERSON_RULE: u8 = 1;

impl Reading {
    /// Reads a text. `wholes` are found by rules and taken as one token each; `marks` are found by rules and looked into.
    pub(super) fn new(text: &str, (wholes, marks): (&[Whole], &[Whole]), lexicon: &Lexicon, stopwords: &Stopwords) -> Self {
        let mut tokens = tokens(text, wholes).into_boxed_slice();
        let mut cues = Vec::with_capacity(tokens.len() + 2);
        cues.push(END);
        let mut marks = marks.iter().peekable();
        for token in tokens.iter_mut() {
            while marks.next_if(|mark| mark.end <= token.start).is_some() {}
            if let Some(mark) = marks.peek().filter(|mark| mark.start < token.end && token.rule == 0) {
                token.rule = mark.rule;
            }
            if matches!(token.case, Case::Lower | Case::Title | Case::Upper | Case::Mixed) {
                token.lexicon = lexicon.classes(token.word);
            }
            cues.push(cue(token));
        }
        cues.push(END);
        let language = stopwords.language(text, tokens.iter().map(|token| token.word));
        let seen = seen(&tokens);
        let line = lines(&tokens);
        Self { tokens, language, seen, line, cues: cues.into() }
    }

    /// Whether a word of these names stands somewhere else in the text, too.
    pub(super) fn repeats<'a>(&self, found: impl Iterator<Item = &'a Finding>) -> bool {
        let mut names = Words::new(self.tokens.len());
        let mut inside = vec![false; self.tokens.len()];
        let mut again = false;
        for finding in found {
            let first = self.tokens.partition_point(|token| token.end as usize <= finding.span.start());
            let tokens = self.tokens[first..].iter().zip(&mut inside[first..]);
            for (token, inside) in tokens.take_while(|(token, _)| (token.start as usize) < finding.span.end()) {
                // One letter is in every text.
                if token.end - token.start > 1 && !*inside {
                    again |= names.which(token.word)[0];
                    names.add(token.word, [true, false, false]);
                }
                *inside = true;
            }
        }
        again || self.tokens.iter().zip(&inside).any(|(token, inside)| !inside && names.which(token.word)[0])
    }

    /// Per token: whether it may be a name at all. Ordinary words, numbers and signs may only beside something else.
    pub(super) fn looks(&self) -> Vec<bool> {
        let mut looks = Vec::with_capacity(self.tokens.len() + 1);
        let (mut before, mut here, mut starts) = (false, false, true);
        for token in &self.tokens {
            let ordinary = token.lexicon & ORDINARY != 0 && token.rule == 0;
            let first = starts & (token.lexicon == ORDINARY);
            // Bits rather than branches: no word says how the next one is written.
            let may = (token.case == Case::Lower) & !ordinary
                | (token.case == Case::Title) & !(ordinary & first)
                | matches!(token.case, Case::Upper | Case::Mixed | Case::Letter)
                | (token.case == Case::Other) & (token.rule == 0);
            looks.push(before | here | may);
            (before, here) = (here, may);
            starts = token.case == Case::Sign && matches!(token.word, 0x0a | 0x0d | 0x2e | 0x3a | 0x3f | 0x21 | 0x2a);
        }
        looks.push(before | here);
        looks.remove(0);
        looks
    }

    /// Every feature at a token, in the order of [`View::LEARNED`].
    #[cfg(feature = "train")]
    pub(super) fn each(&self, at: usize) -> Vec<(View, u32)> {
        let alone = self.letters(at).chain(self.frame(at));
        let mut features: Vec<(View, u32)> = alone.chain(self.cues(at)).chain(self.beside(at)).collect();
        features.sort_by_key(|(view, _)| View::LEARNED.iter().position(|learned| learned == view));
        features
    }

    /// What all features of a token by itself depend on, given what those of its form do.
    #[inline(always)]
    pub(super) fn alone_key(&self, at: usize, (frame, _): Key) -> Key {
        let token = &self.tokens[at];
        (u64::from(token.word) << 32 | u64::from(token.head), frame << 32 | u64::from(token.tail))
    }

    /// The features of a token's letters.
    pub(super) fn letters(&self, at: usize) -> impl Iterator<Item = (View, u32)> {
        let token = &self.tokens[at];
        let (written, case) = (token.is_written(), token.case as u32);
        counting([
            (View::Word, token.word, true),
            (View::Ending, token.tail & 0xff_ffff, written),
            (View::ShortEnding, token.tail & 0xffff | case << 16, written),
            (View::LongEnding, token.tail, written),
            (View::Beginning, token.head & 0xff_ffff, written),
            (View::LongBeginning, token.head ^ case << 29, written),
            (View::Written, token.word.rotate_left(3) ^ case, written),
        ])
    }

    /// What the features of a token's form depend on.
    #[inline(always)]
    pub(super) fn frame_key(&self, at: usize) -> Key {
        let token = &self.tokens[at];
        let mut frame = token.case as u32;
        frame = frame << 8 | u32::from(token.shape);
        frame = frame << 5 | u32::from(token.lexicon & LISTED);
        frame = frame << 5 | u32::from(token.rule);
        frame = frame << 4 | self.language as u32;
        frame = frame << 3 | u32::from(self.seen[at]);
        frame = frame << 2 | u32::from(self.line[at]);
        (frame.into(), self.cues[at + 1].into())
    }

    /// The features of a token's form, in its line and its text.
    pub(super) fn frame(&self, at: usize) -> impl Iterator<Item = (View, u32)> {
        let (token, cue) = (&self.tokens[at], self.cues[at + 1]);
        let (written, language) = (token.is_written(), (self.language as u32) << 10);
        let [rule, shape, seen, line] = [token.rule, token.shape, self.seen[at], self.line[at]].map(u32::from);
        counting([
            (View::Shape, shape, true),
            (View::Cue, cue, true),
            (View::Rule, rule, rule != 0),
            (View::LanguageCue, language | cue, written),
            (View::LanguageShape, language | shape, written),
            (View::Seen, seen << 10 | cue, written && seen != 0),
            (View::Line, line << 10 | cue, written && line != 0),
        ])
    }

    #[inline(always)]
    fn three_cues(&self, at: usize) -> u32 {
        self.cues[at] << 20 | self.cues[at + 1] << 10 | self.cues[at + 2]
    }

    /// What the features of the cues around a token depend on.
    #[inline(always)]
    pub(super) fn cues_key(&self, at: usize) -> Key {
        (self.three_cues(at).into(), 0)
    }

    /// The features of the cues around a token.
    pub(super) fn cues(&self, at: usize) -> impl Iterator<Item = (View, u32)> {
        let all = self.three_cues(at);
        counting([(View::Cues, all & 0xf_ffff, true), (View::ThreeCues, all, true)])
    }

    /// The features of a token and its neighbors' words.
    #[inline(always)] // Of what the tagger does this is done most, and no word is met twice so often that it could be kept.
    pub(super) fn beside(&self, at: usize) -> impl Iterator<Item = (View, u32)> {
        let (token, cue, after) = (&self.tokens[at], self.cues[at + 1], self.cues[at + 2]);
        let before = at.checked_sub(1).map(|before| self.tokens[before].word);
        let (next, is_last) = self.tokens.get(at + 1).map_or((0, true), |next| (next.word, false));
        let around = before.unwrap_or(0).rotate_left(7) ^ next;
        counting([
            (View::WordCue, token.word.rotate_left(9) ^ after, true),
            (View::Words, token.word.rotate_left(5) ^ next, !is_last),
            (View::CueWord, next.rotate_left(9) ^ cue, !is_last),
            (View::Around, around.rotate_left(7) ^ cue, before.is_some() && token.is_written()),
        ])
    }
}

/// The numbers of those features that count.
#[inline(always)]
fn counting<const COUNT: usize>(features: [(View, u32, bool); COUNT]) -> impl Iterator<Item = (View, u32)> {
    features.into_iter().filter(|(.., counts)| *counts).map(|(view, value, _)| (view, key(view, value)))
}

/// Beyond the ends of the text.
const END: u32 = 0x3ff;

/// Case and lexicon in one number below 1023.
fn cue(token: &Token) -> u32 {
    match token.case {
        Case::Sign => 0x300 + (token.word & 0x7f),
        Case::Other if token.rule != 0 => 0x380 + u32::from(token.rule & 0x1f),
        Case::Lower | Case::Title | Case::Upper | Case::Mixed | Case::Letter | Case::Digits | Case::Other => {
            (token.case as u32) << 5 | u32::from(token.lexicon & LISTED)
        }
    }
}

/// The number of a feature: 28 bits.
#[inline(always)]
fn key(view: View, value: u32) -> u32 {
    let mixed = (value ^ (view as u32 + 1).wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b);
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0xc2b2_ae35);
    (mixed ^ mixed >> 13) & 0x0fff_ffff
}

/// Three sets of words, side by side, that may have a few words too many, the same ones everywhere.
struct Words(Box<[u64]>);

impl Words {
    fn new(tokens: usize) -> Self {
        Self(vec![0; 4 * (tokens / 4).next_power_of_two().max(4)].into())
    }

    /// Where a word stands: the place of its sets, and the bit in each of them.
    #[inline(always)]
    fn place(&self, word: u32) -> (usize, u32) {
        let mixed = word.wrapping_mul(0x9e37_79b1);
        ((mixed >> 12) as usize & (self.0.len() / 4 - 1), mixed >> 6 & 63)
    }

    /// Adds a word to some of the sets.
    #[inline(always)]
    fn add(&mut self, word: u32, [first, second, third]: [bool; 3]) {
        let (at, bit) = self.place(word);
        let [a, b, c, _] = &mut self.0.as_chunks_mut::<4>().0[at];
        *a |= u64::from(first) << bit;
        *b |= u64::from(second) << bit;
        *c |= u64::from(third) << bit;
    }

    /// Which of the sets have a word.
    #[inline(always)]
    fn which(&self, word: u32) -> [bool; 3] {
        let (at, bit) = self.place(word);
        let [a, b, c, _] = self.0.as_chunks::<4>().0[at];
        [a >> bit & 1 == 1, b >> bit & 1 == 1, c >> bit & 1 == 1]
    }
}

/// What the rest of the text says about each word. Bits rather than branches: no word says how the next one is written.
fn seen(tokens: &[Token]) -> Box<[u8]> {
    let mut words = Words::new(tokens.len());
    let mut starts = true;
    for token in tokens {
        let named = (token.rule == PERSON_RULE) & (token.end - token.start > 2);
        words.add(token.word, [token.case == Case::Lower, (token.case == Case::Title) & !starts, named]);
        starts = token.case == Case::Sign && !matches!(token.word, 0x2c | 0x27 | 0x28 | 0x40 | 0x2d);
    }
    let flags = |token: &Token| {
        let [lower, title, named] = words.which(token.word);
        let capital = matches!(token.case, Case::Title | Case::Upper);
        let [lower, title] = [lower & capital, title & (token.case == Case::Lower)];
        let flag = |is: bool, flag: u8| if is { flag } else { 0 };
        flag(lower, LOWER) | flag(title, TITLE) | flag(named & (token.rule != PERSON_RULE), NAMED)
    };
    tokens.iter().map(flags).collect()
}

/// Per token: 1 where its line has words and none in lower case, 2 where the text has no capital at all, else 0.
fn lines(tokens: &[Token]) -> Box<[u8]> {
    let capital = |token: &Token| matches!(token.case, Case::Title | Case::Upper | Case::Mixed);
    let mut out = Vec::with_capacity(tokens.len());
    let plain = if tokens.iter().any(capital) { 0 } else { 2 };
    for line in tokens.split_inclusive(|token| token.case == Case::Sign && matches!(token.word, 0x0a | 0x0d)) {
        let (mut upper, mut others) = (0, 0);
        for token in line {
            upper += usize::from(token.case == Case::Upper);
            others += usize::from(matches!(token.case, Case::Lower | Case::Title | Case::Mixed));
        }
        out.resize(out.len() + line.len(), if upper >= 2 && others == 0 { 1 } else { plain });
    }
    out.into()
}
