//! The search for known people: words of the text that are words of their names, and names put together from them.

use super::fold::{Style, fold};
use super::index::{Index, Literal, LiteralKind, Use, UseKind, stem};
use super::ordinary::{DATES, Weight};
use super::{People, initials};
use crate::detect::{
    Edge, Entity, Evidence, EvidenceKind, Finding, Score,
    edge::{Side, allows, is_unspaced, joins},
    normalize::View,
};
use crate::order::{by_place, distinct};
use crate::record::Span;
use std::ops::Range;

/// Known people found in a text, with spans in the original.
pub(in crate::detect) fn find(view: &View<'_>, people: &People) -> Vec<Finding> {
    if people.index.is_empty() {
        return Vec::new();
    }
    let mut search = Search { view, text: view.text(), people, index: &people.index, hits: Vec::new(), findings: Vec::new() };
    search.words();
    search.scripts();
    search.hits = by_place(search.hits, |hit| (hit.range.start, hit.range.end));
    search.group();
    initials::find(view, people, &mut search.findings);
    search.findings
}

/// A word of the text that means something to somebody.
#[derive(Debug)]
struct Hit {
    range: Range<usize>,
    uses: Vec<Use>,
}

/// A person whom a group of hits may name, and which parts of the name it holds.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    person: usize,
    parts: u32,
}

struct Search<'a> {
    view: &'a View<'a>,
    text: &'a str,
    people: &'a People,
    index: &'a Index,
    hits: Vec<Hit>,
    findings: Vec<Finding>,
}

