//! Civil dates, months, and month arithmetic with a declared convention.

use std::fmt;

use chrono::{Datelike as _, Days, NaiveDate};

/// A civil date in the calendar of ISO 8601.
pub type Date = NaiveDate;

/// What becomes of a day that a month does not have (29 February, the 31st).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MonthEnd {
    /// The first day of the next month.
    Roll,
    /// The last day of the month.
    Clip,
}

impl MonthEnd {
    /// Returns the convention named in a rule.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "roll" => Some(Self::Roll),
            "clip" => Some(Self::Clip),
            _ => None,
        }
    }
}

/// Whether the last day of a span counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LastDay {
    /// It counts: 1 January to 31 January are 31 days and one month.
    Inclusive,
    /// It does not.
    Exclusive,
}

/// A calendar month such as `2025-04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Months since year 0, so that order and difference are those of the number.
    index: i32,
}

impl Month {
    /// Returns the month of a year; `month` counts from 1.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, 1).map(Self::of)
    }

    /// Returns the month a date lies in.
    #[must_use]
    pub fn of(date: Date) -> Self {
        let month = i32::try_from(date.month0()).unwrap_or(0);
        Self { index: date.year().saturating_mul(12).saturating_add(month) }
    }

    /// Returns the month written as `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        (digits(year, 4) && digits(month, 2)).then_some(())?;
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.index.div_euclid(12)
    }

    /// Returns the month of the year, from 1.
    #[must_use]
    pub fn number(self) -> u32 {
        u32::try_from(self.index.rem_euclid(12)).unwrap_or(0).saturating_add(1)
    }

    /// Returns the month `count` months later.
    #[must_use]
    pub fn plus(self, count: i64) -> Option<Self> {
        let index = i32::try_from(i64::from(self.index).checked_add(count)?).ok()?;
        let month = Self { index };
        month.first_day().map(|_| month)
    }

    /// Returns how many months `other` is later than this one.
    #[must_use]
    pub fn until(self, other: Self) -> i64 {
        i64::from(other.index).saturating_sub(i64::from(self.index))
    }

    /// Returns the first day.
    #[must_use]
    pub fn first_day(self) -> Option<Date> {
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1)
    }

    /// Returns the last day.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        self.plus(1)?.first_day()?.pred_opt()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

/// Returns the date written as `YYYY-MM-DD`, or nothing if the text is not one or the day does not exist.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let day = text.get(8..).filter(|d| d.len() == 2 && d.bytes().all(|b| b.is_ascii_digit()))?;
    let month = Month::parse(text.get(..7)?)?;
    (text.get(7..8)? == "-").then_some(())?;
    NaiveDate::from_ymd_opt(month.year(), month.number(), day.parse().ok()?)
}

/// Returns the date `count` months later; a day the month does not have follows `convention`.
#[must_use]
pub fn add_months(date: Date, count: i64, convention: MonthEnd) -> Option<Date> {
    let month = Month::of(date).plus(count)?;
    match NaiveDate::from_ymd_opt(month.year(), month.number(), date.day()) {
        Some(day) => Some(day),
        None => match convention {
            MonthEnd::Roll => month.plus(1)?.first_day(),
            MonthEnd::Clip => month.last_day(),
        },
    }
}

/// Returns the date `count` days later, earlier if negative.
#[must_use]
pub fn add_days(date: Date, count: i64) -> Option<Date> {
    let days = Days::new(count.unsigned_abs());
    if count < 0 { date.checked_sub_days(days) } else { date.checked_add_days(days) }
}

/// Returns the days from `start` to `last`; negative if `last` is earlier.
#[must_use]
pub fn days(start: Date, last: Date, counting: LastDay) -> i64 {
    let between = last.signed_duration_since(start).num_days();
    match counting {
        LastDay::Inclusive => between.saturating_add(1),
        LastDay::Exclusive => between,
    }
}

/// Returns the full months from `start` to `last` and whether days are left over; zero months if `last` is earlier.
///
/// A month is full when its anniversary, made with `convention`, is reached
/// (PRC Civil Code arts. 201 and 202; Labour Contract Law art. 47).
#[must_use]
pub fn full_months(
    start: Date,
    last: Date,
    counting: LastDay,
    convention: MonthEnd,
) -> Option<(i64, bool)> {
    let end = match counting {
        LastDay::Inclusive => last.succ_opt()?,
        LastDay::Exclusive => last,
    };
    if end <= start {
        return Some((0, false));
    }
    let mut count = Month::of(start).until(Month::of(end)).saturating_add(1);
    while count > 0 && add_months(start, count, convention)? > end {
        count = count.saturating_sub(1);
    }
    Some((count, add_months(start, count, convention)? < end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        parse_date(text).expect("a date")
    }

    #[test]
    fn only_real_days_in_iso_form_are_dates() {
        for bad in
            ["2026-02-30", "2026-2-3", "20260203", "2026-02-03 ", "２026-02-03", "2025-13-01", ""]
        {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
        assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
        assert_eq!(Month::parse("2025-00"), None);
    }

    #[test]
    fn months_are_full_when_their_anniversary_is_reached() {
        for (start, last, months, rest) in [
            ("2025-01-01", "2025-06-30", 6, false),
            ("2025-01-01", "2025-06-29", 5, true),
            ("2026-03-02", "2026-03-02", 0, true),
            ("2024-02-29", "2025-02-28", 12, false),
            ("2024-02-29", "2025-03-01", 12, true),
            ("2024-08-31", "2025-02-28", 6, false),
            ("2024-08-31", "2025-02-27", 5, true),
            ("2023-08-30", "2024-02-28", 5, true),
            ("2026-03-02", "2026-03-01", 0, false),
        ] {
            let counted = full_months(date(start), date(last), LastDay::Inclusive, MonthEnd::Roll);
            assert_eq!(counted, Some((months, rest)), "{start} to {last}");
        }
    }

    #[test]
    fn a_missing_day_rolls_or_clips() {
        assert_eq!(add_months(date("2025-01-31"), 1, MonthEnd::Roll), Some(date("2025-03-01")));
        assert_eq!(add_months(date("2025-01-31"), 1, MonthEnd::Clip), Some(date("2025-02-28")));
        assert_eq!(add_months(date("2025-03-31"), -1, MonthEnd::Clip), Some(date("2025-02-28")));
    }
}
