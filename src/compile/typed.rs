//! Typed trees: what the evaluator walks.

use super::rule_set::{DefinitionId, ParameterId};
use crate::source::Span;
use crate::value::{Exact, MonthEnd, Rounding, Value};
use crate::vocabulary::{FactId, FieldId, ListId};

pub use crate::syntax::expression::{Comparison, Operator};

/// A typed expression with its place.
#[derive(Debug, Clone)]
pub struct Typed {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub node: TypedNode,
}

/// The shapes of a typed expression.
#[derive(Debug, Clone)]
pub enum TypedNode {
    /// A known value.
    Constant(Value),
    /// `none`.
    Nothing,
    /// The ground that is asked about.
    Ground,
    /// A fact of the case.
    Fact(FactId),
    /// A field of a row in scope; frames count from the outermost.
    Field(usize, FieldId),
    /// A computed column of a row in scope.
    Column(usize, DefinitionId),
    /// A row in scope itself, or the month of a generated list.
    RowVariable(usize),
    /// A field of the row an expression names.
    FieldOf(Box<Typed>, ListId, FieldId),
    /// A computed column of the row an expression names.
    ColumnOf(Box<Typed>, ListId, DefinitionId),
    /// A parameter: its member, and the date to read it at.
    Parameter(ParameterId, Option<Box<Typed>>, Option<Box<Typed>>),
    /// A definition without arguments.
    Definition(DefinitionId),
    /// A definition with arguments.
    Call(DefinitionId, Vec<Typed>),
    /// An argument of the definition being evaluated.
    Argument(usize),
    /// `-x`.
    Negate(Box<Typed>),
    /// `not x`.
    Not(Box<Typed>),
    /// All of them.
    And(Vec<Typed>),
    /// Any of them.
    Or(Vec<Typed>),
    /// A comparison of two values of one type.
    Compare(Comparison, Box<Typed>, Box<Typed>),
    /// Whether a value is one of these.
    Among(Box<Typed>, Vec<Value>),
    /// Arithmetic.
    Arithmetic(Operator, Box<Typed>, Box<Typed>),
    /// `if a then b else c`.
    If(Box<Typed>, Box<Typed>, Box<Typed>),
    /// Whether a value exists.
    Exists(Box<Typed>),
    /// A value, or another one where it does not exist.
    Default(Box<Typed>, Box<Typed>),
    /// How strongly a fact or cell is proven.
    ProofOf(Box<Typed>),
    /// A rounding to a multiple of a place.
    Round(Box<Typed>, Exact, Rounding),
    /// A function of values.
    Function(Function, Vec<Typed>),
    /// A date some months later, by a named convention.
    AddMonths(Box<Typed>, Box<Typed>, MonthEnd),
    /// A sum, count or test over a list.
    Aggregate(Box<Aggregate>),
    /// A table of bands.
    Bands(Box<Typed>, Vec<(TypedBound, Typed)>),
    /// A base with exceptions in written order: condition and value.
    Except(Box<Typed>, Vec<(Typed, Typed)>),
}

/// When a row of a table is taken.
#[derive(Debug, Clone)]
pub enum TypedBound {
    /// The key is below.
    Below(Typed),
    /// The key is at most.
    UpTo(Typed),
    /// The key is one of these.
    Is(Vec<Value>),
    /// Always.
    Otherwise,
}

/// An operation over the rows of a list.
#[derive(Debug, Clone)]
pub struct Aggregate {
    /// What is done.
    pub operation: Operation,
    /// The list; `None` for the months of `months from a to b`.
    pub list: Option<ListId>,
    /// First and last month.
    pub range: Option<(Typed, Typed)>,
    /// Other key fields that the filter fixes, with the values it fixes them to.
    pub fixed: Vec<(FieldId, Vec<Typed>)>,
    /// Which rows count.
    pub filter: Option<Typed>,
    /// What is summed, tested or taken; absent only for a count.
    pub body: Option<Typed>,
    /// Nothing in the unit of the body, from which a sum starts.
    pub zero: Value,
    /// The frame of its row.
    pub frame: usize,
}

/// What an aggregate does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// How many rows.
    Count,
    /// Their sum.
    Sum,
    /// Their mean.
    Average,
    /// The least.
    Minimum,
    /// The greatest.
    Maximum,
    /// Whether all hold.
    All,
    /// Whether any holds.
    Any,
    /// The first by key.
    First,
    /// The last by key.
    Last,
    /// The longest run of rows that hold.
    LongestRun,
}

