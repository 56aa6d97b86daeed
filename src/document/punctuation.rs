//! Finds ASCII punctuation beside Chinese characters, which a Chinese reader takes for carelessness.

use super::mistakes;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Span};
use crate::wording::catalogue::documents::DocumentMessage;

/// Returns whether a character is Chinese text: a Han character or full-width punctuation.
#[must_use]
pub fn is_chinese(c: char) -> bool {
    matches!(c,
        '\u{3001}'..='\u{3029}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FF60}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// Returns the punctuation that should stand instead of an ASCII mark, if it is one.
#[must_use]
pub fn full_width(c: char) -> Option<&'static str> {
    match c {
        ',' => Some("，"),
        '.' => Some("。"),
        ':' => Some("："),
        ';' => Some("；"),
        '?' => Some("？"),
        '!' => Some("！"),
        '(' => Some("（"),
        ')' => Some("）"),
        '"' => Some("“ ”"),
        '\'' => Some("‘ ’"),
        _ => None,
    }
}

/// Returns every ASCII punctuation mark that stands directly beside Chinese text, with its first byte.
///
/// Emphasis marks in between do not count: in `**合计**:` the colon stands beside 计.
///
/// # Examples
///
/// ```
/// use duecause::document::punctuation::punctuation_lint;
///
/// assert_eq!(punctuation_lint("您好,公司"), [(6, ',')]);
/// assert!(punctuation_lint("完成率57.8%（14:30）").is_empty());
/// ```
#[must_use]
pub fn punctuation_lint(text: &str) -> Vec<(usize, char)> {
    let seen: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| *c != '*').collect();
    let chinese =
        |index: Option<usize>| index.and_then(|i| seen.get(i)).is_some_and(|(_, c)| is_chinese(*c));
    seen.iter()
        .enumerate()
        .filter(|(_, (_, c))| full_width(*c).is_some())
        .filter(|(i, _)| chinese(i.checked_sub(1)) || chinese(Some(i + 1)))
        .map(|(_, found)| *found)
        .collect()
}

/// Checks the words of a template, given as stretches with their first byte.
pub(super) fn lint_template(file: FileId, stretches: &[(usize, &str)]) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for (at, words) in stretches {
        for (offset, found) in punctuation_lint(words) {
            let span = Span::new(file, at + offset, at + offset + found.len_utf8());
            diagnostics.push(half_width(found, span));
        }
    }
    diagnostics
}

fn half_width(found: char, span: Span) -> Diagnostic {
    let message = DocumentMessage::HalfWidth {
        found: found.to_string(),
        wanted: full_width(found).unwrap_or_default().to_owned(),
    };
    mistakes::warning(&message, span)
}
