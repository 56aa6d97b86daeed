//! Findings and figures.

use super::derivation::{Recorder, StepId, What};
use super::evaluate::Evaluator;
use super::readings::OtherReading;
use super::state::{Eval, Problem};
use super::waits::{Wait, Waits};
use crate::compile::{DefinitionId, RequirementEntry, RequirementId};
use crate::rules::Severity;
use crate::value::Proof;

/// Whether a requirement is met.
///
/// Deliberately not `#[non_exhaustive]`: a fifth outcome must break every
/// caller that decides whether a letter may leave the building.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The facts show that the requirement is not met.
    NotSatisfied,
    /// The facts do not settle the question.
    Indeterminate,
    /// The facts show that the requirement is met.
    Satisfied,
    /// The requirement does not bind this case.
    NotApplicable,
}

impl Outcome {
    /// Returns the name used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotSatisfied => "not-satisfied",
            Self::Indeterminate => "indeterminate",
            Self::Satisfied => "satisfied",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// Whether a finding stands in the way of the documents its requirement gates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// It does.
    Stands,
    /// It may, depending on what is not known.
    MayStand,
    /// It does not.
    Clear,
}

/// The result of checking one requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub(super) requirement: RequirementId,
    pub(super) outcome: Outcome,
    pub(super) obstacle: Obstacle,
    pub(super) severities: Vec<Severity>,
    pub(super) waits: Waits,
    pub(super) problem: Option<Problem>,
    /// Nothing that is still unknown can make it unmet.
    pub(super) harmless: bool,
    pub(super) step: StepId,
    pub(super) proof: Option<Proof>,
}

impl Finding {
    /// Returns the requirement that was checked.
    #[must_use]
    pub fn requirement(&self) -> RequirementId {
        self.requirement
    }

    /// Returns whether the requirement is met.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Returns whether it stands in the way of what it gates.
    #[must_use]
    pub fn obstacle(&self) -> Obstacle {
        self.obstacle
    }

    /// Whether a paper it gates needs somebody's release before it is cleared.
    ///
    /// A requirement that stands in the way does, and a warning that is not met, or of which it is
    /// not known whether it is met: leaving out the fact of a warning must not clear what the
    /// truth would stop. What may stand in the way cannot be released at all.
    #[must_use]
    pub fn needs_release(&self) -> bool {
        let weighs = self.greatest_severity() >= Severity::Warn;
        !self.harmless && weighs && self.obstacle != Obstacle::MayStand
    }

    /// Returns the weight; `None` if what is not known decides it.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        match self.severities.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Returns the greatest weight it may have.
    #[must_use]
    pub fn greatest_severity(&self) -> Severity {
        self.severities.iter().copied().max().unwrap_or(Severity::Block)
    }

    /// Returns what would have to be supplied to settle it; empty if it is settled.
    #[must_use]
    pub fn waits(&self) -> &[Wait] {
        &self.waits
    }

    /// Returns what went wrong in computing it.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        self.problem
    }

    /// Returns the step of its derivation.
    #[must_use]
    pub fn step(&self) -> StepId {
        self.step
    }

    /// Returns how strongly the weakest of its facts is proven; `None` if it rests on no fact.
    #[must_use]
    pub fn proof(&self) -> Option<Proof> {
        self.proof
    }
}

/// A computed amount, duration, rate or date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub(super) definition: DefinitionId,
    pub(super) value: Eval,
    pub(super) step: StepId,
    pub(super) readings: Vec<OtherReading>,
}

impl Figure {
    /// Returns what it would be under other readings of divided questions, where that differs.
    #[must_use]
    pub fn readings(&self) -> &[OtherReading] {
        &self.readings
    }

    /// Returns the figure or deadline.
    #[must_use]
    pub fn definition(&self) -> DefinitionId {
        self.definition
    }

    /// Returns its value.
    #[must_use]
    pub fn value(&self) -> &Eval {
        &self.value
    }

    /// Returns the step of its derivation.
    #[must_use]
    pub fn step(&self) -> StepId {
        self.step
    }
}

impl<R: Recorder> Evaluator<'_, R> {
    /// Checks one requirement.
    pub(super) fn finding(&mut self, id: RequirementId, entry: &RequirementEntry) -> Finding {
        self.recorder.open();
        let applies = entry.applies.as_ref().map_or(Eval::truth(true), |a| self.value(a));
        let bound = applies.as_truth();
        let value = if bound == Some(false) { Eval::truth(true) } else { self.value(&entry.value) };
        let (severities, weight) = self.severities(entry);
        let outcome = match (bound, value.as_truth()) {
            (Some(false), _) => Outcome::NotApplicable,
            (Some(true), Some(true)) => Outcome::Satisfied,
            (Some(true), Some(false)) => Outcome::NotSatisfied,
            _ => Outcome::Indeterminate,
        };
        let obstacle = obstacle(bound, value.as_truth(), &severities);
        let open = outcome == Outcome::Indeterminate || obstacle == Obstacle::MayStand;
        let mut waiting = super::state::Unknown::default();
        if open {
            [&applies, &value, &weight].into_iter().for_each(|e| waiting.absorb(e));
        }
        let shown = match outcome {
            Outcome::Satisfied => Eval::truth(true),
            Outcome::NotSatisfied => Eval::truth(false),
            Outcome::NotApplicable => Eval::None,
            Outcome::Indeterminate => Eval::waiting_for([&applies, &value]),
        };
        let step = self.recorder.close(|| What::Requirement(id), &shown);
        Finding {
            requirement: id,
            outcome,
            obstacle,
            harmless: bound == Some(false) || value.as_truth() == Some(true),
            severities,
            waits: waiting.waits,
            problem: waiting.problem,
            step,
            proof: None,
        }
    }

    /// The weights the requirement may have, and what they wait for.
    fn severities(&mut self, entry: &RequirementEntry) -> (Vec<Severity>, Eval) {
        let mut possible = vec![entry.severity];
        if entry.downgrade.is_none() && entry.upgrade.is_none() {
            return (possible, Eval::None);
        }
        let mut waits = Vec::new();
        for (to, when, _) in [&entry.downgrade, &entry.upgrade].into_iter().flatten() {
            let test = self.value(when);
            match test.as_truth() {
                Some(true) => possible = vec![*to],
                Some(false) => {}
                None => {
                    possible.push(*to);
                    waits.push(test);
                }
            }
        }
        possible.sort_unstable();
        possible.dedup();
        (possible, Eval::waiting_for(&waits))
    }
}

/// `applies and not value and severity is block`, in three values.
fn obstacle(applies: Option<bool>, value: Option<bool>, severities: &[Severity]) -> Obstacle {
    let blocks = severities.contains(&Severity::Block);
    if applies == Some(false) || value == Some(true) || !blocks {
        return Obstacle::Clear;
    }
    if applies == Some(true) && value == Some(false) && severities.len() == 1 {
        return Obstacle::Stands;
    }
    Obstacle::MayStand
}
