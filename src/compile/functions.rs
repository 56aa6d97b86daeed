//! Calls: definitions with arguments, and the functions of the language.

use super::check::{Checked, implied};
use super::graph::Builder;
use super::rule_set::Named;
use super::scope::Scope;
use super::typed::{Function, Typed, TypedNode};
use crate::source::Span;
use crate::syntax::expression::{Call, Expression, ExpressionKind, Literal};
use crate::value::{Exact, MonthEnd, Rounding, Value};
use crate::vocabulary::Type;
use crate::vocabulary::load::unknown_name;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// Functions with arguments of fixed types.
const FIXED: [(&str, Function, &[Type], Type); 18] = [
    ("months", Function::Months, &[Type::Date, Type::Date], Type::Months),
    ("years", Function::Years, &[Type::Date, Type::Date], Type::Months),
    ("has_rest", Function::HasRest, &[Type::Date, Type::Date], Type::Truth),
    ("days", Function::Days, &[Type::Date, Type::Date], Type::Days),
    ("months_between", Function::MonthsBetween, &[Type::Month, Type::Month], Type::Months),
    ("overlap_days", Function::OverlapDays, &[Type::Date; 4], Type::Days),
    ("overlap_months", Function::OverlapMonths, &[Type::Date; 4], Type::Months),
    ("month_of", Function::MonthOf, &[Type::Date], Type::Month),
    ("first_day", Function::FirstDay, &[Type::Month], Type::Date),
    ("last_day", Function::LastDay, &[Type::Month], Type::Date),
    ("day_of", Function::DayOf, &[Type::Date], Type::Number),
    ("year_of", Function::YearOf, &[Type::Date], Type::Number),
    ("days_in", Function::DaysIn, &[Type::Month], Type::Days),
    ("bears_date", Function::BearsDate, &[Type::Words, Type::Date], Type::Truth),
    ("year_start", Function::YearStart, &[Type::Date], Type::Date),
    ("working_days", Function::WorkingDays, &[Type::Date, Type::Date], Type::Days),
    ("add_working_days", Function::AddWorkingDays, &[Type::Date, Type::Days], Type::Date),
    ("next_working_day", Function::NextWorkingDay, &[Type::Date], Type::Date),
];

const OTHERS: [&str; 12] = [
    "exists", "default", "proof", "round", "floor", "ceil", "truncate", "min", "max", "clamp",
    "abs", "add",
];

