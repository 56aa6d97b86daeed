//! What a finding turns on: the lines of its requirement, and the values that decide each line.

use super::assessment::Assessment;
use super::derivation::{Step, StepId, What};
use super::findings::Finding;
use super::state::Eval;
use crate::compile::RequirementEntry;
use crate::compile::typed::{Typed, TypedNode};
use crate::vocabulary::{ListId, Type};

/// One line of a requirement: what must hold there, and what came out.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The expression.
    pub typed: &'a Typed,
    /// What came out.
    pub value: Eval,
    /// The steps it rests on, in the order of reading.
    pub inputs: Vec<StepId>,
}

impl Assessment<'_> {
    /// Returns the lines of what must hold: the parts of `all` or `any`, or the one expression there is.
    ///
    /// A requirement that does not bind the case was not looked at and has no lines.
    #[must_use]
    pub fn lines(&self, finding: &Finding) -> Vec<Line<'_>> {
        let entry = self.rules().requirement(finding.requirement());
        let (Some(entry), Some(step)) = (entry, self.step(finding.step())) else {
            return Vec::new();
        };
        if step.value == Eval::None {
            return Vec::new();
        }
        match &entry.value.node {
            TypedNode::And(items) | TypedNode::Or(items) => {
                let found = parts(self.steps(), &step.inputs, items);
                let pairs = items.iter().zip(found);
                pairs.filter_map(|(item, id)| self.line(id?, item)).collect()
            }
            _ => vec![self.whole(step, entry)],
        }
    }

    fn line<'t>(&'t self, id: StepId, item: &'t Typed) -> Option<Line<'t>> {
        let found = self.step(id)?;
        let inputs = match found.what {
            What::Line(_) => found.inputs.clone(),
            _ => vec![id],
        };
        Some(Line { typed: item, value: found.value.clone(), inputs })
    }

    /// The one line of a requirement that is no conjunction; its step holds the condition's inputs too.
    fn whole<'t>(&'t self, step: &'t Step, entry: &'t RequirementEntry) -> Line<'t> {
        let belongs = |id: &&StepId| self.step(**id).is_some_and(|s| reads(&entry.value, &s.what));
        let inputs = step.inputs.iter().filter(belongs).copied().collect();
        Line { typed: &entry.value, value: step.value.clone(), inputs }
    }

    /// Returns the values that decide a line.
    ///
    /// Facts, cells and named values stand as they are. A yes/no is followed
    /// down to what it rests on; where some of them came out as `wanted`, these
    /// alone are followed.
    #[must_use]
    pub fn deciding(&self, line: &Line<'_>, wanted: Option<bool>) -> Vec<StepId> {
        let mut search = Search { wanted, found: Vec::new() };
        self.descend(line.typed, &line.inputs, 0, &mut search);
        let mut found = search.found;
        let lists: Vec<ListId> = found.iter().filter_map(|id| self.list_of(*id)).collect();
        found.retain(|id| !self.is_noise(*id, &lists));
        found
    }

    /// Returns the facts and cells that what must hold is read from, each once.
    ///
    /// Not those of the condition, of the weight, or of the date that selects the value of a
    /// parameter; where one part of several suffices, those of the parts that hold.
    #[must_use]
    pub fn stated(&self, finding: &Finding) -> Vec<StepId> {
        let mut found = Vec::new();
        let lines = self.lines(finding);
        let holds = |l: &&Line<'_>| l.value.as_truth() == Some(true);
        let entry = self.rules().requirement(finding.requirement());
        let suffices = entry.is_some_and(|e| matches!(e.value.node, TypedNode::Or(_)))
            && lines.iter().any(|l| holds(&l));
        for line in lines.iter().filter(|l| !suffices || holds(l)) {
            self.collect(line.typed, &line.inputs, &mut found);
        }
        found
    }

    /// Returns the facts and cells a definition is read from, each once.
    #[must_use]
    pub fn stated_below(&self, step: StepId) -> Vec<StepId> {
        let mut found = Vec::new();
        if let Some(What::Definition(id)) = self.step(step).map(|s| &s.what)
            && let Some(entry) = self.rules().definition(*id)
        {
            let inputs = self.step(step).map_or(&[][..], |s| &s.inputs);
            self.collect(&entry.formula, inputs, &mut found);
        }
        found
    }

    fn collect(&self, formula: &Typed, inputs: &[StepId], found: &mut Vec<StepId>) {
        for id in inputs {
            let is_said = |s: &&Step| formula.any_but_selecting(&mut |part| is_read(part, &s.what));
            let Some(step) = self.step(*id).filter(is_said) else { continue };
            match &step.what {
                What::Fact(_) | What::Cell(..) if !found.contains(id) => found.push(*id),
                _ => {
                    if let Some(inner) = self.formula_of(step, formula) {
                        self.collect(inner, &step.inputs, found);
                    }
                }
            }
        }
    }

    fn descend(&self, formula: &Typed, inputs: &[StepId], depth: usize, search: &mut Search) {
        let wanted = search.wanted;
        let is_wanted = |id: &StepId| {
            let truth = self.step(*id).map(|s| s.value.as_truth());
            self.is_opened(*id) && truth == Some(wanted)
        };
        let narrow = inputs.iter().any(is_wanted);
        for id in inputs {
            // Dates that only select a value of a parameter are no part of the formula.
            let read = self.step(*id).filter(|s| reads(formula, &s.what));
            let Some(step) = read else { continue };
            if !self.is_opened(*id) || depth >= DEEPEST {
                if !narrow && !search.found.contains(id) && !self.is_key(*id) {
                    search.found.push(*id);
                }
                continue;
            }
            let inner = self.formula_of(step, formula);
            if let Some(inner) = inner.filter(|_| !narrow || is_wanted(id)) {
                let before = search.found.len();
                self.descend(inner, &step.inputs, depth.saturating_add(1), search);
                // A row that should be there and is not leaves no value behind but itself.
                if search.found.len() == before && matches!(step.what, What::Test(..)) {
                    search.found.push(*id);
                }
            }
        }
    }

    /// The formula whose parts a step's inputs are.
    fn formula_of<'t>(&'t self, step: &Step, formula: &'t Typed) -> Option<&'t Typed> {
        match &step.what {
            What::Definition(id) | What::Call(id, _) | What::Column(id, _) => {
                self.rules().definition(*id).map(|d| &d.formula)
            }
            What::Company(id, at) => {
                let company = self.rules().definition(*id).map(|d| &d.company)?;
                company.get(*at).map(|(_, formula, _)| formula)
            }
            What::Line(_) | What::Test(..) => self.part_of(formula, step),
            _ => None,
        }
    }

    /// Returns the part of a formula that a line or the test of a row is about.
    #[must_use]
    pub fn part_of<'t>(&self, formula: &'t Typed, step: &Step) -> Option<&'t Typed> {
        part_of(self.steps(), formula, step)
    }

    /// Whether a step is a yes/no that rests on others, or has no name to show.
    fn is_opened(&self, id: StepId) -> bool {
        let is_truth = |id| self.rules().definition(id).is_some_and(|d| d.kind == Type::Truth);
        let Some(step) = self.step(id).filter(|s| !s.inputs.is_empty()) else { return false };
        match &step.what {
            What::Definition(id) | What::Column(id, _) => is_truth(*id),
            What::Line(_) | What::Test(..) | What::Call(..) | What::Company(..) => true,
            _ => false,
        }
    }

    fn list_of(&self, id: StepId) -> Option<ListId> {
        match self.step(id)?.what {
            What::Cell(list, ..) => Some(list),
            _ => None,
        }
    }

    /// Which row is relied on shows in that row's cells.
    fn is_noise(&self, id: StepId, lists: &[ListId]) -> bool {
        let vocabulary = self.rules().vocabulary();
        match self.step(id).map(|s| &s.what) {
            Some(What::Fact(fact)) => {
                let kind = vocabulary.fact(*fact).map(|f| f.kind());
                matches!(kind, Some(Type::Row(list)) if lists.contains(&list))
            }
            _ => false,
        }
    }

    /// Keys only name a row.
    fn is_key(&self, id: StepId) -> bool {
        match self.step(id).map(|s| &s.what) {
            Some(What::Cell(list, _, field) | What::AbsentCell(list, _, field)) => {
                let list = self.rules().vocabulary().list(*list);
                list.is_some_and(|l| l.key().contains(field))
            }
            _ => false,
        }
    }
}

