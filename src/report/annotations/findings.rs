//! Findings of a case as annotations, at the values they turn on.

use super::files::place;
use super::{Annotated, Annotation, Level, Outcome, Place, Subject};
use crate::assess::{Assessment, Eval, Finding, Obstacle, Outcome as Found, Verdict};
use crate::case::Waiver;
use crate::compile::RequirementEntry;
use crate::report::desk::Desk;
use crate::report::phrases::Phrases;
use crate::report::{ReviewOptions, waits};
use crate::rules::Severity;
use crate::source::{Sources, Span};
use crate::wording::Language;
use crate::wording::catalogue::annotating::AnnotationWords as Words;

/// At most this many things a finding waits for are named.
const MOST_WAITS: usize = 6;

/// Returns the findings that gate a document; `least` is the weight from which one that is not
/// met fails.
#[must_use]
pub fn of_review(
    assessment: &Assessment<'_>,
    sources: &Sources,
    language: Language,
    options: &ReviewOptions,
    least: Severity,
) -> Annotated {
    let desk = Desk::new(assessment, sources, language, false);
    let main = crate::report::review::main_document(&desk);
    let document = options.document_asked().unwrap_or(&main);
    let case = Span::new(options.case_file(), 0, 0);
    let teller = Teller { desk, case, least };
    let title = desk.vocabulary().document(document);
    let title = title.map_or_else(|| document.to_owned(), |d| desk.title(d.title(), document));
    let verdict = match assessment.verdict(document) {
        Verdict::Ready => Words::Ready { document: title.clone() },
        Verdict::Blocked => Words::Blocked { document: title.clone() },
        Verdict::Undetermined => Words::Undetermined { document: title.clone() },
    };
    Annotated {
        command: "review",
        title: format!("{} · {title}", place(case, sources).file),
        summary: desk.say(&verdict.text()),
        remarks: teller.exposure(),
        subjects: assessment
            .gating(document)
            .filter(|f| options.tells(assessment.rules(), f))
            .filter_map(|f| teller.subject(f))
            .collect(),
        language,
    }
}

/// Tells of findings.
struct Teller<'a> {
    desk: Desk<'a>,
    /// The first place of the case file.
    case: Span,
    /// The weight from which a requirement that is not met fails.
    least: Severity,
}

impl<'a> Teller<'a> {
    fn subject(&self, finding: &'a Finding) -> Option<Subject> {
        let entry = self.desk.rules().requirement(finding.requirement())?;
        let waiver = self.desk.assessment.waiver(finding);
        let name = format!("{} {}", entry.code, self.desk.title(&entry.title, &entry.id));
        let is_light = finding.greatest_severity() < self.least;
        let (outcome, level) = match (finding.outcome(), finding.obstacle()) {
            (Found::NotApplicable, _) => (Outcome::Skipped, None),
            (Found::Satisfied, _) => (Outcome::Passed, None),
            (Found::NotSatisfied, Obstacle::Stands) if waiver.is_none() => {
                (Outcome::Failed, Some(Level::Error))
            }
            (Found::NotSatisfied, _) => {
                let outcome = match waiver.is_some() || is_light {
                    true => Outcome::Passed,
                    false => Outcome::Failed,
                };
                let weighs = finding.greatest_severity() >= Severity::Warn;
                (outcome, Some(if weighs { Level::Warning } else { Level::Note }))
            }
            (Found::Indeterminate, Obstacle::Clear) => (Outcome::Skipped, Some(Level::Note)),
            (Found::Indeterminate, _) => (Outcome::Open, Some(Level::Warning)),
        };
        let annotation = level.map(|level| self.annotation(finding, entry, waiver, level));
        Some(Subject { name, outcome, annotations: annotation.into_iter().collect() })
    }

