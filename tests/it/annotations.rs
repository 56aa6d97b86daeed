//! Reviews and diagnostics in the forms other programs take.

use std::path::{Path, PathBuf};

use duecause::report::annotations::{Annotated, Form, Outcome, of_file};
use duecause::source::Sources;
use duecause::syntax::{schema, yaml};
use duecause::wording::Language;

/// What the files with mistakes say about people.
const PERSONAL: [&str; 3] = ["张三", "zhangsan", "13800000000"];

/// Returns the files with mistakes, in order.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/bad");
    let entries = std::fs::read_dir(&root).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "yaml"));
    paths.sort();
    paths
}

/// Returns what is wrong with the shape of all files with mistakes.
fn checked(language: Language) -> Annotated {
    let mut subjects = Vec::new();
    for path in files() {
        let mut sources = Sources::new();
        let name = path.file_name().unwrap().to_str().unwrap();
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let file = sources.add(name, text);
        let (node, mut diagnostics) = yaml::read(&sources, file);
        match node.as_ref().map(schema::kind) {
            Some(Ok(kind)) => diagnostics.extend(schema::check(&node.unwrap(), kind)),
            Some(Err(found)) => diagnostics.extend(found),
            None => {}
        }
        subjects.push(of_file(name, &diagnostics, &sources, language));
    }
    Annotated {
        command: "check",
        title: "<all> & \"everything\"".to_owned(),
        summary: "a|b".to_owned(),
        remarks: Vec::new(),
        subjects,
        language,
    }
}

/// Everything in a form tells of no person.
fn tells_of_nobody(text: &str) {
    for personal in PERSONAL {
        assert!(!text.contains(personal), "{personal}");
    }
}

#[test]
fn sarif_fits_its_schema() {
    // The published schema has a pattern that is no regular expression.
    let schema = include_str!("../support/sarif/sarif-schema-2.1.0.json");
    let schema = schema.replace("-[a-zA-Z]{2}]?$", "-[a-zA-Z]{2}$");
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for language in [Language::Chinese, Language::English] {
        let annotated = checked(language);
        let text = annotated.written(Form::Sarif);
        tells_of_nobody(&text);
        let log: serde_json::Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&log).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let results = log["runs"][0]["results"].as_array().unwrap();
        let found: usize = annotated.subjects.iter().map(|s| s.annotations.len()).sum();
        assert_eq!(results.len(), found);
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        for result in results {
            let index = result["ruleIndex"].as_u64().unwrap() as usize;
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
    }
}

#[test]
fn junit_is_well_formed_and_counts_what_it_holds() {
    let annotated = checked(Language::Chinese);
    let text = annotated.written(Form::Junit);
    tells_of_nobody(&text);
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut cases, mut failures) = (0, 0);
    loop {
        use quick_xml::events::Event;
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(e) | Event::Empty(e) if e.name().as_ref() == "testcase" => cases += 1,
            Event::Start(e) if e.name().as_ref() == "failure" => failures += 1,
            _ => {}
        }
    }
    let failed = annotated.subjects.iter().filter(|s| s.outcome == Outcome::Failed).count();
    assert_eq!((cases, failures), (annotated.subjects.len(), failed));
    assert!(text.contains(&format!("failures=\"{failed}\"")));
}

#[test]
fn each_annotation_is_one_line_for_github() {
    let annotated = checked(Language::English);
    let text = annotated.written(Form::Github);
    tells_of_nobody(&text);
    let found: usize = annotated.subjects.iter().map(|s| s.annotations.len()).sum();
    assert_eq!(text.lines().count(), found);
    for line in text.lines() {
        let rest = line.strip_prefix("::").unwrap();
        let (head, _) = rest.split_once("::").unwrap();
        let (name, properties) = head.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&name), "{line}");
        assert!(properties.split(',').all(|p| p.contains('=')), "{line}");
    }
}

#[test]
fn markdown_keeps_its_table() {
    let annotated = checked(Language::Chinese);
    let text = annotated.written(Form::Markdown);
    tells_of_nobody(&text);
    let rows: Vec<&str> = text.lines().filter(|l| l.starts_with('|')).collect();
    assert!(rows.len() > 50);
    for row in rows {
        let bars = row.matches('|').count() - row.matches("\\|").count();
        assert_eq!(bars, 6, "{row}");
    }
}
