//! What names mean at one place of a formula.

use std::collections::BTreeSet;

use crate::vocabulary::{ListId, Type};

/// A row in scope.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// The list; `None` for a generated month.
    pub list: Option<ListId>,
    /// Name given by `as`.
    pub alias: Option<String>,
}

/// Rows, arguments and guarded names at one place.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    pub frames: Vec<Frame>,
    pub arguments: Vec<(String, Type)>,
    /// Names known to exist here, because a condition around says so.
    pub guarded: BTreeSet<String>,
}

impl Scope {
    /// Returns the scope inside a computed column.
    pub fn of_column(list: ListId) -> Self {
        Self { frames: vec![Frame { list: Some(list), alias: None }], ..Self::default() }
    }

    /// Returns this scope with more names known to exist.
    pub fn with_guarded(&self, names: &BTreeSet<String>) -> Self {
        let mut inner = self.clone();
        inner.guarded.extend(names.iter().cloned());
        inner
    }

    /// Returns whether a name is known to exist here.
    pub fn guards(&self, name: &str) -> bool {
        self.guarded.contains(name)
    }
}
