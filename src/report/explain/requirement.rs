//! A requirement with its lines; a definition with its formula.

use super::Explanation;
use super::tree::{Scope, sign};
use crate::assess::{Eval, Finding, Obstacle, Outcome};
use crate::compile::typed::TypedNode;
use crate::compile::{DefinitionId, RequirementEntry, RequirementId};
use crate::report::page::Ink;
use crate::report::phrases::Phrases;
use crate::rules::{Purpose, Severity};
use crate::wording::Localized;
use crate::wording::catalogue::explaining::ExplainWords as Words;

impl<'a> Explanation<'a> {
    pub(super) fn requirement(&mut self, id: RequirementId, entry: &'a RequirementEntry) {
        let desk = self.desk;
        let title = format!("{} {}", entry.code, desk.title(&entry.title, &entry.id));
        self.page.block(0, "", &title, Ink::Strong);
        self.pair(&Words::Name, &entry.id);
        let Some(finding) = desk.assessment.finding(id) else {
            let words = self.say(&Words::OtherGround);
            self.page.block(2, "", &words, Ink::Doubt);
            return;
        };
        let outcome = self.outcome(finding);
        self.pair(&Words::Outcome, &outcome);
        let confidence = desk.aside(&desk.say(&entry.confidence.words()));
        let cited = format!("{}{confidence}", desk.cited_here(&entry.citations));
        self.pair(&Words::Article, &cited);
        let proof = finding.proof().map(|p| desk.proof(p)).unwrap_or_default();
        self.pair(&Words::Proof, &proof);
        let layer = self.layer(&entry.layer);
        self.pair(&Words::Layer, &layer);
        self.severities(entry);
        self.lines(finding, entry);
        let remedy = desk.say(&entry.remedy);
        if finding.outcome() != Outcome::Satisfied && !remedy.is_empty() {
            let heading = self.say(&Words::Remedy);
            self.page.heading(&heading);
            self.page.block(2, "", &remedy, Ink::Plain);
        }
        self.waits(finding.waits(), Some(id));
    }

    fn outcome(&self, finding: &Finding) -> String {
        let words = match finding.outcome() {
            Outcome::Satisfied => Words::Satisfied,
            Outcome::NotSatisfied => Words::NotSatisfied,
            Outcome::Indeterminate => Words::Indeterminate,
            Outcome::NotApplicable => Words::NotApplicable,
        };
        let effect = match (finding.obstacle(), finding.outcome(), finding.greatest_severity()) {
            (Obstacle::Stands, ..) => self.say(&Words::Stands),
            (Obstacle::MayStand, ..) => self.say(&Words::MayStand),
            (_, Outcome::NotSatisfied, Severity::Info) => self.say(&Words::Note),
            (_, Outcome::NotSatisfied, _) => self.say(&Words::Warning),
            _ => String::new(),
        };
        let mut text = format!("{}{}", self.say(&words), self.desk.aside(&effect));
        if let Some(waiver) = self.desk.assessment.waiver(finding) {
            let words = Words::WaivedBy { by: waiver.by.clone(), on: waiver.on.to_string() };
            text.push_str(&self.desk.aside(&self.say(&words)));
        }
        text
    }

    /// Writes what changes the weight, and whether it does here.
    fn severities(&mut self, entry: &'a RequirementEntry) {
        let desk = self.desk;
        for change in [&entry.downgrade, &entry.upgrade].into_iter().flatten() {
            let (to, when, why): &(Severity, _, Localized) = change;
            let truth = desk.assessment.evaluate(when).as_truth();
            let to = self.say(&match to {
                Severity::Block => Words::ToBlock,
                Severity::Warn => Words::ToWarn,
                Severity::Info => Words::ToInfo,
            });
            let why = match desk.say(why) {
                why if why.is_empty() => Phrases::titles(desk.speech()).phrase(when),
                why => why,
            };
            let (mark, _) = sign(truth);
            let text = self.say(&Words::Change { when: why, to });
            let label = self.say(&Words::Weight);
            let column = self.column();
            self.page.pair(2, &label, column, &format!("{mark}{text}"));
        }
    }

