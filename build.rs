//! Compiles the recognizers' patterns into tables, so that no regular-expression engine has to travel to the browser.
//!
//! The row files are included here by path and in the crate as modules: one source, compiled twice. Each expression becomes a
//! minimal anchored automaton; those that begin alike are joined, so that a run of digits is read once and not once for every
//! country; and the first two bytes of all of them make one table that says what to try where. `scan.rs` runs the result.
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
    let starting: Vec<(usize, Machine)> = plan.starting.into_iter().map(|machine| (out.group(&machine, None), machine)).collect();
    let mut anchored = Vec::new();
    for (bytes, machine) in &plan.anchored {
        anchored.push((out.group(machine, Some(&machine.reversed(bytes))), *bytes));
    }
    let keywords = out.automaton(&keywords(&rows));
    let pairs = Pairs::new(&starting);
    let anchors = Anchors::new(&anchored);
    out.write(&pairs, &anchors, keywords);
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
            plan.leads.push(SharedLead { rows: units, is_key: matches!(row.lead, Lead::Key(_)), values: joined(values, true) });
        }
        plan.starting = joined(plan.starting, false);
        for (bytes, machines) in anchored {
            plan.anchored.extend(joined(machines, false).into_iter().map(|machine| (bytes, machine)));
        }
        plan
    }
}

/// Joins automata that begin alike, as long as the table grows little; `all` joins whatever fits.
fn joined(mut machines: Vec<Machine>, all: bool) -> Vec<Machine> {
    machines.sort_by_key(|machine| std::cmp::Reverse(machine.cells()));
    let mut groups: Vec<Machine> = Vec::new();
    for machine in machines {
        let begins = machine.begins_with();
        let mut best: Option<(isize, usize, Machine)> = None;
        for (index, group) in groups.iter().enumerate() {
            let likeness = alike(&group.begins_with(), &begins);
            if likeness < 0.5 && !all {
                continue;
            }
            let apart = group.cells() + machine.cells();
            let limit = if all { Machine::LARGEST } else { apart + apart / 4 };
            if let Some(union) = Machine::union(group, &machine, limit.min(Machine::LARGEST)) {
                let growth = union.cells() as isize - apart as isize;
                if best.as_ref().is_none_or(|(least, ..)| growth < *least) {
                    best = Some((growth, index, union));
                }
            }
        }
        match best {
            Some((_, index, union)) => groups[index] = union,
            None => groups.push(machine),
        }
    }
    groups
}

