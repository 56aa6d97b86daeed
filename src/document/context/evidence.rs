//! Exhibits, the element by evidence matrix, annexes.

use super::{Maker, condition, known, row};
use crate::assess::{Outcome, StepId, What};
use crate::case::Exhibit;
use crate::document::model::OriginKind;
use crate::document::sheet::{Row, Sheet};
use crate::value::Proof;
use crate::vocabulary::FieldId;

impl Maker<'_, '_> {
    pub(super) fn evidence(&self, sheet: &mut Sheet) {
        let exhibits = self.assessment.case().evidence();
        let shown = exhibits.iter().enumerate().filter(|(_, e)| self.may_see(e));
        let rows = shown.map(|(at, e)| self.exhibit(at, e)).collect();
        sheet.lists.push(("exhibits".to_owned(), rows));
        sheet.lists.push(("exhibit_groups".to_owned(), self.exhibit_groups()));
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

    /// What is marked internal, such as counsel's opinion, leaves the house on no list.
    fn may_see(&self, exhibit: &Exhibit) -> bool {
        !exhibit.is_internal() || self.audience.may_see_sensitive()
    }

    fn exhibit(&self, at: usize, exhibit: &Exhibit) -> Row {
        let v = self.assessment.rules().vocabulary();
        let kind = exhibit.kind().and_then(|k| v.evidence_kind(k));
        let kind_title = kind.map_or_else(String::new, |k| self.words.of(k.title()).to_owned());
        let title = self.words.of(exhibit.title());
        let title = if title.is_empty() { kind_title.clone() } else { title.to_owned() };
        let original = match exhibit.is_original() {
            Some(true) => self.words.pick("原件", "original"),
            Some(false) => self.words.pick("复印件", "copy"),
            None => self.words.pick("未注明", "not stated"),
        };
        let captured =
            exhibit.captured().map(|d| crate::wording::amounts::date(d, self.occasion.language));
        let mut row = row(
            &[
                ("id", exhibit.id().to_owned()),
                ("number", (at + 1).to_string()),
                ("title", title),
                ("kind", kind_title),
                ("strength", self.words.proof(exhibit.strength())),
                ("source", exhibit.source().unwrap_or_default().to_owned()),
                ("custodian", exhibit.custodian().unwrap_or_default().to_owned()),
                ("original", original),
                ("captured", captured.unwrap_or_default()),
                ("pages", exhibit.pages().unwrap_or_default().to_owned()),
                ("sha256", exhibit.sha256().map_or("", |(d, _)| d).to_owned()),
                ("proves", exhibit.proves().map_or_else(|| self.proves(at), str::to_owned)),
            ],
            OriginKind::Fact,
            exhibit.id(),
        );
        row.conditions
            .push(("original".to_owned(), condition(exhibit.is_original() == Some(true))));
        row
    }

    /// The exhibits by step of the chain, each under the first step that rests on it.
    fn exhibit_groups(&self) -> Vec<Row> {
        let rules = self.assessment.rules();
        let exhibits = self.assessment.case().evidence();
        let mut placed = vec![false; exhibits.len()];
        let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
        for (name, title) in rules.vocabulary().elements() {
            let own = self.assessment.findings().iter().filter(|f| {
                let entry = rules.requirement(f.requirement());
                entry
                    .is_some_and(|e| e.element.as_ref() == Some(name) && self.may_show(e.sensitive))
            });
            let used: std::collections::BTreeSet<usize> =
                own.flat_map(|f| self.exhibits_below(f.step())).collect();
            let mut rows = Vec::new();
            for (at, exhibit) in
                exhibits.iter().enumerate().filter(|(at, e)| used.contains(at) && self.may_see(e))
            {
                if let Some(slot) = placed.get_mut(at).filter(|slot| !**slot) {
                    *slot = true;
                    rows.push(self.exhibit(at, exhibit));
                }
            }
            groups.push((self.words.of(title).to_owned(), rows));
        }
        let rest = exhibits
            .iter()
            .zip(&placed)
            .enumerate()
            .filter(|(_, (e, placed))| !**placed && self.may_see(e));
        let rest = rest.map(|(at, (exhibit, _))| self.exhibit(at, exhibit)).collect();
        groups.push((self.words.pick("其他", "other"), rest));
        let filled = groups.into_iter().filter(|(_, rows)| !rows.is_empty());
        filled
            .map(|(title, rows)| {
                let mut head = row(&[("title", title)], OriginKind::Paper, "exhibit_groups");
                head.lists.push(("exhibits".to_owned(), rows));
                head
            })
            .collect()
    }

    /// The exhibits of the facts that a step rests on.
    fn exhibits_below(&self, root: StepId) -> Vec<usize> {
        let case = self.assessment.case();
        let mut found = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            let Some(step) = self.assessment.step(id).filter(|_| seen.insert(id)) else { continue };
            open.extend(&step.inputs);
            let stated = match &step.what {
                What::Fact(id) => case.fact(*id),
                What::Cell(list, at, field) => {
                    case.rows(*list).and_then(|r| r.row(*at)).and_then(|r| r.cell(*field))
                }
                _ => None,
            };
            found.extend(stated.iter().flat_map(|s| s.evidence()).map(|e| *e as usize));
        }
        found
    }

