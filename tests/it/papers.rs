//! What each paper must contain: `tests/documents/contents.json` names it element by element.
//!
//! A paper made on its day, from a case that is full, holds every element and no mark, and no word
//! that no paper may hold; made a day too late or too early it is a draft that says why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize)]
struct Contents {
    case: String,
    never: Never,
    papers: BTreeMap<String, Paper>,
}

/// Words of no paper: what is sensitive, and what is not the language of the law.
#[derive(Deserialize)]
struct Never {
    words: Vec<String>,
    /// The papers that have to name them.
    save: Vec<String>,
}

#[derive(Deserialize)]
struct Paper {
    /// Its own case, where that of the others has no such paper.
    case: Option<String>,
    /// The last day on which it may be made, or one before.
    as_of: String,
    /// A day on which it may not be made any more.
    late: Option<String>,
    /// A day on which it may not be made yet.
    early: Option<String>,
    zh: BTreeMap<String, String>,
    en: BTreeMap<String, String>,
    /// What it must not contain, by language.
    #[serde(default)]
    absent: BTreeMap<String, Vec<String>>,
}

impl Paper {
    /// The words it must not contain in a language.
    fn forbidden<'p>(&'p self, name: &str, never: &'p Never, language: &str) -> Vec<&'p str> {
        let marks = ["草稿", "DRAFT", "【", "[to be supplied"];
        let general = never.words.iter().filter(|_| !never.save.iter().any(|save| save == name));
        let own = self.absent.get(language).into_iter().flatten();
        marks.into_iter().chain(general.chain(own).map(String::as_str)).collect()
    }
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
        let case = paper.case.as_ref().unwrap_or(&contents.case);
        for (language, elements) in [("zh", &paper.zh), ("en", &paper.en)] {
            let text = render(case, name, &paper.as_of, language);
            let forbidden = paper.forbidden(name, &contents.never, language);
            let found = forbidden.iter().filter(|words| text.contains(*words));
            failures.extend(found.map(|words| format!("{name} ({language}): it says {words}")));
            let missing = elements.iter().filter(|(_, words)| !text.contains(words.as_str()));
            failures.extend(
                missing
                    .map(|(element, words)| format!("{name} ({language}): no {element}: {words}")),
            );
        }
        for (day, why) in [(&paper.late, "现已逾期"), (&paper.early, "本文书不得早于")] {
            let Some(day) = day else { continue };
            let draft = render(case, name, day, "zh");
            if !draft.starts_with("**草稿 未经审批 不得送达**") || !draft.contains(why) {
                failures.push(format!("{name}: made on {day}, it is no draft that says {why}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
