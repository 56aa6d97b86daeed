//! Months, service, severance, leave and retirement against slow counting written from the statutes.
//!
//! The oracles walk a calendar of their own, day by day and month by month,
//! and share nothing with the program but the questions.

use duecause::assess::{Eval, Evaluator, Overrides, Silent};
use duecause::case::{CaseFile, Cell, Rows, Stated};
use duecause::compile::Named;
use duecause::value::dates::{add_months, full_months};
use duecause::value::{Date, Exact, LastDay, MonthEnd, Value};
use duecause::vocabulary::ListId;
use proptest::prelude::*;

use super::{book, tries};
use crate::oracle::calendar::{Day, days_with_both, length, months_later, tomorrow};
use crate::oracle::statute::{half_units, retirement};

/// A number of halves.
fn halves(count: i64) -> Exact {
    Exact::whole(count).checked_div(Exact::whole(2)).unwrap().unwrap()
}

fn date((year, month, day): Day) -> Date {
    Date::from_ymd_opt(year, month, day).unwrap()
}

fn day() -> impl Strategy<Value = Day> {
    (1995..2030_i32, 1..=12_u32, 1..=31_u32).prop_map(|(y, m, d)| (y, m, d.min(length(y, m))))
}

/// Ends of months, where counting goes wrong.
fn edge() -> impl Strategy<Value = Day> {
    prop_oneof![
        2 => day(),
        1 => (1995..2030_i32, 1..=12_u32).prop_map(|(y, m)| (y, m, length(y, m))),
        1 => (1995..2030_i32, 28..=31_u32).prop_map(|(y, d)| (y, 2, d.min(length(y, 2)))),
        1 => (1995..2030_i32, 1..=12_u32, 28..=30_u32).prop_map(|(y, m, d)| (y, m, d.min(length(y, m)))),
    ]
}

/// What a definition of the pack is for some facts, parameters and definitions.
fn ask(wanted: &str, facts: &[(&str, Value)], given: &[(&str, Value)]) -> Eval {
    let rules = &book().rules;
    let mut case = CaseFile::unknown(rules.vocabulary());
    for (name, value) in facts {
        let (id, _) = rules.vocabulary().fact_named(name).unwrap();
        case.set_fact(id, Stated::bare(Cell::Known(value.clone())));
    }
    for id in (0..rules.vocabulary().lists().len()).map(ListId::at) {
        case.set_rows(id, Rows::known(Vec::new(), true));
    }
    let mut overrides = Overrides::default();
    for (name, value) in given {
        match rules.named(name) {
            Some(Named::Definition(id)) => {
                _ = overrides.definitions.insert(id, Eval::Known(value.clone()))
            }
            Some(Named::Parameter(id)) => {
                _ = overrides.parameters.insert(id, Eval::Known(value.clone()))
            }
            other => panic!("{name}: {other:?}"),
        }
    }
    let as_of = Date::from_ymd_opt(2026, 11, 22).unwrap();
    let Some(Named::Definition(id)) = rules.named(wanted) else { panic!("{wanted}") };
    Evaluator::new(rules, &case, "art-40-2", (as_of, None), &overrides, Silent).definition(id).0
}

fn member(choice: &str, name: &str) -> Value {
    let (_, choice) = book().rules.vocabulary().choice_named(choice).unwrap();
    Value::Choice(choice.member_named(name).unwrap())
}

fn number(value: &Eval) -> Exact {
    match value {
        Eval::Known(Value::Number(n) | Value::Money(n)) => *n,
        other => panic!("{other:?}"),
    }
}

fn fen(fen: i64) -> Value {
    Value::Money(Exact::parse(&format!("{}.{:02}", fen / 100, fen % 100)).unwrap())
}

