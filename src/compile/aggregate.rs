//! Checks aggregates over lists.

use super::check::Checked;
use super::graph::Builder;
use super::rule_set::Named;
use super::scope::Scope;
use super::typed::{Aggregate, Operation, Typed, TypedNode};
use crate::source::Span;
use crate::syntax::expression::{Call, Comparison, Expression, ExpressionKind};
use crate::value::{Exact, Value};
use crate::vocabulary::{FieldId, ListId, Type};

fn operation(name: &str) -> Option<Operation> {
    Some(match name {
        "count" => Operation::Count,
        "sum" => Operation::Sum,
        "average" => Operation::Average,
        "min" => Operation::Minimum,
        "max" => Operation::Maximum,
        "all" => Operation::All,
        "any" => Operation::Any,
        "first" => Operation::First,
        "last" => Operation::Last,
        "longest_run" => Operation::LongestRun,
        _ => return None,
    })
}

fn zero(kind: Option<Type>) -> Value {
    match kind {
        Some(Type::Money) => Value::Money(Exact::ZERO),
        Some(Type::Days) => Value::Days(Exact::ZERO),
        Some(Type::Months) => Value::Months(Exact::ZERO),
        _ => Value::Number(Exact::ZERO),
    }
}

impl Builder<'_> {
    /// Returns the list a call goes over, `Some(None)` for the months of a range; `None` if it is no aggregate.
    pub(super) fn aggregated(&self, call: &Call) -> Option<Option<ListId>> {
        operation(&call.name.text)?;
        let ExpressionKind::Name(name) = call.arguments.first()?.kind() else { return None };
        match self.names.get(&name.text) {
            Some(Named::List(id)) => Some(Some(*id)),
            _ if name.text == "months" && call.range.is_some() => Some(None),
            _ => None,
        }
    }

    pub(super) fn aggregate(
        &mut self,
        call: &Call,
        list: Option<ListId>,
        span: Span,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        let operation = operation(&call.name.text)?;
        let wanted = if operation == Operation::Count { 1..=1 } else { 2..=2 };
        self.count(call, &call.name.text.clone(), wanted)?;
        let range = self.range(call, scope)?;
        let inner = scope.with_row(list, call.alias.as_ref().map(|a| a.text.clone()));
        let filter = match &call.filter {
            Some(filter) => Some(self.truth(filter, &inner)?),
            None => None,
        };
        let fixed =
            call.filter.as_ref().map_or_else(Vec::new, |f| self.fixed(f, list, scope, &inner));
        let guarded = filter.as_ref().map(|f| f.if_yes.clone()).unwrap_or_default();
        let body = self.row_body(call, operation, &inner.with_guarded(&guarded), expected)?;
        let kind = match operation {
            Operation::Count | Operation::LongestRun => Type::Number,
            Operation::All | Operation::Any => Type::Truth,
            _ => body.as_ref()?.kind?,
        };
        let lenient = body.as_ref().and_then(|b| b.lenient.clone());
        let quotient = operation == Operation::Average || body.as_ref().is_some_and(|b| b.quotient);
        let aggregate = Aggregate {
            operation,
            list,
            range,
            fixed,
            filter: filter.map(|f| f.typed),
            zero: zero(body.as_ref().and_then(|b| b.kind)),
            body: body.map(|b| b.typed),
            frame: scope.frames.len(),
        };
        let mut checked = Checked::new(span, TypedNode::Aggregate(Box::new(aggregate)), kind);
        checked.optional = matches!(
            operation,
            Operation::Average
                | Operation::Minimum
                | Operation::Maximum
                | Operation::First
                | Operation::Last
        );
        checked.quotient = quotient && !matches!(kind, Type::Truth);
        checked.lenient = lenient.filter(|_| kind == Type::Truth);
        Some(checked)
    }

    fn range(&mut self, call: &Call, scope: &Scope) -> Option<Option<(Typed, Typed)>> {
        let Some((from, to)) = &call.range else { return Some(None) };
        let mut ends = Vec::new();
        for end in [from, to] {
            let checked = self.check(end, scope, Some(Type::Month))?;
            self.need(&checked, Type::Month, end.span())?;
            self.need_present(&checked, end)?;
            ends.push(checked.typed);
        }
        let [from, to] = <[Typed; 2]>::try_from(ends).ok()?;
        Some(Some((from, to)))
    }

    fn row_body(
        &mut self,
        call: &Call,
        operation: Operation,
        inner: &Scope,
        expected: Option<Type>,
    ) -> Option<Option<Checked>> {
        let Some(body) = call.arguments.get(1) else { return Some(None) };
        if matches!(operation, Operation::All | Operation::Any | Operation::LongestRun) {
            return self.truth(body, inner).map(Some);
        }
        let checked = self.check(body, inner, expected)?;
        if matches!(operation, Operation::Sum | Operation::Average) {
            self.need_present(&checked, body)?;
            if !matches!(checked.kind, Some(Type::Number | Type::Money | Type::Days | Type::Months))
            {
                self.need(&checked, Type::Number, body.span())?;
            }
        }
        Some(Some(checked))
    }

    /// Key fields that a conjunct `field = expression` of the filter fixes, so that a
    /// series of which the case has no row at all is still seen as missing.
    fn fixed(
        &mut self,
        filter: &Expression,
        list: Option<ListId>,
        scope: &Scope,
        inner: &Scope,
    ) -> Vec<(FieldId, Typed)> {
        let conjuncts: Vec<&Expression> = match filter.kind() {
            ExpressionKind::And(items) => items.iter().collect(),
            _ => vec![filter],
        };
        let mut fixed = Vec::new();
        for conjunct in conjuncts {
            let ExpressionKind::Compare(Comparison::Equal, a, b) = conjunct.kind() else {
                continue;
            };
            let Some(Checked { typed, kind, .. }) = self.quietly(|this| this.check(a, inner, None))
            else {
                continue;
            };
            let TypedNode::Field(frame, field) = typed.node else { continue };
            let keys = list.and_then(|l| self.vocabulary().list(l)).map_or(&[][..], |l| l.key());
            if frame != scope.frames.len() || !keys.contains(&field) {
                continue;
            }
            if let Some(value) = self.quietly(|this| this.check(b, scope, kind)) {
                fixed.push((field, value.typed));
            }
        }
        fixed
    }
}
