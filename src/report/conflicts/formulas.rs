//! Formulas of a company that can give less than the law.

use super::both;
use crate::assess::Eval;
use crate::assess::counterexample::{Counterexample, Input, counterexample};
use crate::compile::{DefinitionEntry, DefinitionId};
use crate::diag::{Diagnostic, Diagnostics};
use crate::report::desk::Desk;
use crate::value::Value;
use crate::vocabulary::Type;
use crate::wording::catalogue::checking::CheckMessage as Message;

/// Returns a diagnostic for each formula of the policy version that was found worse in some case.
pub(super) fn worse(desks: &[Desk<'_>; 2]) -> Diagnostics {
    let [desk, _] = desks;
    let question = desk.assessment.question();
    let mut diagnostics = Diagnostics::new();
    for (index, entry) in desk.rules().definitions().iter().enumerate() {
        for (version, formula, _) in &entry.company {
            if *version != question.version {
                continue;
            }
            let id = DefinitionId::at(index);
            if let Some(found) = counterexample(desk.rules(), question, id, formula) {
                let message = both(desks, |desk| words(desk, entry, &found));
                let diagnostic = match found.is_always {
                    true => Diagnostic::error("E0904", message, formula.span),
                    false => Diagnostic::warning("W0904", message, formula.span),
                };
                diagnostics.push(diagnostic.with_help(Message::BetterApplies.text()));
            }
        }
    }
    diagnostics
}

fn words(desk: Desk<'_>, entry: &DefinitionEntry, found: &Counterexample) -> String {
    let value = |value: &Value, kind: Type| desk.value(&Eval::Known(value.clone()), kind, false);
    let inputs: Vec<String> = found
        .inputs
        .iter()
        .filter_map(|(input, given)| {
            let (name, kind) = named(desk, *input)?;
            let value = value(given, kind);
            Some(desk.say(&Message::With { name, value }.text()))
        })
        .collect();
    let title = desk.title(&entry.title, &entry.name);
    let (law, company) = (value(&found.law, entry.kind), value(&found.company, entry.kind));
    let inputs = desk.listed(&inputs);
    desk.say(&match found.is_always {
        true => Message::IsWorse { title, law, company, inputs }.text(),
        false => Message::MayBeWorse { title, law, company, inputs }.text(),
    })
}

fn named(desk: Desk<'_>, input: Input) -> Option<(String, Type)> {
    let rules = desk.rules();
    Some(match input {
        Input::Definition(id) => {
            let entry = rules.definition(id)?;
            (desk.title(&entry.title, &entry.name), entry.kind)
        }
        Input::Fact(id) => {
            let fact = rules.vocabulary().fact(id)?;
            (desk.title(fact.title(), fact.name()), fact.kind())
        }
        Input::Parameter(id) => {
            let entry = rules.parameter(id)?;
            (desk.title(&entry.title, &entry.name), entry.kind)
        }
    })
}
