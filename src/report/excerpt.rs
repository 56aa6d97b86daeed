//! Lines of the case file with carets under the values a finding turns on.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use unicode_width::UnicodeWidthStr as _;

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

/// A range of bytes and the word about it.
type Mark<'m> = (Range<usize>, &'m str);

/// Returns the lines of one file that hold some places, each with a word about it.
///
/// Of a line too long for the page only the marked values remain, with their keys.
pub(super) fn excerpt(
    file: FileId,
    marks: &[(Span, String)],
    sources: &Sources,
    look: Look,
) -> Option<String> {
    let whole = sources.get(file)?.text();
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
    let mut moved: Vec<Mark<'_>> = marks
        .iter()
        .map(|(span, word)| (moved(span.start())..moved(span.end()), word.as_str()))
        .collect();
    moved.sort_by_key(|(range, _)| range.start);
    let text = masked.as_ref().map_or(lines, Masked::text);
    let (text, moved) = shortened(text, &moved, look.width.saturating_sub(8));
    let line = whole.get(..start)?.matches('\n').count().saturating_add(1);
    Some(drawn(&text, line, &moved, look))
}

fn drawn(text: &str, line: usize, marks: &[Mark<'_>], look: Look) -> String {
    let annotations =
        marks.iter().map(|(range, word)| AnnotationKind::Primary.span(range.clone()).label(*word));
    let snippet = Snippet::source(text).line_start(line).annotations(annotations);
    let renderer = if look.color { Renderer::styled() } else { Renderer::plain() };
    let group = Group::with_level(Level::NOTE).element(snippet);
    renderer.term_width(look.width.saturating_mul(2)).render(&[group])
}

/// Shortens every line wider than `room`, and moves the marks along.
fn shortened<'m>(text: &str, marks: &[Mark<'m>], room: usize) -> (String, Vec<Mark<'m>>) {
    let mut short = String::new();
    let mut moved = Vec::new();
    let mut start = 0_usize;
    for line in text.split_inclusive('\n') {
        let end = start.saturating_add(line.len());
        let of_line: Vec<Mark<'m>> = marks
            .iter()
            .filter(|(range, _)| (start..end).contains(&range.start))
            .map(|(range, word)| {
                (range.start.saturating_sub(start)..range.end.min(end).saturating_sub(start), *word)
            })
            .collect();
        let base = short.len();
        let (line, of_line) = match line.width() > room {
            true => cut(line, &of_line),
            false => (line.to_owned(), of_line),
        };
        short.push_str(&line);
        let shifted = of_line.into_iter().map(|(range, word)| {
            (range.start.saturating_add(base)..range.end.saturating_add(base), word)
        });
        moved.extend(shifted);
        start = end;
    }
    (short, moved)
}

/// Keeps the first entry of a line and each marked value with its key.
fn cut<'m>(line: &str, marks: &[Mark<'m>]) -> (String, Vec<Mark<'m>>) {
    let head = line.find(", ").map_or(0, |at| at.saturating_add(2));
    let mut short = line.get(..head).unwrap_or("").to_owned();
    let mut kept = head;
    let mut moved = Vec::new();
    for (range, word) in marks {
        let before = line.get(..range.start).unwrap_or("");
        let entry = [", ", "{ "].iter().filter_map(|sign| before.rfind(sign)).max();
        let from = entry.map_or(range.start, |at| at.saturating_add(2)).max(kept);
        if from > kept {
            short.push_str("… ");
        }
        short.push_str(line.get(from..range.start).unwrap_or(""));
        let at = short.len();
        short.push_str(line.get(range.clone()).unwrap_or(""));
        moved.push((at..short.len(), *word));
        kept = range.end;
        if line.get(kept..).is_some_and(|rest| rest.starts_with(", ")) {
            short.push_str(", ");
            kept = kept.saturating_add(2);
        }
    }
    short.push('…');
    if line.ends_with('\n') {
        short.push('\n');
    }
    (short, moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_rows_keep_their_marked_values_only() {
        let row = "  - { id: F1, from: 2026-01-01, to: 2026-03-31, on: 2026-04-10, by: 张三 }\n";
        let mut sources = Sources::new();
        let file = sources.add("case.yaml", row);
        let at = row.find("2026-03").unwrap_or(0);
        let marks = [(Span::new(file, at, at.saturating_add(10)), "end".to_owned())];
        let look = Look { show_values: true, color: false, width: 40 };
        let text = excerpt(file, &marks, &sources, look).unwrap_or_default();
        assert!(text.contains("1 |   - { id: F1, … to: 2026-03-31, …"), "{text}");
        assert!(text.contains("|                     ^^^^^^^^^^ end"), "{text}");
    }
}
