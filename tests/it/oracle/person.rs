//! Random people: hired, sick, paid and dismissed on days where counting goes wrong.

use std::collections::BTreeMap;

use super::calendar::{Day, days_later, full_months, length, months_later, tomorrow};
use crate::properties::values::Dice;

/// How what is left of a year before 2008 is read.
#[derive(Debug, Clone, Copy)]
pub enum Fraction {
    Literal,
    RoundUp,
    SixMonths,
}

/// The wages due in one month, in fen.
#[derive(Debug)]
pub struct Wage {
    pub regular: i64,
    pub overtime: i64,
}

/// One employee and one ending. Amounts are in fen.
#[derive(Debug)]
pub struct Person {
    pub hired: Day,
    pub last: Day,
    pub served: Day,
    pub by_notice: bool,
    pub wages: BTreeMap<(i32, u32), Wage>,
    pub contract_wage: i64,
    pub previous_wage: i64,
    pub local_average: i64,
    pub minimum_wage: i64,
    pub fraction: Fraction,
    /// Months with all employers on the last day.
    pub working_life: i32,
    pub leave_taken: i64,
    pub agreed_leave: Option<i64>,
    pub is_excluded: bool,
    pub has_waived: bool,
    pub birth: Day,
    pub category: &'static str,
    pub sick_from: Day,
    pub is_sick: bool,
    pub is_unbroken: bool,
    pub sick_leaves: Vec<(Day, Day)>,
    /// Months with all employers on the first sick day.
    pub life_at_sickness: i32,
}

/// A day; often an end of a month, a 29 February or a day beside them.
fn day(dice: &mut Dice, years: std::ops::Range<i32>) -> Day {
    let count = usize::try_from(years.end - years.start).unwrap();
    let year = years.start + i32::try_from(dice.below(count)).unwrap();
    let month = u32::try_from(dice.below(12)).unwrap() + 1;
    let any = u32::try_from(dice.below(31)).unwrap() + 1;
    match dice.below(5) {
        0 => (year, month, length(year, month)),
        1 => (year, 2, length(year, 2)),
        2 => (year, month, 1),
        _ => (year, month, any.min(length(year, month))),
    }
}

/// The last day: anywhere, or within two days of where a whole number of half-years is full.
fn last_day(dice: &mut Dice, hired: Day) -> Day {
    let last = if dice.one_in(2) {
        day(dice, 2016..2030)
    } else {
        let halves = i32::try_from(dice.below(44)).unwrap();
        let full = months_later(hired, 6 * halves, dice.one_in(3));
        let moved = days_later(full, u32::try_from(dice.below(3)).unwrap());
        super::calendar::yesterday(super::calendar::yesterday(moved))
    };
    // The law of today: the tables of leave and of the local averages begin after 2008.
    last.max(days_later(hired, u32::try_from(dice.below(40)).unwrap())).max((2016, 1, 1))
}

impl Person {
    /// Throws the dice for one person.
    pub fn throw(dice: &mut Dice) -> Self {
        let hired = if dice.one_in(5) { day(dice, 1992..2008) } else { day(dice, 2008..2026) };
        let last = last_day(dice, hired);
        let minimum_wage = fen(dice, 170_000, 270_000);
        let local_average = fen(dice, 500_000, 1_600_000);
        let level = level(dice, local_average);
        let before =
            i32::try_from(dice.below(3)).unwrap() * i32::try_from(dice.below(200)).unwrap();
        let (sick_from, sick_leaves) = sickness(dice, hired, last);
        let life_at_sickness = before + full_months(hired, sick_from);
        Self {
            hired,
            last,
            served: served(dice, last),
            by_notice: dice.one_in(2),
            wages: wages(dice, last, level),
            contract_wage: level,
            previous_wage: fen(dice, 150_000, 9_000_000),
            local_average,
            minimum_wage,
            fraction: *dice.pick(&[Fraction::Literal, Fraction::RoundUp, Fraction::SixMonths]),
            working_life: life_at_sickness + full_months(sick_from, last),
            leave_taken: i64::try_from(dice.below(18)).unwrap() * i64::from(dice.one_in(2)),
            agreed_leave: dice.one_in(3).then(|| i64::try_from(dice.below(30)).unwrap()),
            is_excluded: dice.one_in(12),
            has_waived: dice.one_in(12),
            birth: day(dice, 1955..2000),
            category: ["m60", "f55", "f50"][dice.below(3)],
            sick_from,
            is_sick: !dice.one_in(8),
            is_unbroken: dice.one_in(2),
            sick_leaves,
            life_at_sickness,
        }
    }
}

fn fen(dice: &mut Dice, least: i64, most: i64) -> i64 {
    least + i64::try_from(dice.below(usize::try_from(most - least).unwrap())).unwrap()
}

/// A wage: ordinary, below the minimum, or within a few fen of the cap.
fn level(dice: &mut Dice, local_average: i64) -> i64 {
    match dice.below(6) {
        0 => fen(dice, 100_000, 300_000),
        1 | 2 => local_average * 3 + fen(dice, 0, 5) - 2,
        3 => fen(dice, 1_000_000, 9_000_000),
        _ => fen(dice, 300_000, 2_500_000),
    }
}

/// Wages of the last fourteen months; half of the people earn the same each month, so that the mean meets the cap.
fn wages(dice: &mut Dice, last: Day, level: i64) -> BTreeMap<(i32, u32), Wage> {
    let is_even = dice.one_in(2);
    let mut wages = BTreeMap::new();
    let (mut year, mut month) = (last.0, last.1);
    for _ in 0..14 {
        let more = if is_even { 0 } else { fen(dice, 0, 200_000) };
        let overtime = if is_even || dice.one_in(2) { 0 } else { fen(dice, 0, 90_000) };
        wages.insert((year, month), Wage { regular: level + more, overtime });
        (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    }
    wages
}

/// The day on which the notice arrived: thirty days before the last one, a day more or less, or any.
fn served(dice: &mut Dice, last: Day) -> Day {
    let before = if dice.one_in(3) { dice.below(60) } else { 29 + dice.below(3) };
    (0..before).fold(last, |day, _| super::calendar::yesterday(day))
}

/// First sick day, and the leaves from it on, with breaks between them.
fn sickness(dice: &mut Dice, hired: Day, last: Day) -> (Day, Vec<(Day, Day)>) {
    let back = dice.below(900);
    let mut first = (0..back).fold(last, |day, _| super::calendar::yesterday(day));
    if dice.one_in(2) {
        // Around the ends of the periods: so many months before the last day.
        let months = *dice.pick(&[3, 6, 9, 12, 15, 18, 24, 30]);
        first =
            days_later(months_later(last, -months, true), u32::try_from(dice.below(3)).unwrap());
    }
    let first = first.max(hired).min(last);
    let (mut leaves, mut day) = (Vec::new(), first);
    while day <= last && leaves.len() < 8 {
        let end = days_later(day, u32::try_from(dice.below(140)).unwrap());
        leaves.push((day, end));
        day = tomorrow(days_later(end, u32::try_from(dice.below(60)).unwrap() + 1));
    }
    (first, leaves)
}
