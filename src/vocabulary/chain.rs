//! How papers show a case: its events in lawful order, and the groups in which exhibits are listed.

use crate::source::Span;
use crate::syntax::Node;
use crate::syntax::fields::{entries, flag, items, localized_under, text};
use crate::wording::Localized;

/// An event of the chain, or a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Stable id such as `first_finding`.
    pub name: String,
    /// What happened.
    pub title: Localized,
    /// Name of its day: a fact, a definition, or a field of a row that a fact names.
    pub from: String,
    /// Name of the last day of a period.
    pub to: Option<String>,
    /// Whether it is left out where there was none, such as an objection.
    pub optional: bool,
    /// Whether its place in the order is free, such as a check that is repeated.
    pub free: bool,
    /// Where it is declared.
    pub span: Span,
}

/// A group of exhibits, as a tribunal wants them listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExhibitGroup {
    /// Stable id.
    pub name: String,
    /// Heading.
    pub title: Localized,
    /// The kinds of evidence that belong to it.
    pub kinds: Vec<String>,
    /// Name of the day after which such an exhibit belongs to a later group.
    pub until: Option<String>,
    /// The element its exhibits prove, if their kind names none.
    pub element: Option<String>,
    /// Whether a tribunal gets it, unless the case says otherwise of an exhibit.
    pub submitted: bool,
    /// Where it is declared.
    pub span: Span,
}

/// Events and groups of a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chain {
    /// The events in lawful order.
    pub events: Vec<Event>,
    /// The groups in the order of listing.
    pub groups: Vec<ExhibitGroup>,
}

impl Chain {
    /// Reads the sections `events` and `exhibit_groups` of a file.
    pub(super) fn load(&mut self, file: &Node) {
        for entry in entries(file, "events") {
            let node = entry.value();
            self.events.push(Event {
                name: entry.key().to_owned(),
                title: localized_under(node, "title"),
                from: text(node, "from").unwrap_or_default().to_owned(),
                to: text(node, "to").map(str::to_owned),
                optional: flag(node, "optional"),
                free: flag(node, "free"),
                span: entry.key_span(),
            });
        }
        for entry in entries(file, "exhibit_groups") {
            let node = entry.value();
            self.groups.push(ExhibitGroup {
                name: entry.key().to_owned(),
                title: localized_under(node, "title"),
                kinds: items(node, "kinds").filter_map(|k| k.text().map(str::to_owned)).collect(),
                until: text(node, "until").map(str::to_owned),
                element: text(node, "element").map(str::to_owned),
                submitted: text(node, "submitted") != Some("no"),
                span: entry.key_span(),
            });
        }
    }
}
