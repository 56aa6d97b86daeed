//! Cuts the text of an expression into tokens.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::value::dates::parse_date;
use crate::value::{Date, Exact, Month};
use crate::wording::catalogue::expressions::ExpressionMessage as Message;

/// A token with its bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    /// A name or a keyword; dots join its parts.
    Word(String),
    /// A number.
    Number(Exact),
    /// A number followed by `%`.
    Percent(Exact),
    /// A date.
    Date(Date),
    /// A month.
    Month(Month),
    /// A quoted text.
    Text(String),
    /// An operator or bracket.
    Sign(&'static str),
}

const SIGNS: [&str; 16] =
    ["!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", ":"];
const FULL_WIDTH: [(char, &str); 8] = [
    ('，', ","),
    ('（', "("),
    ('）', ")"),
    ('＝', "="),
    ('＜', "<"),
    ('＞', ">"),
    ('％', "%"),
    ('＋', "+"),
];

/// The most tokens an expression may have.
///
/// A chain of operators is a tree as deep as it is long, so the length bounds the depth.
pub const MAX_TOKENS: usize = 512;

/// Cuts `text` into tokens; `place` turns bytes of the text into a span of the file.
///
/// Of a text that is too long it returns the first token too many as the last one.
///
/// # Errors
///
/// Returns the first mistake.
pub fn tokens(text: &str, place: &dyn Fn(usize, usize) -> Span) -> Result<Vec<Token>, Diagnostic> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|r| !r.is_empty() && found.len() <= MAX_TOKENS) {
        let first = rest.chars().next().unwrap_or(' ');
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = next(rest).map_err(|(message, length)| {
            Diagnostic::error(message.code(), message.text(), place(at, at + length.max(1)))
        })?;
        found.push(Token { kind, start: at, end: at + length });
        at += length;
    }
    Ok(found)
}

type Cut = Result<(TokenKind, usize), (Message, usize)>;

fn next(rest: &str) -> Cut {
    let first = rest.chars().next().unwrap_or(' ');
    if first.is_ascii_digit() {
        return number_or_date(rest);
    }
    if first.is_alphabetic() && !is_full_width(first) || first == '_' {
        return Ok(word(rest));
    }
    if first == '"' {
        return quoted(rest);
    }
    if let Some(sign) = SIGNS.into_iter().find(|s| rest.starts_with(s)) {
        return Ok((TokenKind::Sign(sign), sign.len()));
    }
    let found = first.to_string();
    Err(match FULL_WIDTH.into_iter().find(|(wide, _)| *wide == first) {
        Some((_, wanted)) => {
            (Message::FullWidth { found, wanted: wanted.to_owned() }, first.len_utf8())
        }
        None => (Message::StrayCharacter { found }, first.len_utf8()),
    })
}

fn is_full_width(c: char) -> bool {
    ('\u{ff00}'..='\u{ffef}').contains(&c)
}

/// A name: letters, digits and `_`, joined by single dots, with `-` inside a part (`art-40-2`).
fn word(rest: &str) -> (TokenKind, usize) {
    let mut end = 0;
    let mut previous = ' ';
    let mut characters = rest.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let joins = matches!(c, '.' | '-')
            && previous.is_alphanumeric()
            && characters.peek().is_some_and(|(_, n)| n.is_alphanumeric() || *n == '_');
        if !(c.is_alphanumeric() && !is_full_width(c) || c == '_' || joins) {
            break;
        }
        end = at + c.len_utf8();
        previous = c;
    }
    (TokenKind::Word(rest.get(..end).unwrap_or("").to_owned()), end)
}

fn number_or_date(rest: &str) -> Cut {
    let run = rest.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(rest.len());
    let joined = rest.get(..run).unwrap_or("").trim_end_matches('-');
    if joined.len() == 10 && joined.matches('-').count() == 2 {
        return match parse_date(joined) {
            Some(date) => Ok((TokenKind::Date(date), 10)),
            None => Err((Message::BadDate { found: joined.to_owned() }, 10)),
        };
    }
    if joined.len() == 7 && joined.find('-') == Some(4) {
        return match Month::parse(joined) {
            Some(month) => Ok((TokenKind::Month(month), 7)),
            None => Err((Message::BadDate { found: joined.to_owned() }, 7)),
        };
    }
    if joined.contains('-') {
        return Err((Message::TightMinus, joined.len()));
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '.')).unwrap_or(rest.len());
    let text = rest.get(..end).unwrap_or("");
    let Ok(number) = Exact::parse(text) else {
        return Err((Message::BadNumber { found: text.to_owned() }, end));
    };
    if rest.get(end..).is_some_and(|r| r.starts_with('%')) {
        let share = number.checked_div(Exact::whole(100)).ok().flatten();
        return share
            .map(|share| (TokenKind::Percent(share), end + 1))
            .ok_or((Message::BadNumber { found: text.to_owned() }, end));
    }
    Ok((TokenKind::Number(number), end))
}

fn quoted(rest: &str) -> Cut {
    let inside = rest.get(1..).unwrap_or("");
    match inside.find('"') {
        Some(length) => {
            Ok((TokenKind::Text(inside.get(..length).unwrap_or("").to_owned()), length + 2))
        }
        None => Err((Message::OpenText, rest.len())),
    }
}
