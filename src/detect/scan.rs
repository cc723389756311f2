//! [`Compiled`]: the recognizers as automata, and the one pass over a text that wakes them.
//!
//! The pass looks at each byte once. At the beginning of a word or at a sign it looks up the next two bytes, which wakes the
//! few groups of rows that can begin so and go on with the third; a row with an [`Anchor`] is woken by its rarer byte instead and
//! looks back for its beginning. A woken group walks its automaton from there, once for all of its rows.

use super::{
    Evidence, EvidenceKind, Finding, Missed, Test,
    automaton::Automaton,
    context,
    edge::{Side, allows},
    normalize::View,
    recognizer::{Anchor, Edge, Failing, Lead, Recognizer},
    recognizers,
    tables::{ANCHORS, ROWS, STARTS, TABLES, Tables, WORD},
};
use crate::record::Span;

/// No value has more plausible ends than this; the longest are tried first.
const ENDS: usize = 48;

/// The compiled recognizers.
#[derive(Debug)]
pub(super) struct Compiled {
    rows: Vec<&'static Recognizer>,
}

impl Compiled {
    pub(super) fn new() -> Self {
        Self { rows: recognizers::all().collect() }
    }

    /// Why rows that reach a stretch of text did not find it: an edge or a check that must hold does not. Values are read from
    /// its beginning, as long as they end inside it. Spans in the answer are those of the line that holds it.
    pub(super) fn rejected(&self, text: &str, span: Span) -> Vec<Missed> {
        let from = text[..span.start()].rfind('\n').map_or(0, |at| at + 1);
        let to = text[span.end()..].find('\n').map_or(text.len(), |at| span.end() + at);
        let view = View::new(&text[from..to]);
        // Where signs were folded to others of another length, offsets differ; then the rest of the probe must do.
        let Some(span) =
            Span::new(view.text(), span.start() - from..span.end() - from).filter(|_| view.text().len() == to - from)
        else {
            return Vec::new();
        };
        let text = view.text();
        let scan = Scan { tables: &TABLES, rows: &self.rows, view: &view, text, done: [0; ROWS], findings: Vec::new() };
        let next = |ahead: usize| text.as_bytes().get(span.start() + ahead).copied().unwrap_or(0);
        let mut missed = Vec::new();
        let mut ends = Vec::new();
        for group in TABLES.beginning(next(0), next(1), next(2)) {
            scan.collect(&TABLES.automata[TABLES.groups[group].automaton], span.start(), &mut ends);
            let reaching = ends.iter().filter(|(end, _)| 2 * (end - span.start()) > span.len() && *end <= span.end());
            for &(end, set) in reaching {
                let units = TABLES.sets[usize::from(set)].units.iter().filter(|unit| usize::from(**unit) < ROWS);
                missed.extend(units.filter_map(|&row| scan.failed(self.rows[usize::from(row)], span.start(), end)));
            }
        }
        missed
    }

    /// Everything that a row finds, in the order of where it is woken, with spans in the original text.
    pub(super) fn find(&self, view: &View<'_>) -> Vec<Finding> {
        let text = view.text();
        let mut scan = Scan { tables: &TABLES, rows: &self.rows, view, text, done: [0; ROWS], findings: Vec::new() };
        scan.run(&mut Buffers::default());
        scan.findings
    }
}

/// What is complete at an offset: a set of rows and leads.
type End = (usize, u16);

/// Room that every attempt uses anew.
#[derive(Default)]
struct Buffers {
    starts: Vec<usize>,
    heads: Vec<End>,
    values: Vec<End>,
    tried: Vec<u16>,
    settled: Vec<u16>,
    named: Vec<u16>,
}

struct Scan<'a> {
    tables: &'a Tables,
    rows: &'a [&'static Recognizer],
    view: &'a View<'a>,
    text: &'a str,
    /// Up to where each row has found something.
    done: [usize; ROWS],
    findings: Vec<Finding>,
}

