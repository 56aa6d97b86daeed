//! The `duecause` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    duecause::cli::run()
}
