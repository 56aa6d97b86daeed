//! The language of a report: titles, lists, brackets, citations.

use super::values;
use crate::compile::RuleSet;
use crate::value::Proof;
use crate::vocabulary::{Citation, ListId, Type, Vocabulary};
use crate::wording::catalogue::reporting::FactWords as Words;
use crate::wording::{Language, Localized, amounts};

/// Rules, and the language in which they are spoken of.
#[derive(Clone, Copy)]
pub(super) struct Speech<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) language: Language,
}

impl<'a> Speech<'a> {
    /// Returns the rules.
    pub(super) fn rules(&self) -> &'a RuleSet {
        self.rules
    }

    /// Returns the width of a column of labels.
    pub(super) fn column(&self) -> usize {
        match self.language {
            Language::Chinese => 10,
            Language::English => 12,
        }
    }

    /// Returns the vocabulary.
    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.rules.vocabulary()
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

    /// Returns articles as a lawyer cites them, those of one instrument together.
    pub(super) fn cited(&self, citations: &[Citation]) -> String {
        self.cited_as(citations.iter())
    }

    /// Returns the articles that bind in this place, as a lawyer cites them.
    pub(super) fn cited_here(&self, citations: &[Citation]) -> String {
        self.cited_as(self.rules.of_here(citations).into_iter())
    }

    fn cited_as<'c>(&self, citations: impl Iterator<Item = &'c Citation>) -> String {
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

    /// Returns a strength of proof with its label.
    pub(super) fn proof(&self, proof: Proof) -> String {
        let strength = self.say(&values::strength(proof));
        match proof {
            Proof::None => strength,
            _ => self.say(&Words::Proof { strength }.text()),
        }
    }

    /// Returns a layer by its title; the pack's where it is the pack itself.
    pub(super) fn layer_title(&self, name: &str, title: &Localized) -> String {
        let own = if name == self.vocabulary().name() { self.vocabulary().title() } else { title };
        match self.title(own, name) {
            same if same == name => same,
            title => format!("{title}{}", self.aside(name)),
        }
    }

    /// Returns the name of a row: its key in words, such as 销售额 2026年1月.
    pub(super) fn row_name(&self, list: ListId, name: &str) -> String {
        let Some(list) = self.vocabulary().list(list) else { return name.to_owned() };
        let parts: Vec<&str> = name.split(", ").collect();
        if parts.len() != list.key().len() {
            return name.to_owned();
        }
        let part = |(text, field): (&&str, &crate::vocabulary::FieldId)| {
            let kind = list.field(*field)?.kind();
            let value = crate::vocabulary::values::parse(text, kind, self.vocabulary()).ok()?;
            Some(values::known(&value, kind, self.vocabulary(), self.language))
        };
        let words: Option<Vec<String>> = parts.iter().zip(list.key()).map(part).collect();
        words.map_or_else(|| name.to_owned(), |w| w.join(" "))
    }

    /// Returns the name of a row of a list that is not known: months and days in words.
    pub(super) fn key_words(&self, name: &str) -> String {
        let one = |text: &str| {
            let parse = |kind| crate::vocabulary::values::parse(text, kind, self.vocabulary()).ok();
            let kinds = [Type::Month, Type::Date];
            let found = kinds.into_iter().find_map(|kind| Some((parse(kind)?, kind)));
            found.map_or_else(
                || text.to_owned(),
                |(value, kind)| values::known(&value, kind, self.vocabulary(), self.language),
            )
        };
        name.split(", ").map(one).collect::<Vec<_>>().join(" ")
    }
}
