//! Data contribution: an admin decides which of an organization's data may be used to improve a vendor's AI, and sees on a real
//! record what that decision does before making it.
//!
//! # The map
//! Floors, lowest first; a floor uses its own and lower ones only.
//!
//! | floor | module | what it does |
//! | --- | --- | --- |
//! | 0 | [`table`] | an enum and one row per variant |
//! | 1 | [`record`] | text of any supported format becomes records, fields, people and readable text |
//! | 2 | [`detect`] | finds what identifies somebody, and says why |
//! | 3 | [`transform`] | keeps, replaces, hides, stands in, and notes every change |
//! | 3 | [`mod@derive`] | computes content attributes that hold no piece of text |
//! | 4 | [`risk`] | measures what could still be told |
//! | 5 | [`policy`] | decides which field leaves, by which lane, and why |
//! | 6 | [`preview`] | joins floors 1 to 5: records and a case become a preview |
//! | 6 | [`catalog`] | every id in use, for those who write against them |
//! | 6 | [`engine`] | the same as one request and one answer, for the worker and the command |
//! | 7 | [`state`] | the page as plain data: what happened changes it, and says what to do |
//! | 8 | `ui` | the page in Leptos: widgets, sections, words |
//! | 9 | `embed` | the web: what a host calls, and what the page asks of it |

mod door;
mod order;
mod table;

pub mod record;

pub mod detect;

pub mod derive;
pub mod transform;

pub mod risk;

pub mod policy;

pub mod catalog;
pub mod engine;
pub mod preview;

pub mod state;

#[cfg(feature = "ui")]
mod ui;

#[cfg(feature = "ui")]
pub mod embed;
