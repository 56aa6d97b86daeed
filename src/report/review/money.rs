//! Figures and deadlines with their values, or what they wait for.

use super::Review;
use crate::assess::{Eval, Figure};
use crate::compile::DefinitionEntry;
use crate::report::waits;
use crate::rules::Purpose;
use crate::wording::catalogue::reporting::ReviewWords as Words;

impl Review<'_> {
    /// Writes figures, then deadlines.
    pub(super) fn money(&mut self) {
        for (purpose, heading) in
            [(Purpose::Figure, Words::Figures), (Purpose::Deadline, Words::Deadlines)]
        {
            let desk = self.desk;
            let entry = |f: &Figure| desk.rules().definition(f.definition());
            let mut known: Vec<(&Figure, &DefinitionEntry)> = Vec::new();
            let mut unknown: Vec<(&Figure, &DefinitionEntry)> = Vec::new();
            for figure in desk.assessment.figures() {
                match entry(figure).filter(|e| e.purpose == purpose) {
                    Some(e) if matches!(figure.value(), Eval::Unknown(_)) => {
                        unknown.push((figure, e))
                    }
                    Some(e) if *figure.value() != Eval::None => known.push((figure, e)),
                    _ => {}
                }
            }
            if known.is_empty() && unknown.is_empty() {
                continue;
            }
            if purpose == Purpose::Deadline {
                known.sort_by(|(a, _), (b, _)| a.value().known().cmp(&b.value().known()));
            }
            let heading = self.say(&heading);
            self.page.heading(&heading);
            known.iter().for_each(|(figure, entry)| self.figure(figure, entry));
            self.unknown(&unknown);
        }
    }

    fn figure(&mut self, figure: &Figure, entry: &DefinitionEntry) {
        let desk = self.desk;
        let value = desk.value(figure.value(), entry.kind, false);
        let title = desk.title(&entry.title, &entry.name);
        let review = match entry.lawyer_review {
            true => desk.aside(&self.say(&Words::LawyerReview)),
            false => String::new(),
        };
        let cited = desk.aside(&desk.cited(&entry.citations));
        let text = format!("{title}{cited}{review}");
        self.page.pair(2, &value, 18, &text);
        self.readings(figure, entry);
    }

    /// What the figure would be where opinions diverge.
    fn readings(&mut self, figure: &Figure, entry: &DefinitionEntry) {
        let desk = self.desk;
        for other in figure.readings() {
            let Some(parameter) = desk.rules().parameter(other.parameter) else { continue };
            let reading = parameter.readings.iter().find(|(m, _)| *m == other.member);
            let reading = reading.map_or("", |(_, text)| text.get(desk.language));
            let value = desk.value(&other.value, entry.kind, false);
            let question = desk.title(&parameter.title, &parameter.name);
            let text =
                self.say(&Words::OtherReading { value, question, reading: reading.to_owned() });
            self.page.block(20, "↳ ", &text, crate::report::page::Ink::Plain);
        }
    }

    fn unknown(&mut self, figures: &[(&Figure, &DefinitionEntry)]) {
        for (figure, entry) in figures {
            let desk = self.desk;
            let title = desk.title(&entry.title, &entry.name);
            let names: Vec<String> =
                figure.value().waits().iter().map(|w| waits::name(&desk, w)).collect();
            let shown: Vec<String> = names.iter().take(3).cloned().collect();
            let mut waits = desk.listed(&shown);
            if names.len() > shown.len() {
                waits.push_str(
                    &self.say(&Words::AndMore { count: (names.len() - shown.len()).to_string() }),
                );
            }
            let waits = self.say(&Words::WaitsFor { waits });
            let value = desk.value(figure.value(), entry.kind, false);
            let text = format!("{title}{}", desk.aside(&waits));
            self.page.pair(2, &value, 18, &text);
        }
    }
}
