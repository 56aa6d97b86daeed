//! Holds an assessment against what a vector expects of it.

use std::collections::BTreeSet;

use super::load::{Column, Vector};
use super::run::Report;
use crate::assess::{Assessment, Eval, Wait, Wanted};
use crate::compile::{Named, RequirementId, RuleSet};
use crate::source::Span;
use crate::value::Value;
use crate::vocabulary::Type;
use crate::vocabulary::values::parse;

/// Adds to a report what an assessment says otherwise than its vector expects.
pub(super) fn judge(assessment: &Assessment<'_>, vector: &Vector, report: &mut Report) {
    let rules = assessment.rules();
    let asserted = vector.expect.findings.iter().map(|(name, ..)| name);
    for name in asserted.chain(vector.expect.fires.iter().map(|(name, _)| name)) {
        let Some((id, entry)) = rules.requirement_named(name) else { continue };
        if let Some(finding) = assessment.finding(id) {
            report.outcomes.insert(entry.id.clone(), finding.outcome().name());
        }
    }
    let (waits, cites) = (BTreeSet::new(), BTreeSet::new());
    Expected { assessment, waits, cites, report }.all(vector);
}

/// Returns what [`judge`] looks at: all that a vector names, and what the verdicts it names rest on.
pub(super) fn wanted(rules: &RuleSet, vector: &Vector) -> Wanted {
    let expect = &vector.expect;
    let mut wanted = Wanted::default();
    for (name, ..) in &expect.values {
        match rules.named(name) {
            Some(Named::Definition(id)) => {
                let entry = rules.definition(id);
                let stands_alone = entry.is_some_and(|d| d.takes.is_empty() && d.of.is_none());
                wanted.definitions.extend(stands_alone.then_some(id));
            }
            Some(Named::Parameter(id)) => drop(wanted.parameters.insert(id)),
            _ => {}
        }
    }
    for column in &expect.columns {
        if let Some(Named::Definition(id)) = rules.named(&column.name) {
            wanted.columns.insert(id);
        }
    }
    let findings = expect.findings.iter().chain(&expect.severities).map(|(name, ..)| name);
    let named = findings.chain(expect.fires.iter().map(|(name, _)| name));
    wanted.requirements.extend(named.filter_map(|n| Some(rules.requirement_named(n)?.0)));
    let documents: BTreeSet<&String> = expect.verdicts.iter().map(|(name, ..)| name).collect();
    for (at, entry) in rules.requirements().iter().enumerate() {
        if entry.gates.iter().any(|gate| documents.contains(gate)) {
            wanted.requirements.insert(RequirementId::at(at));
        }
    }
    wanted
}

/// Reads a value as a vector writes it.
pub(super) fn read(written: &str, kind: Type, rules: &RuleSet) -> Option<Eval> {
    match written {
        "none" if kind != Type::Proof => Some(Eval::None),
        "unknown" => Some(Eval::waiting_for([])),
        _ => parse(written, kind, rules.vocabulary()).ok().map(Eval::Known),
    }
}

struct Expected<'a, 'b> {
    assessment: &'b Assessment<'a>,
    waits: BTreeSet<String>,
    cites: BTreeSet<String>,
    report: &'b mut Report,
}

impl Expected<'_, '_> {
    fn all(&mut self, vector: &Vector) {
        let expect = &vector.expect;
        expect.values.iter().for_each(|(name, written, span)| self.value(name, written, *span));
        expect.columns.iter().for_each(|column| self.column(column));
        for (name, wanted, span) in &expect.findings {
            let found = self.finding(name, *span).map(|f| f.outcome().name());
            self.same(name, wanted, found, *span);
        }
        for (name, wanted, span) in &expect.severities {
            let found =
                self.finding(name, *span).map(|f| f.severity().map_or("unknown", |s| s.name()));
            self.same(name, wanted, found, *span);
        }
        for (name, span) in &expect.fires {
            let found = self.finding(name, *span).map(|f| f.outcome().name());
            self.same(name, "not-satisfied", found, *span);
        }
        for (document, wanted, span) in &expect.verdicts {
            if self.assessment.rules().vocabulary().document(document).is_none() {
                self.fail(*span, format!("there is no document `{document}`"));
                continue;
            }
            let found = self.assessment.verdict(document).name();
            self.same(document, wanted, Some(found), *span);
        }
        if let Some(wanted) = &expect.missing {
            let wanted: BTreeSet<String> = wanted.iter().cloned().collect();
            if wanted != self.waits {
                self.fail(
                    vector.span,
                    format!("missing: expected {wanted:?}, found {:?}", self.waits),
                );
            }
        }
        for cite in &expect.cites {
            if !self.cites.contains(cite) {
                self.fail(vector.span, format!("`{cite}` is not cited, only {:?}", self.cites));
            }
        }
    }

