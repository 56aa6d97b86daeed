//! Puts layers on top of each other and compiles the result.

use std::collections::BTreeMap;

use super::graph::{Builder, Declared, Progress};
use super::rule_set::{DefinitionEntry, RequirementEntry, RuleSet};
use super::scope::Scope;
use crate::diag::Diagnostics;
use crate::rules::{Body, Formula, Layer, Policy, Purpose, Requirement};
use crate::source::{Sources, Span};
use crate::syntax::expression;
use crate::vocabulary::load::unknown_name;
use crate::vocabulary::{Citation, Type, Vocabulary};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// What is compiled together.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The pack's vocabulary.
    pub vocabulary: Vocabulary,
    /// The layers with their distance from the nation, the nation (0) first.
    pub layers: Vec<(usize, &'a Layer)>,
    /// The company's policy.
    pub policy: Option<&'a Policy>,
}

/// Compiles layers; the rule set is absent if there are errors.
#[must_use]
pub fn compile(input: Input<'_>, sources: &Sources) -> (Option<RuleSet>, Diagnostics) {
    let Input { mut vocabulary, mut layers, policy } = input;
    let mut early = Diagnostics::new();
    let mut company = None;
    if let Some(policy) = policy {
        super::settings::add_members(&mut vocabulary, policy, &mut early);
        let depth = layers.last().map_or(0, |(depth, _)| depth.saturating_add(1));
        layers.push((depth, &policy.layer));
        company = Some(depth);
    }
    let mut builder = Builder::new(vocabulary, sources);
    builder.company = company;
    builder.diagnostics.extend(early);
    let parameters = builder.declare_parameters(&layers);
    builder.declare_definitions(&layers);
    let requirements = builder.declare_requirements(&layers);
    builder.check_definitions();
    let mut rules = RuleSet { parameters: builder.parameters(&parameters), ..RuleSet::default() };
    rules.requirements = requirements.iter().filter_map(|r| builder.requirement(r)).collect();
    rules.law_dates = builder.law_dates();
    builder.papers();
    rules.steps = builder.steps(&layers);
    let implemented: Vec<&str> = rules.requirements.iter().map(|r| r.code.as_str()).collect();
    let open = layers.iter().flat_map(|(_, layer)| layer.not_checked.iter());
    rules.not_checked =
        open.filter(|(code, _)| !implemented.contains(&code.as_str())).cloned().collect();
    rules.definitions = builder.definition_entries();
    let is_whole = rules.parameters.len() == parameters.len()
        && rules.definitions.len() == builder.definitions.len();
    if let Some(policy) = policy.filter(|_| is_whole) {
        builder.settings(policy, &mut rules);
    }
    super::lint::run(&mut builder, &mut rules);
    rules.layers = layers.iter().map(|(_, l)| (l.name.clone(), l.title.clone())).collect();
    rules.policy = policy.map(|p| (p.name.clone(), p.title.clone()));
    rules.versions = policy.map_or_else(Vec::new, |p| p.versions.iter().map(|v| v.from).collect());
    rules.names = builder.names;
    rules.vocabulary = builder.vocabulary;
    let usable = !builder.diagnostics.has_errors();
    (usable.then_some(rules), builder.diagnostics)
}

impl<'a> Builder<'a> {
    /// Resolves citations; one is required where `needed`.
    pub(super) fn citations(
        &mut self,
        written: &[(String, Span)],
        needed: Option<(&str, Span)>,
    ) -> Vec<Citation> {
        let mut citations = Vec::new();
        for (text, span) in written {
            match self.vocabulary().citation(text) {
                Some(citation) => citations.push(citation),
                None => {
                    let message = Message::UnknownSource { citation: text.clone() };
                    self.report(message.text(), message.code(), *span);
                }
            }
        }
        if let (true, Some((name, span))) = (written.is_empty(), needed) {
            let message = Message::NoCitation { name: name.to_owned() };
            self.report(message.text(), message.code(), span);
        }
        citations
    }

    fn definition_entries(&mut self) -> Vec<DefinitionEntry> {
        let mut entries = Vec::new();
        for index in 0..self.definitions.len() {
            entries.extend(self.definition_entry(index));
        }
        entries
    }

    fn definition_entry(&mut self, index: usize) -> Option<DefinitionEntry> {
        let declared = self.definitions.get(index)?.clone();
        let declaration = declared.declaration;
        let signature = self.signatures.get(index)?.clone()?;
        let Some(Progress::Done(formula)) = self.progress.get(index).cloned() else { return None };
        let printed = declaration.purpose != Purpose::Definition;
        let is_cited = printed || declaration.replaces.is_some();
        let needed = is_cited.then_some((declaration.name.as_str(), declaration.span));
        let citations = self.citations(&declaration.citations, needed);
        let exception_citations = declaration
            .body
            .exceptions
            .iter()
            .map(|e| self.citations(&e.citations, None))
            .collect();
        if printed && declaration.title == Localized::default() {
            self.no_title(&declaration.name, declaration.span);
        }
        Some(DefinitionEntry {
            name: declaration.name.clone(),
            span: declaration.span,
            purpose: declaration.purpose,
            title: declaration.title.clone(),
            kind: signature.kind,
            optional: signature.optional,
            takes: signature.takes,
            of: signature.of,
            citations,
            exception_citations,
            formula: formula.typed,
            written: self.written_body(&declaration.body),
            grounds: declaration.grounds.clone(),
            is_earliest: declaration.is_earliest,
            lawyer_review: declaration.lawyer_review,
            sensitive: false,
            company: Vec::new(),
            exposure: declaration.exposure.clone(),
            better: declaration.better,
            layer: declared.layer.to_owned(),
        })
    }

