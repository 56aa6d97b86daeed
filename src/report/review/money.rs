//! Figures and deadlines with their values, and what is missing for the others.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr as _;

use super::Review;
use crate::assess::{Eval, Figure, OtherReading, Wait};
use crate::compile::DefinitionEntry;
use crate::report::page::Ink;
use crate::report::waits;
use crate::rules::Purpose;
use crate::value::Value;
use crate::vocabulary::Type;
use crate::wording::Localized;
use crate::wording::catalogue::reviewing::ReviewWords as Words;

/// How many missing facts a short review names for figures that cannot be computed.
const MOST_WAITS: usize = 6;

/// Whether so little is known of a figure that not even its span can be said.
fn is_unknown((figure, _): &Entry<'_>) -> bool {
    let value = figure.value();
    matches!(value, Eval::Unknown(_)) && (value.low().is_none() || value.high().is_none())
}

/// Whether a figure is the cost of an outcome.
fn is_exposure(entry: &DefinitionEntry) -> bool {
    entry.exposure != Localized::default()
}

/// A figure and what the rules say about it.
type Entry<'a> = (&'a Figure, &'a DefinitionEntry);

impl<'a> Review<'a> {
    /// Writes figures, then deadlines.
    pub(super) fn money(&mut self) {
        for (purpose, heading) in
            [(Purpose::Figure, Words::Figures), (Purpose::Deadline, Words::Deadlines)]
        {
            let (known, unknown) = self.figures(purpose);
            if known.is_empty() && unknown.is_empty() {
                continue;
            }
            let heading = self.say(&heading);
            self.page.heading(&heading);
            let values: Vec<String> = known.iter().map(|(f, e)| self.value(f.value(), e)).collect();
            let column = values.iter().map(|v| v.width()).max().unwrap_or(0).saturating_add(2);
            for ((figure, entry), value) in known.iter().zip(&values) {
                let title = self.figure_title(entry);
                self.figure(figure, entry, (&title, value), column);
            }
            self.unknown(&unknown);
        }
    }

    /// Writes what each outcome would cost, for weighing them against each other.
    pub(super) fn exposure(&mut self) {
        let desk = self.desk;
        let all = desk.assessment.figures().iter();
        let exposures = all.filter_map(|f| Some((f, desk.rules().definition(f.definition())?)));
        let exposures: Vec<Entry<'a>> = exposures.filter(|(_, e)| is_exposure(e)).collect();
        if exposures.is_empty() {
            return;
        }
        let heading = self.say(&Words::Exposure);
        self.page.heading(&heading);
        let (open, known): (Vec<_>, Vec<_>) = exposures.into_iter().partition(is_unknown);
        let costs: Vec<String> = known.iter().map(|(f, e)| self.value(f.value(), e)).collect();
        let column = costs.iter().map(|v| v.width()).max().unwrap_or(0).saturating_add(2);
        for ((figure, entry), cost) in known.iter().zip(&costs) {
            let title = self.figure_title(entry);
            self.figure(figure, entry, (&title, cost), column);
        }
        self.unknown(&open);
    }

    /// The title of a figure, behind the outcome whose cost it is.
    fn figure_title(&self, entry: &DefinitionEntry) -> String {
        let title = self.desk.title(&entry.title, &entry.name);
        match is_exposure(entry) {
            true => self.desk.labelled(&self.desk.say(&entry.exposure), &title),
            false => title,
        }
    }

