//! [`Tables`]: the automata of all rows as the build script wrote them, unpacked once.
//!
//! Why a packing of our own: for the first 289 rows the steps weighed 118 KB as 16-bit tables, of which the packing leaves less than
//! half (brotli 11); unpacking takes milliseconds, and no deserializer travels along. For all 641 rows it is 113 KB.

use super::automaton::Automaton;
use std::collections::BTreeMap;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/rows.rs"));

/// Everything that a scan looks up.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) automata: Vec<Automaton>,
    /// What can be complete together: rows, and leads behind them.
    pub(super) sets: Vec<Set>,
    pub(super) leads: Vec<SharedLead>,
    pub(super) groups: Vec<Group>,
    /// Which group finds the words of [`Lead::Key`](super::Lead::Key) rows in a name.
    pub(super) keywords: usize,
    /// What each byte wakes: see [`Wake`].
    pub(super) wake: [Wake; 256],
    /// By the classes of two bytes, where what can begin so stands among `beginnings`; it ends where the next one begins.
    pairs: Vec<u32>,
    width: usize,
    beginnings: Vec<Beginning>,
    /// Classes of bytes, as bits.
    thirds: Vec<[u64; 4]>,
    anchored: Vec<Vec<u16>>,
}

/// Rows and leads that are complete at the same offset.
#[derive(Debug)]
pub(super) struct Set {
    pub(super) units: Vec<u16>,
    /// Whether one of them may end inside a word.
    pub(super) inside: bool,
}

/// Automata that are walked together; those with an anchor know how to read back from it.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) automaton: usize,
    pub(super) back: Option<usize>,
    anchor: Vec<u8>,
    /// Whether something in it may begin inside a word.
    pub(super) inside: bool,
    /// What can stand right behind its anchor, by byte, as bits.
    behind: [u64; 4],
}

impl Group {
    /// Whether this byte can stand right behind its anchor.
    pub(super) fn goes_on(&self, byte: u8) -> bool {
        self.behind[usize::from(byte / 64)] >> (byte % 64) & 1 == 1
    }
}

/// A lead that rows share, and the automata of what may follow.
#[derive(Debug)]
pub(super) struct SharedLead {
    pub(super) is_key: bool,
    pub(super) values: Vec<usize>,
}

/// What a byte means to the pass over the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wake {
    /// [`WORD`], [`STARTS`], [`ANCHORS`].
    pub(super) kind: u8,
    class: u8,
    anchored: u8,
}

/// A letter or digit.
pub(super) const WORD: u8 = 1;
/// Something can begin with it.
pub(super) const STARTS: u8 = 2;
/// It is the anchor of something.
pub(super) const ANCHORS: u8 = 4;

/// A group that can begin with two bytes, and the entry of `thirds` that says how it can go on.
#[derive(Clone, Copy, Debug)]
struct Beginning {
    group: u16,
    third: u16,
}

/// The tables are constant: unpacked when they are first needed.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));
    Tables::read(&mut Stream(bytes))
});

/// Numbers in groups of seven bits, the lowest first (LEB128).
struct Stream<'a>(&'a [u8]);

impl<'a> Stream<'a> {
    fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                return number;
            }
        }
    }

    fn part(&mut self, length: usize) -> Stream<'a> {
        let (part, rest) = self.0.split_at(length);
        self.0 = rest;
        Stream(part)
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.number();
        (0..count).map(|_| item(self)).collect()
    }
}

impl Tables {
    fn read(stream: &mut Stream<'_>) -> Self {
        let classes = stream.list(class_table);
        let sets = stream.list(|stream| {
            let head = stream.number();
            Set { units: (0..head / 2).map(|_| stream.number() as u16).collect(), inside: head % 2 == 1 }
        });
        let count = stream.number();
        let lengths: [usize; 6] = std::array::from_fn(|_| stream.number());
        let [mut head, template, differ, gap, length, target] = lengths.map(|length| stream.part(length));
        let mut states = States { template, differ, gap, length, target };
        let automata = (0..count).map(|_| automaton(&mut head, &mut states, &classes)).collect();
        let leads = stream.list(|stream| SharedLead { is_key: stream.number() == 1, values: stream.list(Stream::number) });
        let groups = stream.list(|stream| {
            let (head, anchor) = (stream.number(), stream.list(Stream::byte));
            let back = (!anchor.is_empty()).then(|| stream.number());
            Group { automaton: head / 2, back, anchor, inside: head % 2 == 1, behind: [0; 4] }
        });
        let keywords = stream.number();
        let (wake, pairs, beginnings, thirds, anchored) = Default::default();
        let mut this =
            Self { automata, sets, leads, groups, keywords, wake: [wake; 256], pairs, width: 0, beginnings, thirds, anchored };
        this.arrange_beginnings();
        this.arrange_anchors();
        this
    }

    /// The groups that begin with the first two of these bytes and can go on with the third.
    #[inline]
    pub(super) fn beginning(&self, first: u8, second: u8, third: u8) -> impl Iterator<Item = usize> {
        let class = |byte: u8| usize::from(self.wake[usize::from(byte)].class);
        let (pair, third) = (class(first) * self.width + class(second), class(third));
        let here = &self.beginnings[self.pairs[pair] as usize..self.pairs[pair + 1] as usize];
        let goes_on = move |begin: &&Beginning| self.thirds[usize::from(begin.third)][third / 64] >> (third % 64) & 1 == 1;
        here.iter().filter(goes_on).map(|begin| usize::from(begin.group))
    }

