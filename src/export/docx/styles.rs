//! Styles: everything a person would want to change once for the whole paper.

use std::io;

use super::look::{FANG, Face, HEI, HeadingLook, KAI, Look};
use super::xml::Xml;
use crate::document::model::{Document, PageStyle};
use crate::wording::Language;

/// Namespace of WordprocessingML.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Ids of paragraph styles.
pub(super) mod id {
    pub(in crate::export::docx) const TITLE: &str = "Title";
    pub(in crate::export::docx) const HEADINGS: [&str; 3] = ["Heading1", "Heading2", "Heading3"];
    pub(in crate::export::docx) const BODY: &str = "BodyText";
    pub(in crate::export::docx) const FLUSH: &str = "BodyFlush";
    pub(in crate::export::docx) const RIGHT: &str = "BodyRight";
    pub(in crate::export::docx) const CENTER: &str = "BodyCenter";
    pub(in crate::export::docx) const NOTE: &str = "Note";
    pub(in crate::export::docx) const LIST: &str = "ListParagraph";
    pub(in crate::export::docx) const CELL: &str = "TableText";
    pub(in crate::export::docx) const SIGNATURE: &str = "SignatureLine";
    pub(in crate::export::docx) const DRAFT: &str = "DraftNote";
    pub(in crate::export::docx) const HEADER: &str = "Header";
    pub(in crate::export::docx) const FOOTER: &str = "Footer";
    pub(in crate::export::docx) const GAP: &str = "TableGap";
    pub(in crate::export::docx) const TABLE: &str = "PaperTable";
    pub(in crate::export::docx) const STRONG: &str = "Strong";
    pub(in crate::export::docx) const EMPHASIS: &str = "Emphasis";
    pub(in crate::export::docx) const MISSING: &str = "Missing";
}

/// A paragraph style; what is `None` or 0 is inherited or absent.
#[derive(Default)]
struct Paragraph<'a> {
    id: &'a str,
    name: &'a str,
    next: Option<&'a str>,
    keep_next: bool,
    border: Option<(&'a str, &'a str)>,
    before_after: Option<(u32, u32)>,
    line: Option<(u32, &'a str)>,
    first_line: Option<u32>,
    left: u32,
    align: Option<&'a str>,
    outline: Option<usize>,
    heading: Option<HeadingLook>,
    size: Option<u32>,
}

/// Writes the styles.
pub(super) fn write(document: &Document) -> io::Result<Vec<u8>> {
    let look = Look::of(document);
    let mut xml = Xml::new();
    xml.element("w:styles", &[("xmlns:w", WORD)], |xml| {
        defaults(xml, &look, document.language);
        for style in paragraphs(&look, document) {
            paragraph(xml, &style);
        }
        characters(xml, document.language);
        tables(xml);
    });
    xml.finish()
}

fn defaults(xml: &mut Xml, look: &Look, language: Language) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                face(xml, look.body);
                size(xml, look.size);
                let latin = match language {
                    Language::Chinese => "en-US",
                    Language::English => "en-GB",
                };
                xml.leaf("w:lang", &[("w:val", latin), ("w:eastAsia", "zh-CN")]);
            });
        });
        xml.element("w:pPrDefault", &[], |_| {});
    });
}

