//! A company's policy with the law beside it: what it sets, what it leaves, how it was made.

use std::collections::BTreeSet;

use super::formula::in_words;
use super::{Maker, condition, known, row};
use crate::assess::Eval;
use crate::case::{Cell, Stated};
use crate::compile::{Dated, ParameterEntry, SettingValue, StepEntry};
use crate::diag::{Diagnostics, Severity};
use crate::document::model::OriginKind;
use crate::document::sheet::{Cell as Printed, Row, Sheet};
use crate::rules::{Better, Status, Supplier};
use crate::source::{Sources, Span};
use crate::value::{Date, Exact, Value};
use crate::vocabulary::{Citation, Confidence, FactId, Type};
use crate::wording::Localized;

/// A policy as it is put beside the law.
#[derive(Debug, Clone, Copy)]
pub struct Rulebook<'a> {
    /// The files, to see how a share was written.
    pub sources: &'a Sources,
    /// What `check` finds.
    pub found: &'a Diagnostics,
}

/// In which direction a company may move what the law leaves to it.
fn own_way(entry: &ParameterEntry) -> Better {
    match entry.better {
        // It stands once it is set, and only the company can set it.
        Better::Fixed => Better::Free,
        other => other,
    }
}

impl Maker<'_, '_> {
    /// Adds what only a paper about a policy prints.
    pub(super) fn rulebook(&self, sheet: &mut Sheet, of: Rulebook<'_>) {
        let mut cited: Vec<Citation> = Vec::new();
        let (set, left, silent) = self.clauses(of.sources, &mut cited);
        let formulas = self.formulas(&mut cited);
        let lists = [
            ("record", self.record(of.sources)),
            ("material", self.material(sheet)),
            ("set", set),
            ("left", left),
            ("silent", silent),
            ("formulas", formulas),
            ("own", self.own_requirements()),
            ("steps", self.ordered_steps()),
            ("findings", self.found(of.found)),
            ("instruments", self.read(&cited)),
        ];
        for (name, rows) in lists {
            let count = format!("rulebook.count.{name}");
            sheet
                .cells
                .push((count.clone(), known(rows.len().to_string(), OriginKind::Paper, &count)));
            sheet.lists.push((format!("rulebook.{name}"), rows));
        }
    }

    /// How the version was made, as its file states it.
    fn record(&self, sources: &Sources) -> Vec<Row> {
        let facts = self.assessment.rules().vocabulary().facts().iter().enumerate();
        let stated = |(at, fact)| Some((self.assessment.case().fact(FactId::at(at))?, fact));
        let one = |(stated, fact): (&Stated, &crate::vocabulary::Fact)| {
            let value = match stated.cell() {
                Cell::Known(value) => match stated.span() {
                    Some(span) => self.as_written(value, fact.kind(), span, sources),
                    None => self.words.with_unit(value, fact.kind()),
                },
                Cell::None => self.words.pick("无", "none"),
                Cell::Unknown => return None,
            };
            let cells = [
                ("title", self.words.heading(fact.title())),
                ("value", value),
                ("evidence", self.words.exhibits(stated.evidence())),
            ];
            Some(row(&cells, OriginKind::Fact, fact.name()))
        };
        facts.filter_map(stated).filter_map(one).collect()
    }

    /// The exhibits that the record of this version rests on.
    fn material(&self, sheet: &Sheet) -> Vec<Row> {
        let case = self.assessment.case();
        let facts = 0..self.assessment.rules().vocabulary().facts().len();
        let stated = facts.filter_map(|at| case.fact(FactId::at(at)));
        let used: BTreeSet<u32> = stated.flat_map(|s| s.evidence().iter().copied()).collect();
        let used = used.iter().filter_map(|at| case.evidence().get(*at as usize));
        let used: BTreeSet<&str> = used.map(|exhibit| exhibit.id()).collect();
        let is_used = |row: &&Row| {
            row.cells.iter().any(|(name, cell)| {
                name == "id"
                    && matches!(cell, Printed::Known { text, .. } if used.contains(text.as_str()))
            })
        };
        let all = sheet.lists.iter().find(|(name, _)| name == "exhibits");
        all.map_or_else(Vec::new, |(_, rows)| rows.iter().filter(is_used).cloned().collect())
    }

