//! Known, none, unknown: what an expression evaluates to.

use std::sync::Arc;

use super::waits::{Wait, Waits};
use crate::value::Value;

/// What an expression evaluates to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Eval {
    /// A known value.
    Known(Value),
    /// Known not to exist.
    None,
    /// Not known, with what it waits for. Shared, as most of what is unknown is handed on as it is.
    Unknown(Arc<Unknown>),
}

/// An unknown value: what it waits for and what is known about it all the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unknown {
    /// What would have to be supplied.
    pub waits: Waits,
    /// It is at least this, if it exists.
    pub low: Option<Value>,
    /// It is at most this, if it exists.
    pub high: Option<Value>,
    /// Whether it may turn out not to exist.
    pub may_be_none: bool,
    /// What went wrong in computing it.
    pub problem: Option<Problem>,
}

/// What can go wrong in a computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// A number does not fit.
    Overflow,
    /// A date is outside the calendar or would need a part of a day.
    NoSuchDate,
    /// A formula needs itself.
    Circle,
}

impl Eval {
    /// Returns a known yes or no.
    #[must_use]
    pub fn truth(truth: bool) -> Self {
        Self::Known(Value::Truth(truth))
    }

    /// Returns an unknown that waits for one thing.
    #[must_use]
    pub fn waiting(wait: Wait, may_be_none: bool) -> Self {
        Unknown { waits: wait.into(), may_be_none, ..Unknown::default() }.into()
    }

    /// Returns an unknown because of a problem.
    #[must_use]
    pub fn problem(problem: Problem) -> Self {
        Unknown { problem: Some(problem), ..Unknown::default() }.into()
    }

    /// Returns an unknown that waits for what `parts` wait for.
    #[must_use]
    pub fn waiting_for<'a>(parts: impl IntoIterator<Item = &'a Eval>) -> Self {
        let mut unknown = Unknown::default();
        parts.into_iter().for_each(|part| unknown.absorb(part));
        unknown.into()
    }

    /// Returns yes or no if it is settled; none counts as no.
    #[must_use]
    pub fn as_truth(&self) -> Option<bool> {
        match self {
            Self::Known(Value::Truth(truth)) => Some(*truth),
            Self::None => Some(false),
            _ => None,
        }
    }

    /// Returns the value if it is known.
    #[must_use]
    pub fn known(&self) -> Option<&Value> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Returns whether it is known or none.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }

    /// Returns what it waits for.
    #[must_use]
    pub fn waits(&self) -> &[Wait] {
        match self {
            Self::Unknown(unknown) => &unknown.waits,
            _ => &[],
        }
    }

    /// Returns what went wrong.
    #[must_use]
    pub fn what_went_wrong(&self) -> Option<Problem> {
        match self {
            Self::Unknown(unknown) => unknown.problem,
            _ => None,
        }
    }

    /// Returns whether it may turn out not to exist, or does not.
    #[must_use]
    pub fn may_be_none(&self) -> bool {
        match self {
            Self::Known(_) => false,
            Self::None => true,
            Self::Unknown(unknown) => unknown.may_be_none,
        }
    }

    /// Returns the least it can be, if it exists.
    #[must_use]
    pub fn low(&self) -> Option<&Value> {
        match self {
            Self::Known(value) => Some(value),
            Self::None => None,
            Self::Unknown(unknown) => unknown.low.as_ref(),
        }
    }

    /// Returns the most it can be, if it exists.
    #[must_use]
    pub fn high(&self) -> Option<&Value> {
        match self {
            Self::Known(value) => Some(value),
            Self::None => None,
            Self::Unknown(unknown) => unknown.high.as_ref(),
        }
    }

    /// Returns the same unknown with bounds.
    #[must_use]
    pub fn between(self, low: Option<Value>, high: Option<Value>) -> Self {
        match self {
            Self::Unknown(mut unknown) => {
                if let (Some(a), Some(b)) = (&low, &high)
                    && a == b
                    && !unknown.may_be_none
                {
                    return Self::Known(a.clone());
                }
                let changed = Arc::make_mut(&mut unknown);
                changed.low = low;
                changed.high = high;
                Self::Unknown(unknown)
            }
            settled => settled,
        }
    }

    /// Returns the same unknown, which may or may not turn out to be none.
    #[must_use]
    pub fn perhaps_none(self, may_be_none: bool) -> Self {
        match self {
            Self::Unknown(mut unknown) => {
                if unknown.may_be_none != may_be_none {
                    Arc::make_mut(&mut unknown).may_be_none = may_be_none;
                }
                Self::Unknown(unknown)
            }
            settled => settled,
        }
    }

    /// Returns what is common to several values one of which it is, waiting for `on` to say which.
    #[must_use]
    pub fn one_of(on: &Eval, values: &[Eval]) -> Self {
        if let Some((first, rest)) = values.split_first()
            && first.is_settled()
            && rest.iter().all(|v| v == first)
        {
            return first.clone();
        }
        let mut unknown = Unknown::default();
        unknown.absorb(on);
        values.iter().for_each(|v| unknown.absorb(v));
        unknown.may_be_none = values.iter().any(Eval::may_be_none);
        let exists = || values.iter().filter(|v| **v != Eval::None);
        unknown.low = bound(exists().map(Eval::low), false);
        unknown.high = bound(exists().map(Eval::high), true);
        unknown.into()
    }
}

/// The least or greatest of bounds, if all are there.
fn bound<'a>(bounds: impl Iterator<Item = Option<&'a Value>>, greatest: bool) -> Option<Value> {
    let all: Vec<&Value> = bounds.collect::<Option<_>>()?;
    let picked = if greatest { all.into_iter().max() } else { all.into_iter().min() };
    picked.cloned()
}

impl Unknown {
    /// Adds what another value waits for and what went wrong with it.
    pub fn absorb(&mut self, other: &Eval) {
        if let Eval::Unknown(unknown) = other {
            self.waits.absorb(&unknown.waits);
            self.problem = self.problem.or(unknown.problem);
        }
    }
}

impl From<Unknown> for Eval {
    fn from(unknown: Unknown) -> Self {
        Self::Unknown(Arc::new(unknown))
    }
}
