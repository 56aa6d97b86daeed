//! Content controls: boxes around values and places to fill in.

use super::body::Body;
use super::inline::Face;
use crate::document::model::{FieldKind, SignatureLine};
use crate::export::words;
use crate::wording::Language;

/// Word refuses tags and titles with more characters.
const LONGEST: usize = 64;

/// How many underscores a line to sign has.
const LINE: usize = 16;

impl Body {
    /// Writes words in a control that says where they came from.
    pub(super) fn value_control(&mut self, tag: &str, words: &str, face: Face) {
        let title = tag.split_once(' ').map_or(tag, |(_, name)| name).to_owned();
        self.control_start(&title, tag);
        // Rich, because LibreOffice drops the look of words in plain text controls.
        self.xml.leaf("w:richText", &[]);
        self.control_content(|body| body.run(words, face));
    }

    /// Writes the place where a person signs, dates or writes.
    pub(super) fn field_control(&mut self, line: &SignatureLine) {
        self.control_start(&line.label, &line.id);
        self.xml.leaf("w:showingPlcHdr", &[]);
        match line.kind {
            FieldKind::Date => self.date(),
            FieldKind::Signature | FieldKind::Text => self.xml.leaf("w:text", &[]),
        }
        let placeholder = placeholder(line.kind, self.language);
        self.control_content(|body| body.run(&placeholder, Face::default()));
    }

    fn date(&mut self) {
        let (format, language) = match self.language {
            Language::Chinese => ("yyyy年M月d日", "zh-CN"),
            Language::English => ("d MMMM yyyy", "en-GB"),
        };
        self.xml.element("w:date", &[], |xml| {
            xml.value("w:dateFormat", format);
            xml.value("w:lid", language);
            xml.value("w:storeMappedDataAs", "dateTime");
            xml.value("w:calendar", "gregorian");
        });
    }

    fn control_start(&mut self, title: &str, tag: &str) {
        self.controls += 1;
        let id = self.controls.to_string();
        let short = |text: &str| text.chars().take(LONGEST).collect::<String>();
        self.xml.start("w:sdt", &[]);
        self.xml.start("w:sdtPr", &[]);
        self.xml.value("w:alias", &short(title));
        self.xml.value("w:tag", &short(tag));
        self.xml.value("w:id", &id);
    }

    fn control_content(&mut self, content: impl FnOnce(&mut Self)) {
        self.xml.end("w:sdtPr");
        self.xml.start("w:sdtContent", &[]);
        content(self);
        self.xml.end("w:sdtContent");
        self.xml.end("w:sdt");
    }
}

/// Returns the line that stands where nothing is filled in yet.
fn placeholder(kind: FieldKind, language: Language) -> String {
    let parts = words::date_parts(language);
    match kind {
        FieldKind::Date if !parts.is_empty() => {
            parts.iter().map(|part| format!("____{part}")).collect()
        }
        _ => "_".repeat(LINE),
    }
}
