//! What each paper must contain: `tests/documents/contents.json` names it element by element.
//!
//! A paper made on its day, from a case that is full, holds every element and no mark; made a day
//! too late it is a draft that says why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize)]
struct Contents {
    case: String,
    papers: BTreeMap<String, Paper>,
}

#[derive(Deserialize)]
struct Paper {
    /// The last day on which it may be made, or one before.
    as_of: String,
    /// A day on which it may not be made any more.
    late: String,
    zh: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
}

/// Writes a paper as Markdown and returns it.
fn render(case: &str, name: &str, as_of: &str, language: &str) -> String {
    let folder = format!("{name}-{as_of}-{language}");
    let out: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers").join(folder);
    drop(std::fs::remove_dir_all(&out));
    let output = Command::new(env!("CARGO_BIN_EXE_duecause"))
        .args(["--lang", language, "render", case, name, "--as-of", as_of, "--to", "md", "--out"])
        .arg(&out)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let files = String::from_utf8(output.stdout).unwrap();
    let paper = files.lines().find(|line| line.ends_with(".md"));
    let paper = paper.unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    std::fs::read_to_string(paper).unwrap().replace("\\_", "_")
}

#[test]
fn a_paper_holds_each_element_it_must_contain() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/contents.json");
    let contents: Contents = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut failures = Vec::new();
    for (name, paper) in &contents.papers {
        for (language, elements) in [("zh", &paper.zh), ("en", &paper.en)] {
            let text = render(&contents.case, name, &paper.as_of, language);
            let marks = ["草稿", "DRAFT", "【", "[to be supplied"];
            failures.extend(
                marks
                    .iter()
                    .filter(|mark| text.contains(*mark))
                    .map(|mark| format!("{name} ({language}): it is marked {mark}")),
            );
            let missing = elements.iter().filter(|(_, words)| !text.contains(words.as_str()));
            failures.extend(
                missing
                    .map(|(element, words)| format!("{name} ({language}): no {element}: {words}")),
            );
        }
        let late = render(&contents.case, name, &paper.late, "zh");
        if !late.starts_with("**草稿 未经审批 不得送达**") || !late.contains("现已逾期")
        {
            failures.push(format!("{name}: made too late, it is no draft"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