impl Operation {
    /// Returns whether it asks each row a yes/no question.
    #[must_use]
    pub fn is_test(self) -> bool {
        matches!(self, Self::All | Self::Any | Self::LongestRun)
    }

    /// Returns whether it gives none over an empty list.
    #[must_use]
    pub fn may_be_none(self) -> bool {
        matches!(self, Self::Average | Self::Minimum | Self::Maximum | Self::First | Self::Last)
    }
}

impl Function {
    /// Returns whether it reads the pack's working-day calendar.
    #[must_use]
    pub fn reads_calendar(self) -> bool {
        matches!(self, Self::WorkingDays | Self::AddWorkingDays | Self::NextWorkingDay)
    }
}

/// A function of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// The least.
    Minimum,
    /// The greatest.
    Maximum,
    /// A value kept between two others.
    Clamp,
    /// Without sign.
    Absolute,
    /// Full months between two dates.
    Months,
    /// Full years between two dates, in months.
    Years,
    /// Whether days are left over after the full months.
    HasRest,
    /// Days between two dates.
    Days,
    /// Months from one month to another.
    MonthsBetween,
    /// Days that two spans share.
    OverlapDays,
    /// Full months that two spans share.
    OverlapMonths,
    /// The month of a date.
    MonthOf,
    /// The first day of a month.
    FirstDay,
    /// The last day of a month.
    LastDay,
    /// Whether words hold the eight digits of a date.
    BearsDate,
    /// The day of the month, as a number.
    DayOf,
    /// The year of a date or month, as a number.
    YearOf,
    /// The days of a month.
    DaysIn,
    /// A date from a year, as its first of January.
    YearStart,
    /// Working days between two dates.
    WorkingDays,
    /// A date some working days later.
    AddWorkingDays,
    /// The date itself if it is a working day, else the next one.
    NextWorkingDay,
}

