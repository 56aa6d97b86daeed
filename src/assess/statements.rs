//! What a case states, and what of it lies after the day of the review.

use super::assessment::Assessment;
use super::derivation::{Step, StepId, What};
use super::state::Eval;
use crate::case::{Cell, Stated};
use crate::value::{Date, Value};
use crate::vocabulary::{FieldId, ListId};
use crate::wording::{Language, Localized};

/// One statement of a case: a fact, or a cell of a row.
#[derive(Debug, Clone)]
pub struct Statement<'a> {
    /// Which one.
    pub what: What,
    /// What is stated.
    pub stated: &'a Stated,
}

impl Statement<'_> {
    /// Returns the statement as a step of a derivation, to be shown like one.
    #[must_use]
    pub fn step(&self) -> Step {
        let value = match self.stated.cell() {
            Cell::Known(value) => Eval::Known(value.clone()),
            Cell::None | Cell::Unknown => Eval::None,
        };
        Step { what: self.what.clone(), value, inputs: Vec::new() }
    }

    /// Returns the day it speaks of, the first of a month.
    fn day(&self) -> Option<Date> {
        match self.stated.cell() {
            Cell::Known(Value::Date(date)) => Some(*date),
            Cell::Known(Value::Month(month)) => month.first_day(),
            _ => None,
        }
    }
}

impl<'a> Assessment<'a> {
    /// Returns every statement of the case: facts, then lists by row.
    #[must_use]
    pub fn statements(&self) -> Vec<Statement<'a>> {
        let (vocabulary, case) = (self.rules().vocabulary(), self.case());
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

    /// Returns what is dated after the day of the review, with its date, the nearest first; terms
    /// and plans, which lie ahead by nature, are left out.
    #[must_use]
    pub fn later(&self) -> Vec<(Statement<'a>, Date)> {
        let as_of = self.question().as_of;
        let later = |s: Statement<'a>| {
            let day = s.day().filter(|day| *day > as_of && !self.lies_ahead(&s.what))?;
            Some((s, day))
        };
        let mut found: Vec<_> = self.statements().into_iter().filter_map(later).collect();
        found.sort_by_key(|(_, day)| *day);
        found
    }

    fn lies_ahead(&self, what: &What) -> bool {
        let vocabulary = self.rules().vocabulary();
        match what {
            What::Fact(id) => vocabulary.fact(*id).is_some_and(|f| f.lies_ahead()),
            What::Cell(list, _, field) => {
                vocabulary.list(*list).and_then(|l| l.field(*field)).is_some_and(|f| f.lies_ahead())
            }
            _ => true,
        }
    }

    /// Returns what has not happened on the day of the review and yet carries the findings that
    /// gate a kind of document, the nearest first.
    #[must_use]
    pub fn supposed(&self, document: &str) -> Vec<(Statement<'a>, Date)> {
        let mut found = self.later();
        if !found.is_empty() {
            let roots: Vec<StepId> = self.gating(document).map(|f| f.step()).collect();
            let below = self.rests_on(roots);
            found.retain(|(s, _)| below.contains(&&s.what));
        }
        found
    }

    /// Returns the facts and cells on which some steps rest, directly or through other steps.
    #[must_use]
    pub fn rests_on(&self, mut open: Vec<StepId>) -> Vec<&What> {
        let mut seen = std::collections::BTreeSet::new();
        let mut found = Vec::new();
        while let Some(id) = open.pop() {
            let Some(step) = self.step(id).filter(|_| seen.insert(id)) else { continue };
            if matches!(step.what, What::Fact(_) | What::Cell(..)) {
                found.push(&step.what);
            }
            open.extend(&step.inputs);
        }
        found
    }

    /// Returns the title of a fact; of a cell, those of its list, row and field.
    #[must_use]
    pub fn title_of(&self, what: &What) -> Localized {
        let vocabulary = self.rules().vocabulary();
        let title = match what {
            What::Fact(id) => vocabulary.fact(*id).map(|f| f.title().clone()),
            What::Cell(id, row, field) => vocabulary.list(*id).and_then(|list| {
                let (number, field) = (row.saturating_add(1), list.field(*field)?.title());
                Some(Localized::each(|l| match l {
                    Language::Chinese => {
                        format!("{}第{number}行，{}", list.title().get(l), field.get(l))
                    }
                    Language::English => {
                        format!("{}, row {number}, {}", list.title().get(l), field.get(l))
                    }
                }))
            }),
            _ => None,
        };
        title.unwrap_or_else(|| Localized::same(""))
    }
}
