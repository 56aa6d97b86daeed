//! Derivations for programs.

use serde_json::{Map, Value as Json, json};

use super::{citations, findings, plain};
use crate::assess::{Assessment, Reading, Step, StepId, What};
use crate::compile::{DefinitionEntry, Named};
use crate::report::ReviewOptions;
use crate::report::desk::Desk;
use crate::report::phrases::Phrases;
use crate::rules::Purpose;
use crate::source::Sources;
use crate::vocabulary::Type;
use crate::wording::Language;

/// Returns the derivation of what `name` names as JSON; null if nothing has that name.
#[must_use]
pub fn explain(
    assessment: &Assessment<'_>,
    name: &str,
    language: Language,
    options: &ReviewOptions,
) -> Json {
    let sources = Sources::new();
    let desk = Desk::new(assessment, &sources, language, options.shows_values());
    let rules = assessment.rules();
    let mut object = Map::new();
    object.insert("duecause".to_owned(), json!("explain/1"));
    object.insert("language".to_owned(), json!(language.tag()));
    object.insert("as_of".to_owned(), json!(assessment.question().as_of.to_string()));
    object.insert("finding".to_owned(), Json::Null);
    object.insert("value".to_owned(), Json::Null);
    let mut root = None;
    if let Some((id, entry)) = rules.requirement_named(name) {
        object.insert("kind".to_owned(), json!("requirement"));
        if let Some(finding) = assessment.finding(id) {
            let main = crate::report::review::main_document(&desk);
            object.insert("finding".to_owned(), findings::finding(&desk, finding, entry, &main));
            root = Some(finding.step());
        }
    } else {
        match rules.named(name) {
            None => return Json::Null,
            Some(Named::Definition(id)) => {
                let Some(entry) = rules.definition(id) else { return Json::Null };
                object.insert("kind".to_owned(), json!(purpose(entry.purpose)));
                if let Some((value, step)) = assessment.value(id) {
                    let mut figure = super::figure(&desk, value, entry);
                    let mut figures = assessment.figures().iter();
                    let found = figures.find(|f| f.definition() == id);
                    let readings = found.map(|f| super::readings(&desk, f, entry));
                    figure.insert("readings".to_owned(), readings.unwrap_or_else(|| json!([])));
                    object.insert("value".to_owned(), Json::Object(figure));
                    root = Some(step);
                }
            }
            Some(Named::Parameter(id)) => {
                object.insert("kind".to_owned(), json!("parameter"));
                let (value, reading) = assessment.parameter(id);
                let step =
                    Step { what: What::Parameter(id, 0, reading), value, inputs: Vec::new() };
                object.insert("value".to_owned(), Json::Object(described(&desk, &step)));
            }
            Some(Named::Fact(id)) => {
                object.insert("kind".to_owned(), json!("fact"));
                let step = assessment.steps().iter().find(|s| s.what == What::Fact(id));
                let value = step.map(|s| Json::Object(described(&desk, s)));
                object.insert("value".to_owned(), json!(value));
            }
            Some(Named::List(_)) => {
                object.insert("kind".to_owned(), json!("list"));
            }
        }
    }
    object.insert("name".to_owned(), json!(name));
    object.insert("root".to_owned(), json!(root.map(|r| r.0)));
    object.insert("steps".to_owned(), steps(&desk, root));
    Json::Object(object)
}

fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Definition => "definition",
        Purpose::Figure => "figure",
        Purpose::Deadline => "deadline",
    }
}

/// All steps below a root, each once, in the order in which they ended.
fn steps(desk: &Desk<'_>, root: Option<StepId>) -> Json {
    let mut wanted = std::collections::BTreeSet::new();
    let mut open: Vec<StepId> = root.into_iter().collect();
    while let Some(id) = open.pop() {
        if wanted.insert(id) {
            open.extend(desk.assessment.step(id).map_or(&[][..], |s| &s.inputs));
        }
    }
    let one = |id: StepId| {
        let step = desk.assessment.step(id)?;
        let mut object = described(desk, step);
        object.insert("id".to_owned(), json!(id.0));
        let inputs: Vec<u32> = step.inputs.iter().map(|i| i.0).collect();
        object.insert("inputs".to_owned(), json!(inputs));
        Some(Json::Object(object))
    };
    wanted.into_iter().filter_map(one).collect()
}

