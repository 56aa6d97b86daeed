//! Printable values: facts, figures, deadlines, definitions, parameters, citations, the paper itself.

use super::{Maker, condition, known, origin};
use crate::assess::{Eval, Verdict};
use crate::compile::{Dated, DefinitionId, ParameterId};
use crate::document::model::{Origin, OriginKind};
use crate::document::sheet::{Cell, Condition, Sheet};
use crate::rules::Purpose;
use crate::value::Value;
use crate::vocabulary::{Citation, FactId, FieldId, ListId, Type};
use crate::wording::amounts::capitals;
use crate::wording::catalogue::reviewing::ReviewWords;
use crate::wording::{Language, Localized};

/// Families that print a count of something: of one and of several, and in Chinese.
const COUNTED: [(&str, &str, &str, &str); 3] = [
    ("years", "year", "years", "年"),
    ("months", "month", "months", "个月"),
    ("days", "day", "days", "天"),
];

impl Maker<'_, '_> {
    pub(super) fn cells(&self, sheet: &mut Sheet) {
        self.facts(sheet);
        self.definitions(sheet);
        self.parameters(sheet);
        self.rules(sheet);
        self.paper(sheet);
    }

    fn facts(&self, sheet: &mut Sheet) {
        let facts = self.assessment.rules().vocabulary().facts();
        for (index, fact) in facts.iter().enumerate() {
            let Some(stated) = self.assessment.case().fact(FactId::at(index)) else { continue };
            if !self.may_show(fact.is_sensitive()) {
                continue;
            }
            let value = match stated.cell() {
                crate::case::Cell::Known(value) => Eval::Known(value.clone()),
                crate::case::Cell::None => Eval::None,
                crate::case::Cell::Unknown => {
                    Eval::waiting(crate::assess::Wait::Fact(FactId::at(index)), fact.is_optional())
                }
            };
            let origin = origin(OriginKind::Fact, fact.name());
            self.add(sheet, fact.name(), &value, fact.kind(), (&origin, fact.title()));
            if let Type::Row(list) = fact.kind() {
                self.row_fact(sheet, fact.name(), &value, list);
            }
        }
    }

    /// The fields and columns of the row a fact names.
    fn row_fact(&self, sheet: &mut Sheet, fact: &str, value: &Eval, list: ListId) {
        let Some(shape) = self.assessment.rules().vocabulary().list(list) else { return };
        for (index, field) in shape.fields().iter().enumerate() {
            if !self.may_show(field.is_sensitive()) {
                continue;
            }
            let name = format!("{fact}.{}", field.name());
            let origin = origin(OriginKind::Fact, &name);
            let read = self.of_row(value, |at| self.cell_value(list, at, FieldId::at(index)));
            self.add(sheet, &name, &read, field.kind(), (&origin, field.title()));
        }
        for (id, entry) in self.columns(list) {
            let name = format!("{fact}.{}", entry.name);
            let origin = origin(OriginKind::Definition, &name);
            let read = self.of_row(value, |at| self.assessment.column(list, at, id));
            self.add(sheet, &name, &read, entry.kind, (&origin, &entry.title));
        }
    }

    fn of_row(&self, value: &Eval, read: impl FnOnce(u32) -> Eval) -> Eval {
        match value {
            Eval::Known(Value::Row(at)) => read(*at),
            Eval::Unknown(unknown) => Eval::Unknown(unknown.clone()),
            _ => Eval::None,
        }
    }

    /// The cell of a row as a state.
    pub(super) fn cell_value(&self, list: ListId, at: u32, field: FieldId) -> Eval {
        let stated =
            self.assessment.case().rows(list).and_then(|r| r.row(at)).and_then(|r| r.cell(field));
        match stated.map(crate::case::Stated::cell) {
            Some(crate::case::Cell::Known(value)) => Eval::Known(value.clone()),
            Some(crate::case::Cell::None) => Eval::None,
            _ => Eval::waiting(crate::assess::Wait::Cell(list, at, field), true),
        }
    }

    fn definitions(&self, sheet: &mut Sheet) {
        for (index, entry) in self.assessment.rules().definitions().iter().enumerate() {
            let Some((value, _)) = self.assessment.value(DefinitionId::at(index)) else { continue };
            if !self.may_show(entry.sensitive) {
                continue;
            }
            let kind = match entry.purpose {
                Purpose::Definition => OriginKind::Definition,
                Purpose::Figure => OriginKind::Figure,
                Purpose::Deadline => OriginKind::Deadline,
            };
            let origin = origin(kind, &entry.name);
            self.add(sheet, &entry.name, value, entry.kind, (&origin, &entry.title));
            self.cite(sheet, &entry.name, &entry.citations);
        }
    }

