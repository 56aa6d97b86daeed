//! In what the number of a row is counted: the unit the case writes, else that of the pack.

use super::{CaseFile, Cell};
use crate::value::Value;
use crate::vocabulary::{Field, List, ListId, Measure, Member, Type, Vocabulary};
use crate::wording::{Language, Localized};

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit<'a> {
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

impl<'a> Unit<'a> {
    /// Returns the unit of a number in a row of a case.
    #[must_use]
    pub fn of(
        case: &'a CaseFile,
        vocabulary: &'a Vocabulary,
        (id, at): (ListId, u32),
        (list, field): (&List, &Field),
    ) -> Self {
        let own = Unit::Of(field.kind());
        let by = field.printed_by().and_then(|name| list.field_named(name));
        let Some((by, explained)) = by else { return own };
        let Type::Choice(choice) = explained.kind() else { return own };
        let cell = case.rows(id).and_then(|r| r.row(at)).and_then(|r| r.cell(by));
        let Some(Cell::Known(Value::Choice(position))) = cell.map(|c| c.cell()) else {
            return own;
        };
        let choice = vocabulary.choice(choice);
        let Some(member) = choice.and_then(|c| c.members().get(*position as usize)) else {
            return own;
        };
        let named = field
            .unit_in()
            .and_then(|place| written(case, vocabulary, place, explained, *position));
        match named {
            Some((Some(unit), _)) => Self::named(unit, member),
            Some((None, question)) => Self::of_member(member).unwrap_or(Unit::Asked(question)),
            None => Self::of_member(member).unwrap_or(own),
        }
    }

    fn named(unit: &'a str, member: &'a Member) -> Self {
        let is_currency = ["元", "人民币元", "RMB", "CNY"].contains(&unit);
        match member.measure().filter(|m| m.words.get(Language::Chinese) == unit) {
            _ if is_currency => Unit::Of(Type::Money),
            _ if ["%", "％", "百分比"].contains(&unit) => Unit::Percent,
            Some(measure) => Unit::Measured(measure),
            None => Unit::Named(unit),
        }
    }

    fn of_member(member: &'a Member) -> Option<Self> {
        member.unit().map(Unit::Of).or_else(|| member.measure().map(Unit::Measured))
    }
}

/// The unit a case writes in `list.field` for a member, and the question for it.
fn written<'a>(
    case: &'a CaseFile,
    vocabulary: &'a Vocabulary,
    place: &str,
    explained: &Field,
    member: u32,
) -> Option<(Option<&'a str>, &'a Localized)> {
    let (list, field) = place.split_once('.')?;
    let (id, shape) = vocabulary.list_named(list)?;
    let (unit, asked) = shape.field_named(field)?;
    let (by, _) = shape.field_named(explained.name())?;
    let rows = case.rows(id).map_or(&[][..], |r| r.rows());
    let mut units = rows.iter().filter_map(|row| {
        let is_its = matches!(row.cell(by)?.cell(),
            Cell::Known(Value::Choice(other)) if *other == member);
        match row.cell(unit)?.cell() {
            Cell::Known(Value::Words(words)) if is_its => Some(&**words),
            _ => None,
        }
    });
    let first = units.next();
    // Two sheets that count in different units say nothing about a month between them.
    Some((first.filter(|first| units.all(|other| other == *first)), asked.question()))
}
