//! Files with mistakes and what the program says about them.
//!
//! Each `tests/diagnostics/bad/<mistake>.yaml` has its expected text beside it
//! in both languages; files in `good/` have no mistake. A case whose shape is
//! right is opened with the pack and its exhibits, as the commands do.
//! `SNAPSHOTS=overwrite` writes the expected texts anew.

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

/// What is wrong with a file: the diagnostics, the files they speak of, and the one that holds
/// personal values.
type Checked = (Diagnostics, Sources, Option<FileId>);

/// Reads a file and checks its shape.
fn check(path: &Path) -> Checked {
    let mut sources = Sources::new();
    let name = path.file_name().unwrap().to_str().unwrap();
    let bytes = std::fs::read(path).unwrap();
    let file: FileId = sources.add(name, String::from_utf8(bytes).unwrap());
    let (node, mut diagnostics) = yaml::read(&sources, file);
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
    (diagnostics, sources, case.then_some(file))
}

/// What `check` says of a file whose shape is right: only held against the law is it wrong.
#[cfg(feature = "cli")]
fn held_against_the_law(path: &Path, language: Language) -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_duecause"))
        .args(["--lang", language.tag(), "check"])
        .arg(path.file_name().unwrap())
        .current_dir(path.parent().unwrap())
        .output()
        .unwrap();
    String::from_utf8(output.stderr).unwrap()
}

/// Returns the text about a file; names of files are those within their folder.
fn text((diagnostics, sources, personal): &Checked, language: Language) -> String {
    let masked = |file| Some(file) == *personal;
    let options = RenderOptions::new().masked(&masked);
    let text = report::render(diagnostics, sources, language, &options);
    ["bad", "good"]
        .iter()
        .fold(text, |text, folder| text.replace(&format!("tests/diagnostics/{folder}/"), ""))
}

/// What the cases with mistakes say about people: none of it may be repeated.
const PERSONAL: [&str; 3] = ["张三", "zhangsan", "13800000000"];

#[test]
fn every_mistake_is_said_in_both_languages_where_it_stands() {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let mut failures = Vec::new();
    for path in files("bad") {
        let checked = check(&path);
        let is_well_formed = checked.0.is_empty();
        if is_well_formed && cfg!(not(feature = "cli")) {
            continue;
        }
        for language in [Language::Chinese, Language::English] {
            let text = match is_well_formed {
                #[cfg(feature = "cli")]
                true => held_against_the_law(&path, language),
                _ => text(&checked, language),
            };
            assert!(text.contains("[E") || text.contains("[W") || text.contains("[CN-"), "{text}");
            let is_case = checked.2.is_some();
            let told = PERSONAL.iter().find(|p| is_case && text.contains(**p));
            assert!(told.is_none(), "{} repeats {told:?}", path.display());
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
        assert_eq!(text(&check(&path), Language::English), "", "{}", path.display());
    }
}
