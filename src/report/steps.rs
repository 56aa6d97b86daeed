//! One step of a derivation in words: what it is called, its value, where it comes from.

use crate::assess::{Eval, Reading, Step, What};
use crate::case::Stated;
use crate::compile::{DefinitionId, ParameterEntry, ParameterId};
use crate::source::Span;
use crate::value::Value;
use crate::vocabulary::{FieldId, ListId, Type};
use crate::wording::catalogue::reporting::FactWords as Words;

use super::desk::Desk;

/// A step in words.
pub(super) struct Shown {
    /// What it is called.
    pub(super) title: String,
    /// Its value.
    pub(super) value: String,
    /// Where the case states it.
    pub(super) place: Option<Span>,
    /// Evidence, article or policy behind it.
    pub(super) source: String,
}

impl Desk<'_> {
    /// Returns a step in words; nothing for a line of a formula.
    pub(super) fn shown(&self, step: &Step) -> Option<Shown> {
        let rules = self.rules();
        match &step.what {
            What::Fact(id) => {
                let fact = rules.vocabulary().fact(*id)?;
                let title = self.title(fact.title(), fact.name());
                let value = self.value(&step.value, fact.kind(), fact.is_sensitive());
                Some(self.stated(title, value, self.case().fact(*id)))
            }
            What::Cell(list, row, field) => self.cell(*list, *row, *field, &step.value),
            What::AbsentCell(list, row, field) => {
                let title = self.cell_title(*list, row, *field)?;
                let value = self.say(&Words::NoSuchRow.text());
                Some(Shown { title, value, place: None, source: String::new() })
            }
            What::Parameter(id, member, reading) => {
                self.parameter(*id, *member, reading.as_ref(), &step.value)
            }
            What::Definition(id) => self.definition(*id, &step.value, ""),
            What::Call(id, _) => self.definition(*id, &step.value, ""),
            What::Column(id, row) => self.definition(*id, &step.value, row),
            What::Company(id) => {
                let shown = self.definition(*id, &step.value, "")?;
                let title = self.say(&Words::CompanyFormula { title: shown.title }.text());
                Some(Shown { title, source: String::new(), ..shown })
            }
            What::Requirement(_) | What::Line(_) => None,
        }
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
            source.push(self.evidence(stated));
            if stated.is_disputed() {
                source.push(self.say(&Words::Disputed.text()));
            }
        }
        Shown { title, value, place, source: self.clauses(&source) }
    }

    fn cell(&self, list: ListId, row: u32, field: FieldId, value: &Eval) -> Option<Shown> {
        let found = self.case().rows(list)?.row(row)?;
        let title = self.cell_title(list, found.name(), field)?;
        let shape = self.vocabulary().list(list)?.field(field)?;
        let (value, kind) = self.in_unit(list, row, field, value);
        let value = self.value(&value, kind, shape.is_sensitive());
        let stated = found.cell(field);
        let mut shown = self.stated(title, value, stated);
        shown.place = shown.place.or(found.span());
        Some(shown)
    }

    /// A number whose choice field says in what unit it is printed.
    fn in_unit(&self, list: ListId, row: u32, field: FieldId, value: &Eval) -> (Eval, Type) {
        let kind = self.vocabulary().list(list).and_then(|l| l.field(field)).map(|f| f.kind());
        let kind = kind.unwrap_or(Type::Number);
        let unit = || {
            let shape = self.vocabulary().list(list)?;
            let (by, choice) = shape.field_named(shape.field(field)?.printed_by()?)?;
            let Type::Choice(choice) = choice.kind() else { return None };
            let cell = self.case().rows(list)?.row(row)?.cell(by)?.cell();
            let crate::case::Cell::Known(Value::Choice(member)) = cell else { return None };
            let choice = self.vocabulary().choice(choice)?;
            choice.members().get(*member as usize)?.unit()
        };
        match (value, unit()) {
            (Eval::Known(Value::Number(n)), Some(Type::Money)) => {
                (Eval::Known(Value::Money(*n)), Type::Money)
            }
            _ => (value.clone(), kind),
        }
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
        let value = self.value(value, entry.kind, false);
        let title = self.parameter_title(entry, member);
        let (place, source) = match reading {
            Some(Reading::Policy(at)) => {
                let span = entry.settings.get(*at).map(|s| s.span);
                (span, self.say(&Words::ByPolicy.text()))
            }
            Some(Reading::Given) => (None, self.say(&Words::Given.text())),
            Some(Reading::Law(at, _)) => (None, self.law(entry, member, *at)),
            None => (None, self.cited(&entry.citations)),
        };
        Some(Shown { title, value, place, source })
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
    fn law(&self, entry: &ParameterEntry, member: usize, at: usize) -> String {
        let row = entry.series.get(member).and_then(|s| s.get(at));
        let citations = row.map(|r| r.citations.as_slice()).filter(|c| !c.is_empty());
        let mut words = vec![self.cited(citations.unwrap_or(&entry.citations))];
        if let Some(row) = row {
            words.extend(row.caliber.clone());
            if let Some(published) = row.published_on {
                let on = self.value(&Eval::Known(Value::Date(published)), Type::Date, false);
                words.push(self.say(&Words::Published { on }.text()));
            }
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
        Some(Shown { title, value, place: None, source: self.cited(&entry.citations) })
    }
}