    pub(super) fn no_title(&mut self, name: &str, span: Span) {
        let message = Message::NoTitle { name: name.to_owned() };
        self.report(message.text(), message.code(), span);
    }

    fn requirement(&mut self, declared: &Declared<'a, Requirement>) -> Option<RequirementEntry> {
        let r = declared.declaration;
        let citations = self.citations(&r.citations, Some((&r.id, r.span)));
        if r.title == Localized::default() {
            self.no_title(&r.id, r.span);
        }
        self.known_names(r);
        let applies = match &r.applies {
            Some(e) => Some(self.truth(e, &Scope::default())?),
            None => None,
        };
        let guarded = applies.as_ref().map(|a| a.if_yes.clone()).unwrap_or_default();
        let scope = Scope::default().with_guarded(&guarded);
        let value = self.formula(&r.value, &r.id, r.span, &scope, Type::Truth);
        let mut change = |c: &Option<crate::rules::SeverityChange>| match c {
            None => Some(None),
            Some(c) => {
                let when = self.truth(&c.when, &Scope::default())?;
                Some(Some((c.to, when.typed, c.title.clone())))
            }
        };
        let (downgrade, upgrade) = (change(&r.downgrade), change(&r.upgrade));
        Some(RequirementEntry {
            id: r.replaces.as_ref().map_or(&r.id, |(name, _)| name).clone(),
            span: r.span,
            code: r.code.clone(),
            title: r.title.clone(),
            citations,
            confidence: r.confidence,
            severity: r.severity,
            grounds: r.grounds.iter().map(|(g, _)| g.clone()).collect(),
            gates: r.gates.iter().map(|(g, _)| g.clone()).collect(),
            applies: applies.map(|a| a.typed),
            value: value?.typed,
            written: self.written(&r.value),
            downgrade: downgrade?,
            upgrade: upgrade?,
            remedy: r.remedy.clone(),
            evidence: r.evidence.iter().map(|(e, _)| e.clone()).collect(),
            element: r.element.clone(),
            check: r.check,
            waivable: r.waivable,
            lawyer_review: r.lawyer_review,
            sensitive: false,
            layer: declared.layer.to_owned(),
        })
    }

    /// Reports grounds, documents and kinds of evidence nobody declared.
    fn known_names(&mut self, r: &Requirement) {
        let names = |v: &Vocabulary, what: usize| -> Vec<String> {
            match what {
                0 => v.grounds().iter().map(|g| g.name().to_owned()).collect(),
                1 => v.documents().iter().map(|d| d.name().to_owned()).collect(),
                _ => v.evidence_kinds().iter().map(|k| k.name().to_owned()).collect(),
            }
        };
        let words = [
            ("解除或终止的依据", "ground"),
            ("文书", "document"),
            ("证据种类", "kind of evidence"),
        ];
        for (what, (used, (zh, en))) in
            [&r.grounds, &r.gates, &r.evidence].into_iter().zip(words).enumerate()
        {
            let known = names(self.vocabulary(), what);
            for (name, span) in used.iter().filter(|(name, _)| !known.contains(name)) {
                let what = Localized::new(zh, en);
                let diagnostic = unknown_name(&what, name, *span, known.iter().map(String::as_str));
                self.diagnostics.push(diagnostic);
            }
        }
    }

    fn law_dates(&mut self) -> BTreeMap<String, super::typed::Typed> {
        let mut dates = BTreeMap::new();
        let grounds: Vec<(String, String, Span)> = self
            .vocabulary()
            .grounds()
            .iter()
            .map(|g| (g.name().to_owned(), g.law_date().to_owned(), g.span()))
            .collect();
        for (ground, written, span) in grounds {
            if written.is_empty() {
                continue;
            }
            match expression::parse(&written, span) {
                Ok(parsed) => dates.extend(self.law_date(&parsed).map(|typed| (ground, typed))),
                Err(diagnostic) => self.diagnostics.push(diagnostic),
            }
        }
        dates
    }

    /// The date that selects versions of the law; it always exists.
    fn law_date(&mut self, e: &expression::Expression) -> Option<super::typed::Typed> {
        let checked = self.check(e, &Scope::default(), Some(Type::Date))?;
        self.need(&checked, Type::Date, e.span())?;
        self.need_present(&checked, e)?;
        Some(checked.typed)
    }

    /// Returns a formula as written, one line for each part.
    pub(super) fn written(&self, formula: &Formula) -> String {
        match formula {
            Formula::Value(e) => self.shown(e.span()),
            Formula::All(items) | Formula::Any(items) => {
                items.iter().map(|e| self.shown(e.span())).collect::<Vec<_>>().join("\n")
            }
            Formula::Bands(bands) => {
                let rows = bands.rows.iter().map(|row| {
                    let bound = match &row.bound {
                        crate::rules::Bound::Below(e) => format!("< {}", self.shown(e.span())),
                        crate::rules::Bound::UpTo(e) => format!("<= {}", self.shown(e.span())),
                        crate::rules::Bound::Is(items) => items
                            .iter()
                            .map(|e| self.shown(e.span()))
                            .collect::<Vec<_>>()
                            .join(", "),
                        crate::rules::Bound::Otherwise => "…".to_owned(),
                    };
                    format!("{bound}: {}", self.written(&row.formula))
                });
                let head = self.shown(bands.by.span());
                std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n")
            }
        }
    }

    fn written_body(&self, body: &Body) -> String {
        let exceptions = body
            .exceptions
            .iter()
            .map(|e| format!("{} ⇒ {}", self.shown(e.when.span()), self.written(&e.formula)));
        std::iter::once(self.written(&body.base)).chain(exceptions).collect::<Vec<_>>().join("\n")
    }
}