    /// The parameters: those the policy sets, those it leaves to the law, those nobody sets.
    fn clauses(
        &self,
        sources: &Sources,
        cited: &mut Vec<Citation>,
    ) -> (Vec<Row>, Vec<Row>, Vec<Row>) {
        let (mut set, mut left, mut silent) = (Vec::new(), Vec::new(), Vec::new());
        for entry in self.assessment.rules().parameters() {
            for member in 0..entry.series.len().max(1) {
                let own = self.setting(entry, member);
                let law = self.law_on(entry, member);
                let line = || self.clause(entry, member, (own, law), sources);
                match (own, law) {
                    (Some(_), _) => set.push(line()),
                    (None, Some(_)) if self.may_be_set(entry) => left.push(line()),
                    (None, None) if entry.supplier == Some(Supplier::Policy) => {
                        silent.push(line());
                    }
                    _ => continue,
                }
                cited.extend(entry.citations.iter().cloned());
                cited.extend(law.iter().flat_map(|row| row.citations.iter().cloned()));
            }
        }
        (set, left, silent)
    }

    /// Whether a company may say something else than the law; tables have too many rows for a paper.
    fn may_be_set(&self, entry: &ParameterEntry) -> bool {
        entry.better != Better::Fixed && entry.by.is_none()
    }

