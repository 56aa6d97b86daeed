//! The body of the document: blocks, one after the other.

use std::io;

use super::inline::Face;
use super::look::{Look, PAGE_HEIGHT, PAGE_WIDTH};
use super::numbering::{LEVELS, List, indent};
use super::package::{FOOTER_ID, HEADER_ID};
use super::styles::{WORD, id};
use super::xml::Xml;
use crate::document::model::{Block, Document, Draft, Inline, ParagraphShape};
use crate::export::keep;
use crate::export::paper::reasons;
use crate::wording::Language;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The body while it is written.
pub(super) struct Body {
    pub(super) xml: Xml,
    pub(super) language: Language,
    pub(super) look: Look,
    /// How many content controls there are.
    pub(super) controls: u32,
    lists: Vec<List>,
    /// Whether paragraphs stay with the next one.
    keep: bool,
    /// Whether this is a slip, whose headings are centred.
    in_slip: bool,
    /// Whether the next paragraph begins a page.
    page_break: bool,
}

/// Where a paragraph stands, beyond its style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Placement<'a> {
    /// Number of the list and level, if the paragraph carries a number.
    pub(super) number: Option<(usize, usize)>,
    /// Left indent in twips.
    pub(super) left: Option<usize>,
    /// Alignment.
    pub(super) align: Option<&'a str>,
    /// Whether the paragraph stays with the next one.
    pub(super) keep_next: bool,
    /// A line over or under the paragraph: side and kind.
    pub(super) line: Option<(&'a str, &'a str)>,
}

/// Writes the body and returns it with the lists it has.
pub(super) fn write(document: &Document) -> io::Result<(Vec<u8>, Vec<List>)> {
    let mut body = Body {
        xml: Xml::new(),
        language: document.language,
        look: Look::of(document),
        controls: 0,
        lists: Vec::new(),
        keep: false,
        in_slip: false,
        page_break: false,
    };
    body.xml.start("w:document", &[("xmlns:w", WORD), ("xmlns:r", OFFICE)]);
    body.xml.start("w:body", &[]);
    if let Some(draft) = &document.draft {
        body.draft(draft);
    }
    body.blocks(&document.blocks);
    body.section(document.draft.is_some());
    body.xml.end("w:body");
    body.xml.end("w:document");
    Ok((body.xml.finish()?, body.lists))
}

impl Body {
    fn draft(&mut self, draft: &Draft) {
        let place = Placement { keep_next: true, ..Placement::default() };
        let strong = Face { strong: true, ..Face::default() };
        self.paragraph(id::DRAFT, place, |body| body.run(&draft.watermark, strong));
        if draft.reasons.is_empty() {
            return;
        }
        let heading = reasons(self.language);
        self.paragraph(id::DRAFT, place, |body| body.run(heading, Face::default()));
        for reason in &draft.reasons {
            let words = format!("• {reason}");
            self.paragraph(id::DRAFT, Placement::default(), |body| {
                body.run(&words, Face::default());
            });
        }
    }

