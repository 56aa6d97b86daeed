//! Composes a paper: template and sheet become a [`Document`].
//!
//! ```text
//! Template ─check names─▶ program ─tera─▶ Markdown with marks ─layout, markdown─▶ blocks with values
//! ```
//!
//! **Invariant:** a value is put in after the Markdown was parsed, so nothing in
//! a case can change the shape of a paper.
//!
//! **Invariant:** a cleared paper holds no [`super::model::Inline::Missing`]; an
//! unknown condition never counts as *no*.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::check;
use super::layout::{self, Part};
use super::markdown::{self, Reading};
use super::mistakes;
use super::model::{Block, Document, OriginKind, ParagraphShape};
use super::paper::PaperFacts;
use super::places::Places;
use super::program::Program;
use super::scope::Scopes;
use super::sheet::{Cell, Row, Sheet};
use super::signatures::Signatures;
use super::template::{Asked, Partials, Template};
use super::values::{Missing, Values};
use crate::diag::{Diagnostic, Diagnostics};
use crate::wording::Language;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// A composed paper with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// The paper.
    pub document: Document,
    /// What it needs and the sheet does not know, in the order of the text; empty if it is cleared.
    pub missing: Vec<Missing>,
    /// Warnings.
    pub warnings: Diagnostics,
}

/// Composes a paper from a template, the values it may print, and shared blocks.
///
/// # Errors
///
/// Returns all mistakes of the template at once: unknown names, forbidden
/// Markdown, values that do not exist; and, if the paper is not a draft,
/// everything that is missing.
pub fn compose(
    template: &Template,
    sheet: &Sheet,
    partials: &Partials,
    paper: &PaperFacts,
) -> Result<Composed, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let templates = check::collect(template, partials, &mut diagnostics);
    let sheet = own_rows(sheet, &templates);
    let scopes = Arc::new(Scopes::new(&sheet, paper.cells()));
    for (_, template) in &templates {
        language(template, paper.language, &mut diagnostics);
        check::names(template, &scopes, &mut diagnostics);
        diagnostics.extend(template.warnings().clone());
    }
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    let (program, rendered) = Program::new(&templates).run(&scopes, template)?;
    let places = Places::new(templates.iter().map(|(_, t)| *t).collect(), template.start());
    let mut values = Values::new(program, scopes);
    let blocks = Body { places: &places, values: &mut values, paper, fields: BTreeSet::new() }
        .compose(&rendered);
    finish(template, paper, blocks, values, diagnostics)
}

/// Leaves of the figures without a value those that the paper would print: what else a pack can
/// compute, such as the cost of losing a suit, is nothing its reader is to be told.
fn own_rows(sheet: &Sheet, templates: &[(&str, &Template)]) -> Sheet {
    let printed: BTreeSet<&str> = templates
        .iter()
        .flat_map(|(_, t)| t.references())
        .filter(|r| r.asked == Asked::Value && r.row.is_none())
        .map(|r| r.name.as_str())
        .collect();
    let is_own = |row: &Row| {
        row.cells.iter().any(|(_, cell)| {
            let (Cell::Known { origin, .. }
            | Cell::None { origin, .. }
            | Cell::Missing { origin, .. }) = cell;
            let name = origin.name.as_str();
            let ends = |p: &&str| p.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'));
            printed.contains(name) || printed.iter().any(ends)
        })
    };
    let mut sheet = sheet.clone();
    for (_, rows) in sheet.lists.iter_mut().filter(|(name, _)| name == "not_computed") {
        rows.retain(is_own);
    }
    sheet
}

fn language(template: &Template, paper: Language, diagnostics: &mut Diagnostics) {
    let Some(own) = template.language().filter(|own| *own != paper) else { return };
    let message = DocumentMessage::OtherLanguage {
        template: own.tag().to_owned(),
        paper: paper.tag().to_owned(),
    };
    diagnostics.push(mistakes::error(&message, template.start()));
}

fn finish(
    template: &Template,
    paper: &PaperFacts,
    blocks: Vec<Block>,
    values: Values,
    mut diagnostics: Diagnostics,
) -> Result<Composed, Diagnostics> {
    diagnostics.extend(values.diagnostics);
    if paper.draft.is_none() {
        values.missing.iter().for_each(|missing| diagnostics.push(refused(missing)));
    }
    if diagnostics.has_errors() {
        return Err(diagnostics);
    }
    let document = Document {
        kind: paper.kind.clone(),
        title: paper.title.clone(),
        language: paper.language,
        region: paper.region.clone(),
        number: paper.number.clone().filter(|_| paper.draft.is_none()),
        date: paper.date.clone(),
        fingerprint: paper.fingerprint.clone(),
        draft: paper.draft.clone(),
        style: paper.style.unwrap_or(template.style()),
        blocks,
    };
    Ok(Composed { document, missing: values.missing, warnings: diagnostics })
}

fn refused(missing: &Missing) -> Diagnostic {
    if let Some(name) = &missing.none {
        let message = DocumentMessage::NonePrinted { name: name.clone() };
        let help = DocumentHelp::Guard { name: name.clone() };
        return mistakes::error(&message, missing.span).with_help(help.text());
    }
    let question = missing.question.clone();
    // A name that the case cannot use would help nobody: the question is that of what lies behind.
    let message = match missing.origin.kind {
        OriginKind::Fact => {
            DocumentMessage::MissingInCleared { name: missing.origin.name.clone(), question }
        }
        _ => DocumentMessage::MissingBehind { question },
    };
    // What is wanting is wanting in the case; the template only asks for it.
    let diagnostic = match missing.origin.place {
        Some(place) => mistakes::error(&message, place)
            .with_label(missing.span, DocumentHelp::AskedHere.text()),
        None => mistakes::error(&message, missing.span),
    };
    diagnostic.with_help(DocumentHelp::Supply.text())
}

/// The body of a paper while it is put together.
struct Body<'a, 't> {
    places: &'a Places<'t>,
    values: &'a mut Values,
    paper: &'a PaperFacts,
    fields: BTreeSet<String>,
}

impl Body<'_, '_> {
    fn compose(mut self, rendered: &str) -> Vec<Block> {
        let parts = layout::split(rendered, self.places, &mut self.values.diagnostics);
        self.parts(parts)
    }

    fn parts(&mut self, parts: Vec<Part>) -> Vec<Block> {
        parts.into_iter().flat_map(|part| self.part(part)).collect()
    }

    fn part(&mut self, part: Part) -> Vec<Block> {
        match part {
            Part::Markdown(text) => self.markdown(&text, ParagraphShape::Body),
            Part::Shape(shape, text) => self.markdown(&text, shape),
            Part::PageBreak => vec![Block::PageBreak],
            Part::Slip(parts) => vec![Block::Slip { blocks: self.parts(parts) }],
            Part::Signatures(lines) => Signatures {
                values: self.values,
                places: self.places,
                language: self.paper.language,
                seals: self.paper.draft.is_none(),
                fields: &mut self.fields,
            }
            .blocks(&lines),
        }
    }

    fn markdown(&mut self, text: &str, shape: ParagraphShape) -> Vec<Block> {
        let language = self.paper.language;
        let mut reading = Reading { values: self.values, places: self.places, language };
        markdown::blocks(text, shape, &mut reading)
    }
}
