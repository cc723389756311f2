//! [`Row`]: a piece of a list that is drawn once for what it says. A list that changes draws only what is new in it; what leaves it is
//! kept for a while, because a switch is often flipped back.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};
use std::hash::{DefaultHasher, Hasher};
use web_sys::Element;

/// Changes of the list after which a row that is not shown any more is forgotten.
const KEPT: u32 = 3;

/// One row: `key` covers all that is drawn, so that equal keys mean equal rows.
pub(crate) struct Row {
    pub(crate) key: u64,
    pub(crate) draw: Box<dyn FnOnce() -> AnyView>,
}

/// The rows of a list, read again whenever what they are read from changes.
pub(crate) type Rows = Box<dyn Fn() -> Vec<Row> + Send>;

/// The key of all that a row says.
pub(crate) fn key(of: &dyn Fn(&mut DefaultHasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    of(&mut hasher);
    hasher.finish()
}

/// A row that is drawn.
struct Drawn {
    key: u64,
    view: AnyViewState,
    owner: Owner,
    /// The turn in which it was shown last.
    shown: u32,
    /// Whether it stands in the document.
    placed: bool,
}

/// What a list has drawn.
pub(super) struct Kept {
    parent: Element,
    owner: Option<Owner>,
    rows: Vec<Drawn>,
    order: Vec<u64>,
    turn: u32,
}

impl Kept {
    pub(super) fn new(parent: Element) -> Self {
        Self { parent, owner: Owner::current(), rows: Vec::new(), order: Vec::new(), turn: 0 }
    }

    /// Shows these rows and no others.
    pub(super) fn show(&mut self, rows: Vec<Row>) {
        self.turn += 1;
        let mut order = Vec::with_capacity(rows.len());
        for Row { key, draw } in rows {
            // Rows that say the same are told apart by how many of them there were before.
            let mut key = key;
            while self.row(key).is_some_and(|row| row.shown == self.turn) {
                key = key.wrapping_add(1);
            }
            if self.row(key).is_none() {
                let drawn = self.drawn(key, draw);
                self.rows.push(drawn);
            }
            let turn = self.turn;
            if let Some(row) = self.row_mut(key) {
                row.shown = turn;
            }
            order.push(key);
        }
        self.place(order);
        let turn = self.turn;
        self.rows.retain(|row| row.shown + KEPT >= turn);
    }

    fn row(&self, key: u64) -> Option<&Drawn> {
        self.rows.iter().find(|row| row.key == key)
    }

    fn row_mut(&mut self, key: u64) -> Option<&mut Drawn> {
        self.rows.iter_mut().find(|row| row.key == key)
    }

    fn drawn(&self, key: u64, draw: Box<dyn FnOnce() -> AnyView>) -> Drawn {
        let owner = self.owner.as_ref().map_or_else(Owner::new, Owner::child);
        let view = owner.with(|| untrack(draw).build());
        Drawn { key, view, owner, shown: self.turn, placed: false }
    }

    /// Puts the rows into the document in their order; what stands right already is not touched, so that it keeps its focus.
    fn place(&mut self, order: Vec<u64>) {
        let turn = self.turn;
        for row in self.rows.iter_mut().filter(|row| row.placed && row.shown < turn) {
            row.take_out();
        }
        let stands =
            |of: &[u64]| -> Vec<u64> { of.iter().copied().filter(|key| self.row(*key).is_some_and(|row| row.placed)).collect() };
        if stands(&self.order) != stands(&order) {
            self.rows.iter_mut().filter(|row| row.placed).for_each(Drawn::take_out);
        }
        let mut behind: Option<Element> = None;
        for key in order.iter().rev() {
            let parent = self.parent.clone();
            let Some(row) = self.row_mut(*key) else { continue };
            if !row.placed {
                row.view.mount(&parent, behind.as_deref());
                row.placed = true;
            }
            behind = row.view.elements().into_iter().next();
        }
        self.order = order;
    }
}

impl Drawn {
    fn take_out(&mut self) {
        self.view.unmount();
        self.placed = false;
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.take_out();
        self.owner.cleanup();
    }
}
