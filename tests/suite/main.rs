//! The native suite: the architecture, the laws, and the cases, floor by floor.

mod golden;
mod house;
mod policy;
mod preview;
