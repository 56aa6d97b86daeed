//! Runs vectors against the rules they name.

use std::collections::{BTreeMap, BTreeSet};

use super::load::Vector;
use crate::assess::{Assessment, Eval, Overrides, Question, Wait, assess};
use crate::bundle::{Library, RuleBook};
use crate::case::{self, Annex, CaseFile};
use crate::compile::{Named, ParameterId, RuleSet};
use crate::diag::Diagnostics;
use crate::source::Span;
use crate::syntax::{Entry, Kind, Node};
use crate::value::Value;
use crate::value::dates::parse_date;
use crate::vocabulary::Type;
use crate::vocabulary::values::parse;

/// What came of one vector.
#[derive(Debug, Clone)]
pub struct Report {
    /// Name of the vector, with its id.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// What differs: place, and what was expected and found; empty if it passed.
    pub failures: Vec<(Span, String)>,
    /// How many things were asserted.
    pub asserted: usize,
    /// Requirements it asserts, with the outcomes that its assessment gave them.
    pub outcomes: BTreeMap<String, &'static str>,
    /// Who computes it differently, if somebody does.
    pub differs: Option<String>,
}

/// Runs vectors, compiling each combination of layers once.
#[derive(Debug, Default)]
pub struct Runner {
    books: BTreeMap<Vec<String>, Option<RuleBook>>,
}

impl Runner {
    /// Returns a runner that has compiled nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the rules of some layers, compiled once.
    pub fn book(&mut self, library: &mut Library, extends: &[String]) -> Option<&RuleBook> {
        if !self.books.contains_key(extends) {
            let names: Vec<_> = extends.iter().map(|n| (n.clone(), None)).collect();
            let (book, _) = library.rule_book(&names, None);
            self.books.insert(extends.to_vec(), book);
        }
        self.books.get(extends)?.as_ref()
    }

    /// Returns the requirements asserted by a vector on whose boundary it stands: one day, fen or
    /// unit more or less in one fact settles them the other way.
    pub fn boundaries(&mut self, library: &mut Library, vector: &Vector) -> BTreeSet<String> {
        let Some(book) = self.book(library, &vector.extends) else { return BTreeSet::new() };
        match prepare(&book.rules, vector) {
            Ok((case, question)) => super::boundary::boundaries(&book.rules, &case, &question),
            Err(_) => BTreeSet::new(),
        }
    }

    /// Returns code and id of each requirement of some layers, and whether it has a boundary to stand on.
    pub fn requirements(
        &mut self,
        library: &mut Library,
        extends: &[String],
    ) -> Vec<(String, String, bool)> {
        let Some(book) = self.book(library, extends) else { return Vec::new() };
        let of = |r: &crate::compile::RequirementEntry| {
            (r.code.clone(), r.id.clone(), super::boundary::has_boundary(&book.rules, r))
        };
        book.rules.requirements().iter().map(of).collect()
    }

    /// Runs one vector.
    pub fn run(&mut self, library: &mut Library, vector: &Vector) -> Report {
        let name = match vector.id.as_str() {
            "" => vector.name.clone(),
            id => format!("{id} {}", vector.name),
        };
        let mut report = Report {
            name,
            span: vector.span,
            failures: Vec::new(),
            asserted: vector.expect.count(),
            outcomes: BTreeMap::new(),
            differs: vector.differs.clone(),
        };
        if report.asserted == 0 {
            report.failures.push((vector.span, "nothing is expected".to_owned()));
            return report;
        }
        let Some(book) = self.book(library, &vector.extends) else {
            let message = format!("the rules of {} do not compile", vector.extends.join(", "));
            report.failures.push((vector.span, message));
            return report;
        };
        check(&book.rules, vector, &mut report);
        report
    }
}

/// Reads the case of a vector and what is asked of it.
///
/// # Errors
///
/// Returns what is wrong with it, each with its place.
pub fn prepare(
    rules: &RuleSet,
    vector: &Vector,
) -> Result<(CaseFile, Question), Vec<(Span, String)>> {
    let mut given = Given { rules, overrides: Overrides::default(), failures: Vec::new() };
    let case = given.split(&vector.given);
    let (file, diagnostics) = case::load(&case, Annex::default(), rules.vocabulary());
    let mut failures = given.failures;
    failures.extend(errors(&diagnostics, vector.span));
    let Some(as_of) = parse_date(&vector.as_of) else {
        failures.push((vector.span, format!("`{}` is no date", vector.as_of)));
        return Err(failures);
    };
    if !failures.is_empty() {
        return Err(failures);
    }
    let (ground, overrides) = (vector.ground.clone(), given.overrides);
    Ok((file, Question { ground, as_of, version: None, overrides }))
}

