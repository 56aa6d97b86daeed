//! Waivers and acceptances that mean nothing, or have no effect on the day of the review.
//!
//! Either would be printed as if it counted, so both are said when a case is opened.

use crate::case::{Acceptance, CaseFile, Waiver};
use crate::compile::{Dated, RequirementEntry, RuleSet};
use crate::diag::{Diagnostic, Diagnostics, nearest};
use crate::rules::Severity;
use crate::source::Span;
use crate::value::Date;
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;

/// Checks the waivers and acceptances of a case or policy against the rules and the date of knowledge.
#[must_use]
pub fn check(case: &CaseFile, rules: &RuleSet, as_of: Date) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for waiver in case.waivers() {
        match rules.requirement_named(&waiver.requirement) {
            None => diagnostics.push(no_requirement(waiver, rules)),
            Some((_, entry)) => {
                waiver_of(waiver, entry, as_of).into_iter().for_each(|d| diagnostics.push(d));
            }
        }
    }
    for acceptance in case.acceptances() {
        let name = &acceptance.parameter;
        let parameter = rules.parameters().iter().find(|p| p.name == *name);
        let mut rows = parameter.iter().flat_map(|p| p.series.iter().flatten());
        if !rows.any(|r| acceptance.names(name, &r.layer, r.from)) {
            diagnostics.push(no_value(acceptance, rules));
        } else if acceptance.on > as_of {
            let message = Message::AcceptanceLater { name: name.clone() };
            diagnostics.push(warning(&message, acceptance.span));
        }
    }
    diagnostics
}

fn warning(message: &Message, span: Span) -> Diagnostic {
    Diagnostic::warning(message.code(), message.text(), span)
}

/// Says why a waiver has no effect, if it has none.
fn waiver_of(waiver: &Waiver, entry: &RequirementEntry, as_of: Date) -> Option<Diagnostic> {
    let name = entry.code.clone();
    if !may_be_waived(entry) {
        return Some(warning(&Message::WaiverForbidden { name }, waiver.span));
    }
    if waiver.until.is_some_and(|until| until < waiver.on) {
        let message = Message::WaiverBackwards;
        return Some(Diagnostic::error(message.code(), message.text(), waiver.span));
    }
    if waiver.on > as_of {
        return Some(warning(&Message::WaiverLater { name }, waiver.span));
    }
    let is_over = waiver.until.is_some_and(|until| until < as_of);
    is_over.then(|| warning(&Message::WaiverExpired { name }, waiver.span))
}

/// Whether somebody may waive a requirement at all: what the pack keeps can be waived only while
/// it is less than a block.
fn may_be_waived(entry: &RequirementEntry) -> bool {
    let changes = [&entry.downgrade, &entry.upgrade].into_iter().flatten().map(|(to, ..)| *to);
    entry.waivable || changes.chain([entry.severity]).any(|s| s < Severity::Block)
}

fn no_requirement(waiver: &Waiver, rules: &RuleSet) -> Diagnostic {
    let message = Message::WaiverUnknown;
    let diagnostic = Diagnostic::error(message.code(), message.text(), waiver.span);
    let known = rules.requirements().iter().flat_map(|r| [r.id.as_str(), r.code.as_str()]);
    diagnostic.with_help(match nearest(&waiver.requirement, known) {
        Some(near) => LoadingMessage::DidYouMean { name: near.to_owned() }.text(),
        None => Message::WaiverUnknownHelp.text(),
    })
}

/// Says which part of an acceptance fits nothing: the parameter, or its region and date.
fn no_value(acceptance: &Acceptance, rules: &RuleSet) -> Diagnostic {
    let message = Message::AcceptanceUnknown;
    let diagnostic = Diagnostic::error(message.code(), message.text(), acceptance.span);
    let parameter = rules.parameters().iter().find(|p| p.name == acceptance.parameter);
    let row = |r: &Dated| match r.from {
        Some(from) => format!("region: {}, from: {from}", r.layer),
        None => format!("region: {}", r.layer),
    };
    let last = parameter.and_then(|p| p.series.iter().flatten().next_back()).map(row);
    let known = rules.parameters().iter().map(|p| p.name.as_str());
    let near = nearest(&acceptance.parameter, known).filter(|_| parameter.is_none());
    diagnostic.with_help(match (last, near) {
        (Some(row), _) => Message::AcceptanceRow { row }.text(),
        (None, Some(near)) => LoadingMessage::DidYouMean { name: near.to_owned() }.text(),
        (None, None) => Message::AcceptanceUnknownHelp.text(),
    })
}
