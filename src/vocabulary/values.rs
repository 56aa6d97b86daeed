//! Reads a scalar as a value of a type.

use super::{Type, Vocabulary};
use crate::syntax::expression::parser::truth;
use crate::value::dates::parse_date;
use crate::value::{Exact, Month, NumberError, Proof, Value};

/// Why a text is not a value of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueError {
    /// It is something else.
    NotOfType,
    /// It is no member of the choice.
    NotAMember,
    /// It is in another currency than the pack's.
    OtherCurrency,
    /// It has more decimals than its currency has coins for.
    BelowMinorUnit,
    /// It has more digits than a number may have.
    TooManyDigits,
    /// It is written as a date, and the calendar has no such day.
    NoSuchDay,
    /// It lies outside of the years a case can speak of.
    OtherCentury,
}

/// The years a case can speak of; what lies outside is a slip of the pen.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// The most characters words may have where the vocabulary sets no other limit.
pub const WORDS: usize = 200;

/// Returns the value that `text` is under `kind`; rows are resolved by the case, not here.
///
/// # Errors
///
/// Returns why it is not one.
pub fn parse(text: &str, kind: Type, vocabulary: &Vocabulary) -> Result<Value, ValueError> {
    let text = text.trim();
    let value = match kind {
        Type::Truth | Type::Judgement => truth(text).map(Value::Truth),
        Type::Number => return number(text).map(Value::Number),
        Type::Money => return money(text, vocabulary).map(Value::Money),
        Type::Days => {
            let units = [("day", 1), ("week", 7), ("天", 1), ("日", 1), ("周", 7)];
            return quantity(text, &units).map(Value::Days);
        }
        Type::Months => {
            let units = [("month", 1), ("year", 12), ("个月", 1), ("年", 12)];
            return quantity(text, &units).map(Value::Months);
        }
        Type::Date => return date(text).map(Value::Date),
        Type::Month => match Month::parse(text) {
            Some(month) if !YEARS.contains(&month.year()) => return Err(ValueError::OtherCentury),
            month => month.map(Value::Month),
        },
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

fn date(text: &str) -> Result<crate::value::Date, ValueError> {
    let digits = |c: char| if c.is_ascii_digit() { '0' } else { c };
    match parse_date(text) {
        Some(date) if YEARS.contains(&Month::of(date).year()) => Ok(date),
        Some(_) => Err(ValueError::OtherCentury),
        None if text.chars().map(digits).eq("0000-00-00".chars()) => Err(ValueError::NoSuchDay),
        None => Err(ValueError::NotOfType),
    }
}

fn exact(text: &str) -> Result<Exact, ValueError> {
    Exact::parse(text).map_err(|error| match error {
        NumberError::Malformed => ValueError::NotOfType,
        NumberError::TooManyDigits => ValueError::TooManyDigits,
    })
}

fn number(text: &str) -> Result<Exact, ValueError> {
    match text.strip_suffix('%') {
        Some(share) => {
            let share = exact(share.trim_end())?.checked_div(Exact::whole(100));
            share.ok().flatten().ok_or(ValueError::TooManyDigits)
        }
        None => exact(text),
    }
}

fn money(text: &str, vocabulary: &Vocabulary) -> Result<Exact, ValueError> {
    let amount = match text.rsplit_once(' ') {
        Some((amount, currency)) if currency == vocabulary.currency() => amount.trim_end(),
        Some((_, currency)) if is_currency(currency) => return Err(ValueError::OtherCurrency),
        _ => text,
    };
    let found = exact(amount)?;
    let decimals = amount.split_once('.').map_or(0, |(_, decimals)| decimals.trim_end().len());
    // A point before three digits is as often a thousands separator as a slip.
    match decimals > minor_digits(vocabulary.currency()) {
        true => Err(ValueError::BelowMinorUnit),
        false => Ok(found),
    }
}

/// Returns how many decimals amounts of a currency have (ISO 4217).
#[must_use]
pub fn minor_digits(currency: &str) -> usize {
    match currency {
        "CLP" | "ISK" | "JPY" | "KRW" | "PYG" | "UGX" | "VND" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// A number with a unit behind it, singular or plural.
fn quantity(text: &str, units: &[(&str, i64)]) -> Result<Exact, ValueError> {
    let digits = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
    let (amount, unit) =
        digits.and_then(|at| text.split_at_checked(at)).ok_or(ValueError::NotOfType)?;
    let unit = unit.trim();
    let unit = unit.strip_suffix('s').unwrap_or(unit);
    let (_, factor) = units.iter().find(|(name, _)| *name == unit).ok_or(ValueError::NotOfType)?;
    exact(amount)?.checked_mul(Exact::whole(*factor)).map_err(|_| ValueError::TooManyDigits)
}
