//! The command line: arguments, one command per file, exit codes.
//!
//! **Invariant:** data goes to standard output, talk to standard error; nothing
//! below this module prints or ends the process.

mod args;
mod check;
mod exit;
mod explain;
mod init;
mod law;
mod output;
mod render;
mod review;
mod schema;
mod test;

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

use args::{Arguments, Command};
use exit::Status;
use output::Terminal;

use crate::workspace::environment;

/// Runs the program on its arguments and returns its exit code.
#[must_use]
pub fn run() -> ExitCode {
    let environment = environment();
    let matches = match Arguments::command().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return usage(&error),
    };
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => return usage(&error),
    };
    let terminal = Terminal::new(&arguments.common, environment);
    let status = match &arguments.command {
        Command::Init(command) => init::run(command, &terminal),
        Command::Check(command) => check::run(command, &terminal),
        Command::Review(command) => review::run(command, &terminal),
        Command::Render(command) => render::run(command, &terminal),
        Command::Test(command) => test::run(command, &terminal),
        Command::Schema(command) => schema::run(command, &terminal),
        Command::Explain(command) => explain::run(command, &terminal),
        Command::Law(command) => law::run(command, &terminal),
    };
    terminal.finish(status).code()
}

/// Prints clap's own help, version or complaint; a closed pipe is success.
fn usage(error: &clap::Error) -> ExitCode {
    let printed = error.print();
    match (printed, error.use_stderr()) {
        (Err(broken), _) if broken.kind() == std::io::ErrorKind::BrokenPipe => Status::Clean.code(),
        (_, true) => Status::Unusable.code(),
        (_, false) => Status::Clean.code(),
    }
}
