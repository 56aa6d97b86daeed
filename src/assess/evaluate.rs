//! The one evaluator: walks typed trees over a case, generic over a recorder.

use std::collections::BTreeMap;

use super::arithmetic::{better, combine, later_by_months};
use super::derivation::{Recorder, StepId, What};
use super::state::{Eval, Problem};
use super::waits::Wait;
use crate::case::{CaseFile, Cell, Rows, Stated};
use crate::compile::typed::{Typed, TypedNode};
use crate::compile::{DefinitionId, ParameterId, RuleSet};
use crate::rules::Better;
use crate::value::{Date, Month, Proof, Value};
use crate::vocabulary::load::GROUND;
use crate::vocabulary::{FieldId, ListId};

/// Values given directly instead of being computed, as tests and planners do.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// Definitions, figures and deadlines.
    pub definitions: BTreeMap<DefinitionId, Eval>,
    /// Parameters.
    pub parameters: BTreeMap<ParameterId, Eval>,
}

/// A row in scope.
#[derive(Debug, Clone)]
pub(super) enum RowRef {
    /// A row the case has.
    Present(ListId, u32),
    /// A row of a series the case does not have: its known keys and its name.
    Absent(ListId, Vec<(FieldId, Value)>, std::sync::Arc<str>),
    /// A month of a generated list.
    Month(Month),
}

/// Rows and arguments in scope, innermost first.
#[derive(Clone, Copy)]
pub(super) struct Frame<'p> {
    pub row: Option<(usize, &'p RowRef)>,
    pub parent: Option<&'p Frame<'p>>,
    pub arguments: &'p [Eval],
}

impl Frame<'_> {
    pub(super) const EMPTY: Frame<'static> = Frame { row: None, parent: None, arguments: &[] };

    fn row(&self, index: usize) -> Option<&RowRef> {
        match self.row {
            Some((at, row)) if at == index => Some(row),
            _ => self.parent?.row(index),
        }
    }
}

#[derive(Debug, Clone)]
enum Memo {
    New,
    Busy,
    Done(Eval, StepId),
}

/// Evaluates expressions of one rule set over one case.
pub struct Evaluator<'a, R> {
    pub(super) rules: &'a RuleSet,
    pub(super) case: &'a CaseFile,
    pub(super) as_of: Date,
    pub(super) law_date: Option<&'a Typed>,
    ground: Option<u32>,
    pub(super) version: Option<Date>,
    pub(super) overrides: &'a Overrides,
    pub(super) recorder: R,
    memo: Vec<Memo>,
    columns: BTreeMap<(DefinitionId, u32), (Eval, StepId)>,
    selecting: u32,
}

/// Selecting dates may need parameters that need selecting dates; deeper than this is a circle.
const MAX_SELECTING: u32 = 32;

impl<'a, R: Recorder> Evaluator<'a, R> {
    /// Returns an evaluator for a ground; `version` is the policy version the case names.
    pub fn new(
        rules: &'a RuleSet,
        case: &'a CaseFile,
        ground: &str,
        (as_of, version): (Date, Option<Date>),
        overrides: &'a Overrides,
        recorder: R,
    ) -> Self {
        Self {
            rules,
            case,
            as_of,
            law_date: rules.law_date(ground),
            ground: rules
                .vocabulary()
                .choice_named(GROUND)
                .and_then(|(_, c)| c.member_named(ground)),
            version,
            overrides,
            recorder,
            memo: vec![Memo::New; rules.definitions().len()],
            columns: BTreeMap::new(),
            selecting: 0,
        }
    }

    /// Returns the value of an expression without rows or arguments in scope.
    pub fn value(&mut self, typed: &Typed) -> Eval {
        self.eval(typed, &Frame::EMPTY)
    }

