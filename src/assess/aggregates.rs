//! Counts, sums and tests over the rows of a list, known and missing ones.

use std::collections::BTreeMap;

use super::arithmetic::combine;
use super::derivation::Recorder;
use super::evaluate::{Evaluator, Frame, RowRef};
use super::state::{Eval, Problem, Unknown};
use super::waits::Wait;
use crate::case::{Cell, Stated};
use crate::compile::typed::{Aggregate, Operation, Operator};
use crate::value::{Exact, Month, Value};
use crate::vocabulary::{FieldId, List, ListId};

/// The longest generated series: a hundred years of months.
const MAX_MONTHS: i64 = 1200;

/// The most series that a filter may name.
const MAX_SERIES: usize = 1000;

/// Other key fields, by which runs are kept apart.
type Series = Vec<Option<Value>>;

/// A row and the series it belongs to.
struct Slot {
    row: RowRef,
    series: Series,
    month: Option<Month>,
}

/// One row's part in an aggregate: whether it counts, and its value.
struct Part {
    counts: Option<bool>,
    filter: Eval,
    value: Eval,
    /// Whether a run breaks before it, whatever the row says.
    breaks: bool,
}

impl<R: Recorder> Evaluator<'_, R> {
    pub(super) fn aggregate(&mut self, aggregate: &Aggregate, frame: &Frame<'_>) -> Eval {
        let (slots, complete) = match self.slots(aggregate, frame) {
            Ok(found) => found,
            Err(unknown) if aggregate.operation.may_be_none() => {
                return Eval::one_of(&unknown, &[unknown.clone(), Eval::None]);
            }
            Err(unknown) => return unknown,
        };
        let parts = self.parts(aggregate, slots, frame);
        let more = match aggregate.list {
            Some(list) if !complete => Some(Eval::waiting(Wait::List(list), false)),
            _ => None,
        };
        match aggregate.operation {
            Operation::Count => count(&parts, more.as_ref()),
            Operation::Sum => self.sum(&parts, more.as_ref(), &aggregate.zero),
            Operation::Average => self.average(&parts, more.as_ref(), &aggregate.zero),
            Operation::Minimum | Operation::Maximum => {
                extreme(&parts, more.as_ref(), aggregate.operation == Operation::Maximum)
            }
            Operation::All => test(&parts, more.as_ref(), false),
            Operation::Any => test(&parts, more.as_ref(), true),
            Operation::First => nearest(parts.iter(), more.as_ref()),
            Operation::Last => nearest(parts.iter().rev(), more.as_ref()),
            Operation::LongestRun => longest_run(&parts, more.as_ref()),
        }
    }

    fn parts(&mut self, aggregate: &Aggregate, slots: Vec<Slot>, frame: &Frame<'_>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::with_capacity(slots.len());
        let mut previous: Option<(Series, Option<Month>)> = None;
        for Slot { row, series, month } in slots {
            let inner = Frame {
                row: Some((aggregate.frame, &row)),
                parent: Some(frame),
                arguments: frame.arguments,
            };
            let filter =
                aggregate.filter.as_ref().map_or(Eval::truth(true), |f| self.eval(f, &inner));
            let counts = filter.as_truth();
            let value = match (&aggregate.body, counts) {
                (_, Some(false)) | (None, _) => Eval::None,
                // A test of each row is a step of its own, so that one sees which row failed.
                (Some(body), _) if aggregate.operation.is_test() => self.test(body, &row, &inner),
                (Some(body), _) => self.eval(body, &inner),
            };
            let breaks = previous.as_ref().is_some_and(|(before, last)| {
                let follows = match (last, month) {
                    (Some(last), Some(month)) => last.until(month) == 1,
                    _ => true,
                };
                *before != series || !follows
            });
            previous = Some((series, month));
            let part = Part { counts, filter, value, breaks };
            let settles = settles(aggregate.operation, &part);
            parts.push(part);
            if settles && !R::THOROUGH {
                break;
            }
        }
        parts
    }

    /// The rows to look at, in the order of their key, and whether there are no others.
    fn slots(
        &mut self,
        aggregate: &Aggregate,
        frame: &Frame<'_>,
    ) -> Result<(Vec<Slot>, bool), Eval> {
        let range = match &aggregate.range {
            None => None,
            Some((from, to)) => Some(self.months(from, to, frame)?),
        };
        let Some(list) = aggregate.list else {
            let months = range.unwrap_or_default().into_iter();
            let slot = |m| Slot { row: RowRef::Month(m), series: Vec::new(), month: Some(m) };
            return Ok((months.map(slot).collect(), true));
        };
        let Some(rows) = self.case.rows(list).filter(|r| r.is_given()) else {
            return Err(Eval::waiting(Wait::List(list), false));
        };
        let complete = rows.is_complete();
        match range {
            None => {
                Ok((self.present(list, aggregate.operation == Operation::LongestRun), complete))
            }
            Some(months) => {
                let present = self.present(list, true);
                let mut fixed = Vec::new();
                for (field, values) in &aggregate.fixed {
                    for typed in values {
                        match self.eval(typed, frame) {
                            Eval::Known(value) => fixed.push((*field, value)),
                            Eval::None => {}
                            unknown => return Err(Eval::waiting_for([&unknown])),
                        }
                    }
                }
                Ok((self.series_slots(list, present, &months, &fixed), complete))
            }
        }
    }

    fn months(
        &mut self,
        from: &crate::compile::typed::Typed,
        to: &crate::compile::typed::Typed,
        frame: &Frame<'_>,
    ) -> Result<Vec<Month>, Eval> {
        let (from, to) = (self.eval(from, frame), self.eval(to, frame));
        let (Eval::Known(Value::Month(first)), Eval::Known(Value::Month(last))) = (&from, &to)
        else {
            return Err(Eval::waiting_for([&from, &to]));
        };
        let count = first.until(*last).saturating_add(1);
        if count > MAX_MONTHS {
            return Err(Eval::problem(Problem::NoSuchDate));
        }
        Ok((0..count.max(0)).filter_map(|n| first.plus(n)).collect())
    }

    /// The rows of the case; only runs and ranges need to know the series they belong to.
    fn present(&self, list: ListId, in_series: bool) -> Vec<Slot> {
        let rows = self.case.rows(list).map_or(&[][..], |r| r.rows());
        let of = |at: usize| RowRef::Present(list, u32::try_from(at).unwrap_or(u32::MAX));
        let shape = self.rules.vocabulary().list(list).filter(|_| in_series);
        let Some(shape) = shape else {
            let slot = |at| Slot { row: of(at), series: Series::new(), month: None };
            return (0..rows.len()).map(slot).collect();
        };
        rows.iter()
            .enumerate()
            .map(|(at, row)| {
                let value = |field: FieldId| match row.cell(field).map(Stated::cell) {
                    Some(Cell::Known(value)) => Some(value.clone()),
                    _ => None,
                };
                let month = shape.every().and_then(value).and_then(|v| match v {
                    Value::Month(month) => Some(month),
                    _ => None,
                });
                let series = other_keys(shape).map(value).collect();
                Slot { row: of(at), series, month }
            })
            .collect()
    }

    /// For each series of the list, one slot for each month: the row, or an absent one.
    fn series_slots(
        &self,
        list: ListId,
        present: Vec<Slot>,
        months: &[Month],
        fixed: &[(FieldId, Value)],
    ) -> Vec<Slot> {
        let Some(shape) = self.rules.vocabulary().list(list) else { return present };
        let mut all: BTreeMap<Series, BTreeMap<Option<Month>, RowRef>> = BTreeMap::new();
        all.extend(named(shape, fixed).into_iter().map(|series| (series, BTreeMap::new())));
        for slot in present {
            all.entry(slot.series).or_default().entry(slot.month).or_insert(slot.row);
        }
        let mut slots = Vec::new();
        for (series, mut rows) in all {
            for month in months {
                let row = match rows.remove(&Some(*month)) {
                    Some(row) => row,
                    None => self.absent(list, shape, &series, *month),
                };
                slots.push(Slot { row, series: series.clone(), month: Some(*month) });
            }
        }
        slots
    }

    fn absent(&self, list: ListId, shape: &List, series: &[Option<Value>], month: Month) -> RowRef {
        let mut keys: Vec<(FieldId, Value)> =
            other_keys(shape).zip(series).filter_map(|(f, v)| Some((f, v.clone()?))).collect();
        keys.extend(shape.every().map(|f| (f, Value::Month(month))));
        let word = |field: &FieldId| {
            let value = keys.iter().find(|(f, _)| f == field).map(|(_, v)| v)?;
            Some(match (value, shape.field(*field)?.kind()) {
                (Value::Month(month), _) => month.to_string(),
                (Value::Choice(m), crate::vocabulary::Type::Choice(id)) => {
                    let choice = self.rules.vocabulary().choice(id)?;
                    choice.members().get(*m as usize)?.name().to_owned()
                }
                (Value::Words(words), _) => words.to_string(),
                (other, _) => format!("{other:?}"),
            })
        };
        let name = shape.key().iter().filter_map(word).collect::<Vec<_>>().join(", ");
        RowRef::Absent(list, keys, name.into())
    }

    fn sum(&self, parts: &[Part], more: Option<&Eval>, zero: &Value) -> Eval {
        let convention = self.rules.vocabulary().month_end();
        let mut total = Eval::Known(zero.clone());
        for part in parts.iter().filter(|p| p.counts != Some(false) && p.value != Eval::None) {
            let share = match part.counts {
                Some(_) => part.value.clone(),
                None => {
                    Eval::one_of(&part.filter, &[Eval::Known(zero.clone()), part.value.clone()])
                }
            };
            total = combine(Operator::Add, &total, &share, convention);
        }
        match more {
            None => total,
            Some(more) => Eval::waiting_for([&total, more]),
        }
    }

    fn average(&self, parts: &[Part], more: Option<&Eval>, zero: &Value) -> Eval {
        let number = count(parts, more);
        let sum = self.sum(parts, more, zero);
        match (&number, &sum) {
            (Eval::Known(Value::Number(n)), _) if *n == Exact::ZERO => Eval::None,
            (Eval::Known(n), Eval::Known(sum)) => {
                super::arithmetic::settled(super::arithmetic::apply(
                    Operator::Divide,
                    sum,
                    n,
                    self.rules.vocabulary().month_end(),
                ))
            }
            _ => {
                let mut unknown = Unknown::default();
                unknown.absorb(&number);
                unknown.absorb(&sum);
                unknown.may_be_none = !is_nonzero(&number);
                unknown.into()
            }
        }
    }
}

