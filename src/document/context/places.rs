//! Where the case states what a paper prints, or would have to state it.

use super::Maker;
use crate::assess::{Eval, Wait};
use crate::document::model::{Origin, OriginKind};
use crate::document::sheet::{Cell, Condition, Row, Sheet};
use crate::source::Span;
use crate::value::Value;
use crate::vocabulary::{FieldId, ListId};

impl Maker<'_, '_> {
    /// Gives the values of the case their places, so that a mistake in one is told with file and line.
    pub(super) fn places(&self, sheet: &mut Sheet) {
        sheet.cells.iter_mut().for_each(|(_, cell)| self.place_cell(cell));
        sheet.conditions.iter_mut().for_each(|(_, condition)| self.place_condition(condition));
        self.place_lists(&mut sheet.lists);
    }

    fn place_lists(&self, lists: &mut [(String, Vec<Row>)]) {
        for row in lists.iter_mut().flat_map(|(_, rows)| rows) {
            row.cells.iter_mut().for_each(|(_, cell)| self.place_cell(cell));
            row.conditions.iter_mut().for_each(|(_, condition)| self.place_condition(condition));
            self.place_lists(&mut row.lists);
        }
    }

    fn place_cell(&self, cell: &mut Cell) {
        let (Cell::Known { origin, .. } | Cell::None { origin, .. } | Cell::Missing { origin, .. }) =
            cell;
        self.place(origin);
    }

    fn place_condition(&self, condition: &mut Condition) {
        if let Condition::Unknown { origin, .. } = condition {
            self.place(origin);
        }
    }

    fn place(&self, origin: &mut Origin) {
        if origin.place.is_none() && origin.kind == OriginKind::Fact {
            origin.place = self.stated_at(&origin.name);
        }
    }

    /// Where a fact, a field of the row a fact names, a cell of a row, or an exhibit is stated.
    fn stated_at(&self, name: &str) -> Option<Span> {
        let case = self.assessment.case();
        let vocabulary = self.assessment.rules().vocabulary();
        if let Some((id, _)) = vocabulary.fact_named(name) {
            return case.fact(id)?.span().or_else(|| case.place());
        }
        if let Some(exhibit) = case.evidence().iter().find(|e| e.id() == name) {
            return Some(exhibit.span());
        }
        if let Some((list, rest)) = name.split_once('[') {
            let (key, field) = rest.rsplit_once(']')?;
            let (id, shape) = vocabulary.list_named(list)?;
            let row = case.rows(id)?.rows().iter().find(|row| row.name() == key)?;
            let field = shape.field_named(field.strip_prefix('.').unwrap_or(field));
            let cell = field.and_then(|(at, _)| row.cell(at)).and_then(|cell| cell.span());
            return cell.or_else(|| row.span());
        }
        let (fact, field) = name.rsplit_once('.')?;
        let (id, fact) = vocabulary.fact_named(fact)?;
        let crate::vocabulary::Type::Row(list) = fact.kind() else { return None };
        let crate::case::Cell::Known(Value::Row(at)) = case.fact(id)?.cell() else { return None };
        let (field, _) = vocabulary.list(list)?.field_named(field)?;
        self.cell_place(list, *at, field)
    }

    fn cell_place(&self, list: ListId, at: u32, field: FieldId) -> Option<Span> {
        let row = self.assessment.case().rows(list)?.row(at)?;
        row.cell(field).and_then(|cell| cell.span()).or_else(|| row.span())
    }

    /// Where the case would have to state what a value waits for.
    pub(super) fn waited_at(&self, value: &Eval) -> Option<Span> {
        let case = self.assessment.case();
        let stated = match value.waits().first()? {
            Wait::Fact(id) => case.fact(*id).and_then(|fact| fact.span()),
            Wait::Cell(list, at, field) => self.cell_place(*list, *at, *field),
            Wait::List(list) | Wait::Row(list, _) => {
                case.rows(*list).and_then(|rows| rows.rows().last()?.span())
            }
            Wait::Parameter(..) | Wait::Calendar(_) => return None,
        };
        stated.or_else(|| case.place())
    }
}
