//! What the program tells people: diagnostics, reviews, derivations, pages of the law.
//!
//! **Invariant:** nothing here decides anything; a report only says what
//! earlier stages found.

mod desk;
pub mod diagnostics;
mod excerpt;
mod mask;
mod page;
pub mod review;
mod specialised;
pub mod standing;
pub mod starter;
mod steps;
pub mod values;
pub mod waits;

pub use diagnostics::{RenderOptions, render};
pub use review::{ReviewOptions, review};
pub use specialised::specialised_schema;
pub use standing::Standing;
