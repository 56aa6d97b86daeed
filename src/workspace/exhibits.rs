//! Whether the files of the exhibits are there and unchanged.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::files::digest;
use super::machine;
use crate::case::{CaseFile, Exhibit};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Span;
use crate::wording::Localized;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;

/// Compares each exhibit with its file; `folders` are those of the case and of its policy.
#[must_use]
pub fn verify(case: &CaseFile, of_case: &Path, of_policy: Option<&Path>) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for exhibit in case.evidence() {
        let folder = if exhibit.is_of_policy() { of_policy } else { Some(of_case) };
        if let (Some(folder), Some((file, span))) = (folder, exhibit.file()) {
            match check(exhibit, folder, file) {
                Ok(None) => {}
                Ok(Some(found)) => diagnostics.push(found),
                Err(wrong) => diagnostics.push(wrong.diagnostic(span, exhibit.span())),
            }
        }
    }
    diagnostics
}

/// Why the file of an exhibit cannot be compared.
enum Wrong {
    Outside,
    Missing,
    NoFile,
    Unreadable(Localized),
}

impl Wrong {
    fn of(error: &std::io::Error) -> Self {
        match error.kind() {
            // A file where a folder is needed hides what is below it as well as nothing does.
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::IsADirectory => Self::NoFile,
            _ => Self::Unreadable(machine::reason(error)),
        }
    }

    /// Says it at the path, and shows which exhibit it is; neither is repeated in words.
    fn diagnostic(self, path: Span, exhibit: Span) -> Diagnostic {
        let (message, help) = match self {
            Self::Outside => (Message::EvidenceOutside, Some(Message::EvidenceOutsideHelp)),
            Self::Missing => (Message::EvidenceMissing, Some(Message::EvidenceMissingHelp)),
            Self::NoFile => (Message::EvidenceNoFile, Some(Message::EvidenceNoFileHelp)),
            Self::Unreadable(reason) => {
                let (chinese, english) = machine::both(&reason);
                (Message::EvidenceUnreadable { chinese, english }, None)
            }
        };
        let found = Diagnostic::error(message.code(), message.text(), path).at(exhibit);
        match help {
            Some(help) => found.with_help(help.text()),
            None => found,
        }
    }
}

/// Returns what is wrong with an exhibit's file or record, if anything is.
fn check(exhibit: &Exhibit, folder: &Path, file: &str) -> Result<Option<Diagnostic>, Wrong> {
    let path = inside(folder, file)?;
    let (found, length) = digest(&path).map_err(|e| Wrong::of(&e))?;
    let found = found.to_string();
    let at = exhibit.file().map_or(exhibit.span(), |(_, span)| span);
    let about = |message: &Message, span: Span, help: &Message| {
        let severity = if message.code().starts_with('W') {
            crate::diag::Severity::Warning
        } else {
            crate::diag::Severity::Error
        };
        Diagnostic::new(message.code(), severity, message.text())
            .at(span)
            .at(exhibit.span())
            .with_help(help.text())
    };
    Ok(match exhibit.sha256() {
        Some((recorded, span)) if !recorded.eq_ignore_ascii_case(&found) => {
            let message = Message::EvidenceChanged { found };
            Some(about(&message, span, &Message::EvidenceChangedHelp))
        }
        _ if length == 0 => Some(about(&Message::EvidenceEmpty, at, &Message::EvidenceEmptyHelp)),
        Some(_) => None,
        None => {
            let help = Message::DigestHelp { digest: found };
            Some(about(&Message::EvidenceUndigested, at, &help))
        }
    })
}

/// Returns the path of an ordinary file below a folder, however links lead there.
///
/// What lies elsewhere is never opened: a case received from somebody else must not make the
/// program read, and by its digest reveal, other files of the machine.
fn inside(folder: &Path, file: &str) -> Result<PathBuf, Wrong> {
    // Paths written on Windows work everywhere.
    let file = file.replace('\\', "/");
    let written = Path::new(&file);
    let is_plain = |c: Component<'_>| matches!(c, Component::Normal(_) | Component::CurDir);
    let has_drive = file.get(1..2) == Some(":");
    if has_drive || !written.components().all(is_plain) {
        return Err(Wrong::Outside);
    }
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let root = folder.canonicalize().map_err(|e| Wrong::of(&e))?;
    let target = folder.join(written).canonicalize().map_err(|e| Wrong::of(&e))?;
    if !target.starts_with(&root) {
        return Err(Wrong::Outside);
    }
    let about = target.metadata().map_err(|e| Wrong::of(&e))?;
    if about.is_file() { Ok(target) } else { Err(Wrong::NoFile) }
}
