//! Splits rendered Markdown at its fences: shapes, slips, signature blocks, page breaks.

use super::mistakes;
use super::model::ParagraphShape;
use super::places::Places;
use crate::diag::Diagnostics;
use crate::wording::catalogue::documents::DocumentMessage;

const FENCE: &str = ":::";
const KINDS: [&str; 6] = ["flush", "right", "center", "note", "slip", "signatures"];

/// A part of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Markdown without fences.
    Markdown(String),
    /// A page break.
    PageBreak,
    /// Paragraphs of one shape.
    Shape(ParagraphShape, String),
    /// A slip.
    Slip(Vec<Part>),
    /// The lines of a signature block.
    Signatures(String),
}

/// What a fence holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fence {
    Shape(ParagraphShape),
    Slip,
    Signatures,
}

impl Fence {
    fn of(name: &str) -> Option<Self> {
        match name {
            "flush" => Some(Self::Shape(ParagraphShape::Flush)),
            "right" => Some(Self::Shape(ParagraphShape::Right)),
            "center" => Some(Self::Shape(ParagraphShape::Center)),
            "note" => Some(Self::Shape(ParagraphShape::Note)),
            "slip" => Some(Self::Slip),
            "signatures" => Some(Self::Signatures),
            _ => None,
        }
    }

    fn may_hold(outer: Option<Self>, inner: Option<Self>) -> bool {
        match outer {
            None => true,
            Some(Self::Slip) => inner != Some(Self::Slip),
            Some(Self::Shape(_) | Self::Signatures) => false,
        }
    }
}

/// An open fence and what was read since.
struct Open {
    fence: Option<Fence>,
    name: String,
    line: String,
    parts: Vec<Part>,
    text: String,
}

struct Splitter<'a, 't> {
    places: &'a Places<'t>,
    diagnostics: &'a mut Diagnostics,
    outer: Vec<Open>,
    current: Open,
    /// The last line with words, to find a place by.
    before: String,
}

/// Splits `rendered` at its fences.
pub(super) fn split(
    rendered: &str,
    places: &Places<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Part> {
    let current = Open::new(None, "", "");
    let mut splitter =
        Splitter { places, diagnostics, outer: Vec::new(), current, before: String::new() };
    rendered.lines().for_each(|line| splitter.line(line));
    splitter.finish()
}

impl Open {
    fn new(fence: Option<Fence>, name: &str, line: &str) -> Self {
        let (name, line) = (name.to_owned(), line.to_owned());
        Self { fence, name, line, parts: Vec::new(), text: String::new() }
    }

    fn flush(&mut self) {
        if !self.text.trim().is_empty() {
            self.parts.push(Part::Markdown(std::mem::take(&mut self.text)));
        }
        self.text.clear();
    }

    fn close(mut self) -> Vec<Part> {
        match self.fence {
            None => {
                self.flush();
                self.parts
            }
            Some(Fence::Shape(shape)) => vec![Part::Shape(shape, self.text)],
            Some(Fence::Signatures) => vec![Part::Signatures(self.text)],
            Some(Fence::Slip) => {
                self.flush();
                vec![Part::Slip(self.parts)]
            }
        }
    }
}

impl Splitter<'_, '_> {
    fn line(&mut self, line: &str) {
        match line.trim().strip_prefix(FENCE).map(str::trim) {
            Some("") => self.close(),
            Some(name) => self.open(name, line),
            None if line.trim().is_empty() => self.current.text.push('\n'),
            None if line.trim() == "\\pagebreak" => self.page_break(line),
            None => {
                self.current.text.push_str(line);
                self.current.text.push('\n');
                line.clone_into(&mut self.before);
            }
        }
    }

    fn page_break(&mut self, line: &str) {
        if self.current.fence.is_none() {
            self.current.flush();
            self.current.parts.push(Part::PageBreak);
        } else {
            self.nested(line);
        }
    }

    fn open(&mut self, name: &str, line: &str) {
        let fence = Fence::of(name);
        if fence.is_none() {
            let message = DocumentMessage::UnknownFence { found: name.to_owned() };
            let unknown = mistakes::error(&message, self.places.of(line));
            self.diagnostics.push(mistakes::suggest(unknown, name, KINDS));
        } else if !Fence::may_hold(self.current.fence, fence) {
            self.nested(line);
        }
        let inner = Open::new(fence.or(Some(Fence::Slip)), name, line);
        self.outer.push(std::mem::replace(&mut self.current, inner));
    }

    /// Reports a fence or page break that cannot stand where it stands.
    fn nested(&mut self, line: &str) {
        let outer = self.current.name.clone();
        let message = DocumentMessage::NestedFence { inner: line.trim().to_owned(), outer };
        let place = self.places.of(line);
        self.diagnostics.push(mistakes::error(&message, place));
    }

    fn close(&mut self) {
        let Some(mut outer) = self.outer.pop() else {
            let place = self.places.after(&self.before, FENCE);
            self.diagnostics.push(mistakes::error(&DocumentMessage::StrayFence, place));
            return;
        };
        outer.flush();
        let inner = std::mem::replace(&mut self.current, outer);
        self.current.parts.extend(inner.close());
    }

    fn finish(mut self) -> Vec<Part> {
        while !self.outer.is_empty() {
            let message = DocumentMessage::UnclosedFence { found: self.current.name.clone() };
            let place = self.places.of(&self.current.line);
            self.diagnostics.push(mistakes::error(&message, place));
            self.close();
        }
        self.current.close()
    }
}
