//! Reads YAML 1.2 and JSON into a tree of text with places.
//!
//! ```text
//! text ─▶ events of the parser ─▶ tree.rs: frames ─▶ Node
//!              └─ error ─▶ mistake.rs: words, and on from the next section
//! ```
//!
//! Tags, anchors, aliases, duplicate keys, invisible characters and oversized
//! files are refused; a file with several mistakes gets as many messages.
//!
//! **Invariant:** every span lies inside the file, on character boundaries.

mod characters;
mod events;
mod flow;
mod mistake;
#[cfg(test)]
mod tests;
mod text;

use granit_parser::{Parser, ScanError};

use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Sources, Span};
use crate::syntax::tree::Node;
use crate::wording::catalogue::yaml::{YamlHelp, YamlMistake};
use events::Events;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 8 * MEBIBYTE;
/// The largest number of scalars, sequences and mappings in a file.
pub const MAX_NODES: usize = 200_000;
/// The deepest nesting of sequences and mappings.
pub const MAX_DEPTH: usize = 64;
/// After this many mistakes a file is not read any further.
const MAX_MISTAKES: usize = 50;
/// After this many syntax errors, each followed by a fresh start, a file is not read any further.
const MAX_RESTARTS: usize = 10;
/// One MiB.
const MEBIBYTE: usize = 1024 * 1024;

/// Reads a file.
///
/// The tree is there unless the file has no content or its structure is
/// broken; it may be there although there are errors, so that later checks can
/// report their own in the same run. Nobody may act on a tree that came with
/// errors.
#[must_use]
pub fn read(sources: &Sources, file: FileId) -> (Option<Node>, Diagnostics) {
    let text = sources.get(file).map_or("", |f| f.text());
    if text.len() > MAX_BYTES {
        let mistake = YamlMistake::TooLarge { mebibytes: MAX_BYTES / MEBIBYTE };
        let place = Span::new(file, 0, 0);
        let mut diagnostics = Diagnostics::new();
        diagnostics.push(report(&mistake, place).with_help(YamlHelp::Split.text()));
        return (None, diagnostics);
    }
    read_sections(text, file)
}

/// Reads the text, and after a syntax error the rest of it from the next top-level key on.
fn read_sections(text: &str, file: FileId) -> (Option<Node>, Diagnostics) {
    let mut events = Events::new(text, file);
    let mut base = 0;
    for restart in 0..MAX_RESTARTS {
        let Err(error) = feed(&mut events, text, base) else { break };
        let found = mistake::translate(&error, base, &events.context());
        let after = found.span().map_or(text.len(), Span::end);
        events.refuse(found);
        let next = next_section(text, after.max(mistake::position(&error, base, text)));
        match next.filter(|_| restart + 1 < MAX_RESTARTS && !events.is_full()) {
            Some(next) => base = next,
            None => break,
        }
        events.restart();
    }
    events.finish()
}

/// Feeds the events of `text` from byte `base` on; stops early when the file was refused as a whole.
fn feed(events: &mut Events<'_>, text: &str, base: usize) -> Result<(), ScanError> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
    };
    let rest = text.get(base..).unwrap_or("");
    for event in Parser::new_from_str_with_options(rest, options) {
        let (event, span) = event?;
        if events.take(event, span, base).is_break() {
            break;
        }
    }
    Ok(())
}

/// Returns the start of the first line after `from` that looks like a top-level key.
fn next_section(text: &str, from: usize) -> Option<usize> {
    let mut start = from + text.get(from..)?.find('\n')? + 1;
    while let Some(rest) = text.get(start..).filter(|rest| !rest.is_empty()) {
        let line = rest.lines().next().unwrap_or("");
        if is_top_level_key(line) {
            return Some(start);
        }
        start += rest.find('\n')? + 1;
    }
    None
}

/// Returns whether a line starts with a name and a colon, without indentation.
fn is_top_level_key(line: &str) -> bool {
    let named = line.starts_with(|c: char| c.is_alphabetic() || c == '_');
    named && (line.contains(": ") || line.trim_end().ends_with(':'))
}

/// Returns the diagnostic of a mistake at a place.
fn report(mistake: &YamlMistake, span: Span) -> Diagnostic {
    Diagnostic::error(mistake.code(), mistake.text(), span)
}
