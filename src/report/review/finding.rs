//! Findings that stand in the way, warnings and notes.

use std::collections::BTreeMap;

use super::Review;
use crate::assess::{Eval, Finding, Step, StepId, What};
use crate::case::Exhibit;
use crate::compile::RequirementEntry;
use crate::compile::typed::TypedNode;
use crate::report::excerpt::{Look, excerpt};
use crate::report::page::Ink;
use crate::report::phrases::Phrases;
use crate::report::statements;
use crate::report::steps::Shown;
use crate::source::Span;
use crate::wording::catalogue::reporting::FactWords;
use crate::wording::catalogue::reviewing::ReviewWords as Words;

/// At most this many values are shown of one line of a requirement.
const MOST_VALUES: usize = 6;

impl<'a> Review<'a> {
    /// Writes what stands in the way.
    pub(super) fn blocking(&mut self) {
        let findings = self.standing.blocking.clone();
        if findings.is_empty() {
            return;
        }
        let heading = self.say(&Words::Blocking { count: findings.len().to_string() });
        self.page.heading(&heading);
        for (lack, findings) in self.by_lack(&findings) {
            if let Some(step) = lack {
                self.page.gap();
                self.lack(step, findings.len());
            }
            for finding in findings {
                self.page.gap();
                self.finding(finding, "✗ ", Ink::Bad);
            }
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
        let read = self.wrong(finding, entry);
        let column = self.column();
        let confidence = self.desk.aside(&self.desk.say(&entry.confidence.words()));
        let cited = format!("{}{confidence}", self.desk.cited_here(&entry.citations));
        let pairs = [
            (Words::Article, cited),
            (Words::OnFile, self.on_file(&read)),
            (Words::InDispute, self.in_dispute(finding)),
            (Words::Evidence, self.wanted(entry)),
            (Words::Remedy, self.desk.say(&entry.remedy)),
            (Words::More, self.command(&entry.code)),
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

    /// The exhibits behind some values, with kind and strength, and how many values have none.
    fn on_file(&self, values: &[StepId]) -> String {
        let desk = self.desk;
        let mut exhibits: BTreeMap<&str, &Exhibit> = BTreeMap::new();
        let mut bare = 0_usize;
        for id in values {
            let stated = match desk.assessment.step(*id).map(|s| &s.what) {
                Some(What::Fact(fact)) => desk.case().fact(*fact),
                Some(What::Cell(list, row, field)) => {
                    let row = desk.case().rows(*list).and_then(|r| r.row(*row));
                    row.and_then(|r| r.cell(*field))
                }
                _ => None,
            };
            let Some(stated) = stated.filter(|s| s.span().is_some()) else { continue };
            let found = desk.exhibits(stated);
            bare = bare.saturating_add(usize::from(found.is_empty()));
            exhibits.extend(found.into_iter().map(|e| (e.id(), e)));
        }
        let mut words: Vec<String> = exhibits.values().map(|e| desk.exhibit(e)).collect();
        if bare > 0 {
            words.push(self.say(&Words::WithoutEvidence { count: bare.to_string() }));
        }
        desk.listed(&words)
    }

    /// What the other side disputes of that on which a finding rests.
    fn in_dispute(&self, finding: &Finding) -> String {
        let rests = |what: &&What| statements::rests(&self.desk, finding.step(), what);
        let titles = self.disputes.iter().filter(rests).filter_map(|what| {
            let step = Step { what: what.clone(), value: Eval::None, inputs: Vec::new() };
            Some(self.desk.shown(&step)?.title)
        });
        self.desk.listed(&titles.collect::<Vec<_>>())
    }

    /// Kinds of evidence that would prove a requirement and are not on file.
    fn wanted(&self, entry: &RequirementEntry) -> String {
        let exhibits = self.desk.case().evidence();
        let is_missing = |kind: &&String| !exhibits.iter().any(|e| e.kind() == Some(kind));
        let one = |name: &String| {
            let kind = self.desk.vocabulary().evidence_kind(name);
            kind.map_or_else(
                || name.clone(),
                |k| {
                    let strength = self.desk.proof(k.strength());
                    format!("{}{}", self.desk.title(k.title(), name), self.desk.aside(&strength))
                },
            )
        };
        self.desk.listed(&entry.evidence.iter().filter(is_missing).map(one).collect::<Vec<_>>())
    }

    /// Writes the lines that do not hold, with the values that decide them; returns these values.
    ///
    /// Several lines that fail on the same thing that does not exist are told as one.
    fn wrong(&mut self, finding: &'a Finding, entry: &RequirementEntry) -> Vec<StepId> {
        let failing = self.failing(finding);
        let is_any = matches!(entry.value.node, TypedNode::Or(_)) && failing.len() > 1;
        let label = self.say(if is_any { &Words::NoneHolds } else { &Words::DoesNotHold });
        let column = self.column();
        let mut read: Vec<StepId> = Vec::new();
        let mut told: Vec<What> = Vec::new();
        for line in &failing {
            let new: Vec<StepId> =
                line.values.iter().filter(|v| !read.contains(v)).copied().collect();
            read.extend(&new);
            let alike = failing.iter().filter(|l| l.lacks_what(line)).count();
            match &line.lack {
                Some((_, what)) if told.contains(what) => {}
                // The heading above says it all.
                Some((_, what)) if alike == failing.len() && self.is_told(what) => {}
                Some((step, what)) if alike > 1 || self.is_told(what) => {
                    told.push(what.clone());
                    self.lines_without(*step, alike);
                }
                _ => {
                    let words = Phrases::titles(self.desk.speech()).phrase(line.typed);
                    self.page.pair(2, &label, column, &words);
                    self.values(&new);
                }
            }
        }
        read
    }

    /// Writes values: those in the case file as an excerpt, the others in words.
    pub(super) fn values(&mut self, values: &[StepId]) {
        let desk = self.desk;
        let indent = self.column().saturating_add(2);
        let mut words: Vec<String> = Vec::new();
        let mut marks: Vec<(Span, String)> = Vec::new();
        let shown = values.iter().filter_map(|id| desk.shown(desk.assessment.step(*id)?));
        for value in shown {
            let Shown { title, short, value, place, source, is_disputed } = value;
            match place.filter(|span| span.file() == self.options.case) {
                Some(span) if !marks.iter().any(|(s, _)| *s == span) => {
                    let disputed = is_disputed.then(|| desk.say(&FactWords::Disputed.text()));
                    let remark = desk.aside(&disputed.unwrap_or_default());
                    marks.push((span, format!("{}{remark}", desk.labelled(&short, &value))));
                }
                Some(_) => {}
                None => {
                    let text = desk.labelled(&title, &value);
                    let text = format!("{text}{}", desk.aside(&source));
                    if !words.contains(&text) {
                        words.push(text);
                    }
                }
            }
        }
        let left =
            marks.len().saturating_sub(MOST_VALUES) + words.len().saturating_sub(MOST_VALUES);
        marks.truncate(MOST_VALUES);
        for text in words.iter().take(MOST_VALUES) {
            self.page.block(indent, "", text, Ink::Plain);
        }
        self.excerpt(&marks);
        if left > 0 {
            let more = self.say(&Words::MoreValues { count: left.to_string() });
            self.page.block(indent, "", &more, Ink::Faint);
        }
    }

    fn excerpt(&mut self, marks: &[(Span, String)]) {
        let look = Look {
            show_values: self.options.show_values,
            color: self.page.has_color(),
            width: self.page.width().saturating_sub(4),
        };
        let Some((first, _)) = marks.iter().min_by_key(|(span, _)| span.start()) else { return };
        if let Some(text) = excerpt(self.options.case, marks, self.desk.sources, look) {
            let place = format!("--> {}", self.desk.place(*first));
            self.page.raw(4, &place);
            self.page.raw(4, &text);
        }
    }
}
