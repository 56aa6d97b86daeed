//! Lines and findings that fail on the same thing: one that does not exist is told once.

use super::Review;
use crate::assess::{Eval, Finding, StepId, What};
use crate::compile::typed::Typed;
use crate::report::page::Ink;
use crate::vocabulary::Type;
use crate::wording::catalogue::reviewing::ReviewWords as Words;

/// A line that does not hold.
pub(super) struct Failing<'a> {
    /// What must hold.
    pub(super) typed: &'a Typed,
    /// The values that decide it.
    pub(super) values: Vec<StepId>,
    /// The row the case relies on that is known not to exist, such as a measure.
    pub(super) lack: Lack,
}

impl Failing<'_> {
    /// Whether it fails on the same thing as another line.
    pub(super) fn lacks_what(&self, other: &Failing<'_>) -> bool {
        let pair = self.lack.as_ref().zip(other.lack.as_ref());
        pair.is_some_and(|((_, a), (_, b))| a == b)
    }
}

/// A thing that does not exist, and one step that reads it.
type Lack = Option<(StepId, What)>;

/// Findings under the thing that does not exist, on which all their lines fail.
type OfLack<'a> = (Option<StepId>, Vec<&'a Finding>);

impl<'a> Review<'a> {
    /// Returns the lines of a finding that do not hold; with `--verbose` each stands for itself.
    pub(super) fn failing(&self, finding: &'a Finding) -> Vec<Failing<'a>> {
        let assessment = self.desk.assessment;
        let lines = assessment.lines(finding).into_iter();
        let failing = lines.filter(|l| l.value.as_truth() == Some(false));
        let told = failing.map(|line| {
            let values = assessment.deciding(&line, Some(false));
            let lack = values.iter().find_map(|id| {
                let step = assessment.step(*id).filter(|s| s.value == Eval::None)?;
                let is_row = self.is_row(&step.what) && !self.options.verbose;
                is_row.then(|| (*id, step.what.clone()))
            });
            Failing { typed: line.typed, values, lack }
        });
        told.collect()
    }

    /// Whether a fact names a row: without the row none of its fields can hold.
    fn is_row(&self, what: &What) -> bool {
        let What::Fact(id) = what else { return false };
        let fact = self.desk.vocabulary().fact(*id);
        fact.is_some_and(|f| matches!(f.kind(), Type::Row(_)))
    }

    /// Puts findings together whose lines all fail on the same thing; the order is that of the first.
    pub(super) fn by_lack(&mut self, findings: &[&'a Finding]) -> Vec<OfLack<'a>> {
        let mut groups: Vec<(Lack, Vec<&'a Finding>)> = Vec::new();
        for finding in findings {
            let lack = self.lack_of(finding);
            let same = |(of, _): &&mut (Lack, Vec<_>)| {
                of.as_ref().zip(lack.as_ref()).is_some_and(|(a, b)| a.1 == b.1)
            };
            match groups.iter_mut().find(same) {
                Some((_, together)) => together.push(finding),
                None => groups.push((lack, vec![finding])),
            }
        }
        let shared = groups.iter().filter(|(_, together)| together.len() > 1);
        self.told = shared.filter_map(|(lack, _)| lack.clone()).map(|(_, what)| what).collect();
        let one = |(lack, together): (Lack, Vec<&'a Finding>)| {
            (lack.filter(|_| together.len() > 1).map(|(step, _)| step), together)
        };
        groups.into_iter().map(one).collect()
    }

    /// The thing on which all lines of a finding fail.
    fn lack_of(&self, finding: &'a Finding) -> Lack {
        let failing = self.failing(finding);
        let line = failing.first()?;
        failing.iter().all(|l| l.lacks_what(line)).then(|| line.lack.clone())?
    }

    /// Whether a heading has told of a thing already.
    pub(super) fn is_told(&self, what: &What) -> bool {
        self.told.contains(what)
    }

    /// Writes the heading over findings that fail on one thing.
    pub(super) fn lack(&mut self, step: StepId, count: usize) {
        let Some(what) = self.named(step) else { return };
        let words = self.say(&Words::FailOnLack { what, count: count.to_string() });
        self.page.block(0, "", &words, Ink::Strong);
        self.values(&[step]);
    }

    /// Writes in the place of several lines that they fail on one thing; a heading has its place.
    pub(super) fn lines_without(&mut self, step: StepId, count: usize) {
        let Some(what) = self.named(step) else { return };
        let is_told = self.desk.assessment.step(step).is_some_and(|s| self.is_told(&s.what));
        let label = self.say(&Words::DoesNotHold);
        let column = self.column();
        let words = self.say(&Words::LinesOnLack { what, count: count.to_string() });
        self.page.pair(2, &label, column, &words);
        if !is_told {
            self.values(&[step]);
        }
    }

    /// The thing with its value, such as `measure relied on: none`.
    fn named(&self, step: StepId) -> Option<String> {
        let shown = self.desk.shown(self.desk.assessment.step(step)?)?;
        Some(self.desk.labelled(&shown.title, &shown.value))
    }
}
