//! The engine behind stdin and stdout.

fn main() {}