    /// What an exhibit proves: the titles of the facts and rows it stands on.
    fn proves(&self, at: usize) -> String {
        let Ok(at) = u32::try_from(at) else { return String::new() };
        let v = self.assessment.rules().vocabulary();
        let case = self.assessment.case();
        let mut proven: Vec<String> = Vec::new();
        for (index, fact) in v.facts().iter().enumerate() {
            let stated = case.fact(crate::vocabulary::FactId::at(index));
            if self.may_show(fact.is_sensitive())
                && stated.is_some_and(|s| s.evidence().contains(&at))
            {
                let title = self.words.of(fact.title());
                let value = match stated.map(crate::case::Stated::cell) {
                    Some(crate::case::Cell::Known(value)) => {
                        self.words.with_unit(value, fact.kind())
                    }
                    Some(crate::case::Cell::None) => self.words.pick("无", "none"),
                    _ => continue,
                };
                // A bare title would say the opposite where the fact is no.
                proven.push(
                    self.words.pick(&format!("{title}：{value}"), &format!("{title}: {value}")),
                );
            }
        }
        for (index, list) in v.lists().iter().enumerate() {
            let id = crate::vocabulary::ListId::at(index);
            let rows = case.rows(id).map_or(&[][..], |r| r.rows());
            let stands = |r: &crate::case::Row| {
                (0..list.fields().len())
                    .filter_map(|f| r.cell(FieldId::at(f)))
                    .any(|c| c.evidence().contains(&at))
            };
            let own = rows.iter().enumerate().filter(|(_, r)| stands(r));
            let position = |row: usize| u32::try_from(row).unwrap_or(u32::MAX);
            let names: Vec<String> =
                own.map(|(row, _)| self.words.row_title(id, position(row))).collect();
            if let Some(named) = span_of(&names) {
                let title = self.words.of(list.title());
                proven.push(
                    self.words.pick(&format!("{title}（{named}）"), &format!("{title} ({named})")),
                );
            }
        }
        proven.join(&self.words.pick("；", "; "))
    }

    /// For each step of the chain: what must be shown, with what it is shown, and what is wanting.
    fn elements(&self) -> Vec<Row> {
        let rules = self.assessment.rules();
        let v = rules.vocabulary();
        let mut elements = Vec::new();
        for (name, title) in v.elements() {
            let mut weakest: Option<Proof> = None;
            let (mut rows, mut gaps) = (Vec::new(), Vec::new());
            for finding in self.assessment.findings() {
                let Some(entry) = rules.requirement(finding.requirement()) else { continue };
                let own = entry.element.as_deref() == Some(name.as_str());
                if !own
                    || !self.may_show(entry.sensitive)
                    || finding.outcome() == Outcome::NotApplicable
                {
                    continue;
                }
                let wanted: Vec<&str> = entry
                    .evidence
                    .iter()
                    .filter_map(|k| Some(self.words.of(v.evidence_kind(k)?.title())))
                    .collect();
                if let Some(proof) =
                    finding.proof().filter(|_| finding.outcome() == Outcome::Satisfied)
                {
                    weakest = Some(weakest.map_or(proof, |w| w.min(proof)));
                }
                let proven = finding.outcome() == Outcome::Satisfied
                    && finding.proof().is_none_or(|p| p >= Proof::Fair);
                if !proven {
                    gaps.push(entry.code.clone());
                }
                let mut row = self.finding(finding);
                let wanted = wanted.join(&self.words.pick("、", ", "));
                row.cells
                    .push(("wanted".to_owned(), known(wanted, OriginKind::Finding, &entry.code)));
                row.conditions.push(("proven".to_owned(), condition(proven)));
                rows.push(row);
            }
            if rows.is_empty() {
                continue;
            }
            let strength =
                weakest.map_or_else(|| self.words.proof(Proof::None), |p| self.words.proof(p));
            let mut head = row(
                &[
                    ("title", self.words.of(title).to_owned()),
                    ("strength", strength),
                    ("gaps", gaps.join(&self.words.pick("、", ", "))),
                ],
                OriginKind::Finding,
                name,
            );
            head.conditions.push(("complete".to_owned(), condition(gaps.is_empty())));
            head.lists.push(("rows".to_owned(), rows));
            elements.push(head);
        }
        elements
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

/// One name, or the first and the last of several.
fn span_of(names: &[String]) -> Option<String> {
    match names {
        [] => None,
        [only] => Some(only.clone()),
        [first, .., last] => Some(format!("{first} – {last}")),
    }
}
