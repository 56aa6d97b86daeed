//! What is disputed, and what is dated after the day of the review, for programs.

use serde_json::{Map, Value as Json, json};

use super::findings;
use crate::report::desk::Desk;
use crate::report::statements::{self, Resting, Statement};

/// Returns what the other side disputes, with what rests on it.
pub(super) fn disputed(desk: &Desk<'_>) -> Json {
    let one = |s: &Statement<'_>| {
        let mut object = named(desk, s);
        resting(desk, &mut object, &statements::resting(desk, &s.what));
        Json::Object(object)
    };
    statements::disputed(desk).iter().map(one).collect()
}

/// Returns what is dated after the day of the review, the nearest first, and whether the verdict
/// supposes it.
pub(super) fn later(desk: &Desk<'_>, document: &str) -> Json {
    let supposed = desk.assessment.supposed(document);
    let later = desk.assessment.later().into_iter().map(|(s, date)| {
        let mut object = named(desk, &s);
        object.insert("date".to_owned(), json!(date.to_string()));
        let is_supposed = supposed.iter().any(|(other, _)| other.what == s.what);
        object.insert("supposed".to_owned(), json!(is_supposed));
        Json::Object(object)
    });
    later.collect()
}

/// Names a statement; its value is given only if values are shown.
fn named(desk: &Desk<'_>, statement: &Statement<'_>) -> Map<String, Json> {
    let step = statement.step();
    let mut object = match findings::fact(desk, &step.what, &step.value) {
        Some(Json::Object(object)) => object,
        _ => Map::new(),
    };
    object.remove("disputed");
    if !desk.show_values {
        ["value", "currency", "state", "type"].iter().for_each(|key| drop(object.remove(*key)));
    }
    object
}

fn resting(desk: &Desk<'_>, object: &mut Map<String, Json>, resting: &Resting) {
    let rules = desk.rules();
    let codes: Vec<&str> = resting
        .requirements
        .iter()
        .filter_map(|id| rules.requirement(*id))
        .map(|r| r.code.as_str())
        .collect();
    let figures: Vec<&str> = resting
        .figures
        .iter()
        .filter_map(|id| rules.definition(*id))
        .map(|d| d.name.as_str())
        .collect();
    object.insert("requirements".to_owned(), json!(codes));
    object.insert("figures".to_owned(), json!(figures));
}
