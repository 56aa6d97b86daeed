//! The names that papers use: other papers, facts, lists, days, kinds of evidence.

use super::graph::Builder;
use super::rule_set::Named;
use crate::source::Span;
use crate::vocabulary::load::unknown_name;
use crate::vocabulary::{DocumentKind, Event, ExhibitGroup, Type};
use crate::wording::Localized;

impl Builder<'_> {
    /// Reports every name of a paper, an event or a group of exhibits that nobody declared.
    pub(super) fn papers(&mut self) {
        let documents: Vec<DocumentKind> = self.vocabulary().documents().to_vec();
        for document in &documents {
            self.names_of(document);
        }
        let chain = self.vocabulary().chain().clone();
        for Event { from, to, span, .. } in &chain.events {
            self.day(from, *span);
            to.iter().for_each(|to| self.day(to, *span));
        }
        for ExhibitGroup { kinds, until, span, .. } in &chain.groups {
            until.iter().for_each(|until| self.day(until, *span));
            for kind in kinds
                .iter()
                .filter(|k| self.vocabulary().evidence_kind(k).is_none())
                .collect::<Vec<_>>()
            {
                let known: Vec<String> = self
                    .vocabulary()
                    .evidence_kinds()
                    .iter()
                    .map(|k| k.name().to_owned())
                    .collect();
                self.undeclared(("证据种类", "kind of evidence"), kind, *span, &known);
            }
        }
    }

    fn names_of(&mut self, document: &DocumentKind) {
        let papers: Vec<String> =
            self.vocabulary().documents().iter().map(|d| d.name().to_owned()).collect();
        let others = document.annexes().iter().chain(document.copies()).chain(document.after());
        for other in others.filter(|o| !papers.contains(o)) {
            self.undeclared(("文书", "document"), other, document.span(), &papers);
        }
        for name in
            document.needs().into_iter().chain(document.requires().iter().map(String::as_str))
        {
            if !self.names.contains_key(name) {
                let known: Vec<String> = self.names.keys().cloned().collect();
                self.undeclared(("名称", "name"), name, document.span(), &known);
            }
        }
        let days = [document.dated(), document.no_later_than(), document.no_earlier_than()];
        for day in days.into_iter().flatten() {
            self.day(day, document.span());
        }
    }

    /// Reports what is neither a date nor a date field of the row that a fact names.
    fn day(&mut self, name: &str, span: Span) {
        let kind = match self.names.get(name) {
            Some(Named::Fact(id)) => self.vocabulary().fact(*id).map(|f| f.kind()),
            Some(Named::Definition(id)) => self.signature(*id).map(|s| s.kind),
            _ => self.kind_in_row(name),
        };
        if kind != Some(Type::Date) {
            let known: Vec<String> = self.names.keys().cloned().collect();
            self.undeclared(("日期", "date"), name, span, &known);
        }
    }

    fn kind_in_row(&self, name: &str) -> Option<Type> {
        let (fact, field) = name.rsplit_once('.')?;
        let Some(Named::Fact(id)) = self.names.get(fact) else { return None };
        let Type::Row(list) = self.vocabulary().fact(*id)?.kind() else { return None };
        let (_, field) = self.vocabulary().list(list)?.field_named(field)?;
        Some(field.kind())
    }

    fn undeclared(&mut self, (zh, en): (&str, &str), name: &str, span: Span, known: &[String]) {
        let what = Localized::new(zh, en);
        let diagnostic = unknown_name(&what, name, span, known.iter().map(String::as_str));
        self.diagnostics.push(diagnostic);
    }
}
