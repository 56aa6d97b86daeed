//! Checks every name of a template against the sheet, in all branches, before anything is printed.

use std::collections::{BTreeMap, BTreeSet};

use super::mistakes::{self, suggest};
use super::scope::{Names, SHEET, Scopes};
use super::template::{Asked, Partials, Piece, Reference, Template};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Span;
use crate::wording::catalogue::documents::DocumentMessage;

/// Returns the template and every partial it needs with the names they are included by, the template first.
pub(super) fn collect<'t>(
    template: &'t Template,
    partials: &'t Partials,
    diagnostics: &mut Diagnostics,
) -> Vec<(&'t str, &'t Template)> {
    let mut all = vec![(template.name(), template)];
    let mut path = Vec::new();
    follow(template, partials, &mut path, &mut all, diagnostics);
    all
}

fn follow<'t>(
    template: &'t Template,
    partials: &'t Partials,
    path: &mut Vec<&'t str>,
    all: &mut Vec<(&'t str, &'t Template)>,
    diagnostics: &mut Diagnostics,
) {
    for piece in template.pieces() {
        let Piece::Include { name, span } = piece else { continue };
        let Some((name, partial)) = partials.get_key_value(name) else {
            diagnostics.push(unknown_partial(name, *span, partials));
            continue;
        };
        if path.contains(&name.as_str()) {
            let message = DocumentMessage::PartialCycle { name: name.clone() };
            diagnostics.push(mistakes::error(&message, *span));
        } else if !all.iter().skip(1).any(|(known, _)| known == name) {
            all.push((name, partial));
            path.push(name);
            follow(partial, partials, path, all, diagnostics);
            path.pop();
        }
    }
}

fn unknown_partial(name: &str, span: Span, partials: &Partials) -> Diagnostic {
    let message = DocumentMessage::UnknownPartial { name: name.to_owned() };
    suggest(mistakes::error(&message, span), name, partials.keys().map(String::as_str))
}

/// Checks the names of one template.
pub(super) fn names(template: &Template, scopes: &Scopes, diagnostics: &mut Diagnostics) {
    let mut rows: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for piece in template.pieces() {
        if let Piece::For { row, list } = piece
            && let Some(reference) = template.references().get(*list)
        {
            let reached = reached(reference, &rows)
                .iter()
                .flat_map(|scope| scopes.rows(*scope, &reference.name))
                .copied()
                .collect();
            rows.insert(*row, reached);
        }
    }
    for reference in template.references() {
        let reached = reached(reference, &rows);
        // A list without rows tells nothing about the fields its rows would have.
        if !reached.is_empty() && !is_known(reference, &reached, scopes) {
            diagnostics.push(unknown(reference, &reached, scopes));
        }
    }
}

/// Returns the scopes a reference may be looked up in.
fn reached(reference: &Reference, rows: &BTreeMap<usize, BTreeSet<usize>>) -> BTreeSet<usize> {
    match &reference.row {
        Some(row) => rows.get(&row.number).cloned().unwrap_or_default(),
        None => BTreeSet::from([SHEET]),
    }
}

fn is_known(reference: &Reference, reached: &BTreeSet<usize>, scopes: &Scopes) -> bool {
    let name = &reference.name;
    reached.iter().any(|scope| match reference.asked {
        Asked::Value | Asked::Exists | Asked::IsNone => scopes.cell(*scope, name).is_some(),
        Asked::Holds => scopes.condition(*scope, name).is_some(),
        Asked::HasRows | Asked::Rows => scopes.has_list(*scope, name),
    })
}

fn unknown(reference: &Reference, reached: &BTreeSet<usize>, scopes: &Scopes) -> Diagnostic {
    let name = reference.written();
    let (message, which) = match reference.asked {
        Asked::Value if reached.iter().any(|s| scopes.condition(*s, &reference.name).is_some()) => {
            (DocumentMessage::ConditionPrinted { name }, Names::Cells)
        }
        Asked::Value if reached.iter().any(|s| scopes.has_list(*s, &reference.name)) => {
            (DocumentMessage::ListPrinted { name }, Names::Cells)
        }
        Asked::Value | Asked::Exists | Asked::IsNone => {
            (DocumentMessage::UnknownName { name }, Names::Cells)
        }
        Asked::Holds => (DocumentMessage::UnknownCondition { name }, Names::Conditions),
        Asked::HasRows | Asked::Rows => (DocumentMessage::UnknownList { name }, Names::Lists),
    };
    let error = mistakes::error(&message, reference.span);
    suggest(error, &reference.name, scopes.names(reached, which))
}
