//! How a finding, figure, definition, parameter or fact came about.
//!
//! ```text
//! head ─▶ what must hold, line by line (or the formula) ─▶ tree of steps ─▶ remedy, questions
//! ```

mod facts;
mod parts;
mod requirement;
mod tree;

use super::ReviewOptions;
use super::desk::Desk;
use super::page::{Ink, Page};
use super::waits::{AskGroup, groups};
use crate::assess::{Assessment, Wait};
use crate::compile::{Named, RequirementId};
use crate::source::Sources;
use crate::wording::catalogue::explaining::ExplainWords as Words;
use crate::wording::{Language, Localized};
use std::collections::BTreeMap;
use tree::Tree;

/// Returns the derivation of what `name` names; empty if nothing has that name.
#[must_use]
pub fn explain(
    assessment: &Assessment<'_>,
    name: &str,
    sources: &Sources,
    language: Language,
    options: &ReviewOptions,
) -> String {
    let show_values = options.shows_values();
    let desk = Desk::new(assessment, sources, language, show_values);
    let page = Page::new(options.columns(), options.has_color());
    let mut explanation = Explanation { desk, tree: Tree::new(desk), page };
    let rules = assessment.rules();
    if let Some((id, entry)) = rules.requirement_named(name) {
        explanation.requirement(id, entry);
    } else {
        match rules.named(name) {
            Some(Named::Definition(id)) => explanation.definition(id),
            Some(Named::Parameter(id)) => explanation.parameter(id),
            Some(Named::Fact(id)) => explanation.fact(id),
            Some(Named::List(id)) => explanation.list(id),
            None => return String::new(),
        }
    }
    explanation.page.finish()
}

/// An explanation being written.
struct Explanation<'a> {
    desk: Desk<'a>,
    tree: Tree<'a>,
    page: Page,
}

impl Explanation<'_> {
    fn say(&self, words: &Words) -> String {
        self.desk.say(&words.text())
    }

    /// Width of the column of labels.
    fn column(&self) -> usize {
        self.desk.column()
    }

    fn pair(&mut self, label: &Words, text: &str) {
        if !text.is_empty() {
            let (label, column) = (self.say(label), self.column());
            self.page.pair(2, &label, column, text);
        }
    }

    /// Returns the name of a layer with its title.
    fn layer(&self, name: &str) -> String {
        let layers = self.desk.rules().layers();
        let title = layers.iter().find(|(n, _)| n == name).map(|(_, title)| title);
        self.desk.layer_title(name, title.unwrap_or(&Localized::default()))
    }

    /// Writes what is waited for, as questions.
    fn waits(&mut self, waits: &[Wait], waiting: Option<RequirementId>) {
        let waiting: Vec<RequirementId> = waiting.into_iter().collect();
        let missing: BTreeMap<Wait, Vec<RequirementId>> =
            waits.iter().map(|w| (w.clone(), waiting.clone())).collect();
        let groups: Vec<AskGroup> = groups(&self.desk, &missing);
        if groups.is_empty() {
            return;
        }
        let heading = self.say(&Words::Questions);
        self.page.heading(&heading);
        for ask in groups.iter().flat_map(|g| &g.asks) {
            self.page.block(2, "? ", &ask.question, Ink::Doubt);
            let place = format!("{} {}", ask.place, ask.form);
            if ask.paste.is_empty() && !place.trim().is_empty() {
                self.page.block(4, "", &place, Ink::Faint);
            }
            ask.paste.iter().for_each(|line| self.page.raw(4, line));
        }
    }
}
