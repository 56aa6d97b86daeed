//! What changes from one version of a policy to another: its values, and what comes of cases.
//!
//! ```text
//! rules before ─┐                         assessment before ─┐
//!               ├─▶ values, with layers                      ├─▶ verdicts, findings, figures
//! rules after ──┘                         assessment after ──┘
//! ```

mod facts;

use std::collections::{BTreeMap, BTreeSet};

use super::desk::Desk;
use super::page::{Ink, Page};
use super::speech::Speech;
use super::values;
use crate::assess::{Assessment, Outcome, Verdict};
use crate::case::CaseFile;
use crate::compile::{ParameterEntry, RuleSet};
use crate::source::Sources;
use crate::value::{Date, Value};
use crate::vocabulary::Type;
use crate::wording::Language;
use crate::wording::catalogue::explaining::ChangeWords as Words;
use crate::wording::catalogue::reviewing::ReviewWords;

/// Width of a page.
const WIDTH: usize = 96;

/// Rules with the files they come from.
pub type Side<'a> = (&'a RuleSet, &'a Sources);

/// Rules before and after, with the language they are told in.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// Before.
    pub before: Side<'a>,
    /// After.
    pub after: Side<'a>,
    /// Language of the text.
    pub language: Language,
}

/// What each version of a policy states as a fact, by its first day, before and after.
#[derive(Debug, Clone, Copy)]
pub struct Records<'a> {
    /// Before.
    pub before: &'a [(Date, CaseFile)],
    /// After.
    pub after: &'a [(Date, CaseFile)],
}

/// Returns the values, formulas and facts that differ, each with the layer that gives it.
#[must_use]
pub fn values_changed(sides: Sides<'_>, records: Records<'_>) -> String {
    let say = |words: Words| words.text().get(sides.language).to_owned();
    let mut page = Page::new(WIDTH, false);
    let names: BTreeSet<&str> = [sides.before, sides.after]
        .iter()
        .flat_map(|(rules, _)| rules.parameters().iter().map(|p| p.name.as_str()))
        .collect();
    let mut count = 0_usize;
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for name in names {
        let changed = parameter(sides, name);
        count = count.saturating_add(changed.1.len());
        lines.extend(Some(changed).filter(|(_, lines)| !lines.is_empty()));
    }
    for (title, changed) in formulas(sides) {
        count = count.saturating_add(1);
        lines.push((title, vec![changed]));
    }
    let mut tell = |heading: Words, lines: Vec<(String, Vec<String>)>| {
        page.heading(&say(heading));
        for (title, changed) in lines {
            page.block(2, "", &title, Ink::Strong);
            changed.iter().for_each(|line| page.block(4, "", line, Ink::Plain));
        }
    };
    tell(Words::Values { count: count.to_string() }, lines);
    let facts = facts::changed(sides, records);
    if !facts.is_empty() {
        tell(Words::Facts { count: facts.len().to_string() }, facts);
    }
    page.finish()
}

/// The title of a parameter, and a line for each day from which its value differs.
fn parameter(sides: Sides<'_>, name: &str) -> (String, Vec<String>) {
    let entry = |(rules, _): Side<'_>| -> Option<usize> {
        rules.parameters().iter().position(|p| p.name == name)
    };
    let old = entry(sides.before).and_then(|at| sides.before.0.parameters().get(at));
    let new = entry(sides.after).and_then(|at| sides.after.0.parameters().get(at));
    let Some(known) = new.or(old) else { return (String::new(), Vec::new()) };
    let speech = Speech { rules: sides.after.0, language: sides.language };
    let title = format!("{name}  {}", speech.title(&known.title, &known.name));
    let versions: BTreeSet<Date> = sides
        .before
        .0
        .policy_versions()
        .iter()
        .chain(sides.after.0.policy_versions())
        .copied()
        .collect();
    let members = old.map_or(0, |p| p.series.len()).max(new.map_or(0, |p| p.series.len())).max(1);
    let mut lines = Vec::new();
    for member in 0..members {
        let mut last = None;
        for day in &versions {
            let told = |side, entry: Option<&ParameterEntry>| {
                in_force(side, entry, member, *day, sides.language)
            };
            let pair = (told(sides.before, old), told(sides.after, new));
            // Where nothing changes on a later day, the earlier line says it.
            if pair.0 != pair.1 && last.as_ref() != Some(&pair) {
                let row = member_title(speech, known, member);
                lines.push(line(sides, &row, *day, &pair));
            }
            last = Some(pair);
        }
    }
    (title, lines)
}

