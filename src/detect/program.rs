//! [`Program`]: the expressions of all rows as one nondeterministic automaton (Thompson, 1968), read once from the code that the
//! build script wrote.
//!
//! Why no finished tables travel: for 720 rows they weighed 113 KB (brotli 11) and were 59,000 states, which no cache holds; the
//! code of the same expressions is a fifth of that, and a text meets a few thousand of the states (`machine.rs`).

use super::code::{Step, Stream, WRITTEN};
use super::recognizer::{Edge, Lead, Recognizer};
use super::recognizers;
use super::wake::Wake;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/rows.rs"));

/// Where a walk can begin: the number of its first node among [`Program::starts`].
pub(super) type Start = usize;

/// A node of the automaton.
#[derive(Clone, Copy, Debug)]
pub(super) enum Node {
    /// Reads a byte of a class.
    Byte { class: u16, next: u32 },
    /// Goes on at both.
    Split(u32, u32),
    /// Here a row is complete, or a lead: those are numbered behind the rows.
    Match(u16),
}

/// What wakes a group of rows, and where their walks begin.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) start: Start,
    /// Where the walk back from the anchor begins; none for what is looked for where it begins.
    pub(super) back: Option<Start>,
    /// Whether something in it may begin inside a word.
    pub(super) inside: bool,
    /// Which bytes can stand right behind its anchor, as bits.
    behind: Bits,
}

impl Group {
    /// Whether this byte can stand right behind its anchor.
    pub(super) fn goes_on(&self, byte: u8) -> bool {
        has(&self.behind, byte)
    }
}

/// A lead that rows share, and where what may follow it begins.
#[derive(Debug)]
pub(super) struct SharedLead {
    pub(super) is_key: bool,
    pub(super) values: Start,
    /// The bytes with which a value can begin.
    first: Bits,
}

impl SharedLead {
    /// Whether a value can begin with this byte.
    pub(super) fn goes_on(&self, byte: u8) -> bool {
        has(&self.first, byte)
    }
}

/// A set of bytes, or of classes of bytes.
type Bits = [u64; 4];

/// Everything that a scan looks up.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) nodes: Vec<Node>,
    pub(super) starts: Vec<u32>,
    /// The first group is that of beginnings.
    pub(super) groups: Vec<Group>,
    pub(super) leads: Vec<SharedLead>,
    /// Where the words of [`Lead::Key`] rows are found in a name.
    pub(super) keywords: Start,
    pub(super) wake: Wake,
    /// By anchor: which groups it wakes.
    anchored: Vec<(u8, Vec<usize>)>,
    /// By row: whether it may end inside a word.
    inside: Vec<bool>,
    /// Bytes that no node tells apart share a kind.
    pub(super) kinds: [u8; 256],
    /// One byte of each kind.
    samples: Vec<u8>,
    /// The kinds that each class holds; the first 256 classes hold one byte.
    classes: Vec<Bits>,
}

/// The program is constant: read when it is first needed.
pub(super) static PROGRAM: LazyLock<Program> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/program.bin"));
    Builder::build(&mut Stream(bytes))
});

impl Program {
    /// Whether a class holds the bytes of a kind.
    pub(super) fn holds(&self, class: u16, kind: u8) -> bool {
        has(&self.classes[usize::from(class)], kind)
    }

    /// Whether a kind of bytes is one behind which a row or lead that is complete can count: few rows may end inside a word, and what
    /// a lead introduces begins with few bytes.
    pub(super) fn counts_before(&self, unit: u16, kind: u8) -> bool {
        let (unit, byte) = (usize::from(unit), self.samples[usize::from(kind)]);
        match unit.checked_sub(ROWS) {
            Some(lead) => self.leads[lead].goes_on(byte),
            None => self.inside[unit] || !byte.is_ascii_alphanumeric(),
        }
    }

    /// How many kinds of bytes there are.
    pub(super) fn width(&self) -> usize {
        self.samples.len()
    }

    /// The groups that a byte is the anchor of.
    pub(super) fn anchored(&self, byte: u8) -> &[usize] {
        self.anchored.iter().find(|(anchor, _)| *anchor == byte).map_or(&[], |(_, groups)| groups)
    }
}

fn has(bits: &Bits, index: u8) -> bool {
    bits[usize::from(index / 64)] >> (index % 64) & 1 == 1
}

fn put(bits: &mut Bits, index: u8) {
    bits[usize::from(index / 64)] |= 1 << (index % 64);
}

/// All bytes, those that texts are made of first: a state's steps on them stand in one line of a processor's cache.
fn by_frequency() -> impl Iterator<Item = u8> {
    const FREQUENT: &[u8] = b" etaoinsrhldcumfpgwybvkxjqz.\n,-:_0123456789/ETAOINSRHLDCUMFPGWYBVKXJQZ";
    FREQUENT.iter().copied().chain((0..=255).filter(|byte| !FREQUENT.contains(byte)))
}

