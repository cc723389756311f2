//! Compiles the recognizers' patterns into tables, so that no regular-expression engine has to travel to the browser.
//!
//! The row files are included here by path and in the crate as modules: one source, compiled twice. Each expression becomes a
//! minimal anchored automaton; those that begin alike are joined, so that a run of digits is read once and not once for every
//! country. `tables.rs` reads the result, `scan.rs` runs it.
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
    pub use recognizer::{Anchor, Check, Edge, Edges, Failing, Lead, Recognizer};
    pub(crate) use recognizer::{compiled, proving};
    pub use score::Score;
}

use detect::{Anchor, Edge, Lead, Recognizer, recognizers};
use regex_automata::{
    Anchored, Input, MatchKind,
    dfa::{Automaton as _, StartKind, dense},
    nfa::thompson,
    util::{primitives::StateID, syntax},
};
use std::{
    collections::{BTreeMap, VecDeque},
    fmt::Write as _,
};

fn main() {
    for path in ["build.rs", "src/table.rs", "src/detect"] {
        println!("cargo:rerun-if-changed={path}");
    }
    let rows: Vec<&Recognizer> = recognizers::all().collect();
    let mut out = Output::new(&rows);
    let plan = Plan::new(&rows);
    for lead in &plan.leads {
        out.lead(lead);
    }
    plan.starting.iter().for_each(|machine| out.group(machine, &[], &plan.leads));
    plan.anchored.iter().for_each(|(bytes, machine)| out.group(machine, bytes, &plan.leads));
    let keywords = out.automaton(&keywords(&rows));
    out.write(keywords);
}

/// What can be complete somewhere: a row (its place among the rows), or a lead (behind the rows).
type Unit = usize;

/// A lead that rows share, and what may follow it.
struct SharedLead {
    rows: Vec<Unit>,
    is_key: bool,
    values: Vec<Machine>,
}

/// Which automata there will be.
struct Plan {
    starting: Vec<Machine>,
    anchored: Vec<(&'static [u8], Machine)>,
    leads: Vec<SharedLead>,
}

impl Plan {
    fn new(rows: &[&Recognizer]) -> Self {
        let mut plan = Self { starting: Vec::new(), anchored: Vec::new(), leads: Vec::new() };
        let mut shared: BTreeMap<(&str, Vec<u8>), Vec<Unit>> = BTreeMap::new();
        let mut anchored: BTreeMap<&'static [u8], Vec<Machine>> = BTreeMap::new();
        let mut put = |plan: &mut Self, anchor: Anchor, machine: Machine| match anchor {
            Anchor::Start => plan.starting.push(machine),
            Anchor::Bytes(bytes) => anchored.entry(bytes).or_default().push(machine),
        };
        for (unit, row) in rows.iter().enumerate() {
            match row.lead {
                Lead::None => put(&mut plan, row.anchor, Machine::compile(row.id, row.pattern, unit)),
                Lead::Form(_) | Lead::Trigger(_) | Lead::Key(_) => {
                    let anchor = match row.anchor {
                        Anchor::Start => Vec::new(),
                        Anchor::Bytes(bytes) => bytes.to_vec(),
                    };
                    shared.entry((row.head(), anchor)).or_default().push(unit);
                }
            }
        }
        for ((lead, _), units) in shared {
            let row = rows[units[0]];
            let label = rows.len() + plan.leads.len();
            put(&mut plan, row.anchor, Machine::compile(row.id, lead, label));
            let values = units.iter().map(|&unit| Machine::compile(rows[unit].id, rows[unit].pattern, unit)).collect();
            plan.leads.push(SharedLead { rows: units, is_key: matches!(row.lead, Lead::Key(_)), values: joined(values) });
        }
        plan.starting = joined(plan.starting);
        for (bytes, machines) in anchored {
            plan.anchored.extend(joined(machines).into_iter().map(|machine| (bytes, machine)));
        }
        plan
    }
}

/// How an automaton takes ordinary words: the longer it follows them, the more states it adds to whatever it is joined with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Taste {
    /// Begins with digits or signs.
    Signs,
    /// Leaves a word that it does not know at once: a list of words, a prefix.
    Choosy,
    /// Follows any capitalized word.
    Capitals,
    /// Follows any word at all.
    Anything,
}

