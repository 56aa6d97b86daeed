//! Texts that a comma cut in pieces inside `{ }` or `[ ]`.
//!
//! YAML reads `{ value: round(x, 0.01) }` as the value `round(x` and a second
//! key `0.01)` without a value. The pieces are put together again, so that the
//! later stages speak about the text that was meant, and the place is reported.

use super::characters;
use crate::source::Span;
use crate::syntax::tree::{Entry, Kind, Node, Scalar};

/// An entry of a mapping in the order of the file, before keys are compared.
pub(super) struct Pair {
    /// The entry.
    pub(super) entry: Entry,
    /// Whether it is a plain key in flow style with no colon behind it.
    pub(super) bare: bool,
}

/// Puts the pieces of cut values together; returns the entries and the places of cut texts.
pub(super) fn mend_pairs(pairs: Vec<Pair>, text: &str) -> (Vec<Pair>, Vec<Span>) {
    let mut mended: Vec<Pair> = Vec::with_capacity(pairs.len());
    let mut cuts: Vec<Span> = Vec::new();
    for pair in pairs {
        let before = mended.last_mut().filter(|last| pair.bare && is_plain(last.entry.value()));
        let Some(last) = before else {
            mended.push(pair);
            continue;
        };
        let joined = join(last.entry.value().span(), pair.entry.key_span(), text);
        extend_cut(&mut cuts, joined.span());
        last.entry = Entry::new(last.entry.key(), last.entry.key_span(), joined);
    }
    let lonely = mended.iter().map(|pair| pair.entry.value()).filter(|value| is_open(value));
    let unclosed: Vec<Span> = lonely.map(Node::span).collect();
    unclosed.into_iter().for_each(|span| extend_cut(&mut cuts, span));
    (mended, cuts)
}

/// Puts the pieces of cut items together; returns the items and the places of cut texts.
pub(super) fn mend_items(items: Vec<Node>, text: &str) -> (Vec<Node>, Vec<Span>) {
    let mut mended: Vec<Node> = Vec::with_capacity(items.len());
    let mut cuts: Vec<Span> = Vec::new();
    for item in items {
        let before = mended.last_mut().filter(|last| is_open(last) && is_plain(&item));
        let Some(last) = before else {
            mended.push(item);
            continue;
        };
        *last = join(last.span(), item.span(), text);
        extend_cut(&mut cuts, last.span());
    }
    let unclosed: Vec<Span> = mended.iter().filter(|n| is_open(n)).map(Node::span).collect();
    unclosed.into_iter().for_each(|span| extend_cut(&mut cuts, span));
    (mended, cuts)
}

/// Adds a place, or widens the last one if it starts in the same place.
fn extend_cut(cuts: &mut Vec<Span>, span: Span) {
    match cuts.iter_mut().find(|cut| cut.start() == span.start()) {
        Some(cut) => *cut = cut.to(span),
        None => cuts.push(span),
    }
}

/// Returns the plain scalar that the file shows from `first` to `last`.
fn join(first: Span, last: Span, text: &str) -> Node {
    let span = first.to(last);
    let raw = text.get(span.start()..span.end()).unwrap_or("");
    let lines: Vec<&str> = raw.lines().map(str::trim).collect();
    Node::new(span, Kind::Scalar(Scalar::new(characters::clean(&lines.join(" ")), false)))
}

/// Returns whether the node is an unquoted scalar with text.
fn is_plain(node: &Node) -> bool {
    matches!(node.kind(), Kind::Scalar(s) if !s.is_quoted() && !s.text().is_empty())
}

/// Returns whether the node is an unquoted scalar with more opening than closing parentheses.
fn is_open(node: &Node) -> bool {
    let Kind::Scalar(scalar) = node.kind() else { return false };
    let count = |set: [char; 2]| scalar.text().chars().filter(|c| set.contains(c)).count();
    !scalar.is_quoted() && count(['(', '（']) > count([')', '）'])
}
