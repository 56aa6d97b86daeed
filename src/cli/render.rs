//! `duecause render`

use std::path::{Path, PathBuf};

use super::args::{Render, Target};
use super::exit::Status;
use super::output::Terminal;
use super::review::{no_document, open};
use crate::assess::{Assessment, Refusal, Verdict, assess};
use crate::bundle::Library;
use crate::diag::{Diagnostic, Diagnostics};
use crate::document::{Partials, Template};
use crate::dossier::{
    Artifact, Fonts, Form, Issue, Obstacle, Paper, Papers, export, listed, manifest, reasons,
};
use crate::value::Date;
use crate::vocabulary::DocumentKind;
use crate::wording::catalogue::commands::CommandWords as Words;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::wording::{Localized, amounts};
use crate::workspace::{Failure, Opened, write_beside};

/// At most this many reasons are printed for which a paper is a draft.
const MOST_REASONS: usize = 3;

/// Runs the command.
pub fn run(command: &Render, terminal: &Terminal) -> Status {
    let mut opened = match open(&command.case, terminal) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let fonts = match fonts(command.font_dir.as_deref(), terminal) {
        Ok(fonts) => fonts,
        Err(status) => return status,
    };
    let pack = opened.book.rules.vocabulary().name().to_owned();
    let folder = format!("templates/{pack}/{}", terminal.language().tag());
    let names = match wanted(command, &opened, &folder, terminal) {
        Ok(names) => names,
        Err(status) => return status,
    };
    let generated = generated(&opened, &folder);
    let templates = match read_templates(&mut opened.library, &folder, &names) {
        Ok(templates) => templates,
        Err(diagnostics) => return terminal.diagnostics(&diagnostics, &opened.library, None),
    };
    let mut writing = Writing {
        command,
        terminal,
        opened: &opened,
        fonts,
        artifacts: Vec::new(),
        said: Vec::new(),
        before: None,
        status: Status::Clean,
    };
    writing.before = writing.listed_before();
    writing.all(&names, &generated, &templates);
    writing.finish()
}

/// The documents of the ground that the program can make: the others are supplied by hand.
fn generated(opened: &Opened, folder: &str) -> Vec<String> {
    let belongs = |d: &&DocumentKind| d.belongs_to(&opened.question.ground);
    let all = opened.book.rules.vocabulary().documents().iter().filter(belongs);
    all.map(|d| d.name().to_owned()).filter(|name| has_template(opened, folder, name)).collect()
}

fn has_template(opened: &Opened, folder: &str, name: &str) -> bool {
    opened.library.bundle().text(&format!("{folder}/{name}.md")).is_some()
}

/// The documents to write: those named, or all of the ground that have a template.
fn wanted(
    command: &Render,
    opened: &Opened,
    folder: &str,
    terminal: &Terminal,
) -> Result<Vec<String>, Status> {
    let vocabulary = opened.book.rules.vocabulary();
    if command.documents.is_empty() {
        return Ok(generated(opened, folder));
    }
    let mut names = Vec::new();
    for name in &command.documents {
        let found = vocabulary.documents().iter().find(|d| d.name() == name || d.code() == name);
        let Some(found) = found else {
            return Err(terminal.failure(&no_document(name, vocabulary)));
        };
        if !has_template(opened, folder, found.name()) {
            let language = terminal.language().tag().to_owned();
            let message = Message::NoTemplate { name: found.name().to_owned(), language };
            return Err(terminal.failure(&Failure::new(&message)));
        }
        names.push(found.name().to_owned());
    }
    Ok(names)
}

struct Templates {
    papers: Vec<Template>,
    partials: Partials,
}

fn read_templates(
    library: &mut Library,
    folder: &str,
    names: &[String],
) -> Result<Templates, Diagnostics> {
    let mut partials = Partials::new();
    let below = format!("{folder}/partials");
    let paths: Vec<String> = library.bundle().below(&below).map(|(p, _)| p.to_owned()).collect();
    for path in paths {
        let name = Path::new(&path)
            .file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default();
        if let Some((file, text)) = library.text(&path) {
            partials.insert(name.clone(), Template::parse_partial(file, &name, &text)?);
        }
    }
    let mut papers = Vec::new();
    for name in names {
        let path = format!("{folder}/{name}.md");
        if let Some((file, text)) = library.text(&path) {
            papers.push(Template::parse(file, &path, &text)?);
        }
    }
    Ok(Templates { papers, partials })
}

