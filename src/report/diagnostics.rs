//! Diagnostics as text for a terminal: message, excerpt with carets, remedies.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::mask::Masked;
use crate::diag::{Diagnostic, Diagnostics, Label, Severity};
use crate::source::{FileId, Sources};
use crate::wording::{Language, Localized};

/// How diagnostics are shown.
#[derive(Clone, Copy)]
pub struct RenderOptions<'a> {
    color: bool,
    show_values: bool,
    masked: &'a dyn Fn(FileId) -> bool,
}

impl Default for RenderOptions<'_> {
    fn default() -> Self {
        Self { color: false, show_values: false, masked: &|_| false }
    }
}

impl<'a> RenderOptions<'a> {
    /// Returns options without colour that hide the values of no file.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets whether the text has terminal colours.
    #[must_use]
    pub fn color(self, color: bool) -> Self {
        Self { color, ..self }
    }

    /// Sets whether values are shown even in files that are masked.
    #[must_use]
    pub fn show_values(self, show_values: bool) -> Self {
        Self { show_values, ..self }
    }

    /// Sets which files hold personal values.
    #[must_use]
    pub fn masked(self, masked: &'a dyn Fn(FileId) -> bool) -> Self {
        Self { masked, ..self }
    }

    /// Returns whether the values of a file are hidden.
    fn hides(&self, file: FileId) -> bool {
        !self.show_values && (self.masked)(file)
    }
}

/// Returns the diagnostics as text, sorted by file and place; empty if there are none.
#[must_use]
pub fn render(
    diagnostics: &Diagnostics,
    sources: &Sources,
    language: Language,
    options: &RenderOptions<'_>,
) -> String {
    let mut sorted = diagnostics.clone();
    sorted.sort(sources);
    let renderer = if options.color { Renderer::styled() } else { Renderer::plain() };
    let view = View { sources, language, options };
    let mut text = String::new();
    for diagnostic in sorted.iter() {
        let excerpts = view.excerpts(diagnostic);
        text += &renderer.render(&[group(diagnostic, &excerpts, language)]);
        text += "\n\n";
    }
    text
}

/// The largest excerpt in bytes; longer lines are named, not shown.
const MAX_EXCERPT: usize = 16 * 1024;

/// The lines of one file that a diagnostic shows.
struct Excerpt<'a> {
    name: &'a str,
    first_line: usize,
    /// The column to name if the lines are too long to be shown.
    hidden: Option<usize>,
    text: String,
    marks: Vec<Mark<'a>>,
}

/// A range of an excerpt, the word about it, and whether it is the primary place.
type Mark<'a> = (Range<usize>, &'a str, bool);

/// Where excerpts come from and how they are shown.
struct View<'a, 'o> {
    sources: &'a Sources,
    language: Language,
    options: &'o RenderOptions<'o>,
}