impl Typed {
    /// Calls `visit` with this expression and everything below it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Typed)) {
        visit(self);
        self.parts(&mut |part| part.walk(visit));
    }

    /// Returns whether `test` holds for this expression or anything below it.
    pub fn any(&self, test: &mut dyn FnMut(&Typed) -> bool) -> bool {
        if test(self) {
            return true;
        }
        let mut found = false;
        self.parts(&mut |part| found = found || part.any(test));
        found
    }

    /// As [`Typed::any`], without conditions that only select: of `if`, and of `where` beside a body.
    pub fn any_but_selecting(&self, test: &mut dyn FnMut(&Typed) -> bool) -> bool {
        if test(self) {
            return true;
        }
        match &self.node {
            TypedNode::If(_, then, other) => {
                then.any_but_selecting(test) || other.any_but_selecting(test)
            }
            TypedNode::Aggregate(aggregate) if aggregate.body.is_some() => {
                aggregate.body.iter().any(|body| body.any_but_selecting(test))
            }
            _ => {
                let mut found = false;
                self.parts(&mut |part| found = found || part.any_but_selecting(test));
                found
            }
        }
    }

    /// Returns how many levels it is deep.
    #[must_use]
    pub fn levels(&self) -> u64 {
        let mut below = 0;
        self.parts(&mut |part| below = below.max(part.levels()));
        below.saturating_add(1)
    }

    /// Returns the expression that is the `nth` in the order of [`Typed::walk`], to be changed.
    pub(super) fn nth_mut(&mut self, nth: usize) -> Option<&mut Typed> {
        let mut open = vec![self];
        for _ in 0..nth {
            let next = open.pop()?;
            open.extend(next.parts_mut().into_iter().rev());
        }
        open.pop()
    }

    /// Returns the expressions directly below, in the order of [`Typed::parts`].
    fn parts_mut(&mut self) -> Vec<&mut Typed> {
        match &mut self.node {
            TypedNode::Constant(_)
            | TypedNode::Nothing
            | TypedNode::Ground
            | TypedNode::Fact(_)
            | TypedNode::Field(..)
            | TypedNode::Column(..)
            | TypedNode::RowVariable(_)
            | TypedNode::Definition(_)
            | TypedNode::Argument(_) => Vec::new(),
            TypedNode::FieldOf(x, ..)
            | TypedNode::ColumnOf(x, ..)
            | TypedNode::Negate(x)
            | TypedNode::Not(x)
            | TypedNode::Among(x, _)
            | TypedNode::Exists(x)
            | TypedNode::ProofOf(x)
            | TypedNode::Round(x, ..) => vec![x],
            TypedNode::Parameter(_, member, at) => {
                member.iter_mut().chain(at).map(|t| &mut **t).collect()
            }
            TypedNode::Call(_, items)
            | TypedNode::And(items)
            | TypedNode::Or(items)
            | TypedNode::Function(_, items) => items.iter_mut().collect(),
            TypedNode::Compare(_, a, b)
            | TypedNode::Arithmetic(_, a, b)
            | TypedNode::Default(a, b)
            | TypedNode::AddMonths(a, b, _) => vec![a, b],
            TypedNode::If(a, b, c) => vec![a, b, c],
            TypedNode::Aggregate(aggregate) => aggregate.parts_mut(),
            TypedNode::Bands(by, rows) => {
                let mut parts = vec![&mut **by];
                for (bound, formula) in rows {
                    if let TypedBound::Below(limit) | TypedBound::UpTo(limit) = bound {
                        parts.push(limit);
                    }
                    parts.push(formula);
                }
                parts
            }
            TypedNode::Except(base, exceptions) => {
                let exceptions = exceptions.iter_mut().flat_map(|(when, f)| [when, f]);
                std::iter::once(&mut **base).chain(exceptions).collect()
            }
        }
    }

    /// Calls `visit` with each expression directly below.
    fn parts<'a>(&'a self, visit: &mut dyn FnMut(&'a Typed)) {
        match &self.node {
            TypedNode::Constant(_)
            | TypedNode::Nothing
            | TypedNode::Ground
            | TypedNode::Fact(_)
            | TypedNode::Field(..)
            | TypedNode::Column(..)
            | TypedNode::RowVariable(_)
            | TypedNode::Definition(_)
            | TypedNode::Argument(_) => {}
            TypedNode::FieldOf(x, ..)
            | TypedNode::ColumnOf(x, ..)
            | TypedNode::Negate(x)
            | TypedNode::Not(x)
            | TypedNode::Among(x, _)
            | TypedNode::Exists(x)
            | TypedNode::ProofOf(x)
            | TypedNode::Round(x, ..) => visit(x),
            TypedNode::Parameter(_, member, at) => {
                member.iter().chain(at).for_each(|t| visit(t));
            }
            TypedNode::Call(_, items)
            | TypedNode::And(items)
            | TypedNode::Or(items)
            | TypedNode::Function(_, items) => items.iter().for_each(visit),
            TypedNode::Compare(_, a, b)
            | TypedNode::Arithmetic(_, a, b)
            | TypedNode::Default(a, b)
            | TypedNode::AddMonths(a, b, _) => [a, b].into_iter().for_each(|t| visit(t)),
            TypedNode::If(a, b, c) => [a, b, c].into_iter().for_each(|t| visit(t)),
            TypedNode::Aggregate(aggregate) => aggregate.parts(visit),
            TypedNode::Bands(by, rows) => {
                visit(by);
                for (bound, formula) in rows {
                    if let TypedBound::Below(limit) | TypedBound::UpTo(limit) = bound {
                        visit(limit);
                    }
                    visit(formula);
                }
            }
            TypedNode::Except(base, exceptions) => {
                visit(base);
                for (when, formula) in exceptions {
                    visit(when);
                    visit(formula);
                }
            }
        }
    }
}

impl Aggregate {
    fn parts<'a>(&'a self, visit: &mut dyn FnMut(&'a Typed)) {
        self.range.iter().for_each(|(from, to)| {
            visit(from);
            visit(to);
        });
        self.fixed.iter().flat_map(|(_, values)| values).for_each(&mut *visit);
        self.filter.iter().chain(&self.body).for_each(visit);
    }

    fn parts_mut(&mut self) -> Vec<&mut Typed> {
        let range = self.range.iter_mut().flat_map(|(from, to)| [from, to]);
        let fixed = self.fixed.iter_mut().flat_map(|(_, values)| values);
        range.chain(fixed).chain(&mut self.filter).chain(&mut self.body).collect()
    }
}
