//! Composes one paper of a case from its template.

use super::refusal::{reasons, too_early, too_late};
use crate::assess::{Assessment, Receipt, Verdict};
use crate::case::Cell;
use crate::diag::Diagnostics;
use crate::document::context::{Occasion, sheet};
use crate::document::model::{Document, Draft};
use crate::document::{Composed, PaperFacts, Partials, Template, compose};
use crate::value::{Date, Value};
use crate::vocabulary::DocumentKind;
use crate::wording::{Language, Localized};

/// What all papers of one run share.
#[derive(Debug)]
pub struct Papers<'a> {
    /// The assessment.
    pub assessment: &'a Assessment<'a>,
    /// What it was made from.
    pub receipt: &'a Receipt,
    /// Language of the papers.
    pub language: Language,
    /// Shared blocks of that language.
    pub partials: &'a Partials,
    /// Number of the paper, if somebody gave one.
    pub number: Option<String>,
    /// Names of the documents that are generated together.
    pub generated: &'a [String],
}

/// Whether a paper is issued or only drafted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Issue {
    /// It may leave the building.
    Cleared,
    /// It is marked as a draft.
    Draft,
}

/// A composed paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The document.
    pub document: Document,
    /// Whether it is issued or only drafted.
    pub issue: Issue,
    /// What it needs and nobody knows, as questions.
    pub missing: Vec<String>,
    /// Remarks of the composer.
    pub warnings: Diagnostics,
}

/// Why there is no paper.
#[derive(Debug)]
pub enum Obstacle {
    /// It is not cleared, and nobody asked for a draft.
    NotCleared(Verdict),
    /// Template and sheet do not fit.
    Mistakes(Diagnostics),
}

