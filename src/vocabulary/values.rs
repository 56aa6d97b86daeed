//! Reads a scalar as a value of a type.

use super::{Type, Vocabulary};
use crate::syntax::expression::parser::truth;
use crate::value::dates::parse_date;
use crate::value::{Exact, Month, Proof, Value};

/// Why a text is not a value of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueError {
    /// It is something else.
    NotOfType,
    /// It is no member of the choice.
    NotAMember,
    /// It is in another currency than the pack's.
    OtherCurrency,
}

/// Returns the value that `text` is under `kind`; rows are resolved by the case, not here.
///
/// # Errors
///
/// Returns why it is not one.
pub fn parse(text: &str, kind: Type, vocabulary: &Vocabulary) -> Result<Value, ValueError> {
    let text = text.trim();
    let value = match kind {
        Type::Truth | Type::Judgement => truth(text).map(Value::Truth),
        Type::Number => number(text).map(Value::Number),
        Type::Money => return money(text, vocabulary).map(Value::Money),
        Type::Days => quantity(text, &[("day", 1), ("week", 7), ("天", 1), ("日", 1), ("周", 7)])
            .map(Value::Days),
        Type::Months => quantity(text, &[("month", 1), ("year", 12), ("个月", 1), ("年", 12)])
            .map(Value::Months),
        Type::Date => parse_date(text).map(Value::Date),
        Type::Month => Month::parse(text).map(Value::Month),
        Type::Words => Some(Value::Words(text.into())),
        Type::Proof => Proof::from_name(text).map(Value::Proof),
        Type::Choice(id) => {
            let member = vocabulary.choice(id).and_then(|c| c.member_named(text));
            return member.map(Value::Choice).ok_or(ValueError::NotAMember);
        }
        Type::Row(_) => None,
    };
    value.ok_or(ValueError::NotOfType)
}

fn number(text: &str) -> Option<Exact> {
    match text.strip_suffix('%') {
        Some(share) => Exact::parse(share.trim_end()).ok()?.checked_div(Exact::whole(100)).ok()?,
        None => Exact::parse(text).ok(),
    }
}

fn money(text: &str, vocabulary: &Vocabulary) -> Result<Exact, ValueError> {
    let amount = match text.rsplit_once(' ') {
        Some((amount, currency)) if currency == vocabulary.currency() => amount.trim_end(),
        Some(_) => return Err(ValueError::OtherCurrency),
        None => text,
    };
    Exact::parse(amount).map_err(|_| ValueError::NotOfType)
}

/// A number with a unit behind it, singular or plural.
fn quantity(text: &str, units: &[(&str, i64)]) -> Option<Exact> {
    let digits = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))?;
    let (amount, unit) = text.split_at_checked(digits)?;
    let unit = unit.trim();
    let unit = unit.strip_suffix('s').unwrap_or(unit);
    let (_, factor) = units.iter().find(|(name, _)| *name == unit)?;
    Exact::parse(amount).ok()?.checked_mul(Exact::whole(*factor)).ok()
}
