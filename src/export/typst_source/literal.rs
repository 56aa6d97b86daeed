//! String literals: the only way in which words of a paper reach the Typst source.

use std::fmt::Write as _;

/// Longest run of Latin letters and digits that is left whole; longer ones,
/// such as digests and file names, get places to break.
const LONGEST_WHOLE: usize = 24;

/// Length of the pieces of a run that is too long.
const PIECE: usize = 8;

/// Writes `text` as a Typst string literal.
///
/// Inside the quotation marks only the mark itself and the backslash mean
/// anything to Typst; control characters are written by number so that a line
/// of the source stays a line.
pub(super) fn literal(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            control if control.is_control() => {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

/// Returns `text` as a Typst string literal.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    literal(&mut out, text);
    out
}

/// Writes words as statements of a code block: literals, line breaks, and
/// places to break inside long runs of Latin letters and digits.
pub(super) fn words(out: &mut String, text: &str) {
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push_str("linebreak();");
        }
        let line = line.strip_suffix('\r').unwrap_or(line);
        for (index, piece) in pieces(line).iter().enumerate() {
            if index > 0 {
                // Not a zero-width space: it would be copied out of the paper with the digest.
                // Not 0pt either: Typst drops that.
                out.push_str("h(0.001pt);");
            }
            literal(out, piece);
            out.push(';');
        }
    }
}

/// Cuts `line` where it may be broken against the rules of line breaking.
fn pieces(line: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut run = 0;
    for token in tokens(line) {
        let length = token.chars().count();
        let whole = length <= LONGEST_WHOLE;
        for character in token.chars() {
            run = if whole { 0 } else { run + 1 };
            if run > PIECE {
                pieces.push(String::new());
                run = 1;
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push(character);
            }
        }
        run = 0;
    }
    pieces
}

/// Splits `line` into runs without a natural place to break and single other characters.
fn tokens(line: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut open = false;
    for character in line.chars() {
        let joins = character.is_ascii_graphic();
        match tokens.last_mut() {
            Some(token) if open && joins => token.push(character),
            _ => tokens.push(character.to_string()),
        }
        open = joins;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::{quoted, words};

    #[test]
    fn quotation_marks_and_backslashes_cannot_end_a_literal() {
        assert_eq!(quoted(r#"a" + read("x") \"#), r#""a\" + read(\"x\") \\""#);
        assert_eq!(quoted("a\u{7}#n页"), "\"a\\u{7}#n页\"");
    }

    #[test]
    fn long_digests_get_places_to_break_and_short_figures_do_not() {
        let mut out = String::new();
        words(&mut out, "共16,409.02元 3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c");
        assert_eq!(out.matches("h(0.001pt)").count(), 3);
        assert!(out.contains("16,409.02元"));
    }
}
