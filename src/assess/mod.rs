//! Assesses a case file against a rule set.
//!
//! This is the heart of the crate and its narrowest boundary: [`assess`] is a
//! total, pure function. It reads no file, no clock, no environment and no
//! locale; it never panics and never returns `Err`. Whatever goes wrong inside
//! a rule (a missing fact, an overflow) becomes a finding whose outcome is
//! [`Outcome::Indeterminate`].
//!
//! ```text
//! RuleSet ──┐
//! CaseFile ─┼─▶ assess ─▶ Assessment ─▶ clear(kind) ─▶ Clearance ─▶ document::compose
//! Question ─┘                  └─▶ findings, figures, deadlines, missing facts
//! ```
//!
//! **Invariant:** equal inputs give equal assessments. Collections are ordered
//! by declaration, never by hash.
//!
//! **Invariant:** replacing an unknown by a known value never changes a
//! settled outcome.

mod aggregates;
mod arithmetic;
mod assessment;
mod basis;
mod branches;
mod clearance;
pub mod counterexample;
mod derivation;
mod evaluate;
mod findings;
mod functions;
mod parameters;
mod proof;
mod readings;
pub mod schedule;
mod state;
mod statements;
mod waits;
mod working_days;

pub use assessment::{Assessment, Question, Receipt, Wanted, assess, assess_only, assess_silently};
pub use basis::{Line, reads};
pub use clearance::{Clearance, Refusal, Verdict};
pub use derivation::{Reading, Recorder, Recording, Silent, Step, StepId, What};
pub use evaluate::{Evaluator, Overrides};
pub use findings::{Figure, Finding, Obstacle, Outcome};
pub use readings::OtherReading;
pub use state::{Eval, Problem, Unknown};
pub use statements::Statement;
pub use waits::{Reason, Wait, Waits};
