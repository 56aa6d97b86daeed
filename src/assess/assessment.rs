//! The whole assessment of a case.

use std::collections::{BTreeMap, BTreeSet};

use super::clearance::Verdict;
use super::derivation::{Recorder, Recording, Silent, Step, StepId, What};
use super::evaluate::{Evaluator, Overrides};
use super::findings::{Figure, Finding, Obstacle, Outcome};
use super::proof::Scales;
use super::state::Eval;
use super::waits::Wait;
use crate::case::{CaseFile, Cell, Stated};
use crate::compile::{DefinitionId, Named, ParameterId, RequirementId, RuleSet};
use crate::rules::Purpose;
use crate::source::Digest;
use crate::value::{Date, Value};
use crate::vocabulary::{FactId, FieldId};
use crate::wording::Localized;

/// What is asked of a case.
#[derive(Debug, Clone)]
pub struct Question {
    /// Ground of ending.
    pub ground: String,
    /// Date of knowledge: what was enacted and published by then.
    pub as_of: Date,
    /// First day of the policy version the case names.
    pub version: Option<Date>,
    /// Values given directly.
    pub overrides: Overrides,
}

/// What an assessment was made from: names with digests, in the order of reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Name and digest of each input.
    pub inputs: Vec<(String, Digest)>,
}

impl Receipt {
    /// Returns one digest over all of them, for a footer.
    #[must_use]
    pub fn fingerprint(&self) -> Digest {
        let text: String =
            self.inputs.iter().map(|(name, digest)| format!("{name} {digest}\n")).collect();
        Digest::of(text.as_bytes())
    }
}

/// What was found when a case file was assessed on a given date.
#[derive(Debug, Clone)]
#[must_use = "an assessment that nobody reads protects nobody"]
pub struct Assessment<'a> {
    rules: &'a RuleSet,
    case: &'a CaseFile,
    question: &'a Question,
    findings: Vec<Finding>,
    figures: Vec<Figure>,
    steps: Vec<Step>,
    values: BTreeMap<DefinitionId, (Eval, StepId)>,
}

/// Assesses `case` against `rules`, with the derivation of every finding and figure.
///
/// The result lists every requirement of the ground exactly once, including
/// those that do not apply, so that an absent finding always means a bug.
pub fn assess<'a>(
    rules: &'a RuleSet,
    case: &'a CaseFile,
    question: &'a Question,
) -> Assessment<'a> {
    let when = (question.as_of, question.version);
    let recorder = Recording::default();
    let mut evaluator =
        Evaluator::new(rules, case, &question.ground, when, &question.overrides, recorder);
    let mut findings = findings(&mut evaluator, &question.ground);
    let mut figures = Vec::new();
    let mut values = BTreeMap::new();
    for (index, entry) in rules.definitions().iter().enumerate() {
        let id = DefinitionId::at(index);
        if !entry.takes.is_empty() || entry.of.is_some() {
            continue;
        }
        let (value, step) = evaluator.definition(id);
        if entry.purpose != Purpose::Definition && belongs(&entry.grounds, &question.ground) {
            figures.push(Figure {
                definition: id,
                value: value.clone(),
                step,
                readings: Vec::new(),
            });
        }
        values.insert(id, (value, step));
    }
    let steps = evaluator.recorder.into_steps();
    super::readings::add(rules, case, question, &steps, &mut figures);
    let mut scales = Scales::new(rules, case, &steps, question.as_of);
    for finding in &mut findings {
        finding.proof = scales.finding(finding);
    }
    Assessment { rules, case, question, findings, figures, steps, values }
}

/// What of an assessment is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Requirements.
    pub requirements: BTreeSet<RequirementId>,
    /// Definitions, figures and deadlines without arguments.
    pub definitions: BTreeSet<DefinitionId>,
    /// Parameters.
    pub parameters: BTreeSet<ParameterId>,
    /// Computed columns, in every row of their list.
    pub columns: BTreeSet<DefinitionId>,
}

/// Assesses no more than what is wanted, with its derivation but without figures and proof; for
/// asking the same of many rule sets.
pub fn assess_only<'a>(
    rules: &'a RuleSet,
    case: &'a CaseFile,
    question: &'a Question,
    wanted: &Wanted,
) -> Assessment<'a> {
    let when = (question.as_of, question.version);
    let recorder = Recording::default();
    let mut evaluator =
        Evaluator::new(rules, case, &question.ground, when, &question.overrides, recorder);
    let mut findings = Vec::new();
    for id in &wanted.requirements {
        let entry = rules.requirement(*id).filter(|r| belongs(&r.grounds, &question.ground));
        findings.extend(entry.map(|entry| evaluator.finding(*id, entry)));
    }
    let mut values = BTreeMap::new();
    for id in &wanted.definitions {
        values.insert(*id, evaluator.definition(*id));
    }
    for id in &wanted.parameters {
        evaluator.parameter(*id, None, None);
    }
    for id in &wanted.columns {
        let Some(list) = rules.definition(*id).and_then(|d| d.of) else { continue };
        let rows = case.rows(list).map_or(0, |rows| rows.rows().len());
        for row in (0..rows).filter_map(|row| u32::try_from(row).ok()) {
            evaluator.column(&super::evaluate::RowRef::Present(list, row), *id);
        }
    }
    let steps = evaluator.recorder.into_steps();
    Assessment { rules, case, question, findings, figures: Vec::new(), steps, values }
}

