//! Places to sign.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::inline::block;
use super::literal::{literal, quoted};
use crate::document::model::{FieldKind, Inline, SignatureLine, SignatureParty};
use crate::export::words;
use crate::wording::Language;

/// Writes a signature block; `seals` tells whether seal fields are left free.
pub(super) fn signatures(
    out: &mut String,
    language: Language,
    parties: &[SignatureParty],
    seals: bool,
    stays: bool,
) {
    // A single party with a seal closes a letter, a Chinese one at the right, an
    // English one at the left; without a seal its lines stand side by side.
    let letter = parties.len() == 1 && parties.iter().any(|party| party.seal);
    let sealed = seals && parties.iter().any(|party| party.seal);
    let columns = if letter { 2 } else { parties.len().max(1) };
    // Writing to a string does not fail.
    let _ = write!(out, "signatures((1fr,)*{columns},{stays},");
    if letter && language == Language::Chinese {
        out.push_str("[],");
    }
    let most = parties.iter().map(lines_of_name).max().unwrap_or(0);
    for party in parties {
        out.push_str("signatory(");
        let below = most.saturating_sub(lines_of_name(party));
        name(out, language, party, seals, sealed.then_some(letter), below);
        rows(out, language, &party.lines, parties.len() == 1 && !letter);
        out.push_str("),");
    }
    out.push_str(")\n");
}

/// Returns the lines that label and name take.
fn lines_of_name(party: &SignatureParty) -> usize {
    let breaks = party.name.iter().filter(|inline| matches!(inline, Inline::Break)).count();
    let name = if party.name.is_empty() { 0 } else { breaks + 1 };
    name + usize::from(!party.label.is_empty())
}

/// Writes label and name. Beside a seal field all columns are as high as it;
/// without one `below` lines fill a column up to its neighbours.
fn name(
    out: &mut String,
    language: Language,
    party: &SignatureParty,
    seals: bool,
    beside_seal: Option<bool>,
    below: usize,
) {
    let words = label_and_name(language, party);
    if words.is_empty() && below == 0 && beside_seal.is_none() {
        return;
    }
    let seal = quoted(&format!("{}_seal", party.id));
    let _ = match beside_seal {
        Some(letter) if seals && party.seal => {
            let side = if letter && language == Language::Chinese { "center" } else { "left" };
            write!(out, "sealed({seal},{side},{{[];{words}}}),")
        }
        Some(_) => write!(out, "unsealed(seal-side,align(horizon,{{[];{words}}})),"),
        None => write!(out, "unsealed(auto,{{[];{words}}},lines-below:{below}),"),
    };
}

/// Returns label and name as statements, each on its line; empty if there are none.
fn label_and_name(language: Language, party: &SignatureParty) -> String {
    let mut out = String::new();
    if !party.label.is_empty() {
        let _ = write!(out, "strong({});", quoted(&party.label));
    }
    if !party.name.is_empty() {
        if !party.label.is_empty() {
            out.push_str("linebreak();");
        }
        block(&mut out, language, &party.name);
        out.push(';');
    }
    out
}

/// Writes the lines to be filled by hand, one below the other, or, on a wide
/// block, signature and date side by side.
fn rows(out: &mut String, language: Language, lines: &[SignatureLine], wide: bool) {
    let mut rest = lines;
    while let Some((first, others)) = rest.split_first() {
        let beside = others
            .first()
            .filter(|next| wide && first.kind != FieldKind::Text && next.kind != FieldKind::Text);
        out.push_str("hand-row(");
        let room = if wide && beside.is_none() { LABEL * 2 } else { LABEL };
        line(out, language, first, room);
        if let Some(next) = beside {
            line(out, language, next, room);
        }
        out.push_str("),");
        rest = if beside.is_some() { others.get(1..).unwrap_or_default() } else { others };
    }
}

/// Widest label that leaves room to write beside it in half of a page, in half-width characters.
const LABEL: usize = 20;

/// Writes one line: label, place, and the words between the blanks of a date.
/// A label wider than `room` stands above its line.
fn line(out: &mut String, language: Language, line: &SignatureLine, room: usize) {
    let (kind, parts) = match line.kind {
        FieldKind::Signature => ("signature", &[][..]),
        FieldKind::Date => ("date", words::date_parts(language)),
        FieldKind::Text => ("text", &[][..]),
    };
    out.push_str("hand(");
    literal(out, &format!("{}{}", line.label, words::colon(language)));
    let below = line.label.width() > room;
    let _ = write!(out, ",{below},{},\"{kind}\",(", quoted(&line.id));
    for part in parts {
        literal(out, part);
        out.push(',');
    }
    out.push_str(")),");
}
