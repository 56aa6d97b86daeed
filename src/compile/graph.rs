//! The builder: signatures of all names, and definitions checked in the order of their dependence.

use std::collections::{BTreeMap, BTreeSet};

use super::rule_set::{DefinitionId, Named, ParameterId};
use super::typed::Typed;
use crate::diag::{Diagnostic, Diagnostics};
use crate::rules::Definition;
use crate::source::{Sources, Span};
use crate::vocabulary::{ChoiceId, ListId, Type, Vocabulary};
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// What a definition looks like from outside.
#[derive(Debug, Clone)]
pub(super) struct Signature {
    pub kind: Type,
    pub optional: bool,
    pub takes: Vec<(String, Type)>,
    pub of: Option<ListId>,
}

/// What a parameter looks like from outside.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub kind: Type,
    pub by: Option<ChoiceId>,
    /// Whether some layer gives it the value zero.
    pub has_zero: bool,
}

/// How far a definition has been checked.
#[derive(Debug, Clone)]
pub(super) enum Progress {
    New,
    Busy,
    Failed,
    Done(Formula),
}

/// A checked formula and what is known about it.
#[derive(Debug, Clone)]
pub(super) struct Formula {
    pub typed: Typed,
    pub lenient: Option<String>,
    pub quotient: bool,
}

/// A declaration and the layer it comes from.
#[derive(Debug, Clone)]
pub(super) struct Declared<'a, T> {
    pub declaration: &'a T,
    pub layer: &'a str,
    pub depth: usize,
}

/// The longest chain of definitions, each of which needs the next to be checked first.
const MAX_CHAIN: usize = 64;

/// Resolves and checks everything of a set of layers.
pub(super) struct Builder<'a> {
    pub vocabulary: Vocabulary,
    pub sources: &'a Sources,
    pub names: BTreeMap<String, Named>,
    pub definitions: Vec<Declared<'a, Definition>>,
    pub signatures: Vec<Option<Signature>>,
    pub progress: Vec<Progress>,
    pub shapes: Vec<Option<Shape>>,
    pub used_parameters: BTreeSet<ParameterId>,
    /// Parameters by which something is divided.
    pub divisors: BTreeSet<ParameterId>,
    /// The distance of the company's layer, which may add but not replace.
    pub company: Option<usize>,
    /// How many expressions are being checked inside each other.
    pub levels: u64,
    pub diagnostics: Diagnostics,
    stack: Vec<DefinitionId>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(vocabulary: Vocabulary, sources: &'a Sources) -> Self {
        let facts = vocabulary
            .facts()
            .iter()
            .enumerate()
            .map(|(i, f)| (f.name().to_owned(), Named::Fact(crate::vocabulary::FactId::at(i))));
        let lists = vocabulary
            .lists()
            .iter()
            .enumerate()
            .map(|(i, l)| (l.name().to_owned(), Named::List(ListId::at(i))));
        Self {
            names: facts.chain(lists).collect(),
            vocabulary,
            sources,
            definitions: Vec::new(),
            signatures: Vec::new(),
            progress: Vec::new(),
            shapes: Vec::new(),
            used_parameters: BTreeSet::new(),
            divisors: BTreeSet::new(),
            company: None,
            levels: 0,
            diagnostics: Diagnostics::new(),
            stack: Vec::new(),
        }
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Returns the text a span covers, for messages.
    pub(super) fn shown(&self, span: Span) -> String {
        self.sources.slice(span).to_owned()
    }

    pub(super) fn signature(&self, id: DefinitionId) -> Option<Signature> {
        self.signatures.get(id.index())?.clone()
    }

    pub(super) fn parameter_kind(&self, id: ParameterId) -> Option<Type> {
        Some(self.shapes.get(id.index())?.as_ref()?.kind)
    }

    pub(super) fn parameter_key(&self, id: ParameterId) -> Option<ChoiceId> {
        self.shapes.get(id.index())?.as_ref()?.by
    }

    /// Returns the computed column of a list with this name.
    pub(super) fn column(&self, list: ListId, name: &str) -> Option<DefinitionId> {
        let Some(Named::Definition(id)) = self.names.get(name).copied() else { return None };
        (self.signatures.get(id.index())?.as_ref()?.of == Some(list)).then_some(id)
    }

    pub(super) fn lenient(&self, id: DefinitionId) -> Option<String> {
        match self.progress.get(id.index())? {
            Progress::Done(formula) => formula.lenient.clone(),
            _ => None,
        }
    }

    pub(super) fn is_quotient(&self, id: DefinitionId) -> bool {
        matches!(self.progress.get(id.index()), Some(Progress::Done(f)) if f.quotient)
    }

    /// Checks a definition unless that was done; returns whether it can be used.
    pub(super) fn ensure(&mut self, id: DefinitionId, from: Span) -> bool {
        match self.progress.get(id.index()) {
            Some(Progress::Done(_)) => return true,
            Some(Progress::New) => {}
            Some(Progress::Busy) => {
                self.cycle(id, from);
                return false;
            }
            _ => return false,
        }
        if self.stack.len() >= MAX_CHAIN {
            let name = self.definitions.get(id.index()).map(|d| d.declaration.name.clone());
            let message = Message::TooLarge { name: name.unwrap_or_default() };
            self.diagnostics.push(Diagnostic::error(message.code(), message.text(), from));
            self.set(id, Progress::Failed);
            return false;
        }
        self.set(id, Progress::Busy);
        self.stack.push(id);
        let formula = self.formula_of(id);
        self.stack.pop();
        let usable = formula.is_some();
        self.set(id, formula.map_or(Progress::Failed, Progress::Done));
        usable
    }

    fn set(&mut self, id: DefinitionId, progress: Progress) {
        if let Some(slot) = self.progress.get_mut(id.index()) {
            *slot = progress;
        }
    }

    fn cycle(&mut self, id: DefinitionId, from: Span) {
        let start = self.stack.iter().position(|d| *d == id).unwrap_or(0);
        let circle = self.stack.iter().skip(start).chain(std::iter::once(&id));
        let names: Vec<&str> = circle
            .filter_map(|d| self.definitions.get(d.index()))
            .map(|d| d.declaration.name.as_str())
            .collect();
        let message = Message::Cycle { path: names.join(" → ") };
        self.diagnostics.push(Diagnostic::error(message.code(), message.text(), from));
    }

    /// Tries a check without keeping its diagnostics.
    pub(super) fn quietly<T>(&mut self, attempt: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let failed =
            |this: &Self| this.progress.iter().filter(|p| matches!(p, Progress::Failed)).count();
        let (kept, before) = (self.diagnostics.clone(), failed(self));
        let result = attempt(self);
        // What is wrong with a definition is said the only time it is looked at.
        if failed(self) == before {
            self.diagnostics = kept;
        }
        result
    }
}
