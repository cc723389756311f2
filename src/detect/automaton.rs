//! [`Automaton`]: a deterministic automaton, and the walk over it.

/// A deterministic automaton over bytes. A state is the number of its row in the table; accepting states come last.
#[derive(Debug)]
pub(super) struct Automaton {
    /// Bytes that no state distinguishes share a class.
    classes: [u8; 256],
    /// The next state, by state and class.
    next: Vec<u16>,
    /// How wide a row is, as a power of two.
    shift: u32,
    /// Where the walk begins.
    start: u16,
    /// States from here on accept.
    accepting: u16,
    /// Which set is complete in each accepting state.
    labels: Vec<u16>,
}

/// The state that leads nowhere.
const DEAD: u16 = 0;

impl Automaton {
    /// No walk reads more than this; longer than any value, short enough that a mistake in a row cannot hang the page.
    const REACH: usize = 16 * 1024;

    /// From rows of states by class. State 0 is dead, 1 the start; a label is 0 where nothing is complete, else one more than
    /// the set's number.
    pub(super) fn new(classes: [u8; 256], next: &[Vec<usize>], labels: &[u16]) -> Self {
        let shift = next[0].len().next_power_of_two().trailing_zeros();
        let silent = (0..next.len()).filter(|&state| labels[state] == 0);
        let loud = (0..next.len()).filter(|&state| labels[state] != 0);
        let order: Vec<usize> = silent.chain(loud).collect();
        let mut place = vec![0; next.len()];
        order.iter().enumerate().for_each(|(index, &state)| place[state] = index as u16);
        let mut table = vec![DEAD; next.len() << shift];
        for (row, &state) in table.chunks_mut(1 << shift).zip(&order) {
            row.iter_mut().zip(&next[state]).for_each(|(slot, &to)| *slot = place[to]);
        }
        let labels: Vec<u16> = order.iter().filter(|&&state| labels[state] != 0).map(|&state| labels[state] - 1).collect();
        let accepting = (next.len() - labels.len()) as u16;
        Self { classes, next: table, shift, start: place[1], accepting, labels }
    }

    /// Whether anything that starts at `from` is complete anywhere; most of what is tried is not, and costs a few steps.
    #[inline]
    pub(super) fn accepts(&self, bytes: &[u8], from: usize) -> bool {
        let mut state = self.start;
        let reach = bytes.len().min(from + Self::REACH);
        let mut at = from;
        while at < reach {
            state = self.step(state, bytes[at]);
            if state >= self.accepting {
                return true;
            } else if state == DEAD {
                return false;
            }
            at += 1;
        }
        false
    }

    /// Tells `accept` every end at which what starts at `from` is complete, shortest first, and the set of what is complete.
    #[inline]
    pub(super) fn walk(&self, bytes: &[u8], from: usize, mut accept: impl FnMut(usize, u16)) {
        let mut state = self.start;
        let reach = bytes.len().min(from + Self::REACH);
        let mut at = from;
        while at < reach {
            state = self.step(state, bytes[at]);
            at += 1;
            if state >= self.accepting {
                accept(at, self.label(state));
            } else if state == DEAD {
                return;
            }
        }
    }

    /// Tells `accept` every offset, nearest first and at most `reach` bytes back, from which what ends at `from` can begin.
    /// For automata that read backwards.
    #[inline]
    pub(super) fn walk_back(&self, bytes: &[u8], from: usize, reach: usize, mut accept: impl FnMut(usize)) {
        let mut state = self.start;
        if state >= self.accepting {
            accept(from);
        }
        let mut at = from;
        while at > from.saturating_sub(reach) {
            at -= 1;
            state = self.step(state, bytes[at]);
            if state >= self.accepting {
                accept(at);
            } else if state == DEAD {
                return;
            }
        }
    }

    /// The class of a byte.
    pub(super) fn class(&self, byte: u8) -> u8 {
        self.classes[usize::from(byte)]
    }

    /// The state after these bytes, unless nothing begins so. Something that is complete before the last of them counts.
    pub(super) fn after(&self, bytes: &[u8]) -> Option<u16> {
        let mut state = self.start;
        for &byte in bytes {
            state = match self.step(state, byte) {
                DEAD if state >= self.accepting => return Some(state),
                DEAD => return None,
                next => next,
            };
        }
        Some(state)
    }

    /// Whether a byte can follow in this state, or nothing more is needed.
    pub(super) fn goes_on(&self, state: u16, byte: u8) -> bool {
        state >= self.accepting || self.step(state, byte) != DEAD
    }

    /// Which bytes can follow one of `anchors` anywhere; all of them, where something is complete there.
    pub(super) fn behind(&self, anchors: &[u8]) -> [u64; 4] {
        let states = (self.next.len() >> self.shift) as u16;
        let mut reached: Vec<u16> =
            (1..states).flat_map(|state| anchors.iter().map(move |&byte| self.step(state, byte))).collect();
        reached.sort_unstable();
        reached.dedup();
        let mut bits = [0; 4];
        for byte in 0..=255u8 {
            if reached.iter().any(|&state| state != DEAD && self.goes_on(state, byte)) {
                bits[usize::from(byte / 64)] |= 1 << (byte % 64);
            }
        }
        bits
    }

    #[inline]
    fn step(&self, state: u16, byte: u8) -> u16 {
        self.next[usize::from(state) << self.shift | usize::from(self.classes[usize::from(byte)])]
    }

    fn label(&self, state: u16) -> u16 {
        self.labels[usize::from(state - self.accepting)]
    }
}