fn member_title(speech: Speech<'_>, entry: &ParameterEntry, member: usize) -> String {
    let choice = entry.by.and_then(|id| speech.vocabulary().choice(id));
    let found = choice.and_then(|c| c.members().get(member));
    found.map_or_else(String::new, |m| speech.title(m.title(), m.name()))
}

fn line(sides: Sides<'_>, row: &str, day: Date, (before, after): &(String, String)) -> String {
    let day =
        values::known(&Value::Date(day), Type::Date, sides.after.0.vocabulary(), sides.language);
    let words = Words::From { day, before: before.clone(), after: after.clone() };
    let text = words.text().get(sides.language).to_owned();
    if row.is_empty() { text } else { format!("{row}  {text}") }
}

/// The value in force on a day with the layer that gives it, or that there is none.
fn in_force(
    (rules, sources): Side<'_>,
    entry: Option<&ParameterEntry>,
    member: usize,
    day: Date,
    language: Language,
) -> String {
    let say = |words: Words| words.text().get(language).to_owned();
    let told = |value: &Value, kind: Type, layer: String| {
        let value = values::known(value, kind, rules.vocabulary(), language);
        say(Words::Given { value, layer })
    };
    let Some(entry) = entry else { return say(Words::Unset) };
    let version = rules.policy_versions().iter().rev().find(|v| **v <= day).copied();
    let is_set = |s: &&crate::compile::SettingValue| {
        s.member == member && (s.version.is_none() || s.version == version)
    };
    if let (Some(setting), Some((name, _))) = (entry.settings.iter().rfind(is_set), rules.policy())
    {
        let from = setting.version.or(version).map_or_else(String::new, |v| format!("@{v}"));
        let layer = format!("{name}{from}");
        // A share is shown as the policy writes it: 80%, not 0.8.
        let written = sources.slice(setting.span).trim();
        return match entry.kind {
            Type::Number if !written.is_empty() => {
                say(Words::Given { value: written.to_owned(), layer })
            }
            kind => told(&setting.value, kind, layer),
        };
    }
    let rows = entry.series.get(member).map_or(&[][..], Vec::as_slice);
    match rows.iter().rfind(|r| r.from.is_none_or(|from| from <= day)) {
        Some(row) => told(&row.value, entry.kind, row.layer.clone()),
        None => say(Words::Unset),
    }
}

/// Formulas of the company that differ: title, and the formula before and after.
fn formulas(sides: Sides<'_>) -> Vec<(String, String)> {
    let written = |rules: &RuleSet| -> BTreeMap<(String, Option<Date>), String> {
        let all = rules.definitions().iter().flat_map(|d| {
            d.company.iter().map(|(from, _, text)| ((d.name.clone(), *from), text.clone()))
        });
        all.collect()
    };
    let (before, after) = (written(sides.before.0), written(sides.after.0));
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).cloned().collect();
    let speech = Speech { rules: sides.after.0, language: sides.language };
    let unset = || Words::Unset.text().get(sides.language).to_owned();
    let mut found = Vec::new();
    for key in keys {
        let (old, new) = (before.get(&key), after.get(&key));
        if old == new {
            continue;
        }
        let (name, from) = &key;
        let entry = sides.after.0.definitions().iter().find(|d| d.name == *name);
        let title = entry.map_or_else(String::new, |d| speech.title(&d.title, &d.name));
        let from = from.map_or_else(String::new, |v| format!("@{v}"));
        let old = old.cloned().unwrap_or_else(unset);
        let new = new.cloned().unwrap_or_else(unset);
        found.push((format!("{name}{from}  {title}"), format!("{old} → {new}")));
    }
    found
}

/// What comes of one case before and after.
#[derive(Debug)]
pub struct Impact {
    /// Lines that say what differs; none if nothing does.
    pub lines: Vec<String>,
    /// Whether the verdict for the ground's main document is worse after.
    pub is_worse: bool,
}

