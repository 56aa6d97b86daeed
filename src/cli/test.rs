//! `duecause test`

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::args::Test;
use super::exit::Status;
use super::output::Terminal;
use crate::bundle::Library;
use crate::vectors::{Report, Runner, load};
use crate::wording::Language;
use crate::workspace::find_root;

/// Runs the command.
pub fn run(command: &Test, terminal: &Terminal) -> Status {
    let bundle = match find_root(std::path::Path::new(".")).bundle() {
        Ok(bundle) => bundle,
        Err(failure) => return terminal.failure(&failure),
    };
    let mut library = Library::new(bundle);
    let paths: Vec<String> = library
        .bundle()
        .below("rules")
        .map(|(path, _)| path.to_owned())
        .filter(|path| path.contains("/tests/"))
        .collect();
    let mut runner = Runner::new();
    let mut tally = Tally::default();
    for path in paths {
        let Some(node) = library.node(&path).cloned() else { continue };
        for vector in load(&path, &node) {
            let wanted = command.filter.as_ref().is_none_or(|f| {
                path.contains(f.as_str())
                    || vector.name.contains(f.as_str())
                    || vector.id.contains(f.as_str())
            });
            if wanted {
                let report = runner.run(&mut library, &vector);
                if command.coverage {
                    tally.boundaries.extend(runner.boundaries(&mut library, &vector));
                }
                tally.add(&path, report, &library, terminal);
            }
        }
    }
    let found = library.take_diagnostics();
    if found.has_errors() {
        return terminal.diagnostics(&found, &library, None);
    }
    let text = tally.text(terminal.language());
    terminal.data(&text);
    if command.coverage {
        let pack = library.layer_names().into_iter().find(|n| !n.contains('/')).unwrap_or_default();
        let ids = runner.requirements(&mut library, &[pack]);
        terminal.data(&tally.coverage(&ids, terminal.language()));
    }
    if tally.failed > 0 { Status::Blocked } else { Status::Clean }
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

    fn text(&self, language: Language) -> String {
        let (passed, failed, asserted) = (self.passed, self.failed, self.asserted);
        let differs = self.differs.len();
        match language {
            Language::Chinese => format!(
                "{passed} 个算例通过，{failed} 个不通过，共核对 {asserted} 项；其中 {differs} 个与其他来源的算法不同，已注明\n"
            ),
            Language::English => format!(
                "{passed} vectors passed, {failed} failed, {asserted} assertions; {differs} differ from another source, which they name\n"
            ),
        }
    }

    /// Which requirement lacks a vector that satisfies it, fails it, leaves it open, or stands on its boundary.
    fn coverage(&self, requirements: &[(String, String, bool)], language: Language) -> String {
        let wanted = [
            ("satisfied", "符合", "a satisfied one"),
            ("not-satisfied", "不符合", "a failing one"),
            ("indeterminate", "不能确定", "an indeterminate one"),
        ];
        let mut text = String::new();
        for (code, id, has_boundary) in requirements {
            let found = self.outcomes.get(id);
            let mut lacking: Vec<&str> = wanted
                .iter()
                .filter(|(outcome, ..)| !found.is_some_and(|f| f.contains(outcome)))
                .map(|(_, zh, en)| if language == Language::Chinese { *zh } else { *en })
                .collect();
            if *has_boundary && !self.boundaries.contains(id) {
                lacking.push(if language == Language::Chinese {
                    "边界"
                } else {
                    "a boundary one"
                });
            }
            if !lacking.is_empty() {
                let lacks =
                    if language == Language::Chinese { "缺少算例：" } else { "lacks " };
                text.push_str(&format!("{code} {id} {lacks}{}\n", lacking.join(", ")));
            }
        }
        text
    }
}
