//! What every report has at hand: the assessment, the files it came from, the language.

use crate::assess::{Assessment, Eval};
use crate::case::{CaseFile, Exhibit, Stated};
use crate::compile::RuleSet;
use crate::source::{Sources, Span};
use crate::value::{Proof, Value};
use crate::vocabulary::{Citation, Type, Vocabulary};
use crate::wording::catalogue::reporting::FactWords as Words;
use crate::wording::{Language, Localized, amounts};

use super::values;

/// Stands for a value that is not shown.
const HIDDEN: &str = "••••";

/// What a report is made from.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) assessment: &'a Assessment<'a>,
    pub(super) sources: &'a Sources,
    pub(super) language: Language,
    pub(super) show_values: bool,
}

impl<'a> Desk<'a> {
    /// Returns the rules.
    pub(super) fn rules(&self) -> &'a RuleSet {
        self.assessment.rules()
    }

    /// Returns the vocabulary.
    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.rules().vocabulary()
    }

    /// Returns the case.
    pub(super) fn case(&self) -> &'a CaseFile {
        self.assessment.case()
    }

    /// Returns a text in the language of the report.
    pub(super) fn say(&self, text: &Localized) -> String {
        text.get(self.language).to_owned()
    }

    /// Returns a title, or the name if there is none.
    pub(super) fn title(&self, title: &Localized, name: &str) -> String {
        match title.get(self.language) {
            "" => name.to_owned(),
            title => title.to_owned(),
        }
    }

    /// Returns several things in a row, separated as the language does.
    pub(super) fn listed(&self, items: &[String]) -> String {
        items.join(match self.language {
            Language::Chinese => "、",
            Language::English => ", ",
        })
    }

    /// Returns several clauses in a row.
    pub(super) fn clauses(&self, items: &[String]) -> String {
        items.join(match self.language {
            Language::Chinese => "；",
            Language::English => "; ",
        })
    }

    /// Returns a remark in brackets behind a text; nothing for nothing.
    pub(super) fn aside(&self, remark: &str) -> String {
        match (remark, self.language) {
            ("", _) => String::new(),
            (_, Language::Chinese) => format!("（{remark}）"),
            (_, Language::English) => format!(" ({remark})"),
        }
    }

    /// Returns a label and what it says.
    pub(super) fn labelled(&self, label: &str, text: &str) -> String {
        match self.language {
            Language::Chinese => format!("{label}：{text}"),
            Language::English => format!("{label}: {text}"),
        }
    }

    /// Returns file, line and column of a place.
    pub(super) fn place(&self, span: Span) -> String {
        let name = self.sources.get(span.file()).map_or("", |f| f.name());
        let (line, column) = self.sources.line_column(span);
        format!("{name}:{line}:{column}")
    }

    /// Returns articles as a lawyer cites them, those of one instrument together.
    pub(super) fn cited(&self, citations: &[Citation]) -> String {
        let mut groups: Vec<(&str, Vec<&Citation>)> = Vec::new();
        for citation in citations {
            match groups.iter_mut().find(|(source, _)| *source == citation.source()) {
                Some((_, places)) => places.push(citation),
                None => groups.push((citation.source(), vec![citation])),
            }
        }
        let groups: Vec<String> =
            groups.iter().map(|(_, places)| self.instrument(places)).collect();
        self.clauses(&groups)
    }

    fn instrument(&self, citations: &[&Citation]) -> String {
        let name = citations.first().map_or("", |c| c.source());
        let short = Citation::new(name, "").words(self.vocabulary(), self.language);
        let places: Vec<&str> =
            citations.iter().map(|c| c.place()).filter(|p| !p.is_empty()).collect();
        let source = self.vocabulary().sources().get(name);
        let items = source.map_or(&[][..], |s| s.item_articles());
        let is_article = |p: &&str| p.starts_with(|c: char| c.is_ascii_digit());
        match (self.language, places.as_slice()) {
            (_, []) => short,
            (Language::Chinese, places) => {
                let places: Vec<String> =
                    places.iter().map(|p| amounts::article(p, items)).collect();
                format!("{short}{}", places.join("、"))
            }
            (Language::English, [one]) if is_article(one) && !one.contains(", ") => {
                format!("{short} art. {one}")
            }
            (Language::English, places) if places.iter().all(is_article) => {
                format!("{short} arts {}", places.join(", "))
            }
            (Language::English, places) => format!("{short} {}", places.join(", ")),
        }
    }

    /// Returns a value; rows by their name, hidden if it may name a person or is sensitive.
    pub(super) fn value(&self, eval: &Eval, kind: Type, sensitive: bool) -> String {
        let personal = sensitive || kind == Type::Words;
        match (eval, kind) {
            (Eval::Known(_), _) if personal && !self.show_values => HIDDEN.to_owned(),
            (Eval::Known(Value::Row(at)), Type::Row(list)) => {
                let row = self.case().rows(list).and_then(|r| r.row(*at));
                row.map_or_else(String::new, |r| r.name().to_owned())
            }
            _ => values::value(eval, kind, self.vocabulary(), self.language),
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
        let one = |e: &&Exhibit| {
            let kind = e.kind().and_then(|k| self.vocabulary().evidence_kind(k));
            let kind = kind.map(|k| self.title(k.title(), k.name()));
            let strength = self.proof(e.strength());
            let words: Vec<String> = kind.into_iter().chain([strength]).collect();
            let words = words.join(match self.language {
                Language::Chinese => "，",
                Language::English => ", ",
            });
            format!("{}{}", e.id(), self.aside(&words))
        };
        self.listed(&exhibits.iter().map(one).collect::<Vec<_>>())
    }

    /// Returns a strength of proof with its label.
    pub(super) fn proof(&self, proof: Proof) -> String {
        let strength = self.say(&values::strength(proof));
        self.say(&Words::Proof { strength }.text())
    }
}