/// A step: what it is and what came out; values of facts only if they are shown.
fn described(desk: &Desk<'_>, step: &Step) -> Map<String, Json> {
    let rules = desk.rules();
    let of_definition = |id, kind: &str, row: Option<&str>| {
        let Some(entry) = rules.definition(id) else { return Map::new() };
        let mut object = plain::state(desk, &step.value, entry.kind);
        named(desk, &mut object, entry, kind);
        object.insert("row".to_owned(), json!(row));
        object
    };
    match &step.what {
        What::Fact(_) | What::Cell(..) => stated(desk, step),
        What::AbsentCell(list, row, field) => {
            let list = desk.vocabulary().list(*list);
            let field = list.and_then(|l| l.field(*field)).map(|f| f.name());
            let list = list.map_or("", |l| l.name());
            let mut object = Map::new();
            object.insert("step".to_owned(), json!("absent-row"));
            object.insert("name".to_owned(), json!(list));
            object.insert("row".to_owned(), json!(row.as_ref()));
            object.insert("field".to_owned(), json!(field));
            object
        }
        What::Parameter(id, member, reading) => {
            let Some(entry) = rules.parameter(*id) else { return Map::new() };
            let mut object = plain::state(desk, &step.value, entry.kind);
            object.insert("step".to_owned(), json!("parameter"));
            object.insert("name".to_owned(), json!(entry.name));
            object.insert("title".to_owned(), json!(desk.parameter_title(entry, *member)));
            object.insert("citations".to_owned(), citations(desk, &entry.citations));
            object.insert("layer".to_owned(), json!(entry.layer));
            object.insert("reading".to_owned(), read(desk, entry, *member, reading.as_ref()));
            object
        }
        What::Calendar(year) => {
            let mut object = Map::new();
            object.insert("step".to_owned(), json!("calendar"));
            object.insert("name".to_owned(), json!(year.to_string()));
            object
        }
        What::Definition(id) => of_definition(*id, "definition", None),
        What::Call(id, _) => of_definition(*id, "call", None),
        What::Column(id, row) => of_definition(*id, "column", Some(row)),
        What::Company(id, at) => {
            let mut object = of_definition(*id, "company-formula", None);
            let version = rules.definition(*id).and_then(|d| d.company.get(*at));
            if let Some((from, formula, written)) = version {
                let words = Phrases::titles(desk.speech()).phrase(formula);
                object.insert("formula".to_owned(), json!(written));
                object.insert("formula_in_words".to_owned(), json!(words));
                object.insert("version".to_owned(), json!(from.map(|f| f.to_string())));
                object.insert("citations".to_owned(), json!([]));
                object.insert("layer".to_owned(), json!(rules.policy().map(|(name, _)| name)));
            }
            object
        }
        What::Requirement(id) => {
            let mut object = plain::state(desk, &step.value, Type::Truth);
            object.insert("step".to_owned(), json!("requirement"));
            object.insert("name".to_owned(), json!(rules.requirement(*id).map(|r| &r.id)));
            object
        }
        What::Line(_) => {
            let mut object = plain::state(desk, &step.value, Type::Truth);
            object.insert("step".to_owned(), json!("line"));
            object
        }
        What::Test(_, row) => {
            let mut object = plain::state(desk, &step.value, Type::Truth);
            object.insert("step".to_owned(), json!("test-of-row"));
            object.insert("row".to_owned(), json!(row.as_ref()));
            object
        }
    }
}

fn stated(desk: &Desk<'_>, step: &Step) -> Map<String, Json> {
    let fact = findings::fact(desk, &step.what, &step.value);
    let mut object = match fact {
        Some(Json::Object(object)) => object,
        _ => Map::new(),
    };
    object.insert("step".to_owned(), json!("fact"));
    if !desk.show_values && object.get("state") == Some(&json!("known")) {
        object.insert("value".to_owned(), Json::Null);
        object.insert("hidden".to_owned(), json!(true));
    }
    object
}

fn named(desk: &Desk<'_>, object: &mut Map<String, Json>, entry: &DefinitionEntry, step: &str) {
    let words = Phrases::titles(desk.speech()).inside(entry).phrase(&entry.formula);
    object.insert("step".to_owned(), json!(step));
    object.insert("name".to_owned(), json!(entry.name));
    object.insert("title".to_owned(), json!(desk.title(&entry.title, &entry.name)));
    object.insert("formula".to_owned(), json!(entry.written));
    object.insert("formula_in_words".to_owned(), json!(words));
    object.insert("citations".to_owned(), citations(desk, &entry.citations));
    object.insert("layer".to_owned(), json!(entry.layer));
}

fn read(
    desk: &Desk<'_>,
    entry: &crate::compile::ParameterEntry,
    member: usize,
    reading: Option<&Reading>,
) -> Json {
    match reading {
        None => Json::Null,
        Some(Reading::Given) => json!({ "by": "given" }),
        Some(Reading::Policy(at)) => {
            let version = entry.settings.get(*at).and_then(|s| s.version);
            json!({ "by": "policy", "version": version.map(|v| v.to_string()) })
        }
        Some(Reading::Law(at, on)) => {
            let row = entry.series.get(member).and_then(|s| s.get(*at));
            json!({
                "by": "law",
                "on": on.map(|d| d.to_string()),
                "from": row.and_then(|r| r.from).map(|d| d.to_string()),
                "to": row.and_then(|r| r.to).map(|d| d.to_string()),
                "published_on": row.and_then(|r| r.published_on).map(|d| d.to_string()),
                "caliber": row.and_then(|r| r.caliber.as_ref()).map(|c| desk.say(c)),
                "layer": row.map(|r| r.layer.clone()),
            })
        }
    }
}
