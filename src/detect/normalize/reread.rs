//! What has a second reading: plain text in base64, an address with its signs in words, a value broken over a line end. Each
//! such part is read once more on its own, beside the plain reading and never instead of it.

use super::{View, fold::Fold};
use crate::detect::{EvidenceKind, Finding, Identifies, Score, entity::Entity};
use std::ops::Range;

/// How far around a sign a part reaches.
const REACH: usize = 80;

/// Adds what the second readings hold; `find` reads one.
pub(in crate::detect) fn reread(view: &View<'_>, findings: &mut Vec<Finding>, find: impl Fn(&View<'_>) -> Vec<Finding>) {
    let text = view.original;
    let mut added = Vec::new();
    let (mut done, mut ended) = (0, None);
    for &doubt in &view.doubts {
        if let Some(end) = line_end(text.as_bytes(), doubt) {
            let Some((part, piece, glue)) = wrapped(text, end).filter(|_| ended != Some(end)) else { continue };
            ended = Some(end);
            let inside = piece.clone();
            let reading = View::rewritten(text, part, Fold::LineWrap, &[(piece, glue)]);
            let spans = |finding: &Finding| finding.span.start() < inside.start && inside.end < finding.span.end();
            added.extend(find(&reading).into_iter().filter(|finding| spans(finding) && stays_whole(finding)));
        } else if doubt >= done {
            let (part, signs) = spelled(text, doubt);
            done = part.end;
            if signs.is_empty() {
                continue;
            }
            let reading = View::rewritten(text, part, Fold::Spelled, &signs);
            added.extend(find(&reading).into_iter().filter(|finding| is_normalized(finding) && is_mail(finding)));
        }
    }
    added.retain(|new| !findings.iter().any(|old| is_better(old, new)));
    for token in long_tokens(text.as_bytes()) {
        let Some(plain) = decoded(&text.as_bytes()[token.clone()]) else { continue };
        let reading = View::rewritten(text, token.clone(), Fold::Base64, &[(token, &plain)]);
        let tells = |finding: &Finding| matches!(finding.entity.row().identifies, Identifies::Direct | Identifies::Secret);
        added.extend(find(&reading).into_iter().filter(tells));
    }
    findings.append(&mut added);
}

fn is_mail(finding: &Finding) -> bool {
    finding.entity == Entity::EmailAddress
}

fn is_normalized(finding: &Finding) -> bool {
    finding.evidence.iter().any(|evidence| evidence.kind == EvidenceKind::Normalized)
}

fn is_checked(finding: &Finding) -> bool {
    finding.evidence.iter().any(|evidence| evidence.kind == EvidenceKind::Check)
}

/// Whether such a thing is believed over a line end: an address, or a number with a check digit or a country code.
fn stays_whole(finding: &Finding) -> bool {
    let numbered = matches!(finding.entity, Entity::CreditCard | Entity::IbanCode) && is_checked(finding);
    is_mail(finding) || numbered || finding.recognizer == "phone-international"
}

/// Whether the plain reading has something there already that the other reading must not displace.
fn is_better(old: &Finding, new: &Finding) -> bool {
    let same = old.entity == new.entity || new.entity == Entity::PhoneNumber;
    old.span.overlaps(new.span) && old.score >= Score::FAIR && same
}

/// Whether something at byte `at` has a second reading: a word for `.`, a bracket around a word for `@`, or a line end.
pub(super) fn is_doubtful(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'd' | b'D' | b'p' | b'P' => {
            let words = DOTS.iter().find(|word| starts_with(&bytes[at..], word));
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            words.is_some_and(|word| is_around(before) && is_around(bytes.get(at + word.len())))
        }
        b'(' | b'[' | b'{' | b'<' => sign(bytes, at).is_some(),
        _ => line_end(bytes, at).is_some_and(|end| gap(bytes, end).is_some()),
    }
}

/// The line end at byte `at` or right behind it.
fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b'\n', ..] => Some(at),
        [_, b'\n', ..] => Some(at + 1),
        [_, b'\r', b'\n', ..] => Some(at + 2),
        _ => None,
    }
}

/// Words for `.`, and words for `@`, in lower case.
const DOTS: [&str; 3] = ["dot", "punkt", "punto"];
const ATS: [&str; 5] = ["at", "ät", "arroba", "@", "a"];

/// Words behind which `at` is the preposition and a dot is a dot.
const ARTICLES: [&str; 9] = ["a", "an", "each", "every", "my", "our", "that", "the", "this"];

