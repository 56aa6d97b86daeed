//! What the statutes give, by slow counting: amounts in fen, units in halves.
//!
//! Written from the words of the law and from nothing else; each function names its article.

use super::calendar::{
    Day, days_later, days_with_both, full_months, length, months_later, tomorrow, yesterday,
};
use super::person::{Fraction, Person};

/// The day on which the Labour Contract Law came into force (art. 98).
const IN_FORCE: Day = (2008, 1, 1);

/// What one person is owed and protected by.
#[derive(Debug, PartialEq, Eq)]
pub struct Answers {
    pub half_units: i64,
    pub average: i64,
    pub severance: i64,
    pub notice_pay: i64,
    pub compensation: i64,
    pub unused_leave: i64,
    pub leave_pay: i64,
    pub retirement: Day,
    pub is_near_retirement: bool,
    pub medical_months: i32,
    pub medical_window_end: Day,
    pub is_in_medical_period: bool,
}

/// Answers everything about a person.
pub fn answers(person: &Person) -> Answers {
    let retirement = retirement(person.birth, person.category);
    let medical = medical(person);
    Answers {
        half_units: before_2008(person) * 2 + since_2008(person),
        average: average(person),
        severance: severance(person),
        notice_pay: notice_pay(person),
        compensation: compensation(person),
        unused_leave: unused_leave(person),
        leave_pay: leave_pay(person),
        retirement,
        is_near_retirement: is_near(person, retirement),
        medical_months: medical.0,
        medical_window_end: medical.1,
        is_in_medical_period: medical.2,
    }
}

/// Service units by article 47(1): years, then a whole unit from six months on, else a half. Counted in halves.
pub fn half_units(start: Day, last: Day) -> i64 {
    let end = tomorrow(last);
    let mut years = 0;
    while months_later(start, 12 * (years + 1), false) <= end {
        years += 1;
    }
    let rest = if months_later(start, 12 * years, false) == end || end <= start {
        0
    } else if months_later(start, 12 * years + 6, false) <= end {
        2
    } else {
        1
    };
    2 * i64::from(years) + rest
}

/// Whole months of severance for service before the law (481, art. 7): one for each full year, twelve at most.
/// The text is silent on what is left of a year; how it is read is given.
fn before_2008(person: &Person) -> i64 {
    if person.hired >= IN_FORCE {
        return 0;
    }
    let eve = yesterday(IN_FORCE);
    let mut years = 0;
    while months_later(person.hired, 12 * (years + 1), false) <= IN_FORCE {
        years += 1;
    }
    let is_over = months_later(person.hired, 12 * years, false) <= eve;
    let is_half = months_later(person.hired, 12 * years + 6, false) <= IN_FORCE;
    let more = match person.fraction {
        Fraction::Literal => false,
        Fraction::RoundUp => is_over,
        Fraction::SixMonths => is_half,
    };
    (i64::from(years) + i64::from(more)).min(12)
}

/// Half units from the day on which the law came into force (art. 97(3)).
fn since_2008(person: &Person) -> i64 {
    half_units(person.hired.max(IN_FORCE), person.last)
}

/// A quotient to the fen, halves up.
fn rounded(amount: i64, divisor: i64) -> i64 {
    (2 * amount + divisor).div_euclid(2 * divisor)
}

/// The mean of the wages due in the twelve months before the end (art. 47(3), Regulation 27), not below the minimum wage.
/// The month of the last day counts if it is over; a first month that was not worked as a whole does not.
fn mean(person: &Person, with_overtime: bool) -> i64 {
    let (year, month, day) = person.last;
    let mut at = (year, month);
    let before = |(year, month): (i32, u32)| match month {
        1 => (year - 1, 12),
        _ => (year, month - 1),
    };
    if day < length(year, month) {
        at = before(at);
    }
    let (mut sum, mut months) = (0, 0);
    while months < 12 && (at.0, at.1, 1) >= person.hired {
        let wage = &person.wages[&at];
        sum += wage.regular + if with_overtime { wage.overtime } else { 0 };
        months += 1;
        at = before(at);
    }
    let mean = if months == 0 { person.contract_wage } else { rounded(sum, months) };
    mean.max(person.minimum_wage)
}

fn average(person: &Person) -> i64 {
    mean(person, true)
}

