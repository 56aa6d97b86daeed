//! `duecause check`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::Check;
use super::exit::Status;
use super::output::{Terminal, status_of};
use super::policies::{conflicts_of, record_of, released};
use super::selection::Selection;
use crate::assess::assess;
use crate::bundle::Library;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::report;
use crate::report::annotations::{Annotated, Form, Subject, of_file, suppressed};
use crate::rules::Checked;
use crate::source::{FileId, Sources, Span};
use crate::syntax::{Node, SchemaKind, schema};
use crate::wording::Localized;
use crate::wording::catalogue::commands::CommandWords as Words;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, Options, find_root, open_case, read_text, verify, yaml_files};

/// Runs the command.
pub fn run(command: &Check, terminal: &Terminal) -> Status {
    let selection = match Selection::new(&command.selected) {
        Ok(selection) => selection,
        Err(failure) => return terminal.failure(&failure),
    };
    let mut checking = Checking::new(command.format.form(), selection, terminal);
    let paths =
        if command.paths.is_empty() { vec![PathBuf::from(".")] } else { command.paths.clone() };
    for path in &paths {
        let result = if path.is_dir() { checking.folder(path) } else { checking.file(path) };
        if let Err(failure) = result {
            checking.failed(&failure);
        }
    }
    let talk = checking.summary();
    let mut talk = terminal.say(&talk);
    if checking.foreign > 0 {
        let files = terminal.say(&Words::files(checking.foreign));
        talk.push_str(&terminal.say(&Words::LeftOut { files }));
    }
    if checking.waived > 0 {
        talk.push_str(&terminal.say(&Words::Waived { count: checking.waived }));
    }
    if checking.unselected > 0 {
        talk.push_str(&terminal.say(&Words::NotSelected { count: checking.unselected }));
    }
    terminal.talk(&format!("{talk}\n"));
    if let Some(form) = checking.form {
        let title = terminal.say(&Words::CheckTitle);
        let (subjects, language) = (checking.subjects, terminal.language());
        let annotated = Annotated {
            command: "check",
            title,
            summary: talk,
            remarks: Vec::new(),
            subjects,
            language,
        };
        terminal.data(&annotated.written(form));
    }
    checking.status
}

struct Checking<'t> {
    /// What is told of.
    selection: Selection,
    /// How many findings are not.
    unselected: usize,
    /// How many findings a named person has released.
    waived: usize,
    /// The form for other programs, if one is asked for.
    form: Option<Form>,
    /// The files checked, for that form.
    subjects: Vec<Subject>,
    terminal: &'t Terminal,
    status: Status,
    files: usize,
    errors: usize,
    warnings: usize,
    /// Files of a folder that are not ours.
    foreign: usize,
    /// Whether the layers of the workspace were compiled already.
    layers: bool,
    /// What was said already: a broken file of a pack is met alone and among its layers.
    said: BTreeSet<(String, String)>,
}

impl<'t> Checking<'t> {
    fn new(form: Option<Form>, selection: Selection, terminal: &'t Terminal) -> Self {
        let status = Status::Clean;
        Self {
            selection,
            unselected: 0,
            waived: 0,
            form,
            subjects: Vec::new(),
            terminal,
            status,
            files: 0,
            errors: 0,
            warnings: 0,
            foreign: 0,
            layers: false,
            said: BTreeSet::new(),
        }
    }

    fn failed(&mut self, failure: &Failure) {
        let status = self.terminal.failure(failure);
        self.errors += 1;
        self.status = self.status.max(status);
    }

