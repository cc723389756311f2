//! Controls that know no domain word: they get text, and give back what was pressed.
//!
//! Every `view!` carries the global class `dc`: without it Leptos would build static parts through `innerHTML`, which Trusted Types
//! forbids.
#![expect(unreachable_pub, reason = "Leptos makes the functions behind components public")]

mod dialog;
mod disclosure;
mod dynamic;
mod handler;
mod icon;
mod live;
mod lozenge;
mod marked;
mod message;
mod switch;
mod table;
mod tabs;

pub(crate) use dialog::Dialog;
pub(crate) use disclosure::Disclosure;
pub(crate) use dynamic::{dynamic, maybe, text};
pub(crate) use handler::{Pressed, changed, pressed, typed};
pub(crate) use icon::{Icon, icon};
pub(crate) use live::Live;
pub(crate) use lozenge::{Appearance, lozenge};
pub(crate) use marked::{Mark, Piece, marked};
pub(crate) use message::{Heard, Tone, message, small};
pub(crate) use switch::Switch;
pub(crate) use table::{heads, table};
pub(crate) use tabs::Tabs;
