//! What is in order, what does not bind, what later papers need, what was not checked, receipt.

use super::Review;
use crate::assess::{Eval, Finding, Verdict};
use crate::compile::RequirementEntry;
use crate::report::page::Ink;
use crate::report::standing::Standing;
use crate::report::statements;
use crate::report::waits::day;
use crate::value::Proof;
use crate::wording::catalogue::reviewing::ReviewWords as Words;

impl<'a> Review<'a> {
    /// Writes everything that needs no action now.
    pub(super) fn rest(&mut self) {
        self.released();
        self.unsettled();
        self.satisfied();
        self.not_applicable();
        self.other_papers();
        self.not_checked();
        self.inputs();
    }

    fn entry(&self, finding: &Finding) -> Option<&'a RequirementEntry> {
        self.desk.rules().requirement(finding.requirement())
    }

    fn released(&mut self) {
        let waived = self.standing.waived.clone();
        let desk = self.desk;
        if !waived.is_empty() {
            let heading = self.say(&Words::Waived { count: waived.len().to_string() });
            self.page.heading(&heading);
        }
        for (finding, waiver) in waived {
            let Some(entry) = self.entry(finding) else { continue };
            let title = desk.title(&entry.title, &entry.id);
            self.page.block(2, "~ ", &format!("{} {title}", entry.code), Ink::Doubt);
            let until = waiver.until.map_or_else(String::new, |d| day(&desk, d));
            let words = Words::WaivedBy {
                by: waiver.by.clone(),
                role: waiver.role.clone(),
                on: day(&desk, waiver.on),
                until,
                reason: waiver.reason.clone(),
            };
            let words = self.say(&words);
            self.page.block(4, "", &words, Ink::Plain);
        }
        self.accepted();
    }

    fn accepted(&mut self) {
        let desk = self.desk;
        let accepted = desk.assessment.acceptances();
        if accepted.is_empty() {
            return;
        }
        let heading = self.say(&Words::Accepted { count: accepted.len().to_string() });
        self.page.heading(&heading);
        for (acceptance, entry, row) in accepted {
            let value = desk.value(&Eval::Known(row.value.clone()), entry.kind, false);
            let words = Words::AcceptedBy {
                title: desk.title(&entry.title, &entry.name),
                value,
                by: acceptance.by.clone(),
                role: acceptance.role.clone(),
                on: day(&desk, acceptance.on),
                reason: acceptance.reason.clone(),
            };
            let words = self.say(&words);
            self.page.block(2, "~ ", &words, Ink::Doubt);
        }
    }

    fn compact(&mut self, heading: &Words, findings: &[&'a Finding], mark: &str, ink: Ink) {
        if findings.is_empty() {
            return;
        }
        let heading = self.say(heading);
        self.page.heading(&heading);
        for finding in findings {
            let Some(entry) = self.entry(finding) else { continue };
            let title = self.desk.title(&entry.title, &entry.id);
            let proof = finding.proof().map(|p| self.desk.proof(p));
            let disputed = self.is_disputed(finding).then(|| self.say(&Words::OnDisputed));
            let remarks: Vec<String> = proof.into_iter().chain(disputed).collect();
            let remarks = self.desk.aside(&self.desk.clauses(&remarks));
            let text = format!("{} {title}{remarks}", entry.code);
            self.page.block(2, mark, &text, ink);
        }
    }

    /// Whether a finding rests on something the other side disputes.
    fn is_disputed(&self, finding: &Finding) -> bool {
        let binds = finding.outcome() != crate::assess::Outcome::NotApplicable;
        binds && self.disputes.iter().any(|w| statements::rests(&self.desk, finding.step(), w))
    }

    fn unsettled(&mut self) {
        // Where nothing else is open, they are asked for above.
        if !self.standing.open.is_empty() {
            let doubts = self.standing.doubts.clone();
            let words = Words::DoubtsLater { count: doubts.len().to_string() };
            self.compact(&words, &doubts, "? ", Ink::Doubt);
        }
        let findings = self.standing.unsettled.clone();
        let words = Words::Unsettled { count: findings.len().to_string() };
        self.compact(&words, &findings, "? ", Ink::Faint);
    }

    fn satisfied(&mut self) {
        let is_weak = |f: &&Finding| f.proof().is_some_and(|p| p <= Proof::Weak);
        let (weak, firm): (Vec<_>, Vec<_>) =
            self.standing.satisfied.iter().copied().partition(is_weak);
        let words = Words::WeaklyProven { count: weak.len().to_string() };
        self.compact(&words, &weak, "✓ ", Ink::Doubt);
        let words = Words::Satisfied { count: firm.len().to_string() };
        self.compact(&words, &firm, "✓ ", Ink::Good);
    }

    fn not_applicable(&mut self) {
        let findings = self.standing.not_applicable.clone();
        let count = findings.len().to_string();
        if self.options.verbose {
            self.compact(&Words::NotApplicable { count }, &findings, "– ", Ink::Faint);
        } else if !findings.is_empty() {
            let heading = self.say(&Words::NotApplicable { count });
            self.page.heading(&heading);
            let codes: Vec<String> =
                findings.iter().filter_map(|f| self.entry(f)).map(|e| e.code.clone()).collect();
            self.page.block(2, "", &codes.join("  "), Ink::Faint);
        }
    }

    /// Documents of the ground other than this one that requirements gate, with their verdicts.
    fn other_papers(&mut self) {
        let desk = self.desk;
        let gates = |name: &str| {
            desk.rules().requirements().iter().any(|r| r.gates.iter().any(|g| g == name))
        };
        let others: Vec<&str> = desk
            .vocabulary()
            .documents()
            .iter()
            .filter(|d| d.belongs_to(&desk.assessment.question().ground))
            .map(|d| d.name())
            .filter(|name| *name != self.document && gates(name))
            .collect();
        if others.is_empty() {
            return;
        }
        let heading = self.say(&Words::OtherPapers);
        self.page.heading(&heading);
        for name in others {
            let verdict = desk.assessment.verdict(name);
            let standing = Standing::of(desk.assessment, name);
            let (word, findings) = match verdict {
                Verdict::Ready => (Words::ShortReady, Vec::new()),
                Verdict::Blocked => (Words::ShortBlocked, standing.blocking),
                Verdict::Undetermined => (Words::ShortUndetermined, standing.open),
            };
            let codes: Vec<String> =
                findings.iter().filter_map(|f| self.entry(f)).map(|e| e.code.clone()).collect();
            let mut text = desk.labelled(&self.document_title(name), &self.say(&word));
            if !codes.is_empty() {
                text.push_str(&format!("  {}", codes.join(" ")));
            }
            self.page.block(2, "", &text, Ink::Plain);
        }
    }

    fn not_checked(&mut self) {
        let rules = self.desk.rules();
        let open = rules.not_checked().iter();
        let open = open.map(|(code, title)| format!("{code} {}", self.desk.say(title)));
        let beyond = rules.not_covered().into_iter().map(|t| self.desk.say(t).to_owned());
        let texts: Vec<String> = open.chain(beyond).collect();
        if texts.is_empty() {
            return;
        }
        let heading = self.say(&Words::NotChecked);
        self.page.heading(&heading);
        for text in texts {
            self.page.block(2, "· ", &text, Ink::Plain);
        }
    }

    fn inputs(&mut self) {
        let heading =
            self.say(&Words::Receipt { fingerprint: self.receipt.fingerprint().short(12) });
        self.page.heading(&heading);
        if self.options.verbose {
            for (name, digest) in &self.receipt.inputs {
                let text = format!("{}  {name}", digest.short(12));
                self.page.block(2, "", &text, Ink::Faint);
            }
        }
    }
}
