//! Loads a vocabulary from its files.

use super::documents::{Audience, DocumentKind, Ground, Signatory};
use super::range::Range;
use super::sources::{Confidence, Source};
use super::words::{Choice, EvidenceKind, Fact, Field, List, Measure, Member, QuestionGroup};
use super::{FactId, FieldId, ListId, Type, Vocabulary};
use crate::diag::{Diagnostic, Diagnostics, nearest};
use crate::source::Span;
use crate::syntax::fields::{entries, flag, items, localized, localized_under, text};
use crate::syntax::{Entry, Node};
use crate::value::{LastDay, MonthEnd, Proof, Rounding};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// The choice whose members are the grounds of the pack, and the name a formula reads it by.
pub const GROUND: &str = "ground";

/// Loads the vocabulary of a pack from its `pack/1`, `vocabulary/1` and `documents/1` files, in any order.
pub fn load(files: &[&Node]) -> (Vocabulary, Diagnostics) {
    let mut loader = Loader { vocabulary: Vocabulary::default(), diagnostics: Diagnostics::new() };
    for file in files {
        loader.pack(file);
        loader.choices(file);
        loader.ground_choice(file);
        loader.list_names(file);
    }
    for file in files {
        loader.facts(file);
        loader.lists(file);
        loader.evidence_kinds(file);
        loader.vocabulary.calendar.load(file, &mut loader.diagnostics);
        loader.grounds(file);
        loader.documents(file);
        loader.vocabulary.chain.load(file);
    }
    for file in files {
        loader.follows(file);
        loader.questions(file);
        loader.units(file);
    }
    (loader.vocabulary, loader.diagnostics)
}

struct Loader {
    vocabulary: Vocabulary,
    diagnostics: Diagnostics,
}

impl Loader {
    fn pack(&mut self, file: &Node) {
        if text(file, "duecause") != Some("pack/1") {
            return;
        }
        let v = &mut self.vocabulary;
        v.name = text(file, "name").unwrap_or_default().to_owned();
        v.title = localized_under(file, "title");
        v.currency = text(file, "currency").unwrap_or_default().to_owned();
        v.checked_on = text(file, "checked_on").map(str::to_owned);
        v.elements = entries(file, "elements")
            .map(|e| (e.key().to_owned(), localized(e.value()).unwrap_or_default()))
            .collect();
        let text_of = |node: &Node, key: &str| -> Vec<String> {
            items(node, key).filter_map(|n| n.text().map(str::to_owned)).collect()
        };
        v.not_covered = items(file, "not_covered")
            .filter_map(|node| Some((localized(node)?, text_of(node, "regions"))))
            .collect();
        if let Some(conventions) = file.get("conventions") {
            v.month_end = text(conventions, "month_end")
                .and_then(MonthEnd::from_name)
                .unwrap_or(MonthEnd::Roll);
            v.rounding = text(conventions, "rounding")
                .and_then(Rounding::from_name)
                .unwrap_or(Rounding::HalfUp);
            v.last_day = match text(conventions, "last_day") {
                Some("exclusive") => LastDay::Exclusive,
                _ => LastDay::Inclusive,
            };
        }
        v.sources = entries(file, "sources").map(|e| (e.key().to_owned(), source(e))).collect();
    }

    fn choices(&mut self, file: &Node) {
        for entry in entries(file, "choices") {
            let members = entries(entry.value(), "members")
                .map(|m| Member {
                    name: m.key().to_owned(),
                    title: localized(m.value()).unwrap_or_default(),
                    unit: None,
                    measure: m.value().get("measure").and_then(Measure::read),
                })
                .collect();
            self.vocabulary.choices.push(Choice {
                name: entry.key().to_owned(),
                title: localized_under(entry.value(), "title"),
                open: text(entry.value(), "open") == Some("policy"),
                members,
            });
        }
    }

