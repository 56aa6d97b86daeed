//! Definitions, figures and deadlines: named values with a formula.

use super::load::Reader;
use super::parameters::Better;
use crate::source::Span;
use crate::syntax::expression::Expression;
use crate::syntax::fields::{entries, flag, items, localized_under, text};
use crate::syntax::{Entry, Node};
use crate::wording::Localized;

/// What a named value is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// An intermediate value.
    Definition,
    /// A computed amount, duration or rate that documents print.
    Figure,
    /// A date by which, or from which, something is to be done.
    Deadline,
}

/// A named value with a formula.
#[derive(Debug, Clone)]
pub struct Definition {
    /// Name, unique among facts, parameters and definitions.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// What it is for.
    pub purpose: Purpose,
    /// Title; empty for a definition that is never printed.
    pub title: Localized,
    /// The type as written, with its place.
    pub kind: (String, Span),
    /// Whether it may be none.
    pub optional: bool,
    /// Names and types of its arguments.
    pub takes: Vec<(String, Span, String)>,
    /// The list it is a computed column of.
    pub of: Option<(String, Span)>,
    /// Citations as written.
    pub citations: Vec<(String, Span)>,
    /// The formula.
    pub body: Body,
    /// Grounds it belongs to; none means all.
    pub grounds: Vec<String>,
    /// For a deadline: whether the date is the earliest or the latest.
    pub is_earliest: bool,
    /// Whether a lawyer must look at it.
    pub lawyer_review: bool,
    /// The outcome whose cost it is, if it is one of those a decision is weighed by; else empty.
    pub exposure: Localized,
    /// In which direction the employee is better off.
    pub better: Better,
    /// The definition of a farther layer that it replaces.
    pub replaces: Option<(String, Span)>,
}

/// A formula with its exceptions in written order.
#[derive(Debug, Clone)]
pub struct Body {
    /// What holds if no exception does.
    pub base: Formula,
    /// The exceptions; the first whose condition holds decides.
    pub exceptions: Vec<Exception>,
}

/// The shapes of a formula.
#[derive(Debug, Clone)]
pub enum Formula {
    /// One expression.
    Value(Expression),
    /// Yes if all are.
    All(Vec<Expression>),
    /// Yes if any is.
    Any(Vec<Expression>),
    /// A table of bands.
    Bands(Box<Bands>),
}

/// A table that picks a formula by a key.
#[derive(Debug, Clone)]
pub struct Bands {
    /// The key.
    pub by: Expression,
    /// The rows in written order.
    pub rows: Vec<Band>,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct Band {
    /// When it is taken, if no row above was.
    pub bound: Bound,
    /// What it gives.
    pub formula: Formula,
    /// Where it stands.
    pub span: Span,
}

/// When a row of a table is taken.
#[derive(Debug, Clone)]
pub enum Bound {
    /// The key is below.
    Below(Expression),
    /// The key is at most.
    UpTo(Expression),
    /// The key is one of these members.
    Is(Vec<Expression>),
    /// Always.
    Otherwise,
}

/// A condition under which another formula holds.
#[derive(Debug, Clone)]
pub struct Exception {
    /// The condition.
    pub when: Expression,
    /// The formula.
    pub formula: Formula,
    /// Citations as written.
    pub citations: Vec<(String, Span)>,
}

pub(super) fn load(entry: &Entry, purpose: Purpose, reader: &mut Reader) -> Option<Definition> {
    let node = entry.value();
    let kind = match node.get("type").and_then(|n| Some((n.text()?.to_owned(), n.span()))) {
        Some(kind) => kind,
        None if purpose == Purpose::Deadline => ("date".to_owned(), entry.key_span()),
        None => ("yes/no".to_owned(), entry.key_span()),
    };
    Some(Definition {
        name: entry.key().to_owned(),
        span: entry.key_span(),
        purpose,
        title: localized_under(node, "title"),
        kind,
        optional: flag(node, "optional"),
        takes: entries(node, "takes")
            .filter_map(|e| Some((e.key().to_owned(), e.key_span(), e.value().text()?.to_owned())))
            .collect(),
        of: node.get("of").and_then(|n| Some((n.text()?.to_owned(), n.span()))),
        citations: citations(node),
        body: body(node, reader)?,
        grounds: items(node, "grounds").filter_map(|n| n.text().map(str::to_owned)).collect(),
        is_earliest: text(node, "kind") == Some("earliest"),
        lawyer_review: flag(node, "lawyer_review"),
        exposure: localized_under(node, "exposure"),
        better: Better::from_name(text(node, "better")),
        replaces: node.get("replaces").and_then(|n| Some((n.text()?.to_owned(), n.span()))),
    })
}

/// Returns the citations under `cite`, each with its place.
pub(super) fn citations(node: &Node) -> Vec<(String, Span)> {
    items(node, "cite").filter_map(|n| Some((n.text()?.to_owned(), n.span()))).collect()
}

pub(super) fn body(node: &Node, reader: &mut Reader) -> Option<Body> {
    let base = formula(node, reader)?;
    let mut exceptions = Vec::new();
    for item in items(node, "except") {
        let when = reader.expression(item.get("when")?);
        let formula = formula(item, reader);
        if let (Some(when), Some(formula)) = (when, formula) {
            exceptions.push(Exception { when, formula, citations: citations(item) });
        }
    }
    Some(Body { base, exceptions })
}

/// Reads `value`, `all`, `any` or `bands` of a node.
pub(super) fn formula(node: &Node, reader: &mut Reader) -> Option<Formula> {
    if let Some(value) = node.get("value") {
        return reader.expression(value).map(Formula::Value);
    }
    if node.get("all").is_some() {
        return Some(Formula::All(
            items(node, "all").filter_map(|n| reader.expression(n)).collect(),
        ));
    }
    if node.get("any").is_some() {
        return Some(Formula::Any(
            items(node, "any").filter_map(|n| reader.expression(n)).collect(),
        ));
    }
    let table = node.get("bands")?;
    let by = reader.expression(table.get("by")?)?;
    let rows = items(table, "rows").filter_map(|row| band(row, reader)).collect();
    Some(Formula::Bands(Box::new(Bands { by, rows })))
}

fn band(row: &Node, reader: &mut Reader) -> Option<Band> {
    let bound = if let Some(below) = row.get("below") {
        Bound::Below(reader.expression(below)?)
    } else if let Some(up_to) = row.get("up_to") {
        Bound::UpTo(reader.expression(up_to)?)
    } else if row.get("is").is_some() {
        Bound::Is(items(row, "is").filter_map(|n| reader.expression(n)).collect())
    } else {
        Bound::Otherwise
    };
    Some(Band { bound, formula: formula(row, reader)?, span: row.span() })
}