/// What is looked for, and what was found.
struct Search {
    wanted: Option<bool>,
    found: Vec<StepId>,
}

/// How far yes/no steps are followed down.
const DEEPEST: usize = 8;

/// Returns the steps among `inputs` that are the parts of a conjunction, in the order of its parts.
///
/// Places cannot tell the parts of a text with escapes apart, so each step is taken once.
pub(super) fn parts(steps: &[Step], inputs: &[StepId], items: &[Typed]) -> Vec<Option<StepId>> {
    let mut taken: Vec<StepId> = Vec::new();
    let mut find = |item: &Typed| {
        let is_it = |id: &&StepId| {
            let step = steps.get(id.0 as usize);
            step.is_some_and(|s| is_part(item, &s.what)) && !taken.contains(id)
        };
        let found = inputs.iter().find(is_it).copied();
        // A line is a step of its own; facts and definitions may be shared.
        let is_line =
            |id: &StepId| matches!(steps.get(id.0 as usize).map(|s| &s.what), Some(What::Line(_)));
        taken.extend(found.filter(is_line));
        found
    };
    items.iter().map(&mut find).collect()
}

/// Returns the part of a formula that a line or the test of a row is about.
pub(super) fn part_of<'t>(steps: &[Step], formula: &'t Typed, step: &Step) -> Option<&'t Typed> {
    let mut candidates: Vec<&'t Typed> = Vec::new();
    formula.walk(&mut |part| match (&part.node, &step.what) {
        (TypedNode::And(items) | TypedNode::Or(items), What::Line(span)) => {
            candidates.extend(items.iter().filter(|i| i.span == *span));
        }
        (TypedNode::Aggregate(aggregate), What::Test(span, _)) => {
            candidates.extend(aggregate.body.iter().filter(|b| b.span == *span));
        }
        _ => {}
    });
    let inputs = || step.inputs.iter().filter_map(|id| steps.get(id.0 as usize));
    let fits = |part: &&&Typed| inputs().any(|s| reads(part, &s.what));
    candidates.iter().find(fits).or(candidates.first()).copied()
}

