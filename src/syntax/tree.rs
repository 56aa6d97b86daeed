//! The tree of a YAML or JSON file: text scalars, sequences and mappings, each with its place.
//!
//! **Invariant:** scalars are text. Nothing here decides that `NO` is a truth
//! value or `0123` a number; the vocabulary does.

use std::borrow::Cow;

use crate::source::Span;

/// A node of a file with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    span: Span,
    kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A scalar, as text.
    Scalar(Scalar),
    /// A sequence.
    Sequence(Vec<Node>),
    /// A mapping in the order of the file; keys are unique.
    Mapping(Vec<Entry>),
}

/// A scalar's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    text: Cow<'static, str>,
    quoted: bool,
}

/// One entry of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    key: Cow<'static, str>,
    key_span: Span,
    value: Node,
}

impl Scalar {
    /// Returns a scalar; `quoted` says whether the file had quotation marks or a block around it.
    #[must_use]
    pub fn new(text: impl Into<Cow<'static, str>>, quoted: bool) -> Self {
        Self { text: text.into(), quoted }
    }

    /// Returns the text, in normalization form C.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether the file had quotation marks or a block around it.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.quoted
    }
}

impl Entry {
    /// Returns an entry.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>, key_span: Span, value: Node) -> Self {
        Self { key: key.into(), key_span, value }
    }

    /// Returns the key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns the key's place.
    #[must_use]
    pub fn key_span(&self) -> Span {
        self.key_span
    }

    /// Returns the value.
    #[must_use]
    pub fn value(&self) -> &Node {
        &self.value
    }
}

impl Node {
    /// Returns a node.
    #[must_use]
    pub fn new(span: Span, kind: Kind) -> Self {
        Self { span, kind }
    }

    /// Returns the place. For a plain or quoted scalar on one line it covers the text without quotation marks.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Returns what the node is.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// Returns the text if the node is a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(scalar.text()),
            _ => None,
        }
    }

    /// Returns whether the node is an empty plain scalar, as after `key:` with nothing behind it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(&self.kind, Kind::Scalar(s) if s.text.is_empty() && !s.quoted)
    }

    /// Returns the items if the node is a sequence.
    #[must_use]
    pub fn items(&self) -> Option<&[Node]> {
        match &self.kind {
            Kind::Sequence(items) => Some(items),
            _ => None,
        }
    }

    /// Returns the entries if the node is a mapping.
    #[must_use]
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.kind {
            Kind::Mapping(entries) => Some(entries),
            _ => None,
        }
    }

    /// Returns the value of a key if the node is a mapping that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(Entry::value)
    }

    /// Returns the entry of a key if the node is a mapping that has it.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries()?.iter().find(|e| e.key == key)
    }

    /// Returns the items of a sequence, or the node itself as the only one.
    pub fn one_or_many(&self) -> impl Iterator<Item = &Node> {
        match &self.kind {
            Kind::Sequence(items) => items.iter(),
            _ => std::slice::from_ref(self).iter(),
        }
    }
}
