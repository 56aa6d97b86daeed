//! What a file contradicts: requirements about policies and cases themselves, as diagnostics.

use std::collections::BTreeMap;

use crate::assess::schedule::{Deadlock, Gap};
use crate::assess::{Assessment, Finding, Outcome, Reason, StepId, Wait};
use crate::compile::typed::TypedNode;
use crate::compile::{ParameterId, RequirementEntry};
use crate::diag::{Diagnostic, Diagnostics, Severity as Level};
use crate::rules::{Checked, Severity};
use crate::source::{Sources, Span};
use crate::wording::catalogue::checking::CheckMessage as Message;
use crate::wording::{Language, Localized};

mod formulas;

use super::desk::Desk;
use super::steps::Shown;

/// Returns what a policy or case contradicts, each with all the places that together do so.
///
/// `whole` is the place of what is checked, for mistakes that are nowhere in particular.
#[must_use]
pub fn conflicts(
    assessment: &Assessment<'_>,
    sources: &Sources,
    checked: Checked,
    whole: Span,
) -> Diagnostics {
    let desks = [Language::Chinese, Language::English]
        .map(|language| Desk::new(assessment, sources, language, false));
    let mut diagnostics = Diagnostics::new();
    let mut unset: BTreeMap<ParameterId, Vec<&RequirementEntry>> = BTreeMap::new();
    for finding in assessment.findings() {
        let Some(entry) = assessment.rules().requirement(finding.requirement()) else { continue };
        if entry.check != Some(checked) {
            continue;
        }
        match finding.outcome() {
            Outcome::NotSatisfied => diagnostics.push(conflict(&desks, finding, entry, whole)),
            Outcome::Indeterminate => {
                for id in finding.waits().iter().filter_map(not_set) {
                    unset.entry(id).or_default().push(entry);
                }
            }
            _ => {}
        }
    }
    if checked == Checked::Policy
        && let Some(deadlock) = assessment.deadlock()
    {
        diagnostics.push(no_schedule(&desks, &deadlock, whole));
    }
    if checked == Checked::Policy {
        diagnostics.extend(formulas::worse(&desks));
    }
    for (id, waiting) in &unset {
        if let Some(found) = silence(&desks, *id, waiting, whole) {
            diagnostics.push(found);
        }
    }
    diagnostics
}

/// The parameter that a policy would have to set.
fn not_set(wait: &Wait) -> Option<ParameterId> {
    match wait {
        Wait::Parameter(id, _, Reason::NotSet) => Some(*id),
        _ => None,
    }
}

fn conflict(
    desks: &[Desk<'_>; 2],
    finding: &Finding,
    entry: &RequirementEntry,
    whole: Span,
) -> Diagnostic {
    let level = match finding.severity() {
        Some(Severity::Block) => Level::Error,
        _ => Level::Warning,
    };
    let message = both(desks, |desk| {
        let title = desk.title(&entry.title, &entry.id);
        let cited = desk.cited_here(&entry.citations);
        desk.say(&Message::Conflict { title, cited }.text())
    });
    let mut diagnostic = Diagnostic::new("E0901", level, message).with_requirement(&entry.code);
    let mut places: Vec<Span> = Vec::new();
    for id in deciding(desks, finding) {
        let [Some(zh), Some(en)] = desks.map(|desk| shown(desk, id)) else { continue };
        let Some(span) = zh.place.filter(|span| !places.contains(span)) else { continue };
        places.push(span);
        diagnostic = diagnostic.with_label(span, Localized::new(words(&zh), words(&en)));
    }
    if places.is_empty() {
        diagnostic = diagnostic.at(whole);
    }
    diagnostic.with_help(entry.remedy.clone())
}

/// The values that decide the lines that do not hold.
fn deciding(desks: &[Desk<'_>; 2], finding: &Finding) -> Vec<StepId> {
    let [desk, _] = desks;
    let lines = desk.assessment.lines(finding);
    let failing = lines.iter().filter(|line| line.value.as_truth() == Some(false));
    let mut ids: Vec<StepId> = Vec::new();
    for id in failing.flat_map(|line| desk.assessment.deciding(line, Some(false))) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn shown(desk: Desk<'_>, id: StepId) -> Option<Shown> {
    desk.shown(desk.assessment.step(id)?)
}

fn words(shown: &Shown) -> String {
    format!("{} {}", shown.short, shown.value)
}

/// Periods that cannot all be kept: each with the steps it lies between.
fn no_schedule(desks: &[Desk<'_>; 2], deadlock: &Deadlock<'_>, whole: Span) -> Diagnostic {
    let message = both(desks, |desk| {
        let period = |gap: &Gap<'_>| {
            let step = |at: usize| {
                let step = desk.rules().steps().get(at);
                step.map_or_else(String::new, |s| desk.title(&s.title, &s.name))
            };
            let (from, to, days) = (step(gap.from), step(gap.to), gap.days.to_string());
            desk.say(&match gap.is_most {
                true => Message::AtMost { from, to, days }.text(),
                false => Message::AtLeast { from, to, days }.text(),
            })
        };
        let periods: Vec<String> = deadlock.gaps.iter().map(period).collect();
        let (periods, days) = (desk.clauses(&periods), deadlock.missing.to_string());
        desk.say(&Message::NoSchedule { periods, days }.text())
    });
    let mut diagnostic = Diagnostic::new("E0903", Level::Error, message);
    let mut is_placed = false;
    for gap in &deadlock.gaps {
        let span = set_by_policy(desks, gap).unwrap_or(gap.length.span);
        is_placed = true;
        diagnostic = diagnostic.at(span);
    }
    if !is_placed {
        diagnostic = diagnostic.at(whole);
    }
    diagnostic.with_help(Message::LoosenOne.text())
}

/// Where the policy sets the parameter that a period is, if it does.
fn set_by_policy(desks: &[Desk<'_>; 2], gap: &Gap<'_>) -> Option<Span> {
    let [desk, _] = desks;
    let version = desk.assessment.question().version;
    let mut found = None;
    gap.length.walk(&mut |part| {
        if let TypedNode::Parameter(id, ..) = &part.node {
            let settings = desk.rules().parameter(*id).map_or(&[][..], |p| &p.settings);
            let set = settings.iter().find(|s| s.version == version);
            found = found.or(set.map(|s| s.span));
        }
    });
    found
}

/// What a policy does not say although it should.
fn silence(
    desks: &[Desk<'_>; 2],
    id: ParameterId,
    waiting: &[&RequirementEntry],
    whole: Span,
) -> Option<Diagnostic> {
    let [desk, _] = desks;
    let entry = desk.rules().parameter(id)?;
    let codes: Vec<&str> = waiting.iter().map(|r| r.code.as_str()).collect();
    let message = both(desks, |desk| {
        let (title, name) = (desk.title(&entry.title, &entry.name), entry.name.clone());
        desk.say(&Message::NotSet { title, name, codes: codes.join(" ") }.text())
    });
    let help = Message::SetIt { name: entry.name.clone() }.text();
    Some(Diagnostic::warning("W0902", message, whole).with_help(help))
}

fn both(desks: &[Desk<'_>; 2], say: impl Fn(Desk<'_>) -> String) -> Localized {
    let [zh, en] = desks.map(say);
    Localized::new(zh, en)
}
