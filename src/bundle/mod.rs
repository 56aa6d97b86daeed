//! Files by path: which of them make a pack, a region or a policy, and the rule set they give.
//!
//! ```text
//! embedded texts ─┐
//! workspace texts ┴─▶ Bundle ─▶ Library ── rule_set(names, policy) ──▶ RuleSet, Receipt
//! ```
//!
//! **Invariant:** nothing here touches the disk; `workspace` puts its files in.

mod embedded;
mod library;

pub use embedded::Bundle;
pub use library::{Library, RuleBook};