/// Article 47(1) and (2): above three times the local average, that is the base and twelve years the most.
/// The limit of years speaks of the years of this law; for those before it, both pieces take the capped base.
fn severance(person: &Person) -> i64 {
    let (base, cap) = (average(person), person.local_average * 3);
    let (early, late) = (before_2008(person) * 2, since_2008(person));
    if base > cap {
        rounded(cap * (early + late.min(24)), 2)
    } else {
        rounded(base * (early + late), 2)
    }
}

/// Article 87: twice that standard, the years from the day of hire in one piece (Regulation 25).
fn compensation(person: &Person) -> i64 {
    let (base, cap) = (average(person), person.local_average * 3);
    let units = half_units(person.hired, person.last);
    if base > cap { cap * units.min(24) } else { base * units }
}

/// Article 40: thirty days' written notice, the day it arrives not counted (Civil Code 201), or the wage of the month before.
fn notice_pay(person: &Person) -> i64 {
    let is_full = person.by_notice && days_later(person.served, 30) <= person.last;
    if is_full { 0 } else { person.previous_wage }
}

/// Paid leave: Regulation on Paid Annual Leave 3 and 4, Implementing Measures 12 and 13.
fn unused_leave(person: &Person) -> i64 {
    let by_law = match person.working_life {
        0..12 => 0,
        12..120 => 5,
        120..240 => 10,
        _ => 15,
    };
    let year = if person.is_excluded { 0 } else { by_law.max(person.agreed_leave.unwrap_or(0)) };
    let elapsed = days_with_both(person.hired.max((person.last.0, 1, 1)), person.last);
    ((elapsed * year).div_euclid(365) - person.leave_taken).max(0)
}

/// Implementing Measures 10 and 11: two hundred per cent more, by the average without overtime and 21.75 days a month.
fn leave_pay(person: &Person) -> i64 {
    if person.has_waived {
        0
    } else {
        rounded(mean(person, false) * unused_leave(person) * 200, 2175)
    }
}

/// Retirement of the decision of 2024: the day, by the tables.
pub fn retirement(birth: Day, category: &str) -> Day {
    let (years, first_year, step, most) = match category {
        "m60" => (60, 1965, 4, 36),
        "f55" => (55, 1970, 4, 36),
        _ => (50, 1975, 2, 60),
    };
    let mut delay = 0;
    let (mut year, mut month, mut waited) = (first_year, 1, 0);
    // Every `step` months of birth begun since the first one, one more month of work.
    while (year, month) <= (birth.0, birth.1) && delay < most {
        if waited % step == 0 {
            delay += 1;
        }
        waited += 1;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    months_later(birth, years * 12 + delay, true)
}

/// Article 42(5): fifteen years in the unit and less than five to the retirement age; exactly five are outside.
fn is_near(person: &Person, retirement: Day) -> bool {
    let served = months_later(person.hired, 180, false) <= tomorrow(person.last);
    let five_before = months_later(retirement, -60, true);
    served && person.last > five_before && person.last < retirement
}

/// Medical period (479, articles 3 and 4; 236, article 1): months, last day of the window, whether the last day of
/// employment lies in it. An unbroken absence runs in months; one with breaks is added up, thirty days to a month.
fn medical(person: &Person) -> (i32, Day, bool) {
    let (total, unit) = (person.life_at_sickness, full_months(person.hired, person.sick_from));
    let (months, window) = match (total < 120, unit) {
        (true, ..60) => (3, 6),
        (true, _) => (6, 12),
        (false, ..60) => (6, 12),
        (false, 60..120) => (9, 15),
        (false, 120..180) => (12, 18),
        (false, 180..240) => (18, 24),
        (false, _) => (24, 30),
    };
    let window_end = months_later(person.sick_from, window, false);
    // The day on which the entitlement is used up is still protected.
    let is_used_up = if person.is_unbroken {
        person.last > months_later(person.sick_from, months, false)
    } else {
        let mut days = 0;
        for (first, last) in &person.sick_leaves {
            let last = (*last).min(yesterday(person.last)).min(window_end);
            days += days_with_both(*first, last);
        }
        days >= i64::from(months) * 30
    };
    let is_inside = person.is_sick && person.last <= window_end && !is_used_up;
    (months, window_end, is_inside)
}
