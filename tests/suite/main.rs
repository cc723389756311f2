//! The native suite.

mod archive;
mod record;