impl Scan<'_> {
    fn run(&mut self, room: &mut Buffers) {
        let (tables, bytes) = (self.tables, self.text.as_bytes());
        let mut before = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let kind = tables.wake[usize::from(byte)].kind;
            if kind & STARTS != 0 && before & kind & WORD == 0 {
                let next = |ahead: usize| bytes.get(at + ahead).copied().unwrap_or(0);
                for group in tables.beginning(byte, next(1), next(2)) {
                    self.attempt(group, at, room);
                }
            }
            if kind & ANCHORS != 0 {
                for &group in tables.anchored(byte) {
                    self.look_back(usize::from(group), at, room);
                }
            }
            before = kind;
        }
    }

    /// Tries the beginnings from which the group can reach its anchor, the farthest first.
    fn look_back(&mut self, group: usize, anchor: usize, room: &mut Buffers) {
        let (bytes, of) = (self.text.as_bytes(), &self.tables.groups[group]);
        let Some(back) = of.back.filter(|_| of.goes_on(bytes.get(anchor + 1).copied().unwrap_or(0))) else { return };
        let mut starts = std::mem::take(&mut room.starts);
        starts.clear();
        let is_word = |at: usize| bytes[at].is_ascii_alphanumeric();
        self.tables.automata[back].walk_back(bytes, anchor, Anchor::BACK, |at| {
            if of.inside || at == 0 || !is_word(at) || !is_word(at - 1) {
                starts.push(at);
            }
        });
        for &start in starts.iter().rev() {
            if self.text.is_char_boundary(start) && self.attempt(group, start, room) {
                break;
            }
        }
        room.starts = starts;
    }

    /// Walks a group from where it may begin. Says whether nearer beginnings can be left out.
    fn attempt(&mut self, group: usize, start: usize, room: &mut Buffers) -> bool {
        let automaton = &self.tables.automata[self.tables.groups[group].automaton];
        if !automaton.accepts(self.text.as_bytes(), start) {
            return false;
        }
        let mut heads = std::mem::take(&mut room.heads);
        self.collect(automaton, start, &mut heads);
        let found = !heads.is_empty() && self.complete(start, &heads, room);
        room.heads = heads;
        found
    }

    /// The ends of what may begin at `from`. Most lie inside a word, where few rows may end.
    fn collect(&self, automaton: &Automaton, from: usize, ends: &mut Vec<End>) {
        let bytes = self.text.as_bytes();
        ends.clear();
        automaton.walk(bytes, from, |at, set| {
            if self.tables.sets[usize::from(set)].inside || !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
                ends.push((at, set));
            }
        });
    }

    /// Settles every row and lead that is complete somewhere.
    fn complete(&mut self, start: usize, heads: &[End], room: &mut Buffers) -> bool {
        let tables = self.tables;
        let mut tried = std::mem::take(&mut room.tried);
        tried.clear();
        let mut found = false;
        for (index, &(end, set)) in heads.iter().enumerate().rev() {
            for &unit in &tables.sets[usize::from(set)].units {
                if tried.contains(&unit) {
                    continue;
                }
                tried.push(unit);
                found |= match usize::from(unit).checked_sub(ROWS) {
                    None => self.settle(unit, start, start, &heads[..=index]),
                    // The farthest beginning of a key's name holds whatever a nearer one does.
                    Some(lead) => self.follow(lead, start, end, room) || tables.leads[lead].is_key && heads.len() == 1,
                };
            }
        }
        room.tried = tried;
        found
    }

    /// Looks for what a lead introduces.
    fn follow(&mut self, lead: usize, start: usize, from: usize, room: &mut Buffers) -> bool {
        let tables = self.tables;
        let lead = &tables.leads[lead];
        room.named.clear();
        if lead.is_key {
            let named = &mut room.named;
            tables.automata[tables.keywords]
                .walk(&self.text.as_bytes()[..from], start, |_, set| named.extend(&tables.sets[usize::from(set)].units));
            if named.is_empty() {
                return false;
            }
        }
        let mut found = false;
        let mut values = std::mem::take(&mut room.values);
        for &automaton in &lead.values {
            self.collect(&tables.automata[automaton], from, &mut values);
            found |= self.introduced(start, from, &values, lead.is_key, room);
        }
        room.values = values;
        found
    }

    /// Settles the rows that are complete behind a lead; for a key those that its name calls.
    fn introduced(&mut self, start: usize, from: usize, values: &[End], is_key: bool, room: &mut Buffers) -> bool {
        let tables = self.tables;
        let mut found = false;
        room.settled.clear();
        for (index, &(_, set)) in values.iter().enumerate().rev() {
            for &row in &tables.sets[usize::from(set)].units {
                if !room.settled.contains(&row) && (!is_key || room.named.contains(&row)) {
                    room.settled.push(row);
                    found |= self.settle(row, start, from, &values[..=index]);
                }
            }
        }
        found
    }

    /// Notes what a row finds, if its edges and checks hold for one of these ends.
    fn settle(&mut self, row: u16, start: usize, from: usize, ends: &[End]) -> bool {
        let (index, row) = (usize::from(row), self.rows[usize::from(row)]);
        if start < self.done[index] || !allows(row.edges.before, Side::Before, self.text, start) {
            return false;
        }
        let mine = ends
            .iter()
            .rev()
            .filter(|(_, set)| self.tables.sets[usize::from(*set)].units.contains(&(index as u16)))
            .map(|&(end, _)| end);
        let Some(span) = self.choose(row, from, mine) else { return false };
        self.done[index] = span.end();
        self.found(row, start, span);
        true
    }

    /// The longest span whose edge and checks hold.
    fn choose(&self, row: &Recognizer, from: usize, ends: impl Iterator<Item = usize>) -> Option<Span> {
        let inside = |end: usize| self.text.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric);
        let fits = |end: &usize| {
            (row.edges.after == Edge::Any || !inside(*end))
                && self.text.is_char_boundary(*end)
                && allows(row.edges.after, Side::After, self.text, *end)
        };
        ends.filter(fits).take(ENDS).find_map(|end| {
            let span = Span::new(self.text, from..end)?;
            let value = &self.text[span.range()];
            let mut musts = row.checks.iter().filter(|check| check.failing == Failing::Drops);
            musts.all(|check| (check.passes)(value)).then_some(span)
        })
    }

    /// The first test that a row fails for a value.
    fn failed(&self, row: &Recognizer, start: usize, end: usize) -> Option<Missed> {
        let span = Span::new(self.text, start..end)?;
        let value = &self.text[span.range()];
        let check = row.checks.iter().find(|check| check.failing == Failing::Drops && !(check.passes)(value));
        let (test, detail) = match check {
            Some(check) => (Test::Check, check.id),
            None if !allows(row.edges.before, Side::Before, self.text, start) => (Test::Before, "edge"),
            None if !allows(row.edges.after, Side::After, self.text, end) => (Test::After, "edge"),
            None => return None,
        };
        let (recognizer, detail) = (row.id.to_owned(), detail.to_owned());
        Some(Missed {
            recognizer,
            entity: row.entity,
            span: self.view.original(span)?,
            score: row.score,
            needs: None,
            test,
            detail,
        })
    }

    fn found(&mut self, row: &'static Recognizer, start: usize, span: Span) {
        let value = &self.text[span.range()];
        let mut evidence = vec![Evidence::new(EvidenceKind::Pattern, row.score.value().to_string())];
        if let Lead::Trigger(_) = row.lead {
            evidence.push(Evidence::new(EvidenceKind::Trigger, context::trigger(row, &self.text[start..span.start()])));
        }
        if let Lead::Key(words) = row.lead {
            let word = context::key(words, &self.text[start..span.start()]);
            evidence.extend(word.map(|word| Evidence::new(EvidenceKind::Context, word)));
        }
        evidence.extend(
            row.checks.iter().filter(|check| (check.passes)(value)).map(|check| Evidence::new(EvidenceKind::Check, check.id)),
        );
        evidence
            .extend(row.reserved.and_then(|reserved| reserved(value)).map(|name| Evidence::new(EvidenceKind::Reserved, name)));
        evidence.extend(self.view.evidence(span));
        let score = context::weighed(row, self.text, start, span, &mut evidence);
        let Some(span) = self.view.original(span) else { return };
        self.findings.push(Finding { span, entity: row.entity, score, recognizer: row.id, evidence, person: None });
    }
}
