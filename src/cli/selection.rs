//! Which findings `check` and `review` tell of: `--select` and `--ignore`.

use std::collections::BTreeSet;

use super::args::Selected;
use crate::bundle::{Bundle, Library};
use crate::compile::{RequirementEntry, RuleSet};
use crate::diag::{Diagnostic, Diagnostics, nearest};
use crate::wording::catalogue::checking::CheckMessage;
use crate::wording::catalogue::documents::DocumentMessage;
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::Failure;

/// Codes, or beginnings of codes, that are wanted or not.
#[derive(Debug)]
pub struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
}

impl Selection {
    /// Reads what `check` selects.
    ///
    /// # Errors
    ///
    /// Says which code means nothing, or is of an error that cannot be left out.
    pub fn new(selected: &Selected) -> Result<Self, Box<Failure>> {
        let selection = Self::unchecked(selected);
        selection.verified(&|| known(&|r| r.check.is_some()))?;
        Ok(selection)
    }

    /// Reads what `review` selects; [`Self::of_review`] says whether it means something.
    pub fn unchecked(selected: &Selected) -> Self {
        Self { select: selected.select.clone(), ignore: selected.ignore.clone() }
    }

    /// Returns the codes of the requirements of a case that are not told of; nothing if all are.
    ///
    /// # Errors
    ///
    /// Says which code means nothing, or is of an error that cannot be left out.
    pub fn of_review(&self, rules: &RuleSet) -> Result<BTreeSet<String>, Box<Failure>> {
        let own = || rules.requirements().iter().map(|r| r.code.clone());
        self.verified(&|| known(&|_| true).into_iter().chain(own()).collect())?;
        Ok(own().filter(|code| !self.names(code)).collect())
    }

    fn verified(&self, known: &dyn Fn() -> Vec<String>) -> Result<(), Box<Failure>> {
        if self.is_empty() {
            return Ok(());
        }
        let known = known();
        self.select.iter().chain(&self.ignore).try_for_each(|code| refuse(code, &known))
    }

    /// Returns whether everything is told.
    pub fn is_empty(&self) -> bool {
        self.select.is_empty() && self.ignore.is_empty()
    }

    /// Returns whether a finding is told; a file that cannot be used is told in any case.
    pub fn keeps(&self, diagnostic: &Diagnostic) -> bool {
        let code = diagnostic.printed_code();
        !may_be_left_out(code) || self.names(code)
    }

    /// Returns what is told of these, and how many are not.
    pub fn kept(&self, found: &Diagnostics) -> (Diagnostics, usize) {
        let mut kept = Diagnostics::new();
        let mut left_out = 0;
        for diagnostic in found.iter() {
            match self.keeps(diagnostic) {
                true => kept.push(diagnostic.clone()),
                false => left_out += 1,
            }
        }
        (kept, left_out)
    }

    fn names(&self, code: &str) -> bool {
        let among = |codes: &[String]| codes.iter().any(|c| code.starts_with(c.as_str()));
        (self.select.is_empty() || among(&self.select)) && !among(&self.ignore)
    }
}

/// Warnings, what `check` holds against the law, and requirements; not what makes a file unusable.
fn may_be_left_out(code: &str) -> bool {
    let is_error = code.starts_with('E') && code.bytes().skip(1).all(|b| b.is_ascii_digit());
    !is_error || CheckMessage::ALL.iter().any(|(of, ..)| *of == code)
}

/// Every code that can be selected.
fn known(counts: &dyn Fn(&RequirementEntry) -> bool) -> Vec<String> {
    let catalogues =
        [CheckMessage::ALL, DocumentMessage::ALL, LoadingMessage::ALL, Message::ALL].concat();
    let mut codes: Vec<String> = catalogues.iter().map(|(code, ..)| (*code).to_owned()).collect();
    let mut library = Library::new(Bundle::embedded());
    for layer in library.layer_names() {
        let (book, _) = library.rule_book(&[(layer, None)], None);
        let checked = book.iter().flat_map(|b| b.rules.requirements());
        codes.extend(checked.filter(|r| counts(r)).map(|r| r.code.clone()));
    }
    codes.sort();
    codes.dedup();
    codes
}

fn refuse(code: &str, known: &[String]) -> Result<(), Box<Failure>> {
    let meant: Vec<&String> = known.iter().filter(|k| k.starts_with(code)).collect();
    if meant.iter().any(|k| may_be_left_out(k)) {
        return Ok(());
    }
    let is_of_error = code.starts_with('E')
        && code.len() <= 5
        && code.bytes().skip(1).all(|b| b.is_ascii_digit());
    if is_of_error {
        return Err(Box::new(Failure::new(&Message::NotLeftOut { code: code.to_owned() })));
    }
    let mut failure = Failure::new(&Message::NoCode { code: code.to_owned() });
    let near = nearest(code, known.iter().map(String::as_str).filter(|k| may_be_left_out(k)));
    if let Some(near) = near {
        failure.help = LoadingMessage::DidYouMean { name: near.to_owned() }.text();
    }
    Err(Box::new(failure))
}
