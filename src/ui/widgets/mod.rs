//! Controls that know no domain word: they get text, and give back what was pressed.

mod chart;
mod dialog;
mod disclosure;
mod dynamic;
mod element;
mod handler;
mod icon;
mod keyed;
mod later;
mod live;
mod lozenge;
mod marked;
mod message;
mod pager;
mod switch;
mod table;
mod tabs;
mod tip;

pub(crate) use chart::{Bar, Chart, Look as ChartLook, Text, cell, chart, standing_alone};
pub(crate) use dialog::{Dialog, dialog};
pub(crate) use disclosure::{Look, disclosure, disclosure_later};
pub(crate) use dynamic::{dynamic, follow, maybe, text};
pub(crate) use element::{El, IntoChild, el, found, many, slot};
pub(crate) use handler::{Listener, Pressed, changed, pressed, toggled, typed};
pub(crate) use icon::{Icon, icon};
pub(crate) use keyed::{Row, Rows, key};
pub(crate) use later::{later, soon};
pub(crate) use live::live;
pub(crate) use lozenge::{Appearance, lozenge};
pub(crate) use marked::{Mark, Piece, choose_target, marked, targeted};
pub(crate) use message::{Heard, Tone, message, small};
pub(crate) use pager::{Pager, pager};
pub(crate) use switch::{Switch, switch};
pub(crate) use table::{heads, table};
pub(crate) use tabs::tabs;
pub(crate) use tip::tip;
