//! Checks on the finished pages: every character has a glyph, and none stands
//! off its page.

use std::collections::{BTreeMap, BTreeSet};

use typst::layout::{Abs, Frame, FrameItem, Point, Size, Transform};
use typst::text::TextItem;
use typst_layout::PagedDocument;

use super::diagnostic;
use crate::diag::Diagnostics;
use crate::document::model::{Block, Document, Inline, Origin};
use crate::wording::catalogue::export::{PrintHelp, PrintMistake};

/// At most this many characters of one value are named.
const MOST: usize = 12;

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
/// Returns one error for each value with characters that have no glyph, one for
/// those of the template, and one for each page that words run off.
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
    let mut all = report(document, &found.missing);
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

/// Reports each value once with all its characters that no font has, and so the template.
fn report(document: &Document, missing: &BTreeSet<char>) -> Diagnostics {
    let mut values: BTreeMap<Origin, Vec<char>> = BTreeMap::new();
    let mut fixed = Vec::new();
    for character in missing {
        let mut origins = BTreeSet::new();
        in_blocks(&document.blocks, *character, &mut origins);
        if origins.is_empty() {
            fixed.push(*character);
        }
        origins.into_iter().for_each(|o| values.entry(o).or_default().push(*character));
    }
    let mut all = Diagnostics::new();
    if !fixed.is_empty() {
        let characters = limited(&fixed, |c| if c.is_control() { point(c) } else { shown(c) });
        let mistake = PrintMistake::MissingGlyphOfTemplate { characters };
        all.push(diagnostic(&mistake, &PrintHelp::GiveFont));
    }
    // The characters are part of a value of the case: their numbers say enough.
    for (Origin { name, place, .. }, characters) in values {
        let code_points = limited(&characters, point);
        let diagnostic =
            diagnostic(&PrintMistake::MissingGlyph { code_points, name }, &PrintHelp::GiveFont);
        all.push(match place {
            Some(place) => diagnostic.at(place),
            None => diagnostic,
        });
    }
    all
}

/// The number of a character.
fn point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A character with its number.
fn shown(character: char) -> String {
    format!("{character} {}", point(character))
}

/// The first characters in words, and how many more there are.
fn limited(characters: &[char], words: impl Fn(char) -> String) -> String {
    let mut list: Vec<String> = characters.iter().take(MOST).map(|c| words(*c)).collect();
    let left = characters.len().saturating_sub(MOST);
    if left > 0 {
        list.push(format!("+{left}"));
    }
    list.join(", ")
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
