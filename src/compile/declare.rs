//! Declares the names of all layers: what each may add, and what it may replace.

use std::collections::BTreeMap;

use super::graph::{Builder, Declared, Progress, Shape, Signature};
use super::rule_set::{DefinitionId, Named, ParameterId};
use crate::diag::Diagnostic;
use crate::rules::{Definition, Layer, Parameter, Requirement};
use crate::source::Span;
use crate::vocabulary::load::unknown_name;
use crate::vocabulary::{Type, values};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

impl<'a> Builder<'a> {
    pub(super) fn declare_parameters(
        &mut self,
        layers: &[(usize, &'a Layer)],
    ) -> Vec<Vec<Declared<'a, Parameter>>> {
        let mut all: Vec<Vec<Declared<'a, Parameter>>> = Vec::new();
        for (depth, layer) in layers {
            for declaration in &layer.parameters {
                let declared = Declared { declaration, layer: layer.name.as_str(), depth: *depth };
                let named = match &declaration.replaces {
                    Some((name, span)) => {
                        let known = self.names.get(name).copied();
                        if !matches!(known, Some(Named::Parameter(_))) {
                            let message = Message::NothingToReplace { name: name.clone() };
                            self.report(message.text(), message.code(), *span);
                            continue;
                        }
                        known
                    }
                    None => self.names.get(&declaration.name).copied(),
                };
                match named {
                    Some(Named::Parameter(id)) if declaration.kind.is_none() => {
                        if let Some(list) = all.get_mut(id.index()) {
                            self.give_values(id, declared, list);
                        }
                    }
                    Some(_) => self.declared_twice(&declaration.name, declaration.span, None),
                    None if declaration.kind.is_none() => {
                        let known: Vec<String> = self.names.keys().cloned().collect();
                        let what = Localized::new("参数", "parameter");
                        let known = known.iter().map(String::as_str);
                        self.diagnostics.push(unknown_name(
                            &what,
                            &declaration.name,
                            declaration.span,
                            known,
                        ));
                    }
                    None => {
                        let id = ParameterId::at(all.len());
                        self.names.insert(declaration.name.clone(), Named::Parameter(id));
                        let shape = self.shape(declaration);
                        self.shapes.push(shape);
                        all.push(vec![declared]);
                    }
                }
            }
        }
        all
    }

    /// Adds the values a layer gives to a parameter that layers above left open.
    fn give_values(
        &mut self,
        id: ParameterId,
        declared: Declared<'a, Parameter>,
        above: &mut Vec<Declared<'a, Parameter>>,
    ) {
        let declaration = declared.declaration;
        let (name, span) = (declaration.name.clone(), declaration.span);
        let mut given = above.iter().filter(|d| !d.declaration.series.is_empty());
        let (first, last) = (given.clone().next(), given.next_back());
        if let (Some(first), Some(last), false) = (first, last, declaration.series.is_empty()) {
            let open = first.depth > 0 || declaration.replaces.is_some();
            let message = match replaces(self.company, &name, last.depth, declared.depth) {
                None if open => None,
                None => Some(Message::NoRight { name: name.clone() }),
                refused => refused,
            };
            if let Some(message) = message {
                let first = last.declaration.span;
                self.refuse(Diagnostic::error(message.code(), message.text(), span), first);
                return;
            }
        } else if self.company == Some(declared.depth) {
            let message = Message::NoRight { name };
            self.report(message.text(), message.code(), span);
            return;
        }
        let is_cited = !declaration.citations.is_empty()
            || declaration.series.iter().flat_map(|s| &s.values).all(|v| !v.citations.is_empty());
        if declaration.replaces.is_some() && !is_cited {
            let message = Message::NoCitation { name };
            self.report(message.text(), message.code(), span);
        }
        if let Some(Some(shape)) = self.shapes.get(id.index()).copied() {
            let has_zero = shape.has_zero || self.gives_zero(declaration, shape.kind);
            if let Some(slot) = self.shapes.get_mut(id.index()) {
                *slot = Some(Shape { has_zero, ..shape });
            }
        }
        above.push(declared);
    }

    /// Reports a declaration that another one does not leave room for.
    fn refuse(&mut self, diagnostic: Diagnostic, other: Span) {
        self.diagnostics.push(diagnostic.with_label(other, Message::FirstHere.text()));
    }

    fn shape(&mut self, declaration: &Parameter) -> Option<Shape> {
        let (name, span) = declaration.kind.as_ref()?;
        let kind = self.kind(name, *span)?;
        let by = match &declaration.by {
            None => None,
            Some((name, span)) => match self.vocabulary().choice_named(name) {
                Some((id, _)) => Some(id),
                None => {
                    let known: Vec<String> =
                        self.vocabulary().choices().iter().map(|c| c.name().to_owned()).collect();
                    let what = Localized::new("选项", "choice");
                    let known = known.iter().map(String::as_str);
                    self.diagnostics.push(unknown_name(&what, name, *span, known));
                    return None;
                }
            },
        };
        Some(Shape { kind, by, has_zero: self.gives_zero(declaration, kind) })
    }

    fn gives_zero(&self, declaration: &Parameter, kind: Type) -> bool {
        let written = declaration.series.iter().flat_map(|s| &s.values).map(|v| &v.value.0);
        let mut values =
            written.filter_map(|text| values::parse(text, kind, self.vocabulary()).ok());
        values.any(|v| v.is_zero())
    }

    fn kind(&mut self, name: &str, span: Span) -> Option<Type> {
        let kind = Type::parse(name, self.vocabulary());
        if kind.is_none() {
            let message = Message::UnknownType { name: name.to_owned() };
            self.diagnostics.push(
                Diagnostic::error(message.code(), message.text(), span)
                    .with_help(Message::TypesAre.text()),
            );
        }
        kind
    }

    pub(super) fn declare_definitions(&mut self, layers: &[(usize, &'a Layer)]) {
        for (depth, layer) in layers {
            for declaration in &layer.definitions {
                let declared = Declared { declaration, layer: layer.name.as_str(), depth: *depth };
                match &declaration.replaces {
                    Some((name, span)) => self.replace_definition(declared, name, *span),
                    None => self.add_definition(declared),
                }
            }
        }
        self.signatures = (0..self.definitions.len()).map(|i| self.make_signature(i)).collect();
        self.progress = vec![Progress::New; self.definitions.len()];
    }

    fn add_definition(&mut self, declared: Declared<'a, Definition>) {
        let name = &declared.declaration.name;
        if self.names.contains_key(name) {
            self.declared_twice(name, declared.declaration.span, self.declared_at(name));
            return;
        }
        self.names
            .insert(name.clone(), Named::Definition(DefinitionId::at(self.definitions.len())));
        self.definitions.push(declared);
    }

    fn replace_definition(&mut self, declared: Declared<'a, Definition>, name: &str, span: Span) {
        let Some(Named::Definition(id)) = self.names.get(name).copied() else {
            let message = Message::NothingToReplace { name: name.to_owned() };
            self.report(message.text(), message.code(), span);
            return;
        };
        let new = &declared.declaration.name;
        if new != name && self.names.contains_key(new) {
            self.declared_twice(new, declared.declaration.span, self.declared_at(new));
            return;
        }
        self.names.insert(new.clone(), Named::Definition(id));
        let Some(slot) = self.definitions.get_mut(id.index()) else { return };
        let first = slot.declaration.span;
        match replaces(self.company, name, slot.depth, declared.depth) {
            Some(message) => {
                self.refuse(Diagnostic::error(message.code(), message.text(), span), first);
            }
            None => *slot = declared,
        }
    }

    fn make_signature(&mut self, index: usize) -> Option<Signature> {
        let declaration = self.definitions.get(index)?.declaration;
        let kind = self.kind(&declaration.kind.0, declaration.kind.1)?;
        let mut takes = Vec::new();
        for (name, span, kind) in &declaration.takes {
            takes.push((name.clone(), self.kind(kind, *span)?));
        }
        let of = match &declaration.of {
            None => None,
            Some((name, span)) => match self.vocabulary().list_named(name) {
                Some((id, _)) => Some(id),
                None => {
                    let known: Vec<String> =
                        self.vocabulary().lists().iter().map(|l| l.name().to_owned()).collect();
                    let what = Localized::new("列表", "list");
                    let known = known.iter().map(String::as_str);
                    self.diagnostics.push(unknown_name(&what, name, *span, known));
                    return None;
                }
            },
        };
        Some(Signature { kind, optional: declaration.optional, takes, of })
    }

    pub(super) fn declare_requirements(
        &mut self,
        layers: &[(usize, &'a Layer)],
    ) -> Vec<Declared<'a, Requirement>> {
        let mut all: Vec<Declared<'a, Requirement>> = Vec::new();
        let mut at: BTreeMap<String, usize> = BTreeMap::new();
        for (depth, layer) in layers {
            for declaration in &layer.requirements {
                let declared = Declared { declaration, layer: layer.name.as_str(), depth: *depth };
                if let Some((name, span)) = &declaration.replaces {
                    let found = at.get(name).copied();
                    let Some((index, slot)) = found.and_then(|i| Some((i, all.get_mut(i)?))) else {
                        let message = Message::NothingToReplace { name: name.clone() };
                        self.report(message.text(), message.code(), *span);
                        continue;
                    };
                    let first = slot.declaration.span;
                    match replaces(self.company, name, slot.depth, *depth) {
                        Some(message) => {
                            let diagnostic =
                                Diagnostic::error(message.code(), message.text(), *span);
                            self.refuse(diagnostic, first);
                        }
                        None => {
                            *slot = declared;
                            at.entry(declaration.id.clone()).or_insert(index);
                        }
                    }
                    continue;
                }
                if let Some(first) = at.get(&declaration.id).and_then(|i| all.get(*i)) {
                    let first = Some(first.declaration.span);
                    self.declared_twice(&declaration.id, declaration.span, first);
                    continue;
                }
                at.insert(declaration.id.clone(), all.len());
                all.push(declared);
            }
        }
        self.codes_are_unique(&all);
        all
    }

    /// A code names one requirement for ever, so no two have the same.
    fn codes_are_unique(&mut self, requirements: &[Declared<'a, Requirement>]) {
        let mut known: BTreeMap<&str, Span> = BTreeMap::new();
        for requirement in requirements.iter().map(|d| d.declaration) {
            let (code, span) = (requirement.code.as_str(), requirement.span);
            match known.get(code).copied().filter(|_| !code.is_empty()) {
                Some(first) => self.declared_twice(code, span, Some(first)),
                None => _ = known.insert(code, span),
            }
        }
    }

    fn declared_at(&self, name: &str) -> Option<Span> {
        match self.names.get(name)? {
            Named::Definition(id) => self.definitions.get(id.index()).map(|d| d.declaration.span),
            Named::Fact(id) => self.vocabulary().fact(*id).map(crate::vocabulary::Fact::span),
            Named::List(id) => self.vocabulary().list(*id).map(crate::vocabulary::List::span),
            Named::Parameter(_) => None,
        }
    }

    fn declared_twice(&mut self, name: &str, span: Span, first: Option<Span>) {
        let message = Message::DeclaredTwice { name: name.to_owned() };
        let diagnostic = Diagnostic::error(message.code(), message.text(), span);
        self.diagnostics.push(match first {
            Some(first) => diagnostic.with_label(first, Message::FirstHere.text()),
            None => diagnostic,
        });
    }

    pub(super) fn check_definitions(&mut self) {
        for index in 0..self.definitions.len() {
            let span = self.definitions.get(index).map(|d| d.declaration.span);
            if let Some(span) = span {
                self.ensure(DefinitionId::at(index), span);
            }
        }
    }
}

/// Returns why a layer at distance `mine` may not replace what one at distance `theirs` gave.
fn replaces(company: Option<usize>, name: &str, theirs: usize, mine: usize) -> Option<Message> {
    let name = name.to_owned();
    if company == Some(mine) {
        Some(Message::NoRight { name })
    } else {
        (theirs == mine).then_some(Message::ReplacedTwice { name })
    }
}
