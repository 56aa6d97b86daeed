//! Exhibits in their groups, numbered as they are submitted, and what each proves.

use super::{Maker, condition, row};
use crate::case::Exhibit;
use crate::document::model::OriginKind;
use crate::document::sheet::{Row, Sheet};
use crate::vocabulary::{EvidenceKind, ExhibitGroup, FactId, ListId};
use crate::wording::Language;

/// The exhibits of one group, by their position in the case.
struct Group {
    title: String,
    exhibits: Vec<usize>,
}

/// The exhibits in the order of submission, with the pages they take in the bundle.
struct Order {
    exhibits: Vec<usize>,
    /// First and last page of each; nothing unless all say how many pages they have.
    pages: Option<Vec<(u64, u64)>>,
}

impl Order {
    fn position(&self, at: usize) -> Option<usize> {
        self.exhibits.iter().position(|other| *other == at)
    }
}

impl Maker<'_, '_> {
    /// The lists `exhibits` and `exhibit_groups`: all, those a tribunal gets, and in which order.
    pub(super) fn exhibits(&self, sheet: &mut Sheet) {
        let groups = self.groups();
        let order = self.order(&groups);
        let all = self.assessment.case().evidence().iter().enumerate();
        let flat = all.filter(|(at, _)| order.exhibits.contains(at));
        let flat = flat.map(|(at, e)| self.exhibit(at, &order, e)).collect();
        sheet.lists.push(("exhibits".to_owned(), flat));
        let rows = groups.iter().enumerate();
        let rows = rows.map(|(position, group)| self.group(position, group, &order)).collect();
        sheet.lists.push(("exhibit_groups".to_owned(), rows));
        let last = order.pages.as_ref().and_then(|p| p.last()).map(|(_, last)| last.to_string());
        for (name, text) in [
            ("exhibits.count", order.exhibits.len().to_string()),
            ("exhibits.pages", last.unwrap_or_default()),
        ] {
            let cell = super::known(text, OriginKind::Paper, name);
            sheet.cells.push((name.to_owned(), cell));
        }
    }

    fn order(&self, groups: &[Group]) -> Order {
        let exhibits: Vec<usize> = groups.iter().flat_map(|g| g.exhibits.iter().copied()).collect();
        let mut next = 1_u64;
        let pages = exhibits.iter().map(|at| {
            let count: u64 = self.assessment.case().evidence().get(*at)?.pages()?.parse().ok()?;
            let first = next;
            next = next.checked_add(count.max(1))?;
            Some((first, next.checked_sub(1)?))
        });
        let pages = pages.collect();
        Order { exhibits, pages }
    }