    /// The grounds are a choice too, so that a formula may ask which one is taken.
    fn ground_choice(&mut self, file: &Node) {
        let members: Vec<Member> = entries(file, "grounds")
            .map(|g| Member {
                name: g.key().to_owned(),
                title: localized_under(g.value(), "title"),
                unit: None,
                measure: None,
            })
            .collect();
        if members.is_empty() {
            return;
        }
        self.vocabulary.choices.push(Choice {
            name: GROUND.to_owned(),
            title: Localized::new("解除或者终止的路径", "ground"),
            open: false,
            members,
        });
    }

    /// Units of members are types, which can only be read once all choices are known.
    fn units(&mut self, file: &Node) {
        for entry in entries(file, "choices") {
            let units: Vec<(String, Option<Type>)> = entries(entry.value(), "members")
                .map(|m| {
                    let unit =
                        text(m.value(), "unit").and_then(|t| Type::parse(t, &self.vocabulary));
                    (m.key().to_owned(), unit)
                })
                .collect();
            let Some(choice) = self.vocabulary.choices.iter_mut().find(|c| c.name == entry.key())
            else {
                continue;
            };
            for member in &mut choice.members {
                member.unit =
                    units.iter().find(|(name, _)| *name == member.name).and_then(|(_, u)| *u);
            }
        }
    }

    fn list_names(&mut self, file: &Node) {
        for entry in entries(file, "lists") {
            self.vocabulary.lists.push(List {
                name: entry.key().to_owned(),
                title: localized_under(entry.value(), "title"),
                question: localized_under(entry.value(), "question"),
                key: Vec::new(),
                every: None,
                fields: Vec::new(),
                follows: None,
                span: entry.key_span(),
            });
        }
    }

    fn facts(&mut self, file: &Node) {
        for entry in entries(file, "facts") {
            let node = entry.value();
            let Some(kind) = self.kind(node) else { continue };
            let id = FactId::at(self.vocabulary.facts.len());
            if let Some(first) = self.vocabulary.fact_names.insert(entry.key().to_owned(), id) {
                self.declared_twice(entry, self.vocabulary.fact(first).map(Fact::span));
            }
            let range = self.range(node, kind);
            self.vocabulary.facts.push(Fact {
                name: entry.key().to_owned(),
                kind,
                title: localized_under(node, "title"),
                question: question(node),
                optional: flag(node, "optional"),
                sensitive: flag(node, "sensitive"),
                range,
                ahead: flag(node, "ahead"),
                borne_by: names(node, "borne_by"),
                role: text(node, "role").map(str::to_owned),
                evidence: names(node, "evidence"),
                follows: None,
                span: entry.key_span(),
            });
        }
    }

    fn lists(&mut self, file: &Node) {
        for entry in entries(file, "lists") {
            let node = entry.value();
            let fields: Vec<Field> =
                entries(node, "fields").filter_map(|f| self.field(f)).collect();
            let position = |name: &str| fields.iter().position(|f| f.name == name).map(FieldId::at);
            let key = items(node, "key").filter_map(|k| position(k.text()?)).collect();
            let every = text(node, "every").and_then(position);
            if let Some(list) = self.vocabulary.lists.iter_mut().find(|l| l.name == entry.key()) {
                list.key = key;
                list.every = every;
                list.fields = fields;
            }
        }
    }

    fn field(&mut self, entry: &Entry) -> Option<Field> {
        let node = entry.value();
        let kind = self.kind(node)?;
        Some(Field {
            name: entry.key().to_owned(),
            kind,
            title: localized_under(node, "title"),
            question: question(node),
            optional: flag(node, "optional"),
            sensitive: flag(node, "sensitive"),
            range: self.range(node, kind),
            ahead: flag(node, "ahead"),
            borne_by: names(node, "borne_by"),
            printed_by: text(node, "printed_by").map(str::to_owned),
            unit_in: text(node, "unit_in").map(str::to_owned),
        })
    }

    fn kind(&mut self, node: &Node) -> Option<Type> {
        let at = node.get("type")?;
        let name = at.text()?;
        let kind = Type::parse(name, &self.vocabulary);
        if kind.is_none() {
            let message = Message::UnknownType { name: name.to_owned() };
            self.diagnostics.push(
                Diagnostic::error(message.code(), message.text(), at.span())
                    .with_help(Message::TypesAre.text()),
            );
        }
        kind
    }

