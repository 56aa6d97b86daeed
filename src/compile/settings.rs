//! What a policy sets: values, formulas, members; and the floor the law puts under them.

use super::graph::Builder;
use super::rule_set::{Named, ParameterEntry, RuleSet, SettingValue};
use super::scope::Scope;
use crate::diag::{Diagnostic, Diagnostics};
use crate::rules::{Better, OwnMember, Policy, Setting, Supplier};
use crate::value::{Date, Value};
use crate::vocabulary::load::unknown_name;
use crate::vocabulary::{Type, Vocabulary};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// Adds a policy's members to open choices.
pub(super) fn add_members(
    vocabulary: &mut Vocabulary,
    policy: &Policy,
    diagnostics: &mut Diagnostics,
) {
    for own in &policy.members {
        let OwnMember { choice, name: member, title, unit, measure } = own;
        let unit = unit.as_deref().and_then(|u| Type::parse(u, vocabulary));
        let id = vocabulary.choice_named(choice).map(|(id, _)| id);
        let added = id.is_some_and(|id| {
            vocabulary.add_member(id, member, title.clone(), unit, measure.clone())
        });
        if !added {
            let message = Message::DeclaredTwice { name: format!("{choice}.{member}") };
            diagnostics.push(Diagnostic::new(
                message.code(),
                crate::diag::Severity::Error,
                message.text(),
            ));
        }
    }
}

impl Builder<'_> {
    pub(super) fn settings(&mut self, policy: &Policy, rules: &mut RuleSet) {
        for (index, version) in policy.versions.iter().enumerate() {
            let until = policy.versions.get(index + 1).and_then(|v| v.from.pred_opt());
            for setting in &version.settings {
                self.setting(setting, Some(version.from), until, rules);
            }
            for (figure, formula, floor, span) in &version.formulas {
                self.company_formula(figure, formula, floor, *span, version.from, rules);
            }
        }
    }

    /// Checks one setting and adds it to its parameter.
    pub(super) fn setting(
        &mut self,
        setting: &Setting,
        version: Option<Date>,
        until: Option<Date>,
        rules: &mut RuleSet,
    ) {
        let Some(Named::Parameter(id)) = self.names.get(&setting.name).copied() else {
            let known = rules.parameters.iter().map(|p| p.name.as_str());
            let what = Localized::new("参数", "parameter");
            self.diagnostics.push(unknown_name(&what, &setting.name, setting.name_span, known));
            return;
        };
        let Some(entry) = rules.parameters.get(id.index()).cloned() else { return };
        let member = match (&setting.member, entry.by) {
            (Some((name, _)), Some(by)) => self
                .vocabulary()
                .choice(by)
                .and_then(|c| c.member_named(name))
                .and_then(|m| usize::try_from(m).ok()),
            (None, None) => Some(0),
            _ => None,
        };
        let Some(member) = member else {
            let wanted = Localized::new("按选项分列的取值", "values by member");
            let diagnostic =
                crate::vocabulary::load::not_of_type(&setting.name, &wanted, setting.value.1);
            self.diagnostics.push(diagnostic);
            return;
        };
        // Of a table only what the law gives is fixed; a member of the company's own is the company's to set.
        let is_given = entry.series.get(member).is_some_and(|s| !s.is_empty());
        if entry.better == Better::Fixed && (is_given || entry.supplier == Some(Supplier::Region)) {
            let message = Message::NotSettable { name: setting.name.clone() };
            self.diagnostics.push(Diagnostic::error(
                message.code(),
                message.text(),
                setting.name_span,
            ));
            return;
        }
        let Some(value) = self.literal_value(&setting.name, &setting.value, entry.kind) else {
            return;
        };
        if value.is_zero() && self.divisors.contains(&id) {
            let message = Message::ZeroDivisor { name: setting.name.clone() };
            self.report(message.text(), message.code(), setting.value.1);
            return;
        }
        self.floor(&entry, member, &value, setting, (version, until));
        if let Some(parameter) = rules.parameters.get_mut(id.index()) {
            parameter.settings.push(SettingValue { version, member, value, span: setting.value.1 });
        }
    }

    /// Reports a value worse for the employee than the law in any period it covers.
    fn floor(
        &mut self,
        entry: &ParameterEntry,
        member: usize,
        value: &Value,
        setting: &Setting,
        (from, until): (Option<Date>, Option<Date>),
    ) {
        let rows = entry.series.get(member).map_or(&[][..], Vec::as_slice);
        for (index, law) in rows.iter().enumerate() {
            let next = rows.get(index + 1).and_then(|next| next.from?.pred_opt());
            let last = if law.carry { next } else { law.to };
            let meets = until.is_none_or(|u| law.from.is_none_or(|f| f <= u))
                && from.is_none_or(|f| last.is_none_or(|t| t >= f));
            let worse = match entry.better {
                Better::Higher => *value < law.value,
                Better::Lower => *value > law.value,
                Better::Fixed | Better::Free => false,
            };
            if meets && worse {
                let message = Message::BelowFloor {
                    name: entry.name.clone(),
                    ours: setting.value.0.clone(),
                    law: self.law_text(&law.value),
                };
                let mut diagnostic =
                    Diagnostic::error(message.code(), message.text(), setting.value.1)
                        .with_label(law.span, Message::LawHere.text());
                if let Some(citation) = law.citations.first().or(entry.citations.first()) {
                    diagnostic = diagnostic.with_citation(citation.to_string());
                }
                self.diagnostics.push(diagnostic);
            }
        }
    }

    fn law_text(&self, value: &Value) -> String {
        match value {
            Value::Number(n) | Value::Money(n) => n.to_string(),
            Value::Days(n) => format!("{n} days"),
            Value::Months(n) => format!("{n} months"),
            Value::Date(date) => date.to_string(),
            other => format!("{other:?}"),
        }
    }

    fn company_formula(
        &mut self,
        figure: &str,
        formula: &crate::rules::Formula,
        floor: &str,
        span: crate::source::Span,
        version: Date,
        rules: &mut RuleSet,
    ) {
        let named = |name: &str| match self.names.get(name) {
            Some(Named::Definition(id)) => Some(*id),
            _ => None,
        };
        let (Some(id), true) = (named(figure), figure == floor) else {
            let known = rules.definitions.iter().map(|d| d.name.as_str());
            let what = Localized::new("计算项目", "figure");
            let name = if named(figure).is_some() { floor } else { figure };
            self.diagnostics.push(unknown_name(&what, name, span, known));
            return;
        };
        let Some(kind) = self.signature(id).map(|s| s.kind) else { return };
        let Some(checked) = self.formula(formula, figure, span, &Scope::default(), kind) else {
            return;
        };
        if checked.quotient {
            self.unrounded(figure, span);
            return;
        }
        let written = self.written(formula);
        if let Some(entry) = rules.definitions.get_mut(id.index()) {
            entry.company.push((Some(version), checked.typed, written));
        }
    }
}
