//! Splits what stands between braces into words, quoted text and signs.

use super::Mistake;
use crate::document::mistakes;
use crate::source::{FileId, Span};
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lexeme<'t> {
    /// A word such as `if` or `employee`.
    Word(&'t str),
    /// What stands between quotation marks.
    Quoted(&'t str),
    /// `.`, `,`, `=`, `(` or `)`.
    Sign(char),
}

/// A token with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// What it is.
    pub(super) lexeme: Lexeme<'t>,
    /// Where it stands.
    pub(super) span: Span,
}

impl Lexeme<'_> {
    /// Returns the token as a person wrote it.
    pub(super) fn written(self) -> String {
        match self {
            Self::Word(word) => word.to_owned(),
            Self::Quoted(text) => format!("\"{text}\""),
            Self::Sign(sign) => sign.to_string(),
        }
    }
}

/// Splits `inner`, which begins at byte `at` of the file.
pub(super) fn tokens(file: FileId, inner: &str, at: usize) -> Result<Vec<Token<'_>>, Mistake> {
    // `{{-` and `-%}` are accepted and mean nothing: a tag alone on its line leaves no line anyway.
    let (inner, at) = match inner.strip_prefix('-') {
        Some(rest) => (rest, at + 1),
        None => (inner, at),
    };
    let inner = inner.strip_suffix('-').unwrap_or(inner);
    let mut tokens = Vec::new();
    let mut offset = 0;
    while let Some(rest) = inner.get(offset..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            offset += blank;
            continue;
        }
        let (lexeme, length) = next(rest).map_err(|found| {
            let span = Span::new(file, at + offset, at + offset + found.len_utf8());
            strange(found, span)
        })?;
        let span = Span::new(file, at + offset, at + offset + length);
        tokens.push(Token { lexeme, span });
        offset += length;
    }
    Ok(tokens)
}

fn next(rest: &str) -> Result<(Lexeme<'_>, usize), char> {
    let Some(first) = rest.chars().next() else { return Err(' ') };
    match first {
        '.' | ',' | '=' | '(' | ')' => Ok((Lexeme::Sign(first), 1)),
        '"' | '\'' => {
            let quoted = rest.strip_prefix(first).and_then(|r| r.split_once(first));
            let (text, _) = quoted.ok_or(first)?;
            Ok((Lexeme::Quoted(text), text.len() + 2))
        }
        c if c.is_ascii_alphabetic() || c == '_' => {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest);
            Ok((Lexeme::Word(word), word.len()))
        }
        c => Err(c),
    }
}

fn strange(found: char, span: Span) -> Mistake {
    let message = DocumentMessage::StrangeCharacter { found: found.to_string() };
    let help = match found {
        '“' | '”' | '‘' | '’' | '＂' | '"' | '\'' => DocumentHelp::Quotes,
        _ => DocumentHelp::Name,
    };
    Box::new(mistakes::error(&message, span).with_help(help.text()))
}
