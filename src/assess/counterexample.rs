//! Whether a company's formula can give less than the law: a search over generated cases.
//!
//! The two formulas are asked over and over with values at and around the places where the law
//! bends (nothing, half a unit, twelve units, a capped wage). What they still wait for becomes an
//! input of the next round, so that no name of a pack is needed here.

use super::assessment::Question;
use super::derivation::Silent;
use super::evaluate::{Evaluator, Overrides};
use super::state::Eval;
use super::waits::Wait;
use crate::case::{CaseFile, Cell, Rows, Stated};
use crate::compile::typed::{Typed, TypedNode};
use crate::compile::{DefinitionId, ParameterId, RuleSet};
use crate::rules::Better;
use crate::value::{Date, Exact, Value};
use crate::vocabulary::{FactId, ListId, Type};

/// How many cases are tried for one formula.
const CASES: usize = 600;
/// More inputs than this are not searched.
const INPUTS: usize = 24;

/// Days on which the generated cases end: the ends of a February, a month, a half-year.
const DAYS: [(i32, u32, u32); 4] = [(2020, 2, 29), (2024, 12, 31), (2025, 1, 31), (2026, 6, 30)];

/// Something the two formulas rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// A definition.
    Definition(DefinitionId),
    /// A fact of the case.
    Fact(FactId),
    /// A parameter that no layer sets.
    Parameter(ParameterId),
}

/// A case in which the company's formula gives less than the law.
#[derive(Debug, Clone)]
pub struct Counterexample {
    /// What it rests on.
    pub inputs: Vec<(Input, Value)>,
    /// What the law gives.
    pub law: Value,
    /// What the company gives.
    pub company: Value,
    /// Whether the company's formula gave less in every case that could be compared.
    pub is_always: bool,
}

/// Searches for a case in which the formula of a policy version is worse than the law.
#[must_use]
pub fn counterexample(
    rules: &RuleSet,
    question: &Question,
    figure: DefinitionId,
    company: &Typed,
) -> Option<Counterexample> {
    let law = &rules.definition(figure)?.formula;
    let is_lower_better = rules.definition(figure)?.better == Better::Lower;
    let mut search = Search { rules, question, inputs: read(company), empty: Vec::new(), seed: 1 };
    let (mut worst, mut worse, mut compared) = (None, 0_usize, 0_usize);
    for _ in 0..CASES {
        let chosen = search.choose();
        let results = search.results(&chosen, [law, company]);
        let [Some(by_law), Some(by_company)] = results.each_ref().map(Eval::known) else {
            if !search.extend(&results) {
                return None;
            }
            continue;
        };
        compared += 1;
        let is_worse = if is_lower_better { by_company > by_law } else { by_company < by_law };
        if is_worse {
            worse += 1;
            worst.get_or_insert((chosen, by_law.clone(), by_company.clone()));
        }
    }
    let (inputs, law_gives, company_gives) = worst?;
    let inputs = search.telling(&inputs, [law, company]);
    let (law, company) = (law_gives, company_gives);
    Some(Counterexample { inputs, law, company, is_always: worse == compared })
}

/// The definitions and facts a formula names itself.
fn read(formula: &Typed) -> Vec<Input> {
    let mut inputs = Vec::new();
    formula.walk(&mut |part| {
        let input = match part.node {
            TypedNode::Definition(id) => Input::Definition(id),
            TypedNode::Fact(id) => Input::Fact(id),
            _ => return,
        };
        if !inputs.contains(&input) {
            inputs.push(input);
        }
    });
    inputs
}

struct Search<'a> {
    rules: &'a RuleSet,
    question: &'a Question,
    inputs: Vec<Input>,
    /// Lists of which the generated cases have no rows.
    empty: Vec<ListId>,
    seed: u64,
}