    /// Writes the condition and each line of what must hold, with what it rests on.
    fn lines(&mut self, finding: &Finding, entry: &'a RequirementEntry) {
        let desk = self.desk;
        if let Some(applies) = &entry.applies {
            let heading = self.say(&Words::Applies);
            self.page.heading(&heading);
            let (mark, ink) = sign(desk.assessment.evaluate(applies).as_truth());
            let words = Phrases::titles(desk.speech()).phrase(applies);
            self.page.block(2, mark, &words, ink);
        }
        if finding.outcome() == Outcome::NotApplicable {
            return;
        }
        let heading = self.say(&match entry.value.node {
            TypedNode::And(_) => Words::AllOf,
            TypedNode::Or(_) => Words::AnyOf,
            _ => Words::MustHold,
        });
        self.page.heading(&heading);
        for line in desk.assessment.lines(finding) {
            let mut scope = Scope {
                formula: Some(line.typed),
                phrases: Phrases::titles(desk.speech()),
                row_named: false,
                cited: &entry.citations,
                indent: 2,
            };
            if matches!(line.typed.node, TypedNode::Definition(_)) {
                self.tree.steps(&mut self.page, &line.inputs, &scope);
                continue;
            }
            let (mark, ink) = sign(line.value.as_truth());
            let words = scope.phrases.phrase(line.typed);
            self.page.block(2, mark, &words, ink);
            let written = desk.sources.slice(line.typed.span).to_owned();
            self.page.block(4, "", &written, Ink::Faint);
            if line.value.is_settled() && is_comparison(&line.typed.node) {
                let values = Phrases::values(desk).phrase(line.typed);
                let verdict = match line.value.as_truth() {
                    Some(true) => self.say(&Words::Holds),
                    _ => self.say(&Words::Fails),
                };
                let text = format!("{values}{}", desk.aside(&verdict));
                self.page.block(4, "→ ", &text, Ink::Plain);
            }
            scope.indent = 4;
            self.tree.steps(&mut self.page, &line.inputs, &scope);
        }
    }

    pub(super) fn definition(&mut self, id: DefinitionId) {
        let desk = self.desk;
        let Some(entry) = desk.rules().definition(id) else { return };
        let title = desk.title(&entry.title, &entry.name);
        let value = desk.assessment.value(id);
        let head = match &value {
            Some((value, _)) => {
                format!("{title} = {}", desk.value(value, entry.kind, entry.sensitive))
            }
            None => title,
        };
        self.page.block(0, "", &head, Ink::Strong);
        self.pair(&Words::Name, &entry.name);
        let exceptions = entry.exception_citations.iter().flatten();
        let mut cited: Vec<_> = entry.citations.clone();
        cited.extend(exceptions.filter(|c| !entry.citations.contains(c)).cloned());
        self.pair(&Words::Article, &desk.cited_here(&cited));
        let layer = self.layer(&entry.layer);
        self.pair(&Words::Layer, &layer);
        if entry.purpose == Purpose::Deadline {
            let words = if entry.is_earliest { Words::Earliest } else { Words::Latest };
            let words = self.say(&words);
            self.pair(&Words::Kind, &words);
        }
        if entry.lawyer_review {
            let words = self.say(&Words::LawyerReview);
            self.pair(&Words::Kind, &words);
        }
        let written = entry.written.clone();
        self.pair(&Words::Written, &written);
        let Some((value, step)) = value else { return };
        let heading = self.say(&Words::Derivation);
        self.page.heading(&heading);
        self.tree.mark(step);
        let scope = Scope {
            formula: Some(&entry.formula),
            phrases: Phrases::titles(desk.speech()).inside(entry),
            row_named: false,
            cited: &entry.citations,
            indent: 2,
        };
        self.tree.formula(&mut self.page, entry, value, &scope);
        let inputs = desk.assessment.step(step).map_or(&[][..], |s| &s.inputs);
        self.tree.steps(&mut self.page, inputs, &scope);
        self.tree.better(&mut self.page, entry, inputs, &scope);
        if let Eval::Unknown(_) = value {
            self.waits(value.waits(), None);
        }
    }
}

fn is_comparison(node: &TypedNode) -> bool {
    matches!(node, TypedNode::Compare(..) | TypedNode::Among(..))
}
