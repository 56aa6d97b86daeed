//! The world of the typesetter: one source text and some fonts.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::Fonts;

/// The functions of Typst, the same for all documents.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// All that the typesetter may see of the world.
pub(super) struct Desk<'a> {
    source: Source,
    fonts: &'a Fonts,
}

impl<'a> Desk<'a> {
    /// Returns a desk with one source text on it.
    ///
    /// # Errors
    ///
    /// Returns the words of the typesetter if it does not like the name of the
    /// source, which is always the same.
    pub(super) fn new(text: String, fonts: &'a Fonts) -> Result<Self, String> {
        let path = VirtualPath::new("paper.typ").map_err(|error| format!("{error:?}"))?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Ok(Self { source: Source::new(id, text), fonts })
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
