//! Instruments a rule may cite, and citations of them.

use std::fmt;

use crate::wording::{Language, Localized};

/// How far a text can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Statute, regulation or interpretation of the highest court, read in full.
    Statute,
    /// Regional text.
    Regional,
    /// Published case.
    Case,
    /// Practice or secondary copy.
    Practice,
    /// Not verified.
    Unverified,
}

impl Confidence {
    /// Returns the confidence of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "statute" => Self::Statute,
            "regional" => Self::Regional,
            "case" => Self::Case,
            "practice" => Self::Practice,
            "unverified" => Self::Unverified,
            _ => return None,
        })
    }

    /// Returns the name used in packs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Statute => "statute",
            Self::Regional => "regional",
            Self::Case => "case",
            Self::Practice => "practice",
            Self::Unverified => "unverified",
        }
    }

    /// Returns the words for people.
    #[must_use]
    pub fn words(self) -> Localized {
        match self {
            Self::Statute => Localized::new("法律法规、司法解释原文", "statute or interpretation"),
            Self::Regional => Localized::new("地方规定", "regional text"),
            Self::Case => Localized::new("裁判案例", "published case"),
            Self::Practice => Localized::new("实务做法", "practice"),
            Self::Unverified => Localized::new("未核实", "not verified"),
        }
    }
}

/// An instrument.
#[derive(Debug, Clone)]
pub struct Source {
    pub(super) title: Localized,
    pub(super) short: Localized,
    pub(super) version: Localized,
    pub(super) confidence: Confidence,
    pub(super) checked_on: Option<String>,
    pub(super) url: Option<String>,
    pub(super) item_articles: Vec<String>,
    pub(super) region: Option<String>,
    pub(super) note: Localized,
}

impl Source {
    /// Returns the full title.
    #[must_use]
    pub fn title(&self) -> &Localized {
        &self.title
    }

    /// Returns the short title.
    #[must_use]
    pub fn short(&self) -> &Localized {
        &self.short
    }

    /// Returns the version that was read.
    #[must_use]
    pub fn version(&self) -> &Localized {
        &self.version
    }

    /// Returns how far it is trusted.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// Returns the day on which it was checked.
    #[must_use]
    pub fn checked_on(&self) -> Option<&str> {
        self.checked_on.as_deref()
    }

    /// Returns where it was read.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Returns the articles whose first subdivision are items (项), not paragraphs (款).
    #[must_use]
    pub fn item_articles(&self) -> &[String] {
        &self.item_articles
    }

    /// Returns the region whose text it is; elsewhere it binds nobody.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// Returns a remark; may be empty.
    #[must_use]
    pub fn note(&self) -> &Localized {
        &self.note
    }
}

/// A place in an instrument, such as `LCL 47(1)`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    source: String,
    place: String,
}

impl Citation {
    /// Returns a citation of `place` in the source named `source`.
    #[must_use]
    pub fn new(source: &str, place: &str) -> Self {
        Self { source: source.to_owned(), place: place.to_owned() }
    }

    /// Returns the name of the source.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns the place in it: article, paragraph and item; may be empty.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Returns the citation as a lawyer writes it: 《劳动合同法》第四十七条第一款, or `LCL art. 47(1)`.
    #[must_use]
    pub fn words(&self, vocabulary: &super::Vocabulary, language: Language) -> String {
        let source = vocabulary.sources.get(&self.source);
        let short = source.map(|s| s.short.get(language));
        let items = source.map_or(&[][..], |s| &s.item_articles);
        let short = short.filter(|s| !s.is_empty()).unwrap_or(&self.source);
        match language {
            Language::English if self.place.is_empty() => short.to_owned(),
            Language::English => format!("{short} {}", self.place),
            Language::Chinese => {
                format!("{short}{}", crate::wording::amounts::article(&self.place, items))
            }
        }
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => f.write_str(&self.source),
            place => write!(f, "{} {place}", self.source),
        }
    }
}