/// Whether no later row can change the result; only who wants to see them all reads on.
fn settles(operation: Operation, part: &Part) -> bool {
    let holds = part.value.as_truth();
    part.counts == Some(true)
        && match operation {
            Operation::All => holds == Some(false),
            Operation::Any => holds == Some(true),
            Operation::First => true,
            _ => false,
        }
}

/// Every series that fixed key fields name, if they fix all of them.
fn named(list: &List, fixed: &[(FieldId, Value)]) -> Vec<Series> {
    let mut all = vec![Series::new()];
    for key in other_keys(list) {
        let values = || fixed.iter().filter(|(field, _)| *field == key).map(|(_, value)| value);
        let longer = |series: Series| {
            values().map(move |value| {
                series.iter().cloned().chain(std::iter::once(Some(value.clone()))).collect()
            })
        };
        all = all.into_iter().flat_map(longer).take(MAX_SERIES).collect();
    }
    all
}

fn is_nonzero(number: &Eval) -> bool {
    matches!(number.low(), Some(Value::Number(n)) if *n > Exact::ZERO)
}

/// What tells the series of a list apart; a list that is none has nothing to tell.
fn other_keys(list: &List) -> impl Iterator<Item = FieldId> {
    let every = list.every();
    list.key().iter().copied().filter(move |field| every.is_some_and(|every| every != *field))
}

