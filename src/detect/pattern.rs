//! [`Pattern`]: an expression that a policy brings along, compiled within limits and matched in linear time.
//!
//! The built-in rows are automata made at compile time; what an admin writes goes through `regex-lite`, whose simulation reads
//! each byte once for each state, whatever the expression. Alone in a module it takes 24 KB (brotli 11); with one expression a
//! text of ordinary words passes at 35 MB/s, natively.

use regex_lite::{Regex, RegexBuilder};
use serde::{Serialize, Serializer};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// An expression in the syntax of the crate `regex`, without Unicode classes. Two are equal if they are written alike.
#[derive(Clone, Debug)]
pub struct Pattern(Arc<Compiled>);

#[derive(Debug)]
struct Compiled {
    source: String,
    regex: Regex,
}

/// What is wrong with an expression, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// In UTF-16 code units of the expression: the place from which on it cannot be right.
    pub offset: usize,
    /// What is wrong there; never a part of the expression.
    pub what: String,
}

impl Pattern {
    /// No expression is longer, in bytes.
    pub const LONGEST: usize = 512;
    /// Bytes that a compiled expression may take: some hundred states.
    const SIZE: usize = 1 << 15;
    /// How deep its groups may nest.
    const DEPTH: u32 = 16;
    /// The search looks this many bytes ahead of where it stands, so that a value that never comes is not looked for up to the
    /// end of the text again and again.
    const WINDOW: usize = 1024;
    /// The part of the window in which a value must begin for the rest to be enough of it.
    const STRIDE: usize = 768;

    /// Compiles an expression.
    ///
    /// # Errors
    /// [`Fault`]: it is too long or too big, is no expression, or finds the empty text.
    pub fn try_new(source: &str) -> Result<Self, Fault> {
        let fault = |offset: usize, what: &str| Fault { offset: units(&source[..offset]), what: what.to_owned() };
        if source.len() > Self::LONGEST {
            let end = (0..=Self::LONGEST).rev().find(|&at| source.is_char_boundary(at)).unwrap_or(0);
            return Err(fault(end, &format!("is longer than {} bytes", Self::LONGEST)));
        }
        let regex = compile(source).map_err(|what| fault(culprit(source, &what), &what))?;
        match regex.is_match("") {
            true => Err(fault(0, "finds the empty text")),
            false => Ok(Self(Arc::new(Compiled { source: source.to_owned(), regex }))),
        }
    }

    /// As it was written.
    pub fn source(&self) -> &str {
        &self.0.source
    }

    /// Tells `found` every place where it stands in a text, in order, none overlapping another. A value that is longer than the
    /// window is told in pieces.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(Range<usize>)) {
        let mut at = 0;
        while at < text.len() {
            let end = floor(text, at + Self::WINDOW);
            let stride = floor(text, at + Self::STRIDE);
            match self.0.regex.find_at(&text[..end], at) {
                None => at = if end == text.len() { end } else { stride },
                // What begins late, or touches the end of the window, gets a window of its own.
                Some(value) if value.start() > at && end < text.len() && (value.start() >= stride || value.end() == end) => {
                    at = value.start();
                }
                Some(value) if value.is_empty() => at = after(text, value.end()),
                Some(value) => {
                    found(value.range());
                    at = value.end();
                }
            }
        }
    }
}

fn compile(source: &str) -> Result<Regex, String> {
    let mut builder = RegexBuilder::new(source);
    builder.size_limit(Pattern::SIZE).nest_limit(Pattern::DEPTH).build().map_err(|error| error.to_string())
}

/// Where the fault comes in: the end of the longest beginning that does not have it. `regex-lite` does not say.
fn culprit(source: &str, what: &str) -> usize {
    let ends = source.char_indices().rev().map(|(at, c)| (at, at + c.len_utf8()));
    let faulty = ends.take_while(|&(_, end)| compile(&source[..end]).is_err_and(|other| other == what));
    faulty.last().map_or(0, |(at, _)| at)
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn after(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(1, char::len_utf8)
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.0.source == other.0.source
    }
}

impl Eq for Pattern {}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.source())
    }
}

/// The expressions that are compiled already, by how they are written: a policy that changes elsewhere finds them here.
#[derive(Debug, Default)]
pub struct Patterns(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    patterns: Vec<Pattern>,
    compiled: usize,
}

impl Patterns {
    /// More than one policy can hold; beyond it the store begins anew.
    const MOST: usize = 512;

    /// The expression, compiled now or before.
    ///
    /// # Errors
    /// As for [`Pattern::try_new`].
    pub fn get(&self, source: &str) -> Result<Pattern, Fault> {
        let mut known = self.known();
        if let Some(pattern) = known.patterns.iter().find(|pattern| pattern.source() == source) {
            return Ok(pattern.clone());
        }
        let pattern = Pattern::try_new(source)?;
        if known.patterns.len() >= Self::MOST {
            known.patterns.clear();
        }
        known.compiled += 1;
        known.patterns.push(pattern.clone());
        Ok(pattern)
    }

    /// How many were compiled so far.
    pub fn compiled(&self) -> usize {
        self.known().compiled
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(pattern: &str, text: &str) -> Vec<Range<usize>> {
        let mut all = Vec::new();
        Pattern::try_new(pattern).expect("a pattern").each(text, |range| all.push(range));
        all
    }

    #[test]
    fn a_fault_is_said_with_its_place() {
        for (pattern, offset) in
            [("ab(cd", 2), ("a)b", 1), ("*a", 0), ("x{5,2}y", 5), ("é[z-a]q", 4), ("😀\\p{L}", 3), ("(a|b)(?=x)", 7), ("a*", 0)]
        {
            let fault = Pattern::try_new(pattern).expect_err(pattern);
            assert_eq!(fault.offset, offset, "{pattern}: {}", fault.what);
        }
        assert_eq!(Pattern::try_new(&"a".repeat(513)).unwrap_err().offset, 512);
        assert!(Pattern::try_new("(?:(?:[a-z]{60}){60}){60}").unwrap_err().what.contains("limit"));
    }

    #[test]
    fn windows_change_nothing_for_values_that_fit_in_them() {
        let filler = "é".repeat(700);
        let text = format!("{filler}AB-12{filler}AB-345 AB-6{filler}");
        let found = all(r"\bAB-\d+\b", &text.replace('é', " "));
        assert_eq!(found, [700..705, 1405..1411, 1412..1416]);
        assert_eq!(all(r"AB-\d+", &text).len(), 3);
        // Not the window's end but the text's.
        assert_eq!(all("a$", &format!("{}a", "a".repeat(3000).replace("aaaa", "aab "))).len(), 1);
        let covered: usize = all("a+", &"a".repeat(5000)).into_iter().map(|range| range.len()).sum();
        assert_eq!(covered, 5000);
    }

    #[test]
    fn a_store_compiles_each_once() {
        let store = Patterns::default();
        assert_eq!(store.get("a").unwrap(), store.get("a").unwrap());
        assert!(store.get("(").is_err() && store.get("b").is_ok());
        assert_eq!(store.compiled(), 2);
    }
}
