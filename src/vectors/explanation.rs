//! Why no vector can notice a small change of a rule.

use super::mutation::Place;
use crate::source::Span;
use crate::syntax::Node;
use crate::syntax::fields::{items, localized, text};
use crate::wording::Localized;

/// The reason why some changes of a rule go unnoticed.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// Where it stands.
    pub span: Span,
    /// The rule: id of a requirement, name of anything else.
    pub rule: String,
    /// Part of the path of the rule's file, where several files have a rule of this name.
    pub file: Option<String>,
    /// The text that changes; without it every place of the rule.
    pub at: Option<String>,
    /// What it becomes; without it every change of the place.
    pub becomes: Vec<String>,
    /// Which of several equal places of the rule, from 1; without it all.
    pub nth: Vec<usize>,
    /// Why.
    pub reason: Localized,
}

impl Explanation {
    /// Loads the explanations of one file of vectors.
    #[must_use]
    pub fn load(file: &Node) -> Vec<Self> {
        items(file, "mutants").map(Self::read).collect()
    }

    fn read(node: &Node) -> Self {
        let own = |key: &str| text(node, key).map(str::to_owned);
        let each = |key: &str| -> Vec<String> {
            items(node, key).filter_map(|n| n.text().map(str::to_owned)).collect()
        };
        Self {
            span: node.get("rule").map_or(node.span(), Node::span),
            rule: own("rule").unwrap_or_default(),
            file: own("file"),
            at: own("at"),
            becomes: each("becomes"),
            nth: each("nth").iter().filter_map(|n| n.parse().ok()).collect(),
            reason: node.get("reason").and_then(localized).unwrap_or_default(),
        }
    }

    /// Returns whether it speaks of a place.
    #[must_use]
    pub fn is_about(&self, place: &Place) -> bool {
        self.rule == place.rule
            && self.file.as_ref().is_none_or(|file| place.file.contains(file.as_str()))
            && self.at.as_ref().is_none_or(|at| *at == place.at)
            && (self.becomes.is_empty() || self.becomes.contains(&place.becomes))
            && (self.nth.is_empty() || self.nth.contains(&place.nth))
    }
}
