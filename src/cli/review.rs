//! `duecause review`

use super::args::{CaseArgument, FailOn, Format, Review};
use super::exit::Status;
use super::output::Terminal;
use crate::assess::{Assessment, Outcome, assess};
use crate::report::{ReviewOptions, json, review};
use crate::rules::Severity;
use crate::value::dates::parse_date;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, Opened, Options, open_case};

/// Opens a case, or reports why it cannot be opened.
pub fn open(argument: &CaseArgument, terminal: &Terminal) -> Result<Opened, Status> {
    let as_of = match argument.as_of.as_deref() {
        None => None,
        Some(text) => Some(parse_date(text).ok_or_else(|| {
            terminal.failure(&Failure::new(&Message::NotADate { text: text.to_owned() }))
        })?),
    };
    let options = Options { as_of, today: terminal.environment().today };
    match open_case(&argument.case, options) {
        Err(failure) => Err(terminal.failure(&failure)),
        Ok(Err((library, diagnostics, file))) => {
            let status = terminal.diagnostics(&diagnostics, &library, file);
            Err(status.max(Status::Unusable))
        }
        Ok(Ok(opened)) => {
            terminal.diagnostics(&opened.diagnostics, &opened.library, Some(opened.file));
            Ok(opened)
        }
    }
}

/// Runs the command.
pub fn run(command: &Review, terminal: &Terminal) -> Status {
    let opened = match open(&command.case, terminal) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let vocabulary = opened.book.rules.vocabulary();
    let main = vocabulary.ground(&opened.question.ground).map_or("", |g| g.main_document());
    let document = command.document.as_deref().unwrap_or(main);
    if vocabulary.document(document).is_none() {
        return terminal.failure(&Failure::new(&Message::NoDocument { name: document.to_owned() }));
    }
    let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
    let options = ReviewOptions::new(opened.file)
        .document(document)
        .show_values(terminal.show_values())
        .verbose(command.verbose)
        .color(terminal.environment().color_out);
    let sources = opened.library.sources();
    match command.format {
        Format::Human => {
            terminal.data(&review(
                &assessment,
                &opened.book.receipt,
                sources,
                terminal.language(),
                &options,
            ));
        }
        Format::Json => {
            let value =
                json::review(&assessment, &opened.book.receipt, terminal.language(), &options);
            terminal.data(&format!("{value:#}\n"));
        }
    }
    status(&assessment, document, command.fail_on)
}

/// The verdict, or blocked if something less than a block is to fail the run.
fn status(assessment: &Assessment<'_>, document: &str, fail_on: FailOn) -> Status {
    let least = match fail_on {
        FailOn::Block => return Status::of(assessment.verdict(document)),
        FailOn::Warn => Severity::Warn,
        FailOn::Info => Severity::Info,
    };
    let fails = assessment.gating(document).any(|f| {
        f.outcome() == Outcome::NotSatisfied
            && f.greatest_severity() >= least
            && assessment.waiver(f).is_none()
    });
    if fails { Status::Blocked } else { Status::of(assessment.verdict(document)) }
}
