//! Makes the sheet of a paper from an assessment: every name a template may print, in words.
//!
//! ```text
//! Assessment ─┬─ cells: facts, figures, parameters, citations ─┐
//!             ├─ rows: lists of the case                       ├─▶ Sheet
//!             └─ review: findings, questions, calculation ─────┘
//! ```
//!
//! The names stand in `docs/formats/sheet.md`.
//!
//! **Invariant:** a sensitive value is on no sheet whose audience may not see it.

mod calculation;
mod cells;
mod chain;
mod evidence;
mod exhibits;
mod formula;
mod memo;
mod places;
mod review;
mod rows;
mod rulebook;
mod units;
mod words;

pub use rulebook::Rulebook;

use super::model::{Origin, OriginKind};
use super::sheet::{Cell, Condition, Row, Sheet};
use crate::assess::{Assessment, Receipt};
use crate::vocabulary::{Audience, DocumentKind};
use crate::wording::Language;
use words::Words;

/// What a sheet is made for.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The kind of document.
    pub document: &'a DocumentKind,
    /// Its language.
    pub language: Language,
    /// Whether it is a draft.
    pub is_draft: bool,
    /// What the assessment was made from.
    pub receipt: &'a Receipt,
    /// Names of the documents that are generated together with it.
    pub generated: &'a [String],
}

/// Makes the sheet of one paper.
#[must_use]
pub fn sheet(assessment: &Assessment<'_>, occasion: &Occasion<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let maker = Maker::new(assessment, occasion);
    maker.cells(&mut sheet);
    maker.lists(&mut sheet);
    maker.review(&mut sheet);
    maker.calculation(&mut sheet);
    maker.evidence(&mut sheet);
    maker.timeline(&mut sheet);
    maker.divided(&mut sheet);
    maker.sources(&mut sheet);
    maker.places(&mut sheet);
    sheet.cells.sort_by(|a, b| a.0.cmp(&b.0));
    sheet.cells.dedup_by(|a, b| a.0 == b.0);
    sheet
}

/// Makes the sheet of a paper about a company's policy.
#[must_use]
pub fn rulebook_sheet(
    assessment: &Assessment<'_>,
    occasion: &Occasion<'_>,
    of: Rulebook<'_>,
) -> Sheet {
    let mut sheet = sheet(assessment, occasion);
    Maker::new(assessment, occasion).rulebook(&mut sheet, of);
    sheet.cells.sort_by(|a, b| a.0.cmp(&b.0));
    sheet
}

/// Everything the parts of the sheet need to see.
struct Maker<'a, 'o> {
    assessment: &'o Assessment<'a>,
    occasion: &'o Occasion<'o>,
    words: Words<'a, 'o>,
    audience: Audience,
}

impl<'a, 'o> Maker<'a, 'o> {
    fn new(assessment: &'o Assessment<'a>, occasion: &'o Occasion<'o>) -> Self {
        let words = Words::new(assessment, occasion.language);
        Self { assessment, occasion, words, audience: occasion.document.audience() }
    }

    fn may_show(&self, sensitive: bool) -> bool {
        !sensitive || self.audience.may_see_sensitive()
    }
}

fn origin(kind: OriginKind, name: &str) -> Origin {
    Origin { kind, name: name.to_owned(), place: None }
}

fn known(text: impl Into<String>, kind: OriginKind, name: &str) -> Cell {
    let text = text.into();
    // An empty text would print as a blank; for optional words that is none.
    if text.is_empty() {
        return Cell::None { title: name.to_owned(), origin: origin(kind, name) };
    }
    Cell::Known { text, origin: origin(kind, name) }
}

fn condition(truth: bool) -> Condition {
    if truth { Condition::Yes } else { Condition::No }
}

/// A row made of known words.
fn row(cells: &[(&str, String)], kind: OriginKind, name: &str) -> Row {
    let cells =
        cells.iter().map(|(field, text)| ((*field).to_owned(), known(text.clone(), kind, name)));
    Row { cells: cells.collect(), ..Row::default() }
}
