//! Checks formulas: values, `all`, `any`, bands and exceptions.

use super::check::Checked;
use super::functions::constant;
use super::graph::{Builder, Formula as CheckedFormula};
use super::rule_set::DefinitionId;
use super::scope::Scope;
use super::typed::{Typed, TypedBound, TypedNode};
use crate::rules::{Bands, Body, Bound, Formula, Purpose};
use crate::source::Span;
use crate::syntax::expression::{Comparison, Expression};
use crate::value::Value;
use crate::vocabulary::Type;
use crate::wording::catalogue::loading::LoadingMessage as Message;

impl Builder<'_> {
    /// Checks the formula of a definition against its declared type.
    pub(super) fn formula_of(&mut self, id: DefinitionId) -> Option<CheckedFormula> {
        let declared = self.definitions.get(id.index())?.declaration;
        let signature = self.signature(id)?;
        let mut scope = signature.of.map_or_else(Scope::default, Scope::of_column);
        scope.arguments = signature.takes.clone();
        let checked =
            self.body(&declared.body, &declared.name, declared.span, &scope, signature.kind)?;
        if checked.optional && !signature.optional {
            self.unguarded(&declared.name.clone(), checked.typed.span);
            return None;
        }
        if checked.quotient && declared.purpose != Purpose::Definition {
            self.unrounded(&declared.name, checked.typed.span);
            return None;
        }
        Some(CheckedFormula {
            typed: checked.typed,
            lenient: checked.lenient,
            quotient: checked.quotient,
        })
    }

    pub(super) fn unrounded(&mut self, name: &str, span: Span) {
        let message = Message::Unrounded { name: name.to_owned() };
        self.diagnostics.push(
            crate::diag::Diagnostic::error(message.code(), message.text(), span)
                .with_help(Message::RoundHelp.text()),
        );
    }

    fn body(
        &mut self,
        body: &Body,
        name: &str,
        span: Span,
        scope: &Scope,
        kind: Type,
    ) -> Option<Checked> {
        let base = self.formula(&body.base, name, span, scope, kind);
        let mut exceptions = Vec::new();
        let mut failed = false;
        for exception in &body.exceptions {
            let when = self.truth(&exception.when, scope);
            let guarded = when.as_ref().map(|w| w.if_yes.clone()).unwrap_or_default();
            let inner = scope.with_guarded(&guarded);
            let formula = self.formula(&exception.formula, name, span, &inner, kind);
            match (when, formula) {
                (Some(when), Some(formula)) => exceptions.push((when, formula)),
                _ => failed = true,
            }
        }
        let mut result = base?;
        if failed {
            return None;
        }
        if exceptions.is_empty() {
            return Some(result);
        }
        for (_, formula) in &exceptions {
            result.optional |= formula.optional;
            result.quotient |= formula.quotient;
            result.lenient = result.lenient.or_else(|| formula.lenient.clone());
        }
        let base = Box::new(result.typed);
        let exceptions = exceptions.into_iter().map(|(w, f)| (w.typed, f.typed)).collect();
        result.typed = Typed { span: base.span, node: TypedNode::Except(base, exceptions) };
        Some(result)
    }

    /// Checks one formula, which must be of type `kind`.
    pub(super) fn formula(
        &mut self,
        formula: &Formula,
        name: &str,
        span: Span,
        scope: &Scope,
        kind: Type,
    ) -> Option<Checked> {
        let checked = match formula {
            Formula::Value(expression) => {
                let mut checked = self.check(expression, scope, Some(kind))?;
                self.need(&checked, kind, expression.span())?;
                if kind == Type::Truth && checked.optional {
                    checked.lenient = checked.lenient.or(Some(self.shown(expression.span())));
                    checked.optional = false;
                }
                checked
            }
            Formula::All(items) => self.both(items, span, scope)?,
            Formula::Any(items) => self.either(items, span, scope)?,
            Formula::Bands(bands) => self.bands(bands, name, span, scope, kind)?,
        };
        self.need(&checked, kind, checked.typed.span)?;
        Some(checked)
    }

    fn bands(
        &mut self,
        bands: &Bands,
        name: &str,
        span: Span,
        scope: &Scope,
        kind: Type,
    ) -> Option<Checked> {
        let key = self.check(&bands.by, scope, None)?;
        let key_kind = key.kind?;
        let mut result = Checked::new(span, TypedNode::Nothing, kind);
        result.optional = key.optional;
        let mut rows: Vec<(TypedBound, Typed)> = Vec::new();
        for band in &bands.rows {
            let bound = self.bound(&band.bound, &key, scope)?;
            if self.is_unreachable(&rows, &bound, key_kind) {
                let message = Message::UnreachableBand { name: name.to_owned() };
                self.report(message.text(), message.code(), band.span);
                return None;
            }
            let formula = self.formula(&band.formula, name, band.span, scope, kind)?;
            result.optional |= formula.optional;
            result.quotient |= formula.quotient;
            result.lenient = result.lenient.or(formula.lenient);
            rows.push((bound, formula.typed));
        }
        if !self.is_closed(&rows, key_kind) {
            let message = Message::OpenBands { name: name.to_owned() };
            self.report(message.text(), message.code(), bands.by.span());
            return None;
        }
        result.typed.node = TypedNode::Bands(Box::new(key.typed), rows);
        Some(result)
    }

    fn bound(&mut self, bound: &Bound, key: &Checked, scope: &Scope) -> Option<TypedBound> {
        Some(match bound {
            Bound::Below(e) => TypedBound::Below(self.limit(e, key, Comparison::Less, scope)?),
            Bound::UpTo(e) => TypedBound::UpTo(self.limit(e, key, Comparison::AtMost, scope)?),
            Bound::Is(members) => {
                let mut values = Vec::new();
                for e in members {
                    let typed = self.limit(e, key, Comparison::Equal, scope)?;
                    values.push(self.literal_of(&typed, key)?);
                }
                TypedBound::Is(values)
            }
            Bound::Otherwise => TypedBound::Otherwise,
        })
    }

    /// A bound that the key can be compared with.
    fn limit(
        &mut self,
        e: &Expression,
        key: &Checked,
        op: Comparison,
        scope: &Scope,
    ) -> Option<Typed> {
        let kind = key.kind?;
        let checked = self.check(e, scope, Some(kind))?;
        self.need(&checked, kind, e.span())?;
        self.need_present(&checked, e)?;
        self.comparable(op, key, &checked, e.span(), (key.typed.span, e.span()))?;
        Some(checked.typed)
    }

    /// The value of a literal, which may have a minus.
    fn literal_of(&mut self, typed: &Typed, key: &Checked) -> Option<Value> {
        let negated = match &typed.node {
            TypedNode::Negate(inner) => constant(inner).and_then(Value::negated),
            _ => None,
        };
        let value = constant(typed).cloned().or(negated);
        if value.is_none() {
            let wrong = Checked::new(typed.span, TypedNode::Nothing, Type::Words);
            self.need(&wrong, key.kind?, typed.span)?;
        }
        value
    }

    /// A row is out of reach if one above takes everything it could take.
    fn is_unreachable(
        &self,
        above: &[(TypedBound, Typed)],
        bound: &TypedBound,
        kind: Type,
    ) -> bool {
        if self.is_closed(above, kind) {
            return true;
        }
        if let TypedBound::Is(members) = bound {
            let is_taken = |member: &Value| {
                above.iter().any(|(earlier, _)| match earlier {
                    TypedBound::Is(taken) => taken.contains(member),
                    TypedBound::Below(limit) => constant(limit).is_some_and(|l| member < l),
                    TypedBound::UpTo(limit) => constant(limit).is_some_and(|l| member <= l),
                    TypedBound::Otherwise => true,
                })
            };
            return members.iter().all(is_taken);
        }
        above.iter().any(|(earlier, _)| match (earlier, bound) {
            (
                TypedBound::Below(a) | TypedBound::UpTo(a),
                TypedBound::Below(b) | TypedBound::UpTo(b),
            ) => {
                let strict =
                    matches!((earlier, bound), (TypedBound::Below(_), TypedBound::UpTo(_)));
                match (constant(a), constant(b)) {
                    (Some(a), Some(b)) if strict => b < a,
                    (Some(a), Some(b)) => b <= a,
                    _ => false,
                }
            }
            _ => false,
        })
    }

    /// Whether the rows take every value of the key.
    fn is_closed(&self, rows: &[(TypedBound, Typed)], kind: Type) -> bool {
        let members = match kind {
            Type::Truth | Type::Judgement => Some(2),
            Type::Choice(id) => {
                self.vocabulary().choice(id).filter(|c| !c.is_open()).map(|c| c.members().len())
            }
            _ => None,
        };
        let mut taken = std::collections::BTreeSet::new();
        for (bound, _) in rows {
            match bound {
                TypedBound::Otherwise => return true,
                TypedBound::Is(values) => taken.extend(values.iter()),
                _ => {}
            }
        }
        members.is_some_and(|count| taken.len() == count)
    }
}
