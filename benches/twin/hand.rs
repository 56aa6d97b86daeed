//! The twenty rules of `rules.yaml` as somebody would write them in Rust, in three values.

use duecause::assess::Outcome;
use duecause::case::{CaseFile, Cell, Rows, Stated};
use duecause::value::dates::{add_days, full_months};
use duecause::value::{Date, Exact, LastDay, MonthEnd, Value};
use duecause::vocabulary::{FactId, FieldId, Vocabulary};

/// A fact that may be known not to exist, or not be known.
#[derive(Debug, Clone, Copy)]
enum Maybe<T> {
    Known(T),
    None,
    Unknown,
}

/// Amounts in fen of one month.
#[derive(Debug, Clone, Copy)]
struct Result {
    target: Option<i64>,
    actual: Option<i64>,
}

/// A case with its values in their places.
#[derive(Debug, Clone)]
pub struct Twin {
    hired: Option<Date>,
    first: [Option<Date>; 4],
    measure: [Option<Date>; 2],
    second: [Option<Date>; 3],
    union_notified: Option<Date>,
    union_replied: Maybe<Date>,
    served: Option<Date>,
    last_day: Option<Date>,
    in_lieu_chosen: Option<bool>,
    pregnant: Option<bool>,
    injured: Option<bool>,
    wage: Option<i64>,
    cap: Option<i64>,
    in_lieu: Maybe<i64>,
    severance: Option<i64>,
    results: Vec<Result>,
}

fn fen(amount: Exact) -> i64 {
    amount.checked_mul(Exact::whole(100)).unwrap().to_i64().unwrap()
}

fn money(value: &Value) -> i64 {
    match value {
        Value::Money(amount) => fen(*amount),
        other => panic!("{other:?}"),
    }
}

fn date(value: &Value) -> Date {
    match value {
        Value::Date(date) => *date,
        other => panic!("{other:?}"),
    }
}

fn truth(value: &Value) -> bool {
    matches!(value, Value::Truth(true) | Value::Choice(1))
}

/// Reads a case, which is not part of what is measured.
struct Reader<'a>(&'a CaseFile, &'a Vocabulary);

impl Reader<'_> {
    fn maybe<T>(&self, name: &str, read: fn(&Value) -> T) -> Maybe<T> {
        let id: FactId = self.1.fact_named(name).unwrap().0;
        match self.0.fact(id).map(Stated::cell) {
            Some(Cell::Known(value)) => Maybe::Known(read(value)),
            Some(Cell::None) => Maybe::None,
            _ => Maybe::Unknown,
        }
    }

    fn get<T>(&self, name: &str, read: fn(&Value) -> T) -> Option<T> {
        match self.maybe(name, read) {
            Maybe::Known(value) => Some(value),
            Maybe::None | Maybe::Unknown => None,
        }
    }

    fn dates<const N: usize>(&self, names: [&str; N]) -> [Option<Date>; N] {
        names.map(|name| self.get(name, date))
    }

    fn results(&self) -> Vec<Result> {
        let id = self.1.list_named("results").unwrap().0;
        let rows = self.0.rows(id).map_or(&[][..], Rows::rows);
        let cell = |row: &duecause::case::Row, at| match row.cell(FieldId::at(at)).map(Stated::cell)
        {
            Some(Cell::Known(value)) => Some(money(value)),
            _ => None,
        };
        rows.iter().map(|row| Result { target: cell(row, 1), actual: cell(row, 2) }).collect()
    }
}

impl Twin {
    /// Returns the values of a case in their places.
    pub fn new(case: &CaseFile, vocabulary: &Vocabulary) -> Self {
        let r = Reader(case, vocabulary);
        Self {
            hired: r.get("hired", date),
            first: r.dates(["first_start", "first_end", "first_dated", "first_served"]),
            measure: r.dates(["measure_start", "measure_end"]),
            second: r.dates(["second_start", "second_end", "second_dated"]),
            union_notified: r.get("union_notified", date),
            union_replied: r.maybe("union_replied", date),
            served: r.get("served", date),
            last_day: r.get("last_day", date),
            in_lieu_chosen: r.get("mode", truth),
            pregnant: r.get("pregnant", truth),
            injured: r.get("injured", truth),
            wage: r.get("wage", money),
            cap: r.get("cap", money),
            in_lieu: r.maybe("in_lieu", money),
            severance: r.get("severance", money),
            results: r.results(),
        }
    }

