//! Formulas read aloud: names by their titles, or by their values in this case.

mod aggregates;
mod functions;
mod names;

use super::desk::Desk;
use super::speech::Speech;
use crate::compile::DefinitionEntry;
use crate::compile::typed::{Typed, TypedBound, TypedNode};
use crate::syntax::expression::{Comparison, Operator};
use crate::value::{Exact, Rounding, Value};
use crate::vocabulary::{ListId, Type};
use crate::wording::Language;
use crate::wording::catalogue::phrases::PhraseWords as Words;

/// Reads formulas aloud.
#[derive(Clone)]
pub(super) struct Phrases<'a> {
    speech: Speech<'a>,
    /// The case, if names are read as the values they have in it.
    case: Option<Desk<'a>>,
    /// Arguments of the definition being read.
    takes: &'a [(String, Type)],
    /// The values it was called with.
    given: &'a [Value],
    /// Lists whose rows are in scope, by frame.
    frames: Vec<(usize, Option<ListId>)>,
}

impl<'a> Phrases<'a> {
    /// Returns a reader of formulas by titles.
    pub(super) fn titles(speech: Speech<'a>) -> Self {
        Self { speech, case: None, takes: &[], given: &[], frames: Vec::new() }
    }

    /// Returns a reader of formulas by the values of the case.
    pub(super) fn values(desk: Desk<'a>) -> Self {
        Self { case: Some(desk), ..Self::titles(desk.speech()) }
    }

    /// Returns the reader for the formula of a definition called with some values.
    pub(super) fn called(mut self, entry: &'a DefinitionEntry, given: &'a [Value]) -> Self {
        if given.len() == entry.takes.len() {
            self.given = given;
        }
        self.inside(entry)
    }

    /// Returns the reader for the formula of a definition.
    pub(super) fn inside(mut self, entry: &'a DefinitionEntry) -> Self {
        self.takes = &entry.takes;
        self.frames = entry.of.iter().map(|list| (0, Some(*list))).collect();
        self
    }

    /// Returns an expression in words.
    pub(super) fn phrase(&self, typed: &'a Typed) -> String {
        if let Some(desk) = self.case.filter(|_| self.is_name(typed)) {
            let kind = self.kind(typed).unwrap_or(Type::Words);
            let text = desk.value(&desk.assessment.evaluate(typed), kind, self.hides(typed));
            return match kind {
                Type::Choice(_) => format!("“{text}”"),
                _ => text,
            };
        }
        match &typed.node {
            TypedNode::Constant(value) => self.constant(value, None),
            TypedNode::Nothing => self.say(&Words::Nothing),
            TypedNode::Negate(x) => format!("−{}", self.part(x)),
            TypedNode::Not(x) => self.say(&Words::Not { a: self.phrase(x) }),
            TypedNode::And(items) => self.joined(items, &Words::And),
            TypedNode::Or(items) => self.joined(items, &Words::Or),
            TypedNode::Compare(op, a, b) => self.comparison(*op, a, b),
            TypedNode::Among(x, values) => {
                let kind = self.kind(x);
                let all: Vec<String> = values.iter().map(|v| self.constant(v, kind)).collect();
                let b = self.speech.listed(&all);
                self.say(&Words::Among { a: self.phrase(x), b })
            }
            TypedNode::Arithmetic(op, a, b) => self.arithmetic(*op, a, b),
            TypedNode::If(condition, yes, no) => self.conditional(condition, yes, no),
            TypedNode::Exists(x) => self.say(&Words::Exists { a: self.phrase(x) }),
            TypedNode::Default(x, other) => {
                let b = self.typed_as(other, self.kind(x));
                self.say(&Words::Default { a: self.phrase(x), b })
            }
            TypedNode::ProofOf(x) => self.say(&Words::ProofOf { a: self.phrase(x) }),
            TypedNode::Round(x, place, mode) => self.rounded(x, *place, *mode),
            TypedNode::AddMonths(a, b, _) => {
                self.say(&Words::MonthsLater { a: self.part(a), b: self.part(b) })
            }
            TypedNode::Function(function, items) => self.function(*function, items),
            TypedNode::Aggregate(aggregate) => self.aggregate(aggregate),
            TypedNode::Bands(by, rows) => self.bands(by, rows),
            TypedNode::Except(base, exceptions) => self.except(base, exceptions),
            _ => self.name(typed),
        }
    }