impl Taste {
    fn of(machine: &Machine) -> Self {
        let follows = |word: &[u8]| word.iter().fold(machine.start, |state, &byte| machine.step(state, byte)) != 0;
        let begins = |byte: &u8| machine.step(machine.start, *byte) != 0;
        if follows(b"qxjvk") {
            Self::Anything
        } else if follows(b"Qxjvk") || follows(b"QXJVK") {
            Self::Capitals
        } else if (b'a'..=b'z').chain(b'A'..=b'Z').any(|byte| begins(&byte)) {
            Self::Choosy
        } else {
            Self::Signs
        }
    }
}

/// Joins automata of one taste, so that a place in the text is looked at once for all of them, as long as that does not take many
/// more states than they have apart.
fn joined(machines: Vec<Machine>) -> Vec<Machine> {
    let mut by_taste: BTreeMap<Taste, Vec<Machine>> = BTreeMap::new();
    for machine in machines {
        by_taste.entry(Taste::of(&machine)).or_default().push(machine);
    }
    let mut out = Vec::new();
    for (_, mut machines) in by_taste {
        machines.sort_by_key(|machine| machine.begins_with());
        join(&machines, &mut out);
    }
    out
}

/// One automaton for all of these, or two for halves of them, and so on.
fn join(machines: &[Machine], out: &mut Vec<Machine>) {
    let apart: usize = machines.iter().map(|machine| machine.next.len()).sum();
    match machines {
        [] => (),
        [only] => out.push(only.clone()),
        several => match Machine::union(several, Machine::LARGEST.min(apart + apart / 20 + 20)) {
            Some(union) => out.push(union),
            None => {
                let (left, right) = several.split_at(several.len() / 2);
                join(left, out);
                join(right, out);
            }
        },
    }
}

/// All words of [`Lead::Key`] rows, to be found anywhere in a name in one pass, in any case of letters (Aho and Corasick, 1975).
fn keywords(rows: &[&Recognizer]) -> Machine {
    let mut trie: Vec<BTreeMap<u8, usize>> = vec![BTreeMap::new(), BTreeMap::new()];
    let mut labels: Vec<Vec<Unit>> = vec![Vec::new(); 2];
    for (unit, row) in rows.iter().enumerate() {
        let Lead::Key(words) = row.lead else { continue };
        for word in words {
            let mut state = 1;
            for &byte in word.as_bytes() {
                let fresh = trie.len();
                state = *trie[state].entry(byte).or_insert(fresh);
                if state == fresh {
                    trie.push(BTreeMap::new());
                    labels.push(Vec::new());
                }
            }
            labels[state].push(unit);
        }
    }
    let mut next = vec![vec![0usize; 256]; trie.len()];
    let mut fall = vec![1usize; trie.len()];
    let mut queue = VecDeque::from([1]);
    while let Some(state) = queue.pop_front() {
        let inherited = labels[fall[state]].clone();
        if state != 1 {
            labels[state].extend(inherited);
        }
        for byte in 0..=255u8 {
            let missing = if state == 1 { 1 } else { next[fall[state]][usize::from(byte)] };
            next[state][usize::from(byte)] = match trie[state].get(&byte.to_ascii_lowercase()) {
                Some(&child) => {
                    fall[child] = missing;
                    if byte == byte.to_ascii_lowercase() {
                        queue.push_back(child);
                    }
                    child
                }
                None => missing,
            };
        }
    }
    labels.iter_mut().for_each(|set| {
        set.sort_unstable();
        set.dedup();
    });
    Machine::from_table(&next, 1, labels)
}

/// A deterministic automaton. State 0 is dead; bytes that no state tells apart share a class.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Machine {
    classes: [u8; 256],
    next: Vec<Vec<usize>>,
    start: usize,
    /// What is complete in each state, in order.
    labels: Vec<Vec<Unit>>,
}

