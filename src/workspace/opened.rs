//! Opens a case: finds its policy, compiles its rules, reads its facts, checks its exhibits.

use std::path::{Path, PathBuf};

use super::exhibits;
use super::files::{Failure, read_text};
use super::policies::{beside, find_root};
use super::releases;
use crate::assess::{Overrides, Question, Receipt};
use crate::bundle::{Library, RuleBook};
use crate::case::{self, Annex, CaseFile, Cell, Head, Stated};
use crate::compile::RuleSet;
use crate::diag::{Diagnostic, Diagnostics, nearest};
use crate::rules::{Policy, PolicyVersion};
use crate::source::{Digest, FileId, Span};
use crate::syntax::{Node, SchemaKind, schema};
use crate::value::dates::parse_date;
use crate::value::{Date, Value};
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;

/// A case with everything needed to assess it.
#[derive(Debug)]
pub struct Opened {
    /// All files read.
    pub library: Library,
    /// The case file's id, whose values are masked.
    pub file: FileId,
    /// Rules and receipt; the receipt covers policy and case too.
    pub book: RuleBook,
    /// The case.
    pub case: CaseFile,
    /// What is asked.
    pub question: Question,
    /// Warnings.
    pub diagnostics: Diagnostics,
    /// Folder of the case.
    pub folder: PathBuf,
}

/// How a case is opened.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Date of knowledge that wins over the case's own.
    pub as_of: Option<Date>,
    /// Date of knowledge if nobody gives one.
    pub today: Date,
}

/// Why a case cannot be opened: what is wrong with which file.
pub type Unopened = (Library, Diagnostics, Option<FileId>);

/// Opens a case file.
///
/// # Errors
///
/// Returns a [`Failure`] if the machine is in the way, and the diagnostics with
/// the files they speak of if a file is.
pub fn open_case(path: &Path, options: Options) -> Result<Result<Opened, Unopened>, Failure> {
    open(path, options, None)
}

/// Opens a case file with the policy of another file in the place of the one of that name.
///
/// Exhibits are not looked for: a draft of a policy does not lie beside them.
///
/// # Errors
///
/// As [`open_case`].
pub fn open_case_under(
    path: &Path,
    options: Options,
    policy: &Path,
) -> Result<Result<Opened, Unopened>, Failure> {
    open(path, options, Some(policy))
}

fn open(
    path: &Path,
    options: Options,
    policy: Option<&Path>,
) -> Result<Result<Opened, Unopened>, Failure> {
    let text = read_text(path)?;
    let mut bundle = find_root(path).bundle()?;
    beside(path, &mut bundle)?;
    if let Some(policy) = policy {
        // The first place in which a policy is looked for.
        let shown = policy.display().to_string();
        bundle.insert("policies/policy.yaml", shown, read_text(policy)?);
    }
    let mut library = Library::new(bundle);
    let (file, node, mut diagnostics) = library.add(&path.display().to_string(), &text);
    let Some(node) = node else { return Ok(Err((library, diagnostics, Some(file)))) };
    let is_sound = is_sound(&node, SchemaKind::Case, &mut diagnostics);
    if !is_sound && schema::kind(&node) != Ok(SchemaKind::Case) {
        return Ok(Err((library, diagnostics, Some(file))));
    }
    // What the loaders find is told together with what the schema finds, each place once.
    let is_draft = policy.is_some();
    let mut opening = Opening { library, diagnostics: Diagnostics::new(), options, is_draft };
    let opened = opening.open(&node, path, &text);
    let Opening { library, diagnostics: found, .. } = opening;
    let lines: Vec<_> = diagnostics.iter().filter_map(|d| place(d, &library)).collect();
    let is_new = |d: &&Diagnostic| place(d, &library).is_none_or(|at| !lines.contains(&at));
    found.iter().filter(is_new).for_each(|d| diagnostics.push(d.clone()));
    Ok(match opened {
        Some((book, case, question)) if !diagnostics.has_errors() => {
            diagnostics.sort(library.sources());
            let folder = path.parent().unwrap_or(Path::new(".")).to_path_buf();
            Ok(Opened { library, file, book, case, question, diagnostics, folder })
        }
        _ => Err((library, diagnostics, Some(file))),
    })
}

/// States from when the next version of a policy is in force, or that there is none: the file of the
/// policy says so, and nobody has to be asked.
fn superseded(case: &mut CaseFile, rules: &RuleSet, policy: &Policy, version: &PolicyVersion) {
    let Some((id, _)) = rules.vocabulary().fact_with_role("policy-superseded") else { return };
    let next = policy.versions.iter().map(|v| v.from).filter(|from| *from > version.from).min();
    let cell = next.map_or(Cell::None, |from| Cell::Known(Value::Date(from)));
    if case.fact(id).is_some_and(|stated| *stated.cell() == Cell::Unknown) {
        case.set_fact(id, Stated::bare(cell));
    }
}

