//! Whether an exhibit can prove the day it is said to prove.
//!
//! A paper made on one day shows nothing of what happened later, and a paper that itself bears
//! the day in question bears that day and no other. Such an exhibit stays on file and proves the
//! other values it is named for, but not this one.

use super::evidence::Exhibit;
use super::facts::{Cell, Stated};
use super::lists::Rows;
use crate::diag::{Diagnostic, Diagnostics};
use crate::value::{Date, Value};
use crate::vocabulary::{Field, Vocabulary};
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// What a vocabulary says of a day.
struct Day<'a> {
    /// Whether it is a term or a plan.
    lies_ahead: bool,
    /// Kinds of exhibits that bear it.
    borne_by: &'a [String],
}

/// Takes from each day the exhibits that cannot prove it.
///
/// A warning tells of one that bears another day than the one it should, and of a day to which
/// no exhibit is left.
pub(super) fn strike(
    facts: &mut [Stated],
    lists: &mut [Rows],
    evidence: &[Exhibit],
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) {
    for (stated, fact) in facts.iter_mut().zip(vocabulary.facts()) {
        let day = Day { lies_ahead: fact.lies_ahead(), borne_by: fact.borne_by() };
        day.strike(stated, evidence, diagnostics);
    }
    for (rows, list) in lists.iter_mut().zip(vocabulary.lists()) {
        let fields = list.fields();
        rows.cells_mut(|at, stated| {
            if let Some(day) = fields.get(at).map(Day::of) {
                day.strike(stated, evidence, diagnostics);
            }
        });
    }
}

impl<'a> Day<'a> {
    fn of(field: &'a Field) -> Self {
        Self { lies_ahead: field.lies_ahead(), borne_by: field.borne_by() }
    }

    fn strike(&self, stated: &mut Stated, evidence: &[Exhibit], diagnostics: &mut Diagnostics) {
        let Cell::Known(Value::Date(day)) = *stated.cell() else { return };
        let named: Vec<u32> = stated.evidence().to_vec();
        let exhibit = |at: &u32| evidence.get(*at as usize);
        let fits = |at: &u32| exhibit(at).is_none_or(|e| self.fits(e, day));
        let (left, struck): (Vec<u32>, Vec<u32>) = named.iter().copied().partition(fits);
        for struck in struck.iter().filter_map(exhibit) {
            let message = if self.is_borne_by(struck) {
                Message::OtherDayOnExhibit
            } else if left.is_empty() {
                Message::ExhibitTooEarly
            } else {
                continue;
            };
            let found = Diagnostic::warning(message.code(), message.text(), struck.span());
            diagnostics.push(match stated.span() {
                Some(span) => found.with_label(span, Message::DayToProve.text()),
                None => found,
            });
        }
        stated.set_evidence(left);
    }

    fn is_borne_by(&self, exhibit: &Exhibit) -> bool {
        exhibit.kind().is_some_and(|kind| self.borne_by.iter().any(|k| k == kind))
    }

    /// Whether an exhibit can prove the day; one without a day of its own is taken at its word.
    fn fits(&self, exhibit: &Exhibit, day: Date) -> bool {
        let Some(made) = exhibit.dated().or(exhibit.captured()) else { return true };
        if self.is_borne_by(exhibit) {
            return exhibit.dated().is_none_or(|dated| dated == day);
        }
        self.lies_ahead || made >= day
    }
}
