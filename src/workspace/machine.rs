//! What the machine refuses, in both languages.

use std::io::{Error, ErrorKind};

use crate::wording::catalogue::workspace::MachineWords as Words;
use crate::wording::{Language, Localized};

/// Returns why the machine refuses; what is rare is said in its own words.
#[must_use]
pub fn reason(error: &Error) -> Localized {
    match error.kind() {
        ErrorKind::NotFound => Words::NotFound.text(),
        ErrorKind::PermissionDenied => Words::Denied.text(),
        ErrorKind::IsADirectory => Words::IsFolder.text(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => Words::IsFile.text(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Words::Full.text()
        }
        ErrorKind::ReadOnlyFilesystem => Words::ReadOnly.text(),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Words::BadName.text(),
        // `FilesystemLoop` has no stable name yet.
        _ if error.raw_os_error() == Some(40) && cfg!(target_os = "linux") => Words::Loop.text(),
        _ => Words::Other { wording: error.to_string() }.text(),
    }
}

/// Returns the Chinese and the English of a reason.
pub(super) fn both(reason: &Localized) -> (String, String) {
    (reason.get(Language::Chinese).to_owned(), reason.get(Language::English).to_owned())
}