fn paragraphs(look: &Look, document: &Document) -> Vec<Paragraph<'static>> {
    let chinese = document.language == Language::Chinese;
    let align = if chinese { "both" } else { "left" };
    let text = |id, name| Paragraph {
        id,
        name,
        before_after: Some((0, look.after)),
        line: Some(look.line),
        align: Some(align),
        ..Paragraph::default()
    };
    let title = Paragraph {
        next: Some(id::BODY),
        keep_next: true,
        before_after: Some((240, 240)),
        align: Some("center"),
        heading: Some(look.title),
        ..Paragraph { id: id::TITLE, name: "Title", ..Paragraph::default() }
    };
    let headings = id::HEADINGS.into_iter().zip(["heading 1", "heading 2", "heading 3"]);
    let headings = headings.zip(look.headings).enumerate().map(|(level, ((id, name), heading))| {
        let before = if document.style == PageStyle::Official { 0 } else { 160 };
        Paragraph {
            next: Some(id::BODY),
            keep_next: true,
            before_after: Some((before, before / 2)),
            line: Some(look.line),
            outline: Some(level),
            heading: Some(heading),
            ..Paragraph { id, name, ..Paragraph::default() }
        }
    });
    let mut styles =
        vec![Paragraph { id: "Normal", name: "Normal", ..Paragraph::default() }, title];
    styles.extend(headings);
    styles.push(Paragraph { first_line: Some(look.first_line), ..text(id::BODY, "Body Text") });
    styles.push(Paragraph { align: Some("left"), ..text(id::FLUSH, "Body Text Flush") });
    styles.push(Paragraph { align: Some("right"), ..text(id::RIGHT, "Body Text Right") });
    styles.push(Paragraph { align: Some("center"), ..text(id::CENTER, "Body Text Center") });
    styles.push(Paragraph {
        left: 210,
        border: Some(("w:left", "808080")),
        before_after: Some((80, 80)),
        ..text(id::NOTE, "Note")
    });
    styles.push(text(id::LIST, "List Paragraph"));
    styles.extend(small(look));
    styles
}

fn small(look: &Look) -> [Paragraph<'static>; 6] {
    let plain = |id, name| Paragraph { id, name, ..Paragraph::default() };
    let tiny = |id, name| Paragraph { size: Some(18), ..plain(id, name) };
    [
        Paragraph {
            size: Some(look.table_size),
            before_after: Some((look.cell_gap, look.cell_gap)),
            ..plain(id::CELL, "Table Text")
        },
        Paragraph {
            line: Some((400, "atLeast")),
            before_after: Some((60, 60)),
            ..plain(id::SIGNATURE, "Signature Line")
        },
        Paragraph {
            size: Some(21),
            left: 113,
            border: Some(("w:left", "B00020")),
            ..plain(id::DRAFT, "Draft Note")
        },
        tiny(id::HEADER, "header"),
        tiny(id::FOOTER, "footer"),
        Paragraph { line: Some((120, "exact")), ..plain(id::GAP, "Table Gap") },
    ]
}

/// Writes one paragraph style; the order of the elements is the schema's.
fn paragraph(xml: &mut Xml, style: &Paragraph<'_>) {
    let normal = style.id == "Normal";
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if normal {
        attributes.push(("w:default", "1"));
    } else if !is_built_in(style.name) {
        attributes.push(("w:customStyle", "1"));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", style.name);
        if !normal {
            xml.value("w:basedOn", "Normal");
        }
        if let Some(next) = style.next {
            xml.value("w:next", next);
        }
        xml.leaf("w:qFormat", &[]);
        paragraph_properties(xml, style);
        run_properties(xml, style);
    });
}

fn paragraph_properties(xml: &mut Xml, style: &Paragraph<'_>) {
    xml.element("w:pPr", &[], |xml| {
        if style.keep_next {
            xml.leaf("w:keepNext", &[]);
            xml.leaf("w:keepLines", &[]);
        }
        if let Some((side, colour)) = style.border {
            xml.element("w:pBdr", &[], |xml| {
                let line = [("w:val", "single"), ("w:sz", "18"), ("w:space", "6")];
                xml.leaf(side, &[line.as_slice(), &[("w:color", colour)]].concat());
            });
        }
        if style.before_after.is_some() || style.line.is_some() {
            let (before, after) = style.before_after.unwrap_or_default();
            let (before, after) = (before.to_string(), after.to_string());
            let mut spacing = vec![("w:before", before.as_str()), ("w:after", after.as_str())];
            let line = style.line.map(|(pitch, rule)| (pitch.to_string(), rule));
            if let Some((pitch, rule)) = &line {
                spacing.extend([("w:line", pitch.as_str()), ("w:lineRule", *rule)]);
            }
            xml.leaf("w:spacing", &spacing);
        }
        indent(xml, style);
        if let Some(align) = style.align {
            xml.value("w:jc", align);
        }
        if let Some(level) = style.outline {
            xml.value("w:outlineLvl", &level.to_string());
        }
    });
}

