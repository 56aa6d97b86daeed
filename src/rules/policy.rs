//! A company's layer: one policy, in versions by date.

use super::definitions::{Formula, formula};
use super::load::{Layer, Reader, sections};
use super::parameters::{date, names};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Span;
use crate::syntax::Node;
use crate::syntax::fields::{entries, items, localized_under, text};
use crate::value::Date;
use crate::vocabulary::Measure;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// A member that a policy adds to an open choice.
#[derive(Debug, Clone)]
pub struct OwnMember {
    /// The choice.
    pub choice: String,
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: Localized,
    /// The type its numbers print in, as written.
    pub unit: Option<String>,
    /// What its numbers count.
    pub measure: Option<Measure>,
}

/// A company's policy.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Name by which a case refers to it.
    pub name: String,
    /// Title.
    pub title: Localized,
    /// Layers it extends, with their places.
    pub extends: Vec<(String, Span)>,
    /// Versions, earliest first.
    pub versions: Vec<PolicyVersion>,
    /// Requirements, parameters and definitions it adds.
    pub layer: Layer,
    /// Members it adds to open choices.
    pub members: Vec<OwnMember>,
    /// The evidence section as written, for the case loader.
    pub evidence: Option<Node>,
    /// The acceptances as written, for the case loader.
    pub accept: Option<Node>,
    /// The waivers as written, for the case loader.
    pub waivers: Option<Node>,
}

/// One version of a policy.
#[derive(Debug, Clone)]
pub struct PolicyVersion {
    /// First day on which it is in force.
    pub from: Date,
    /// Where it stands.
    pub span: Span,
    /// Facts of its making, as written, for the case loader.
    pub facts: Option<Node>,
    /// Lists of its clauses, as written, for the case loader.
    pub lists: Option<Node>,
    /// Parameters it sets.
    pub settings: Vec<Setting>,
    /// Formulas it gives: figure, formula, the figure it must not fall below.
    pub formulas: Vec<(String, Formula, String, Span)>,
}

/// A parameter set by a policy.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Name of the parameter.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// Member of the parameter's table, if it is one.
    pub member: Option<(String, Span)>,
    /// The value as written, with its place.
    pub value: (String, Span),
}

/// Loads a `policy/1` file.
pub fn load(file: &Node) -> (Policy, Diagnostics) {
    let mut reader = Reader::default();
    let name = text(file, "name").unwrap_or_default().to_owned();
    let mut layer = Layer { name: name.clone(), ..Layer::default() };
    sections(file, &mut layer, &mut reader);
    let mut versions: Vec<PolicyVersion> =
        items(file, "versions").filter_map(|n| version(n, &mut reader)).collect();
    versions.sort_by_key(|v| v.from);
    for pair in versions.windows(2) {
        if let [first, second] = pair
            && first.from == second.from
        {
            let message = Message::DeclaredTwice { name: second.from.to_string() };
            let diagnostic = Diagnostic::error(message.code(), message.text(), second.span);
            let diagnostic = diagnostic.with_label(first.span, Message::FirstHere.text());
            reader.diagnostics.push(diagnostic);
        }
    }
    let policy = Policy {
        name,
        title: localized_under(file, "title"),
        extends: names(file, "extends"),
        versions,
        layer,
        members: members(file),
        evidence: file.get("evidence").cloned(),
        accept: file.get("accept").cloned(),
        waivers: file.get("waivers").cloned(),
    };
    (policy, reader.diagnostics)
}

fn members(file: &Node) -> Vec<OwnMember> {
    entries(file, "choices")
        .flat_map(|choice| {
            entries(choice.value(), "members").map(|m| {
                let title = crate::syntax::fields::localized(m.value()).unwrap_or_default();
                OwnMember {
                    choice: choice.key().to_owned(),
                    name: m.key().to_owned(),
                    title,
                    unit: text(m.value(), "unit").map(str::to_owned),
                    measure: m.value().get("measure").and_then(Measure::read),
                }
            })
        })
        .collect()
}

fn version(node: &Node, reader: &mut Reader) -> Option<PolicyVersion> {
    Some(PolicyVersion {
        from: date(node, "from", reader)?,
        span: node.get("from").map_or(node.span(), Node::span),
        facts: node.get("facts").cloned(),
        lists: node.get("lists").cloned(),
        settings: entries(node, "set")
            .flat_map(|e| settings(e.key(), e.key_span(), e.value()))
            .collect(),
        formulas: entries(node, "formulas")
            .filter_map(|e| {
                let floor = text(e.value(), "floor").unwrap_or(e.key()).to_owned();
                Some((e.key().to_owned(), formula(e.value(), reader)?, floor, e.key_span()))
            })
            .collect(),
    })
}

/// Returns the settings of one entry: a value, or a table of values by member.
pub fn settings(name: &str, name_span: Span, value: &Node) -> Vec<Setting> {
    let one = |member: Option<(String, Span)>, node: &Node| {
        let value = (node.text()?.to_owned(), node.span());
        Some(Setting { name: name.to_owned(), name_span, member, value })
    };
    match value.entries() {
        None => one(None, value).into_iter().collect(),
        Some(members) => members
            .iter()
            .filter_map(|e| one(Some((e.key().to_owned(), e.key_span())), e.value()))
            .collect(),
    }
}
