//! Asks conditions of the sheet in three values.

use super::scope::Scopes;
use super::sheet::{Cell, Condition as Known};
use super::template::{Asked, Condition, Reference};

/// The answer to a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Truth {
    /// It holds.
    Yes,
    /// It does not.
    No,
    /// Not known: the references it waits for, with the scopes they were asked in.
    Unknown(Vec<(usize, usize)>),
}

/// Where a condition is asked: the scope of each row and the place in the loop.
pub(super) trait Surroundings {
    /// Returns the scope of the row with this number.
    fn scope(&self, reference: &Reference) -> usize;
    /// Returns whether this is the first round.
    fn is_first(&self) -> bool;
    /// Returns whether this is the last round.
    fn is_last(&self) -> bool;
}

/// Answers a condition (Kleene).
pub(super) fn ask(
    condition: &Condition,
    references: &[Reference],
    scopes: &Scopes,
    around: &impl Surroundings,
) -> Truth {
    match condition {
        Condition::Leaf(number) => leaf(*number, references, scopes, around),
        Condition::First => Truth::from(around.is_first()),
        Condition::Last => Truth::from(around.is_last()),
        Condition::Not(inner) => match ask(inner, references, scopes, around) {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            unknown @ Truth::Unknown(_) => unknown,
        },
        Condition::And(a, b) => {
            let (a, b) = (ask(a, references, scopes, around), ask(b, references, scopes, around));
            both(a, b, &Truth::No)
        }
        Condition::Or(a, b) => {
            let (a, b) = (ask(a, references, scopes, around), ask(b, references, scopes, around));
            both(a, b, &Truth::Yes)
        }
    }
}

/// Combines two answers of which `settles` alone settles the result.
fn both(a: Truth, b: Truth, settles: &Truth) -> Truth {
    match (a, b) {
        (a, b) if a == *settles || b == *settles => settles.clone(),
        (Truth::Unknown(mut a), Truth::Unknown(b)) => {
            a.extend(b);
            Truth::Unknown(a)
        }
        (Truth::Unknown(waits), _) | (_, Truth::Unknown(waits)) => Truth::Unknown(waits),
        (a, _) => a,
    }
}

fn leaf(
    number: usize,
    references: &[Reference],
    scopes: &Scopes,
    around: &impl Surroundings,
) -> Truth {
    let Some(reference) = references.get(number) else { return Truth::No };
    let scope = around.scope(reference);
    let unknown = || Truth::Unknown(vec![(number, scope)]);
    match reference.asked {
        Asked::Holds => match scopes.condition(scope, &reference.name) {
            Some(Known::Yes) => Truth::Yes,
            Some(Known::No) => Truth::No,
            // A row without the condition is as unknown as an unanswered one.
            Some(Known::Unknown { .. }) | None => unknown(),
        },
        Asked::Exists | Asked::IsNone => {
            let exists = reference.asked == Asked::Exists;
            match scopes.cell(scope, &reference.name) {
                Some(Cell::Known { .. }) => Truth::from(exists),
                Some(Cell::None { .. }) => Truth::from(!exists),
                Some(Cell::Missing { .. }) | None => unknown(),
            }
        }
        Asked::HasRows | Asked::Rows | Asked::Value => {
            Truth::from(!scopes.rows(scope, &reference.name).is_empty())
        }
    }
}

impl From<bool> for Truth {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}
