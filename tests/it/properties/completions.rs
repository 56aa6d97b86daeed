//! A case that knows less never says anything else.

use std::sync::OnceLock;

use duecause::assess::{Assessment, Eval, Obstacle, Outcome, Question, assess, assess_silently};
use duecause::bundle::{Bundle, Library};
use duecause::case::{CaseFile, Cell};
use duecause::compile::RuleSet;
use duecause::vectors::{Runner, prepare};
use proptest::prelude::*;

use super::super::language::covers;
use super::values::{Dice, Place, known, name, other, put};
use super::{book, tries, vectors};

/// Returns the lawful case of the chain, read once.
fn lawful() -> &'static (CaseFile, Question) {
    static LAWFUL: OnceLock<(CaseFile, Question)> = OnceLock::new();
    LAWFUL.get_or_init(|| {
        let mut library = Library::new(Bundle::embedded());
        let all = vectors(&mut library);
        let vector = all.iter().find(|v| v.id == "S-C3").unwrap();
        prepare(&book().rules, vector).unwrap()
    })
}

/// Makes some of what a case knows unknown; returns the places.
fn blank(case: &mut CaseFile, rules: &RuleSet, share: usize, dice: &mut Dice) -> Vec<Place> {
    let mut places = known(case, rules.vocabulary());
    places.retain(|_| dice.one_in(share));
    places.iter().for_each(|place| put(case, *place, Cell::Unknown));
    places
}

/// Says what a poorer assessment settles otherwise than a richer one.
fn differences(poor: &Assessment<'_>, rich: &Assessment<'_>) -> Vec<String> {
    let rules = rich.rules();
    let mut found = Vec::new();
    for (poor, rich) in poor.findings().iter().zip(rich.findings()) {
        let id = || rules.requirement(rich.requirement()).unwrap().code.clone();
        if poor.outcome() != Outcome::Indeterminate && poor.outcome() != rich.outcome() {
            found.push(format!(
                "{}: {} became {}",
                id(),
                poor.outcome().name(),
                rich.outcome().name()
            ));
        }
        if poor.obstacle() != Obstacle::MayStand && poor.obstacle() != rich.obstacle() {
            found.push(format!("{}: {:?} became {:?}", id(), poor.obstacle(), rich.obstacle()));
        }
        if poor.severity().is_some() && poor.severity() != rich.severity() {
            found.push(format!(
                "{}: weight {:?} became {:?}",
                id(),
                poor.severity(),
                rich.severity()
            ));
        }
    }
    for (index, entry) in rules.definitions().iter().enumerate() {
        let id = duecause::compile::DefinitionId::at(index);
        let (Some((poor, _)), Some((rich, _))) = (poor.value(id), rich.value(id)) else { continue };
        if !before_every_row(rich) && !covers(poor, rich) {
            found.push(format!("{}: {poor:?} became {rich:?}", entry.name));
        }
    }
    found
}

/// The one exception of the language: a date before the first row of a parameter reads nothing,
/// although the rows alone settle what an unknown date reads.
fn before_every_row(value: &Eval) -> bool {
    let is_missing = |w: &duecause::assess::Wait| {
        matches!(
            w,
            duecause::assess::Wait::Parameter(_, Some(_), duecause::assess::Reason::NoValue)
        )
    };
    value.waits().iter().any(is_missing) || value.what_went_wrong().is_some()
}

fn hold(case: &CaseFile, rules: &RuleSet, question: &Question, seed: u64) -> Result<(), String> {
    let mut dice = Dice::new(seed);
    let rich = assess(rules, case, question);
    let mut poor = case.clone();
    let share = 1 + dice.below(12);
    let places = blank(&mut poor, rules, share, &mut dice);
    let told = assess(rules, &poor, question);
    let mut found = differences(&told, &rich);
    // Whatever else the missing values might have been, what was settled stands.
    let mut filled = poor.clone();
    for place in &places {
        if let Some(cell) = other(*place, rules.vocabulary(), &filled, &mut dice) {
            put(&mut filled, *place, cell);
        }
    }
    found.extend(differences(&told, &assess(rules, &filled, question)));
    let same = assess(rules, &poor, question);
    if same.findings() != told.findings() || same.steps() != told.steps() {
        found.push("a second assessment differs".to_owned());
    }
    let silent = assess_silently(rules, &poor, question);
    let as_loud = silent.iter().zip(told.findings()).all(|(a, b)| {
        (a.outcome(), a.obstacle(), a.waits(), a.problem())
            == (b.outcome(), b.obstacle(), b.waits(), b.problem())
    });
    if !as_loud {
        found.push("a silent assessment differs".to_owned());
    }
    if found.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = places.iter().map(|p| name(*p, rules.vocabulary())).collect();
    Err(format!("without {}:\n  {}", names.join(", "), found.join("\n  ")))
}

proptest! {
    #![proptest_config(tries(60))]

    #[test]
    fn the_lawful_case_is_monotone(seed: u64) {
        let (case, question) = lawful();
        let held = hold(case, &book().rules, question, seed);
        prop_assert!(held.is_ok(), "{}", held.unwrap_err());
    }
}

#[test]
fn every_vector_is_monotone() {
    let mut library = Library::new(Bundle::embedded());
    let mut runner = Runner::new();
    let mut failures = Vec::new();
    for vector in vectors(&mut library) {
        let rules = &runner.book(&mut library, &vector.extends).unwrap().rules;
        let (case, question) = prepare(rules, &vector).unwrap();
        for seed in 0..u64::from(tries(1).cases) {
            if let Err(found) = hold(&case, rules, &question, seed) {
                failures.push(format!("{} {}, {found}", vector.id, vector.name));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}
