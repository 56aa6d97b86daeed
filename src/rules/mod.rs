//! Declarations of one layer: a pack, a region or a company policy.
//!
//! ```text
//! rules/1 ──load──▶ Layer          policy/1 ──load──▶ Policy
//! ```
//!
//! Names in expressions are not resolved here; `compile` does that once all
//! layers are on the table.

pub mod definitions;
pub mod load;
pub mod parameters;
pub mod policy;
pub mod requirements;

pub use definitions::{Band, Bands, Body, Bound, Definition, Exception, Formula, Purpose};
pub use load::{Gap, Layer, Step, load};
pub use parameters::{Better, Parameter, ParameterValue, Series, Status, Supplier};
pub use policy::{OwnMember, Policy, PolicyVersion, Setting};
pub use requirements::{Checked, Requirement, Severity, SeverityChange};
