//! [`Machine`]: walks over the [`Program`], all of its rows at once, and remembers each step.
//!
//! A state is the set of nodes that a walk can be at; where a set and a kind of bytes lead is worked out when a text first needs
//! it, and a table look-up from then on (the subset construction of Rabin and Scott, 1959, done as far as texts go). So every
//! walk is linear in what it reads, and the table holds what texts use: it stays in the caches. What is remembered never changes
//! what is found.

use super::program::{Node, PROGRAM, Program, Start};
use super::steps::{COMPLETE, DEAD, FIRST, Steps, UNKNOWN};
use std::collections::BTreeMap;
use std::sync::Arc;

/// An offset at which something is complete, and the number of the [`Set`] that says what.
pub(super) type End = (usize, u32);

/// Rows and leads that are complete at the same offset.
#[derive(Debug)]
pub(super) struct Set {
    /// In order; leads are numbered behind the rows.
    pub(super) units: Vec<u16>,
    /// By kind of byte: whether one of them counts where such a byte stands behind it.
    counts_before: Vec<bool>,
}

/// What was worked out so far.
#[derive(Debug)]
pub(super) struct Machine {
    program: &'static Program,
    steps: Steps,
    /// By state: its nodes, in order, and its set.
    states: Vec<(Arc<[u32]>, u32)>,
    known: BTreeMap<Arc<[u32]>, u16>,
    /// By start: its state; [`UNKNOWN`] until it is needed.
    starts: Vec<u16>,
    sets: Vec<Set>,
    known_sets: BTreeMap<Vec<u16>, u32>,
    /// By node: the last round in which it was reached.
    seen: Vec<u32>,
    round: u32,
    /// Nodes that are still to be followed; empty between calls.
    open: Vec<u32>,
    /// How many states are remembered before the memory begins anew.
    pub(super) limit: usize,
}

impl Machine {
    /// No walk reads more than this; longer than any value, short enough that a mistake in a row cannot hang the page.
    const REACH: usize = 16 * 1024;
    /// No more states are remembered than this.
    const LIMIT: usize = 16_000;

    /// Bytes that are read of a word before it is walked.
    const GLANCE: usize = 5;

    pub(super) fn new() -> Self {
        let program = &*PROGRAM;
        let steps = Steps::new(program);
        let (states, known, known_sets) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        let (starts, seen) = (vec![UNKNOWN; program.starts.len()], vec![0; program.nodes.len()]);
        let sets = vec![Set { units: Vec::new(), counts_before: vec![false; program.width()] }];
        let (round, open, limit) = (0, Vec::new(), Self::LIMIT);
        let mut this = Self { program, steps, states, known, starts, sets, known_sets, seen, round, open, limit };
        this.forget();
        this
    }

    /// What is complete together.
    pub(super) fn set(&self, set: u32) -> &Set {
        &self.sets[set as usize]
    }

    fn forget(&mut self) {
        self.known.clear();
        self.states.clear();
        self.states.resize_with(usize::from(FIRST), || (Arc::from([]), 0));
        self.steps.forget();
        self.starts.fill(UNKNOWN);
    }

    /// Whether it is known that a walk from here would end within [`Self::GLANCE`] bytes, and that nothing is complete on its way.
    /// Takes the same steps whatever it reads, so that a processor looks at several places at once.
    #[inline(always)]
    pub(super) fn is_barren(&self, first: u16, bytes: &[u8], from: usize) -> bool {
        let Some(bytes) = bytes.get(from..).and_then(|rest| rest.first_chunk::<{ Self::GLANCE }>()) else { return false };
        let (mut state, mut met) = (first, 0);
        for &byte in bytes {
            let next = self.steps.next(state, byte);
            met |= next;
            state = next & !COMPLETE;
        }
        state == DEAD && met < COMPLETE
    }

    /// Puts every end into `ends` at which what starts at `from` is complete, shortest first, and says how far it read: never more
    /// than `reach` bytes. Ends behind which nothing that is complete there can count are left out: most lie inside a word.
    #[inline(always)] // Also where the engine is built for size: it is called at every word.
    pub(super) fn walk(&mut self, start: Start, bytes: &[u8], from: usize, reach: usize, ends: &mut Vec<End>) -> usize {
        ends.clear();
        let state = self.start(start);
        let bytes = &bytes[..bytes.len().min(from + reach.min(Self::REACH))];
        // Most walks end here, after a few bytes and without an end.
        let (state, next, at) = self.run(state, bytes, from);
        if next == DEAD {
            return at;
        }
        self.walk_on(state, next, bytes, at, ends)
    }

    #[inline(never)]
    fn walk_on(&mut self, mut state: u16, mut next: u16, bytes: &[u8], mut at: usize, ends: &mut Vec<End>) -> usize {
        // The text ends where the machine stays.
        while next != state {
            let set = self.states[usize::from(state)].1;
            let mut to = next;
            if to == UNKNOWN {
                to = self.work_out(state, self.program.kinds[usize::from(bytes[at - 1])]);
            }
            if to >= COMPLETE {
                ends.push((at - 1, set));
                to &= !COMPLETE;
            }
            if to == DEAD {
                return at;
            }
            (state, next, at) = self.run(to, bytes, at);
        }
        let set = self.states[usize::from(state)].1;
        if set != 0 {
            ends.push((at, set));
        }
        at
    }

