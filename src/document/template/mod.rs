//! Templates: Markdown with names in double braces.
//!
//! ```text
//! text ──front_matter, scan──▶ stretches ──tokens, tags──▶ pieces ──▶ Template
//! ```
//!
//! The language is the part of Tera that prints names, asks named conditions
//! and walks lists; `docs/formats/templates.md` describes it. It is checked here
//! and run by Tera (`document::program`).

mod front_matter;
mod parse;
mod scan;
mod tags;
mod tokens;

use std::collections::BTreeMap;

use super::model::PageStyle;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Span};
use crate::wording::Language;

/// A mistake on its way up; boxed because it is large and rare.
type Mistake = Box<Diagnostic>;

/// Shared blocks by name, as `include` calls them.
pub type Partials = BTreeMap<String, Template>;

/// A template that was read and found well-formed.
#[derive(Debug, Clone)]
pub struct Template {
    name: String,
    file: FileId,
    text: String,
    body: usize,
    id: Option<String>,
    language: Option<Language>,
    style: PageStyle,
    pieces: Vec<Piece>,
    references: Vec<Reference>,
    warnings: Diagnostics,
}

/// A stretch of a template that means something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// A value, as the number of its reference.
    Print(usize),
    /// The number of the round of the loop.
    LoopIndex,
    /// `if`; `alone` if the tag has a line of its own.
    If { condition: Condition, alone: bool },
    /// `elif`.
    Elif { condition: Condition, alone: bool },
    /// `else` of `if` or of `for`.
    Else,
    /// `endif`.
    EndIf,
    /// `for`: the number of the row and of the list's reference.
    For { row: usize, list: usize },
    /// `endfor`.
    EndFor,
    /// `include`.
    Include { name: String, span: Span },
}

/// A condition over named definitions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    /// A question to the sheet, as the number of its reference.
    Leaf(usize),
    /// The first round of the loop.
    First,
    /// The last round of the loop.
    Last,
    /// Not.
    Not(Box<Condition>),
    /// Both.
    And(Box<Condition>, Box<Condition>),
    /// Either.
    Or(Box<Condition>, Box<Condition>),
}

/// What is asked of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// The value, to be printed.
    Value,
    /// Whether the condition holds.
    Holds,
    /// Whether the value is known and not none.
    Exists,
    /// Whether the value is known not to exist.
    IsNone,
    /// Whether the list has rows.
    HasRows,
    /// The rows of the list.
    Rows,
}

/// A name in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) asked: Asked,
    /// The row it belongs to; the sheet if there is none.
    pub(super) row: Option<RowName>,
    pub(super) name: String,
    pub(super) span: Span,
}

/// A row that a `for` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowName {
    pub(super) name: String,
    /// Number of the `for` in its template.
    pub(super) number: usize,
}

impl Reference {
    /// Returns the name as a person would write it, `r.actual` or `severance`.
    pub(super) fn written(&self) -> String {
        match &self.row {
            Some(row) => format!("{}.{}", row.name, self.name),
            None => self.name.clone(),
        }
    }
}

impl Condition {
    /// Calls `visit` for each reference and returns whether the loop's place is asked for.
    pub(super) fn visit(&self, visit: &mut impl FnMut(usize)) -> bool {
        match self {
            Self::Leaf(reference) => {
                visit(*reference);
                false
            }
            Self::First | Self::Last => true,
            Self::Not(inner) => inner.visit(visit),
            Self::And(a, b) | Self::Or(a, b) => {
                let first = a.visit(visit);
                b.visit(visit) || first
            }
        }
    }
}

impl Template {
    /// Reads a template; `name` is what diagnostics and `include` call it.
    ///
    /// # Errors
    ///
    /// Returns every mistake that can be seen without a sheet: unclosed tags,
    /// computed values, bare conditions, unknown keys on top.
    pub fn parse(file: FileId, name: &str, text: &str) -> Result<Self, Diagnostics> {
        parse::parse(file, name, text, true)
    }

    /// Reads a partial, which may do without front matter.
    ///
    /// # Errors
    ///
    /// As [`Template::parse`].
    pub fn parse_partial(file: FileId, name: &str, text: &str) -> Result<Self, Diagnostics> {
        parse::parse(file, name, text, false)
    }

    /// Returns what it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the kind of document it is for.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Returns its language.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// Returns its page style.
    #[must_use]
    pub fn style(&self) -> PageStyle {
        self.style
    }

    /// Returns remarks about its text, such as ASCII punctuation beside Chinese.
    #[must_use]
    pub fn warnings(&self) -> &Diagnostics {
        &self.warnings
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    pub(super) fn references(&self) -> &[Reference] {
        &self.references
    }

    /// Returns the place of the first stretch that reads `fragment`.
    pub(super) fn find(&self, fragment: &str) -> Option<Span> {
        let at = self.text.get(self.body..)?.find(fragment)? + self.body;
        Some(Span::new(self.file, at, at + fragment.len()))
    }

    /// Returns the place of the first `wanted` behind `before`, which lies in this template.
    pub(super) fn find_after(&self, before: Span, wanted: &str) -> Option<Span> {
        let from = Some(before.end()).filter(|_| before.file() == self.file)?;
        let at = self.text.get(from..)?.find(wanted)? + from;
        Some(Span::new(self.file, at, at + wanted.len()))
    }

    /// Returns the place of its first byte.
    pub(super) fn start(&self) -> Span {
        Span::new(self.file, self.body, self.body)
    }
}
