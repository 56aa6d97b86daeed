//! The few words that exporters print themselves; all others come from the template.

use crate::wording::Language;

/// Words around page number and page count: 第 1 页 共 2 页, page 1 of 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageWords {
    /// Before the number of the page.
    pub before: &'static str,
    /// Between the number and the count.
    pub between: &'static str,
    /// After the count.
    pub after: &'static str,
}

/// Returns the words around page number and page count.
#[must_use]
pub fn page(language: Language) -> PageWords {
    match language {
        Language::Chinese => PageWords { before: "第", between: "页 共", after: "页" },
        Language::English => PageWords { before: "page ", between: " of ", after: "" },
    }
}

/// Returns the fingerprint with the word that says what it is: it identifies
/// the text that was generated, not a file that somebody edited afterwards.
#[must_use]
pub fn fingerprint(language: Language, fingerprint: &str) -> String {
    match language {
        Language::Chinese => format!("文本指纹 {fingerprint}"),
        Language::English => format!("text fingerprint {fingerprint}"),
    }
}

/// Returns the mark that stands in a draft where a fact is missing.
#[must_use]
pub fn missing(language: Language, question: &str) -> String {
    match language {
        Language::Chinese => format!("【待补：{question}】"),
        Language::English => format!("[to be supplied: {question}]"),
    }
}

/// Returns the colon between a label and the line to be filled in.
#[must_use]
pub fn colon(language: Language) -> &'static str {
    match language {
        Language::Chinese => "：",
        Language::English => ": ",
    }
}

/// Returns the words between the blanks of a date that is written by hand:
/// `____年__月__日`; English has one line.
#[must_use]
pub fn date_parts(language: Language) -> &'static [&'static str] {
    match language {
        Language::Chinese => &["年", "月", "日"],
        Language::English => &[],
    }
}
