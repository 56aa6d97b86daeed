//! `duecause man`

use clap::Command;

use super::args::Man;
use super::exit::Status;
use super::help;
use super::output::Terminal;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, write_new};

/// Runs the command.
pub fn run(command: &Man, terminal: &Terminal) -> Status {
    let mut commands = help::command(terminal.language());
    commands.build();
    let mut files = Vec::new();
    if let Err(error) = pages(&commands, "duecause", &mut files) {
        let reason = error.to_string();
        return terminal.failure(&Failure::new(&Message::ExportFailed { reason }));
    }
    match write_new(&command.folder, &files, command.force) {
        Ok(paths) => {
            let list: String = paths.iter().map(|p| format!("{}\n", p.display())).collect();
            terminal.data(&list);
            Status::Clean
        }
        Err(failure) => terminal.failure(&failure),
    }
}

/// Adds the page of a command and those of the commands below it.
fn pages(command: &Command, name: &str, files: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    let mut page = Vec::new();
    // Without a date two runs give equal pages.
    let source = format!("duecause {}", env!("CARGO_PKG_VERSION"));
    let made = clap_mangen::Man::new(command.clone()).title(name).source(source).date("");
    made.manual("duecause").render(&mut page)?;
    files.push((format!("{name}.1"), page));
    for below in command.get_subcommands().filter(|c| c.get_name() != "help") {
        pages(below, &format!("{name}-{}", below.get_name()), files)?;
    }
    Ok(())
}
