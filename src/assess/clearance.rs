//! Permission to issue a document, and why it is refused.

use super::assessment::{Assessment, Receipt};
use super::findings::{Finding, Obstacle, Outcome};
use super::statements::Statement;
use crate::case::{Acceptance, Waiver};
use crate::compile::{Dated, ParameterEntry};
use crate::rules::Severity;
use crate::value::Date;

/// Whether a document may be issued.
///
/// Deliberately exhaustive: a fourth verdict must break every caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nothing that gates it stands in the way.
    Ready,
    /// Something stands in the way.
    Blocked,
    /// What is not known may stand in the way.
    Undetermined,
}

impl Verdict {
    /// Returns the name used in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Blocked => "blocked",
            Self::Undetermined => "undetermined",
        }
    }
}

/// Permission to issue one document on the facts, rules and date it was given for.
#[derive(Debug, Clone)]
pub struct Clearance {
    document: String,
    as_of: Date,
    receipt: Receipt,
    waivers: Vec<Waiver>,
}

/// Why a document may not be issued.
#[derive(Debug, Clone)]
pub struct Refusal<'f> {
    document: String,
    unmet: Vec<&'f Finding>,
    supposed: Vec<(Statement<'f>, Date)>,
    missed: Option<Date>,
}

impl Clearance {
    /// Returns the kind of document.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// Returns the date of knowledge it was given on.
    #[must_use]
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// Returns what it was given for.
    #[must_use]
    pub fn receipt(&self) -> &Receipt {
        &self.receipt
    }

    /// Returns the waivers it rests on.
    #[must_use]
    pub fn waivers(&self) -> &[Waiver] {
        &self.waivers
    }
}

impl<'f> Refusal<'f> {
    /// Returns the kind of document.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// Iterates over the findings that stand in the way, or may, or need a waiver.
    pub fn unmet(&self) -> impl Iterator<Item = &'f Finding> + '_ {
        self.unmet.iter().copied()
    }

    /// Whether answers alone could clear it: nothing is known to be unmet, and its day is not over.
    #[must_use]
    pub fn only_waits(&self) -> bool {
        let is_open = |f: &Finding| f.outcome() == Outcome::Indeterminate;
        self.missed.is_none() && self.unmet.iter().copied().all(is_open)
    }

    /// Returns what has not happened yet and would have to, with its day.
    #[must_use]
    pub fn supposed(&self) -> &[(Statement<'f>, Date)] {
        &self.supposed
    }

    /// Returns the last day on which the document could be made, if that is over.
    #[must_use]
    pub fn missed(&self) -> Option<Date> {
        self.missed
    }
}

impl<'a> Assessment<'a> {
    /// Clears the issue of a document.
    ///
    /// A waiver releases a requirement that is not satisfied and may be waived, and a warning that
    /// is not settled; never one that may stand in the way. Nothing is cleared on what has not
    /// happened yet, and nothing after its last day: that would date it back. What refuses an annex
    /// that needs a clearance of its own refuses the document.
    ///
    /// # Errors
    ///
    /// Returns a [`Refusal`] naming every finding that stands in the way.
    pub fn clear(&self, document: &str, receipt: &Receipt) -> Result<Clearance, Refusal<'_>> {
        let mut waivers = Vec::new();
        let mut unmet = Vec::new();
        for finding in self.deciding_issue(document) {
            match self.release(finding) {
                Release::Free => {}
                Release::Waived(waiver) => waivers.push(waiver.clone()),
                Release::Refused => unmet.push(finding),
            }
        }
        let (supposed, missed) = (self.supposed(document), self.missed(document));
        if unmet.is_empty() && supposed.is_empty() && missed.is_none() {
            let (document, as_of) = (document.to_owned(), self.question().as_of);
            return Ok(Clearance { document, as_of, receipt: receipt.clone(), waivers });
        }
        Err(Refusal { document: document.to_owned(), unmet, supposed, missed })
    }

    /// Returns the last day on which a kind of document could be made, if that is over.
    #[must_use]
    pub fn missed(&self, document: &str) -> Option<Date> {
        let kind = self.rules().vocabulary().document(document)?;
        let last = self.date(kind.no_later_than()?)?;
        Some(last).filter(|last| *last < self.question().as_of)
    }

    fn release(&self, finding: &Finding) -> Release<'a> {
        if finding.obstacle() == Obstacle::MayStand {
            return Release::Refused;
        }
        if !finding.needs_release() {
            return Release::Free;
        }
        self.waiver(finding).map_or(Release::Refused, Release::Waived)
    }

    /// Returns the acceptances in effect on the date of knowledge, each with the parameter and the
    /// latest of its values that it names.
    #[must_use]
    pub fn acceptances(&self) -> Vec<(&'a Acceptance, &'a ParameterEntry, &'a Dated)> {
        let parameters = self.rules().parameters();
        let found = |a: &'a Acceptance| {
            let entry = parameters.iter().find(|p| p.name == a.parameter)?;
            let mut rows = entry.series.iter().flatten();
            let row = rows.rfind(|r| a.names(&entry.name, &r.layer, r.from))?;
            Some((a, entry, row))
        };
        let as_of = self.question().as_of;
        let begun = self.case().acceptances().iter().filter(|a| a.on <= as_of);
        begun.filter_map(found).collect()
    }

    /// Returns the waiver in force for a finding, if its requirement may be waived.
    #[must_use]
    pub fn waiver(&self, finding: &Finding) -> Option<&'a Waiver> {
        let entry = self.rules().requirement(finding.requirement())?;
        let may_be_waived = entry.waivable || finding.greatest_severity() < Severity::Block;
        let as_of = self.question().as_of;
        let names = |w: &&Waiver| w.requirement == entry.id || w.requirement == entry.code;
        let in_force = |w: &&Waiver| w.on <= as_of && w.until.is_none_or(|until| as_of <= until);
        self.case().waivers().iter().filter(names).find(in_force).filter(|_| may_be_waived)
    }
}

enum Release<'w> {
    Free,
    Waived(&'w Waiver),
    Refused,
}