fn check(rules: &RuleSet, vector: &Vector, report: &mut Report) {
    let (file, question) = match prepare(rules, vector) {
        Ok(prepared) => prepared,
        Err(failures) => {
            report.failures.extend(failures);
            return;
        }
    };
    let assessment = assess(rules, &file, &question);
    let asserted = vector.expect.findings.iter().map(|(name, ..)| name);
    for name in asserted.chain(vector.expect.fires.iter().map(|(name, _)| name)) {
        let Some((id, entry)) = rules.requirement_named(name) else { continue };
        if let Some(finding) = assessment.finding(id) {
            report.outcomes.insert(entry.id.clone(), finding.outcome().name());
        }
    }
    let mut expected = Expected {
        assessment: &assessment,
        waits: BTreeSet::new(),
        cites: BTreeSet::new(),
        report,
    };
    expected.all(vector);
}

fn errors(diagnostics: &Diagnostics, fallback: Span) -> Vec<(Span, String)> {
    diagnostics
        .iter()
        .filter(|d| d.severity() == crate::diag::Severity::Error)
        .map(|d| (d.span().unwrap_or(fallback), d.message().to_string()))
        .collect()
}

/// Splits what a vector gives into facts of a case and values given directly.
struct Given<'a> {
    rules: &'a RuleSet,
    overrides: Overrides,
    failures: Vec<(Span, String)>,
}

impl Given<'_> {
    fn split(&mut self, node: &Node) -> Node {
        let mut facts = Vec::new();
        for entry in node.get("facts").and_then(Node::entries).unwrap_or(&[]) {
            match self.rules.named(entry.key()) {
                Some(Named::Definition(id)) => {
                    let kind = self.rules.definition(id).map(|d| d.kind);
                    if let Some(value) = self.value(entry, kind) {
                        self.overrides.definitions.insert(id, value);
                    }
                }
                Some(Named::Parameter(id)) => self.parameter(entry, id),
                _ => facts.push(entry.clone()),
            }
        }
        for entry in node.get("set").and_then(Node::entries).unwrap_or(&[]) {
            match self.rules.named(entry.key()) {
                Some(Named::Parameter(id)) => self.parameter(entry, id),
                _ => self
                    .failures
                    .push((entry.key_span(), format!("`{}` is no parameter", entry.key()))),
            }
        }
        let mut entries =
            vec![Entry::new("facts", node.span(), Node::new(node.span(), Kind::Mapping(facts)))];
        for key in ["lists", "evidence", "accept", "waivers"] {
            entries.extend(node.entry(key).cloned());
        }
        Node::new(node.span(), Kind::Mapping(entries))
    }

    fn parameter(&mut self, entry: &Entry, id: ParameterId) {
        let kind = self.rules.parameter(id).map(|p| p.kind);
        if let Some(value) = self.value(entry, kind) {
            self.overrides.parameters.insert(id, value);
        }
    }

    fn value(&mut self, entry: &Entry, kind: Option<Type>) -> Option<Eval> {
        let value = read(entry.value().text().unwrap_or(""), kind?, self.rules);
        if value.is_none() {
            let message = format!("`{}` is not of its type", entry.key());
            self.failures.push((entry.value().span(), message));
        }
        value
    }
}

fn read(written: &str, kind: Type, rules: &RuleSet) -> Option<Eval> {
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
        let Some(wanted) = read(written, kind, rules) else {
            self.fail(span, format!("`{written}` is no value of `{name}`"));
            return;
        };
        let agrees = match (&wanted, &found) {
            (Eval::Unknown(_), Eval::Unknown(_)) => true,
            (wanted, found) => wanted == found,
        };
        if !agrees {
            self.fail(span, format!("{name}: expected {written}, found {}", shown(&found, rules)));
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
