//! Lists of the case, row by row, with their computed columns.

use super::{Maker, known, origin};
use crate::assess::{Eval, Wait};
use crate::case::Unit;
use crate::compile::{DefinitionEntry, DefinitionId};
use crate::document::model::{Origin, OriginKind};
use crate::document::sheet::{Cell, Row, Sheet};
use crate::value::Value;
use crate::vocabulary::{FieldId, List, ListId, Type};

impl<'a> Maker<'a, '_> {
    pub(super) fn lists(&self, sheet: &mut Sheet) {
        let lists = self.assessment.rules().vocabulary().lists();
        for (index, list) in lists.iter().enumerate() {
            let id = ListId::at(index);
            let given = self.assessment.case().rows(id).filter(|r| r.is_given());
            let rows = match given {
                Some(rows) => {
                    let count = u32::try_from(rows.rows().len()).unwrap_or(u32::MAX);
                    (0..count).map(|at| self.row(id, list, at)).collect()
                }
                // An absent list is unknown: it prints as one row of questions, never as nothing.
                None => vec![self.unknown_row(id, list)],
            };
            sheet.lists.push((list.name().to_owned(), rows));
        }
    }

    /// The computed columns of a list that this audience may see.
    pub(super) fn columns(&self, list: ListId) -> Vec<(DefinitionId, &'a DefinitionEntry)> {
        let entries = self.assessment.rules().definitions().iter().enumerate();
        let columns =
            entries.filter(|(_, entry)| entry.of == Some(list) && self.may_show(entry.sensitive));
        columns.map(|(index, entry)| (DefinitionId::at(index), entry)).collect()
    }

    fn row(&self, id: ListId, list: &List, at: u32) -> Row {
        let mut row = Row::default();
        let stated = self.assessment.case().rows(id).and_then(|r| r.row(at));
        let key = stated.map_or("", |r| r.name());
        for (index, field) in list.fields().iter().enumerate() {
            if !self.may_show(field.is_sensitive()) {
                continue;
            }
            let value = self.cell_value(id, at, FieldId::at(index));
            let name = format!("{}[{key}].{}", list.name(), field.name());
            let origin = origin(OriginKind::Fact, &name);
            let title = self.words.of(field.title()).to_owned();
            let unit = self.unit_of(id, list, at, field);
            let kind = match unit {
                Unit::Of(kind) => kind,
                _ => field.kind(),
            };
            let shown = as_kind(&value, kind);
            let said = Said { name: field.name(), origin: &origin, title: &title };
            self.forms(&mut row, &said, &shown, kind);
            if let (Type::Number, Eval::Known(Value::Number(number))) = (kind, &value) {
                let counted = self.in_unit(*number, unit, &origin);
                let name = format!("with_unit.{}", field.name());
                row.cells.retain(|(other, _)| *other != name);
                row.cells.push((name, counted));
            }
            if field.kind() == Type::Number {
                self.percent(&mut row, &said, &value);
            }
        }
        self.computed(&mut row, id, list, at, key);
        let all: Vec<u32> = stated.map_or_else(Vec::new, |r| {
            let cells = (0..list.fields().len()).filter_map(|f| r.cell(FieldId::at(f)));
            let mut all: Vec<u32> = cells.flat_map(|c| c.evidence().iter().copied()).collect();
            all.sort_unstable();
            all.dedup();
            all
        });
        let name = format!("{}[{key}]", list.name());
        row.cells.push((
            "evidence".to_owned(),
            known(self.words.exhibits(&all), OriginKind::Fact, &name),
        ));
        row.cells.push(("key".to_owned(), known(key, OriginKind::Fact, &name)));
        row
    }

    fn computed(&self, row: &mut Row, id: ListId, list: &List, at: u32, key: &str) {
        for (definition, entry) in self.columns(id) {
            let value = self.assessment.column(id, at, definition);
            let name = format!("{}[{key}].{}", list.name(), entry.name);
            let origin = origin(OriginKind::Definition, &name);
            let title = self.words.of(&entry.title).to_owned();
            let said = Said { name: &entry.name, origin: &origin, title: &title };
            self.forms(row, &said, &value, entry.kind);
            if entry.kind == Type::Number {
                self.percent(row, &said, &value);
            }
        }
    }

    /// A value of a row in all the forms a template may ask for.
    fn forms(&self, row: &mut Row, said: &Said<'_>, value: &Eval, kind: Type) {
        let Said { name, origin, title } = *said;
        row.cells.push((name.to_owned(), self.cell(value, kind, origin, title)));
        match kind {
            Type::Truth | Type::Judgement => {
                row.conditions.push((name.to_owned(), self.truth(value, origin, title)));
            }
            Type::Date => {
                row.conditions.push((format!("past.{name}"), self.past(value, origin, title)));
            }
            Type::Number | Type::Money | Type::Days | Type::Months => {
                let cell = match value {
                    Eval::Known(value) => {
                        let text = self.words.with_unit(value, kind);
                        Cell::Known { text, origin: origin.clone() }
                    }
                    other => self.cell(other, kind, origin, title),
                };
                row.cells.push((format!("with_unit.{name}"), cell));
            }
            _ => {}
        }
    }

    fn percent(&self, row: &mut Row, said: &Said<'_>, value: &Eval) {
        let Said { name, origin, title } = *said;
        let cell = match value {
            Eval::Known(Value::Number(number)) => match self.words.percent(*number) {
                Some(text) => Cell::Known { text, origin: origin.clone() },
                None => return,
            },
            other => self.cell(other, Type::Number, origin, title),
        };
        row.cells.push((format!("percent.{name}"), cell));
    }

    fn unknown_row(&self, id: ListId, list: &List) -> Row {
        let question = self.words.question(&Wait::List(id));
        let origin = origin(OriginKind::Fact, list.name());
        let missing = || Cell::Missing { question: question.clone(), origin: origin.clone() };
        let unknown = || crate::document::sheet::Condition::Unknown {
            question: question.clone(),
            origin: origin.clone(),
        };
        let mut row = Row::default();
        let fields = list.fields().iter().filter(|f| self.may_show(f.is_sensitive()));
        let own = fields.map(|f| (f.name().to_owned(), f.kind()));
        let computed = self.columns(id).into_iter().map(|(_, c)| (c.name.clone(), c.kind));
        for (name, kind) in own.chain(computed) {
            if matches!(kind, Type::Truth | Type::Judgement) {
                row.conditions.push((name.clone(), unknown()));
            }
            if kind == Type::Date {
                row.conditions.push((format!("past.{name}"), unknown()));
            }
            if kind == Type::Number {
                row.cells.push((format!("percent.{name}"), missing()));
            }
            if matches!(kind, Type::Number | Type::Money | Type::Days | Type::Months) {
                row.cells.push((format!("with_unit.{name}"), missing()));
            }
            row.cells.push((name, missing()));
        }
        row.cells.push(("evidence".to_owned(), missing()));
        row.cells.push(("key".to_owned(), missing()));
        row
    }
}

/// What a value of a row is called, where it came from, and what it is in words.
#[derive(Clone, Copy)]
struct Said<'s> {
    name: &'s str,
    origin: &'s Origin,
    title: &'s str,
}

/// A bare number seen as money where its member says so.
fn as_kind(value: &Eval, kind: Type) -> Eval {
    match (value, kind) {
        (Eval::Known(Value::Number(n)), Type::Money) => Eval::Known(Value::Money(*n)),
        (other, _) => other.clone(),
    }
}
