//! Fills a case of the pack with arbitrary values, assesses it, explains it and writes a paper.
//! `tests/it/hostile/assess.rs` says what must hold.
//!
//! `cargo fuzz run -s none -a assess -- -max_len=600 -max_total_time=300`
#![no_main]

#[path = "../../tests/it/hostile/assess.rs"]
mod assess;
#[path = "../../tests/it/hostile/filling.rs"]
mod filling;

libfuzzer_sys::fuzz_target!(|data: &[u8]| assess::run(data));
