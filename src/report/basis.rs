//! What a finding turns on: the lines of its requirement, and the values each line reads.

use crate::assess::{Assessment, Eval, Finding, Step, StepId, What};
use crate::compile::RequirementEntry;
use crate::compile::typed::{Typed, TypedNode};
use crate::source::Span;
use crate::vocabulary::Type;

/// One line of a requirement: what must hold there, and what came out.
pub(super) struct Line<'a> {
    /// The expression.
    pub(super) typed: &'a Typed,
    /// What came out.
    pub(super) value: Eval,
    /// The steps it rests on, in the order of reading.
    pub(super) inputs: Vec<StepId>,
}

impl Line<'_> {
    /// Returns yes, no, or nothing if it is not settled.
    pub(super) fn truth(&self) -> Option<bool> {
        self.value.as_truth()
    }

    /// Returns where the expression stands.
    pub(super) fn span(&self) -> Span {
        self.typed.span
    }
}

/// Returns the lines of what must hold: the parts of `all` or `any`, or the one expression there is.
pub(super) fn lines<'a>(assessment: &'a Assessment<'_>, finding: &Finding) -> Vec<Line<'a>> {
    let Some(entry) = assessment.rules().requirement(finding.requirement()) else {
        return Vec::new();
    };
    let Some(step) = assessment.step(finding.step()) else { return Vec::new() };
    match &entry.value.node {
        TypedNode::And(items) | TypedNode::Or(items) => {
            items.iter().filter_map(|item| line(assessment, step, item)).collect()
        }
        _ => vec![whole(assessment, step, entry)],
    }
}

/// Whether one line suffices.
pub(super) fn is_any(entry: &RequirementEntry) -> bool {
    matches!(entry.value.node, TypedNode::Or(_))
}

fn line<'a>(assessment: &'a Assessment<'_>, step: &'a Step, item: &'a Typed) -> Option<Line<'a>> {
    let is_it = |id: &&StepId| match assessment.step(**id).map(|s| &s.what) {
        Some(What::Line(span)) => *span == item.span,
        Some(What::Definition(id)) => matches!(item.node, TypedNode::Definition(d) if d == *id),
        Some(What::Fact(id)) => matches!(item.node, TypedNode::Fact(f) if f == *id),
        _ => false,
    };
    let id = *step.inputs.iter().find(is_it)?;
    let found = assessment.step(id)?;
    let inputs = match found.what {
        What::Line(_) => found.inputs.clone(),
        _ => vec![id],
    };
    Some(Line { typed: item, value: found.value.clone(), inputs })
}

/// The one line of a requirement that is no conjunction; its step holds the condition's inputs too.
fn whole<'a>(
    assessment: &'a Assessment<'_>,
    step: &'a Step,
    entry: &'a RequirementEntry,
) -> Line<'a> {
    let belongs =
        |id: &&StepId| assessment.step(**id).is_some_and(|s| mentions(&entry.value, &s.what));
    let inputs = step.inputs.iter().filter(belongs).copied().collect();
    Line { typed: &entry.value, value: step.value.clone(), inputs }
}

/// Whether an expression itself reads what a step is.
fn mentions(typed: &Typed, what: &What) -> bool {
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
            (TypedNode::Field(_, field), What::Cell(_, _, at) | What::AbsentCell(_, _, at)) => {
                field == at
            }
            (TypedNode::And(_) | TypedNode::Or(_), What::Line(span)) => within(*span, part.span),
            (_, What::Line(span)) => *span == part.span,
            _ => false,
        };
    });
    found
}

fn within(inner: Span, outer: Span) -> bool {
    inner.file() == outer.file() && outer.start() <= inner.start() && inner.end() <= outer.end()
}

/// Returns the values that decide some inputs: facts and cells as they are, named values as they
/// are, and of yes/no steps what they rest on, the failing ones alone if some fail.
pub(super) fn deciding(
    assessment: &Assessment<'_>,
    inputs: &[StepId],
    wanted: Option<bool>,
) -> Vec<StepId> {
    let mut found = Vec::new();
    descend(assessment, inputs, wanted, 0, &mut found);
    let rows: Vec<_> = found.iter().filter_map(|id| cell_list(assessment, *id)).collect();
    let is_named_row = |id: &StepId| match assessment.step(*id).map(|s| &s.what) {
        Some(What::Fact(fact)) => {
            let kind = assessment.rules().vocabulary().fact(*fact).map(|f| f.kind());
            matches!(kind, Some(Type::Row(list)) if rows.contains(&list))
        }
        _ => false,
    };
    found.retain(|id| !is_named_row(id));
    found
}

fn cell_list(assessment: &Assessment<'_>, id: StepId) -> Option<crate::vocabulary::ListId> {
    match assessment.step(id)?.what {
        What::Cell(list, ..) => Some(list),
        _ => None,
    }
}

/// How far yes/no steps are followed down.
const DEEPEST: usize = 6;

fn descend(
    assessment: &Assessment<'_>,
    inputs: &[StepId],
    wanted: Option<bool>,
    depth: usize,
    found: &mut Vec<StepId>,
) {
    let is_wanted = |id: &StepId| {
        is_opened(assessment, *id)
            && assessment.step(*id).is_some_and(|s| s.value.as_truth() == wanted)
    };
    let narrow = inputs.iter().any(is_wanted);
    for id in inputs {
        let Some(step) = assessment.step(*id) else { continue };
        if is_opened(assessment, *id) && depth < DEEPEST {
            if !narrow || step.value.as_truth() == wanted {
                descend(assessment, &step.inputs, wanted, depth + 1, found);
            }
        } else if !found.contains(id) {
            found.push(*id);
        }
    }
}

/// Whether a step is a yes/no that rests on others, or has no name to show.
fn is_opened(assessment: &Assessment<'_>, id: StepId) -> bool {
    let rules = assessment.rules();
    let is_truth = |id| rules.definition(id).is_some_and(|d| d.kind == Type::Truth);
    let has_inputs = assessment.step(id).is_some_and(|s| !s.inputs.is_empty());
    has_inputs
        && match assessment.step(id).map(|s| &s.what) {
            Some(What::Definition(id) | What::Column(id, _)) => is_truth(*id),
            Some(What::Line(_) | What::Call(..) | What::Company(_)) => true,
            _ => false,
        }
}
