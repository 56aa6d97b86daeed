//! Reading whole files, and writing them whole or not at all.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::machine;
use crate::source::Digest;
use crate::wording::Localized;
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
    /// Returns a failure without help.
    #[must_use]
    pub fn new(message: &Message) -> Self {
        Self { code: message.code(), message: message.text(), help: Localized::default() }
    }

    /// Adds what to do.
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
        return Err(cannot_read(path, &MachineWords::TooLarge { mebibytes }.text()));
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
    String::from_utf8(bytes).map_err(|_| {
        let path = path.display().to_string();
        Failure::new(&Message::NotText { path }).with_help(&Message::NotTextHelp)
    })
}

/// Writes files into a folder: all of them, or, if anything goes wrong, none.
///
/// Each file is written beside its place under a temporary name first; only
/// when all are there are they moved. Nothing that exists is overwritten
/// without `force`.
///
/// # Errors
///
/// Says which file could not be written, and leaves what was there untouched.
pub fn write_new(
    folder: &Path,
    files: &[(String, Vec<u8>)],
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    let targets: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    if let Some(taken) = targets.iter().find(|t| !force && t.exists()) {
        let path = taken.display().to_string();
        return Err(Failure::new(&Message::Exists { path }).with_help(&Message::ExistsHelp));
    }
    let mut staged: Vec<(PathBuf, &PathBuf)> = Vec::new();
    for (target, (_, bytes)) in targets.iter().zip(files) {
        let temporary = temporary_name(target);
        if let Err(error) = stage(&temporary, bytes) {
            staged.iter().for_each(|(temporary, _)| discard(temporary));
            discard(&temporary);
            return Err(cannot_write(target, &error));
        }
        staged.push((temporary, target));
    }
    for (at, (temporary, target)) in staged.iter().enumerate() {
        if let Err(error) = std::fs::rename(temporary, target) {
            staged.iter().skip(at).for_each(|(temporary, _)| discard(temporary));
            return Err(cannot_write(target, &error));
        }
    }
    Ok(targets)
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    let path = path.display().to_string();
    let (chinese, english) = machine::both(&machine::reason(error));
    Failure::new(&Message::CannotWrite { path, chinese, english })
}

fn temporary_name(target: &Path) -> PathBuf {
    let name = target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    target.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

#[expect(clippy::disallowed_methods, reason = "this is the atomic write itself")]
fn stage(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let mut file = std::fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A temporary file that cannot be removed is not worth a second error.
fn discard(path: &Path) {
    drop(std::fs::remove_file(path));
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

/// Returns whether a path is a file, or a folder with something in it.
#[must_use]
pub fn is_occupied(path: &Path) -> bool {
    match std::fs::read_dir(path) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => path.exists(),
    }
}
