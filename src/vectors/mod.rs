//! Worked examples of the law: facts in, values and findings out.
//!
//! ```text
//! test/1 ──load──▶ Vector ── run(Library) ──▶ Report: passed, or what differs
//!                    └───── mutation: which small changes of the rules does no vector notice?
//! ```

mod boundary;
mod explanation;
mod judge;
mod load;
mod mutation;
mod run;

pub use explanation::Explanation;
pub use judge::wait_name;
pub use load::{Column, Expectation, Vector, load, paths};
pub use mutation::{Mutation, Place, Unready};
pub use run::{Report, Runner, prepare};
