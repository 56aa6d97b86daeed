//! What a figure would be under each reading of a divided question.
//!
//! Where opinions diverge, a choice parameter names the readings and who holds
//! them; a figure that depends on it carries the result of each.

use std::collections::{BTreeMap, BTreeSet};

use super::assessment::Question;
use super::derivation::{Silent, Step, StepId, What};
use super::evaluate::{Evaluator, Overrides};
use super::findings::Figure;
use super::state::Eval;
use crate::case::CaseFile;
use crate::compile::{ParameterId, RuleSet};
use crate::value::Value;

/// The result of one figure under a reading other than the one in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherReading {
    /// The divided question.
    pub parameter: ParameterId,
    /// The reading, as a member of the parameter's choice.
    pub member: u32,
    /// What the figure would be.
    pub value: Eval,
}

/// Adds to each figure the results of the other readings, where they differ.
pub(super) fn add(
    rules: &RuleSet,
    case: &CaseFile,
    question: &Question,
    steps: &[Step],
    figures: &mut [Figure],
) {
    let divided: Vec<BTreeMap<ParameterId, Option<Value>>> =
        figures.iter().map(|f| divided_below(rules, steps, f.step)).collect();
    let mut wanted: BTreeSet<(ParameterId, u32)> = BTreeSet::new();
    for (parameter, in_force) in divided.iter().flatten() {
        let readings = rules.parameter(*parameter).map_or(&[][..], |p| &p.readings);
        let others = readings.iter().filter(|(m, _)| *in_force != Some(Value::Choice(*m)));
        wanted.extend(others.map(|(m, _)| (*parameter, *m)));
    }
    for (parameter, member) in wanted {
        let mut overrides: Overrides = question.overrides.clone();
        overrides.parameters.insert(parameter, Eval::Known(Value::Choice(member)));
        let when = (question.as_of, question.version);
        let mut evaluator = Evaluator::new(rules, case, &question.ground, when, &overrides, Silent);
        for (figure, below) in figures.iter_mut().zip(&divided) {
            let in_force = below.get(&parameter);
            if in_force.is_none_or(|v| *v == Some(Value::Choice(member))) {
                continue;
            }
            let (value, _) = evaluator.definition(figure.definition);
            if value != figure.value {
                figure.readings.push(OtherReading { parameter, member, value });
            }
        }
    }
}

/// The divided questions that a step rests on, with the reading in force.
fn divided_below(
    rules: &RuleSet,
    steps: &[Step],
    root: StepId,
) -> BTreeMap<ParameterId, Option<Value>> {
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        let Some(step) = steps.get(id.0 as usize).filter(|_| seen.insert(id)) else { continue };
        open.extend(&step.inputs);
        if let What::Parameter(parameter, ..) = &step.what
            && rules.parameter(*parameter).is_some_and(|p| !p.readings.is_empty())
        {
            found.insert(*parameter, step.value.known().cloned());
        }
    }
    found
}