fn fonts(folder: Option<&Path>, terminal: &Terminal) -> Result<Fonts, Status> {
    let mut fonts = Fonts::embedded();
    let Some(folder) = folder else { return Ok(fonts) };
    let files = crate::workspace::read_fonts(folder).map_err(|f| terminal.failure(&f))?;
    for (name, bytes) in files {
        if let Err(diagnostics) = fonts.add(&name, bytes) {
            return Err(terminal.diagnostics(&diagnostics, &Library::default(), None));
        }
    }
    Ok(fonts)
}

struct Writing<'a> {
    command: &'a Render,
    terminal: &'a Terminal,
    opened: &'a Opened,
    fonts: Fonts,
    artifacts: Vec<Artifact>,
    /// What was wrong with the papers before.
    said: Vec<Diagnostic>,
    /// The manifest of what was made before.
    before: Option<String>,
    status: Status,
}

/// Lists the papers of a folder.
const MANIFEST: &str = "manifest.json";

impl Writing<'_> {
    fn all(&mut self, names: &[String], generated: &[String], templates: &Templates) {
        let opened = self.opened;
        let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
        let papers = Papers {
            assessment: &assessment,
            receipt: &opened.book.receipt,
            language: self.terminal.language(),
            partials: &templates.partials,
            number: self.command.number.clone(),
            generated,
        };
        let mut left_out = Vec::new();
        for (name, template) in names.iter().zip(&templates.papers) {
            let kind = opened.book.rules.vocabulary().document(name);
            // A paper named on purpose is tried in any case; of the others, one whose day is over
            // is only told of, unless it is the kind that is refused with its reasons.
            let asked = !self.command.documents.is_empty();
            let Some(kind) = kind.filter(|k| asked || papers.is_wanted(k)) else { continue };
            let is_refused = asked || self.command.draft || kind.needs_clearance();
            match assessment.missed(name).filter(|_| !is_refused) {
                Some(day) => left_out.push((kind, day)),
                None => self.one(&papers, kind, template),
            }
        }
        self.left_out(&left_out);
        if !self.artifacts.is_empty() {
            let before = self.before.as_deref();
            let text = manifest(&assessment, &opened.book.receipt, &self.artifacts, before);
            self.add(MANIFEST.to_owned(), "manifest", false, text.into_bytes());
        }
    }

    /// Says which papers nobody named are not made, since their day is over.
    fn left_out(&self, papers: &[(&DocumentKind, Date)]) {
        if papers.is_empty() {
            return;
        }
        let language = self.terminal.language();
        let named = papers.iter().map(|(kind, day)| {
            let document = kind.title().get(language).to_owned();
            let paper = Message::LeftOutPaper { document, day: amounts::date(*day, language) };
            paper.text().get(language).to_owned()
        });
        let separator = Localized::new("、", ", ");
        let documents = named.collect::<Vec<_>>().join(separator.get(language));
        let message = Message::LeftOut { documents }.text();
        self.terminal.talk(&format!("{}\n", message.get(language)));
    }

    fn one(&mut self, papers: &Papers<'_>, kind: &DocumentKind, template: &Template) {
        let paper = match papers.compose(kind, template, self.command.draft) {
            Ok(paper) => paper,
            Err(Obstacle::NotCleared(verdict)) => {
                self.refused(papers.assessment, kind, verdict);
                return;
            }
            Err(Obstacle::Mistakes(diagnostics)) => {
                let status = self.terminal.diagnostics(
                    &diagnostics,
                    &self.opened.library,
                    Some(self.opened.file),
                );
                self.status = self.status.max(status);
                return;
            }
        };
        self.terminal.diagnostics(&paper.warnings, &self.opened.library, Some(self.opened.file));
        if paper.issue == Issue::Draft {
            self.drafted(papers, kind, &paper);
        }
        let name = papers.file_name(kind, &paper);
        for target in &self.command.to {
            match export(&paper.document, form(*target), &self.fonts) {
                Ok(bytes) => {
                    let file = format!("{name}.{}", target.ending());
                    self.add(file, kind.name(), paper.issue == Issue::Cleared, bytes);
                }
                Err(diagnostics) => {
                    // A character without a glyph stands in every paper; it is told of once.
                    let mut news = Diagnostics::new();
                    diagnostics
                        .iter()
                        .filter(|d| !self.said.contains(d))
                        .for_each(|d| news.push(d.clone()));
                    self.said.extend(news.iter().cloned());
                    self.terminal.diagnostics(&news, &self.opened.library, Some(self.opened.file));
                    self.status = self.status.max(Status::Unusable);
                }
            }
        }
    }

    /// Says why a paper is a draft; one that may not be issued yet ends like its verdict.
    fn drafted(&mut self, papers: &Papers<'_>, kind: &DocumentKind, paper: &Paper) {
        let language = self.terminal.language();
        let verdict = papers.assessment.verdict(kind.name());
        let why = papers.assessment.clear(kind.name(), papers.receipt).err();
        let why = why.filter(|_| kind.needs_clearance());
        let status = match (&why, papers.assessment.missed(kind.name()).is_some()) {
            (Some(_), _) => refusal(verdict, why.as_ref()),
            (None, true) => Status::Blocked,
            (None, false) => Status::Undetermined,
        };
        self.status = self.status.max(status);
        let reasons = paper.document.draft.as_ref().map_or(&[][..], |d| d.reasons.as_slice());
        let document = kind.title().get(language).to_owned();
        self.terminal.talk(&format!("{}\n", self.terminal.say(&Words::Drafted { document })));
        for reason in reasons.iter().take(MOST_REASONS) {
            self.terminal.talk(&format!("  - {reason}\n"));
        }
        let left = reasons.len().saturating_sub(MOST_REASONS);
        if left > 0 {
            self.terminal.talk(&format!("  {}\n", self.terminal.say(&Words::AndMore { left })));
        }
    }

    fn add(&mut self, name: String, document: &str, cleared: bool, bytes: Vec<u8>) {
        self.artifacts.push(Artifact { name, document: document.to_owned(), cleared, bytes });
    }

    fn refused(&mut self, assessment: &Assessment<'_>, kind: &DocumentKind, verdict: Verdict) {
        let why = assessment.clear(kind.name(), &self.opened.book.receipt).err();
        let words = verdict_words(verdict, why.as_ref().is_some_and(|r| r.missed().is_some()));
        let case = self.command.case.case.display().to_string();
        let message = Localized::each(|l| {
            let document = kind.title().get(l).to_owned();
            let verdict = words.get(l).to_owned();
            Message::Refused { document, verdict }.text().get(l).to_owned()
        });
        let help = Message::RefusedHelp { case }.text();
        self.terminal.failure(&Failure { code: "E0517", message, help });
        for line in why.iter().flat_map(|r| reasons(assessment, r, self.terminal.language())) {
            self.terminal.talk(&format!("  - {line}\n"));
        }
        self.status = self.status.max(refusal(verdict, why.as_ref()));
    }

    fn folder(&self) -> PathBuf {
        self.command.out.clone().unwrap_or_else(|| self.opened.folder.join("papers"))
    }

    /// The manifest that stands in the folder, if it is one of ours.
    fn listed_before(&self) -> Option<String> {
        let text = crate::workspace::read_text(&self.folder().join(MANIFEST)).ok()?;
        listed(&text).map(|_| text)
    }

    /// Writes everything at once, or nothing.
    fn finish(self) -> Status {
        if self.artifacts.is_empty() || self.status >= Status::Unusable {
            return self.status.max(if self.artifacts.is_empty() {
                Status::Blocked
            } else {
                self.status
            });
        }
        let out = self.folder();
        let renewed = self.before.as_ref().map(|_| MANIFEST);
        let files: Vec<(String, Vec<u8>)> =
            self.artifacts.into_iter().map(|a| (a.name, a.bytes)).collect();
        match write_beside(&out, &files, renewed, self.command.force) {
            Ok(paths) => {
                let text: String = paths.iter().map(|p| format!("{}\n", p.display())).collect();
                self.terminal.data(&text);
                self.status
            }
            Err(failure) => self.terminal.failure(&failure),
        }
    }
}

/// How a run ends whose paper is refused; a warning that nobody waived or settled refuses it too.
fn refusal(verdict: Verdict, why: Option<&Refusal<'_>>) -> Status {
    let waits = why.is_some_and(Refusal::only_waits);
    match verdict {
        Verdict::Undetermined => Status::Undetermined,
        Verdict::Ready if waits => Status::Undetermined,
        Verdict::Ready | Verdict::Blocked => Status::Blocked,
    }
}

fn verdict_words(verdict: Verdict, is_late: bool) -> Localized {
    match verdict {
        Verdict::Ready if is_late => Localized::new("已过作出的日期", "its day has gone by"),
        Verdict::Ready => Localized::new("有提示事项未处理", "warnings neither settled nor waived"),
        Verdict::Blocked => Localized::new("被阻断", "blocked"),
        Verdict::Undetermined => Localized::new("尚不能确定", "undetermined"),
    }
}

fn form(target: Target) -> Form {
    match target {
        Target::Pdf => Form::Pdf,
        Target::Docx => Form::Docx,
        Target::Html => Form::Html,
        Target::Md => Form::Markdown,
        Target::Typ => Form::Typst,
    }
}
