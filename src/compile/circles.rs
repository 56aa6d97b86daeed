//! Finds what would never end: circles through company formulas and selecting dates, and
//! definitions that grow out of bounds once they are inlined.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::Builder;
use super::rule_set::{DefinitionId, Named, ParameterId, RuleSet};
use super::typed::{Typed, TypedNode};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// The most steps one definition may take once everything in it is inlined.
const MAX_SIZE: u64 = 100_000;

/// The most levels an evaluation may go down.
pub(super) const MAX_LEVELS: u64 = 400;

pub(super) fn run(builder: &mut Builder<'_>, rules: &RuleSet) {
    let mut walk = Walk { rules, path: Vec::new(), done: BTreeSet::new(), circles: Vec::new() };
    let definitions = (0..rules.definitions.len()).map(|i| Named::Definition(DefinitionId::at(i)));
    let parameters = (0..rules.parameters.len()).map(|i| Named::Parameter(ParameterId::at(i)));
    definitions.chain(parameters).for_each(|name| walk.visit(name));
    let circles = walk.circles;
    for (path, span) in &circles {
        let message = Message::Cycle { path: path.clone() };
        let (code, text) = (message.code(), message.text());
        builder.diagnostics.push(Diagnostic::error(code, text, *span));
    }
    if circles.is_empty() {
        measure(builder, rules);
    }
}

/// A search for circles, depth first.
struct Walk<'a> {
    rules: &'a RuleSet,
    path: Vec<Named>,
    done: BTreeSet<(bool, usize)>,
    circles: Vec<(String, Span)>,
}

impl Walk<'_> {
    fn visit(&mut self, name: Named) {
        let Some(key) = key(name) else { return };
        if self.done.contains(&key) {
            return;
        }
        if let Some(start) = self.path.iter().position(|n| *n == name) {
            let circle = self.path.iter().skip(start).chain(std::iter::once(&name));
            let names: Vec<&str> = circle.filter_map(|n| Some(self.named(*n)?.0)).collect();
            self.circles.extend(self.named(name).map(|(_, span)| (names.join(" → "), span)));
            return;
        }
        self.path.push(name);
        for next in self.references(name) {
            self.visit(next);
        }
        self.path.pop();
        self.done.insert(key);
    }

    fn named(&self, name: Named) -> Option<(&str, Span)> {
        match name {
            Named::Definition(id) => self.rules.definition(id).map(|d| (d.name.as_str(), d.span)),
            Named::Parameter(id) => self.rules.parameter(id).map(|p| (p.name.as_str(), p.span)),
            _ => None,
        }
    }

    /// What the value of a name is computed from.
    fn references(&self, name: Named) -> Vec<Named> {
        let mut found = Vec::new();
        match name {
            Named::Definition(id) => {
                let Some(entry) = self.rules.definition(id) else { return found };
                let company = entry.company.iter().map(|(_, formula, _)| formula);
                std::iter::once(&entry.formula)
                    .chain(company)
                    .for_each(|f| references(f, &mut found));
            }
            Named::Parameter(id) => {
                let Some(entry) = self.rules.parameter(id) else { return found };
                let is_dated = |row: &super::Dated| row.from.is_some() || row.to.is_some();
                let is_selected = entry.series.iter().any(|rows| rows.iter().any(is_dated));
                match &entry.selected_by {
                    Some(date) => references(date, &mut found),
                    None if is_selected => {
                        self.rules.law_dates.values().for_each(|d| references(d, &mut found));
                    }
                    None => {}
                }
            }
            _ => {}
        }
        found
    }
}

fn key(name: Named) -> Option<(bool, usize)> {
    match name {
        Named::Definition(id) => Some((false, id.index())),
        Named::Parameter(id) => Some((true, id.index())),
        _ => None,
    }
}

/// Adds the names an expression reads; a parameter read at a date of its own needs no selecting one.
fn references(typed: &Typed, found: &mut Vec<Named>) {
    typed.walk(&mut |t| match &t.node {
        TypedNode::Definition(id)
        | TypedNode::Call(id, _)
        | TypedNode::Column(_, id)
        | TypedNode::ColumnOf(_, _, id) => found.push(Named::Definition(*id)),
        TypedNode::Parameter(id, _, None) => found.push(Named::Parameter(*id)),
        _ => {}
    });
}

/// How much work an expression is: steps with calls and columns inlined, and levels down.
#[derive(Clone, Copy, Default)]
struct Extent {
    size: u64,
    levels: u64,
}

/// Reports definitions and requirements that are too large or too deep, the innermost first.
fn measure(builder: &mut Builder<'_>, rules: &RuleSet) {
    let mut known = BTreeMap::new();
    for index in 0..rules.definitions.len() {
        extent_of(DefinitionId::at(index), rules, &mut known);
    }
    let is_over = |e: &Extent| e.size > MAX_SIZE || e.levels > MAX_LEVELS;
    let mut over = Vec::new();
    for (index, entry) in rules.definitions.iter().enumerate() {
        let mut parts = Vec::new();
        references(&entry.formula, &mut parts);
        let inner = parts.into_iter().filter_map(|name| match name {
            Named::Definition(id) => known.get(&id.index()),
            _ => None,
        });
        if known.get(&index).is_some_and(is_over) && !inner.into_iter().any(is_over) {
            over.push((entry.name.clone(), entry.span));
        }
    }
    for requirement in &rules.requirements {
        let parts = std::iter::once(&requirement.value).chain(&requirement.applies);
        if over.is_empty() && parts.into_iter().any(|t| is_over(&extent(t, rules, &mut known))) {
            over.push((requirement.id.clone(), requirement.span));
        }
    }
    for (name, span) in over {
        let message = Message::TooLarge { name };
        let (code, text) = (message.code(), message.text());
        builder.diagnostics.push(Diagnostic::error(code, text, span));
    }
}

fn extent_of(id: DefinitionId, rules: &RuleSet, known: &mut BTreeMap<usize, Extent>) -> Extent {
    if let Some(extent) = known.get(&id.index()) {
        return *extent;
    }
    let Some(entry) = rules.definition(id) else { return Extent::default() };
    let company = entry.company.iter().map(|(_, formula, _)| formula);
    let mut all = Extent::default();
    for formula in std::iter::once(&entry.formula).chain(company) {
        let one = extent(formula, rules, known);
        all.size = all.size.saturating_add(one.size);
        all.levels = all.levels.max(one.levels);
    }
    known.insert(id.index(), all);
    all
}

/// The extent of an expression; a definition without arguments is evaluated once, so it only adds levels.
fn extent(typed: &Typed, rules: &RuleSet, known: &mut BTreeMap<usize, Extent>) -> Extent {
    let mut all = Extent::default();
    let mut parts = Vec::new();
    typed.walk(&mut |t| {
        all.size = all.size.saturating_add(1);
        match &t.node {
            TypedNode::Definition(id) => parts.push((*id, false)),
            TypedNode::Call(id, _) | TypedNode::Column(_, id) | TypedNode::ColumnOf(_, _, id) => {
                parts.push((*id, true))
            }
            _ => {}
        }
    });
    let mut below = 0;
    for (id, is_inlined) in parts {
        let part = extent_of(id, rules, known);
        below = below.max(part.levels);
        if is_inlined {
            all.size = all.size.saturating_add(part.size);
        }
    }
    all.levels = typed.levels().saturating_add(below);
    all
}
