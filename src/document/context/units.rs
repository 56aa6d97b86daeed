//! A number of a row in words, with what it is counted in.

use super::Maker;
use crate::case::Unit;
use crate::document::model::Origin;
use crate::document::sheet::Cell;
use crate::value::{Exact, Value};
use crate::vocabulary::{Field, List, ListId, Type};
use crate::wording::Language;
use crate::wording::amounts::grouped;

impl<'a> Maker<'a, '_> {
    /// The unit of a number in a row.
    pub(super) fn unit_of(&self, id: ListId, list: &List, at: u32, field: &Field) -> Unit<'a> {
        let vocabulary = self.assessment.rules().vocabulary();
        Unit::of(self.assessment.case(), vocabulary, (id, at), (list, field))
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
