//! Whether the periods between the steps of the process can all be kept.
//!
//! Least and greatest gaps are difference constraints on the days of the steps. They can all be
//! kept unless a circle of them demands more days than it allows, and such a circle is the
//! smallest set of periods that contradict each other (Bellman 1958; Cormen et al., chapter 22).

use super::assessment::{Assessment, Question};
use super::derivation::Silent;
use super::evaluate::Evaluator;
use super::state::Eval;
use crate::compile::RuleSet;
use crate::compile::typed::Typed;
use crate::value::Value;

/// A month has at least and at most so many days.
const MONTH: (i64, i64) = (28, 31);

/// One period between two steps.
#[derive(Debug, Clone)]
pub struct Gap<'a> {
    /// Position of the earlier step.
    pub from: usize,
    /// Position of the later step.
    pub to: usize,
    /// The period as the rules write it.
    pub length: &'a Typed,
    /// Its length in days; of months, what any months have.
    pub days: i64,
    /// Whether it is the greatest gap allowed, not the least one needed.
    pub is_most: bool,
}

/// Periods that cannot all be kept.
#[derive(Debug, Clone)]
pub struct Deadlock<'a> {
    /// The periods, in the order of the circle they form.
    pub gaps: Vec<Gap<'a>>,
    /// How many days are missing.
    pub missing: i64,
}

impl Assessment<'_> {
    /// Returns periods between the steps that contradict each other; nothing if a schedule exists.
    ///
    /// A period whose length is unknown constrains nothing.
    #[must_use]
    pub fn deadlock(&self) -> Option<Deadlock<'_>> {
        let gaps = self.gaps();
        let count = self.rules().steps().len();
        deadlock(&gaps, count)
    }

    fn gaps(&self) -> Vec<Gap<'_>> {
        let Question { ground, as_of, version, overrides } = self.question();
        let rules: &RuleSet = self.rules();
        let when = (*as_of, *version);
        let mut evaluator = Evaluator::new(rules, self.case(), ground, when, overrides, Silent);
        let mut gaps = Vec::new();
        for (to, step) in rules.steps().iter().enumerate() {
            for (from, least, most) in &step.after {
                for (length, is_most) in [(least, false), (most, true)] {
                    let Some(length) = length else { continue };
                    if let Some(days) = days(&evaluator.value(length), is_most) {
                        gaps.push(Gap { from: *from, to, length, days, is_most });
                    }
                }
            }
        }
        gaps
    }
}

/// The days of a length, so that no calendar makes the constraint stricter than it is.
fn days(value: &Eval, is_most: bool) -> Option<i64> {
    match value.known()? {
        Value::Days(n) => n.to_i64(),
        Value::Months(n) => {
            let days = if is_most { MONTH.1 } else { MONTH.0 };
            n.to_i64()?.checked_mul(days)
        }
        _ => None,
    }
}

/// An edge of the constraint graph: day of `to` is at most day of `from` plus `weight`.
fn edge(gap: &Gap<'_>) -> (usize, usize, i64) {
    match gap.is_most {
        true => (gap.from, gap.to, gap.days),
        false => (gap.to, gap.from, gap.days.saturating_neg()),
    }
}

fn deadlock<'a>(gaps: &[Gap<'a>], steps: usize) -> Option<Deadlock<'a>> {
    let mut distance = vec![0_i64; steps];
    let mut reached_by: Vec<Option<usize>> = vec![None; steps];
    let mut last = None;
    for _ in 0..=steps {
        last = None;
        for (position, gap) in gaps.iter().enumerate() {
            let (from, to, weight) = edge(gap);
            let shorter = distance.get(from)?.saturating_add(weight);
            if shorter < *distance.get(to)? {
                *distance.get_mut(to)? = shorter;
                *reached_by.get_mut(to)? = Some(position);
                last = Some(to);
            }
        }
        last?;
    }
    circle(gaps, &reached_by, last?)
}

/// Walks back from a step whose day keeps falling until the circle closes.
fn circle<'a>(
    gaps: &[Gap<'a>],
    reached_by: &[Option<usize>],
    start: usize,
) -> Option<Deadlock<'a>> {
    let before = |step: usize| {
        let gap = gaps.get((*reached_by.get(step)?)?)?;
        Some((gap, edge(gap).0))
    };
    let mut at = start;
    for _ in reached_by {
        at = before(at)?.1;
    }
    let first = at;
    let (mut found, mut sum) = (Vec::new(), 0_i64);
    loop {
        let (gap, previous) = before(at)?;
        sum = sum.saturating_add(edge(gap).2);
        found.push(gap.clone());
        at = previous;
        if at == first || found.len() > reached_by.len() {
            break;
        }
    }
    found.reverse();
    Some(Deadlock { gaps: found, missing: sum.saturating_neg() })
}