/// The share of beginnings that two automata have in common.
fn alike(a: &[bool; 256], b: &[bool; 256]) -> f64 {
    let count = |test: &dyn Fn(bool, bool) -> bool| a.iter().zip(b).filter(|(a, b)| test(**a, **b)).count() as f64;
    count(&|a, b| a && b) / count(&|a, b| a || b).max(1.0)
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
    /// A table's places are 16 bits wide.
    const LARGEST: usize = 60_000;

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

    /// How many places its table will have.
    fn cells(&self) -> usize {
        self.next.len() << self.shift()
    }

    /// Rows of the table are powers of two wide, at least two.
    fn shift(&self) -> u32 {
        self.next[0].len().max(2).next_power_of_two().trailing_zeros()
    }

    fn begins_with(&self) -> [bool; 256] {
        std::array::from_fn(|byte| self.next[self.start][usize::from(self.classes[byte])] != 0)
    }

    /// Whether the automaton can begin with these two bytes.
    fn begins(&self, first: u8, second: u8) -> bool {
        let state = self.step(self.start, first);
        !self.labels[state].is_empty() || self.step(state, second) != 0
    }

    /// Notes the bytes that can follow these two; all of them where something is complete already.
    fn goes_on(&self, first: u8, second: u8, bits: &mut [u32; 8]) {
        let one = self.step(self.start, first);
        let two = self.step(one, second);
        let complete = !self.labels[one].is_empty() || !self.labels[two].is_empty();
        for byte in (0..=255u8).filter(|&byte| complete || self.step(two, byte) != 0) {
            bits[usize::from(byte >> 5)] |= 1 << (byte & 31);
        }
    }

    /// Both at once, unless that takes more than `limit` places. Minimal, because labels tell the parts apart.
    fn union(a: &Self, b: &Self, limit: usize) -> Option<Self> {
        let (classes, kinds) = classes(&(0..256).map(|byte| vec![a.classes[byte], b.classes[byte]]).collect::<Vec<_>>());
        let shift = kinds.len().max(2).next_power_of_two().trailing_zeros();
        let mut order = vec![(0, 0), (a.start, b.start)];
        let mut ids: BTreeMap<(usize, usize), usize> = order.iter().copied().zip(0..).collect();
        let mut next = vec![vec![0; kinds.len()]];
        while next.len() < order.len() {
            let (left, right) = order[next.len()];
            let targets = kinds.iter().map(|kind| {
                let pair = (a.next[left][usize::from(kind[0])], b.next[right][usize::from(kind[1])]);
                *ids.entry(pair).or_insert_with(|| {
                    order.push(pair);
                    order.len() - 1
                })
            });
            next.push(targets.collect());
            if order.len() << shift > limit {
                return None;
            }
        }
        let labels = order.iter().map(|&(left, right)| {
            let mut both = [&a.labels[left][..], &b.labels[right][..]].concat();
            both.sort_unstable();
            both
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

/// Which groups can begin with which two bytes.
struct Pairs {
    first: [u8; 256],
    second: [u8; 256],
    sets: Vec<Vec<usize>>,
    /// With which third bytes a set is worth a try, as bits.
    third: Vec<[u32; 8]>,
    table: Vec<Vec<usize>>,
}

impl Pairs {
    fn new(groups: &[(usize, Machine)]) -> Self {
        let mut ids = BTreeMap::from([(Vec::new(), 0)]);
        let mut third = vec![[0; 8]];
        let mut matrix = vec![vec![0usize; 256]; 256];
        for first in 0..=255u8 {
            let open: Vec<&(usize, Machine)> =
                groups.iter().filter(|(_, machine)| machine.step(machine.start, first) != 0).collect();
            if open.is_empty() {
                continue;
            }
            for second in 0..=255u8 {
                let woken: Vec<&(usize, Machine)> =
                    open.iter().copied().filter(|(_, machine)| machine.begins(first, second)).collect();
                let fresh = ids.len();
                let id = *ids.entry(woken.iter().map(|(group, _)| *group).collect()).or_insert(fresh);
                matrix[usize::from(first)][usize::from(second)] = id;
                third.resize(ids.len(), [0; 8]);
                woken.iter().for_each(|(_, machine)| machine.goes_on(first, second, &mut third[id]));
            }
        }
        let columns: Vec<Vec<usize>> = (0..256).map(|second| matrix.iter().map(|line| line[second]).collect()).collect();
        let (first, lines) = classes(&matrix);
        let (second, kept) = classes(&columns);
        let position = |class: usize| second.iter().position(|&c| usize::from(c) == class).expect("no class is empty");
        let representative: Vec<usize> = (0..kept.len()).map(position).collect();
        let table = lines.iter().map(|line| representative.iter().map(|&byte| line[byte]).collect()).collect();
        let mut sets = vec![Vec::new(); ids.len()];
        ids.into_iter().for_each(|(set, id)| sets[id] = set);
        Self { first, second, sets, third, table }
    }
}

/// The groups that a byte wakes.
struct Anchors {
    sets: Vec<Vec<usize>>,
    by_byte: [usize; 256],
}

impl Anchors {
    fn new(groups: &[(usize, &'static [u8])]) -> Self {
        let woken =
            |byte: u8| groups.iter().filter(|(_, bytes)| bytes.contains(&byte)).map(|(group, _)| *group).collect::<Vec<_>>();
        let mut sets = vec![Vec::new()];
        let by_byte = std::array::from_fn(|byte| {
            let set = woken(byte as u8);
            sets.iter().position(|known| *known == set).unwrap_or_else(|| {
                sets.push(set);
                sets.len() - 1
            })
        });
        Self { sets, by_byte }
    }
}

/// The generated source and tables.
struct Output<'a> {
    rows: &'a [&'a Recognizer],
    automata: Vec<String>,
    known: BTreeMap<Machine, usize>,
    class_tables: Vec<[u8; 256]>,
    next: Vec<u16>,
    labels: Vec<usize>,
    sets: Vec<Vec<Unit>>,
    leads: Vec<String>,
    groups: Vec<String>,
}

impl<'a> Output<'a> {
    fn new(rows: &'a [&'a Recognizer]) -> Self {
        let (automata, known, class_tables, next) = (Vec::new(), BTreeMap::new(), Vec::new(), Vec::new());
        Self {
            rows,
            automata,
            known,
            class_tables,
            next,
            labels: Vec::new(),
            sets: Vec::new(),
            leads: Vec::new(),
            groups: Vec::new(),
        }
    }

    fn lead(&mut self, lead: &SharedLead) {
        let values: Vec<usize> = lead.values.iter().map(|machine| self.automaton(machine)).collect();
        self.leads.push(format!("SharedLead {{ is_key: {}, values: &{values:?} }}", lead.is_key));
    }

    fn group(&mut self, machine: &Machine, back: Option<&Machine>) -> usize {
        let (automaton, back) = (self.automaton(machine), back.map(|machine| self.automaton(machine)));
        self.groups.push(format!("Group {{ automaton: {automaton}, back: {back:?} }}"));
        self.groups.len() - 1
    }

    /// Writes an automaton down: accepting states last, a step as the distance between the places of two states.
    fn automaton(&mut self, machine: &Machine) -> usize {
        if let Some(&index) = self.known.get(machine) {
            return index;
        }
        let states = machine.next.len();
        let mut order: Vec<usize> = (0..states).collect();
        order.sort_by_key(|&state| (!machine.labels[state].is_empty(), state));
        let mut place = vec![0; states];
        order.iter().enumerate().for_each(|(index, &state)| place[state] = index << machine.shift());
        let class_table = index_of(&mut self.class_tables, machine.classes);
        let base = self.next.len();
        for &state in &order {
            let width = 1 << machine.shift();
            let step = |class: usize| match machine.next[state].get(class).copied().unwrap_or(0) {
                0 => DEAD,
                to => (place[to] as u16).wrapping_sub(place[state] as u16),
            };
            self.next.extend((0..width).map(step));
        }
        let silent = machine.labels.iter().filter(|labels| labels.is_empty()).count();
        let first_label = self.labels.len();
        for &state in &order[silent..] {
            let set = index_of(&mut self.sets, machine.labels[state].clone());
            self.labels.push(set);
        }
        assert!(states << machine.shift() <= Machine::LARGEST + 5000, "an automaton has too many states");
        self.automata.push(format!(
            "Automaton {{ classes: &CLASSES[{class_table}], base: {base}, shift: {}, start: {}, accepting: {}, labels: {first_label} }}",
            machine.shift(),
            place[machine.start],
            silent << machine.shift(),
        ));
        self.known.insert(machine.clone(), self.automata.len() - 1);
        self.automata.len() - 1
    }

    /// Whether something in the set may end inside a word: a lead, or a row whose edge allows it.
    fn ends_inside(&self, set: &[Unit]) -> bool {
        set.iter().any(|&unit| self.rows.get(unit).is_none_or(|row| row.edges.after == Edge::Any))
    }

    fn write(self, pairs: &Pairs, anchors: &Anchors, keywords: usize) {
        let directory = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
        let directory = std::path::Path::new(&directory);
        let blob: Vec<u8> = self.next.iter().flat_map(|step| step.to_le_bytes()).collect();
        std::fs::write(directory.join("next.bin"), blob).expect("OUT_DIR is writable");
        std::fs::write(directory.join("automata.rs"), self.source(pairs, anchors, keywords)).expect("OUT_DIR is writable");
    }

    fn source(&self, pairs: &Pairs, anchors: &Anchors, keywords: usize) -> String {
        let table: Vec<usize> = pairs.table.concat();
        let wake: [u8; 256] = std::array::from_fn(|byte| {
            let starts = pairs.table[usize::from(pairs.first[byte])].iter().any(|&set| set != 0);
            let word = u8::try_from(byte).is_ok_and(|byte| byte.is_ascii_alphanumeric());
            u8::from(word) | u8::from(starts) << 1 | u8::from(anchors.by_byte[byte] != 0) << 2
        });
        let inside: Vec<bool> = self.sets.iter().map(|set| self.ends_inside(set)).collect();
        let mut source = String::new();
        let mut put = |line: String| writeln!(source, "{line}").expect("a string");
        put(format!("pub(super) const ROWS: usize = {};", self.rows.len()));
        put(format!("const STEPS: usize = {};", self.next.len()));
        put(format!("static CLASSES: [[u8; 256]; {}] = {:?};", self.class_tables.len(), self.class_tables));
        put(format!("pub(super) static AUTOMATA: [Automaton; {}] = [{}];", self.automata.len(), self.automata.join(", ")));
        put(format!("static LABELS: [u16; {}] = {:?};", self.labels.len(), self.labels));
        put(format!("pub(super) static SETS: [&[u16]; {}] = [{}];", self.sets.len(), slices(&self.sets)));
        put(format!("pub(super) static INSIDE: [bool; {}] = {inside:?};", inside.len()));
        put(format!("pub(super) static LEADS: [SharedLead; {}] = [{}];", self.leads.len(), self.leads.join(", ")));
        put(format!("pub(super) static GROUPS: [Group; {}] = [{}];", self.groups.len(), self.groups.join(", ")));
        put(format!("pub(super) const KEYWORDS: usize = {keywords};"));
        put(format!("pub(super) static WAKE: [u8; 256] = {wake:?};"));
        put(format!("pub(super) static FIRST: [u8; 256] = {:?};", pairs.first));
        put(format!("pub(super) static SECOND: [u8; 256] = {:?};", pairs.second));
        put(format!("pub(super) const PAIR_WIDTH: usize = {};", pairs.table[0].len()));
        put(format!("pub(super) static PAIRS: [u16; {}] = {table:?};", table.len()));
        put(format!("pub(super) static STARTING: [&[u16]; {}] = [{}];", pairs.sets.len(), slices(&pairs.sets)));
        put(format!("pub(super) static THIRD: [[u32; 8]; {}] = {:?};", pairs.third.len(), pairs.third));
        put(format!("pub(super) static ANCHORED_BY: [u8; 256] = {:?};", anchors.by_byte));
        put(format!("pub(super) static ANCHORED: [&[u16]; {}] = [{}];", anchors.sets.len(), slices(&anchors.sets)));
        source
    }
}

/// The step that leads nowhere: no distance between two places is odd.
const DEAD: u16 = 1;

fn index_of<T: PartialEq>(known: &mut Vec<T>, wanted: T) -> usize {
    known.iter().position(|entry| *entry == wanted).unwrap_or_else(|| {
        known.push(wanted);
        known.len() - 1
    })
}

fn slices(sets: &[Vec<usize>]) -> String {
    sets.iter().map(|set| format!("&{set:?}")).collect::<Vec<_>>().join(", ")
}
