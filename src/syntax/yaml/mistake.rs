//! Words and a better place for the errors of the parser.

use granit_parser::{ErrorKind, ScanError};

use super::text::Text;
use super::{characters, report};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::wording::catalogue::yaml::{YamlHelp, YamlMistake};

/// What was read before the parser stopped.
pub(super) struct Context<'t> {
    /// The text of the whole file.
    pub(super) text: Text<'t>,
    /// The last scalar that was read.
    pub(super) last_scalar: Option<Span>,
    /// Where the innermost open `{` or `[` stands.
    pub(super) open_flow: Option<usize>,
}

/// Returns the byte where the parser stopped, on a character boundary inside the file.
pub(super) fn position(error: &ScanError, base: usize, text: &str) -> usize {
    let offset = error.marker().byte_offset().unwrap_or(0);
    text.floor_char_boundary(base.saturating_add(offset).min(text.len()))
}

/// Returns the diagnostic for an error of the parser.
pub(super) fn translate(error: &ScanError, base: usize, context: &Context<'_>) -> Diagnostic {
    let at = position(error, base, context.text.whole());
    full_width(at, context)
        .or_else(|| quotes(error.kind(), at, context))
        .or_else(|| flow(error.kind(), at, context))
        .or_else(|| lines(error.kind(), at, context))
        .or_else(|| refused(error.kind(), at, context))
        .unwrap_or_else(|| {
            let mistake = YamlMistake::Syntax { wording: error.kind().to_string() };
            report(&mistake, context.text.character(at))
        })
}

/// Returns the diagnostic if a full-width colon or comma is the likely cause.
fn full_width(at: usize, context: &Context<'_>) -> Option<Diagnostic> {
    let from = context.last_scalar.map_or(0, Span::start);
    let mut start = context.text.line_start(from.min(at));
    let end = context.text.line_end(at);
    while start < end {
        let line = context.text.whole().get(start..context.text.line_end(start))?;
        if let Some(colon) = full_width_colon(line) {
            let place = context.text.character(start.saturating_add(colon));
            let help = YamlHelp::AsciiColon.text();
            return Some(report(&YamlMistake::FullWidthColon, place).with_help(help));
        }
        if let Some(blank) = line.find(":\u{3000}").or_else(|| line.find(":\u{A0}")) {
            let place = context.text.character(start.saturating_add(blank).saturating_add(1));
            return Some(wide_space(context.text.raw(place), place));
        }
        start = start.saturating_add(line.len()).saturating_add(1);
    }
    let last = context.last_scalar.filter(|_| context.open_flow.is_some())?;
    let comma = context.text.raw(last).find('，')?;
    let place = context.text.character(last.start().saturating_add(comma));
    let help = YamlHelp::AsciiComma.text();
    Some(report(&YamlMistake::FullWidthComma, place).with_help(help))
}

/// Returns the diagnostic of a blank that YAML does not take for one.
pub(super) fn wide_space(raw: &str, place: Span) -> Diagnostic {
    let code_point = format!("U+{:04X}", raw.chars().next().map_or(0, u32::from));
    report(&YamlMistake::WideSpace { code_point }, place).with_help(YamlHelp::AsciiSpace.text())
}

/// Returns where a full-width colon stands after a key-like word that starts the line.
pub(super) fn full_width_colon(line: &str) -> Option<usize> {
    let colon = line.find('：')?;
    let before = line.get(..colon)?.trim_start().trim_start_matches("- ");
    let word = !before.is_empty()
        && before.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' '));
    word.then_some(colon)
}

