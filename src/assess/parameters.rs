//! Reads parameters: the policy's value, or the law's row for the date that selects it.

use super::arithmetic::better;
use super::derivation::{Reading, Recorder, What};
use super::evaluate::Evaluator;
use super::state::Eval;
use super::waits::{Reason, Wait};
use crate::compile::{Dated, ParameterEntry, ParameterId, SettingValue};
use crate::rules::{Better, Status, Supplier};
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
                let mut all: Vec<Eval> =
                    (0..count).map(|m| self.member_value(id, entry, m, at.clone())).collect();
                all.extend(unknown.may_be_none().then_some(Eval::None));
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
        let (value, reading) = match self.policy_value(id, entry, member, at.as_ref()) {
            Some(found) => found,
            None => self.law_value(id, entry, member, at),
        };
        self.recorder.leaf(|| What::Parameter(id, member, reading), &value);
        value
    }

    /// The value the policy sets: of the version the case names, or with `at` of the one then in force.
    fn policy_value(
        &mut self,
        id: ParameterId,
        entry: &'a ParameterEntry,
        member: usize,
        at: Option<&Eval>,
    ) -> Option<(Eval, Option<Reading>)> {
        if !entry.settings.iter().any(|s| s.member == member) {
            return None;
        }
        let date = match (at, self.version) {
            (Some(at), _) => at.clone(),
            (None, Some(version)) => return self.named_version(id, entry, member, version),
            (None, None) => {
                self.selecting_date(None).unwrap_or(Eval::Known(Value::Date(self.as_of)))
            }
        };
        match as_date(&date) {
            Some(date) => set_in(entry, member, self.in_force(date)),
            None if date == Eval::None => None,
            None => Some((self.in_any_version(id, entry, member, &date), None)),
        }
    }

    /// The value of the version the case names; after that version's time it is no worse than the law.
    fn named_version(
        &mut self,
        id: ParameterId,
        entry: &'a ParameterEntry,
        member: usize,
        version: Date,
    ) -> Option<(Eval, Option<Reading>)> {
        let (ours, reading) = set_in(entry, member, Some(version))?;
        let is_last = self.rules.policy_versions().last() == Some(&version);
        let has_law = entry.series.get(member).is_some_and(|rows| !rows.is_empty());
        if is_last || !has_law || !matches!(entry.better, Better::Higher | Better::Lower) {
            return Some((ours, reading));
        }
        let (law, of_law) = self.law_value(id, entry, member, None);
        let lacks_row = law.waits().iter().any(|w| matches!(w, Wait::Parameter(..)));
        if lacks_row {
            return Some((ours, reading));
        }
        let value = better(&ours, &law, entry.better == Better::Lower);
        let reading = if value == ours { reading } else { of_law };
        Some((value, reading))
    }

    /// An unknown date is settled if every version has the same value, and the law before them.
    fn in_any_version(
        &mut self,
        id: ParameterId,
        entry: &'a ParameterEntry,
        member: usize,
        date: &Eval,
    ) -> Eval {
        let law = self.law_value(id, entry, member, Some(date.clone())).0;
        let versions = self.rules.policy_versions().iter();
        let of_version = |v: &Date| set_in(entry, member, Some(*v)).map(|(value, _)| value);
        let mut values: Vec<Eval> =
            versions.map(|v| of_version(v).unwrap_or_else(|| law.clone())).collect();
        let is_silent = entry.series.get(member).is_none_or(Vec::is_empty);
        if !is_silent {
            values.push(law);
        }
        values.extend(date.may_be_none().then_some(Eval::None));
        Eval::one_of(date, &values)
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
            if self.is_visible(only) {
                return self.row(id, entry, rows, 0, None);
            }
            let hidden = Wait::Parameter(id, None, Reason::NotPublished);
            return (Eval::waiting(hidden, false), None);
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

    /// Whether a row was known on the date of knowledge; one that does not say when it was published, from its first day.
    fn is_visible(&self, row: &Dated) -> bool {
        row.published_on.or(row.from).is_none_or(|known| known <= self.as_of)
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
            Some(row) if row.goes_on() || row.to.is_none_or(|to| date <= to) => {
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
            .any(|a| a.on <= self.as_of && a.names(&entry.name, &row.layer, row.from))
    }

    /// Settled if every row the date could reach has the same value and there is no gap between them.
    fn on_unknown_date(&self, entry: &ParameterEntry, rows: &[Dated], date: &Eval) -> Eval {
        if date == &Eval::None {
            return Eval::None;
        }
        let visible: Vec<&Dated> = rows.iter().filter(|r| self.is_visible(r)).collect();
        let usable =
            visible.iter().all(|r| r.status == Status::Official || self.is_accepted(entry, r));
        let mut values: Vec<Eval> = visible.iter().map(|r| Eval::Known(r.value.clone())).collect();
        values.extend(date.may_be_none().then_some(Eval::None));
        if usable && !visible.is_empty() && is_whole(&visible) {
            return Eval::one_of(date, &values);
        }
        Eval::waiting_for([date]).perhaps_none(date.may_be_none())
    }
}

/// The value one version of the policy sets.
fn set_in(
    entry: &ParameterEntry,
    member: usize,
    version: Option<Date>,
) -> Option<(Eval, Option<Reading>)> {
    let is_set =
        |s: &SettingValue| s.member == member && (s.version.is_none() || s.version == version);
    let at = entry.settings.iter().rposition(is_set)?;
    let value = entry.settings.get(at)?.value.clone();
    Some((Eval::Known(value), Some(Reading::Policy(at))))
}

/// Whether rows follow each other without a gap and the last one has no end.
fn is_whole(rows: &[&Dated]) -> bool {
    let follows = |row: &Dated, next: &Dated| {
        row.goes_on() || row.to.and_then(|to| to.succ_opt()) >= next.from
    };
    let joined = rows.windows(2).all(|pair| match pair {
        [row, next] => follows(row, next),
        _ => true,
    });
    joined && rows.last().is_some_and(|last| last.goes_on() || last.to.is_none())
}

/// A month selects by its first day.
fn as_date(value: &Eval) -> Option<Date> {
    match value {
        Eval::Known(Value::Date(date)) => Some(*date),
        Eval::Known(Value::Month(month)) => month.first_day(),
        _ => None,
    }
}
