//! What may stand in the way: the questions that would settle it.

use super::Review;
use crate::assess::{Finding, Wait};
use crate::compile::RequirementId;
use crate::report::page::Ink;
use crate::report::waits::{Ask, groups};
use crate::wording::catalogue::reviewing::ReviewWords as Words;
use std::collections::BTreeMap;

/// How many questions a short review asks in full.
const MOST_QUESTIONS: usize = 40;

impl Review<'_> {
    /// Writes the questions, grouped, each with the codes waiting for it.
    pub(super) fn questions(&mut self) {
        let is_decided = self.standing.open.is_empty();
        let open = if is_decided { &self.standing.doubts } else { &self.standing.open }.clone();
        if open.is_empty() {
            return;
        }
        let mut missing: BTreeMap<Wait, Vec<RequirementId>> =
            self.desk.assessment.missing(&self.document);
        let told: Vec<RequirementId> = open.iter().map(|f| f.requirement()).collect();
        if self.options.leaves_out() {
            missing.values_mut().for_each(|ids| ids.retain(|id| told.contains(id)));
            missing.retain(|_, ids| !ids.is_empty());
        }
        let groups = groups(&self.desk, &missing);
        let total: usize = groups.iter().map(|g| g.asks.len()).sum();
        let (count, questions) = (open.len().to_string(), total.to_string());
        let heading = match is_decided {
            true => self.say(&Words::Doubts { count, questions }),
            false => self.say(&Words::Open { count, questions }),
        };
        self.page.heading(&heading);
        let mut left = if self.options.verbose { usize::MAX } else { MOST_QUESTIONS };
        for group in &groups {
            let count = group.asks.len();
            if count > left && left < MOST_QUESTIONS {
                let words =
                    Words::MoreQuestions { group: group.title.clone(), count: count.to_string() };
                let words = self.say(&words);
                self.page.block(2, "", &words, Ink::Faint);
                continue;
            }
            left = left.saturating_sub(count);
            self.page.gap();
            self.page.block(2, "", &group.title, Ink::Strong);
            group.asks.iter().for_each(|ask| self.ask(ask));
        }
        self.open_findings(&open);
    }

    fn ask(&mut self, ask: &Ask) {
        let codes: Vec<&str> = ask
            .waiting
            .iter()
            .filter_map(|id| self.desk.rules().requirement(*id))
            .map(|r| r.code.as_str())
            .collect();
        let text = format!("{}  [{}]", ask.question, codes.join(" "));
        self.page.block(2, "? ", &text, Ink::Doubt);
        if ask.paste.is_empty() {
            let place = format!("{} {}", ask.place, ask.form);
            if !place.trim().is_empty() {
                self.page.block(4, "", &place, Ink::Faint);
            }
        }
        for line in &ask.paste {
            self.page.raw(4, line);
        }
    }

    /// Lists the findings that wait, with what went wrong in computing them.
    fn open_findings(&mut self, open: &[&Finding]) {
        let heading = self.say(&Words::OpenFindings);
        self.page.gap();
        self.page.block(2, "", &heading, Ink::Strong);
        for finding in open {
            let Some(entry) = self.desk.rules().requirement(finding.requirement()) else {
                continue;
            };
            let title = self.desk.title(&entry.title, &entry.id);
            let mut text = format!("{} {title}", entry.code);
            if let Some(problem) = finding.problem() {
                let problem = self.desk.say(&crate::report::values::problem(problem));
                text.push_str(&self.desk.aside(&problem));
            }
            self.page.block(2, "? ", &text, Ink::Doubt);
        }
    }
}