/// Returns the diagnostic for errors in and after quotation marks.
fn quotes(kind: &ErrorKind, at: usize, context: &Context<'_>) -> Option<Diagnostic> {
    use ErrorKind as E;
    let here = context.text.character(at);
    Some(match kind {
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => {
            report(&YamlMistake::UnclosedQuote, here).with_help(YamlHelp::CloseQuote.text())
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            after_quote(at, context)
        }
        E::InvalidQuotedScalarIndent => {
            report(&YamlMistake::UnclosedQuote, context.opening_quote(at).unwrap_or(here))
                .with_help(YamlHelp::CloseQuote.text())
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => {
            let place = context.text.bad_escape(at).unwrap_or(here);
            report(&YamlMistake::Escape, place).with_help(YamlHelp::SingleQuotes.text())
        }
        _ => return None,
    })
}

/// Returns the diagnostic for text behind a closing quotation mark.
fn after_quote(at: usize, context: &Context<'_>) -> Diagnostic {
    let here = context.text.character(at);
    let opened = context.opening_quote(at);
    let several_lines = opened.filter(|open| {
        context.text.whole().get(open.start()..at).is_some_and(|s| s.contains('\n'))
    });
    match several_lines {
        Some(open) => {
            report(&YamlMistake::UnclosedQuote, open).with_help(YamlHelp::CloseQuote.text())
        }
        None if context.open_flow.is_some() => {
            report(&YamlMistake::AfterQuote, here).with_help(YamlHelp::CommaOrQuotes.text())
        }
        None => report(&YamlMistake::AfterQuote, here).with_help(YamlHelp::QuoteAll.text()),
    }
}

/// Returns the diagnostic for errors between brackets.
fn flow(kind: &ErrorKind, at: usize, context: &Context<'_>) -> Option<Diagnostic> {
    use ErrorKind as E;
    let here = context.text.character(at);
    let opened = context.open_flow.map(|start| context.text.character(start));
    let with_open = |found: Diagnostic| match opened {
        Some(span) => found.with_label(span, YamlHelp::BracketOpened.text()),
        None => found,
    };
    Some(match kind {
        E::UnclosedFlowCollection { open } => unclosed(*open, here),
        E::MismatchedFlowCollectionEnd { open, close } => {
            let close_alike = YamlHelp::CloseAlike { open: *open, close: partner(*open) };
            report(&YamlMistake::MismatchedBracket { open: *open, close: *close }, here)
                .with_help(close_alike.text())
        }
        E::MisplacedFlowCollectionEnd => {
            report(&YamlMistake::StrayBracket, here).with_help(YamlHelp::RemoveBracket.text())
        }
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => {
            let place = opened.unwrap_or(here);
            unclosed(context.text.whole().get(place.start()..)?.chars().next()?, place)
        }
        E::InvalidColonPlacement
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::InvalidFlowScalarIndent
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::FlowMappingValueAdjacentCollection => {
            // On a later line it is rather the closing bracket that is missing.
            let opened = opened.filter(|o| context.text.line_end(o.start()) < at);
            match opened {
                Some(open) => {
                    unclosed(context.text.whole().get(open.start()..)?.chars().next()?, open)
                }
                None => with_open(report(&YamlMistake::NoComma, here))
                    .with_help(YamlHelp::CommaOrQuotes.text()),
            }
        }
        E::BlockEntryInFlowCollection => {
            with_open(report(&YamlMistake::Dash, here)).with_help(YamlHelp::DashOnOwnLine.text())
        }
        _ => return None,
    })
}

/// Returns the diagnostic of a bracket that is not closed.
fn unclosed(open: char, place: Span) -> Diagnostic {
    report(&YamlMistake::UnclosedBracket { open }, place)
        .with_help(YamlHelp::CloseBracket { close: partner(open) }.text())
}

/// Returns the closing bracket of an opening one.
fn partner(open: char) -> char {
    if open == '{' { '}' } else { ']' }
}

/// Returns the diagnostic for errors of lines and their indentation.
fn lines(kind: &ErrorKind, at: usize, context: &Context<'_>) -> Option<Diagnostic> {
    use ErrorKind as E;
    let here = context.text.character(at);
    let indentation =
        || report(&YamlMistake::Indentation, here).with_help(YamlHelp::AlignLine.text());
    Some(match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => report(&YamlMistake::TabIndentation, context.text.tab(at))
            .with_help(YamlHelp::UseSpaces.text()),
        E::MappingValueNotAllowed | E::MappingKeyNotAllowed | E::InvalidMappingValueWhitespace => {
            colon(at, context)
        }
        E::SimpleKeyExpected | E::InvalidSimpleKey => {
            report(&YamlMistake::NoColon, context.text.line(at))
                .with_help(YamlHelp::AddColon.text())
        }
        E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::InvalidIndentation
        | E::UnexpectedEofBlockMapping
        | E::UnexpectedEofBlockSequence => comment_before(at, context).unwrap_or_else(indentation),
        E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => {
            report(&YamlMistake::Dash, here).with_help(YamlHelp::DashOnOwnLine.text())
        }
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader | E::InvalidBlockScalarIndent => {
            report(&YamlMistake::BlockText, here).with_help(YamlHelp::BlockIndent.text())
        }
        _ => return None,
    })
}

