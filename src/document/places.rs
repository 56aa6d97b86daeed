//! Finds the place in a template that a stretch of rendered text came from.

use super::marker::{JOINER, Part, parts};
use super::template::Template;
use crate::source::Span;

/// The templates of one paper.
pub(super) struct Places<'t> {
    templates: Vec<&'t Template>,
    start: Span,
}

impl<'t> Places<'t> {
    /// Returns the places of a paper's templates; `start` is where a stretch stands that none of them has.
    pub(super) fn new(templates: Vec<&'t Template>, start: Span) -> Self {
        Self { templates, start }
    }

    /// Returns the place of the first line of `rendered` that a template has,
    /// or of the longest stretch of words in it.
    pub(super) fn of(&self, rendered: &str) -> Span {
        rendered.lines().find_map(|line| self.line(line)).unwrap_or(self.start)
    }

    /// Returns the place of the first `wanted` after the line `before`.
    pub(super) fn after(&self, before: &str, wanted: &str) -> Span {
        let before = self.of(before);
        let next = |template: &&Template| template.find_after(before, wanted);
        self.templates.iter().find_map(next).unwrap_or_else(|| self.of(wanted))
    }

    fn line(&self, line: &str) -> Option<Span> {
        let mut words: Vec<&str> = parts(line)
            .into_iter()
            .filter_map(|part| match part {
                Part::Text(text) => Some(text),
                Part::Mark(_) => None,
            })
            .flat_map(|text| text.split(JOINER))
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect();
        words.sort_by_key(|text| std::cmp::Reverse(text.len()));
        words
            .into_iter()
            .find_map(|text| self.templates.iter().find_map(|template| template.find(text)))
    }
}
