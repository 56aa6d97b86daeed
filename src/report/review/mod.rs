//! What `duecause review` tells a person about a case.
//!
//! ```text
//! verdict ─▶ what stands in the way ─▶ questions ─▶ warnings ─▶ what is disputed or yet to come
//!         ─▶ exposure, money and dates ─▶ the rest, shortly
//! ```
//!
//! The order is the reader's: first what stops the document, then what would
//! settle it, then what somebody must decide, and what is in order last.

mod finding;
mod lacks;
mod money;
mod questions;
mod rest;
mod statements;

use std::collections::BTreeSet;

use super::desk::Desk;
use super::page::{Ink, Page};
use super::standing::Standing;
use crate::assess::{Assessment, Finding, Receipt, Verdict, What};
use crate::compile::RuleSet;
use crate::source::{FileId, Sources};
use crate::wording::Language;
use crate::wording::catalogue::reviewing::ReviewWords as Words;

/// How a review is shown.
#[derive(Debug, Clone)]
pub struct ReviewOptions {
    case: FileId,
    document: Option<String>,
    left_out: BTreeSet<String>,
    show_values: bool,
    verbose: bool,
    color: bool,
    width: usize,
}

impl ReviewOptions {
    /// Returns options for the case in a file: its ground's main document, shortly, without colour, values hidden.
    #[must_use]
    pub fn new(case: FileId) -> Self {
        let (document, show_values, verbose, color) = (None, false, false, false);
        let left_out = BTreeSet::new();
        Self { case, document, left_out, show_values, verbose, color, width: 96 }
    }

    /// Sets the document that is asked for.
    #[must_use]
    pub fn document(self, document: impl Into<String>) -> Self {
        Self { document: Some(document.into()), ..self }
    }

    /// Sets the codes of requirements whose findings are not told; the verdict rests on them too.
    #[must_use]
    pub fn leave_out(self, codes: BTreeSet<String>) -> Self {
        Self { left_out: codes, ..self }
    }

    /// Returns how many findings that gate a document are not told.
    #[must_use]
    pub fn left_out(&self, assessment: &Assessment<'_>, document: &str) -> usize {
        assessment.gating(document).filter(|f| !self.tells(assessment.rules(), f)).count()
    }

    /// Returns whether some findings are not told.
    pub(super) fn leaves_out(&self) -> bool {
        !self.left_out.is_empty()
    }

    /// Returns whether a finding is told.
    pub(super) fn tells(&self, rules: &RuleSet, finding: &Finding) -> bool {
        let entry = rules.requirement(finding.requirement());
        entry.is_none_or(|e| !self.left_out.contains(&e.code))
    }

    /// Sets whether values that may name a person or are sensitive are shown, and lines of the file as they are.
    #[must_use]
    pub fn show_values(self, show_values: bool) -> Self {
        Self { show_values, ..self }
    }

    /// Sets whether everything is shown.
    #[must_use]
    pub fn verbose(self, verbose: bool) -> Self {
        Self { verbose, ..self }
    }

    /// Sets whether the text has terminal colours.
    #[must_use]
    pub fn color(self, color: bool) -> Self {
        Self { color, ..self }
    }

    /// Sets how many columns there are.
    #[must_use]
    pub fn width(self, width: usize) -> Self {
        Self { width, ..self }
    }

    /// Returns the file of the case.
    pub(super) fn case_file(&self) -> FileId {
        self.case
    }

    /// Returns the document that is asked for, if it is not the main one.
    pub(super) fn document_asked(&self) -> Option<&str> {
        self.document.as_deref()
    }

    /// Returns whether values that may name a person or are sensitive are shown.
    pub(super) fn shows_values(&self) -> bool {
        self.show_values
    }

    /// Returns whether the text has terminal colours.
    pub(super) fn has_color(&self) -> bool {
        self.color
    }

    /// Returns how many columns there are.
    pub(super) fn columns(&self) -> usize {
        self.width
    }
}

/// Returns the review of a case as text.
#[must_use]
pub fn review(
    assessment: &Assessment<'_>,
    receipt: &Receipt,
    sources: &Sources,
    language: Language,
    options: &ReviewOptions,
) -> String {
    let show_values = options.show_values;
    let desk = Desk::new(assessment, sources, language, show_values);
    let document = match &options.document {
        Some(document) => document.clone(),
        None => main_document(&desk),
    };
    let standing = Standing::of(assessment, &document);
    let page = Page::new(options.width, options.color);
    let disputes = super::statements::disputed(&desk).into_iter().map(|s| s.what).collect();
    let told = Vec::new();
    let mut review = Review { desk, options, receipt, document, standing, disputes, told, page };
    review.write();
    review.page.finish()
}

/// Returns the name of the document a ground is made for.
pub(super) fn main_document(desk: &Desk<'_>) -> String {
    let ground = desk.vocabulary().ground(&desk.assessment.question().ground);
    ground.map_or_else(String::new, |g| g.main_document().to_owned())
}

/// A review being written.
struct Review<'a> {
    desk: Desk<'a>,
    options: &'a ReviewOptions,
    receipt: &'a Receipt,
    document: String,
    standing: Standing<'a>,
    /// What the other side disputes.
    disputes: Vec<What>,
    /// Things that do not exist, told of over the findings that fail on them.
    told: Vec<What>,
    page: Page,
}

