//! What was found, in the forms in which other programs take it.
//!
//! ```text
//! diagnostics of files ─┐
//!                       ├─▶ Annotated: subjects with annotations ─▶ SARIF, JUnit, GitHub, Markdown
//! findings of a case ───┘
//! ```
//!
//! **Invariant:** an annotation carries no value of a case, only places.

mod files;
mod findings;
mod github;
mod junit;
mod markdown;
mod sarif;

pub use files::{of_file, suppressed};
pub use findings::of_review;

use crate::wording::Language;

/// How much an annotation weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// Somebody should look.
    Warning,
    /// It cannot stay so.
    Error,
}

/// A range of a file; lines and columns from 1, columns in characters, the end exclusive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file as the user named it.
    pub file: String,
    /// First line and column.
    pub start: (usize, usize),
    /// Line and column after the last character.
    pub end: (usize, usize),
}

/// Something to say about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// Code of a message or of a requirement.
    pub code: String,
    /// Title of the requirement; empty for a message.
    pub title: String,
    /// How much it weighs.
    pub level: Level,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Vec<String>,
    /// The articles it rests on; empty if there are none.
    pub citation: String,
    /// Where the law can be read.
    pub link: Option<String>,
    /// The primary place, then the others, each with a word about it.
    pub places: Vec<(Place, String)>,
    /// Who released it, and why.
    pub waived: Option<String>,
}

impl Annotation {
    /// Returns the title with what is wrong.
    fn sentence(&self, language: Language) -> String {
        match (self.title.as_str(), language) {
            ("", _) => self.message.clone(),
            (title, _) if title == self.message => title.to_owned(),
            (title, Language::Chinese) => format!("{title}：{}", self.message),
            (title, Language::English) => format!("{title}: {}", self.message),
        }
    }
}

/// How a subject came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing stands against it.
    Passed,
    /// Something does.
    Failed,
    /// It cannot be settled.
    Open,
    /// It does not apply.
    Skipped,
}

/// One thing that was looked at: a file, or a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its name.
    pub name: String,
    /// How it came out.
    pub outcome: Outcome,
    /// What is to be said about it.
    pub annotations: Vec<Annotation>,
}

/// Everything a run says, for other programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// Command that says it.
    pub command: &'static str,
    /// What it is about, for a heading.
    pub title: String,
    /// One sentence that sums it up.
    pub summary: String,
    /// What else a reader should know, a line each.
    pub remarks: Vec<String>,
    /// What was looked at, in order.
    pub subjects: Vec<Subject>,
    /// Language of all texts.
    pub language: Language,
}

/// A form other programs take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Static Analysis Results Interchange Format 2.1.0.
    Sarif,
    /// JUnit XML.
    Junit,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Markdown.
    Markdown,
}

impl Annotated {
    /// Returns everything in a form; ends with a line break unless it is empty.
    #[must_use]
    pub fn written(&self, form: Form) -> String {
        match form {
            Form::Sarif => format!("{:#}\n", sarif::log(self)),
            Form::Junit => junit::suite(self),
            Form::Github => github::commands(self),
            Form::Markdown => markdown::page(self),
        }
    }

    fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.subjects.iter().flat_map(|s| &s.annotations)
    }
}
