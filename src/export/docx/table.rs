//! Tables: a head that is repeated, rows that are never split, columns as wide as their words.

use unicode_width::UnicodeWidthStr as _;

use super::body::{Body, Placement};
use super::inline::Face;
use super::styles::id;
use crate::document::model::{Align, Inline, group};
use crate::export::words;
use crate::wording::Language;

/// The narrowest and the widest a column asks to be, in half-width characters.
const NARROWEST: u32 = 6;
const WIDEST: u32 = 60;
/// What a cell keeps free beside its words.
const PADDING: u32 = 3;

impl Body {
    /// Writes a table.
    pub(super) fn table(
        &mut self,
        align: &[Align],
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
    ) {
        if head.is_empty() {
            return;
        }
        self.gap(true);
        let widths = self.widths(head, rows);
        self.xml.start("w:tbl", &[]);
        self.table_properties(id::TABLE, &widths);
        self.row(true, align, head, &widths);
        for row in rows {
            match group(row) {
                Some(words) => self.group(words, &widths),
                None => self.row(false, align, row, &widths),
            }
        }
        self.xml.end("w:tbl");
        self.gap(false);
    }

    /// Writes the properties and the grid of a table; without a style it has no lines.
    pub(super) fn table_properties(&mut self, style: &str, widths: &[u32]) {
        let total: u32 = widths.iter().sum();
        self.xml.element("w:tblPr", &[], |xml| {
            if !style.is_empty() {
                xml.value("w:tblStyle", style);
            }
            xml.leaf("w:tblW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
            xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
            if style.is_empty() {
                // Words in it stand in line with the words around it.
                xml.element("w:tblCellMar", &[], |xml| {
                    for side in ["w:left", "w:right"] {
                        xml.leaf(side, &[("w:w", "0"), ("w:type", "dxa")]);
                    }
                });
            }
            // 0020: the first row has a look of its own.
            xml.value("w:tblLook", if style.is_empty() { "0000" } else { "0020" });
        });
        self.xml.element("w:tblGrid", &[], |xml| {
            for width in widths {
                xml.leaf("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
    }

    fn row(&mut self, head: bool, align: &[Align], cells: &[Vec<Inline>], widths: &[u32]) {
        self.xml.start("w:tr", &[]);
        self.xml.element("w:trPr", &[], |xml| {
            xml.leaf("w:cantSplit", &[]);
            if head {
                xml.leaf("w:tblHeader", &[]);
            }
        });
        let align = align.iter().copied().chain(std::iter::repeat(Align::Left));
        for ((cell, align), width) in cells.iter().zip(align).zip(widths) {
            self.xml.start("w:tc", &[]);
            self.xml.element("w:tcPr", &[], |xml| {
                xml.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                xml.value("w:vAlign", "center");
            });
            let align = match align {
                _ if head => "center",
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
            };
            let keep_next = head || self.keeps();
            let place = Placement { align: Some(align), keep_next, ..Placement::default() };
            self.paragraph(id::CELL, place, |body| body.inlines(cell, Face::default()));
            self.xml.end("w:tc");
        }
        self.xml.end("w:tr");
    }

    /// Writes a row over all columns that stays with the row after it.
    fn group(&mut self, words: &[Inline], widths: &[u32]) {
        let total: u32 = widths.iter().sum();
        self.xml.start("w:tr", &[]);
        self.xml.element("w:trPr", &[], |xml| xml.leaf("w:cantSplit", &[]));
        self.xml.start("w:tc", &[]);
        self.xml.element("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &total.to_string()), ("w:type", "dxa")]);
            xml.value("w:gridSpan", &widths.len().to_string());
            xml.value("w:vAlign", "center");
        });
        let place = Placement { align: Some("left"), keep_next: true, ..Placement::default() };
        self.paragraph(id::CELL, place, |body| body.inlines(words, Face::default()));
        self.xml.end("w:tc");
        self.xml.end("w:tr");
    }

    /// Returns the widths of the columns: as their longest words ask, together the width of the text.
    fn widths(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Vec<u32> {
        let longest = |column: usize| {
            let own = rows.iter().filter(|row| group(row).is_none());
            let cells = own.filter_map(|row| row.get(column)).chain(head.get(column));
            let wanted = cells.map(|cell| width(cell, self.language)).max().unwrap_or(0);
            u32::try_from(wanted).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST) + PADDING
        };
        let text = self.look.text_width();
        // A quarter of a half-point size in twips is the width of half a character.
        let room = text / (self.look.table_size * 5).max(1);
        let mut wanted: Vec<u32> = (0..head.len()).map(longest).collect();
        while wanted.iter().sum::<u32>() > room {
            // The widest column gives way first: its words can be broken best.
            let Some(widest) = wanted.iter_mut().max() else { break };
            if *widest <= NARROWEST {
                break;
            }
            *widest -= 1;
        }
        let total: u32 = wanted.iter().sum::<u32>().max(1);
        wanted.iter().map(|wanted| text * wanted / total).collect()
    }
}

/// Returns the width of words in half-width characters.
fn width(inlines: &[Inline], language: Language) -> usize {
    let width = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Value { text, .. } => spaced_width(text),
        Inline::Strong(content) | Inline::Emphasis(content) => width(content, language),
        Inline::Missing { question, .. } => words::missing(language, question).width(),
        Inline::Blank { width } => usize::from(*width) * 2,
        Inline::Pages => 2,
        Inline::Break => 0,
    };
    inlines.iter().map(width).sum()
}

/// Returns the width with the quarter of a character that stands between Chinese and digits.
fn spaced_width(text: &str) -> usize {
    let pairs = text.chars().zip(text.chars().skip(1));
    let seams = pairs.filter(|(a, b)| a.is_ascii_alphanumeric() != b.is_ascii_alphanumeric());
    text.width() + seams.count().div_ceil(2)
}