    fn range(&mut self, node: &Node, kind: Type) -> Range {
        Range::load(node, kind, &self.vocabulary, &mut self.diagnostics)
    }

    fn evidence_kinds(&mut self, file: &Node) {
        for entry in entries(file, "evidence_kinds") {
            let node = entry.value();
            self.vocabulary.evidence_kinds.push(EvidenceKind {
                name: entry.key().to_owned(),
                title: localized_under(node, "title"),
                strength: text(node, "strength").and_then(Proof::from_name).unwrap_or(Proof::None),
                note: localized_under(node, "note"),
                purpose: localized_under(node, "purpose"),
                element: text(node, "element").map(str::to_owned),
                electronic: flag(node, "electronic"),
            });
        }
    }

    fn questions(&mut self, file: &Node) {
        for entry in entries(file, "questions") {
            let node = entry.value();
            let facts = items(node, "facts").filter_map(|n| self.fact(n)).collect();
            let lists = items(node, "lists").filter_map(|n| self.list(n)).collect();
            self.vocabulary.questions.push(QuestionGroup {
                name: entry.key().to_owned(),
                title: localized_under(node, "title"),
                facts,
                lists,
            });
        }
    }

    /// What a question follows can only be read once all facts are known.
    fn follows(&mut self, file: &Node) {
        for entry in entries(file, "facts") {
            let parent = entry.value().get("follows").and_then(|n| self.fact(n));
            let id = self.vocabulary.fact_names.get(entry.key()).copied();
            if let Some(fact) = id.and_then(|id| self.vocabulary.facts.get_mut(id.index())) {
                fact.follows = parent;
            }
        }
        for entry in entries(file, "lists") {
            let parent = entry.value().get("follows").and_then(|n| self.fact(n));
            if let Some(list) = self.vocabulary.lists.iter_mut().find(|l| l.name == entry.key()) {
                list.follows = parent;
            }
        }
    }

    fn fact(&mut self, node: &Node) -> Option<FactId> {
        let name = node.text()?;
        let id = self.vocabulary.fact_names.get(name).copied();
        if id.is_none() {
            let known: Vec<&str> = self.vocabulary.fact_names.keys().map(String::as_str).collect();
            let what = Localized::new("事实", "fact");
            self.diagnostics.push(unknown_name(&what, name, node.span(), known));
        }
        id
    }

    fn list(&mut self, node: &Node) -> Option<ListId> {
        let name = node.text()?;
        let id = self.vocabulary.list_named(name).map(|(id, _)| id);
        if id.is_none() {
            let known: Vec<&str> = self.vocabulary.lists.iter().map(|l| l.name.as_str()).collect();
            let what = Localized::new("列表", "list");
            self.diagnostics.push(unknown_name(&what, name, node.span(), known));
        }
        id
    }

    fn grounds(&mut self, file: &Node) {
        for entry in entries(file, "grounds") {
            let node = entry.value();
            self.vocabulary.grounds.push(Ground {
                name: entry.key().to_owned(),
                title: localized_under(node, "title"),
                main_document: text(node, "main_document").unwrap_or_default().to_owned(),
                law_date: text(node, "law_date").unwrap_or_default().to_owned(),
                citation: text(node, "cite").map(str::to_owned),
                span: entry.key_span(),
            });
        }
    }

    fn documents(&mut self, file: &Node) {
        for entry in entries(file, "documents") {
            let node = entry.value();
            self.vocabulary.documents.push(DocumentKind {
                name: entry.key().to_owned(),
                code: text(node, "code").unwrap_or_default().to_owned(),
                title: localized_under(node, "title"),
                grounds: names(node, "grounds"),
                needs_clearance: flag(node, "needs_clearance"),
                needs: text(node, "needs").map(str::to_owned),
                audience: text(node, "audience")
                    .and_then(Audience::from_name)
                    .unwrap_or(Audience::Internal),
                signatories: items(node, "signatories").filter_map(signatory).collect(),
                annexes: names(node, "annexes"),
                copies: names(node, "copies"),
                dated: text(node, "dated").map(str::to_owned),
                no_later_than: text(node, "no_later_than").map(str::to_owned),
                no_earlier_than: text(node, "no_earlier_than").map(str::to_owned),
                requires: names(node, "requires"),
                after: names(node, "after"),
                of_policy: text(node, "of") == Some("policy"),
                span: entry.key_span(),
            });
        }
    }

