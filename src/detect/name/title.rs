//! Job titles beside a name: `Nadia Kerr, head of sales`, `our CTO Emil`, `the product owner, Chiara`. Alone they are ordinary words.

use crate::detect::{Entity, Evidence, EvidenceKind, Finding, Score};
use crate::record::Span;

/// The titles beside these people.
pub(super) fn find(text: &str, people: &[Span]) -> Vec<Finding> {
    let beside = people.iter().flat_map(|person| [before(text, person.start()), behind(text, person.end())]);
    beside.flatten().filter_map(|(range, role)| finding(Span::new(text, range)?, role)).collect()
}

fn finding(span: Span, role: &'static str) -> Option<Finding> {
    let score = Score::new(60);
    let evidence = vec![Evidence::scored(EvidenceKind::Context, role, score)];
    Some(Finding { span, entity: Entity::JobTitle, score, recognizer: "job-title-beside-name", evidence, person: None })
}

/// How far from the name a title is looked for, in bytes.
const NEAR: usize = 80;

type Title = (std::ops::Range<usize>, &'static str);

/// The title right before a name: a role and what qualifies it, or `head of` something.
fn before(text: &str, name: usize) -> Option<Title> {
    let head = text[..name].strip_suffix(' ')?;
    let from = (head.len().saturating_sub(NEAR)..=head.len()).find(|&at| head.is_char_boundary(at))?;
    let head = &head[from..];
    let head = head.strip_suffix(',').unwrap_or(head);
    let end = from + head.len();
    let mut words = head.rsplit(' ').take(5).scan(end + 1, |at, word| {
        *at -= word.len() + 1;
        Some((*at, word))
    });
    let (mut start, nearest) = words.next()?;
    let mut rest = words.clone();
    let (role, mut qualified) = match role(nearest) {
        Some(role) => (role, !SLIGHT.contains(&role)),
        None => {
            let of = rest.next().is_some_and(|(_, word)| OF.contains(&word)) && is_plain(nearest);
            let (at, word) = rest.next().filter(|_| of)?;
            (start, words) = (at, rest);
            (self::role(word)?, true)
        }
    };
    for (at, _) in words.take_while(|(_, word)| qualifies(word)) {
        (start, qualified) = (at, true);
    }
    qualified.then_some((start..end, role))
}

/// The title right behind a name: behind a comma, a bracket or a dash.
fn behind(text: &str, end: usize) -> Option<Title> {
    let to = (end..=(end + NEAR).min(text.len())).rev().find(|&at| text.is_char_boundary(at))?;
    let text = &text[..to];
    let rest = text.get(end..)?;
    let rest = [", ", " (", " - ", " – ", "; "].iter().find_map(|joint| rest.strip_prefix(joint))?;
    let rest = ARTICLES.iter().find_map(|article| rest.strip_prefix(article)).unwrap_or(rest);
    let start = text.len() - rest.len();
    let (mut at, mut qualified) = (start, false);
    for piece in rest.split([' ', '\n']).take(5) {
        let word = piece.trim_end_matches([',', '.', ';', ')', ':']);
        let closed = word.len() < piece.len();
        at += word.len();
        if let Some(role) = role(word) {
            let more = if closed { None } else { of_what(&text[at..]) };
            let whole = qualified || more.is_some() || !SLIGHT.contains(&role);
            return whole.then_some((start..at + more.unwrap_or(0), role));
        }
        if closed || !qualifies(word) {
            return None;
        }
        qualified = true;
        at += 1;
    }
    None
}

/// How long ` of customer support` is.
fn of_what(rest: &str) -> Option<usize> {
    let behind = OF.iter().find_map(|of| rest.strip_prefix(' ')?.strip_prefix(of)?.strip_prefix(' '))?;
    let word = behind.split(|c: char| !c.is_alphanumeric()).next().filter(|word| is_plain(word))?;
    Some(rest.len() - behind.len() + word.len())
}

fn is_plain(word: &str) -> bool {
    word.len() > 1 && word.chars().all(char::is_alphabetic)
}

fn role(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    ROLES.binary_search(&word.as_str()).ok().map(|at| ROLES[at])
}

fn qualifies(word: &str) -> bool {
    let short = (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    short || QUALIFIERS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

const OF: &[&str] = &["of", "for", "de", "der", "des", "da", "do", "du"];
const ARTICLES: &[&str] = &["the ", "our ", "a ", "an ", "their ", "la ", "le ", "el ", "unser ", "unsere "];

/// Roles that are ordinary words unless something stands with them.
const SLIGHT: &[&str] = &["chair", "chief", "head", "lead", "leader", "member", "owner", "partner", "representative"];

/// What people are, by profession or post. Sorted.
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

/// What stands before a role. Sorted.
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

    fn titles(text: &str, name: &str) -> Vec<String> {
        let at = text.find(name).expect("in the text");
        let span = Span::new(text, at..at + name.len()).expect("inside");
        find(text, &[span]).iter().map(|finding| text[finding.span.range()].to_owned()).collect()
    }

    #[test]
    fn lists_are_sorted() {
        assert!(ROLES.is_sorted() && QUALIFIERS.is_sorted());
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
