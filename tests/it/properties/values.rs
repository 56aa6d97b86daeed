//! Cases that know less, or something else.

use std::sync::Arc;

use duecause::case::{CaseFile, Cell, Row, Rows, Stated};
use duecause::value::dates::add_days;
use duecause::value::{Date, Exact, Month, Proof, Value};
use duecause::vocabulary::{FactId, FieldId, ListId, Type, Vocabulary};

/// A small generator of numbers; equal seeds give equal numbers.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// Returns a number below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % sides.max(1) as u64).unwrap()
    }

    /// Returns whether one of `sides` came up.
    pub fn one_in(&mut self, sides: usize) -> bool {
        self.below(sides) == 0
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Returns a random value of a type; of rows one the case has.
pub fn value(kind: Type, v: &Vocabulary, case: &CaseFile, dice: &mut Dice) -> Option<Value> {
    let whole = |n: usize| Exact::whole(i64::try_from(n).unwrap());
    Some(match kind {
        Type::Truth | Type::Judgement => Value::Truth(dice.one_in(2)),
        Type::Number => Value::Number(match dice.below(4) {
            0 => whole(dice.below(3)),
            1 => Exact::parse(&format!("0.{}", dice.below(100))).unwrap(),
            _ => whole(dice.below(200_000)),
        }),
        Type::Money => Value::Money(
            Exact::parse(&format!("{}.{:02}", dice.below(90_000), dice.below(100))).unwrap(),
        ),
        Type::Days => Value::Days(whole(dice.below(120))),
        Type::Months => Value::Months(whole(dice.below(300))),
        Type::Date => Value::Date(date(dice)),
        Type::Month => Value::Month(Month::of(date(dice))),
        Type::Choice(id) => {
            Value::Choice(u32::try_from(dice.below(v.choice(id)?.members().len())).unwrap())
        }
        Type::Words => Value::Words("甲".into()),
        Type::Proof => Value::Proof(*dice.pick(&Proof::ALL)),
        Type::Row(list) => match case.rows(list).map_or(0, |r| r.rows().len()) {
            0 => return None,
            n => Value::Row(u32::try_from(dice.below(n)).unwrap()),
        },
    })
}

/// Returns a day in the years for which the packs have values.
pub fn date(dice: &mut Dice) -> Date {
    let start = Date::from_ymd_opt(2020, 1, 1).unwrap();
    add_days(start, i64::try_from(dice.below(2500)).unwrap()).unwrap()
}

/// A place of a case where something may be known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    Fact(FactId),
    Cell(ListId, u32, FieldId),
}

/// Returns every place where a case knows something; keys of rows are left out.
pub fn known(case: &CaseFile, v: &Vocabulary) -> Vec<Place> {
    let mut places = Vec::new();
    for id in (0..v.facts().len()).map(FactId::at) {
        if case.fact(id).is_some_and(|s| *s.cell() != Cell::Unknown) {
            places.push(Place::Fact(id));
        }
    }
    for (id, list) in v.lists().iter().enumerate().map(|(i, l)| (ListId::at(i), l)) {
        for (at, row) in case.rows(id).map_or(&[][..], |r| r.rows()).iter().enumerate() {
            for field in (0..list.fields().len()).map(FieldId::at) {
                let is_known = row.cell(field).is_some_and(|s| *s.cell() != Cell::Unknown);
                if is_known && !list.key().contains(&field) {
                    places.push(Place::Cell(id, u32::try_from(at).unwrap(), field));
                }
            }
        }
    }
    places
}

/// Puts a cell into a place of a case.
pub fn put(case: &mut CaseFile, place: Place, cell: Cell) {
    match place {
        Place::Fact(id) => case.set_fact(id, Stated::bare(cell)),
        Place::Cell(list, row, field) => {
            let rows = case.rows(list).unwrap().clone();
            let changed = rows.rows().iter().enumerate().map(|(at, old)| {
                let cells = (0..).map(FieldId::at).map_while(|f| old.cell(f)).enumerate();
                let cells =
                    cells.map(|(f, stated)| match at == row as usize && f == field.index() {
                        true => Stated::bare(cell.clone()),
                        false => stated.clone(),
                    });
                Row::new(old.name(), cells.collect())
            });
            case.set_rows(list, Rows::known(changed.collect(), rows.is_complete()));
        }
    }
}

/// Returns another cell for a place: a value of its type, or none where that may be.
pub fn other(place: Place, v: &Vocabulary, case: &CaseFile, dice: &mut Dice) -> Option<Cell> {
    let (kind, optional) = match place {
        Place::Fact(id) => v.fact(id).map(|f| (f.kind(), f.is_optional()))?,
        Place::Cell(list, _, field) => {
            v.list(list)?.field(field).map(|f| (f.kind(), f.is_optional()))?
        }
    };
    if optional && dice.one_in(4) {
        return Some(Cell::None);
    }
    value(kind, v, case, dice).map(Cell::Known)
}

/// Returns the name of a place, for messages.
pub fn name(place: Place, v: &Vocabulary) -> Arc<str> {
    match place {
        Place::Fact(id) => v.fact(id).unwrap().name().into(),
        Place::Cell(list, row, field) => {
            let list = v.list(list).unwrap();
            format!("{}[{row}].{}", list.name(), list.field(field).unwrap().name()).into()
        }
    }
}
