//! What the caller says about the paper that is to be composed.

use chrono::{Datelike as _, NaiveDate};

use super::model::{Draft, Origin, OriginKind, PageStyle};
use super::sheet::Cell;
use crate::wording::Language;

/// Everything about a paper that is neither its template nor its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperFacts {
    /// Kind of document, an id of the pack.
    pub kind: String,
    /// Title.
    pub title: String,
    /// Language of the text.
    pub language: Language,
    /// Region subtag of the language, such as `CN`.
    pub region: String,
    /// Number of the paper, given when it is cleared; a blank to be filled by hand if nobody gave one.
    pub number: Option<String>,
    /// Date of the paper, `YYYY-MM-DD`.
    pub date: String,
    /// Fingerprint of what it is made from.
    pub fingerprint: String,
    /// Set unless the paper is cleared.
    pub draft: Option<Draft>,
    /// Page style; the template's own if `None`.
    pub style: Option<PageStyle>,
}

/// Returns the words across each page of a draft.
#[must_use]
pub fn watermark(language: Language) -> &'static str {
    match language {
        Language::Chinese => "草稿 未经审批 不得送达",
        Language::English => "DRAFT – not approved – not to be served",
    }
}

impl PaperFacts {
    /// Returns the values that come with the paper, by name.
    pub(super) fn cells(&self) -> Vec<(String, Cell)> {
        let number = match (&self.number, &self.draft) {
            (_, Some(_)) => missing_number(self.language),
            (Some(number), None) => known("paper.number", number.clone()),
            // A number is given in a register; until somebody gives it, it is a blank to be filled by hand.
            (None, None) => known(NUMBER, String::new()),
        };
        vec![
            ("paper.title".to_owned(), known("paper.title", self.title.clone())),
            ("paper.number".to_owned(), number),
            ("paper.date".to_owned(), known("paper.date", date(self.language, &self.date))),
            (PAGES.to_owned(), known(PAGES, String::new())),
            ("paper.fingerprint".to_owned(), known("paper.fingerprint", self.fingerprint.clone())),
        ]
    }
}

/// Name of the number of the paper.
const NUMBER: &str = "paper.number";

/// Width of the blank for a number, in full-width characters.
pub(super) const NUMBER_WIDTH: u8 = 6;

/// Returns whether a value is a number that nobody gave yet.
pub(super) fn is_blank(origin: &Origin, text: &str) -> bool {
    text.is_empty() && origin.kind == OriginKind::Paper && origin.name == NUMBER
}

/// Name of the number of pages, which only an exporter knows.
const PAGES: &str = "paper.pages";

/// Returns whether a value stands for the number of pages.
pub(super) fn is_page_count(origin: &Origin) -> bool {
    origin.kind == OriginKind::Paper && origin.name == PAGES
}

fn known(name: &str, text: String) -> Cell {
    Cell::Known { text, origin: origin(name) }
}

fn missing_number(language: Language) -> Cell {
    let question = match language {
        Language::Chinese => "文号（签发时编定）",
        Language::English => "number (given when the paper is issued)",
    };
    Cell::Missing { question: question.to_owned(), origin: origin("paper.number") }
}

fn origin(name: &str) -> Origin {
    Origin { kind: OriginKind::Paper, name: name.to_owned(), place: None }
}

/// Writes an ISO date in words; anything else is printed as it is.
fn date(language: Language, iso: &str) -> String {
    let Ok(date) = NaiveDate::parse_from_str(iso, "%Y-%m-%d") else { return iso.to_owned() };
    let (year, day) = (date.year(), date.day());
    match language {
        Language::Chinese => format!("{year}年{}月{day}日", date.month()),
        Language::English => format!("{day} {} {year}", month(date.month())),
    }
}

fn month(number: u32) -> &'static str {
    match number {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