    /// Returns the value of a definition without arguments, and its step.
    pub fn definition(&mut self, id: DefinitionId) -> (Eval, StepId) {
        if let Some(given) = self.overrides.definitions.get(&id) {
            let given = given.clone();
            self.recorder.open();
            let step = self.recorder.close(|| What::Definition(id), &given);
            return (given, step);
        }
        match self.memo.get(id.index()) {
            Some(Memo::Done(value, step)) => {
                let (value, step) = (value.clone(), *step);
                self.recorder.refer(step);
                return (value, step);
            }
            Some(Memo::Busy) => return (Eval::problem(Problem::Circle), StepId(0)),
            _ => {}
        }
        let rules = self.rules;
        let Some(entry) = rules.definition(id) else {
            return (Eval::problem(Problem::Circle), StepId(0));
        };
        self.remember(id, Memo::Busy);
        self.recorder.open();
        let mut value = self.eval(&entry.formula, &Frame::EMPTY);
        if !entry.company.is_empty() {
            value = self.better_of(id, value);
        }
        let step = self.recorder.close(|| What::Definition(id), &value);
        self.remember(id, Memo::Done(value.clone(), step));
        (value, step)
    }

    fn remember(&mut self, id: DefinitionId, memo: Memo) {
        if let Some(slot) = self.memo.get_mut(id.index()) {
            *slot = memo;
        }
    }

    /// The statutory value, or the company's where that is better for the employee.
    fn better_of(&mut self, id: DefinitionId, statutory: Eval) -> Eval {
        let rules = self.rules;
        let Some(entry) = rules.definition(id) else { return statutory };
        let applies = |from: &Option<Date>| match (from, self.version) {
            (Some(from), Some(version)) => *from == version,
            (Some(from), None) => *from <= self.as_of,
            (None, _) => true,
        };
        let Some(at) = entry.company.iter().rposition(|(from, _, _)| applies(from)) else {
            return statutory;
        };
        let Some((_, formula, _)) = entry.company.get(at) else { return statutory };
        self.recorder.open();
        let company = self.eval(formula, &Frame::EMPTY);
        self.recorder.close(|| What::Company(id, at), &company);
        match (&statutory, &company) {
            (Eval::None, _) => company,
            (_, Eval::None) => statutory,
            _ => better(&statutory, &company, entry.better == Better::Lower),
        }
    }