/// The class that no byte belongs to.
const NONE: u16 = 256;
/// The automaton, while it grows.
struct Builder {
    nodes: Vec<Node>,
    starts: Vec<u32>,
    /// By class: the bytes that it holds.
    classes: Vec<Bits>,
    /// The class of each letter in both cases; 0 where none was needed yet.
    caseless: [u16; 26],
}

impl Builder {
    fn new(stream: &mut Stream<'_>) -> Self {
        let mut classes: Vec<Bits> = vec![[0; 4]; WRITTEN];
        (0..=255u8).for_each(|byte| put(&mut classes[usize::from(byte)], byte));
        for _ in 0..stream.number() {
            let (mut bits, mut at) = ([0; 4], 0);
            for _ in 0..stream.number() {
                let first = at + stream.number();
                at = first + stream.number();
                (first..=at).for_each(|byte| put(&mut bits, byte as u8));
            }
            classes.push(bits);
        }
        Self { nodes: Vec::new(), starts: Vec::new(), classes, caseless: [0; 26] }
    }

    fn node(&mut self, node: Node) -> u32 {
        self.nodes.push(node);
        (self.nodes.len() - 1) as u32
    }

    fn start(&mut self, node: u32) -> Start {
        self.starts.push(node);
        self.starts.len() - 1
    }

    /// A node that goes on at each of these.
    fn fork(&mut self, to: &[u32]) -> u32 {
        match *to {
            [] => self.node(Node::Byte { class: NONE, next: 0 }),
            [only] => only,
            [first, ref rest @ ..] => rest.iter().fold(first, |all, &next| self.node(Node::Split(all, next))),
        }
    }

    /// Where an expression begins that goes on at `next`.
    fn step(&mut self, step: &Step<'_>, next: u32) -> u32 {
        match step {
            Step::Class(class) => self.node(Node::Byte { class: *class, next }),
            Step::Text(text) => text.iter().rev().fold(next, |next, &byte| self.node(Node::Byte { class: byte.into(), next })),
            Step::Caseless(text) => text.iter().rev().fold(next, |next, &byte| {
                let class = self.caseless(byte);
                self.node(Node::Byte { class, next })
            }),
            Step::All(parts) => parts.iter().rev().fold(next, |next, part| self.step(part, next)),
            Step::Any(parts) => {
                let to: Vec<u32> = parts.iter().map(|part| self.step(part, next)).collect();
                self.fork(&to)
            }
            Step::Repeat(least, most, part) => self.repeat(*least, *most, part, next),
        }
    }

    fn repeat(&mut self, least: usize, most: Option<usize>, part: &Step<'_>, next: u32) -> u32 {
        let mut at = next;
        let mut least = least;
        match most {
            Some(most) => {
                for _ in least..most {
                    let inside = self.step(part, at);
                    at = self.node(Node::Split(inside, next));
                }
            }
            None => {
                let again = self.node(Node::Split(next, next));
                let inside = self.step(part, again);
                self.nodes[again as usize] = Node::Split(inside, next);
                at = if least == 0 { again } else { inside };
                least = least.saturating_sub(1);
            }
        }
        (0..least).fold(at, |at, _| self.step(part, at))
    }

    /// The class of a byte in any case.
    fn caseless(&mut self, byte: u8) -> u16 {
        if !byte.is_ascii_lowercase() {
            return byte.into();
        }
        let letter = usize::from(byte - b'a');
        if self.caseless[letter] == 0 {
            let mut bits = [0; 4];
            put(&mut bits, byte);
            put(&mut bits, byte.to_ascii_uppercase());
            self.caseless[letter] = self.classes.len() as u16;
            self.classes.push(bits);
        }
        self.caseless[letter]
    }

