//! Functions of values.

use chrono::Datelike as _;

use super::arithmetic::{amount, settled, with_amount};
use super::derivation::Recorder;
use super::evaluate::Evaluator;
use super::state::{Eval, Problem};
use crate::compile::typed::Function;
use crate::value::dates::{days, full_months};
use crate::value::{Date, Exact, Month, Value};

impl<R: Recorder> Evaluator<'_, R> {
    pub(super) fn function(&mut self, function: Function, arguments: &[Eval]) -> Eval {
        if arguments.contains(&Eval::None) {
            return Eval::None;
        }
        let known: Option<Vec<&Value>> = arguments.iter().map(Eval::known).collect();
        match known {
            Some(values) => self.of_known(function, &values),
            None => of_unknown(function, arguments),
        }
    }

    fn of_known(&mut self, function: Function, values: &[&Value]) -> Eval {
        let v = self.rules.vocabulary();
        let (counting, convention) = (v.last_day(), v.month_end());
        let whole = |n: i64| Exact::whole(n);
        let result = match (function, values) {
            (Function::Minimum, values) => values.iter().min().map(|v| (*v).clone()),
            (Function::Maximum, values) => values.iter().max().map(|v| (*v).clone()),
            (Function::Clamp, [x, low, high]) => {
                Some((**x).clone().max((*low).clone()).min((*high).clone()))
            }
            (Function::Absolute, [x]) => match amount(x) {
                Ok(n) if n < Exact::ZERO => match n.negate() {
                    Ok(n) => with_amount(x, Some(n)),
                    Err(_) => return Eval::problem(Problem::Overflow),
                },
                _ => Some((*x).clone()),
            },
            (Function::Months, [Value::Date(a), Value::Date(b)]) => {
                full_months(*a, *b, counting, convention).map(|(n, _)| Value::Months(whole(n)))
            }
            (Function::Years, [Value::Date(a), Value::Date(b)]) => {
                full_months(*a, *b, counting, convention)
                    .map(|(n, _)| Value::Months(whole(n - n % 12)))
            }
            (Function::HasRest, [Value::Date(a), Value::Date(b)]) => {
                full_months(*a, *b, counting, convention).map(|(_, rest)| Value::Truth(rest))
            }
            (Function::Days, [Value::Date(a), Value::Date(b)]) => {
                Some(Value::Days(whole(days(*a, *b, counting))))
            }
            (Function::MonthsBetween, [Value::Month(a), Value::Month(b)]) => {
                Some(Value::Months(whole(a.until(*b))))
            }
            (
                Function::OverlapDays,
                [Value::Date(a), Value::Date(b), Value::Date(c), Value::Date(d)],
            ) => {
                let shared = days(*a.max(c), *b.min(d), counting).max(0);
                Some(Value::Days(whole(shared)))
            }
            (
                Function::OverlapMonths,
                [Value::Date(a), Value::Date(b), Value::Date(c), Value::Date(d)],
            ) => {
                let (from, to) = (*a.max(c), *b.min(d));
                full_months(from, to, counting, convention).map(|(n, _)| Value::Months(whole(n)))
            }
            (Function::MonthOf, [Value::Date(d)]) => Some(Value::Month(Month::of(*d))),
            (Function::FirstDay, [Value::Month(m)]) => m.first_day().map(Value::Date),
            (Function::LastDay, [Value::Month(m)]) => m.last_day().map(Value::Date),
            (Function::BearsDate, [Value::Words(text), Value::Date(d)]) => Some(Value::Truth(
                text.contains(&format!("{:04}{:02}{:02}", d.year(), d.month(), d.day())),
            )),
            (Function::DayOf, [Value::Date(d)]) => Some(Value::Number(whole(i64::from(d.day())))),
            (Function::YearOf, [Value::Date(d)]) => Some(Value::Number(whole(i64::from(d.year())))),
            (Function::YearStart, [Value::Date(d)]) => {
                Date::from_ymd_opt(d.year(), 1, 1).map(Value::Date)
            }
            (Function::DaysIn, [Value::Month(m)]) => {
                m.last_day().map(|d| Value::Days(whole(i64::from(d.day()))))
            }
            (function, values) if function.reads_calendar() => {
                return self.of_calendar(function, values);
            }
            _ => None,
        };
        settled(result.map(Some).ok_or(Problem::NoSuchDate))
    }
}

/// The ends of `clamp(x, low, high)`: raised to `low`, then lowered to `high`.
fn clamped([x, low, high]: [&Eval; 3]) -> [Option<Value>; 2] {
    let both = |a: Option<Value>, b: Option<&Value>| Some((a?, b?.clone()));
    let least = x.low().into_iter().chain(low.low()).max().cloned();
    let most = both(x.high().cloned(), low.high()).map(|(x, low)| x.max(low));
    [
        both(least, high.low()).map(|(raised, high)| raised.min(high)),
        most.into_iter().chain(high.high().cloned()).min(),
    ]
}

/// Least and greatest keep their bounds.
fn of_unknown(function: Function, arguments: &[Eval]) -> Eval {
    let may_be_none = arguments.iter().any(Eval::may_be_none);
    let unknown = Eval::waiting_for(arguments).perhaps_none(may_be_none);
    let all = |of: fn(&Eval) -> Option<&Value>| -> Option<Vec<&Value>> {
        arguments.iter().map(of).collect()
    };
    let some =
        |of: fn(&Eval) -> Option<&Value>| arguments.iter().filter_map(of).collect::<Vec<_>>();
    match function {
        Function::Minimum => {
            let low = all(Eval::low).and_then(|v| v.into_iter().min().cloned());
            unknown.between(low, some(Eval::high).into_iter().min().cloned())
        }
        Function::Maximum => {
            let high = all(Eval::high).and_then(|v| v.into_iter().max().cloned());
            unknown.between(some(Eval::low).into_iter().max().cloned(), high)
        }
        Function::Clamp => match arguments {
            [x, low, high] => {
                let [low, high] = clamped([x, low, high]);
                unknown.between(low, high)
            }
            _ => unknown,
        },
        _ => unknown,
    }
}
