//! Composes documents: a template and a sheet of values become a [`model::Document`].
//!
//! ```text
//! template/ ──▶ check ──▶ program ──tera──▶ layout ──▶ markdown, signatures ──▶ Document
//!               sheet ──▶ scope ──▶ truth               values put in here
//! ```

mod builder;
mod check;
pub mod compose;
pub mod context;
mod layout;
mod markdown;
mod marker;
mod mistakes;
pub mod model;
pub mod paper;
mod places;
mod prepare;
mod program;
pub mod punctuation;
mod scope;
pub mod sheet;
mod signatures;
pub mod template;
mod truth;
mod values;

pub use compose::{Composed, compose};
pub use paper::PaperFacts;
pub use template::{Partials, Template};
pub use values::Missing;
