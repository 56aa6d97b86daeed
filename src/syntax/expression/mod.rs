//! The expression language: one line of typed formula at each leaf of a rule.
//!
//! ```text
//! text ──lexer──▶ tokens ──parser──▶ Expression
//! ```
//!
//! The grammar stands in `docs/formats/expressions.md`. Names are resolved and
//! types checked by `compile`; this module only knows shapes.

pub mod lexer;
pub mod parser;
#[cfg(test)]
mod tests;

use crate::source::Span;
use crate::value::{Date, Exact, Month};

pub use parser::parse;

/// An expression with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    span: Span,
    kind: ExpressionKind,
}

impl Expression {
    /// Returns an expression.
    #[must_use]
    pub fn new(span: Span, kind: ExpressionKind) -> Self {
        Self { span, kind }
    }

    /// Returns the place.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Returns the shape.
    #[must_use]
    pub fn kind(&self) -> &ExpressionKind {
        &self.kind
    }
}

/// The shapes of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpressionKind {
    /// A literal.
    Literal(Literal),
    /// A dotted name.
    Name(Name),
    /// An entry of a table keyed by a choice: `retirement.from[category]`.
    Entry(Name, Box<Expression>),
    /// A parameter as it stood at another date: `underperformance.ratio at month`.
    At(Box<Expression>, Box<Expression>),
    /// `-x`.
    Negate(Box<Expression>),
    /// `not x`.
    Not(Box<Expression>),
    /// `a and b and c`, in order.
    And(Vec<Expression>),
    /// `a or b or c`, in order.
    Or(Vec<Expression>),
    /// A comparison.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `x in [a, b]`.
    Among(Box<Expression>, Vec<Expression>),
    /// Arithmetic on two operands.
    Arithmetic(Operator, Box<Expression>, Box<Expression>),
    /// `if a then b else c`.
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    /// A call; it is an aggregate if its first argument names a list.
    Call(Box<Call>),
}

/// A dotted name with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The text, such as `employee.hired`.
    pub text: String,
    /// Its place.
    pub span: Span,
}

/// A literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// A number; a percentage is a number divided by a hundred.
    Number(Exact),
    /// Days; weeks are seven of them.
    Days(Exact),
    /// Months; years are twelve of them.
    Months(Exact),
    /// An amount with its currency.
    Money(Exact, String),
    /// A date.
    Date(Date),
    /// A month.
    Month(Month),
    /// Words.
    Words(String),
    /// Yes or no.
    Truth(bool),
    /// `none`.
    None,
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
}

/// An arithmetic operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `div`, floored.
    Quotient,
    /// `mod`, what `div` leaves.
    Remainder,
}

/// A call with the clauses that only an aggregate may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What is called.
    pub name: Name,
    /// The arguments in order; of an aggregate the first is its list.
    pub arguments: Vec<Expression>,
    /// `as x`: the name of the row.
    pub alias: Option<Name>,
    /// `from a to b`.
    pub range: Option<(Expression, Expression)>,
    /// `where x`.
    pub filter: Option<Expression>,
}
