//! Footer with number, fingerprint and pages; header with the words across a draft.

use std::io;

use super::look::Look;
use super::styles::{WORD, id};
use super::xml::Xml;
use crate::document::model::Document;
use crate::export::{paper, words};

/// Writes the footer: number and fingerprint on the left, page x of y on the right.
pub(super) fn footer(document: &Document) -> io::Result<Vec<u8>> {
    let pages = words::page(document.language);
    let right = Look::of(document).text_width().to_string();
    let mut xml = Xml::new();
    xml.element("w:ftr", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.value("w:pStyle", id::FOOTER);
                xml.element("w:tabs", &[], |xml| {
                    xml.leaf("w:tab", &[("w:val", "right"), ("w:pos", &right)]);
                });
            });
            run(xml, &paper::footer(document));
            xml.element("w:r", &[], |xml| xml.leaf("w:tab", &[]));
            run(xml, pages.before);
            field(xml, " PAGE ");
            run(xml, pages.between);
            field(xml, " NUMPAGES ");
            run(xml, pages.after);
        });
    });
    xml.finish()
}

fn run(xml: &mut Xml, words: &str) {
    if !words.is_empty() {
        xml.element("w:r", &[], |xml| xml.words("w:t", &[("xml:space", "preserve")], words));
    }
}

pub(super) fn field(xml: &mut Xml, instruction: &str) {
    xml.element("w:fldSimple", &[("w:instr", instruction)], |xml| run(xml, "1"));
}

/// Writes the header of a draft: words across the page, as Word's own watermarks are made.
pub(super) fn watermark(words: &str) -> io::Result<Vec<u8>> {
    let spaces = [
        ("xmlns:w", WORD),
        ("xmlns:v", "urn:schemas-microsoft-com:vml"),
        ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
        ("xmlns:w10", "urn:schemas-microsoft-com:office:word"),
    ];
    let mut xml = Xml::new();
    xml.element("w:hdr", &spaces, |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| xml.value("w:pStyle", id::HEADER));
            xml.element("w:r", &[], |xml| {
                xml.element("w:pict", &[], |xml| {
                    shape_type(xml);
                    shape(xml, words);
                });
            });
        });
    });
    xml.finish()
}

/// Writes the type of shape that Word uses for words on a path.
fn shape_type(xml: &mut Xml) {
    let attributes = [
        ("id", "_x0000_t136"),
        ("coordsize", "21600,21600"),
        ("o:spt", "136"),
        ("adj", "10800"),
        ("path", "m@7,l@8,m@5,21600l@6,21600e"),
    ];
    xml.element("v:shapetype", &attributes, |xml| {
        xml.element("v:formulas", &[], |xml| {
            for equation in [
                "sum #0 0 10800",
                "prod #0 2 1",
                "sum 21600 0 @1",
                "sum 0 0 @2",
                "sum 21600 0 @3",
                "if @0 @3 0",
                "if @0 21600 @1",
                "if @0 0 @2",
                "if @0 @4 21600",
            ] {
                xml.leaf("v:f", &[("eqn", equation)]);
            }
        });
        xml.leaf(
            "v:path",
            &[
                ("textpathok", "t"),
                ("o:connecttype", "custom"),
                ("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800"),
                ("o:connectangles", "270,180,90,0"),
            ],
        );
        xml.leaf("v:textpath", &[("on", "t"), ("fitshape", "t")]);
    });
}

fn shape(xml: &mut Xml, words: &str) {
    let style = "position:absolute;margin-left:0;margin-top:0;width:480pt;height:60pt;\
                 rotation:315;z-index:-251658752;mso-position-horizontal:center;\
                 mso-position-horizontal-relative:margin;mso-position-vertical:center;\
                 mso-position-vertical-relative:margin";
    let attributes = [
        ("id", "DraftWatermark"),
        ("o:spid", "_x0000_s2049"),
        ("type", "#_x0000_t136"),
        ("style", style),
        ("o:allowincell", "f"),
        ("fillcolor", "#c8c8c8"),
        ("stroked", "f"),
    ];
    xml.element("v:shape", &attributes, |xml| {
        xml.leaf("v:fill", &[("opacity", ".5")]);
        let font = "font-family:\"黑体\";font-size:1pt";
        xml.leaf("v:textpath", &[("style", font), ("string", words)]);
        xml.leaf("w10:wrap", &[("anchorx", "margin"), ("anchory", "margin")]);
    });
}