    fn finding(&mut self, name: &str, span: Span) -> Option<crate::assess::Finding> {
        let found = self
            .assessment
            .rules()
            .requirement_named(name)
            .and_then(|(id, _)| self.assessment.finding(id).cloned());
        if found.is_none() {
            self.fail(span, format!("there is no requirement `{name}` on this ground"));
        }
        found
    }

    fn same(&mut self, name: &str, wanted: &str, found: Option<&str>, span: Span) {
        if let Some(found) = found.filter(|f| *f != wanted) {
            self.fail(span, format!("{name}: expected {wanted}, found {found}"));
        }
    }

    fn fail(&mut self, span: Span, message: String) {
        self.report.failures.push((span, message));
    }

    fn value(&mut self, name: &str, written: &str, span: Span) {
        let rules = self.assessment.rules();
        let (found, kind, citations) = match rules.named(name) {
            Some(Named::Definition(id)) => {
                let Some(entry) = rules.definition(id) else { return };
                let Some((value, _)) = self.assessment.value(id) else {
                    self.fail(span, format!("`{name}` takes arguments"));
                    return;
                };
                let exceptions = entry.exception_citations.iter().flatten();
                let cites: Vec<_> = entry.citations.iter().chain(exceptions).cloned().collect();
                (value.clone(), entry.kind, cites)
            }
            Some(Named::Parameter(id)) => {
                let Some(entry) = rules.parameter(id) else { return };
                (self.assessment.parameter(id).0, entry.kind, entry.citations.clone())
            }
            _ => {
                self.fail(span, format!("there is no value named `{name}`"));
                return;
            }
        };
        self.cites.extend(citations.iter().map(ToString::to_string));
        let names = |wait: &Wait| wait_name(wait, rules);
        self.waits.extend(found.waits().iter().map(names));
        self.agree(name, written, &found, kind, span);
    }

    fn column(&mut self, expected: &Column) {
        let Column { name, span, rows } = expected;
        let span = *span;
        let rules = self.assessment.rules();
        let column = match rules.named(name) {
            Some(Named::Definition(id)) => rules.definition(id).map(|d| (id, d)),
            _ => None,
        };
        let Some((id, entry, list)) = column.and_then(|(id, d)| Some((id, d, d.of?))) else {
            self.fail(span, format!("there is no computed column named `{name}`"));
            return;
        };
        let count = self.assessment.case().rows(list).map_or(0, |found| found.rows().len());
        if count != rows.len() {
            self.fail(span, format!("{name}: expected {} rows, found {count}", rows.len()));
        }
        for (row, (written, span)) in (0_u32..).zip(rows) {
            let found = self.assessment.column(list, row, id);
            self.agree(name, written, &found, entry.kind, *span);
        }
    }

    fn agree(&mut self, name: &str, written: &str, found: &Eval, kind: Type, span: Span) {
        let rules = self.assessment.rules();
        let Some(wanted) = read(written, kind, rules) else {
            self.fail(span, format!("`{written}` is no value of `{name}`"));
            return;
        };
        let agrees = match (&wanted, found) {
            (Eval::Unknown(_), Eval::Unknown(_)) => true,
            (wanted, found) => wanted == found,
        };
        if !agrees {
            self.fail(span, format!("{name}: expected {written}, found {}", shown(found, rules)));
        }
    }
}

/// Returns what is waited for as a case file would name it.
#[must_use]
pub fn wait_name(wait: &Wait, rules: &RuleSet) -> String {
    let v = rules.vocabulary();
    let list = |id| v.list(id).map_or("", |l| l.name());
    match wait {
        Wait::Fact(id) => v.fact(*id).map_or("", |f| f.name()).to_owned(),
        Wait::List(id) => list(*id).to_owned(),
        Wait::Row(id, name) => format!("{}[{name}]", list(*id)),
        Wait::Cell(id, row, field) => {
            let field = v.list(*id).and_then(|l| l.field(*field)).map_or("", |f| f.name());
            format!("{}[{row}].{field}", list(*id))
        }
        Wait::Parameter(id, ..) => rules.parameter(*id).map_or("", |p| &p.name).to_owned(),
        Wait::Calendar(year) => format!("calendar {year}"),
    }
}

fn shown(value: &Eval, rules: &RuleSet) -> String {
    match value {
        Eval::None => "none".to_owned(),
        Eval::Unknown(unknown) => {
            let waits: Vec<String> = unknown.waits.iter().map(|w| wait_name(w, rules)).collect();
            let problem = unknown.problem.map(|p| format!(" {p:?}")).unwrap_or_default();
            format!("unknown, waiting for {}{problem}", waits.join(", "))
        }
        Eval::Known(value) => match value {
            Value::Truth(truth) => (if *truth { "yes" } else { "no" }).to_owned(),
            Value::Number(n) | Value::Money(n) => n.to_string(),
            Value::Days(n) => format!("{n} days"),
            Value::Months(n) => format!("{n} months"),
            Value::Date(date) => date.to_string(),
            Value::Month(month) => month.to_string(),
            Value::Words(words) => words.to_string(),
            other => format!("{other:?}"),
        },
    }
}