fn starts_with(bytes: &[u8], word: &str) -> bool {
    bytes.get(..word.len()).is_some_and(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether this may stand beside a sign in words.
fn is_around(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| b" _([{<)]}>".contains(byte))
}

/// A sign in words at byte `at`, with the blanks and brackets around it: where it ends, what it stands for, whether in brackets.
fn sign(bytes: &[u8], at: usize) -> Option<(usize, &'static str, bool)> {
    let blank = |from: usize| from + bytes[from..].iter().take(2).take_while(|byte| **byte == b' ').count();
    let mut here = blank(at);
    let open = bytes.get(here).and_then(|byte| b"([{<".iter().position(|open| open == byte));
    let joint = bytes.get(at).copied().filter(|byte| matches!(byte, b' ' | b'_'));
    here = if open.is_some() { blank(here + 1) } else { here.max(at + usize::from(joint == Some(b'_'))) };
    if open.is_none() && joint.is_none() {
        return None;
    }
    let rest = &bytes[here..];
    let word = |words: &[&'static str]| {
        words.iter().copied().find(|word| {
            let ends = !rest.get(word.len()).is_some_and(u8::is_ascii_alphanumeric);
            starts_with(rest, word) && ends && (open.is_some() || word.len() > 1)
        })
    };
    let (word, plain) = word(&ATS).map(|word| (word, "@")).or_else(|| word(&DOTS).map(|word| (word, ".")))?;
    here = blank(here + word.len());
    let Some(open) = open else {
        let joined = here > at && bytes[here - 1] == b' ' && joint == Some(b' ');
        let end = if joint == Some(b'_') && bytes.get(here) == Some(&b'_') { here + 1 } else { here };
        return (joined || end > here).then_some((end, plain, false));
    };
    (bytes.get(here) == Some(&b")]}>"[open])).then(|| (blank(here + 1), plain, true))
}

type Signs = Vec<(Range<usize>, &'static str)>;

/// The part of a line around byte `at`, and the signs in words in it.
fn spelled(text: &str, at: usize) -> (Range<usize>, Signs) {
    let part = part(text, at, at);
    let bytes = &text.as_bytes()[..part.end];
    let mut signs: Vec<(Range<usize>, &'static str, bool)> = Vec::new();
    let mut here = part.start + 1;
    while here < bytes.len() {
        let joins = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        match sign(bytes, here).filter(|(end, ..)| joins(bytes.get(here - 1)) && joins(bytes.get(*end))) {
            Some((end, plain, bracketed)) => {
                signs.push((here..end, plain, bracketed));
                here = end;
            }
            None => here += 1,
        }
    }
    let label = |range: Range<usize>| {
        let label = &bytes[range];
        let article = ARTICLES.iter().any(|article| label.eq_ignore_ascii_case(article.as_bytes()));
        !article && label.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
    };
    let believed = |index: usize| {
        let (range, plain, bracketed) = &signs[index];
        let next = signs.get(index + 1).is_some_and(|(next, plain, _)| *plain == "." && label(range.end..next.start));
        *plain == "." || *bracketed || next
    };
    let kept: Signs =
        (0..signs.len()).filter(|&index| believed(index)).map(|index| (signs[index].0.clone(), signs[index].1)).collect();
    (part, kept)
}

/// What lies around a stretch, up to a blank near [`REACH`] bytes away or the end of the line.
fn part(text: &str, from: usize, to: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let reach = &bytes[from.saturating_sub(REACH)..from];
    let line = reach.iter().rposition(|&byte| byte == b'\n').map(|end| end + 1);
    let blank = || reach.iter().position(u8::is_ascii_whitespace).map_or(0, |blank| blank + 1);
    let cut = if from > REACH { blank() } else { 0 };
    let mut start = from - reach.len() + line.unwrap_or(cut);
    let ahead = &bytes[to..(to + REACH).min(bytes.len())];
    let line = ahead.iter().position(|&byte| byte == b'\n');
    let blank = || ahead.iter().rposition(u8::is_ascii_whitespace).unwrap_or(ahead.len());
    let mut end = to + line.unwrap_or_else(|| if to + REACH < bytes.len() { blank() } else { ahead.len() });
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    start.min(from)..end.max(to)
}

/// The line end at byte `at` with the blanks and quotation marks around it, if a value may go on behind it, and what belongs there.
fn gap(bytes: &[u8], at: usize) -> Option<(Range<usize>, &'static str)> {
    let left = bytes[..at].iter().rposition(|byte| !b" \r".contains(byte))? + 1;
    let right = at + 1 + bytes[at + 1..].iter().take(16).position(|byte| !b" \t>|".contains(byte))?;
    let (last, first) = (bytes[left - 1], bytes[right]);
    let glue = match (last, first) {
        (b'0'..=b'9' | b'-', b'0'..=b'9' | b'-') => number_goes_on(&bytes[..left], &bytes[right..])?,
        (b'@', _) if first.is_ascii_alphanumeric() => {
            left.checked_sub(2).filter(|&at| bytes[at].is_ascii_alphanumeric()).map(|_| "")?
        }
        (_, b'@') if last.is_ascii_alphanumeric() => {
            bytes.get(right + 1).filter(|next| next.is_ascii_alphanumeric()).map(|_| "")?
        }
        (b'.' | b'-', b'a'..=b'z') | (b'a'..=b'z' | b'0'..=b'9', b'.') => token_holds_at(&bytes[..left]).then_some("")?,
        _ => return None,
    };
    Some((left..right, glue))
}

fn token_holds_at(before: &[u8]) -> bool {
    before.iter().rev().take(REACH).take_while(|byte| !byte.is_ascii_whitespace()).any(|&byte| byte == b'@')
}

/// Whether the digits before and behind can be one card, account or telephone number, and what joins them.
fn number_goes_on(before: &[u8], behind: &[u8]) -> Option<&'static str> {
    let belongs = |byte: &&u8| byte.is_ascii_digit() || matches!(**byte, b' ' | b'-');
    let run = |digits: &mut dyn Iterator<Item = &u8>| {
        let run: Vec<u8> = digits.take(REACH).take_while(belongs).copied().collect();
        let count = run.iter().filter(|byte| byte.is_ascii_digit()).count();
        let group = run.iter().take_while(|byte| byte.is_ascii_digit()).count();
        (count, group, run.len() > group)
    };
    let (left, last, left_grouped) = run(&mut before.iter().rev());
    let (right, first, right_grouped) = run(&mut behind.iter());
    let plausible = left >= 2 && right >= 1 && (10..=34).contains(&(left + right));
    let cut = !(left_grouped || right_grouped) || last + first == 4;
    plausible.then_some(if cut { "" } else { " " })
}

/// A line end inside a value: the part to read, what to replace, and by what.
fn wrapped(text: &str, at: usize) -> Option<(Range<usize>, Range<usize>, &'static str)> {
    let (piece, glue) = gap(text.as_bytes(), at)?;
    Some((part(text, piece.start, piece.end), piece, glue))
}

/// The shortest token that is decoded: twelve bytes.
const TOKEN: usize = 16;

/// Runs of base64's letters, at least [`TOKEN`] long, with their padding. Looks at one byte in [`TOKEN`] where words are short.
fn long_tokens(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let probe = at + TOKEN - 1;
            if probe >= bytes.len() {
                return None;
            }
            let back = bytes[at..=probe].iter().rposition(|&byte| sextet(byte).is_none());
            let Some(gap) = back else {
                let end = probe + bytes[probe..].iter().position(|&byte| sextet(byte).is_none()).unwrap_or(bytes.len() - probe);
                let start = at;
                at = end;
                let padding = bytes[end..].iter().take(2).take_while(|byte| **byte == b'=').count();
                return Some(start..end + padding);
            };
            at += gap + 1;
        }
    })
}

