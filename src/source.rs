//! Source files as text, places in them, and digests.
//!
//! Every later stage speaks about a user's file through a [`Span`]; only this
//! module turns a span back into a line and a column.
//!
//! **Invariant:** a span made by a reader of this crate lies on character
//! boundaries inside its file.

use std::borrow::Cow;
use std::fmt;
use std::io::{ErrorKind, Read};
use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};

/// Names one file of a [`Sources`] collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in one source file, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    file: FileId,
    start: u32,
    end: u32,
}

impl Span {
    /// Returns the span of the bytes `start..end` of `file`; offsets past 4 GiB saturate.
    #[must_use]
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: narrow(start), end: narrow(end.max(start)) }
    }

    /// Returns the file the span lies in.
    #[must_use]
    pub fn file(self) -> FileId {
        self.file
    }

    /// Returns the first byte.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Returns the byte after the last one.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Returns the part of the span from byte `from` to byte `to`, both counted from its start.
    #[must_use]
    pub fn part(self, from: usize, to: usize) -> Self {
        Self::new(self.file, self.start().saturating_add(from), self.start().saturating_add(to))
    }

    /// Returns the smallest span that covers `self` and `other`, which lie in the same file.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One file as it was read.
#[derive(Debug, Clone)]
pub struct SourceFile {
    name: String,
    text: Cow<'static, str>,
    /// Found when the first place is shown.
    line_starts: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// Returns the name to show: a path as the user gave it, or `cn:severance.yaml` for an embedded one.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        })
    }
}

/// All files of one run, in the order in which they were read.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Returns an empty collection.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and returns its id.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.push(name.into(), Cow::Owned(text.into()))
    }

    /// Adds a file whose text is part of the program, and returns its id.
    pub fn add_carried(&mut self, name: impl Into<String>, text: &'static str) -> FileId {
        self.push(name.into(), Cow::Borrowed(text))
    }

    fn push(&mut self, name: String, text: Cow<'static, str>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile { name, text, line_starts: OnceLock::new() });
        id
    }

    /// Returns the file with this id.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// Returns the text a span covers; empty if the span does not fit its file.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.file).and_then(|f| f.text.get(span.start()..span.end())).unwrap_or("")
    }

    /// Returns line and column of a span's start, both from 1, columns in characters.
    #[must_use]
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let Some(file) = self.get(span.file) else { return (1, 1) };
        let starts = file.line_starts();
        let line = starts.partition_point(|start| *start <= span.start());
        let start = line.checked_sub(1).and_then(|l| starts.get(l)).copied().unwrap_or(0);
        let before = file.text.get(start..span.start()).unwrap_or("");
        (line.max(1), before.chars().count() + 1)
    }

    /// Iterates over the files in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }
}

/// A SHA-256 digest (FIPS 180-4), printed as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Returns the digest of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Returns the digest of everything a reader yields, and how many bytes that is.
    ///
    /// # Errors
    ///
    /// Returns the error of the reader.
    pub fn read(mut reader: impl Read) -> std::io::Result<(Self, u64)> {
        let mut hasher = Sha256::new();
        let mut length = 0_u64;
        let mut buffer = vec![0_u8; 64 * 1024];
        loop {
            let part = match reader.read(&mut buffer) {
                Ok(0) => return Ok((Self(hasher.finalize().into()), length)),
                Ok(part) => part,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            hasher.update(buffer.get(..part).unwrap_or_default());
            length = length.saturating_add(u64::try_from(part).unwrap_or(u64::MAX));
        }
    }

    /// Returns the first `count` hexadecimal digits, for a footer where 64 would not fit.
    #[must_use]
    pub fn short(&self, count: usize) -> String {
        self.to_string().chars().take(count).collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}