    fn say(&self, words: &Words) -> String {
        self.speech.say(&words.text())
    }

    fn constant(&self, value: &Value, kind: Option<Type>) -> String {
        let kind = kind.unwrap_or(Type::Number);
        let text =
            super::values::known(value, kind, self.speech.vocabulary(), self.speech.language);
        match value {
            Value::Choice(_) | Value::Words(_) => format!("“{text}”"),
            _ => text,
        }
    }

    /// Returns an operand, a constant of it in the type of the other one.
    fn typed_as(&self, typed: &'a Typed, kind: Option<Type>) -> String {
        match &typed.node {
            TypedNode::Constant(value) => self.constant(value, kind),
            _ => self.phrase(typed),
        }
    }

    /// Returns an operand, in brackets if it is a sum or longer.
    fn part(&self, typed: &'a Typed) -> String {
        let text = self.phrase(typed);
        let is_long = match &typed.node {
            TypedNode::Arithmetic(op, ..) => {
                matches!(op, Operator::Add | Operator::Subtract)
            }
            TypedNode::If(..)
            | TypedNode::And(_)
            | TypedNode::Or(_)
            | TypedNode::Except(..)
            | TypedNode::Bands(..)
            | TypedNode::Compare(..)
            | TypedNode::Round(..) => true,
            TypedNode::Function(..) | TypedNode::Aggregate(_) | TypedNode::Default(..) => {
                self.case.is_none() || !self.is_name(typed)
            }
            _ => false,
        };
        if is_long { self.bracketed(&text) } else { text }
    }

    /// Returns an operand of words that stand behind it, in brackets if it is computed.
    fn tight(&self, typed: &'a Typed, kind: Option<Type>) -> String {
        match &typed.node {
            TypedNode::Constant(value) => self.constant(value, kind),
            TypedNode::Arithmetic(..) if self.case.is_none() || !self.is_name(typed) => {
                self.bracketed(&self.phrase(typed))
            }
            _ => self.part(typed),
        }
    }

    fn bracketed(&self, text: &str) -> String {
        match self.speech.language {
            Language::Chinese => format!("（{text}）"),
            Language::English => format!("({text})"),
        }
    }

    fn joined(&self, items: &'a [Typed], words: &Words) -> String {
        let is_series =
            |t: &Typed| matches!(t.node, TypedNode::And(_) | TypedNode::Or(_) | TypedNode::If(..));
        let parts = items.iter().map(|i| if is_series(i) { self.part(i) } else { self.phrase(i) });
        parts.collect::<Vec<_>>().join(&self.say(words))
    }

    fn comparison(&self, op: Comparison, a: &'a Typed, b: &'a Typed) -> String {
        let kind = self.kind(a).or_else(|| self.kind(b));
        if let (Comparison::Equal, TypedNode::Constant(Value::Truth(true))) = (op, &b.node) {
            return self.phrase(a);
        }
        if let (Comparison::Equal, TypedNode::Constant(Value::Truth(false))) = (op, &b.node) {
            return self.say(&Words::Not { a: self.phrase(a) });
        }
        let (a, b) = (self.typed_as(a, kind), self.typed_as(b, kind));
        let words = match (op, kind.is_some_and(is_time)) {
            (Comparison::Equal, _) => Words::Equal { a, b },
            (Comparison::Unequal, _) => Words::Unequal { a, b },
            (Comparison::Less, true) => Words::Before { a, b },
            (Comparison::AtMost, true) => Words::NotAfter { a, b },
            (Comparison::Greater, true) => Words::After { a, b },
            (Comparison::AtLeast, true) => Words::NotBefore { a, b },
            (Comparison::Less, false) => Words::Below { a, b },
            (Comparison::AtMost, false) => Words::AtMost { a, b },
            (Comparison::Greater, false) => Words::Above { a, b },
            (Comparison::AtLeast, false) => Words::AtLeast { a, b },
        };
        self.say(&words)
    }

