//! Compiles the recognizers' patterns into tables, so that no regular-expression engine has to travel to the browser.
//!
//! The row files are included here by path and in the crate as modules: one source, compiled twice. Each expression becomes a
//! minimal anchored automaton, and the first two bytes of all of them one table that says which rows to try where.
#![allow(dead_code, unused_imports, unreachable_pub, missing_docs)]

#[path = "src/table.rs"]
mod table;

#[path = "src/detect"]
mod detect {
    pub mod check;
    mod entity;
    mod recognizer;
    pub mod recognizers;
    mod score;
    pub use entity::{Class, Entity};
    pub use recognizer::{Anchor, Check, Edge, Edges, Lead, Recognizer};
    pub(crate) use recognizer::{compiled, proving};
    pub use score::Score;
}

use detect::{Anchor, Lead, Recognizer, recognizers::PACKS};
use regex_automata::{
    Anchored, Input, MatchKind,
    dfa::{Automaton as _, StartKind, dense},
    nfa::thompson,
    util::{primitives::StateID, syntax},
};
use std::{collections::BTreeMap, fmt::Write as _};

fn main() {
    for path in ["build.rs", "src/table.rs", "src/detect"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let rows: Vec<&Recognizer> = PACKS.iter().flat_map(|pack| pack.rows).collect();
    let mut out = Output::default();
    let mut heads = Vec::new();
    for row in &rows {
        let head = Machine::compile(row.id, row.head());
        let value = match row.lead {
            Lead::None => None,
            Lead::Form(_) | Lead::Trigger(_) | Lead::Key(_) => Some(Machine::compile(row.id, row.pattern)),
        };
        let back = match row.anchor {
            Anchor::Start => None,
            Anchor::Bytes(bytes) => Some(head.reversed(bytes)),
        };
        out.program(&head, value.as_ref(), back.as_ref());
        heads.push(head);
    }
    let pairs = Pairs::new(&rows, &heads);
    let anchors = Anchors::new(&rows);
    let directory = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let path = std::path::Path::new(&directory).join("automata.rs");
    std::fs::write(path, out.finish(&pairs, &anchors)).expect("OUT_DIR is writable");
}

/// A minimal automaton: state 0 is dead, accepting states come last.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Machine {
    next: Vec<[usize; 256]>,
    start: usize,
    accepting: usize,
}

impl Machine {
    fn compile(id: &str, pattern: &str) -> Self {
        let dfa = dense::Builder::new()
            .syntax(syntax::Config::new().unicode(false).utf8(false))
            .thompson(thompson::Config::new().utf8(false))
            .configure(dense::Config::new().match_kind(MatchKind::All).start_kind(StartKind::Anchored))
            .build(pattern)
            .unwrap_or_else(|error| panic!("the pattern of {id} does not compile: {error:?}"));
        let start = dfa.start_state_forward(&Input::new("").anchored(Anchored::Yes)).expect("anchored");
        let mut ids = BTreeMap::from([(start, 0)]);
        let mut order = vec![start];
        let mut next: Vec<Vec<usize>> = Vec::new();
        // The library reports a match one byte late; asking for the end of input instead undoes that.
        while next.len() < order.len() {
            let from = order[next.len()];
            let targets = (0..=255u8).map(|byte| {
                let to = dfa.next_state(from, byte);
                *ids.entry(to).or_insert_with(|| {
                    order.push(to);
                    order.len() - 1
                })
            });
            next.push(targets.collect());
        }
        let accepts: Vec<bool> = order.iter().map(|&state| dfa.is_match_state(dfa.next_eoi_state(state))).collect();
        assert!(!accepts[0], "the pattern of {id} matches the empty text");
        Self::minimal(&next, &accepts)
    }

    /// Moore's partition refinement; the automata are small.
    fn minimal(next: &[Vec<usize>], accepts: &[bool]) -> Self {
        let mut block: Vec<usize> = accepts.iter().map(|&accept| usize::from(accept)).collect();
        let mut count = 0;
        loop {
            let mut blocks: BTreeMap<(usize, Vec<usize>), usize> = BTreeMap::new();
            let refined: Vec<usize> = (0..next.len())
                .map(|state| {
                    let signature = (block[state], next[state].iter().map(|&to| block[to]).collect());
                    let fresh = blocks.len();
                    *blocks.entry(signature).or_insert(fresh)
                })
                .collect();
            block = refined;
            if blocks.len() == count {
                return Self::numbered(next, accepts, &block, count);
            }
            count = blocks.len();
        }
    }