/// Assesses without recording how; for counting many cases.
#[must_use]
pub fn assess_silently(rules: &RuleSet, case: &CaseFile, question: &Question) -> Vec<Finding> {
    let when = (question.as_of, question.version);
    let mut evaluator =
        Evaluator::new(rules, case, &question.ground, when, &question.overrides, Silent);
    findings(&mut evaluator, &question.ground)
}

fn findings<R: Recorder>(evaluator: &mut Evaluator<'_, R>, ground: &str) -> Vec<Finding> {
    let rules = evaluator.rules;
    let mut findings = Vec::with_capacity(rules.requirements().len());
    for (index, entry) in rules.requirements().iter().enumerate() {
        if belongs(&entry.grounds, ground) {
            findings.push(evaluator.finding(RequirementId::at(index), entry));
        }
    }
    findings
}

fn belongs(grounds: &[String], ground: &str) -> bool {
    grounds.is_empty() || grounds.iter().any(|g| g == ground)
}

impl<'a> Assessment<'a> {
    /// Returns the rules it was made with.
    #[must_use]
    pub fn rules(&self) -> &'a RuleSet {
        self.rules
    }

    /// Returns the case it is about.
    #[must_use]
    pub fn case(&self) -> &'a CaseFile {
        self.case
    }

    /// Returns what was asked.
    #[must_use]
    pub fn question(&self) -> &'a Question {
        self.question
    }

    /// Returns the findings in the order of the rules.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Returns the finding of a requirement.
    #[must_use]
    pub fn finding(&self, id: RequirementId) -> Option<&Finding> {
        self.findings.iter().find(|f| f.requirement == id)
    }

    /// Returns the figures and deadlines in the order of the rules.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Returns the value of a definition, figure or deadline without arguments, and its step.
    #[must_use]
    pub fn value(&self, id: DefinitionId) -> Option<(&Eval, StepId)> {
        self.values.get(&id).map(|(value, step)| (value, *step))
    }

    /// Returns a step.
    #[must_use]
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.get(id.0 as usize)
    }

    /// Returns all steps.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns the value of a parameter, with the row that gave it.
    #[must_use]
    pub fn parameter(&self, id: ParameterId) -> (Eval, Option<super::derivation::Reading>) {
        let when = (self.question.as_of, self.question.version);
        let mut evaluator = Evaluator::new(
            self.rules,
            self.case,
            &self.question.ground,
            when,
            &self.question.overrides,
            Recording::default(),
        );
        let value = evaluator.parameter(id, None, None);
        let steps = evaluator.recorder.into_steps();
        let reading = steps.iter().rev().find_map(|s| match &s.what {
            What::Parameter(at, _, reading) if *at == id => reading.clone(),
            _ => None,
        });
        (value, reading)
    }

    /// Returns whether a yes/no fact or definition holds; nothing if that is open or there is none of this name.
    #[must_use]
    pub fn truth(&self, name: &str) -> Option<bool> {
        match self.rules.named(name)? {
            Named::Fact(id) => match self.case.fact(id).map(Stated::cell)? {
                Cell::Known(Value::Truth(truth)) => Some(*truth),
                Cell::None => Some(false),
                _ => None,
            },
            Named::Definition(id) => self.value(id).and_then(|(value, _)| value.as_truth()),
            _ => None,
        }
    }

    /// Returns what to ask for, if the case lacks `name`: a known fact, a row of a list, a condition that holds.
    #[must_use]
    pub fn lacking(&self, name: &str) -> Option<&Localized> {
        let vocabulary = self.rules.vocabulary();
        let (is_there, words) = match self.rules.named(name)? {
            Named::Fact(id) => {
                let cell = self.case.fact(id).map(Stated::cell);
                (matches!(cell, Some(Cell::Known(_))), vocabulary.fact(id)?.question())
            }
            Named::List(id) => {
                let rows = self.case.rows(id).map_or(0, |r| r.rows().len());
                (rows > 0, vocabulary.list(id)?.question())
            }
            Named::Definition(id) => {
                let value = self.value(id).map(|(value, _)| value);
                let holds = value.and_then(Eval::as_truth);
                let is_there = holds.unwrap_or_else(|| value.is_some_and(|v| v.known().is_some()));
                (is_there, &self.rules.definition(id)?.title)
            }
            Named::Parameter(_) => return None,
        };
        (!is_there).then_some(words)
    }

    /// Returns the day of a date fact, definition or deadline; nothing if it is open, none, or there is none of this name.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<Date> {
        let value = match self.rules.named(name)? {
            Named::Fact(id) => match self.case.fact(id).map(Stated::cell)? {
                Cell::Known(value) => value,
                _ => return None,
            },
            Named::Definition(id) => self.value(id)?.0.known()?,
            _ => return None,
        };
        match value {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// Returns the value of an expression of the rule set, such as a ground's date.
    #[must_use]
    pub fn evaluate(&self, typed: &crate::compile::typed::Typed) -> Eval {
        let when = (self.question.as_of, self.question.version);
        let (ground, overrides) = (&self.question.ground, &self.question.overrides);
        Evaluator::new(self.rules, self.case, ground, when, overrides, Silent).value(typed)
    }

    /// Returns the value of a computed column in a row the case has.
    #[must_use]
    pub fn column(&self, list: crate::vocabulary::ListId, row: u32, id: DefinitionId) -> Eval {
        let when = (self.question.as_of, self.question.version);
        let mut evaluator = Evaluator::new(
            self.rules,
            self.case,
            &self.question.ground,
            when,
            &self.question.overrides,
            Silent,
        );
        evaluator.column(&super::evaluate::RowRef::Present(list, row), id)
    }

    /// Returns the verdict on a kind of document, over the requirements that gate it; undetermined
    /// as long as they rest on what has not happened yet.
    #[must_use]
    pub fn verdict(&self, document: &str) -> Verdict {
        let gating = || self.gating(document);
        if gating().any(|f| f.obstacle == Obstacle::Stands) {
            Verdict::Blocked
        } else if gating().any(|f| f.obstacle == Obstacle::MayStand)
            || !self.supposed(document).is_empty()
        {
            Verdict::Undetermined
        } else {
            Verdict::Ready
        }
    }

    /// Iterates over the findings of the requirements that gate a kind of document.
    pub fn gating(&self, document: &str) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |f| {
            self.rules
                .requirement(f.requirement)
                .is_some_and(|r| r.gates.iter().any(|g| g == document))
        })
    }

    /// Returns the findings on which the issue of a document turns: those that gate it, and
    /// those that gate an annex of it that needs a clearance of its own. A notice does not go out
    /// with a calculation that must not.
    #[must_use]
    pub fn deciding_issue(&self, document: &str) -> Vec<&Finding> {
        let vocabulary = self.rules.vocabulary();
        let annexes = vocabulary.document(document).map_or(&[][..], |d| d.annexes());
        let needs = |name: &&String| vocabulary.document(name).is_some_and(|d| d.needs_clearance());
        let mut papers: Vec<&str> = annexes.iter().filter(needs).map(String::as_str).collect();
        papers.push(document);
        let gates = |f: &&Finding| {
            let entry = self.rules.requirement(f.requirement);
            entry.is_some_and(|r| r.gates.iter().any(|g| papers.contains(&g.as_str())))
        };
        self.findings.iter().filter(gates).collect()
    }

    /// Returns what would have to be supplied next, each with the requirements waiting for it: to
    /// settle the findings that may stand in the way of a document or, where there are none, the
    /// warnings without which it is not cleared. In the place of what only another answer makes a
    /// question stands that other question.
    #[must_use]
    pub fn missing(&self, document: &str) -> BTreeMap<Wait, Vec<RequirementId>> {
        let mut missing: BTreeMap<Wait, Vec<RequirementId>> = BTreeMap::new();
        let may_stand = |f: &&Finding| f.obstacle == Obstacle::MayStand;
        let open: Vec<&Finding> = self.gating(document).filter(may_stand).collect();
        let asked = if open.is_empty() {
            let needs = |f: &&Finding| may_stand(f) || self.needs_answer(f);
            self.deciding_issue(document).into_iter().filter(needs).collect()
        } else {
            open
        };
        for finding in asked {
            for wait in finding.waits.iter() {
                let waiting = missing.entry(self.asked_first(wait)).or_default();
                if !waiting.contains(&finding.requirement) {
                    waiting.push(finding.requirement);
                }
            }
        }
        missing
    }

    /// Whether a paper it gates is not cleared while it is as it is.
    fn needs_answer(&self, finding: &Finding) -> bool {
        let is_open = finding.outcome == Outcome::Indeterminate;
        is_open && finding.needs_release() && self.waiver(finding).is_none()
    }

    fn asked_first(&self, wait: &Wait) -> Wait {
        let vocabulary = self.rules.vocabulary();
        let is_open =
            |id: &FactId| self.case.fact(*id).is_none_or(|stated| *stated.cell() == Cell::Unknown);
        let mut next = match wait {
            Wait::Fact(id) => vocabulary.fact(*id).and_then(|f| f.follows()),
            Wait::List(id) => vocabulary.list(*id).and_then(|l| l.follows()),
            _ => None,
        };
        let mut first = wait.clone();
        // As many steps as there are facts: a circle in the vocabulary ends too.
        for _ in vocabulary.facts() {
            let Some(id) = next.filter(is_open) else { break };
            first = Wait::Fact(id);
            next = vocabulary.fact(id).and_then(|f| f.follows());
        }
        first
    }

    /// Returns the ids of fields of a list, for those who print rows.
    #[must_use]
    pub fn fields(&self, list: crate::vocabulary::ListId) -> Vec<FieldId> {
        let count = self.rules.vocabulary().list(list).map_or(0, |l| l.fields().len());
        (0..count).map(FieldId::at).collect()
    }
}
