//! Resolves names and checks types of expressions.

use std::collections::BTreeSet;

use super::circles::MAX_LEVELS;
use super::graph::Builder;
use super::scope::Scope;
use super::typed::{Typed, TypedNode};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::expression::{Comparison, Expression, ExpressionKind, Literal};
use crate::value::{Proof, Value};
use crate::vocabulary::Type;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// A checked expression and what is known about it.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub typed: Typed,
    /// The type; `None` for the literal `none`, which has all.
    pub kind: Option<Type>,
    /// Whether it may be none here.
    pub optional: bool,
    /// Whether it is an unrounded quotient.
    pub quotient: bool,
    /// An optional operand that some comparison inside reads unguarded: under `not` it would turn into a pass.
    pub lenient: Option<String>,
    /// Names that exist if this is yes.
    pub if_yes: BTreeSet<String>,
    /// Names that exist if this is no.
    pub if_no: BTreeSet<String>,
}

impl Checked {
    pub(super) fn new(span: Span, node: TypedNode, kind: Type) -> Self {
        Self {
            typed: Typed { span, node },
            kind: Some(kind),
            optional: false,
            quotient: false,
            lenient: None,
            if_yes: BTreeSet::new(),
            if_no: BTreeSet::new(),
        }
    }

    pub(super) fn is(&self, kind: Type) -> bool {
        self.kind == Some(kind)
            || self.kind.is_none()
            || (kind == Type::Truth && self.kind == Some(Type::Judgement))
    }
}

/// Names implied to exist by a dotted name: itself and each of its heads.
pub(super) fn implied(e: &Expression) -> BTreeSet<String> {
    let ExpressionKind::Name(name) = e.kind() else { return BTreeSet::new() };
    let mut names = BTreeSet::from([name.text.clone()]);
    names.extend(
        name.text.match_indices('.').filter_map(|(at, _)| name.text.get(..at)).map(str::to_owned),
    );
    names
}