impl Search<'_> {
    /// Visits every word: a run of letters and digits.
    fn words(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at].is_ascii() && !bytes[at].is_ascii_alphanumeric() {
                at += 1;
                continue;
            }
            let (end, is_simple) = word_end(self.text, at);
            if end == at {
                at += self.text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            self.word(at..end, is_simple);
            at = end;
        }
    }

    fn word(&mut self, range: Range<usize>, is_simple: bool) {
        let word = &self.text[range.clone()];
        if self.index.may_be(word.as_bytes()) && (self.literal(&range) || self.hit(range.clone())) {
            return;
        }
        if !is_simple {
            for piece in pieces(word) {
                let piece = range.start + piece.start..range.start + piece.end;
                if piece != range && self.index.may_be(&self.text.as_bytes()[piece.clone()]) {
                    self.hit(piece);
                }
            }
        }
    }

    /// Notes a word if it is a word of somebody's name, also with an ending.
    fn hit(&mut self, range: Range<usize>) -> bool {
        let word = &self.text[range.clone()];
        let mut uses = self.uses(word);
        let mut range = range;
        let capital = word.starts_with(char::is_uppercase);
        let shortest = if capital { 3 } else { 5 };
        if let Some(owner) = word.strip_suffix('s').filter(|owner| uses.is_empty() && owner.len() >= shortest) {
            uses = self.uses(owner);
            uses.retain(|what| self.weight(*what) == Weight::Name);
            range.end -= 1;
        }
        if let (true, Some(stem)) = (uses.is_empty() && capital, stem(&fold(word, Style::Bare))) {
            uses.extend(self.index.stem_uses(stem));
        }
        let found = !uses.is_empty();
        if found {
            self.hits.push(Hit { range, uses });
        }
        found
    }

    fn uses(&self, word: &str) -> Vec<Use> {
        let mut uses: Vec<Use> = self.index.uses(&fold(word, Style::Bare)).collect();
        if !word.is_ascii() {
            uses.extend(self.index.uses(&fold(word, Style::Spelled)));
            return distinct(uses);
        }
        uses
    }

    fn literal(&mut self, range: &Range<usize>) -> bool {
        let first = fold(&self.text[range.clone()], Style::Bare);
        let found = self.index.literals(&first).filter_map(|literal| Some((literal, self.literal_at(literal, range.start)?)));
        let Some((literal, span)) = found.max_by_key(|(_, span)| span.len()) else { return false };
        let (entity, mut recognizer) = literal.kind.reported();
        let mut score = Score::CERTAIN;
        if self.people.is_met(literal.person) {
            // A path names an account whatever else it is; otherwise the mention by which it was met keeps its own reasons.
            let path = self.text[..span.start()].ends_with(['~', '/', '\\']);
            (recognizer, score) = ("met-username", Score::new(if path { 80 } else { 55 }));
        }
        let evidence = self.people.evidence(literal.person);
        self.push(Finding { span, entity, score, recognizer, evidence, person: Some(literal.person) });
        // A user name may be the beginning of a name as well: `mia` of `mia.krueger`.
        literal.kind == LiteralKind::AccountId
    }

    fn literal_at(&self, literal: &Literal, start: usize) -> Option<Span> {
        let end = start + literal.text.len();
        let same = self.text.get(start..end).is_some_and(|text| text.to_lowercase() == literal.text);
        let marked = self.text[..start].ends_with(['@', '~', '/', '\\']);
        let counts = literal.kind != LiteralKind::WordUsername || marked;
        (same && counts && allows(Edge::Word, Side::After, self.text, end)).then(|| Span::new(self.text, start..end)).flatten()
    }

    /// Names in scripts that write no spaces stand anywhere.
    fn scripts(&mut self) {
        let scripts = self.index.scripts();
        if scripts.is_empty() || self.text.is_ascii() {
            return;
        }
        let mut done = 0;
        for (at, c) in self.text.char_indices().filter(|(_, c)| !c.is_ascii() && is_unspaced(*c)) {
            if at < done {
                continue;
            }
            let rest = &self.text[at..];
            let Some(name) =
                scripts.iter().map(|name| name.word.as_str()).find(|name| name.starts_with(c) && rest.starts_with(name))
            else {
                continue;
            };
            let uses = scripts.iter().filter(|other| other.word == name).map(|other| other.what).collect();
            done = at + name.len();
            self.hits.push(Hit { range: at..done, uses });
        }
    }

    fn group(&mut self) {
        let hits = std::mem::take(&mut self.hits);
        let mut rest = hits.as_slice();
        while let Some(first) = rest.first() {
            let mut candidates: Vec<Candidate> = first.uses.iter().filter_map(|what| self.candidate(*what)).collect();
            let mut count = 1;
            while let Some(next) = rest.get(count) {
                let joined = self.joins(&rest[count - 1].range, &next.range);
                let extended: Vec<Candidate> = if joined { extend(&candidates, next) } else { Vec::new() };
                if extended.is_empty() {
                    break;
                }
                candidates = extended;
                count += 1;
            }
            let (group, tail) = rest.split_at(count);
            self.name(group, candidates);
            rest = tail;
        }
    }

    fn candidate(&self, what: Use) -> Option<Candidate> {
        let parts = match what.kind {
            UseKind::Part(place) | UseKind::Nick(place) => 1 << place,
            UseKind::Whole => (1 << self.index.parts(what.person).len().max(1)) - 1,
            UseKind::Handle => return None,
        };
        Some(Candidate { person: what.person, parts })
    }

    /// Whether what stands between two words can stand inside a name.
    fn joins(&self, left: &Range<usize>, right: &Range<usize>) -> bool {
        let initial = self.text[left.clone()].chars().count() == 1;
        match self.text.get(left.end..right.start) {
            Some("" | " " | "_" | "." | "-" | "'" | "’" | ", " | "," | "\n" | "・" | "·") => true,
            Some(". ") => initial,
            _ => false,
        }
    }

    /// Decides what a group of words is: a name, a handle, or nothing.
    fn name(&mut self, group: &[Hit], candidates: Vec<Candidate>) {
        if candidates.is_empty() {
            return self.handle(&group[0]);
        }
        let last = &group[group.len() - 1].range;
        // `Mia K.`: the stop belongs to it.
        let stop = last.end - last.start == 1 && self.text[last.end..].starts_with('.');
        let range = group[0].range.start..last.end + usize::from(stop);
        let most = candidates.iter().map(|candidate| candidate.parts.count_ones()).max().unwrap_or(0);
        let mut named: Vec<Candidate> = candidates.into_iter().filter(|candidate| candidate.parts.count_ones() == most).collect();
        // Whom a typed field knows comes before whom only a text names.
        if named.iter().any(|candidate| !self.people.is_met(candidate.person)) {
            named.retain(|candidate| !self.people.is_met(candidate.person));
        }
        let (range, initial) = self.with_initial(range, &mut named);
        let Some(&first) = named.first() else { return };
        let Some((mut recognizer, mut score)) = self.judge(group, first, initial) else {
            return self.handle(&group[0]);
        };
        if self.people.is_met(first.person) {
            // One word of somebody's name in lower case is taken for a name only where a typed field knows them.
            if most == 1 && !group.iter().all(|hit| self.is_capitalized(&hit.range)) {
                return self.handle(&group[0]);
            }
            // More words of a name come before one of them alone, and initials with their stops before an initial beside a word.
            let most = match most {
                2.. => 90,
                _ if initial => 78,
                _ => 55,
            };
            (recognizer, score) = ("met-person", score.min(Score::new(most)));
        }
        let Some(span) = Span::new(self.text, range) else { return };
        let same = |other: &Candidate| self.people.people[other.person].name == self.people.people[first.person].name;
        let person = named.iter().all(same).then_some(first.person);
        let mut evidence = person.map_or_else(
            || vec![Evidence::new(EvidenceKind::TypedField, "several people")],
            |person| self.people.evidence(person),
        );
        if recognizer == "known-person-word" {
            evidence.push(Evidence::new(EvidenceKind::Check, "written-as-name"));
        }
        let entity = if recognizer == "known-organization" { Entity::Organization } else { Entity::Person };
        self.push(Finding { span, entity, score, recognizer, evidence, person });
    }

    fn handle(&mut self, hit: &Hit) {
        let Some(what) = hit.uses.iter().find(|what| what.kind == UseKind::Handle) else { return };
        let Some(span) = Span::new(self.text, hit.range.clone()) else { return };
        let evidence = self.people.evidence(what.person);
        let person = Some(what.person);
        self.push(Finding {
            span,
            entity: Entity::Username,
            score: Score::new(85),
            recognizer: "known-handle",
            evidence,
            person,
        });
    }

    /// How much the words of a group say about this person.
    fn judge(&self, group: &[Hit], candidate: Candidate, initial: bool) -> Option<(&'static str, Score)> {
        let parts = self.index.parts(candidate.person);
        let held =
            || parts.iter().enumerate().filter(|(place, _)| candidate.parts & 1 << place != 0).map(|(_, part)| part.weight);
        let nick = group.iter().any(|hit| hit.uses.iter().all(|what| matches!(what.kind, UseKind::Nick(_))));
        // A short form is an ordinary word more often than a name.
        let best = held().max()?.min(if nick { Weight::Word } else { Weight::Name });
        let whole = held().count() == parts.len();
        let shown = group.iter().all(|hit| self.is_capitalized(&hit.range));
        if self.people.people[candidate.person].is_organization() {
            let named = shown && (whole || held().count() > 1);
            return (named && best == Weight::Name).then_some(("known-organization", Score::new(if whole { 95 } else { 85 })));
        }
        match (held().count(), best) {
            (1, Weight::None) => None,
            (1, Weight::Name) if whole => Some(("known-person", Score::new(95))),
            (1, _) if initial && shown => Some(("known-person-initial", Score::new(95))),
            (1, Weight::Name) => Some(("known-person-part", Score::new(if shown { 90 } else { 85 }))),
            (1, Weight::Word) => self.is_name_here(&group[0].range).then_some(("known-person-word", Score::new(70))),
            (_, Weight::None) => None,
            (_, Weight::Word) if !shown => None,
            (_, _) if whole => Some(("known-person", Score::CERTAIN)),
            (_, _) => Some(("known-person", Score::new(95))),
        }
    }

    /// Takes an initial in front of or behind a single part into the name: `M. Krüger`, `Mia K.`.
    fn with_initial(&self, range: Range<usize>, named: &mut Vec<Candidate>) -> (Range<usize>, bool) {
        if named.iter().any(|candidate| candidate.parts.count_ones() != 1) {
            return (range, false);
        }
        let fits = |candidate: &Candidate, letter: char| {
            let folded = fold(letter.encode_utf8(&mut [0; 4]), Style::Bare);
            let other = |(place, part): (usize, &super::index::Part)| {
                candidate.parts & 1 << place == 0 && folded.starts_with(part.initial)
            };
            self.index.parts(candidate.person).iter().enumerate().any(other)
        };
        for (letter, extended) in [self.initial_before(&range), self.initial_after(&range)].into_iter().flatten() {
            if named.iter().any(|candidate| fits(candidate, letter)) {
                named.retain(|candidate| fits(candidate, letter));
                return (extended, true);
            }
        }
        (range, false)
    }

    fn initial_before(&self, range: &Range<usize>) -> Option<(char, Range<usize>)> {
        let front = &self.text[..range.start];
        let before = front.strip_suffix(' ').unwrap_or(front).strip_suffix('.')?;
        // In lower case it is a user name, `m.krueger`.
        let joined = before.len() + 1 == front.len() && self.text[range.clone()].chars().all(char::is_lowercase);
        let letter = before.chars().next_back().filter(|c| c.is_uppercase() || joined && c.is_lowercase())?;
        let start = before.len() - letter.len_utf8();
        allows(Edge::Handle, Side::Before, self.text, start).then_some((letter, start..range.end))
    }

    fn initial_after(&self, range: &Range<usize>) -> Option<(char, Range<usize>)> {
        let letter = self.text[range.end..].strip_prefix(' ')?.chars().next().filter(|c| c.is_uppercase())?;
        let end = range.end + 1 + letter.len_utf8();
        let dot = usize::from(self.text[end..].starts_with('.'));
        // `Mia I think`: an `I` without a dot is the speaker.
        let speaker = letter == 'I' && dot == 0;
        (!speaker && allows(Edge::Handle, Side::After, self.text, end)).then_some((letter, range.start..end + dot))
    }

    fn weight(&self, what: Use) -> Weight {
        match what.kind {
            UseKind::Part(place) => self.index.parts(what.person).get(place).map_or(Weight::None, |part| part.weight),
            UseKind::Nick(_) => Weight::Word,
            UseKind::Whole | UseKind::Handle => Weight::Name,
        }
    }

    fn is_capitalized(&self, range: &Range<usize>) -> bool {
        let word = &self.text[range.clone()];
        let mut chars = word.chars();
        let first = chars.next();
        first.is_some_and(|c| c.is_uppercase() || is_unspaced(c))
    }

    /// Whether a word that is also an ordinary one is written and placed like a name.
    fn is_name_here(&self, range: &Range<usize>) -> bool {
        let word = &self.text[range.clone()];
        let shouted = word.chars().count() > 1 && word.chars().all(|c| !c.is_lowercase());
        if !self.is_capitalized(range) || shouted {
            return false;
        }
        let (before, after) = (&self.text[..range.start], &self.text[range.end..]);
        let next = after.trim_start_matches([' ', '\u{a0}']);
        let next_word: String = next.chars().take_while(|c| c.is_alphanumeric()).collect();
        let last = before.trim_end_matches([' ', '\u{a0}']);
        let last_word = last.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let dated = DATES.contains(&last_word.to_lowercase().as_str()) || next_word.starts_with(|c: char| c.is_ascii_digit());
        let title = next_word.len() > 1 && next_word.starts_with(char::is_uppercase) && next.len() < after.len();
        let glued = before.ends_with(|c: char| joins(c) || matches!(c, '_' | '-' | '.')) || after.starts_with(['_', '-', '(']);
        // `the Jordan office`: a thing that bears the name.
        let thing = ARTICLES.contains(&last_word.to_lowercase().as_str()) && next_word.starts_with(char::is_lowercase);
        if dated || title || glued || thing {
            return false;
        }
        let sentence_starts = last.is_empty() || last.ends_with(['.', '!', '?', '\n', ':', '*', '|', '>', '"', '(']);
        let addressed = after.starts_with([',', ':']) || after.starts_with("'s") || after.starts_with("’s");
        !sentence_starts || addressed || ACTS.contains(&next_word.as_str())
    }

    fn push(&mut self, mut finding: Finding) {
        finding.evidence.extend(self.view.evidence(finding.span));
        let Some(span) = self.view.original(finding.span) else { return };
        finding.span = span;
        self.findings.push(finding);
    }
}

