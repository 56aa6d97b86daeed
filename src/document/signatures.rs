//! Reads the lines of a signature block.

use std::collections::BTreeSet;

use super::marker::{Part, parts};
use super::mistakes;
use super::model::{Block, FieldKind, Inline, ParagraphShape, SignatureLine, SignatureParty};
use super::places::Places;
use super::scope::{Names, SHEET};
use super::values::Values;
use crate::wording::Language;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// Reads signature blocks of one paper.
pub(super) struct Signatures<'a, 't> {
    pub(super) values: &'a mut Values,
    pub(super) places: &'a Places<'t>,
    pub(super) language: Language,
    /// Whether seal fields are left free: never on drafts.
    pub(super) seals: bool,
    /// Ids of the fields seen so far in the paper.
    pub(super) fields: &'a mut BTreeSet<String>,
}

impl Signatures<'_, '_> {
    /// Reads a block; what an unknown condition waits for is printed before it.
    pub(super) fn blocks(&mut self, lines: &str) -> Vec<Block> {
        let mut parties: Vec<SignatureParty> = Vec::new();
        let mut waiting = Vec::new();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let parts = parts(line);
            if parts.iter().all(|part| matches!(part, Part::Mark(_))) {
                waiting.extend(self.inlines(&parts));
            } else if parts.len() > 1 {
                let place = self.places.of(line);
                self.values.error(&DocumentMessage::SignatureValue, place, None);
            } else {
                self.line(line, &mut parties);
            }
        }
        let mut blocks = Vec::new();
        if !waiting.is_empty() {
            let shape = ParagraphShape::Flush;
            blocks.push(Block::Paragraph { shape, content: waiting });
        }
        if !parties.is_empty() {
            blocks.push(Block::Signatures { parties });
        }
        blocks
    }

    fn inlines(&mut self, parts: &[Part<'_>]) -> Vec<Inline> {
        let marks = parts.iter().filter_map(|part| match part {
            Part::Mark(mark) => Some(*mark),
            Part::Text(_) => None,
        });
        marks.filter_map(|mark| self.values.inline(mark)).map(|(inline, _)| inline).collect()
    }

    fn line(&mut self, line: &str, parties: &mut Vec<SignatureParty>) {
        if let Some((id, label)) = line.strip_prefix("- ").and_then(|entry| entry.split_once(':')) {
            self.party(line, id.trim(), label.trim(), parties);
            return;
        }
        let (key, words) = line.split_once(':').unwrap_or((line, ""));
        let Some(party) = parties.last_mut() else {
            self.unreadable(line);
            return;
        };
        match (key.trim(), words.trim()) {
            ("seal", "") => party.seal = self.seals,
            ("name", name) if !name.is_empty() => self.name(line, name, party),
            ("sign", words) => self.field(line, FieldKind::Signature, words, party),
            ("date", words) => self.field(line, FieldKind::Date, words, party),
            ("text", words) if !words.is_empty() => {
                self.field(line, FieldKind::Text, words, party);
            }
            _ => self.unreadable(line),
        }
    }

    fn party(&mut self, line: &str, id: &str, label: &str, parties: &mut Vec<SignatureParty>) {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if id.is_empty() || !id.chars().all(plain) {
            return self.unreadable(line);
        }
        if parties.iter().any(|party| party.id == id) {
            let message = DocumentMessage::DuplicateField { id: id.to_owned() };
            self.values.error(&message, self.places.of(line), None);
        }
        parties.push(SignatureParty {
            id: id.to_owned(),
            label: label.to_owned(),
            name: Vec::new(),
            lines: Vec::new(),
            seal: false,
        });
    }

    fn name(&mut self, line: &str, name: &str, party: &mut SignatureParty) {
        let place = self.places.of(line);
        let scopes = self.values.scopes();
        if scopes.cell(SHEET, name).is_none() {
            let message = DocumentMessage::UnknownName { name: name.to_owned() };
            let known = scopes.names(&BTreeSet::from([SHEET]), Names::Cells);
            let unknown = mistakes::suggest(mistakes::error(&message, place), name, known);
            self.values.diagnostics.push(unknown);
        } else if let Some(inline) = self.values.named(name, place) {
            if !party.name.is_empty() {
                party.name.push(Inline::Break);
            }
            party.name.push(inline);
        }
    }

    fn field(&mut self, line: &str, kind: FieldKind, words: &str, party: &mut SignatureParty) {
        let (suffix, default) = match (kind, self.language) {
            (FieldKind::Signature, Language::Chinese) => ("sign", "签字"),
            (FieldKind::Signature, Language::English) => ("sign", "Signature"),
            (FieldKind::Date, Language::Chinese) => ("date", "日期"),
            (FieldKind::Date, Language::English) => ("date", "Date"),
            (FieldKind::Text, _) => ("text", ""),
        };
        let same = party.lines.iter().filter(|line| line.kind == kind).count();
        let id = match same {
            0 => format!("{}_{suffix}", party.id),
            more => format!("{}_{suffix}_{}", party.id, more + 1),
        };
        if !self.fields.insert(id.clone()) {
            let message = DocumentMessage::DuplicateField { id: id.clone() };
            self.values.error(&message, self.places.of(line), None);
        }
        let label = if words.is_empty() { default } else { words };
        party.lines.push(SignatureLine { id, label: label.to_owned(), kind });
    }

    fn unreadable(&mut self, line: &str) {
        let message = DocumentMessage::SignatureLine { line: line.to_owned() };
        let help = DocumentHelp::SignatureLines;
        self.values.error(&message, self.places.of(line), Some(&help));
    }
}
