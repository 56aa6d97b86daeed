//! The pack against an oracle that is written from the statutes alone, plain and slow, on random people.
//!
//! A throw of the dice is one employee with all six calculations: service and severance with the cap, notice,
//! leave, retirement, medical period. The dice always fall the same way. `cargo test` throws them two thousand
//! times; `ORACLE_CASES=100000 cargo test --test it oracle` is what `.ci/run` asks.

pub mod calendar;
mod person;
pub mod statute;

use std::sync::OnceLock;

use duecause::assess::{Eval, Evaluator, Overrides, Silent};
use duecause::bundle::{Bundle, Library, RuleBook};
use duecause::case::{CaseFile, Cell, Row, Rows, Stated};
use duecause::compile::Named;
use duecause::value::{Date, Exact, Month, Value};
use duecause::vocabulary::{FieldId, ListId};

use self::calendar::Day;
use self::person::{Fraction, Person};
use self::statute::{Answers, answers};
use crate::properties::values::Dice;

/// The rules of the nation: the figures of a place are given.
fn book() -> &'static RuleBook {
    static BOOK: OnceLock<RuleBook> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut library = Library::new(Bundle::embedded());
        library.rule_book(&[("cn".to_owned(), None)], None).0.unwrap()
    })
}

fn date((year, month, day): Day) -> Value {
    Value::Date(Date::from_ymd_opt(year, month, day).unwrap())
}

fn money(fen: i64) -> Value {
    let fen = Exact::whole(fen).checked_div(Exact::whole(100)).unwrap().unwrap();
    Value::Money(fen)
}

fn days(count: i64) -> Value {
    Value::Days(Exact::whole(count))
}

fn months(count: i32) -> Value {
    Value::Months(Exact::whole(i64::from(count)))
}

fn member(choice: &str, name: &str) -> Value {
    let (_, choice) = book().rules.vocabulary().choice_named(choice).unwrap();
    Value::Choice(choice.member_named(name).unwrap())
}

/// The case file of a person.
fn case(person: &Person) -> CaseFile {
    let v = book().rules.vocabulary();
    let mut case = CaseFile::unknown(v);
    let mut set = |name: &str, value: Option<Value>| {
        let cell = value.map_or(Cell::None, Cell::Known);
        case.set_fact(v.fact_named(name).unwrap().0, Stated::bare(cell));
    };
    let yes = |truth: bool| Some(Value::Truth(truth));
    let mode = if person.by_notice { "thirty_days" } else { "pay_in_lieu" };
    set("employee.hired", Some(date(person.hired)));
    set("employee.birth", Some(date(person.birth)));
    set("employee.category", Some(member("category", person.category)));
    set("employee.cumulative_service", Some(months(person.working_life)));
    set("employment.place_differs", yes(false));
    set("contract.monthly_wage", Some(money(person.contract_wage)));
    set("notice.date", Some(date(person.served)));
    set("notice.served_on", Some(date(person.served)));
    set("notice.last_day", Some(date(person.last)));
    set("notice.mode", Some(member("notice_mode", mode)));
    set("pay.previous_month_wage", Some(money(person.previous_wage)));
    set("pay.previous_month_abnormal", yes(false));
    set("pay.annual_bonus", None);
    set("leave.taken", Some(days(person.leave_taken)));
    set("leave.agreed_days", person.agreed_leave.map(days));
    set("leave.agreed_rate", None);
    set("leave.excluded", yes(person.is_excluded));
    set("leave.waived_in_writing", yes(person.has_waived));
    set("protection.sick_leave", yes(person.is_sick));
    set("protection.sick_first_day", Some(date(person.sick_from)));
    set("protection.sick_continuous", yes(person.is_unbroken));
    for id in (0..v.lists().len()).map(ListId::at) {
        case.set_rows(id, Rows::known(Vec::new(), true));
    }
    let wages = person.wages.iter().map(|((year, month), wage)| {
        let month = Month::new(*year, *month).unwrap();
        (
            month.to_string(),
            vec![
                ("month", Value::Month(month)),
                ("base", money(wage.regular)),
                ("bonus", money(0)),
                ("allowance", money(0)),
                ("overtime", money(wage.overtime)),
                ("other", money(0)),
            ],
        )
    });
    rows(&mut case, "wages", wages);
    let leaves = person.sick_leaves.iter().map(|(first, last)| {
        (format!("{first:?}"), vec![("starts_on", date(*first)), ("ends_on", date(*last))])
    });
    rows(&mut case, "sick_leaves", leaves);
    case
}

