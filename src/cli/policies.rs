//! Policy files: read with the law they extend, their record, what they contradict.

use std::path::Path;

use super::exit::Status;
use super::output::Terminal;
use crate::assess::{Overrides, Question, assess};
use crate::bundle::{Library, RuleBook};
use crate::case::{Annex, CaseFile, Waiver};
use crate::compile::RuleSet;
use crate::diag::{Diagnostic, Diagnostics};
use crate::report;
use crate::rules::Checked;
use crate::rules::policy::{Policy, PolicyVersion};
use crate::source::Sources;
use crate::syntax::{SchemaKind, schema};
use crate::value::Date;
use crate::wording::Localized;
use crate::wording::catalogue::annotating::AnnotationWords;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, check_releases, find_root, read_text};

/// A policy with the law it extends.
#[derive(Debug)]
pub struct Read {
    /// The files.
    pub library: Library,
    /// The rules, the policy among them.
    pub book: RuleBook,
    /// The policy.
    pub policy: Policy,
}

/// Reads a policy.
///
/// # Errors
///
/// Tells what is wrong and returns how the run ends.
pub fn read(path: &Path, terminal: &Terminal) -> Result<Read, Status> {
    let fail = |failure: Failure| terminal.failure(&failure);
    let text = read_text(path).map_err(fail)?;
    let mut library = Library::new(find_root(path).bundle().map_err(fail)?);
    let (_, node, mut diagnostics) = library.add(&path.display().to_string(), &text);
    let Some(node) = node else { return Err(terminal.diagnostics(&diagnostics, &library, None)) };
    match schema::kind(&node) {
        Ok(SchemaKind::Policy) => diagnostics.extend(schema::check(&node, SchemaKind::Policy)),
        Ok(kind) => {
            let (wanted, found) = ("policy/1".to_owned(), format!("{}/1", kind.name()));
            return Err(terminal.failure(&Failure::new(&Message::WrongKind { wanted, found })));
        }
        Err(found) => diagnostics.extend(found),
    }
    let (policy, found) = crate::rules::policy::load(&node);
    diagnostics.extend(found);
    let extends: Vec<_> = policy.extends.iter().map(|(n, s)| (n.clone(), Some(*s))).collect();
    let (book, found) = library.rule_book(&extends, Some(&policy));
    diagnostics.extend(found);
    let status = terminal.diagnostics(&diagnostics, &library, None);
    match book.filter(|_| !diagnostics.has_errors()) {
        Some(book) => Ok(Read { library, book, policy }),
        None => Err(status.max(Status::Unusable)),
    }
}

/// The record of how a version of a policy was made, with its exhibits.
pub fn record_of(
    rules: &RuleSet,
    policy: &Policy,
    version: &PolicyVersion,
) -> (CaseFile, Diagnostics) {
    let annex = Annex {
        facts: version.facts.as_ref(),
        lists: version.lists.as_ref(),
        evidence: policy.evidence.as_ref(),
        accept: policy.accept.as_ref(),
        waivers: policy.waivers.as_ref(),
    };
    CaseFile::of_policy(annex, rules.vocabulary())
}

/// Parts what was found into what is told and what a named person has released, each with who
/// released it and why; a waiver outside its days, or of something nobody may release, is told.
pub fn released(
    found: &Diagnostics,
    record: &CaseFile,
    rules: &RuleSet,
    on: Date,
) -> (Diagnostics, Vec<(Diagnostic, Localized)>) {
    let without_effect = check_releases(record, rules, on);
    let has_effect = |w: &&Waiver| without_effect.iter().all(|d| d.span() != Some(w.span));
    let entries = record.waivers().iter().filter(has_effect);
    let code = |w: &Waiver| rules.requirement_named(&w.requirement).map(|(_, r)| r.code.clone());
    let codes: Vec<(String, &Waiver)> = entries.filter_map(|w| Some((code(w)?, w))).collect();
    let mut kept = Diagnostics::new();
    let mut left_out = Vec::new();
    for diagnostic in found.iter() {
        match codes.iter().find(|(code, _)| code == diagnostic.printed_code()) {
            Some((_, waiver)) => left_out.push((diagnostic.clone(), waived_by(waiver))),
            None => kept.push(diagnostic.clone()),
        }
    }
    kept.extend(without_effect);
    (kept, left_out)
}

/// Who released something, and why.
fn waived_by(waiver: &Waiver) -> Localized {
    let Waiver { by, role, reason, .. } = waiver.clone();
    AnnotationWords::WaivedBy { by, role, reason }.text()
}

/// What a version of a policy contradicts, alone and together with the law.
pub fn conflicts_of(
    rules: &RuleSet,
    case: &CaseFile,
    version: &PolicyVersion,
    sources: &Sources,
) -> Diagnostics {
    let ground = rules.vocabulary().grounds().first().map_or("", |g| g.name()).to_owned();
    let question = Question {
        ground,
        as_of: version.from,
        version: Some(version.from),
        overrides: Overrides::default(),
    };
    let assessment = assess(rules, case, &question);
    report::conflicts(&assessment, sources, Checked::Policy, version.span)
}