    /// Returns what the twenty rules say.
    pub fn outcomes(&self) -> [Outcome; 20] {
        let [first_start, first_end, first_dated, first_served] = self.first;
        let [measure_start, measure_end] = self.measure;
        let [second_start, second_end, second_dated] = self.second;
        let years = self.years();
        let missed = self.missed();
        [
            at_most(self.hired, first_start),
            below(first_start, first_end),
            at_most(first_end, first_dated),
            at_most(first_dated, first_served),
            at_most(first_served, measure_start),
            at_most(measure_start, measure_end),
            below(measure_end, second_start),
            below(second_start, second_end),
            at_most(second_end, second_dated),
            at_most(second_dated, self.union_notified),
            below(self.union_notified, self.served),
            match self.union_replied {
                Maybe::None => outcome(Some(true)),
                Maybe::Known(replied) => at_most(self.union_notified, Some(replied)),
                Maybe::Unknown => Outcome::Indeterminate,
            },
            outcome(self.pregnant.map(|t| !t)),
            outcome(self.injured.map(|t| !t)),
            applies(self.in_lieu_chosen.map(|t| !t), || {
                at_most(self.served.and_then(|d| add_days(d, 30)), self.last_day)
            }),
            applies(self.in_lieu_chosen, || match self.in_lieu {
                Maybe::None => outcome(Some(false)),
                Maybe::Known(paid) => at_most(self.wage, Some(paid)),
                Maybe::Unknown => Outcome::Indeterminate,
            }),
            match (self.wage.zip(self.cap).map(|(w, c)| w <= c), years.map(|y| y <= 12)) {
                (Some(true), _) | (_, Some(true)) => Outcome::Satisfied,
                (Some(false), Some(false)) => Outcome::NotSatisfied,
                _ => Outcome::Indeterminate,
            },
            at_most(self.wage.zip(years).map(|(wage, years)| wage * years), self.severance),
            at_least_three(count(&missed)),
            at_least_three(longest_run(&missed)),
        ]
    }

    fn years(&self) -> Option<i64> {
        let (hired, last) = self.hired.zip(self.last_day)?;
        let (months, _) = full_months(hired, last, LastDay::Inclusive, MonthEnd::Roll)?;
        Some(months.div_euclid(12))
    }

    fn missed(&self) -> Vec<Option<bool>> {
        let test = |r: &Result| r.actual.zip(r.target).map(|(a, t)| a * 10 < t * 8);
        self.results.iter().map(test).collect()
    }
}

fn outcome(truth: Option<bool>) -> Outcome {
    match truth {
        Some(true) => Outcome::Satisfied,
        Some(false) => Outcome::NotSatisfied,
        None => Outcome::Indeterminate,
    }
}

fn at_most<T: PartialOrd>(a: Option<T>, b: Option<T>) -> Outcome {
    outcome(a.zip(b).map(|(a, b)| a <= b))
}

fn below<T: PartialOrd>(a: Option<T>, b: Option<T>) -> Outcome {
    outcome(a.zip(b).map(|(a, b)| a < b))
}

fn applies(bound: Option<bool>, test: impl FnOnce() -> Outcome) -> Outcome {
    match bound {
        Some(false) => Outcome::NotApplicable,
        Some(true) => test(),
        None => Outcome::Indeterminate,
    }
}

fn at_least_three((low, high): (usize, usize)) -> Outcome {
    if low >= 3 {
        Outcome::Satisfied
    } else if high < 3 {
        Outcome::NotSatisfied
    } else {
        Outcome::Indeterminate
    }
}

fn count(tests: &[Option<bool>]) -> (usize, usize) {
    let certain = tests.iter().filter(|t| **t == Some(true)).count();
    let possible = tests.iter().filter(|t| **t != Some(false)).count();
    (certain, possible)
}

fn longest_run(tests: &[Option<bool>]) -> (usize, usize) {
    let longest = |holds: fn(&Option<bool>) -> bool| {
        let (mut best, mut now) = (0, 0);
        for test in tests {
            now = if holds(test) { now + 1 } else { 0 };
            best = best.max(now);
        }
        best
    };
    (longest(|t| *t == Some(true)), longest(|t| *t != Some(false)))
}
