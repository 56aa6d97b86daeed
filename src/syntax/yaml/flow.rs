//! Texts that a comma cut in pieces, and entries with a full-width colon, inside `{ }` or `[ ]`.
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

/// Reads `name：value` as the entry that was meant; returns the entries and the places of the colons.
pub(super) fn mend_colons(pairs: Vec<Pair>, text: &str) -> (Vec<Pair>, Vec<Span>) {
    let mut colons: Vec<Span> = Vec::new();
    let mended = pairs.into_iter().map(|pair| match wide_colon(&pair, text) {
        Some((meant, colon)) => {
            colons.push(colon);
            meant
        }
        None => pair,
    });
    (mended.collect(), colons)
}

/// Returns the entry meant by a piece without a colon that has a full-width one after a name.
fn wide_colon(pair: &Pair, text: &str) -> Option<(Pair, Span)> {
    let span = pair.key_span;
    let raw = text.get(span.start()..span.end()).filter(|_| pair.bare)?;
    let (name, rest) = raw.split_once('：')?;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-.".contains(c);
    let starts = name.starts_with(|c: char| c.is_ascii_lowercase());
    let meant = rest.trim();
    if !starts || !name.chars().all(is_name) || meant.is_empty() || meant.contains('\n') {
        return None;
    }
    let after = raw.len().saturating_sub(rest.trim_start().len());
    let place = span.part(after, after.saturating_add(meant.len()));
    let value = Node::new(place, Kind::Scalar(Scalar::new(characters::clean(meant), false)));
    let key_span = span.part(0, name.len());
    let colon = span.part(name.len(), name.len().saturating_add('：'.len_utf8()));
    Some((Pair { key: name.to_owned(), key_span, value, bare: false }, colon))
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