    /// The groups that a byte is the anchor of.
    pub(super) fn anchored(&self, byte: u8) -> &[u16] {
        &self.anchored[usize::from(self.wake[usize::from(byte)].anchored)]
    }

    /// Bytes that no group tells apart share a class; every pair of classes has the groups that can begin with it.
    fn arrange_beginnings(&mut self) {
        let starting: Vec<(u16, &Automaton)> = (0..)
            .zip(&self.groups)
            .filter(|(_, group)| group.back.is_none())
            .map(|(index, group)| (index, &self.automata[group.automaton]))
            .collect();
        let mut known: BTreeMap<Vec<u8>, u8> = BTreeMap::new();
        let mut sample = Vec::new();
        for byte in 0..=255u8 {
            let signature = starting.iter().map(|(_, automaton)| automaton.class(byte)).collect();
            let fresh = known.len() as u8;
            let class = *known.entry(signature).or_insert(fresh);
            if class == fresh {
                sample.push(byte);
            }
            self.wake[usize::from(byte)].class = class;
        }
        self.width = sample.len();
        let mut known: BTreeMap<(u16, u16), u16> = BTreeMap::new();
        for &first in &sample {
            let open: Vec<_> = starting.iter().filter(|(_, automaton)| automaton.after(&[first]).is_some()).collect();
            for &second in &sample {
                self.pairs.push(self.beginnings.len() as u32);
                for (group, automaton) in &open {
                    let Some(state) = automaton.after(&[first, second]) else { continue };
                    let third = *known.entry((*group, state)).or_insert_with(|| {
                        self.thirds.push(thirds(&sample, |third| automaton.goes_on(state, third)));
                        (self.thirds.len() - 1) as u16
                    });
                    self.beginnings.push(Beginning { group: *group, third });
                }
            }
        }
        self.pairs.push(self.beginnings.len() as u32);
        for (byte, wake) in (0..=255u8).zip(&mut self.wake) {
            let first = usize::from(wake.class) * self.width;
            let begins = self.pairs[first] != self.pairs[first + self.width];
            wake.kind = match (byte.is_ascii_alphanumeric(), begins) {
                (true, true) => WORD | STARTS,
                (true, false) => WORD,
                (false, true) => STARTS,
                (false, false) => 0,
            };
        }
    }

    fn arrange_anchors(&mut self) {
        for group in &mut self.groups {
            group.behind = self.automata[group.automaton].behind(&group.anchor);
        }
        self.anchored.push(Vec::new());
        for (byte, wake) in (0..=255u8).zip(&mut self.wake) {
            let woken = (0..).zip(&self.groups).filter(|(_, group)| group.anchor.contains(&byte)).map(|(index, _)| index);
            let woken: Vec<u16> = woken.collect();
            if !woken.is_empty() {
                wake.kind |= ANCHORS;
                wake.anchored = self.anchored.len() as u8;
                self.anchored.push(woken);
            }
        }
    }
}

/// The classes whose sample passes, as bits.
fn thirds(sample: &[u8], passes: impl Fn(u8) -> bool) -> [u64; 4] {
    let mut bits = [0; 4];
    for (class, _) in sample.iter().enumerate().filter(|(_, byte)| passes(**byte)) {
        bits[class / 64] |= 1 << (class % 64);
    }
    bits
}

fn class_table(stream: &mut Stream<'_>) -> [u8; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < table.len() {
        let (run, class) = (stream.number().max(1), stream.byte());
        let end = (at + run).min(table.len());
        table[at..end].fill(class);
        at = end;
    }
    table
}

/// The streams that tell states: see `build.rs`.
struct States<'a> {
    template: Stream<'a>,
    differ: Stream<'a>,
    gap: Stream<'a>,
    length: Stream<'a>,
    target: Stream<'a>,
}

fn automaton(head: &mut Stream<'_>, states: &mut States<'_>, classes: &[[u8; 256]]) -> Automaton {
    let (table, width, count) = (head.number(), head.number(), head.number());
    let mut labels = Vec::with_capacity(count);
    while labels.len() < count {
        let (run, label) = (head.number().max(1), head.number());
        labels.resize(labels.len() + run, label as u16);
    }
    let mut next: Vec<Vec<usize>> = vec![vec![0; width]];
    let mut seen = 1;
    while next.len() < count {
        let row = states.row(&next, &mut seen);
        next.push(row);
    }
    Automaton::new(classes[table], &next, &labels)
}

impl States<'_> {
    fn row(&mut self, next: &[Vec<usize>], seen: &mut usize) -> Vec<usize> {
        let (template, state) = (self.template.number(), next.len());
        let (back, moved) = (template / 2, template % 2);
        let mut row = if back == 0 { vec![0; next[0].len()] } else { next[state - back].clone() };
        for to in row.iter_mut().filter(|to| **to != 0) {
            *to += moved * back;
        }
        let mut at = 0;
        for _ in 0..self.differ.number() {
            let first = at + self.gap.number();
            at = first + self.length.number();
            let to = match self.target.number() {
                0 => 0,
                1 => {
                    *seen += 1;
                    *seen
                }
                number if number % 2 == 0 => state - (number - 2) / 2,
                number => state + (number - 1) / 2,
            };
            row[first..at].fill(to);
        }
        *seen = row.iter().copied().fold(*seen, usize::max);
        row
    }
}
