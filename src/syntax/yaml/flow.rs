//! Texts that a comma cut in pieces inside `{ }` or `[ ]`.
//!
//! YAML reads `{ value: round(x, 0.01) }` as the value `round(x` and a second
//! key `0.01)` without a value. The pieces are put together again, so that the
//! later stages speak about the text that was meant, and the place is reported.

use super::characters;
use crate::source::Span;
use crate::syntax::tree::{Kind, Node, Scalar};

/// An entry of a mapping in the order of the file, before keys are compared.
pub(super) struct Pair {
    /// The key.
    pub(super) key: String,
    /// The place of the key.
    pub(super) key_span: Span,
    /// The value.
    pub(super) value: Node,
    /// Whether it is a plain key in flow style with no colon behind it.
    pub(super) bare: bool,
}

/// A value and the pieces after it that a comma cut off.
struct Run {
    value: Node,
    /// The last piece, or the value itself.
    last: Span,
    /// Opening minus closing parentheses so far.
    depth: isize,
}

/// Puts the pieces of cut values together; returns the entries and the places of cut texts.
pub(super) fn mend_pairs(pairs: Vec<Pair>, text: &str) -> (Vec<Pair>, Vec<Span>) {
    let mut mended: Vec<Pair> = Vec::with_capacity(pairs.len());
    let mut cuts: Vec<Span> = Vec::new();
    let mut open: Option<(String, Span, bool, Run)> = None;
    let mut close = |open: Option<(String, Span, bool, Run)>| {
        if let Some((key, key_span, bare, run)) = open {
            mended.push(Pair { key, key_span, value: run.close(text, &mut cuts), bare });
        }
    };
    for Pair { key, key_span, value, bare } in pairs {
        match &mut open {
            Some((.., run)) if bare && is_plain(&run.value) => {
                run.last = key_span;
                run.depth = run.depth.saturating_add(balance(&key));
            }
            _ => close(open.replace((key, key_span, bare, Run::new(value)))),
        }
    }
    close(open);
    (mended, cuts)
}

/// Puts the pieces of cut items together; returns the items and the places of cut texts.
pub(super) fn mend_items(items: Vec<Node>, text: &str) -> (Vec<Node>, Vec<Span>) {
    let mut mended: Vec<Node> = Vec::with_capacity(items.len());
    let mut cuts: Vec<Span> = Vec::new();
    let mut open: Option<Run> = None;
    for item in items {
        match &mut open {
            Some(run) if run.depth > 0 && is_plain(&item) => {
                run.last = item.span();
                run.depth = run.depth.saturating_add(balance(item.text().unwrap_or("")));
            }
            _ => mended.extend(open.replace(Run::new(item)).map(|run| run.close(text, &mut cuts))),
        }
    }
    mended.extend(open.map(|run| run.close(text, &mut cuts)));
    (mended, cuts)
}

impl Run {
    /// Returns a value without further pieces yet.
    fn new(value: Node) -> Self {
        let depth = if is_plain(&value) { balance(value.text().unwrap_or("")) } else { 0 };
        Self { last: value.span(), value, depth }
    }

    /// Returns the value with its pieces; adds the place if it was cut or looks so.
    fn close(self, text: &str, cuts: &mut Vec<Span>) -> Node {
        let span = self.value.span().to(self.last);
        if span == self.value.span() {
            cuts.extend((self.depth > 0).then_some(span));
            return self.value;
        }
        cuts.push(span);
        let raw = text.get(span.start()..span.end()).unwrap_or("");
        let lines: Vec<&str> = raw.lines().map(str::trim).collect();
        Node::new(span, Kind::Scalar(Scalar::new(characters::clean(&lines.join(" ")), false)))
    }
}

/// Returns whether the node is an unquoted scalar with text.
fn is_plain(node: &Node) -> bool {
    matches!(node.kind(), Kind::Scalar(s) if !s.is_quoted() && !s.text().is_empty())
}

/// Returns how many parentheses a text opens without closing them.
fn balance(text: &str) -> isize {
    text.chars().fold(0, |depth: isize, character| match character {
        '(' | '（' => depth.saturating_add(1),
        ')' | '）' => depth.saturating_sub(1),
        _ => depth,
    })
}
