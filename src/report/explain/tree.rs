//! The tree of steps: each shared step once, cells of a row on one line.

use std::collections::BTreeSet;

use super::parts::{around, is_arithmetic, is_filter, is_name, reads_row};
use crate::assess::{Eval, Step, StepId, What, reads};
use crate::compile::typed::Typed;
use crate::compile::{DefinitionEntry, DefinitionId};
use crate::report::desk::Desk;
use crate::report::page::{Ink, Page};
use crate::report::phrases::Phrases;
use crate::report::steps::Shown;
use crate::value::Value;
use crate::vocabulary::{Citation, ListId, Type};
use crate::wording::catalogue::explaining::ExplainWords as Words;

/// How many columns deep a tree goes.
const DEEPEST: usize = 30;

/// Writes trees of steps.
pub(super) struct Tree<'a> {
    desk: Desk<'a>,
    /// Composite steps that stand on the page already.
    written: BTreeSet<StepId>,
    /// Lines that stand on the page already.
    said: BTreeSet<String>,
    /// Columns whose formula stands on the page already.
    columns: BTreeSet<DefinitionId>,
}

/// The formula a step belongs to, and how it is read.
#[derive(Clone)]
pub(super) struct Scope<'a> {
    pub(super) formula: Option<&'a Typed>,
    pub(super) phrases: Phrases<'a>,
    /// Whether the row in scope is named above.
    pub(super) row_named: bool,
    /// Citations named above.
    pub(super) cited: &'a [Citation],
    pub(super) indent: usize,
}

impl Scope<'_> {
    fn deeper(&self, by: usize) -> Self {
        Self { indent: self.indent.saturating_add(by), ..self.clone() }
    }
}

/// Returns the sign of a settled or unsettled yes/no, and its colour.
pub(super) fn sign(truth: Option<bool>) -> (&'static str, Ink) {
    match truth {
        Some(true) => ("✓ ", Ink::Good),
        Some(false) => ("✗ ", Ink::Bad),
        None => ("? ", Ink::Doubt),
    }
}

fn is_known_column(columns: &BTreeSet<DefinitionId>, what: &What) -> bool {
    matches!(what, What::Column(id, _) if columns.contains(id))
}

impl<'a> Tree<'a> {
    pub(super) fn new(desk: Desk<'a>) -> Self {
        Self { desk, written: BTreeSet::new(), said: BTreeSet::new(), columns: BTreeSet::new() }
    }

    /// Marks a step as written, as a head does for its own.
    pub(super) fn mark(&mut self, id: StepId) {
        self.written.insert(id);
    }

    /// Writes the steps that a formula itself reads.
    pub(super) fn steps(&mut self, page: &mut Page, steps: &[StepId], scope: &Scope<'a>) {
        let steps = self.told(steps, scope.formula);
        let mut done: BTreeSet<StepId> = BTreeSet::new();
        for id in &steps {
            if done.contains(id) {
                continue;
            }
            match self.row_of(*id) {
                Some(row) => {
                    let cells: Vec<StepId> =
                        steps.iter().filter(|s| self.row_of(**s) == Some(row)).copied().collect();
                    done.extend(&cells);
                    self.row(page, &cells, scope.indent);
                }
                None => self.step(page, *id, scope),
            }
        }
    }

    /// Leaves out dates that only selected a value, keys of rows, and the choice of a row whose cells are there.
    fn told(&self, steps: &[StepId], formula: Option<&Typed>) -> Vec<StepId> {
        let vocabulary = self.desk.vocabulary();
        let is_told = |id: &&StepId| {
            let Some(step) = self.desk.assessment.step(**id) else { return false };
            // The company's formula stands beside that of the law, which does not read it.
            if let Some(formula) = formula
                && !matches!(step.what, What::Company(..))
                && !reads(formula, &step.what)
            {
                return false;
            }
            match &step.what {
                // Which rows count shows in the tests of these rows.
                What::Line(_) if step.value.is_settled() => {
                    let part = formula.and_then(|f| self.desk.assessment.part_of(f, step));
                    !formula.zip(part).is_some_and(|(f, p)| is_filter(f, p))
                }
                What::Cell(list, _, field) | What::AbsentCell(list, _, field) => {
                    !vocabulary.list(*list).is_some_and(|l| l.key().contains(field))
                }
                What::Fact(fact) => match vocabulary.fact(*fact).map(|f| f.kind()) {
                    Some(Type::Row(list)) => {
                        let rows = steps.iter().filter_map(|s| self.row_of(*s));
                        !rows.map(|(l, _)| l).any(|l| l == list)
                    }
                    _ => true,
                },
                _ => true,
            }
        };
        steps.iter().filter(is_told).copied().collect()
    }

