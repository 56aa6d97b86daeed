//! Trees in a compact form, so that the files the program carries are not parsed at every start.
//!
//! ```text
//! build.rs: text ─▶ yaml ─▶ Node ── write ──▶ bytes ── read, with the same text ──▶ Node
//! ```
//!
//! A text that stands in the file as it is meant is not written again, only its
//! place; read back, it is a part of the text the program carries.
//!
//! **Invariant:** what is read is equal to what was written, places included.

use std::borrow::Cow;

use crate::source::{FileId, Span};
use crate::syntax::tree::{Entry, Kind, Node, Scalar};

/// Set in the tag of a scalar that was quoted.
const QUOTED: u8 = 1;
/// Set in the tag of a text that does not stand in the file as it is meant.
const OWN: u8 = 2;
/// The tag of a sequence.
const SEQUENCE: u8 = 4;
/// The tag of a mapping.
const MAPPING: u8 = 5;

/// Returns a tree, read from `text`, in compact form.
#[must_use]
pub fn write(tree: &Node, text: &str) -> Vec<u8> {
    let mut writer = Writer { out: Vec::new(), text, at: 0 };
    writer.node(tree);
    writer.out
}

/// Returns the tree of a file that [`write`] wrote; nothing if the bytes are not of that form.
#[must_use]
pub fn read(bytes: &[u8], file: FileId, text: &'static str) -> Option<Node> {
    Reader { bytes, text, file, at: 0 }.node()
}

struct Writer<'t> {
    out: Vec<u8>,
    text: &'t str,
    /// Where the last place began.
    at: usize,
}

impl Writer<'_> {
    fn node(&mut self, node: &Node) {
        match node.kind() {
            Kind::Scalar(scalar) => {
                let quoted = if scalar.is_quoted() { QUOTED } else { 0 };
                self.words(quoted, node.span(), scalar.text());
            }
            Kind::Sequence(items) => {
                self.out.push(SEQUENCE);
                self.span(node.span());
                self.number(items.len());
                items.iter().for_each(|item| self.node(item));
            }
            Kind::Mapping(entries) => {
                self.out.push(MAPPING);
                self.span(node.span());
                self.number(entries.len());
                for entry in entries {
                    self.words(0, entry.key_span(), entry.key());
                    self.node(entry.value());
                }
            }
        }
    }

    fn words(&mut self, tag: u8, span: Span, words: &str) {
        let is_own = self.text.get(span.start()..span.end()) != Some(words);
        self.out.push(if is_own { tag | OWN } else { tag });
        self.span(span);
        if is_own {
            self.number(words.len());
            self.out.extend(words.bytes());
        }
    }

    /// Writes a place, its start as the distance from the last one; backwards is odd.
    fn span(&mut self, span: Span) {
        let distance = span.start().abs_diff(self.at);
        let backwards = usize::from(span.start() < self.at);
        self.number(distance.saturating_mul(2).saturating_add(backwards));
        self.number(span.end().saturating_sub(span.start()));
        self.at = span.start();
    }

    /// Writes seven bits to a byte, the lowest first; the highest bit says that more follow.
    fn number(&mut self, mut number: usize) {
        while number > 0x7F {
            self.out.push(0x80 | low_bits(number));
            number >>= 7;
        }
        self.out.push(low_bits(number));
    }
}

fn low_bits(number: usize) -> u8 {
    u8::try_from(number & 0x7F).unwrap_or(0)
}

struct Reader<'b> {
    bytes: &'b [u8],
    text: &'static str,
    file: FileId,
    at: usize,
}

impl Reader<'_> {
    fn node(&mut self) -> Option<Node> {
        let tag = self.byte()?;
        let span = self.span()?;
        let kind = match tag {
            SEQUENCE => {
                let count = self.number()?;
                let mut items = Vec::with_capacity(count.min(self.bytes.len()));
                for _ in 0..count {
                    items.push(self.node()?);
                }
                Kind::Sequence(items)
            }
            MAPPING => {
                let count = self.number()?;
                let mut entries = Vec::with_capacity(count.min(self.bytes.len()));
                for _ in 0..count {
                    let tag = self.byte()?;
                    let span = self.span()?;
                    entries.push(Entry::new(self.words(tag, span)?, span, self.node()?));
                }
                Kind::Mapping(entries)
            }
            _ => Kind::Scalar(Scalar::new(self.words(tag, span)?, tag & QUOTED != 0)),
        };
        Some(Node::new(span, kind))
    }

    fn words(&mut self, tag: u8, span: Span) -> Option<Cow<'static, str>> {
        if tag & OWN == 0 {
            return self.text.get(span.start()..span.end()).map(Cow::Borrowed);
        }
        let length = self.number()?;
        let (words, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        String::from_utf8(words.to_vec()).ok().map(Cow::Owned)
    }

    fn span(&mut self) -> Option<Span> {
        let distance = self.number()?;
        let start = match distance % 2 {
            0 => self.at.checked_add(distance / 2)?,
            _ => self.at.checked_sub(distance / 2)?,
        };
        self.at = start;
        let end = start.checked_add(self.number()?)?;
        Some(Span::new(self.file, start, end))
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << (7 * place);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::syntax::yaml;

    /// Texts of every form: quoted, folded, none at all, with escapes, not in normalization form C.
    const TEXT: &str = "a: 甲\n\"b\": 'it''s'\nc:\nd: [ 1, \"\\u00e9\", Cafe\u{301}, { x: } ]\ne: >-\n  one\n  two\nf: |\n  three\n";

    #[test]
    fn a_tree_is_read_as_it_was_written() {
        let mut sources = Sources::new();
        let file = sources.add_carried("test.yaml", TEXT);
        let tree = yaml::read(&sources, file).0.unwrap();
        let bytes = write(&tree, TEXT);
        assert_eq!(read(&bytes, file, TEXT), Some(tree));
        for length in 0..bytes.len() {
            assert_eq!(read(&bytes[..length], file, TEXT), None, "{length}");
        }
    }
}
