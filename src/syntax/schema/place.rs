//! From the path of a schema error to the place in the file.

use jsonschema::paths::{Location, LocationSegment};

use crate::source::Span;
use crate::syntax::tree::{Entry, Kind, Node};

/// A node of the file and the key it stands under.
#[derive(Clone, Copy)]
pub(super) struct Place<'n> {
    /// The node.
    pub(super) node: &'n Node,
    /// The key before it, unless it is the root or an item of a list.
    pub(super) key: Option<Span>,
}

impl Place<'_> {
    /// Returns where to say something about a mapping as a whole: its key, or its start.
    pub(super) fn head(&self) -> Span {
        self.key.unwrap_or_else(|| start(self.node))
    }
}

/// Returns the node a path leads to; as far as it leads, should it not fit.
pub(super) fn find<'n>(root: &'n Node, path: &Location) -> Place<'n> {
    let mut place = Place { node: root, key: None };
    for segment in path {
        let next = match segment {
            LocationSegment::Property(name) => {
                place.node.entry(&name).map(|e| Place { node: e.value(), key: Some(e.key_span()) })
            }
            LocationSegment::Index(index) => place
                .node
                .items()
                .and_then(|items| items.get(index))
                .map(|node| Place { node, key: None }),
        };
        match next {
            Some(next) => place = next,
            None => break,
        }
    }
    place
}

/// Returns the place of the first key of a mapping, or of the node.
pub(super) fn start(node: &Node) -> Span {
    match node.kind() {
        Kind::Mapping(entries) => entries.first().map_or(node.span(), Entry::key_span),
        _ => node.span(),
    }
}
