//! Data contribution: an admin decides which of an organization's data may be used to improve a vendor's AI, and sees on a real
//! record what that decision does before making it.
//!
//! # The map
//! Floors, lowest first; a floor uses its own and lower ones only.
//!
//! | floor | module | what it does |
//! | --- | --- | --- |
//! | 0 | [`table`], [`mod@order`], [`runs`], [`door`] | an enum and one row per variant; sorting; runs of characters; documents that a host wrote |
//! | 1 | [`record`] | text of any supported format becomes records, fields, people and readable text |
//! | 2 | [`detect`] | finds what identifies somebody, and says why |
//! | 3 | [`transform`] | keeps, replaces, hides, stands in, and notes every change |
//! | 3 | [`mod@derive`] | computes content attributes that hold no piece of text |
//! | 4 | [`risk`] | measures what could still be told |
//! | 5 | [`policy`] | decides which field leaves, by which lane, and why |
//! | 6 | [`preview`] | joins floors 1 to 5: records and a case become a preview |
//! | 6 | [`mod@batch`] | many records become an aggregate, in bounded memory |
//! | 6 | [`catalog`] | every id in use, for those who write against them |
//! | 6 | [`engine`] | the same as one request and one answer, for the worker and the command |
//! | 7 | [`state`] | the page as plain data: what happened changes it, and says what to do |
//! | 8 | `ui` | the page in Leptos: widgets, sections, words |
//! | 9 | `embed` | the web: what a host calls, and what the page asks of it |
//!
//! # The pipeline
//! [`record::parse`] text into records; [`policy::decide`] for every field; [`detect`] in the text of every field, of those that stay,
//! too; [`policy::settle`], by which a secret withholds its field; [`transform`] what leaves; [`mod@derive`] attributes;
//! [`risk`] over all records; and the result is a [`preview::Preview`], the only thing that the page and the host see.
//!
//! # Words
//! A *record* has *fields*; a *recognizer* finds an *entity* and gives a *finding* with its *evidence*; an *operator* changes it. A
//! *decision* contributes a field by a *lane* (metadata, in-app data) or withholds it, always with a *reason*. A *pseudonym* can be
//! reversed by whoever holds the key. An *exception* is a place that differs from the organization's value.
//!
//! # What always holds
//! Each is proven in `tests/suite/house.rs` or by the compiler.
//! - Floors 0 to 7 compile without any feature: no Leptos, no browser.
//! - No clock, no chance, no log and no global state below floor 9; time and keys are arguments.
//! - Modules use their own floor and lower ones; widgets know no domain word; nothing depends on the order of a hash map.
//! - `unsafe` is forbidden. Raw text of a record is in no error, no warning and no event.
//! - What leaves is made of [`transform::Deidentified`] alone; the same input, case and key give the same bytes in both builds.

mod door;
mod order;
mod runs;
mod table;

pub mod record;

pub mod detect;

pub mod derive;
pub mod transform;

pub mod risk;

pub mod policy;

pub mod batch;
pub mod catalog;
pub mod engine;
pub mod preview;

pub mod state;

#[cfg(feature = "ui")]
mod ui;

#[cfg(feature = "ui")]
pub mod embed;
