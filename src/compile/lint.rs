//! What can only be said once everything is compiled: sensitivity, circles through parameters, unused names.

use std::collections::BTreeSet;

use super::graph::Builder;
use super::rule_set::{DefinitionId, ParameterId, RuleSet};
use super::typed::{Typed, TypedNode};
use crate::diag::Diagnostic;
use crate::vocabulary::Vocabulary;
use crate::wording::catalogue::loading::LoadingMessage as Message;

pub(super) fn run(builder: &mut Builder<'_>, rules: &mut RuleSet) {
    if builder.diagnostics.has_errors() {
        return;
    }
    mark_sensitive(rules, &builder.vocabulary);
    circles_through_parameters(builder, rules);
    unused_parameters(builder, rules);
}

/// A value that depends on a sensitive fact is sensitive.
fn mark_sensitive(rules: &mut RuleSet, vocabulary: &Vocabulary) {
    loop {
        let known: Vec<bool> = rules.definitions.iter().map(|d| d.sensitive).collect();
        let mut changed = false;
        for definition in &mut rules.definitions {
            if !definition.sensitive && reads_sensitive(&definition.formula, vocabulary, &known) {
                definition.sensitive = true;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let known: Vec<bool> = rules.definitions.iter().map(|d| d.sensitive).collect();
    for requirement in &mut rules.requirements {
        let parts = std::iter::once(&requirement.value).chain(&requirement.applies);
        requirement.sensitive = parts.into_iter().any(|t| reads_sensitive(t, vocabulary, &known));
    }
}

fn reads_sensitive(typed: &Typed, vocabulary: &Vocabulary, definitions: &[bool]) -> bool {
    let mut found = false;
    typed.walk(&mut |t| {
        found |= match &t.node {
            TypedNode::Fact(id) => vocabulary.fact(*id).is_some_and(|f| f.is_sensitive()),
            TypedNode::FieldOf(_, list, field) => vocabulary
                .list(*list)
                .and_then(|l| l.field(*field))
                .is_some_and(|f| f.is_sensitive()),
            TypedNode::Definition(id) | TypedNode::Call(id, _) | TypedNode::Column(_, id) => {
                definitions.get(id.index()).copied().unwrap_or(false)
            }
            TypedNode::ColumnOf(_, _, id) => definitions.get(id.index()).copied().unwrap_or(false),
            TypedNode::Aggregate(a) => a
                .list
                .and_then(|l| vocabulary.list(l))
                .is_some_and(|l| l.fields().iter().any(|f| f.is_sensitive())),
            _ => false,
        };
    });
    found
}

/// A parameter whose selecting date is computed from itself could never be read.
fn circles_through_parameters(builder: &mut Builder<'_>, rules: &RuleSet) {
    for (index, parameter) in rules.parameters.iter().enumerate() {
        let Some(selected_by) = &parameter.selected_by else { continue };
        let mut seen = BTreeSet::new();
        if reaches(selected_by, ParameterId::at(index), rules, &mut seen) {
            let message = Message::Cycle { path: format!("{0} → … → {0}", parameter.name) };
            builder.diagnostics.push(Diagnostic::error(
                message.code(),
                message.text(),
                parameter.span,
            ));
        }
    }
}

fn reaches(
    typed: &Typed,
    target: ParameterId,
    rules: &RuleSet,
    seen: &mut BTreeSet<DefinitionId>,
) -> bool {
    let mut found = false;
    let mut next = Vec::new();
    typed.walk(&mut |t| match &t.node {
        TypedNode::Parameter(id, _, None) => {
            found |= *id == target;
            next.extend(rules.parameter(*id).and_then(|p| p.selected_by.as_ref()));
        }
        TypedNode::Parameter(id, _, Some(_)) => found |= *id == target,
        TypedNode::Definition(id)
        | TypedNode::Call(id, _)
        | TypedNode::Column(_, id)
        | TypedNode::ColumnOf(_, _, id)
            if seen.insert(*id) =>
        {
            next.extend(rules.definition(*id).map(|d| &d.formula));
        }
        _ => {}
    });
    // INVARIANT: a parameter is followed only through definitions not seen before, so this ends;
    // parameters that select each other without a definition between are caught by their own name.
    found || next.into_iter().any(|t| !std::ptr::eq(t, typed) && reaches(t, target, rules, seen))
}

fn unused_parameters(builder: &mut Builder<'_>, rules: &RuleSet) {
    for (index, parameter) in rules.parameters.iter().enumerate() {
        if !builder.used_parameters.contains(&ParameterId::at(index)) {
            let message = Message::UnusedParameter { name: parameter.name.clone() };
            builder.diagnostics.push(Diagnostic::warning(
                message.code(),
                message.text(),
                parameter.span,
            ));
        }
    }
}
