//! `duecause render`

use std::path::{Path, PathBuf};

use super::args::{Render, Target};
use super::exit::Status;
use super::output::Terminal;
use super::review::{no_document, open};
use crate::assess::{Assessment, Verdict, assess};
use crate::bundle::Library;
use crate::diag::{Diagnostic, Diagnostics};
use crate::document::{Partials, Template};
use crate::dossier::{Artifact, Fonts, Form, Issue, Obstacle, Papers, export, manifest, reasons};
use crate::value::Date;
use crate::vocabulary::DocumentKind;
use crate::wording::{Localized, amounts};
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, Opened, write_new};

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
        status: Status::Clean,
    };
    writing.all(&names, &templates);
    writing.finish()
}

/// The documents to write: those named, or all of the ground that have a template.
fn wanted(
    command: &Render,
    opened: &Opened,
    folder: &str,
    terminal: &Terminal,
) -> Result<Vec<String>, Status> {
    let vocabulary = opened.book.rules.vocabulary();
    let has_template =
        |name: &str| opened.library.bundle().text(&format!("{folder}/{name}.md")).is_some();
    if command.documents.is_empty() {
        let ground = &opened.question.ground;
        let belongs = |d: &&DocumentKind| d.belongs_to(ground);
        let all = vocabulary.documents().iter().filter(belongs);
        return Ok(all.map(|d| d.name().to_owned()).filter(|n| has_template(n)).collect());
    }
    let mut names = Vec::new();
    for name in &command.documents {
        let found = vocabulary.documents().iter().find(|d| d.name() == name || d.code() == name);
        let Some(found) = found else {
            return Err(terminal.failure(&no_document(name, vocabulary)));
        };
        if !has_template(found.name()) {
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
    status: Status,
}

impl Writing<'_> {
    fn all(&mut self, names: &[String], templates: &Templates) {
        let opened = self.opened;
        let assessment = assess(&opened.book.rules, &opened.case, &opened.question);
        let papers = Papers {
            assessment: &assessment,
            receipt: &opened.book.receipt,
            language: self.terminal.language(),
            partials: &templates.partials,
            number: self.command.number.clone(),
            generated: names,
        };
        for (name, template) in names.iter().zip(&templates.papers) {
            let kind = opened.book.rules.vocabulary().document(name);
            // A paper named on purpose is tried in any case; of the others, one whose day is over
            // is only told of, unless it is the kind that is refused with its reasons.
            let asked = !self.command.documents.is_empty();
            let Some(kind) = kind.filter(|k| asked || papers.is_wanted(k)) else { continue };
            let is_refused = asked || self.command.draft || kind.needs_clearance();
            match assessment.missed(name).filter(|_| !is_refused) {
                Some(day) => self.left_out(kind, day),
                None => self.one(&papers, kind, template),
            }
        }
        if !self.artifacts.is_empty() {
            let text = manifest(&assessment, &opened.book.receipt, &self.artifacts);
            self.add("manifest.json".to_owned(), "manifest", false, text.into_bytes());
        }
    }

    /// Says that a paper nobody named is not made, since its day is over.
    fn left_out(&self, kind: &DocumentKind, day: Date) {
        let message = Localized::each(|l| {
            let document = kind.title().get(l).to_owned();
            Message::LeftOut { document, day: amounts::date(day, l) }.text().get(l).to_owned()
        });
        self.terminal.talk(&format!("{}\n", message.get(self.terminal.language())));
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
                    self.terminal.diagnostics(&news, &self.opened.library, None);
                    self.status = self.status.max(Status::Unusable);
                }
            }
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
        let status = match verdict {
            Verdict::Undetermined => Status::Undetermined,
            _ => Status::Blocked,
        };
        self.status = self.status.max(status);
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
        let out: PathBuf =
            self.command.out.clone().unwrap_or_else(|| self.opened.folder.join("papers"));
        let files: Vec<(String, Vec<u8>)> =
            self.artifacts.into_iter().map(|a| (a.name, a.bytes)).collect();
        match write_new(&out, &files, self.command.force) {
            Ok(paths) => {
                let text: String = paths.iter().map(|p| format!("{}\n", p.display())).collect();
                self.terminal.data(&text);
                self.status
            }
            Err(failure) => self.terminal.failure(&failure),
        }
    }
}

fn verdict_words(verdict: Verdict, is_late: bool) -> Localized {
    match verdict {
        Verdict::Ready if is_late => Localized::new("已过作出的日期", "its day has gone by"),
        Verdict::Ready => Localized::new("有警示事项未豁免", "warnings are not waived"),
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
