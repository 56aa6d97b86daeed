//! Runs of text.

use super::body::Body;
use super::header::field;
use super::styles::id;
use crate::document::model::Inline;
use crate::export::paper::origin;
use crate::export::words;
use crate::wording::Language;

/// What is stressed about a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Face {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) missing: bool,
}

impl Body {
    /// Writes runs.
    pub(super) fn inlines(&mut self, inlines: &[Inline], face: Face) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.run(text, face),
                Inline::Strong(content) => {
                    self.inlines(content, Face { strong: true, ..face });
                }
                Inline::Emphasis(content) => {
                    self.inlines(content, Face { emphasis: true, ..face });
                }
                Inline::Value { text, origin: from } => {
                    self.value_control(&origin(from), text, face);
                }
                Inline::Missing { question, origin: from } => {
                    let words = words::missing(self.language, question);
                    self.value_control(&origin(from), &words, Face { missing: true, ..face });
                }
                // Half-width each, so two make the width of a character.
                Inline::Blank { width } => self.run(&"__".repeat(usize::from(*width)), face),
                Inline::Pages => field(&mut self.xml, " NUMPAGES "),
                Inline::Break => {
                    self.xml.element("w:r", &[], |xml| xml.leaf("w:br", &[]));
                }
            }
        }
    }

    /// Writes one run; line breaks of a value stay line breaks.
    pub(super) fn run(&mut self, text: &str, face: Face) {
        let chinese = self.language == Language::Chinese;
        self.xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                match face {
                    Face { missing: true, .. } => xml.value("w:rStyle", id::MISSING),
                    Face { strong: true, .. } => xml.value("w:rStyle", id::STRONG),
                    Face { emphasis: true, .. } => xml.value("w:rStyle", id::EMPHASIS),
                    _ => {}
                }
                if chinese {
                    // Quotation marks and dashes are Chinese unless something says otherwise.
                    xml.leaf("w:rFonts", &[("w:hint", "eastAsia")]);
                }
                if face.strong && face.missing {
                    xml.leaf("w:b", &[]);
                }
                if face.emphasis && face.strong {
                    xml.leaf("w:i", &[]);
                }
            });
            for (number, line) in text.lines().enumerate() {
                if number > 0 {
                    xml.leaf("w:br", &[]);
                }
                xml.words("w:t", &[("xml:space", "preserve")], line);
            }
        });
    }
}
