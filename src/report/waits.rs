//! What a finding waits for in words: the question to ask, and where the answer is written.

mod rules;

use std::collections::BTreeMap;

use crate::assess::{Eval, Wait};
use crate::compile::RequirementId;
use crate::value::{Date, Value};
use crate::vocabulary::{FactId, FieldId, List, ListId, Type};
use crate::wording::catalogue::reporting::QuestionWords as Words;

use super::desk::Desk;
use super::speech::Speech;

/// A question, where its answer is written, and which requirements wait for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The question, or why there is no value.
    pub question: String,
    /// Where the answer is written, such as `facts: union.exists:`; empty if not in the case file.
    pub place: String,
    /// What may be written there, such as `yes | no`.
    pub form: String,
    /// Lines to paste into the case file, if that is how it is answered.
    pub paste: Vec<String>,
    /// Requirements waiting for it.
    pub waiting: Vec<RequirementId>,
}

/// Questions one asks together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskGroup {
    /// What they are about.
    pub title: String,
    /// The questions in the order of asking.
    pub asks: Vec<Ask>,
}

/// Everything about one list that is waited for.
#[derive(Default)]
struct OfList<'w> {
    whole: bool,
    rows: Vec<&'w str>,
    cells: BTreeMap<u32, Vec<FieldId>>,
    waiting: Vec<RequirementId>,
}

/// Returns what is waited for as questions, grouped as a person would ask them.
pub(super) fn groups(
    desk: &Desk<'_>,
    missing: &BTreeMap<Wait, Vec<RequirementId>>,
) -> Vec<AskGroup> {
    let (facts, lists, others) = sorted(missing);
    let vocabulary = desk.vocabulary();
    let mut groups = Vec::new();
    let (mut asked_facts, mut asked_lists) = (Vec::new(), Vec::new());
    for group in vocabulary.questions() {
        let mut asks = Vec::new();
        for id in group.facts() {
            if let Some(waiting) = facts.get(id).filter(|_| !asked_facts.contains(id)) {
                asked_facts.push(*id);
                asks.push(of_fact(desk, *id, waiting));
            }
        }
        for id in group.lists() {
            if let Some(open) = lists.get(id).filter(|_| !asked_lists.contains(id)) {
                asked_lists.push(*id);
                asks.extend(of_list(desk, *id, open));
            }
        }
        groups.push(AskGroup { title: desk.title(group.title(), group.name()), asks });
    }
    let rest_facts = facts.iter().filter(|(id, _)| !asked_facts.contains(id));
    let rest_lists = lists.iter().filter(|(id, _)| !asked_lists.contains(id));
    let asks = rest_facts
        .map(|(id, waiting)| of_fact(desk, *id, waiting))
        .chain(rest_lists.flat_map(|(id, open)| of_list(desk, *id, open)))
        .collect();
    groups.push(AskGroup { title: desk.say(&Words::Others.text()), asks });
    groups.push(AskGroup {
        title: desk.say(&Words::Values.text()),
        asks: rules::of_rules(desk, &others),
    });
    groups.retain(|g| !g.asks.is_empty());
    groups
}

type Waiting<'w> = (
    BTreeMap<FactId, &'w [RequirementId]>,
    BTreeMap<ListId, OfList<'w>>,
    Vec<(&'w Wait, &'w [RequirementId])>,
);

fn sorted(missing: &BTreeMap<Wait, Vec<RequirementId>>) -> Waiting<'_> {
    let mut facts = BTreeMap::new();
    let mut lists: BTreeMap<ListId, OfList<'_>> = BTreeMap::new();
    let mut others = Vec::new();
    for (wait, waiting) in missing {
        let list = match wait {
            Wait::Fact(id) => {
                facts.insert(*id, waiting.as_slice());
                continue;
            }
            Wait::List(id) | Wait::Row(id, _) | Wait::Cell(id, ..) => lists.entry(*id).or_default(),
            Wait::Parameter(..) | Wait::Calendar(_) => {
                others.push((wait, waiting.as_slice()));
                continue;
            }
        };
        match wait {
            Wait::Row(_, name) => list.rows.push(name),
            Wait::Cell(_, row, field) => list.cells.entry(*row).or_default().push(*field),
            _ => list.whole = true,
        }
        let new: Vec<_> = waiting.iter().filter(|w| !list.waiting.contains(w)).copied().collect();
        list.waiting.extend(new);
    }
    (facts, lists, others)
}

fn of_fact(desk: &Desk<'_>, id: FactId, waiting: &[RequirementId]) -> Ask {
    let fact = desk.vocabulary().fact(id);
    let name = fact.map_or("", |f| f.name());
    let question = fact.map_or_else(String::new, |f| match f.question().get(desk.language) {
        "" => desk.title(f.title(), f.name()),
        question => question.to_owned(),
    });
    let form = fact.map_or_else(String::new, |f| form(desk, f.kind(), f.is_optional()));
    let waiting = waiting.to_vec();
    Ask { question, place: format!("facts: {name}:"), form, paste: Vec::new(), waiting }
}

