//! Findings, questions, waivers and acceptances.

use super::{Maker, condition, row};
use crate::assess::{Finding, Obstacle, Outcome, Statement, Wait, What};
use crate::case::Acceptance;
use crate::compile::{Dated, ParameterEntry, RequirementEntry};
use crate::document::model::OriginKind;
use crate::document::sheet::{Row, Sheet};
use crate::rules::Severity;
use crate::value::Date;
use crate::vocabulary::Type;
use crate::wording::amounts;

impl Maker<'_, '_> {
    pub(super) fn review(&self, sheet: &mut Sheet) {
        let main = self.main_document();
        let mut sorted: [(&str, Vec<Row>); 7] = [
            ("review.blocking", Vec::new()),
            ("review.open", Vec::new()),
            ("review.warnings", Vec::new()),
            ("review.satisfied", Vec::new()),
            ("review.not_applicable", Vec::new()),
            ("review.other", Vec::new()),
            ("review.supposed", self.supposed(&main)),
        ];
        for finding in self.assessment.findings() {
            let Some(entry) = self.assessment.rules().requirement(finding.requirement()) else {
                continue;
            };
            if !self.may_show(entry.sensitive) {
                continue;
            }
            let gates = entry.gates.contains(&main);
            let place = match (gates, finding.obstacle(), finding.outcome()) {
                (false, ..) => 5,
                (_, Obstacle::Stands, _) => 0,
                (_, Obstacle::MayStand, _) | (_, _, Outcome::Indeterminate) => 1,
                (_, _, Outcome::NotSatisfied) => 2,
                (_, _, Outcome::Satisfied) => 3,
                (_, _, Outcome::NotApplicable) => 4,
            };
            if let Some((_, rows)) = sorted.get_mut(place) {
                rows.push(self.finding(finding));
            }
        }
        self.counts(sheet, &sorted);
        self.settled(sheet, &main);
        sheet.lists.extend(sorted.map(|(name, rows)| (name.to_owned(), rows)));
        sheet.lists.push(("review.questions".to_owned(), self.questions(&main)));
        sheet.lists.push(("review.waivers".to_owned(), self.waivers()));
        sheet.lists.push(("review.accepted".to_owned(), self.accepted()));
        sheet.lists.push(("review.not_checked".to_owned(), self.not_checked()));
    }

    /// Whether an element leaves nothing open, as `settled.ELEMENT`: a paper that goes out says of an
    /// element as a whole only what every finding of it bears.
    fn settled(&self, sheet: &mut Sheet, document: &str) {
        for (element, _) in self.assessment.rules().vocabulary().elements() {
            let is_own = |f: &&Finding| {
                let entry = self.assessment.rules().requirement(f.requirement());
                entry.is_some_and(|e| e.element.as_ref() == Some(element))
            };
            let holds =
                |f: &Finding| matches!(f.outcome(), Outcome::Satisfied | Outcome::NotApplicable);
            let all = self.assessment.gating(document).filter(is_own).all(holds);
            let name = format!("settled.{}", element.replace('-', "_"));
            sheet.conditions.push((name, condition(all)));
        }
    }

    /// What has not happened yet and carries the findings on a paper: `title`, `date`.
    fn supposed(&self, document: &str) -> Vec<Row> {
        let one = |(statement, day): (Statement<'_>, Date)| {
            let title = self.words.of(&self.assessment.title_of(&statement.what)).to_owned();
            let day = amounts::date(day, self.occasion.language);
            row(&[("title", title), ("date", day)], OriginKind::Fact, "review.supposed")
        };
        self.assessment.supposed(document).into_iter().map(one).collect()
    }

    pub(super) fn finding(&self, finding: &Finding) -> Row {
        let Some(entry) = self.assessment.rules().requirement(finding.requirement()) else {
            return Row::default();
        };
        let outcome = self.outcome(finding.outcome());
        let severity = match finding.greatest_severity() {
            Severity::Block => self.words.pick("阻断", "block"),
            Severity::Warn => self.words.pick("警示", "warning"),
            Severity::Info => self.words.pick("提示", "note"),
        };
        let missing: Vec<String> = finding.waits().iter().map(|w| self.words.question(w)).collect();
        let facts = self.facts_of(finding);
        let evidence = self.credited(entry, &facts);
        let waiver = self
            .assessment
            .waiver(finding)
            .map_or_else(String::new, |w| format!("{} {}", w.by, w.on));
        let element = entry.element.as_deref().map_or_else(String::new, |e| self.element_title(e));
        let mut row = row(
            &[
                ("code", entry.code.clone()),
                ("title", self.words.of(&entry.title).to_owned()),
                ("outcome", outcome),
                ("severity", severity),
                ("citation", self.words.citations(&entry.citations)),
                ("remedy", self.words.of(&entry.remedy).to_owned()),
                ("proof", finding.proof().map_or_else(String::new, |p| self.words.proof(p))),
                ("evidence", self.words.exhibits(&evidence)),
                ("missing", missing.join(&self.words.pick("；", "; "))),
                ("element", element),
                ("waiver", waiver),
            ],
            OriginKind::Finding,
            &entry.code,
        );
        row.conditions.push(("review".to_owned(), condition(entry.lawyer_review)));
        row.conditions.push(("sensitive".to_owned(), condition(entry.sensitive)));
        row.conditions.push(("met".to_owned(), condition(finding.outcome() == Outcome::Satisfied)));
        row.lists.push(("facts".to_owned(), facts.into_iter().map(|f| f.row).collect()));
        row
    }

