//! What kind of expression a part of a formula is.

use crate::compile::typed::{Aggregate, Typed, TypedNode};

/// Whether a formula computes, so that it can be redone with a pocket calculator.
pub(super) fn is_arithmetic(formula: &Typed) -> bool {
    match &formula.node {
        TypedNode::Round(inner, ..) | TypedNode::Negate(inner) => is_arithmetic(inner),
        TypedNode::Arithmetic(..) | TypedNode::AddMonths(..) | TypedNode::Compare(..) => true,
        _ => false,
    }
}

/// Whether an expression is a name or denies one.
pub(super) fn is_name(typed: &Typed) -> bool {
    match &typed.node {
        TypedNode::Not(inner) => is_name(inner),
        TypedNode::Fact(_)
        | TypedNode::Field(..)
        | TypedNode::FieldOf(..)
        | TypedNode::Parameter(..) => true,
        _ => false,
    }
}

/// Whether an expression reads a row in scope.
pub(super) fn reads_row(typed: &Typed) -> bool {
    let mut found = false;
    typed.walk(&mut |part| {
        found |= matches!(
            part.node,
            TypedNode::Field(..)
                | TypedNode::Column(..)
                | TypedNode::RowVariable(_)
                | TypedNode::Argument(_)
        );
    });
    found
}

/// Returns the aggregates of a formula in whose rows a part of it is read, the outermost first.
pub(super) fn around<'t>(formula: &'t Typed, part: &Typed) -> Vec<&'t Aggregate> {
    let mut found = Vec::new();
    formula.walk(&mut |node| {
        if let TypedNode::Aggregate(aggregate) = &node.node {
            let mut rows = aggregate.filter.iter().chain(&aggregate.body);
            if rows.any(|inner| holds(inner, part)) {
                found.push(aggregate.as_ref());
            }
        }
    });
    found
}

/// Whether a part of a formula only says which rows of a list count.
pub(super) fn is_filter(formula: &Typed, part: &Typed) -> bool {
    let in_filter = |a: &&Aggregate| a.filter.as_ref().is_some_and(|f| holds(f, part));
    around(formula, part).last().is_some_and(in_filter)
}

/// Whether an expression is, or contains, a part.
fn holds(typed: &Typed, part: &Typed) -> bool {
    let mut found = false;
    typed.walk(&mut |node| found |= std::ptr::eq(node, part));
    found
}
