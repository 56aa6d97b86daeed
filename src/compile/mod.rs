//! Compiles layers into a [`RuleSet`]: names, types, units, order, floors.
//!
//! ```text
//! Vocabulary + Layers + Policy ── layers ──▶ declarations ── check ──▶ typed trees ──▶ RuleSet
//! ```
//!
//! **Invariant:** a [`RuleSet`] holds no unresolved name, no untyped expression
//! and no circle of definitions.

mod aggregate;
mod bodies;
mod check;
mod circles;
mod declare;
mod functions;
mod graph;
mod layers;
mod lint;
pub mod mutants;
mod names;
mod operators;
mod papers;
mod parameters;
pub mod rule_set;
mod scope;
mod settings;
mod steps;
pub mod typed;

pub use layers::{Input, compile};
pub use rule_set::{
    Dated, DefinitionEntry, DefinitionId, Named, ParameterEntry, ParameterId, RequirementEntry,
    RequirementId, RuleSet, SettingValue, StepEntry,
};