    /// What was checked and found.
    fn summary(&self) -> Words {
        let files = self.terminal.say(&Words::files(self.files));
        let errors = self.terminal.say(&Words::errors(self.errors));
        let warnings = self.terminal.say(&Words::warnings(self.warnings));
        match (self.files, self.errors, self.warnings) {
            (_, 0, 0) => Words::CheckedClean { files },
            (_, 0, _) => Words::CheckedWarned { files, warnings },
            (_, _, 0) => Words::CheckedWrong { files, errors },
            _ => Words::CheckedBoth { files, errors, warnings },
        }
    }

    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let files = yaml_files(folder);
        if files.is_empty() {
            let path = folder.display().to_string();
            return Err(Failure::new(&Message::NothingToCheck { path }));
        }
        for path in &files {
            match read_text(path) {
                // A folder may hold files that are not ours; one named on purpose is checked
                // whatever it says.
                Ok(text) if is_json(path) && !is_input(&text) => {}
                Ok(text) if !is_json(path) && !may_be_ours(&text) => self.foreign += 1,
                Ok(_) => self.file(path)?,
                Err(failure) => self.failed(&failure),
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path) -> Result<(), Failure> {
        let text = read_text(path)?;
        let mut library = Library::default();
        let (file, node, mut diagnostics) = library.add(&path.display().to_string(), &text);
        let Some(node) = node else {
            let masked = may_be_a_case(&text).then_some(file);
            return self.report(path, &diagnostics, &library, masked);
        };
        match schema::kind(&node) {
            Err(found) => diagnostics.extend(found),
            Ok(SchemaKind::Case) => return self.case(path),
            Ok(SchemaKind::Policy) => {
                diagnostics.extend(schema::check(&node, SchemaKind::Policy));
                if !diagnostics.has_errors() {
                    return self.policy(path, &text);
                }
            }
            Ok(SchemaKind::Test) => diagnostics.extend(schema::check(&node, SchemaKind::Test)),
            Ok(kind) => {
                diagnostics.extend(schema::check(&node, kind));
                if !diagnostics.has_errors() {
                    return self.layer(path, &node);
                }
            }
        }
        // Only cases hold personal values; what says of itself nothing may be one.
        let masked = schema::kind(&node).is_err().then_some(file);
        self.report(path, &diagnostics, &library, masked)
    }

    fn report(
        &mut self,
        path: &Path,
        diagnostics: &Diagnostics,
        library: &Library,
        masked: Option<FileId>,
    ) -> Result<(), Failure> {
        self.files += 1;
        let new = self.not_said(diagnostics, library.sources());
        let new = self.selected(&new);
        let count = |wanted: Severity| new.iter().filter(|d| d.severity() == wanted).count();
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
        let status = match self.form {
            None => self.terminal.diagnostics(&new, library, masked),
            Some(_) => {
                let name = path.display().to_string();
                let language = self.terminal.language();
                self.subjects.push(of_file(&name, &new, library.sources(), language));
                status_of(&new)
            }
        };
        self.status = self.status.max(status);
        Ok(())
    }

    /// Leaves out what is not selected, and counts it.
    fn selected(&mut self, found: &Diagnostics) -> Diagnostics {
        let (kept, left_out) = self.selection.kept(found);
        self.unselected += left_out;
        kept
    }

    /// Leaves out what was said of the same place before.
    fn not_said(&mut self, diagnostics: &Diagnostics, sources: &Sources) -> Diagnostics {
        let mut new = Diagnostics::new();
        for found in diagnostics.iter() {
            let place = found.span().map(|span| {
                let file = sources.get(span.file()).map_or("", |f| f.name());
                format!("{file} {:?}", sources.line_column(span))
            });
            let is_new =
                place.is_none_or(|at| self.said.insert((found.printed_code().to_owned(), at)));
            if is_new {
                new.push(found.clone());
            }
        }
        new
    }

    fn case(&mut self, path: &Path) -> Result<(), Failure> {
        let options = Options { as_of: None, today: self.terminal.environment().today };
        match open_case(path, options)? {
            Ok(mut opened) => {
                let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
                let whole = Span::new(opened.file, 0, 0);
                let sources = opened.library.sources();
                let found = report::conflicts(&assessment, sources, Checked::Case, whole);
                opened.diagnostics.extend(found);
                opened.diagnostics.sort(opened.library.sources());
                self.report(path, &opened.diagnostics, &opened.library, Some(opened.file))
            }
            Err((library, diagnostics, file)) => self.report(path, &diagnostics, &library, file),
        }
    }

    fn policy(&mut self, path: &Path, text: &str) -> Result<(), Failure> {
        let mut library = Library::new(find_root(path).bundle()?);
        let (_, node, _) = library.add(&path.display().to_string(), text);
        let Some(node) = node else { return Ok(()) };
        let (policy, mut diagnostics) = crate::rules::policy::load(&node);
        let extends: Vec<_> = policy.extends.iter().map(|(n, s)| (n.clone(), Some(*s))).collect();
        let (book, found) = library.rule_book(&extends, Some(&policy));
        diagnostics.extend(found);
        let mut waived = Vec::new();
        if let Some(book) = book {
            let folder = path.parent().unwrap_or(Path::new("."));
            for version in &policy.versions {
                let (case, found) = record_of(&book.rules, &policy, version);
                diagnostics.extend(found);
                diagnostics.extend(verify(&case, folder, Some(folder)));
                if !diagnostics.has_errors() {
                    let sources = library.sources();
                    let found = conflicts_of(&book.rules, &case, version, sources);
                    let today = self.terminal.environment().today;
                    let (kept, left_out) = released(&found, &case, &book.rules, today);
                    diagnostics.extend(kept);
                    waived.extend(left_out);
                }
            }
        }
        self.report(path, &diagnostics, &library, None)?;
        self.suppressed(&waived, library.sources());
        Ok(())
    }

    /// Counts what was released; for other programs it stays in the list, with who released it.
    fn suppressed(&mut self, waived: &[(Diagnostic, Localized)], sources: &Sources) {
        self.waived += waived.len();
        let language = self.terminal.language();
        if let Some(subject) = self.subjects.last_mut() {
            let annotations = waived.iter().map(|(d, why)| suppressed(d, why, sources, language));
            subject.annotations.extend(annotations);
        }
    }

    /// A file of a pack can only be checked with all others of its pack and region.
    fn layer(&mut self, path: &Path, _: &Node) -> Result<(), Failure> {
        self.files += 1;
        if self.layers {
            return Ok(());
        }
        self.layers = true;
        let mut library = Library::new(find_root(path).bundle()?);
        let mut diagnostics = Diagnostics::new();
        for name in library.layer_names() {
            let (_, found) = library.rule_book(&[(name, None)], None);
            diagnostics.extend(found);
        }
        self.files -= 1;
        self.report(path, &diagnostics, &library, None)
    }
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "json")
}

