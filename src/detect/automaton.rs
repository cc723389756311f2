//! [`Automaton`]: a deterministic automaton as the build script wrote it, and the walk over it.

include!(concat!(env!("OUT_DIR"), "/automata.rs"));

/// The steps of all automata: to a state's place and a byte's class, how far away the next state's place is.
#[allow(long_running_const_eval, reason = "the build script's table is read once, by the compiler")]
static NEXT: [u16; STEPS] = {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/next.bin"));
    let mut steps = [0; STEPS];
    let mut at = 0;
    while at < STEPS {
        steps[at] = u16::from_le_bytes([bytes[2 * at], bytes[2 * at + 1]]);
        at += 1;
    }
    steps
};

/// The step that leads nowhere. No distance is odd, because the rows of a table are at least two wide.
const DEAD: u16 = 1;

/// A deterministic automaton over bytes. A state is the place of its row in the table.
#[derive(Debug)]
pub(super) struct Automaton {
    /// Bytes that no state distinguishes share a class.
    classes: &'static [u8; 256],
    /// Where its steps begin.
    base: usize,
    /// How wide a row is, as a power of two.
    shift: u8,
    /// Where the walk begins.
    start: u16,
    /// States from here on accept.
    accepting: u16,
    /// Where the labels of its accepting states begin.
    labels: usize,
}

/// Automata that a byte or a pair of bytes wakes together; those with an anchor know how to read back from it.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) automaton: usize,
    pub(super) back: Option<usize>,
}

/// A lead that rows share, and the automata of what may follow.
#[derive(Debug)]
pub(super) struct SharedLead {
    pub(super) is_key: bool,
    pub(super) values: &'static [usize],
}

impl Automaton {
    /// No walk reads more than this; longer than any value, short enough that a mistake in a row cannot hang the page.
    const REACH: usize = 16 * 1024;

    /// Tells `accept` every end at which what starts at `from` is complete, shortest first, and the set of what is complete.
    #[inline]
    pub(super) fn walk(&self, bytes: &[u8], from: usize, mut accept: impl FnMut(usize, u16)) {
        let mut state = self.start;
        let reach = bytes.len().min(from + Self::REACH);
        let mut at = from;
        while at < reach {
            let step = self.step(state, bytes[at]);
            if step == DEAD {
                return;
            }
            state = state.wrapping_add(step);
            at += 1;
            if state >= self.accepting {
                accept(at, self.label(state));
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
            let step = self.step(state, bytes[at]);
            if step == DEAD {
                return;
            }
            state = state.wrapping_add(step);
            if state >= self.accepting {
                accept(at);
            }
        }
    }

    #[inline]
    fn step(&self, state: u16, byte: u8) -> u16 {
        NEXT[self.base + usize::from(state) + usize::from(self.classes[usize::from(byte)])]
    }

    fn label(&self, state: u16) -> u16 {
        LABELS[self.labels + usize::from((state - self.accepting) >> self.shift)]
    }
}
