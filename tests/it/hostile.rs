//! The kept corpus of hostile input, read as the fuzz targets read it.
//!
//! `fuzz/README.md` says how it is made and how to look for more.

mod assess;
mod case;
mod expression;
mod filling;
mod template;
mod yaml;

use std::path::Path;

use crate::documents::sheet;

/// Reads every kept input of a target.
fn read_all(target: &str, run: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_str().unwrap().starts_with("seed-") {
            run(&std::fs::read(&path).unwrap());
            count += 1;
        }
    }
    assert!(count > 50, "{}: {count}", folder.display());
}

/// Reads every kept text, up to where it is no longer UTF-8, as the fuzzer does.
fn read_texts(target: &str, run: impl Fn(&str)) {
    read_all(target, |bytes| match std::str::from_utf8(bytes) {
        Ok(text) => run(text),
        Err(error) => run(std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap()),
    });
}

#[test]
fn any_file_is_read_or_refused() {
    read_texts("yaml", yaml::run);
}

#[test]
fn any_expression_is_evaluated_or_refused() {
    read_texts("expression", expression::run);
}

#[test]
fn any_template_is_filled_or_refused() {
    read_texts("template", template::run);
}

#[test]
fn any_case_is_assessed() {
    read_texts("case", case::run);
}

#[test]
fn any_values_are_assessed() {
    read_all("assess", assess::run);
}
