//! The tree of steps behind an outcome or a figure: ids and values, no words.

use std::sync::Arc;

use super::state::Eval;
use crate::compile::{DefinitionId, ParameterId, RequirementId};
use crate::source::Span;
use crate::value::{Date, Value};
use crate::vocabulary::{FactId, FieldId, ListId};

/// Names a step of an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StepId(pub u32);

/// What a step is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A fact of the case.
    Fact(FactId),
    /// A cell of a row.
    Cell(ListId, u32, FieldId),
    /// A cell of a row of a series that the case does not have.
    AbsentCell(ListId, Arc<str>, FieldId),
    /// A parameter: member of its table, and the value's place.
    Parameter(ParameterId, usize, Option<Reading>),
    /// A year of the working-day calendar.
    Calendar(i32),
    /// A definition, figure or deadline.
    Definition(DefinitionId),
    /// A definition with arguments.
    Call(DefinitionId, Vec<Value>),
    /// A computed column of a row.
    Column(DefinitionId, Arc<str>),
    /// The company's formula for a figure, by its position among those of its versions.
    Company(DefinitionId, usize),
    /// A requirement.
    Requirement(RequirementId),
    /// One line of `all` or `any`, by its place in the rules.
    Line(Span),
    /// The test of one row of a list, by its place in the rules and the row's name.
    Test(Span, Arc<str>),
}

/// Which value of a parameter was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// A dated value of the law, by its position, on a date if one selected it.
    Law(usize, Option<Date>),
    /// The policy's value, by its position.
    Policy(usize),
    /// Given directly.
    Given,
}

/// One step of reasoning and the steps it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub what: What,
    /// What came out.
    pub value: Eval,
    /// What it rests on, in the order of reading, each once.
    pub inputs: Vec<StepId>,
}

/// What the evaluator tells while it works.
pub trait Recorder {
    /// Whether every part of a conjunction is to be looked at, for the record.
    const THOROUGH: bool;

    /// A fact, cell or parameter was read.
    fn leaf(&mut self, what: impl FnOnce() -> What, value: &Eval);
    /// A step begins.
    fn open(&mut self);
    /// The step that began last ends.
    fn close(&mut self, what: impl FnOnce() -> What, value: &Eval) -> StepId;
    /// A finished step is used again.
    fn refer(&mut self, step: StepId);
}

/// Records nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Recorder for Silent {
    const THOROUGH: bool = false;

    fn leaf(&mut self, _: impl FnOnce() -> What, _: &Eval) {}
    fn open(&mut self) {}
    fn close(&mut self, _: impl FnOnce() -> What, _: &Eval) -> StepId {
        StepId(0)
    }
    fn refer(&mut self, _: StepId) {}
}

/// Records every step.
#[derive(Debug, Clone, Default)]
pub struct Recording {
    steps: Vec<Step>,
    open: Vec<Vec<StepId>>,
}

impl Recording {
    /// Returns the steps in the order in which they ended.
    #[must_use]
    pub fn into_steps(self) -> Vec<Step> {
        self.steps
    }

    fn add(&mut self, what: What, value: &Eval, inputs: Vec<StepId>) -> StepId {
        let id = StepId(u32::try_from(self.steps.len()).unwrap_or(u32::MAX));
        self.steps.push(Step { what, value: value.clone(), inputs });
        id
    }
}

impl Recorder for Recording {
    const THOROUGH: bool = true;

    fn leaf(&mut self, what: impl FnOnce() -> What, value: &Eval) {
        let what = what();
        let known = self.open.last().and_then(|inputs| {
            inputs.iter().find(|i| self.steps.get(i.0 as usize).is_some_and(|s| s.what == what))
        });
        if known.is_none() {
            let id = self.add(what, value, Vec::new());
            self.refer(id);
        }
    }

    fn open(&mut self) {
        self.open.push(Vec::new());
    }

    fn close(&mut self, what: impl FnOnce() -> What, value: &Eval) -> StepId {
        let inputs = self.open.pop().unwrap_or_default();
        let id = self.add(what(), value, inputs);
        self.refer(id);
        id
    }

    fn refer(&mut self, step: StepId) {
        if let Some(inputs) = self.open.last_mut()
            && !inputs.contains(&step)
        {
            inputs.push(step);
        }
    }
}
