//! Papers as PDF: what is printed, that it is all there, and the same every time.

#![expect(clippy::disallowed_methods, reason = "tests write the papers for tools and people")]

mod sample;

use std::fs;
use std::path::PathBuf;

use duecause::document::model::Document;
use duecause::export::pdf::{Fonts, Pdf, pdf};
use duecause::wording::Language;

/// Returns the folder into which tests write the papers for people and tools to look at.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Prints `document` or fails with the words of the diagnostics.
fn print(document: &Document, fonts: &Fonts) -> Pdf {
    pdf(document, fonts).unwrap_or_else(|all| {
        panic!(
            "{:#?}",
            all.iter().map(|d| d.message().get(Language::Chinese).to_owned()).collect::<Vec<_>>()
        )
    })
}

#[test]
fn every_kind_of_block_prints_in_both_languages_and_styles() {
    let fonts = Fonts::embedded();
    for (name, document) in sample::all() {
        let printed = print(&document, &fonts);
        fs::write(folder().join(format!("{name}.pdf")), &printed.bytes).unwrap();
    }
}