    fn parameters(&self, sheet: &mut Sheet) {
        for (index, entry) in self.assessment.rules().parameters().iter().enumerate() {
            if entry.by.is_some() {
                continue;
            }
            let (value, reading) = self.assessment.parameter(ParameterId::at(index));
            let origin = origin(OriginKind::Parameter, &entry.name);
            self.add(sheet, &entry.name, &value, entry.kind, (&origin, &entry.title));
            let row = match reading {
                Some(crate::assess::Reading::Law(row, _)) => {
                    entry.series.first().and_then(|s| s.get(row))
                }
                _ => None,
            };
            let mut citations = entry.citations.clone();
            citations.extend(row.iter().flat_map(|r| r.citations.iter().cloned()));
            self.cite(sheet, &entry.name, &citations);
            self.provenance(sheet, &entry.name, row);
        }
    }

    /// Caliber, day of publication and source of the row a parameter was read from.
    fn provenance(&self, sheet: &mut Sheet, name: &str, row: Option<&Dated>) {
        let language = self.occasion.language;
        let published =
            row.and_then(|r| r.published_on).map(|d| crate::wording::amounts::date(d, language));
        let caliber = row.and_then(|r| r.caliber.as_ref()).map(|c| self.words.of(c).to_owned());
        let sources = row.map_or_else(String::new, |r| self.words.instruments(&r.citations));
        for (family, text) in [
            ("caliber", caliber.unwrap_or_default()),
            ("published", published.unwrap_or_default()),
            ("source", sources),
        ] {
            let name = format!("{family}.{name}");
            let cell = known(text, OriginKind::Citation, &name);
            sheet.cells.push((name, cell));
        }
    }

    fn cite(&self, sheet: &mut Sheet, name: &str, citations: &[Citation]) {
        if citations.is_empty() {
            return;
        }
        for (name, words) in [
            (format!("cite.{name}"), self.words.prose(citations)),
            (format!("cite_in_full.{name}"), self.words.in_full(citations)),
        ] {
            let cell = known(words, OriginKind::Citation, &name);
            sheet.cells.push((name, cell));
        }
    }

    fn rules(&self, sheet: &mut Sheet) {
        for entry in self.assessment.rules().requirements() {
            self.cite(sheet, &format!("rule.{}", entry.id.replace('-', "_")), &entry.citations);
        }
        let vocabulary = self.assessment.rules().vocabulary();
        if let Some(ground) = vocabulary.ground(&self.assessment.question().ground) {
            let citation = ground.citation().and_then(|c| vocabulary.citation(c));
            self.cite(sheet, "ground", citation.as_slice());
            let title = self.words.of(ground.title());
            sheet
                .cells
                .push(("ground.title".to_owned(), known(title, OriginKind::Paper, "ground.title")));
        }
        let policy =
            self.assessment.rules().policy().map(|(name, title)| match self.words.of(title) {
                "" => name.to_owned(),
                title => title.to_owned(),
            });
        let version = self.assessment.question().version;
        let version = version.map(|v| crate::wording::amounts::date(v, self.occasion.language));
        for (name, text) in [("policy_name", policy), ("policy_version", version)] {
            let cell = known(text.unwrap_or_default(), OriginKind::Paper, name);
            sheet.cells.push((name.to_owned(), cell));
        }
    }

    fn paper(&self, sheet: &mut Sheet) {
        for other in self.assessment.rules().vocabulary().documents() {
            let name = format!("title.{}", other.name().replace('-', "_"));
            let cell = known(self.words.of(other.title()), OriginKind::Paper, &name);
            sheet.cells.push((name, cell));
        }
        let document = self.occasion.document;
        let as_of =
            crate::wording::amounts::date(self.assessment.question().as_of, self.occasion.language);
        let main = self.main_document();
        let verdict = self.assessment.verdict(&main);
        // One word for one idea: the paper says what the review says.
        let words = match verdict {
            Verdict::Ready => ReviewWords::ShortReady,
            Verdict::Blocked => ReviewWords::ShortBlocked,
            Verdict::Undetermined => ReviewWords::ShortUndetermined,
        };
        let words = self.words.of(&words.text()).to_owned();
        for (name, text) in [
            ("paper.as_of", as_of),
            ("paper.kind", document.name().to_owned()),
            ("review.verdict", words),
        ] {
            sheet.cells.push((name.to_owned(), known(text, OriginKind::Paper, name)));
        }
        for (name, truth) in [
            ("review.ready", verdict == Verdict::Ready),
            ("review.blocked", verdict == Verdict::Blocked),
            ("review.undetermined", verdict == Verdict::Undetermined),
            ("paper.draft", self.occasion.is_draft),
        ] {
            sheet.conditions.push((name.to_owned(), condition(truth)));
        }
    }

