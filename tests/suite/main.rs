//! The native suite.

mod detect;
mod tables;
