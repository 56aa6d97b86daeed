//! Reads parameters: the policy's value, or the law's row for the date that selects it.

use super::derivation::{Reading, Recorder, What};
use super::evaluate::Evaluator;
use super::state::{Eval, Reason, Wait};
use crate::compile::{Dated, ParameterEntry, ParameterId};
use crate::rules::{Status, Supplier};
use crate::value::{Date, Value};

impl<'a, R: Recorder> Evaluator<'a, R> {
    /// Returns the value of a parameter for a member, at a date other than the selecting one if `at` is given.
    pub(super) fn parameter(
        &mut self,
        id: ParameterId,
        member: Option<&Eval>,
        at: Option<Eval>,
    ) -> Eval {
        if let Some(given) = self.overrides.parameters.get(&id) {
            let given = given.clone();
            self.recorder.leaf(|| What::Parameter(id, 0, Some(Reading::Given)), &given);
            return given;
        }
        let rules = self.rules;
        let Some(entry) = rules.parameter(id) else { return Eval::None };
        match member {
            None => self.member_value(id, entry, 0, at),
            Some(Eval::Known(Value::Choice(m))) => {
                self.member_value(id, entry, usize::try_from(*m).unwrap_or(usize::MAX), at)
            }
            Some(Eval::None) => Eval::None,
            Some(unknown) => {
                let count = entry.series.len().max(1);
                let all: Vec<Eval> =
                    (0..count).map(|m| self.member_value(id, entry, m, at.clone())).collect();
                Eval::one_of(unknown, &all)
            }
        }
    }

    fn member_value(
        &mut self,
        id: ParameterId,
        entry: &'a ParameterEntry,
        member: usize,
        at: Option<Eval>,
    ) -> Eval {
        let (value, reading) = match self.policy_value(entry, member, at.as_ref()) {
            Some(found) => found,
            None => self.law_value(id, entry, member, at),
        };
        self.recorder.leaf(|| What::Parameter(id, member, reading), &value);
        value
    }

    /// The value the policy sets: of the version the case names, or with `at` of the one then in force.
    fn policy_value(
        &mut self,
        entry: &'a ParameterEntry,
        member: usize,
        at: Option<&Eval>,
    ) -> Option<(Eval, Option<Reading>)> {
        let set: Vec<usize> = (0..entry.settings.len())
            .filter(|i| entry.settings.get(*i).is_some_and(|s| s.member == member))
            .collect();
        if set.is_empty() {
            return None;
        }
        let wanted = match (at, self.version) {
            (None, Some(version)) => Some(version),
            (None, None) => match self.selecting_date(None) {
                Some(Eval::Known(Value::Date(date))) => self.in_force(date),
                _ => self.in_force(self.as_of),
            },
            (Some(at), _) => match as_date(at) {
                Some(date) => self.in_force(date),
                None if at == &Eval::None => None,
                None => return Some(self.any_version(entry, &set, at)),
            },
        };
        let found = set.into_iter().rev().find(|i| {
            entry.settings.get(*i).is_some_and(|s| s.version.is_none() || s.version == wanted)
        })?;
        let value = entry.settings.get(found)?.value.clone();
        Some((Eval::Known(value), Some(Reading::Policy(found))))
    }

    /// An unknown date is settled if every version sets the same value.
    fn any_version(
        &self,
        entry: &ParameterEntry,
        set: &[usize],
        at: &Eval,
    ) -> (Eval, Option<Reading>) {
        let values: Vec<Eval> = set
            .iter()
            .filter_map(|i| entry.settings.get(*i))
            .map(|s| Eval::Known(s.value.clone()))
            .collect();
        let in_all = values.len() == self.rules.policy_versions().len();
        if in_all { (Eval::one_of(at, &values), None) } else { (Eval::waiting_for([at]), None) }
    }

    fn in_force(&self, date: Date) -> Option<Date> {
        self.rules.policy_versions().iter().rev().find(|v| **v <= date).copied()
    }

