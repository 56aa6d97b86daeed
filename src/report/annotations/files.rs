//! Diagnostics of a file as annotations.

use super::{Annotation, Level, Outcome, Place, Subject};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::source::{Sources, Span};
use crate::wording::{Language, Localized};

/// Returns a file that was checked with what is wrong with it.
#[must_use]
pub fn of_file(
    name: &str,
    diagnostics: &Diagnostics,
    sources: &Sources,
    language: Language,
) -> Subject {
    let mut sorted = diagnostics.clone();
    sorted.sort(sources);
    let annotations: Vec<Annotation> =
        sorted.iter().map(|d| annotation(d, sources, language)).collect();
    let fails = annotations.iter().any(|a| a.level == Level::Error);
    let outcome = if fails { Outcome::Failed } else { Outcome::Passed };
    Subject { name: name.to_owned(), outcome, annotations }
}

/// Returns a diagnostic that a named person has released, with who and why.
#[must_use]
pub fn suppressed(
    diagnostic: &Diagnostic,
    why: &Localized,
    sources: &Sources,
    language: Language,
) -> Annotation {
    let waived = Some(why.get(language).to_owned());
    Annotation { waived, ..annotation(diagnostic, sources, language) }
}

fn annotation(diagnostic: &Diagnostic, sources: &Sources, language: Language) -> Annotation {
    let places = diagnostic
        .labels()
        .iter()
        .map(|label| (place(label.span(), sources), label.text().get(language).to_owned()));
    Annotation {
        code: diagnostic.printed_code().to_owned(),
        title: String::new(),
        level: match diagnostic.severity() {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Note => Level::Note,
        },
        message: diagnostic.message().get(language).to_owned(),
        help: diagnostic.help().iter().map(|h| h.get(language).to_owned()).collect(),
        citation: diagnostic.citation().unwrap_or_default().to_owned(),
        link: None,
        places: places.collect(),
        waived: None,
    }
}

/// Returns a span as lines and columns of its file.
pub(super) fn place(span: Span, sources: &Sources) -> Place {
    let end = Span::new(span.file(), span.end(), span.end());
    Place {
        file: sources.get(span.file()).map_or_else(String::new, |f| f.name().to_owned()),
        start: sources.line_column(span),
        end: sources.line_column(end),
    }
}