impl Machine {
    /// The most states of one automaton: they are numbered with 16 bits, and its table should stay small.
    const LARGEST: usize = 16_000;

    fn compile(id: &str, pattern: &str, label: Unit) -> Self {
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
        while next.len() < order.len() {
            let from = order[next.len()];
            let (mut last, mut index) = (None, 0);
            let targets = (0..=255u8).map(|byte| {
                let to = dfa.next_state(from, byte);
                if last != Some(to) {
                    last = Some(to);
                    index = *ids.entry(to).or_insert_with(|| {
                        order.push(to);
                        order.len() - 1
                    });
                }
                index
            });
            next.push(targets.collect());
        }
        // The library reports a match one byte late; asking for the end of input instead undoes that.
        let label = |&state: &StateID| if dfa.is_match_state(dfa.next_eoi_state(state)) { vec![label] } else { Vec::new() };
        let labels: Vec<Vec<Unit>> = order.iter().map(label).collect();
        assert!(labels[0].is_empty(), "the pattern of {id} matches the empty text");
        Self::from_table(&next, 0, labels)
    }

    /// From a table by state and byte: finds the classes, and the fewest states (Moore's refinement).
    fn from_table(next: &[Vec<usize>], start: usize, labels: Vec<Vec<Unit>>) -> Self {
        let columns: Vec<Vec<usize>> = (0..256).map(|byte| next.iter().map(|row| row[byte]).collect()).collect();
        let (classes, kinds) = classes(&columns);
        let narrow: Vec<Vec<usize>> = (0..next.len()).map(|state| kinds.iter().map(|column| column[state]).collect()).collect();
        let (mut block, mut count) = blocks(labels.iter());
        loop {
            let signature = |state: usize| {
                let to = narrow[state].iter().map(|&to| block[to]);
                std::iter::once(block[state]).chain(to).collect::<Vec<_>>()
            };
            let (refined, finer) = blocks((0..next.len()).map(signature));
            block = refined;
            if finer == count {
                break;
            }
            count = finer;
        }
        let member: Vec<usize> = (0..count).map(|b| block.iter().position(|&x| x == b).expect("no block is empty")).collect();
        let is_dead = |b: usize| labels[member[b]].is_empty() && narrow[member[b]].iter().all(|&to| block[to] == b);
        let alive: Vec<usize> = (0..count).filter(|&b| !is_dead(b)).collect();
        let number: BTreeMap<usize, usize> = alive.iter().enumerate().map(|(index, &b)| (b, index + 1)).collect();
        let name = |b: usize| number.get(&b).copied().unwrap_or(0);
        let rows = alive.iter().map(|&b| narrow[member[b]].iter().map(|&to| name(block[to])).collect());
        Self {
            next: std::iter::once(vec![0; kinds.len()]).chain(rows).collect(),
            start: name(block[start]),
            labels: std::iter::once(Vec::new()).chain(alive.iter().map(|&b| labels[member[b]].clone())).collect(),
            classes,
        }
    }

    fn step(&self, state: usize, byte: u8) -> usize {
        self.next[state][usize::from(self.classes[usize::from(byte)])]
    }

    fn begins_with(&self) -> [bool; 256] {
        std::array::from_fn(|byte| self.next[self.start][usize::from(self.classes[byte])] != 0)
    }

    /// The same automaton, its states numbered along the paths through it, so that like follows like.
    fn numbered(&self) -> Self {
        let mut number = vec![0; self.next.len()];
        let mut order = vec![0];
        let mut open = vec![self.start];
        while let Some(state) = open.pop() {
            if state != 0 && number[state] == 0 {
                number[state] = order.len();
                order.push(state);
                open.extend(self.next[state].iter().rev());
            }
        }
        let next = order.iter().map(|&state| self.next[state].iter().map(|&to| number[to]).collect()).collect();
        let labels = order.iter().map(|&state| self.labels[state].clone()).collect();
        Self { classes: self.classes, next, start: 1, labels }
    }

