//! [`Compiled`]: the recognizers as automata, and the one pass over a text that wakes them.
//!
//! The pass looks at each byte once. At the beginning of a word or at a sign it looks up the next two bytes, which wakes the
//! few rows that can begin so; a row with an [`Anchor`] is woken by its rarer byte instead and
//! looks back for its beginning. A woken row walks its automaton from there; nothing is read twice for long, because no row
//! can begin inside a run that it has just read.
//!
//! Why tables of our own and not the automata of `regex-automata`, for the 42 rows of the first packs (63 automata, brotli 11):
//! its dense form minimized 24 KB (960 KB in memory), sparse minimized 26 KB (315 KB), ours 13 KB (119 KB), with the tables that
//! wake rows; and no deserializer travels along. The walk is the same one lookup per byte.

use super::{
    Evidence, EvidenceKind, Finding,
    automaton::Automaton,
    context,
    edge::{Side, allows},
    normalize::View,
    recognizer::{Anchor, Edge, Failing, Lead, Recognizer},
    recognizers,
};
use crate::record::Span;

include!(concat!(env!("OUT_DIR"), "/automata.rs"));

/// How a row runs: the automaton of its lead or value, that of the value behind a lead, and the one that reads backwards from
/// its anchor to where it can begin.
#[derive(Debug)]
struct Program {
    head: usize,
    value: Option<usize>,
    back: Option<usize>,
}

const WORD: u8 = 1;
const STARTS: u8 = 2;
const ANCHORS: u8 = 4;

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

    /// Everything that a row finds, in the order of where it is woken, with spans in the original text.
    pub(super) fn find(&self, view: &View<'_>) -> Vec<Finding> {
        let mut scan = Scan {
            rows: &self.rows,
            view,
            text: view.text(),
            done: [0; PROGRAMS.len()],
            starts: Vec::new(),
            ends: Vec::new(),
            findings: Vec::new(),
        };
        scan.run();
        scan.findings
    }
}

struct Scan<'a> {
    rows: &'a [&'static Recognizer],
    view: &'a View<'a>,
    text: &'a str,
    /// Up to where each row has found something.
    done: [usize; PROGRAMS.len()],
    starts: Vec<usize>,
    ends: Vec<usize>,
    findings: Vec<Finding>,
}

impl Scan<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        let mut before = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let wake = WAKE[usize::from(byte)];
            if wake & STARTS != 0 && before & wake & WORD == 0 {
                let next = bytes.get(at + 1).copied().unwrap_or(0);
                let pair = usize::from(FIRST[usize::from(byte)]) * PAIR_WIDTH + usize::from(SECOND[usize::from(next)]);
                for &row in STARTING[usize::from(PAIRS[pair])] {
                    self.attempt(usize::from(row), at);
                }
            }
            if wake & ANCHORS != 0 {
                for &row in ANCHORED[usize::from(ANCHORED_BY[usize::from(byte)])] {
                    self.look_back(usize::from(row), at);
                }
            }
            before = wake;
        }
    }

    /// Tries the beginnings from which the row can reach its anchor, the farthest first.
    fn look_back(&mut self, row: usize, anchor: usize) {
        let Some(back) = PROGRAMS[row].back.filter(|_| anchor >= self.done[row]) else { return };
        let mut starts = std::mem::take(&mut self.starts);
        starts.clear();
        AUTOMATA[back].walk_back(self.text.as_bytes(), anchor, Anchor::BACK, |at| starts.push(at));
        for &start in starts.iter().rev() {
            if self.text.is_char_boundary(start) && self.attempt(row, start) {
                break;
            }
        }
        self.starts = starts;
    }

    /// Runs a row from where it may begin. Says whether it found something.
    fn attempt(&mut self, row: usize, start: usize) -> bool {
        let recognizer = self.rows[row];
        if start < self.done[row] || !allows(recognizer.edges.before, Side::Before, self.text, start) {
            return false;
        }
        let program = &PROGRAMS[row];
        let head = &AUTOMATA[program.head];
        let (value, from) = match program.value {
            None => (head, start),
            Some(value) => {
                let mut end = None;
                head.walk(self.text.as_bytes(), start, |at| end = Some(at));
                let Some(end) = end else { return false };
                if let Lead::Key(words) = recognizer.lead
                    && context::key(words, &self.text[start..end]).is_none()
                {
                    return false;
                }
                (&AUTOMATA[value], end)
            }
        };
        self.collect_ends(value, from, recognizer.edges.after);
        let Some(span) = self.choose(recognizer, from) else { return false };
        self.done[row] = span.end();
        self.found(recognizer, start, span);
        true
    }

    fn collect_ends(&mut self, automaton: &Automaton, from: usize, after: Edge) {
        let (bytes, ends) = (self.text.as_bytes(), &mut self.ends);
        ends.clear();
        let inside = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        // Most ends lie inside a word, where no edge but `Any` allows one.
        automaton.walk(bytes, from, |at| {
            if after == Edge::Any || !inside(at) {
                ends.push(at);
            }
        });
    }

    /// The longest span whose edge and checks hold.
    fn choose(&self, row: &Recognizer, from: usize) -> Option<Span> {
        let fits = |end: &&usize| allows(row.edges.after, Side::After, self.text, **end);
        self.ends.iter().rev().filter(|end| self.text.is_char_boundary(**end)).filter(fits).take(ENDS).find_map(|&end| {
            let span = Span::new(self.text, from..end)?;
            let value = &self.text[span.range()];
            let mut musts = row.checks.iter().filter(|check| check.failing == Failing::Drops);
            musts.all(|check| (check.passes)(value)).then_some(span)
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
