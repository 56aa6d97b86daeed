//! Which findings `check` tells of: `--select` and `--ignore`.

use super::args::Check;
use crate::bundle::{Bundle, Library};
use crate::diag::{Diagnostic, nearest};
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
    /// Reads what a command selects.
    ///
    /// # Errors
    ///
    /// Says which code means nothing, or is of an error that cannot be left out.
    pub fn new(command: &Check) -> Result<Self, Box<Failure>> {
        let (select, ignore) = (command.select.clone(), command.ignore.clone());
        if !select.is_empty() || !ignore.is_empty() {
            let known = known();
            for code in select.iter().chain(&ignore) {
                refuse(code, &known)?;
            }
        }
        Ok(Self { select, ignore })
    }

    /// Returns whether a finding is told; a file that cannot be used is told in any case.
    pub fn keeps(&self, diagnostic: &Diagnostic) -> bool {
        let code = diagnostic.printed_code();
        let names = |codes: &[String]| codes.iter().any(|c| code.starts_with(c.as_str()));
        !may_be_left_out(code)
            || (self.select.is_empty() || names(&self.select)) && !names(&self.ignore)
    }
}

/// Warnings, what `check` holds against the law, and requirements; not what makes a file unusable.
fn may_be_left_out(code: &str) -> bool {
    let is_error = code.starts_with('E') && code.bytes().skip(1).all(|b| b.is_ascii_digit());
    !is_error || CheckMessage::ALL.iter().any(|(of, ..)| *of == code)
}

/// Every code that can be selected.
fn known() -> Vec<String> {
    let catalogues =
        [CheckMessage::ALL, DocumentMessage::ALL, LoadingMessage::ALL, Message::ALL].concat();
    let mut codes: Vec<String> = catalogues.iter().map(|(code, ..)| (*code).to_owned()).collect();
    let mut library = Library::new(Bundle::embedded());
    for layer in library.layer_names() {
        let (book, _) = library.rule_book(&[(layer, None)], None);
        let checked = book.iter().flat_map(|b| b.rules.requirements());
        codes.extend(checked.filter(|r| r.check.is_some()).map(|r| r.code.clone()));
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