/// File and line of a diagnostic.
fn place(diagnostic: &Diagnostic, library: &Library) -> Option<(FileId, usize)> {
    let span = diagnostic.span()?;
    Some((span.file(), library.sources().line_column(span).0))
}

/// Checks kind and schema; the loaders speak only of what a schema cannot see.
fn is_sound(node: &Node, wanted: SchemaKind, diagnostics: &mut Diagnostics) -> bool {
    if is_of_kind(node, wanted, diagnostics) {
        diagnostics.extend(schema::check(node, wanted));
    }
    !diagnostics.has_errors()
}

/// Checks the kind alone, of a file whose schema the library has checked or that the program carries.
fn is_of_kind(node: &Node, wanted: SchemaKind, diagnostics: &mut Diagnostics) -> bool {
    match schema::kind(node) {
        Ok(kind) if kind == wanted => {}
        Ok(kind) => {
            let message = Message::WrongKind {
                wanted: format!("{}/1", wanted.name()),
                found: format!("{}/1", kind.name()),
            };
            let span = node.get("duecause").map_or(node.span(), Node::span);
            diagnostics.push(Diagnostic::error(message.code(), message.text(), span));
        }
        Err(found) => diagnostics.extend(found),
    }
    !diagnostics.has_errors()
}

struct Opening {
    library: Library,
    diagnostics: Diagnostics,
    options: Options,
    /// Whether the policy is a draft that stands in the place of another.
    is_draft: bool,
}

impl Opening {
    fn open(
        &mut self,
        node: &Node,
        path: &Path,
        text: &str,
    ) -> Option<(RuleBook, CaseFile, Question)> {
        let head = Head::read(node, &mut self.diagnostics);
        let as_of = self.options.as_of.or(head.as_of).unwrap_or(self.options.today);
        let policy = match &head.policy {
            Some((name, _, span)) => Some(self.policy(name, *span)?),
            None => None,
        };
        let extends: Vec<(String, Option<Span>)> = match &policy {
            Some(found) => {
                found.policy.extends.iter().map(|(n, s)| (n.clone(), Some(*s))).collect()
            }
            None => head.extends.iter().map(|(n, s)| (n.clone(), Some(*s))).collect(),
        };
        if extends.is_empty() {
            self.error(&Message::NothingToExtend, node.span());
            return None;
        }
        let (book, found) = self.library.rule_book(&extends, policy.as_ref().map(|p| &p.policy));
        self.diagnostics.extend(found);
        let mut book = book?;
        let version = match (&policy, &head.policy) {
            (Some(found), Some((_, wanted, span))) => {
                Some(self.version(&found.policy, wanted.as_deref(), as_of, *span)?)
            }
            _ => None,
        };
        let annex = Annex {
            facts: version.and_then(|v| v.facts.as_ref()),
            lists: version.and_then(|v| v.lists.as_ref()),
            evidence: policy.as_ref().and_then(|p| p.policy.evidence.as_ref()),
            accept: policy.as_ref().and_then(|p| p.policy.accept.as_ref()),
            waivers: None,
        };
        let (mut case, found) = case::load(node, annex, book.rules.vocabulary());
        self.diagnostics.extend(found);
        if let (Some(found), Some(version)) = (&policy, version) {
            superseded(&mut case, &book.rules, &found.policy, version);
        }
        self.diagnostics.extend(releases::check(&case, &book.rules, as_of));
        let folder = path.parent().unwrap_or(Path::new("."));
        let of_policy = policy.as_ref().and_then(|p| p.folder.as_deref());
        if !self.is_draft {
            self.diagnostics.extend(exhibits::verify(&case, folder, of_policy));
        }
        let ground = self.ground(&head, &book.rules, node)?;
        book.receipt.inputs.extend(policy.as_ref().map(|p| (p.policy.name.clone(), p.digest)));
        book.receipt.inputs.push(("case".to_owned(), Digest::of(text.as_bytes())));
        let question = Question {
            ground,
            as_of,
            version: version.map(|v| v.from),
            overrides: Overrides::default(),
        };
        Some((book, case, question))
    }

    fn error(&mut self, message: &Message, span: Span) {
        self.diagnostics.push(Diagnostic::error(message.code(), message.text(), span));
    }

