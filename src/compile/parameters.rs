//! Dated values of parameters: typed, in order, without gaps nobody declared.

use super::graph::{Builder, Declared};
use super::rule_set::{Dated, ParameterEntry};
use super::scope::Scope;
use crate::rules::{Parameter, ParameterValue, Series};
use crate::source::Span;
use crate::value::{Date, Value};
use crate::vocabulary::load::{not_of_type, unknown_name};
use crate::vocabulary::values::parse;
use crate::vocabulary::{ChoiceId, Type, refused};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

impl<'a> Builder<'a> {
    pub(super) fn parameters(
        &mut self,
        all: &[Vec<Declared<'a, Parameter>>],
    ) -> Vec<ParameterEntry> {
        let mut entries = Vec::new();
        for (index, layers) in all.iter().enumerate() {
            let shape = self.shapes.get(index).copied().flatten();
            if let (Some(first), Some(shape)) = (layers.first(), shape) {
                entries.extend(self.parameter(first, layers, shape.kind, shape.by));
            }
        }
        entries
    }

    fn parameter(
        &mut self,
        first: &Declared<'a, Parameter>,
        layers: &[Declared<'a, Parameter>],
        kind: Type,
        by: Option<ChoiceId>,
    ) -> Option<ParameterEntry> {
        let p = first.declaration;
        if p.title == Localized::default() {
            self.no_title(&p.name, p.span);
        }
        let nearest = layers.iter().rev().find(|d| !d.declaration.series.is_empty());
        let has_values = nearest.is_some();
        if !has_values && p.supplier.is_none() {
            let message = Message::NoValue { name: p.name.clone() };
            self.report(message.text(), message.code(), p.span);
        }
        let each_cites = nearest.is_some_and(|d| {
            d.declaration.series.iter().flat_map(|s| &s.values).all(|v| !v.citations.is_empty())
        });
        let needed = (has_values && !each_cites).then_some((p.name.as_str(), p.span));
        let written: Vec<(String, Span)> =
            layers.iter().flat_map(|d| d.declaration.citations.iter().cloned()).collect();
        let citations = self.citations(&written, needed);
        let series = nearest.map_or_else(|| Some(Vec::new()), |d| self.series(d, kind, by))?;
        let selected_by = match layers.iter().rev().find_map(|d| d.declaration.selected_by.as_ref())
        {
            None => None,
            Some(e) => {
                let checked = self.check(e, &Scope::default(), Some(Type::Date))?;
                self.need(&checked, Type::Date, e.span())?;
                self.need_present(&checked, e)?;
                Some(checked.typed)
            }
        };
        let readings = p
            .readings
            .iter()
            .filter_map(|(name, text)| match kind {
                Type::Choice(id) => {
                    Some((self.vocabulary().choice(id)?.member_named(name)?, text.clone()))
                }
                _ => None,
            })
            .collect();
        Some(ParameterEntry {
            name: p.name.clone(),
            span: p.span,
            title: p.title.clone(),
            kind,
            better: p.better,
            supplier: p.supplier,
            by,
            selected_by,
            citations,
            series,
            settings: Vec::new(),
            lawyer_review: layers.iter().any(|d| d.declaration.lawyer_review),
            readings,
            layer: nearest.map_or(first.layer, |d| d.layer).to_owned(),
        })
    }

    fn series(
        &mut self,
        declared: &Declared<'a, Parameter>,
        kind: Type,
        by: Option<ChoiceId>,
    ) -> Option<Vec<Vec<Dated>>> {
        let p = declared.declaration;
        let count = by.and_then(|id| self.vocabulary().choice(id)).map_or(1, |c| c.members().len());
        let mut all = vec![Vec::new(); count];
        for series in &p.series {
            let at = self.member(series, by, p.span)?;
            let values = self.dated(&p.name, &series.values, kind, declared.layer)?;
            if let Some(slot) = all.get_mut(at) {
                *slot = values;
            }
        }
        Some(all)
    }

    fn member(&mut self, series: &Series, by: Option<ChoiceId>, span: Span) -> Option<usize> {
        let (Some(by), Some((name, at))) = (by, &series.member) else {
            if by.is_some() != series.member.is_some() {
                let wanted = Localized::new("按选项分列的取值", "values by member");
                self.diagnostics.push(not_of_type("values", &wanted, span));
                return None;
            }
            return Some(0);
        };
        let choice = self.vocabulary().choice(by)?;
        let found = choice.member_named(name);
        if found.is_none() {
            let known: Vec<&str> = choice.members().iter().map(|m| m.name()).collect();
            let what = Localized::new("选项成员", "member");
            let diagnostic = unknown_name(&what, name, *at, known);
            self.diagnostics.push(diagnostic);
        }
        usize::try_from(found?).ok()
    }

    fn dated(
        &mut self,
        name: &str,
        rows: &[ParameterValue],
        kind: Type,
        layer: &str,
    ) -> Option<Vec<Dated>> {
        let mut values = Vec::new();
        for row in rows {
            let value = self.literal_value(name, &row.value, kind)?;
            let citations = self.citations(&row.citations, None);
            values.push(Dated {
                from: row.from,
                to: row.to,
                until_next: false,
                value,
                published_on: row.published_on,
                status: row.status,
                caliber: row.caliber.clone(),
                carry: row.carry,
                citations,
                note: row.note.clone(),
                span: row.span,
                value_span: row.value.1,
                layer: layer.to_owned(),
            });
        }
        values.sort_by_key(|v| v.from);
        self.close(name, &mut values);
        Some(values)
    }

    /// Makes the end of each value explicit and reports overlaps.
    fn close(&mut self, name: &str, values: &mut [Dated]) {
        let starts: Vec<Option<Date>> = values.iter().skip(1).map(|v| v.from).collect();
        let mut overlaps = Vec::new();
        for (value, next) in values.iter_mut().zip(&starts) {
            let day_before = next.and_then(|d| d.pred_opt());
            match (value.to, day_before) {
                (None, before) if !value.carry => (value.to, value.until_next) = (before, true),
                (Some(to), Some(before)) if to > before => overlaps.push(value.span),
                _ => {}
            }
        }
        for value in values.iter() {
            let ends_first = value.to.is_some_and(|to| value.from.is_some_and(|from| to < from));
            if ends_first && !value.until_next {
                let message = Message::EndsFirst { name: name.to_owned() };
                self.report(message.text(), message.code(), value.span);
            }
        }
        for pair in values.windows(2) {
            if let [a, b] = pair
                && a.from == b.from
            {
                overlaps.push(b.span);
            }
        }
        for span in overlaps {
            let message = Message::OverlappingValues { name: name.to_owned() };
            self.report(message.text(), message.code(), span);
        }
    }

    /// Reads a literal of a parameter's type.
    pub(super) fn literal_value(
        &mut self,
        name: &str,
        written: &(String, Span),
        kind: Type,
    ) -> Option<Value> {
        match parse(&written.0, kind, self.vocabulary()) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = (written.0.as_str(), written.1);
                let diagnostic = refused(error, name, at, kind, self.vocabulary());
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }
}
