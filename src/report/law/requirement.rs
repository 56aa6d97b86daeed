//! A requirement, a definition or a fact as the law knows it, without a case.

use std::collections::BTreeSet;

use super::severity;
use crate::compile::typed::{Typed, TypedNode};
use crate::compile::{DefinitionEntry, DefinitionId, RequirementEntry};
use crate::report::page::{Ink, Page};
use crate::report::phrases::Phrases;
use crate::report::speech::Speech;
use crate::rules::Severity;
use crate::source::Sources;
use crate::vocabulary::{FactId, ListId};
use crate::wording::Localized;
use crate::wording::catalogue::explaining::ExplainWords;
use crate::wording::catalogue::explaining::LawWords as Words;

/// Writes the page of a requirement.
pub(super) fn requirement(
    page: &mut Page,
    speech: Speech<'_>,
    entry: &RequirementEntry,
    sources: &Sources,
) {
    let title = format!("{} {}", entry.code, speech.title(&entry.title, &entry.id));
    page.block(0, "", &title, Ink::Strong);
    head(page, speech, entry);
    if let Some(applies) = &entry.applies {
        page.heading(&speech.say(&ExplainWords::Applies.text()));
        formula(page, speech, applies, sources);
    }
    let (heading, lines): (_, &[Typed]) = match &entry.value.node {
        TypedNode::And(items) => (ExplainWords::AllOf, items),
        TypedNode::Or(items) => (ExplainWords::AnyOf, items),
        _ => (ExplainWords::MustHold, std::slice::from_ref(&entry.value)),
    };
    page.heading(&speech.say(&heading.text()));
    lines.iter().for_each(|line| formula(page, speech, line, sources));
    let mut reads = Reads::default();
    entry.applies.iter().for_each(|t| reads.expression(speech, t));
    reads.expression(speech, &entry.value);
    reads.write(page, speech);
    evidence(page, speech, entry);
    let remedy = speech.say(&entry.remedy);
    if !remedy.is_empty() {
        page.heading(&speech.say(&ExplainWords::Remedy.text()));
        page.block(2, "", &remedy, Ink::Plain);
    }
}

fn head(page: &mut Page, speech: Speech<'_>, entry: &RequirementEntry) {
    let say = |words: &Words| speech.say(&words.text());
    let mut pair = |label: String, text: String| {
        if !text.is_empty() {
            page.pair(2, &label, speech.column(), &text);
        }
    };
    pair(speech.say(&ExplainWords::Name.text()), entry.id.clone());
    let confidence = speech.aside(&speech.say(&entry.confidence.words()));
    let cited = format!("{}{confidence}", speech.cited(&entry.citations));
    pair(speech.say(&ExplainWords::Article.text()), cited);
    let mut weight = vec![say(&severity(entry.severity))];
    for change in [&entry.downgrade, &entry.upgrade].into_iter().flatten() {
        weight.push(changed(speech, change));
    }
    pair(speech.say(&ExplainWords::Weight.text()), speech.clauses(&weight));
    let elements = speech.vocabulary().elements();
    let step = elements.iter().find(|(e, _)| entry.element.as_ref() == Some(e));
    pair(say(&Words::Step), step.map_or_else(String::new, |(e, t)| speech.title(t, e)));
    let documents = speech.vocabulary();
    let gates = entry
        .gates
        .iter()
        .map(|g| documents.document(g).map_or_else(|| g.clone(), |d| speech.title(d.title(), g)));
    pair(say(&Words::Gates), speech.listed(&gates.collect::<Vec<_>>()));
    let waiver = if entry.waivable { Words::MayBeWaived } else { Words::NotWaivable };
    pair(say(&Words::Waiver), say(&waiver));
    let grounds = entry
        .grounds
        .iter()
        .map(|g| documents.ground(g).map_or_else(|| g.clone(), |d| speech.title(d.title(), g)));
    pair(say(&Words::Grounds), speech.listed(&grounds.collect::<Vec<_>>()));
    pair(speech.say(&ExplainWords::Layer.text()), entry.layer.clone());
    if entry.lawyer_review {
        let review = speech.say(&ExplainWords::LawyerReview.text());
        pair(speech.say(&ExplainWords::Kind.text()), review);
    }
}

/// A change of weight in words: to what, when.
fn changed(speech: Speech<'_>, (to, when, why): &(Severity, Typed, Localized)) -> String {
    let to = speech.say(&match to {
        Severity::Block => ExplainWords::ToBlock.text(),
        Severity::Warn => ExplainWords::ToWarn.text(),
        Severity::Info => ExplainWords::ToInfo.text(),
    });
    let why = match speech.say(why) {
        why if why.is_empty() => Phrases::titles(speech).phrase(when),
        why => why,
    };
    speech.say(&ExplainWords::Change { when: why, to }.text())
}

