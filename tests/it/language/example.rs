//! One example: layers and a case, and what must be true of them.

use std::collections::BTreeSet;

use duecause::assess::{Assessment, Eval, Overrides, Question, Receipt, assess, assess_silently};
use duecause::case::{Annex, CaseFile, Cell, Row, Rows, Stated};
use duecause::compile::{DefinitionId, Input, Named, RuleSet, compile};
use duecause::diag::{Diagnostics, Severity};
use duecause::rules::{Layer, Policy};
use duecause::source::{Sources, Span};
use duecause::syntax::{Node, yaml};
use duecause::value::dates::parse_date;
use duecause::vectors::wait_name;
use duecause::vocabulary::{FactId, FieldId, ListId, Type, Vocabulary};

use super::question::{NAME, Wanted, every_type, rules as rules_text, shown};

type Failures = Vec<(Span, String)>;

/// Pack, grounds and documents that an example has unless its file says otherwise.
const PACK: &str = "
duecause: pack/1
name: mini
currency: CNY
conventions: { month_end: roll, last_day: inclusive, rounding: half_up }
sources: { LAW: { title: { zh: 法, en: law }, confidence: statute } }
grounds: { ending: { title: { zh: 终止, en: ending }, main_document: letter } }
documents:
  letter: { title: { zh: 信, en: letter }, needs_clearance: yes }
  receipt: { title: { zh: 收条, en: receipt } }
";

/// What is asked of the case, with the place of each question.
struct Asked {
    expression: String,
    wanted: Wanted,
    kind: String,
    span: Span,
}

struct Checker<'a> {
    file: &'a Node,
    node: &'a Node,
    sources: &'a mut Sources,
    failures: Failures,
}

/// Checks an example; returns what is not as it says.
pub fn check(file: &Node, node: &Node, sources: &mut Sources) -> Failures {
    let mut checker = Checker { file, node, sources, failures: Vec::new() };
    if node.get("mistakes").is_some() {
        checker.mistakes();
    } else {
        checker.refusals();
        checker.case();
    }
    checker.failures
}

