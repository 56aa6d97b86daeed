//! The tree of steps: each shared step once, cells of a row on one line.

use std::collections::BTreeSet;

use crate::assess::{Eval, Step, StepId, What};
use crate::compile::DefinitionEntry;
use crate::compile::typed::{Typed, TypedNode};
use crate::report::desk::Desk;
use crate::report::page::{Ink, Page};
use crate::report::phrases::Phrases;
use crate::source::Span;
use crate::vocabulary::ListId;
use crate::wording::catalogue::reporting::ExplainWords as Words;

/// How deep a tree goes.
const DEEPEST: usize = 12;

/// Writes trees of steps.
pub(super) struct Tree<'a> {
    desk: Desk<'a>,
    /// Composite steps that stand on the page already.
    written: BTreeSet<StepId>,
}

/// Returns the sign of a settled or unsettled yes/no, and its colour.
pub(super) fn sign(truth: Option<bool>) -> (&'static str, Ink) {
    match truth {
        Some(true) => ("✓ ", Ink::Good),
        Some(false) => ("✗ ", Ink::Bad),
        None => ("? ", Ink::Doubt),
    }
}

impl<'a> Tree<'a> {
    pub(super) fn new(desk: Desk<'a>) -> Self {
        Self { desk, written: BTreeSet::new() }
    }

    /// Writes steps that rest under one formula.
    pub(super) fn steps(
        &mut self,
        page: &mut Page,
        steps: &[StepId],
        formula: Option<&'a Typed>,
        indent: usize,
    ) {
        let mut done: BTreeSet<StepId> = BTreeSet::new();
        for id in steps {
            if done.contains(id) {
                continue;
            }
            match self.row_of(*id) {
                Some(row) => {
                    let cells: Vec<StepId> =
                        steps.iter().filter(|s| self.row_of(**s) == Some(row)).copied().collect();
                    done.extend(&cells);
                    self.row(page, &cells, indent);
                }
                None => self.step(page, *id, formula, indent),
            }
        }
    }

    /// Marks a step as written, as a head does for its own.
    pub(super) fn mark(&mut self, id: StepId) {
        self.written.insert(id);
    }

    fn row_of(&self, id: StepId) -> Option<(ListId, u32)> {
        match self.desk.assessment.step(id)?.what {
            What::Cell(list, row, _) => Some((list, row)),
            _ => None,
        }
    }

    /// Writes the cells of one row on one line.
    fn row(&self, page: &mut Page, cells: &[StepId], indent: usize) {
        let desk = self.desk;
        let shown: Vec<_> = cells
            .iter()
            .filter_map(|id| desk.assessment.step(*id))
            .filter_map(|step| Some((step, desk.shown(step)?)))
            .collect();
        let Some((first, one)) = shown.first() else { return };
        let mut text = match (&first.what, shown.as_slice()) {
            (_, [_]) => desk.labelled(&one.title, &one.value),
            (What::Cell(list, row, _), _) => {
                let list = desk.vocabulary().list(*list);
                let title = list.map_or_else(String::new, |l| desk.title(l.title(), l.name()));
                let name = self.row_name(first).unwrap_or_else(|| row.to_string());
                let fields: Vec<String> = shown
                    .iter()
                    .map(|(step, value)| format!("{} {}", self.field_title(step), value.value))
                    .collect();
                let words = Words::Row { list: title, row: name, fields: desk.listed(&fields) };
                desk.say(&words.text())
            }
            _ => String::new(),
        };
        let span = shown.iter().find_map(|(_, value)| value.place);
        text.push_str(&self.origin(span, &one.source));
        page.block(indent, "· ", &text, Ink::Plain);
    }

    fn field_title(&self, step: &Step) -> String {
        let What::Cell(list, _, field) = step.what else { return String::new() };
        let list = self.desk.vocabulary().list(list);
        let field = list.and_then(|l| l.field(field));
        field.map_or_else(String::new, |f| self.desk.title(f.title(), f.name()))
    }

    /// Returns the name of the row a step reads.
    fn row_name(&self, step: &Step) -> Option<String> {
        match &step.what {
            What::Cell(list, row, _) => {
                let row = self.desk.case().rows(*list)?.row(*row)?;
                Some(self.desk.row_name(*list, row.name()))
            }
            What::AbsentCell(list, row, _) => Some(self.desk.row_name(*list, row)),
            What::Column(id, row) => {
                let list = self.desk.rules().definition(*id)?.of?;
                Some(self.desk.row_name(list, row))
            }
            What::Line(_) => step.inputs.iter().find_map(|id| {
                let input = self.desk.assessment.step(*id)?;
                self.row_name(input)
            }),
            _ => None,
        }
    }

    fn origin(&self, place: Option<Span>, source: &str) -> String {
        let mut text = String::new();
        if let Some(span) = place {
            text.push_str(&format!("  {}", self.desk.place(span)));
        }
        if !source.is_empty() {
            text.push_str(&format!("  {source}"));
        }
        text
    }

