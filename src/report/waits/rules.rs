//! Values of law and policy that are missing: why, and how one supplies them.

use super::{Ask, Words, day, written_as};
use crate::assess::{Eval, Reason, Wait};
use crate::compile::{Dated, ParameterEntry, ParameterId, RequirementId};
use crate::report::desk::Desk;
use crate::rules::Status;
use crate::value::Date;

/// Returns what is missing of parameters and calendars as questions.
pub(super) fn of_rules(desk: &Desk<'_>, others: &[(&Wait, &[RequirementId])]) -> Vec<Ask> {
    let one = |(wait, waiting): &(&Wait, &[RequirementId])| {
        let waiting = waiting.to_vec();
        let mut form = String::new();
        let (question, place, paste) = match wait {
            Wait::Parameter(id, date, reason) => {
                if let Some(entry) =
                    desk.rules().parameter(*id).filter(|_| *reason == Reason::NotSet)
                {
                    form = written_as(desk.speech(), entry.kind, false);
                }
                of_parameter(desk, *id, *date, *reason)
            }
            Wait::Calendar(year) => {
                let words = Words::Calendar { year: year.to_string() };
                (desk.say(&words.text()), String::new(), Vec::new())
            }
            _ => return None,
        };
        Some(Ask { question, place, form, paste, waiting })
    };
    others.iter().filter_map(one).collect()
}

fn of_parameter(
    desk: &Desk<'_>,
    id: ParameterId,
    date: Option<Date>,
    reason: Reason,
) -> (String, String, Vec<String>) {
    let Some(entry) = desk.rules().parameter(id) else { return Default::default() };
    let title = desk.title(&entry.title, &entry.name);
    let on = date.map_or_else(String::new, |d| day(desk, d));
    match reason {
        Reason::NotSet => {
            let place = format!("policy: versions: set: {}:", entry.name);
            (desk.say(&Words::NotSet { title }.text()), place, Vec::new())
        }
        Reason::NoValue if on.is_empty() => {
            (desk.say(&Words::NoValueAtAll { title }.text()), String::new(), Vec::new())
        }
        Reason::NoValue => {
            (desk.say(&Words::NoValue { title, on }.text()), String::new(), Vec::new())
        }
        Reason::NotPublished => {
            let as_of = day(desk, desk.assessment.question().as_of);
            let words = Words::NotPublished { title, on, as_of };
            (desk.say(&words.text()), String::new(), Vec::new())
        }
        Reason::Unverified => unverified(desk, entry, title, date),
    }
}

/// The value there is, and the lines by which somebody accepts it by name.
fn unverified(
    desk: &Desk<'_>,
    entry: &ParameterEntry,
    title: String,
    date: Option<Date>,
) -> (String, String, Vec<String>) {
    let begun = |row: &&Dated| match (row.from, date) {
        (Some(from), Some(date)) => from <= date,
        _ => true,
    };
    let mut rows = entry.series.iter().flatten().filter(|r| r.status == Status::Unverified);
    let row = rows.rfind(begun);
    let value = row
        .map_or_else(String::new, |r| desk.value(&Eval::Known(r.value.clone()), entry.kind, false));
    let source = row.map_or_else(String::new, |r| {
        let own = if r.citations.is_empty() { &entry.citations } else { &r.citations };
        let mut words = vec![desk.cited(own)];
        words.extend(r.caliber.as_ref().map(|c| desk.say(c)));
        let note = desk.say(&r.note);
        let note = note.trim_end_matches(['。', '.']);
        words.extend(Some(note.to_owned()).filter(|n| !n.is_empty()));
        desk.clauses(&words)
    });
    let from = row.and_then(|r| r.from).map_or_else(String::new, |f| format!("from: {f}, "));
    let paste = vec![
        "accept:".to_owned(),
        format!("  - {{ parameter: {}, {from}by: …, role: …, on: …, reason: … }}", entry.name),
    ];
    (desk.say(&Words::Unverified { title, value, source }.text()), "accept:".to_owned(), paste)
}
