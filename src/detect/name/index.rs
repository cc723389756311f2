//! [`Index`]: the words by which known people can be recognized.

use super::fold::{Style, fold};
use super::ordinary::{Weight, weigh};
use super::{Names, hash_of};
use crate::detect::{Entity, check, edge::is_unspaced};
use crate::order::{by_place, distinct};
use crate::record::Person;
use std::hash::{DefaultHasher, Hash, Hasher};

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
    scripts: Vec<Folded>,
    /// The first two bytes with which a word or literal can begin, five bits of each: the same in either case. For each two a bit for
    /// each third one.
    begins: Vec<u32>,
    /// The parts of each person's name.
    names: Vec<Vec<Part>>,
}

/// A folded word and what it is. Numbers are sooner compared than words, so the hash comes first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Folded {
    hash: u32,
    /// The word.
    pub(super) word: String,
    /// What it is.
    pub(super) what: Use,
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

impl Use {
    /// What a word is to the person with number 0.
    fn of(kind: UseKind) -> Self {
        Self { person: 0, kind }
    }
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

/// What one person can be recognized by, whoever else is known: as of the person with number 0.
#[derive(Clone, Debug, Default)]
struct Rows {
    words: Vec<Folded>,
    stems: Vec<Folded>,
    scripts: Vec<Folded>,
    literals: Vec<Literal>,
    /// User names that say enough alone unless they are a word of somebody's name: folded, and by their place among the literals.
    usernames: Vec<(String, usize)>,
    parts: Vec<Part>,
}

/// People whom records named before, in a fixed number of places: records name the same ones again and again.
#[derive(Debug, Default)]
pub(crate) struct Acquainted(Vec<Option<(Person, Rows)>>);

impl Acquainted {
    const PLACES: usize = 1 << 10;

    /// One that remembers; the default has no place for anybody.
    pub(crate) fn new() -> Self {
        Self(vec![None; Self::PLACES])
    }

    /// Gives what a person can be recognized by.
    fn rows(&mut self, person: &Person, names: Option<&Names>, take: impl FnOnce(&Rows)) {
        let is_same = |other: &Person| parts(other) == parts(person) && other.is_organization() == person.is_organization();
        let mut hasher = DefaultHasher::new();
        parts(person).hash(&mut hasher);
        let count = self.0.len().max(1);
        match self.0.get_mut(hasher.finish() as usize % count) {
            None => take(&Rows::of(person, names)),
            Some(Some((kept, rows))) if is_same(kept) => take(rows),
            Some(place) => take(&place.insert((person.clone(), Rows::of(person, names))).1),
        }
    }
}

impl Index {
    /// Adds people, the first of whom has this number: what is known of those before them stays.
    pub(super) fn extend(&mut self, (first, people): (usize, &[Person]), names: Option<&Names>, met: &mut Acquainted) {
        for (person, row) in (first..).zip(people) {
            met.rows(row, names, |rows| self.add(person, rows));
        }
        self.words = distinct(std::mem::take(&mut self.words));
        self.stems = distinct(std::mem::take(&mut self.stems));
        self.literals = distinct(std::mem::take(&mut self.literals));
        let scripts = distinct(std::mem::take(&mut self.scripts));
        self.scripts = by_place(scripts, |name| (usize::MAX - name.word.len(), 0));
        self.note_beginnings();
    }

