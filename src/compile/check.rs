//! Resolves names and checks types of expressions.

use std::collections::BTreeSet;

use super::graph::Builder;
use super::rule_set::Named;
use super::scope::Scope;
use super::typed::{Typed, TypedNode};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::expression::{Comparison, Expression, ExpressionKind, Literal, Name};
use crate::value::{Proof, Value};
use crate::vocabulary::load::unknown_name;
use crate::vocabulary::{FieldId, ListId, Type};
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

    /// A bare name: a member of the expected choice first, then what the scope and the rules know.
    fn name(&mut self, name: &Name, scope: &Scope, expected: Option<Type>) -> Option<Checked> {
        let constant =
            |value, kind| Some(Checked::new(name.span, TypedNode::Constant(value), kind));
        if let Some(Type::Choice(id)) = expected {
            let member = self.vocabulary().choice(id).and_then(|c| c.member_named(&name.text));
            if let Some(member) = member {
                return constant(Value::Choice(member), Type::Choice(id));
            }
        }
        if expected == Some(Type::Proof)
            && let Some(proof) = Proof::from_name(&name.text)
        {
            return constant(Value::Proof(proof), Type::Proof);
        }
        if let Some(found) = self.path(&name.text, name.span, scope) {
            return found;
        }
        self.unknown(name, scope, expected);
        None
    }

    fn unknown(&mut self, name: &Name, scope: &Scope, expected: Option<Type>) {
        let mut known: Vec<String> = self.names.keys().cloned().collect();
        for list in scope.frames.iter().filter_map(|f| f.list) {
            let fields = self.vocabulary().list(list).map_or(&[][..], |l| l.fields());
            known.extend(fields.iter().map(|f| f.name().to_owned()));
        }
        if let Some(Type::Choice(id)) = expected {
            let members = self.vocabulary().choice(id).map_or(&[][..], |c| c.members());
            known.extend(members.iter().map(|m| m.name().to_owned()));
        }
        let what = Localized::new("名称", "name");
        let diagnostic =
            unknown_name(&what, &name.text, name.span, known.iter().map(String::as_str));
        self.diagnostics.push(diagnostic);
    }

    /// Resolves a dotted path; the outer `None` means that nothing has its name.
    pub(super) fn path(
        &mut self,
        text: &str,
        span: Span,
        scope: &Scope,
    ) -> Option<Option<Checked>> {
        let parts: Vec<&str> = text.split('.').collect();
        let (first, rest) = parts.split_first()?;
        for (index, frame) in scope.frames.iter().enumerate().rev() {
            let by_alias = frame.alias.as_deref() == Some(first);
            let generated = frame.list.is_none() && frame.alias.is_none() && *first == "month";
            if by_alias || generated {
                let kind = frame.list.map_or(Type::Month, Type::Row);
                let row = Checked::new(span, TypedNode::RowVariable(index), kind);
                return self.follow(row, first, rest, span, scope);
            }
            let Some(list) = frame.list else { continue };
            if let Some(field) = self.row_member(index, list, first, span, scope) {
                return self.follow(field?, first, rest, span, scope);
            }
        }
        if let Some(at) = scope.arguments.iter().position(|(name, _)| name == text) {
            let kind = scope.arguments.get(at).map_or(Type::Number, |(_, kind)| *kind);
            return Some(Some(Checked::new(span, TypedNode::Argument(at), kind)));
        }
        for count in (1..=parts.len()).rev() {
            let head = parts.get(..count)?.join(".");
            if let Some(named) = self.names.get(&head).copied() {
                let Some(base) = self.global(named, &head, span, scope)? else { return Some(None) };
                return self.follow(base, &head, parts.get(count..)?, span, scope);
            }
        }
        None
    }

    /// A field or computed column of the row in frame `index`.
    fn row_member(
        &mut self,
        index: usize,
        list: ListId,
        name: &str,
        span: Span,
        scope: &Scope,
    ) -> Option<Option<Checked>> {
        if let Some((id, kind, optional)) = self.field(list, name) {
            let mut checked = Checked::new(span, TypedNode::Field(index, id), kind);
            checked.optional = optional && !scope.guards(name);
            return Some(Some(checked));
        }
        let id = self.column(list, name)?;
        if !self.ensure(id, span) {
            return Some(None);
        }
        let signature = self.signature(id)?;
        let mut checked = Checked::new(span, TypedNode::Column(index, id), signature.kind);
        checked.optional = signature.optional && !scope.guards(name);
        checked.lenient = self.lenient(id);
        checked.quotient = self.is_quotient(id);
        Some(Some(checked))
    }

    fn field(&self, list: ListId, name: &str) -> Option<(FieldId, Type, bool)> {
        let (id, field) = self.vocabulary().list(list)?.field_named(name)?;
        Some((id, field.kind(), field.is_optional()))
    }

    /// A fact, parameter or definition; the outer `None` is for lists, which are no values.
    fn global(
        &mut self,
        named: Named,
        name: &str,
        span: Span,
        scope: &Scope,
    ) -> Option<Option<Checked>> {
        let (node, kind, optional) = match named {
            Named::Fact(id) => {
                let fact = self.vocabulary().fact(id)?;
                (TypedNode::Fact(id), fact.kind(), fact.is_optional())
            }
            Named::Parameter(id) => {
                self.used_parameters.insert(id);
                let kind = self.parameter_kind(id)?;
                (TypedNode::Parameter(id, None, None), kind, false)
            }
            Named::Definition(id) => {
                if !self.ensure(id, span) {
                    return Some(None);
                }
                let signature = self.signature(id)?;
                (TypedNode::Definition(id), signature.kind, signature.optional)
            }
            Named::List(_) => return None,
        };
        let mut checked = Checked::new(span, node, kind);
        checked.optional = optional && !scope.guards(name);
        if let Named::Definition(id) = named {
            checked.lenient = self.lenient(id);
            checked.quotient = self.is_quotient(id);
        }
        Some(Some(checked))
    }

    /// Goes from a row to its fields, as far as the path says.
    fn follow(
        &mut self,
        mut base: Checked,
        head: &str,
        rest: &[&str],
        span: Span,
        scope: &Scope,
    ) -> Option<Option<Checked>> {
        let mut head = head.to_owned();
        for part in rest {
            let Some(Type::Row(list)) = base.kind else { return None };
            let frame = match &base.typed.node {
                TypedNode::RowVariable(index) => Some(*index),
                _ => None,
            };
            head = format!("{head}.{part}");
            let mut next = if let Some((id, kind, optional)) = self.field(list, part) {
                let node = match frame {
                    Some(index) => TypedNode::Field(index, id),
                    None => TypedNode::FieldOf(Box::new(base.typed), list, id),
                };
                let mut next = Checked::new(span, node, kind);
                next.optional = optional;
                next
            } else {
                let id = self.column(list, part)?;
                if !self.ensure(id, span) {
                    return Some(None);
                }
                let signature = self.signature(id)?;
                let node = match frame {
                    Some(index) => TypedNode::Column(index, id),
                    None => TypedNode::ColumnOf(Box::new(base.typed), list, id),
                };
                let mut next = Checked::new(span, node, signature.kind);
                next.optional = signature.optional;
                next.lenient = self.lenient(id);
                next.quotient = self.is_quotient(id);
                next
            };
            next.optional = (next.optional || base.optional) && !scope.guards(&head);
            base = next;
        }
        Some(Some(base))
    }

    /// `retirement.from[category]`
    fn entry(
        &mut self,
        name: &Name,
        key: &Expression,
        span: Span,
        scope: &Scope,
    ) -> Option<Checked> {
        let Some(Named::Parameter(id)) = self.names.get(&name.text).copied() else {
            self.unknown(name, scope, None);
            return None;
        };
        self.used_parameters.insert(id);
        let (kind, by) = (self.parameter_kind(id)?, self.parameter_key(id));
        let key_checked = self.check(key, scope, by.map(Type::Choice))?;
        if let Some(by) = by {
            self.need(&key_checked, Type::Choice(by), key.span())?;
        }
        let member = Some(Box::new(key_checked.typed));
        Some(Checked::new(span, TypedNode::Parameter(id, member, None), kind))
    }

    /// `underperformance.ratio at month`
    fn at(
        &mut self,
        inner: &Expression,
        moment: &Expression,
        span: Span,
        scope: &Scope,
    ) -> Option<Checked> {
        let read = self.check(inner, scope, None)?;
        let moment_checked = self.check(moment, scope, Some(Type::Date))?;
        if !moment_checked.is(Type::Month) {
            self.need(&moment_checked, Type::Date, moment.span())?;
        }
        let kind = read.kind?;
        let TypedNode::Parameter(id, member, None) = read.typed.node else {
            let wanted = Localized::new("参数", "a parameter");
            let found = self.kind_words(Some(kind));
            let message = Localized::each(|l| {
                let (wanted, found) = (wanted.get(l).to_owned(), found.get(l).to_owned());
                Message::TypeMismatch { wanted, found }.text().get(l).to_owned()
            });
            self.report(message, "E0401", inner.span());
            return None;
        };
        let at = Some(Box::new(moment_checked.typed));
        Some(Checked::new(span, TypedNode::Parameter(id, member, at), kind))
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
            ExpressionKind::Name(name) => this.path(&name.text, name.span, scope).is_none(),
            ExpressionKind::Literal(Literal::Number(_)) => true,
            _ => false,
        };
        let (left, right) = if is_unknown(self) {
            let right = self.check(b, scope, None)?;
            (self.check(a, scope, right.kind)?, right)
        } else {
            let left = self.check(a, scope, None)?;
            let right = self.check(b, scope, left.kind)?;
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
