//! `duecause diff`

use std::path::{Path, PathBuf};

use super::args::Diff;
use super::exit::Status;
use super::output::Terminal;
use super::policies::read;
use crate::assess::assess;
use crate::bundle::Library;
use crate::report::changes::{Impact, Sides, impact, values_changed};
use crate::syntax::{Node, SchemaKind, schema};
use crate::wording::catalogue::explaining::ChangeWords as Words;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, Opened, Options, open_case_under, read_text, yaml_files};

/// Runs the command.
pub fn run(command: &Diff, terminal: &Terminal) -> Status {
    let sides = [&command.old, &command.new].map(|path| read(path, terminal));
    let [Ok(before), Ok(after)] = sides else {
        return sides.into_iter().find_map(Result::err).unwrap_or(Status::Unusable);
    };
    let language = terminal.language();
    let (was, is) = (before.library.sources(), after.library.sources());
    let sides =
        Sides { before: (&before.book.rules, was), after: (&after.book.rules, is), language };
    terminal.data(&values_changed(sides));
    match &command.impact {
        None => Status::Clean,
        Some(_) if before.policy.name != after.policy.name => {
            let (old, new) = (before.policy.name, after.policy.name);
            terminal.failure(&Failure::new(&Message::OtherPolicy { old, new }))
        }
        Some(cases) => on_cases(command, cases, &before.policy.name, terminal),
    }
}

/// Tells what changes in the cases that rest on the policy.
fn on_cases(command: &Diff, cases: &Path, policy: &str, terminal: &Terminal) -> Status {
    let files: Vec<PathBuf> = match cases.is_dir() {
        true => yaml_files(cases).into_iter().filter(|p| rests_on(p, policy)).collect(),
        false => vec![cases.to_path_buf()],
    };
    if files.is_empty() {
        let path = cases.display().to_string();
        return terminal.failure(&Failure::new(&Message::NothingToCheck { path }));
    }
    let mut status = Status::Clean;
    let (mut text, mut changed) = (String::new(), 0_usize);
    for file in &files {
        let impact = match one(command, file, terminal) {
            Ok(impact) => impact,
            Err(worse) => {
                status = status.max(worse);
                continue;
            }
        };
        changed += usize::from(!impact.lines.is_empty());
        if impact.is_worse {
            status = status.max(Status::Blocked);
        }
        text.push_str(&format!("  {}\n", file.display()));
        for line in &impact.lines {
            text.push_str(&format!("    {line}\n"));
        }
        if impact.lines.is_empty() {
            text.push_str(&format!("    {}\n", say(&Words::Unchanged, terminal)));
        }
    }
    let heading = Words::Cases { changed: changed.to_string(), count: files.len().to_string() };
    terminal.data(&format!("\n{}\n\n{text}", say(&heading, terminal)));
    status
}

fn say(words: &Words, terminal: &Terminal) -> String {
    words.text().get(terminal.language()).to_owned()
}

/// Whether a file is a case that names a policy; what cannot be read is none of ours.
fn rests_on(path: &Path, policy: &str) -> bool {
    let Ok(text) = read_text(path) else { return false };
    let (_, node, _) = Library::default().add("", &text);
    let name = node.as_ref().and_then(|n| n.get("policy")).and_then(Node::text).unwrap_or_default();
    let is_case = node.as_ref().map(schema::kind) == Some(Ok(SchemaKind::Case));
    is_case && name.split('@').next() == Some(policy)
}

fn one(command: &Diff, file: &Path, terminal: &Terminal) -> Result<Impact, Status> {
    let opened = [&command.old, &command.new].map(|policy| open(file, policy, terminal));
    let [Ok(before), Ok(after)] = opened else {
        return Err(opened.into_iter().find_map(Result::err).unwrap_or(Status::Unusable));
    };
    let assessed = [&before, &after].map(|o| assess(&o.book.rules, &o.case, &o.question));
    let [old, new] = &assessed;
    let (was, is) = ((old, before.library.sources()), (new, after.library.sources()));
    Ok(impact(was, is, terminal.language(), terminal.show_values()))
}

fn open(file: &Path, policy: &Path, terminal: &Terminal) -> Result<Opened, Status> {
    let options = Options { as_of: None, today: terminal.environment().today };
    match open_case_under(file, options, policy) {
        Err(failure) => Err(terminal.failure(&failure)),
        Ok(Err((library, diagnostics, masked))) => {
            Err(terminal.diagnostics(&diagnostics, &library, masked).max(Status::Unusable))
        }
        Ok(Ok(opened)) => Ok(opened),
    }
}
