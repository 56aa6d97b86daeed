//! The integration tests: one binary, one module for each kind of data file.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests read their data files themselves")]
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    reason = "a test that reaches too far fails"
)]

mod catalogue;
#[cfg(feature = "cli")]
mod cli;
mod diagnostics;
mod documents;
#[cfg(feature = "cli")]
mod examples;
mod language;
#[cfg(feature = "pdf")]
mod pdf;
mod reports;
mod tidy;
