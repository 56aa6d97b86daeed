//! Whether the files of the exhibits are there and unchanged.

use std::path::Path;

use super::files::read_bytes;
use crate::case::{CaseFile, Exhibit};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Digest;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;

/// Compares each exhibit with its file; `folders` are those of the case and of its policy.
pub(super) fn verify(case: &CaseFile, of_case: &Path, of_policy: Option<&Path>) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for exhibit in case.evidence() {
        let folder = if exhibit.is_of_policy() { of_policy } else { Some(of_case) };
        if let Some(folder) = folder {
            diagnostics_of(exhibit, folder, &mut diagnostics);
        }
    }
    diagnostics
}

fn diagnostics_of(exhibit: &Exhibit, folder: &Path, diagnostics: &mut Diagnostics) {
    let id = exhibit.id().to_owned();
    let Some((file, span)) = exhibit.file() else { return };
    let Ok(bytes) = read_bytes(&folder.join(file)) else {
        let message = Message::EvidenceMissing { id, path: file.to_owned() };
        diagnostics.push(Diagnostic::error(message.code(), message.text(), span));
        return;
    };
    let found = Digest::of(&bytes).to_string();
    match exhibit.sha256() {
        Some((recorded, _)) if recorded.eq_ignore_ascii_case(&found) => {}
        Some((_, span)) => {
            let message = Message::EvidenceChanged { id, found };
            diagnostics.push(
                Diagnostic::error(message.code(), message.text(), span)
                    .with_help(Message::EvidenceChangedHelp.text()),
            );
        }
        None => {
            let message = Message::EvidenceUndigested { id };
            diagnostics.push(
                Diagnostic::warning(message.code(), message.text(), span)
                    .with_help(Message::DigestHelp { digest: found }.text()),
            );
        }
    }
}
