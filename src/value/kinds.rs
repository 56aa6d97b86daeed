//! The closed set of values.

use std::sync::Arc;

use super::{Date, Exact, Month};

/// How strongly something is proven; ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// Nothing proves it.
    None,
    /// What there is would hardly persuade a tribunal.
    Weak,
    /// It usually persuades if nothing speaks against it.
    Fair,
    /// It persuades by itself.
    Strong,
}

impl Proof {
    /// All, weakest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Weak, Self::Fair, Self::Strong];

    /// Returns the name used in packs and expressions.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Weak => "weak",
            Self::Fair => "fair",
            Self::Strong => "strong",
        }
    }

    /// Returns the proof of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.name() == name)
    }
}

/// A known value. Its currency, choice or list is a matter of its type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Yes or no; a judgement is one too.
    Truth(bool),
    /// A number without unit.
    Number(Exact),
    /// An amount of the type's currency.
    Money(Exact),
    /// Days; weeks are days.
    Days(Exact),
    /// Months; years are months.
    Months(Exact),
    /// A civil date.
    Date(Date),
    /// A calendar month.
    Month(Month),
    /// A member of a choice, by its position.
    Choice(u32),
    /// Words; equal if they are the same, in no order.
    Words(Arc<str>),
    /// A row of a list, by its position in the case.
    Row(u32),
    /// A strength of proof.
    Proof(Proof),
}

impl Value {
    /// Returns whether it is a number or quantity of nothing.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        let zero = |n: &Exact| *n == Exact::ZERO;
        matches!(self, Self::Number(n) | Self::Money(n) | Self::Days(n) | Self::Months(n) if zero(n))
    }

    /// Returns the value with the other sign, if it is a number or quantity and has one.
    #[must_use]
    pub fn negated(&self) -> Option<Self> {
        Some(match self {
            Self::Number(n) => Self::Number(n.negate().ok()?),
            Self::Money(n) => Self::Money(n.negate().ok()?),
            Self::Days(n) => Self::Days(n.negate().ok()?),
            Self::Months(n) => Self::Months(n.negate().ok()?),
            _ => return None,
        })
    }
}
