//! What can go wrong while a file is put together; nothing of it is the author's mistake.

use std::fmt;

/// A failure of an exporter.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// XML could not be written.
    Xml(std::io::Error),
    /// The package could not be put together.
    Package(zip::result::ZipError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(_) => f.write_str("the text of the file could not be written"),
            Self::Package(_) => f.write_str("the file could not be packed"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Xml(source) => Some(source),
            Self::Package(source) => Some(source),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(source: std::io::Error) -> Self {
        Self::Xml(source)
    }
}

impl From<zip::result::ZipError> for Error {
    fn from(source: zip::result::ZipError) -> Self {
        Self::Package(source)
    }
}
