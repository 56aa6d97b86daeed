//! What a template may print: every name with its value in words, its origin, or the question it waits for.
//!
//! The sheet is made from an assessment by `document::context`; composing knows
//! nothing of rules or cases beyond it.

use super::model::Origin;

/// Everything a template may print or branch on, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Printable values by dotted name, sorted by name: `employee.name`, `severance`.
    pub cells: Vec<(String, Cell)>,
    /// Lists by dotted name: facts' lists, findings, steps of a calculation.
    pub lists: Vec<(String, Vec<Row>)>,
    /// Named yes/no definitions and facts a template may branch on.
    pub conditions: Vec<(String, Condition)>,
}

/// One printable value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Known: the words to print.
    Known {
        /// As printed in the document's language.
        text: String,
        /// Where it came from.
        origin: Origin,
    },
    /// Known not to exist.
    None {
        /// What there is none of, in the document's language.
        title: String,
        /// Where it came from.
        origin: Origin,
    },
    /// Needed and not known.
    Missing {
        /// The question to answer, in the document's language.
        question: String,
        /// What is missing.
        origin: Origin,
    },
}

/// One row of a list: its cells and conditions by field name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Printable cells by field name.
    pub cells: Vec<(String, Cell)>,
    /// Yes/no fields and computed columns.
    pub conditions: Vec<(String, Condition)>,
    /// Nested lists, such as the steps below a step.
    pub lists: Vec<(String, Vec<Row>)>,
}

/// A named truth value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known: the question to answer and what it waits for.
    Unknown {
        /// The question.
        question: String,
        /// Name.
        origin: Origin,
    },
}
