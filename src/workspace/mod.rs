//! The only module that touches disk, environment and clock.
//!
//! ```text
//! disk ─▶ Bundle, case text, exhibits ─▶ Opened        bytes ─▶ written whole or not at all
//! ```

mod environment;
mod exhibits;
mod files;
mod opened;
mod policies;

pub use environment::{Environment, environment};
pub use files::{Failure, is_occupied, read_fonts, read_text, text_of, write_new};
pub use opened::{Opened, Options, open_case, with_program};
pub use policies::{Root, find_root, yaml_files};
