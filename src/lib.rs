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
#![warn(missing_docs)]

pub mod detect;
pub mod record;
mod table;
