//! Reviews and derivations for programs: `review/1` and `explain/1`.
//!
//! Names are those of pack and policy, numbers are decimal strings, days are
//! ISO 8601. Values of figures are given; values of facts only if asked for.

mod explain;
mod findings;
mod plain;
mod statements;

use serde_json::{Map, Value as Json, json};

use super::ReviewOptions;
use super::desk::Desk;
use super::waits;
use crate::assess::{Assessment, Eval, Figure, Finding, OtherReading, Receipt};
use crate::compile::DefinitionEntry;
use crate::rules::Purpose;
use crate::source::Sources;
use crate::value::Value;
use crate::vocabulary::Citation;
use crate::wording::Language;

pub use explain::explain;

/// Returns the review of a case as JSON; its schema is `schemas/review-1.json`.
#[must_use]
pub fn review(
    assessment: &Assessment<'_>,
    receipt: &Receipt,
    language: Language,
    options: &ReviewOptions,
) -> Json {
    let sources = Sources::new();
    let desk = Desk::new(assessment, &sources, language, options.shows_values());
    let main = super::review::main_document(&desk);
    let document = options.document_asked().unwrap_or(&main);
    let question = assessment.question();
    let mut review = json!({
        "duecause": "review/1",
        "language": language.tag(),
        "ground": question.ground,
        "document": document,
        "as_of": question.as_of.to_string(),
        "policy": policy(&desk),
        "layers": desk.rules().layers().iter().map(|(name, _)| name).collect::<Vec<_>>(),
        "verdict": assessment.verdict(document).name(),
        "may_be_issued": assessment.clear(document, receipt).is_ok(),
        "findings": findings::all(&desk, document, options),
        "missing": missing(&desk, document),
        "figures": figures(&desk, Purpose::Figure),
        "deadlines": figures(&desk, Purpose::Deadline),
        "documents": documents(&desk),
        "acceptances": acceptances(&desk),
        "disputed": statements::disputed(&desk),
        "later": statements::later(&desk, document),
        "not_covered":
            desk.rules().not_covered().into_iter().map(|t| desk.say(t)).collect::<Vec<_>>(),
        "receipt": {
            "fingerprint": receipt.fingerprint().to_string(),
            "inputs": receipt.inputs.iter().map(|(name, digest)| {
                json!({ "name": name, "sha256": digest.to_string() })
            }).collect::<Vec<_>>(),
        },
    });
    if options.leaves_out() {
        let told = |f: &&Finding| options.tells(desk.rules(), f);
        let left_out = assessment.findings().iter().filter(|f| !told(f)).count();
        if let Some(review) = review.as_object_mut() {
            review.insert("left_out".to_owned(), json!(left_out));
        }
    }
    review
}

fn policy(desk: &Desk<'_>) -> Json {
    let version = desk.assessment.question().version.map(|v| v.to_string());
    match desk.rules().policy() {
        Some((name, _)) => json!({ "name": name, "version": version }),
        None => Json::Null,
    }
}

/// Returns citations: instrument, place, and both in words.
fn citations(desk: &Desk<'_>, citations: &[Citation]) -> Json {
    let one = |c: &Citation| {
        let text = desk.cited(std::slice::from_ref(c));
        json!({ "source": c.source(), "place": c.place(), "text": text })
    };
    desk.rules().of_here(citations).into_iter().map(one).collect()
}

/// Returns what has to be supplied to settle the verdict, in the order of asking.
fn missing(desk: &Desk<'_>, document: &str) -> Json {
    let missing = desk.assessment.missing(document);
    let groups = waits::groups(desk, &missing);
    let mut asks = Vec::new();
    for group in &groups {
        for ask in &group.asks {
            let codes: Vec<&str> = ask
                .waiting
                .iter()
                .filter_map(|id| desk.rules().requirement(*id))
                .map(|r| r.code.as_str())
                .collect();
            asks.push(json!({
                "group": group.title,
                "question": ask.question,
                "place": ask.place,
                "form": ask.form,
                "requirements": codes,
            }));
        }
    }
    Json::Array(asks)
}

fn figures(desk: &Desk<'_>, purpose: Purpose) -> Json {
    let entry = |f: &&Figure| {
        let entry = desk.rules().definition(f.definition())?;
        (entry.purpose == purpose).then_some(entry)
    };
    let figures = desk.assessment.figures().iter();
    let one = |f: &Figure| {
        let entry = entry(&f)?;
        let mut object = figure(desk, f.value(), entry);
        object.insert("readings".to_owned(), readings(desk, f, entry));
        Some(Json::Object(object))
    };
    figures.filter_map(one).collect()
}

/// Returns the results of a figure under other readings of divided questions.
fn readings(desk: &Desk<'_>, figure: &Figure, entry: &DefinitionEntry) -> Json {
    let one = |other: &OtherReading| {
        let parameter = desk.rules().parameter(other.parameter)?;
        let mut object = plain::state(desk, &other.value, entry.kind);
        object.insert("parameter".to_owned(), json!(parameter.name));
        let member = Value::Choice(other.member);
        object.insert("reading".to_owned(), plain::value(desk, &member, parameter.kind));
        Some(Json::Object(object))
    };
    figure.readings().iter().filter_map(one).collect()
}

fn figure(desk: &Desk<'_>, value: &Eval, entry: &DefinitionEntry) -> Map<String, Json> {
    let mut object = plain::state(desk, value, entry.kind);
    object.insert("name".to_owned(), json!(entry.name));
    object.insert("title".to_owned(), json!(desk.title(&entry.title, &entry.name)));
    object.insert("citations".to_owned(), citations(desk, &entry.citations));
    object.insert("lawyer_review".to_owned(), json!(entry.lawyer_review));
    let exposure = desk.say(&entry.exposure);
    object.insert("exposure".to_owned(), json!(Some(exposure).filter(|e| !e.is_empty())));
    if entry.purpose == Purpose::Deadline {
        let kind = if entry.is_earliest { "earliest" } else { "latest" };
        object.insert("kind".to_owned(), json!(kind));
    }
    object
}

fn documents(desk: &Desk<'_>) -> Json {
    let ground = &desk.assessment.question().ground;
    let all = desk.vocabulary().documents().iter().filter(|d| d.belongs_to(ground));
    all.filter(|d| desk.assessment.gating(d.name()).next().is_some())
        .map(|d| {
            json!({
                "name": d.name(),
                "title": desk.title(d.title(), d.name()),
                "verdict": desk.assessment.verdict(d.name()).name(),
            })
        })
        .collect()
}

fn acceptances(desk: &Desk<'_>) -> Json {
    let one = |(a, ..): &(&crate::case::Acceptance, _, _)| {
        let mut object = Map::new();
        object.insert("parameter".to_owned(), json!(a.parameter));
        object.insert("from".to_owned(), json!(a.from.map(|f| f.to_string())));
        object.insert("by".to_owned(), json!(a.by));
        object.insert("role".to_owned(), json!(a.role));
        object.insert("on".to_owned(), json!(a.on.to_string()));
        object.insert("reason".to_owned(), json!(a.reason));
        Json::Object(object)
    };
    desk.assessment.acceptances().iter().map(one).collect()
}
