//! One value in words: money, dates, periods, choices, and what is known of an unknown one.

use crate::assess::{Eval, Problem, Unknown};
use crate::value::{Exact, Proof, Value};
use crate::vocabulary::{Type, Vocabulary};
use crate::wording::amounts;
use crate::wording::catalogue::reporting::ValueWords as Words;
use crate::wording::{Language, Localized};

/// Digits after the point that are shown of a number whose decimals never end.
const SHOWN_DECIMALS: i64 = 4;

/// Returns a value as a reader expects it: 16,409.02元, 2026年3月31日, 30天, or what is known of an unknown one.
///
/// A row of a list prints as its number; who knows the case prints its name.
#[must_use]
pub fn value(eval: &Eval, kind: Type, vocabulary: &Vocabulary, language: Language) -> String {
    match eval {
        Eval::Known(value) => known(value, kind, vocabulary, language),
        Eval::None => Words::None.text().get(language).to_owned(),
        Eval::Unknown(unknown) => {
            let one = |value: &Value| known(value, kind, vocabulary, language);
            let words = between(unknown, kind == Type::Date || kind == Type::Month, one);
            words.get(language).to_owned()
        }
    }
}

/// Returns a known value as a reader expects it.
#[must_use]
pub fn known(value: &Value, kind: Type, vocabulary: &Vocabulary, language: Language) -> String {
    let words: Localized = match value {
        Value::Truth(true) => Words::Yes.text(),
        Value::Truth(false) => Words::No.text(),
        Value::Number(number) => return decimal(*number, 0),
        Value::Money(amount) => money(*amount, vocabulary),
        Value::Days(days) => counted(*days, Period::Day),
        Value::Months(months) => in_months(*months),
        Value::Date(date) => return amounts::date(*date, language),
        Value::Month(month) => return amounts::month(*month, language),
        Value::Choice(member) => return choice(*member, kind, vocabulary, language),
        Value::Words(text) => return text.to_string(),
        Value::Row(row) => Words::Row { number: row.saturating_add(1).to_string() }.text(),
        Value::Proof(proof) => strength(*proof),
    };
    words.get(language).to_owned()
}

/// Returns a number as a percentage with as many decimals as it has.
#[must_use]
pub fn percent(number: Exact) -> String {
    match number.checked_mul(Exact::whole(100)) {
        Ok(hundredths) => format!("{}%", decimal(hundredths, 0)),
        Err(_) => decimal(number, 0),
    }
}

/// Returns how strongly something is proven.
#[must_use]
pub fn strength(proof: Proof) -> Localized {
    match proof {
        Proof::None => Words::ProofNone.text(),
        Proof::Weak => Words::ProofWeak.text(),
        Proof::Fair => Words::ProofFair.text(),
        Proof::Strong => Words::ProofStrong.text(),
    }
}

/// Returns what went wrong in a computation.
#[must_use]
pub fn problem(problem: Problem) -> Localized {
    match problem {
        Problem::Overflow => Words::Overflow.text(),
        Problem::NoSuchDate => Words::NoSuchDate.text(),
        Problem::Circle => Words::Circle.text(),
    }
}

/// A number with separators; one whose decimals never end is cut and marked.
fn decimal(number: Exact, places: usize) -> String {
    if number.to_decimal(places).is_some() {
        return amounts::grouped(number, places);
    }
    let power =
        (0..SHOWN_DECIMALS).try_fold(Exact::whole(1), |n, _| n.checked_mul(Exact::whole(10)).ok());
    let place = power.and_then(|p| Exact::whole(1).checked_div(p).ok().flatten());
    match place.and_then(|p| number.round(p, crate::value::Rounding::Truncate).ok()) {
        Some(cut) => format!("{}…", amounts::grouped(cut, SHOWN_DECIMALS.unsigned_abs() as usize)),
        None => number.to_string(),
    }
}

fn money(amount: Exact, vocabulary: &Vocabulary) -> Localized {
    let amount = decimal(amount, 2);
    match vocabulary.currency() {
        "CNY" => Words::Yuan { amount }.text(),
        other => Localized::same(format!("{other} {amount}")),
    }
}

enum Period {
    Day,
    Month,
    Year,
}

fn counted(number: Exact, unit: Period) -> Localized {
    let one = number == Exact::whole(1);
    let number = decimal(number, 0);
    match (unit, one) {
        (Period::Day, true) => Words::OneDay.text(),
        (Period::Day, false) => Words::Days { number }.text(),
        (Period::Month, true) => Words::OneMonth.text(),
        (Period::Month, false) => Words::Months { number }.text(),
        (Period::Year, true) => Words::OneYear.text(),
        (Period::Year, false) => Words::Years { number }.text(),
    }
}

/// Two years and more are said in years and months.
fn in_months(months: Exact) -> Localized {
    let whole = months.to_i64().filter(|m| *m >= 24);
    let Some(whole) = whole else { return counted(months, Period::Month) };
    let years = counted(Exact::whole(whole / 12), Period::Year);
    match whole % 12 {
        0 => years,
        rest => {
            let rest = counted(Exact::whole(rest), Period::Month);
            Localized::new(
                format!("{}{}", years.get(Language::Chinese), rest.get(Language::Chinese)),
                format!("{} {}", years.get(Language::English), rest.get(Language::English)),
            )
        }
    }
}

fn choice(member: u32, kind: Type, vocabulary: &Vocabulary, language: Language) -> String {
    let Type::Choice(id) = kind else { return member.to_string() };
    let found = vocabulary.choice(id).and_then(|c| c.members().get(member as usize));
    match found.map(|m| (m.title().get(language), m.name())) {
        Some(("", name)) => name.to_owned(),
        Some((title, _)) => title.to_owned(),
        None => member.to_string(),
    }
}

fn between(unknown: &Unknown, is_time: bool, one: impl Fn(&Value) -> String) -> Localized {
    if let Some(found) = unknown.problem {
        return problem(found);
    }
    match (unknown.low.as_ref().map(&one), unknown.high.as_ref().map(&one)) {
        (Some(low), Some(high)) if low == high => Words::OrNone { value: low }.text(),
        (Some(low), Some(high)) => Words::Between { low, high }.text(),
        (Some(low), None) if is_time => Words::NotBefore { low }.text(),
        (None, Some(high)) if is_time => Words::NotAfter { high }.text(),
        (Some(low), None) => Words::AtLeast { low }.text(),
        (None, Some(high)) => Words::AtMost { high }.text(),
        (None, None) => Words::Unknown.text(),
    }
}
