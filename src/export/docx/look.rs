//! Sizes, fonts and distances of the two page styles.
//!
//! Lengths are in twips (twentieths of a point), font sizes in half points, as
//! WordprocessingML has them.

use crate::document::model::{Document, PageStyle};
use crate::wording::Language;

/// Width of A4.
pub(super) const PAGE_WIDTH: u32 = 11906;
/// Height of A4.
pub(super) const PAGE_HEIGHT: u32 = 16838;
/// A seal and a little air: 45 mm.
pub(super) const SEAL_HEIGHT: u32 = 2551;

/// A Chinese font and the Latin one that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) chinese: &'static str,
    pub(super) latin: &'static str,
}

/// 宋体, the face of running text.
pub(super) const SONG: Face = Face { chinese: "宋体", latin: "Times New Roman" };
/// 黑体, the face of headings and of what is stressed.
pub(super) const HEI: Face = Face { chinese: "黑体", latin: "Arial" };
/// 楷体, the face of second headings and of emphasis.
pub(super) const KAI: Face = Face { chinese: "楷体", latin: "Times New Roman" };
/// 仿宋, the face of official papers.
pub(super) const FANG: Face = Face { chinese: "仿宋", latin: "Times New Roman" };

/// How a heading looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HeadingLook {
    pub(super) face: Face,
    pub(super) size: u32,
    pub(super) bold: bool,
}

/// How a paper looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// Margins: top, right, bottom, left.
    pub(super) margins: [u32; 4],
    /// Face of running text.
    pub(super) body: Face,
    /// Size of running text.
    pub(super) size: u32,
    /// Size of text in tables.
    pub(super) table_size: u32,
    /// Space above and below the words of a cell.
    pub(super) cell_gap: u32,
    /// Line pitch and its rule, `auto` in 240ths of a line or `exact` in twips.
    pub(super) line: (u32, &'static str),
    /// Space after a paragraph: only where the first line is not indented.
    pub(super) after: u32,
    /// First-line indent in hundredths of a character.
    pub(super) first_line: u32,
    /// Title of the paper.
    pub(super) title: HeadingLook,
    /// Headings 1 to 3.
    pub(super) headings: [HeadingLook; 3],
}

impl Look {
    /// Returns the look of a document.
    pub(super) fn of(document: &Document) -> Self {
        let chinese = document.language == Language::Chinese;
        match document.style {
            PageStyle::Company => Self {
                margins: [1417; 4],
                body: SONG,
                size: 24,
                table_size: 21,
                cell_gap: 40,
                // Exact, because the natural pitch of Chinese fonts differs by half.
                line: if chinese { (360, "exact") } else { (276, "auto") },
                after: if chinese { 0 } else { 120 },
                first_line: if chinese { 200 } else { 0 },
                title: HeadingLook { face: HEI, size: 40, bold: true },
                headings: [
                    HeadingLook { face: HEI, size: 26, bold: true },
                    HeadingLook { face: HEI, size: 24, bold: true },
                    HeadingLook { face: KAI, size: 24, bold: true },
                ],
            },
            PageStyle::Sheet => Self {
                margins: [1134; 4],
                body: SONG,
                size: 21,
                table_size: 18,
                cell_gap: 20,
                line: if chinese { (310, "exact") } else { (264, "auto") },
                after: if chinese { 0 } else { 80 },
                first_line: if chinese { 200 } else { 0 },
                title: HeadingLook { face: HEI, size: 32, bold: true },
                headings: [
                    HeadingLook { face: HEI, size: 23, bold: true },
                    HeadingLook { face: HEI, size: 21, bold: true },
                    HeadingLook { face: KAI, size: 21, bold: true },
                ],
            },
            // After GB/T 9704-2012: 37/26/35/28 mm, 22 lines of 28 characters.
            PageStyle::Official => Self {
                margins: [2098, 1474, 1984, 1587],
                body: FANG,
                size: 32,
                table_size: 24,
                cell_gap: 40,
                line: (579, "exact"),
                after: 0,
                first_line: if chinese { 200 } else { 0 },
                title: HeadingLook { face: SONG, size: 44, bold: true },
                headings: [
                    HeadingLook { face: HEI, size: 32, bold: false },
                    HeadingLook { face: KAI, size: 32, bold: false },
                    HeadingLook { face: FANG, size: 32, bold: true },
                ],
            },
        }
    }

    /// Returns the width of the text.
    pub(super) fn text_width(&self) -> u32 {
        let [_, right, _, left] = self.margins;
        PAGE_WIDTH - right - left
    }
}
