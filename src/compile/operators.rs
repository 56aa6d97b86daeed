//! Which operands go together, and what comes out.

use super::check::Checked;
use super::graph::Builder;
use super::scope::Scope;
use super::typed::TypedNode;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::expression::{Comparison, Expression, ExpressionKind, Literal, Operator};
use crate::vocabulary::Type;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

impl Builder<'_> {
    pub(super) fn comparable(
        &mut self,
        op: Comparison,
        left: &Checked,
        right: &Checked,
        span: Span,
        places: (Span, Span),
    ) -> Option<()> {
        let ordered = !matches!(op, Comparison::Equal | Comparison::Unequal);
        let fits = match (left.kind, right.kind) {
            (None, _) | (_, None) => false,
            (Some(a), Some(b)) if a != b => {
                matches!((a, b), (Type::Truth, Type::Judgement) | (Type::Judgement, Type::Truth))
                    && !ordered
            }
            (Some(Type::Words), _) => !ordered && !is_written(left) && !is_written(right),
            (Some(Type::Truth | Type::Judgement | Type::Choice(_) | Type::Row(_)), _) => !ordered,
            _ => true,
        };
        if fits {
            return Some(());
        }
        self.bad_operands(comparison_sign(op), left, right, span, places);
        None
    }

    pub(super) fn arithmetic(
        &mut self,
        op: Operator,
        a: &Expression,
        b: &Expression,
        span: Span,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        let additive = matches!(op, Operator::Add | Operator::Subtract);
        let money = (expected == Some(Type::Money) && additive).then_some(Type::Money);
        let left = self.check(a, scope, money)?;
        let is_number = matches!(b.kind(), ExpressionKind::Literal(Literal::Number(_)));
        let right = self.check(b, scope, left.kind.filter(|_| additive && is_number))?;
        let left_fits = self.need_present(&left, a);
        let right_fits = self.need_present(&right, b);
        left_fits.and(right_fits)?;
        let Some(kind) = result(op, left.kind?, right.kind?) else {
            self.bad_operands(operator_sign(op), &left, &right, span, (a.span(), b.span()));
            return None;
        };
        let may_divide_by_zero =
            matches!(op, Operator::Divide | Operator::Quotient | Operator::Remainder)
                && !self.never_zero(&right.typed.node);
        let node = TypedNode::Arithmetic(op, Box::new(left.typed), Box::new(right.typed));
        let mut checked = Checked::new(span, node, kind);
        checked.optional = may_divide_by_zero;
        checked.quotient = match op {
            Operator::Divide => true,
            Operator::Quotient => false,
            _ => left.quotient || right.quotient,
        };
        Some(checked)
    }

    /// Whether a divisor cannot be zero; a parameter the law gives a size may then not be set to zero either.
    fn never_zero(&mut self, node: &TypedNode) -> bool {
        match node {
            TypedNode::Constant(value) => !value.is_zero(),
            TypedNode::Parameter(id, ..) => {
                let is_safe = self.shapes.get(id.index()).copied().flatten();
                let is_safe = is_safe.is_some_and(|shape| !shape.has_zero);
                if is_safe {
                    self.divisors.insert(*id);
                }
                is_safe
            }
            TypedNode::Function(super::typed::Function::DaysIn, _) => true,
            _ => false,
        }
    }

    fn bad_operands(
        &mut self,
        operator: &str,
        left: &Checked,
        right: &Checked,
        span: Span,
        places: (Span, Span),
    ) {
        let (a, b) = (self.kind_words(left.kind), self.kind_words(right.kind));
        let message = Localized::each(|l| {
            let (left, right) = (a.get(l).to_owned(), b.get(l).to_owned());
            Message::BadOperands { operator: operator.to_owned(), left, right }
                .text()
                .get(l)
                .to_owned()
        });
        let what = |words: &Localized| {
            Localized::each(|l| {
                Message::IsOfType { name: words.get(l).to_owned() }.text().get(l).to_owned()
            })
        };
        let mut diagnostic = Diagnostic::error("E0402", message, span)
            .with_label(places.0, what(&a))
            .with_label(places.1, what(&b));
        if left.kind.is_none() || right.kind.is_none() {
            diagnostic = diagnostic.with_help(Localized::new(
                "判断是否存在请写 exists(x)",
                "write exists(x) to ask whether x exists",
            ));
        }
        self.diagnostics.push(diagnostic);
    }
}

/// Whether words stand in the rule itself: what is to be told apart by them should be a choice.
fn is_written(checked: &Checked) -> bool {
    matches!(checked.typed.node, TypedNode::Constant(crate::value::Value::Words(_)))
}

/// Returns the type of a result; nothing if the operands do not go together.
fn result(op: Operator, left: Type, right: Type) -> Option<Type> {
    use Type::{Date, Days, Money, Month, Months, Number};
    let scalar = |t: Type| matches!(t, Number | Money | Days | Months);
    Some(match (op, left, right) {
        (Operator::Add | Operator::Subtract, a, b) if a == b && scalar(a) => a,
        (Operator::Add | Operator::Subtract, Date, Days | Months) => Date,
        (Operator::Add, Days | Months, Date) => Date,
        (Operator::Add | Operator::Subtract, Month, Months) => Month,
        (Operator::Subtract, Date, Date) => Days,
        (Operator::Subtract, Month, Month) => Months,
        (Operator::Multiply, Number, b) if scalar(b) => b,
        (Operator::Multiply, a, Number) if scalar(a) => a,
        (Operator::Divide | Operator::Quotient, a, b) if a == b && scalar(a) => Number,
        (Operator::Divide | Operator::Quotient, a, Number) if scalar(a) => a,
        (Operator::Remainder, a, b) if a == b && scalar(a) => a,
        _ => return None,
    })
}

fn comparison_sign(op: Comparison) -> &'static str {
    match op {
        Comparison::Equal => "=",
        Comparison::Unequal => "!=",
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::Greater => ">",
        Comparison::AtLeast => ">=",
    }
}

fn operator_sign(op: Operator) -> &'static str {
    match op {
        Operator::Add => "+",
        Operator::Subtract => "-",
        Operator::Multiply => "*",
        Operator::Divide => "/",
        Operator::Quotient => "div",
        Operator::Remainder => "mod",
    }
}
