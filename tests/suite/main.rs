//! The native suite: the architecture, the laws, and the cases, floor by floor.

mod archive;
mod golden;
mod house;
mod policy;
mod preview;
mod record;