    pub(super) fn eval(&mut self, typed: &Typed, frame: &Frame<'_>) -> Eval {
        match &typed.node {
            TypedNode::Constant(value) => Eval::Known(value.clone()),
            TypedNode::Nothing => Eval::None,
            TypedNode::Ground => match self.ground {
                Some(ground) => Eval::Known(Value::Choice(ground)),
                None => Eval::waiting_for([]),
            },
            TypedNode::Fact(id) => self.fact(*id),
            TypedNode::Field(index, field) => match frame.row(*index) {
                Some(row) => self.cell(row, *field),
                None => Eval::problem(Problem::Circle),
            },
            TypedNode::Column(index, id) => match frame.row(*index) {
                Some(row) => self.column(&row.clone(), *id),
                None => Eval::problem(Problem::Circle),
            },
            TypedNode::RowVariable(index) => match frame.row(*index) {
                Some(RowRef::Present(_, at)) => Eval::Known(Value::Row(*at)),
                Some(RowRef::Month(month)) => Eval::Known(Value::Month(*month)),
                Some(RowRef::Absent(list, _, name)) => {
                    Eval::waiting(Wait::Row(*list, name.clone()), false)
                }
                None => Eval::problem(Problem::Circle),
            },
            TypedNode::FieldOf(row, list, field) => {
                let row = self.eval(row, frame);
                self.of_row(row, *list, |this, row| this.cell(row, *field))
            }
            TypedNode::ColumnOf(row, list, id) => {
                let row = self.eval(row, frame);
                self.of_row(row, *list, |this, row| this.column(row, *id))
            }
            TypedNode::Parameter(id, member, at) => {
                let member = member.as_ref().map(|m| self.eval(m, frame));
                let at = at.as_ref().map(|a| self.eval(a, frame));
                self.parameter(*id, member.as_ref(), at)
            }
            TypedNode::Definition(id) => self.definition(*id).0,
            TypedNode::Call(id, arguments) => self.call(*id, arguments, frame),
            TypedNode::Argument(at) => {
                frame.arguments.get(*at).cloned().unwrap_or(Eval::problem(Problem::Circle))
            }
            TypedNode::Negate(inner) => {
                let value = self.eval(inner, frame);
                self.map_numbers(&value, true, |n| n.negate())
            }
            TypedNode::Not(inner) => match self.eval(inner, frame) {
                unknown @ Eval::Unknown(_) => Eval::waiting_for([&unknown]),
                settled => Eval::truth(!settled.as_truth().unwrap_or(false)),
            },
            TypedNode::And(items) => self.series(items, frame, false),
            TypedNode::Or(items) => self.series(items, frame, true),
            TypedNode::Compare(op, a, b) => self.compare(*op, a, b, frame),
            TypedNode::Among(x, values) => self.among(x, values, frame),
            TypedNode::Arithmetic(op, a, b) => {
                let (a, b) = (self.eval(a, frame), self.eval(b, frame));
                combine(*op, &a, &b, self.rules.vocabulary().month_end())
            }
            TypedNode::If(condition, yes, no) => self.conditional([condition, yes, no], frame),
            TypedNode::Exists(inner) => match self.eval(inner, frame) {
                Eval::Known(_) => Eval::truth(true),
                Eval::None => Eval::truth(false),
                Eval::Unknown(unknown) if !unknown.may_be_none => Eval::truth(true),
                unknown => Eval::waiting_for([&unknown]),
            },
            TypedNode::Default(value, other) => self.default(value, other, frame),
            TypedNode::ProofOf(inner) => self.proof_of(inner, frame),
            TypedNode::Round(inner, place, mode) => {
                let value = self.eval(inner, frame);
                self.map_numbers(&value, false, |n| n.round(*place, *mode))
            }
            TypedNode::AddMonths(date, months, convention) => {
                let (date, months) = (self.eval(date, frame), self.eval(months, frame));
                match (&date, &months) {
                    (Eval::Known(Value::Date(d)), Eval::Known(Value::Months(n))) => {
                        super::arithmetic::settled(
                            later_by_months(*d, *n, *convention).map(|d| Some(Value::Date(d))),
                        )
                    }
                    (Eval::None, _) | (_, Eval::None) => Eval::None,
                    _ => Eval::waiting_for([&date, &months]),
                }
            }
            TypedNode::Function(function, arguments) => {
                let arguments: Vec<Eval> = arguments.iter().map(|a| self.eval(a, frame)).collect();
                self.function(*function, &arguments)
            }
            TypedNode::Aggregate(aggregate) => self.aggregate(aggregate, frame),
            TypedNode::Bands(by, rows) => self.bands(by, rows, frame),
            TypedNode::Except(base, exceptions) => self.except(base, exceptions, frame),
        }
    }

    fn fact(&mut self, id: crate::vocabulary::FactId) -> Eval {
        let optional = || self.rules.vocabulary().fact(id).is_some_and(|f| f.is_optional());
        let cell = self.case.fact(id).map_or(&Cell::Unknown, Stated::cell);
        let value = state_of(cell, || Eval::waiting(Wait::Fact(id), optional()));
        self.recorder.leaf(|| What::Fact(id), &value);
        value
    }

