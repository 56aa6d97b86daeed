//! `duecause render`

pub(super) mod templates;
mod writing;

use self::templates::{fonts, read_templates};
use self::writing::Writing;
use super::args::Render;
use super::exit::Status;
use super::output::Terminal;
use super::review::{no_document, open};
use crate::vocabulary::DocumentKind;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, Opened};

/// Runs the command.
pub fn run(command: &Render, terminal: &Terminal) -> Status {
    let mut opened = match open(&command.case, terminal) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let fonts = match fonts(command.font_dir.as_deref(), terminal) {
        Ok(fonts) => fonts,
        Err(status) => return status,
    };
    let pack = opened.book.rules.vocabulary().name().to_owned();
    let folder = format!("templates/{pack}/{}", terminal.language().tag());
    let names = match wanted(command, &opened, &folder, terminal) {
        Ok(names) => names,
        Err(status) => return status,
    };
    let generated = generated(&opened, &folder);
    let templates = match read_templates(&mut opened.library, &folder, &names) {
        Ok(templates) => templates,
        Err(diagnostics) => return terminal.diagnostics(&diagnostics, &opened.library, None),
    };
    let mut writing = Writing {
        command,
        terminal,
        opened: &opened,
        fonts,
        artifacts: Vec::new(),
        said: Vec::new(),
        before: None,
        status: Status::Clean,
    };
    writing.before = writing.listed_before();
    writing.all(&names, &generated, &templates);
    writing.finish()
}

/// The documents of the ground that the program can make: the others are supplied by hand.
fn generated(opened: &Opened, folder: &str) -> Vec<String> {
    let belongs = |d: &&DocumentKind| d.belongs_to(&opened.question.ground);
    let all = opened.book.rules.vocabulary().documents().iter().filter(belongs);
    all.map(|d| d.name().to_owned()).filter(|name| has_template(opened, folder, name)).collect()
}

fn has_template(opened: &Opened, folder: &str, name: &str) -> bool {
    opened.library.bundle().text(&format!("{folder}/{name}.md")).is_some()
}

/// The documents to write: those named, or all of the ground that have a template.
fn wanted(
    command: &Render,
    opened: &Opened,
    folder: &str,
    terminal: &Terminal,
) -> Result<Vec<String>, Status> {
    let vocabulary = opened.book.rules.vocabulary();
    if command.documents.is_empty() {
        return Ok(generated(opened, folder));
    }
    let mut names = Vec::new();
    for name in &command.documents {
        let of_cases = || vocabulary.documents().iter().filter(|d| !d.is_of_policy());
        let found = of_cases().find(|d| d.name() == name || d.code() == name);
        let Some(found) = found else {
            return Err(terminal.failure(&no_document(name, vocabulary)));
        };
        if !has_template(opened, folder, found.name()) {
            let language = terminal.language().tag().to_owned();
            let message = Message::NoTemplate { name: found.name().to_owned(), language };
            return Err(terminal.failure(&Failure::new(&message)));
        }
        names.push(found.name().to_owned());
    }
    Ok(names)
}
