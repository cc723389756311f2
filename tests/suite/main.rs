//! The native suite: the architecture, the laws, and the cases, floor by floor.

mod archive;
mod batch;
mod batch_command;
mod check;
mod contract;
mod deid;
mod detect;
mod formats;
mod golden;
mod house;
mod lineage;
mod lines;
mod names;
mod policy;
mod preview;
mod questions;
mod record;
mod risk;
mod tables;
mod tuning;