/// The value of a letter in either alphabet of RFC 4648.
fn sextet(byte: u8) -> Option<u8> {
    let value = SEXTETS[usize::from(byte)];
    (value != NO_SEXTET).then_some(value)
}

const NO_SEXTET: u8 = 64;

/// By byte, because every word of a text is looked at.
static SEXTETS: [u8; 256] = {
    let mut table = [NO_SEXTET; 256];
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut value = 0;
    while value < alphabet.len() {
        table[alphabet[value] as usize] = value as u8;
        value += 1;
    }
    table[b'-' as usize] = 62;
    table[b'_' as usize] = 63;
    table
};

/// What a token says, if it is plain text. Gives up at the first byte that no text has.
fn decoded(token: &[u8]) -> Option<String> {
    let mut plain = Vec::new();
    let (mut bits, mut held) = (0u32, 0);
    for sextet in token.iter().map_while(|&byte| sextet(byte)) {
        bits = bits << 6 | u32::from(sextet);
        held += 6;
        if held >= 8 {
            held -= 8;
            let byte = (bits >> held) as u8;
            if byte < b' ' && !b"\t\n\r".contains(&byte) || byte == 0x7f {
                return None;
            }
            plain.push(byte);
        }
    }
    match std::str::from_utf8(&plain) {
        Ok(text) => Some(text.to_owned()),
        Err(error) if error.error_len().is_none() => Some(String::from_utf8_lossy(&plain[..error.valid_up_to()]).into_owned()),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_found_wherever_they_stand() {
        for before in 0..40 {
            let text = format!("{} bWlhQGV4YW1wbGUub3Jn, and", "x ".repeat(before));
            let found: Vec<Range<usize>> = long_tokens(text.as_bytes()).collect();
            assert_eq!(found, vec![before * 2 + 1..before * 2 + 21], "{before}");
            assert_eq!(decoded(&text.as_bytes()[found[0].clone()]).as_deref(), Some("mia@example.org"));
        }
        assert_eq!(decoded(b"/usr/local/share/doc"), None);
    }

    #[test]
    fn parts_end_at_the_line() {
        let text = "above\nmia at example dot org, says she\nbelow";
        assert_eq!(&text[part(text, 22, 22)], "mia at example dot org, says she");
        let long = "é".repeat(200);
        assert!(long.get(part(&long, 200, 202)).is_some());
    }
}
