//! Pages of the law as the program holds it: a list, and one page for each requirement,
//! parameter, figure or definition.

mod documents;
mod parameter;
mod requirement;
mod sources;

use super::page::{Ink, Page};
use super::speech::Speech;
use crate::compile::{DefinitionEntry, Named, RequirementEntry, RuleSet};
use crate::rules::{Purpose, Severity};
use crate::source::Sources;
use crate::wording::Language;
use crate::wording::catalogue::explaining::{ExplainWords, LawWords as Words};

pub use documents::documents;
pub(super) use parameter::parameter;
pub use sources::sources;

/// Width of a page.
const WIDTH: usize = 96;

/// Returns the list of all requirements, figures, deadlines and parameters, the requirements by step of the chain.
#[must_use]
pub fn list(rules: &RuleSet, language: Language, color: bool) -> String {
    let speech = Speech { rules, language };
    let mut page = Page::new(WIDTH, color);
    requirements(&mut page, speech);
    for (purpose, words) in [
        (Purpose::Figure, (|count| Words::Figures { count }) as fn(String) -> Words),
        (Purpose::Deadline, |count| Words::Deadlines { count }),
    ] {
        let entries: Vec<&DefinitionEntry> =
            rules.definitions().iter().filter(|d| d.purpose == purpose).collect();
        page.heading(&speech.say(&words(entries.len().to_string()).text()));
        for entry in entries {
            let title = speech.title(&entry.title, &entry.name);
            let text = format!("{title}{}", speech.aside(&speech.cited(&entry.citations)));
            page.pair(2, &entry.name, 34, &text);
        }
    }
    let count = rules.parameters().len().to_string();
    page.heading(&speech.say(&Words::Parameters { count }.text()));
    for entry in rules.parameters() {
        let title = speech.title(&entry.title, &entry.name);
        let text = format!("{title}{}", speech.aside(&speech.cited(&entry.citations)));
        page.pair(2, &entry.name, 34, &text);
    }
    page.gap();
    page.block(0, "", &speech.say(&Words::More.text()), Ink::Faint);
    page.finish()
}

fn requirements(page: &mut Page, speech: Speech<'_>) {
    let all = speech.rules().requirements();
    page.heading(&speech.say(&Words::Requirements { count: all.len().to_string() }.text()));
    let elements = speech.vocabulary().elements();
    let known = |r: &RequirementEntry| elements.iter().any(|(e, _)| r.element.as_ref() == Some(e));
    for (element, title) in elements {
        let of_step = || all.iter().filter(|r| r.element.as_ref() == Some(element));
        if of_step().next().is_some() {
            page.gap();
            page.block(2, "", &speech.title(title, element), Ink::Strong);
            of_step().for_each(|r| requirement_line(page, speech, r));
        }
    }
    let others: Vec<&RequirementEntry> = all.iter().filter(|r| !known(r)).collect();
    if !others.is_empty() {
        page.gap();
        page.block(2, "", &speech.say(&Words::OtherSteps.text()), Ink::Strong);
        others.iter().for_each(|r| requirement_line(page, speech, r));
    }
}

fn requirement_line(page: &mut Page, speech: Speech<'_>, entry: &RequirementEntry) {
    let title = speech.title(&entry.title, &entry.id);
    let weight = speech.say(&severity(entry.severity).text());
    let remark = speech.clauses(&[weight, speech.cited(&entry.citations)]);
    page.pair(2, &entry.code, 8, &format!("{title}{}", speech.aside(&remark)));
}

/// Returns the words of a weight.
pub(super) fn severity(severity: Severity) -> Words {
    match severity {
        Severity::Block => Words::Block,
        Severity::Warn => Words::Warn,
        Severity::Info => Words::Info,
    }
}

/// Returns the page of a requirement (id or code), parameter, figure or definition; nothing if there is none.
#[must_use]
pub fn page(
    rules: &RuleSet,
    name: &str,
    sources: &Sources,
    language: Language,
    color: bool,
) -> Option<String> {
    let speech = Speech { rules, language };
    let mut page = Page::new(WIDTH, color);
    if let Some((_, entry)) = rules.requirement_named(name) {
        requirement::requirement(&mut page, speech, entry, sources);
        return Some(page.finish());
    }
    match rules.named(name)? {
        Named::Parameter(id) => {
            let entry = rules.parameter(id)?;
            let title = speech.title(&entry.title, &entry.name);
            page.block(0, "", &title, Ink::Strong);
            let name = speech.say(&ExplainWords::Name.text());
            page.pair(2, &name, speech.column(), &entry.name);
            parameter(&mut page, speech, entry);
        }
        Named::Definition(id) => requirement::definition(&mut page, speech, rules.definition(id)?),
        Named::Fact(id) => requirement::fact(&mut page, speech, id)?,
        Named::List(_) => return None,
    }
    Some(page.finish())
}
