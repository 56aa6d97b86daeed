//! `duecause completions`

use super::args::Completions;
use super::exit::Status;
use super::help;
use super::output::Terminal;

/// Runs the command.
pub fn run(command: &Completions, terminal: &Terminal) -> Status {
    let mut commands = help::command(terminal.language());
    let mut script: Vec<u8> = Vec::new();
    clap_complete::generate(command.shell, &mut commands, "duecause", &mut script);
    terminal.data(&String::from_utf8_lossy(&script));
    Status::Clean
}
