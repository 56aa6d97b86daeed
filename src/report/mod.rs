//! What the program tells people: diagnostics, reviews, derivations, pages of the law.
//!
//! **Invariant:** nothing here decides anything; a report only says what
//! earlier stages found.

pub mod annotations;
pub mod changes;
mod conflicts;
mod desk;
pub mod diagnostics;
mod excerpt;
mod explain;
pub mod json;
pub mod law;
mod mask;
mod page;
mod phrases;
pub mod review;
mod specialised;
mod speech;
pub mod standing;
pub mod starter;
mod statements;
mod steps;
mod units;
pub mod values;
pub mod waits;

pub use conflicts::conflicts;
pub use diagnostics::{RenderOptions, render};
pub use explain::explain;
pub use review::{ReviewOptions, review};
pub use specialised::specialised_schema;
pub use standing::Standing;
