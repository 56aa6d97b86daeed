//! The integration tests: one binary, one module for each kind of data file.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::indexing_slicing, reason = "a test that cannot go on fails")]
#![expect(clippy::panic, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests read their data files themselves")]
#![expect(clippy::string_slice, reason = "a test that cannot go on fails")]
#![cfg_attr(feature = "pdf", expect(clippy::print_stderr, reason = "what is skipped is said"))]

mod annotations;
mod catalogue;
#[cfg(feature = "cli")]
mod cli;
mod diagnostics;
mod documents;
#[cfg(feature = "cli")]
mod examples;
mod hostile;
mod language;
mod mutation;
mod oracle;
#[cfg(feature = "cli")]
mod papers;
#[cfg(feature = "pdf")]
mod pdf;
mod properties;
mod reports;
mod tidy;