impl Checker<'_> {
    fn fail(&mut self, span: Span, message: String) {
        self.failures.push((span, message));
    }

    fn read(&mut self, name: &str, text: &str) -> Node {
        let file = self.sources.add(name, text);
        yaml::read(self.sources, file).0.unwrap()
    }

    /// A section of the example, or else of its file.
    fn own(&self, key: &str) -> Option<&Node> {
        self.node.get(key).or(self.file.get(key))
    }

    fn vocabulary(&mut self) -> (Vocabulary, Diagnostics) {
        let pack = match self.own("pack") {
            Some(node) => node.clone(),
            None => self.read("pack.yaml", PACK),
        };
        let mut nodes = vec![pack];
        for place in [self.file, self.node] {
            nodes.extend(place.get("vocabulary").cloned());
        }
        duecause::vocabulary::load(&nodes.iter().collect::<Vec<_>>())
    }

    /// Compiles the layers of the file and the example, and the expressions asked for.
    fn rules(&mut self, asked: &[(String, String)]) -> (Option<RuleSet>, Diagnostics) {
        let (vocabulary, mut diagnostics) = self.vocabulary();
        let text = rules_text(asked);
        let questions = (!text.is_empty()).then(|| self.read("asked.yaml", &text));
        let mut nodes: Vec<Node> = Vec::new();
        for place in [self.file, self.node] {
            nodes.extend(place.get("rules").cloned());
        }
        nodes.extend(questions);
        let mut layers: Vec<(usize, Layer)> = Vec::new();
        let (nation, found) = duecause::rules::load("nation", &nodes.iter().collect::<Vec<_>>());
        diagnostics.extend(found);
        layers.push((0, nation));
        for (index, region) in
            self.own("regions").and_then(Node::items).unwrap_or(&[]).iter().enumerate()
        {
            let depth =
                region.get("distance").and_then(Node::text).map_or(1, |t| t.parse().unwrap());
            let (layer, found) = duecause::rules::load(&format!("region {index}"), &[region]);
            diagnostics.extend(found);
            layers.push((depth, layer));
        }
        let policy: Option<Policy> = self.own("policy").map(|node| {
            let (policy, found) = duecause::rules::policy::load(node);
            diagnostics.extend(found);
            policy
        });
        if diagnostics.has_errors() {
            return (None, diagnostics);
        }
        let layers = layers.iter().map(|(depth, layer)| (*depth, layer)).collect();
        let (rules, found) =
            compile(Input { vocabulary, layers, policy: policy.as_ref() }, self.sources);
        diagnostics.extend(found);
        (rules, diagnostics)
    }

    fn choices(&mut self) -> Vec<String> {
        let (vocabulary, _) = self.vocabulary();
        vocabulary.choices().iter().map(|c| format!("choice of {}", c.name())).collect()
    }

    /// `mistakes`: the codes of everything that is wrong with the layers, and nothing else.
    fn mistakes(&mut self) {
        let node = self.node.get("mistakes").unwrap();
        let wanted: BTreeSet<String> =
            node.one_or_many().map(|n| n.text().unwrap().to_owned()).collect();
        let (rules, diagnostics) = self.rules(&[]);
        let found: BTreeSet<String> = codes(&diagnostics);
        if wanted != found {
            self.fail(node.span(), format!("expected {wanted:?}, found {}", texts(&diagnostics)));
        }
        if rules.is_some() != wanted.iter().all(|code| code.starts_with('W')) {
            self.fail(node.span(), format!("compiled: {}", rules.is_some()));
        }
    }

    /// `refused`: expressions no type makes right, with the code of the mistake.
    fn refusals(&mut self) {
        let choices = self.choices();
        for entry in self.node.get("refused").and_then(Node::entries).unwrap_or(&[]) {
            let wanted = entry.value().text().unwrap();
            let mut found: BTreeSet<String> = BTreeSet::new();
            for kind in every_type(&choices) {
                let (rules, diagnostics) = self.rules(&[(entry.key().to_owned(), kind.clone())]);
                if rules.is_some() {
                    self.fail(entry.key_span(), format!("`{}` is accepted as {kind}", entry.key()));
                }
                found.extend(codes(&diagnostics));
            }
            if !found.contains(wanted) {
                self.fail(
                    entry.key_span(),
                    format!("`{}`: expected {wanted}, found {found:?}", entry.key()),
                );
            }
        }
    }

    fn asked(&mut self) -> Vec<Asked> {
        let choices = self.choices();
        let mut all = Vec::new();
        for entry in self.node.get("values").and_then(Node::entries).unwrap_or(&[]) {
            let (expression, span) = (entry.key().to_owned(), entry.key_span());
            let wanted = Wanted::read(entry.value().text().unwrap());
            let types = wanted.types(&choices);
            let mut told = String::new();
            let kind = types.into_iter().find(|kind| {
                let (rules, diagnostics) = self.rules(&[(expression.clone(), kind.clone())]);
                told = texts(&diagnostics);
                rules.is_some()
            });
            match kind {
                Some(kind) => all.push(Asked { expression, wanted, kind, span }),
                None => self.fail(span, format!("`{expression}` does not compile: {told}")),
            }
        }
        all
    }

    /// Everything that is said about the case.
    fn case(&mut self) {
        let asked = self.asked();
        let questions: Vec<_> =
            asked.iter().map(|a| (a.expression.clone(), a.kind.clone())).collect();
        let (Some(rules), _) = self.rules(&questions) else {
            let (_, diagnostics) = self.rules(&questions);
            return self
                .fail(self.node.span(), format!("does not compile: {}", texts(&diagnostics)));
        };
        let annex = self.own("policy").and_then(|p| p.get("versions")).and_then(Node::items);
        let facts = annex.and_then(|v| v.first()).and_then(|v| v.get("facts"));
        let annex = Annex {
            facts,
            evidence: None,
            accept: self.own("policy").and_then(|p| p.get("accept")),
            waivers: None,
            ..Annex::default()
        };
        let (case, diagnostics) = duecause::case::load(self.node, annex, rules.vocabulary());
        let wrong: BTreeSet<String> =
            codes(&diagnostics).into_iter().filter(|c| c.starts_with('E')).collect();
        let expected: BTreeSet<String> = self
            .node
            .get("wrong")
            .into_iter()
            .flat_map(Node::one_or_many)
            .map(|n| n.text().unwrap().to_owned())
            .collect();
        if wrong != expected {
            self.fail(self.node.span(), format!("the case has {}", texts(&diagnostics)));
        }
        let date = |key: &str| self.own(key).and_then(Node::text).map(|t| parse_date(t).unwrap());
        let question = Question {
            ground: "ending".to_owned(),
            as_of: date("as_of").unwrap_or(parse_date("2026-01-01").unwrap()),
            version: date("version"),
            overrides: Overrides::default(),
        };
        let assessment = assess(&rules, &case, &question);
        let silent = assess_silently(&rules, &case, &question);
        let differs = assessment.findings().iter().zip(&silent).any(|(a, b)| {
            a.outcome() != b.outcome() || a.obstacle() != b.obstacle() || a.waits() != b.waits()
        });
        if differs || assessment.findings().len() != silent.len() {
            self.fail(self.node.span(), "the silent assessment differs".to_owned());
        }
        self.values(&asked, &assessment);
        self.findings(&assessment);
        if self.node.get("not_monotone").is_none() {
            self.monotone(&asked, &assessment);
        }
    }

    fn values(&mut self, asked: &[Asked], assessment: &Assessment<'_>) {
        let rules = assessment.rules();
        let waits = self.node.get("waits").cloned();
        for (index, a) in asked.iter().enumerate() {
            let id = id(rules, index);
            let kind = rules.definition(id).unwrap().kind;
            let (found, _) = assessment.value(id).unwrap();
            if !a.wanted.holds(found, kind, rules) {
                let found = shown(found, rules, kind);
                self.fail(a.span, format!("`{}` is {found}, not {:?}", a.expression, a.wanted));
            }
            if !found.is_settled() && found.waits().is_empty() && found.what_went_wrong().is_none()
            {
                self.fail(a.span, format!("`{}` is unknown and waits for nothing", a.expression));
            }
            let Some(node) = waits.as_ref().and_then(|w| w.get(&a.expression)) else { continue };
            let wanted: BTreeSet<String> =
                node.one_or_many().map(|n| n.text().unwrap().to_owned()).collect();
            let found: BTreeSet<String> =
                found.waits().iter().map(|w| wait_name(w, rules)).collect();
            if wanted != found {
                self.fail(node.span(), format!("`{}` waits for {found:?}", a.expression));
            }
        }
    }

    fn findings(&mut self, assessment: &Assessment<'_>) {
        let rules = assessment.rules();
        let mut told: Vec<(Span, String, String, String)> = Vec::new();
        for (section, read) in [
            (
                "findings",
                (|a, id| a_finding(a, id, |f| f.outcome().name().to_owned()))
                    as fn(&Assessment<'_>, &str) -> String,
            ),
            ("obstacles", |a, id| a_finding(a, id, |f| format!("{:?}", f.obstacle()))),
            ("severities", |a, id| {
                a_finding(a, id, |f| f.severity().map_or("unknown", |s| s.name()).to_owned())
            }),
            ("proofs", |a, id| {
                a_finding(a, id, |f| f.proof().map_or("nothing", |p| p.name()).to_owned())
            }),
            ("verdicts", |a, name| a.verdict(name).name().to_owned()),
            ("cleared", |a, name| match a.clear(name, &Receipt::default()) {
                Ok(clearance) => match clearance.waivers().len() {
                    0 => "yes".to_owned(),
                    n => format!("with {n} waived"),
                },
                Err(_) => "no".to_owned(),
            }),
            ("sensitive", |a, name| match a.rules().named(name) {
                Some(Named::Definition(id)) => {
                    (if a.rules().definition(id).unwrap().sensitive { "yes" } else { "no" })
                        .to_owned()
                }
                _ => (if a.rules().requirement_named(name).unwrap().1.sensitive {
                    "yes"
                } else {
                    "no"
                })
                .to_owned(),
            }),
        ] {
            for entry in self.node.get(section).and_then(Node::entries).unwrap_or(&[]) {
                let wanted = entry.value().text().unwrap().to_owned();
                told.push((
                    entry.key_span(),
                    format!("{section}: {}", entry.key()),
                    wanted,
                    read(assessment, entry.key()),
                ));
            }
        }
        if let Some(node) = self.node.get("requirements_are") {
            let wanted: Vec<String> =
                node.one_or_many().map(|n| n.text().unwrap().to_owned()).collect();
            let found: Vec<String> = rules.requirements().iter().map(|r| r.id.clone()).collect();
            told.push((
                node.span(),
                "requirements".to_owned(),
                wanted.join(", "),
                found.join(", "),
            ));
        }
        for (span, what, wanted, found) in told {
            if !wanted.eq_ignore_ascii_case(&found) {
                self.fail(span, format!("{what} is {found}, not {wanted}"));
            }
        }
    }

    /// With any one value made unknown, what is settled is what it was.
    fn monotone(&mut self, asked: &[Asked], assessment: &Assessment<'_>) {
        let (rules, question) = (assessment.rules(), assessment.question());
        for (what, poorer) in poorer(assessment.case(), rules) {
            let other = assess(rules, &poorer, question);
            for (index, a) in asked.iter().enumerate() {
                let id = id(rules, index);
                let (full, _) = assessment.value(id).unwrap();
                let (less, _) = other.value(id).unwrap();
                if full.what_went_wrong().is_none() && !covers(less, full) {
                    let kind = rules.definition(id).unwrap().kind;
                    self.fail(
                        a.span,
                        format!(
                            "without {what} `{}` is {}, with it {}",
                            a.expression,
                            shown(less, rules, kind),
                            shown(full, rules, kind)
                        ),
                    );
                }
            }
            for (full, less) in assessment.findings().iter().zip(other.findings()) {
                let name = || rules.requirement(full.requirement()).unwrap().id.clone();
                let settled = less.outcome() != duecause::assess::Outcome::Indeterminate;
                if settled && less.outcome() != full.outcome() {
                    self.fail(
                        self.node.span(),
                        format!("without {what} {} is {}", name(), less.outcome().name()),
                    );
                }
                let settled = less.obstacle() != duecause::assess::Obstacle::MayStand;
                if settled && less.obstacle() != full.obstacle() {
                    self.fail(
                        self.node.span(),
                        format!("without {what} {} {:?}", name(), less.obstacle()),
                    );
                }
            }
        }
    }
}

