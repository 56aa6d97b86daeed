//! The element by evidence matrix, annexes, and what was not computed.

use super::{Maker, condition, known, row};
use crate::assess::{Finding, Outcome};
use crate::compile::RequirementEntry;
use crate::document::model::OriginKind;
use crate::document::sheet::{Row, Sheet};
use crate::value::Proof;
use crate::vocabulary::Citation;

/// What the findings of one element come to.
#[derive(Default)]
struct Tally {
    rows: Vec<Row>,
    weakest: Option<Proof>,
    gaps: Vec<(String, String)>,
    /// Met, but weakly proven or not at all.
    weak: Vec<(String, String)>,
    worst: Option<Outcome>,
    citations: Vec<Citation>,
}

impl Maker<'_, '_> {
    pub(super) fn evidence(&self, sheet: &mut Sheet) {
        self.exhibits(sheet);
        sheet.lists.push(("elements".to_owned(), self.elements()));
        let annexes = self.annexes();
        let count = crate::value::Exact::whole(i64::try_from(annexes.len()).unwrap_or(i64::MAX));
        for (name, text) in [
            ("paper.annex_count", annexes.len().to_string()),
            (
                "spelled.paper.annex_count",
                crate::wording::amounts::spelled(count, self.occasion.language).unwrap_or_default(),
            ),
        ] {
            sheet.cells.push((name.to_owned(), known(text, OriginKind::Paper, name)));
        }
        sheet.lists.push(("annexes".to_owned(), annexes));
        sheet.lists.push(("not_computed".to_owned(), self.not_computed()));
    }

    /// For each step of the chain: what must be shown, with what it is shown, and what is wanting.
    fn elements(&self) -> Vec<Row> {
        let rules = self.assessment.rules();
        let mut elements = Vec::new();
        for (name, title) in rules.vocabulary().elements() {
            let mut tally = Tally::default();
            for finding in self.assessment.findings() {
                let Some(entry) = rules.requirement(finding.requirement()) else { continue };
                let own = entry.element.as_deref() == Some(name.as_str());
                if own
                    && self.may_show(entry.sensitive)
                    && finding.outcome() != Outcome::NotApplicable
                {
                    self.count(finding, entry, &mut tally);
                }
            }
            if !tally.rows.is_empty() {
                elements.push(self.element(name, &self.words.heading(title), tally));
            }
        }
        elements
    }

    fn count(&self, finding: &Finding, entry: &RequirementEntry, tally: &mut Tally) {
        let v = self.assessment.rules().vocabulary();
        let kinds = entry.evidence.iter().filter_map(|k| v.evidence_kind(k));
        let wanted: Vec<&str> = kinds.map(|k| self.words.of(k.title())).collect();
        let met = finding.outcome() == Outcome::Satisfied;
        if let Some(proof) = finding.proof().filter(|_| met) {
            tally.weakest = Some(tally.weakest.map_or(proof, |w| w.min(proof)));
        }
        tally.worst = Some(tally.worst.map_or(finding.outcome(), |w| w.min(finding.outcome())));
        tally.citations.extend(entry.citations.iter().cloned());
        let proven = met && finding.proof().is_none_or(|p| p >= Proof::Fair);
        if !proven {
            let title = match entry.sensitive {
                true => self.words.pick("禁止解除情形", "a bar to dismissal"),
                false => self.words.of(&entry.title).to_owned(),
            };
            tally.gaps.push((entry.code.clone(), title.clone()));
            tally.weak.extend(met.then(|| (entry.code.clone(), title)));
        }
        let mut row = self.finding(finding);
        let wanted = wanted.join(&self.words.pick("、", ", "));
        row.cells.push(("wanted".to_owned(), known(wanted, OriginKind::Finding, &entry.code)));
        row.conditions.push(("proven".to_owned(), condition(proven)));
        tally.rows.push(row);
    }

    fn element(&self, name: &str, title: &str, tally: Tally) -> Row {
        let Tally { rows, weakest, gaps, weak, worst, citations } = tally;
        let codes: Vec<&str> = gaps.iter().map(|(code, _)| code.as_str()).collect();
        let named = |all: &[(String, String)]| {
            let all: Vec<String> = all.iter().map(|(code, t)| format!("{code} {t}")).collect();
            all.join(&self.words.pick("；", "; "))
        };
        let mut head = row(
            &[
                ("title", title.to_owned()),
                ("strength", weakest.map_or_else(String::new, |p| self.words.proof(p))),
                ("outcome", worst.map_or_else(String::new, |o| self.outcome(o))),
                ("citation", self.words.citations(&citations)),
                ("gaps", codes.join(&self.words.pick("、", ", "))),
                ("gaps_named", named(&gaps)),
                ("weak_named", named(&weak)),
            ],
            OriginKind::Finding,
            name,
        );
        head.conditions.push(("complete".to_owned(), condition(gaps.is_empty())));
        head.conditions.push(("met".to_owned(), condition(worst == Some(Outcome::Satisfied))));
        for (other, _) in self.assessment.rules().vocabulary().elements() {
            head.conditions
                .push((format!("is.{}", other.replace('-', "_")), condition(other == name)));
        }
        head.lists.push(("rows".to_owned(), rows));
        head
    }

    fn annexes(&self) -> Vec<Row> {
        let v = self.assessment.rules().vocabulary();
        let document = self.occasion.document;
        let annexes = document.annexes().iter().map(|name| (name, false));
        let copies = document.copies().iter().map(|name| (name, true));
        annexes
            .chain(copies)
            .map(|(name, copy)| {
                let title = v.document(name).map_or(name.as_str(), |d| self.words.of(d.title()));
                let mut row = row(&[("title", title.to_owned())], OriginKind::Paper, name);
                row.conditions.push((
                    "generated".to_owned(),
                    condition(!copy && self.occasion.generated.contains(name)),
                ));
                row.conditions.push(("copy".to_owned(), condition(copy)));
                row
            })
            .collect()
    }

    /// Figures without a value: what the paper leaves out and says so.
    fn not_computed(&self) -> Vec<Row> {
        let rules = self.assessment.rules();
        let open = self.assessment.figures().iter().filter(|f| !f.value().is_settled());
        open.filter_map(|f| rules.definition(f.definition()))
            .filter(|entry| {
                entry.purpose == crate::rules::Purpose::Figure && self.may_show(entry.sensitive)
            })
            .map(|entry| {
                row(
                    &[("title", self.words.of(&entry.title).to_owned())],
                    OriginKind::Figure,
                    &entry.name,
                )
            })
            .collect()
    }
}
