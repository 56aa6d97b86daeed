//! The events of a case in time, and names that lead into the row a fact names.

use super::{Maker, condition, known, origin};
use crate::assess::Eval;
use crate::compile::Named;
use crate::document::model::OriginKind;
use crate::document::sheet::{Cell, Row, Sheet};
use crate::value::{Date, Value};
use crate::vocabulary::{Event, Type};
use crate::wording::amounts::date;

/// A value that a name leads to, and the exhibits behind it.
pub(super) struct Found {
    pub(super) value: Eval,
    pub(super) evidence: Vec<u32>,
    pub(super) sensitive: bool,
}

impl Found {
    pub(super) fn day(&self) -> Option<Date> {
        match &self.value {
            Eval::Known(Value::Date(day)) => Some(*day),
            _ => None,
        }
    }
}

impl Maker<'_, '_> {
    /// What a fact, a definition, or `fact.field` of the row a fact names stands for.
    pub(super) fn find(&self, name: &str) -> Option<Found> {
        let rules = self.assessment.rules();
        match rules.named(name) {
            Some(Named::Fact(id)) => {
                let fact = rules.vocabulary().fact(id)?;
                let stated = self.assessment.case().fact(id)?;
                let value = match stated.cell() {
                    crate::case::Cell::Known(value) => Eval::Known(value.clone()),
                    crate::case::Cell::None => Eval::None,
                    crate::case::Cell::Unknown => {
                        Eval::waiting(crate::assess::Wait::Fact(id), fact.is_optional())
                    }
                };
                let sensitive = fact.is_sensitive();
                Some(Found { value, evidence: stated.evidence().to_vec(), sensitive })
            }
            Some(Named::Definition(id)) => {
                let sensitive = rules.definition(id).is_some_and(|d| d.sensitive);
                let value = self.assessment.value(id)?.0.clone();
                Some(Found { value, evidence: Vec::new(), sensitive })
            }
            _ => self.find_in_row(name),
        }
    }

    fn find_in_row(&self, name: &str) -> Option<Found> {
        let rules = self.assessment.rules();
        let (fact, field) = name.rsplit_once('.')?;
        let Some(Named::Fact(id)) = rules.named(fact) else { return None };
        let Type::Row(list) = rules.vocabulary().fact(id)?.kind() else { return None };
        let (field, shape) = rules.vocabulary().list(list)?.field_named(field)?;
        let row = self.find(fact)?;
        let sensitive = shape.is_sensitive();
        let (value, evidence) = match &row.value {
            Eval::Known(Value::Row(at)) => {
                let stated = self.assessment.case().rows(list)?.row(*at)?.cell(field);
                let evidence = stated.map_or_else(Vec::new, |s| s.evidence().to_vec());
                (self.cell_value(list, *at, field), evidence)
            }
            Eval::Unknown(unknown) => (Eval::Unknown(unknown.clone()), Vec::new()),
            _ => (Eval::None, Vec::new()),
        };
        Some(Found { value, evidence, sensitive })
    }

    /// The list `timeline`: what happened when, and whether it stands in its place.
    pub(super) fn timeline(&self, sheet: &mut Sheet) {
        let mut rows: Vec<Row> = Vec::new();
        let mut last: Option<Date> = None;
        for event in &self.assessment.rules().vocabulary().chain().events {
            rows.extend(self.event(event, &mut last));
        }
        sheet.lists.push(("timeline".to_owned(), rows));
    }

    fn event(&self, event: &Event, last: &mut Option<Date>) -> Option<Row> {
        let from = self.find(&event.from).filter(|f| self.may_show(f.sensitive))?;
        let to = event.to.as_deref().and_then(|name| self.find(name));
        if event.optional && from.value == Eval::None {
            return None;
        }
        let (first, end) = (from.day(), to.as_ref().and_then(Found::day));
        let reversed = !event.free && first.is_some_and(|f| last.is_some_and(|l| f < l));
        let gap = first.zip(*last).map(|(f, l)| (f - l).num_days()).filter(|_| !event.free);
        if !event.free {
            *last = end.or(first).or(*last);
        }
        let is_planned = first.is_some_and(|f| f > self.assessment.question().as_of);
        let state = match &from.value {
            Eval::None => self.words.pick("未进行", "none"),
            Eval::Unknown(_) => self.words.pick("未查明", "not known"),
            Eval::Known(_) if reversed => self.words.pick("倒置", "out of order"),
            Eval::Known(_) if is_planned => self.words.pick("拟定", "planned"),
            Eval::Known(_) => self.words.pick("按序", "in order"),
        };
        let mut evidence: Vec<u32> =
            from.evidence.iter().chain(to.iter().flat_map(|t| &t.evidence)).copied().collect();
        evidence.sort_unstable();
        evidence.dedup();
        Some(self.event_row(event, (first, end), state, gap, &evidence))
    }

    fn event_row(
        &self,
        event: &Event,
        (first, end): (Option<Date>, Option<Date>),
        state: String,
        gap: Option<i64>,
        evidence: &[u32],
    ) -> Row {
        let language = self.occasion.language;
        let when = match (first, end) {
            (Some(first), Some(end)) if event.to.is_some() => {
                let (first, end) = (date(first, language), date(end, language));
                self.words.pick(&format!("{first}至{end}"), &format!("{first} to {end}"))
            }
            (Some(first), _) => date(first, language),
            _ => String::new(),
        };
        let text = |name: &str, text: String| {
            (name.to_owned(), known(text, OriginKind::Fact, &event.from))
        };
        let cell = |name: &str, text: String| match text.is_empty() {
            true => (
                name.to_owned(),
                Cell::None {
                    title: self.words.of(&event.title).to_owned(),
                    origin: origin(OriginKind::Fact, &event.from),
                },
            ),
            false => (name.to_owned(), known(text, OriginKind::Fact, &event.from)),
        };
        Row {
            cells: vec![
                text("name", event.name.clone()),
                text("title", self.words.heading(&event.title)),
                cell("date", when),
                text("state", state.clone()),
                cell("gap", gap.map(|g| g.to_string()).unwrap_or_default()),
                cell("evidence", self.words.exhibits(evidence)),
            ],
            conditions: vec![
                ("known".to_owned(), condition(first.is_some())),
                (
                    "reversed".to_owned(),
                    condition(state == self.words.pick("倒置", "out of order")),
                ),
            ],
            ..Row::default()
        }
    }
}
