//! Exhibits.

use super::CaseFile;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Span;
use crate::syntax::fields::{items, localized, text};
use crate::syntax::{Entry, Node};
use crate::value::{Date, Proof};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::load::unknown_here;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// An exhibit: a file with its digest, its source and its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    id: String,
    span: Span,
    title: Localized,
    file: Option<(String, Span)>,
    sha256: Option<(String, Span)>,
    kind: Option<String>,
    strength: Proof,
    dated: Option<Date>,
    captured: Option<Date>,
    signed: Vec<String>,
    original: Option<bool>,
    custodian: Option<String>,
    source: Option<String>,
    pages: Option<String>,
    proves: Localized,
    internal: Option<bool>,
    of_policy: bool,
}

macro_rules! getters {
    ($($(#[$meta:meta])* $name:ident : $ty:ty = |$this:ident| $body:expr;)*) => {
        impl Exhibit { $( $(#[$meta])* #[must_use] pub fn $name(&self) -> $ty { let $this = self; $body } )* }
    };
}

impl Exhibit {
    /// Returns how strongly its kind proves by itself, for those who ask on a given day: what bears
    /// a later date is not at hand and proves nothing yet.
    #[must_use]
    pub fn strength(&self, as_of: Date) -> Proof {
        if self.is_at_hand(as_of) { self.strength } else { Proof::None }
    }

    /// Returns whether it does not bear a later date.
    #[must_use]
    pub fn is_at_hand(&self, as_of: Date) -> bool {
        self.dated.is_none_or(|dated| dated <= as_of)
    }
}

getters! {
    /// Returns the id, such as `E01`.
    id: &str = |e| &e.id;
    /// Returns where it is declared.
    span: Span = |e| e.span;
    /// Returns the title; empty if the case gives none.
    title: &Localized = |e| &e.title;
    /// Returns the file's path as written, with its place.
    file: Option<(&str, Span)> = |e| e.file.as_ref().map(|(f, s)| (f.as_str(), *s));
    /// Returns the SHA-256 as written, with its place.
    sha256: Option<(&str, Span)> = |e| e.sha256.as_ref().map(|(d, s)| (d.as_str(), *s));
    /// Returns the name of its kind.
    kind: Option<&str> = |e| e.kind.as_deref();
    /// Returns the day it bears.
    dated: Option<Date> = |e| e.dated;
    /// Returns the day on which it was taken.
    captured: Option<Date> = |e| e.captured;
    /// Returns who signed it.
    signed: &[String] = |e| &e.signed;
    /// Returns whether it is an original; `None` if nobody said.
    is_original: Option<bool> = |e| e.original;
    /// Returns who keeps it.
    custodian: Option<&str> = |e| e.custodian.as_deref();
    /// Returns the system or person it came from.
    source: Option<&str> = |e| e.source.as_deref();
    /// Returns its pages as written.
    pages: Option<&str> = |e| e.pages.as_deref();
    /// Returns what it proves, in the words of the case.
    proves: &Localized = |e| &e.proves;
    /// Returns whether it stays in the house, as counsel's opinion does; `None` if nobody said.
    is_internal: Option<bool> = |e| e.internal;
    /// Returns whether the policy, not the case, brings it.
    is_of_policy: bool = |e| e.of_policy;
}

pub(super) fn load(
    case: Option<&Node>,
    policy: Option<&Node>,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Vec<Exhibit> {
    let mut exhibits: Vec<Exhibit> = Vec::new();
    for (section, of_policy) in [(case, false), (policy, true)] {
        for entry in section.and_then(Node::entries).unwrap_or(&[]) {
            if !exhibits.iter().any(|e| e.id == entry.key()) {
                exhibits.push(exhibit(entry, of_policy, vocabulary, diagnostics));
            }
        }
    }
    exhibits
}

fn exhibit(
    entry: &Entry,
    of_policy: bool,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Exhibit {
    let node = entry.value();
    let spanned = |key: &str| node.get(key).and_then(|n| Some((n.text()?.to_owned(), n.span())));
    let kind = text(node, "kind").map(str::to_owned);
    if let (Some(name), Some(at)) = (&kind, node.get("kind"))
        && vocabulary.evidence_kind(name).is_none()
    {
        let known = vocabulary.evidence_kinds().iter().map(|k| k.name());
        let what = Localized::new("证据种类", "kind of evidence");
        diagnostics.push(unknown_here(&what, name, at.span(), known, vocabulary.name()));
    }
    let known_kind = kind.as_deref().and_then(|k| vocabulary.evidence_kind(k));
    Exhibit {
        id: entry.key().to_owned(),
        span: entry.key_span(),
        title: node.get("title").or(node.get("name")).and_then(localized).unwrap_or_default(),
        file: spanned("file"),
        sha256: spanned("sha256"),
        strength: known_kind.map_or(Proof::None, |k| k.strength()),
        kind,
        dated: super::head::date(node, "dated", diagnostics),
        captured: super::head::date(node, "captured", diagnostics),
        signed: items(node, "signed").filter_map(|n| n.text().map(str::to_owned)).collect(),
        original: text(node, "original").and_then(crate::syntax::expression::parser::truth),
        custodian: text(node, "custodian").map(str::to_owned),
        source: text(node, "source").map(str::to_owned),
        pages: text(node, "pages").map(str::to_owned),
        proves: proves(node),
        internal: text(node, "internal").and_then(crate::syntax::expression::parser::truth),
        of_policy,
    }
}

/// What an exhibit proves; several things are one sentence.
fn proves(node: &Node) -> Localized {
    let one = node.get("proves").and_then(localized);
    one.unwrap_or_else(|| {
        let all: Vec<&str> = items(node, "proves").filter_map(Node::text).collect();
        Localized::same(all.join("；"))
    })
}

/// Reads the exhibits a fact or row refers to, as positions.
pub(super) fn references(
    node: &Node,
    evidence: &[Exhibit],
    diagnostics: &mut Diagnostics,
) -> Vec<u32> {
    let mut found = Vec::new();
    for item in items(node, "evidence") {
        let Some(id) = item.text() else { continue };
        match evidence.iter().position(|e| e.id == id).and_then(|i| u32::try_from(i).ok()) {
            Some(position) => found.push(position),
            None => diagnostics.push(no_such_evidence(id, item.span(), evidence)),
        }
    }
    found
}

/// Says that there is no exhibit of a number, and where one with nearly that number stands.
fn no_such_evidence(id: &str, span: Span, evidence: &[Exhibit]) -> Diagnostic {
    let message = Message::NoSuchEvidence;
    let diagnostic = Diagnostic::error(message.code(), message.text(), span);
    let near = crate::diag::nearest(id, evidence.iter().map(|e| e.id.as_str()));
    match near.and_then(|near| evidence.iter().find(|e| e.id == near)) {
        Some(near) => diagnostic.with_label(near.span, Message::DidYouMeanThis.text()),
        None => diagnostic.with_help(Message::DeclareEvidence.text()),
    }
}

/// Warns about exhibits of the case that nothing refers to.
pub(super) fn unused(file: &CaseFile, diagnostics: &mut Diagnostics) {
    let facts = file.facts.iter().flat_map(|f| f.evidence().iter());
    let cells = file.lists.iter().flat_map(|l| l.rows().iter().flat_map(|r| r.evidence_of_all()));
    let used: std::collections::BTreeSet<u32> = facts.copied().chain(cells).collect();
    for (position, exhibit) in file.evidence.iter().enumerate() {
        let is_used = u32::try_from(position).is_ok_and(|p| used.contains(&p));
        if !is_used && !exhibit.of_policy {
            let message = Message::UnusedEvidence;
            diagnostics.push(Diagnostic::warning(message.code(), message.text(), exhibit.span));
        }
    }
}
