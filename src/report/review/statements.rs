//! Facts the other side disputes, and facts dated after the day of the review.

use super::Review;
use crate::assess::What;
use crate::report::page::Ink;
use crate::report::statements::{self, Resting, Statement};
use crate::report::waits::day;
use crate::value::Date;
use crate::wording::catalogue::reviewing::ReviewWords as Words;

/// At most this many rows and facts of the future are named in a short review.
const MOST_LATER: usize = 8;
/// At most this many figures are named as resting on a fact.
const MOST_FIGURES: usize = 3;

impl Review<'_> {
    /// Says below the verdict what it supposes about days that have not come, and that the day of
    /// the document is over.
    pub(super) fn suppositions(&mut self) {
        let assessment = self.desk.assessment;
        if let Some(last) = assessment.missed(&self.document) {
            let document = self.document_title(&self.document);
            let words = self.say(&Words::Missed { document, day: day(&self.desk, last) });
            self.page.block(2, "! ", &words, Ink::Doubt);
        }
        let later = assessment.supposed(&self.document);
        if later.is_empty() {
            return;
        }
        let (as_of, count) = (day(&self.desk, assessment.question().as_of), later.len());
        let words = self.say(&Words::Supposes { as_of, count: count.to_string() });
        self.page.block(2, "! ", &words, Ink::Doubt);
    }

    /// Lists what the other side disputes, with what rests on it.
    pub(super) fn disputed(&mut self) {
        let disputed = statements::disputed(&self.desk);
        if disputed.is_empty() {
            return;
        }
        let heading = self.say(&Words::Disputed { count: disputed.len().to_string() });
        self.page.heading(&heading);
        for statement in &disputed {
            let desk = self.desk;
            let Some(shown) = desk.shown(&statement.step()) else { continue };
            let place = shown.place.map(|p| desk.place(p)).unwrap_or_default();
            let exhibits = desk.exhibit_numbers(statement.stated);
            let remarks = desk.aside(&desk.clauses(&[exhibits, place]));
            let text = format!("{}{remarks}", desk.labelled(&shown.title, &shown.value));
            self.page.block(2, "! ", &text, Ink::Doubt);
            let resting = self.resting(&statements::resting(&desk, &statement.what));
            if !resting.is_empty() {
                let words = self.say(&Words::RestsOnIt { what: resting });
                self.page.block(4, "", &words, Ink::Plain);
            }
        }
    }

    /// Codes of requirements and titles of figures.
    fn resting(&self, resting: &Resting) -> String {
        let desk = self.desk;
        let codes = resting.requirements.iter().filter_map(|id| desk.rules().requirement(*id));
        let mut words: Vec<String> = codes.map(|entry| entry.code.clone()).collect();
        let figures = resting.figures.iter().filter_map(|id| desk.rules().definition(*id));
        let titles: Vec<String> = figures.map(|e| desk.title(&e.title, &e.name)).collect();
        let left = titles.len().saturating_sub(MOST_FIGURES);
        words.extend(titles.into_iter().take(MOST_FIGURES));
        let mut text = desk.listed(&words);
        if left > 0 {
            text.push_str(&self.say(&Words::AndMore { count: left.to_string() }));
        }
        text
    }

    /// Lists what is dated after the day of the review: facts one by one, rows each once.
    pub(super) fn later(&mut self) {
        let later = self.desk.assessment.supposed(&self.document);
        if later.is_empty() {
            return;
        }
        let desk = self.desk;
        let as_of = day(&desk, desk.assessment.question().as_of);
        let heading = self.say(&Words::Later { as_of, count: later.len().to_string() });
        self.page.heading(&heading);
        let exhibited = later.iter().filter(|(s, _)| !s.stated.evidence().is_empty()).count();
        if exhibited > 0 {
            let words = self.say(&Words::LaterWithExhibits { count: exhibited.to_string() });
            self.page.block(2, "", &words, Ink::Plain);
        }
        let lines = self.later_lines(&later);
        let most = if self.options.verbose { usize::MAX } else { MOST_LATER };
        for line in lines.iter().take(most) {
            self.page.block(2, "! ", line, Ink::Doubt);
        }
        if lines.len() > most {
            let count = (lines.len() - most).to_string();
            let words = self.say(&Words::MoreLater { count });
            self.page.block(2, "", &words, Ink::Faint);
        }
    }

    fn later_lines(&self, later: &[(Statement<'_>, Date)]) -> Vec<String> {
        let desk = self.desk;
        let row = |what: &What| match what {
            What::Cell(list, row, _) => Some((*list, *row)),
            _ => None,
        };
        let mut lines: Vec<(Option<_>, String, String)> = Vec::new();
        for (statement, _) in later {
            let Some(shown) = desk.shown(&statement.step()) else { continue };
            let at = row(&statement.what);
            match lines.last_mut().filter(|(before, ..)| at.is_some() && *before == at) {
                Some((_, _, line)) => {
                    let more = desk.labelled(&self.field(&statement.what), &shown.value);
                    *line = desk.clauses(&[std::mem::take(line), more]);
                }
                None => {
                    let place = shown.place.map(|p| desk.place(p)).unwrap_or_default();
                    let line = desk.labelled(&shown.title, &shown.value);
                    lines.push((at, place, line));
                }
            }
        }
        lines.into_iter().map(|(_, place, line)| format!("{line}{}", desk.aside(&place))).collect()
    }

    /// The title of a cell without its row.
    fn field(&self, what: &What) -> String {
        let What::Cell(list, _, field) = what else { return String::new() };
        let field = self.desk.vocabulary().list(*list).and_then(|l| l.field(*field));
        field.map_or_else(String::new, |f| self.desk.title(f.title(), f.name()))
    }
}
