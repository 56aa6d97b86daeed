//! Statements of a case that a reader must be told about whatever the findings say: what the other
//! side disputes, and what is dated after the day of the review.

use super::desk::Desk;
use crate::assess::{Eval, Step, StepId, What};
use crate::case::{Cell, Stated};
use crate::compile::{DefinitionId, RequirementId};
use crate::value::{Date, Value};
use crate::vocabulary::{FieldId, ListId};

/// One statement of a case: a fact, or a cell of a row.
pub(super) struct Statement<'a> {
    /// Which one.
    pub(super) what: What,
    /// What is stated.
    pub(super) stated: &'a Stated,
}

impl Statement<'_> {
    /// Returns the statement as a step of a derivation, to be shown like one.
    pub(super) fn step(&self) -> Step {
        let value = match self.stated.cell() {
            Cell::Known(value) => Eval::Known(value.clone()),
            Cell::None | Cell::Unknown => Eval::None,
        };
        Step { what: self.what.clone(), value, inputs: Vec::new() }
    }
}

/// What rests on a statement.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Resting {
    /// Requirements, in the order of the rules.
    pub(super) requirements: Vec<RequirementId>,
    /// Figures and deadlines.
    pub(super) figures: Vec<DefinitionId>,
}

/// Returns every statement of the case: facts, then lists by row.
fn all<'a>(desk: &Desk<'a>) -> Vec<Statement<'a>> {
    let (vocabulary, case) = (desk.vocabulary(), desk.case());
    let mut found = Vec::new();
    for fact in vocabulary.facts() {
        let id = vocabulary.fact_named(fact.name()).map(|(id, _)| id);
        if let Some((id, stated)) = id.and_then(|id| Some((id, case.fact(id)?))) {
            found.push(Statement { what: What::Fact(id), stated });
        }
    }
    for (at, list) in vocabulary.lists().iter().enumerate() {
        let id = ListId::at(at);
        let rows = case.rows(id).map_or(&[][..], |r| r.rows());
        for (number, row) in (0_u32..).zip(rows) {
            for field in (0..list.fields().len()).map(FieldId::at) {
                if let Some(stated) = row.cell(field) {
                    found.push(Statement { what: What::Cell(id, number, field), stated });
                }
            }
        }
    }
    found.retain(|s| s.stated.span().is_some());
    found
}

/// Returns what the other side disputes.
pub(super) fn disputed<'a>(desk: &Desk<'a>) -> Vec<Statement<'a>> {
    let mut found = all(desk);
    found.retain(|s| s.stated.is_disputed());
    found
}

/// Returns what is dated after the day of the review, with its date, the nearest first; terms and
/// plans, which lie ahead by nature, are left out.
pub(super) fn later<'a>(desk: &Desk<'a>) -> Vec<(Statement<'a>, Date)> {
    let as_of = desk.assessment.question().as_of;
    let vocabulary = desk.vocabulary();
    let lies_ahead = |what: &What| match what {
        What::Fact(id) => vocabulary.fact(*id).is_some_and(|f| f.lies_ahead()),
        What::Cell(list, _, field) => {
            vocabulary.list(*list).and_then(|l| l.field(*field)).is_some_and(|f| f.lies_ahead())
        }
        _ => true,
    };
    let dated = |s: Statement<'a>| {
        let date = match s.stated.cell() {
            Cell::Known(Value::Date(date)) => *date,
            Cell::Known(Value::Month(month)) => month.first_day()?,
            _ => return None,
        };
        (date > as_of && !lies_ahead(&s.what)).then_some((s, date))
    };
    let mut found: Vec<_> = all(desk).into_iter().filter_map(dated).collect();
    found.sort_by_key(|(_, date)| *date);
    found
}

/// Returns what of this the verdict on a document rests on.
pub(super) fn supposed<'a>(desk: &Desk<'a>, document: &str) -> Vec<(Statement<'a>, Date)> {
    let mut found = later(desk);
    if !found.is_empty() {
        let roots: Vec<StepId> = desk.assessment.gating(document).map(|f| f.step()).collect();
        let below = below(desk, roots);
        found.retain(|(s, _)| below.contains(&&s.what));
    }
    found
}

/// Returns what rests on a statement: the requirements that bind, and the figures.
pub(super) fn resting(desk: &Desk<'_>, what: &What) -> Resting {
    let assessment = desk.assessment;
    let binds = |f: &&crate::assess::Finding| {
        f.outcome() != crate::assess::Outcome::NotApplicable && rests(desk, f.step(), what)
    };
    let figures = assessment.figures().iter().filter(|f| rests(desk, f.step(), what));
    Resting {
        requirements: assessment.findings().iter().filter(binds).map(|f| f.requirement()).collect(),
        figures: figures.map(|f| f.definition()).collect(),
    }
}

/// Whether a step rests on a statement, directly or through other steps.
pub(super) fn rests(desk: &Desk<'_>, root: StepId, what: &What) -> bool {
    below(desk, vec![root]).contains(&what)
}

/// Returns the facts and cells on which some steps rest.
fn below<'a>(desk: &Desk<'a>, mut open: Vec<StepId>) -> Vec<&'a What> {
    let mut seen = std::collections::BTreeSet::new();
    let mut found = Vec::new();
    while let Some(id) = open.pop() {
        let Some(step) = desk.assessment.step(id).filter(|_| seen.insert(id)) else { continue };
        if matches!(step.what, What::Fact(_) | What::Cell(..)) {
            found.push(&step.what);
        }
        open.extend(&step.inputs);
    }
    found
}
