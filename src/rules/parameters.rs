//! Parameters: named values with unit, direction, dates and citations.

use super::definitions::citations;
use super::load::Reader;
use crate::source::Span;
use crate::syntax::expression::Expression;
use crate::syntax::fields::{entries, flag, items, localized, localized_under, text};
use crate::syntax::{Entry, Node};
use crate::value::Date;
use crate::value::dates::parse_date;
use crate::wording::Localized;

/// In which direction a company may move a parameter, seen from the employee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Better {
    /// More is better for the employee.
    Higher,
    /// Less is better for the employee.
    Lower,
    /// The law's value stands.
    Fixed,
    /// The company is free.
    Free,
}

impl Better {
    /// Returns the direction of a name; without one nothing may be changed.
    #[must_use]
    pub fn from_name(name: Option<&str>) -> Self {
        match name {
            Some("higher") => Self::Higher,
            Some("lower") => Self::Lower,
            Some("free") => Self::Free,
            _ => Self::Fixed,
        }
    }
}

/// Who supplies a value the law does not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supplier {
    /// The company's policy.
    Policy,
    /// The region.
    Region,
}

/// How far a value can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Published by its authority, and read.
    Official,
    /// Not verified; reads as unknown until somebody accepts it by name.
    Unverified,
}

/// A named value.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// Name, unique among facts, parameters and definitions.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// Title.
    pub title: Localized,
    /// The type as written; absent where a region only gives values.
    pub kind: Option<(String, Span)>,
    /// What a company may change.
    pub better: Better,
    /// Who supplies the value if the law does not.
    pub supplier: Option<Supplier>,
    /// The choice whose members key the table.
    pub by: Option<(String, Span)>,
    /// The date that selects the row; default the ground's.
    pub selected_by: Option<Expression>,
    /// Citations as written.
    pub citations: Vec<(String, Span)>,
    /// The series, one, or one for each member.
    pub series: Vec<Series>,
    /// Whether opinions diverge and a lawyer must look.
    pub lawyer_review: bool,
    /// Who holds which reading, by member.
    pub readings: Vec<(String, Localized)>,
    /// The parameter of a farther layer whose values these replace.
    pub replaces: Option<(String, Span)>,
}

/// The dated values of a parameter, for one member of its table.
#[derive(Debug, Clone)]
pub struct Series {
    /// The member; `None` where the parameter is no table.
    pub member: Option<(String, Span)>,
    /// The values in written order.
    pub values: Vec<ParameterValue>,
}

/// One dated value.
#[derive(Debug, Clone)]
pub struct ParameterValue {
    /// First day; `None` means from ever.
    pub from: Option<Date>,
    /// Last day; `None` means until the next value.
    pub to: Option<Date>,
    /// The value as written, with its place.
    pub value: (String, Span),
    /// Day on which it was published.
    pub published_on: Option<Date>,
    /// How far it can be trusted.
    pub status: Status,
    /// What exactly was counted.
    pub caliber: Option<Localized>,
    /// Whether the last value carries on past its last day.
    pub carry: bool,
    /// Citations as written.
    pub citations: Vec<(String, Span)>,
    /// Remark.
    pub note: Localized,
    /// The expression instead of a literal value is not allowed; the whole row's place.
    pub span: Span,
}

pub(super) fn load(entry: &Entry, reader: &mut Reader) -> Parameter {
    let node = entry.value();
    Parameter {
        name: entry.key().to_owned(),
        span: entry.key_span(),
        title: localized_under(node, "title"),
        kind: node.get("type").and_then(|n| Some((n.text()?.to_owned(), n.span()))),
        better: Better::from_name(text(node, "better")),
        supplier: match text(node, "required") {
            Some("policy") => Some(Supplier::Policy),
            Some("region") => Some(Supplier::Region),
            _ => None,
        },
        by: node.get("by").and_then(|n| Some((n.text()?.to_owned(), n.span()))),
        selected_by: node.get("selected_by").and_then(|n| reader.expression(n)),
        citations: citations(node),
        series: series(node, reader),
        lawyer_review: flag(node, "lawyer_review"),
        readings: entries(node, "readings")
            .map(|e| (e.key().to_owned(), localized(e.value()).unwrap_or_default()))
            .collect(),
        replaces: node.get("replaces").and_then(|n| Some((n.text()?.to_owned(), n.span()))),
    }
}

fn series(node: &Node, reader: &mut Reader) -> Vec<Series> {
    if let Some(value) = node.get("value") {
        return vec![Series {
            member: None,
            values: row(node, value, reader).into_iter().collect(),
        }];
    }
    let Some(values) = node.get("values") else { return Vec::new() };
    if let Some(members) = values.entries() {
        return members
            .iter()
            .map(|e| Series {
                member: Some((e.key().to_owned(), e.key_span())),
                values: rows(e.value(), reader),
            })
            .collect();
    }
    vec![Series { member: None, values: rows(values, reader) }]
}

/// Rows of a series, or a bare value that holds from ever.
fn rows(node: &Node, reader: &mut Reader) -> Vec<ParameterValue> {
    if node.text().is_some() {
        return row(node, node, reader).into_iter().collect();
    }
    node.one_or_many().filter_map(|item| row(item, item.get("value")?, reader)).collect()
}

fn row(node: &Node, value: &Node, reader: &mut Reader) -> Option<ParameterValue> {
    Some(ParameterValue {
        from: date(node, "from", reader),
        to: date(node, "to", reader),
        value: (value.text()?.to_owned(), value.span()),
        published_on: date(node, "published_on", reader),
        status: match text(node, "status") {
            Some("unverified") => Status::Unverified,
            _ => Status::Official,
        },
        caliber: node.get("caliber").and_then(localized),
        carry: flag(node, "carry"),
        citations: citations(node),
        note: localized_under(node, "note"),
        span: node.span(),
    })
}

/// Reads a date under `key` and reports one that does not exist.
pub(super) fn date(node: &Node, key: &str, reader: &mut Reader) -> Option<Date> {
    let at = node.get(key)?;
    let date = at.text().and_then(parse_date);
    if date.is_none() {
        reader.not_a_date(key, at.span());
    }
    date
}

/// Returns the names under `key`.
pub(super) fn names(node: &Node, key: &str) -> Vec<(String, Span)> {
    items(node, key).filter_map(|n| Some((n.text()?.to_owned(), n.span()))).collect()
}
