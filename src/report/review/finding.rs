//! Findings that stand in the way, warnings and notes.

use super::Review;
use crate::assess::{Finding, StepId};
use crate::compile::RequirementEntry;
use crate::compile::typed::TypedNode;
use crate::report::excerpt::{Look, excerpt};
use crate::report::page::Ink;
use crate::report::steps::Shown;
use crate::source::Span;
use crate::wording::catalogue::reporting::ReviewWords as Words;

/// At most this many values are shown of one line of a requirement.
const MOST_VALUES: usize = 8;

impl<'a> Review<'a> {
    /// Writes what stands in the way.
    pub(super) fn blocking(&mut self) {
        let findings = self.standing.blocking.clone();
        if findings.is_empty() {
            return;
        }
        let heading = self.say(&Words::Blocking { count: findings.len().to_string() });
        self.page.heading(&heading);
        for finding in findings {
            self.page.gap();
            self.finding(finding, "✗ ", Ink::Bad);
        }
    }

    /// Writes warnings that need a waiver, and notes.
    pub(super) fn warnings(&mut self) {
        let (warnings, notes) = (self.standing.warnings.clone(), self.standing.notes.clone());
        if !warnings.is_empty() {
            let heading = self.say(&Words::Warnings { count: warnings.len().to_string() });
            self.page.heading(&heading);
            for finding in warnings {
                self.page.gap();
                self.finding(finding, "! ", Ink::Doubt);
            }
            self.waiver_form();
        }
        if !notes.is_empty() {
            let heading = self.say(&Words::Notes { count: notes.len().to_string() });
            self.page.heading(&heading);
            for finding in notes {
                self.page.gap();
                self.finding(finding, "· ", Ink::Plain);
            }
        }
    }

    fn waiver_form(&mut self) {
        let form = self.say(&Words::WaiverForm);
        self.page.gap();
        self.page.block(2, "", &form, Ink::Plain);
        let line = "waivers: [ { requirement: …, by: …, role: …, on: …, until: …, reason: … } ]";
        self.page.raw(4, line);
    }

    fn finding(&mut self, finding: &'a Finding, mark: &str, ink: Ink) {
        let Some(entry) = self.desk.rules().requirement(finding.requirement()) else { return };
        let title = self.desk.title(&entry.title, &entry.id);
        self.page.block(0, mark, &format!("{} {title}", entry.code), ink);
        self.wrong(finding, entry);
        let column = self.column();
        let cited = self.desk.cited(&entry.citations);
        let cited =
            format!("{cited}{}", self.desk.aside(&self.desk.say(&entry.confidence.words())));
        let evidence = self.wanted_evidence(entry);
        let remedy = self.desk.say(&entry.remedy);
        let more = self.command(&entry.code);
        let pairs = [
            (Words::Article, cited),
            (Words::Evidence, evidence),
            (Words::Remedy, remedy),
            (Words::More, more),
        ];
        for (label, text) in pairs {
            if !text.is_empty() {
                let label = self.say(&label);
                self.page.pair(2, &label, column, &text);
            }
        }
    }

    /// The command that explains a requirement or a figure.
    pub(super) fn command(&self, name: &str) -> String {
        let case = self.desk.sources.get(self.options.case).map_or("", |f| f.name());
        format!("duecause explain {case} {name}")
    }

    /// Kinds of evidence that would prove a requirement, those the case has marked.
    fn wanted_evidence(&self, entry: &RequirementEntry) -> String {
        let has = |kind: &str| {
            let exhibits = self.desk.case().evidence();
            exhibits.iter().filter(|e| e.kind() == Some(kind)).map(|e| e.id().to_owned()).collect()
        };
        let one = |name: &String| {
            let kind = self.desk.vocabulary().evidence_kind(name);
            let title = kind.map_or_else(|| name.clone(), |k| self.desk.title(k.title(), name));
            let strength = kind.map(|k| self.desk.proof(k.strength())).unwrap_or_default();
            let exhibits: Vec<String> = has(name);
            let mut words = vec![strength];
            words.push(match exhibits.is_empty() {
                true => self.say(&Words::NotInCase),
                false => self.desk.listed(&exhibits),
            });
            format!("{title}{}", self.desk.aside(&self.desk.clauses(&words)))
        };
        self.desk.listed(&entry.evidence.iter().map(one).collect::<Vec<_>>())
    }

    /// Writes the lines that do not hold, with the values they read and their places.
    fn wrong(&mut self, finding: &'a Finding, entry: &RequirementEntry) {
        let desk = self.desk;
        let all = desk.assessment.lines(finding);
        let failing: Vec<_> = all.iter().filter(|l| l.value.as_truth() == Some(false)).collect();
        let label = match matches!(entry.value.node, TypedNode::Or(_)) && failing.len() > 1 {
            true => self.say(&Words::NoneHolds),
            false => self.say(&Words::DoesNotHold),
        };
        let column = self.column();
        for line in failing {
            let written = desk.sources.slice(line.typed.span).to_owned();
            self.page.pair(2, &label, column, &written);
            let values = desk.assessment.deciding(&line.inputs, Some(false));
            self.values(&values);
        }
    }

    /// Writes values: those in the case file as an excerpt, the others in words.
    fn values(&mut self, values: &[StepId]) {
        let desk = self.desk;
        let shown: Vec<Shown> = values
            .iter()
            .filter_map(|id| desk.shown(desk.assessment.step(*id)?))
            .take(MOST_VALUES)
            .collect();
        let left = values.len().saturating_sub(shown.len());
        let mut marks: Vec<(Span, String)> = Vec::new();
        for value in &shown {
            let words = desk.labelled(&value.title, &value.value);
            match value.place.filter(|span| span.file() == self.options.case) {
                Some(span) => marks.push((span, words)),
                None => {
                    let words = format!("{words}{}", desk.aside(&value.source));
                    self.page.block(self.column().saturating_add(2), "", &words, Ink::Plain);
                }
            }
        }
        if left > 0 {
            let more = self.say(&Words::MoreValues { count: left.to_string() });
            self.page.block(self.column().saturating_add(2), "", &more, Ink::Faint);
        }
        let look = Look {
            show_values: self.options.show_values,
            color: self.page.has_color(),
            width: self.page.width().saturating_sub(4),
        };
        if let Some(text) = excerpt(self.options.case, &marks, desk.sources, look) {
            self.page.raw(4, &text);
        }
    }
}
