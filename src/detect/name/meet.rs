//! People whom a text names and no typed field knows: once one mention is certain enough, the others are searched for.

use super::People;
use super::fold::{Style, fold};
use super::ordinary::{Weight, weigh};
use crate::detect::{Entity, Finding, edge::is_unspaced};
use crate::record::Person;

/// The least score from which a name of several words is searched for elsewhere.
const SEVERAL: u8 = 60;
/// The same for a single word.
const SINGLE: u8 = 75;

/// The score above which the name of an account is one by its place.
const PLACED: u8 = 85;

/// Accounts of one text that are searched for elsewhere in it, at most: a listing of thousands tells nothing of the rest.
const ACCOUNTS: usize = 100;

/// A name that was met: as it is written, and its words folded.
#[derive(Debug)]
struct Met {
    name: String,
    words: Vec<String>,
}

/// The people whom these findings name and nobody knows yet, each once: of `J. Doe` and `John Doe` the longer form.
pub(in crate::detect) fn meet(text: &str, found: &[Finding], people: &People) -> Vec<Person> {
    let mut met: Vec<Met> = found.iter().filter_map(|finding| named(text, finding, people)).collect();
    met.sort_by_key(|one| std::cmp::Reverse(one.words.iter().map(String::len).sum::<usize>()));
    let mut kept: Vec<Met> = Vec::new();
    for one in met {
        if !kept.iter().any(|other| is_short_for(&one.words, &other.words)) {
            kept.push(one);
        }
    }
    let met = || Person { roles: vec![Person::ELSEWHERE.to_owned()], ..Person::default() };
    let mut persons: Vec<Person> = kept.into_iter().map(|one| Person { name: Some(one.name), ..met() }).collect();
    let mut accounts: Vec<&str> = Vec::new();
    for name in found.iter().filter_map(|finding| account(text, finding, people)) {
        if accounts.len() < ACCOUNTS && !accounts.contains(&name) {
            accounts.push(name);
            persons.push(Person { username: Some(name.to_owned()), ..met() });
        }
    }
    persons
}

/// Whether this is the name of an account by its place.
pub(super) fn is_placed(finding: &Finding) -> bool {
    finding.entity == Entity::Username && finding.score.value() > PLACED
}

/// The name of an account that nobody is known by yet, and that its place makes one, as a home directory does: what only a sign
/// makes one may be a word as well.
fn account<'a>(text: &'a str, finding: &Finding, people: &People) -> Option<&'a str> {
    let name = text.get(finding.span.range())?;
    let fits = is_placed(finding) && finding.person.is_none();
    let known = people.as_slice().iter().filter_map(|person| person.username.as_deref()).any(|other| other == name);
    let shaped = (5..=39).contains(&name.len()) && name.contains(|c: char| c.is_ascii_alphabetic());
    (fits && shaped && !known).then_some(name)
}

fn named(text: &str, finding: &Finding, people: &People) -> Option<Met> {
    let name = text.get(finding.span.range())?;
    let fits = finding.entity == Entity::Person && finding.person.is_none() && name.len() <= 60;
    if !fits || name.contains(|c: char| c.is_ascii_digit() || matches!(c, '\n' | '@' | '/' | '_')) {
        return None;
    }
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let shown = words.iter().any(|word| word.starts_with(char::is_uppercase) || word.contains(is_unspaced));
    let folded: Vec<String> = words.iter().map(|word| fold(word, Style::Bare)).collect();
    let names = folded.iter().filter(|word| weigh(word) == Weight::Name).count();
    let certain = match (folded.len(), names) {
        (1, 1) => finding.score.value() >= SINGLE && folded[0].chars().count() >= if folded[0].is_ascii() { 4 } else { 2 },
        (2..=5, 1..) => finding.score.value() >= SEVERAL,
        _ => false,
    };
    let known = people.as_slice().iter().filter_map(|person| person.name.as_deref()).any(|other| {
        let other: Vec<String> = other.split(|c: char| !c.is_alphanumeric()).map(|word| fold(word, Style::Bare)).collect();
        is_short_for(&folded, &other)
    });
    (shown && certain && !known).then(|| Met { name: name.to_owned(), words: folded })
}

/// Whether every word of one name is a word of another or the initial of one.
fn is_short_for(one: &[String], other: &[String]) -> bool {
    let has = |word: &String| other.iter().any(|longer| longer == word || is_alike(longer, word));
    let whole = one.iter().any(|word| word.chars().count() > 1 && has(word));
    let initial = |word: &String| word.chars().count() == 1 && other.iter().any(|longer| longer.starts_with(word.as_str()));
    whole && one.iter().all(|word| has(word) || initial(word))
}

/// Whether two words that differ are the same but for umlauts that are spelled out. Few words have any.
fn is_alike(one: &str, other: &str) -> bool {
    let has = |word: &str| word.as_bytes().windows(2).any(|pair| matches!(pair, [b'a' | b'o' | b'u', b'e']));
    (has(one) || has(other)) && spelled(one) == spelled(other)
}

/// A folded word with umlauts that are spelled out folded, too: `krueger` is `kruger`.
fn spelled(word: &str) -> String {
    word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}
