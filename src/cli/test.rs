//! `duecause test`

mod mutate;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::args::Test;
use super::exit::Status;
use super::output::Terminal;
use crate::bundle::Library;
use crate::diag::nearest;
use crate::vectors::{Report, Runner, Vector, load, paths};
use crate::wording::Language;
use crate::wording::catalogue::commands::CommandWords as Words;
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, find_root};

/// Runs the command.
pub fn run(command: &Test, terminal: &Terminal) -> Status {
    let bundle = match find_root(std::path::Path::new(".")).bundle() {
        Ok(bundle) => bundle,
        Err(failure) => return terminal.failure(&failure),
    };
    let mut library = Library::new(bundle);
    if command.mutate {
        return mutate::run(&mut library, command.filter.as_deref(), terminal);
    }
    let paths = paths(&library);
    let mut runner = Runner::new();
    let mut tally = Tally::default();
    let mut words = BTreeSet::new();
    for path in paths {
        let Some(node) = library.node(&path).cloned() else { continue };
        for vector in load(&path, &node) {
            if command.filter.as_ref().is_none_or(|f| is_meant(&path, &vector, f)) {
                let report = runner.run(&mut library, &vector);
                if command.coverage {
                    tally.boundaries.extend(runner.boundaries(&mut library, &vector));
                }
                tally.add(&path, report, &library, terminal);
            } else {
                words.extend(words_of(&path, &vector));
            }
        }
    }
    let found = library.take_diagnostics();
    if found.has_errors() {
        return terminal.diagnostics(&found, &library, None);
    }
    if let (0, Some(filter)) = (tally.passed + tally.failed, &command.filter) {
        return nothing_meant(filter, &words, terminal);
    }
    let text = tally.text(terminal);
    terminal.data(&text);
    if command.coverage {
        let pack = library.layer_names().into_iter().find(|n| !n.contains('/')).unwrap_or_default();
        let ids = runner.requirements(&mut library, &[pack]);
        terminal.data(&tally.coverage(&ids, terminal));
    }
    if tally.failed > 0 { Status::Blocked } else { Status::Clean }
}

/// Whether a filter means a vector: by its file, its name, its id, or a requirement it is about.
fn is_meant(path: &str, vector: &Vector, filter: &str) -> bool {
    let filter = filter.to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&filter);
    let mut findings = vector.expect.findings.iter().map(|(name, ..)| name);
    let mut fires = vector.expect.fires.iter().map(|(name, _)| name);
    has(path)
        || has(&vector.name)
        || has(&vector.id)
        || findings.any(|name| name.to_lowercase() == filter)
        || fires.any(|name| name.to_lowercase() == filter)
}

/// The words by which a vector can be meant.
fn words_of(path: &str, vector: &Vector) -> Vec<String> {
    let path = path.strip_suffix(".yaml").unwrap_or(path).split('/').map(str::to_owned);
    let words = vector.name.split_whitespace().chain([vector.id.as_str()]).map(str::to_owned);
    let findings = vector.expect.findings.iter().map(|(name, ..)| name.clone());
    path.chain(words).chain(findings).collect()
}

/// A filter that means nothing is a slip, and must not look like success.
fn nothing_meant(filter: &str, words: &BTreeSet<String>, terminal: &Terminal) -> Status {
    let mut failure = Failure::new(&Message::NoVector { filter: filter.to_owned() });
    failure.help = match nearest(filter, words.iter().map(String::as_str)) {
        Some(near) => LoadingMessage::DidYouMean { name: near.to_owned() }.text(),
        None => Message::NoVectorHelp.text(),
    };
    terminal.failure(&failure)
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    asserted: usize,
    differs: Vec<String>,
    outcomes: BTreeMap<String, BTreeSet<&'static str>>,
    boundaries: BTreeSet<String>,
}

impl Tally {
    fn add(&mut self, path: &str, report: Report, library: &Library, terminal: &Terminal) {
        self.asserted += report.asserted;
        self.differs.extend(report.differs.iter().map(|who| format!("{}: {who}", report.name)));
        for (id, outcome) in &report.outcomes {
            self.outcomes.entry(id.clone()).or_default().insert(outcome);
        }
        if report.failures.is_empty() {
            self.passed += 1;
            return;
        }
        self.failed += 1;
        for (span, message) in &report.failures {
            let (line, column) = library.sources().line_column(*span);
            let file = library.sources().get(span.file()).map_or(path, |f| f.name());
            terminal.data(&format!("{file}:{line}:{column}: {}: {message}\n", report.name));
        }
    }

    fn text(&self, terminal: &Terminal) -> String {
        let vectors = terminal.say(&Words::vectors(self.passed + self.failed));
        let asserted = terminal.say(&Words::assertions(self.asserted));
        let mut text = terminal.say(&match self.failed {
            0 => Words::VectorsPassed { vectors, asserted },
            failed => Words::VectorsFailed { vectors, failed, asserted },
        });
        if !self.differs.is_empty() {
            text.push_str(&terminal.say(&Words::VectorsDiffer { count: self.differs.len() }));
        }
        format!("{text}\n")
    }

    /// Which requirement lacks a vector that satisfies it, fails it, leaves it open, or stands on its boundary.
    fn coverage(&self, requirements: &[(String, String, bool)], terminal: &Terminal) -> String {
        let wanted = [
            ("satisfied", Words::Satisfying),
            ("not-satisfied", Words::Failing),
            ("indeterminate", Words::Open),
        ];
        let mut text = String::new();
        for (code, id, has_boundary) in requirements {
            let found = self.outcomes.get(id);
            let is_missing = |outcome: &str| !found.is_some_and(|f| f.contains(outcome));
            let mut lacking: Vec<String> = wanted
                .iter()
                .filter(|(outcome, _)| is_missing(outcome))
                .map(|(_, words)| terminal.say(words))
                .collect();
            if *has_boundary && !self.boundaries.contains(id) {
                lacking.push(terminal.say(&Words::Boundary));
            }
            if !lacking.is_empty() {
                let lacking = lacking.join(match terminal.language() {
                    Language::Chinese => "、",
                    Language::English => ", ",
                });
                let (code, id) = (code.clone(), id.clone());
                text.push_str(&terminal.say(&Words::Lacks { code, id, lacking }));
                text.push('\n');
            }
        }
        text
    }
}
