//! Kinds of documents and legal paths of ending.

use crate::source::Span;
use crate::wording::Localized;

/// Who reads a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// The employee.
    Employee,
    /// The trade union.
    Union,
    /// Counsel.
    Counsel,
    /// An arbitration tribunal or court.
    Tribunal,
    /// The employer's own people.
    Internal,
}

impl Audience {
    /// Returns the audience of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "employee" => Self::Employee,
            "union" => Self::Union,
            "counsel" => Self::Counsel,
            "tribunal" => Self::Tribunal,
            "internal" => Self::Internal,
            _ => return None,
        })
    }

    /// Returns whether sensitive facts may be shown to it.
    #[must_use]
    pub fn may_see_sensitive(self) -> bool {
        matches!(self, Self::Internal | Self::Counsel)
    }
}

/// A kind of document.
#[derive(Debug, Clone)]
pub struct DocumentKind {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) title: Localized,
    pub(super) grounds: Vec<String>,
    pub(super) needs_clearance: bool,
    pub(super) needs: Option<String>,
    pub(super) audience: Audience,
    pub(super) signatories: Vec<Signatory>,
    pub(super) annexes: Vec<String>,
    pub(super) copies: Vec<String>,
    pub(super) dated: Option<String>,
    pub(super) no_later_than: Option<String>,
    pub(super) no_earlier_than: Option<String>,
    pub(super) requires: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) of_policy: bool,
    pub(super) span: Span,
}

/// Somebody who signs a document.
#[derive(Debug, Clone)]
pub struct Signatory {
    /// Stable id such as `employer`.
    pub id: String,
    /// Words above the signature.
    pub title: Localized,
    /// Whether a seal belongs there.
    pub seal: bool,
    /// Whether the signature only confirms receipt.
    pub receipt: bool,
}

impl DocumentKind {
    /// Returns the name, such as `dismissal-notice`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the code, such as `D21`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Returns the title.
    #[must_use]
    pub fn title(&self) -> &Localized {
        &self.title
    }

    /// Returns the grounds it belongs to; none means all.
    #[must_use]
    pub fn grounds(&self) -> &[String] {
        &self.grounds
    }

    /// Returns whether it may arise in a case on a ground.
    #[must_use]
    pub fn belongs_to(&self, ground: &str) -> bool {
        !self.of_policy && (self.grounds.is_empty() || self.grounds.iter().any(|g| g == ground))
    }

    /// Returns whether it is about a company's policy and not about a case.
    #[must_use]
    pub fn is_of_policy(&self) -> bool {
        self.of_policy
    }

    /// Returns whether it may only be issued with a clearance.
    #[must_use]
    pub fn needs_clearance(&self) -> bool {
        self.needs_clearance
    }

    /// Returns the yes/no fact or definition without which there is no such paper, such as whether there was a plan.
    #[must_use]
    pub fn needs(&self) -> Option<&str> {
        self.needs.as_deref()
    }

    /// Returns who reads it.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// Returns who signs it.
    #[must_use]
    pub fn signatories(&self) -> &[Signatory] {
        &self.signatories
    }

    /// Returns the documents annexed to it.
    #[must_use]
    pub fn annexes(&self) -> &[String] {
        &self.annexes
    }

    /// Returns the documents of which a copy is annexed, after the annexes.
    #[must_use]
    pub fn copies(&self) -> &[String] {
        &self.copies
    }

    /// Returns the facts, lists and conditions without which it must not be issued: known, with a row, true.
    #[must_use]
    pub fn requires(&self) -> &[String] {
        &self.requires
    }

    /// Returns the name of the day that it and its annexes bear, if that is not the day on which they are made.
    #[must_use]
    pub fn dated(&self) -> Option<&str> {
        self.dated.as_deref()
    }

    /// Returns the name of the last day on which it may be made, such as the first day of a plan.
    #[must_use]
    pub fn no_later_than(&self) -> Option<&str> {
        self.no_later_than.as_deref()
    }

    /// Returns the name of the first day on which it may be made, such as the last day of employment.
    #[must_use]
    pub fn no_earlier_than(&self) -> Option<&str> {
        self.no_earlier_than.as_deref()
    }

    /// Returns the documents that come before it.
    #[must_use]
    pub fn after(&self) -> &[String] {
        &self.after
    }

    /// Returns where it is declared.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }
}

/// A legal path of ending.
#[derive(Debug, Clone)]
pub struct Ground {
    pub(super) name: String,
    pub(super) title: Localized,
    pub(super) main_document: String,
    pub(super) law_date: String,
    pub(super) citation: Option<String>,
    pub(super) span: Span,
}

impl Ground {
    /// Returns the name, such as `art-40-2`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the title.
    #[must_use]
    pub fn title(&self) -> &Localized {
        &self.title
    }

    /// Returns the document it is made for.
    #[must_use]
    pub fn main_document(&self) -> &str {
        &self.main_document
    }

    /// Returns its citation as written.
    #[must_use]
    pub fn citation(&self) -> Option<&str> {
        self.citation.as_deref()
    }

    /// Returns the name of the date that selects the version of undated reads.
    #[must_use]
    pub fn law_date(&self) -> &str {
        &self.law_date
    }

    /// Returns where it is declared.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }
}
