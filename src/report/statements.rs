//! Statements of a case that a reader must be told about whatever the findings say: what the other
//! side disputes, and what rests on a statement.

use super::desk::Desk;
pub(super) use crate::assess::Statement;
use crate::assess::{StepId, What};
use crate::compile::{DefinitionId, RequirementId};

/// What rests on a statement.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Resting {
    /// Requirements, in the order of the rules.
    pub(super) requirements: Vec<RequirementId>,
    /// Figures and deadlines.
    pub(super) figures: Vec<DefinitionId>,
}

/// Returns what the other side disputes.
pub(super) fn disputed<'a>(desk: &Desk<'a>) -> Vec<Statement<'a>> {
    let mut found = desk.assessment.statements();
    found.retain(|s| s.stated.is_disputed());
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
    desk.assessment.rests_on(vec![root]).contains(&what)
}
