//! What a case states about one fact or one cell.

use super::evidence::{Exhibit, references};
use super::head::date;
use super::lists::{Rows, row_named};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Span;
use crate::syntax::Node;
use crate::syntax::fields::{flag, text};
use crate::value::{Date, Value};
use crate::vocabulary::load::not_of_type;
use crate::vocabulary::load::unknown_here;
use crate::vocabulary::values::parse;
use crate::vocabulary::{Range, Type, Vocabulary, refused};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// A value of a case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cell {
    /// Known.
    Known(Value),
    /// Known not to exist.
    None,
    /// Absent.
    #[default]
    Unknown,
}

/// The author of a judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Who judged.
    pub by: String,
    /// In what role.
    pub role: String,
    /// On what day.
    pub on: Date,
    /// Why.
    pub reasons: String,
}

/// A cell with its evidence and provenance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stated {
    cell: Cell,
    evidence: Vec<u32>,
    span: Option<Span>,
    disputed: bool,
    judgement: Option<Box<Judgement>>,
}

impl Stated {
    /// Returns a cell without evidence or place.
    #[must_use]
    pub fn bare(cell: Cell) -> Self {
        Self { cell, ..Self::default() }
    }

    /// Returns the value.
    #[must_use]
    pub fn cell(&self) -> &Cell {
        &self.cell
    }

    /// Returns the positions of the exhibits that prove it.
    #[must_use]
    pub fn evidence(&self) -> &[u32] {
        &self.evidence
    }

    /// Returns where it is stated.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// Returns whether the other side disputes it.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        self.disputed
    }

    /// Returns the author, if it is a judgement.
    #[must_use]
    pub fn judgement(&self) -> Option<&Judgement> {
        self.judgement.as_deref()
    }

    pub(super) fn set_evidence(&mut self, evidence: Vec<u32>) {
        self.evidence = evidence;
    }

    pub(super) fn set_evidence_if_none(&mut self, evidence: &[u32]) {
        if self.evidence.is_empty() && self.cell != Cell::Unknown {
            self.evidence = evidence.to_vec();
        }
    }
}

/// What a value is read against.
pub(super) struct Slot<'a> {
    pub(super) name: &'a str,
    pub(super) kind: Type,
    pub(super) optional: bool,
    pub(super) range: &'a Range,
}

/// Everything reading a value needs to see.
pub(super) struct Context<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) evidence: &'a [Exhibit],
    pub(super) lists: &'a [Rows],
}

pub(super) fn load(
    sections: [Option<&Node>; 2],
    evidence: &[Exhibit],
    lists: &[Rows],
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Vec<Stated> {
    let mut facts = vec![Stated::default(); vocabulary.facts().len()];
    let context = Context { vocabulary, evidence, lists };
    for entry in sections.into_iter().flatten().filter_map(Node::entries).flatten() {
        let Some((id, fact)) = vocabulary.fact_named(entry.key()) else {
            let known = vocabulary.facts().iter().map(|f| f.name());
            let what = Localized::new("事实", "fact");
            diagnostics.push(unknown_here(
                &what,
                entry.key(),
                entry.key_span(),
                known,
                vocabulary.name(),
            ));
            continue;
        };
        let slot = Slot {
            name: fact.name(),
            kind: fact.kind(),
            optional: fact.is_optional(),
            range: fact.range(),
        };
        let stated = stated(entry.value(), &slot, &context, diagnostics);
        if let Some(place) = facts.get_mut(id.index()) {
            *place = stated;
        }
    }
    facts
}

/// Reads a value in its short or long form.
pub(super) fn stated(
    node: &Node,
    slot: &Slot<'_>,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Stated {
    let value = if node.entries().is_some() { node.get("value") } else { Some(node) };
    let Some(value) = value.filter(|v| !v.is_empty()) else { return Stated::default() };
    let judgement = match slot.kind {
        Type::Judgement if value.text() != Some("none") => judgement(node, slot, diagnostics),
        _ => None,
    };
    let cell = match (slot.kind, &judgement) {
        (Type::Judgement, None) if value.text() != Some("none") => Cell::Unknown,
        _ => cell(value, slot, context, diagnostics),
    };
    Stated {
        cell,
        evidence: references(node, context.evidence, diagnostics),
        span: Some(value.span()),
        disputed: flag(node, "disputed"),
        judgement,
    }
}

fn judgement(
    node: &Node,
    slot: &Slot<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Box<Judgement>> {
    let author = || -> Option<(String, String, String)> {
        let part = |key: &str| text(node, key).map(str::to_owned);
        node.get("on")?;
        Some((part("by")?, part("role")?, part("reasons")?))
    };
    let Some((by, role, reasons)) = author() else {
        let message = Message::BareJudgement { name: slot.name.to_owned() };
        diagnostics.push(
            Diagnostic::error(message.code(), message.text(), node.span())
                .with_help(Message::JudgementForm.text()),
        );
        return None;
    };
    let on = date(node, "on", diagnostics)?;
    Some(Box::new(Judgement { by, role, on, reasons }))
}

fn cell(
    node: &Node,
    slot: &Slot<'_>,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Cell {
    let Some(written) = node.text() else {
        diagnostics.push(not_of_type(slot.name, &slot.kind.words(context.vocabulary), node.span()));
        return Cell::Unknown;
    };
    if written == "none" && !matches!(slot.kind, Type::Proof | Type::Words) {
        if slot.optional {
            return Cell::None;
        }
        let message = Message::NotOptional { name: slot.name.to_owned() };
        diagnostics.push(Diagnostic::error(message.code(), message.text(), node.span()));
        return Cell::Unknown;
    }
    if written == "none" && slot.optional {
        return Cell::None;
    }
    if let Type::Row(list) = slot.kind {
        return row_named(written, list, node.span(), context, diagnostics);
    }
    match parse(written, slot.kind, context.vocabulary) {
        Ok(value) => match slot.range.refuse(slot.name, &value, node.span()) {
            Some(diagnostic) => {
                diagnostics.push(diagnostic);
                Cell::Unknown
            }
            None => Cell::Known(value),
        },
        Err(error) => {
            let at = (written, node.span());
            diagnostics.push(refused(error, slot.name, at, slot.kind, context.vocabulary));
            Cell::Unknown
        }
    }
}
