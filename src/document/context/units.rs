//! In what a number of a row is counted: the unit the case writes, else that of the pack.

use super::Maker;
use crate::case::Cell as Stated;
use crate::document::model::Origin;
use crate::document::sheet::Cell;
use crate::value::{Exact, Value};
use crate::vocabulary::{Field, List, ListId, Measure, Member, Type};
use crate::wording::amounts::grouped;
use crate::wording::{Language, Localized};

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit<'a> {
    /// The unit of a type: money, days, months, or none for a bare number.
    Of(Type),
    /// A share of a hundred.
    Percent,
    /// A word of the pack.
    Measured(&'a Measure),
    /// A word of the case.
    Named(&'a str),
    /// Nobody said, and this is what to ask.
    Asked(&'a Localized),
}

impl<'a> Maker<'a, '_> {
    /// The unit of a number in a row.
    pub(super) fn unit_of(&self, id: ListId, list: &List, at: u32, field: &Field) -> Unit<'a> {
        let own = Unit::Of(field.kind());
        let by = field.printed_by().and_then(|name| list.field_named(name));
        let Some((by, explained)) = by else { return own };
        let Type::Choice(choice) = explained.kind() else { return own };
        let cell = self.assessment.case().rows(id).and_then(|r| r.row(at)).and_then(|r| r.cell(by));
        let Some(Stated::Known(Value::Choice(position))) = cell.map(|c| c.cell()) else {
            return own;
        };
        let choice = self.assessment.rules().vocabulary().choice(choice);
        let Some(member) = choice.and_then(|c| c.members().get(*position as usize)) else {
            return own;
        };
        let named = field.unit_in().and_then(|place| self.written(place, explained, *position));
        match named {
            Some((Some(unit), _)) => self.named(unit, member),
            Some((None, question)) => self.of_member(member).unwrap_or(Unit::Asked(question)),
            None => self.of_member(member).unwrap_or(own),
        }
    }

    /// The unit a case writes in `list.field` for a member, and the question for it.
    fn written(
        &self,
        place: &str,
        explained: &Field,
        member: u32,
    ) -> Option<(Option<&'a str>, &'a Localized)> {
        let vocabulary = self.assessment.rules().vocabulary();
        let (list, field) = place.split_once('.')?;
        let (id, shape) = vocabulary.list_named(list)?;
        let (unit, asked) = shape.field_named(field)?;
        let (by, _) = shape.field_named(explained.name())?;
        let rows = self.assessment.case().rows(id).map_or(&[][..], |r| r.rows());
        let mut units = rows.iter().filter_map(|row| {
            let is_its = matches!(row.cell(by)?.cell(),
                Stated::Known(Value::Choice(other)) if *other == member);
            match row.cell(unit)?.cell() {
                Stated::Known(Value::Words(words)) if is_its => Some(&**words),
                _ => None,
            }
        });
        let first = units.next();
        // Two sheets that count in different units say nothing about a month between them.
        Some((first.filter(|first| units.all(|other| other == *first)), asked.question()))
    }

    fn named(&self, unit: &'a str, member: &'a Member) -> Unit<'a> {
        let is_currency = ["元", "人民币元", "RMB", "CNY"].contains(&unit);
        match member.measure().filter(|m| m.words.get(Language::Chinese) == unit) {
            _ if is_currency => Unit::Of(Type::Money),
            _ if ["%", "％", "百分比"].contains(&unit) => Unit::Percent,
            Some(measure) => Unit::Measured(measure),
            None => Unit::Named(unit),
        }
    }

    fn of_member(&self, member: &'a Member) -> Option<Unit<'a>> {
        member.unit().map(Unit::Of).or_else(|| member.measure().map(Unit::Measured))
    }

    /// A number with its unit behind it.
    pub(super) fn in_unit(&self, number: Exact, unit: Unit<'_>, origin: &Origin) -> Cell {
        let bare = grouped(number, 0);
        let text = match (unit, self.occasion.language) {
            (Unit::Of(Type::Money), _) => self.words.with_unit(&Value::Money(number), Type::Money),
            (Unit::Of(kind), _) => self.words.with_unit(&Value::Number(number), kind),
            (Unit::Percent, _) => self.words.percent(number).unwrap_or(bare),
            (Unit::Named(unit), Language::Chinese) => format!("{bare}{unit}"),
            (Unit::Named(unit), Language::English) => format!("{bare} {unit}"),
            (Unit::Measured(measure), Language::Chinese) => {
                format!("{bare}{}", measure.words.get(Language::Chinese))
            }
            (Unit::Measured(measure), Language::English) if number == Exact::ONE => {
                format!("{bare} {}", measure.one)
            }
            (Unit::Measured(measure), Language::English) => {
                format!("{bare} {}", measure.words.get(Language::English))
            }
            (Unit::Asked(question), _) => {
                let question = self.words.of(question).to_owned();
                return Cell::Missing { question, origin: origin.clone() };
            }
        };
        Cell::Known { text, origin: origin.clone() }
    }
}