    /// All at once, unless that takes more than `limit` states. Minimal, because labels tell the parts apart.
    fn union(machines: &[Self], limit: usize) -> Option<Self> {
        let signature = |byte: usize| machines.iter().map(|machine| machine.classes[byte]).collect::<Vec<u8>>();
        let (classes, kinds) = classes(&(0..256).map(signature).collect::<Vec<_>>());
        // A state is the states that its parts are in, as far as they are alive.
        let start: Vec<(usize, usize)> = machines.iter().map(|machine| machine.start).enumerate().collect();
        let mut order = vec![Vec::new(), start];
        let mut ids: BTreeMap<Vec<(usize, usize)>, usize> = order.iter().cloned().zip(0..).collect();
        let mut next = vec![vec![0; kinds.len()]];
        while next.len() < order.len() {
            let from = order[next.len()].clone();
            let step = |kind: &Vec<u8>| {
                let to = from.iter().map(|&(part, state)| (part, machines[part].next[state][usize::from(kind[part])]));
                to.filter(|&(_, state)| state != 0).collect::<Vec<_>>()
            };
            let targets = kinds.iter().map(step).collect::<Vec<_>>().into_iter().map(|to| {
                *ids.entry(to.clone()).or_insert_with(|| {
                    order.push(to);
                    order.len() - 1
                })
            });
            next.push(targets.collect());
            if order.len() > limit {
                return None;
            }
        }
        let labels = order.iter().map(|parts| {
            let mut all: Vec<Unit> =
                parts.iter().flat_map(|&(part, state)| machines[part].labels[state].iter().copied()).collect();
            all.sort_unstable();
            all
        });
        Some(Self { classes, start: 1, labels: labels.collect(), next })
    }

    /// Reads backwards what can stand before the first of `anchors`, and accepts where the whole can begin.
    fn reversed(&self, anchors: &[u8]) -> Self {
        let class_of = |byte: u8| vec![self.classes[usize::from(byte)], u8::from(anchors.contains(&byte))];
        let (by_byte, kinds) = classes(&(0..=255u8).map(class_of).collect::<Vec<_>>());
        let leads_on = |state: usize| anchors.iter().any(|&byte| self.step(state, byte) != 0);
        let before = self.reached(anchors);
        let last: Vec<usize> = before.iter().copied().filter(|&state| leads_on(state)).collect();
        let mut ids = BTreeMap::from([(last.clone(), 0)]);
        let mut order = vec![last];
        let mut next: Vec<Vec<usize>> = Vec::new();
        while next.len() < order.len() {
            let mut inside = vec![false; self.next.len()];
            order[next.len()].iter().for_each(|&state| inside[state] = true);
            let targets: Vec<usize> = kinds
                .iter()
                .map(|kind| {
                    let comes = |state: &usize| kind[1] == 0 && inside[self.next[*state][usize::from(kind[0])]];
                    let set: Vec<usize> = before.iter().copied().filter(comes).collect();
                    *ids.entry(set.clone()).or_insert_with(|| {
                        order.push(set);
                        order.len() - 1
                    })
                })
                .collect();
            next.push(by_byte.iter().map(|&class| targets[usize::from(class)]).collect());
        }
        let labels = order.iter().map(|set| if set.contains(&self.start) { vec![0] } else { Vec::new() }).collect();
        Self::from_table(&next, 0, labels)
    }

    /// The states that other bytes than `anchors` lead to from the start, in order.
    fn reached(&self, anchors: &[u8]) -> Vec<usize> {
        let mut seen = vec![false; self.next.len()];
        let mut todo = vec![self.start];
        while let Some(state) = todo.pop() {
            if state != 0 && !std::mem::replace(&mut seen[state], true) {
                todo.extend((0..=255u8).filter(|byte| !anchors.contains(byte)).map(|byte| self.step(state, byte)));
            }
        }
        (1..seen.len()).filter(|&state| seen[state]).collect()
    }
}

/// Numbers equal signatures alike, in the order in which they come.
fn blocks<T: Ord>(signatures: impl Iterator<Item = T>) -> (Vec<usize>, usize) {
    let mut known: BTreeMap<T, usize> = BTreeMap::new();
    let numbers = signatures.map(|signature| {
        let fresh = known.len();
        *known.entry(signature).or_insert(fresh)
    });
    let numbers = numbers.collect();
    (numbers, known.len())
}

