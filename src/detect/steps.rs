//! [`Steps`]: where the bytes lead from each state of a machine, as far as it is known.

use super::program::Program;

/// Kinds of bytes that stand together: as many as a line of a cache holds.
const LINE: usize = 64 / size_of::<u16>();

/// Not worked out yet.
pub(super) const UNKNOWN: u16 = 0;
/// Leads nowhere.
pub(super) const DEAD: u16 = 1;
/// The first state that is a set of nodes.
pub(super) const FIRST: u16 = 2;
/// Added to a state: something is complete in front of the byte, and counts where that byte stands behind it.
pub(super) const COMPLETE: u16 = 1 << 15;

/// By state and kind of byte: the next state. A line of kinds of all states stands together, so that the steps on frequent bytes are
/// in few pages of the memory.
#[derive(Debug)]
pub(super) struct Steps {
    table: Vec<u16>,
    /// How many states the table has room for.
    room: usize,
    lines: usize,
    kinds: &'static [u8; 256],
    /// By byte: where the step on it stands in the table, from the place of a state on.
    places: [u32; 256],
}

impl Steps {
    pub(super) fn new(program: &'static Program) -> Self {
        let lines = program.width().div_ceil(LINE);
        let mut this = Self { table: Vec::new(), room: 0, lines, kinds: &program.kinds, places: [0; 256] };
        this.make_room(512);
        this.forget();
        this
    }

    /// Forgets all steps.
    pub(super) fn forget(&mut self) {
        self.table.fill(UNKNOWN);
        for line in self.table.chunks_mut(self.room * LINE) {
            line[usize::from(DEAD) * LINE..][..LINE].fill(DEAD);
        }
    }

    /// Makes room for so many states, and for as many again.
    pub(super) fn make_room(&mut self, states: usize) {
        if states <= self.room {
            return;
        }
        let (old, room) = (self.room, 2 * states);
        let mut table = vec![UNKNOWN; self.lines * room * LINE];
        if old > 0 {
            let lines = table.chunks_mut(room * LINE).zip(self.table.chunks(old * LINE));
            lines.for_each(|(new, old)| new[..old.len()].copy_from_slice(old));
        }
        (self.table, self.room) = (table, room);
        for (place, &kind) in self.places.iter_mut().zip(self.kinds) {
            *place = place_of(kind, room) as u32;
        }
    }

    /// Where a byte leads: [`UNKNOWN`], [`DEAD`] or a state, which may be [`COMPLETE`].
    #[inline(always)]
    pub(super) fn next(&self, state: u16, byte: u8) -> u16 {
        self.table[usize::from(state) * LINE + self.places[usize::from(byte)] as usize]
    }

    /// Notes where the bytes of a kind lead.
    pub(super) fn note(&mut self, state: u16, kind: u8, next: u16) {
        self.table[usize::from(state) * LINE + place_of(kind, self.room)] = next;
    }
}

fn place_of(kind: u8, room: usize) -> usize {
    let kind = usize::from(kind);
    kind / LINE * room * LINE + kind % LINE
}
