//! Checks a performance dismissal against company policy and labour law, and
//! writes the papers.
//!
//! ```text
//! pack, policy, case ─▶ syntax ─▶ vocabulary ─▶ rules, case ─▶ compile ─▶ assess ─▶ report
//!                                                                            └─▶ document ─▶ export ─▶ dossier
//! ```
//!
//! `docs/architecture.md` says which room a line belongs to; the test
//! `tests/it/tidy.rs` holds the imports to it.

pub mod assess;
pub mod bundle;
pub mod case;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compile;
pub mod diag;
pub mod document;
pub mod dossier;
pub mod export;
pub mod report;
pub mod rules;
pub mod source;
pub mod syntax;
pub mod value;
pub mod vectors;
pub mod vocabulary;
pub mod wording;
#[cfg(feature = "cli")]
pub mod workspace;
