//! PDF by Typst, in memory: PDF/A-2a and PDF/UA-1 at once, tagged, the same
//! bytes for the same document.
//!
//! ```text
//! Document ─typst_source─▶ text ─world─▶ pages ─glyphs─▶ every character has a glyph? ─▶ bytes
//!                                          └─places─▶ where to sign
//! ```
//!
//! **Invariant:** the typesetter sees one source text and the given fonts; it
//! reads no file, no package, no clock.
//!
//! **Invariant:** a file is made only if every character has a glyph and
//! stands on its page.

mod fonts;
mod glyphs;
mod places;
#[cfg(test)]
mod tests;
mod world;

pub use fonts::Fonts;
pub use places::{FieldPlace, PlaceKind};

use std::panic::{self, AssertUnwindSafe};

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::world::Desk;
use super::typst_source::{date, typst_source};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::document::model::Document;
use crate::wording::catalogue::export::{PrintHelp, PrintMistake};

/// Stack of the thread that typesets; deep lists need more than the usual 2 MiB.
const STACK: usize = 16 << 20;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Places to sign, in reading order.
    pub fields: Vec<FieldPlace>,
    /// Number of pages.
    pub pages: usize,
}

/// Prints `document` as PDF.
///
/// # Errors
///
/// Returns what stands in the way: a character that no font has, words that do
/// not fit the page, or a fault of the program.
pub fn pdf(document: &Document, fonts: &Fonts) -> Result<Pdf, Diagnostics> {
    isolated(|| print(document, fonts))
}

/// Runs `work` where it can neither overflow the stack nor stop the program.
fn isolated<T: Send>(
    work: impl FnOnce() -> Result<T, Diagnostics> + Send,
) -> Result<T, Diagnostics> {
    // A pool of one thread for each document. The typesetter uses rayon inside;
    // in a shared pool a waiting document would take up another one on the same
    // stack, and overflow it.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build();
    let pool = pool.map_err(|error| refused(error.to_string()))?;
    let done = pool.install(|| panic::catch_unwind(AssertUnwindSafe(work)));
    // What the typesetter remembers of this document helps no other one.
    comemo::evict(0);
    done.unwrap_or_else(|_| Err(refused("the typesetter stopped")))
}

/// Typesets, checks and writes `document`.
fn print(document: &Document, fonts: &Fonts) -> Result<Pdf, Diagnostics> {
    if date(&document.date).is_none() {
        let mistake = PrintMistake::NotADate { date: document.date.clone() };
        return Err(error(&mistake, &PrintHelp::Report));
    }
    let pages = typeset(document, fonts)?;
    glyphs::check(document, &pages)?;
    let bytes = typst_pdf::pdf(&pages, &options(document)?).map_err(|list| refusals(&list))?;
    Ok(Pdf { bytes, fields: places::places(&pages), pages: pages.pages().len() })
}

/// Lays the pages out.
fn typeset(document: &Document, fonts: &Fonts) -> Result<PagedDocument, Diagnostics> {
    let source = typst_source(document, fonts.families());
    let desk = Desk::new(source, fonts).map_err(refused)?;
    typst::compile::<PagedDocument>(&desk).output.map_err(|list| refusals(&list))
}

/// Returns the options that make the file archivable, accessible and the same every time.
fn options(document: &Document) -> Result<PdfOptions, Diagnostics> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| refused(error.message().to_string()))?;
    let number = document.number.as_deref().unwrap_or_default();
    Ok(PdfOptions {
        ident: Smart::Custom(format!(
            "{}/{number}/{}/{}",
            document.kind,
            document.fingerprint,
            document.language.tag()
        )),
        // Papers leave the company without a word about what made them.
        creator: Smart::Custom(None),
        standards,
        ..PdfOptions::default()
    })
}

/// Returns one error with its remedy.
fn error(mistake: &PrintMistake, help: &PrintHelp) -> Diagnostics {
    let mut all = Diagnostics::new();
    all.push(diagnostic(mistake, help));
    all
}

/// Returns one diagnostic with its remedy.
fn diagnostic(mistake: &PrintMistake, help: &PrintHelp) -> Diagnostic {
    Diagnostic::new(mistake.code(), Severity::Error, mistake.text()).with_help(help.text())
}

/// Returns a refusal of the typesetter, which is a fault of this program.
fn refused(message: impl Into<String>) -> Diagnostics {
    error(&PrintMistake::Refused { message: message.into() }, &PrintHelp::Report)
}

/// Returns all refusals of the typesetter.
fn refusals(list: &[SourceDiagnostic]) -> Diagnostics {
    let mut all = Diagnostics::new();
    for refusal in list {
        let message = refusal.message.to_string();
        all.push(diagnostic(&PrintMistake::Refused { message }, &PrintHelp::Report));
    }
    all
}