impl Review<'_> {
    fn write(&mut self) {
        self.head();
        self.verdict();
        let (options, rules) = (self.options, self.desk.rules());
        self.standing.retain(&|finding| options.tells(rules, finding));
        self.blocking();
        self.questions();
        self.warnings();
        self.disputed();
        self.later();
        self.exposure();
        self.money();
        self.rest();
    }

    /// Says a word of the catalogue.
    fn say(&self, words: &Words) -> String {
        self.desk.say(&words.text())
    }

    /// Returns the title of a document.
    fn document_title(&self, name: &str) -> String {
        let kind = self.desk.vocabulary().document(name);
        let title = kind.map_or_else(|| name.to_owned(), |k| self.desk.title(k.title(), name));
        match self.desk.language {
            Language::Chinese => format!("《{title}》"),
            Language::English => title,
        }
    }

    fn head(&mut self) {
        let desk = self.desk;
        let case = desk.sources.get(self.options.case).map_or("", |f| f.name());
        let title = self.say(&Words::Title { case: case.to_owned() });
        self.page.block(0, "", &title, Ink::Strong);
        let question = desk.assessment.question();
        let ground = desk.vocabulary().ground(&question.ground);
        let ground = ground.map_or_else(String::new, |g| desk.title(g.title(), g.name()));
        let layers =
            desk.rules().layers().iter().map(|(name, title)| desk.layer_title(name, title));
        let layers = desk.listed(&layers.collect::<Vec<_>>());
        let document =
            format!("{}{}", self.document_title(&self.document), desk.aside(&self.document));
        let pairs = [
            (Words::Ground, ground),
            (Words::Document, document),
            (Words::AsOf, super::waits::day(&desk, question.as_of)),
            (Words::Policy, self.policy()),
            (Words::Layers, layers),
        ];
        for (label, text) in pairs {
            let label = self.say(&label);
            self.page.pair(2, &label, self.column(), &text);
        }
    }

    /// Width of the column of labels.
    fn column(&self) -> usize {
        self.desk.column()
    }

    fn policy(&self) -> String {
        let desk = self.desk;
        let Some((name, title)) = desk.rules().policy() else { return self.say(&Words::NoPolicy) };
        let title = desk.title(title, name);
        let version = desk.assessment.question().version;
        let version = version.map_or_else(String::new, |v| format!("@{v}"));
        format!("{title}{}", desk.aside(&format!("{name}{version}")))
    }

    fn verdict(&mut self) {
        let standing = &self.standing;
        let blocking = standing.blocking.len().to_string();
        let (open, warnings) = (standing.open.len(), standing.warnings.len());
        let doubts = standing.doubts.len();
        let waived = standing.waived.len();
        let document = self.document_title(&self.document);
        let (words, ink) = match self.desk.assessment.verdict(&self.document) {
            Verdict::Blocked if standing.blocking.is_empty() && open == 0 => {
                (Words::BlockedButWaived { document, count: waived.to_string() }, Ink::Doubt)
            }
            Verdict::Blocked => {
                let count = standing.blocking.len().saturating_add(waived).to_string();
                (Words::Blocked { document, count }, Ink::Bad)
            }
            Verdict::Undetermined if open == 0 => {
                let as_of = super::waits::day(&self.desk, self.desk.assessment.question().as_of);
                let count = self.desk.assessment.supposed(&self.document).len().to_string();
                (Words::NotYet { document, as_of, count }, Ink::Doubt)
            }
            Verdict::Undetermined => {
                (Words::Undetermined { document, count: open.to_string() }, Ink::Doubt)
            }
            Verdict::Ready if warnings > 0 || doubts > 0 => {
                let count = warnings.saturating_add(doubts).to_string();
                (Words::ReadyWithWarnings { document, count }, Ink::Doubt)
            }
            Verdict::Ready => (Words::Ready { document }, Ink::Good),
        };
        let verdict = self.say(&words);
        self.page.gap();
        self.page.block(0, "", &verdict, ink);
        let mut counts = Vec::new();
        let blocked = !standing.blocking.is_empty();
        if blocked {
            counts.push(Words::CountBlocking { count: blocking });
        }
        if open > 0 {
            counts.push(Words::CountOpen { count: open.to_string() });
        }
        if warnings > 0 {
            counts.push(Words::CountWarnings { count: warnings.to_string() });
        }
        if doubts > 0 {
            counts.push(Words::CountDoubts { count: doubts.to_string() });
        }
        counts.push(Words::CountSatisfied { count: self.standing.satisfied.len().to_string() });
        let disputed = self.disputes.len();
        if disputed > 0 {
            counts.push(Words::CountDisputed { count: disputed.to_string() });
        }
        let counts: Vec<String> = counts.iter().map(|c| self.say(c)).collect();
        let counts = self.desk.clauses(&counts);
        let caution = self.say(&Words::Caution);
        self.page.block(2, "", &counts, Ink::Plain);
        self.suppositions();
        self.page.block(2, "", &caution, Ink::Faint);
    }
}
