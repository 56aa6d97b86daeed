//! Values, states and waits for programs.

use serde_json::{Map, Value as Json, json};

use crate::assess::{Eval, Problem, Reason, Wait};
use crate::report::desk::Desk;
use crate::value::{Exact, Value};
use crate::vocabulary::Type;

/// Returns what a value is: its type, whether it is known, none or unknown, and what is known of it.
pub(super) fn state(desk: &Desk<'_>, eval: &Eval, kind: Type) -> Map<String, Json> {
    let mut object = Map::new();
    object.insert("type".to_owned(), json!(type_name(kind)));
    if kind == Type::Money {
        object.insert("currency".to_owned(), json!(desk.vocabulary().currency()));
    }
    let (state, found) = match eval {
        Eval::Known(found) => ("known", value(desk, found, kind)),
        Eval::None => ("none", Json::Null),
        Eval::Unknown(unknown) => {
            let bound = |b: &Option<Value>| b.as_ref().map(|b| value(desk, b, kind));
            object.insert("low".to_owned(), json!(bound(&unknown.low)));
            object.insert("high".to_owned(), json!(bound(&unknown.high)));
            object.insert("waits".to_owned(), waits(desk, &unknown.waits));
            object.insert("problem".to_owned(), json!(unknown.problem.map(problem)));
            ("unknown", Json::Null)
        }
    };
    object.insert("state".to_owned(), json!(state));
    object.insert("value".to_owned(), found);
    object
}

/// Returns a value: yes/no as a truth value, everything else as text.
pub(super) fn value(desk: &Desk<'_>, value: &Value, kind: Type) -> Json {
    match value {
        Value::Truth(truth) => json!(truth),
        Value::Number(n) | Value::Days(n) | Value::Months(n) => json!(decimal(*n, 0)),
        Value::Money(n) => json!(decimal(*n, 2)),
        Value::Date(date) => json!(date.to_string()),
        Value::Month(month) => json!(month.to_string()),
        Value::Words(words) => json!(words.as_ref()),
        Value::Proof(proof) => json!(proof.name()),
        Value::Choice(member) => {
            let Type::Choice(id) = kind else { return json!(member.to_string()) };
            let choice = desk.vocabulary().choice(id);
            json!(choice.and_then(|c| c.members().get(*member as usize)).map(|m| m.name()))
        }
        Value::Row(at) => {
            let Type::Row(list) = kind else { return json!(at.to_string()) };
            json!(
                desk.case()
                    .rows(list)
                    .and_then(|r| r.row(*at))
                    .map(|r| desk.row_key(list, r.name()))
            )
        }
    }
}

/// A number whose decimals never end is written as a quotient.
fn decimal(number: Exact, places: usize) -> String {
    number.to_decimal(places).unwrap_or_else(|| number.to_string())
}

/// Returns the name of a type as rules write it.
pub(super) fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Truth => "yes/no",
        Type::Number => "number",
        Type::Money => "money",
        Type::Days => "days",
        Type::Months => "months",
        Type::Date => "date",
        Type::Month => "month",
        Type::Choice(_) => "choice",
        Type::Words => "words",
        Type::Judgement => "judgement",
        Type::Row(_) => "row",
        Type::Proof => "proof",
    }
}

/// Returns the name of what went wrong.
pub(super) fn problem(problem: Problem) -> &'static str {
    match problem {
        Problem::Overflow => "overflow",
        Problem::NoSuchDate => "no-such-date",
        Problem::Circle => "circle",
    }
}

/// Returns what is waited for, by name.
pub(super) fn waits(desk: &Desk<'_>, waits: &[Wait]) -> Json {
    waits.iter().map(|w| wait(desk, w)).collect()
}

fn wait(desk: &Desk<'_>, wait: &Wait) -> Json {
    let vocabulary = desk.vocabulary();
    let list = |id| vocabulary.list(id).map_or("", |l| l.name());
    match wait {
        Wait::Fact(id) => {
            json!({ "kind": "fact", "name": vocabulary.fact(*id).map_or("", |f| f.name()) })
        }
        Wait::List(id) => json!({ "kind": "list", "name": list(*id) }),
        Wait::Row(id, row) => json!({ "kind": "row", "name": list(*id), "row": row.as_ref() }),
        Wait::Cell(id, row, field) => {
            let row = desk.case().rows(*id).and_then(|r| r.row(*row));
            let row = row.map_or_else(String::new, |r| desk.row_key(*id, r.name()));
            let field = vocabulary.list(*id).and_then(|l| l.field(*field)).map_or("", |f| f.name());
            json!({ "kind": "cell", "name": list(*id), "row": row, "field": field })
        }
        Wait::Parameter(id, date, reason) => json!({
            "kind": "parameter",
            "name": desk.rules().parameter(*id).map_or("", |p| p.name.as_str()),
            "date": date.map(|d| d.to_string()),
            "reason": match reason {
                Reason::NoValue => "no-value",
                Reason::Unverified => "unverified",
                Reason::NotPublished => "not-published",
                Reason::NotSet => "not-set",
            },
        }),
        Wait::Calendar(year) => json!({ "kind": "calendar", "name": year.to_string() }),
    }
}
