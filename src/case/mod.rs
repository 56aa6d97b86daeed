//! A case: facts, rows, evidence, waivers and acceptances, typed against a vocabulary.
//!
//! ```text
//! case/1 (and the facts of the policy version it names) ──load──▶ CaseFile
//! ```
//!
//! **Invariant:** an absent fact is unknown. Nothing here turns it into no, zero or none.

mod evidence;
mod facts;
mod fits;
mod head;
mod lists;
mod units;

pub use evidence::Exhibit;
pub use facts::{Cell, Judgement, Stated};
pub use head::{Acceptance, Head, Waiver};
pub use lists::{Row, Rows};
pub use units::Unit;

use crate::diag::Diagnostics;
use crate::source::Span;
use crate::syntax::Node;
use crate::vocabulary::{FactId, ListId, Vocabulary};

/// Everything that is known about one case.
#[derive(Debug, Clone, Default)]
pub struct CaseFile {
    facts: Vec<Stated>,
    lists: Vec<Rows>,
    evidence: Vec<Exhibit>,
    waivers: Vec<Waiver>,
    acceptances: Vec<Acceptance>,
    place: Option<Span>,
}

/// Facts and evidence that another file adds to a case, such as a policy's record of its own making.
#[derive(Debug, Clone, Copy, Default)]
pub struct Annex<'a> {
    /// A mapping of facts.
    pub facts: Option<&'a Node>,
    /// A mapping of lists.
    pub lists: Option<&'a Node>,
    /// A mapping of exhibits.
    pub evidence: Option<&'a Node>,
    /// A list of acceptances.
    pub accept: Option<&'a Node>,
    /// A list of waivers of what `check` finds; they release nothing in a case.
    pub waivers: Option<&'a Node>,
}

/// Loads a case and what its policy adds to it.
///
/// A fact or list the case states itself wins over the policy's.
pub fn load(case: &Node, annex: Annex<'_>, vocabulary: &Vocabulary) -> (CaseFile, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let evidence =
        evidence::load(case.get("evidence"), annex.evidence, vocabulary, &mut diagnostics);
    let lists = [annex.lists, case.get("lists")];
    let lists = lists::load(lists, &evidence, vocabulary, &mut diagnostics);
    let facts = [annex.facts, case.get("facts")];
    let facts = facts::load(facts, &evidence, &lists, vocabulary, &mut diagnostics);
    let mut file = CaseFile {
        facts,
        lists,
        evidence,
        waivers: head::waivers(case.get("waivers"), &mut diagnostics),
        acceptances: head::acceptances(case.get("accept"), &mut diagnostics),
        place: case
            .entries()
            .into_iter()
            .flatten()
            .find(|e| e.key() == "facts")
            .map(|e| e.key_span()),
    };
    file.acceptances.extend(head::acceptances(annex.accept, &mut diagnostics));
    evidence::unused(&file, &mut diagnostics);
    let CaseFile { facts, lists, evidence, .. } = &mut file;
    fits::strike(facts, lists, evidence, vocabulary, &mut diagnostics);
    (file, diagnostics)
}

impl CaseFile {
    /// Returns where facts are stated, if there is such a place.
    #[must_use]
    pub fn place(&self) -> Option<Span> {
        self.place
    }

    /// Returns a case of which nothing is known.
    #[must_use]
    pub fn unknown(vocabulary: &Vocabulary) -> Self {
        Self {
            facts: vec![Stated::default(); vocabulary.facts().len()],
            lists: vec![Rows::default(); vocabulary.lists().len()],
            ..Self::default()
        }
    }

    /// Returns the case that a policy alone states: what it says of its own making and its clauses.
    pub fn of_policy(annex: Annex<'_>, vocabulary: &Vocabulary) -> (Self, Diagnostics) {
        let mut found = Diagnostics::new();
        let evidence = evidence::load(None, annex.evidence, vocabulary, &mut found);
        let lists = lists::load([annex.lists, None], &evidence, vocabulary, &mut found);
        let facts = facts::load([annex.facts, None], &evidence, &lists, vocabulary, &mut found);
        let acceptances = head::acceptances(annex.accept, &mut found);
        let waivers = head::waivers(annex.waivers, &mut found);
        (Self { facts, lists, evidence, waivers, acceptances, place: None }, found)
    }

    /// Returns what is stated about a fact.
    #[must_use]
    pub fn fact(&self, id: FactId) -> Option<&Stated> {
        self.facts.get(id.index())
    }

    /// Replaces what is stated about a fact, as planners and property tests do.
    pub fn set_fact(&mut self, id: FactId, stated: Stated) {
        if let Some(slot) = self.facts.get_mut(id.index()) {
            *slot = stated;
        }
    }

    /// Returns the rows of a list.
    #[must_use]
    pub fn rows(&self, id: ListId) -> Option<&Rows> {
        self.lists.get(id.index())
    }

    /// Replaces the rows of a list.
    pub fn set_rows(&mut self, id: ListId, rows: Rows) {
        if let Some(slot) = self.lists.get_mut(id.index()) {
            *slot = rows;
        }
    }

    /// Returns the exhibits in the order of the file, the policy's last.
    #[must_use]
    pub fn evidence(&self) -> &[Exhibit] {
        &self.evidence
    }

    /// Returns an exhibit by its id.
    #[must_use]
    pub fn exhibit(&self, id: &str) -> Option<&Exhibit> {
        self.evidence.iter().find(|e| e.id() == id)
    }

    /// Returns the waivers.
    #[must_use]
    pub fn waivers(&self) -> &[Waiver] {
        &self.waivers
    }

    /// Returns the acceptances of unverified values.
    #[must_use]
    pub fn acceptances(&self) -> &[Acceptance] {
        &self.acceptances
    }

    /// Iterates over the places of everything stated, for masking.
    pub fn spans(&self) -> impl Iterator<Item = Span> {
        self.facts.iter().filter_map(Stated::span)
    }
}