    /// The figures of a purpose that are known, deadlines by date, and those that are not.
    fn figures(&self, purpose: Purpose) -> (Vec<Entry<'a>>, Vec<Entry<'a>>) {
        let desk = self.desk;
        let all = desk.assessment.figures().iter();
        let of_purpose = |f: &'a Figure| {
            let entry = desk.rules().definition(f.definition())?;
            let is_told = is_exposure(entry) || *f.value() == Eval::None;
            (entry.purpose == purpose && !is_told).then_some((f, entry))
        };
        let (unknown, mut known): (Vec<_>, Vec<_>) =
            all.filter_map(of_purpose).partition(is_unknown);
        if purpose == Purpose::Deadline {
            known.sort_by(|(a, _), (b, _)| a.value().low().cmp(&b.value().low()));
        }
        (known, unknown)
    }

    /// A known value, or the two between which an unknown one lies.
    fn value(&self, value: &Eval, entry: &DefinitionEntry) -> String {
        let one = |v: &Value| self.desk.value(&Eval::Known(v.clone()), entry.kind, false);
        match (value, value.low(), value.high()) {
            (Eval::Unknown(_), Some(low), Some(high)) if low != high => {
                self.say(&Words::Range { low: one(low), high: one(high) })
            }
            _ => self.desk.value(value, entry.kind, false),
        }
    }

    fn figure(
        &mut self,
        figure: &Figure,
        entry: &DefinitionEntry,
        (title, value): (&str, &str),
        column: usize,
    ) {
        let desk = self.desk;
        let mut remarks = vec![desk.cited_here(&entry.citations)];
        if entry.lawyer_review {
            remarks.push(self.say(&Words::LawyerReview));
        }
        let waits = self.waits(figure.value().waits().iter(), MOST_WAITS);
        remarks.extend(Some(waits).filter(|w| !w.is_empty()));
        let remarks = desk.aside(&desk.clauses(&remarks));
        self.page.pair(2, value, column, &format!("{title}{remarks}"));
        self.readings(figure, entry, column);
    }

    /// What a figure would be where opinions diverge: each result, or shortly the span of all.
    fn readings(&mut self, figure: &Figure, entry: &DefinitionEntry, column: usize) {
        let indent = column.saturating_add(2);
        if self.options.verbose {
            for other in figure.readings() {
                if let Some(words) = self.reading(other, entry) {
                    self.page.block(indent, "↳ ", &words, Ink::Plain);
                }
            }
            return;
        }
        let all = || figure.readings().iter().map(|r| &r.value).chain([figure.value()]);
        let low = all().filter_map(Eval::low).min();
        let high = all().filter_map(Eval::high).max();
        let (Some(low), Some(high)) = (low, high) else { return };
        if !figure.readings().is_empty() && low != high {
            let one = |v: &Value| self.desk.value(&Eval::Known(v.clone()), entry.kind, false);
            let words = Words::OtherReadings { low: one(low), high: one(high) };
            let words = self.say(&words);
            self.page.block(indent, "↳ ", &words, Ink::Plain);
        }
    }

    fn reading(&self, other: &OtherReading, entry: &DefinitionEntry) -> Option<String> {
        let desk = self.desk;
        let parameter = desk.rules().parameter(other.parameter)?;
        let choice = match parameter.kind {
            Type::Choice(id) => desk.vocabulary().choice(id),
            _ => None,
        };
        let reading = choice.and_then(|c| c.members().get(other.member as usize));
        let who = parameter.readings.iter().find(|(m, _)| *m == other.member);
        let who = who.map_or("", |(_, text)| text.get(desk.language));
        Some(self.say(&Words::OtherReading {
            question: desk.title(&parameter.title, &parameter.name),
            reading: reading.map_or_else(String::new, |m| desk.title(m.title(), m.name())),
            value: self.value(&other.value, entry),
            who: who.trim_end_matches(['。', '.']).to_owned(),
        }))
    }

    /// Names the figures that cannot be computed, and what they wait for.
    fn unknown(&mut self, figures: &[Entry<'_>]) {
        if figures.is_empty() {
            return;
        }
        let desk = self.desk;
        if self.options.verbose {
            for (figure, entry) in figures {
                let title = self.figure_title(entry);
                let value = desk.value(figure.value(), entry.kind, false);
                let waits = self.waits(figure.value().waits().iter(), usize::MAX);
                let text = format!("{}{}", desk.labelled(&title, &value), desk.aside(&waits));
                self.page.block(2, "? ", &text, Ink::Doubt);
            }
            return;
        }
        let titles: Vec<String> = figures.iter().map(|(_, e)| self.figure_title(e)).collect();
        let words = self.say(&Words::NotComputed { figures: desk.clauses(&titles) });
        self.page.block(2, "? ", &words, Ink::Doubt);
        let all: BTreeSet<&Wait> = figures.iter().flat_map(|(f, _)| f.value().waits()).collect();
        let waits = self.waits(all.into_iter(), MOST_WAITS);
        self.page.block(4, "", &waits, Ink::Plain);
    }

    fn waits<'w>(&self, waits: impl Iterator<Item = &'w Wait>, most: usize) -> String {
        let names: Vec<String> = waits.map(|w| waits::name(&self.desk, w)).collect();
        let (shown, left) = names.split_at(names.len().min(most));
        let mut words = self.desk.listed(shown);
        if !left.is_empty() {
            words.push_str(&self.say(&Words::AndMore { count: left.len().to_string() }));
        }
        if words.is_empty() { words } else { self.say(&Words::WaitsFor { waits: words }) }
    }
}
