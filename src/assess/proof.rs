//! How strongly the facts behind a finding are proven.
//!
//! A chain is as strong as its weakest link, but what would suffice alone is as
//! strong as the best of its kind: of `any` the strongest part that holds, of a
//! failed `all` the strongest part that fails.

use std::collections::BTreeMap;

use super::basis::{part_of, parts, reads};
use super::derivation::{Step, StepId, What};
use super::findings::Finding;
use crate::case::{CaseFile, Cell, Stated};
use crate::compile::RuleSet;
use crate::compile::typed::{Typed, TypedNode};
use crate::value::{Date, Proof};
use crate::vocabulary::Type;

/// Weighs the facts below the steps of one assessment.
pub(super) struct Scales<'a> {
    rules: &'a RuleSet,
    case: &'a CaseFile,
    steps: &'a [Step],
    as_of: Date,
    weighed: BTreeMap<StepId, Option<Proof>>,
}

impl<'a> Scales<'a> {
    pub(super) fn new(
        rules: &'a RuleSet,
        case: &'a CaseFile,
        steps: &'a [Step],
        as_of: Date,
    ) -> Self {
        Self { rules, case, steps, as_of, weighed: BTreeMap::new() }
    }

    /// Returns the proof of a finding; `None` if it rests on no known fact.
    pub(super) fn finding(&mut self, finding: &Finding) -> Option<Proof> {
        let entry = self.rules.requirement(finding.requirement)?;
        let step = self.step(finding.step)?;
        let condition = entry.applies.as_ref().and_then(|a| self.expression(a, step));
        if step.value == super::state::Eval::None {
            return condition;
        }
        weaker(condition, self.expression(&entry.value, step))
    }

    fn step(&self, id: StepId) -> Option<&'a Step> {
        self.steps.get(id.0 as usize)
    }

    /// The proof of an expression whose parts were read by a step.
    fn expression(&mut self, typed: &'a Typed, step: &'a Step) -> Option<Proof> {
        match &typed.node {
            TypedNode::And(items) => self.series(items, step, false),
            TypedNode::Or(items) => self.series(items, step, true),
            _ => {
                let read = |id: &&StepId| self.step(**id).is_some_and(|s| reads(typed, &s.what));
                let inputs: Vec<StepId> = step.inputs.iter().filter(read).copied().collect();
                inputs.into_iter().fold(None, |all, id| {
                    let one = self.input(typed, id);
                    weaker(all, one)
                })
            }
        }
    }

    /// Of a series the strongest part that settles it, else the weakest of all.
    fn series(&mut self, items: &'a [Typed], step: &'a Step, settles: bool) -> Option<Proof> {
        let (mut weakest, mut strongest) = (None, None);
        for (item, id) in items.iter().zip(parts(self.steps, &step.inputs, items)) {
            let Some(id) = id else { continue };
            // The step of a line holds what the line itself reads.
            let line = self.step(id).filter(|s| matches!(s.what, What::Line(_)));
            let proof = match line {
                Some(line) => self.expression(item, line),
                None => self.input(item, id),
            };
            weakest = weaker(weakest, proof);
            if self.step(id).and_then(|s| s.value.as_truth()) == Some(settles) {
                strongest = strongest.max(proof);
            }
        }
        strongest.or(weakest)
    }

    fn input(&mut self, typed: &'a Typed, id: StepId) -> Option<Proof> {
        let step = self.step(id)?;
        match &step.what {
            What::Line(_) | What::Test(..) => {
                self.expression(part_of(self.steps, typed, step)?, step)
            }
            What::Definition(definition)
            | What::Call(definition, _)
            | What::Column(definition, _)
            | What::Company(definition, _) => {
                if let Some(weighed) = self.weighed.get(&id) {
                    return *weighed;
                }
                let entry = self.rules.definition(*definition)?;
                let formula = match &step.what {
                    What::Company(_, at) => &entry.company.get(*at)?.1,
                    _ => &entry.formula,
                };
                let proof = self.expression(formula, step);
                self.weighed.insert(id, proof);
                proof
            }
            what => self.stated(what),
        }
    }

    fn stated(&self, what: &What) -> Option<Proof> {
        let vocabulary = self.rules.vocabulary();
        let stated = match what {
            // Which row the employer relies on is his choice; that row's cells prove it.
            What::Fact(id) if matches!(vocabulary.fact(*id)?.kind(), Type::Row(_)) => None,
            What::Fact(id) => self.case.fact(*id),
            What::Cell(list, row, field) => self.case.rows(*list)?.row(*row)?.cell(*field),
            _ => None,
        };
        let stated = stated.filter(|s| *s.cell() != Cell::Unknown)?;
        Some(self.strength(stated))
    }

    fn strength(&self, stated: &Stated) -> Proof {
        let all = self.case.evidence();
        let exhibits = stated.evidence().iter().filter_map(|i| all.get(*i as usize));
        exhibits.map(|e| e.strength(self.as_of)).max().unwrap_or(Proof::None)
    }
}

fn weaker(a: Option<Proof>, b: Option<Proof>) -> Option<Proof> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
