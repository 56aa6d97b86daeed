//! The events of a case in time, and names that lead into the row a fact names.

use super::{Maker, condition, known, origin};
use crate::assess::{Eval, StepId, What};
use crate::case::Stated;
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

/// The days gone through so far.
#[derive(Default)]
struct Order {
    /// The latest day known.
    last: Option<Date>,
    /// Whether a period began of which the end is not known.
    is_open: bool,
}

/// Where an event stands among those before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    InOrder,
    Reversed,
    /// The end of a period before it is not known.
    Open,
    /// It has no place in the order.
    Free,
}

impl Order {
    /// Takes the next event: it must not begin before the latest day of all before it.
    fn place(&mut self, first: Option<Date>, end: Option<Date>, is_period: bool) -> Place {
        let place = match (first, self.last) {
            (Some(first), Some(last)) if first < last => Place::Reversed,
            _ if self.is_open => Place::Open,
            _ => Place::InOrder,
        };
        self.last = [self.last, first, end].into_iter().flatten().max();
        self.is_open |= is_period && first.is_some() && end.is_none();
        place
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
                let (value, step) = self.assessment.value(id)?;
                let evidence = self.evidence_of(value, step);
                Some(Found { value: value.clone(), evidence, sensitive })
            }
            _ => self.find_in_row(name),
        }
    }

    /// The exhibits of what a definition took its value from: the facts and cells that say the same.
    fn evidence_of(&self, value: &Eval, step: StepId) -> Vec<u32> {
        let mut evidence = Vec::new();
        for id in self.assessment.stated_below(step) {
            let read = self.assessment.step(id).filter(|s| s.value == *value);
            let stated = read.and_then(|s| self.stated_of(&s.what));
            evidence.extend(stated.map_or(&[][..], |s| s.evidence()));
        }
        evidence
    }

    /// What the case states of a fact or cell.
    pub(super) fn stated_of(&self, what: &What) -> Option<&Stated> {
        let case = self.assessment.case();
        match what {
            What::Fact(id) => case.fact(*id),
            What::Cell(list, row, field) => case.rows(*list)?.row(*row)?.cell(*field),
            _ => None,
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
    ///
    /// An event whose place in the order is free stands where its day puts it.
    pub(super) fn timeline(&self, sheet: &mut Sheet) {
        let mut bound: Vec<(Option<Date>, Row)> = Vec::new();
        let mut free: Vec<(Option<Date>, Row)> = Vec::new();
        let mut order = Order::default();
        for event in &self.assessment.rules().vocabulary().chain().events {
            let Some(placed) = self.event(event, &mut order) else { continue };
            match event.free && placed.0.is_some() {
                true => free.push(placed),
                false => bound.push(placed),
            }
        }
        for (day, row) in free {
            let is_later = |(other, _): &(Option<Date>, Row)| other.is_some_and(|o| Some(o) > day);
            let at = bound.iter().position(is_later).unwrap_or(bound.len());
            bound.insert(at, (day, row));
        }
        let rows = bound.into_iter().map(|(_, row)| row).collect();
        sheet.lists.push(("timeline".to_owned(), rows));
    }

    fn event(&self, event: &Event, order: &mut Order) -> Option<(Option<Date>, Row)> {
        let from = self.find(&event.from).filter(|f| self.may_show(f.sensitive))?;
        let to = event.to.as_deref().and_then(|name| self.find(name));
        if event.optional && from.value == Eval::None {
            return None;
        }
        let (first, end) = (from.day(), to.as_ref().and_then(Found::day));
        let gap = first.zip(order.last).map(|(f, l)| (f - l).num_days()).filter(|_| !event.free);
        let is_planned = first.is_some_and(|f| f > self.assessment.question().as_of);
        let place = match event.free {
            true => Place::Free,
            false => order.place(first, end, to.is_some()),
        };
        let state = match (&from.value, place) {
            (Eval::None, _) => self.words.pick("未进行", "none"),
            (Eval::Unknown(_), _) => self.words.pick("未查明", "not known"),
            (Eval::Known(_), Place::Reversed) => self.words.pick("倒置", "out of order"),
            (Eval::Known(_), _) if is_planned => self.words.pick("拟定", "planned"),
            (Eval::Known(_), Place::Free) => self.words.pick("已完成", "done"),
            (Eval::Known(_), Place::Open) => self.words.pick("次序待查", "order not known"),
            (Eval::Known(_), Place::InOrder) => self.words.pick("按序", "in order"),
        };
        let mut evidence: Vec<u32> =
            from.evidence.iter().chain(to.iter().flat_map(|t| &t.evidence)).copied().collect();
        evidence.sort_unstable();
        evidence.dedup();
        let mut row = self.event_row(event, (first, end), state, gap, &evidence);
        row.conditions.push(("reversed".to_owned(), condition(place == Place::Reversed)));
        Some((first, row))
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
                text("state", state),
                cell("gap", gap.map(|g| g.to_string()).unwrap_or_default()),
                cell("evidence", self.words.exhibits(evidence)),
            ],
            conditions: vec![("known".to_owned(), condition(first.is_some()))],
            ..Row::default()
        }
    }
}