    /// The value of the version that is asked about.
    fn setting<'e>(&self, entry: &'e ParameterEntry, member: usize) -> Option<&'e SettingValue> {
        let version = self.assessment.question().version;
        let applies =
            |s: &&SettingValue| s.member == member && (s.version.is_none() || s.version == version);
        entry.settings.iter().rfind(applies)
    }

    /// The value of the law on the day of the paper, as far as it was published by then.
    fn law_on<'e>(&self, entry: &'e ParameterEntry, member: usize) -> Option<&'e Dated> {
        let day = self.assessment.question().as_of;
        let holds = |row: &&Dated| {
            row.from.is_none_or(|from| from <= day)
                && (row.goes_on() || row.to.is_none_or(|to| day <= to))
                && row.published_on.or(row.from).is_none_or(|on: Date| on <= day)
        };
        entry.series.get(member)?.iter().rfind(holds)
    }

    fn clause(
        &self,
        entry: &ParameterEntry,
        member: usize,
        (own, law): (Option<&SettingValue>, Option<&Dated>),
        sources: &Sources,
    ) -> Row {
        let shown = |value: &Value, span: Span| self.as_written(value, entry.kind, span, sources);
        let nothing = || self.words.pick("法律没有规定", "the law sets none");
        let mark = law.map_or_else(String::new, |row| self.doubt(entry, row));
        let law_value = law.map_or_else(nothing, |r| format!("{}{mark}", shown(&r.value, r.span)));
        let mut citations = entry.citations.clone();
        citations.extend(law.iter().flat_map(|r| r.citations.iter().cloned()));
        let cells = [
            ("title", self.clause_title(entry, member)),
            ("value", own.map_or_else(String::new, |s| shown(&s.value, s.span))),
            ("law", law_value),
            (
                "direction",
                self.direction(if law.is_some() { entry.better } else { own_way(entry) }),
            ),
            ("citation", self.words.citations(&citations)),
        ];
        let mut row = row(&cells, OriginKind::Parameter, &entry.name);
        let differs = own.is_some_and(|s| law.is_some_and(|r| r.value != s.value));
        row.conditions.push(("differs".to_owned(), condition(differs)));
        row
    }

    /// A remark on a value that rests on no text of the law that was read, or that nobody verified.
    fn doubt(&self, entry: &ParameterEntry, row: &Dated) -> String {
        let sources = self.assessment.rules().vocabulary().sources();
        let citations = if row.citations.is_empty() { &entry.citations } else { &row.citations };
        let of_practice = |c: &Citation| {
            sources.get(c.source()).is_none_or(|s| s.confidence() >= Confidence::Practice)
        };
        match row.status {
            Status::Unverified => self.words.pick("（未核实）", " (not verified)"),
            _ if citations.iter().all(of_practice) => self
                .words
                .pick("（依据为实务或者二手文本）", " (from practice or a secondary copy)"),
            _ => String::new(),
        }
    }

    fn clause_title(&self, entry: &ParameterEntry, member: usize) -> String {
        let title = self.words.heading(&entry.title);
        let choice = entry.by.and_then(|id| self.assessment.rules().vocabulary().choice(id));
        match choice.and_then(|c| c.members().get(member)) {
            Some(member) => {
                let of = self.words.of(member.title());
                self.words.pick(&format!("{title}（{of}）"), &format!("{title} ({of})"))
            }
            None => title,
        }
    }

    /// A value with its unit; a share as its file writes it: 80%, not 0.8.
    fn as_written(&self, value: &Value, kind: Type, span: Span, sources: &Sources) -> String {
        match value {
            Value::Number(number) if sources.slice(span).contains('%') => {
                self.words.percent(*number).unwrap_or_else(|| self.words.with_unit(value, kind))
            }
            _ => self.words.with_unit(value, kind),
        }
    }

    fn direction(&self, better: Better) -> String {
        match better {
            Better::Higher => self.words.pick("只能提高", "may only be raised"),
            Better::Lower => self.words.pick("只能降低", "may only be lowered"),
            Better::Fixed => self.words.pick("不能改动", "stands as it is"),
            Better::Free => self.words.pick("由公司自定", "free"),
        }
    }

    /// Formulas of the company.
    fn formulas(&self, cited: &mut Vec<Citation>) -> Vec<Row> {
        let rules = self.assessment.rules();
        let version = self.assessment.question().version;
        let mut rows = Vec::new();
        for entry in rules.definitions() {
            let own = entry.company.iter().rfind(|(from, ..)| from.is_none() || *from == version);
            let Some((_, _, written)) = own else { continue };
            cited.extend(entry.citations.iter().cloned());
            let cells = [
                ("title", self.words.heading(&entry.title)),
                ("formula", self.spoken(written)),
                ("citation", self.words.citations(&entry.citations)),
            ];
            rows.push(row(&cells, OriginKind::Figure, &entry.name));
        }
        rows
    }

    /// A formula in words, with the punctuation of the language.
    fn spoken(&self, written: &str) -> String {
        let text = in_words(written, self.assessment.rules(), &self.words);
        let wide =
            text.replace('(', "（").replace(')', "）").replace(", ", "，").replace("; ", "；");
        self.words.pick(&wide, &text)
    }

    /// Requirements that the company adds to those of the law.
    fn own_requirements(&self) -> Vec<Row> {
        let rules = self.assessment.rules();
        let Some((policy, _)) = rules.policy() else { return Vec::new() };
        let own = rules.requirements().iter().filter(|r| r.layer == policy);
        own.map(|r| {
            let cells = [
                ("code", r.code.clone()),
                ("title", self.words.heading(&r.title)),
                ("remedy", self.words.of(&r.remedy).to_owned()),
            ];
            row(&cells, OriginKind::Finding, &r.code)
        })
        .collect()
    }

    /// The steps of the process in their order, each with the gaps before it.
    fn ordered_steps(&self) -> Vec<Row> {
        let steps = self.assessment.rules().steps();
        let one = |step: &StepEntry| {
            let mut line = row(
                &[("title", self.words.heading(&step.title))],
                OriginKind::Definition,
                &step.name,
            );
            let after = step.after.iter().filter_map(|(earlier, least, most)| {
                let title = self.words.of(&steps.get(*earlier)?.title).to_owned();
                let gap = |typed: &Option<crate::compile::typed::Typed>| {
                    let value = typed.as_ref().map(|typed| self.assessment.evaluate(typed));
                    value.map_or_else(String::new, |value| self.gap(&value))
                };
                let cells = [("title", title), ("least", gap(least)), ("most", gap(most))];
                Some(row(&cells, OriginKind::Definition, &step.name))
            });
            line.lists.push(("after".to_owned(), after.collect()));
            line
        };
        steps.iter().map(one).collect()
    }

    fn gap(&self, value: &Eval) -> String {
        match value {
            Eval::Known(Value::Days(days) | Value::Months(days)) if *days == Exact::ZERO => {
                String::new()
            }
            other => self.words.state(other, Type::Days),
        }
    }

    /// What `check` finds in the policy.
    fn found(&self, found: &Diagnostics) -> Vec<Row> {
        let one = |d: &crate::diag::Diagnostic| {
            let help: Vec<&str> = d.help().iter().map(|h: &Localized| self.words.of(h)).collect();
            let cells = [
                ("code", d.printed_code().to_owned()),
                ("message", self.words.of(d.message()).to_owned()),
                ("help", help.join(&self.words.pick("；", "; "))),
            ];
            let mut line = row(&cells, OriginKind::Finding, d.printed_code());
            let is_error = d.severity() == Severity::Error;
            line.conditions.push(("error".to_owned(), condition(is_error)));
            line
        };
        found.iter().map(one).collect()
    }

    /// The instruments behind what the paper prints.
    fn read(&self, cited: &[Citation]) -> Vec<Row> {
        let rules = self.assessment.rules();
        let of_here = cited.iter().filter(|c| rules.is_of_here(c));
        let names: BTreeSet<&str> = of_here.map(Citation::source).collect();
        let sources = rules.vocabulary().sources();
        let found = names.into_iter().filter_map(|name| Some((name, sources.get(name)?)));
        found
            .map(|(name, source)| {
                let cells = [
                    ("title", self.words.of(source.title()).to_owned()),
                    ("version", self.words.of(source.version()).to_owned()),
                    ("confidence", self.words.of(&source.confidence().words()).to_owned()),
                    ("checked_on", source.checked_on().unwrap_or_default().to_owned()),
                ];
                row(&cells, OriginKind::Citation, name)
            })
            .collect()
    }
}