/// Returns whether JSON is a file somebody wrote for us, not one of our own outputs or another's.
fn is_input(text: &str) -> bool {
    let kind = text.split_once("\"duecause\"").map_or("", |(_, rest)| rest);
    let kind = kind.trim_start_matches([' ', ':', '"', '\n', '\r', '\t']);
    SchemaKind::ALL.iter().any(|k| kind.split('/').next() == Some(k.name()))
}

/// Returns whether a file says of itself, if with a slip, that it is one of ours.
fn may_be_ours(text: &str) -> bool {
    let key = |line: &str| line.split([':', '：']).next().unwrap_or("").trim().to_owned();
    text.contains("duecause")
        || text.lines().any(|line| crate::diag::nearest(&key(line), ["duecause"]).is_some())
}

/// Returns whether a file that could not be read as YAML may hold personal values: all but what
/// says of itself that it is something else.
fn may_be_a_case(text: &str) -> bool {
    let kind =
        text.lines().find_map(|line| line.trim_start_matches('\u{feff}').strip_prefix("duecause:"));
    kind.is_none_or(|kind| {
        let kind = kind.trim_start();
        !["pack/", "vocabulary/", "rules/", "documents/", "policy/", "test/"]
            .iter()
            .any(|other| kind.starts_with(other))
    })
}
