//! What the program tells people: diagnostics now, assessments later.
//!
//! **Invariant:** nothing here decides anything; a report only says what
//! earlier stages found.

pub mod diagnostics;
mod mask;

pub use diagnostics::{RenderOptions, render};
