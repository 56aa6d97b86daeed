//! What an unknown value waits for.

use std::ops::Deref;
use std::sync::Arc;

use crate::compile::ParameterId;
use crate::value::Date;
use crate::vocabulary::{FactId, FieldId, ListId};

/// Something that would have to be supplied.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wait {
    /// A fact.
    Fact(FactId),
    /// A whole list.
    List(ListId),
    /// A row of a series, by its key in words.
    Row(ListId, Arc<str>),
    /// A cell of a row the case has.
    Cell(ListId, u32, FieldId),
    /// A value of a parameter on a date.
    Parameter(ParameterId, Option<Date>, Reason),
    /// The working-day calendar of a year.
    Calendar(i32),
}

/// Why a parameter has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// No layer gives one for the date.
    NoValue,
    /// There is one, but nobody has verified or accepted it.
    Unverified,
    /// There is one, but it was not published yet on the date of knowledge.
    NotPublished,
    /// The policy does not set it.
    NotSet,
}

/// Things that would have to be supplied, in order, each once.
///
/// Shared: a finding mostly waits for exactly what one of its parts waits for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waits(Option<Arc<[Wait]>>);

impl Waits {
    /// Adds others.
    pub fn absorb(&mut self, others: &Self) {
        let (Some(own), Some(new)) = (&self.0, &others.0) else {
            if self.0.is_none() {
                self.0.clone_from(&others.0);
            }
            return;
        };
        if Arc::ptr_eq(own, new) || is_among(new, own) {
            return;
        }
        self.0 = if is_among(own, new) { others.0.clone() } else { Some(merged(own, new)) };
    }
}

impl Deref for Waits {
    type Target = [Wait];

    fn deref(&self) -> &[Wait] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl From<Wait> for Waits {
    fn from(wait: Wait) -> Self {
        Self(Some(Arc::new([wait])))
    }
}

/// Whether all of some are among others; both in order.
fn is_among(some: &[Wait], others: &[Wait]) -> bool {
    let mut others = others.iter();
    some.len() <= others.len() && some.iter().all(|wait| others.any(|other| other == wait))
}

/// Two in order as one in order, each once.
fn merged(a: &[Wait], b: &[Wait]) -> Arc<[Wait]> {
    let mut all: Vec<Wait> = a.iter().chain(b).cloned().collect();
    all.sort();
    all.dedup();
    all.into()
}
