//! What can only be said once everything is compiled: sensitivity, circles through parameters, unused names.

use super::graph::Builder;
use super::rule_set::{ParameterId, RuleSet};
use super::typed::{Typed, TypedNode};
use crate::diag::Diagnostic;
use crate::vocabulary::{ListId, Vocabulary};
use crate::wording::catalogue::loading::LoadingMessage as Message;

pub(super) fn run(builder: &mut Builder<'_>, rules: &mut RuleSet) {
    if builder.diagnostics.has_errors() {
        return;
    }
    mark_sensitive(rules, &builder.vocabulary);
    super::circles::run(builder, rules);
    unused_parameters(builder, rules);
}

/// A value that depends on a sensitive fact is sensitive.
fn mark_sensitive(rules: &mut RuleSet, vocabulary: &Vocabulary) {
    loop {
        let known: Vec<bool> = rules.definitions.iter().map(|d| d.sensitive).collect();
        let mut changed = false;
        for definition in &mut rules.definitions {
            let company = definition.company.iter().map(|(_, formula, _)| formula);
            let mut formulas = std::iter::once(&definition.formula).chain(company);
            let of = definition.of;
            if !definition.sensitive && formulas.any(|f| reads_sensitive(f, of, vocabulary, &known))
            {
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
        let weights = [&requirement.downgrade, &requirement.upgrade];
        let weights = weights.into_iter().flatten().map(|(_, when, _)| when);
        let mut parts =
            std::iter::once(&requirement.value).chain(&requirement.applies).chain(weights);
        requirement.sensitive = parts.any(|t| reads_sensitive(t, None, vocabulary, &known));
    }
}

/// Whether an expression, of a column of the list `of` if there is one, reads a sensitive fact or field.
fn reads_sensitive(
    typed: &Typed,
    of: Option<ListId>,
    vocabulary: &Vocabulary,
    definitions: &[bool],
) -> bool {
    let is_field = |list: ListId, field| {
        vocabulary.list(list).and_then(|l| l.field(field)).is_some_and(|f| f.is_sensitive())
    };
    let mut found = false;
    typed.walk(&mut |t| {
        found |= match &t.node {
            TypedNode::Fact(id) => vocabulary.fact(*id).is_some_and(|f| f.is_sensitive()),
            TypedNode::FieldOf(_, list, field) => is_field(*list, *field),
            TypedNode::Field(0, field) => of.is_some_and(|list| is_field(list, *field)),
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