    fn row_of(&self, id: StepId) -> Option<(ListId, u32)> {
        match self.desk.assessment.step(id)?.what {
            What::Cell(list, row, _) => Some((list, row)),
            _ => None,
        }
    }

    /// The name of the row whose cells a step reads.
    fn row_read(&self, step: &Step) -> Option<String> {
        step.inputs.iter().find_map(|id| match &self.desk.assessment.step(*id)?.what {
            What::Cell(list, row, _) => {
                let row = self.desk.case().rows(*list)?.row(*row)?;
                Some(self.desk.row_name(*list, row.name()))
            }
            What::AbsentCell(list, row, _) => Some(self.desk.row_name(*list, row)),
            _ => None,
        })
    }

    /// Writes the cells of one row on one line.
    fn row(&self, page: &mut Page, cells: &[StepId], indent: usize) {
        let desk = self.desk;
        let shown: Vec<(&Step, Shown)> = cells
            .iter()
            .filter_map(|id| desk.assessment.step(*id))
            .filter_map(|step| Some((step, desk.shown(step)?)))
            .collect();
        let Some((first, one)) = shown.first() else { return };
        let text = match (&first.what, shown.as_slice()) {
            (What::Cell(list, row, _), [_, _, ..]) => {
                let row = desk.case().rows(*list).and_then(|r| r.row(*row));
                let row = desk.row_name(*list, row.map_or("", |r| r.name()));
                let list = desk.vocabulary().list(*list);
                let list = list.map_or_else(String::new, |l| desk.title(l.title(), l.name()));
                let fields: Vec<String> = shown
                    .iter()
                    .map(|(step, value)| format!("{} {}", self.field_title(step), value.value))
                    .collect();
                desk.say(&Words::Row { list, row, fields: desk.clauses(&fields) }.text())
            }
            _ => desk.labelled(&one.title, &one.value),
        };
        let place = shown.iter().find_map(|(_, value)| value.place);
        let origin = self.origin(&Shown { place, ..one.clone() });
        page.block(indent, "· ", &format!("{text}{origin}"), Ink::Plain);
    }

    fn field_title(&self, step: &Step) -> String {
        let What::Cell(list, _, field) = step.what else { return String::new() };
        let list = self.desk.vocabulary().list(list);
        let field = list.and_then(|l| l.field(field));
        field.map_or_else(String::new, |f| self.desk.title(f.title(), f.name()))
    }

    /// Returns evidence and place of a value, in brackets.
    fn origin(&self, shown: &Shown) -> String {
        let mut words = Vec::new();
        words.extend(Some(shown.source.clone()).filter(|s| !s.is_empty()));
        words.extend(shown.place.map(|span| self.desk.place(span)));
        self.desk.aside(&self.desk.clauses(&words))
    }

    fn step(&mut self, page: &mut Page, id: StepId, scope: &Scope<'a>) {
        let desk = self.desk;
        let Some(step) = desk.assessment.step(id) else { return };
        match &step.what {
            What::Line(_) => self.line(page, step, None, scope),
            What::Test(_, row) => self.line(page, step, Some(row), scope),
            What::Definition(definition)
            | What::Call(definition, _)
            | What::Column(definition, _)
            | What::Company(definition, _) => {
                let Some(entry) = desk.rules().definition(*definition) else { return };
                self.definition(page, id, step, entry, scope);
            }
            _ => {
                let Some(shown) = desk.shown(step) else { return };
                let text = desk.labelled(&shown.title, &shown.value);
                let text = format!("{text}{}", self.origin(&shown));
                page.block(scope.indent, "· ", &text, Ink::Plain);
            }
        }
    }

    /// Writes one part of a conjunction, or the test of one row.
    fn line(&mut self, page: &mut Page, step: &'a Step, row: Option<&str>, scope: &Scope<'a>) {
        let desk = self.desk;
        let part = scope.formula.and_then(|f| desk.assessment.part_of(f, step));
        let (mark, ink) = sign(step.value.as_truth());
        let rows = scope.formula.zip(part).map(|(f, p)| around(f, p)).unwrap_or_default();
        let phrases = rows.iter().fold(scope.phrases.clone(), |p, rows| p.of_rows(rows));
        let words = part.map_or_else(String::new, |p| phrases.phrase(p));
        let name = row.map(|row| match rows.last().and_then(|a| a.list) {
            Some(list) => desk.row_name(list, row),
            None => desk.key_words(row),
        });
        let name = name.or_else(|| rows.last().and_then(|_| self.row_read(step)));
        let mut text = match name.filter(|_| !scope.row_named) {
            Some(name) => desk.labelled(&name, &words),
            None => words,
        };
        let told = self.told(&step.inputs, part);
        if let (Some(part), [only]) = (part, told.as_slice())
            && is_name(part)
        {
            let shown = desk.assessment.step(*only).and_then(|s| desk.shown(s));
            text.push_str(&shown.map_or_else(String::new, |s| self.origin(&s)));
            page.block(scope.indent, mark, &text, ink);
            return;
        }
        let is_general = part.is_some_and(|p| !reads_row(p));
        let again = is_general && !told.is_empty() && !self.said.insert(text.clone());
        if again {
            text.push_str(&desk.aside(&desk.say(&Words::SeeAbove.text())));
        }
        page.block(scope.indent, mark, &text, ink);
        if !again && scope.indent < DEEPEST {
            let row_named = scope.row_named || row.is_some();
            let below = Scope { formula: part, phrases, row_named, ..scope.deeper(4) };
            self.steps(page, &step.inputs, &below);
        }
    }

