//! Signature blocks: one row that is never split, a column for each signatory.

use super::body::{Body, Placement};
use super::inline::Face;
use super::look::SEAL_HEIGHT;
use super::styles::id;
use crate::document::model::SignatureParty;
use crate::export::paper::label;

impl Body {
    /// Writes the places to sign side by side; a single one stands on the right.
    pub(super) fn signatures(&mut self, parties: &[SignatureParty]) {
        if parties.is_empty() {
            return;
        }
        self.gap(true);
        let alone = parties.len() == 1;
        let columns = parties.len() + usize::from(alone);
        let width = self.look.text_width() / u32::try_from(columns).unwrap_or(1);
        self.xml.start("w:tbl", &[]);
        self.table_properties("", &vec![width; columns]);
        self.xml.start("w:tr", &[]);
        let seal = parties.iter().any(|party| party.seal);
        self.xml.element("w:trPr", &[], |xml| {
            xml.leaf("w:cantSplit", &[]);
            if seal {
                let height = SEAL_HEIGHT.to_string();
                xml.leaf("w:trHeight", &[("w:val", &height), ("w:hRule", "atLeast")]);
            }
        });
        if alone {
            self.cell(width, |body| body.gap(false));
        }
        for party in parties {
            self.cell(width, |body| body.party(party, alone));
        }
        self.xml.end("w:tr");
        self.xml.end("w:tbl");
        self.gap(self.keeps());
    }

    fn cell(&mut self, width: u32, content: impl FnOnce(&mut Self)) {
        self.xml.start("w:tc", &[]);
        self.xml.element("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        content(self);
        self.xml.end("w:tc");
    }

    fn party(&mut self, party: &SignatureParty, alone: bool) {
        let strong = Face { strong: true, ..Face::default() };
        // The name of a company that seals a letter stands in the middle of its seal field.
        let align = (alone && party.lines.is_empty()).then_some("center");
        let place = Placement { align, keep_next: self.keeps(), ..Placement::default() };
        if !party.label.is_empty() {
            self.paragraph(id::SIGNATURE, place, |body| body.run(&party.label, strong));
        }
        if !party.name.is_empty() {
            self.paragraph(id::SIGNATURE, place, |body| {
                body.inlines(&party.name, Face::default());
            });
        }
        for line in &party.lines {
            let words = label(self.language, line);
            self.paragraph(id::SIGNATURE, place, |body| {
                body.run(&words, Face::default());
                body.field_control(line);
            });
        }
        if party.label.is_empty() && party.name.is_empty() && party.lines.is_empty() {
            self.gap(false);
        }
    }
}
