//! Reading whole files.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::machine;
use crate::source::Digest;
use crate::wording::Localized;
use crate::wording::catalogue::remedies;
use crate::wording::catalogue::workspace::{MachineWords, WorkspaceMessage as Message};

/// A failure between the program and the machine, in words.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Permanent code.
    pub code: &'static str,
    /// What went wrong.
    pub message: Localized,
    /// What to do; may be empty.
    pub help: Localized,
}

impl Failure {
    /// Returns a failure with the standing remedy of its code, if there is one.
    #[must_use]
    pub fn new(message: &Message) -> Self {
        let help = remedies::standing(message.code()).unwrap_or_default();
        Self { code: message.code(), message: message.text(), help }
    }

    /// Says what to do.
    #[must_use]
    pub fn with_help(mut self, help: &Message) -> Self {
        self.help = help.text();
        self
    }
}

/// The largest file of text in MiB; readers of formats are stricter and say so with a place.
const LARGEST_TEXT: u64 = 64;
/// The largest font in MiB; collections of Chinese fonts are large.
const LARGEST_FONT: u64 = 512;

/// Reads a file of at most so many MiB, also from a pipe, and never without end.
///
/// # Errors
///
/// Says which file cannot be read, and why.
#[expect(clippy::disallowed_methods, reason = "this is the module that touches the disk")]
pub(super) fn read_bytes(path: &Path, mebibytes: u64) -> Result<Vec<u8>, Failure> {
    let limit = mebibytes.saturating_mul(1024 * 1024);
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes))
        .map_err(|error| cannot_read(path, &machine::reason(&error)))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        let failure = cannot_read(path, &MachineWords::TooLarge { mebibytes }.text());
        return Err(failure.with_help(&Message::TooLargeHelp));
    }
    Ok(bytes)
}

fn cannot_read(path: &Path, reason: &Localized) -> Failure {
    let path = path.display().to_string();
    let (chinese, english) = machine::both(reason);
    Failure::new(&Message::CannotRead { path, chinese, english })
}

/// Returns the digest of a file and its length, without holding it in memory.
#[expect(clippy::disallowed_methods, reason = "this is the module that touches the disk")]
pub(super) fn digest(path: &Path) -> std::io::Result<(Digest, u64)> {
    Digest::read(std::fs::File::open(path)?)
}

/// Reads a file of text.
///
/// # Errors
///
/// Says which file cannot be read or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    text_of(path, read_bytes(path, LARGEST_TEXT)?)
}

/// Returns bytes as text.
///
/// # Errors
///
/// Says that the file is not UTF-8.
pub fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let path = path.display().to_string();
        let read = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = read.split(|b| *b == b'\n').count();
        let byte = read.rsplit(|b| *b == b'\n').next().map_or(0, <[u8]>::len).saturating_add(1);
        let help = not_text_help(error.as_bytes());
        Failure::new(&Message::NotText { path, line, byte }).with_help(&help)
    })
}

/// What bytes that are not UTF-8 most likely are.
fn not_text_help(bytes: &[u8]) -> Message {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Message::NotTextHelpWide,
        _ if bytes.contains(&0) => Message::NotTextHelpBinary,
        _ => Message::NotTextHelp,
    }
}

/// Reads every font of a folder, by name.
///
/// # Errors
///
/// Says which file cannot be read.
pub fn read_fonts(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| cannot_read(folder, &machine::reason(&error)))?;
    let is_font = |p: &Path| {
        p.extension()
            .is_some_and(|e| ["ttf", "otf", "ttc", "otc"].iter().any(|k| e.eq_ignore_ascii_case(k)))
    };
    let mut paths: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| is_font(p)).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|p| Ok((p.display().to_string(), read_bytes(&p, LARGEST_FONT)?)))
        .collect()
}
