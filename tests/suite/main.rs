//! The native suite: the architecture, the laws, and the cases, floor by floor.

mod contract;
mod deid;
mod golden;
mod house;
mod policy;
mod preview;
