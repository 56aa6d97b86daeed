//! Checks aggregates over lists.

use super::check::Checked;
use super::graph::Builder;
use super::rule_set::Named;
use super::scope::{Frame, Scope};
use super::typed::{Aggregate, Operation, Typed, TypedNode};
use crate::source::Span;
use crate::syntax::expression::{Call, Comparison, Expression, ExpressionKind};
use crate::value::{Exact, Value};
use crate::vocabulary::{FieldId, ListId, Type};
use crate::wording::catalogue::loading::LoadingMessage as Message;

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
        let range = self.range(call, list, scope)?;
        let inner = self.with_row(scope, list, call.alias.as_ref().map(|a| a.text.clone()));
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
        // `any` asks for filter and body; a filter that reads none leaves the row out, as always.
        let of_filter = filter.as_ref().filter(|_| operation == Operation::Any);
        let parts = body.iter().chain(of_filter);
        let lenient = parts.into_iter().find_map(|part| part.lenient.clone());
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
        checked.optional = operation.may_be_none();
        checked.quotient = quotient && !matches!(kind, Type::Truth);
        checked.lenient = lenient.filter(|_| kind == Type::Truth);
        Some(checked)
    }

    fn range(
        &mut self,
        call: &Call,
        list: Option<ListId>,
        scope: &Scope,
    ) -> Option<Option<(Typed, Typed)>> {
        let Some((from, to)) = &call.range else { return Some(None) };
        if let Some(list) = list.and_then(|l| self.vocabulary().list(l))
            && list.every().is_none()
        {
            let message = Message::NotASeries { list: list.name().to_owned() };
            self.report(message.text(), message.code(), from.span().to(to.span()));
            return None;
        }
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
            self.need_order(&checked, true, body)?;
        }
        if matches!(operation, Operation::Minimum | Operation::Maximum) {
            self.need_order(&checked, false, body)?;
        }
        Some(Some(checked))
    }

    /// Rows of a list in scope; what was known to exist under a name the row gives a new meaning is forgotten.
    fn with_row(&self, scope: &Scope, list: Option<ListId>, alias: Option<String>) -> Scope {
        let shape = list.and_then(|l| self.vocabulary().list(l));
        let is_given = |name: &str| {
            let head = name.split('.').next().unwrap_or(name);
            let of_row = shape.is_some_and(|l| l.field_named(head).is_some())
                || list.is_some_and(|l| self.column(l, head).is_some());
            of_row || alias.as_deref() == Some(head) || (list.is_none() && head == "month")
        };
        let mut inner = scope.clone();
        inner.guarded.retain(|name| !is_given(name));
        inner.frames.push(Frame { list, alias });
        inner
    }

    /// Key fields that a conjunct of the filter fixes, `field = expression` or `field in [members]`,
    /// so that a series of which the case has no row at all is still seen as missing.
    fn fixed(
        &mut self,
        filter: &Expression,
        list: Option<ListId>,
        scope: &Scope,
        inner: &Scope,
    ) -> Vec<(FieldId, Vec<Typed>)> {
        let mut fixed = Vec::new();
        let Some(list) = list else { return fixed };
        match filter.kind() {
            ExpressionKind::And(items) => {
                for item in items {
                    fixed.extend(self.fixed(item, Some(list), scope, inner));
                }
            }
            ExpressionKind::Compare(Comparison::Equal, a, b) => {
                let sides = [(a, b), (b, a)];
                fixed.extend(sides.into_iter().find_map(|(key, value)| {
                    let value = std::slice::from_ref(value.as_ref());
                    self.fixes(key, value, list, scope, inner)
                }));
            }
            ExpressionKind::Among(key, members) => {
                fixed.extend(self.fixes(key, members, list, scope, inner));
            }
            _ => {}
        }
        fixed
    }

    fn fixes(
        &mut self,
        key: &Expression,
        values: &[Expression],
        list: ListId,
        scope: &Scope,
        inner: &Scope,
    ) -> Option<(FieldId, Vec<Typed>)> {
        // What has no name here is no key; it would be looked for among all names.
        let ExpressionKind::Name(name) = key.kind() else { return None };
        let found = self.quietly(|this| this.path(&name.text, name.span, inner))?;
        let Checked { typed, kind, .. } = found?;
        let TypedNode::Field(frame, field) = typed.node else { return None };
        let is_key = self.vocabulary().list(list)?.key().contains(&field);
        if frame != scope.frames.len() || !is_key {
            return None;
        }
        let values = values.iter().map(|v| self.quietly(|this| this.check(v, scope, kind)));
        let values = values.collect::<Option<Vec<_>>>()?;
        Some((field, values.into_iter().map(|v| v.typed).collect()))
    }
}
