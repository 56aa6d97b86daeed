//! Checks formulas: values, `all`, `any`, bands and exceptions.

use super::check::Checked;
use super::functions::constant;
use super::graph::{Builder, Formula as CheckedFormula};
use super::rule_set::DefinitionId;
use super::scope::Scope;
use super::typed::{Typed, TypedBound, TypedNode};
use crate::rules::{Bands, Body, Bound, Formula, Purpose};
use crate::source::Span;
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
            let bound = self.bound(&band.bound, key_kind, scope)?;
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

    fn bound(&mut self, bound: &Bound, kind: Type, scope: &Scope) -> Option<TypedBound> {
        let mut limit = |e: &crate::syntax::expression::Expression| {
            let checked = self.check(e, scope, Some(kind))?;
            self.need(&checked, kind, e.span())?;
            self.need_present(&checked, e)?;
            Some(checked.typed)
        };
        Some(match bound {
            Bound::Below(e) => TypedBound::Below(limit(e)?),
            Bound::UpTo(e) => TypedBound::UpTo(limit(e)?),
            Bound::Is(members) => {
                let typed: Vec<Typed> = members.iter().map(limit).collect::<Option<_>>()?;
                TypedBound::Is(typed.iter().filter_map(|t| constant(t).cloned()).collect())
            }
            Bound::Otherwise => TypedBound::Otherwise,
        })
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
        above.iter().any(|(earlier, _)| match (earlier, bound) {
            (TypedBound::Is(taken), TypedBound::Is(members)) => {
                members.iter().all(|m| taken.contains(m))
            }
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