/// Returns what differs between two assessments of one case: verdicts, findings, figures.
#[must_use]
pub fn impact(
    (before, old): (&Assessment<'_>, &Sources),
    (after, new): (&Assessment<'_>, &Sources),
    language: Language,
    show_values: bool,
) -> Impact {
    let desks = [
        Desk::new(before, old, language, show_values),
        Desk::new(after, new, language, show_values),
    ];
    let mut lines = verdicts(&desks);
    lines.extend(findings(&desks));
    lines.extend(figures(&desks));
    let main = super::review::main_document(&desks[1]);
    let is_worse = worse(before.verdict(&main), after.verdict(&main));
    Impact { lines, is_worse }
}

/// Whether a verdict is further from ready than another.
fn worse(before: Verdict, after: Verdict) -> bool {
    let rank = |v| match v {
        Verdict::Ready => 0,
        Verdict::Undetermined => 1,
        Verdict::Blocked => 2,
    };
    rank(after) > rank(before)
}

fn changed(desk: &Desk<'_>, what: &str, before: &str, after: &str) -> String {
    let (before, after) = (before.to_owned(), after.to_owned());
    desk.say(&Words::Changed { what: what.to_owned(), before, after }.text())
}

fn verdicts([old, new]: &[Desk<'_>; 2]) -> Vec<String> {
    let word = |desk: &Desk<'_>, verdict| {
        let words = match verdict {
            Verdict::Ready => ReviewWords::ShortReady,
            Verdict::Blocked => ReviewWords::ShortBlocked,
            Verdict::Undetermined => ReviewWords::ShortUndetermined,
        };
        desk.say(&words.text())
    };
    let ground = &new.assessment.question().ground;
    let documents = new.vocabulary().documents().iter().filter(|d| d.belongs_to(ground));
    let differ = documents.filter_map(|d| {
        let (before, after) = (old.assessment.verdict(d.name()), new.assessment.verdict(d.name()));
        let title = new.title(d.title(), d.name());
        (before != after).then(|| changed(new, &title, &word(old, before), &word(new, after)))
    });
    differ.collect()
}

fn findings([old, new]: &[Desk<'_>; 2]) -> Vec<String> {
    let outcomes = |desk: &Desk<'_>| -> BTreeMap<String, (Outcome, String)> {
        let one = |f: &crate::assess::Finding| {
            let entry = desk.rules().requirement(f.requirement())?;
            let title = format!("{} {}", entry.code, desk.title(&entry.title, &entry.id));
            Some((entry.code.clone(), (f.outcome(), title)))
        };
        desk.assessment.findings().iter().filter_map(one).collect()
    };
    let (before, after) = (outcomes(old), outcomes(new));
    let word = |outcome: Option<&(Outcome, String)>| {
        let words = match outcome.map(|(o, _)| o) {
            Some(Outcome::Satisfied) => Words::Satisfied,
            Some(Outcome::NotSatisfied) => Words::NotSatisfied,
            Some(Outcome::Indeterminate) => Words::Indeterminate,
            Some(Outcome::NotApplicable) => Words::NotApplicable,
            None => Words::Absent,
        };
        new.say(&words.text())
    };
    let codes: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = codes.into_iter().filter_map(|code| {
        let (was, is) = (before.get(code), after.get(code));
        let title = is.or(was).map_or(code.as_str(), |(_, title)| title.as_str());
        (was.map(|w| w.0) != is.map(|i| i.0)).then(|| changed(new, title, &word(was), &word(is)))
    });
    differ.collect()
}

fn figures([old, new]: &[Desk<'_>; 2]) -> Vec<String> {
    let told = |desk: &Desk<'_>| -> BTreeMap<String, (String, String)> {
        let one = |f: &crate::assess::Figure| {
            let entry = desk.rules().definition(f.definition())?;
            let value = desk.value(f.value(), entry.kind, entry.sensitive);
            Some((entry.name.clone(), (desk.title(&entry.title, &entry.name), value)))
        };
        desk.assessment.figures().iter().filter_map(one).collect()
    };
    let (before, after) = (told(old), told(new));
    let absent = new.say(&Words::Absent.text());
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let differ = names.into_iter().filter_map(|name| {
        let (was, is) = (before.get(name), after.get(name));
        let title = is.or(was).map_or(name.as_str(), |(title, _)| title.as_str());
        let value = |v: Option<&(String, String)>| v.map_or(absent.clone(), |(_, v)| v.clone());
        (was.map(|w| &w.1) != is.map(|i| &i.1))
            .then(|| changed(new, title, &value(was), &value(is)))
    });
    differ.collect()
}
