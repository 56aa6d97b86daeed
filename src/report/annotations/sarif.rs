//! SARIF 2.1.0, as code scanning services take it.

use serde_json::{Value as Json, json};

use super::{Annotated, Annotation, Level, Place};
use crate::source::Digest;
use crate::wording::Language;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Returns the log.
pub(super) fn log(annotated: &Annotated) -> Json {
    let mut codes: Vec<&str> = annotated.annotations().map(|a| a.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let rule = |code: &&str| annotated.annotations().find(|a| a.code == **code).map(rule);
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "duecause",
                "version": env!("CARGO_PKG_VERSION"),
                "language": annotated.language.tag(),
                "rules": codes.iter().filter_map(rule).collect::<Vec<_>>(),
            } },
            "automationDetails": { "id": format!("duecause/{}", annotated.command) },
            "columnKind": "unicodeCodePoints",
            "results": annotated.annotations().map(|a| result(a, &codes, annotated.language)).collect::<Vec<_>>(),
        }],
    })
}

/// What a code means: of a requirement its title, articles and remedy.
fn rule(annotation: &Annotation) -> Json {
    let mut rule = json!({
        "id": annotation.code,
        "defaultConfiguration": { "level": level(annotation.level) },
    });
    let Some(object) = rule.as_object_mut() else { return rule };
    let mut put = |key: &str, value: Json| object.insert(key.to_owned(), value);
    if !annotation.title.is_empty() {
        put("shortDescription", json!({ "text": annotation.title }));
        put("help", json!({ "text": annotation.help.join("\n") }));
    }
    if let Some(link) = &annotation.link {
        put("helpUri", json!(link));
    }
    if !annotation.citation.is_empty() {
        put("properties", json!({ "citation": annotation.citation }));
    }
    rule
}

fn result(annotation: &Annotation, codes: &[&str], language: Language) -> Json {
    let mut places = annotation.places.iter();
    let location = |(place, word): &(Place, String)| {
        let mut location = json!({ "physicalLocation": physical(place) });
        if let Some(object) = location.as_object_mut().filter(|_| !word.is_empty()) {
            object.insert("message".to_owned(), json!({ "text": word }));
        }
        location
    };
    let file = annotation.places.first().map_or("", |(p, _)| p.file.as_str());
    let print = Digest::of(format!("{} {file} {}", annotation.code, annotation.message).as_bytes());
    let mut lines = vec![annotation.sentence(language)];
    // A requirement says how it is mended in its rule.
    if annotation.title.is_empty() {
        lines.extend(annotation.help.iter().cloned());
    }
    let mut result = json!({
        "ruleId": annotation.code,
        "ruleIndex": codes.iter().position(|c| *c == annotation.code),
        "level": level(annotation.level),
        "message": { "text": lines.join("\n") },
        "locations": places.next().map(location).into_iter().collect::<Vec<_>>(),
        "partialFingerprints": { "duecause/1": print.to_string() },
    });
    let Some(object) = result.as_object_mut() else { return result };
    let related: Vec<Json> = places.map(location).collect();
    if !related.is_empty() {
        object.insert("relatedLocations".to_owned(), json!(related));
    }
    if let Some(reason) = &annotation.waived {
        let suppression = json!([{ "kind": "inSource", "justification": reason }]);
        object.insert("suppressions".to_owned(), suppression);
    }
    result
}

fn physical(place: &Place) -> Json {
    json!({
        "artifactLocation": { "uri": uri(&place.file) },
        "region": {
            "startLine": place.start.0,
            "startColumn": place.start.1,
            "endLine": place.end.0,
            "endColumn": place.end.1,
        },
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// Returns a path as a reference: bytes that may not stand there are percent-encoded.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path).replace('\\', "/");
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    let mut uri = if path.starts_with('/') { "file://".to_owned() } else { String::new() };
    for byte in path.bytes() {
        match is_plain(byte) {
            true => uri.push(char::from(byte)),
            false => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
