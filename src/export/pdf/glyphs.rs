//! Checks on the finished pages: every character has a glyph, and none stands
//! off its page.

use std::collections::BTreeSet;

use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::diagnostic;
use crate::diag::Diagnostics;
use crate::document::model::{Block, Document, Inline, Origin};
use crate::wording::catalogue::export::{PrintHelp, PrintMistake};

/// What was found on the pages.
#[derive(Default)]
struct Findings {
    /// Characters without a glyph.
    missing: BTreeSet<char>,
    /// Pages, from 1, with words outside the paper.
    overrun: BTreeSet<usize>,
}

/// Checks the pages of `document`.
///
/// # Errors
///
/// Returns one error for each character without a glyph and each place it
/// stands at, and one for each page that words run off.
pub(super) fn check(document: &Document, pages: &PagedDocument) -> Result<(), Diagnostics> {
    let mut found = Findings::default();
    for (number, page) in (1..).zip(pages.pages()) {
        walk(&page.frame, Transform::identity(), &mut |text, place| {
            missing(text, &mut found.missing);
            if !on_page(text, place, page.frame.size()) {
                found.overrun.insert(number);
            }
        });
    }
    let mut all = Diagnostics::new();
    for character in found.missing {
        report(document, character, &mut all);
    }
    for page in found.overrun {
        all.push(diagnostic(&PrintMistake::OffThePage { page }, &PrintHelp::Shorten));
    }
    if all.is_empty() { Ok(()) } else { Err(all) }
}

/// Calls `visit` with each run of text and where it stands.
fn walk(frame: &Frame, place: Transform, visit: &mut impl FnMut(&TextItem, Transform)) {
    for (position, item) in frame.items() {
        let here = place.pre_concat(Transform::translate(position.x, position.y));
        match item {
            FrameItem::Group(group) => {
                walk(&group.frame, here.pre_concat(group.transform), visit);
            }
            FrameItem::Text(text) => visit(text, here),
            _ => {}
        }
    }
}

/// Collects the characters of `text` that have no glyph.
fn missing(text: &TextItem, found: &mut BTreeSet<char>) {
    for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
        found.extend(text.text.get(glyph.range()).unwrap_or_default().chars());
    }
}

/// Returns whether both ends of `text` lie on the page.
fn on_page(text: &TextItem, place: Transform, page: Size) -> bool {
    let tolerance = Abs::pt(1.0);
    [Point::zero(), Point::with_x(text.width())].into_iter().all(|end| {
        let end = end.transform(place);
        end.x >= -tolerance
            && end.y >= -tolerance
            && end.x <= page.x + tolerance
            && end.y <= page.y + tolerance
    })
}

/// Reports `character` once for each value it stands in, or for the template.
fn report(document: &Document, character: char, all: &mut Diagnostics) {
    let mut origins = BTreeSet::new();
    in_blocks(&document.blocks, character, &mut origins);
    let code_point = format!("U+{:04X}", u32::from(character));
    if origins.is_empty() {
        let character = if character.is_control() { String::new() } else { character.to_string() };
        let mistake = PrintMistake::MissingGlyphOfTemplate { character, code_point };
        all.push(diagnostic(&mistake, &PrintHelp::GiveFont));
        return;
    }
    // The character is part of a value of the case: its number says enough.
    for Origin { name, place, .. } in origins {
        let code_point = code_point.clone();
        let diagnostic =
            diagnostic(&PrintMistake::MissingGlyph { code_point, name }, &PrintHelp::GiveFont);
        all.push(match place {
            Some(place) => diagnostic.at(place),
            None => diagnostic,
        });
    }
}

/// Collects the origins of the values in `blocks` that hold `character`.
fn in_blocks(blocks: &[Block], character: char, origins: &mut BTreeSet<Origin>) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
                in_inlines(content, character, origins);
            }
            Block::List { items, .. } => {
                items.iter().for_each(|item| in_blocks(item, character, origins));
            }
            Block::Table { head, rows, .. } => {
                let cells = rows.iter().flatten().chain(head);
                cells.for_each(|cell| in_inlines(cell, character, origins));
            }
            Block::Signatures { parties } => {
                parties.iter().for_each(|party| in_inlines(&party.name, character, origins));
            }
            Block::Slip { blocks } => in_blocks(blocks, character, origins),
            Block::Rule | Block::PageBreak => {}
        }
    }
}

/// Collects the origins of the values in `inlines` that hold `character`.
fn in_inlines(inlines: &[Inline], character: char, origins: &mut BTreeSet<Origin>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                in_inlines(inner, character, origins);
            }
            Inline::Value { text, origin } | Inline::Missing { question: text, origin }
                if text.contains(character) =>
            {
                origins.insert(origin.clone());
            }
            _ => {}
        }
    }
}