    fn add(&mut self, person: usize, rows: &Rows) {
        let whose = |what: Use| Use { person, ..what };
        let lists = [(&mut self.words, &rows.words), (&mut self.stems, &rows.stems), (&mut self.scripts, &rows.scripts)];
        for (list, own) in lists {
            list.extend(own.iter().map(|folded| Folded { what: whose(folded.what), ..folded.clone() }));
        }
        let is_word = |place| {
            let username = rows.usernames.iter().find(|(_, at)| *at == place);
            username.is_some_and(|(folded, _)| equal_any(&self.words, folded))
        };
        for (place, literal) in rows.literals.iter().enumerate() {
            let kind = if is_word(place) { LiteralKind::WordUsername } else { literal.kind };
            self.literals.push(Literal { person, kind, ..literal.clone() });
        }
        self.names.resize_with(person + 1, Vec::new);
        self.names[person].clone_from(&rows.parts);
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
    pub(super) fn scripts(&self) -> &[Folded] {
        &self.scripts
    }

    /// The parts of a person's name.
    pub(super) fn parts(&self, person: usize) -> &[Part] {
        self.names.get(person).map_or(&[], |parts| parts)
    }

    fn note_beginnings(&mut self) {
        self.begins.resize(1024, 0);
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

impl Rows {
    fn of(person: &Person, names: Option<&Names>) -> Self {
        let mut rows = Self::default();
        let name = person.name.as_deref().unwrap_or("");
        let is_organization = person.is_organization();
        let words = words_of(if is_organization { without_form(name) } else { name });
        rows.add_words(&words);
        if !is_organization {
            rows.add_name(name, &words);
            names.into_iter().for_each(|names| rows.add_nicknames(&words, names));
        }
        rows.add_literal(person.account_id.as_deref(), LiteralKind::AccountId);
        rows.add_literal(person.email.as_deref(), LiteralKind::Email);
        rows.add_username(person.username.as_deref());
        let local = person.email.as_deref().and_then(|email| email.split('@').next());
        rows.add_username(local.filter(|local| local.len() >= 4));
        rows
    }

    fn add_name(&mut self, name: &str, words: &[String]) {
        let spaced: Vec<&String> = words.iter().filter(|word| !word.contains(is_unspaced)).collect();
        if let [first, .., last] = spaced.as_slice() {
            for &style in styles(name) {
                self.add_handles(&fold(first, style), &fold(last, style));
            }
        }
        self.add_script_name(words);
    }

    fn add_words(&mut self, words: &[String]) {
        for (place, word) in words.iter().enumerate() {
            let folded: Vec<String> = styles(word).iter().map(|&style| fold(word, style)).collect();
            let initial = folded.first().and_then(|bare| bare.chars().next()).unwrap_or(' ');
            let weight = folded.iter().map(|word| weigh(word)).min().unwrap_or(Weight::None);
            self.parts.push(Part { initial, weight });
            self.add_word(word, folded, Use::of(UseKind::Part(place)));
        }
    }

    /// Short forms of the given names: of every word but the last, and of the only one.
    fn add_nicknames(&mut self, words: &[String], names: &Names) {
        for (place, word) in words.iter().enumerate().take(words.len().saturating_sub(1).max(1)) {
            for short in names.nicknames(&fold(word, Style::Bare)) {
                self.words.push(Folded::new(short.to_owned(), Use::of(UseKind::Nick(place))));
            }
        }
    }

    fn add_word(&mut self, word: &str, folded: Vec<String>, what: Use) {
        if word.contains(is_unspaced) {
            // A single sign is a surname at most, and a syllable of many words.
            if word.chars().count() >= 2 {
                self.scripts.push(Folded::new(word.to_owned(), what));
            }
            return;
        }
        for folded in folded {
            if let Some(stem) = stem(&folded) {
                self.stems.push(Folded::new(stem.to_owned(), what));
            }
            self.words.push(Folded::new(folded, what));
        }
    }

    fn add_script_name(&mut self, words: &[String]) {
        let whole: String = words.concat();
        let count = whole.chars().count();
        if words.is_empty() || !whole.chars().all(is_unspaced) || count < 2 {
            return;
        }
        // Korean: a family name of one syllable and a given name of two, written together.
        let hangul = whole.chars().all(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
        if let (true, 3, [_]) = (hangul, count, words) {
            let given: String = whole.chars().skip(1).collect();
            self.scripts.push(Folded::new(given, Use::of(UseKind::Part(0))));
        }
        self.scripts.push(Folded::new(whole, Use::of(UseKind::Whole)));
    }

    fn add_handles(&mut self, first: &str, last: &str) {
        let [f, l] = [first, last].map(|word| &word[..word.chars().next().map_or(0, char::len_utf8)]);
        let made = [[f, last], [first, l], [first, last], [last, first], [last, f]].map(|parts| parts.concat());
        for handle in made.into_iter().filter(|handle| handle.chars().count() >= 5 && weigh(handle) == Weight::Name) {
            self.words.push(Folded::new(handle, Use::of(UseKind::Handle)));
        }
    }

    fn add_username(&mut self, username: Option<&str>) {
        let Some(username) = username else { return };
        let folded = fold(username, Style::Bare);
        let kind = match weigh(&folded) {
            Weight::None => return,
            Weight::Name if folded.chars().count() >= 4 => LiteralKind::Username,
            Weight::Word | Weight::Name => LiteralKind::WordUsername,
        };
        let place = self.literals.len();
        self.add_literal(Some(username), kind);
        if kind == LiteralKind::Username && place < self.literals.len() {
            self.usernames.push((folded, place));
        }
    }

    fn add_literal(&mut self, text: Option<&str>, kind: LiteralKind) {
        let Some(text) = text.map(str::trim).filter(|text| text.starts_with(char::is_alphanumeric)) else { return };
        let first: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
        let first = fold(&first, Style::Bare);
        self.literals.push(Literal { first, text: text.to_lowercase(), person: 0, kind });
    }
}

/// What tells a person from others.
fn parts(person: &Person) -> [&Option<String>; 4] {
    [&person.name, &person.email, &person.account_id, &person.username]
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