/// Numbers bytes with equal vectors alike. Class 0 is that of byte 0.
fn classes<T: Ord + Clone>(vectors: &[Vec<T>]) -> ([u8; 256], Vec<Vec<T>>) {
    let (numbers, count) = blocks(vectors.iter());
    let kinds = (0..count).map(|class| vectors[numbers.iter().position(|&n| n == class).expect("no class is empty")].clone());
    (std::array::from_fn(|byte| u8::try_from(numbers[byte]).expect("at most 256 classes")), kinds.collect())
}

/// The tables as one stream of bytes, small before they are compressed and smaller after: `tables.rs` reads it.
///
/// A state is written as what tells it from one of the states shortly before it, because the states of a long count or of a word
/// list differ in little; kinds of bytes go into streams of their own, because each compresses best beside its like.
struct Output<'a> {
    rows: &'a [&'a Recognizer],
    known: BTreeMap<Machine, usize>,
    class_tables: Vec<[u8; 256]>,
    sets: Vec<Vec<Unit>>,
    automata: Vec<u8>,
    /// By state: which state before it, and how; how many places differ; where, how many in a row, and where they lead.
    streams: [Vec<u8>; 5],
    leads: Vec<u8>,
    groups: Vec<u8>,
    counts: [usize; 2],
}

/// How far back the state lies that a state is told by.
const WINDOW: usize = 48;

/// Places of a row that differ from another: the first, how many, and where they lead.
type Difference = (usize, usize, usize);

