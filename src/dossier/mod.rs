//! The papers of a case: composed, exported, named, listed.
//!
//! ```text
//! Assessment ─ clear ─▶ sheet ─▶ compose ─▶ Document ─▶ export ─▶ Artifact ─▶ manifest
//! ```
//!
//! **Invariant:** a paper that ends an employment is written without a mark
//! only with a clearance.

mod artifact;
mod manifest;
mod papers;
mod refusal;
mod rulebook;

pub use artifact::{Artifact, Fonts, Form, export};
pub use manifest::{listed, manifest};
pub use papers::{Issue, Obstacle, Paper, Papers};
pub use refusal::reasons;
pub use rulebook::PolicyPaper;

pub use crate::document::context::Rulebook;
