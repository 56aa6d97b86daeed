//! Arithmetic and comparison of values, and of intervals of unknown ones.

use std::cmp::Ordering;

use super::state::{Eval, Problem, Unknown};
use crate::compile::typed::{Comparison, Operator};
use crate::value::dates::{add_days, add_months};
use crate::value::{Exact, MonthEnd, Overflow, Value};

impl From<Overflow> for Problem {
    fn from(_: Overflow) -> Self {
        Self::Overflow
    }
}

/// Returns the result of an operator; `Ok(None)` is a division by zero.
pub(super) fn apply(
    op: Operator,
    left: &Value,
    right: &Value,
    convention: MonthEnd,
) -> Result<Option<Value>, Problem> {
    use Value::{Date, Days, Money, Month, Months, Number};
    let signed = |n: Exact| if op == Operator::Subtract { n.negate() } else { Ok(n) };
    Ok(match (op, left, right) {
        (Operator::Add | Operator::Subtract, Date(d), Days(n))
        | (Operator::Add, Days(n), Date(d)) => Some(Date(later_by_days(*d, signed(*n)?)?)),
        (Operator::Add | Operator::Subtract, Date(d), Months(n))
        | (Operator::Add, Months(n), Date(d)) => {
            Some(Date(later_by_months(*d, signed(*n)?, convention)?))
        }
        (Operator::Add | Operator::Subtract, Month(m), Months(n)) => {
            let count = signed(*n)?.to_i64().ok_or(Problem::NoSuchDate)?;
            Some(Month(m.plus(count).ok_or(Problem::NoSuchDate)?))
        }
        (Operator::Subtract, Date(a), Date(b)) => {
            Some(Days(Exact::whole(a.signed_duration_since(*b).num_days())))
        }
        (Operator::Subtract, Month(a), Month(b)) => Some(Months(Exact::whole(b.until(*a)))),
        (_, Number(a), Number(b)) => exact(op, *a, *b)?.map(Number),
        (Operator::Multiply, Number(a), b) => with_amount(b, exact(op, *a, amount(b)?)?),
        (Operator::Multiply | Operator::Divide | Operator::Quotient, a, Number(b)) => {
            with_amount(a, exact(op, amount(a)?, *b)?)
        }
        (Operator::Divide | Operator::Quotient, a, b) => {
            exact(op, amount(a)?, amount(b)?)?.map(Number)
        }
        (_, Money(a), Money(b)) => exact(op, *a, *b)?.map(Money),
        (_, a, b) => with_amount(a, exact(op, amount(a)?, amount(b)?)?),
    })
}

fn exact(op: Operator, a: Exact, b: Exact) -> Result<Option<Exact>, Overflow> {
    match op {
        Operator::Add => a.checked_add(b).map(Some),
        Operator::Subtract => a.checked_sub(b).map(Some),
        Operator::Multiply => a.checked_mul(b).map(Some),
        Operator::Divide => a.checked_div(b),
        Operator::Quotient => a.div_floor(b),
        Operator::Remainder => a.modulo(b),
    }
}

/// Returns the number inside a value with a unit.
pub(super) fn amount(value: &Value) -> Result<Exact, Problem> {
    match value {
        Value::Number(n) | Value::Money(n) | Value::Days(n) | Value::Months(n) => Ok(*n),
        // The checker lets nothing else reach arithmetic.
        _ => Err(Problem::Overflow),
    }
}

/// Returns a value of the same unit with another number.
pub(super) fn with_amount(like: &Value, number: Option<Exact>) -> Option<Value> {
    let number = number?;
    Some(match like {
        Value::Money(_) => Value::Money(number),
        Value::Days(_) => Value::Days(number),
        Value::Months(_) => Value::Months(number),
        _ => Value::Number(number),
    })
}

pub(super) fn later_by_days(
    date: crate::value::Date,
    days: Exact,
) -> Result<crate::value::Date, Problem> {
    days.to_i64().and_then(|n| add_days(date, n)).ok_or(Problem::NoSuchDate)
}

pub(super) fn later_by_months(
    date: crate::value::Date,
    months: Exact,
    convention: MonthEnd,
) -> Result<crate::value::Date, Problem> {
    months.to_i64().and_then(|n| add_months(date, n, convention)).ok_or(Problem::NoSuchDate)
}

/// Returns the result for states: none stays none, unknowns keep their bounds where they can.
pub(super) fn combine(op: Operator, left: &Eval, right: &Eval, convention: MonthEnd) -> Eval {
    match (left, right) {
        (Eval::None, _) | (_, Eval::None) => Eval::None,
        (Eval::Known(a), Eval::Known(b)) => settled(apply(op, a, b, convention)),
        _ => {
            let mut unknown = Unknown::default();
            unknown.absorb(left);
            unknown.absorb(right);
            let divides = matches!(op, Operator::Divide | Operator::Quotient | Operator::Remainder);
            unknown.may_be_none = left.may_be_none() || right.may_be_none() || divides;
            let (low, high) = bounds(op, left, right, convention);
            Eval::from(unknown).between(low, high)
        }
    }
}

