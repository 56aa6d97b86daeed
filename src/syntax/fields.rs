//! Small readings of mapping nodes that every loader needs.
//!
//! The schema check has already spoken about missing keys and wrong shapes, so
//! these return nothing where the shape is not what was asked for.

use super::{Entry, Node};
use crate::syntax::expression::parser::truth;
use crate::wording::Localized;

/// Returns the entries of a mapping under `key`; none if it is absent.
pub fn entries<'a>(node: &'a Node, key: &str) -> impl Iterator<Item = &'a Entry> {
    node.get(key).and_then(Node::entries).unwrap_or(&[]).iter()
}

/// Returns the items under `key`: of a sequence all, of a single node that one, none if absent.
pub fn items<'a>(node: &'a Node, key: &str) -> impl Iterator<Item = &'a Node> {
    node.get(key).into_iter().flat_map(Node::one_or_many).filter(|n| !n.is_empty())
}

/// Returns the text under `key`.
#[must_use]
pub fn text<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    node.get(key).and_then(Node::text).filter(|t| !t.is_empty())
}

/// Returns whether the value under `key` is a yes; absent is no.
#[must_use]
pub fn flag(node: &Node, key: &str) -> bool {
    text(node, key).and_then(truth).unwrap_or(false)
}

/// Returns the localized text of a node: `{ zh, en }`, or one text for both languages.
#[must_use]
pub fn localized(node: &Node) -> Option<Localized> {
    if let Some(same) = node.text() {
        return Some(Localized::same(same));
    }
    Some(Localized::new(text(node, "zh")?, text(node, "en")?))
}

/// Returns the localized text under `key`; empty if it is absent.
#[must_use]
pub fn localized_under(node: &Node, key: &str) -> Localized {
    node.get(key).and_then(localized).unwrap_or_default()
}
