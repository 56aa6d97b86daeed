//! Reads a sheet and the facts of a paper from JSON, for tests.
//!
//! A value is a text, `null` for none, `{"missing": question}` or
//! `{"text": …, "kind": "figure"}`; a condition is `true`, `false` or
//! `{"unknown": question}`.

use duecause::document::PaperFacts;
use duecause::document::model::{Draft, Origin, OriginKind};
use duecause::document::paper::watermark;
use duecause::document::sheet::{Cell, Condition, Row, Sheet};
use duecause::wording::Language;
use serde_json::{Map, Value};

/// What a test is given.
#[derive(Debug, Clone)]
pub struct Given {
    pub sheet: Sheet,
    pub paper: PaperFacts,
}

impl Given {
    /// Reads `{ "paper": …, "values": …, "conditions": …, "lists": … }`.
    pub fn parse(json: &str) -> Self {
        let json: Value = serde_json::from_str(json).unwrap();
        let row = row("", &json);
        let sheet = Sheet { cells: row.cells, lists: row.lists, conditions: row.conditions };
        Self { sheet, paper: paper(json.get("paper").unwrap()) }
    }
}

fn paper(json: &Value) -> PaperFacts {
    let text = |key: &str| json.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let language = Language::from_tag(&text("language")).unwrap();
    let draft = json.get("draft").and_then(Value::as_array).map(|reasons| Draft {
        watermark: watermark(language).to_owned(),
        reasons: reasons.iter().map(|reason| reason.as_str().unwrap().to_owned()).collect(),
    });
    PaperFacts {
        kind: text("kind"),
        title: text("title"),
        language,
        region: "CN".to_owned(),
        number: json.get("number").and_then(Value::as_str).map(str::to_owned),
        date: text("date"),
        fingerprint: text("fingerprint"),
        draft,
        style: None,
    }
}

fn members<'j>(json: &'j Value, key: &str) -> impl Iterator<Item = (&'j String, &'j Value)> {
    let empty: Option<&Map<String, Value>> = json.get(key).and_then(Value::as_object);
    empty.into_iter().flatten()
}

fn row(prefix: &str, json: &Value) -> Row {
    let cells = members(json, "values")
        .map(|(name, value)| (name.clone(), cell(&format!("{prefix}{name}"), value)));
    let conditions = members(json, "conditions")
        .map(|(name, value)| (name.clone(), condition(&format!("{prefix}{name}"), value)));
    let lists = members(json, "lists").map(|(name, rows)| {
        let rows = rows.as_array().unwrap().iter().enumerate();
        let rows = rows.map(|(at, json)| row(&format!("{prefix}{name}[{}].", at + 1), json));
        (name.clone(), rows.collect())
    });
    Row { cells: cells.collect(), conditions: conditions.collect(), lists: lists.collect() }
}

fn origin(name: &str, kind: Option<&str>) -> Origin {
    let kind = match kind {
        Some("figure") => OriginKind::Figure,
        Some("deadline") => OriginKind::Deadline,
        Some("parameter") => OriginKind::Parameter,
        Some("citation") => OriginKind::Citation,
        Some("definition") => OriginKind::Definition,
        _ => OriginKind::Fact,
    };
    Origin { kind, name: name.to_owned(), place: None }
}

fn cell(name: &str, json: &Value) -> Cell {
    let text = |key: &str| json.get(key).and_then(Value::as_str);
    match json {
        Value::Null => Cell::None { title: name.to_owned(), origin: origin(name, None) },
        Value::String(words) => Cell::Known { text: words.clone(), origin: origin(name, None) },
        _ => match text("missing") {
            Some(question) => {
                Cell::Missing { question: question.to_owned(), origin: origin(name, None) }
            }
            None => Cell::Known {
                text: text("text").unwrap().to_owned(),
                origin: origin(name, text("kind")),
            },
        },
    }
}

fn condition(name: &str, json: &Value) -> Condition {
    match json {
        Value::Bool(true) => Condition::Yes,
        Value::Bool(false) => Condition::No,
        _ => Condition::Unknown {
            question: json.get("unknown").and_then(Value::as_str).unwrap().to_owned(),
            origin: origin(name, Some("definition")),
        },
    }
}
