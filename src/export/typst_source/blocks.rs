//! Blocks as calls of the layout.

use std::fmt::Write as _;

use super::inline::block as pieces;
use super::literal::quoted;
use super::{signatures, table};
use crate::document::model::{Block, Document, Draft, Inline, ParagraphShape};
use crate::export::keep;
use crate::export::paper::plain;
use crate::wording::Language;

/// Writes blocks and knows where it stands.
struct Writer<'a> {
    out: &'a mut String,
    language: Language,
    /// Room for text in a table.
    line: usize,
    /// Level of the last heading as written: a reader with a screen reader must not miss a level.
    level: u8,
    /// Depth of lists.
    depth: usize,
    /// Depth of slips and lists, inside which a page cannot end.
    inside: usize,
    /// Whether places for seals are left free; a draft has none.
    seals: bool,
}

/// Writes the body of the document.
pub(super) fn document(out: &mut String, document: &Document) {
    if let Some(draft) = &document.draft {
        reasons(out, draft);
    }
    let (language, seals) = (document.language, document.draft.is_none());
    let line = table::line(language, document.style);
    let mut writer = Writer { out, language, line, level: 0, depth: 0, inside: 0, seals };
    let titled = document.blocks.iter().any(|b| matches!(b, Block::Heading { level: 1, .. }));
    if !titled {
        writer.heading(1, &[Inline::Text(document.title.clone())]);
    }
    writer.blocks(&document.blocks);
}

/// Writes the reasons why the paper is a draft.
fn reasons(out: &mut String, draft: &Draft) {
    let _ = write!(out, "reasons({},", quoted(&draft.watermark));
    for reason in &draft.reasons {
        let _ = write!(out, "{},", quoted(reason));
    }
    out.push_str(")\n");
}

impl Writer<'_> {
    /// Writes a sequence of blocks, each on a line of its own.
    fn blocks(&mut self, blocks: &[Block]) {
        for (block, stays) in blocks.iter().zip(keep::with_next(blocks)) {
            self.block(block, stays);
        }
    }

    /// Writes one block; `stays` keeps it on the page of the next one.
    fn block(&mut self, block: &Block, stays: bool) {
        match block {
            Block::Heading { level, content } => self.heading(*level, content),
            Block::Paragraph { shape, content } => self.paragraph(*shape, content, stays),
            Block::List { start, items } => self.list(*start, items, stays),
            Block::Table { align, head, rows } => {
                table::table(self.out, (self.language, self.line), align, head, rows);
            }
            Block::Signatures { parties } => {
                signatures::signatures(self.out, self.language, parties, self.seals, stays);
            }
            Block::Slip { blocks } => self.slip(blocks),
            Block::Rule => self.out.push_str("rule()\n"),
            Block::PageBreak if self.inside > 0 => {}
            Block::PageBreak => self.out.push_str("pagebreak(weak: true)\n"),
        }
    }

    /// Writes a heading; a level never exceeds the last one by more than one.
    fn heading(&mut self, level: u8, content: &[Inline]) {
        if plain(content).trim().is_empty() {
            return;
        }
        self.level = level.clamp(1, self.level.saturating_add(1));
        let _ = write!(self.out, "heading(level:{},", self.level);
        self.pieces(content);
        self.out.push_str(")\n");
    }

    /// Writes a paragraph.
    fn paragraph(&mut self, shape: ParagraphShape, content: &[Inline], stays: bool) {
        if content.is_empty() {
            return;
        }
        let function = match shape {
            ParagraphShape::Body if keep::is_to_write_on(content) => "writing",
            ParagraphShape::Body if self.depth > 0 => "flush",
            ParagraphShape::Body => "running",
            ParagraphShape::Flush => "flush",
            ParagraphShape::Right => "flush-right",
            ParagraphShape::Center => "centred",
            ParagraphShape::Note => "remark",
        };
        self.out.push_str(if stays { "keep(" } else { "" });
        self.out.push_str(function);
        self.out.push('(');
        self.pieces(content);
        self.out.push_str(if stays { "))\n" } else { ")\n" });
    }

    /// Writes a list; deeper lists of numbers are bracketed: 1. then （1）.
    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], stays: bool) {
        self.out.push_str(if stays { "keep(" } else { "" });
        let pattern = match (self.depth, self.language) {
            (0, _) => "1.",
            (_, Language::Chinese) => "（1）",
            (_, Language::English) => "(a)",
        };
        let _ = match start {
            Some(start) => writeln!(self.out, "numbered({start},\"{pattern}\",{},", self.depth),
            None => writeln!(self.out, "bulleted({},", self.depth),
        };
        self.depth += 1;
        self.inside += 1;
        for item in items {
            self.item(item);
        }
        self.inside -= 1;
        self.depth -= 1;
        self.out.push_str(if stays { "))\n" } else { ")\n" });
    }

    /// Writes one item: a single paragraph as words, anything else as blocks.
    fn item(&mut self, item: &[Block]) {
        match item {
            [Block::Paragraph { shape: ParagraphShape::Body | ParagraphShape::Flush, content }] => {
                self.pieces(content);
            }
            blocks => {
                self.out.push_str("{[];");
                self.blocks(blocks);
                self.out.push('}');
            }
        }
        self.out.push_str(",\n");
    }

    /// Writes a slip, whole if it fits one page for certain.
    fn slip(&mut self, blocks: &[Block]) {
        let _ = write!(self.out, "slip({},{{[];", keep::fits_one_page(blocks));
        self.inside += 1;
        self.blocks(blocks);
        self.inside -= 1;
        self.out.push_str("})\n");
    }

    /// Writes words.
    fn pieces(&mut self, content: &[Inline]) {
        pieces(self.out, self.language, content);
    }
}