    pub(super) fn cell(&mut self, row: &RowRef, field: FieldId) -> Eval {
        let optional = |list: ListId| {
            let list = self.rules.vocabulary().list(list);
            list.and_then(|l| l.field(field)).is_some_and(|f| f.is_optional())
        };
        match row {
            RowRef::Present(list, at) => {
                let stated =
                    self.case.rows(*list).and_then(|r| r.row(*at)).and_then(|r| r.cell(field));
                let cell = stated.map_or(&Cell::Unknown, Stated::cell);
                let wait = || Eval::waiting(Wait::Cell(*list, *at, field), optional(*list));
                let value = state_of(cell, wait);
                self.recorder.leaf(|| What::Cell(*list, *at, field), &value);
                value
            }
            RowRef::Absent(list, keys, name) => {
                if let Some((_, key)) = keys.iter().find(|(id, _)| *id == field) {
                    return Eval::Known(key.clone());
                }
                let value = Eval::waiting(Wait::Row(*list, name.clone()), optional(*list));
                self.recorder.leaf(|| What::AbsentCell(*list, name.clone(), field), &value);
                value
            }
            RowRef::Month(month) => Eval::Known(Value::Month(*month)),
        }
    }

    /// The value of a computed column in a row; computed once in a row that the case has.
    pub(super) fn column(&mut self, row: &RowRef, id: DefinitionId) -> Eval {
        let RowRef::Present(_, at) = row else { return self.computed(row, id).0 };
        if let Some((value, step)) = self.columns.get(&(id, *at)) {
            let (value, step) = (value.clone(), *step);
            self.recorder.refer(step);
            return value;
        }
        let (value, step) = self.computed(row, id);
        self.columns.insert((id, *at), (value.clone(), step));
        value
    }

    fn computed(&mut self, row: &RowRef, id: DefinitionId) -> (Eval, StepId) {
        let rules = self.rules;
        let Some(entry) = rules.definition(id) else {
            return (Eval::problem(Problem::Circle), StepId(0));
        };
        let frame = Frame { row: Some((0, row)), parent: None, arguments: &[] };
        self.recorder.open();
        let value = self.eval(&entry.formula, &frame);
        let name = if R::THOROUGH { self.name_of(row) } else { "".into() };
        let step = self.recorder.close(|| What::Column(id, name), &value);
        (value, step)
    }

    pub(super) fn name_of(&self, row: &RowRef) -> std::sync::Arc<str> {
        match row {
            RowRef::Present(list, at) => {
                self.case.rows(*list).and_then(|r| r.row(*at)).map_or("", |r| r.name()).into()
            }
            RowRef::Absent(_, _, name) => name.clone(),
            RowRef::Month(month) => month.to_string().into(),
        }
    }

    fn of_row(
        &mut self,
        row: Eval,
        list: ListId,
        read: impl FnOnce(&mut Self, &RowRef) -> Eval,
    ) -> Eval {
        match row {
            Eval::Known(Value::Row(at)) => read(self, &RowRef::Present(list, at)),
            unknown @ Eval::Unknown(_) => unknown.between(None, None).perhaps_none(true),
            _ => Eval::None,
        }
    }

    fn call(&mut self, id: DefinitionId, arguments: &[Typed], frame: &Frame<'_>) -> Eval {
        let rules = self.rules;
        let Some(entry) = rules.definition(id) else { return Eval::problem(Problem::Circle) };
        let given: Vec<Eval> = arguments.iter().map(|a| self.eval(a, frame)).collect();
        let inner = Frame { row: None, parent: None, arguments: &given };
        self.recorder.open();
        let value = self.eval(&entry.formula, &inner);
        let known = || given.iter().filter_map(|g| g.known().cloned()).collect();
        self.recorder.close(|| What::Call(id, known()), &value);
        value
    }

