//! Loads `rules/1` files.

use super::definitions::{self, Definition, Purpose};
use super::parameters::{self, Parameter, names};
use super::requirements::{self, Requirement};
use crate::diag::Diagnostics;
use crate::source::Span;
use crate::syntax::expression::{self, Expression};
use crate::syntax::fields::{entries, items, localized_under, text};
use crate::syntax::{Entry, Node};
use crate::vocabulary::load::not_of_type;
use crate::wording::Localized;

/// The declarations of one layer, from all of its files.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    /// Name by which others extend it: `cn`, `cn/regions/sh`, or a policy's name.
    pub name: String,
    /// Title; empty for the pack itself.
    pub title: Localized,
    /// Layers it extends.
    pub extends: Vec<(String, Span)>,
    /// Parameters.
    pub parameters: Vec<Parameter>,
    /// Definitions, figures and deadlines.
    pub definitions: Vec<Definition>,
    /// Requirements.
    pub requirements: Vec<Requirement>,
    /// Steps of the process.
    pub steps: Vec<Step>,
    /// Rules of the catalogue that nobody has written yet: code and what it would check.
    pub not_checked: Vec<(String, Localized)>,
}

/// A node of the process, with the least and greatest gap to nodes before it.
#[derive(Debug, Clone)]
pub struct Step {
    /// Name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// Title.
    pub title: Localized,
    /// Its date.
    pub date: Expression,
    /// Earlier nodes with the least and greatest gap to them.
    pub after: Vec<Gap>,
}

/// The gap between two nodes.
#[derive(Debug, Clone)]
pub struct Gap {
    /// The earlier node.
    pub step: String,
    /// Where its name stands.
    pub span: Span,
    /// At least so many days or months.
    pub at_least: Option<Expression>,
    /// At most so many days or months.
    pub at_most: Option<Expression>,
}

/// Reads expressions and collects what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) diagnostics: Diagnostics,
}

impl Reader {
    /// Returns the expression of a scalar, or reports why it is none.
    pub(super) fn expression(&mut self, node: &Node) -> Option<Expression> {
        match expression::parse(node.text()?, node.span()) {
            Ok(expression) => Some(expression),
            Err(diagnostic) => {
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    pub(super) fn not_a_date(&mut self, key: &str, span: Span) {
        let wanted = Localized::new("YYYY-MM-DD 格式的真实日期", "an existing date as YYYY-MM-DD");
        self.diagnostics.push(not_of_type(key, &wanted, span));
    }
}

/// Loads the files of one layer; the first `region` head found names it.
pub fn load(name: &str, files: &[&Node]) -> (Layer, Diagnostics) {
    let mut reader = Reader::default();
    let mut layer = Layer { name: name.to_owned(), ..Layer::default() };
    for file in files {
        sections(file, &mut layer, &mut reader);
    }
    (layer, reader.diagnostics)
}

/// Adds the sections of one file to a layer.
pub(super) fn sections(file: &Node, layer: &mut Layer, reader: &mut Reader) {
    if let Some(region) = file.get("region") {
        layer.name = text(region, "code").unwrap_or(&layer.name).to_owned();
        layer.title = localized_under(region, "title");
        layer.extends.extend(names(region, "extends"));
    }
    let grounds = names(file, "grounds");
    layer.parameters.extend(entries(file, "parameters").map(|e| parameters::load(e, reader)));
    for (section, purpose) in [
        ("definitions", Purpose::Definition),
        ("figures", Purpose::Figure),
        ("deadlines", Purpose::Deadline),
    ] {
        let loaded = entries(file, section).filter_map(|e| definitions::load(e, purpose, reader));
        layer.definitions.extend(loaded.map(|mut definition| {
            if definition.grounds.is_empty() {
                definition.grounds = grounds.iter().map(|(name, _)| name.clone()).collect();
            }
            definition
        }));
    }
    layer.steps.extend(entries(file, "steps").filter_map(|e| step(e, reader)));
    layer.not_checked.extend(
        items(file, "not_checked")
            .filter_map(|n| Some((text(n, "code")?.to_owned(), localized_under(n, "title")))),
    );
    let loaded = entries(file, "requirements").filter_map(|e| requirements::load(e, reader));
    layer.requirements.extend(loaded.map(|mut requirement| {
        if requirement.grounds.is_empty() {
            requirement.grounds.clone_from(&grounds);
        }
        requirement
    }));
}

fn step(entry: &Entry, reader: &mut Reader) -> Option<Step> {
    let node = entry.value();
    let after = entries(node, "after")
        .map(|e| Gap {
            step: e.key().to_owned(),
            span: e.key_span(),
            at_least: e.value().get("at_least").and_then(|n| reader.expression(n)),
            at_most: e.value().get("at_most").and_then(|n| reader.expression(n)),
        })
        .collect();
    Some(Step {
        name: entry.key().to_owned(),
        span: entry.key_span(),
        title: localized_under(node, "title"),
        date: reader.expression(node.get("date")?)?,
        after,
    })
}
