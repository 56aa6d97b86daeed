//! Texts by path, the embedded ones to begin with.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

/// Trees of the YAML files below `rules` and `policies`, prepared by the build script: for each
/// its path and the tree, both with their length in four bytes before them.
static TREES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/trees"));

static RULES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/rules");
static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static POLICIES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/policies");

/// A text and the name under which messages show it.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub shown: String,
    pub text: Cow<'static, str>,
    /// The tree of an embedded text, if it was prepared.
    pub tree: Option<&'static [u8]>,
}

impl Text {
    /// Returns the text if the program carries it.
    pub(super) fn carried(&self) -> Option<&'static str> {
        match self.text {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }
}

/// Texts by path from the root of a workspace, such as `rules/cn/pack.yaml`.
#[derive(Debug, Clone, Default)]
pub struct Bundle {
    pub(super) texts: BTreeMap<String, Text>,
}

impl Bundle {
    /// Returns the packs, templates and sample policies that the program carries.
    #[must_use]
    pub fn embedded() -> Self {
        let mut bundle = Self::default();
        for (folder, dir) in [("rules", &RULES), ("templates", &TEMPLATES), ("policies", &POLICIES)]
        {
            bundle.take(folder, dir);
        }
        let mut rest = TREES;
        while let Some((path, tree)) = part(&mut rest).zip(part(&mut rest)) {
            let text = std::str::from_utf8(path).ok().and_then(|p| bundle.texts.get_mut(p));
            text.into_iter().for_each(|text| text.tree = Some(tree));
        }
        bundle
    }

    fn take(&mut self, folder: &str, dir: &Dir<'static>) {
        for file in dir.files() {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                let path = format!("{folder}/{}", path.replace('\\', "/"));
                let text = Text { shown: path.clone(), text: text.into(), tree: None };
                self.texts.insert(path, text);
            }
        }
        dir.dirs().for_each(|inner| self.take(folder, inner));
    }

    /// Adds a text, or puts it in the place of the embedded one at the same path.
    pub fn insert(
        &mut self,
        path: impl Into<String>,
        shown: impl Into<String>,
        text: impl Into<String>,
    ) {
        let text = Text { shown: shown.into(), text: Cow::Owned(text.into()), tree: None };
        self.texts.insert(path.into(), text);
    }

    /// Iterates over paths and texts below a folder, in order.
    pub fn below<'b>(&'b self, folder: &'b str) -> impl Iterator<Item = (&'b str, &'b str)> {
        self.texts
            .iter()
            .filter(move |(path, _)| {
                path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
            })
            .map(|(path, text)| (path.as_str(), text.text.as_ref()))
    }

    /// Returns the text at a path.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(|t| t.text.as_ref())
    }
}

/// Takes the next part of the prepared trees.
fn part(rest: &mut &'static [u8]) -> Option<&'static [u8]> {
    let (length, after) = rest.split_first_chunk()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (part, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::Library;
    use crate::syntax::yaml;

    #[test]
    fn every_carried_file_has_a_tree_and_it_is_that_of_its_text() {
        let bundle = Bundle::embedded();
        let mut library = Library::new(bundle.clone());
        let wanted = |path: &&String| path.ends_with(".yaml") && !path.contains("/tests/");
        let mut count = 0;
        for path in bundle.texts.keys().filter(wanted) {
            assert!(bundle.texts[path].tree.is_some(), "{path}");
            let tree = library.node(path).unwrap().clone();
            let (read, found) = yaml::read(library.sources(), tree.span().file());
            assert!(found.is_empty(), "{path}");
            assert_eq!(Some(tree), read, "{path}");
            count += 1;
        }
        assert!(count > 50, "{count}");
    }
}
