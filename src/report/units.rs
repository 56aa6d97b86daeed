//! The number of a row with the unit in which the case counts it.

use super::desk::Desk;
use super::values;
use crate::assess::Eval;
use crate::case::Unit;
use crate::source::Span;
use crate::value::Value;
use crate::vocabulary::{Field, ListId, Type};
use crate::wording::Language;

impl Desk<'_> {
    /// Returns the value of a field of a row, a number with its unit if one is known.
    pub(super) fn in_unit(
        &self,
        (id, at): (ListId, u32),
        field: &Field,
        value: &Eval,
        place: Option<Span>,
    ) -> String {
        let (kind, is_sensitive) = (field.kind(), field.is_sensitive());
        let bare = |value: &Eval, kind| self.as_written(value, kind, is_sensitive, place);
        let (Eval::Known(Value::Number(number)), Some(list)) = (value, self.vocabulary().list(id))
        else {
            return bare(value, kind);
        };
        match Unit::of(self.case(), self.vocabulary(), (id, at), (list, field)) {
            Unit::Of(Type::Money) => bare(&Eval::Known(Value::Money(*number)), Type::Money),
            Unit::Percent if !is_sensitive || self.show_values => values::percent(*number),
            Unit::Named(unit) => match self.language {
                Language::Chinese => format!("{}{unit}", bare(value, kind)),
                Language::English => format!("{} {unit}", bare(value, kind)),
            },
            _ => bare(value, kind),
        }
    }
}
