//! Diagnostics about templates, made from their messages.

use crate::diag::{Diagnostic, nearest};
use crate::source::Span;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// Returns an error at a place.
pub(super) fn error(message: &DocumentMessage, span: Span) -> Diagnostic {
    Diagnostic::error(message.code(), message.text(), span)
}

/// Returns a warning at a place.
pub(super) fn warning(message: &DocumentMessage, span: Span) -> Diagnostic {
    Diagnostic::warning(message.code(), message.text(), span)
}

/// Adds the nearest known name, if one was probably meant.
pub(super) fn suggest<'a>(
    diagnostic: Diagnostic,
    wanted: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    match nearest(wanted, known) {
        Some(name) => diagnostic.with_help(DocumentHelp::Nearest { name: name.to_owned() }.text()),
        None => diagnostic,
    }
}