    fn group(&self, position: usize, group: &Group, order: &Order) -> Row {
        let number = position.saturating_add(1);
        let spelled = crate::value::Exact::whole(i64::try_from(number).unwrap_or(0));
        let spelled = crate::wording::amounts::spelled(spelled, self.occasion.language);
        let mut head = row(
            &[
                ("number", number.to_string()),
                ("spelled.number", spelled.unwrap_or_default()),
                ("title", group.title.clone()),
            ],
            OriginKind::Paper,
            "exhibit_groups",
        );
        let exhibits = group.exhibits.iter().filter_map(|at| {
            let exhibit = self.assessment.case().evidence().get(*at)?;
            Some(self.exhibit(*at, order, exhibit))
        });
        head.lists.push(("exhibits".to_owned(), exhibits.collect()));
        head
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
            let place = declared.iter().position(|g| self.belongs(exhibit, g));
            let submitted = place.and_then(|p| declared.get(p)).is_none_or(|g| g.submitted);
            let is_at_hand = exhibit.is_at_hand(self.assessment.question().as_of);
            if !is_at_hand || !self.is_listed(at, exhibit, submitted) {
                continue;
            }
            match place.and_then(|p| groups.get_mut(p)) {
                Some(group) => group.exhibits.push(at),
                None => rest.exhibits.push(at),
            }
        }
        groups.push(rest);
        groups.retain(|g| !g.exhibits.is_empty());
        groups
    }

    /// Whether a paper of this audience lists it.
    ///
    /// What is marked internal, such as counsel's opinion, leaves the house on no list; a tribunal
    /// gets no exhibit that proves nothing in this case, and those of a group that stays only if
    /// the case says so.
    fn is_listed(&self, at: usize, exhibit: &Exhibit, submitted: bool) -> bool {
        let inside = self.audience.may_see_sensitive();
        let leaves = exhibit.is_internal().map_or(submitted, |internal| !internal);
        let proves = !exhibit.proves().get(self.occasion.language).is_empty() || self.is_used(at);
        inside || (leaves && proves)
    }

    /// Whether a fact or a row of the case stands on it.
    fn is_used(&self, at: usize) -> bool {
        let Ok(at) = u32::try_from(at) else { return false };
        let (v, case) = (self.assessment.rules().vocabulary(), self.assessment.case());
        let mut facts = (0..v.facts().len()).filter_map(|i| case.fact(FactId::at(i)));
        let rows = (0..v.lists().len()).filter_map(|i| case.rows(ListId::at(i)));
        let mut rows = rows.flat_map(|r| r.rows());
        facts.any(|f| f.evidence().contains(&at))
            || rows.any(|r| r.evidence_of_all().any(|e| e == at))
    }

    fn belongs(&self, exhibit: &Exhibit, group: &ExhibitGroup) -> bool {
        let kind = exhibit.kind().unwrap_or_default();
        let day = exhibit.dated().or(exhibit.captured());
        let until = group.until.as_deref().and_then(|name| self.find(name)).and_then(|f| f.day());
        group.kinds.iter().any(|k| k == kind)
            && day.zip(until).is_none_or(|(day, until)| day <= until)
    }

    fn exhibit(&self, at: usize, order: &Order, exhibit: &Exhibit) -> Row {
        let kind = exhibit.kind().and_then(|k| self.kind_of_evidence(k));
        let kind_title = kind.map_or_else(String::new, |k| self.words.of(k.title()).to_owned());
        let title = self.words.of(exhibit.title());
        let title = if title.is_empty() { kind_title.clone() } else { title.to_owned() };
        let date = |d| crate::wording::amounts::date(d, self.occasion.language);
        let position = order.position(at);
        let number = position.map_or(0, |p| p.saturating_add(1));
        let mut row = row(
            &[
                ("id", exhibit.id().to_owned()),
                ("number", number.to_string()),
                ("title", title),
                ("kind", kind_title),
                ("strength", self.words.proof(exhibit.strength(self.assessment.question().as_of))),
                ("source", exhibit.source().unwrap_or_default().to_owned()),
                ("custodian", exhibit.custodian().unwrap_or_default().to_owned()),
                ("original", self.form_of(exhibit)),
                ("dated", exhibit.dated().map(date).unwrap_or_default()),
                ("captured", exhibit.captured().map(date).unwrap_or_default()),
                ("pages", self.pages_of(exhibit, position, order)),
                ("sha256", exhibit.sha256().map_or("", |(d, _)| d).to_owned()),
                ("proves", self.purpose(at, exhibit)),
            ],
            OriginKind::Fact,
            exhibit.id(),
        );
        row.conditions
            .push(("original".to_owned(), condition(exhibit.is_original() == Some(true))));
        row
    }

    fn kind_of_evidence(&self, name: &str) -> Option<&EvidenceKind> {
        self.assessment.rules().vocabulary().evidence_kind(name)
    }

    /// In what form it is submitted: an export of a system is no copy of a paper.
    fn form_of(&self, exhibit: &Exhibit) -> String {
        let kind = exhibit.kind().and_then(|k| self.kind_of_evidence(k));
        let is_electronic = kind.is_some_and(|k| k.is_electronic()) || exhibit.captured().is_some();
        match exhibit.is_original() {
            Some(true) => self.words.pick("原件", "original"),
            _ if is_electronic => self.words.pick("电子数据打印件", "printout of electronic data"),
            Some(false) => self.words.pick("复印件", "copy"),
            None => self.words.pick("未注明", "not stated"),
        }
    }

    /// The pages it takes in the bundle, or how many it has.
    fn pages_of(&self, exhibit: &Exhibit, position: Option<usize>, order: &Order) -> String {
        let numbered = order.pages.as_ref().zip(position).and_then(|(pages, at)| pages.get(at));
        match (numbered, exhibit.pages()) {
            (Some((first, last)), _) if first == last => first.to_string(),
            (Some((first, last)), _) => format!("{first}–{last}"),
            (None, Some(count)) if count.bytes().all(|b| b.is_ascii_digit()) => {
                self.words.pick(&format!("共{count}页"), &format!("{count} in all"))
            }
            (None, other) => other.unwrap_or_default().to_owned(),
        }
    }

    /// One sentence on what it proves: in the words of the case, else as its kind usually does.
    fn purpose(&self, at: usize, exhibit: &Exhibit) -> String {
        let kind = exhibit.kind().and_then(|k| self.kind_of_evidence(k));
        let stated = exhibit.proves().get(self.occasion.language);
        // Words of the case that only Chinese readers understand do not help an English one.
        let is_readable = self.occasion.language == Language::Chinese || stated.is_ascii();
        let usual = kind.map_or("", |k| self.words.of(k.purpose()));
        let groups = &self.assessment.rules().vocabulary().chain().groups;
        let group = groups.iter().find(|g| self.belongs(exhibit, g));
        let element = kind.and_then(|k| k.element());
        let element = element.or_else(|| group.and_then(|g| g.element.as_deref()));
        let what = match stated {
            stated if !stated.is_empty() && (is_readable || usual.is_empty()) => stated.to_owned(),
            _ if !usual.is_empty() => usual.to_owned(),
            _ => self.shown_by(at),
        };
        if what.is_empty() {
            return what;
        }
        let element = element.map(|e| self.element_title(e));
        let what = what.trim_start_matches("证明").trim_end_matches(['。', '.']);
        let named = element.map_or_else(String::new, |e| {
            self.words.pick(&format!("（要件：{e}）"), &format!(" (element: {e})"))
        });
        self.words.pick(&format!("证明{what}{named}。"), &format!("Shows {what}{named}."))
    }

    /// The elements whose findings rest on an exhibit that says nothing of itself.
    fn shown_by(&self, at: usize) -> String {
        let Ok(at) = u32::try_from(at) else { return String::new() };
        let rules = self.assessment.rules();
        let mut elements: Vec<String> = Vec::new();
        for finding in self.assessment.findings() {
            let entry = rules.requirement(finding.requirement());
            let Some(element) = entry.and_then(|e| e.element.as_deref()) else { continue };
            let mut steps = self.assessment.stated(finding).into_iter();
            let title = self.element_title(element);
            let rests = steps.any(|id| {
                let step = self.assessment.step(id);
                let stated = step.and_then(|s| self.stated_of(&s.what));
                stated.is_some_and(|s| s.evidence().contains(&at))
            });
            if rests && !elements.contains(&title) {
                elements.push(title);
            }
        }
        let named = elements.join(&self.words.pick("、", ", "));
        match named.is_empty() {
            true => named,
            false => {
                self.words.pick(&format!("与{named}有关的事实"), &format!("facts on: {named}"))
            }
        }
    }
}
