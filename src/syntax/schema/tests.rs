//! The schemas themselves, and mistakes that files of `tests/diagnostics` would not show well.

use std::collections::BTreeMap;

use super::*;
use crate::source::Sources;
use crate::syntax::yaml;

/// Returns codes and places of the mistakes of a text.
fn mistakes(text: &str, kind: SchemaKind) -> Vec<(&'static str, String)> {
    let mut sources = Sources::new();
    let file = sources.add("test.yaml", text);
    let (node, diagnostics) = yaml::read(&sources, file);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let found = check(&node.unwrap(), kind);
    found.iter().map(|d| (d.code(), sources.slice(d.span().unwrap()).to_owned())).collect()
}

/// Calls `visit` for every schema inside `schema`, with its path.
fn walk(schema: &Value, path: &str, visit: &mut dyn FnMut(&str, &Value)) {
    visit(path, schema);
    match schema {
        Value::Object(map) => {
            map.iter().for_each(|(k, v)| walk(v, &format!("{path}/{k}"), visit));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, v)| walk(v, &format!("{path}/{i}"), visit));
        }
        _ => {}
    }
}

#[test]
fn every_schema_is_valid_and_describes_its_properties_in_both_languages() {
    for kind in SchemaKind::ALL {
        let schema = kind.schema().unwrap_or_else(|| panic!("{kind:?} does not compile"));
        assert!(jsonschema::meta::is_valid(&schema.json), "{kind:?}");
        walk(&schema.json, "", &mut |path, value| {
            let Some(properties) = value.get("properties").and_then(Value::as_object) else {
                return;
            };
            let closed = value.get("additionalProperties").is_some();
            assert!(closed, "{kind:?} {path} leaves unknown keys open");
            for (name, property) in properties {
                let text = property.get("description").and_then(Value::as_str).unwrap_or("");
                assert!(text.contains(" / "), "{kind:?} {path} {name}: {text:?}");
            }
        });
        walk(&schema.json, "", &mut |path, value| {
            let bare = value.get("pattern").is_some() && words::title(value).is_none();
            assert!(!bare, "{kind:?} {path} has a pattern and no title to say what it means");
        });
    }
}

#[test]
fn definitions_of_one_name_are_the_same_in_every_schema() {
    let mut seen: BTreeMap<String, Value> = BTreeMap::new();
    for kind in SchemaKind::ALL {
        let definitions = kind.schema().unwrap().json.get("$defs").unwrap().as_object().unwrap();
        for (name, definition) in definitions {
            let first = seen.entry(name.clone()).or_insert_with(|| definition.clone());
            assert_eq!(first, definition, "{name} of {kind:?}");
        }
    }
}

#[test]
fn the_first_line_says_the_kind() {
    let of = |text: &str| {
        let mut sources = Sources::new();
        let file = sources.add("test.yaml", text);
        let node = yaml::read(&sources, file).0.unwrap();
        kind(&node).map_err(|d| d.iter().map(Diagnostic::code).collect::<Vec<_>>())
    };
    assert_eq!(of("duecause: case/1"), Ok(SchemaKind::Case));
    assert_eq!(of("duecause: case/2"), Err(vec!["E0213"]));
    assert_eq!(of("duecause: csae/1"), Err(vec!["E0212"]));
    assert_eq!(of("due_cause: case/1"), Err(vec!["E0211"]));
    assert_eq!(of("duecause：case/1"), Err(vec!["E0211"]));
    assert_eq!(of("[]"), Err(vec!["E0211"]));
}

#[test]
fn an_unknown_key_takes_its_meant_one_out_of_the_missing() {
    let text = "duecause: case/1\nextends: cn\ngruond: art-40-2\n";
    assert_eq!(mistakes(text, SchemaKind::Case), [("E0202", "gruond".to_owned())]);
}

#[test]
fn a_value_is_never_repeated() {
    let text = "duecause: case/1\nextends: cn\nground: 张三\nas_of: 张三\nfacts: 张三\n";
    let mut sources = Sources::new();
    let file = sources.add("test.yaml", text);
    let found = check(&yaml::read(&sources, file).0.unwrap(), SchemaKind::Case);
    assert_eq!(found.iter().count(), 3);
    assert!(!format!("{found:?}").contains("张三"));
}

#[test]
fn what_editors_see_is_accepted_too() {
    let case = serde_json::json!({
        "duecause": "case/1", "extends": "cn", "ground": "art-40-2", "as_of": "2026-03-31",
        "facts": { "employee.pregnant": false, "employee.age": 34, "a": { "value": 1.5 } },
        "lists": { "results": [ { "id": 1, "actual": 61234.50, "evidence": ["E1"] } ] },
    });
    let schema = SchemaKind::Case.schema().unwrap();
    assert!(schema.validator.is_valid(&case));
}
