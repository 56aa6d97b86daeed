//! A bad and a good example of a requirement: the shortest of its vectors, which the tests run.

use crate::bundle::Library;
use crate::compile::RequirementEntry;
use crate::source::Sources;
use crate::syntax::Node;
use crate::vectors::{Vector, load, paths};
use crate::wording::Language;
use crate::wording::catalogue::explaining::LawWords as Words;

/// Longer examples say less than they take.
const MOST_LINES: usize = 16;

/// Keys of a vector that say what is given.
const GIVEN: [&str; 4] = ["set", "facts", "lists", "evidence"];

/// Returns the lines to print below the page of a requirement; empty if no vector is about it.
pub fn examples(library: &mut Library, entry: &RequirementEntry, language: Language) -> String {
    let vectors = about(library, entry);
    let sources = library.sources();
    let mut text = String::new();
    for (outcome, mark, words) in
        [("not-satisfied", "✗", Words::BadExample), ("satisfied", "✓", Words::GoodExample)]
    {
        let of_outcome = vectors.iter().filter(|(_, found)| found == outcome);
        let told = of_outcome.map(|(vector, _)| (vector, given(vector, sources)));
        let shown = told.filter(|(_, lines)| (1..=MOST_LINES).contains(&lines.len()));
        let Some((vector, lines)) = shown.min_by_key(|(_, lines)| length(lines)) else { continue };
        let words = words.text();
        text.push_str(&format!("\n■ {}\n\n  {mark} {}\n", words.get(language), vector.name));
        lines.iter().for_each(|line| text.push_str(&format!("    {line}\n")));
    }
    text
}

fn length(lines: &[String]) -> usize {
    lines.iter().map(|line| line.chars().count()).sum()
}

/// The vectors that expect an outcome of a requirement, with that outcome; those of a file of
/// edges, which show a limit and no case, only if there is no other of that outcome.
fn about(library: &mut Library, entry: &RequirementEntry) -> Vec<(Vector, String)> {
    let mut found: Vec<(Vector, String)> = Vec::new();
    let (edges, others): (Vec<String>, Vec<String>) =
        paths(library).into_iter().partition(|path| path.ends_with("/edges.yaml"));
    for path in others.into_iter().chain(edges) {
        let Some(node) = library.node(&path).cloned() else { continue };
        let is_edge = path.ends_with("/edges.yaml");
        let told: Vec<String> = found.iter().map(|(_, outcome)| outcome.clone()).collect();
        for vector in load(&path, &node) {
            let mut findings = vector.expect.findings.iter();
            let asserted = findings.find(|(name, ..)| *name == entry.id || *name == entry.code);
            let outcome = asserted.map(|(_, outcome, _)| outcome.clone());
            if let Some(outcome) = outcome.filter(|o| !is_edge || !told.contains(o)) {
                found.push((vector, outcome));
            }
        }
    }
    found
}

/// What a vector gives, as its file writes it, without the indentation.
fn given(vector: &Vector, sources: &Sources) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in vector.given.entries().unwrap_or(&[]) {
        if GIVEN.contains(&entry.key()) {
            lines.extend(written(entry.key(), entry.value(), sources));
        }
    }
    lines
}

fn written(key: &str, value: &Node, sources: &Sources) -> Vec<String> {
    let text = sources.slice(value.span());
    // In flow style the value stands behind its key, in block style below it.
    if text.starts_with(['{', '[']) {
        return vec![format!(
            "{key}: {}",
            text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
        )];
    }
    let (_, column) = sources.line_column(value.span());
    let indent = column.saturating_sub(1);
    let mut lines = vec![format!("{key}:")];
    for (at, line) in text.lines().enumerate() {
        let blanks = line.chars().take_while(|c| *c == ' ').count();
        let kept: String =
            line.chars().skip(if at == 0 { 0 } else { blanks.min(indent) }).collect();
        lines.push(format!("  {kept}"));
    }
    lines
}
