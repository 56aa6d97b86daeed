//! Splits a template into text, values, statements and comments.

use super::Mistake;
use crate::diag::Diagnostics;
use crate::document::mistakes;
use crate::source::{FileId, Span};
use crate::wording::catalogue::documents::DocumentMessage;

/// What a stretch of a template is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// `{{ … }}`
    Print,
    /// `{% … %}`
    Statement,
    /// `{# … #}`
    Comment,
}

/// A stretch of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Raw<'t> {
    /// What it is.
    pub(super) kind: Kind,
    /// Words, or what stands between the braces.
    pub(super) inner: &'t str,
    /// First byte of `inner` in the file.
    pub(super) at: usize,
    /// The whole of it, braces included.
    pub(super) span: Span,
    /// Whether it stands alone on its line, so that the line vanishes with it.
    pub(super) alone: bool,
}

impl Kind {
    fn braces(self) -> (&'static str, &'static str) {
        match self {
            Self::Text => ("", ""),
            Self::Print => ("{{", "}}"),
            Self::Statement => ("{%", "%}"),
            Self::Comment => ("{#", "#}"),
        }
    }

    fn opened_by(second: u8) -> Option<Self> {
        match second {
            b'{' => Some(Self::Print),
            b'%' => Some(Self::Statement),
            b'#' => Some(Self::Comment),
            _ => None,
        }
    }
}

/// Splits `text` from byte `from` on.
pub(super) fn scan<'t>(
    file: FileId,
    text: &'t str,
    from: usize,
    diagnostics: &mut Diagnostics,
) -> Vec<Raw<'t>> {
    let mut raws = Vec::new();
    let mut at = from;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some((length, kind)) = opening(rest) else {
            raws.push(words(file, rest, at, diagnostics));
            break;
        };
        if let Some(before) = rest.get(..length).filter(|before| !before.is_empty()) {
            raws.push(words(file, before, at, diagnostics));
        }
        match tag(file, text, at + length, kind) {
            Ok(raw) => {
                at = raw.span.end();
                raws.push(raw);
            }
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                at += length + 2;
            }
        }
    }
    stand_alone(&mut raws);
    raws
}

/// Finds the next opening braces.
fn opening(rest: &str) -> Option<(usize, Kind)> {
    rest.match_indices('{').find_map(|(at, _)| {
        let kind = Kind::opened_by(*rest.as_bytes().get(at + 1)?)?;
        Some((at, kind))
    })
}

fn tag(file: FileId, text: &str, at: usize, kind: Kind) -> Result<Raw<'_>, Mistake> {
    let (open, close) = kind.braces();
    let inner_at = at + open.len();
    let inner = text
        .get(inner_at..)
        .and_then(|rest| rest.split_once(close))
        .map(|(inner, _)| inner)
        // Another opening before the closing braces: those belong to the other one.
        .filter(|inner| kind == Kind::Comment || opening(inner).is_none());
    let Some(inner) = inner else {
        let message = DocumentMessage::UnclosedTag { open: open.to_owned() };
        let span = Span::new(file, at, inner_at);
        return Err(Box::new(mistakes::error(&message, span)));
    };
    let span = Span::new(file, at, inner_at + inner.len() + close.len());
    Ok(Raw { kind, inner, at: inner_at, span, alone: false })
}

fn words<'t>(file: FileId, inner: &'t str, at: usize, diagnostics: &mut Diagnostics) -> Raw<'t> {
    for close in ["}}", "%}", "#}"] {
        for (offset, _) in inner.match_indices(close) {
            let message = DocumentMessage::StrayClosing { close: close.to_owned() };
            let span = Span::new(file, at + offset, at + offset + close.len());
            diagnostics.push(mistakes::error(&message, span));
        }
    }
    let span = Span::new(file, at, at + inner.len());
    Raw { kind: Kind::Text, inner, at, span, alone: false }
}

/// Marks statements and comments that stand alone on their lines and takes those lines away.
fn stand_alone(raws: &mut [Raw<'_>]) {
    let mut clear = true;
    let before: Vec<bool> = raws
        .iter()
        .map(|raw| {
            let was = clear;
            clear = match raw.kind {
                Kind::Text => is_blank_after_last_line(raw.inner, clear),
                Kind::Print => false,
                Kind::Statement | Kind::Comment => clear,
            };
            was
        })
        .collect();
    let mut clear = true;
    for (raw, before) in raws.iter_mut().zip(before).rev() {
        raw.alone = before && clear && matches!(raw.kind, Kind::Statement | Kind::Comment);
        clear = match raw.kind {
            Kind::Text => is_blank_before_first_line(raw.inner, clear),
            Kind::Print => false,
            Kind::Statement | Kind::Comment => clear,
        };
    }
    trim(raws);
}

fn is_blank_after_last_line(text: &str, otherwise: bool) -> bool {
    match text.rsplit_once('\n') {
        Some((_, tail)) => tail.trim().is_empty(),
        None => otherwise && text.trim().is_empty(),
    }
}

fn is_blank_before_first_line(text: &str, otherwise: bool) -> bool {
    match text.split_once('\n') {
        Some((head, _)) => head.trim().is_empty(),
        None => otherwise && text.trim().is_empty(),
    }
}

fn trim(raws: &mut [Raw<'_>]) {
    let alone: Vec<bool> = raws.iter().map(|raw| raw.alone).collect();
    for (index, raw) in raws.iter_mut().enumerate().filter(|(_, raw)| raw.kind == Kind::Text) {
        let after_tag = index.checked_sub(1).and_then(|i| alone.get(i)).copied().unwrap_or(false);
        let before_tag = alone.get(index + 1).copied().unwrap_or(false);
        if before_tag {
            let keep = raw.inner.rfind('\n').map_or(0, |at| at + 1);
            raw.inner = raw.inner.get(..keep).unwrap_or("");
        }
        if after_tag {
            let whole = raw.inner.len();
            raw.inner = raw.inner.split_once('\n').map_or("", |(_, tail)| tail);
            raw.at += whole - raw.inner.len();
        }
    }
}
