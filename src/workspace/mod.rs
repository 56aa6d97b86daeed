//! The only module that touches disk, environment and clock.
//!
//! ```text
//! disk ─▶ Bundle, case text, exhibits ─▶ Opened        bytes ─▶ written whole or not at all
//! ```

mod environment;
mod exhibits;
mod files;
mod machine;
mod opened;
mod policies;
mod releases;
mod write;

pub use environment::{Environment, environment};
pub use exhibits::verify;
pub use files::{Failure, read_fonts, read_text, text_of};
pub use machine::reason;
pub use opened::{Opened, Options, open_case, open_case_under, with_program};
pub use policies::{Root, find_root, yaml_files};
pub use releases::check as check_releases;
pub use write::{is_occupied, write_beside, write_new};