impl Builder<'_> {
    pub(super) fn call(
        &mut self,
        call: &Call,
        span: Span,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        if let Some(list) = self.aggregated(call) {
            return self.aggregate(call, list, span, scope, expected);
        }
        if call.alias.is_some() || call.range.is_some() || call.filter.is_some() {
            let message = Message::NotAnAggregate { name: call.name.text.clone() };
            self.report(message.text(), message.code(), call.name.span);
            return None;
        }
        match call.name.text.as_str() {
            "exists" => self.exists(call, span, scope),
            "default" => self.default(call, span, scope, expected),
            "proof" => self.proof(call, span, scope),
            "round" | "floor" | "ceil" | "truncate" => self.round(call, span, scope, expected),
            "min" | "max" | "clamp" | "abs" => self.extreme(call, span, scope, expected),
            "add" => self.add(call, span, scope),
            _ => self.named_call(call, span, scope),
        }
    }

    fn named_call(&mut self, call: &Call, span: Span, scope: &Scope) -> Option<Checked> {
        if let Some((name, function, takes, kind)) =
            FIXED.into_iter().find(|f| f.0 == call.name.text)
        {
            self.count(call, name, takes.len()..=takes.len())?;
            let arguments = self.arguments(call, takes, scope)?;
            return Some(Checked::new(span, TypedNode::Function(function, arguments), kind));
        }
        let Some(Named::Definition(id)) = self.names.get(&call.name.text).copied() else {
            let mut known: Vec<String> = self.names.keys().cloned().collect();
            known.extend(FIXED.iter().map(|f| f.0.to_owned()).chain(OTHERS.map(str::to_owned)));
            let what = Localized::new("函数", "function");
            let known = known.iter().map(String::as_str);
            self.diagnostics.push(unknown_name(&what, &call.name.text, call.name.span, known));
            return None;
        };
        if !self.ensure(id, call.name.span) {
            return None;
        }
        let signature = self.signature(id)?;
        self.need_no_row(&call.name.text, &signature, call.name.span)?;
        let takes: Vec<Type> = signature.takes.iter().map(|(_, kind)| *kind).collect();
        self.count(call, &call.name.text.clone(), takes.len()..=takes.len())?;
        let arguments = self.arguments(call, &takes, scope)?;
        let mut checked = Checked::new(span, TypedNode::Call(id, arguments), signature.kind);
        checked.optional = signature.optional;
        checked.lenient = self.lenient(id);
        checked.quotient = self.is_quotient(id);
        Some(checked)
    }

    fn arguments(&mut self, call: &Call, takes: &[Type], scope: &Scope) -> Option<Vec<Typed>> {
        let mut typed = Vec::new();
        for (argument, kind) in call.arguments.iter().zip(takes) {
            let checked = self.check(argument, scope, Some(*kind))?;
            self.need(&checked, *kind, argument.span())?;
            self.need_present(&checked, argument)?;
            typed.push(checked.typed);
        }
        Some(typed)
    }

    pub(super) fn count(
        &mut self,
        call: &Call,
        name: &str,
        wanted: std::ops::RangeInclusive<usize>,
    ) -> Option<()> {
        let found = call.arguments.len();
        if wanted.contains(&found) {
            return Some(());
        }
        let (low, high) = (wanted.start(), wanted.end());
        let wanted = if low == high { low.to_string() } else { format!("{low}–{high}") };
        let message = Message::ArgumentCount { name: name.to_owned(), wanted, found };
        self.report(message.text(), message.code(), call.name.span);
        None
    }

    fn exists(&mut self, call: &Call, span: Span, scope: &Scope) -> Option<Checked> {
        self.count(call, "exists", 1..=1)?;
        let argument = call.arguments.first()?;
        let inner = self.check(argument, scope, None)?;
        let mut checked = Checked::new(span, TypedNode::Exists(Box::new(inner.typed)), Type::Truth);
        checked.if_yes = implied(argument);
        Some(checked)
    }

    fn default(
        &mut self,
        call: &Call,
        span: Span,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        self.count(call, "default", 2..=2)?;
        let [value, other] = call.arguments.as_slice() else { return None };
        let first = self.check(value, scope, expected)?;
        let second = self.check(other, scope, first.kind)?;
        if let Some(kind) = first.kind {
            self.need(&second, kind, other.span())?;
        }
        let node = TypedNode::Default(Box::new(first.typed), Box::new(second.typed));
        let mut checked = Checked::new(span, node, first.kind.or(second.kind)?);
        checked.optional = second.optional;
        checked.quotient = first.quotient || second.quotient;
        checked.lenient = first.lenient.or(second.lenient);
        Some(checked)
    }

    fn proof(&mut self, call: &Call, span: Span, scope: &Scope) -> Option<Checked> {
        self.count(call, "proof", 1..=1)?;
        let argument = call.arguments.first()?;
        let inner = self.check(argument, scope, None)?;
        let is_stated = matches!(
            inner.typed.node,
            TypedNode::Fact(_)
                | TypedNode::Field(..)
                | TypedNode::FieldOf(..)
                | TypedNode::RowVariable(_)
        );
        if !is_stated {
            let message = Message::NotStated;
            self.report(message.text(), message.code(), argument.span());
            return None;
        }
        Some(Checked::new(span, TypedNode::ProofOf(Box::new(inner.typed)), Type::Proof))
    }

    /// `round(x, place, mode)`, `floor(x)`, `truncate(x, place)`.
    fn round(
        &mut self,
        call: &Call,
        span: Span,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        let name = call.name.text.as_str();
        let most = if name == "round" { 3 } else { 2 };
        self.count(call, name, 1..=most)?;
        let value = call.arguments.first()?;
        let inner = self.check(value, scope, expected)?;
        let kind = inner.kind?;
        if !matches!(kind, Type::Number | Type::Money | Type::Days | Type::Months) {
            self.need(&inner, Type::Number, value.span())?;
        }
        let place = match call.arguments.get(1).map(|e| (e, e.kind())) {
            None => Exact::ONE,
            Some((_, ExpressionKind::Literal(Literal::Number(place)))) if *place > Exact::ZERO => {
                *place
            }
            Some((e, _)) => {
                let wrong = Checked::new(e.span(), TypedNode::Nothing, Type::Words);
                self.need(&wrong, Type::Number, e.span())?;
                return None;
            }
        };
        let mode = match name {
            "floor" => Rounding::Floor,
            "ceil" => Rounding::Ceiling,
            "truncate" => Rounding::Truncate,
            _ => self.mode(call.arguments.get(2))?,
        };
        let node = TypedNode::Round(Box::new(inner.typed), place, mode);
        let mut checked = Checked::new(span, node, kind);
        checked.optional = inner.optional;
        Some(checked)
    }

    fn mode(&mut self, argument: Option<&Expression>) -> Option<Rounding> {
        let Some(argument) = argument else { return Some(self.vocabulary().rounding()) };
        let name = match argument.kind() {
            ExpressionKind::Name(name) => Rounding::from_name(&name.text),
            _ => None,
        };
        if name.is_none() {
            let known = ["half_up", "half_even", "floor", "ceil", "truncate"];
            let what = Localized::new("舍入方式", "rounding");
            let written = self.shown(argument.span());
            self.diagnostics.push(unknown_name(&what, &written, argument.span(), known));
        }
        name
    }

    /// `min(a, b)`, `max(a, b)`, `clamp(x, low, high)`, `abs(x)`: all arguments of one type.
    fn extreme(
        &mut self,
        call: &Call,
        span: Span,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        let (function, wanted) = match call.name.text.as_str() {
            "min" => (Function::Minimum, 2..=8),
            "max" => (Function::Maximum, 2..=8),
            "clamp" => (Function::Clamp, 3..=3),
            _ => (Function::Absolute, 1..=1),
        };
        self.count(call, &call.name.text.clone(), wanted)?;
        let mut kind = expected;
        let mut typed = Vec::new();
        let mut quotient = false;
        for argument in &call.arguments {
            let checked = self.check(argument, scope, kind)?;
            self.need_present(&checked, argument)?;
            match kind.filter(|_| !typed.is_empty()) {
                Some(kind) => self.need(&checked, kind, argument.span())?,
                None => kind = checked.kind,
            }
            quotient |= checked.quotient;
            self.need_order(&checked, function == Function::Absolute, argument)?;
            typed.push(checked.typed);
        }
        let mut checked = Checked::new(span, TypedNode::Function(function, typed), kind?);
        checked.quotient = quotient;
        Some(checked)
    }

    /// Reports what has no size (`is_size`), or neither size nor place in time.
    pub(super) fn need_order(
        &mut self,
        checked: &Checked,
        is_size: bool,
        e: &Expression,
    ) -> Option<()> {
        match checked.kind {
            Some(Type::Number | Type::Money | Type::Days | Type::Months) => Some(()),
            Some(Type::Date | Type::Month) if !is_size => Some(()),
            _ => {
                let kind = checked.kind.map_or(Type::Words, |kind| kind);
                let wrong = Checked::new(e.span(), TypedNode::Nothing, kind);
                self.need(&wrong, Type::Number, e.span())
            }
        }
    }

    /// `add(d, 3 months, clip)`
    fn add(&mut self, call: &Call, span: Span, scope: &Scope) -> Option<Checked> {
        self.count(call, "add", 2..=3)?;
        let convention = match call.arguments.get(2).map(Expression::kind) {
            None => Some(self.vocabulary().month_end()),
            Some(ExpressionKind::Name(name)) => MonthEnd::from_name(&name.text),
            Some(_) => None,
        };
        let Some(convention) = convention else {
            let what = Localized::new("月末约定", "month-end convention");
            let at = call.arguments.get(2).map_or(span, Expression::span);
            let written = self.shown(at);
            self.diagnostics.push(unknown_name(&what, &written, at, ["roll", "clip"]));
            return None;
        };
        let second = self.check(call.arguments.get(1)?, scope, None)?;
        if second.kind == Some(Type::Days) {
            let typed = self.arguments(call, &[Type::Date, Type::Days], scope)?;
            let [date, days] = <[Typed; 2]>::try_from(typed).ok()?;
            let operator = crate::syntax::expression::Operator::Add;
            let node = TypedNode::Arithmetic(operator, Box::new(date), Box::new(days));
            return Some(Checked::new(span, node, Type::Date));
        }
        let typed = self.arguments(call, &[Type::Date, Type::Months], scope)?;
        let [date, months] = <[Typed; 2]>::try_from(typed).ok()?;
        let node = TypedNode::AddMonths(Box::new(date), Box::new(months), convention);
        Some(Checked::new(span, node, Type::Date))
    }
}

/// Returns the value of a constant.
pub(super) fn constant(typed: &Typed) -> Option<&Value> {
    match &typed.node {
        TypedNode::Constant(value) => Some(value),
        _ => None,
    }
}
