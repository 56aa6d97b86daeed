//! What decides between values: conjunctions, conditions, defaults, bands and exceptions.

use super::arithmetic::{among, compare};
use super::derivation::{Recorder, What};
use super::evaluate::{Evaluator, Frame, RowRef};
use super::state::{Eval, Unknown};
use crate::compile::typed::{Comparison, Typed, TypedBound, TypedNode};
use crate::value::Value;

impl<R: Recorder> Evaluator<'_, R> {
    /// A conjunction, or with `wanted` a disjunction: `wanted` settles it.
    pub(super) fn series(&mut self, items: &[Typed], frame: &Frame<'_>, wanted: bool) -> Eval {
        let mut found = false;
        let mut unknown = Unknown::default();
        let mut open = false;
        for item in items {
            let value = self.line(item, frame);
            match value.as_truth() {
                Some(truth) if truth == wanted => {
                    found = true;
                    if !R::THOROUGH {
                        break;
                    }
                }
                Some(_) => {}
                None => {
                    open = true;
                    unknown.absorb(&value);
                }
            }
        }
        match (found, open) {
            (true, _) => Eval::truth(wanted),
            (false, true) => unknown.into(),
            (false, false) => Eval::truth(!wanted),
        }
    }

    /// One part of a conjunction or disjunction, as a step of its own.
    fn line(&mut self, item: &Typed, frame: &Frame<'_>) -> Eval {
        if is_step(&item.node) {
            return self.eval(item, frame);
        }
        self.recorder.open();
        let value = self.eval(item, frame);
        self.recorder.close(|| What::Line(item.span), &value);
        value
    }

    /// The test of one row, as a step of its own.
    pub(super) fn test(&mut self, body: &Typed, row: &RowRef, frame: &Frame<'_>) -> Eval {
        if !R::THOROUGH || matches!(body.node, TypedNode::Column(..)) {
            return self.eval(body, frame);
        }
        self.recorder.open();
        let value = self.eval(body, frame);
        let name = self.name_of(row);
        self.recorder.close(|| What::Test(body.span, name), &value);
        value
    }

    pub(super) fn compare(
        &mut self,
        op: Comparison,
        a: &Typed,
        b: &Typed,
        frame: &Frame<'_>,
    ) -> Eval {
        let (a, b) = (self.eval(a, frame), self.eval(b, frame));
        compare(op, &a, &b)
    }

    pub(super) fn among(&mut self, x: &Typed, values: &[Value], frame: &Frame<'_>) -> Eval {
        among(&self.eval(x, frame), values)
    }

    pub(super) fn conditional(
        &mut self,
        [condition, yes, no]: [&Typed; 3],
        frame: &Frame<'_>,
    ) -> Eval {
        let test = self.eval(condition, frame);
        match test.as_truth() {
            Some(true) => self.eval(yes, frame),
            Some(false) => self.eval(no, frame),
            None => {
                let branches = [self.eval(yes, frame), self.eval(no, frame)];
                Eval::one_of(&test, &branches)
            }
        }
    }

    pub(super) fn default(&mut self, value: &Typed, other: &Typed, frame: &Frame<'_>) -> Eval {
        match self.eval(value, frame) {
            Eval::None => self.eval(other, frame),
            Eval::Unknown(unknown) if unknown.may_be_none => {
                let other = self.eval(other, frame);
                let on = Eval::Unknown(unknown);
                let present = on.clone().perhaps_none(false);
                Eval::one_of(&on, &[present, other])
            }
            settled => settled,
        }
    }

    pub(super) fn bands(
        &mut self,
        by: &Typed,
        rows: &[(TypedBound, Typed)],
        frame: &Frame<'_>,
    ) -> Eval {
        let key = self.eval(by, frame);
        if key == Eval::None {
            return Eval::None;
        }
        let mut open = Vec::new();
        let mut reachable = Vec::new();
        for (bound, formula) in rows {
            let taken = match bound {
                TypedBound::Below(limit) => {
                    compare(Comparison::Less, &key, &self.eval(limit, frame))
                }
                TypedBound::UpTo(limit) => {
                    compare(Comparison::AtMost, &key, &self.eval(limit, frame))
                }
                TypedBound::Is(values) => among(&key, values),
                TypedBound::Otherwise => Eval::truth(true),
            };
            match taken.as_truth() {
                Some(true) if reachable.is_empty() && !key.may_be_none() => {
                    return self.eval(formula, frame);
                }
                Some(true) => {
                    reachable.push(self.eval(formula, frame));
                    break;
                }
                Some(false) => {}
                None => {
                    reachable.push(self.eval(formula, frame));
                    open.push(taken);
                }
            }
        }
        if key.may_be_none() {
            reachable.push(Eval::None);
            open.push(key);
        }
        Eval::one_of(&Eval::waiting_for(&open), &reachable)
    }

    pub(super) fn except(
        &mut self,
        base: &Typed,
        exceptions: &[(Typed, Typed)],
        frame: &Frame<'_>,
    ) -> Eval {
        let Some(((when, formula), rest)) = exceptions.split_first() else {
            return self.eval(base, frame);
        };
        let test = self.eval(when, frame);
        match test.as_truth() {
            Some(true) => self.eval(formula, frame),
            Some(false) => self.except(base, rest, frame),
            None => {
                let values = [self.eval(formula, frame), self.except(base, rest, frame)];
                Eval::one_of(&test, &values)
            }
        }
    }
}

/// Whether reading an expression is a step by itself.
fn is_step(node: &TypedNode) -> bool {
    matches!(node, TypedNode::Definition(_) | TypedNode::Fact(_) | TypedNode::Column(..))
}