fn indent(xml: &mut Xml, style: &Paragraph<'_>) {
    let left = style.left.to_string();
    match style.first_line {
        // Twips for programs that do not know characters: 240 for each at 12 pt.
        Some(hundredths) if hundredths > 0 => {
            let (characters, twips) =
                (hundredths.to_string(), (hundredths.saturating_mul(12) / 5).to_string());
            xml.leaf("w:ind", &[("w:firstLineChars", &characters), ("w:firstLine", &twips)]);
        }
        _ if style.left > 0 => xml.leaf("w:ind", &[("w:left", &left)]),
        _ => {}
    }
}

fn run_properties(xml: &mut Xml, style: &Paragraph<'_>) {
    xml.element("w:rPr", &[], |xml| {
        if let Some(heading) = style.heading {
            face(xml, heading.face);
            if heading.bold {
                xml.leaf("w:b", &[]);
            }
            size(xml, heading.size);
        } else if let Some(half_points) = style.size {
            size(xml, half_points);
        }
    });
}

fn characters(xml: &mut Xml, language: Language) {
    character(xml, id::STRONG, "Strong", |xml| {
        face(xml, HEI);
        xml.leaf("w:b", &[]);
    });
    character(xml, id::EMPHASIS, "Emphasis", |xml| {
        face(xml, KAI);
        // Chinese has no slanted letters; 楷体 is its emphasis.
        if language == Language::English {
            xml.leaf("w:i", &[]);
        }
    });
    character(xml, id::MISSING, "Missing", |xml| {
        face(xml, FANG);
        xml.value("w:color", "9C0006");
        let shade = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", "FFF2A8")];
        xml.leaf("w:shd", &shade);
    });
}

fn character(xml: &mut Xml, id: &str, name: &str, properties: impl FnOnce(&mut Xml)) {
    let mut attributes = vec![("w:type", "character"), ("w:styleId", id)];
    if !is_built_in(name) {
        attributes.push(("w:customStyle", "1"));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", name);
        xml.leaf("w:qFormat", &[]);
        xml.element("w:rPr", &[], properties);
    });
}

fn tables(xml: &mut Xml) {
    let attributes = [("w:type", "table"), ("w:styleId", id::TABLE), ("w:customStyle", "1")];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", "Paper Table");
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0")];
                    xml.leaf(side, &[line.as_slice(), &[("w:color", "404040")]].concat());
                }
            });
            xml.element("w:tblCellMar", &[], |xml| {
                for side in ["w:left", "w:right"] {
                    xml.leaf(side, &[("w:w", "85"), ("w:type", "dxa")]);
                }
            });
        });
        xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.element("w:rPr", &[], |xml| {
                face(xml, HEI);
                xml.leaf("w:b", &[]);
            });
            xml.element("w:tcPr", &[], |xml| {
                let shade = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", "F2F2F2")];
                xml.leaf("w:shd", &shade);
            });
        });
    });
}

fn is_built_in(name: &str) -> bool {
    let names = ["Title", "Body Text", "List Paragraph", "header", "footer", "Strong", "Emphasis"];
    name.starts_with("heading ") || names.contains(&name)
}

/// Writes the fonts of a run.
fn face(xml: &mut Xml, face: Face) {
    xml.leaf(
        "w:rFonts",
        &[
            ("w:ascii", face.latin),
            ("w:eastAsia", face.chinese),
            ("w:hAnsi", face.latin),
            ("w:cs", face.latin),
        ],
    );
}

/// Writes the size of a run.
fn size(xml: &mut Xml, half_points: u32) {
    let value = half_points.to_string();
    xml.value("w:sz", &value);
    xml.value("w:szCs", &value);
}
