//! Diagnostics: what is wrong with a user's file, where, and how to mend it.
//!
//! **Invariant:** a diagnostic carries no value of a fact unless its text was
//! made from something the user must see to mend it; renderers mask the source
//! excerpt of personal facts.

use crate::source::{Sources, Span};
use crate::wording::Localized;
use crate::wording::catalogue::remedies;

/// How bad a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// The file can be used, and somebody should look at this.
    Warning,
    /// Worth knowing.
    Note,
}

/// A place with a word about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    span: Span,
    text: Localized,
}

impl Label {
    /// Returns the place.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Returns the word about it; may be empty.
    #[must_use]
    pub fn text(&self) -> &Localized {
        &self.text
    }
}

/// One mistake or remark about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a diagnostic that nobody prints helps nobody"]
pub struct Diagnostic {
    code: &'static str,
    severity: Severity,
    message: Localized,
    labels: Vec<Label>,
    help: Vec<Localized>,
    citation: Option<String>,
    requirement: Option<String>,
}

impl Diagnostic {
    /// Returns a diagnostic without a place yet.
    pub fn new(code: &'static str, severity: Severity, message: Localized) -> Self {
        Self {
            code,
            severity,
            message,
            labels: Vec::new(),
            help: Vec::new(),
            citation: None,
            requirement: None,
        }
    }

    /// Returns an error at `span`.
    pub fn error(code: &'static str, message: Localized, span: Span) -> Self {
        Self::new(code, Severity::Error, message).at(span)
    }

    /// Returns a warning at `span`.
    pub fn warning(code: &'static str, message: Localized, span: Span) -> Self {
        Self::new(code, Severity::Warning, message).at(span)
    }

    /// Adds a place without a word; the first place added is the primary one.
    pub fn at(self, span: Span) -> Self {
        self.with_label(span, Localized::default())
    }

    /// Adds a place with a word about it.
    pub fn with_label(mut self, span: Span, text: Localized) -> Self {
        self.labels.push(Label { span, text });
        self
    }

    /// Adds a remedy.
    pub fn with_help(mut self, help: Localized) -> Self {
        self.help.push(help);
        self
    }

    /// Adds the article it rests on.
    pub fn with_citation(mut self, citation: impl Into<String>) -> Self {
        self.citation = Some(citation.into());
        self
    }

    /// Says which requirement of the rules it is about; its code is printed in the place of ours.
    pub fn with_requirement(mut self, code: impl Into<String>) -> Self {
        self.requirement = Some(code.into());
        self
    }

    /// Returns the code to print: that of the requirement it is about, else its own.
    #[must_use]
    pub fn printed_code(&self) -> &str {
        self.requirement.as_deref().unwrap_or(self.code)
    }

    /// Returns the permanent code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Returns how bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns what is wrong.
    #[must_use]
    pub fn message(&self) -> &Localized {
        &self.message
    }

    /// Returns the places, the primary one first.
    #[must_use]
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Returns the remedies.
    #[must_use]
    pub fn help(&self) -> &[Localized] {
        &self.help
    }

    /// Returns the article it rests on.
    #[must_use]
    pub fn citation(&self) -> Option<&str> {
        self.citation.as_deref()
    }

    /// Returns the primary place.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.labels.first().map(Label::span)
    }
}

/// The diagnostics of a run, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Returns an empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a diagnostic unless the same one was added before; one without a remedy gets the
    /// standing one of its code.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if diagnostic.help.is_empty() {
            diagnostic.help.extend(remedies::standing(diagnostic.code));
        }
        if !self.list.contains(&diagnostic) {
            self.list.push(diagnostic);
        }
    }

    /// Adds all diagnostics of another list.
    pub fn extend(&mut self, other: Diagnostics) {
        other.list.into_iter().for_each(|d| self.push(d));
    }

    /// Returns whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|d| d.severity == Severity::Error)
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Iterates over them in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Sorts by file name and place.
    pub fn sort(&mut self, sources: &Sources) {
        self.list.sort_by_key(|d| {
            d.span().map(|s| (sources.get(s.file()).map(|f| f.name().to_owned()), s.start()))
        });
    }
}

/// Returns the name nearest to `wanted`, if one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = wanted.chars().count();
    // Of a short word at least half must be right, or everything would be near.
    let limit = (length / 3).max(2).min(length / 2).max(1);
    known
        .into_iter()
        // The distance is at least the difference in length; a huge text costs nothing.
        .filter(|name| name.chars().count().abs_diff(length) <= limit)
        .map(|name| (strsim::damerau_levenshtein(wanted, name), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// Returns the names near `wanted`, the nearest first: those that a slip would explain, that hold
/// it, or that share a word with it.
#[must_use]
pub fn nearest_names<'a>(
    wanted: &str,
    known: impl IntoIterator<Item = &'a str>,
    most: usize,
) -> Vec<&'a str> {
    let words: Vec<&str> = wanted.split(['-', '_', '.', ' ']).filter(|w| w.len() > 2).collect();
    let shares = |name: &str| {
        let own: Vec<&str> = name.split(['-', '_', '.']).collect();
        words.iter().any(|word| own.contains(word)) || wanted.len() > 2 && name.contains(wanted)
    };
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter(|name| shares(name) || nearest(wanted, [*name]).is_some())
        .map(|name| (strsim::damerau_levenshtein(wanted, name), name))
        .collect();
    near.sort_unstable();
    near.into_iter().take(most).map(|(_, name)| name).collect()
}