fn of_list(desk: &Desk<'_>, id: ListId, open: &OfList<'_>) -> Vec<Ask> {
    let Some(list) = desk.vocabulary().list(id) else { return Vec::new() };
    let title = desk.title(list.title(), list.name());
    let mut asks = Vec::new();
    let mut ask = |question: String, place: String, form: String| {
        let (waiting, paste) = (open.waiting.clone(), Vec::new());
        asks.push(Ask { question, place, form, paste, waiting });
    };
    if open.whole {
        let given = desk.case().rows(id).is_some_and(|r| r.is_given());
        let question = match list.question().get(desk.language) {
            _ if given => desk.say(&Words::MoreRows { list: title.clone() }.text()),
            "" => title.clone(),
            question => question.to_owned(),
        };
        ask(question, format!("lists: {}:", list.name()), fields(list));
    }
    if !open.rows.is_empty() {
        let rows: Vec<String> = open.rows.iter().map(|r| (*r).to_owned()).collect();
        let rows = desk.clauses(&rows);
        let question = desk.say(&Words::Rows { list: title.clone(), rows }.text());
        ask(question, format!("lists: {}:", list.name()), fields(list));
    }
    for (row, wanted) in &open.cells {
        let found = desk.case().rows(id).and_then(|r| r.row(*row));
        let name = found.map_or_else(String::new, |r| desk.row_key(id, r.name()));
        let shapes = || wanted.iter().filter_map(|f| list.field(*f));
        let titles: Vec<String> = shapes().map(|f| desk.title(f.title(), f.name())).collect();
        let titles = desk.listed(&titles);
        let words = Words::Cells { list: title.clone(), row: name.clone(), fields: titles };
        let names: Vec<String> = shapes()
            .map(|f| format!("{}: {}", f.name(), form(desk, f.kind(), f.is_optional())))
            .collect();
        let place = match found.and_then(|r| r.span()) {
            Some(span) => format!("lists: {}: {name}  ({})", list.name(), desk.place(span)),
            None => format!("lists: {}: {name}", list.name()),
        };
        ask(desk.say(&words.text()), place, names.join(", "));
    }
    asks
}

fn fields(list: &List) -> String {
    let names: Vec<&str> = list.fields().iter().map(|f| f.name()).collect();
    format!("{{ {} }}", names.join(", "))
}

/// What may be written for a value of a type; the rows of the case for one that names a row.
pub(super) fn form(desk: &Desk<'_>, kind: Type, optional: bool) -> String {
    if let Type::Row(id) = kind {
        let rows = desk.case().rows(id).map_or(&[][..], |r| r.rows());
        let mut names: Vec<String> = rows.iter().map(|r| desk.row_key(id, r.name())).collect();
        if !names.is_empty() {
            names.extend(optional.then(|| "none".to_owned()));
            return names.join(" | ");
        }
    }
    written_as(desk.speech(), kind, optional)
}

/// What may be written for a value of a type in any case.
pub(super) fn written_as(speech: Speech<'_>, kind: Type, optional: bool) -> String {
    let form = match kind {
        Type::Truth => "yes | no".to_owned(),
        Type::Judgement => {
            "{ value: yes | no, by: …, role: …, on: YYYY-MM-DD, reasons: … }".to_owned()
        }
        Type::Date => "YYYY-MM-DD".to_owned(),
        Type::Month => "YYYY-MM".to_owned(),
        Type::Days => "N days".to_owned(),
        Type::Months => "N months".to_owned(),
        Type::Money => "N.NN".to_owned(),
        Type::Number => "N | N%".to_owned(),
        Type::Words | Type::Row(_) => "…".to_owned(),
        Type::Proof => "none | weak | fair | strong".to_owned(),
        Type::Choice(id) => {
            let members = speech.vocabulary().choice(id).map_or(&[][..], |c| c.members());
            members.iter().map(|m| m.name()).collect::<Vec<_>>().join(" | ")
        }
    };
    if optional { format!("{form} | none") } else { form }
}

/// Returns a date in words.
pub(super) fn day(desk: &Desk<'_>, date: Date) -> String {
    desk.value(&Eval::Known(Value::Date(date)), Type::Date, false)
}

/// Returns what is waited for in a few words.
pub(super) fn name(desk: &Desk<'_>, wait: &Wait) -> String {
    let vocabulary = desk.vocabulary();
    let list = |id: ListId| {
        vocabulary.list(id).map_or_else(String::new, |l| desk.title(l.title(), l.name()))
    };
    match wait {
        Wait::Fact(id) => {
            vocabulary.fact(*id).map_or_else(String::new, |f| desk.title(f.title(), f.name()))
        }
        Wait::List(id) => list(*id),
        Wait::Row(id, row) => format!("{}{}", list(*id), desk.aside(row)),
        Wait::Cell(id, row, field) => {
            let found = desk.case().rows(*id).and_then(|r| r.row(*row));
            desk.cell_title(*id, found.map_or("", |r| r.name()), *field).unwrap_or_default()
        }
        Wait::Parameter(id, ..) => {
            let entry = desk.rules().parameter(*id);
            entry.map_or_else(String::new, |e| desk.title(&e.title, &e.name))
        }
        Wait::Calendar(year) => desk.say(&Words::CalendarName { year: year.to_string() }.text()),
    }
}
