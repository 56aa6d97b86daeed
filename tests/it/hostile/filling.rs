//! Values of a case out of bytes: small ones, ones at the bounds of rules, and the largest there are.

use duecause::case::{CaseFile, Cell, Row, Rows, Stated};
use duecause::value::dates::add_days;
use duecause::value::{Date, Exact, Month, Proof, Value};
use duecause::vocabulary::{FactId, FieldId, List, ListId, Type, Vocabulary};

/// Bytes that decide; when they are used up, everything is zero.
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    /// Returns a number below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        let drawn = if sides > 256 { self.byte() * 256 + self.byte() } else { self.byte() };
        drawn % sides.max(1)
    }

    pub fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// Returns a day: mostly of the years of the law, sometimes the first or last there is.
    pub fn date(&mut self) -> Date {
        let start = match self.below(16) {
            0 => Date::from_ymd_opt(1, 1, 1),
            1 => Date::from_ymd_opt(9998, 1, 1),
            2 => Date::from_ymd_opt(2007, 12, 25),
            3 => Date::from_ymd_opt(1960, 1, 1),
            _ => Date::from_ymd_opt(2024, 1, 1),
        };
        add_days(start.unwrap(), i64::try_from(self.below(1024)).unwrap()).unwrap()
    }

    fn exact(&mut self) -> Exact {
        let whole = |n: usize| Exact::whole(i64::try_from(n).unwrap());
        match self.below(8) {
            0 => whole(0),
            1 => whole(self.below(40_000)).negate().unwrap(),
            2 => Exact::parse("9999999999999999999999999999").unwrap(),
            3 => Exact::parse("-9999999999999999999999999999").unwrap(),
            4 => Exact::parse("0.0000000000000000000000000001").unwrap(),
            5 => Exact::parse(&format!("{}.{:02}", self.below(60_000), self.below(100))).unwrap(),
            _ => whole(self.below(400)),
        }
    }

    fn value(&mut self, kind: Type, v: &Vocabulary, rows: usize) -> Option<Value> {
        Some(match kind {
            Type::Truth | Type::Judgement => Value::Truth(self.below(2) == 0),
            Type::Number => Value::Number(self.exact()),
            Type::Money => Value::Money(self.exact()),
            Type::Days => Value::Days(self.exact()),
            Type::Months => Value::Months(self.exact()),
            Type::Date => Value::Date(self.date()),
            Type::Month => Value::Month(Month::of(self.date())),
            Type::Choice(id) => {
                Value::Choice(u32::try_from(self.below(v.choice(id)?.members().len())).unwrap())
            }
            Type::Words => {
                let all = ["", "甲", "**_|#{{ x }}", "a\u{301}\u{200b}\u{fdd0}", "- \n\n1. <b>"];
                Value::Words((*self.pick(&all)).into())
            }
            Type::Proof => Value::Proof(*self.pick(&Proof::ALL)),
            Type::Row(_) if rows == 0 => return None,
            Type::Row(_) => Value::Row(u32::try_from(self.below(rows)).unwrap()),
        })
    }

    fn cell(&mut self, kind: Type, optional: bool, v: &Vocabulary, rows: usize) -> Cell {
        match self.below(8) {
            0 => Cell::Unknown,
            1 if optional => Cell::None,
            _ => self.value(kind, v, rows).map_or(Cell::Unknown, Cell::Known),
        }
    }

    /// Changes as many facts and lists as there are bytes for.
    pub fn change(&mut self, case: &mut CaseFile, v: &Vocabulary) {
        for _ in 0..self.below(64) {
            if self.below(3) > 0 {
                let id = FactId::at(self.below(v.facts().len()));
                let fact = v.fact(id).unwrap();
                let rows = rows_of(fact.kind(), case);
                let cell = self.cell(fact.kind(), fact.is_optional(), v, rows);
                case.set_fact(id, Stated::bare(cell));
            } else {
                let id = ListId::at(self.below(v.lists().len()));
                self.list(case, id, v);
            }
        }
    }

    /// Takes a list away, or gives it other rows. Facts may name rows by number, so none is lost.
    fn list(&mut self, case: &mut CaseFile, id: ListId, v: &Vocabulary) {
        let list = v.list(id).unwrap();
        let mut rows = case.rows(id).map(|r| r.rows().to_vec()).unwrap_or_default();
        for number in 0..self.below(4) {
            let row = self.row(list, case, v, number);
            match self.below(2) {
                0 if !rows.is_empty() => {
                    let at = self.below(rows.len());
                    rows[at] = row;
                }
                _ => rows.push(row),
            }
        }
        case.set_rows(id, Rows::known(rows, self.below(3) > 0));
    }

    fn row(&mut self, list: &List, case: &CaseFile, v: &Vocabulary, number: usize) -> Row {
        let fields = (0..list.fields().len()).map(|at| list.field(FieldId::at(at)).unwrap());
        let cells = fields.map(|field| {
            let rows = rows_of(field.kind(), case);
            Stated::bare(self.cell(field.kind(), field.is_optional(), v, rows))
        });
        Row::new(format!("{number}"), cells.collect())
    }
}

/// Returns how many rows a case has for a value that names one.
fn rows_of(kind: Type, case: &CaseFile) -> usize {
    match kind {
        Type::Row(list) => case.rows(list).map_or(0, |rows| rows.rows().len()),
        _ => 0,
    }
}
