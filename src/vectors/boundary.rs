//! Finds the requirements whose outcome a vector pins at a boundary.
//!
//! A vector stands on a boundary of a requirement if one day, one fen or one
//! unit more or less in one of its facts or settings settles the requirement the other way.

use std::collections::BTreeSet;

use crate::assess::{Eval, Finding, Outcome, Question, assess_silently};
use crate::case::{CaseFile, Cell, Row, Rows, Stated};
use crate::compile::typed::TypedNode;
use crate::compile::{RequirementEntry, RuleSet};
use crate::syntax::expression::Comparison;
use crate::value::dates::add_days;
use crate::value::{Exact, Value};
use crate::vocabulary::{FactId, FieldId, ListId};

/// Returns the ids of the requirements on whose boundary a case stands.
pub(super) fn boundaries(
    rules: &RuleSet,
    case: &CaseFile,
    question: &Question,
) -> BTreeSet<String> {
    let settled =
        |findings: &[Finding]| -> Vec<Option<bool>> { findings.iter().map(side).collect() };
    let here = settled(&assess_silently(rules, case, question));
    let mut found = BTreeSet::new();
    let mut compare = |case: &CaseFile, question: &Question| {
        let findings = assess_silently(rules, case, question);
        for (finding, before) in findings.iter().zip(&here) {
            let crossed = matches!((before, side(finding)), (Some(a), Some(b)) if *a != b);
            if let Some(entry) = rules.requirement(finding.requirement()).filter(|_| crossed) {
                found.insert(entry.id.clone());
            }
        }
    };
    for index in 0..rules.vocabulary().facts().len() {
        let id = FactId::at(index);
        for value in case.fact(id).map_or_else(Vec::new, |s| neighbours(s.cell())) {
            let mut moved = case.clone();
            moved.set_fact(id, Stated::bare(Cell::Known(value)));
            compare(&moved, question);
        }
    }
    for index in 0..rules.vocabulary().lists().len() {
        let id = ListId::at(index);
        for moved in moved_rows(rules, case, id) {
            let mut changed = case.clone();
            changed.set_rows(id, moved);
            compare(&changed, question);
        }
    }
    for (id, value) in &question.overrides.definitions {
        let Eval::Known(value) = value else { continue };
        for value in neighbours(&Cell::Known(value.clone())) {
            let mut moved = question.clone();
            moved.overrides.definitions.insert(*id, Eval::Known(value));
            compare(case, &moved);
        }
    }
    // What a company sets is a number of the law's comparison as much as a fact of the case.
    for (id, value) in &question.overrides.parameters {
        let Eval::Known(value) = value else { continue };
        for value in neighbours(&Cell::Known(value.clone())) {
            let mut moved = question.clone();
            moved.overrides.parameters.insert(*id, Eval::Known(value));
            compare(case, &moved);
        }
    }
    found
}

/// Returns whether a requirement compares anything that has an order; only then it has a boundary.
pub(super) fn has_boundary(rules: &RuleSet, requirement: &RequirementEntry) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![&requirement.value];
    while let Some(typed) = open.pop() {
        let mut found = false;
        typed.walk(&mut |t| match &t.node {
            // Strengths of proof have an order and no neighbours among the facts.
            TypedNode::Compare(op, left, _) => {
                found |= !matches!(op, Comparison::Equal | Comparison::Unequal)
                    && !matches!(left.node, TypedNode::ProofOf(_));
            }
            TypedNode::Bands(..) => found = true,
            TypedNode::Definition(id)
            | TypedNode::Call(id, _)
            | TypedNode::Column(_, id)
            | TypedNode::ColumnOf(_, _, id)
                if seen.insert(*id) =>
            {
                open.extend(rules.definition(*id).map(|d| &d.formula));
            }
            _ => {}
        });
        if found {
            return true;
        }
    }
    false
}

fn side(finding: &Finding) -> Option<bool> {
    match finding.outcome() {
        Outcome::Satisfied => Some(true),
        Outcome::NotSatisfied => Some(false),
        Outcome::Indeterminate | Outcome::NotApplicable => None,
    }
}

/// Every list with one cell moved by one unit; the keys of rows stay where they are.
fn moved_rows(rules: &RuleSet, case: &CaseFile, id: ListId) -> Vec<Rows> {
    let (Some(list), Some(rows)) = (rules.vocabulary().list(id), case.rows(id)) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (at, row) in rows.rows().iter().enumerate() {
        for field in (0..list.fields().len()).map(FieldId::at).filter(|f| !list.key().contains(f)) {
            for value in row.cell(field).map_or_else(Vec::new, |s| neighbours(s.cell())) {
                let moved = rows.rows().iter().enumerate().map(|(position, other)| {
                    if position == at {
                        with_cell(other, list.fields().len(), field, &value)
                    } else {
                        other.clone()
                    }
                });
                all.push(Rows::known(moved.collect(), rows.is_complete()));
            }
        }
    }
    all
}

fn with_cell(row: &Row, fields: usize, changed: FieldId, value: &Value) -> Row {
    let cells = (0..fields).map(FieldId::at).map(|field| match row.cell(field) {
        _ if field == changed => Stated::bare(Cell::Known(value.clone())),
        Some(stated) => stated.clone(),
        None => Stated::default(),
    });
    Row::new(row.name(), cells.collect())
}

/// The values one unit away: a day, a fen, a hundredth, one.
fn neighbours(cell: &Cell) -> Vec<Value> {
    let Cell::Known(value) = cell else { return Vec::new() };
    let hundredth = Exact::parse("0.01").unwrap_or(Exact::ONE);
    let around =
        |n: Exact, step: Exact| [n.checked_add(step), n.checked_sub(step)].into_iter().flatten();
    match value {
        Value::Date(date) => {
            [1, -1].into_iter().filter_map(|n| add_days(*date, n)).map(Value::Date).collect()
        }
        Value::Month(month) => {
            [1, -1].into_iter().filter_map(|n| month.plus(n)).map(Value::Month).collect()
        }
        Value::Money(n) => around(*n, hundredth).map(Value::Money).collect(),
        Value::Number(n) => {
            around(*n, hundredth).chain(around(*n, Exact::ONE)).map(Value::Number).collect()
        }
        Value::Days(n) => around(*n, Exact::ONE).map(Value::Days).collect(),
        Value::Months(n) => around(*n, Exact::ONE).map(Value::Months).collect(),
        _ => Vec::new(),
    }
}
