//! `duecause review`

use super::args::{CaseArgument, FailOn, Review, ReviewFormat};
use super::exit::Status;
use super::output::{self, Terminal};
use super::selection::Selection;
use crate::assess::{Assessment, Outcome, assess};
use crate::diag::{Diagnostics, nearest_names};
use crate::report::annotations::{Annotated, Form, of_file, of_review};
use crate::report::{ReviewOptions, json, review};
use crate::value::dates::parse_date;
use crate::vocabulary::{DocumentKind, Vocabulary};
use crate::wording::catalogue::commands::CommandWords as Words;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, Opened, Options, open_case};

/// At most this many names are offered for one that does not exist.
const MOST_NEAR: usize = 4;

/// Reads what a command is asked about a case.
fn options(argument: &CaseArgument, terminal: &Terminal) -> Result<Options, Status> {
    let as_of = match argument.as_of.as_deref() {
        None => None,
        Some(text) => Some(parse_date(text).ok_or_else(|| {
            terminal.failure(&Failure::new(&Message::NotADate { text: text.to_owned() }))
        })?),
    };
    Ok(Options { as_of, today: terminal.environment().today })
}

/// Opens a case, or reports why it cannot be opened.
pub fn open(argument: &CaseArgument, terminal: &Terminal) -> Result<Opened, Status> {
    open_telling(argument, terminal, &|all| all.clone())
}

/// Opens a case and tells what is kept of its diagnostics, or reports why it cannot be opened.
fn open_telling(
    argument: &CaseArgument,
    terminal: &Terminal,
    keep: &dyn Fn(&Diagnostics) -> Diagnostics,
) -> Result<Opened, Status> {
    match open_case(&argument.case, options(argument, terminal)?) {
        Err(failure) => Err(terminal.failure(&failure)),
        Ok(Err((library, diagnostics, file))) => {
            let status = terminal.diagnostics(&diagnostics, &library, file);
            Err(status.max(Status::Unusable))
        }
        Ok(Ok(opened)) => {
            let told = keep(&opened.diagnostics);
            terminal.diagnostics(&told, &opened.library, Some(opened.file));
            Ok(opened)
        }
    }
}

/// Opens a case for a form other programs take, which tells what is wrong with the file too.
fn open_for(command: &Review, form: Form, terminal: &Terminal) -> Result<Opened, Status> {
    match open_case(&command.case.case, options(&command.case, terminal)?) {
        Err(failure) => Err(terminal.failure(&failure)),
        Ok(Ok(opened)) => Ok(opened),
        Ok(Err((library, diagnostics, _))) => {
            let name = command.case.case.display().to_string();
            let language = terminal.language();
            let file = of_file(&name, &diagnostics, library.sources(), language);
            let summary = terminal.say(&Words::NotReviewed);
            let annotated = Annotated {
                command: "review",
                title: name,
                summary,
                remarks: Vec::new(),
                subjects: vec![file],
                language,
            };
            terminal.data(&annotated.written(form));
            Err(output::status_of(&diagnostics).max(Status::Unusable))
        }
    }
}

/// Runs the command.
pub fn run(command: &Review, terminal: &Terminal) -> Status {
    let selection = Selection::unchecked(&command.selected);
    let opened = match command.format.form() {
        None => open_telling(&command.case, terminal, &|all| selection.kept(all).0),
        Some(form) => open_for(command, form, terminal),
    };
    let opened = match opened {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let vocabulary = opened.book.rules.vocabulary();
    let main = vocabulary.ground(&opened.question.ground).map_or("", |g| g.main_document());
    let document = command.document.as_deref().unwrap_or(main);
    if vocabulary.document(document).is_none_or(DocumentKind::is_of_policy) {
        return terminal.failure(&no_document(document, vocabulary));
    }
    let left_out = match selection.of_review(&opened.book.rules) {
        Ok(codes) => codes,
        Err(failure) => return terminal.failure(&failure),
    };
    let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
    let (told, untold) = selection.kept(&opened.diagnostics);
    let options = ReviewOptions::new(opened.file)
        .document(document)
        .leave_out(left_out)
        .show_values(terminal.show_values())
        .verbose(command.verbose)
        .color(terminal.environment().color_out);
    let sources = opened.library.sources();
    match command.format {
        ReviewFormat::Human => {
            terminal.data(&review(
                &assessment,
                &opened.book.receipt,
                sources,
                terminal.language(),
                &options,
            ));
        }
        ReviewFormat::Json => {
            let value =
                json::review(&assessment, &opened.book.receipt, terminal.language(), &options);
            terminal.data(&format!("{value:#}\n"));
        }
        other => {
            let least = command.fail_on.severity();
            let language = terminal.language();
            let mut annotated = of_review(&assessment, sources, language, &options, least);
            let name = command.case.case.display().to_string();
            let file = of_file(&name, &told, sources, language);
            annotated.subjects.insert(0, file);
            other.form().iter().for_each(|form| terminal.data(&annotated.written(*form)));
        }
    }
    let count = untold.saturating_add(options.left_out(&assessment, document));
    if count > 0 {
        terminal.talk(&format!("{}\n", terminal.say(&Words::NotTold { count })));
    }
    status(&assessment, document, command.fail_on)
}

/// Says that there is no document of a name, and which there are.
pub fn no_document(name: &str, vocabulary: &Vocabulary) -> Failure {
    let of_cases = vocabulary.documents().iter().filter(|d| !d.is_of_policy());
    let known = of_cases.flat_map(|d| [d.name(), d.code()]);
    let mut failure = Failure::new(&Message::NoDocument { name: name.to_owned() });
    let near = nearest_names(name, known, MOST_NEAR);
    let near: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    failure.help = match near.is_empty() {
        true => Message::DocumentsAre.text(),
        false => Message::DocumentsNear { known: near.join(", ") }.text(),
    };
    failure
}

/// The verdict, or blocked if something less than a block is to fail the run.
fn status(assessment: &Assessment<'_>, document: &str, fail_on: FailOn) -> Status {
    let least = match fail_on {
        FailOn::Block => return Status::of(assessment.verdict(document)),
        other => other.severity(),
    };
    let fails = assessment.gating(document).any(|f| {
        f.outcome() == Outcome::NotSatisfied
            && f.greatest_severity() >= least
            && assessment.waiver(f).is_none()
    });
    if fails { Status::Blocked } else { Status::of(assessment.verdict(document)) }
}
