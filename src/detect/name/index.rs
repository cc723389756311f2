//! [`Index`]: the words by which known people can be recognized.

use super::fold::{Style, fold};
use super::ordinary::{Weight, weigh};
use super::{Names, hash_of};
use crate::detect::{Entity, check, edge::is_unspaced};
use crate::order::{by_place, distinct};
use crate::record::Person;

/// Everything by which the people can be recognized, sorted for lookup.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// Folded words and what they are.
    words: Vec<Folded>,
    /// Words of inflecting scripts without their ending.
    stems: Vec<Folded>,
    /// Identifiers that only count whole.
    literals: Vec<Literal>,
    /// Names in scripts without spaces, longest first.
    scripts: Vec<(String, Use)>,
    /// The first two bytes with which a word or literal can begin, five bits of each: the same in either case. For each two a bit for
    /// each third one.
    begins: Vec<u32>,
    /// The parts of each person's name.
    names: Vec<Vec<Part>>,
}

/// A folded word and what it is. Numbers are sooner compared than words, so the hash comes first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Folded {
    hash: u32,
    word: String,
    what: Use,
}

impl Folded {
    fn new(word: String, what: Use) -> Self {
        Self { hash: hash_of(&word), word, what }
    }
}

/// What a word is to a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Use {
    /// Which person.
    pub(super) person: usize,
    /// What of the person.
    pub(super) kind: UseKind,
}

/// What of a person a word is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum UseKind {
    /// A part of the display name, by its place.
    Part(usize),
    /// A short form of a part, by its place.
    Nick(usize),
    /// Every part at once, in a script without spaces.
    Whole,
    /// What people make of a name to log in with.
    Handle,
}

/// A part of a display name.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its first letter, folded.
    pub(super) initial: char,
    /// What it says alone.
    pub(super) weight: Weight,
}

/// An identifier that only counts whole.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Literal {
    first: String,
    /// The identifier in lower case.
    pub(super) text: String,
    /// Whose it is.
    pub(super) person: usize,
    /// What it is.
    pub(super) kind: LiteralKind,
}

/// What a literal is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum LiteralKind {
    /// An account id.
    AccountId,
    /// An e-mail address.
    Email,
    /// A user name that says enough alone.
    Username,
    /// A user name that is also a word or a name: counts behind `@`, `~`, `/` or `\` only.
    WordUsername,
}

impl LiteralKind {
    /// The entity and the recognizer it is reported as.
    pub(super) fn reported(self) -> (Entity, &'static str) {
        match self {
            Self::AccountId => (Entity::AtlassianAccountId, "known-account-id"),
            Self::Email => (Entity::EmailAddress, "known-email"),
            Self::Username | Self::WordUsername => (Entity::Username, "known-username"),
        }
    }
}

impl Index {
    pub(super) fn new(people: &[Person], names: Option<&Names>) -> Self {
        let mut index = Self { begins: vec![0; 1024], ..Self::default() };
        index.extend((0, people), names);
        index
    }

    /// Adds people, the first of whom has this number: what is known of those before them stays.
    pub(super) fn extend(&mut self, (first, people): (usize, &[Person]), names: Option<&Names>) {
        let index = self;
        for (person, row) in (first..).zip(people) {
            let name = row.name.as_deref().unwrap_or("");
            match row.is_organization() {
                true => index.add_words(person, &words_of(without_form(name))),
                false => {
                    index.add_name(person, name);
                    names.into_iter().for_each(|names| index.add_nicknames(person, name, names));
                }
            }
            index.add_literal(person, row.account_id.as_deref(), LiteralKind::AccountId);
            index.add_literal(person, row.email.as_deref(), LiteralKind::Email);
            index.add_username(person, row.username.as_deref());
            let local = row.email.as_deref().and_then(|email| email.split('@').next());
            index.add_username(person, local.filter(|local| local.len() >= 4));
        }
        index.words = distinct(std::mem::take(&mut index.words));
        index.stems = distinct(std::mem::take(&mut index.stems));
        index.literals = distinct(std::mem::take(&mut index.literals));
        let scripts = distinct(std::mem::take(&mut index.scripts));
        index.scripts = by_place(scripts, |(name, _)| (usize::MAX - name.len(), 0));
        index.note_beginnings();
    }

