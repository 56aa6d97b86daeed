//! Resolves names: members, fields of rows, arguments, facts, parameters, definitions.

use super::check::Checked;
use super::graph::{Builder, Signature};
use super::rule_set::Named;
use super::scope::Scope;
use super::typed::TypedNode;
use crate::source::Span;
use crate::syntax::expression::{Expression, ExpressionKind, Name};
use crate::value::{Proof, Value};
use crate::vocabulary::load::{GROUND, unknown_name};
use crate::vocabulary::{FieldId, ListId, Type};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

impl Builder<'_> {
    /// A bare name: a member of the expected choice first, then what the scope and the rules know.
    pub(super) fn name(
        &mut self,
        name: &Name,
        scope: &Scope,
        expected: Option<Type>,
    ) -> Option<Checked> {
        if let Some(member) = self.member_of(name, expected) {
            return Some(member);
        }
        if let Some(found) = self.path(&name.text, name.span, scope) {
            return found;
        }
        self.unknown(name, scope, expected);
        None
    }

    /// A bare name as the member of a choice, or as a strength of proof.
    fn member_of(&self, name: &Name, kind: Option<Type>) -> Option<Checked> {
        let value = match kind? {
            Type::Choice(id) => {
                Value::Choice(self.vocabulary().choice(id)?.member_named(&name.text)?)
            }
            Type::Proof => Value::Proof(Proof::from_name(&name.text)?),
            _ => return None,
        };
        Some(Checked::new(name.span, TypedNode::Constant(value), kind?))
    }

    /// An expression that is nothing but such a name.
    pub(super) fn bare_member(&self, e: &Expression, kind: Option<Type>) -> Option<Checked> {
        match e.kind() {
            ExpressionKind::Name(name) => self.member_of(name, kind),
            _ => None,
        }
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
        let (ground, _) = self.vocabulary().choice_named(GROUND).filter(|_| text == GROUND)?;
        Some(Some(Checked::new(span, TypedNode::Ground, Type::Choice(ground))))
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
                if self.parameter_key(id).is_some() {
                    let message = Message::NeedsKey { name: name.to_owned() };
                    self.report(message.text(), message.code(), span);
                    return Some(None);
                }
                (TypedNode::Parameter(id, None, None), kind, false)
            }
            Named::Definition(id) => {
                if !self.ensure(id, span) {
                    return Some(None);
                }
                let signature = self.signature(id)?;
                if self.is_incomplete(name, &signature, span) {
                    return Some(None);
                }
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

    /// Reports a definition read as a value although it needs a row or arguments.
    fn is_incomplete(&mut self, name: &str, signature: &Signature, span: Span) -> bool {
        if self.need_no_row(name, signature, span).is_none() {
            return true;
        }
        let wanted = signature.takes.len();
        if wanted > 0 {
            let (name, wanted) = (name.to_owned(), wanted.to_string());
            let message = Message::ArgumentCount { name, wanted, found: 0 };
            self.report(message.text(), message.code(), span);
        }
        wanted > 0
    }

    /// Reports a computed column where there is no row of its list.
    pub(super) fn need_no_row(
        &mut self,
        name: &str,
        signature: &Signature,
        span: Span,
    ) -> Option<()> {
        let Some(list) = signature.of else { return Some(()) };
        let list = self.vocabulary().list(list).map_or("", |l| l.name()).to_owned();
        let message = Message::NoRow { name: name.to_owned(), list };
        self.report(message.text(), message.code(), span);
        None
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
    pub(super) fn entry(
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
        let kind = self.parameter_kind(id)?;
        let Some(by) = self.parameter_key(id) else {
            let message = Message::NoTable { name: name.text.clone() };
            self.report(message.text(), message.code(), span);
            return None;
        };
        let key_checked = self.check(key, scope, Some(Type::Choice(by)))?;
        self.need(&key_checked, Type::Choice(by), key.span())?;
        let member = Some(Box::new(key_checked.typed));
        let mut checked = Checked::new(span, TypedNode::Parameter(id, member, None), kind);
        checked.optional = key_checked.optional;
        Some(checked)
    }

    /// `underperformance.ratio at month`
    pub(super) fn at(
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
        let mut checked = Checked::new(span, TypedNode::Parameter(id, member, at), kind);
        checked.optional = read.optional || moment_checked.optional;
        Some(checked)
    }
}