    fn numbered(next: &[Vec<usize>], accepts: &[bool], block: &[usize], count: usize) -> Self {
        let member: Vec<usize> = (0..count).map(|b| block.iter().position(|&x| x == b).expect("no block is empty")).collect();
        let is_dead = |b: usize| !accepts[member[b]] && next[member[b]].iter().all(|&to| block[to] == b);
        let mut order: Vec<usize> = (0..count).filter(|&b| !is_dead(b)).collect();
        order.sort_by_key(|&b| (accepts[member[b]], member[b]));
        let number: BTreeMap<usize, usize> = order.iter().enumerate().map(|(index, &b)| (b, index + 1)).collect();
        let name = |b: usize| number.get(&b).copied().unwrap_or(0);
        let mut rows = vec![[0; 256]];
        for &b in &order {
            rows.push(std::array::from_fn(|byte| name(block[next[member[b]][byte]])));
        }
        let accepting = 1 + order.iter().filter(|&&b| !accepts[member[b]]).count();
        Self { next: rows, start: name(block[0]), accepting }
    }

    /// Whether the automaton can begin with these two bytes.
    fn begins(&self, first: u8, second: u8) -> bool {
        let state = self.next[self.start][usize::from(first)];
        state >= self.accepting && state != 0 || self.next[state][usize::from(second)] != 0
    }

    /// Reads backwards what can stand before the first of `anchors`, and accepts where the whole can begin.
    fn reversed(&self, anchors: &[u8]) -> Self {
        let free = |byte: &u8| !anchors.contains(byte);
        let before = self.reached(free);
        let leads_on = |state: usize| anchors.iter().any(|&byte| self.next[state][usize::from(byte)] != 0);
        let last: Vec<usize> = before.iter().copied().filter(|&state| leads_on(state)).collect();
        let mut order = vec![last];
        let mut next: Vec<Vec<usize>> = Vec::new();
        while next.len() < order.len() {
            let from = order[next.len()].clone();
            let targets = (0..=255u8).map(|byte| {
                let comes = |state: &usize| free(&byte) && from.contains(&self.next[*state][usize::from(byte)]);
                let set: Vec<usize> = before.iter().copied().filter(comes).collect();
                order.iter().position(|known| *known == set).unwrap_or_else(|| {
                    order.push(set);
                    order.len() - 1
                })
            });
            next.push(targets.collect());
        }
        let accepts: Vec<bool> = order.iter().map(|set| set.contains(&self.start)).collect();
        Self::minimal(&next, &accepts)
    }

    /// The states that these bytes lead to from the start, in order.
    fn reached(&self, allowed: impl Fn(&u8) -> bool) -> Vec<usize> {
        let mut seen = vec![false; self.next.len()];
        let mut todo = vec![self.start];
        while let Some(state) = todo.pop() {
            if state != 0 && !std::mem::replace(&mut seen[state], true) {
                todo.extend((0..=255u8).filter(&allowed).map(|byte| self.next[state][usize::from(byte)]));
            }
        }
        (1..seen.len()).filter(|&state| seen[state]).collect()
    }
}

/// Which rows can begin with which two bytes.
struct Pairs {
    first: [u8; 256],
    second: [u8; 256],
    sets: Vec<Vec<usize>>,
    table: Vec<Vec<usize>>,
}

impl Pairs {
    fn new(rows: &[&Recognizer], heads: &[Machine]) -> Self {
        let starting: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].anchor == Anchor::Start).collect();
        let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
        let mut matrix = vec![vec![0usize; 256]; 256];
        for first in 0..=255u8 {
            for second in 0..=255u8 {
                let set: Vec<usize> = starting.iter().copied().filter(|&row| heads[row].begins(first, second)).collect();
                let index = sets.iter().position(|known| *known == set).unwrap_or_else(|| {
                    sets.push(set);
                    sets.len() - 1
                });
                matrix[usize::from(first)][usize::from(second)] = index;
            }
        }
        let columns: Vec<Vec<usize>> = (0..256).map(|second| matrix.iter().map(|line| line[second]).collect()).collect();
        let (first, lines) = classes(&matrix);
        let (second, kept) = classes(&columns);
        let representative: Vec<usize> = (0..kept.len()).map(|class| position(&second, class)).collect();
        let table = lines.iter().map(|line| representative.iter().map(|&byte| line[byte]).collect()).collect();
        Self { first, second, sets, table }
    }
}

/// Numbers equal vectors alike. Class 0 is that of byte 0.
fn classes(vectors: &[Vec<usize>]) -> ([u8; 256], Vec<Vec<usize>>) {
    let mut kinds: Vec<Vec<usize>> = Vec::new();
    let class = std::array::from_fn(|byte| {
        let index = kinds.iter().position(|kind| *kind == vectors[byte]).unwrap_or_else(|| {
            kinds.push(vectors[byte].clone());
            kinds.len() - 1
        });
        u8::try_from(index).expect("at most 256 classes")
    });
    (class, kinds)
}