    fn annotation(
        &self,
        finding: &'a Finding,
        entry: &RequirementEntry,
        waiver: Option<&Waiver>,
        level: Level,
    ) -> Annotation {
        let desk = self.desk;
        let is_open = finding.outcome() == Found::Indeterminate;
        let reason = if is_open { self.waits(finding) } else { self.failing(finding) };
        let title = desk.title(&entry.title, &entry.id);
        let file = desk.sources.get(self.case.file()).map_or("", |f| f.name());
        let mut help: Vec<String> = Some(desk.say(&entry.remedy)).into_iter().collect();
        help.retain(|text| !text.is_empty());
        help.push(format!("duecause explain {file} {}", entry.code));
        let sources = desk.vocabulary().sources();
        let link = entry.citations.iter().find_map(|c| sources.get(c.source())?.url());
        Annotation {
            code: entry.code.clone(),
            message: if reason.is_empty() { title.clone() } else { reason },
            title,
            level,
            help,
            citation: desk.cited(&entry.citations),
            link: link.map(str::to_owned),
            places: self.places(finding),
            waived: waiver.map(|w| {
                let (by, role) = (w.by.clone(), w.role.clone());
                let reason = w.reason.clone();
                desk.say(&Words::WaivedBy { by, role, reason }.text())
            }),
        }
    }

    /// The lines that do not hold, in words.
    fn failing(&self, finding: &'a Finding) -> String {
        let lines = self.desk.assessment.lines(finding);
        let failing = lines.iter().filter(|l| l.value.as_truth() == Some(false));
        let words = failing.map(|l| Phrases::titles(self.desk.speech()).phrase(l.typed));
        match self.desk.clauses(&words.collect::<Vec<_>>()) {
            what if what.is_empty() => what,
            what => self.desk.say(&Words::DoNotHold { what }.text()),
        }
    }

    /// What each outcome would cost.
    fn exposure(&self) -> Vec<String> {
        let desk = self.desk;
        let cost = |figure: &crate::assess::Figure| {
            let entry = desk.rules().definition(figure.definition())?;
            let outcome = Some(desk.say(&entry.exposure)).filter(|o| !o.is_empty())?;
            let cost = match figure.value() {
                Eval::Unknown(unknown) if unknown.low.is_none() || unknown.high.is_none() => {
                    desk.say(&Words::CostOpen.text())
                }
                value => desk.value(value, entry.kind, false),
            };
            Some(desk.say(&Words::Cost { outcome, cost }.text()))
        };
        desk.assessment.figures().iter().filter_map(cost).collect()
    }

    /// What would settle it.
    fn waits(&self, finding: &Finding) -> String {
        let names: Vec<String> =
            finding.waits().iter().map(|w| waits::name(&self.desk, w)).collect();
        let left = names.len().saturating_sub(MOST_WAITS);
        let mut what = self.desk.listed(names.get(..names.len() - left).unwrap_or(&names));
        if left > 0 {
            what.push_str(&self.desk.say(&Words::AndMore { count: left }.text()));
        }
        match what.is_empty() {
            true => String::new(),
            false => self.desk.say(&Words::NotKnown { what }.text()),
        }
    }

    /// Where the values stand that decide it; the case as a whole if they stand nowhere.
    fn places(&self, finding: &'a Finding) -> Vec<(Place, String)> {
        let desk = self.desk;
        let lines = desk.assessment.lines(finding);
        let mut found: Vec<(Span, String)> = Vec::new();
        for line in lines.iter().filter(|l| l.value.as_truth() != Some(true)) {
            for id in desk.assessment.deciding(line, line.value.as_truth()) {
                let shown = desk.assessment.step(id).and_then(|step| desk.shown(step));
                let Some((span, title)) = shown.and_then(|s| Some((s.place?, s.title))) else {
                    continue;
                };
                if span.file() == self.case.file() && !found.iter().any(|(s, _)| *s == span) {
                    found.push((span, title));
                }
            }
        }
        if found.is_empty() {
            found.push((self.case, String::new()));
        }
        found.into_iter().map(|(span, title)| (place(span, desk.sources), title)).collect()
    }
}