    fn law_value(
        &mut self,
        id: ParameterId,
        entry: &'a ParameterEntry,
        member: usize,
        at: Option<Eval>,
    ) -> (Eval, Option<Reading>) {
        let rows = entry.series.get(member).map_or(&[][..], Vec::as_slice);
        if rows.is_empty() {
            let reason = match entry.supplier {
                Some(Supplier::Policy) => Reason::NotSet,
                _ => Reason::NoValue,
            };
            return (Eval::waiting(Wait::Parameter(id, None, reason), false), None);
        }
        if let [only] = rows
            && only.from.is_none()
            && only.to.is_none()
        {
            return self.row(id, entry, rows, 0, None);
        }
        let date = match at {
            Some(at) => at,
            None => match self.selecting_date(entry.selected_by.as_ref()) {
                Some(date) => date,
                None => Eval::Known(Value::Date(self.as_of)),
            },
        };
        match as_date(&date) {
            Some(date) => self.on_date(id, entry, rows, date),
            None => (self.on_unknown_date(entry, rows, &date), None),
        }
    }

    fn is_visible(&self, row: &Dated) -> bool {
        row.published_on.is_none_or(|published| published <= self.as_of)
    }

    /// The last visible row that has begun, if the date lies inside it or it carries on.
    fn on_date(
        &self,
        id: ParameterId,
        entry: &ParameterEntry,
        rows: &[Dated],
        date: Date,
    ) -> (Eval, Option<Reading>) {
        let begun = |row: &Dated| row.from.is_none_or(|from| from <= date);
        let found = rows.iter().rposition(|r| begun(r) && self.is_visible(r));
        let waiting =
            |reason| (Eval::waiting(Wait::Parameter(id, Some(date), reason), false), None);
        let Some(position) = found else {
            let hidden = rows.iter().any(begun);
            return waiting(if hidden { Reason::NotPublished } else { Reason::NoValue });
        };
        match rows.get(position) {
            Some(row) if row.carry || row.to.is_none_or(|to| date <= to) => {
                self.row(id, entry, rows, position, Some(date))
            }
            _ => waiting(Reason::NoValue),
        }
    }

    fn row(
        &self,
        id: ParameterId,
        entry: &ParameterEntry,
        rows: &[Dated],
        position: usize,
        date: Option<Date>,
    ) -> (Eval, Option<Reading>) {
        match rows.get(position) {
            Some(row) if row.status == Status::Official || self.is_accepted(entry, row) => {
                (Eval::Known(row.value.clone()), Some(Reading::Law(position, date)))
            }
            _ => (Eval::waiting(Wait::Parameter(id, date, Reason::Unverified), false), None),
        }
    }

    fn is_accepted(&self, entry: &ParameterEntry, row: &Dated) -> bool {
        self.case
            .acceptances()
            .iter()
            .any(|a| a.parameter == entry.name && (a.from.is_none() || a.from == row.from))
    }

    /// Settled if every row the date could reach has the same value.
    fn on_unknown_date(&self, entry: &ParameterEntry, rows: &[Dated], date: &Eval) -> Eval {
        let visible: Vec<&Dated> = rows.iter().filter(|r| self.is_visible(r)).collect();
        let usable =
            visible.iter().all(|r| r.status == Status::Official || self.is_accepted(entry, r));
        let values: Vec<Eval> = visible.iter().map(|r| Eval::Known(r.value.clone())).collect();
        if usable && !values.is_empty() && date != &Eval::None {
            Eval::one_of(date, &values)
        } else if date == &Eval::None {
            Eval::None
        } else {
            Eval::waiting_for([date])
        }
    }
}

/// A month selects by its first day.
fn as_date(value: &Eval) -> Option<Date> {
    match value {
        Eval::Known(Value::Date(date)) => Some(*date),
        Eval::Known(Value::Month(month)) => month.first_day(),
        _ => None,
    }
}