/// Words before a thing.
const ARTICLES: &[&str] = &["a", "an", "its", "our", "that", "the", "their", "this", "your"];

/// What people do in the third person; behind a word at the beginning of a sentence it makes that word a name.
#[rustfmt::skip]
const ACTS: &[&str] = &[
    "added", "agreed", "asked", "can", "confirmed", "could", "did", "does", "fixed", "found", "had", "has", "is", "mentioned",
    "pointed", "reported", "said", "says", "should", "suggested", "thinks", "told", "wants", "was", "will", "wrote",
];

/// The candidates that the next word speaks for as well, with a part that they do not have yet.
fn extend(candidates: &[Candidate], next: &Hit) -> Vec<Candidate> {
    let mut extended = Vec::new();
    for candidate in candidates {
        let more = next.uses.iter().find_map(|what| match what.kind {
            UseKind::Part(place) | UseKind::Nick(place)
                if what.person == candidate.person && candidate.parts & 1 << place == 0 =>
            {
                Some(1 << place)
            }
            UseKind::Part(_) | UseKind::Nick(_) | UseKind::Whole | UseKind::Handle => None,
        });
        extended.extend(more.map(|part| Candidate { person: candidate.person, parts: candidate.parts | part }));
    }
    extended
}

/// Where the run of letters and digits ends that begins at `at`; `at` itself where none begins. And whether it is in one case,
/// but for its first letter: then it has no pieces.
fn word_end(text: &str, at: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let mut end = at;
    let (mut lower, mut upper) = (true, true);
    while let Some(&byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            lower &= byte.is_ascii_lowercase() || end == at;
            upper &= byte.is_ascii_uppercase();
            end += 1;
            continue;
        }
        if byte.is_ascii() {
            break;
        }
        let Some(c) = text[end..].chars().next() else { break };
        if !joins(c) && !('\u{300}'..='\u{36f}').contains(&c) {
            break;
        }
        (lower, upper) = (false, false);
        end += c.len_utf8();
    }
    (end, lower || upper)
}

/// The pieces of an identifier: `MiaKruegerTest2` -> `Mia`, `Krueger`, `Test`, `2`.
fn pieces(word: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    let mut cuts = vec![0];
    for (place, pair) in chars.windows(2).enumerate() {
        let (left, right) = (pair[0].1, pair[1].1);
        let hump = left.is_lowercase() && right.is_uppercase();
        let digit = left.is_numeric() != right.is_numeric();
        let last_capital =
            left.is_uppercase() && right.is_uppercase() && chars.get(place + 2).is_some_and(|(_, c)| c.is_lowercase());
        if hump || digit || last_capital {
            cuts.push(pair[1].0);
        }
    }
    cuts.push(word.len());
    cuts.windows(2).map(|cut| cut[0]..cut[1]).collect()
}
