//! Lines of the case file with carets under the values a finding turns on.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::mask::Masked;
use crate::source::{FileId, Sources, Span};

/// The largest excerpt in bytes; what is longer is named by its place, not shown.
const LARGEST: usize = 16 * 1024;

/// How an excerpt is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) show_values: bool,
    pub(super) color: bool,
    pub(super) width: usize,
}

/// Returns the lines of one file that hold some places, each with a word about it.
pub(super) fn excerpt(
    file: FileId,
    marks: &[(Span, String)],
    sources: &Sources,
    look: Look,
) -> Option<String> {
    let source = sources.get(file)?;
    let whole = source.text();
    let inside = |at: usize| whole.floor_char_boundary(at.min(whole.len()));
    let first = inside(marks.iter().map(|(span, _)| span.start()).min()?);
    let last = inside(marks.iter().map(|(span, _)| span.end()).max()?);
    let start = whole.get(..first)?.rfind('\n').map_or(0, |i| i.saturating_add(1));
    let end = whole.get(last..)?.find('\n').map_or(whole.len(), |i| last.saturating_add(i));
    let lines = whole.get(start..end).filter(|lines| lines.len() <= LARGEST)?;
    let masked = (!look.show_values).then(|| Masked::new(lines));
    let moved = |at: usize| {
        let at = inside(at).saturating_sub(start);
        masked.as_ref().map_or(at, |m| m.moved(at))
    };
    let annotations = marks.iter().map(|(span, word)| {
        AnnotationKind::Primary.span(moved(span.start())..moved(span.end())).label(word.as_str())
    });
    let line = whole.get(..start)?.matches('\n').count().saturating_add(1);
    let snippet = Snippet::source(masked.as_ref().map_or(lines, Masked::text))
        .line_start(line)
        .path(source.name())
        .annotations(annotations);
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let group = Group::with_level(Level::NOTE).element(snippet);
    Some(renderer.term_width(look.width).render(&[group]))
}