    fn step(&mut self, page: &mut Page, id: StepId, formula: Option<&'a Typed>, indent: usize) {
        let desk = self.desk;
        let Some(step) = desk.assessment.step(id) else { return };
        match &step.what {
            What::Line(span) => self.line(page, step, part_at(formula, *span), indent),
            What::Definition(definition)
            | What::Call(definition, _)
            | What::Column(definition, _)
            | What::Company(definition) => {
                let Some(entry) = desk.rules().definition(*definition) else { return };
                self.definition(page, id, step, entry, indent);
            }
            _ => {
                let Some(shown) = desk.shown(step) else { return };
                let mut text = desk.labelled(&shown.title, &shown.value);
                text.push_str(&self.origin(shown.place, &shown.source));
                page.block(indent, "· ", &text, Ink::Plain);
            }
        }
    }

    /// Writes one part of a conjunction, or the test of one row.
    fn line(&mut self, page: &mut Page, step: &'a Step, part: Option<&'a Typed>, indent: usize) {
        let (mark, ink) = sign(step.value.as_truth());
        let words = part.map_or_else(String::new, |p| {
            Phrases::titles(self.desk.speech()).within(self.frames_of(step)).phrase(p)
        });
        let is_row = part.is_some_and(|p| reads_row(p));
        let words = match self.row_name(step).filter(|_| is_row) {
            Some(row) => self.desk.labelled(&row, &words),
            None => words,
        };
        page.block(indent, mark, &words, ink);
        if indent < DEEPEST.saturating_mul(2) {
            self.steps(page, &step.inputs, part, indent.saturating_add(4));
        }
    }

    /// The lists whose rows a line reads, for the titles of their fields.
    fn frames_of(&self, step: &Step) -> Option<ListId> {
        step.inputs.iter().find_map(|id| match &self.desk.assessment.step(*id)?.what {
            What::Cell(list, ..) | What::AbsentCell(list, ..) => Some(*list),
            What::Column(id, _) => self.desk.rules().definition(*id)?.of,
            What::Line(_) => {
                let line = self.desk.assessment.step(*id)?;
                self.frames_of(line)
            }
            _ => None,
        })
    }

    fn definition(
        &mut self,
        page: &mut Page,
        id: StepId,
        step: &'a Step,
        entry: &'a DefinitionEntry,
        indent: usize,
    ) {
        let desk = self.desk;
        let Some(shown) = desk.shown(step) else { return };
        let formula = match &step.what {
            What::Company(_) => entry.company.last().map_or(&entry.formula, |(_, f, _)| f),
            _ => &entry.formula,
        };
        let mut text = format!("{} = {}", shown.title, shown.value);
        text.push_str(&desk.aside(&shown.source));
        let again = !self.written.insert(id) && !step.inputs.is_empty();
        if again {
            text.push_str(&desk.aside(&desk.say(&Words::SeeAbove.text())));
        }
        page.block(indent, "▸ ", &text, Ink::Plain);
        if again || step.inputs.is_empty() || indent >= DEEPEST.saturating_mul(2) {
            return;
        }
        let below = indent.saturating_add(2);
        self.formula(page, entry, formula, &step.value, below);
        self.steps(page, &step.inputs, Some(formula), below);
    }

    /// Writes a formula by titles, and with the values of this case.
    pub(super) fn formula(
        &self,
        page: &mut Page,
        entry: &'a DefinitionEntry,
        formula: &'a Typed,
        value: &Eval,
        indent: usize,
    ) {
        let titles = Phrases::titles(self.desk.speech()).inside(entry).phrase(formula);
        page.block(indent, "= ", &titles, Ink::Faint);
        let is_plain = entry.of.is_none() && entry.takes.is_empty();
        if is_plain && matches!(value, Eval::Known(_)) && is_arithmetic(formula) {
            let values = Phrases::values(self.desk).inside(entry).phrase(formula);
            let result = self.desk.value(value, entry.kind, entry.sensitive);
            page.block(indent, "= ", &format!("{values} = {result}"), Ink::Plain);
        }
    }
}

/// Whether a formula computes, so that it can be redone with a pocket calculator.
fn is_arithmetic(formula: &Typed) -> bool {
    match &formula.node {
        TypedNode::Round(inner, ..) | TypedNode::Negate(inner) => is_arithmetic(inner),
        TypedNode::Arithmetic(..) | TypedNode::AddMonths(..) | TypedNode::Compare(..) => true,
        _ => false,
    }
}

/// Whether an expression reads a row in scope.
fn reads_row(typed: &Typed) -> bool {
    let mut found = false;
    typed.walk(&mut |part| {
        found |= matches!(
            part.node,
            TypedNode::Field(..) | TypedNode::Column(..) | TypedNode::RowVariable(_)
        );
    });
    found
}

/// Returns the part of a formula that stands at a place.
fn part_at(formula: Option<&Typed>, span: Span) -> Option<&Typed> {
    let mut found = None;
    formula?.walk(&mut |part| {
        if part.span == span && found.is_none() {
            found = Some(part);
        }
    });
    found
}
