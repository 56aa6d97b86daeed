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
            return Some(self.open(open, reference.span));
        }
        match scopes.cell(scope, &reference.name).filter(|_| !condition) {
            Some(Cell::Known { origin, .. }) if super::paper::is_page_count(origin) => {
                Some(Inline::Pages)
            }
            Some(Cell::Known { text, origin }) => {
                Some(Inline::Value { text: text.clone(), origin: origin.clone() })
            }
            Some(Cell::None { .. } | Cell::Missing { .. }) => {
                let name = reference.written();
                let help = DocumentHelp::Guard { name: reference.name.clone() };
                let message = DocumentMessage::NonePrinted { name };
                self.error(&message, reference.span, Some(&help));
                None
            }
            None => {
                let message = DocumentMessage::NoField { name: reference.written() };
                self.error(&message, reference.span, None);
                None
            }
        }
    }

    fn open(&mut self, open: Open<'_>, span: Span) -> Inline {
        let (question, origin) = (open.question.to_owned(), open.origin.clone());
        if !self.missing.iter().any(|known| known.origin == origin) {
            let (question, origin) = (question.clone(), origin.clone());
            self.missing.push(Missing { question, origin, span });
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
