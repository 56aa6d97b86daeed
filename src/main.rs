//! The `duecause` program.

fn main() {}
