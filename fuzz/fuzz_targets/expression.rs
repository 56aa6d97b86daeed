//! Reads arbitrary text as an expression, compiles it as every type, evaluates it and explains it.
//! `tests/it/hostile/expression.rs` says what must hold.
//!
//! `cargo fuzz run -s none -a expression -- -dict=fuzz/dictionaries/expression.dict -max_len=400 -max_total_time=300`
#![no_main]

#[path = "../../tests/it/hostile/expression.rs"]
mod expression;

libfuzzer_sys::fuzz_target!(|text: &str| expression::run(text));