proptest! {
    #![proptest_config(tries(4000))]

    #[test]
    fn dates_move_by_months_as_on_a_wall_calendar(start in edge(), count in -500..500_i64, clip: bool) {
        let convention = if clip { MonthEnd::Clip } else { MonthEnd::Roll };
        let expected = months_later(start, i32::try_from(count).unwrap(), clip);
        prop_assert_eq!(add_months(date(start), count, convention), Some(date(expected)));
    }

    #[test]
    fn full_months_are_those_whose_anniversary_was_reached(start in edge(), last in edge(), clip: bool, inclusive: bool) {
        let convention = if clip { MonthEnd::Clip } else { MonthEnd::Roll };
        let counting = if inclusive { LastDay::Inclusive } else { LastDay::Exclusive };
        let end = if inclusive { tomorrow(last) } else { last };
        let mut months = 0;
        while months_later(start, months + 1, clip) <= end {
            months += 1;
        }
        let rest = end > start && months_later(start, months, clip) < end;
        let counted = full_months(date(start), date(last), counting, convention);
        prop_assert_eq!(counted, Some((i64::from(months), rest)));
    }

    #[test]
    fn retirement_follows_the_tables(year in 1950..1992_i32, month in 1..=12_u32, day in 1..=31_u32, category in 0..3_usize) {
        let birth = (year, month, day.min(length(year, month)));
        let category = ["m60", "f55", "f50"][category];
        let facts = [
            ("employee.birth", Value::Date(date(birth))),
            ("employee.category", member("category", category)),
        ];
        let expected = Eval::Known(Value::Date(date(retirement(birth, category))));
        prop_assert_eq!(ask("retirement_date", &facts, &[]), expected, "{:?} {}", birth, category);
    }

    #[test]
    fn service_units_are_those_of_article_47(start in edge(), last in edge()) {
        let (start, last) = if start <= last { (start, last) } else { (last, start) };
        let facts = [
            ("employee.hired", Value::Date(date(start))),
            ("notice.last_day", Value::Date(date(last))),
        ];
        prop_assert_eq!(number(&ask("units_from_hire", &facts, &[])), halves(half_units(start, last)));
    }

    #[test]
    fn severance_is_capped_above_three_times_the_average(wage in 1..12_000_000_i64, cap in 1..6_000_000_i64, service in 1..90_i64) {
        let given = [
            ("average_wage", fen(wage)),
            ("wage_cap", fen(cap)),
            ("average_wage.lowest", fen(0)),
            ("hired_before_2008", Value::Truth(false)),
            ("units", Value::Number(halves(service))),
        ];
        let facts = [("notice.last_day", Value::Date(date((2026, 6, 30))))];
        let (base, service) = if wage > cap { (cap, service.min(24)) } else { (wage, service) };
        // Half a fen rounds away from zero.
        let expected = (base * service + 1) / 2;
        prop_assert_eq!(ask("severance", &facts, &given), Eval::Known(fen(expected)));
    }

    #[test]
    fn unused_leave_is_floored_days_of_the_year(hired in edge(), last in edge(), months in 0..400_i64, taken in 0..20_i64, agreed in proptest::option::of(0..30_i64)) {
        let (hired, last) = if hired <= last { (hired, last) } else { (last, hired) };
        // The rule of 2008 says nothing about the years before it.
        prop_assume!(last >= (2009, 1, 1));
        let mut facts = vec![
            ("employee.hired", Value::Date(date(hired))),
            ("notice.last_day", Value::Date(date(last))),
            ("notice.date", Value::Date(date(last))),
            ("employee.cumulative_service", Value::Months(Exact::whole(months))),
            ("leave.taken", Value::Days(Exact::whole(taken))),
            ("leave.excluded", Value::Truth(false)),
        ];
        facts.extend(agreed.map(|days| ("leave.agreed_days", Value::Days(Exact::whole(days)))));
        let statutory = match months { 0..12 => 0, 12..120 => 5, 120..240 => 10, _ => 15 };
        let elapsed = days_with_both(hired.max((last.0, 1, 1)), last);
        let found = ask("unused_leave_days", &facts, &[]);
        match agreed {
            // Whether more was agreed is not known, so only a floor is.
            None => prop_assert!(!found.is_settled()),
            Some(agreed) => {
                let entitlement = statutory.max(agreed);
                let expected = ((elapsed * entitlement).div_euclid(365) - taken).max(0);
                prop_assert_eq!(found, Eval::Known(Value::Days(Exact::whole(expected))));
            }
        }
    }
}

proptest! {
    #![proptest_config(tries(500))]

    #[test]
    fn severance_grows_with_service_and_with_wage_below_the_cap(start in edge(), last in edge(), wage in 1..3_000_000_i64, more in 0..500_000_i64) {
        let (start, last) = if start <= last { (start, last) } else { (last, start) };
        let pay = |start: Day, last: Day, wage: i64| {
            let facts = [
                ("employee.hired", Value::Date(date(start))),
                ("notice.last_day", Value::Date(date(last))),
            ];
            let units = number(&ask("units_from_hire", &facts, &[]));
            let given = [("average_wage", fen(wage)), ("wage_cap", fen(3_500_000)), ("units", Value::Number(units))];
            number(&ask("severance", &facts, &given))
        };
        let paid = pay(start, last, wage);
        prop_assert!(pay(start, tomorrow(last), wage) >= paid);
        prop_assert!(pay(start, last, wage + more) >= paid);
    }
}
