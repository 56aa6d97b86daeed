//! Texts by path, the embedded ones to begin with.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

static RULES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/rules");
static TEMPLATES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static POLICIES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/policies");

/// A text and the name under which messages show it.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub shown: String,
    pub text: Cow<'static, str>,
    pub is_embedded: bool,
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
        bundle
    }

    fn take(&mut self, folder: &str, dir: &Dir<'static>) {
        for file in dir.files() {
            if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
                let path = format!("{folder}/{}", path.replace('\\', "/"));
                let text = Text { shown: path.clone(), text: text.into(), is_embedded: true };
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
        let text = Text { shown: shown.into(), text: Cow::Owned(text.into()), is_embedded: false };
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