/// Returns the diagnostic of a comment that cut the text this line goes on with.
fn comment_before(at: usize, context: &Context<'_>) -> Option<Diagnostic> {
    let line = context.text.raw(context.text.line(at));
    let entry = line.starts_with("- ") || line.ends_with(':') || line.contains(": ");
    let before = context.text.line(context.text.line_start(at).checked_sub(1)?);
    let comment = context.text.raw(before).starts_with('#');
    (comment && !entry).then(|| {
        report(&YamlMistake::Comment, before).with_help(YamlHelp::BlankBeforeComment.text())
    })
}

/// Returns the diagnostic for a colon where no mapping can start.
fn colon(at: usize, context: &Context<'_>) -> Diagnostic {
    let last = context.last_scalar.filter(|s| context.text.raw(*s).contains('\n'));
    match last {
        Some(_) => report(&YamlMistake::Continuation, context.text.line(at))
            .with_help(YamlHelp::AlignLine.text()),
        None => report(&YamlMistake::ColonInText, context.text.character(at))
            .with_help(YamlHelp::QuoteText.text()),
    }
}

/// Returns the diagnostic for what the format refuses and the parser does not know either.
fn refused(kind: &ErrorKind, at: usize, context: &Context<'_>) -> Option<Diagnostic> {
    use ErrorKind as E;
    let here = context.text.character(at);
    Some(match kind {
        E::DirectiveDisallowed => report(&YamlMistake::Directive, context.text.line(at))
            .with_help(YamlHelp::RemoveLine.text()),
        E::UnexpectedCharacter { character } => match characters::forbidden(*character) {
            Some(mistake) => report(&mistake, here).with_help(YamlHelp::DeleteCharacter.text()),
            None => report(&YamlMistake::ReservedCharacter { character: *character }, here)
                .with_help(YamlHelp::QuoteText.text()),
        },
        E::BomInsideDocument => {
            let mistake = YamlMistake::ZeroWidth { code_point: "U+FEFF".to_owned() };
            report(&mistake, here).with_help(YamlHelp::DeleteCharacter.text())
        }
        E::CommentInterceptedScalar | E::CommentNotSeparated => {
            report(&YamlMistake::Comment, here).with_help(YamlHelp::BlankBeforeComment.text())
        }
        E::ExpectedDocumentStart => report(&YamlMistake::AfterEnd, context.text.line(at))
            .with_help(YamlHelp::OneValue.text()),
        E::UndeclaredTagHandle
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagTerminator
        | E::InvalidTagEscape
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter => {
            let word = context.text.word(at);
            report(&YamlMistake::Tag, word).with_help(YamlHelp::RemoveTag.text())
        }
        E::MissingAnchorOrAliasName => {
            let character = context.text.raw(here).chars().next().unwrap_or('*');
            report(&YamlMistake::ReservedCharacter { character }, here)
                .with_help(YamlHelp::QuoteText.text())
        }
        E::RecursionLimitExceeded => {
            report(&YamlMistake::TooDeep { limit: super::MAX_DEPTH }, here)
                .with_help(YamlHelp::CheckBrackets.text())
        }
        _ => return None,
    })
}

impl Context<'_> {
    /// Returns the quotation mark that opened the text before a byte.
    fn opening_quote(&self, at: usize) -> Option<Span> {
        let from = self.last_scalar.map_or(0, Span::end);
        let between = self.text.whole().get(from..at)?;
        let skip = usize::from(between.starts_with(['"', '\'']));
        let quote = between.get(skip..)?.find(['"', '\''])?;
        Some(self.text.character(from + skip + quote))
    }
}
