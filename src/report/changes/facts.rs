//! Facts of a policy that differ: how a version was made, and what it says of itself.

use std::collections::BTreeSet;

use super::{Records, Side, Sides, line};
use crate::case::{CaseFile, Cell};
use crate::report::speech::Speech;
use crate::report::values;
use crate::value::Date;
use crate::vocabulary::{Fact, FactId};
use crate::wording::catalogue::explaining::ChangeWords as Words;
use crate::wording::catalogue::reporting::ValueWords;

/// Returns the title of each fact that differs, with a line for each day from which it does.
pub(super) fn changed(sides: Sides<'_>, records: Records<'_>) -> Vec<(String, Vec<String>)> {
    let all = records.before.iter().chain(records.after);
    let days: BTreeSet<Date> = all.map(|(day, _)| *day).collect();
    let facts = sides.after.0.vocabulary().facts();
    let mut found = Vec::new();
    for (at, fact) in facts.iter().enumerate() {
        let id = FactId::at(at);
        let mut lines = Vec::new();
        let mut last = None;
        for day in &days {
            let pair = (
                stated(sides, sides.before, records.before, (id, fact), *day),
                stated(sides, sides.after, records.after, (id, fact), *day),
            );
            // Where nothing changes on a later day, the earlier line says it.
            if pair.0 != pair.1 && last.as_ref() != Some(&pair) {
                lines.push(line(sides, "", *day, &pair));
            }
            last = Some(pair);
        }
        if !lines.is_empty() {
            let speech = Speech { rules: sides.after.0, language: sides.language };
            found.push((format!("{}  {}", fact.name(), speech.title(fact.title(), "")), lines));
        }
    }
    found
}

/// What the version in force on a day states, with the version that states it.
fn stated(
    sides: Sides<'_>,
    (rules, _): Side<'_>,
    versions: &[(Date, CaseFile)],
    (id, fact): (FactId, &Fact),
    day: Date,
) -> String {
    let say = |words: Words| words.text().get(sides.language).to_owned();
    let in_force = versions.iter().rfind(|(from, _)| *from <= day);
    let cell = in_force.and_then(|(from, record)| Some((from, record.fact(id)?.cell())));
    let value = match cell {
        Some((_, Cell::Known(value))) => {
            values::known(value, fact.kind(), rules.vocabulary(), sides.language)
        }
        Some((_, Cell::None)) => ValueWords::None.text().get(sides.language).to_owned(),
        Some((_, Cell::Unknown)) | None => return say(Words::Unset),
    };
    let name = rules.policy().map_or("", |(name, _)| name);
    let from = cell.map_or_else(String::new, |(from, _)| format!("@{from}"));
    say(Words::Given { value, layer: format!("{name}{from}") })
}