impl<'a> Output<'a> {
    fn new(rows: &'a [&'a Recognizer]) -> Self {
        let (known, class_tables, sets, streams) = (BTreeMap::new(), Vec::new(), Vec::new(), Default::default());
        let (automata, leads, groups) = (Vec::new(), Vec::new(), Vec::new());
        Self { rows, known, class_tables, sets, automata, streams, leads, groups, counts: [0; 2] }
    }

    fn lead(&mut self, lead: &SharedLead) {
        let values: Vec<usize> = lead.values.iter().map(|machine| self.automaton(machine)).collect();
        put(&mut self.leads, usize::from(lead.is_key));
        put(&mut self.leads, values.len());
        values.into_iter().for_each(|value| put(&mut self.leads, value));
        self.counts[0] += 1;
    }

    fn group(&mut self, machine: &Machine, anchor: &[u8], leads: &[SharedLead]) {
        let automaton = self.automaton(machine);
        let row_of = |&unit: &Unit| self.rows[if unit < self.rows.len() { unit } else { leads[unit - self.rows.len()].rows[0] }];
        let inside = machine.labels.iter().flatten().any(|unit| row_of(unit).edges.before == Edge::Any);
        let back = (!anchor.is_empty()).then(|| self.automaton(&machine.reversed(anchor)));
        put(&mut self.groups, 2 * automaton + usize::from(inside));
        put(&mut self.groups, anchor.len());
        self.groups.extend(anchor);
        back.into_iter().for_each(|back| put(&mut self.groups, back));
        self.counts[1] += 1;
    }

    fn automaton(&mut self, machine: &Machine) -> usize {
        let machine = machine.numbered();
        if let Some(&index) = self.known.get(&machine) {
            return index;
        }
        assert!(machine.next.len() <= usize::from(u16::MAX), "an automaton has too many states");
        let class_table = index_of(&mut self.class_tables, machine.classes);
        for number in [class_table, machine.next[0].len(), machine.next.len()] {
            put(&mut self.automata, number);
        }
        let labels: Vec<usize> = machine.labels.iter().map(|set| self.set(set)).collect();
        for run in labels.chunk_by(|a, b| a == b) {
            put(&mut self.automata, run.len());
            put(&mut self.automata, run[0]);
        }
        let mut seen = 1;
        for state in 1..machine.next.len() {
            self.state(&machine.next, state, &mut seen);
        }
        let index = self.known.len();
        self.known.insert(machine, index);
        index
    }

    /// 0 for nothing, else the set's place behind that.
    fn set(&mut self, set: &[Unit]) -> usize {
        if set.is_empty() { 0 } else { 1 + index_of(&mut self.sets, set.to_vec()) }
    }

    fn state(&mut self, next: &[Vec<usize>], state: usize, seen: &mut usize) {
        let mut best = (usize::MAX, 0, Vec::new());
        for back in 0..=WINDOW.min(state) {
            for moved in 0..=usize::from(back > 0) {
                let like = |class: usize| match (back, next[state - back][class]) {
                    (0, _) | (_, 0) => 0,
                    (_, to) => to + moved * back,
                };
                let differences = differences(&next[state], like, best.0);
                let cost = 3 * differences.len() + usize::from(back > 1);
                if cost < best.0 {
                    best = (cost, 2 * back + moved, differences);
                }
            }
        }
        let [template, count, gap, length, target] = &mut self.streams;
        put(template, best.1);
        put(count, best.2.len());
        let mut done = 0;
        for (first, run, to) in best.2 {
            put(gap, first - done);
            put(length, run);
            done = first + run;
            match to {
                0 => put(target, 0),
                to if to == *seen + 1 => {
                    put(target, 1);
                    *seen += 1;
                }
                to if to <= state => put(target, 2 + 2 * (state - to)),
                to => put(target, 1 + 2 * (to - state)),
            }
        }
        *seen = next[state].iter().copied().fold(*seen, usize::max);
    }

    /// Whether something in the set may end inside a word: a lead, or a row whose edge allows it.
    fn ends_inside(&self, set: &[Unit]) -> bool {
        set.iter().any(|&unit| self.rows.get(unit).is_none_or(|row| row.edges.after == Edge::Any))
    }

    fn write(self, keywords: usize) {
        let mut out = Vec::new();
        put(&mut out, self.class_tables.len());
        for table in &self.class_tables {
            for run in table.chunk_by(|a, b| a == b) {
                put(&mut out, run.len());
                out.push(run[0]);
            }
        }
        put(&mut out, self.sets.len());
        for set in &self.sets {
            put(&mut out, 2 * set.len() + usize::from(self.ends_inside(set)));
            set.iter().for_each(|&unit| put(&mut out, unit));
        }
        put(&mut out, self.known.len());
        for stream in [&self.automata].into_iter().chain(&self.streams) {
            put(&mut out, stream.len());
        }
        out.extend(&self.automata);
        self.streams.iter().for_each(|stream| out.extend(stream));
        put(&mut out, self.counts[0]);
        out.extend(&self.leads);
        put(&mut out, self.counts[1]);
        out.extend(&self.groups);
        put(&mut out, keywords);
        let directory = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
        let directory = std::path::Path::new(&directory);
        std::fs::write(directory.join("tables.bin"), out).expect("OUT_DIR is writable");
        let rows = format!("/// How many rows there are.\npub(super) const ROWS: usize = {};\n", self.rows.len());
        std::fs::write(directory.join("rows.rs"), rows).expect("OUT_DIR is writable");
    }
}

/// Where a row differs from another, as long as that is cheaper than `limit`.
fn differences(row: &[usize], like: impl Fn(usize) -> usize, limit: usize) -> Vec<Difference> {
    let mut out: Vec<Difference> = Vec::new();
    for (class, &to) in row.iter().enumerate() {
        if to == like(class) {
            continue;
        }
        match out.last_mut() {
            Some((first, run, same)) if *first + *run == class && *same == to => *run += 1,
            _ => out.push((class, 1, to)),
        }
        if 3 * out.len() > limit {
            break;
        }
    }
    out
}

/// A number in groups of seven bits, the lowest first (LEB128).
fn put(out: &mut Vec<u8>, mut number: usize) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

fn index_of<T: PartialEq>(known: &mut Vec<T>, wanted: T) -> usize {
    known.iter().position(|entry| *entry == wanted).unwrap_or_else(|| {
        known.push(wanted);
        known.len() - 1
    })
}
