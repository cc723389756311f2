//! [`Automaton`]: a deterministic automaton as the build script wrote it, and the walk over it.

/// A deterministic automaton over bytes. A state is the offset of its row in `next`; 0 is the dead state.
#[derive(Debug)]
pub(super) struct Automaton {
    /// Bytes that no state distinguishes share a class.
    pub(super) classes: &'static [u8; 256],
    /// The next state, by state and class.
    pub(super) next: &'static [u16],
    /// Where the walk begins.
    pub(super) start: u16,
    /// States from here on accept.
    pub(super) accepting: u16,
}

impl Automaton {
    /// No walk reads more than this; longer than any value, short enough that a mistake in a row cannot hang the page.
    const REACH: usize = 16 * 1024;

    /// Tells `accept` every end at which what starts at `from` is complete, shortest first.
    #[inline]
    pub(super) fn walk(&self, bytes: &[u8], from: usize, mut accept: impl FnMut(usize)) {
        let mut state = self.start;
        let reach = bytes.len().min(from + Self::REACH);
        for (at, &byte) in bytes.iter().enumerate().take(reach).skip(from) {
            state = self.next[usize::from(state) + usize::from(self.classes[usize::from(byte)])];
            if state == 0 {
                return;
            }
            if state >= self.accepting {
                accept(at + 1);
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
        for (steps, &byte) in bytes[..from].iter().rev().take(reach).enumerate() {
            state = self.next[usize::from(state) + usize::from(self.classes[usize::from(byte)])];
            if state == 0 {
                return;
            }
            if state >= self.accepting {
                accept(from - steps - 1);
            }
        }
    }
}