pub(super) fn settled(result: Result<Option<Value>, Problem>) -> Eval {
    match result {
        Ok(Some(value)) => Eval::Known(value),
        Ok(None) => Eval::None,
        Err(problem) => Eval::problem(problem),
    }
}

/// Bounds pass through sums, differences and products with a known number.
fn bounds(
    op: Operator,
    left: &Eval,
    right: &Eval,
    convention: MonthEnd,
) -> (Option<Value>, Option<Value>) {
    let of = |a: Option<&Value>, b: Option<&Value>| apply(op, a?, b?, convention).ok().flatten();
    match op {
        Operator::Add => (of(left.low(), right.low()), of(left.high(), right.high())),
        Operator::Subtract => (of(left.low(), right.high()), of(left.high(), right.low())),
        Operator::Multiply if left.known().is_some() || right.known().is_some() => {
            let ends = (of(left.low(), right.low()), of(left.high(), right.high()));
            match ends {
                (Some(a), Some(b)) if a > b => (Some(b), Some(a)),
                (Some(a), Some(b)) => (Some(a), Some(b)),
                _ => (None, None),
            }
        }
        _ => (None, None),
    }
}

/// Returns the greater of two values, or the lesser; the other one if one does not exist.
pub(super) fn better(a: &Eval, b: &Eval, lower: bool) -> Eval {
    let pick = |x: &Value, y: &Value| if lower { x.min(y).clone() } else { x.max(y).clone() };
    if let (Eval::Known(x), Eval::Known(y)) = (a, b) {
        return Eval::Known(pick(x, y));
    }
    let both = |x: Option<&Value>, y: Option<&Value>| Some(pick(x?, y?));
    // What is sure to exist bounds the result alone: the greater is at least that, the lesser at most.
    let sure = |end: fn(&Eval) -> Option<&Value>| {
        let ends = [a, b].into_iter().filter(|e| !e.may_be_none()).filter_map(end);
        ends.cloned().reduce(|x, y| pick(&x, &y))
    };
    let mut unknown = Unknown::default();
    unknown.absorb(a);
    unknown.absorb(b);
    unknown.may_be_none = a.may_be_none() && b.may_be_none();
    let (low, high) = if lower {
        (both(a.low(), b.low()), sure(Eval::high))
    } else {
        (sure(Eval::low), both(a.high(), b.high()))
    };
    Eval::from(unknown).between(low, high)
}

/// Returns whether a value is one of some; bounds may rule all of them out.
pub(super) fn among(value: &Eval, members: &[Value]) -> Eval {
    match value {
        Eval::Known(value) => Eval::truth(members.contains(value)),
        Eval::None => Eval::truth(false),
        unknown => {
            let is_out = |member: &Value| {
                let member = Eval::Known(member.clone());
                compare(Comparison::Equal, unknown, &member).as_truth() == Some(false)
            };
            if members.iter().all(is_out) {
                return Eval::truth(false);
            }
            Eval::waiting_for([unknown])
        }
    }
}

/// Returns whether a comparison holds; it is settled when all completions agree, and none compares as no.
pub(super) fn compare(op: Comparison, left: &Eval, right: &Eval) -> Eval {
    if matches!(left, Eval::None) || matches!(right, Eval::None) {
        return Eval::truth(false);
    }
    if let (Eval::Known(a), Eval::Known(b)) = (left, right) {
        return Eval::truth(holds(op, a.cmp(b)));
    }
    let always = |op| definitely(op, left, right);
    let may_be_none = left.may_be_none() || right.may_be_none();
    if always(op) && !may_be_none {
        return Eval::truth(true);
    }
    if always(opposite(op)) {
        return Eval::truth(false);
    }
    Eval::waiting_for([left, right])
}

fn holds(op: Comparison, order: Ordering) -> bool {
    match op {
        Comparison::Equal => order == Ordering::Equal,
        Comparison::Unequal => order != Ordering::Equal,
        Comparison::Less => order == Ordering::Less,
        Comparison::AtMost => order != Ordering::Greater,
        Comparison::Greater => order == Ordering::Greater,
        Comparison::AtLeast => order != Ordering::Less,
    }
}

fn opposite(op: Comparison) -> Comparison {
    match op {
        Comparison::Equal => Comparison::Unequal,
        Comparison::Unequal => Comparison::Equal,
        Comparison::Less => Comparison::AtLeast,
        Comparison::AtMost => Comparison::Greater,
        Comparison::Greater => Comparison::AtMost,
        Comparison::AtLeast => Comparison::Less,
    }
}

/// Whether the bounds alone make the comparison hold.
fn definitely(op: Comparison, left: &Eval, right: &Eval) -> bool {
    let below = |a: Option<&Value>, b: Option<&Value>, strict: bool| match (a, b) {
        (Some(a), Some(b)) => a < b || (!strict && a == b),
        _ => false,
    };
    match op {
        Comparison::Less => below(left.high(), right.low(), true),
        Comparison::AtMost => below(left.high(), right.low(), false),
        Comparison::Greater => below(right.high(), left.low(), true),
        Comparison::AtLeast => below(right.high(), left.low(), false),
        Comparison::Unequal => {
            below(left.high(), right.low(), true) || below(right.high(), left.low(), true)
        }
        Comparison::Equal => false,
    }
}