fn is_part(item: &Typed, what: &What) -> bool {
    match what {
        What::Line(span) => *span == item.span,
        What::Definition(id) => matches!(item.node, TypedNode::Definition(d) if d == *id),
        What::Fact(id) => matches!(item.node, TypedNode::Fact(f) if f == *id),
        What::Column(id, _) => matches!(item.node, TypedNode::Column(_, c) if c == *id),
        _ => false,
    }
}

/// Returns whether an expression itself reads what a step is.
#[must_use]
pub fn reads(typed: &Typed, what: &What) -> bool {
    typed.any(&mut |part| is_read(part, what))
}

fn is_read(part: &Typed, what: &What) -> bool {
    match (&part.node, what) {
        (TypedNode::Fact(a), What::Fact(b)) => a == b,
        (TypedNode::Definition(a), What::Definition(b)) => a == b,
        (TypedNode::Parameter(a, ..), What::Parameter(b, ..)) => a == b,
        (TypedNode::Call(a, _), What::Call(b, _)) => a == b,
        (TypedNode::Column(_, a) | TypedNode::ColumnOf(_, _, a), What::Column(b, _)) => a == b,
        (TypedNode::FieldOf(_, list, field), What::Cell(of, _, at)) => list == of && field == at,
        (TypedNode::Field(_, a), What::Cell(_, _, b) | What::AbsentCell(_, _, b)) => a == b,
        (_, What::Line(span) | What::Test(span, _)) => part.span == *span,
        _ => false,
    }
}