fn rows<'r>(
    case: &mut CaseFile,
    list: &str,
    rows: impl Iterator<Item = (String, Vec<(&'r str, Value)>)>,
) {
    let (id, list) = book().rules.vocabulary().list_named(list).unwrap();
    let row = |(name, cells): (String, Vec<(&str, Value)>)| {
        let cell = |at: usize| {
            let field = list.field(FieldId::at(at)).unwrap().name();
            let value = cells.iter().find(|(name, _)| *name == field);
            Stated::bare(value.map_or(Cell::Unknown, |(_, value)| Cell::Known(value.clone())))
        };
        Row::new(name, (0..list.fields().len()).map(cell).collect())
    };
    case.set_rows(id, Rows::known(rows.map(row).collect(), true));
}

/// What the place and the choices of counsel give.
fn given(person: &Person) -> Overrides {
    let fraction = match person.fraction {
        Fraction::Literal => "literal",
        Fraction::RoundUp => "round_up",
        Fraction::SixMonths => "six_months",
    };
    let values = [
        ("average_wage.monthly", money(person.local_average)),
        ("average_wage.lowest", money(0)),
        ("cap.rule", member("cap_rule", "three_monthly")),
        ("minimum_wage", money(person.minimum_wage)),
        ("pre2008.part_year", member("pre2008_part_year", fraction)),
        ("pre2008.cap", member("pre2008_cap", "both_segments")),
        ("compensation.years", member("compensation_years", "from_hire")),
    ];
    let mut overrides = Overrides::default();
    for (name, value) in values {
        let Some(Named::Parameter(id)) = book().rules.named(name) else { panic!("{name}") };
        overrides.parameters.insert(id, Eval::Known(value));
    }
    overrides
}

/// What the pack says of a person.
fn found(person: &Person) -> Vec<(&'static str, Eval)> {
    let (rules, case, overrides) = (&book().rules, case(person), given(person));
    let as_of = Date::from_ymd_opt(2030, 12, 31).unwrap();
    let mut evaluator = Evaluator::new(rules, &case, "art-40-2", (as_of, None), &overrides, Silent);
    let mut ask = |name: &'static str| {
        let Some(Named::Definition(id)) = rules.named(name) else { panic!("{name}") };
        (name, evaluator.definition(id).0)
    };
    ASKED.map(&mut ask).into()
}

/// The values asked for, in the order of [`wanted`].
const ASKED: [&str; 12] = [
    "units",
    "average_wage",
    "severance",
    "notice_pay",
    "unlawful_compensation",
    "unused_leave_days",
    "leave_pay",
    "retirement_date",
    "protected_before_retirement",
    "medical_months",
    "medical_window_end",
    "inside_medical_period",
];

/// The answers of the statute as values of the pack.
fn wanted(answers: &Answers) -> [Value; 12] {
    let halves = Exact::whole(answers.half_units).checked_div(Exact::whole(2)).unwrap().unwrap();
    [
        Value::Number(halves),
        money(answers.average),
        money(answers.severance),
        money(answers.notice_pay),
        money(answers.compensation),
        days(answers.unused_leave),
        money(answers.leave_pay),
        date(answers.retirement),
        Value::Truth(answers.is_near_retirement),
        months(answers.medical_months),
        date(answers.medical_window_end),
        Value::Truth(answers.is_in_medical_period),
    ]
}

fn check(person: &Person) {
    let wanted = wanted(&answers(person));
    for ((name, found), wanted) in found(person).into_iter().zip(wanted) {
        assert_eq!(found, Eval::Known(wanted), "{name}: {person:#?}");
    }
}

#[test]
fn the_pack_agrees_with_the_statute_on_random_people() {
    let asked = std::env::var("ORACLE_CASES").ok().and_then(|n| n.parse().ok());
    let mut dice = Dice::new(2008);
    for _ in 0..asked.unwrap_or(2000) {
        check(&Person::throw(&mut dice));
    }
}

#[test]
fn the_dice_reach_every_side_of_the_law() {
    let mut dice = Dice::new(2008);
    let mut seen = [false; 8];
    for _ in 0..2000 {
        let person = Person::throw(&mut dice);
        let answers = answers(&person);
        let cap = person.local_average * 3;
        let sides = [
            answers.average > cap && answers.half_units > 24,
            answers.average == cap,
            answers.average == person.minimum_wage,
            answers.notice_pay == 0,
            answers.unused_leave > 0 && answers.leave_pay == 0,
            answers.is_near_retirement,
            answers.is_in_medical_period && !person.is_unbroken,
            person.hired < (2008, 1, 1) && answers.average > cap,
        ];
        seen.iter_mut().zip(sides).for_each(|(seen, side)| *seen |= side);
    }
    assert_eq!(seen, [true; 8]);
}
