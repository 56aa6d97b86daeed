//! Puts values in the places of their marks and keeps account of what is missing.

use std::sync::Arc;

use super::marker::Mark;
use super::mistakes;
use super::model::{Inline, Origin};
use super::program::Program;
use super::scope::{Open, SHEET, Scopes};
use super::sheet::Cell;
use super::template::{Asked, Reference};
use crate::diag::Diagnostics;
use crate::source::Span;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// Something a paper needs and the sheet does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The question to answer.
    pub question: String,
    /// What waits for it.
    pub origin: Origin,
    /// Where the template needs it.
    pub span: Span,
    /// What the template calls it, if it is known not to exist.
    pub none: Option<String>,
}

/// The values of one paper while it is composed.
pub(super) struct Values {
    program: Arc<Program>,
    scopes: Arc<Scopes>,
    /// What was found missing, each origin once.
    pub(super) missing: Vec<Missing>,
    /// What was found wrong.
    pub(super) diagnostics: Diagnostics,
}

impl Values {
    /// Returns the values of a program and a sheet.
    pub(super) fn new(program: Arc<Program>, scopes: Arc<Scopes>) -> Self {
        Self { program, scopes, missing: Vec::new(), diagnostics: Diagnostics::new() }
    }

    /// Returns what stands in the place of a mark, with the place of its name in the template.
    pub(super) fn inline(&mut self, mark: Mark) -> Option<(Inline, Option<Span>)> {
        let (reference, scope) = match mark {
            Mark::Blank { width } => return Some((Inline::Blank { width }, None)),
            Mark::Reference { reference, scope } => (reference, scope),
        };
        let program = Arc::clone(&self.program);
        let reference = program.reference(reference)?;
        let inline = self.value(reference, scope)?;
        Some((inline, Some(reference.span)))
    }

    /// Returns the value with a name of the sheet, as signature blocks ask for it.
    pub(super) fn named(&mut self, name: &str, span: Span) -> Option<Inline> {
        let name = name.to_owned();
        self.value(&Reference { asked: Asked::Value, row: None, name, span }, SHEET)
    }

    /// Returns the names of the sheet's values.
    pub(super) fn scopes(&self) -> Arc<Scopes> {
        Arc::clone(&self.scopes)
    }

    fn value(&mut self, reference: &Reference, scope: usize) -> Option<Inline> {
        let scopes = Arc::clone(&self.scopes);
        let condition = reference.asked == Asked::Holds;
        if let Some(open) = scopes.open(scope, &reference.name, condition) {
            return Some(self.open(open, reference.span, None));
        }
        match scopes.cell(scope, &reference.name).filter(|_| !condition) {
            Some(Cell::Known { origin, .. }) if super::paper::is_page_count(origin) => {
                Some(Inline::Pages)
            }
            Some(Cell::Known { text, origin }) if super::paper::is_blank(origin, text) => {
                Some(Inline::Blank { width: super::paper::NUMBER_WIDTH })
            }
            Some(Cell::Known { text, origin }) => {
                Some(Inline::Value { text: text.clone(), origin: origin.clone() })
            }
            // A draft says what it lacks; a cleared paper is refused.
            Some(Cell::None { title, origin }) => {
                let question = title.clone();
                let open = Open { question: &question, origin };
                Some(self.open(open, reference.span, Some(reference.name.clone())))
            }
            Some(Cell::Missing { .. }) | None => {
                let message = DocumentMessage::NoField { name: reference.written() };
                self.error(&message, reference.span, None);
                None
            }
        }
    }

    fn open(&mut self, open: Open<'_>, span: Span, none: Option<String>) -> Inline {
        let (question, origin) = (open.question.to_owned(), open.origin.clone());
        if !self.missing.iter().any(|known| known.origin == origin) {
            let (question, origin) = (question.clone(), origin.clone());
            self.missing.push(Missing { question, origin, span, none });
        }
        Inline::Missing { question, origin }
    }

    /// Reports a mistake.
    pub(super) fn error(
        &mut self,
        message: &DocumentMessage,
        span: Span,
        help: Option<&DocumentHelp>,
    ) {
        let diagnostic = mistakes::error(message, span);
        self.diagnostics.push(match help {
            Some(help) => diagnostic.with_help(help.text()),
            None => diagnostic,
        });
    }
}
