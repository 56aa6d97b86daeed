//! `duecause init`

use super::args::Init;
use super::exit::Status;
use super::output::Terminal;
use crate::bundle::{Bundle, Library};
use crate::report::starter;
use crate::wording::catalogue::commands::CommandWords as Words;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, is_occupied, write_new};

/// Runs the command.
pub fn run(command: &Init, terminal: &Terminal) -> Status {
    let folder = &command.folder;
    if is_occupied(folder) {
        let path = folder.display().to_string();
        return terminal.failure(&Failure::new(&Message::NotEmpty { path }));
    }
    let mut library = Library::new(Bundle::embedded());
    let pack = command.region.split('/').next().unwrap_or_default().to_owned();
    let mut layers = vec![(pack.clone(), None)];
    if command.region != pack {
        layers.push((command.region.clone(), None));
    }
    let (book, diagnostics) = library.rule_book(&layers, None);
    let Some(book) = book else { return terminal.diagnostics(&diagnostics, &library, None) };
    let grounds = book.rules.vocabulary().grounds();
    let first = grounds.first().map_or("", |g| g.name());
    let ground = command.ground.as_deref().unwrap_or(first);
    if !grounds.iter().any(|g| g.name() == ground) {
        let known: Vec<&str> = grounds.iter().map(|g| g.name()).collect();
        let mut failure = Failure::new(&Message::NoGround { name: ground.to_owned() });
        failure.help = Message::GroundsAre { known: known.join(", ") }.text();
        return terminal.failure(&failure);
    }
    let names: Vec<String> = layers.into_iter().map(|(name, _)| name).collect();
    let today = terminal.environment().today;
    let files = starter::workspace(&book.rules, &names, ground, terminal.language(), today);
    let files: Vec<(String, Vec<u8>)> =
        files.into_iter().map(|(n, t)| (n, t.into_bytes())).collect();
    match write_new(folder, &files, false) {
        Ok(paths) => {
            let list: String = paths.iter().map(|p| format!("{}\n", p.display())).collect();
            terminal.data(&list);
            let case = folder.join("cases/case.yaml").display().to_string();
            let next = terminal.say(&Words::NextAfterInit { case });
            terminal.talk(&format!("{next}\n"));
            Status::Clean
        }
        Err(failure) => terminal.failure(&failure),
    }
}
