//! Composes the papers one by one, says which are drafts or refused, and writes all or nothing.

use std::path::PathBuf;

use super::templates::{Templates, form};
use crate::assess::{Assessment, Refusal, Verdict, assess};
use crate::cli::args::Render;
use crate::cli::exit::Status;
use crate::cli::output::Terminal;
use crate::diag::{Diagnostic, Diagnostics};
use crate::document::Template;
use crate::dossier::{
    Artifact, Fonts, Issue, Obstacle, Paper, Papers, export, listed, manifest, reasons,
};
use crate::value::Date;
use crate::vocabulary::DocumentKind;
use crate::wording::catalogue::commands::CommandWords as Words;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::wording::{Localized, amounts};
use crate::workspace::{Failure, Opened, write_beside};

/// At most this many reasons are printed for which a paper is a draft.
const MOST_REASONS: usize = 3;

/// Papers on their way to the folder.
pub struct Writing<'a> {
    pub(super) command: &'a Render,
    pub(super) terminal: &'a Terminal,
    pub(super) opened: &'a Opened,
    pub(super) fonts: Fonts,
    pub(super) artifacts: Vec<Artifact>,
    /// What was wrong with the papers before.
    pub(super) said: Vec<Diagnostic>,
    /// The manifest of what was made before.
    pub(super) before: Option<String>,
    pub(super) status: Status,
}

/// Lists the papers of a folder.
const MANIFEST: &str = "manifest.json";

impl Writing<'_> {
    pub(super) fn all(&mut self, names: &[String], generated: &[String], templates: &Templates) {
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
    pub(super) fn listed_before(&self) -> Option<String> {
        let text = crate::workspace::read_text(&self.folder().join(MANIFEST)).ok()?;
        listed(&text).map(|_| text)
    }

    /// Writes everything at once, or nothing.
    pub(super) fn finish(self) -> Status {
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