    /// Whether there is nobody to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.literals.is_empty() && self.scripts.is_empty()
    }

    /// Whether a word is worth folding. Most words of a text are not, which this says without reading them.
    pub(super) fn may_be(&self, word: &[u8]) -> bool {
        match *word {
            [first, second, third, ..] if first.is_ascii() && second.is_ascii() && third.is_ascii() => {
                self.begins[pair(first, second)] & 1 << (third & 31) != 0
            }
            [first, second, ..] if first.is_ascii() && second.is_ascii() => self.begins[pair(first, second)] != 0,
            [first] if first.is_ascii() => (0..32).any(|second| self.begins[pair(first, second)] != 0),
            _ => true,
        }
    }

    /// What a folded word is.
    pub(super) fn uses<'a>(&'a self, word: &'a str) -> impl Iterator<Item = Use> + use<'a> {
        equal(&self.words, word)
    }

    /// What the stem of an inflected word is.
    pub(super) fn stem_uses<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = Use> + use<'a> {
        equal(&self.stems, stem)
    }

    /// The literals whose first word this is.
    pub(super) fn literals(&self, word: &str) -> impl Iterator<Item = &Literal> {
        let first = self.literals.partition_point(|literal| literal.first.as_str() < word);
        self.literals[first..].iter().take_while(move |literal| literal.first == word)
    }

    /// Names in scripts without spaces, longest first.
    pub(super) fn scripts(&self) -> &[(String, Use)] {
        &self.scripts
    }

    /// The parts of a person's name.
    pub(super) fn parts(&self, person: usize) -> &[Part] {
        self.names.get(person).map_or(&[], |parts| parts)
    }

    fn add_name(&mut self, person: usize, name: &str) {
        let words = words_of(name);
        self.add_words(person, &words);
        let spaced: Vec<&String> = words.iter().filter(|word| !word.contains(is_unspaced)).collect();
        if let [first, .., last] = spaced.as_slice() {
            for &style in styles(name) {
                self.add_handles(person, &fold(first, style), &fold(last, style));
            }
        }
        self.add_script_name(person, &words);
    }

    fn add_words(&mut self, person: usize, words: &[String]) {
        let mut parts = Vec::new();
        for (place, word) in words.iter().enumerate() {
            let bare = fold(word, Style::Bare);
            let weight = styles(word).iter().map(|&style| weigh(&fold(word, style))).min().unwrap_or(Weight::None);
            parts.push(Part { initial: bare.chars().next().unwrap_or(' '), weight });
            self.add_word(word, Use { person, kind: UseKind::Part(place) });
        }
        self.names.resize_with(person + 1, Vec::new);
        self.names[person] = parts;
    }

    /// Short forms of the given names: of every word but the last, and of the only one.
    fn add_nicknames(&mut self, person: usize, name: &str, names: &Names) {
        let words = words_of(name);
        for (place, word) in words.iter().enumerate().take(words.len().saturating_sub(1).max(1)) {
            for short in names.nicknames(&fold(word, Style::Bare)) {
                self.words.push(Folded::new(short.to_owned(), Use { person, kind: UseKind::Nick(place) }));
            }
        }
    }

    fn add_word(&mut self, word: &str, what: Use) {
        if word.contains(is_unspaced) {
            // A single sign is a surname at most, and a syllable of many words.
            if word.chars().count() >= 2 {
                self.scripts.push((word.to_owned(), what));
            }
            return;
        }
        for &style in styles(word) {
            let folded = fold(word, style);
            if let Some(stem) = stem(&folded) {
                self.stems.push(Folded::new(stem.to_owned(), what));
            }
            self.words.push(Folded::new(folded, what));
        }
    }

    fn add_script_name(&mut self, person: usize, words: &[String]) {
        let whole: String = words.concat();
        let count = whole.chars().count();
        if words.is_empty() || !whole.chars().all(is_unspaced) || count < 2 {
            return;
        }
        // Korean: a family name of one syllable and a given name of two, written together.
        let hangul = whole.chars().all(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
        if let (true, 3, [_]) = (hangul, count, words) {
            let given: String = whole.chars().skip(1).collect();
            self.scripts.push((given, Use { person, kind: UseKind::Part(0) }));
        }
        self.scripts.push((whole, Use { person, kind: UseKind::Whole }));
    }

    fn add_handles(&mut self, person: usize, first: &str, last: &str) {
        let initial = |word: &str| word.chars().next().map(String::from).unwrap_or_default();
        let (f, l) = (initial(first), initial(last));
        let made = [
            format!("{f}{last}"),
            format!("{first}{l}"),
            format!("{first}{last}"),
            format!("{last}{first}"),
            format!("{last}{f}"),
        ];
        for handle in made.into_iter().filter(|handle| handle.chars().count() >= 5 && weigh(handle) == Weight::Name) {
            self.words.push(Folded::new(handle, Use { person, kind: UseKind::Handle }));
        }
    }

    fn add_username(&mut self, person: usize, username: Option<&str>) {
        let Some(username) = username else { return };
        let folded = fold(username, Style::Bare);
        let is_part = equal_any(&self.words, &folded);
        let kind = match weigh(&folded) {
            Weight::None => return,
            Weight::Name if !is_part && folded.chars().count() >= 4 => LiteralKind::Username,
            Weight::Word | Weight::Name => LiteralKind::WordUsername,
        };
        self.add_literal(person, Some(username), kind);
    }

    fn add_literal(&mut self, person: usize, text: Option<&str>, kind: LiteralKind) {
        let Some(text) = text.map(str::trim).filter(|text| text.starts_with(char::is_alphanumeric)) else { return };
        let first: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
        let first = fold(&first, Style::Bare);
        self.literals.push(Literal { first, text: text.to_lowercase(), person, kind });
    }

    fn note_beginnings(&mut self) {
        let words = self.words.iter().map(|folded| &folded.word).chain(self.literals.iter().map(|literal| &literal.first));
        for word in words {
            match *word.as_bytes() {
                [first, second, third, ..] => self.begins[pair(first, second)] |= 1 << (third & 31),
                // An ending may stand behind it.
                [first, second] => self.begins[pair(first, second)] = u32::MAX,
                [first] => (0..32).for_each(|second| self.begins[pair(first, second)] = u32::MAX),
                [] => {}
            }
        }
    }
}