    pub(super) fn outcome(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::NotSatisfied => self.words.pick("不符合", "not met"),
            Outcome::Indeterminate => self.words.pick("不能确定", "open"),
            Outcome::Satisfied => self.words.pick("符合", "met"),
            Outcome::NotApplicable => self.words.pick("不适用", "not applicable"),
        }
    }

    pub(super) fn element_title(&self, element: &str) -> String {
        let elements = self.assessment.rules().vocabulary().elements();
        let title = elements
            .iter()
            .find(|(name, _)| name == element)
            .map(|(_, title)| self.words.of(title));
        title.unwrap_or(element).to_owned()
    }

    /// The facts and cells that what a finding claims is read from, each once.
    fn facts_of(&self, finding: &Finding) -> Vec<FactRow> {
        let steps = self.assessment.stated(finding);
        let steps = steps.into_iter().filter_map(|id| self.assessment.step(id));
        steps.filter_map(|step| self.fact_row(&step.what, &step.value)).collect()
    }

    /// The exhibits of a finding: of the kinds that its requirement asks for, if there are any.
    fn credited(&self, entry: &RequirementEntry, facts: &[FactRow]) -> Vec<u32> {
        let all: std::collections::BTreeSet<u32> =
            facts.iter().flat_map(|f| f.evidence.iter().copied()).collect();
        let exhibits = self.assessment.case().evidence();
        let is_wanted = |at: &u32| {
            let kind = exhibits.get(*at as usize).and_then(|e| e.kind());
            entry.evidence.iter().any(|wanted| Some(wanted.as_str()) == kind)
        };
        let wanted: Vec<u32> = all.iter().copied().filter(is_wanted).collect();
        if wanted.is_empty() { all.into_iter().collect() } else { wanted }
    }

    fn fact_row(&self, what: &What, value: &crate::assess::Eval) -> Option<FactRow> {
        let v = self.assessment.rules().vocabulary();
        let case = self.assessment.case();
        let (title, name, kind, stated) = match what {
            What::Fact(id) => {
                let fact = v.fact(*id).filter(|f| self.may_show(f.is_sensitive()))?;
                (
                    self.words.of(fact.title()).to_owned(),
                    fact.name().to_owned(),
                    fact.kind(),
                    case.fact(*id)?,
                )
            }
            What::Cell(list, position, field) => {
                let shape = v.list(*list)?;
                let shown = shape.field(*field).filter(|f| self.may_show(f.is_sensitive()))?;
                let row = case.rows(*list)?.row(*position)?;
                let title = format!(
                    "{}（{}）{}",
                    self.words.of(shape.title()),
                    self.words.row_title(*list, *position),
                    self.words.of(shown.title())
                );
                let name = format!("{}[{}].{}", shape.name(), row.name(), shown.name());
                (title, name, shown.kind(), row.cell(*field)?)
            }
            _ => return None,
        };
        if matches!(kind, Type::Row(_)) {
            return None;
        }
        let row = row(
            &[
                ("title", title),
                ("value", self.words.state(value, kind)),
                ("evidence", self.words.exhibits(stated.evidence())),
                ("proof", self.words.proof(self.words.strength(stated))),
            ],
            OriginKind::Fact,
            &name,
        );
        Some(FactRow { row, evidence: stated.evidence().to_vec() })
    }

    /// What has to be answered before the main document can be decided, as a person would ask.
    fn questions(&self, main: &str) -> Vec<Row> {
        let missing = self.assessment.missing(main);
        let v = self.assessment.rules().vocabulary();
        let mut groups: Vec<(String, Vec<Row>)> =
            v.questions().iter().map(|q| (self.words.heading(q.title()), Vec::new())).collect();
        let mut rest = Vec::new();
        for (wait, waiting) in &missing {
            let codes: Vec<String> = waiting
                .iter()
                .filter_map(|id| self.assessment.rules().requirement(*id))
                .map(|r| r.code.clone())
                .collect();
            let group = v.questions().iter().position(|q| match wait {
                Wait::Fact(id) => q.facts().contains(id),
                Wait::List(id) | Wait::Row(id, _) | Wait::Cell(id, ..) => q.lists().contains(id),
                _ => false,
            });
            let name = self.name_of(wait);
            let mut row = row(
                &[
                    ("question", self.words.question(wait)),
                    ("name", name.clone()),
                    ("waiting", unique(&codes).join(&self.words.pick("、", ", "))),
                ],
                OriginKind::Fact,
                &name,
            );
            row.conditions.push(("sensitive".to_owned(), condition(self.is_sensitive(wait))));
            match group.and_then(|g| groups.get_mut(g)) {
                Some((_, rows)) => rows.push(row),
                None => rest.push(row),
            }
        }
        groups.push((self.words.pick("其他", "Other"), rest));
        let asked = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
        asked
            .map(|(group, rows)| {
                let mut head = row(&[("group", group)], OriginKind::Paper, "review.questions");
                head.lists.push(("questions".to_owned(), rows));
                head
            })
            .collect()
    }

    /// Whether the answer would be a sensitive fact.
    fn is_sensitive(&self, wait: &Wait) -> bool {
        let v = self.assessment.rules().vocabulary();
        match wait {
            Wait::Fact(id) => v.fact(*id).is_some_and(|f| f.is_sensitive()),
            Wait::Cell(id, _, field) => {
                v.list(*id).and_then(|l| l.field(*field)).is_some_and(|f| f.is_sensitive())
            }
            Wait::List(id) | Wait::Row(id, _) => {
                v.list(*id).is_some_and(|l| l.fields().iter().any(|f| f.is_sensitive()))
            }
            Wait::Parameter(..) | Wait::Calendar(_) => false,
        }
    }

    /// What is waited for, as a case file names it.
    fn name_of(&self, wait: &Wait) -> String {
        let rules = self.assessment.rules();
        let v = rules.vocabulary();
        let list = |id| v.list(id).map_or("", |l| l.name());
        match wait {
            Wait::Fact(id) => v.fact(*id).map_or("", |f| f.name()).to_owned(),
            Wait::List(id) => list(*id).to_owned(),
            Wait::Row(id, name) => format!("{}[{name}]", list(*id)),
            Wait::Cell(id, at, field) => {
                let row = self.assessment.case().rows(*id).and_then(|r| r.row(*at));
                let field = v.list(*id).and_then(|l| l.field(*field)).map_or("", |f| f.name());
                format!("{}[{}].{field}", list(*id), row.map_or("", |r| r.name()))
            }
            Wait::Parameter(id, ..) => rules.parameter(*id).map_or("", |p| &p.name).to_owned(),
            Wait::Calendar(year) => format!("calendar {year}"),
        }
    }

    fn waivers(&self) -> Vec<Row> {
        let rules = self.assessment.rules();
        let date = |d| amounts::date(d, self.occasion.language);
        self.assessment
            .case()
            .waivers()
            .iter()
            .filter_map(|w| {
                let (_, entry) = rules.requirement_named(&w.requirement)?;
                Some(row(
                    &[
                        ("code", entry.code.clone()),
                        ("title", self.words.of(&entry.title).to_owned()),
                        ("by", w.by.clone()),
                        ("role", w.role.clone()),
                        ("on", date(w.on)),
                        ("until", w.until.map(date).unwrap_or_default()),
                        ("reason", w.reason.clone()),
                    ],
                    OriginKind::Finding,
                    &entry.code,
                ))
            })
            .collect()
    }

    fn accepted(&self) -> Vec<Row> {
        let date = |d| amounts::date(d, self.occasion.language);
        let one = |(a, entry, taken): (&Acceptance, &ParameterEntry, &Dated)| {
            row(
                &[
                    ("title", self.words.of(&entry.title).to_owned()),
                    ("value", self.words.with_unit(&taken.value, entry.kind)),
                    ("by", a.by.clone()),
                    ("role", a.role.clone()),
                    ("on", date(a.on)),
                    ("reason", a.reason.clone()),
                ],
                OriginKind::Parameter,
                &entry.name,
            )
        };
        self.assessment.acceptances().into_iter().map(one).collect()
    }

    fn not_checked(&self) -> Vec<Row> {
        let rules = self.assessment.rules();
        let beyond = rules.not_covered();
        let covered = beyond.into_iter().map(|t| self.words.of(t).to_owned());
        let unwritten =
            rules.not_checked().iter().map(|(code, t)| format!("{code} {}", self.words.of(t)));
        covered
            .chain(unwritten)
            .map(|text| row(&[("text", text)], OriginKind::Paper, "review.not_checked"))
            .collect()
    }
}

struct FactRow {
    row: Row,
    evidence: Vec<u32>,
}

pub(super) fn unique(texts: &[String]) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for text in texts.iter().flat_map(|t| t.split(['、', ',']).map(str::trim)) {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}
