//! A calendar of its own: days, months and years by walking.

/// A day as year, month, day.
pub type Day = (i32, u32, u32);

pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub fn length(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

pub fn tomorrow((year, month, day): Day) -> Day {
    if day < length(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    }
}

pub fn yesterday((year, month, day): Day) -> Day {
    match (month, day) {
        (1, 1) => (year - 1, 12, 31),
        (_, 1) => (year, month - 1, length(year, month - 1)),
        _ => (year, month, day - 1),
    }
}

/// The day some months later; one that does not exist is the first of the next month, or the last of its own.
pub fn months_later((year, month, day): Day, count: i32, clip: bool) -> Day {
    let months = year * 12 + i32::try_from(month).unwrap() - 1 + count;
    let (year, month) = (months.div_euclid(12), u32::try_from(months.rem_euclid(12)).unwrap() + 1);
    match day <= length(year, month) {
        true => (year, month, day),
        false if clip => (year, month, length(year, month)),
        false => tomorrow((year, month, length(year, month))),
    }
}

pub fn days_later(day: Day, count: u32) -> Day {
    (0..count).fold(day, |day, _| tomorrow(day))
}

/// Days from one day up to and with another, by walking.
pub fn days_with_both(from: Day, to: Day) -> i64 {
    let (mut day, mut count) = (from, 0);
    while day <= to {
        day = tomorrow(day);
        count += 1;
    }
    count
}

/// Full months from the beginning of one day to the end of another.
pub fn full_months(from: Day, to: Day) -> i32 {
    let mut months = 0;
    while months_later(from, months + 1, false) <= tomorrow(to) {
        months += 1;
    }
    months
}
