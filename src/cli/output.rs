//! Printing: data to standard output, talk to standard error.

use std::cell::RefCell;
use std::io::Write as _;

use super::exit::Status;
use crate::bundle::Library;
use crate::diag::Diagnostics;
use crate::report::{RenderOptions, render};
use crate::source::FileId;
use crate::wording::catalogue::checking::CheckMessage;
use crate::wording::catalogue::commands::CommandWords;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::wording::{Language, Localized};
use crate::workspace::{Environment, Failure, reason};

/// Where and how this run prints.
#[derive(Debug)]
pub struct Terminal {
    environment: Environment,
    language: Language,
    show_values: bool,
    /// Why data was lost, if it was.
    lost: RefCell<Option<Localized>>,
}

impl Terminal {
    /// Returns the terminal of this run.
    #[must_use]
    pub fn new(language: Option<Language>, show_values: bool, environment: Environment) -> Self {
        let language = language.unwrap_or(environment.language);
        Self { environment, language, show_values, lost: RefCell::new(None) }
    }

    /// Returns the language of messages and papers.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns the environment.
    #[must_use]
    pub fn environment(&self) -> Environment {
        self.environment
    }

    /// Returns whether personal values may be shown.
    #[must_use]
    pub fn show_values(&self) -> bool {
        self.show_values
    }

    /// Writes data; a reader that went away is no failure, anything else is said at the end.
    pub fn data(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        if let Err(error) = out.write_all(text.as_bytes()).and_then(|()| out.flush())
            && error.kind() != std::io::ErrorKind::BrokenPipe
        {
            self.lost.replace(Some(reason(&error)));
        }
    }

    /// Returns the status of the run: a verdict that could not be written is none.
    pub fn finish(&self, status: Status) -> Status {
        match self.lost.borrow_mut().take() {
            None => status,
            Some(reason) => {
                let chinese = reason.get(Language::Chinese).to_owned();
                let english = reason.get(Language::English).to_owned();
                self.failure(&Failure::new(&Message::OutputLost { chinese, english }))
            }
        }
    }

    /// Returns words in the language of this run.
    pub fn say(&self, words: &CommandWords) -> String {
        words.text().get(self.language).to_owned()
    }

    /// Writes talk.
    pub fn talk(&self, text: &str) {
        let mut out = std::io::stderr().lock();
        drop(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
    }

    /// Reports a failure of the machine.
    pub fn failure(&self, failure: &Failure) -> Status {
        let (error, help) = match self.language {
            Language::Chinese => ("错误", "  = 处理："),
            Language::English => ("error", "  = help: "),
        };
        let message = failure.message.get(self.language);
        let mut text = format!("{error}[{}]: {message}\n", failure.code);
        if !failure.help.get(self.language).is_empty() {
            text.push_str(&format!("{help}{}\n", failure.help.get(self.language)));
        }
        self.talk(&text);
        Status::Unusable
    }

    /// Reports diagnostics; the values of the file `masked` are hidden.
    pub fn diagnostics(
        &self,
        diagnostics: &Diagnostics,
        library: &Library,
        masked: Option<FileId>,
    ) -> Status {
        let is_masked = |file: FileId| Some(file) == masked;
        let options = RenderOptions::new()
            .color(self.environment.color_error)
            .show_values(self.show_values)
            .masked(&is_masked);
        if !diagnostics.is_empty() {
            self.talk(&render(diagnostics, library.sources(), self.language, &options));
        }
        status_of(diagnostics)
    }
}

/// A digest that differs is a matter of integrity, what does not fit the law a finding, any other
/// error one of the files.
pub fn status_of(diagnostics: &Diagnostics) -> Status {
    let errors = || diagnostics.iter().filter(|d| d.severity() == crate::diag::Severity::Error);
    let is_finding = |code: &str| CheckMessage::ALL.iter().any(|(of, ..)| *of == code);
    if errors().next().is_none() {
        Status::Clean
    } else if errors().all(|d| is_finding(d.code())) {
        Status::Blocked
    } else if errors().all(|d| d.code() == "E0506") {
        Status::Broken
    } else {
        Status::Unusable
    }
}
