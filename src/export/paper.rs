//! What exporters say about a paper as a whole, and about where its values came from.

use super::words;
use crate::document::model::{Document, Inline, Origin, OriginKind, SignatureLine};
use crate::wording::Language;

/// Returns the heading over the reasons why a paper is a draft.
#[must_use]
pub fn reasons(language: Language) -> &'static str {
    match language {
        Language::Chinese => "尚待解决的事项：",
        Language::English => "Open points:",
    }
}

/// Returns the words on the place of a seal.
#[must_use]
pub fn seal(language: Language) -> &'static str {
    match language {
        Language::Chinese => "（盖章处）",
        Language::English => "(company seal)",
    }
}

/// Returns the words before a line to be filled by hand.
#[must_use]
pub fn label(language: Language, line: &SignatureLine) -> String {
    format!("{}{}", line.label, words::colon(language))
}

/// Returns number and fingerprint, as the footer of every page has them.
#[must_use]
pub fn footer(document: &Document) -> String {
    let fingerprint = match document.fingerprint.as_str() {
        "" => None,
        text => Some(words::fingerprint(document.language, text)),
    };
    let parts: Vec<String> = document.number.clone().into_iter().chain(fingerprint).collect();
    parts.join(" · ")
}

/// Returns the language tag of a paper, such as `zh-CN`.
#[must_use]
pub fn language_tag(document: &Document) -> String {
    match document.region.as_str() {
        "" => document.language.tag().to_owned(),
        region => format!("{}-{region}", document.language.tag()),
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

/// Returns the plain words of `inlines`, to measure them.
pub(super) fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Value { text, .. } => text.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
            Inline::Missing { question, .. } => format!("【待补：{question}】"),
            Inline::Blank { width } => "　".repeat(usize::from(*width)),
            Inline::Pages => "10".to_owned(),
            Inline::Break => "\n".to_owned(),
        })
        .collect()
}

/// Replaces the characters that XML and HTML cannot hold.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if is_printable(c) { c } else { '\u{FFFD}' }).collect()
}

fn is_printable(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => true,
        '\u{FDD0}'..='\u{FDEF}' => false,
        // The last two code points of each plane are noncharacters.
        c => !c.is_control() && u32::from(c) & 0xFFFE != 0xFFFE,
    }
}
