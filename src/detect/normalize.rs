//! [`View`]: the text as it is matched. Invisible characters are gone, full-width and look-alike signs are plain, Markdown's
//! escapes and an encoded `@` are undone; the case stays. Findings are cut on the original.

use super::{Evidence, EvidenceKind};
use crate::order::distinct;
use crate::record::Span;
use std::borrow::Cow;

/// A text and its folded form. Where nothing needs folding, both are the same bytes.
#[derive(Debug)]
pub(super) struct View<'a> {
    text: Cow<'a, str>,
    original: &'a str,
    changes: Vec<Change>,
}

/// A stretch that folding changed: what it was in the original and what it is in the folded text.
#[derive(Clone, Copy, Debug)]
struct Change {
    folded: usize,
    folded_length: usize,
    original: usize,
    original_length: usize,
    fold: Fold,
}

/// What folding can undo.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fold {
    Escape,
    Percent,
    Invisible,
    FullWidth,
    Lookalike,
}

impl Fold {
    /// As the evidence names it.
    fn id(self) -> &'static str {
        match self {
            Self::Escape => "markdown-escape",
            Self::Percent => "percent-encoding",
            Self::Invisible => "invisible-character",
            Self::FullWidth => "full-width",
            Self::Lookalike => "look-alike",
        }
    }
}

impl<'a> View<'a> {
    /// Folds a text; borrows it where that changes nothing.
    pub(super) fn new(original: &'a str) -> Self {
        let mut view = Self { text: Cow::Borrowed(original), original, changes: Vec::new() };
        if original.bytes().any(|byte| SUSPECT[usize::from(byte)]) {
            view.fold();
        }
        view
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a span of the folded text stands in the original: what was removed inside it belongs to it, what was removed
    /// beside it does not.
    pub(super) fn original(&self, span: Span) -> Option<Span> {
        if self.changes.is_empty() {
            return Some(span);
        }
        let start = self.changes.partition_point(|change| change.folded + change.folded_length <= span.start());
        let end = self.changes.partition_point(|change| change.folded < span.end());
        let shifted = |changes: &[Change], at: usize| match changes.last() {
            Some(last) => last.original + last.original_length + (at - last.folded - last.folded_length),
            None => at,
        };
        let range = shifted(&self.changes[..start], span.start())..shifted(&self.changes[..end], span.end());
        Span::new(self.original, range)
    }

    /// A part of the original without the white space around it; none if nothing else is in it.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Option<Span> {
        part(self.original, range)
    }

    /// What was undone inside a span of the folded text.
    pub(super) fn evidence(&self, span: Span) -> Vec<Evidence> {
        let first = self.changes.partition_point(|change| change.folded + change.folded_length <= span.start());
        let inside = self.changes[first..].iter().take_while(|change| change.folded < span.end());
        let kinds = inside.map(|change| change.fold.id()).collect();
        distinct::<&str>(kinds).into_iter().map(|kind| Evidence::new(EvidenceKind::Normalized, kind)).collect()
    }

    fn fold(&mut self) {
        let mut folded = String::with_capacity(self.original.len());
        let mut copied = 0;
        for (at, c) in self.original.char_indices().filter(|(_, c)| SUSPECT[usize::from(first_byte(*c))]) {
            let Some((fold, plain)) = fold_of(self.original, at, c) else { continue };
            let length = if fold == Fold::Percent { ENCODED } else { c.len_utf8() };
            folded.push_str(&self.original[copied..at]);
            copied = at + length;
            let change = Change {
                folded: folded.len(),
                folded_length: plain.map_or(0, char::len_utf8),
                original: at,
                original_length: length,
                fold,
            };
            self.changes.push(change);
            folded.extend(plain);
        }
        if !self.changes.is_empty() {
            folded.push_str(&self.original[copied..]);
            self.text = Cow::Owned(folded);
        }
    }
}

/// A part of a text without the white space around it; none if nothing else is in it.
pub(super) fn part(text: &str, range: std::ops::Range<usize>) -> Option<Span> {
    let inside = text.get(range.clone())?;
    let start = range.start + (inside.len() - inside.trim_start().len());
    Span::new(text, start..start + inside.trim().len())
}

/// Bytes with which something to fold can begin.
static SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = [b'\\', b'%', 0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

/// Bytes of a percent-encoded sign, as `%40` (RFC 3986, section 2.1).
const ENCODED: usize = 3;

fn first_byte(c: char) -> u8 {
    let mut buffer = [0; 4];
    c.encode_utf8(&mut buffer).as_bytes()[0]
}

fn fold_of(text: &str, at: usize, c: char) -> Option<(Fold, Option<char>)> {
    let plain = |c: u32| char::from_u32(c);
    match c {
        '%' if text[at..].starts_with("%40") => Some((Fold::Percent, Some('@'))),
        '\\' => is_escape(text.as_bytes(), at).then_some((Fold::Escape, None)),
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {
            Some((Fold::Invisible, None))
        }
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => Some((Fold::Invisible, None)),
        '\u{ff01}'..='\u{ff5e}' => Some((Fold::FullWidth, plain(u32::from(c) - 0xfee0))),
        '\u{3000}' => Some((Fold::FullWidth, Some(' '))),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some((Fold::Lookalike, Some(' '))),
        '\u{2010}'..='\u{2013}' | '\u{2212}' => Some((Fold::Lookalike, Some('-'))),
        _ => None,
    }
}

/// Whether a backslash escapes a sign as Markdown does, and is not a separator in a Windows path.
fn is_escape(bytes: &[u8], at: usize) -> bool {
    let escapes = bytes.get(at + 1).is_some_and(|next| b"@._-:+~[]()#&=".contains(next));
    let reach = &bytes[at.saturating_sub(64)..at];
    let token = reach.iter().rposition(u8::is_ascii_whitespace).map_or(reach, |space| &reach[space + 1..]);
    let separates = |pair: &[u8]| pair[0] == b'\\' && (pair[1].is_ascii_alphanumeric() || pair[1] == b'\\');
    escapes && !token.windows(2).any(separates) && !token.ends_with(b"\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(original: &str, needle: &str) -> String {
        let view = View::new(original);
        let at = view.text().find(needle).expect("the folded text has it");
        let span = Span::new(view.text(), at..at + needle.len()).expect("a span");
        original[view.original(span).expect("inside").range()].to_owned()
    }

    #[test]
    fn cuts_include_what_was_removed_inside_and_nothing_beside() {
        assert_eq!(cut(r"to \<mia\@example\.org\>", "mia@example.org"), r"mia\@example\.org");
        assert_eq!(cut("a\u{200b}M\u{ad}ia\u{200b} b", "Mia"), "M\u{ad}ia");
        assert_eq!(cut("４１５ x", "415"), "４１５");
        assert_eq!(cut(r"\_mia", "_mia"), "_mia");
        assert_eq!(cut("?to=mia%40example.org&x=1", "mia@example.org"), "mia%40example.org");
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(View::new("Grüße aus Köln 😀").text, Cow::Borrowed(_)));
        assert!(matches!(View::new(r"C:\Users\mia\.ssh").text, Cow::Borrowed(_)));
    }
}
