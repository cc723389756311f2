//! The engine behind `postMessage`.

fn main() {}