    fn arithmetic(&self, op: Operator, a: &'a Typed, b: &'a Typed) -> String {
        let sign = match op {
            Operator::Add => "+",
            Operator::Subtract => "−",
            Operator::Multiply => "×",
            Operator::Divide => "÷",
            Operator::Quotient => {
                return self.say(&Words::Quotient { a: self.part(a), b: self.part(b) });
            }
            Operator::Remainder => {
                return self.say(&Words::Remainder { a: self.part(a), b: self.part(b) });
            }
        };
        let left = match (op, &a.node) {
            (Operator::Add | Operator::Subtract, TypedNode::Arithmetic(..)) => self.phrase(a),
            _ => self.part(a),
        };
        format!("{left} {sign} {}", self.part(b))
    }

    fn conditional(&self, condition: &'a Typed, yes: &'a Typed, no: &'a Typed) -> String {
        let constant = |t: &Typed| match &t.node {
            TypedNode::Constant(Value::Truth(truth)) => Some(*truth),
            _ => None,
        };
        let a = self.phrase(condition);
        let words = match (constant(yes), constant(no)) {
            (None, Some(true)) => Words::Where { a, b: self.phrase(yes) },
            (Some(true), None) => Words::Unless { a, b: self.phrase(no) },
            _ => Words::If { a, b: self.phrase(yes), c: self.phrase(no) },
        };
        self.say(&words)
    }

    fn rounded(&self, x: &'a Typed, place: Exact, mode: Rounding) -> String {
        let place = super::values::known(
            &Value::Number(place),
            Type::Number,
            self.speech.vocabulary(),
            self.speech.language,
        );
        let mode = self.say(&rounding(mode));
        self.say(&Words::Rounded { a: self.phrase(x), place, mode })
    }

    fn bands(&self, by: &'a Typed, rows: &'a [(TypedBound, Typed)]) -> String {
        let kind = self.kind(by);
        let row = |(bound, formula): &'a (TypedBound, Typed)| {
            let b = self.phrase(formula);
            let words = match bound {
                TypedBound::Below(limit) => Words::BandBelow { a: self.typed_as(limit, kind), b },
                TypedBound::UpTo(limit) => Words::BandUpTo { a: self.typed_as(limit, kind), b },
                TypedBound::Is(values) => {
                    let all: Vec<String> = values.iter().map(|v| self.constant(v, kind)).collect();
                    Words::BandIs { a: self.speech.listed(&all), b }
                }
                TypedBound::Otherwise => Words::BandElse { b },
            };
            self.say(&words)
        };
        let rows: Vec<String> = rows.iter().map(row).collect();
        let b = self.speech.clauses(&rows);
        self.say(&Words::Bands { a: self.phrase(by), b })
    }

    fn except(&self, base: &'a Typed, exceptions: &'a [(Typed, Typed)]) -> String {
        let one = |(when, formula): &'a (Typed, Typed)| {
            self.say(&Words::Where { a: self.phrase(when), b: self.phrase(formula) })
        };
        let exceptions: Vec<String> = exceptions.iter().map(one).collect();
        let b = self.speech.clauses(&exceptions);
        self.say(&Words::Except { a: self.phrase(base), b })
    }
}

/// Returns the words of a rounding mode.
fn rounding(mode: Rounding) -> Words {
    match mode {
        Rounding::HalfUp => Words::HalfUp,
        Rounding::HalfEven => Words::HalfEven,
        Rounding::Floor => Words::Floor,
        Rounding::Ceiling => Words::Ceiling,
        Rounding::Truncate => Words::Truncate,
    }
}

fn is_time(kind: Type) -> bool {
    matches!(kind, Type::Date | Type::Month)
}
