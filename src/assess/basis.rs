//! What a finding turns on: the lines of its requirement, and the values that decide each line.

use super::assessment::Assessment;
use super::derivation::{Step, StepId, What};
use super::findings::Finding;
use super::state::Eval;
use crate::compile::RequirementEntry;
use crate::compile::typed::{Typed, TypedNode};
use crate::vocabulary::{ListId, Type};

/// One line of a requirement: what must hold there, and what came out.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The expression.
    pub typed: &'a Typed,
    /// What came out.
    pub value: Eval,
    /// The steps it rests on, in the order of reading.
    pub inputs: Vec<StepId>,
}

impl Assessment<'_> {
    /// Returns the lines of what must hold: the parts of `all` or `any`, or the one expression there is.
    ///
    /// A requirement that does not bind the case was not looked at and has no lines.
    #[must_use]
    pub fn lines(&self, finding: &Finding) -> Vec<Line<'_>> {
        let entry = self.rules().requirement(finding.requirement());
        let (Some(entry), Some(step)) = (entry, self.step(finding.step())) else {
            return Vec::new();
        };
        if step.value == Eval::None {
            return Vec::new();
        }
        match &entry.value.node {
            TypedNode::And(items) | TypedNode::Or(items) => {
                items.iter().filter_map(|item| self.line(step, item)).collect()
            }
            _ => vec![self.whole(step, entry)],
        }
    }

    fn line<'t>(&'t self, step: &'t Step, item: &'t Typed) -> Option<Line<'t>> {
        let id = part(self.steps(), &step.inputs, item)?;
        let found = self.step(id)?;
        let inputs = match found.what {
            What::Line(_) => found.inputs.clone(),
            _ => vec![id],
        };
        Some(Line { typed: item, value: found.value.clone(), inputs })
    }

    /// The one line of a requirement that is no conjunction; its step holds the condition's inputs too.
    fn whole<'t>(&'t self, step: &'t Step, entry: &'t RequirementEntry) -> Line<'t> {
        let belongs = |id: &&StepId| self.step(**id).is_some_and(|s| reads(&entry.value, &s.what));
        let inputs = step.inputs.iter().filter(belongs).copied().collect();
        Line { typed: &entry.value, value: step.value.clone(), inputs }
    }

    /// Returns the values that decide a yes or no which rests on `inputs`.
    ///
    /// Facts, cells and named values stand as they are. A yes/no is followed
    /// down to what it rests on; where some of them came out as `wanted`, these
    /// alone are followed.
    #[must_use]
    pub fn deciding(&self, inputs: &[StepId], wanted: Option<bool>) -> Vec<StepId> {
        let mut found = Vec::new();
        self.descend(inputs, wanted, 0, &mut found);
        let lists: Vec<ListId> = found.iter().filter_map(|id| self.list_of(*id)).collect();
        found.retain(|id| !self.is_noise(*id, &lists));
        found
    }

    fn descend(
        &self,
        inputs: &[StepId],
        wanted: Option<bool>,
        depth: usize,
        found: &mut Vec<StepId>,
    ) {
        let is_wanted = |id: &StepId| {
            self.is_opened(*id) && self.step(*id).is_some_and(|s| s.value.as_truth() == wanted)
        };
        let narrow = inputs.iter().any(is_wanted);
        for id in inputs {
            let Some(step) = self.step(*id) else { continue };
            if self.is_opened(*id) && depth < DEEPEST {
                if !narrow || step.value.as_truth() == wanted {
                    self.descend(&step.inputs, wanted, depth.saturating_add(1), found);
                }
            } else if !narrow && !found.contains(id) {
                found.push(*id);
            }
        }
    }

    /// Whether a step is a yes/no that rests on others, or has no name to show.
    fn is_opened(&self, id: StepId) -> bool {
        let is_truth = |id| self.rules().definition(id).is_some_and(|d| d.kind == Type::Truth);
        let Some(step) = self.step(id).filter(|s| !s.inputs.is_empty()) else { return false };
        match &step.what {
            What::Definition(id) | What::Column(id, _) => is_truth(*id),
            What::Line(_) | What::Call(..) | What::Company(_) => true,
            _ => false,
        }
    }

    fn list_of(&self, id: StepId) -> Option<ListId> {
        match self.step(id)?.what {
            What::Cell(list, ..) => Some(list),
            _ => None,
        }
    }

    /// Keys only name a row, and which row is relied on shows in that row's cells.
    fn is_noise(&self, id: StepId, lists: &[ListId]) -> bool {
        let vocabulary = self.rules().vocabulary();
        match self.step(id).map(|s| &s.what) {
            Some(What::Fact(fact)) => {
                let kind = vocabulary.fact(*fact).map(|f| f.kind());
                matches!(kind, Some(Type::Row(list)) if lists.contains(&list))
            }
            Some(What::Cell(list, _, field)) => {
                vocabulary.list(*list).is_some_and(|l| l.key().contains(field))
            }
            _ => false,
        }
    }
}

/// How far yes/no steps are followed down.
const DEEPEST: usize = 8;

/// Returns the step among `inputs` that is one part of a conjunction.
pub(super) fn part(steps: &[Step], inputs: &[StepId], item: &Typed) -> Option<StepId> {
    let is_it = |id: &&StepId| match steps.get(id.0 as usize).map(|s| &s.what) {
        Some(What::Line(span)) => *span == item.span,
        Some(What::Definition(id)) => matches!(item.node, TypedNode::Definition(d) if d == *id),
        Some(What::Fact(id)) => matches!(item.node, TypedNode::Fact(f) if f == *id),
        Some(What::Column(id, _)) => matches!(item.node, TypedNode::Column(_, c) if c == *id),
        _ => false,
    };
    inputs.iter().find(is_it).copied()
}

/// Returns whether an expression itself reads what a step is.
pub(super) fn reads(typed: &Typed, what: &What) -> bool {
    let mut found = false;
    typed.walk(&mut |part| {
        found |= match (&part.node, what) {
            (TypedNode::Fact(a), What::Fact(b)) => a == b,
            (TypedNode::Definition(a), What::Definition(b)) => a == b,
            (TypedNode::Parameter(a, ..), What::Parameter(b, ..)) => a == b,
            (TypedNode::Call(a, _), What::Call(b, _)) => a == b,
            (TypedNode::Column(_, a) | TypedNode::ColumnOf(_, _, a), What::Column(b, _)) => a == b,
            (TypedNode::FieldOf(_, list, field), What::Cell(of, _, at)) => {
                list == of && field == at
            }
            (TypedNode::Field(_, a), What::Cell(_, _, b) | What::AbsentCell(_, _, b)) => a == b,
            (_, What::Line(span)) => part.span == *span,
            _ => false,
        };
    });
    found
}
