//! Files with mistakes and what the program says about them.
//!
//! Each `tests/diagnostics/bad/<mistake>.yaml` has its expected text beside it
//! in both languages; files in `good/` have no mistake. `SNAPSHOTS=overwrite`
//! writes the expected texts anew.

use std::path::{Path, PathBuf};

use duecause::diag::Diagnostics;
use duecause::report::{self, RenderOptions};
use duecause::source::{FileId, Sources};
use duecause::syntax::{SchemaKind, schema, yaml};
use duecause::wording::Language;

/// Returns the files of a folder below `tests/diagnostics`, in order.
fn files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics").join(folder);
    let entries = std::fs::read_dir(&root).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "yaml" || e == "json"));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// Reads a file and checks its shape.
fn check(path: &Path, sources: &mut Sources) -> (Diagnostics, bool) {
    let name = path.file_name().unwrap().to_str().unwrap();
    let bytes = std::fs::read(path).unwrap();
    let file: FileId = sources.add(name, String::from_utf8(bytes).unwrap());
    let (node, mut diagnostics) = yaml::read(sources, file);
    let mut case = sources.iter().last().unwrap().text().contains("duecause: case/");
    if let Some(node) = node {
        match schema::kind(&node) {
            Ok(kind) => {
                case = kind == SchemaKind::Case;
                diagnostics.extend(schema::check(&node, kind));
            }
            Err(found) => diagnostics.extend(found),
        }
    }
    (diagnostics, case)
}

#[test]
fn every_mistake_is_said_in_both_languages_where_it_stands() {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let mut failures = Vec::new();
    for path in files("bad") {
        let mut sources = Sources::new();
        let (diagnostics, case) = check(&path, &mut sources);
        assert!(diagnostics.has_errors(), "{} has no mistake", path.display());
        for language in [Language::Chinese, Language::English] {
            let masked = |_| case;
            let options = RenderOptions::new().masked(&masked);
            let text = report::render(&diagnostics, &sources, language, &options);
            let expected = path.with_extension(format!("{}.stderr", language.tag()));
            let expected = snapbox::Data::read_from(&expected, None).raw();
            let actual = snapbox::Data::text(text).raw();
            if let Err(difference) = assert.try_eq(Some(&path.display()), actual, expected) {
                failures.push(difference.to_string());
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn files_without_mistakes_are_left_alone() {
    for path in files("good") {
        let mut sources = Sources::new();
        let (diagnostics, _) = check(&path, &mut sources);
        let options = RenderOptions::new();
        let text = report::render(&diagnostics, &sources, Language::English, &options);
        assert_eq!(text, "", "{}", path.display());
    }
}
