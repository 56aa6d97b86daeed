//! A document in one form.

use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::document::model::Document;
use crate::export::{docx, html, markdown};
use crate::source::Digest;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;

/// A form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// PDF/A-2a with PDF/UA-1.
    Pdf,
    /// WordprocessingML.
    Docx,
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
    /// Typst source.
    Typst,
}

/// A file of the dossier.
#[derive(Debug, Clone)]
pub struct Artifact {
    /// File name.
    pub name: String,
    /// Kind of document.
    pub document: String,
    /// Whether it may leave the building.
    pub cleared: bool,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// Returns the digest of the bytes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes)
    }
}

/// Fonts to print with; of no use where PDF is not built in.
#[derive(Debug, Clone)]
pub struct Fonts {
    #[cfg(feature = "pdf")]
    fonts: crate::export::pdf::Fonts,
}

impl Fonts {
    /// Returns the embedded fonts.
    #[must_use]
    pub fn embedded() -> Self {
        Self {
            #[cfg(feature = "pdf")]
            fonts: crate::export::pdf::Fonts::embedded(),
        }
    }

    /// Adds the fonts of a file; `name` is what the user calls it.
    ///
    /// # Errors
    ///
    /// Returns a diagnostic if `bytes` are not a font, or PDF is not built in.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Diagnostics> {
        #[cfg(feature = "pdf")]
        return self.fonts.add(name, bytes);
        #[cfg(not(feature = "pdf"))]
        return no_pdf(name, &bytes);
    }
}

/// Exports a document.
///
/// # Errors
///
/// Returns what the exporter cannot print, such as a character without glyph.
pub fn export(document: &Document, form: Form, fonts: &Fonts) -> Result<Vec<u8>, Diagnostics> {
    match form {
        Form::Pdf => pdf(document, fonts),
        Form::Docx => docx::write(document).map_err(|error| {
            let message = Message::ExportFailed { reason: error.to_string() };
            one(Diagnostic::new(message.code(), Severity::Error, message.text()))
        }),
        Form::Html => Ok(html::write(document).into_bytes()),
        Form::Markdown => Ok(markdown::write(document).into_bytes()),
        Form::Typst => Ok(crate::export::typst_source::typst_source(document, &[]).into_bytes()),
    }
}

#[cfg(feature = "pdf")]
fn pdf(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, Diagnostics> {
    crate::export::pdf::pdf(document, &fonts.fonts).map(|pdf| pdf.bytes)
}

#[cfg(not(feature = "pdf"))]
fn pdf(document: &Document, _: &Fonts) -> Result<Vec<u8>, Diagnostics> {
    no_pdf(&document.kind, &[])
}

#[cfg(not(feature = "pdf"))]
fn no_pdf<T>(_: &str, _: &[u8]) -> Result<T, Diagnostics> {
    let message = Message::NoPdf;
    Err(one(Diagnostic::new(message.code(), Severity::Error, message.text())))
}

fn one(diagnostic: Diagnostic) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    diagnostics.push(diagnostic);
    diagnostics
}
