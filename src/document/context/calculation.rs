//! Figures, deadlines, and the derivation of each figure in order of reading.

use std::collections::BTreeSet;

use super::formula::in_words;
use super::{Maker, condition, known, origin};
use crate::assess::{Eval, Figure, Reading, StepId, What};
use crate::compile::{DefinitionId, ParameterId};
use crate::document::model::OriginKind;
use crate::document::sheet::{Row, Sheet};
use crate::rules::Purpose;
use crate::vocabulary::{Citation, Type};

/// How deep a derivation is printed.
const MAX_DEPTH: usize = 8;

/// One line of a derivation, in words.
struct Line {
    title: String,
    formula: String,
    value: String,
    citation: String,
    source: String,
    evidence: String,
    name: String,
    kind: OriginKind,
}

impl Maker<'_, '_> {
    pub(super) fn calculation(&self, sheet: &mut Sheet) {
        let (mut figures, mut deadlines, mut steps) = (Vec::new(), Vec::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for figure in self.assessment.figures() {
            let Some(entry) = self.assessment.rules().definition(figure.definition()) else {
                continue;
            };
            if !self.may_show(entry.sensitive) {
                continue;
            }
            let row = self.figure(figure);
            if entry.purpose == Purpose::Figure {
                figures.push(row);
                if figure.value().known().is_some() {
                    self.steps(figure.step(), 0, &mut seen, &mut steps);
                }
            } else {
                deadlines.push(row);
            }
        }
        for (name, rows) in [("figures", figures), ("deadlines", deadlines), ("calculation", steps)]
        {
            sheet.lists.push((name.to_owned(), rows));
        }
    }

    fn figure(&self, figure: &Figure) -> Row {
        let rules = self.assessment.rules();
        let Some(entry) = rules.definition(figure.definition()) else { return Row::default() };
        let kind = if entry.purpose == Purpose::Figure {
            OriginKind::Figure
        } else {
            OriginKind::Deadline
        };
        let origin = origin(kind, &entry.name);
        let title = self.words.of(&entry.title);
        let text = |field: &str, text: String| (field.to_owned(), known(text, kind, &entry.name));
        Row {
            cells: vec![
                text("name", entry.name.clone()),
                text("title", self.words.heading(&entry.title)),
                ("value".to_owned(), self.cell(figure.value(), entry.kind, &origin, title)),
                text("citation", self.words.citations(&entry.citations)),
                text("unit", self.words.unit(entry.kind)),
            ],
            conditions: vec![
                ("known".to_owned(), condition(figure.value().known().is_some())),
                ("none".to_owned(), condition(figure.value() == &Eval::None)),
                (
                    "review".to_owned(),
                    condition(entry.lawyer_review || !figure.readings().is_empty()),
                ),
            ],
            lists: vec![("readings".to_owned(), self.readings(figure, entry.kind, &entry.name))],
        }
    }

    /// What the figure would be under other readings: `value`, `reading` (who holds it), `question`.
    fn readings(&self, figure: &Figure, kind: Type, name: &str) -> Vec<Row> {
        let rules = self.assessment.rules();
        let rows = figure.readings().iter().filter_map(|other| {
            let parameter = rules.parameter(other.parameter)?;
            let (_, reading) = parameter.readings.iter().find(|(m, _)| *m == other.member)?;
            Some(super::row(
                &[
                    ("value", self.words.state(&other.value, kind)),
                    ("reading", self.words.of(reading).to_owned()),
                    ("question", self.words.of(&parameter.title).to_owned()),
                ],
                OriginKind::Figure,
                name,
            ))
        });
        rows.collect()
    }

    /// Adds a step and what it rests on, each once.
    fn steps(&self, id: StepId, depth: usize, seen: &mut BTreeSet<StepId>, rows: &mut Vec<Row>) {
        let Some(step) = self.assessment.step(id).filter(|_| depth < MAX_DEPTH && seen.insert(id))
        else {
            return;
        };
        let mut below = depth;
        if let Some(line) = self.line(&step.what, &step.value) {
            rows.push(line_row(line, depth));
            below += 1;
        }
        for input in &step.inputs {
            self.steps(*input, below, seen, rows);
        }
    }

    fn line(&self, what: &What, value: &Eval) -> Option<Line> {
        let case = self.assessment.case();
        let v = self.assessment.rules().vocabulary();
        Some(match what {
            What::Fact(id) => {
                let fact = v.fact(*id).filter(|f| self.may_show(f.is_sensitive()))?;
                let evidence = case.fact(*id).map_or(&[][..], |s| s.evidence());
                self.stated(self.words.of(fact.title()), fact.name(), value, fact.kind(), evidence)
            }
            What::Cell(list, row, field) => {
                let shape = v.list(*list)?;
                let field_shape =
                    shape.field(*field).filter(|f| self.may_show(f.is_sensitive()))?;
                let stated = case.rows(*list)?.row(*row)?;
                let title = format!(
                    "{} {} {}",
                    self.words.of(shape.title()),
                    self.words.row_title(*list, *row),
                    self.words.of(field_shape.title())
                );
                let name = format!("{}[{}].{}", shape.name(), stated.name(), field_shape.name());
                let evidence = stated.cell(*field).map_or(&[][..], |s| s.evidence());
                self.stated(&title, &name, value, field_shape.kind(), evidence)
            }
            What::Parameter(id, member, reading) => {
                self.parameter(*id, *member, reading.as_ref(), value)?
            }
            What::Definition(id) | What::Call(id, _) | What::Column(id, _) => {
                self.definition(*id, value, None)?
            }
            What::Company(id, at) => self.definition(*id, value, Some(*at))?,
            What::AbsentCell(..)
            | What::Calendar(_)
            | What::Requirement(_)
            | What::Line(_)
            | What::Test(..) => {
                return None;
            }
        })
    }

    fn stated(&self, title: &str, name: &str, value: &Eval, kind: Type, evidence: &[u32]) -> Line {
        Line {
            title: title.to_owned(),
            formula: String::new(),
            value: self.words.state(value, kind),
            citation: String::new(),
            source: self.words.pick("案件事实", "fact of the case"),
            evidence: self.words.exhibits(evidence),
            name: name.to_owned(),
            kind: OriginKind::Fact,
        }
    }

    fn parameter(
        &self,
        id: ParameterId,
        member: usize,
        reading: Option<&Reading>,
        value: &Eval,
    ) -> Option<Line> {
        let rules = self.assessment.rules();
        let entry = rules.parameter(id)?;
        let mut citations: Vec<Citation> = entry.citations.clone();
        let mut source = self.words.pick("法律参数", "parameter of the law");
        let mut title = self.words.of(&entry.title).to_owned();
        match reading {
            Some(Reading::Law(row, _)) => {
                let row = entry.series.get(member)?.get(*row)?;
                citations =
                    if row.citations.is_empty() { citations } else { row.citations.clone() };
                if let Some(caliber) = row.caliber.as_ref().map(|c| self.words.of(c)) {
                    title = format!(
                        "{title}{}",
                        self.words.pick(&format!("（{caliber}）"), &format!(" ({caliber})"))
                    );
                }
                if let Some(on) = row.published_on {
                    let on = crate::wording::amounts::date(on, self.occasion.language);
                    source = self.words.pick(&format!("{on}公布"), &format!("published on {on}"));
                }
                if row.status == crate::rules::Status::Unverified {
                    source = self.words.pick(
                        &format!("{source}，未核实，经具名采用"),
                        &format!("{source}, unverified, accepted by name"),
                    );
                }
            }
            Some(Reading::Policy(_)) => source = self.words.pick("公司制度", "company policy"),
            Some(Reading::Given) => source = self.words.pick("直接给定", "given directly"),
            None => {}
        }
        Some(Line {
            title,
            formula: String::new(),
            value: self.words.state(value, entry.kind),
            citation: self.words.citations(&citations),
            source,
            evidence: String::new(),
            name: entry.name.clone(),
            kind: OriginKind::Parameter,
        })
    }

    fn definition(&self, id: DefinitionId, value: &Eval, company: Option<usize>) -> Option<Line> {
        let rules = self.assessment.rules();
        let entry = rules.definition(id).filter(|e| self.may_show(e.sensitive))?;
        let title = self.words.of(&entry.title);
        // A definition without title is a step of the machine, not of the reader.
        if title.is_empty() {
            return None;
        }
        let written = match company.and_then(|at| entry.company.get(at)) {
            Some((_, _, written)) => written,
            None => &entry.written,
        };
        let source = match (company, entry.purpose) {
            (Some(_), _) => self.words.pick("公司制度", "company policy"),
            _ => self.words.pick("计算", "computed"),
        };
        Some(Line {
            title: title.to_owned(),
            formula: in_words(written, rules, &self.words),
            value: self.words.state(value, entry.kind),
            citation: self.words.citations(&entry.citations),
            source,
            evidence: String::new(),
            name: entry.name.clone(),
            kind: if entry.purpose == Purpose::Figure {
                OriginKind::Figure
            } else {
                OriginKind::Definition
            },
        })
    }
}

fn line_row(line: Line, depth: usize) -> Row {
    let Line { title, formula, value, citation, source, evidence, name, kind } = line;
    let mut row = super::row(
        &[
            ("depth", depth.to_string()),
            ("title", title),
            ("formula", formula),
            ("value", value),
            ("citation", citation),
            ("source", source),
            ("evidence", evidence),
        ],
        kind,
        &name,
    );
    row.conditions.push(("figure".to_owned(), condition(depth == 0)));
    row
}
