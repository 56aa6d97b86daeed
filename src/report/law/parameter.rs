//! A parameter: what a company may change, and its values by date.

use crate::compile::{Dated, ParameterEntry};
use crate::report::page::{Ink, Page};
use crate::report::phrases::Phrases;
use crate::report::speech::Speech;
use crate::report::values;
use crate::rules::{Better, Status, Supplier};
use crate::value::Value;
use crate::vocabulary::Type;
use crate::wording::catalogue::explaining::ExplainWords;
use crate::wording::catalogue::explaining::LawWords as Words;

/// Writes what a parameter is and all its values, without its title.
pub(in crate::report) fn parameter(page: &mut Page, speech: Speech<'_>, entry: &ParameterEntry) {
    let say = |words: &Words| speech.say(&words.text());
    let mut pair = |label: String, text: String| {
        if !text.is_empty() {
            page.pair(2, &label, speech.column(), &text);
        }
    };
    pair(speech.say(&ExplainWords::Article.text()), speech.cited(&entry.citations));
    let direction = match entry.better {
        Better::Higher => Words::MayRaise,
        Better::Lower => Words::MayLower,
        Better::Fixed => Words::Fixed,
        Better::Free => Words::Free,
    };
    pair(say(&Words::Direction), say(&direction));
    let supplier = entry.supplier.map(|s| match s {
        Supplier::Policy => say(&Words::ByPolicy),
        Supplier::Region => say(&Words::ByRegion),
    });
    pair(say(&Words::Supplier), supplier.unwrap_or_default());
    let selected = entry.selected_by.as_ref().map(|t| Phrases::titles(speech).phrase(t));
    pair(say(&Words::SelectedBy), selected.unwrap_or_default());
    if entry.lawyer_review {
        let review = speech.say(&ExplainWords::LawyerReview.text());
        pair(speech.say(&ExplainWords::Kind.text()), review);
    }
    page.heading(&say(&Words::Values));
    if entry.series.iter().all(Vec::is_empty) && entry.settings.is_empty() {
        page.block(2, "", &say(&Words::NoValues), Ink::Plain);
    }
    series(page, speech, entry);
    settings(page, speech, entry);
    readings(page, speech, entry);
}

fn series(page: &mut Page, speech: Speech<'_>, entry: &ParameterEntry) {
    let choice = entry.by.and_then(|id| speech.vocabulary().choice(id));
    for (at, rows) in entry.series.iter().enumerate() {
        let member = choice.and_then(|c| c.members().get(at));
        if let Some(member) = member.filter(|_| !rows.is_empty()) {
            page.block(2, "", &speech.title(member.title(), member.name()), Ink::Strong);
        }
        rows.iter().for_each(|row| dated(page, speech, entry, row));
    }
}

fn dated(page: &mut Page, speech: Speech<'_>, entry: &ParameterEntry, row: &Dated) {
    let say = |words: &Words| speech.say(&words.text());
    let known = |v: &Value, kind| values::known(v, kind, speech.vocabulary(), speech.language);
    let value = known(&row.value, entry.kind);
    let period = match (row.from, row.to) {
        (Some(from), Some(to)) => Words::FromTo { from: from.to_string(), to: to.to_string() },
        (Some(from), None) => Words::From { from: from.to_string() },
        _ => Words::Always,
    };
    let mut remarks = Vec::new();
    if row.status == Status::Unverified {
        remarks.push(say(&Words::Unverified));
    }
    if row.carry {
        remarks.push(say(&Words::Carries));
    }
    if let Some(on) = row.published_on {
        let on = known(&Value::Date(on), Type::Date);
        remarks.push(say(&Words::Published { on }));
    }
    remarks.extend(row.caliber.as_ref().map(|c| speech.say(c)));
    remarks.extend(Some(speech.cited(&row.citations)).filter(|c| !c.is_empty()));
    remarks.extend(Some(speech.say(&row.note)).filter(|n| !n.is_empty()));
    let text = format!("{value}{}", speech.aside(&speech.clauses(&remarks)));
    page.pair(2, &say(&period), 26, &text);
}

fn settings(page: &mut Page, speech: Speech<'_>, entry: &ParameterEntry) {
    for setting in &entry.settings {
        let value = values::known(&setting.value, entry.kind, speech.vocabulary(), speech.language);
        let version = match setting.version {
            Some(version) => version.to_string(),
            None => speech.say(&Words::EveryVersion.text()),
        };
        let words = Words::PolicyValue { value, version };
        page.block(2, "", &speech.say(&words.text()), Ink::Plain);
    }
}

fn readings(page: &mut Page, speech: Speech<'_>, entry: &ParameterEntry) {
    let Type::Choice(id) = entry.kind else { return };
    for (member, who) in &entry.readings {
        let choice = speech.vocabulary().choice(id);
        let member = choice.and_then(|c| c.members().get(*member as usize));
        let member = member.map_or_else(String::new, |m| speech.title(m.title(), m.name()));
        let words = Words::Reading { member, who: speech.say(who) };
        page.block(2, "· ", &speech.say(&words.text()), Ink::Plain);
    }
}
