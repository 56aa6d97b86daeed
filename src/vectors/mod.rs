//! Worked examples of the law: facts in, values and findings out.
//!
//! ```text
//! test/1 ──load──▶ Vector ── run(Library) ──▶ Outcome: passed, or what differs
//! ```

mod boundary;
mod load;
mod run;

pub use load::{Expectation, Vector, load, paths};
pub use run::{Report, Runner, prepare, wait_name};
