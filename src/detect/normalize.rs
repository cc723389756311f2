//! [`View`]: the text as it is matched. Invisible characters are gone, full-width and look-alike signs are plain, the escapes of
//! Markdown, HTML, JSON, mail and web addresses are undone; the case stays. Findings are cut on the original.
//!
//! One pass looks two bytes up in two tables and leaves its fast loop only where both agree; a text with nothing to fold is
//! borrowed. What has more than one reading (base64, `at … dot`, a value broken over a line end) stays as it is here and is
//! read once more by `reread`.

mod fold;
mod letter;
mod reread;

pub(super) use reread::reread;

use super::{Evidence, EvidenceKind};
use crate::order::distinct;
use crate::record::Span;
use fold::Fold;
use std::borrow::Cow;

/// A text and its folded form. Where nothing needs folding, both are the same bytes.
#[derive(Debug)]
pub(super) struct View<'a> {
    text: Cow<'a, str>,
    original: &'a str,
    changes: Vec<Change>,
    doubts: Vec<usize>,
}

/// One way to read a text.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    /// What is read.
    pub(super) text: &'a str,
    view: Option<&'a View<'a>>,
}

impl Reading<'_> {
    /// Where a span of the reading stands in what is written.
    pub(super) fn original(&self, span: Span) -> Option<Span> {
        self.view.map_or(Some(span), |view| view.original(span))
    }
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

impl Change {
    fn folded_end(&self) -> usize {
        self.folded + self.folded_length
    }

    fn original_end(&self) -> usize {
        self.original + self.original_length
    }
}

impl<'a> View<'a> {
    /// Folds a text; borrows it where that changes nothing.
    pub(super) fn new(original: &'a str) -> Self {
        let mut folded = String::new();
        let mut view = Self { text: Cow::Borrowed(original), original, changes: Vec::new(), doubts: Vec::new() };
        let (mut at, mut copied) = (0, 0);
        while let Some(suspect) = fold::suspect(original.as_bytes(), at) {
            at = suspect + 1;
            if let Some((fold, length, plain)) = fold::at(original, suspect) {
                folded.push_str(&original[copied..suspect]);
                view.change(fold, suspect..suspect + length, &mut folded, plain.as_str());
                at = suspect + length;
                copied = at;
            } else if reread::is_doubtful(original.as_bytes(), suspect) {
                view.doubts.push(suspect);
            }
        }
        view.adopt(folded, copied..original.len());
        view
    }

    /// Another reading of a part of a text: `pieces` are replaced, the rest of the part stands as it is.
    fn rewritten(original: &'a str, part: std::ops::Range<usize>, fold: Fold, pieces: &[(std::ops::Range<usize>, &str)]) -> Self {
        let mut folded = String::new();
        let mut view = Self { text: Cow::Borrowed(""), original, changes: Vec::new(), doubts: Vec::new() };
        view.change(fold, 0..part.start, &mut folded, "");
        let mut copied = part.start;
        for (range, plain) in pieces {
            folded.push_str(&original[copied..range.start]);
            view.change(fold, range.clone(), &mut folded, plain);
            copied = range.end;
        }
        view.adopt(folded, copied..part.end);
        view
    }

    /// Notes that a stretch of the original reads otherwise.
    fn change(&mut self, fold: Fold, range: std::ops::Range<usize>, folded: &mut String, plain: &str) {
        self.changes.push(Change {
            folded: folded.len(),
            folded_length: plain.len(),
            original: range.start,
            original_length: range.len(),
            fold,
        });
        folded.push_str(plain);
    }

    /// Takes the folded text, with what is left of the original behind it.
    fn adopt(&mut self, mut folded: String, rest: std::ops::Range<usize>) {
        if !self.changes.is_empty() {
            folded.push_str(&self.original[rest]);
            self.text = Cow::Owned(folded);
        }
    }

    /// The text as it is written.
    pub(super) fn original_text(&self) -> &str {
        self.original
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a span of the folded text stands in the original: what was removed inside it belongs to it, what was removed
    /// beside it does not, and a stretch of which it holds a part belongs to it as a whole.
    pub(super) fn original(&self, span: Span) -> Option<Span> {
        let (first, behind) = self.touched(span);
        let shifted =
            |changes: &[Change], at: usize| changes.last().map_or(at, |last| last.original_end() + at - last.folded_end());
        let start = match self.changes.get(first) {
            Some(change) if change.folded < span.start() => change.original,
            _ => shifted(&self.changes[..first], span.start()),
        };
        let end = match self.changes[..behind].last() {
            Some(change) if change.folded_end() > span.end() => change.original_end(),
            _ => shifted(&self.changes[..behind], span.end()),
        };
        Span::new(self.original, start..end)
    }

    /// A part of the original without the white space around it; none if nothing else is in it.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Option<Span> {
        part(self.original, range)
    }

    /// Both readings of the text: folded, and as it is written where that is another.
    pub(super) fn readings(&self) -> impl Iterator<Item = Reading<'_>> {
        let written = (!self.changes.is_empty()).then_some(Reading { text: self.original, view: None });
        std::iter::once(Reading { text: &self.text, view: Some(self) }).chain(written)
    }

    /// What was undone inside a span of the folded text.
    pub(super) fn evidence(&self, span: Span) -> Vec<Evidence> {
        let (first, behind) = self.touched(span);
        let kinds = self.changes[first..behind.max(first)].iter().map(|change| change.fold.id()).collect();
        distinct::<&str>(kinds).into_iter().map(|kind| Evidence::new(EvidenceKind::Normalized, kind)).collect()
    }

    /// The first change that reaches into a span, and the first behind it.
    fn touched(&self, span: Span) -> (usize, usize) {
        let first = self.changes.partition_point(|change| change.folded_end() <= span.start());
        (first, self.changes.partition_point(|change| change.folded < span.end()))
    }
}

/// A part of a text without the white space around it; none if nothing else is in it.
pub(super) fn part(text: &str, range: std::ops::Range<usize>) -> Option<Span> {
    let inside = text.get(range.clone())?;
    let start = range.start + (inside.len() - inside.trim_start().len());
    Span::new(text, start..start + inside.trim().len())
}

#[cfg(test)]
mod tests;
