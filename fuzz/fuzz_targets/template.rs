//! Reads arbitrary text as a template, fills it and writes the paper in every form.
//! `tests/it/hostile/template.rs` says what must hold.
//!
//! `cargo fuzz run -s none -a template fuzz/corpus/template tests/documents/mistakes templates/cn/zh -- -dict=fuzz/dictionaries/template.dict -max_total_time=300`
#![no_main]

#[path = "../../tests/it/documents/sheet.rs"]
mod sheet;
#[path = "../../tests/it/hostile/template.rs"]
mod template;

libfuzzer_sys::fuzz_target!(|text: &str| template::run(text));
