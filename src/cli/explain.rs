//! `duecause explain`

use super::args::{Explain, Format};
use super::exit::Status;
use super::output::Terminal;
use super::review::open;
use crate::assess::assess;
use crate::diag::nearest;
use crate::report::{ReviewOptions, explain, json};
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::Failure;

/// Runs the command.
pub fn run(command: &Explain, terminal: &Terminal) -> Status {
    let opened = match open(&command.case, terminal) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let rules = &opened.book.rules;
    let is_known =
        rules.named(&command.name).is_some() || rules.requirement_named(&command.name).is_some();
    if !is_known {
        let known = rules.names().map(|(name, _)| name);
        let known =
            known.chain(rules.requirements().iter().flat_map(|r| [r.id.as_str(), r.code.as_str()]));
        let mut failure = Failure::new(&Message::NothingNamed { name: command.name.clone() });
        if let Some(near) = nearest(&command.name, known) {
            failure.help = LoadingMessage::DidYouMean { name: near.to_owned() }.text();
        }
        return terminal.failure(&failure);
    }
    let assessment = assess(rules, &opened.case, &opened.question);
    let options = ReviewOptions::new(opened.file)
        .show_values(terminal.show_values())
        .verbose(true)
        .color(terminal.environment().color_out);
    let sources = opened.library.sources();
    match command.format {
        Format::Human => {
            terminal.data(&explain(
                &assessment,
                &command.name,
                sources,
                terminal.language(),
                &options,
            ));
        }
        Format::Json => {
            let value = json::explain(&assessment, &command.name, terminal.language(), &options);
            terminal.data(&format!("{value:#}\n"));
        }
    }
    Status::Clean
}