/// Whether a value is a possible completion of another one.
pub fn covers(less: &Eval, full: &Eval) -> bool {
    match (less, full) {
        (Eval::Unknown(_), Eval::None) => less.may_be_none(),
        (Eval::Unknown(unknown), _) => {
            let above = |end: &Option<_>, value: Option<_>| match (end, value) {
                (Some(end), Some(value)) => end <= value,
                (Some(_), None) => false,
                (None, _) => true,
            };
            let below = |end: &Option<_>, value: Option<_>| match (end, value) {
                (Some(end), Some(value)) => value <= end,
                (Some(_), None) => false,
                (None, _) => true,
            };
            above(&unknown.low, full.low())
                && below(&unknown.high, full.high())
                && (unknown.may_be_none || !full.may_be_none())
        }
        (settled, full) => settled == full,
    }
}

/// Each case that knows one thing less, with the name of that thing.
fn poorer(case: &CaseFile, rules: &RuleSet) -> Vec<(String, CaseFile)> {
    let mut all = Vec::new();
    let v = rules.vocabulary();
    for (index, fact) in v.facts().iter().enumerate() {
        let id = FactId::at(index);
        if case.fact(id).is_some_and(|s| *s.cell() != Cell::Unknown) {
            let mut less = case.clone();
            less.set_fact(id, Stated::default());
            all.push((fact.name().to_owned(), less));
        }
    }
    for (index, list) in v.lists().iter().enumerate() {
        let id = ListId::at(index);
        let Some(rows) = case.rows(id).filter(|r| r.is_given()) else { continue };
        let mut less = case.clone();
        less.set_rows(id, Rows::default());
        all.push((list.name().to_owned(), less));
        if rows.is_complete() {
            let refers = v.facts().iter().any(|f| f.kind() == Type::Row(id));
            for count in (0..=rows.rows().len()).rev().take(if refers { 1 } else { usize::MAX }) {
                let mut less = case.clone();
                less.set_rows(id, Rows::known(rows.rows()[..count].to_vec(), false));
                all.push((format!("all but {count} rows of {}", list.name()), less));
            }
        }
        for (at, row) in rows.rows().iter().enumerate() {
            for field in
                (0..list.fields().len()).map(FieldId::at).filter(|f| !list.key().contains(f))
            {
                if row.cell(field).is_none_or(|s| *s.cell() == Cell::Unknown) {
                    continue;
                }
                let blank = |row: &Row, wanted: bool| {
                    let cells = (0..list.fields().len()).map(FieldId::at).map(|f| {
                        if wanted && f == field {
                            Stated::default()
                        } else {
                            row.cell(f).unwrap().clone()
                        }
                    });
                    Row::new(row.name(), cells.collect())
                };
                let made =
                    rows.rows().iter().enumerate().map(|(i, row)| blank(row, i == at)).collect();
                let mut less = case.clone();
                less.set_rows(id, Rows::known(made, rows.is_complete()));
                let name = list.field(field).unwrap().name();
                all.push((format!("{}[{}].{name}", list.name(), row.name()), less));
            }
        }
    }
    all
}

fn id(rules: &RuleSet, index: usize) -> DefinitionId {
    match rules.named(&format!("{NAME}_{index}")) {
        Some(Named::Definition(id)) => id,
        other => panic!("{other:?}"),
    }
}

fn a_finding(
    a: &Assessment<'_>,
    id: &str,
    read: fn(&duecause::assess::Finding) -> String,
) -> String {
    let found = a.rules().requirement_named(id).and_then(|(id, _)| a.finding(id));
    found.map_or_else(|| "missing".to_owned(), read)
}

fn codes(diagnostics: &Diagnostics) -> BTreeSet<String> {
    diagnostics
        .iter()
        .filter(|d| d.code() != "W0417" && d.code() != "W0312")
        .map(|d| d.code().to_owned())
        .collect()
}

fn texts(diagnostics: &Diagnostics) -> String {
    let shown = |d: &duecause::diag::Diagnostic| format!("{} {}", d.code(), d.message());
    let errors = diagnostics.iter().filter(|d| d.severity() == Severity::Error);
    errors.map(shown).collect::<Vec<_>>().join("; ")
}