impl Builder<'_> {
    /// Checks an expression; `None` means that a diagnostic was given.
    pub(super) fn check(
        &mut self,
        e: &Expression,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        if self.levels >= MAX_LEVELS {
            let message = Message::TooLarge { name: self.shown(e.span()) };
            self.report(message.text(), message.code(), e.span());
            return None;
        }
        self.levels = self.levels.saturating_add(1);
        let checked = self.check_kind(e, scope, expected);
        self.levels = self.levels.saturating_sub(1);
        checked
    }

    fn check_kind(
        &mut self,
        e: &Expression,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        match e.kind() {
            ExpressionKind::Literal(literal) => self.literal(literal, e.span(), expected),
            ExpressionKind::Name(name) => self.name(name, scope, expected),
            ExpressionKind::Entry(name, key) => self.entry(name, key, e.span(), scope),
            ExpressionKind::At(inner, moment) => self.at(inner, moment, e.span(), scope),
            ExpressionKind::Negate(inner) => {
                let mut checked = self.check(inner, scope, expected)?;
                self.need_present(&checked, inner)?;
                checked.typed =
                    Typed { span: e.span(), node: TypedNode::Negate(Box::new(checked.typed)) };
                Some(checked)
            }
            ExpressionKind::Not(inner) => self.not(inner, e.span(), scope),
            ExpressionKind::And(items) => self.both(items, e.span(), scope),
            ExpressionKind::Or(items) => self.either(items, e.span(), scope),
            ExpressionKind::Compare(op, a, b) => self.compare(*op, a, b, e.span(), scope),
            ExpressionKind::Among(x, members) => self.among(x, members, e.span(), scope),
            ExpressionKind::Arithmetic(op, a, b) => {
                self.arithmetic(*op, a, b, e.span(), scope, expected)
            }
            ExpressionKind::If(condition, yes, no) => {
                self.conditional([condition, yes, no], e.span(), scope, expected)
            }
            ExpressionKind::Call(call) => self.call(call, e.span(), scope, expected),
        }
    }

    /// Checks an expression that must be yes or no.
    pub(super) fn truth(&mut self, e: &Expression, scope: &Scope) -> Option<Checked> {
        let mut checked = self.check(e, scope, Some(Type::Truth))?;
        self.need(&checked, Type::Truth, e.span())?;
        if checked.optional {
            checked.lenient = checked.lenient.or(Some(self.shown(e.span())));
            checked.optional = false;
        }
        if checked.if_yes.is_empty() {
            checked.if_yes = implied(e);
        }
        Some(checked)
    }

    /// Reports if an expression is not of a type.
    pub(super) fn need(&mut self, checked: &Checked, wanted: Type, span: Span) -> Option<()> {
        if checked.is(wanted) {
            return Some(());
        }
        let wanted = wanted.words(self.vocabulary());
        let found = self.kind_words(checked.kind);
        self.report(
            Localized::each(|l| {
                Message::TypeMismatch {
                    wanted: wanted.get(l).to_owned(),
                    found: found.get(l).to_owned(),
                }
                .text()
                .get(l)
                .to_owned()
            }),
            "E0401",
            span,
        );
        None
    }

    /// Reports if an operand of arithmetic or `not` may be none.
    pub(super) fn need_present(&mut self, checked: &Checked, e: &Expression) -> Option<()> {
        if !checked.optional {
            return Some(());
        }
        self.unguarded(&self.shown(e.span()), e.span());
        None
    }

    pub(super) fn unguarded(&mut self, name: &str, span: Span) {
        let message = Message::Unguarded { name: name.to_owned() };
        self.diagnostics.push(
            Diagnostic::error(message.code(), message.text(), span)
                .with_help(Message::GuardHelp.text()),
        );
    }

    pub(super) fn kind_words(&self, kind: Option<Type>) -> Localized {
        kind.map_or_else(|| Localized::same("none"), |k| k.words(self.vocabulary()))
    }

    pub(super) fn report(&mut self, message: Localized, code: &'static str, span: Span) {
        self.diagnostics.push(Diagnostic::error(code, message, span));
    }

    fn literal(
        &mut self,
        literal: &Literal,
        span: Span,
        expected: Option<Type>,
    ) -> Option<Checked> {
        let (value, kind) = match literal {
            Literal::Number(n) if expected == Some(Type::Money) => (Value::Money(*n), Type::Money),
            Literal::Number(n) => (Value::Number(*n), Type::Number),
            Literal::Days(n) => (Value::Days(*n), Type::Days),
            Literal::Months(n) => (Value::Months(*n), Type::Months),
            Literal::Money(n, currency) => {
                if currency != self.vocabulary().currency() {
                    let wanted = self.vocabulary().currency().to_owned();
                    let message = Message::OtherCurrency { found: currency.clone(), wanted };
                    self.report(message.text(), message.code(), span);
                    return None;
                }
                (Value::Money(*n), Type::Money)
            }
            Literal::Date(date) => (Value::Date(*date), Type::Date),
            Literal::Month(month) => (Value::Month(*month), Type::Month),
            Literal::Words(words) => (Value::Words(words.as_str().into()), Type::Words),
            Literal::Truth(truth) => (Value::Truth(*truth), Type::Truth),
            Literal::None if expected == Some(Type::Proof) => {
                (Value::Proof(Proof::None), Type::Proof)
            }
            Literal::None => {
                let mut nothing = Checked::new(span, TypedNode::Nothing, Type::Truth);
                nothing.kind = None;
                nothing.optional = true;
                return Some(nothing);
            }
        };
        Some(Checked::new(span, TypedNode::Constant(value), kind))
    }

    fn not(&mut self, inner: &Expression, span: Span, scope: &Scope) -> Option<Checked> {
        let checked = self.truth(inner, scope)?;
        if let Some(name) = &checked.lenient {
            self.unguarded(&name.clone(), inner.span());
            return None;
        }
        let node = TypedNode::Not(Box::new(checked.typed));
        let mut result = Checked::new(span, node, Type::Truth);
        result.if_yes = checked.if_no;
        result.if_no = checked.if_yes;
        Some(result)
    }

    /// Each part may rely on what the parts before it imply when they are yes.
    pub(super) fn both(
        &mut self,
        items: &[Expression],
        span: Span,
        scope: &Scope,
    ) -> Option<Checked> {
        let mut inner = scope.clone();
        let mut parts = Vec::new();
        for item in items {
            let checked = self.truth(item, &inner);
            if let Some(checked) = &checked {
                inner = inner.with_guarded(&checked.if_yes);
            }
            parts.push(checked);
        }
        let parts: Vec<Checked> = parts.into_iter().collect::<Option<_>>()?;
        let mut result = Checked::new(span, TypedNode::And(Vec::new()), Type::Truth);
        result.if_yes = parts.iter().flat_map(|p| p.if_yes.iter().cloned()).collect();
        result.if_no = common(parts.iter().map(|p| &p.if_no));
        result.lenient = parts.iter().find_map(|p| p.lenient.clone());
        result.typed.node = TypedNode::And(parts.into_iter().map(|p| p.typed).collect());
        Some(result)
    }

    /// Each part may rely on what the parts before it imply when they are no.
    pub(super) fn either(
        &mut self,
        items: &[Expression],
        span: Span,
        scope: &Scope,
    ) -> Option<Checked> {
        let mut inner = scope.clone();
        let mut parts = Vec::new();
        for item in items {
            let checked = self.truth(item, &inner);
            if let Some(checked) = &checked {
                inner = inner.with_guarded(&checked.if_no);
            }
            parts.push(checked);
        }
        let parts: Vec<Checked> = parts.into_iter().collect::<Option<_>>()?;
        let mut result = Checked::new(span, TypedNode::Or(Vec::new()), Type::Truth);
        result.if_no = parts.iter().flat_map(|p| p.if_no.iter().cloned()).collect();
        result.if_yes = common(parts.iter().map(|p| &p.if_yes));
        result.lenient = parts.iter().find_map(|p| p.lenient.clone());
        result.typed.node = TypedNode::Or(parts.into_iter().map(|p| p.typed).collect());
        Some(result)
    }

    fn compare(
        &mut self,
        op: Comparison,
        a: &Expression,
        b: &Expression,
        span: Span,
        scope: &Scope,
    ) -> Option<Checked> {
        // A bare member on the left learns its choice from the right.
        let is_unknown = |this: &mut Self| match a.kind() {
            ExpressionKind::Name(name) => {
                let known = this.quietly(|this| this.path(&name.text, name.span, scope));
                known.is_none()
            }
            ExpressionKind::Literal(Literal::Number(_)) => true,
            _ => false,
        };
        let (left, right) = if is_unknown(self) {
            let right = self.check(b, scope, None)?;
            (self.check(a, scope, right.kind)?, right)
        } else {
            let left = self.check(a, scope, None)?;
            let right = self.check(b, scope, left.kind)?;
            let left = match self.bare_member(a, right.kind).filter(|m| m.kind != left.kind) {
                Some(member) => member,
                None => left,
            };
            (left, right)
        };
        self.comparable(op, &left, &right, span, (a.span(), b.span()))?;
        let mut result = Checked::new(span, TypedNode::And(Vec::new()), Type::Truth);
        let optional =
            [(&left, a), (&right, b)].into_iter().find(|(c, _)| c.optional).map(|(_, e)| e.span());
        result.lenient = optional.map(|s| self.shown(s)).or(left.lenient).or(right.lenient);
        result.if_yes = implied(a).into_iter().chain(implied(b)).collect();
        result.typed.node = TypedNode::Compare(op, Box::new(left.typed), Box::new(right.typed));
        Some(result)
    }

    fn among(
        &mut self,
        x: &Expression,
        members: &[Expression],
        span: Span,
        scope: &Scope,
    ) -> Option<Checked> {
        let checked = self.check(x, scope, None)?;
        let mut values = Vec::new();
        for member in members {
            let found = self.check(member, scope, checked.kind)?;
            if checked.kind == Some(Type::Words) {
                self.comparable(Comparison::Equal, &checked, &found, span, (x.span(), span))?;
            }
            if let Some(kind) = checked.kind {
                self.need(&found, kind, member.span())?;
            }
            match found.typed.node {
                TypedNode::Constant(value) => values.push(value),
                _ => {
                    let kind = checked.kind.unwrap_or(Type::Truth);
                    let wrong = Checked::new(member.span(), TypedNode::Nothing, Type::Words);
                    self.need(&wrong, kind, member.span())?;
                }
            }
        }
        let mut result =
            Checked::new(span, TypedNode::Among(Box::new(checked.typed), values), Type::Truth);
        result.lenient = checked.optional.then(|| self.shown(x.span()));
        result.if_yes = implied(x);
        Some(result)
    }

    fn conditional(
        &mut self,
        [condition, yes, no]: [&Expression; 3],
        span: Span,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        let test = self.truth(condition, scope)?;
        let yes_checked = self.check(yes, &scope.with_guarded(&test.if_yes), expected);
        let expected = expected.or(yes_checked.as_ref().and_then(|c| c.kind));
        let no_checked = self.check(no, &scope.with_guarded(&test.if_no), expected);
        let (a, b) = (yes_checked?, no_checked?);
        if let Some(kind) = a.kind {
            self.need(&b, kind, no.span())?;
        }
        let node = TypedNode::If(Box::new(test.typed), Box::new(a.typed), Box::new(b.typed));
        let mut result = Checked::new(span, node, a.kind.or(b.kind).unwrap_or(Type::Truth));
        result.kind = a.kind.or(b.kind);
        result.optional = a.optional || b.optional;
        result.quotient = a.quotient || b.quotient;
        result.lenient =
            a.lenient.or(b.lenient).or(test.lenient.filter(|_| result.kind == Some(Type::Truth)));
        Some(result)
    }
}

/// Names that all of the sets share.
fn common<'a>(mut sets: impl Iterator<Item = &'a BTreeSet<String>>) -> BTreeSet<String> {
    let first = sets.next().cloned().unwrap_or_default();
    sets.fold(first, |all, set| all.intersection(set).cloned().collect())
}
