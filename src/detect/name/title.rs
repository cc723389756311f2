//! Job titles beside a name: `Nadia Kerr, head of sales`, `our CTO Emil`, `the product owner, Chiara`. Alone they are ordinary words.

use crate::detect::{Entity, Evidence, EvidenceKind, Finding, Score};
use crate::record::Span;

/// The titles beside these people.
pub(super) fn find(text: &str, people: &[Span]) -> Vec<Finding> {
    let mut titles = Vec::new();
    for person in people {
        for title in [before(text, person.start()), behind(text, person.end())].into_iter().flatten() {
            let Some(span) = Span::new(text, title.start..title.end) else { continue };
            let score = Score::new(60);
            let evidence = vec![Evidence::scored(EvidenceKind::Context, title.role, score)];
            let (entity, recognizer) = (Entity::JobTitle, "job-title-beside-name");
            titles.push(Finding { span, entity, score, recognizer, evidence, person: None });
        }
    }
    titles
}

/// A title's bytes, and the role in it as our list has it.
struct Title {
    start: usize,
    end: usize,
    role: &'static str,
}

/// The title right before a name: a role and what qualifies it, or `head of` something.
fn before(text: &str, name: usize) -> Option<Title> {
    let head = text[..name].strip_suffix(' ')?;
    let end = head.strip_suffix(',').unwrap_or(head).len();
    let mut start = end;
    let mut word = last_word(text, &mut start);
    let mut qualified = false;
    if listed(ROLES, word).is_none() && is_plain(word) {
        qualified = listed(OF, previous(text, &mut start)).is_some();
        word = if qualified { previous(text, &mut start) } else { "" };
    }
    let role = listed(ROLES, word)?;
    let mut at = start;
    while qualifies(previous(text, &mut at)) {
        (start, qualified) = (at, true);
    }
    (qualified || listed(SLIGHT, role).is_none()).then_some(Title { start, end, role })
}

/// The title right behind a name: behind a comma, a bracket or a dash.
fn behind(text: &str, end: usize) -> Option<Title> {
    let rest = text.get(end..)?;
    let joint = [", ", " (", " - ", " – ", "; "].into_iter().find(|joint| rest.starts_with(joint))?;
    let mut start = end + joint.len();
    let first = first_word(text, start);
    if listed(ARTICLES, first).is_some() {
        start += first.len() + 1;
    }
    let (mut at, mut qualified) = (start, false);
    loop {
        let word = first_word(text, at);
        at += word.len();
        if let Some(role) = listed(ROLES, word) {
            let more = of_what(text, at);
            let whole = qualified || more > at || listed(SLIGHT, role).is_none();
            return whole.then_some(Title { start, end: more, role });
        }
        if !qualifies(word) || !text[at..].starts_with(' ') {
            return None;
        }
        (at, qualified) = (at + 1, true);
    }
}

/// Where ` of customer` ends, or the place itself.
fn of_what(text: &str, at: usize) -> usize {
    let of = first_word(text, at + 1);
    let what = first_word(text, at + of.len() + 2);
    let joined = text[at..].starts_with(' ') && text.as_bytes().get(at + of.len() + 1) == Some(&b' ');
    if joined && listed(OF, of).is_some() && is_plain(what) { at + of.len() + 2 + what.len() } else { at }
}

/// The word that ends here; moves to its beginning.
fn last_word<'a>(text: &'a str, at: &mut usize) -> &'a str {
    let bytes = text.as_bytes()[..*at].iter().rev().take(LONGEST);
    let from = *at - bytes.take_while(|byte| is_letter(**byte)).count();
    let word = text.get(from..*at).unwrap_or("");
    *at -= word.len();
    word
}

/// The word before, behind one blank.
fn previous<'a>(text: &'a str, at: &mut usize) -> &'a str {
    if !text[..*at].ends_with(' ') {
        return "";
    }
    *at -= 1;
    last_word(text, at)
}

/// The word that begins here.
fn first_word(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes().get(at..).unwrap_or(&[]).iter().take(LONGEST);
    text.get(at..at + bytes.take_while(|byte| is_letter(**byte)).count()).unwrap_or("")
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}

fn is_plain(word: &str) -> bool {
    word.len() > 1
}