impl<'a> View<'a, '_> {
    /// Returns the excerpts of a diagnostic, one for each file, that of the primary place first.
    fn excerpts(&self, diagnostic: &'a Diagnostic) -> Vec<Excerpt<'a>> {
        let mut files: Vec<FileId> = Vec::new();
        for label in diagnostic.labels() {
            if !files.contains(&label.span().file()) {
                files.push(label.span().file());
            }
        }
        let primary = diagnostic.labels().first();
        let labels = |file: FileId| {
            let of_file = diagnostic.labels().iter().filter(move |l| l.span().file() == file);
            of_file.map(|label| (label, Some(label) == primary)).collect::<Vec<_>>()
        };
        files.into_iter().flat_map(|file| self.of_file(file, &labels(file))).collect()
    }

    /// Returns one excerpt with all labels of a file, or one for each if they are far apart.
    fn of_file(&self, file: FileId, labels: &[(&'a Label, bool)]) -> Vec<Excerpt<'a>> {
        match self.excerpt(file, labels) {
            Some(whole) if whole.hidden.is_none() => vec![whole],
            _ => labels.iter().filter_map(|one| self.excerpt(file, &[*one])).collect(),
        }
    }

    /// Returns the excerpt from the line of the first label to that of the last.
    fn excerpt(&self, file: FileId, labels: &[(&'a Label, bool)]) -> Option<Excerpt<'a>> {
        let source = self.sources.get(file)?;
        let whole = source.text();
        let inside = |at: usize| whole.floor_char_boundary(at.min(whole.len()));
        let first = inside(labels.iter().map(|(label, _)| label.span().start()).min()?);
        let last = inside(labels.iter().map(|(label, _)| label.span().end()).max()?);
        let start = whole.get(..first)?.rfind('\n').map_or(0, |i| i.saturating_add(1));
        let end = whole.get(last..)?.find('\n').map_or(whole.len(), |i| last.saturating_add(i));
        let too_long = end.saturating_sub(start) > MAX_EXCERPT;
        let column = || whole.get(start..first).map_or(1, |s| s.chars().count().saturating_add(1));
        let lines = if too_long { "" } else { whole.get(start..end)? };
        let hide = !too_long && self.options.hides(file);
        let masked = hide.then(|| Masked::new(lines));
        let moved = |at: usize| {
            let at = inside(at).saturating_sub(start);
            masked.as_ref().map_or(at, |m| m.moved(at))
        };
        let marks = labels.iter().map(|(label, primary)| {
            let range = moved(label.span().start())..moved(label.span().end());
            (range, label.text().get(self.language), *primary)
        });
        Some(Excerpt {
            name: source.name(),
            first_line: whole.get(..start)?.matches('\n').count().saturating_add(1),
            hidden: too_long.then(column),
            marks: marks.collect(),
            text: masked.as_ref().map_or(lines, Masked::text).to_owned(),
        })
    }
}

/// Returns one diagnostic in the shape the renderer of excerpts wants.
fn group<'a>(
    diagnostic: &'a Diagnostic,
    excerpts: &'a [Excerpt<'a>],
    language: Language,
) -> Group<'a> {
    let (level, word) = match diagnostic.severity() {
        Severity::Error => (Level::ERROR, Localized::new("错误", "error")),
        Severity::Warning => (Level::WARNING, Localized::new("警告", "warning")),
        Severity::Note => (Level::NOTE, Localized::new("提示", "note")),
    };
    let title = level
        .with_name(word.get(language).to_owned())
        .primary_title(diagnostic.message().get(language))
        .id(diagnostic.printed_code());
    let remark = |level: Level<'a>, word: Localized, text: &'a str| {
        Element::from(level.with_name(word.get(language).to_owned()).message(text))
    };
    let citation = diagnostic
        .citation()
        .map(|text| remark(Level::NOTE, Localized::new("依据", "citation"), text));
    let help = diagnostic
        .help()
        .iter()
        .map(|text| remark(Level::HELP, Localized::new("建议", "help"), text.get(language)));
    Group::with_title(title)
        .elements(excerpts.iter().map(shown))
        .elements(citation.into_iter().chain(help))
}

/// Returns an excerpt with its carets, or its place alone.
fn shown<'a>(excerpt: &'a Excerpt<'a>) -> Element<'a> {
    if let Some(column) = excerpt.hidden {
        let origin = Origin::path(excerpt.name).line(excerpt.first_line).char_column(column);
        return Element::from(origin);
    }
    let annotations = excerpt.marks.iter().map(|(range, text, primary)| {
        let kind = if *primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(range.clone());
        if text.is_empty() { annotation } else { annotation.label(*text) }
    });
    let snippet = Snippet::source(excerpt.text.as_str())
        .line_start(excerpt.first_line)
        .path(excerpt.name)
        .annotations(annotations);
    Element::from(snippet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    /// Returns a diagnostic about the last two bytes of a policy and of a case.
    fn about_two_files() -> (Sources, Diagnostics, FileId) {
        let mut sources = Sources::new();
        let policy = sources.add("policy.yaml", "notice: 20\n");
        let case = sources.add("case.yaml", "facts:\n  name: 张三, 20\n");
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(
            Diagnostic::warning("W1", Localized::same("low"), Span::new(case, 23, 25))
                .with_label(Span::new(policy, 8, 10), Localized::new("此处", "here"))
                .with_citation("LCL 40"),
        );
        (sources, diagnostics, case)
    }

    #[test]
    fn each_file_has_its_excerpt_and_only_masked_values_are_hidden() {
        let (sources, diagnostics, case) = about_two_files();
        let masked = |file| file == case;
        let options = RenderOptions::new().masked(&masked);
        let text = render(&diagnostics, &sources, Language::Chinese, &options);
        let expected = "\
警告[W1]: low
 --> case.yaml:2:15
  |
2 |   name: ••••, ••
  |               ^^
  |
 ::: policy.yaml:1:9
  |
1 | notice: 20
  |         -- 此处
  |
  = 依据: LCL 40

";
        assert_eq!(text, expected);
        let shown = render(&diagnostics, &sources, Language::English, &options.show_values(true));
        assert!(shown.contains("name: 张三, 20"), "{shown}");
    }

    #[test]
    fn lines_too_long_to_be_shown_are_named_by_column() {
        let mut sources = Sources::new();
        let file = sources.add("a.json", format!("x\n{{ {}: 1 }}", "名".repeat(100_000)));
        let mut diagnostics = Diagnostics::new();
        let span = Span::new(file, 7, 10);
        let found = Diagnostic::error("E1", Localized::same("x"), span);
        diagnostics.push(found.with_label(Span::new(file, 0, 1), Localized::same("y")));
        let text = render(&diagnostics, &sources, Language::English, &RenderOptions::new());
        assert!(text.contains("--> a.json:2:4\n"), "{text}");
        assert!(text.contains("1 | x\n  | - y"), "{text}");
        assert!(text.len() < 200);
    }

    #[test]
    fn places_outside_their_file_do_no_harm() {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", "名: 1");
        let mut diagnostics = Diagnostics::new();
        for (start, end) in [(0, 0), (1, 2), (99, 120), (5, 99)] {
            let span = Span::new(file, start, end);
            diagnostics.push(Diagnostic::error("E1", Localized::same("x"), span));
        }
        let options = RenderOptions::new().color(true);
        let text = render(&diagnostics, &sources, Language::English, &options);
        assert_eq!(text.matches("E1").count(), 4);
    }
}