impl Search<'_> {
    /// The next number of a fixed series (Knuth's linear congruence): equal rules, equal cases.
    fn next(&mut self, below: usize) -> usize {
        self.seed = self
            .seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.seed >> 33).unwrap_or(0).checked_rem(below).unwrap_or(0)
    }

    fn choose(&mut self) -> Vec<(Input, Value)> {
        let inputs = self.inputs.clone();
        let mut chosen = Vec::new();
        // All dates of a case are one day, so that none comes before what it must follow.
        let day = self.next(DAYS.len());
        for input in inputs {
            let values = self.candidates(input);
            let at = match values.first() {
                Some(Value::Date(_)) => day,
                _ => self.next(values.len()),
            };
            chosen.extend(values.into_iter().nth(at).map(|value| (input, value)));
        }
        chosen
    }

    fn candidates(&self, input: Input) -> Vec<Value> {
        let kind = match input {
            Input::Definition(id) => self.rules.definition(id).map(|d| d.kind),
            Input::Fact(id) => self.rules.vocabulary().fact(id).map(|f| f.kind()),
            Input::Parameter(id) => self.rules.parameter(id).map(|p| p.kind),
        };
        kind.map_or_else(Vec::new, |kind| candidates(kind, self.rules))
    }

    fn results(&self, chosen: &[(Input, Value)], formulas: [&Typed; 2]) -> [Eval; 2] {
        let mut case = CaseFile::unknown(self.rules.vocabulary());
        let mut overrides = Overrides::default();
        for list in &self.empty {
            case.set_rows(*list, Rows::known(Vec::new(), true));
        }
        for (input, value) in chosen {
            let known = Eval::Known(value.clone());
            match input {
                Input::Definition(id) => drop(overrides.definitions.insert(*id, known)),
                Input::Parameter(id) => drop(overrides.parameters.insert(*id, known)),
                Input::Fact(id) => {
                    case.set_fact(*id, Stated::bare(Cell::Known(value.clone())));
                }
            }
        }
        let Question { ground, as_of, version, .. } = self.question;
        let when = (*as_of, *version);
        let mut evaluator = Evaluator::new(self.rules, &case, ground, when, &overrides, Silent);
        formulas.map(|formula| evaluator.value(formula))
    }

    /// Leaves out what may have any value without changing either result.
    fn telling(&self, chosen: &[(Input, Value)], formulas: [&Typed; 2]) -> Vec<(Input, Value)> {
        let results = self.results(chosen, formulas);
        let changes = |at: usize, (input, value): &(Input, Value)| {
            self.candidates(*input).into_iter().filter(|other| other != value).any(|other| {
                let mut changed = chosen.to_vec();
                if let Some(place) = changed.get_mut(at) {
                    place.1 = other;
                }
                self.results(&changed, formulas) != results
            })
        };
        let pairs = chosen.iter().enumerate().filter(|(at, pair)| changes(*at, pair));
        pairs.map(|(_, pair)| pair.clone()).collect()
    }

    /// Makes inputs of what results wait for; returns whether there was something new.
    fn extend(&mut self, results: &[Eval; 2]) -> bool {
        let before = (self.inputs.len(), self.empty.len());
        for wait in results.iter().flat_map(Eval::waits) {
            let input = match wait {
                Wait::Fact(id) => Input::Fact(*id),
                Wait::Parameter(id, ..) => Input::Parameter(*id),
                Wait::List(id) if !self.empty.contains(id) => {
                    self.empty.push(*id);
                    continue;
                }
                _ => continue,
            };
            if !self.inputs.contains(&input) && !self.candidates(input).is_empty() {
                self.inputs.push(input);
            }
        }
        self.inputs.len() <= INPUTS && before != (self.inputs.len(), self.empty.len())
    }
}

/// Values at and around the places where laws bend.
fn candidates(kind: Type, rules: &RuleSet) -> Vec<Value> {
    let exact = |list: &[&str]| list.iter().filter_map(|t| Exact::parse(t).ok()).collect();
    let of = |list: &[&str], make: fn(Exact) -> Value| -> Vec<Value> {
        let numbers: Vec<Exact> = exact(list);
        numbers.into_iter().map(make).collect()
    };
    match kind {
        Type::Truth | Type::Judgement => vec![Value::Truth(false), Value::Truth(true)],
        Type::Number => of(&["0.5", "1", "1.5", "6", "12", "12.5", "25"], Value::Number),
        Type::Money => of(&["1500", "9999.99", "30000", "120000"], Value::Money),
        Type::Days => of(&["0", "1", "5", "30", "90"], Value::Days),
        Type::Months => of(&["0", "1", "6", "12", "120", "240"], Value::Months),
        Type::Date => DAYS
            .iter()
            .filter_map(|(y, m, d)| Date::from_ymd_opt(*y, *m, *d))
            .map(Value::Date)
            .collect(),
        Type::Choice(id) => {
            let members = rules.vocabulary().choice(id).map_or(0, |c| c.members().len());
            (0..members).filter_map(|at| u32::try_from(at).ok()).map(Value::Choice).collect()
        }
        _ => Vec::new(),
    }
}
