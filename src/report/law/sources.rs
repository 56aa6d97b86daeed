//! Where the law was read: each instrument with what cites it, and what rests on a text nobody verified.

use std::collections::{BTreeMap, BTreeSet};

use super::WIDTH;
use crate::compile::RuleSet;
use crate::report::page::{Ink, Page};
use crate::report::speech::Speech;
use crate::rules::Status;
use crate::vocabulary::{Citation, Confidence, Source};
use crate::wording::Language;
use crate::wording::catalogue::explaining::SourceWords as Words;

/// Kinds of instruments in the order in which a lawyer asks for them.
const KINDS: [Confidence; 5] = [
    Confidence::Statute,
    Confidence::Regional,
    Confidence::Case,
    Confidence::Practice,
    Confidence::Unverified,
];

/// What cites an instrument: codes of requirements, names of everything else.
#[derive(Default)]
struct Citers {
    codes: BTreeSet<String>,
    names: BTreeSet<String>,
}

/// What rests on something nobody verified, with the reason.
type Resting = BTreeMap<String, BTreeSet<String>>;

/// Returns the instruments of a pack, read through all layers given; the first is the pack alone.
#[must_use]
pub fn sources(layers: &[&RuleSet], language: Language, color: bool) -> String {
    let Some(rules) = layers.first() else { return String::new() };
    let speech = Speech { rules, language };
    let mut citers = BTreeMap::new();
    layers.iter().for_each(|rules| cited_by(rules, &mut citers));
    let mut page = Page::new(WIDTH, color);
    let all = rules.vocabulary().sources();
    for kind in KINDS {
        let of_kind: Vec<(&String, &Source)> =
            all.iter().filter(|(_, s)| s.confidence() == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let count = of_kind.len().to_string();
        let heading = speech.say(&kind.words());
        page.heading(&speech.say(&Words::Kind { heading, count }.text()));
        for (name, source) in of_kind {
            page.gap();
            instrument(&mut page, speech, name, source, citers.get(name));
        }
    }
    let mut resting = Resting::new();
    layers.iter().for_each(|rules| unverified(rules, language, &mut resting));
    rests(&mut page, speech, &resting);
    page.finish()
}

fn instrument(
    page: &mut Page,
    speech: Speech<'_>,
    name: &str,
    source: &Source,
    citers: Option<&Citers>,
) {
    page.block(2, &format!("{name}  "), &speech.title(source.title(), name), Ink::Strong);
    let mut line = |words: Words, text: String| {
        if !text.is_empty() {
            page.pair(4, &speech.say(&words.text()), speech.column(), &text);
        }
    };
    line(Words::Version, speech.say(source.version()));
    line(Words::Checked, source.checked_on().map_or_else(String::new, str::to_owned));
    line(Words::Region, source.region().map_or_else(String::new, str::to_owned));
    line(Words::Url, source.url().map_or_else(String::new, str::to_owned));
    line(Words::Note, speech.say(source.note()));
    let by = citers.map(|c| c.codes.iter().chain(&c.names).cloned().collect::<Vec<_>>());
    let by = by.unwrap_or_default();
    match by.is_empty() {
        true => line(Words::CitedBy, speech.say(&Words::Nothing.text())),
        false => line(Words::CitedBy, speech.listed(&by)),
    }
}

/// Adds what cites each instrument in these layers.
fn cited_by(rules: &RuleSet, all: &mut BTreeMap<String, Citers>) {
    let mut code = |citation: &Citation, code: &str| {
        all.entry(citation.source().to_owned()).or_default().codes.insert(code.to_owned());
    };
    for entry in rules.requirements() {
        entry.citations.iter().for_each(|c| code(c, &entry.code));
    }
    for (citation, name) in named(rules) {
        all.entry(citation.source().to_owned()).or_default().names.insert(name.to_owned());
    }
}

/// Every citation of a figure, deadline, definition, parameter, ground or year, with its name.
fn named(rules: &RuleSet) -> Vec<(Citation, String)> {
    let mut found = Vec::new();
    let mut add = |citation: &Citation, name: &str| found.push((citation.clone(), name.to_owned()));
    for entry in rules.definitions() {
        let all = entry.citations.iter().chain(entry.exception_citations.iter().flatten());
        all.for_each(|c| add(c, &entry.name));
    }
    for entry in rules.parameters() {
        let rows = entry.series.iter().flatten().flat_map(|row| &row.citations);
        entry.citations.iter().chain(rows).for_each(|c| add(c, &entry.name));
    }
    let vocabulary = rules.vocabulary();
    for ground in vocabulary.grounds() {
        let citation = ground.citation().and_then(|c| vocabulary.citation(c));
        citation.iter().for_each(|c| add(c, ground.name()));
    }
    for (year, of) in vocabulary.calendar().years() {
        let citation = vocabulary.citation(of.citation());
        citation.iter().for_each(|c| add(c, &year.to_string()));
    }
    found
}

/// Adds what rests on an instrument, a value or a year that nobody verified.
fn unverified(rules: &RuleSet, language: Language, all: &mut Resting) {
    let speech = Speech { rules, language };
    let doubtful = |c: &Citation| {
        let source = rules.vocabulary().sources().get(c.source());
        source.is_some_and(|s| s.confidence() == Confidence::Unverified)
    };
    let mut add = |name: &str, why: String| {
        all.entry(name.to_owned()).or_default().insert(why);
    };
    for entry in rules.requirements() {
        let title = speech.title(&entry.title, &entry.id);
        let name = format!("{}  {title}", entry.code);
        if entry.confidence == Confidence::Unverified {
            add(&name, speech.say(&Words::Basis.text()));
        }
        entry.citations.iter().filter(|c| doubtful(c)).for_each(|c| add(&name, c.to_string()));
    }
    for (citation, name) in named(rules).iter().filter(|(c, _)| doubtful(c)) {
        add(name, citation.to_string());
    }
    for entry in rules.parameters() {
        let rows = entry.series.iter().flatten();
        for row in rows.filter(|row| row.status == Status::Unverified) {
            let from = row.from.map_or_else(String::new, |from| from.to_string());
            let layer = row.layer.clone();
            add(&entry.name, speech.say(&Words::Row { from, layer }.text()));
        }
    }
}

fn rests(page: &mut Page, speech: Speech<'_>, resting: &Resting) {
    let count = resting.len().to_string();
    page.heading(&speech.say(&Words::Resting { count }.text()));
    let say = if resting.is_empty() { Words::Nothing } else { Words::RestingNote };
    page.block(2, "", &speech.say(&say.text()), Ink::Faint);
    page.gap();
    for (name, why) in resting {
        let why: Vec<String> = why.iter().cloned().collect();
        page.block(2, "", &speech.labelled(name, &speech.clauses(&why)), Ink::Plain);
    }
}
