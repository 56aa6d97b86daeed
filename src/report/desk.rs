//! What every report has at hand: the assessment, the files it came from, the language.

use crate::assess::{Assessment, Eval};
use crate::case::{CaseFile, Exhibit, Stated};
use crate::source::{Sources, Span};
use crate::value::Value;
use crate::vocabulary::{ListId, Type};
use crate::wording::Language;
use crate::wording::catalogue::reporting::FactWords as Words;

use super::speech::Speech;
use super::values;

/// Stands for a value that is not shown.
const HIDDEN: &str = "••••";

/// Whether a key is a number somebody gave a row, such as `F1` or `T-2026-03`, and no name.
fn is_number(text: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    text.len() <= 16 && text.bytes().all(is_plain) && text.bytes().any(|b| b.is_ascii_digit())
}

/// What a report is made from.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) assessment: &'a Assessment<'a>,
    pub(super) sources: &'a Sources,
    pub(super) show_values: bool,
    speech: Speech<'a>,
}

/// A desk speaks: what needs no case is said by its language.
impl<'a> std::ops::Deref for Desk<'a> {
    type Target = Speech<'a>;

    fn deref(&self) -> &Speech<'a> {
        &self.speech
    }
}

impl<'a> Desk<'a> {
    /// Returns the desk for reports on an assessment.
    pub(super) fn new(
        assessment: &'a Assessment<'a>,
        sources: &'a Sources,
        language: Language,
        show_values: bool,
    ) -> Self {
        let speech = Speech { rules: assessment.rules(), language };
        Self { assessment, sources, show_values, speech }
    }

    /// Returns what needs no case.
    pub(super) fn speech(&self) -> Speech<'a> {
        self.speech
    }

    /// Returns the case.
    pub(super) fn case(&self) -> &'a CaseFile {
        self.assessment.case()
    }

    /// Returns file, line and column of a place.
    pub(super) fn place(&self, span: Span) -> String {
        let name = self.sources.get(span.file()).map_or("", |f| f.name());
        let (line, column) = self.sources.line_column(span);
        format!("{name}:{line}:{column}")
    }

    /// Returns a value; rows by their name, hidden if it may name a person or is sensitive.
    pub(super) fn value(&self, eval: &Eval, kind: Type, sensitive: bool) -> String {
        let personal = sensitive || kind == Type::Words;
        match (eval, kind) {
            (Eval::Known(_), _) if personal && !self.show_values => HIDDEN.to_owned(),
            (Eval::Known(Value::Row(at)), Type::Row(list)) => {
                let row = self.case().rows(list).and_then(|r| r.row(*at));
                row.map_or_else(String::new, |r| self.row_key(list, r.name()))
            }
            _ => values::value(eval, kind, self.vocabulary(), self.language),
        }
    }

    /// Returns the key of a row as written; words of the case in it are hidden like any others.
    pub(super) fn row_key(&self, list: ListId, name: &str) -> String {
        let keys = self.vocabulary().list(list).map_or(&[][..], |l| l.key());
        let fields = keys.iter().map(|id| self.vocabulary().list(list)?.field(*id));
        let kinds: Vec<Type> = fields.map(|f| f.map_or(Type::Words, |f| f.kind())).collect();
        let parts: Vec<&str> = name.split(", ").collect();
        let hides = |text: &str, kind: Type| kind == Type::Words && !is_number(text);
        match parts.len() == kinds.len() {
            _ if self.show_values || name.is_empty() => name.to_owned(),
            true => {
                let part = |(text, kind): (&&str, &Type)| match hides(text, *kind) {
                    true => HIDDEN.to_owned(),
                    false => (*text).to_owned(),
                };
                parts.iter().zip(&kinds).map(part).collect::<Vec<_>>().join(", ")
            }
            false => HIDDEN.to_owned(),
        }
    }

    /// Returns the name of a row: its key in words, such as 销售额 2026年1月.
    pub(super) fn row_name(&self, list: ListId, name: &str) -> String {
        self.speech.row_name(list, &self.row_key(list, name))
    }

    /// Returns the name of a row of a list that is not known: what may name a person is hidden.
    pub(super) fn key_words(&self, name: &str) -> String {
        let is_word = |t: &str| t.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let is_day = |t: &str| t.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let part = |text: &str| match is_number(text) || is_word(text) || is_day(text) {
            true => text.to_owned(),
            false => HIDDEN.to_owned(),
        };
        match self.show_values {
            true => self.speech.key_words(name),
            false => {
                self.speech.key_words(&name.split(", ").map(part).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Returns the exhibits that prove something, each with what kind it is.
    pub(super) fn exhibits(&self, stated: &Stated) -> Vec<&'a Exhibit> {
        let all = self.case().evidence();
        stated.evidence().iter().filter_map(|i| all.get(*i as usize)).collect()
    }

    /// Returns exhibits in words: number, kind, strength.
    pub(super) fn evidence(&self, stated: &Stated) -> String {
        let exhibits = self.exhibits(stated);
        if exhibits.is_empty() {
            return self.say(&Words::NoEvidence.text());
        }
        let one = |e: &&Exhibit| self.exhibit(e);
        self.listed(&exhibits.iter().map(one).collect::<Vec<_>>())
    }

    /// Returns an exhibit in words: number, kind, strength.
    pub(super) fn exhibit(&self, exhibit: &Exhibit) -> String {
        let kind = exhibit.kind().and_then(|k| self.vocabulary().evidence_kind(k));
        let kind = kind.map(|k| self.title(k.title(), k.name()));
        let words: Vec<String> = kind
            .into_iter()
            .chain([self.proof(exhibit.strength(self.assessment.question().as_of))])
            .collect();
        let words = words.join(match self.language {
            Language::Chinese => "，",
            Language::English => ", ",
        });
        format!("{}{}", exhibit.id(), self.aside(&words))
    }

    /// Returns exhibits in short: number and strength.
    pub(super) fn exhibit_numbers(&self, stated: &Stated) -> String {
        let exhibits = self.exhibits(stated);
        if exhibits.is_empty() {
            return self.say(&Words::NoEvidence.text());
        }
        let as_of = self.assessment.question().as_of;
        let one = |e: &&Exhibit| format!("{} {}", e.id(), self.proof(e.strength(as_of)));
        self.listed(&exhibits.iter().map(one).collect::<Vec<_>>())
    }

    /// Returns a value, a number as a percentage where it was written as one at a place.
    pub(super) fn as_written(
        &self,
        eval: &Eval,
        kind: Type,
        sensitive: bool,
        place: Option<Span>,
    ) -> String {
        let is_share = place.is_some_and(|span| self.sources.slice(span).contains('%'));
        match eval {
            Eval::Known(Value::Number(n)) if is_share && (self.show_values || !sensitive) => {
                values::percent(*n)
            }
            _ => self.value(eval, kind, sensitive),
        }
    }
}