    fn build(stream: &mut Stream<'_>) -> Program {
        let count = stream.number();
        let anchors: Vec<&[u8]> = (0..count)
            .map(|_| {
                let length = stream.number();
                stream.part(length)
            })
            .collect();
        let mut this = Self::new(stream);
        let (places, structure) = (stream.number(), stream.number());
        let (mut places, mut structure) = (Stream(stream.part(places)), Stream(stream.part(structure)));
        let mut heads: Vec<Vec<u32>> = vec![Vec::new(); count];
        let mut inside = vec![false; count];
        let rows: Vec<&Recognizer> = recognizers::all().collect();
        let mut expression = |this: &mut Self, unit: usize| {
            let step = Step::read(&mut structure, stream);
            let end = this.node(Node::Match(unit as u16));
            this.step(&step, end)
        };
        let mut unit = 0;
        for _ in 0..places.number() {
            unit += places.number();
            let anchor = places.number();
            inside[anchor] |= rows[unit].edges.before == Edge::Any;
            heads[anchor].push(expression(&mut this, unit));
        }
        let mut leads = Vec::new();
        for lead in 0..places.number() {
            let (head, count) = (places.number(), places.number());
            heads[head / 2].push(expression(&mut this, ROWS + lead));
            let (mut row, mut values) = (0, Vec::new());
            for _ in 0..count {
                row += places.number();
                inside[head / 2] |= rows[row].edges.before == Edge::Any;
                values.push(expression(&mut this, row));
            }
            let values = this.fork(&values);
            leads.push(SharedLead { is_key: head % 2 == 1, values: this.start(values), first: [0; 4] });
        }
        let keywords = this.keywords(&rows);
        let groups = anchors.iter().zip(&heads).zip(inside).map(|((anchor, heads), inside)| this.group(anchor, heads, inside));
        let groups = groups.collect();
        this.finish(groups, &anchors, leads, keywords)
    }

    /// All words of [`Lead::Key`] rows, anywhere, in any case.
    fn keywords(&mut self, rows: &[&Recognizer]) -> Start {
        let again = self.node(Node::Split(0, 0));
        self.classes.push([u64::MAX; 4]);
        let any = (self.classes.len() - 1) as u16;
        let mut to = vec![self.node(Node::Byte { class: any, next: again })];
        for (unit, row) in rows.iter().enumerate() {
            let Lead::Key(words) = row.lead else { continue };
            let end = self.node(Node::Match(unit as u16));
            to.extend(words.iter().map(|word| self.step(&Step::Caseless(word.as_bytes()), end)));
        }
        let all = self.fork(&to);
        self.nodes[again as usize] = Node::Split(all, all);
        self.start(again)
    }

    fn group(&mut self, anchor: &[u8], heads: &[u32], inside: bool) -> Group {
        let first = self.fork(heads);
        let (back, behind) = match anchor {
            [] => (None, [0; 4]),
            _ => {
                let reached = self.reached(first, anchor);
                let behind = self.behind(&reached, anchor);
                (Some(self.reversed(first, &reached, anchor)), behind)
            }
        };
        Group { start: self.start(first), back, inside, behind }
    }