    fn declared_twice(&mut self, entry: &Entry, first: Option<Span>) {
        let message = Message::DeclaredTwice { name: entry.key().to_owned() };
        let mut diagnostic = Diagnostic::error(message.code(), message.text(), entry.key_span());
        if let Some(span) = first {
            diagnostic = diagnostic.with_label(span, Message::FirstHere.text());
        }
        self.diagnostics.push(diagnostic);
    }
}

/// Returns the diagnostic for a name nobody declared, with the nearest known one.
pub fn unknown_name<'a>(
    what: &Localized,
    name: &str,
    span: Span,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    use crate::wording::Language::{Chinese, English};
    let text = |language| {
        let message =
            Message::UnknownName { what: what.get(language).to_owned(), name: name.to_owned() };
        message.text().get(language).to_owned()
    };
    let diagnostic = Diagnostic::error("E0301", Localized::new(text(Chinese), text(English)), span);
    match nearest(name, known) {
        Some(near) => diagnostic.with_help(Message::DidYouMean { name: near.to_owned() }.text()),
        None => diagnostic,
    }
}

/// Returns the diagnostic for a name of a case that nobody declared: the name itself may be
/// somebody's, so it is shown by its place only.
pub fn unknown_here<'a>(
    what: &Localized,
    name: &str,
    span: Span,
    known: impl IntoIterator<Item = &'a str>,
    pack: &str,
) -> Diagnostic {
    let text = Localized::each(|language| {
        let what = what.get(language).to_owned();
        Message::UnknownHere { what }.text().get(language).to_owned()
    });
    let diagnostic = Diagnostic::error("E0301", text, span);
    diagnostic.with_help(match nearest(name, known) {
        Some(near) => Message::DidYouMean { name: near.to_owned() }.text(),
        None => Message::AllNames { pack: pack.to_owned() }.text(),
    })
}

/// Returns the diagnostic for a value that is not of its type.
pub fn not_of_type(name: &str, wanted: &Localized, span: Span) -> Diagnostic {
    use crate::wording::Language::{Chinese, English};
    let text = |language| {
        let wanted = wanted.get(language).to_owned();
        Message::NotOfType { name: name.to_owned(), wanted }.text().get(language).to_owned()
    };
    Diagnostic::error("E0304", Localized::new(text(Chinese), text(English)), span)
}

fn source(entry: &Entry) -> Source {
    let node = entry.value();
    let title = localized_under(node, "title");
    Source {
        short: node.get("short").and_then(localized).unwrap_or_else(|| title.clone()),
        title,
        version: localized_under(node, "version"),
        confidence: text(node, "confidence")
            .and_then(Confidence::from_name)
            .unwrap_or(Confidence::Unverified),
        checked_on: text(node, "checked_on").map(str::to_owned),
        url: text(node, "url").map(str::to_owned),
        item_articles: names(node, "items"),
        region: text(node, "region").map(str::to_owned),
        note: localized_under(node, "note"),
    }
}

fn signatory(node: &Node) -> Option<Signatory> {
    Some(Signatory {
        id: text(node, "id")?.to_owned(),
        title: localized_under(node, "title"),
        seal: flag(node, "seal"),
        receipt: flag(node, "receipt"),
    })
}

fn question(node: &Node) -> Localized {
    node.get("question").and_then(localized).unwrap_or_else(|| localized_under(node, "title"))
}

fn names(node: &Node, key: &str) -> Vec<String> {
    items(node, key).filter_map(|n| n.text().map(str::to_owned)).collect()
}
