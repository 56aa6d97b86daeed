//! The examples: what the program says about each, and which papers it writes.
//!
//! Each `examples/<name>/case.yaml` has `expected/` beside it; `SNAPSHOTS=overwrite` writes it anew.
//! Digests and fingerprints are left out: they change with every comment in a rule.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// Returns the folders of the examples.
fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let entries = std::fs::read_dir(&root).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|e| e.unwrap().path()).collect();
    folders.retain(|f| f.join("case.yaml").is_file());
    folders.sort();
    folders
}

/// Runs the program from the root of the package.
fn duecause(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_duecause"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

/// Verdicts and figures without words.
fn figures(review: &str) -> String {
    let review: Value = serde_json::from_str(review).unwrap();
    let values = |key: &str| -> Value {
        let named = |f: &Value| {
            let value = match f["state"].as_str() {
                Some("known") => f["value"].clone(),
                state => json!(state),
            };
            (f["name"].as_str().unwrap().to_owned(), value)
        };
        review[key].as_array().unwrap().iter().map(named).collect::<serde_json::Map<_, _>>().into()
    };
    let documents = review["documents"].as_array().unwrap();
    let verdict = |d: &Value| (d["name"].as_str().unwrap().to_owned(), d["verdict"].clone());
    let documents: serde_json::Map<String, Value> = documents.iter().map(verdict).collect();
    let all = json!({
        "verdict": review["verdict"],
        "documents": documents,
        "figures": values("figures"),
        "deadlines": values("deadlines"),
    });
    format!("{all:#}\n")
}

/// The names of the papers that may be issued, and whether something was refused.
fn papers(case: &str, name: &str) -> String {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("examples").join(name);
    drop(std::fs::remove_dir_all(&out));
    let out_argument = out.display().to_string();
    let (status, printed) =
        duecause(&["--lang", "zh", "render", case, "--to", "md", "--out", &out_argument]);
    let names = printed.lines().filter_map(|l| l.rsplit('/').next()).collect::<Vec<_>>().join("\n");
    format!("{names}\nexit code {status}\n")
}

#[test]
fn examples_say_what_their_readme_says() {
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    let mut failures = Vec::new();
    for folder in folders() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let case = format!("examples/{name}/case.yaml");
        let mut same = |file: &str, actual: String| {
            let path = folder.join("expected").join(file);
            let expected = snapbox::Data::read_from(&path, None).raw();
            let actual = snapbox::Data::text(actual).raw();
            if let Err(difference) = assert.try_eq(Some(&path.display()), actual, expected) {
                failures.push(difference.to_string());
            }
        };
        let (_, review) = duecause(&["--lang", "zh", "review", &case]);
        let lines = review.lines().filter(|l| !l.starts_with("■ 输入指纹"));
        same("review.txt", lines.collect::<Vec<_>>().join("\n").trim_end().to_owned() + "\n");
        let (_, review) = duecause(&["review", &case, "--format", "json"]);
        same("figures.json", figures(&review));
        same("papers.txt", papers(&case, &name));
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
