//! Findings for programs.

use serde_json::{Map, Value as Json, json};

use super::{citations, plain};
use crate::assess::{Finding, Obstacle, Outcome, What};
use crate::case::Stated;
use crate::compile::RequirementEntry;
use crate::report::ReviewOptions;
use crate::report::desk::Desk;
use crate::report::statements;
use crate::vocabulary::Type;

/// Returns the findings of the ground that are told, in the order of the rules.
pub(super) fn all(desk: &Desk<'_>, document: &str, options: &ReviewOptions) -> Json {
    let one = |f: &Finding| {
        if !options.tells(desk.rules(), f) {
            return None;
        }
        let entry = desk.rules().requirement(f.requirement())?;
        Some(finding(desk, f, entry, document))
    };
    desk.assessment.findings().iter().filter_map(one).collect()
}

/// Returns one finding; with the values that decide it if values are shown.
pub(super) fn finding(
    desk: &Desk<'_>,
    finding: &Finding,
    entry: &RequirementEntry,
    document: &str,
) -> Json {
    let mut object = Map::new();
    let mut put = |key: &str, value: Json| object.insert(key.to_owned(), value);
    put("code", json!(entry.code));
    put("id", json!(entry.id));
    put("title", json!(desk.title(&entry.title, &entry.id)));
    put("outcome", json!(finding.outcome().name()));
    put("obstacle", json!(obstacle(finding.obstacle())));
    put("severity", json!(finding.severity().map(|s| s.name())));
    put("greatest_severity", json!(finding.greatest_severity().name()));
    put("gates", json!(entry.gates));
    put("gates_document", json!(entry.gates.iter().any(|g| g == document)));
    put("element", json!(entry.element));
    put("citations", citations(desk, &entry.citations));
    put("confidence", json!(entry.confidence.name()));
    put("proof", json!(finding.proof().map(|p| p.name())));
    put("evidence_wanted", json!(entry.evidence));
    put("remedy", json!(desk.say(&entry.remedy)));
    put("waivable", json!(entry.waivable));
    put("waived", waiver(desk, finding));
    put("lawyer_review", json!(entry.lawyer_review));
    put("layer", json!(entry.layer));
    put("waits", plain::waits(desk, finding.waits()));
    put("problem", json!(finding.problem().map(plain::problem)));
    put("disputed", json!(is_disputed(desk, finding)));
    if desk.show_values {
        put("facts", facts(desk, finding));
    }
    Json::Object(object)
}

/// Whether a finding rests on something the other side disputes.
fn is_disputed(desk: &Desk<'_>, finding: &Finding) -> bool {
    let disputed = statements::disputed(desk);
    finding.outcome() != Outcome::NotApplicable
        && disputed.iter().any(|s| statements::rests(desk, finding.step(), &s.what))
}

fn obstacle(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Stands => "stands",
        Obstacle::MayStand => "may-stand",
        Obstacle::Clear => "clear",
    }
}

fn waiver(desk: &Desk<'_>, finding: &Finding) -> Json {
    match desk.assessment.waiver(finding) {
        None => Json::Null,
        Some(waiver) => json!({
            "by": waiver.by,
            "role": waiver.role,
            "on": waiver.on.to_string(),
            "until": waiver.until.map(|u| u.to_string()),
            "reason": waiver.reason,
        }),
    }
}

/// The facts and cells that decide a finding.
fn facts(desk: &Desk<'_>, finding: &Finding) -> Json {
    let truth = |line: &crate::assess::Line<'_>| line.value.as_truth();
    let lines = desk.assessment.lines(finding);
    let mut found = Vec::new();
    for line in &lines {
        for id in desk.assessment.deciding(line, truth(line)) {
            let step = desk.assessment.step(id);
            let fact = step.and_then(|s| fact(desk, &s.what, &s.value));
            if let Some(fact) = fact.filter(|f| !found.contains(f)) {
                found.push(fact);
            }
        }
    }
    Json::Array(found)
}

/// Returns a fact or cell with its value and evidence.
pub(super) fn fact(desk: &Desk<'_>, what: &What, value: &crate::assess::Eval) -> Option<Json> {
    let vocabulary = desk.vocabulary();
    let (name, row, field, kind, stated): (_, _, _, Type, Option<&Stated>) = match what {
        What::Fact(id) => {
            let fact = vocabulary.fact(*id)?;
            (fact.name(), None, None, fact.kind(), desk.case().fact(*id))
        }
        What::Cell(list, row, field) => {
            let shape = vocabulary.list(*list)?;
            let row = desk.case().rows(*list)?.row(*row)?;
            let at = shape.field(*field)?;
            (
                shape.name(),
                Some(desk.row_key(*list, row.name())),
                Some(at.name()),
                at.kind(),
                row.cell(*field),
            )
        }
        _ => return None,
    };
    let mut object = plain::state(desk, value, kind);
    object.insert("name".to_owned(), json!(name));
    if let (Some(row), Some(field)) = (row, field) {
        object.insert("row".to_owned(), json!(row));
        object.insert("field".to_owned(), json!(field));
    }
    let exhibits = stated.map(|s| desk.exhibits(s)).unwrap_or_default();
    let exhibits: Vec<&str> = exhibits.iter().map(|e| e.id()).collect();
    object.insert("evidence".to_owned(), json!(exhibits));
    object.insert("disputed".to_owned(), json!(stated.is_some_and(|s| s.is_disputed())));
    Some(Json::Object(object))
}