fn whole(n: usize) -> Value {
    Value::Number(Exact::whole(i64::try_from(n).unwrap_or(i64::MAX)))
}

fn count(parts: &[Part], more: Option<&Eval>) -> Eval {
    let certain = parts.iter().filter(|p| p.counts == Some(true)).count();
    let possible = parts.iter().filter(|p| p.counts != Some(false)).count();
    if certain == possible && more.is_none() {
        return Eval::Known(whole(certain));
    }
    let waits = parts.iter().map(|p| &p.filter).chain(more);
    let high = more.is_none().then(|| whole(possible));
    Eval::waiting_for(waits).between(Some(whole(certain)), high)
}

fn extreme(parts: &[Part], more: Option<&Eval>, greatest: bool) -> Eval {
    let counted = || parts.iter().filter(|p| p.counts != Some(false));
    let settled = more.is_none() && counted().all(|p| p.counts.is_some() && p.value.is_settled());
    if settled {
        let values = counted().filter_map(|p| p.value.known());
        let picked = if greatest { values.max() } else { values.min() };
        return picked.map_or(Eval::None, |v| Eval::Known(v.clone()));
    }
    unsettled(parts, more)
}

fn unsettled(parts: &[Part], more: Option<&Eval>) -> Eval {
    let counted = parts.iter().filter(|p| p.counts != Some(false));
    let waits = counted.flat_map(|p| [&p.filter, &p.value]).chain(more);
    let certain = parts.iter().any(|p| p.counts == Some(true) && !p.value.may_be_none());
    Eval::waiting_for(waits).perhaps_none(!certain)
}