    /// Goes on as long as nothing happens: the state in which something does, what the table says there, and the offset behind
    /// the byte that it says it of. The state twice, where the text ends.
    #[inline(always)]
    fn run(&self, mut state: u16, bytes: &[u8], from: usize) -> (u16, u16, usize) {
        let mut next = state;
        for (index, &byte) in bytes[from..].iter().enumerate() {
            next = self.steps.next(state, byte);
            if !(FIRST..COMPLETE).contains(&next) {
                return (state, next, from + index + 1);
            }
            state = next;
        }
        (state, next, bytes.len())
    }

    /// Adds what is complete anywhere in a text to `units`.
    pub(super) fn units(&mut self, start: Start, bytes: &[u8], units: &mut Vec<u16>) {
        let mut state = self.start(start);
        for &byte in bytes {
            state = self.step(state, byte);
            if state == DEAD {
                return;
            }
            units.extend(&self.sets[self.states[usize::from(state)].1 as usize].units);
        }
    }

    /// Tells `accept` every offset, nearest first and at most `reach` bytes back, from which what ends at `from` can begin. For
    /// starts that read backwards.
    pub(super) fn walk_back(&mut self, start: Start, bytes: &[u8], from: usize, reach: usize, mut accept: impl FnMut(usize)) {
        let mut state = self.start(start);
        if self.states[usize::from(state)].1 != 0 {
            accept(from);
        }
        let mut at = from;
        while at > from.saturating_sub(reach) {
            at -= 1;
            state = self.step(state, bytes[at]);
            if state == DEAD {
                return;
            }
            if self.states[usize::from(state)].1 != 0 {
                accept(at);
            }
        }
    }

    #[inline(always)]
    fn step(&mut self, state: u16, byte: u8) -> u16 {
        match self.steps.next(state, byte) {
            UNKNOWN => self.work_out(state, self.program.kinds[usize::from(byte)]) & !COMPLETE,
            next => next & !COMPLETE,
        }
    }

    pub(super) fn start(&mut self, start: Start) -> u16 {
        if self.starts[start] == UNKNOWN {
            let mut nodes = Vec::new();
            self.round += 1;
            self.reach(self.program.starts[start], &mut nodes);
            self.starts[start] = self.state(nodes);
        }
        self.starts[start]
    }

    #[cold]
    #[inline(never)]
    fn work_out(&mut self, state: u16, kind: u8) -> u16 {
        let from = Arc::clone(&self.states[usize::from(state)].0);
        let mut nodes = Vec::new();
        self.round += 1;
        for &node in &*from {
            if let Node::Byte { class, next } = self.program.nodes[node as usize]
                && self.program.holds(class, kind)
            {
                self.reach(next, &mut nodes);
            }
        }
        let counts = self.set(self.states[usize::from(state)].1).counts_before[usize::from(kind)];
        let flag = if counts { COMPLETE } else { 0 };
        if self.states.len() >= self.limit {
            self.forget();
            return self.state(nodes) | flag;
        }
        let next = self.state(nodes) | flag;
        self.steps.note(state, kind, next);
        next
    }

    /// Adds the nodes that read something, and what is complete, from a node on.
    fn reach(&mut self, from: u32, nodes: &mut Vec<u32>) {
        let mut node = from;
        loop {
            let is_new = std::mem::replace(&mut self.seen[node as usize], self.round) != self.round;
            match self.program.nodes[node as usize] {
                Node::Split(a, b) if is_new => self.open.extend([a, b]),
                Node::Byte { .. } | Node::Match(_) if is_new => nodes.push(node),
                Node::Split(..) | Node::Byte { .. } | Node::Match(_) => (),
            }
            match self.open.pop() {
                Some(next) => node = next,
                None => return,
            }
        }
    }

    /// The state of these nodes.
    fn state(&mut self, mut nodes: Vec<u32>) -> u16 {
        if nodes.is_empty() {
            return DEAD;
        }
        nodes.sort_unstable();
        if let Some(&number) = self.known.get(&nodes[..]) {
            return number;
        }
        let number = self.states.len() as u16;
        let set = self.set_of(&nodes);
        let nodes: Arc<[u32]> = nodes.into();
        self.known.insert(Arc::clone(&nodes), number);
        self.states.push((nodes, set));
        self.steps.make_room(self.states.len());
        number
    }

    fn set_of(&mut self, nodes: &[u32]) -> u32 {
        let unit = |&node: &u32| if let Node::Match(unit) = self.program.nodes[node as usize] { Some(unit) } else { None };
        let mut units: Vec<u16> = nodes.iter().filter_map(unit).collect();
        if units.is_empty() {
            return 0;
        }
        units.sort_unstable();
        units.dedup();
        if let Some(&number) = self.known_sets.get(&units) {
            return number;
        }
        let number = self.sets.len() as u32;
        let counts = |kind: usize| units.iter().any(|&unit| self.program.counts_before(unit, kind as u8));
        let counts_before = (0..self.program.width()).map(counts).collect();
        self.sets.push(Set { units: units.clone(), counts_before });
        self.known_sets.insert(units, number);
        number
    }
}
