//! Composes the paper about a company's policy: the policy with the law beside it.

use crate::assess::{Assessment, Receipt};
use crate::diag::Diagnostics;
use crate::document::context::{Occasion, Rulebook, rulebook_sheet};
use crate::document::{Composed, PaperFacts, Partials, Template, compose};
use crate::vocabulary::DocumentKind;
use crate::wording::Language;

/// What the paper is made from.
#[derive(Debug, Clone, Copy)]
pub struct PolicyPaper<'a> {
    /// The assessment of what the policy says of itself.
    pub assessment: &'a Assessment<'a>,
    /// What it was made from.
    pub receipt: &'a Receipt,
    /// Language of the paper.
    pub language: Language,
    /// Shared blocks of that language.
    pub partials: &'a Partials,
    /// The kind of document.
    pub kind: &'a DocumentKind,
    /// The files, and what `check` finds.
    pub of: Rulebook<'a>,
}

impl PolicyPaper<'_> {
    /// Composes the paper.
    ///
    /// # Errors
    ///
    /// Returns what is wrong with its template.
    pub fn compose(&self, template: &Template) -> Result<Composed, Diagnostics> {
        let occasion = Occasion {
            document: self.kind,
            language: self.language,
            is_draft: false,
            receipt: self.receipt,
            generated: &[],
        };
        let sheet = rulebook_sheet(self.assessment, &occasion, self.of);
        let facts = PaperFacts {
            kind: self.kind.name().to_owned(),
            title: self.kind.title().get(self.language).to_owned(),
            language: self.language,
            region: "CN".to_owned(),
            number: None,
            date: self.assessment.question().as_of.to_string(),
            fingerprint: self.receipt.fingerprint().short(16),
            draft: None,
            style: None,
        };
        compose(template, &sheet, self.partials, &facts)
    }

    /// Returns the file name without its ending: title, policy, version, language.
    #[must_use]
    pub fn file_name(&self) -> String {
        let question = self.assessment.question();
        let version = question.version.unwrap_or(question.as_of).to_string().replace('-', "");
        let policy = self.assessment.rules().policy().map_or("", |(name, _)| name);
        let number: String = self.kind.code().chars().filter(char::is_ascii_digit).collect();
        let title = super::papers::safe(self.kind.title().get(self.language));
        [&number, &title, policy, &version, self.language.tag()].join("_")
    }
}
