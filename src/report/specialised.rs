//! Schemas of case and policy files that know the facts, lists and parameters of a pack.

use serde_json::{Map, Value, json};

use crate::compile::RuleSet;
use crate::rules::Better;
use crate::syntax::SchemaKind;
use crate::vocabulary::{Type, Vocabulary};
use crate::wording::{Language, Localized};

/// Returns the schema of a kind of file; those of cases and policies name everything the rules know.
///
/// Every property is described in both languages, for the editor's help.
#[must_use]
pub fn specialised_schema(kind: SchemaKind, rules: &RuleSet) -> Value {
    let mut schema: Value = serde_json::from_str(kind.text()).unwrap_or(Value::Null);
    let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) else {
        return schema;
    };
    let v = rules.vocabulary();
    if matches!(kind, SchemaKind::Case | SchemaKind::Policy) {
        definitions.insert("facts".to_owned(), facts(v));
        definitions.insert("lists".to_owned(), lists(v));
    }
    if kind == SchemaKind::Policy {
        definitions.insert("settings".to_owned(), settings(rules));
    }
    if kind == SchemaKind::Case {
        let grounds: Vec<&str> = v.grounds().iter().map(|g| g.name()).collect();
        let titles: Vec<String> = v.grounds().iter().map(|g| both(g.title())).collect();
        if let Some(ground) = schema.pointer_mut("/properties/ground") {
            *ground = json!({ "enum": grounds, "description": titles.join("; ") });
        }
        let names = rules.requirements().iter().flat_map(|r| [r.code.as_str(), r.id.as_str()]);
        let names: Vec<&str> = names.collect();
        if let Some(requirement) = schema.pointer_mut("/$defs/requirement_name") {
            *requirement = json!({ "enum": names });
        }
    }
    schema
}

fn both(text: &Localized) -> String {
    format!("{} / {}", text.get(Language::Chinese), text.get(Language::English))
}

fn facts(v: &Vocabulary) -> Value {
    let mut properties = Map::new();
    for fact in v.facts() {
        let short = limited(
            short(fact.kind(), fact.is_optional(), v),
            fact.kind(),
            fact.range().characters(),
        );
        let description = both(fact.question());
        properties.insert(fact.name().to_owned(), stated(&short, &description));
    }
    json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
}

fn lists(v: &Vocabulary) -> Value {
    let mut properties = Map::new();
    for list in v.lists() {
        let mut fields = Map::new();
        for field in list.fields() {
            let short = short(field.kind(), field.is_optional(), v);
            let short = limited(short, field.kind(), field.range().characters());
            fields.insert(field.name().to_owned(), stated(&short, &both(field.title())));
        }
        if !fields.contains_key("evidence") {
            fields.insert("evidence".to_owned(), json!({ "$ref": "#/$defs/exhibits" }));
        }
        let key: Vec<&str> =
            list.key().iter().filter_map(|k| list.field(*k)).map(|f| f.name()).collect();
        let row = json!({
            "type": "object", "properties": fields, "required": key, "additionalProperties": false,
        });
        let value = json!({
            "description": both(list.question()),
            "anyOf": [
                { "type": "array", "items": row },
                {
                    "type": "object",
                    "properties": { "complete": { "$ref": "#/$defs/yes_no" }, "rows": { "type": "array", "items": row } },
                    "required": ["rows"],
                    "additionalProperties": false,
                },
            ],
        });
        properties.insert(list.name().to_owned(), value);
    }
    json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
}

/// What a company may set: parameters the law does not fix.
fn settings(rules: &RuleSet) -> Value {
    let v = rules.vocabulary();
    let mut properties = Map::new();
    for parameter in rules.parameters() {
        let fixed =
            parameter.better == Better::Fixed && parameter.series.iter().any(|s| !s.is_empty());
        if fixed {
            continue;
        }
        let mut value = short(parameter.kind, false, v);
        if let Some(choice) = parameter.by.and_then(|by| v.choice(by)) {
            let members = choice.members().iter().map(|m| (m.name().to_owned(), value.clone()));
            value = json!({ "type": "object", "properties": members.collect::<Map<_, _>>() });
        }
        if let Some(object) = value.as_object_mut() {
            object.insert("description".to_owned(), both(&parameter.title).into());
        }
        properties.insert(parameter.name.clone(), value);
    }
    json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
}

/// A value in its short form, or with evidence and provenance around it.
fn stated(short: &Value, description: &str) -> Value {
    json!({
        "description": description,
        "anyOf": [
            short,
            {
                "allOf": [{ "$ref": "#/$defs/fact" }],
                "type": "object",
                "properties": { "value": short },
            },
        ],
    })
}

/// Words are one line of limited length.
fn limited(mut short: Value, kind: Type, at_most: usize) -> Value {
    if let (Type::Words, Some(object)) = (kind, short.as_object_mut()) {
        object.insert("maxLength".to_owned(), at_most.into());
        object.insert("pattern".to_owned(), r"^[^\n\t]*$".into());
    }
    short
}

/// The scalar forms of a type.
fn short(kind: Type, optional: bool, v: &Vocabulary) -> Value {
    let none = if optional { "|none" } else { "" };
    let pattern = |body: &str, example: &str| json!({ "type": ["string", "number"], "pattern": format!("^({body}{none})$"), "examples": [example] });
    match kind {
        Type::Truth | Type::Judgement => {
            let mut words = vec![json!(true), json!(false)];
            words.extend(["yes", "no", "true", "false", "是", "否"].map(Value::from));
            words.extend(optional.then(|| json!("none")));
            json!({ "enum": words })
        }
        Type::Number => pattern(r"-?[0-9]+(\.[0-9]+)?%?", "80%"),
        Type::Money => pattern(&format!(r"-?[0-9]+(\.[0-9]+)?( {})?", v.currency()), "12000.50"),
        Type::Days => pattern(r"-?[0-9]+ ?(days?|weeks?|天|日|周)", "30 days"),
        Type::Months => pattern(r"-?[0-9]+ ?(months?|years?|个月|年)", "3 months"),
        Type::Date => pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}", "2026-03-31"),
        Type::Month => pattern("[0-9]{4}-[0-9]{2}", "2026-03"),
        Type::Choice(id) => {
            let members = v.choice(id).map_or(&[][..], |c| c.members());
            let is_open = v.choice(id).is_some_and(|c| c.is_open());
            let mut names: Vec<Value> = members.iter().map(|m| m.name().into()).collect();
            names.extend(optional.then(|| json!("none")));
            if is_open {
                json!({ "type": "string", "examples": names })
            } else {
                json!({ "enum": names })
            }
        }
        Type::Words | Type::Row(_) => json!({ "type": ["string", "number"], "minLength": 1 }),
        Type::Proof => json!({ "enum": ["none", "weak", "fair", "strong"] }),
    }
}