fn position(classes: &[u8; 256], class: usize) -> usize {
    classes.iter().position(|&c| usize::from(c) == class).expect("no class is empty")
}

/// The rows that a byte wakes.
struct Anchors {
    sets: Vec<Vec<usize>>,
    by_byte: [usize; 256],
}

impl Anchors {
    fn new(rows: &[&Recognizer]) -> Self {
        let mut this = Self { sets: vec![Vec::new()], by_byte: [0; 256] };
        for byte in 0..=255u8 {
            let woken = |row: &usize| matches!(rows[*row].anchor, Anchor::Bytes(bytes) if bytes.contains(&byte));
            let set: Vec<usize> = (0..rows.len()).filter(woken).collect();
            let index = this.sets.iter().position(|known| *known == set);
            this.by_byte[usize::from(byte)] = index.unwrap_or_else(|| {
                this.sets.push(set);
                this.sets.len() - 1
            });
        }
        this
    }
}

/// The generated source.
#[derive(Default)]
struct Output {
    automata: Vec<String>,
    known: BTreeMap<Machine, usize>,
    class_tables: Vec<[u8; 256]>,
    source: String,
    programs: Vec<String>,
}

impl Output {
    fn program(&mut self, head: &Machine, value: Option<&Machine>, back: Option<&Machine>) {
        let head = self.automaton(head);
        let value = value.map(|machine| self.automaton(machine));
        let back = back.map(|machine| self.automaton(machine));
        self.programs.push(format!("Program {{ head: {head}, value: {value:?}, back: {back:?} }}"));
    }

    fn automaton(&mut self, machine: &Machine) -> usize {
        if let Some(&index) = self.known.get(machine) {
            return index;
        }
        let index = self.automata.len();
        self.known.insert(machine.clone(), index);
        let columns: Vec<Vec<usize>> = (0..256).map(|byte| machine.next.iter().map(|row| row[byte]).collect()).collect();
        let (class, kinds) = classes(&columns);
        let classes_index = self.class_tables.iter().position(|known| *known == class).unwrap_or_else(|| {
            self.class_tables.push(class);
            self.class_tables.len() - 1
        });
        let width = kinds.len();
        let offset = |state: usize| u16::try_from(state * width).expect("an automaton has at most 65,536 transitions");
        let next: Vec<u16> =
            (0..machine.next.len()).flat_map(|s| (0..width).map(move |c| (s, c))).map(|(s, c)| offset(kinds[c][s])).collect();
        writeln!(self.source, "static NEXT_{index}: [u16; {}] = {next:?};", next.len()).expect("a string");
        self.automata.push(format!(
            "Automaton {{ classes: &CLASSES[{classes_index}], next: &NEXT_{index}, start: {}, accepting: {} }}",
            offset(machine.start),
            offset(machine.accepting)
        ));
        index
    }

    fn finish(mut self, pairs: &Pairs, anchors: &Anchors) -> String {
        let width = pairs.table[0].len();
        let table: Vec<usize> = pairs.table.concat();
        let wake: [u8; 256] = std::array::from_fn(|byte| {
            let starts = pairs.table[usize::from(pairs.first[byte])].iter().any(|&set| set != 0);
            let word = u8::try_from(byte).is_ok_and(|byte| byte.is_ascii_alphanumeric());
            u8::from(word) | u8::from(starts) << 1 | u8::from(anchors.by_byte[byte] != 0) << 2
        });
        let mut put = |line: String| writeln!(self.source, "{line}").expect("a string");
        put(format!("static CLASSES: [[u8; 256]; {}] = {:?};", self.class_tables.len(), self.class_tables));
        put(format!("static AUTOMATA: [Automaton; {}] = [{}];", self.automata.len(), self.automata.join(", ")));
        put(format!("static PROGRAMS: [Program; {}] = [{}];", self.programs.len(), self.programs.join(", ")));
        put(format!("static WAKE: [u8; 256] = {wake:?};"));
        put(format!("static FIRST: [u8; 256] = {:?};", pairs.first));
        put(format!("static SECOND: [u8; 256] = {:?};", pairs.second));
        put(format!("const PAIR_WIDTH: usize = {width};"));
        put(format!("static PAIRS: [u16; {}] = {table:?};", table.len()));
        put(format!("static STARTING: [&[u16]; {}] = [{}];", pairs.sets.len(), slices(&pairs.sets)));
        put(format!("static ANCHORED_BY: [u8; 256] = {:?};", anchors.by_byte));
        put(format!("static ANCHORED: [&[u16]; {}] = [{}];", anchors.sets.len(), slices(&anchors.sets)));
        self.source
    }
}

fn slices(sets: &[Vec<usize>]) -> String {
    sets.iter().map(|set| format!("&{set:?}")).collect::<Vec<_>>().join(", ")
}
