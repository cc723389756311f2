//! Names in Han signs: a family name and a given name of the lexicon side by side (`山田太郎`, `佐藤 花子`), or a family name
//! before what people are addressed with (`佐藤様`). Nothing is spaced there, so the tagger's tokens say little.

use super::lexicon::{GIVEN, Lexicon, SURNAME};
use super::token;
use crate::detect::{Entity, Evidence, EvidenceKind, Finding, Score};
use crate::record::Span;

/// Bytes of one sign.
const SIGN: usize = 3;
/// Signs of a family name or a given name at most.
const SIGNS: usize = 3;

/// What follows a name when somebody is spoken of or to.
const ADDRESSED: &[&str] =
    &["様", "さん", "氏", "先生", "選手", "監督", "議員", "教授", "社長", "部長", "課長", "君", "くん", "ちゃん", "殿"];

/// The names in a text.
pub(super) fn find(text: &str, lexicon: &Lexicon, findings: &mut Vec<Finding>) {
    if text.is_ascii() {
        return;
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| matches!(byte, 0xe4..=0xe9))) {
        at += next;
        let Some((end, given)) = (1..=signs(bytes, at)).rev().find_map(|length| name(text, lexicon, at, length)) else {
            at += SIGN;
            continue;
        };
        let Some(span) = Span::new(text, at..end) else { return };
        let mut evidence = vec![Evidence::new(EvidenceKind::Lexicon, "surname")];
        evidence.extend(given.then(|| Evidence::new(EvidenceKind::Lexicon, "given-name")));
        let (entity, recognizer) = (Entity::Person, "listed-person");
        findings.push(Finding { span, entity, score: Score::new(60), recognizer, evidence, person: None });
        at = end;
    }
}

/// Where a name ends whose family name has so many signs, and whether a given name belongs to it.
fn name(text: &str, lexicon: &Lexicon, at: usize, length: usize) -> Option<(usize, bool)> {
    let listed = |from: usize, to: usize, class: u8| {
        text.get(from..to).is_some_and(|word| lexicon.classes(token::hash(word.as_bytes())) & class != 0)
    };
    let end = at + length * SIGN;
    if !listed(at, end, SURNAME) {
        return None;
    }
    let rest = text.get(end..)?;
    let behind = rest.strip_prefix([' ', '\u{3000}']).unwrap_or(rest);
    let given = text.len() - behind.len();
    // One sign and one more are any word.
    let longest = (1..=signs(text.as_bytes(), given)).rev().filter(|more| length + more > 2);
    let whole = longest.map(|more| given + more * SIGN).find(|&to| listed(given, to, GIVEN));
    let addressed = length > 1 && ADDRESSED.iter().any(|word| rest.trim_start_matches(['」', '』', '）']).starts_with(word));
    whole.map(|to| (to, true)).or(addressed.then_some((end, false)))
}

/// How many signs stand in a row, as many as a name can have at most.
fn signs(bytes: &[u8], at: usize) -> usize {
    let is_sign = |sign: &[u8]| (0xe4..=0xe9).contains(&sign[0]) || sign == "々".as_bytes();
    bytes.get(at..).map_or(0, |rest| rest.chunks_exact(SIGN).take(SIGNS).take_while(|sign| is_sign(sign)).count())
}
