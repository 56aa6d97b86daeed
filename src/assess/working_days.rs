//! Functions of the pack's working-day calendar.

use chrono::Datelike as _;

use super::derivation::{Recorder, What};
use super::evaluate::Evaluator;
use super::state::{Eval, Problem};
use super::waits::Wait;
use crate::compile::typed::Function;
use crate::value::{Date, Exact, LastDay, Value};

/// What stops a walk through the calendar.
enum Stop {
    /// The year was not announced.
    Year(i32),
    /// There is no such day.
    NoSuchDate,
}

impl<R: Recorder> Evaluator<'_, R> {
    /// Returns the value of one of the calendar's functions; unknown outside the years it covers.
    pub(super) fn of_calendar(&mut self, function: Function, values: &[&Value]) -> Eval {
        let result = match (function, values) {
            (Function::WorkingDays, [Value::Date(from), Value::Date(to)]) => {
                let counts_last = self.rules.vocabulary().last_day() == LastDay::Inclusive;
                self.count(*from, *to, counts_last).map(|n| Value::Days(Exact::whole(n)))
            }
            (Function::AddWorkingDays, [Value::Date(from), Value::Days(count)]) => {
                match count.to_i64() {
                    Some(count) => self.nth(*from, count).map(Value::Date),
                    None => Err(Stop::NoSuchDate),
                }
            }
            (Function::NextWorkingDay, [Value::Date(from)]) => from
                .pred_opt()
                .ok_or(Stop::NoSuchDate)
                .and_then(|d| self.nth(d, 1))
                .map(Value::Date),
            _ => Err(Stop::NoSuchDate),
        };
        match result {
            Ok(value) => Eval::Known(value),
            Err(Stop::Year(year)) => Eval::waiting(Wait::Calendar(year), false),
            Err(Stop::NoSuchDate) => Eval::problem(Problem::NoSuchDate),
        }
    }

    /// Working days from one day to another.
    fn count(&mut self, from: Date, to: Date, counts_last: bool) -> Result<i64, Stop> {
        let mut count = 0_i64;
        let days = from.iter_days().take_while(|d| if counts_last { *d <= to } else { *d < to });
        for day in days {
            count = count.saturating_add(i64::from(self.is_worked(day)?));
        }
        Ok(count)
    }

    /// The working day `count` working days after (before, if negative) a day; that day itself for zero.
    fn nth(&mut self, from: Date, count: i64) -> Result<Date, Stop> {
        let (mut day, mut left) = (from, count.unsigned_abs());
        while left > 0 {
            let next = if count > 0 { day.succ_opt() } else { day.pred_opt() };
            day = next.ok_or(Stop::NoSuchDate)?;
            left = left.saturating_sub(u64::from(self.is_worked(day)?));
        }
        Ok(day)
    }

    fn is_worked(&mut self, day: Date) -> Result<bool, Stop> {
        let year = day.year();
        let is_worked = self.rules.vocabulary().calendar().is_worked(day, self.as_of);
        let is_worked = is_worked.ok_or(Stop::Year(year))?;
        self.recorder.leaf(|| What::Calendar(year), &Eval::Known(Value::Truth(true)));
        Ok(is_worked)
    }
}
