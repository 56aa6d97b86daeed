//! The few words that exporters print of their own, in the language of the paper.

use crate::document::model::{Document, Origin, OriginKind, SignatureLine};
use crate::wording::Language;

/// Words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// Returns the words of a language.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self { language }
    }

    fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// Returns what stands in the place of a missing value.
    #[must_use]
    pub fn missing(self, question: &str) -> String {
        match self.language {
            Language::Chinese => format!("【待补：{question}】"),
            Language::English => format!("[to be supplied: {question}]"),
        }
    }

    /// Returns the heading over the reasons why a paper is a draft.
    #[must_use]
    pub fn reasons(self) -> &'static str {
        self.pick("尚待解决的事项", "Open points")
    }

    /// Returns the words on the place of a seal.
    #[must_use]
    pub fn seal(self) -> &'static str {
        self.pick("（盖章处）", "(company seal)")
    }

    /// Returns the words before, between and after page number and number of pages.
    #[must_use]
    pub fn pages(self) -> (&'static str, &'static str, &'static str) {
        match self.language {
            Language::Chinese => ("第", "页 共", "页"),
            Language::English => ("Page ", " of ", ""),
        }
    }

    /// Returns the words before a line to be filled by hand.
    #[must_use]
    pub fn label(self, line: &SignatureLine) -> String {
        format!("{}{}", line.label, self.pick("：", ": "))
    }

    /// Returns what the footer says: number and fingerprint.
    #[must_use]
    pub fn footer(self, document: &Document) -> String {
        let fingerprint = match document.fingerprint.as_str() {
            "" => None,
            text => Some(format!("{}{text}", self.pick("文本指纹：", "Text fingerprint: "))),
        };
        let parts: Vec<String> = document.number.clone().into_iter().chain(fingerprint).collect();
        parts.join(" · ")
    }
}

/// Returns an origin as text: `fact employee.name`.
#[must_use]
pub fn origin(origin: &Origin) -> String {
    let kind = match origin.kind {
        OriginKind::Fact => "fact",
        OriginKind::Parameter => "parameter",
        OriginKind::Definition => "definition",
        OriginKind::Figure => "figure",
        OriginKind::Deadline => "deadline",
        OriginKind::Finding => "finding",
        OriginKind::Citation => "citation",
        OriginKind::Paper => "paper",
    };
    format!("{kind} {}", origin.name)
}

/// Returns the language tag of a document, such as `zh-CN`.
#[must_use]
pub fn language_tag(document: &Document) -> String {
    match document.region.as_str() {
        "" => document.language.tag().to_owned(),
        region => format!("{}-{region}", document.language.tag()),
    }
}

/// Replaces the characters that XML and HTML cannot hold.
#[must_use]
pub fn printable(text: &str) -> String {
    let allowed = |c: char| {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{7E}' | '\u{A0}'..='\u{FDCF}')
            || matches!(c, '\u{FDF0}'..='\u{FFFD}')
            || (c >= '\u{10000}' && u32::from(c) & 0xFFFE != 0xFFFE)
    };
    text.chars().map(|c| if allowed(c) { c } else { '\u{FFFD}' }).collect()
}