impl Papers<'_> {
    /// Composes a paper; without clearance only if `draft` is set or the paper needs none.
    ///
    /// # Errors
    ///
    /// Returns that it is not cleared, or what is wrong with its template.
    pub fn compose(
        &self,
        kind: &DocumentKind,
        template: &Template,
        draft: bool,
    ) -> Result<Paper, Obstacle> {
        let cleared = self.assessment.clear(kind.name(), self.receipt);
        let why = match (&cleared, kind.needs_clearance()) {
            (Ok(_), _) | (Err(_), false) => self.lacks(kind),
            (Err(refusal), true) if draft => Some(reasons(self.assessment, refusal, self.language)),
            (Err(_), true) => {
                return Err(Obstacle::NotCleared(self.assessment.verdict(kind.name())));
            }
        };
        match self.attempt(kind, template, why.clone()) {
            // A paper of ours with open questions is a draft that lists them, not an error.
            Err(_) if why.is_none() && (draft || !kind.needs_clearance()) => {
                self.attempt(kind, template, Some(Vec::new())).map_err(Obstacle::Mistakes)
            }
            other => other.map_err(Obstacle::Mistakes),
        }
    }

    fn attempt(
        &self,
        kind: &DocumentKind,
        template: &Template,
        reasons: Option<Vec<String>>,
    ) -> Result<Paper, Diagnostics> {
        let issue = if reasons.is_some() { Issue::Draft } else { Issue::Cleared };
        let occasion = Occasion {
            document: kind,
            language: self.language,
            is_draft: issue == Issue::Draft,
            receipt: self.receipt,
            generated: self.generated,
        };
        let sheet = sheet(self.assessment, &occasion);
        let facts = self.facts(kind, reasons);
        let Composed { mut document, missing, warnings } =
            compose(template, &sheet, self.partials, &facts)?;
        let missing: Vec<String> = missing.into_iter().map(|m| m.question).collect();
        if let Some(draft) = document.draft.as_mut().filter(|d| d.reasons.is_empty()) {
            draft.reasons = unique(&missing);
        }
        Ok(Paper { document, issue, missing, warnings })
    }

    fn facts(&self, kind: &DocumentKind, reasons: Option<Vec<String>>) -> PaperFacts {
        let watermark =
            Localized::new("草稿 未经审批 不得送达", "DRAFT – not approved – not to be served");
        PaperFacts {
            kind: kind.name().to_owned(),
            title: kind.title().get(self.language).to_owned(),
            language: self.language,
            region: "CN".to_owned(),
            number: self.number.clone(),
            date: self.date(kind).to_string(),
            fingerprint: self.receipt.fingerprint().short(16),
            draft: reasons.map(|reasons| Draft {
                watermark: watermark.get(self.language).to_owned(),
                reasons,
            }),
            style: None,
        }
    }

    /// Returns whether there is such a paper in this case, as far as is known.
    ///
    /// Where nobody said, there is one as soon as there is what it cannot do without.
    #[must_use]
    pub fn is_wanted(&self, kind: &DocumentKind) -> bool {
        let said = kind.needs().and_then(|name| self.assessment.truth(name));
        let lacks = |name: &String| self.assessment.lacking(name).is_some();
        said.unwrap_or_else(|| !kind.requires().iter().any(lacks)) && self.early(kind).is_none()
    }

    /// The first day on which a paper may be made, if that is still to come.
    fn early(&self, kind: &DocumentKind) -> Option<Date> {
        let first = self.assessment.date(kind.no_earlier_than()?)?;
        Some(first).filter(|first| *first > self.assessment.question().as_of)
    }

    /// Why a paper that needs no clearance must not be issued as it is.
    fn lacks(&self, kind: &DocumentKind) -> Option<Vec<String>> {
        let lacking = kind.requires().iter().filter_map(|name| self.assessment.lacking(name));
        let lacking = lacking.map(|words| words.get(self.language).to_owned());
        let missed = self.assessment.missed(kind.name());
        let late = missed.map(|day| too_late(day, self.language));
        let early = self.early(kind).map(|day| too_early(day, self.language));
        let reasons: Vec<String> = late.into_iter().chain(early).chain(lacking).collect();
        Some(reasons).filter(|reasons| !reasons.is_empty())
    }

    /// The day that the main document of the ground bears, for it and the annexes of it, else the date of knowledge.
    fn date(&self, kind: &DocumentKind) -> Date {
        let question = self.assessment.question();
        let vocabulary = self.assessment.rules().vocabulary();
        let ground = vocabulary.ground(&question.ground);
        let main = ground.and_then(|g| vocabulary.document(g.main_document()));
        let Some(main) = main else { return question.as_of };
        let is_main = main.name() == kind.name();
        let belongs = is_main || main.annexes().iter().any(|a| a == kind.name());
        match main.dated().and_then(|name| self.assessment.date(name)) {
            // An annex that is made after the paper it belongs to says so by its date.
            Some(date) if belongs && (is_main || date >= question.as_of) => date,
            _ => question.as_of,
        }
    }

    /// Returns the file name without its ending: number, title, employee number, date, language.
    ///
    /// No personal name and no space stand in it, so that folders can be listed and sent.
    #[must_use]
    pub fn file_name(&self, kind: &DocumentKind, paper: &Paper) -> String {
        let vocabulary = self.assessment.rules().vocabulary();
        let employee = vocabulary
            .fact_with_role("employee-number")
            .and_then(|(id, _)| self.assessment.case().fact(id))
            .and_then(|stated| match stated.cell() {
                Cell::Known(Value::Words(words)) => Some(safe(words)),
                _ => None,
            });
        let number: String = kind.code().chars().filter(char::is_ascii_digit).collect();
        let date = paper.document.date.replace('-', "");
        let mut parts = vec![number, safe(kind.title().get(self.language))];
        parts.extend(employee);
        parts.extend([date, self.language.tag().to_owned()]);
        if paper.issue == Issue::Draft {
            parts.push(match self.language {
                Language::Chinese => "草稿".to_owned(),
                Language::English => "draft".to_owned(),
            });
        }
        parts.join("_")
    }
}

/// Keeps letters and digits of any script; everything else becomes a hyphen.
pub(super) fn safe(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    text.trim_matches('-').to_owned()
}

fn unique(texts: &[String]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.contains(text) {
            all.push(text.clone());
        }
    }
    all
}
