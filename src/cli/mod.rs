//! The command line: arguments, one command per file, exit codes.
//!
//! **Invariant:** data goes to standard output, talk to standard error; nothing
//! below this module prints or ends the process.

mod args;
mod check;
mod completions;
mod diff;
mod exit;
mod explain;
mod help;
mod init;
mod law;
mod man;
mod output;
mod policies;
mod render;
mod review;
mod rulebook;
mod schema;
mod selection;
mod test;
mod usage;

use std::process::ExitCode;

use clap::FromArgMatches as _;

use args::{Arguments, Command, Tongue};
use output::Terminal;

use crate::workspace::environment;

/// Runs the program on its arguments and returns its exit code.
#[must_use]
pub fn run() -> ExitCode {
    let environment = environment();
    let words = words();
    let language = help::language(&words, environment.language);
    let found = help::command(language).try_get_matches_from(&words);
    let arguments = match found.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) => {
            let terminal = Terminal::new(Some(language), false, environment);
            let status = usage::report(&error, &terminal);
            return terminal.finish(status).code();
        }
    };
    let common = &arguments.common;
    let language = common.lang.map(Tongue::language);
    let terminal = Terminal::new(language, common.show_values, environment);
    let status = match &arguments.command {
        Command::Init(command) => init::run(command, &terminal),
        Command::Check(command) => check::run(command, &terminal),
        Command::Review(command) => review::run(command, &terminal),
        Command::Render(command) => render::run(command, &terminal),
        Command::Test(command) => test::run(command, &terminal),
        Command::Schema(command) => schema::run(command, &terminal),
        Command::Explain(command) => explain::run(command, &terminal),
        Command::Law(command) => law::run(command, &terminal),
        Command::Diff(command) => diff::run(command, &terminal),
        Command::Rulebook(command) => rulebook::run(command, &terminal),
        Command::Completions(command) => completions::run(command, &terminal),
        Command::Man(command) => man::run(command, &terminal),
    };
    terminal.finish(status).code()
}

/// The words of the command line.
fn words() -> Vec<std::ffi::OsString> {
    std::env::args_os().collect()
}