/// A word of a sorted list that this one is, in any case of letters.
fn listed(list: &[&'static str], word: &str) -> Option<&'static str> {
    let lower = word.to_lowercase();
    list.binary_search(&lower.as_str()).ok().map(|place| list[place])
}

fn qualifies(word: &str) -> bool {
    let short = (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    short || listed(QUALIFIERS, word).is_some()
}

/// The longest word of a title, in bytes.
const LONGEST: usize = 24;

#[rustfmt::skip]
const OF: &[&str] = &[
    "da", "de", "der", "des", "do", "du", "for", "of",
];
#[rustfmt::skip]
const ARTICLES: &[&str] = &[
    "a", "an", "el", "la", "le", "our", "the", "their", "unser", "unsere",
];

/// Roles that are ordinary words unless something stands with them.
#[rustfmt::skip]
const SLIGHT: &[&str] = &[
    "chair", "chief", "head", "lead", "leader", "member", "owner", "partner", "representative",
];

/// What people are, by profession or post.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "abogada", "abogado", "accountant", "administrator", "advogada", "advogado", "analyst", "architect", "attorney", "auditor",
    "berater", "beraterin", "ceo", "cfo", "chair", "chairman", "chairwoman", "chief", "cio", "ciso", "cmo", "consultant", "coo",
    "coordinator", "cto", "designer", "developer", "directeur", "director", "directora", "directrice", "diretor", "diretora",
    "engenheira", "engenheiro", "engineer", "entwickler", "entwicklerin", "founder", "gerente", "geschäftsführer",
    "geschäftsführerin", "head", "ingeniera", "ingeniero", "ingénieur", "ingénieure", "intern", "jefa", "jefe", "lawyer",
    "lead", "leader", "leiter", "leiterin", "librarian", "manager", "master", "member", "midwife", "nurse", "officer", "owner",
    "paramedic", "partner", "pharmacist", "physician", "planner", "president", "programmer", "psychologist", "recruiter",
    "representative", "responsable", "scientist", "secretary", "sekretärin", "specialist", "strategist", "supervisor",
    "surgeon", "teacher", "technician", "tester", "therapist", "translator", "treasurer", "vorstand", "vp", "webmaster",
];

/// What stands before a role.
#[rustfmt::skip]
const QUALIFIERS: &[&str] = &[
    "account", "acting", "administrative", "assistant", "associate", "backend", "board", "brand", "business", "chief", "cloud",
    "commercial", "community", "compliance", "content", "customer", "data", "delivery", "deputy", "design", "desk",
    "development", "devops", "digital", "engineering", "executive", "facility", "finance", "financial", "frontend", "general",
    "hr", "infrastructure", "interim", "junior", "lead", "legal", "logistics", "managing", "marketing", "medical", "network",
    "operations", "people", "platform", "principal", "privacy", "product", "production", "program", "project", "purchasing",
    "quality", "regional", "release", "research", "risk", "sales", "scrum", "security", "senior", "service", "site", "software",
    "staff", "strategy", "success", "supply", "support", "system", "systems", "team", "technical", "test", "training", "vice",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!([OF, ARTICLES, SLIGHT, ROLES, QUALIFIERS].iter().all(|list| list.is_sorted()));
    }

    fn titles(text: &str, name: &str) -> Vec<String> {
        let at = text.find(name).expect("in the text");
        let span = Span::new(text, at..at + name.len()).expect("inside");
        find(text, &[span]).iter().map(|finding| text[finding.span.range()].to_owned()).collect()
    }

    #[test]
    fn titles_stand_on_both_sides_of_a_name() {
        assert_eq!(titles("Nadia Kerr, head of sales, approved", "Nadia Kerr"), ["head of sales"]);
        assert_eq!(titles("our CTO Emil is informed", "Emil"), ["CTO"]);
        assert_eq!(titles("the product owner, Chiara Conti, wants it", "Chiara Conti"), ["product owner"]);
        assert_eq!(titles("Mia (senior QA engineer) said", "Mia"), ["senior QA engineer"]);
        assert_eq!(titles("the head of support Mia said", "Mia"), ["head of support"]);
        assert_eq!(titles("el director Javier firmó", "Javier"), ["director"]);
    }

    #[test]
    fn ordinary_words_beside_a_name_are_left() {
        for text in ["the owner Mia is out", "Mia, the lead is open", "the head, Mia", "Mia, please", "Mia\nmanager", "a. Mia"] {
            assert!(titles(text, "Mia").is_empty(), "{text}");
        }
    }
}
