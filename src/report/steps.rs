//! One step of a derivation in words: what it is called, its value, where it comes from.

use crate::assess::{Eval, Reading, Step, What};
use crate::case::Stated;
use crate::compile::typed::TypedNode;
use crate::compile::{DefinitionId, ParameterEntry, ParameterId};
use crate::source::Span;
use crate::value::{Date, Value};
use crate::vocabulary::{FieldId, ListId, Type};
use crate::wording::catalogue::reporting::FactWords as Words;

use super::desk::Desk;

/// A step in words.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// What it is called.
    pub(super) title: String,
    /// What it is called beside its row.
    pub(super) short: String,
    /// Its value.
    pub(super) value: String,
    /// Where the case states it.
    pub(super) place: Option<Span>,
    /// Evidence, article or policy behind it.
    pub(super) source: String,
    /// Whether the other side disputes it.
    pub(super) is_disputed: bool,
}

impl Shown {
    fn new(title: String, value: String, source: String) -> Self {
        Self { short: title.clone(), title, value, place: None, source, is_disputed: false }
    }
}

impl Desk<'_> {
    /// Returns a step in words; nothing for a line of a formula.
    pub(super) fn shown(&self, step: &Step) -> Option<Shown> {
        let rules = self.rules();
        match &step.what {
            What::Fact(id) => {
                let fact = rules.vocabulary().fact(*id)?;
                let title = self.title(fact.title(), fact.name());
                let stated = self.case().fact(*id);
                let place = stated.and_then(Stated::span);
                let value = self.as_written(&step.value, fact.kind(), fact.is_sensitive(), place);
                Some(self.stated(title, value, stated))
            }
            What::Cell(list, row, field) => self.cell(*list, *row, *field, &step.value),
            What::AbsentCell(list, row, field) => {
                let title = self.cell_title(*list, row, *field)?;
                let value = self.say(&Words::NoSuchRow.text());
                Some(Shown::new(title, value, String::new()))
            }
            What::Parameter(id, member, reading) => {
                self.parameter(*id, *member, reading.as_ref(), &step.value)
            }
            What::Calendar(year) => Some(self.calendar(*year)),
            What::Definition(id) => self.definition(*id, &step.value, ""),
            What::Call(id, _) => self.definition(*id, &step.value, ""),
            What::Column(id, row) => self.definition(*id, &step.value, row),
            What::Company(id, at) => {
                let shown = self.definition(*id, &step.value, "")?;
                let title = self.say(&Words::CompanyFormula { title: shown.title }.text());
                let (from, formula, _) = rules.definition(*id)?.company.get(*at)?;
                let source = self.policy_version(*from);
                let place = Some(formula.span);
                Some(Shown { place, ..Shown::new(title, shown.value, source) })
            }
            What::Test(span, row) => Some(self.test(*span, row, &step.value)),
            What::Requirement(_) | What::Line(_) => None,
        }
    }

    /// The test of one row, or of one month for which a list has no row.
    fn test(&self, span: Span, row: &str, value: &Eval) -> Shown {
        let title = self.say(&Words::Row { row: self.key_words(row) }.text());
        let found = self.sought(span).filter(|_| value.as_truth() == Some(false));
        let Some(id) = found else {
            return Shown::new(title, self.value(value, Type::Truth, false), String::new());
        };
        let list = self.vocabulary().list(id);
        let list = list.map_or_else(String::new, |l| self.title(l.title(), l.name()));
        let value = self.say(&Words::NoRowFor { list }.text());
        let place = self.case().rows(id).and_then(|rows| rows.start());
        Shown { place, ..Shown::new(title, value, String::new()) }
    }

    /// The list in which the test of a month looks for a row.
    fn sought(&self, span: Span) -> Option<ListId> {
        let rules = self.rules();
        let definitions = rules.definitions().iter().map(|d| &d.formula);
        let formulas = definitions.chain(rules.requirements().iter().map(|r| &r.value));
        let mut found = None;
        for formula in formulas {
            formula.walk(&mut |part| {
                let TypedNode::Aggregate(months) = &part.node else { return };
                let of_months = months.body.as_ref().filter(|_| months.list.is_none());
                let Some(body) = of_months.filter(|b| b.span == span) else { return };
                body.walk(&mut |inner| {
                    if let TypedNode::Aggregate(inner) = &inner.node {
                        found = found.or(inner.list);
                    }
                });
            });
        }
        found
    }

    fn stated(&self, title: String, value: String, stated: Option<&Stated>) -> Shown {
        let place = stated.and_then(Stated::span);
        let mut source = Vec::new();
        if let Some(stated) = stated.filter(|s| s.span().is_some()) {
            if let Some(j) = stated.judgement() {
                let (by, role) = (j.by.clone(), j.role.clone());
                let on = self.value(&Eval::Known(Value::Date(j.on)), Type::Date, false);
                source.push(self.say(&Words::Judged { by, role, on }.text()));
            }
            source.push(self.exhibit_numbers(stated));
            if stated.is_disputed() {
                source.push(self.say(&Words::Disputed.text()));
            }
        }
        let is_disputed = stated.is_some_and(Stated::is_disputed);
        Shown { place, is_disputed, ..Shown::new(title, value, self.clauses(&source)) }
    }

    fn cell(&self, list: ListId, row: u32, field: FieldId, value: &Eval) -> Option<Shown> {
        let found = self.case().rows(list)?.row(row)?;
        let title = self.cell_title(list, found.name(), field)?;
        let shape = self.vocabulary().list(list)?.field(field)?;
        let stated = found.cell(field);
        let place = stated.and_then(Stated::span);
        let value = self.in_unit((list, row), shape, value, place);
        let mut shown = self.stated(title, value, stated);
        shown.place = shown.place.or(found.span());
        let field = self.title(shape.title(), shape.name());
        shown.short = format!("{} {field}", self.row_name(list, found.name()));
        Some(shown)
    }

    /// Returns the title of a cell with the row it is in.
    pub(super) fn cell_title(&self, list: ListId, row: &str, field: FieldId) -> Option<String> {
        let id = list;
        let list = self.vocabulary().list(id)?;
        let field = list.field(field)?;
        let (list, field) =
            (self.title(list.title(), list.name()), self.title(field.title(), field.name()));
        let row = self.row_name(id, row);
        Some(self.say(&Words::Cell { list, row, field }.text()))
    }

    fn parameter(
        &self,
        id: ParameterId,
        member: usize,
        reading: Option<&Reading>,
        value: &Eval,
    ) -> Option<Shown> {
        let entry = self.rules().parameter(id)?;
        let written = match reading {
            Some(Reading::Policy(at)) => entry.settings.get(*at).map(|s| s.span),
            Some(Reading::Law(at, _)) => {
                entry.series.get(member).and_then(|s| s.get(*at)).map(|r| r.span)
            }
            _ => None,
        };
        let value = self.as_written(value, entry.kind, false, written);
        let title = self.parameter_title(entry, member);
        let (place, source) = match reading {
            Some(Reading::Policy(at)) => {
                let span = entry.settings.get(*at).map(|s| s.span);
                let version = entry.settings.get(*at).and_then(|s| s.version);
                (span, self.policy_version(version))
            }
            Some(Reading::Given) => (None, self.say(&Words::Given.text())),
            Some(Reading::Law(at, on)) => (None, self.law(entry, member, *at, *on)),
            None => (None, self.cited_here(&entry.citations)),
        };
        Some(Shown { place, ..Shown::new(title, value, source) })
    }

    fn calendar(&self, year: i32) -> Shown {
        let calendar = self.vocabulary().calendar();
        let announced = calendar.year(year, self.assessment.question().as_of);
        let citation = announced.and_then(|y| self.vocabulary().citation(y.citation()));
        let published = announced.and_then(|y| y.published_on()).map(|on| {
            let on = self.value(&Eval::Known(Value::Date(on)), Type::Date, false);
            self.say(&Words::Published { on }.text())
        });
        let title = self.say(&Words::CalendarYear { year: year.to_string() }.text());
        Shown::new(title, published.unwrap_or_default(), self.cited(citation.as_slice()))
    }

    /// Returns the words for a version of the policy.
    fn policy_version(&self, from: Option<Date>) -> String {
        match from {
            None => self.say(&Words::ByPolicy.text()),
            Some(from) => {
                let from = self.value(&Eval::Known(Value::Date(from)), Type::Date, false);
                self.say(&Words::PolicyVersion { from }.text())
            }
        }
    }

    /// Returns the title of a parameter, with the member of its table.
    pub(super) fn parameter_title(&self, entry: &ParameterEntry, member: usize) -> String {
        let title = self.title(&entry.title, &entry.name);
        let choice = entry.by.and_then(|id| self.vocabulary().choice(id));
        match choice.and_then(|c| c.members().get(member)) {
            Some(member) => {
                format!("{title}{}", self.aside(&self.title(member.title(), member.name())))
            }
            None => title,
        }
    }

    /// Returns the source of a dated value: its own articles, else the parameter's, and caliber.
    fn law(&self, entry: &ParameterEntry, member: usize, at: usize, on: Option<Date>) -> String {
        let row = entry.series.get(member).and_then(|s| s.get(at));
        let citations = row.map(|r| r.citations.as_slice()).filter(|c| !c.is_empty());
        let mut words = vec![self.cited_here(citations.unwrap_or(&entry.citations))];
        if let Some(row) = row {
            words.extend(row.caliber.as_ref().map(|c| self.say(c)));
            if let Some(published) = row.published_on {
                let on = self.value(&Eval::Known(Value::Date(published)), Type::Date, false);
                words.push(self.say(&Words::Published { on }.text()));
            }
        }
        if let Some(on) = on.filter(|_| entry.series.get(member).is_some_and(|s| s.len() > 1)) {
            let on = self.value(&Eval::Known(Value::Date(on)), Type::Date, false);
            words.push(self.say(&Words::ReadFor { on }.text()));
        }
        self.clauses(&words)
    }

    fn definition(&self, id: DefinitionId, value: &Eval, row: &str) -> Option<Shown> {
        let entry = self.rules().definition(id)?;
        let mut title = self.title(&entry.title, &entry.name);
        if !row.is_empty() {
            let row = entry.of.map_or_else(|| row.to_owned(), |list| self.row_name(list, row));
            title = format!("{title}{}", self.aside(&row));
        }
        let value = self.value(value, entry.kind, entry.sensitive && entry.kind != Type::Truth);
        Some(Shown::new(title, value, self.cited_here(&entry.citations)))
    }
}