    /// The main document of the ground that is asked about.
    pub(super) fn main_document(&self) -> String {
        let vocabulary = self.assessment.rules().vocabulary();
        let ground = vocabulary.ground(&self.assessment.question().ground);
        ground.map_or_else(String::new, |g| g.main_document().to_owned())
    }

    /// Adds a value under its name, with the forms that belong to its type.
    fn add(
        &self,
        sheet: &mut Sheet,
        name: &str,
        value: &Eval,
        kind: Type,
        (origin, title): (&Origin, &Localized),
    ) {
        let title = self.words.of(title);
        sheet.cells.push((name.to_owned(), self.cell(value, kind, origin, title)));
        // A paper may leave out a row whose figure is not known, if it says so elsewhere.
        sheet.conditions.push((format!("known.{name}"), condition(value.known().is_some())));
        if matches!(kind, Type::Truth | Type::Judgement) {
            sheet.conditions.push((name.to_owned(), self.truth(value, origin, title)));
        }
        if kind == Type::Date {
            sheet.conditions.push((format!("past.{name}"), self.past(value, origin, title)));
        }
        let form = |of: &dyn Fn(&Value) -> Option<String>| match value {
            Eval::Known(value) => {
                of(value).map(|text| Cell::Known { text, origin: origin.clone() })
            }
            other => Some(self.cell(other, kind, origin, title)),
        };
        if matches!(kind, Type::Number | Type::Days | Type::Months) {
            let words =
                form(&|v| self.words.spelled(v).or_else(|| Some(self.words.value(v, kind))));
            sheet.cells.extend(words.map(|cell| (format!("spelled.{name}"), cell)));
            for (family, one, many, zh) in COUNTED {
                let words = form(&|v| self.words.counted(v, one, many, zh));
                sheet.cells.extend(words.map(|cell| (format!("{family}.{name}"), cell)));
            }
        }
        match kind {
            Type::Money if self.occasion.language == Language::Chinese => {
                let capital = form(&|v| match v {
                    Value::Money(amount) => capitals(*amount),
                    _ => None,
                });
                // Below zero, or more than any wage can come to: somebody must look at the figures.
                let beyond = || Cell::Missing {
                    question: format!("{title}不能写成大写金额，请核对据以计算的数额"),
                    origin: origin.clone(),
                };
                let capital = capital.unwrap_or_else(beyond);
                sheet.cells.push((format!("capitals.{name}"), capital));
            }
            Type::Number => {
                let percent = form(&|v| match v {
                    Value::Number(number) => self.words.percent(*number),
                    _ => None,
                });
                sheet.cells.extend(percent.map(|cell| (format!("percent.{name}"), cell)));
            }
            _ => {}
        }
    }

    pub(super) fn cell(&self, value: &Eval, kind: Type, origin: &Origin, title: &str) -> Cell {
        let mut origin = origin.clone();
        origin.place = origin.place.or_else(|| self.waited_at(value));
        match value {
            Eval::Known(value) => match self.words.value(value, kind) {
                empty if empty.is_empty() => Cell::None { title: title.to_owned(), origin },
                text => Cell::Known { text, origin },
            },
            Eval::None => Cell::None { title: title.to_owned(), origin },
            unknown => Cell::Missing { question: self.words.question_of(unknown, title), origin },
        }
    }

    /// Whether a day lies before the date of knowledge; a day that is none does not.
    pub(super) fn past(&self, value: &Eval, origin: &Origin, title: &str) -> Condition {
        match value {
            Eval::Known(Value::Date(day)) => condition(*day < self.assessment.question().as_of),
            Eval::Known(_) | Eval::None => Condition::No,
            Eval::Unknown(_) => self.truth(value, origin, title),
        }
    }

    pub(super) fn truth(&self, value: &Eval, origin: &Origin, title: &str) -> Condition {
        match value.as_truth() {
            Some(truth) => condition(truth),
            None => Condition::Unknown {
                question: self.words.question_of(value, title),
                origin: Origin { place: self.waited_at(value), ..origin.clone() },
            },
        }
    }
}