/// `any` with `wanted`, `all` without: one certain row settles it.
fn test(parts: &[Part], more: Option<&Eval>, wanted: bool) -> Eval {
    let mut unknown = Unknown::default();
    let mut open = false;
    for part in parts {
        let holds = part.value.as_truth();
        match (part.counts, holds) {
            (Some(true), Some(truth)) if truth == wanted => return Eval::truth(wanted),
            (Some(false), _) => {}
            (_, Some(truth)) if truth != wanted => {}
            _ => {
                open = true;
                unknown.absorb(&part.filter);
                unknown.absorb(&part.value);
            }
        }
    }
    if let Some(more) = more {
        open = true;
        unknown.absorb(more);
    }
    if open { unknown.into() } else { Eval::truth(!wanted) }
}

/// The value of the first row that counts.
fn nearest<'p>(parts: impl Iterator<Item = &'p Part>, more: Option<&Eval>) -> Eval {
    let mut open: Vec<&Eval> = more.into_iter().collect();
    let mut candidates = Vec::new();
    let mut is_certain = false;
    for part in parts.filter(|p| p.counts != Some(false)) {
        candidates.push(part.value.clone());
        is_certain = part.counts == Some(true);
        if is_certain {
            break;
        }
        open.push(&part.filter);
    }
    // If every row may be filtered out, there may be none.
    if !is_certain {
        candidates.push(Eval::None);
    }
    let mut unknown = Unknown::default();
    open.iter().for_each(|o| unknown.absorb(o));
    // A row to come may stand before all of them, and have no value.
    unknown.may_be_none = more.is_some();
    let on = Eval::from(unknown);
    match (more, candidates.as_slice()) {
        (None, [only]) => only.clone(),
        (None, _) => Eval::one_of(&on, &candidates),
        (Some(_), _) => on,
    }
}

/// Rows filtered out neither extend nor break a run; rows not known do the worst for the
/// lower bound and the best for the upper one.
fn longest_run(parts: &[Part], more: Option<&Eval>) -> Eval {
    let (mut low, mut high, mut low_now, mut high_now) = (0, 0, 0_usize, 0_usize);
    for part in parts {
        if part.breaks {
            (low_now, high_now) = (0, 0);
        }
        let holds = part.value.as_truth();
        match (part.counts, holds) {
            (Some(false), _) => {}
            (Some(true), Some(true)) => {
                low_now += 1;
                high_now += 1;
            }
            (Some(true), Some(false)) => (low_now, high_now) = (0, 0),
            (Some(true), None) => {
                low_now = 0;
                high_now += 1;
            }
            (None, Some(true)) => high_now += 1,
            (None, Some(false)) => low_now = 0,
            (None, None) => {
                low_now = 0;
                high_now += 1;
            }
        }
        low = low.max(low_now);
        high = high.max(high_now);
    }
    if low == high && more.is_none() {
        return Eval::Known(whole(low));
    }
    let waits =
        parts.iter().filter(|p| p.counts != Some(false)).flat_map(|p| [&p.filter, &p.value]);
    let high = more.is_none().then(|| whole(high));
    // With rows to come a run may grow or be broken, so nothing is certain below either.
    let low = whole(if more.is_some() { 0 } else { low });
    Eval::waiting_for(waits.chain(more)).between(Some(low), high)
}