    /// The nodes that other bytes than `anchor` lead to.
    fn reached(&self, from: u32, anchor: &[u8]) -> Vec<u32> {
        let mut seen = vec![false; self.nodes.len()];
        let (mut open, mut reached) = (vec![from], Vec::new());
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut seen[node as usize], true) {
                continue;
            }
            reached.push(node);
            match self.nodes[node as usize] {
                Node::Byte { class, next } if self.without(class, anchor) != [0; 4] => open.push(next),
                Node::Split(a, b) => open.extend([a, b]),
                Node::Byte { .. } | Node::Match(_) => (),
            }
        }
        reached
    }

    /// The bytes of a class that are no anchors.
    fn without(&self, class: u16, anchor: &[u8]) -> Bits {
        let mut bits = self.classes[usize::from(class)];
        anchor.iter().for_each(|&byte| bits[usize::from(byte / 64)] &= !(1 << (byte % 64)));
        bits
    }

    /// The nodes among these that read an anchor, and what they lead to.
    fn anchoring(&self, reached: &[u32], anchor: &[u8]) -> Vec<(u32, u32)> {
        let reads = |&node: &u32| match self.nodes[node as usize] {
            Node::Byte { class, next } if self.without(class, anchor) != self.classes[usize::from(class)] => Some((node, next)),
            Node::Byte { .. } | Node::Split(..) | Node::Match(_) => None,
        };
        reached.iter().filter_map(reads).collect()
    }

    /// Which bytes can follow an anchor; all of them, where something is complete there.
    fn behind(&self, reached: &[u32], anchor: &[u8]) -> Bits {
        let mut seen = vec![false; self.nodes.len()];
        let mut open: Vec<u32> = self.anchoring(reached, anchor).into_iter().map(|(_, next)| next).collect();
        let mut bits = [0; 4];
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut seen[node as usize], true) {
                continue;
            }
            match self.nodes[node as usize] {
                Node::Byte { class, .. } => {
                    let class = self.classes[usize::from(class)];
                    bits.iter_mut().zip(class).for_each(|(all, some)| *all |= some);
                }
                Node::Split(a, b) => open.extend([a, b]),
                Node::Match(_) => return [u64::MAX; 4],
            }
        }
        bits
    }

    /// Reads backwards what can stand before the first of `anchor`, and is complete where the whole can begin: every edge between
    /// the nodes that are `reached`, the other way round.
    fn reversed(&mut self, from: u32, reached: &[u32], anchor: &[u8]) -> Start {
        let base = self.nodes.len() as u32;
        let mut place = vec![u32::MAX; self.nodes.len()];
        for (index, &node) in reached.iter().enumerate() {
            place[node as usize] = base + index as u32;
            self.node(Node::Split(0, 0));
        }
        let mut into: Vec<Vec<u32>> = vec![Vec::new(); reached.len()];
        for &node in reached {
            let back = place[node as usize];
            match self.nodes[node as usize] {
                Node::Byte { class, next } if place[next as usize] != u32::MAX => {
                    let bits = self.without(class, anchor);
                    self.classes.push(bits);
                    let class = (self.classes.len() - 1) as u16;
                    let read = self.node(Node::Byte { class, next: back });
                    into[(place[next as usize] - base) as usize].push(read);
                }
                Node::Split(a, b) => [a, b].iter().for_each(|&to| into[(place[to as usize] - base) as usize].push(back)),
                Node::Byte { .. } | Node::Match(_) => (),
            }
        }
        let end = self.node(Node::Match(0));
        into[(place[from as usize] - base) as usize].push(end);
        for (index, to) in into.iter().enumerate() {
            let all = self.fork(to);
            self.nodes[base as usize + index] = Node::Split(all, all);
        }
        let last: Vec<u32> = self.anchoring(reached, anchor).into_iter().map(|(node, _)| place[node as usize]).collect();
        let all = self.fork(&last);
        self.start(all)
    }

    /// Finds the kinds of bytes, and writes classes as sets of kinds.
    fn finish(self, groups: Vec<Group>, anchors: &[&[u8]], leads: Vec<SharedLead>, keywords: Start) -> Program {
        let mut used = vec![false; self.classes.len()];
        for node in &self.nodes {
            if let Node::Byte { class, .. } = node {
                used[usize::from(*class)] = true;
            }
        }
        let mut words = [0; 4];
        (0..=255u8).filter(u8::is_ascii_alphanumeric).for_each(|byte| put(&mut words, byte));
        let told = self.classes.iter().zip(used).filter(|(_, used)| *used).map(|(bits, _)| bits);
        let told: Vec<&Bits> = told.chain([&words]).collect();
        let (mut kinds, mut samples) = ([0; 256], Vec::new());
        for byte in by_frequency() {
            let same = |&sample: &u8| told.iter().all(|bits| has(bits, byte) == has(bits, sample));
            let kind = samples.iter().position(same).unwrap_or_else(|| {
                samples.push(byte);
                samples.len() - 1
            });
            kinds[usize::from(byte)] = kind as u8;
        }
        let of_kinds = |bits: &Bits| {
            let mut out = [0; 4];
            (0..).zip(&samples).filter(|(_, sample)| has(bits, **sample)).for_each(|(kind, _)| put(&mut out, kind));
            out
        };
        let classes = self.classes.iter().map(of_kinds).collect();
        let anchored: Vec<(u8, Vec<usize>)> = (0..=255u8)
            .map(|byte| (byte, (0..anchors.len()).filter(|&group| anchors[group].contains(&byte)).collect::<Vec<_>>()))
            .filter(|(_, groups)| !groups.is_empty())
            .collect();
        let Self { nodes, starts, .. } = self;
        let inside = recognizers::all().map(|row| row.edges.after == Edge::Any).collect();
        let wake = Wake::new(|_| false, |_| false);
        let mut program = Program { nodes, starts, groups, leads, keywords, wake, anchored, inside, kinds, samples, classes };
        program.note_beginnings();
        program
    }
}

impl Program {
    /// Notes the bytes with which something begins, or what a lead introduces.
    fn note_beginnings(&mut self) {
        let first = self.first(self.groups[0].start);
        self.wake = Wake::new(|byte| has(&first, byte), |byte| !self.anchored(byte).is_empty());
        for lead in 0..self.leads.len() {
            self.leads[lead].first = self.first(self.leads[lead].values);
        }
    }

    /// The bytes with which a walk can begin.
    fn first(&self, start: Start) -> Bits {
        let mut open = vec![self.starts[start]];
        let mut kinds = [0; 4];
        while let Some(node) = open.pop() {
            match self.nodes[node as usize] {
                Node::Byte { class, .. } => {
                    kinds.iter_mut().zip(&self.classes[usize::from(class)]).for_each(|(all, some)| *all |= some);
                }
                Node::Split(a, b) => open.extend([a, b]),
                Node::Match(_) => (),
            }
        }
        let mut bytes = [0; 4];
        (0..=255u8).filter(|&byte| has(&kinds, self.kinds[usize::from(byte)])).for_each(|byte| put(&mut bytes, byte));
        bytes
    }
}
