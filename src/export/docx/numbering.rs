//! Numbering: one definition for numbers, one for bullets, and a restart for each list.

use std::io;

use super::styles::WORD;
use super::xml::Xml;
use crate::wording::Language;

/// Levels of a definition; deeper lists look like the last one.
pub(super) const LEVELS: usize = 4;

const NUMBERS: &str = "0";
const BULLETS: &str = "1";

/// A list of the document. Its number in the file is its place in the sequence, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct List {
    /// First number; `None` for bullets.
    pub(super) start: Option<u64>,
    /// Level, from 0.
    pub(super) level: usize,
}

/// Writes the definitions and the lists.
pub(super) fn write(lists: &[List], language: Language) -> io::Result<Vec<u8>> {
    let numbers = match language {
        Language::Chinese => ["%1.", "（%2）", "%3)", "%4."],
        Language::English => ["%1.", "(%2)", "%3)", "%4."],
    };
    let mut xml = Xml::new();
    xml.element("w:numbering", &[("xmlns:w", WORD)], |xml| {
        definition(xml, NUMBERS, "decimal", numbers);
        definition(xml, BULLETS, "bullet", ["•", "–", "•", "–"]);
        for (number, list) in (1..).zip(lists) {
            entry(xml, number, *list);
        }
    });
    xml.finish()
}

fn definition(xml: &mut Xml, id: &str, format: &str, texts: [&str; LEVELS]) {
    xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.value("w:multiLevelType", "hybridMultilevel");
        for (level, text) in texts.iter().enumerate() {
            xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
                xml.value("w:start", "1");
                xml.value("w:numFmt", format);
                xml.value("w:lvlText", text);
                xml.value("w:lvlJc", "left");
                let (left, hanging) = indent(level);
                xml.element("w:pPr", &[], |xml| {
                    let (left, hanging) = (left.to_string(), hanging.to_string());
                    xml.leaf("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
                });
                xml.element("w:rPr", &[], |xml| {
                    xml.leaf("w:rFonts", &[("w:hint", "eastAsia")]);
                });
            });
        }
    });
}

/// Returns how far a level is indented and how far its number hangs out.
pub(super) fn indent(level: usize) -> (usize, usize) {
    match level {
        0 => (840, 360),
        level => (840 + 540 * level, 540),
    }
}

fn entry(xml: &mut Xml, number: i32, list: List) {
    xml.element("w:num", &[("w:numId", &number.to_string())], |xml| {
        let (id, start) = match list.start {
            Some(start) => (NUMBERS, start),
            None => (BULLETS, 1),
        };
        xml.value("w:abstractNumId", id);
        let level = list.level.min(LEVELS - 1).to_string();
        xml.element("w:lvlOverride", &[("w:ilvl", &level)], |xml| {
            xml.value("w:startOverride", &start.min(i32::MAX as u64).to_string());
        });
    });
}
