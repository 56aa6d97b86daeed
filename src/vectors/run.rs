//! Runs vectors against the rules they name.

use std::collections::{BTreeMap, BTreeSet};

use super::judge::{judge, read};
use super::load::Vector;
use crate::assess::{Eval, Overrides, Question, assess};
use crate::bundle::{Library, RuleBook};
use crate::case::{self, Annex, CaseFile};
use crate::compile::{Named, ParameterId, RuleSet};
use crate::diag::Diagnostics;
use crate::source::Span;
use crate::syntax::{Entry, Kind, Node};
use crate::value::dates::parse_date;
use crate::vocabulary::Type;

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

impl Report {
    /// Returns the report of a vector that was not run yet.
    pub(super) fn of(vector: &Vector) -> Self {
        let name = match vector.id.as_str() {
            "" => vector.name.clone(),
            id => format!("{id} {}", vector.name),
        };
        Self {
            name,
            span: vector.span,
            failures: Vec::new(),
            asserted: vector.expect.count(),
            outcomes: BTreeMap::new(),
            differs: vector.differs.clone(),
        }
    }
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
        let mut report = Report::of(vector);
        if report.asserted == 0 {
            report.failures.push((vector.span, "nothing is expected".to_owned()));
            return report;
        }
        let Some(book) = self.book(library, &vector.extends) else {
            let message = format!("the rules of {} do not compile", vector.extends.join(", "));
            report.failures.push((vector.span, message));
            return report;
        };
        match prepare(&book.rules, vector) {
            Ok((file, question)) => {
                judge(&assess(&book.rules, &file, &question), vector, &mut report)
            }
            Err(failures) => report.failures.extend(failures),
        }
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
