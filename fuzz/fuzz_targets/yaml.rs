//! Reads arbitrary text as YAML, checks it against every schema and shows what was found.
//! `tests/it/hostile/yaml.rs` says what must hold.
//!
//! `cargo fuzz run -s none yaml fuzz/corpus/yaml tests/diagnostics/bad -- -max_total_time=120`
#![no_main]

#[path = "../../tests/it/hostile/yaml.rs"]
mod yaml;

libfuzzer_sys::fuzz_target!(|text: &str| yaml::run(text));