/// Writes an expression in words and as written.
fn formula(page: &mut Page, speech: Speech<'_>, typed: &Typed, sources: &Sources) {
    page.block(2, "· ", &Phrases::titles(speech).phrase(typed), Ink::Plain);
    page.block(4, "", sources.slice(typed.span), Ink::Faint);
}

fn evidence(page: &mut Page, speech: Speech<'_>, entry: &RequirementEntry) {
    if entry.evidence.is_empty() {
        return;
    }
    page.heading(&speech.say(&Words::Evidence.text()));
    for name in &entry.evidence {
        let kind = speech.vocabulary().evidence_kind(name);
        let text = kind.map_or_else(
            || name.clone(),
            |kind| {
                let mut remarks = vec![speech.proof(kind.strength())];
                let note = speech.say(kind.note());
                let note = note.trim_end_matches(['。', '.']).to_owned();
                remarks.extend(Some(note).filter(|n| !n.is_empty()));
                let title = speech.title(kind.title(), name);
                format!("{title}{}", speech.aside(&speech.clauses(&remarks)))
            },
        );
        page.block(2, "· ", &text, Ink::Plain);
    }
}

/// Facts and lists an expression reads, itself or through definitions.
#[derive(Default)]
struct Reads {
    facts: BTreeSet<FactId>,
    lists: BTreeSet<ListId>,
    seen: BTreeSet<DefinitionId>,
}

impl Reads {
    fn expression(&mut self, speech: Speech<'_>, typed: &Typed) {
        let mut below = Vec::new();
        typed.walk(&mut |part| match &part.node {
            TypedNode::Fact(id) => {
                self.facts.insert(*id);
            }
            TypedNode::Aggregate(aggregate) => self.lists.extend(aggregate.list),
            TypedNode::FieldOf(_, list, _) => {
                self.lists.insert(*list);
            }
            TypedNode::Definition(id)
            | TypedNode::Call(id, _)
            | TypedNode::Column(_, id)
            | TypedNode::ColumnOf(_, _, id) => below.push(*id),
            _ => {}
        });
        for id in below {
            let entry = speech.rules().definition(id).filter(|_| self.seen.insert(id));
            if let Some(entry) = entry {
                self.expression(speech, &entry.formula);
            }
        }
    }

    fn write(&self, page: &mut Page, speech: Speech<'_>) {
        let vocabulary = speech.vocabulary();
        let facts = self.facts.iter().filter_map(|id| vocabulary.fact(*id));
        let lists = self.lists.iter().filter_map(|id| vocabulary.list(*id));
        let asked = |question: &Localized, title: &Localized, name: &str| {
            let question = speech.say(question);
            if question.is_empty() { speech.title(title, name) } else { question }
        };
        let facts = facts.map(|f| (f.name(), asked(f.question(), f.title(), f.name())));
        let lists = lists.map(|l| (l.name(), asked(l.question(), l.title(), l.name())));
        let all: Vec<(&str, String)> = facts.chain(lists).collect();
        if !all.is_empty() {
            page.heading(&speech.say(&Words::Reads.text()));
        }
        for (name, question) in all {
            page.pair(2, name, 34, &question);
        }
    }
}

/// Writes the page of a definition, figure or deadline.
pub(super) fn definition(page: &mut Page, speech: Speech<'_>, entry: &DefinitionEntry) {
    page.block(0, "", &speech.title(&entry.title, &entry.name), Ink::Strong);
    let pairs = [
        (ExplainWords::Name, entry.name.clone()),
        (ExplainWords::Article, speech.cited(&entry.citations)),
        (ExplainWords::Layer, entry.layer.clone()),
        (ExplainWords::Written, entry.written.clone()),
    ];
    for (label, text) in pairs {
        if !text.is_empty() {
            page.pair(2, &speech.say(&label.text()), speech.column(), &text);
        }
    }
    page.gap();
    let words = Phrases::titles(speech).inside(entry).phrase(&entry.formula);
    page.block(2, "= ", &words, Ink::Plain);
    let mut reads = Reads::default();
    reads.expression(speech, &entry.formula);
    reads.write(page, speech);
}

/// Writes the page of a fact.
pub(super) fn fact(page: &mut Page, speech: Speech<'_>, id: FactId) -> Option<()> {
    let fact = speech.vocabulary().fact(id)?;
    page.block(0, "", &speech.title(fact.title(), fact.name()), Ink::Strong);
    let label = |words: ExplainWords| speech.say(&words.text());
    page.pair(2, &label(ExplainWords::Name), speech.column(), fact.name());
    page.pair(2, &label(ExplainWords::Question), speech.column(), &speech.say(fact.question()));
    let form = crate::report::waits::written_as(speech, fact.kind(), fact.is_optional());
    page.pair(2, &label(ExplainWords::Form), speech.column(), &form);
    Some(())
}
