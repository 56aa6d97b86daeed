//! What kind of expression a part of a formula is.

use crate::compile::typed::{Aggregate, Typed, TypedNode};
use crate::source::Span;

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

/// Returns the aggregate of a formula that tests its rows by the part at a place.
pub(super) fn aggregate_at(formula: Option<&Typed>, span: Span) -> Option<&Aggregate> {
    let mut found = None;
    formula?.walk(&mut |part| {
        if let TypedNode::Aggregate(aggregate) = &part.node
            && aggregate.body.as_ref().is_some_and(|body| body.span == span)
        {
            found = Some(aggregate.as_ref());
        }
    });
    found
}
