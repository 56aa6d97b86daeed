//! Time of papers as PDF: `cargo bench --bench pdf`.

#[path = "../tests/it/pdf/everything.rs"]
mod everything;
#[path = "../tests/it/pdf/sample.rs"]
#[expect(dead_code, reason = "the tests use more of the samples")]
mod sample;

use divan::{Bencher, black_box};
use duecause::export::pdf::{Fonts, pdf};
use duecause::export::typst_source::typst_source;

/// Runs the benches.
fn main() {
    divan::main();
}

/// Reads the embedded fonts, once for a process.
#[divan::bench]
fn fonts() -> Fonts {
    Fonts::embedded()
}

/// Writes the Typst source of a notice of two pages with its calculation sheet.
#[divan::bench]
fn source(bencher: Bencher) {
    let document = sample::notice();
    bencher.bench(|| typst_source(black_box(&document), &[]));
}

/// Prints a notice of two pages with its calculation sheet of two.
#[divan::bench(threads = [1, 2, 4])]
fn notice(bencher: Bencher) {
    let (document, fonts) = (sample::notice(), Fonts::embedded());
    bencher.bench(|| pdf(black_box(&document), &fonts));
}

/// Prints an English letter of two pages.
#[divan::bench]
fn letter(bencher: Bencher) {
    let (document, fonts) = (sample::letter(), Fonts::embedded());
    bencher.bench(|| pdf(black_box(&document), &fonts));
}