    /// Writes blocks.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for (block, stays) in blocks.iter().zip(keep::with_next(blocks)) {
            let before = self.keep;
            self.keep |= stays;
            self.block(block);
            self.keep = before;
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, content } => self.heading(*level, content),
            Block::Paragraph { shape, content } => {
                let style = match shape {
                    ParagraphShape::Body => id::BODY,
                    ParagraphShape::Flush => id::FLUSH,
                    ParagraphShape::Right => id::RIGHT,
                    ParagraphShape::Center => id::CENTER,
                    ParagraphShape::Note => id::NOTE,
                };
                self.paragraph(style, Placement::default(), |body| {
                    body.inlines(content, Face::default());
                });
            }
            Block::List { start, items } => self.list(*start, items, 0),
            Block::Table { align, head, rows } => self.table(align, head, rows),
            Block::Signatures { parties } => self.signatures(parties),
            Block::Slip { blocks } => self.slip(blocks),
            Block::Rule => self.empty(("w:bottom", "single")),
            Block::PageBreak => self.page_break = true,
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline]) {
        let [first, second, third] = id::HEADINGS;
        let style = match level {
            0 | 1 => id::TITLE,
            2 => first,
            3 => second,
            _ => third,
        };
        let align = (self.in_slip && level > 1).then_some("center");
        let place = Placement { align, ..Placement::default() };
        self.paragraph(style, place, |body| body.inlines(content, Face::default()));
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], level: usize) {
        let shown = level.min(LEVELS - 1);
        self.lists.push(List { start, level: shown });
        let number = self.lists.len();
        for item in items {
            let mut carries = Some((number, shown));
            if !matches!(item.first(), Some(Block::Paragraph { .. })) {
                // The number needs a paragraph to stand in.
                let place = Placement { number: carries.take(), ..Placement::default() };
                self.paragraph(id::LIST, place, |_| {});
            }
            for block in item {
                match block {
                    Block::Paragraph { content, .. } => {
                        let number = carries.take();
                        let left = number.is_none().then(|| indent(shown).0);
                        let place = Placement { number, left, ..Placement::default() };
                        self.paragraph(id::LIST, place, |body| {
                            body.inlines(content, Face::default());
                        });
                    }
                    Block::List { start, items } => self.list(*start, items, level + 1),
                    block => self.block(block),
                }
            }
        }
    }

    fn slip(&mut self, blocks: &[Block]) {
        let before = std::mem::replace(&mut self.keep, true);
        self.in_slip = true;
        self.empty(("w:top", "dashed"));
        self.blocks(blocks);
        self.in_slip = false;
        self.keep = before;
    }

    /// Writes an empty paragraph with a line above or below it.
    fn empty(&mut self, line: (&str, &str)) {
        let place = Placement { line: Some(line), ..Placement::default() };
        self.paragraph(id::FOOTER, place, |_| {});
    }

    /// Writes the small paragraph that keeps a table from what stands before or behind it.
    pub(super) fn gap(&mut self, keep_next: bool) {
        self.paragraph(id::GAP, Placement { keep_next, ..Placement::default() }, |_| {});
    }

    /// Writes a paragraph; the order of its properties is the schema's.
    pub(super) fn paragraph(
        &mut self,
        style: &str,
        place: Placement<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        let keep = self.keep || place.keep_next;
        let page_break = std::mem::take(&mut self.page_break);
        self.xml.start("w:p", &[]);
        self.xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", style);
            if keep {
                xml.leaf("w:keepNext", &[]);
                xml.leaf("w:keepLines", &[]);
            }
            if page_break {
                xml.leaf("w:pageBreakBefore", &[]);
            }
            placed(xml, place);
        });
        content(self);
        self.xml.end("w:p");
    }

    /// Returns whether paragraphs stay with the next one.
    pub(super) fn keeps(&self) -> bool {
        self.keep
    }

    fn section(&mut self, draft: bool) {
        let [top, right, bottom, left] = self.look.margins.map(|margin| margin.to_string());
        let (width, height) = (PAGE_WIDTH.to_string(), PAGE_HEIGHT.to_string());
        self.xml.element("w:sectPr", &[], |xml| {
            if draft {
                xml.leaf("w:headerReference", &[("w:type", "default"), ("r:id", HEADER_ID)]);
            }
            xml.leaf("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER_ID)]);
            xml.leaf("w:pgSz", &[("w:w", &width), ("w:h", &height)]);
            xml.leaf(
                "w:pgMar",
                &[
                    ("w:top", &top),
                    ("w:right", &right),
                    ("w:bottom", &bottom),
                    ("w:left", &left),
                    ("w:header", "851"),
                    ("w:footer", "851"),
                    ("w:gutter", "0"),
                ],
            );
        });
    }
}

fn placed(xml: &mut Xml, place: Placement<'_>) {
    if let Some((list, level)) = place.number {
        xml.element("w:numPr", &[], |xml| {
            xml.value("w:ilvl", &level.to_string());
            xml.value("w:numId", &list.to_string());
        });
    }
    if let Some((side, kind)) = place.line {
        xml.element("w:pBdr", &[], |xml| {
            let line = [("w:val", kind), ("w:sz", "6"), ("w:space", "1"), ("w:color", "404040")];
            xml.leaf(side, &line);
        });
        xml.leaf("w:spacing", &[("w:before", "240"), ("w:after", "120")]);
    }
    if let Some(left) = place.left {
        xml.leaf("w:ind", &[("w:left", &left.to_string())]);
    }
    if let Some(align) = place.align {
        xml.value("w:jc", align);
    }
}