/// In which styles a word may be written differently.
fn styles(word: &str) -> &'static [Style] {
    if word.is_ascii() { &[Style::Bare] } else { &[Style::Bare, Style::Spelled] }
}

fn pair(first: u8, second: u8) -> usize {
    usize::from(first & 31) << 5 | usize::from(second & 31)
}

/// The ending of a word in an inflecting script, if it has one.
pub(super) fn stem(word: &str) -> Option<&str> {
    const ENDINGS: &[&str] = &[
        "ого", "ому", "ами", "ыми", "ой", "ей", "ом", "ем", "ым", "им", "ых", "их", "а", "я", "у", "ю", "е", "и", "ы", "о", "й",
        "ь",
    ];
    if !word.chars().all(|c| ('\u{400}'..='\u{4ff}').contains(&c)) {
        return None;
    }
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    (stem.chars().count() >= 3).then_some(stem)
}

/// The name of an organization without its legal form, which texts leave out.
fn without_form(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((rest, "AS" | "SE" | "KG")) => rest,
        Some((rest, _)) if check::legal_form(name) => rest.trim_end_matches([',', ' ']),
        Some(_) | None => name,
    }
}

/// The words of a display name, without what stands in brackets and without an address.
fn words_of(name: &str) -> Vec<String> {
    let mut depth = 0usize;
    let plain: String = name
        .chars()
        .map(|c| {
            match c {
                '(' | '[' | '{' | '<' => depth += 1,
                ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
                _ if depth == 0 => return c,
                _ => {}
            }
            ' '
        })
        .collect();
    let plain = plain.split('@').next().unwrap_or("");
    let is_part = |c: char| c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c);
    plain.split(|c| !is_part(c)).filter(|word| word.chars().any(char::is_alphabetic)).take(8).map(str::to_owned).collect()
}

fn equal<'a>(sorted: &'a [Folded], word: &'a str) -> impl Iterator<Item = Use> + use<'a> {
    let hash = hash_of(word);
    let first = sorted.partition_point(|known| known.hash < hash);
    let alike = sorted[first..].iter().take_while(move |known| known.hash == hash);
    alike.filter(move |known| known.word == word).map(|known| known.what)
}

/// As [`equal`], while the words are still being collected.
fn equal_any(unsorted: &[Folded], word: &str) -> bool {
    unsorted.iter().any(|known| known.word == word && matches!(known.what.kind, UseKind::Part(_)))
}
