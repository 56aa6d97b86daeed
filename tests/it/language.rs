//! The sentences of the rule language, each with the examples that pin it.
//!
//! `tests/language/*.yaml` hold miniature vocabularies and rules and, for each
//! sentence, cases with the values that expressions take in them, or the code
//! of the mistake that refuses them. `tests/language/README.md` is the format.
//!
//! Beside what it says, every example must be monotone: with any one fact or
//! cell made unknown, whatever is settled is what it was.

mod example;
mod question;

pub use example::covers;

use std::path::{Path, PathBuf};

use duecause::source::Sources;
use duecause::syntax::{Node, yaml};

/// Returns the files of examples, in order.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language");
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "yaml"));
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// Reads a file, which must be sound YAML.
fn read(path: &Path, sources: &mut Sources) -> Node {
    let name = path.file_name().unwrap().to_str().unwrap();
    let file = sources.add(name, std::fs::read_to_string(path).unwrap());
    let (node, diagnostics) = yaml::read(sources, file);
    assert!(
        diagnostics.is_empty(),
        "{name}: {:?}",
        diagnostics.iter().map(|d| d.message()).collect::<Vec<_>>()
    );
    node.unwrap()
}

#[test]
fn every_sentence_of_the_language_holds() {
    let (mut failures, mut count) = (Vec::new(), 0);
    for path in files() {
        let mut sources = Sources::new();
        let file = read(&path, &mut sources);
        for node in file.get("examples").and_then(Node::items).unwrap() {
            count += 1;
            for (span, failure) in example::check(&file, node, &mut sources) {
                let (line, _) = sources.line_column(span);
                failures.push(format!("{}:{line}: {failure}", path.display()));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
    assert!(count > 100, "only {count} examples were found");
}
