//! Reads arbitrary text as a case of the pack, assesses it and reviews it.
//! `tests/it/hostile/case.rs` says what must hold.
//!
//! `cargo fuzz run -s none -a case fuzz/corpus/case -- -dict=fuzz/dictionaries/case.dict -max_total_time=300`
#![no_main]

#[path = "../../tests/it/hostile/case.rs"]
mod case;

libfuzzer_sys::fuzz_target!(|text: &str| case::run(text));
