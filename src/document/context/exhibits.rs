//! Exhibits in their groups, numbered as they are submitted, and what each proves.

use super::{Maker, condition, row};
use crate::case::Exhibit;
use crate::document::model::OriginKind;
use crate::document::sheet::{Row, Sheet};
use crate::vocabulary::{ExhibitGroup, FactId, FieldId, ListId};

/// The exhibits of one group, by their position in the case.
struct Group {
    title: String,
    exhibits: Vec<usize>,
}

impl Maker<'_, '_> {
    /// The lists `exhibits` and `exhibit_groups`: all, those a tribunal gets, and in which order.
    pub(super) fn exhibits(&self, sheet: &mut Sheet) {
        let groups = self.groups();
        let order: Vec<usize> = groups.iter().flat_map(|g| g.exhibits.iter().copied()).collect();
        let number = |at: usize| order.iter().position(|o| *o == at).map_or(0, |n| n + 1);
        let all = self.assessment.case().evidence().iter().enumerate();
        let flat = all.filter(|(at, _)| order.contains(at));
        let flat = flat.map(|(at, e)| self.exhibit(at, number(at), e)).collect();
        sheet.lists.push(("exhibits".to_owned(), flat));
        let rows = groups.iter().enumerate().map(|(position, group)| {
            let numbers: Vec<String> =
                group.exhibits.iter().map(|at| number(*at).to_string()).collect();
            let mut head = row(
                &[
                    ("number", (position + 1).to_string()),
                    (
                        "spelled.number",
                        crate::wording::amounts::spelled(
                            crate::value::Exact::whole(i64::try_from(position + 1).unwrap_or(0)),
                            self.occasion.language,
                        )
                        .unwrap_or_default(),
                    ),
                    ("title", group.title.clone()),
                    ("span", super::evidence::span_of(&numbers).unwrap_or_default()),
                ],
                OriginKind::Paper,
                "exhibit_groups",
            );
            let exhibits = group.exhibits.iter().filter_map(|at| {
                let exhibit = self.assessment.case().evidence().get(*at)?;
                Some(self.exhibit(*at, number(*at), exhibit))
            });
            head.lists.push(("exhibits".to_owned(), exhibits.collect()));
            head
        });
        sheet.lists.push(("exhibit_groups".to_owned(), rows.collect()));
        let count = order.len().to_string();
        let cell = super::known(count, OriginKind::Paper, "exhibits.count");
        sheet.cells.push(("exhibits.count".to_owned(), cell));
    }

    /// Which exhibit stands in which group; a group without exhibits is left out.
    fn groups(&self) -> Vec<Group> {
        let rules = self.assessment.rules();
        let declared = &rules.vocabulary().chain().groups;
        let mut groups: Vec<Group> = declared
            .iter()
            .map(|g| Group { title: self.words.heading(&g.title), exhibits: Vec::new() })
            .collect();
        let mut rest = Group { title: self.words.pick("其他", "Other"), exhibits: Vec::new() };
        for (at, exhibit) in self.assessment.case().evidence().iter().enumerate() {
            if !self.may_see(exhibit) || !self.is_listed(at, exhibit) {
                continue;
            }
            let place = declared.iter().position(|g| self.belongs(exhibit, g));
            match place.and_then(|p| groups.get_mut(p)) {
                Some(group) => group.exhibits.push(at),
                None => rest.exhibits.push(at),
            }
        }
        groups.push(rest);
        groups.retain(|g| !g.exhibits.is_empty());
        groups
    }

    /// What is marked internal, such as counsel's opinion, leaves the house on no list.
    fn may_see(&self, exhibit: &Exhibit) -> bool {
        !exhibit.is_internal() || self.audience.may_see_sensitive()
    }

    /// A tribunal gets no exhibit that proves nothing in this case.
    fn is_listed(&self, at: usize, exhibit: &Exhibit) -> bool {
        self.audience.may_see_sensitive()
            || exhibit.proves().is_some()
            || !self.proves(at).is_empty()
    }

