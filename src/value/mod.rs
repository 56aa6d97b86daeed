//! Values: exact numbers, civil dates, months, and the closed set of values a
//! case or a rule can hold.
//!
//! **Invariant:** no binary floats and no clock. A number is a reduced
//! fraction; every operation that might not fit returns an [`Overflow`].

pub mod dates;
pub mod exact;
pub mod kinds;

pub use dates::{Date, LastDay, Month, MonthEnd};
pub use exact::{Exact, NumberError, Overflow, Rounding};
pub use kinds::{Proof, Value};
