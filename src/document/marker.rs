//! Marks that stand for values and blanks while the text around them is Markdown.
//!
//! A value of a case never meets the template engine or the Markdown parser: a
//! mark does, a few noncharacters with two numbers between them, and the value
//! takes its place afterwards. So no name can be read as markup.
//!
//! **Invariant:** no template and no document holds a character that
//! [`is_reserved`] names; templates with one are refused, marks are resolved
//! before a document is finished.

const OPEN: char = '\u{FDD0}';
const SEPARATOR: char = '\u{FDD1}';
const CLOSE: char = '\u{FDD2}';

/// Word joiner; keeps punctuation away from asterisks while Markdown is parsed.
pub(super) const JOINER: char = '\u{2060}';

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The reference with this number, looked up in the scope with that number.
    Reference {
        /// Number of the reference in the program.
        reference: usize,
        /// Number of the scope.
        scope: usize,
    },
    /// A blank to be filled by hand.
    Blank {
        /// Width in full-width characters.
        width: u8,
    },
}

impl Mark {
    /// Returns the mark as it stands in the text.
    pub(super) fn encode(self) -> String {
        match self {
            Self::Reference { reference, scope } => {
                format!("{OPEN}{reference}{SEPARATOR}{scope}{CLOSE}")
            }
            Self::Blank { width } => format!("{OPEN}{width}{CLOSE}"),
        }
    }

    fn decode(body: &str) -> Option<Self> {
        match body.split_once(SEPARATOR) {
            Some((reference, scope)) => Some(Self::Reference {
                reference: reference.parse().ok()?,
                scope: scope.parse().ok()?,
            }),
            None => Some(Self::Blank { width: body.parse().ok()? }),
        }
    }
}

/// A stretch of text: words or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// Words.
    Text(&'t str),
    /// A mark.
    Mark(Mark),
}

/// Splits a text at its marks; a damaged mark is dropped.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        let (body, after) = after.split_once(CLOSE).unwrap_or((after, ""));
        parts.extend(Mark::decode(body).map(Part::Mark));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// Returns whether composing keeps a character for itself.
pub(super) fn is_reserved(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}' | '\0') || c == JOINER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_again() {
        let value = Mark::Reference { reference: 17, scope: 0 };
        let blank = Mark::Blank { width: 4 };
        let text = format!("甲{}乙{}", value.encode(), blank.encode());
        let expected = [Part::Text("甲"), Part::Mark(value), Part::Text("乙"), Part::Mark(blank)];
        assert_eq!(parts(&text), expected);
    }
}