    /// Finds the policy of a name among those of the workspace, the nearest to the case first.
    fn policy(&mut self, name: &str, span: Span) -> Option<FoundPolicy> {
        let mut paths: Vec<String> =
            self.library.bundle().below("policies").map(|(path, _)| path.to_owned()).collect();
        paths.retain(|p| p.ends_with(".yaml") || p.ends_with(".yml") || p.ends_with(".json"));
        paths.sort_by_key(|p| p != "policies/policy.yaml");
        let mut known = Vec::new();
        for path in &paths {
            let Some(node) = self.library.node(path).cloned() else { continue };
            let found = node.get("name").and_then(Node::text).unwrap_or_default().to_owned();
            if found != name {
                known.push(found);
                continue;
            }
            let mut diagnostics = self.library.take_diagnostics();
            if !is_of_kind(&node, SchemaKind::Policy, &mut diagnostics) {
                self.diagnostics.extend(diagnostics);
                return None;
            }
            let (policy, found) = crate::rules::policy::load(&node);
            self.diagnostics.extend(found);
            let text = self.library.bundle().text(path).unwrap_or_default();
            let digest = Digest::of(text.as_bytes());
            let shown =
                self.library.sources().get(node.span().file()).map(|f| PathBuf::from(f.name()));
            let folder =
                shown.filter(|p| p.is_file()).and_then(|p| Some(p.parent()?.to_path_buf()));
            return Some(FoundPolicy { policy, digest, folder });
        }
        drop(self.library.take_diagnostics());
        self.no_policy(name, span, &known, &paths);
        None
    }

    fn no_policy(&mut self, name: &str, span: Span, known: &[String], paths: &[String]) {
        let message = Message::NoPolicy { name: name.to_owned() };
        let mut diagnostic = Diagnostic::error(message.code(), message.text(), span);
        if let Some(near) = nearest(name, known.iter().map(String::as_str)) {
            let name = near.to_owned();
            diagnostic = diagnostic.with_help(LoadingMessage::DidYouMean { name }.text());
        }
        let places = Message::NoPolicyHelp { places: paths.join(", ") };
        self.diagnostics.push(diagnostic.with_help(places.text()));
    }

    /// The version the case names, or the last one that has begun.
    fn version<'p>(
        &mut self,
        policy: &'p Policy,
        wanted: Option<&str>,
        as_of: Date,
        span: Span,
    ) -> Option<&'p PolicyVersion> {
        let found = match wanted {
            Some(text) => policy.versions.iter().find(|v| Some(v.from) == parse_date(text)),
            None => policy.versions.iter().rev().find(|v| v.from <= as_of),
        };
        if found.is_none() {
            let name = policy.name.clone();
            let known: Vec<String> = policy.versions.iter().map(|v| v.from.to_string()).collect();
            let message = match wanted {
                Some(version) => Message::PolicyVersionMissing {
                    policy: name,
                    version: version.to_owned(),
                    known: known.join(", "),
                },
                None => Message::PolicyNotYet {
                    policy: name,
                    as_of: as_of.to_string(),
                    first: known.first().cloned().unwrap_or_default(),
                },
            };
            let diagnostic = Diagnostic::error(message.code(), message.text(), span);
            self.diagnostics.push(match wanted {
                Some(_) => diagnostic,
                None => diagnostic.with_help(Message::PolicyNotYetHelp.text()),
            });
        }
        found
    }

    fn ground(&mut self, head: &Head, rules: &RuleSet, node: &Node) -> Option<String> {
        let known: Vec<&str> = rules.vocabulary().grounds().iter().map(|g| g.name()).collect();
        let Some((name, span)) = &head.ground else {
            let message = Message::GroundMissing { known: known.join(", ") };
            self.error(&message, node.span());
            return None;
        };
        if known.contains(&name.as_str()) {
            return Some(name.clone());
        }
        let known_grounds = known.join(", ");
        let message = Message::NoGround { name: name.clone() };
        let diagnostic = Diagnostic::error(message.code(), message.text(), *span);
        self.diagnostics.push(match nearest(name, known) {
            Some(near) => {
                diagnostic.with_help(LoadingMessage::DidYouMean { name: near.to_owned() }.text())
            }
            None => {
                let known = known_grounds;
                diagnostic.with_help(Message::GroundsAre { known }.text())
            }
        });
        None
    }
}

struct FoundPolicy {
    policy: Policy,
    digest: Digest,
    folder: Option<PathBuf>,
}

/// Returns the receipt's inputs with the program itself first.
#[must_use]
pub fn with_program(receipt: &Receipt) -> Receipt {
    let version = env!("CARGO_PKG_VERSION");
    let mut inputs = vec![(format!("duecause {version}"), Digest::of(version.as_bytes()))];
    inputs.extend(receipt.inputs.iter().cloned());
    Receipt { inputs }
}