    fn belongs(&self, exhibit: &Exhibit, group: &ExhibitGroup) -> bool {
        let kind = exhibit.kind().unwrap_or_default();
        let day = exhibit.dated().or(exhibit.captured());
        let until = group.until.as_deref().and_then(|name| self.find(name)).and_then(|f| f.day());
        group.kinds.iter().any(|k| k == kind)
            && day.zip(until).is_none_or(|(day, until)| day <= until)
    }

    fn exhibit(&self, at: usize, number: usize, exhibit: &Exhibit) -> Row {
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
        let date = |d| crate::wording::amounts::date(d, self.occasion.language);
        let proves = exhibit.proves().map_or_else(|| self.proves(at), str::to_owned);
        let mut row = row(
            &[
                ("id", exhibit.id().to_owned()),
                ("number", number.to_string()),
                ("title", title),
                ("kind", kind_title),
                ("strength", self.words.proof(exhibit.strength())),
                ("source", exhibit.source().unwrap_or_default().to_owned()),
                ("custodian", exhibit.custodian().unwrap_or_default().to_owned()),
                ("original", original),
                ("dated", exhibit.dated().map(date).unwrap_or_default()),
                ("captured", exhibit.captured().map(date).unwrap_or_default()),
                ("pages", exhibit.pages().unwrap_or_default().to_owned()),
                ("sha256", exhibit.sha256().map_or("", |(d, _)| d).to_owned()),
                ("proves", proves),
            ],
            OriginKind::Fact,
            exhibit.id(),
        );
        row.conditions
            .push(("original".to_owned(), condition(exhibit.is_original() == Some(true))));
        row
    }

    /// What an exhibit proves: the titles of the facts and rows it stands on.
    fn proves(&self, at: usize) -> String {
        let Ok(at) = u32::try_from(at) else { return String::new() };
        let mut proven = self.proven_facts(at);
        proven.extend(self.proven_rows(at));
        proven.join(&self.words.pick("；", "; "))
    }

    fn proven_facts(&self, at: u32) -> Vec<String> {
        let v = self.assessment.rules().vocabulary();
        let mut proven = Vec::new();
        for (index, fact) in v.facts().iter().enumerate() {
            let stated = self.assessment.case().fact(FactId::at(index));
            let stated = stated.filter(|s| s.evidence().contains(&at));
            if !self.may_show(fact.is_sensitive()) {
                continue;
            }
            let value = match stated.map(crate::case::Stated::cell) {
                Some(crate::case::Cell::Known(value)) => self.words.with_unit(value, fact.kind()),
                Some(crate::case::Cell::None) => self.words.pick("无", "none"),
                _ => continue,
            };
            // A bare title would say the opposite where the fact is no.
            let title = self.words.of(fact.title());
            proven
                .push(self.words.pick(&format!("{title}：{value}"), &format!("{title}: {value}")));
        }
        proven
    }

    fn proven_rows(&self, at: u32) -> Vec<String> {
        let v = self.assessment.rules().vocabulary();
        let mut proven = Vec::new();
        for (index, list) in v.lists().iter().enumerate() {
            let id = ListId::at(index);
            let rows = self.assessment.case().rows(id).map_or(&[][..], |r| r.rows());
            let stands = |r: &crate::case::Row| {
                (0..list.fields().len())
                    .filter_map(|f| r.cell(FieldId::at(f)))
                    .any(|c| c.evidence().contains(&at))
            };
            let own = rows.iter().enumerate().filter(|(_, r)| stands(r));
            let names: Vec<String> = own
                .map(|(at, _)| self.words.row_title(id, u32::try_from(at).unwrap_or(u32::MAX)))
                .collect();
            let title = self.words.of(list.title());
            if let Some(span) = super::evidence::span_of(&names) {
                proven.push(
                    self.words.pick(&format!("{title}（{span}）"), &format!("{title} ({span})")),
                );
            }
        }
        proven
    }
}
