//! Sorts findings by what they mean for one document.

use crate::assess::{Assessment, Finding, Obstacle, Outcome};
use crate::case::Waiver;

/// The findings of one assessment by what they mean for one document; each finding stands in one place.
#[derive(Debug, Clone, Default)]
pub struct Standing<'a> {
    /// They stand in the way.
    pub blocking: Vec<&'a Finding>,
    /// They may stand in the way, depending on what is not known.
    pub open: Vec<&'a Finding>,
    /// Not satisfied warnings that nobody has waived.
    pub warnings: Vec<&'a Finding>,
    /// Warnings that are not settled, nor waived: the paper is not cleared.
    pub doubts: Vec<&'a Finding>,
    /// Not satisfied, or warnings not settled, and somebody has waived them.
    pub waived: Vec<(&'a Finding, &'a Waiver)>,
    /// Not satisfied, and only worth knowing.
    pub notes: Vec<&'a Finding>,
    /// Not settled, and not in the way whatever comes out.
    pub unsettled: Vec<&'a Finding>,
    /// Satisfied.
    pub satisfied: Vec<&'a Finding>,
    /// They do not bind this case.
    pub not_applicable: Vec<&'a Finding>,
}

impl<'a> Standing<'a> {
    /// Sorts the findings that gate a document; within each place they follow the chain.
    #[must_use]
    pub fn of(assessment: &'a Assessment<'_>, document: &str) -> Self {
        let mut standing = Self::default();
        let elements = assessment.rules().vocabulary().elements();
        let step = |finding: &&Finding| {
            let entry = assessment.rules().requirement(finding.requirement());
            let element = entry.and_then(|e| e.element.as_ref());
            elements.iter().position(|(name, _)| Some(name) == element).unwrap_or(elements.len())
        };
        let mut findings: Vec<&Finding> = assessment.gating(document).collect();
        findings.sort_by_key(step);
        for finding in findings {
            standing.add(assessment, finding);
        }
        standing.add_annexes(assessment, document);
        standing
    }

    /// Keeps the findings that are to be told.
    pub(super) fn retain(&mut self, tells: &dyn Fn(&Finding) -> bool) {
        for place in [
            &mut self.blocking,
            &mut self.open,
            &mut self.doubts,
            &mut self.warnings,
            &mut self.notes,
            &mut self.unsettled,
            &mut self.satisfied,
            &mut self.not_applicable,
        ] {
            place.retain(|finding| tells(finding));
        }
        self.waived.retain(|(finding, _)| tells(finding));
    }

    /// Adds what keeps only an annex from being cleared, and with it the document.
    fn add_annexes(&mut self, assessment: &'a Assessment<'_>, document: &str) {
        let gates = |f: &Finding| {
            let entry = assessment.rules().requirement(f.requirement());
            entry.is_some_and(|e| e.gates.iter().any(|g| g == document))
        };
        for finding in assessment.deciding_issue(document).into_iter().filter(|f| !gates(f)) {
            match (finding.obstacle(), finding.outcome()) {
                (Obstacle::MayStand, _) => self.doubts.push(finding),
                _ if !finding.needs_release() => {}
                _ if let Some(waiver) = assessment.waiver(finding) => {
                    self.waived.push((finding, waiver));
                }
                (_, Outcome::Indeterminate) => self.doubts.push(finding),
                _ => self.warnings.push(finding),
            }
        }
    }

    fn add(&mut self, assessment: &'a Assessment<'_>, finding: &'a Finding) {
        let outcome = finding.outcome();
        let needs_waiver = finding.needs_release();
        if needs_waiver && let Some(waiver) = assessment.waiver(finding) {
            self.waived.push((finding, waiver));
            return;
        }
        let place = match (finding.obstacle(), outcome) {
            (_, Outcome::NotApplicable) => &mut self.not_applicable,
            (Obstacle::Stands, _) => &mut self.blocking,
            (Obstacle::MayStand, _) => &mut self.open,
            (Obstacle::Clear, Outcome::NotSatisfied) if needs_waiver => &mut self.warnings,
            (Obstacle::Clear, Outcome::NotSatisfied) => &mut self.notes,
            (Obstacle::Clear, Outcome::Satisfied) => &mut self.satisfied,
            (Obstacle::Clear, Outcome::Indeterminate) if needs_waiver => &mut self.doubts,
            (Obstacle::Clear, Outcome::Indeterminate) => &mut self.unsettled,
        };
        place.push(finding);
    }
}
