//! The lines on top of a template that say what it is.

use crate::diag::{Diagnostic, Diagnostics};
use crate::document::mistakes;
use crate::document::model::PageStyle;
use crate::source::{FileId, Span};
use crate::wording::Language;
use crate::wording::catalogue::documents::DocumentMessage;

const FENCE: &str = "---";
const KEYS: [&str; 3] = ["id", "language", "style"];

/// What a template says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub(super) id: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) style: Option<PageStyle>,
}

/// Reads the front matter and returns it with the first byte of the body.
pub(super) fn read(
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> (FrontMatter, usize) {
    let mut matter = FrontMatter::default();
    let mut lines = lines(text);
    let Some((_, start, first)) = lines.next() else { return (matter, 0) };
    if first.trim_end() != FENCE {
        return (matter, 0);
    }
    for (from, next, line) in lines {
        if line.trim_end() == FENCE {
            return (matter, next);
        }
        let span = Span::new(file, from, from + line.trim_end().len());
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            entry(&mut matter, line, span, diagnostics);
        }
    }
    diagnostics.push(mistakes::error(&DocumentMessage::NoFrontMatter, Span::new(file, 0, 3)));
    (matter, start)
}

/// Iterates over lines with their first byte and the first byte of the next line.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let from = *at;
        *at += line.len();
        Some((from, *at, line))
    })
}

fn entry(matter: &mut FrontMatter, line: &str, span: Span, diagnostics: &mut Diagnostics) {
    let Some((key, value)) = line.split_once(':').map(|(k, v)| (k.trim(), v.trim())) else {
        let message = DocumentMessage::FrontMatterLine { line: line.trim().to_owned() };
        diagnostics.push(mistakes::error(&message, span));
        return;
    };
    let allowed = match key {
        "id" => {
            matter.id = Some(value.to_owned());
            return;
        }
        "language" => {
            matter.language = match value {
                "zh" => Some(Language::Chinese),
                "en" => Some(Language::English),
                _ => None,
            };
            if matter.language.is_some() {
                return;
            }
            "`zh`, `en`"
        }
        "style" => {
            matter.style = match value {
                "company" => Some(PageStyle::Company),
                "sheet" => Some(PageStyle::Sheet),
                "official" => Some(PageStyle::Official),
                _ => None,
            };
            if matter.style.is_some() {
                return;
            }
            "`company`, `official`"
        }
        _ => {
            diagnostics.push(unknown_key(key, span));
            return;
        }
    };
    let message = DocumentMessage::FrontMatterValue {
        key: key.to_owned(),
        value: value.to_owned(),
        allowed: allowed.to_owned(),
    };
    diagnostics.push(mistakes::error(&message, span));
}

fn unknown_key(key: &str, span: Span) -> Diagnostic {
    let message = DocumentMessage::FrontMatterKey { key: key.to_owned() };
    mistakes::suggest(mistakes::error(&message, span), key, KEYS)
}
