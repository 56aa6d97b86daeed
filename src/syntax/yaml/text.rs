//! The text of a file, and places in it.
//!
//! **Invariant:** every span made here lies inside the file, on character boundaries.

use granit_parser::{ScalarStyle, Span as Marks};

use crate::source::{FileId, Span};

/// A file's text.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    text: &'t str,
    file: FileId,
}

impl<'t> Text<'t> {
    /// Returns the text of a file.
    pub(super) fn new(text: &'t str, file: FileId) -> Self {
        Self { text, file }
    }

    /// Returns the whole text.
    pub(super) fn whole(&self) -> &'t str {
        self.text
    }

    /// Returns the source text of a span.
    pub(super) fn raw(&self, span: Span) -> &'t str {
        self.text.get(span.start()..span.end()).unwrap_or("")
    }

    /// Returns the span of the bytes `start..end`, moved into the file and onto character boundaries.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let start = self.text.floor_char_boundary(start.min(self.text.len()));
        let end = self.text.ceil_char_boundary(end.min(self.text.len()));
        Span::new(self.file, start, end)
    }

    /// Returns the place the parser means, counted from the start of the file.
    pub(super) fn place(&self, marks: Marks, base: usize) -> Span {
        let range = marks.byte_range().unwrap_or(0..0);
        self.span(base.saturating_add(range.start), base.saturating_add(range.end))
    }

    /// Returns the span without quotation marks on one line, or without trailing line breaks in a block.
    pub(super) fn inner(&self, span: Span, style: ScalarStyle) -> Span {
        let raw = self.raw(span);
        match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted
                if raw.len() >= 2 && !raw.contains('\n') =>
            {
                span.part(1, raw.len().saturating_sub(1))
            }
            ScalarStyle::Literal | ScalarStyle::Folded => span.part(0, raw.trim_end().len()),
            _ => span,
        }
    }

    /// Returns the place behind the colon, for a value that nobody wrote.
    pub(super) fn after_colon(&self, span: Span) -> Span {
        let rest = self.text.get(span.start()..).unwrap_or("");
        let blank = rest.len().saturating_sub(rest.trim_start_matches([' ', '\t']).len());
        let colon = rest.trim_start_matches([' ', '\t']).starts_with(':');
        let at =
            if colon { span.start().saturating_add(blank).saturating_add(1) } else { span.start() };
        self.span(at, at)
    }

    /// Returns whether a colon stands before the place.
    pub(super) fn has_colon_before(&self, span: Span) -> bool {
        self.text.get(..span.start()).is_some_and(|before| before.trim_end().ends_with(':'))
    }

    /// Returns the part of a span on its first line.
    pub(super) fn first_line(&self, span: Span) -> Span {
        span.part(0, self.raw(span).lines().next().unwrap_or("").len())
    }

    /// Returns the span of the character at a byte; empty at the end of a line.
    pub(super) fn character(&self, at: usize) -> Span {
        let rest = self.text.get(at..).unwrap_or("");
        let width = rest.chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
        Span::new(self.file, at, at.saturating_add(width))
    }

    /// Returns the first byte of the line of a byte.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |i| i + 1)
    }

    /// Returns the byte after the last one of the line of a byte, without its break.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or("");
        at.saturating_add(rest.find('\n').unwrap_or(rest.len()))
    }

    /// Returns the line of a byte without surrounding blanks.
    pub(super) fn line(&self, at: usize) -> Span {
        let start = self.line_start(at);
        let line = self.text.get(start..self.line_end(at)).unwrap_or("");
        let blank = line.len().saturating_sub(line.trim_start().len());
        Span::new(self.file, start + blank, start + line.trim_end().len().max(blank))
    }

    /// Returns the word around a byte.
    pub(super) fn word(&self, at: usize) -> Span {
        let before = self.text.get(..at).unwrap_or("");
        let start = before.rfind(char::is_whitespace).map_or(0, |i| {
            i + before.get(i..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8)
        });
        let rest = self.text.get(at..).unwrap_or("");
        let end = at.saturating_add(rest.find(char::is_whitespace).unwrap_or(rest.len()));
        Span::new(self.file, start, end)
    }

    /// Returns the first tab that indents a line, from the line of a byte on.
    pub(super) fn tab(&self, at: usize) -> Span {
        let mut start = self.line_start(at);
        while let Some(line) = self.text.get(start..self.line_end(start)) {
            let blank = line.trim_start_matches([' ', '\t']);
            let indent = line.len().saturating_sub(blank.len());
            let tab = line.get(..indent).and_then(|s| s.find('\t')).filter(|_| !blank.is_empty());
            if let Some(tab) = tab {
                return Span::new(self.file, start + tab, start + indent);
            }
            start = self.line_end(start).saturating_add(1);
            if start >= self.text.len() {
                break;
            }
        }
        self.character(at)
    }

    /// Returns the first backslash from a byte on that starts no escape of YAML.
    pub(super) fn bad_escape(&self, at: usize) -> Option<Span> {
        let mut characters = self.text.get(at..)?.char_indices();
        while let Some((from, character)) = characters.next() {
            if character == '\\' {
                let (_, next) = characters.next()?;
                if !"0abt\tnvfre \"/\\N_LPxuU\n".contains(next) {
                    let start = at.saturating_add(from);
                    return Some(Span::new(self.file, start, start + 1 + next.len_utf8()));
                }
            }
        }
        None
    }
}