    /// How strongly a fact, a cell, or the row a name stands for is proven.
    fn proof_of(&mut self, inner: &Typed, frame: &Frame<'_>) -> Eval {
        let value = self.eval(inner, frame);
        let strength = |s: &Stated| self.strength(s.evidence());
        let of_row = |list: ListId, at: u32| {
            let row = self.case.rows(list).and_then(|r| r.row(at));
            let fields = self.rules.vocabulary().list(list).map_or(0, |l| l.fields().len());
            (0..fields).filter_map(|f| row?.cell(FieldId::at(f)).map(strength)).max()
        };
        let row_list = |typed: &Typed| match &typed.node {
            TypedNode::Fact(id) => match self.rules.vocabulary().fact(*id)?.kind() {
                crate::vocabulary::Type::Row(list) => Some(list),
                _ => None,
            },
            _ => None,
        };
        let proof = match (&inner.node, &value) {
            (_, Eval::Unknown(_)) => return Eval::waiting_for([&value]),
            (_, Eval::None) => Some(Proof::None),
            (TypedNode::Fact(_), Eval::Known(Value::Row(at))) => {
                let list = row_list(inner);
                let is_given = |list| self.case.rows(list).is_some_and(Rows::is_given);
                if let Some(list) = list.filter(|list| !is_given(*list)) {
                    return Eval::waiting(Wait::List(list), false);
                }
                list.and_then(|list| of_row(list, *at))
            }
            (TypedNode::Fact(id), _) => self.case.fact(*id).map(strength),
            (TypedNode::RowVariable(index), _) => match frame.row(*index) {
                Some(RowRef::Present(list, at)) => of_row(*list, *at),
                _ => None,
            },
            (TypedNode::Field(index, field), _) => match frame.row(*index) {
                Some(RowRef::Present(list, at)) => {
                    self.case.rows(*list).and_then(|r| r.row(*at)?.cell(*field)).map(strength)
                }
                _ => None,
            },
            (TypedNode::FieldOf(row, list, field), _) => {
                let (list, field) = (*list, *field);
                match self.eval(row, frame) {
                    Eval::Known(Value::Row(at)) => {
                        let stated = self.case.rows(list).and_then(|r| r.row(at)?.cell(field));
                        stated.map(|s| self.strength(s.evidence()))
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        Eval::Known(Value::Proof(proof.unwrap_or(Proof::None)))
    }

    /// The strongest of some exhibits.
    pub(super) fn strength(&self, evidence: &[u32]) -> Proof {
        let exhibits = evidence.iter().filter_map(|i| self.case.evidence().get(*i as usize));
        exhibits.map(|e| e.strength(self.as_of)).max().unwrap_or(Proof::None)
    }

    /// Applies a function to a number and, in the right order, to the bounds of an unknown one.
    fn map_numbers(
        &self,
        value: &Eval,
        flips: bool,
        f: impl Fn(crate::value::Exact) -> Result<crate::value::Exact, crate::value::Overflow>,
    ) -> Eval {
        let apply = |v: &Value| -> Result<Option<Value>, Problem> {
            let number = f(super::arithmetic::amount(v)?)?;
            Ok(super::arithmetic::with_amount(v, Some(number)))
        };
        match value {
            Eval::Known(v) => super::arithmetic::settled(apply(v)),
            Eval::None => Eval::None,
            Eval::Unknown(unknown) => {
                let ends = [&unknown.low, &unknown.high]
                    .map(|v| v.as_ref().and_then(|v| apply(v).ok().flatten()));
                let [low, high] = ends;
                let (low, high) = if flips { (high, low) } else { (low, high) };
                value.clone().between(low, high)
            }
        }
    }

    /// Returns the date that selects versions: of a parameter, or of the ground.
    pub(super) fn selecting_date(&mut self, selected_by: Option<&'a Typed>) -> Option<Eval> {
        let typed = selected_by.or(self.law_date)?;
        if self.selecting >= MAX_SELECTING {
            return Some(Eval::problem(Problem::Circle));
        }
        self.selecting += 1;
        let date = self.eval(typed, &Frame::EMPTY);
        self.selecting -= 1;
        Some(date)
    }
}

fn state_of(cell: &Cell, unknown: impl FnOnce() -> Eval) -> Eval {
    match cell {
        Cell::Known(value) => Eval::Known(value.clone()),
        Cell::None => Eval::None,
        Cell::Unknown => unknown(),
    }
}
