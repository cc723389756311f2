//! The native suite: the architecture, the laws, and the cases, floor by floor.

mod house;
mod policy;
