//! `duecause rulebook`

use std::path::Path;

use super::args::Rulebook as Arguments;
use super::exit::Status;
use super::output::Terminal;
use super::policies::{Read, conflicts_of, read, record_of};
use super::render::templates::{Templates, fonts, form, read_templates};
use crate::assess::{Overrides, Question, Receipt, assess};
use crate::diag::Diagnostics;
use crate::document::model::Document;
use crate::dossier::{PolicyPaper, Rulebook, export};
use crate::source::Digest;
use crate::value::dates::parse_date;
use crate::vocabulary::DocumentKind;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, read_text, verify, with_program, write_beside};

/// Runs the command.
pub fn run(command: &Arguments, terminal: &Terminal) -> Status {
    written(command, terminal).unwrap_or_else(|status| status)
}

fn written(command: &Arguments, terminal: &Terminal) -> Result<Status, Status> {
    let fail = |failure: Failure| terminal.failure(&failure);
    let mut policy = read(&command.policy, terminal)?;
    let as_of = match command.as_of.as_deref() {
        None => terminal.environment().today,
        Some(text) => parse_date(text)
            .ok_or_else(|| fail(Failure::new(&Message::NotADate { text: text.to_owned() })))?,
    };
    let fonts = fonts(command.font_dir.as_deref(), terminal)?;
    let (kind, templates) = template(&mut policy, terminal)?;
    let versions = &policy.policy.versions;
    let in_force = versions.iter().rfind(|v| v.from <= as_of).or(versions.first());
    let Some(version) = in_force.cloned() else { return Ok(Status::Clean) };
    let rules = &policy.book.rules;
    let (case, mut found) = record_of(rules, &policy.policy, &version);
    let folder = command.policy.parent().unwrap_or(Path::new("."));
    found.extend(verify(&case, folder, Some(folder)));
    found.extend(conflicts_of(rules, &case, &version, policy.library.sources()));
    let question = Question {
        ground: rules.vocabulary().grounds().first().map_or("", |g| g.name()).to_owned(),
        as_of: as_of.max(version.from),
        version: Some(version.from),
        overrides: Overrides::default(),
    };
    let assessment = assess(rules, &case, &question);
    let receipt = receipt(&policy, &command.policy).map_err(fail)?;
    let of = Rulebook { sources: policy.library.sources(), found: &found };
    let paper = PolicyPaper {
        assessment: &assessment,
        receipt: &receipt,
        language: terminal.language(),
        partials: &templates.partials,
        kind: &kind,
        of,
    };
    let document = composed(&paper, &templates, &policy, terminal)?;
    let mut files = Vec::new();
    for target in &command.to {
        let bytes = export(&document, form(*target), &fonts)
            .map_err(|d| terminal.diagnostics(&d, &policy.library, None).max(Status::Unusable))?;
        files.push((format!("{}.{}", paper.file_name(), target.ending()), bytes));
    }
    let out = command.out.clone().unwrap_or_else(|| folder.to_path_buf());
    let paths = write_beside(&out, &files, None, command.force).map_err(fail)?;
    let text: String = paths.iter().map(|p| format!("{}\n", p.display())).collect();
    terminal.data(&text);
    Ok(Status::Clean)
}

/// The kind of document that is about a policy, with its template in the language of the run.
fn template(policy: &mut Read, terminal: &Terminal) -> Result<(DocumentKind, Templates), Status> {
    let language = terminal.language().tag().to_owned();
    let vocabulary = policy.book.rules.vocabulary();
    let kind = vocabulary.documents().iter().find(|d| d.is_of_policy()).cloned();
    let name = kind.as_ref().map_or("rulebook", DocumentKind::name).to_owned();
    let folder = format!("templates/{}/{language}", vocabulary.name());
    let missing = || Failure::new(&Message::NoTemplate { name: name.clone(), language });
    let path = format!("{folder}/{name}.md");
    match kind.filter(|_| policy.library.bundle().text(&path).is_some()) {
        None => Err(terminal.failure(&missing())),
        Some(kind) => match read_templates(&mut policy.library, &folder, &[name]) {
            Ok(templates) => Ok((kind, templates)),
            Err(found) => Err(terminal.diagnostics(&found, &policy.library, None)),
        },
    }
}

fn composed(
    paper: &PolicyPaper<'_>,
    templates: &Templates,
    policy: &Read,
    terminal: &Terminal,
) -> Result<Document, Status> {
    let Some(template) = templates.papers.first() else { return Err(Status::Unusable) };
    let tell = |found: &Diagnostics| terminal.diagnostics(found, &policy.library, None);
    match paper.compose(template) {
        Ok(composed) => {
            tell(&composed.warnings);
            Ok(composed.document)
        }
        Err(found) => Err(tell(&found).max(Status::Unusable)),
    }
}

/// What the paper is made from: program, layers, policy.
fn receipt(policy: &Read, path: &Path) -> Result<Receipt, Failure> {
    let mut receipt = with_program(&policy.book.receipt);
    let text = read_text(path)?;
    receipt.inputs.push((policy.policy.name.clone(), Digest::of(text.as_bytes())));
    Ok(receipt)
}
