//! Words for what a schema expects.

use serde_json::Value;

use crate::syntax::tree::{Kind, Node};
use crate::wording::Localized;
use crate::wording::catalogue::schema::SchemaHelp;

/// The word before the last name of a list.
#[derive(Clone, Copy)]
pub(super) enum Last {
    /// All of them.
    And,
    /// One of them.
    Or,
}

/// Returns the names in backticks, joined as Chinese and as English want it.
pub(super) fn listed<T: AsRef<str>>(names: &[T], last: Last) -> (String, String) {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    let (chinese, english) = match last {
        Last::And => ("和", "and"),
        Last::Or => ("或", "or"),
    };
    let Some((end, front)) = quoted.split_last() else { return (String::new(), String::new()) };
    if front.is_empty() {
        return (end.clone(), end.clone());
    }
    (
        format!("{} {chinese} {end}", front.join("、")),
        format!("{} {english} {end}", front.join(", ")),
    )
}

/// Returns the two halves of a title `中文 / English` of a schema.
pub(super) fn title(schema: &Value) -> Option<(String, String)> {
    let (chinese, english) = schema.get("title")?.as_str()?.split_once(" / ")?;
    // Chinese text is set apart from backticks and digits by a space, as in all messages.
    let gap = if chinese.starts_with(|c: char| c.is_ascii()) { " " } else { "" };
    Some((format!("{gap}{chinese}"), english.to_owned()))
}

/// Returns words for the shapes that the `type` of a schema allows.
pub(super) fn shape(schema: &Value) -> (String, String) {
    let types: Vec<&str> = match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let scalar = types.iter().any(|t| matches!(*t, "string" | "number" | "integer" | "boolean"));
    let (list, mapping) = (types.contains(&"array"), types.contains(&"object"));
    let words: Vec<(&str, &str)> = [
        (scalar, ("单个值", "a single value")),
        (list, ("列表", "a list")),
        (mapping, (" `键: 值`", "`key: value` entries")),
    ]
    .into_iter()
    .filter_map(|(wanted, words)| wanted.then_some(words))
    .collect();
    let join = |pick: fn(&(&'static str, &'static str)) -> &'static str, or: &str| {
        words.iter().map(pick).collect::<Vec<_>>().join(or)
    };
    (join(|w| w.0, "或"), join(|w| w.1, " or "))
}

/// Returns the label that says what a node is.
pub(super) fn found(node: &Node) -> Localized {
    match node.kind() {
        Kind::Scalar(_) => SchemaHelp::FoundValue.text(),
        Kind::Sequence(_) => SchemaHelp::FoundList.text(),
        Kind::Mapping(_) => SchemaHelp::FoundMapping.text(),
    }
}

/// Returns the remedy for a scalar that was probably meant as `key: value` or as a list item.
pub(super) fn scalar_remedy(node: &Node) -> Option<Localized> {
    let Kind::Scalar(scalar) = node.kind() else { return None };
    let text = scalar.text();
    if scalar.is_quoted() {
        return None;
    }
    if text.starts_with('-') {
        return Some(SchemaHelp::SpaceAfterDash.text());
    }
    let key = text.split(['：', ':']).next().filter(|key| key.len() < text.len())?;
    let named = key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    named.then(|| SchemaHelp::AsciiColon.text())
}
