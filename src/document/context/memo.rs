//! What a review memo says of the review itself: how much was reviewed, by which rules, under which readings.

use super::{Maker, known, row};
use crate::assess::Outcome;
use crate::document::model::OriginKind;
use crate::document::sheet::{Row, Sheet};
use crate::rules::Purpose;
use crate::value::Proof;
use crate::vocabulary::{Citation, Confidence, Source};

impl Maker<'_, '_> {
    /// How many findings there are of each sort, as `review.count.NAME`.
    pub(super) fn counts(&self, sheet: &mut Sheet, sorted: &[(&str, Vec<Row>)]) {
        let of = |wanted: &str| {
            sorted.iter().find(|(name, _)| *name == wanted).map_or(0, |(_, rows)| rows.len())
        };
        let applicable: usize =
            ["review.blocking", "review.open", "review.warnings", "review.satisfied"]
                .into_iter()
                .map(of)
                .sum();
        // All that the elements show, whichever paper it gates: the count must agree with them.
        let shows = |f: &&crate::assess::Finding| {
            let entry = self.assessment.rules().requirement(f.requirement());
            entry.is_some_and(|e| e.element.is_some() && self.may_show(e.sensitive))
        };
        let weak = self.assessment.findings().iter().filter(shows).filter(|f| {
            f.outcome() == Outcome::Satisfied && f.proof().is_some_and(|p| p < Proof::Fair)
        });
        for (name, count) in [
            ("applicable", applicable),
            ("not_applicable", of("review.not_applicable")),
            ("blocking", of("review.blocking")),
            ("open", of("review.open")),
            ("warnings", of("review.warnings")),
            ("weak", weak.count()),
            ("supposed", of("review.supposed")),
        ] {
            let any = super::condition(count > 0);
            sheet.conditions.push((format!("review.any.{name}"), any));
            let name = format!("review.count.{name}");
            let cell = known(count.to_string(), OriginKind::Paper, &name);
            sheet.cells.push((name, cell));
        }
        let layers = self.assessment.rules().layers().iter();
        let pack = self.assessment.rules().vocabulary().title();
        // The pack's own title stands in the vocabulary; a policy is named elsewhere.
        let regions = layers.map(|(_, title)| self.words.of(title)).filter(|t| !t.is_empty());
        let layers: Vec<&str> = std::iter::once(self.words.of(pack)).chain(regions).collect();
        let cell =
            known(layers.join(&self.words.pick("、", ", ")), OriginKind::Paper, "review.layers");
        sheet.cells.push(("review.layers".to_owned(), cell));
    }

    /// The list `review.readings`: each divided question with the figures it changes.
    pub(super) fn divided(&self, sheet: &mut Sheet) {
        let rules = self.assessment.rules();
        let mut questions: Vec<(crate::compile::ParameterId, u32, Vec<Row>)> = Vec::new();
        for figure in self.assessment.figures() {
            let entry = rules.definition(figure.definition());
            let Some(entry) =
                entry.filter(|e| e.purpose == Purpose::Figure && self.may_show(e.sensitive))
            else {
                continue;
            };
            for other in figure.readings() {
                let changed = row(
                    &[
                        ("title", self.words.of(&entry.title).to_owned()),
                        ("value", self.words.state(figure.value(), entry.kind)),
                        ("other", self.words.state(&other.value, entry.kind)),
                    ],
                    OriginKind::Figure,
                    &entry.name,
                );
                let known = questions
                    .iter_mut()
                    .find(|(p, m, _)| (*p, *m) == (other.parameter, other.member));
                match known {
                    Some((_, _, rows)) => rows.push(changed),
                    None => questions.push((other.parameter, other.member, vec![changed])),
                }
            }
        }
        let rows = questions.into_iter().filter_map(|(parameter, member, figures)| {
            let entry = rules.parameter(parameter)?;
            let (value, _) = self.assessment.parameter(parameter);
            let (_, reading) = entry.readings.iter().find(|(m, _)| *m == member)?;
            let mut head = row(
                &[
                    ("question", self.words.of(&entry.title).to_owned()),
                    ("taken", self.words.state(&value, entry.kind)),
                    (
                        "other",
                        self.words.state(
                            &crate::assess::Eval::Known(crate::value::Value::Choice(member)),
                            entry.kind,
                        ),
                    ),
                    ("reading", self.words.of(reading).to_owned()),
                ],
                OriginKind::Parameter,
                &entry.name,
            );
            head.lists.push(("figures".to_owned(), figures));
            Some(head)
        });
        sheet.lists.push(("review.readings".to_owned(), rows.collect()));
    }

    /// The lists `review.sources` and `review.confidence`: the instruments of this case, one by one and by trust.
    pub(super) fn sources(&self, sheet: &mut Sheet) {
        let all = self.cited_sources();
        let rows = all.iter().map(|(name, source)| self.source(name, source));
        sheet.lists.push(("review.sources".to_owned(), rows.collect()));
        let mut levels: Vec<Confidence> = all.iter().map(|(_, s)| s.confidence()).collect();
        levels.sort_unstable();
        levels.dedup();
        let rows = levels.into_iter().map(|level| {
            let words = self.words.of(&level.words()).to_owned();
            let mut head = row(&[("confidence", words)], OriginKind::Citation, level.name());
            let own = all.iter().filter(|(_, s)| s.confidence() == level);
            let own = own.map(|(name, source)| self.source(name, source)).collect();
            let is_law = super::condition(level == Confidence::Statute);
            head.conditions.push(("statute".to_owned(), is_law));
            head.lists.push(("instruments".to_owned(), own));
            head
        });
        sheet.lists.push(("review.confidence".to_owned(), rows.collect()));
    }

    /// The instruments that the findings and figures of this case cite.
    fn cited_sources(&self) -> Vec<(String, &Source)> {
        let rules = self.assessment.rules();
        let mut names = std::collections::BTreeSet::new();
        let applies = |f: &&crate::assess::Finding| f.outcome() != Outcome::NotApplicable;
        let of_here = |c: &&Citation| rules.is_of_here(c);
        for finding in self.assessment.findings().iter().filter(applies) {
            let entry = rules.requirement(finding.requirement());
            let cited = entry.iter().flat_map(|r| r.citations.iter()).filter(of_here);
            names.extend(cited.map(|c| c.source().to_owned()));
        }
        for figure in self.assessment.figures() {
            let entry = rules.definition(figure.definition());
            let cited = entry.iter().flat_map(|d| d.citations.iter()).filter(of_here);
            names.extend(cited.map(|c| c.source().to_owned()));
        }
        let sources = rules.vocabulary().sources();
        names.into_iter().filter_map(|n| sources.get(&n).map(|s| (n, s))).collect()
    }

    fn source(&self, name: &str, source: &Source) -> Row {
        row(
            &[
                ("name", name.to_owned()),
                ("title", self.words.of(source.title()).to_owned()),
                ("version", self.words.of(source.version()).to_owned()),
                ("confidence", self.words.of(&source.confidence().words()).to_owned()),
            ],
            OriginKind::Citation,
            name,
        )
    }
}
