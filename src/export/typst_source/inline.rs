//! Runs of text as statements of a Typst code block.

use std::fmt::Write as _;

use super::literal::{literal, words};
use crate::document::model::Inline;
use crate::export::words as fixed;
use crate::wording::Language;

/// Widest blank that is sure to fit a line, in full-width characters.
const WIDEST_BLANK: u8 = 26;

/// Writes `{...}`: a code block that joins the pieces.
pub(super) fn block(out: &mut String, language: Language, inlines: &[Inline]) {
    out.push_str("{[];");
    inlines.iter().for_each(|inline| piece(out, language, inline));
    out.push('}');
}

/// Writes one piece as a statement.
fn piece(out: &mut String, language: Language, inline: &Inline) {
    match inline {
        Inline::Text(text) | Inline::Value { text, .. } => words(out, text),
        Inline::Strong(inner) => call(out, language, "strong", inner),
        Inline::Emphasis(inner) => call(out, language, "emph", inner),
        Inline::Missing { question, .. } => {
            out.push_str("missing(");
            literal(out, &fixed::missing(language, question));
            out.push_str(");");
        }
        Inline::Blank { width } => {
            // Writing to a string does not fail.
            let _ = write!(out, "blank({});", width.min(&WIDEST_BLANK));
        }
        Inline::Pages => out.push_str("page-count();"),
        Inline::Break => out.push_str("linebreak();"),
    }
}

/// Writes a call with the inner pieces as its argument.
fn call(out: &mut String, language: Language, function: &str, inner: &[Inline]) {
    out.push_str(function);
    out.push('(');
    block(out, language, inner);
    out.push_str(");");
}
