//! Checks the steps of the process: their dates, and that gaps name steps that exist.

use super::graph::Builder;
use super::rule_set::StepEntry;
use super::scope::Scope;
use super::typed::Typed;
use crate::rules::{Gap, Layer};
use crate::syntax::expression::Expression;
use crate::vocabulary::Type;
use crate::vocabulary::load::unknown_name;
use crate::wording::Localized;

impl Builder<'_> {
    pub(super) fn steps(&mut self, layers: &[(usize, &Layer)]) -> Vec<StepEntry> {
        let all: Vec<_> = layers.iter().flat_map(|(_, layer)| &layer.steps).collect();
        let names: Vec<&str> = all.iter().map(|s| s.name.as_str()).collect();
        let mut entries = Vec::new();
        for step in &all {
            let after = step.after.iter().filter_map(|gap| self.gap(gap, &names)).collect();
            let Some(date) = self.check(&step.date, &Scope::default(), Some(Type::Date)) else {
                continue;
            };
            if self.need(&date, Type::Date, step.date.span()).is_some() {
                let (name, title) = (step.name.clone(), step.title.clone());
                entries.push(StepEntry { name, title, date: date.typed, after });
            }
        }
        entries
    }

    fn gap(&mut self, gap: &Gap, names: &[&str]) -> Option<(usize, Option<Typed>, Option<Typed>)> {
        let Some(at) = names.iter().position(|n| *n == gap.step) else {
            let what = Localized::new("步骤", "step");
            self.diagnostics.push(unknown_name(&what, &gap.step, gap.span, names.iter().copied()));
            return None;
        };
        let least = gap.at_least.as_ref().and_then(|e| self.length(e));
        let most = gap.at_most.as_ref().and_then(|e| self.length(e));
        Some((at, least, most))
    }

    /// Days or months.
    fn length(&mut self, e: &Expression) -> Option<Typed> {
        let checked = self.check(e, &Scope::default(), Some(Type::Days))?;
        if !checked.is(Type::Months) {
            self.need(&checked, Type::Days, e.span())?;
        }
        Some(checked.typed)
    }
}