    fn definition(
        &mut self,
        page: &mut Page,
        id: StepId,
        step: &'a Step,
        entry: &'a DefinitionEntry,
        scope: &Scope<'a>,
    ) {
        let desk = self.desk;
        let Some(shown) = desk.shown(step) else { return };
        let given: &'a [Value] = match &step.what {
            What::Call(_, given) => given,
            _ => &[],
        };
        let formula = match &step.what {
            What::Company(_, at) => entry.company.get(*at).map_or(&entry.formula, |(_, f, _)| f),
            _ => &entry.formula,
        };
        let mut text = format!("{} = {}", shown.title, shown.value);
        let again = !self.written.insert(id) && !step.inputs.is_empty();
        if again {
            text.push_str(&desk.aside(&desk.say(&Words::SeeAbove.text())));
        } else if matches!(step.what, What::Company(..)) {
            text.push_str(&self.origin(&shown));
        } else if entry.citations != scope.cited && !is_known_column(&self.columns, &step.what) {
            text.push_str(&desk.aside(&shown.source));
        }
        let (mark, ink) = match entry.kind {
            Type::Truth => sign(step.value.as_truth()),
            _ => ("▸ ", Ink::Plain),
        };
        page.block(scope.indent, mark, &text, ink);
        if again || scope.indent >= DEEPEST {
            return;
        }
        let below = Scope {
            formula: Some(formula),
            phrases: Phrases::titles(desk.speech()).called(entry, given),
            row_named: entry.of.is_some(),
            cited: &entry.citations,
            ..scope.deeper(2)
        };
        let is_other_row = match &step.what {
            What::Column(id, _) => !self.columns.insert(*id),
            _ => false,
        };
        if is_other_row {
            // Rows differ in what they read themselves; the rest stands above.
            let own = |id: &&StepId| !self.written.contains(*id);
            let own: Vec<StepId> = step.inputs.iter().filter(own).copied().collect();
            self.steps(page, &own, &below);
        } else {
            self.formula(page, entry, &step.value, &below);
            self.steps(page, &step.inputs, &below);
            self.better(page, entry, &step.inputs, &below);
        }
    }

    /// Says between which results the better one was taken, where the company has a formula too.
    pub(super) fn better(
        &self,
        page: &mut Page,
        entry: &DefinitionEntry,
        inputs: &[StepId],
        scope: &Scope<'a>,
    ) {
        let desk = self.desk;
        let mut steps = inputs.iter().filter_map(|id| desk.assessment.step(*id));
        let Some(company) = steps.find(|s| matches!(s.what, What::Company(..))) else { return };
        let shown = |value: &Eval| desk.value(value, entry.kind, entry.sensitive);
        let law = shown(&desk.assessment.evaluate(&entry.formula));
        let company = shown(&company.value);
        let words = Words::BetterOf { law, company };
        page.block(scope.indent, "⇒ ", &desk.say(&words.text()), Ink::Plain);
    }

    /// Writes a formula by titles, and with the values of this case.
    pub(super) fn formula(
        &self,
        page: &mut Page,
        entry: &'a DefinitionEntry,
        value: &Eval,
        scope: &Scope<'a>,
    ) {
        let Some(formula) = scope.formula else { return };
        // What the law's formula gives is not what counts where the company's is better.
        let by_law = !entry.company.is_empty() && std::ptr::eq(formula, &entry.formula);
        let law = by_law.then(|| self.desk.assessment.evaluate(formula));
        let value = law.as_ref().unwrap_or(value);
        page.block(scope.indent, "= ", &scope.phrases.phrase(formula), Ink::Faint);
        let is_plain = entry.of.is_none() && entry.takes.is_empty();
        if is_plain && matches!(value, Eval::Known(_)) && is_arithmetic(formula) {
            let values = Phrases::values(self.desk).inside(entry).phrase(formula);
            let text = match entry.kind {
                Type::Truth => values,
                kind => format!("{values} = {}", self.desk.value(value, kind, entry.sensitive)),
            };
            page.block(scope.indent, "= ", &text, Ink::Plain);
        }
    }
}
