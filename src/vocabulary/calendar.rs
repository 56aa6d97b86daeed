//! Working days of a jurisdiction, year by year as they were announced.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Weekday};

use super::load::not_of_type;
use crate::diag::{Diagnostic, Diagnostics};
use crate::syntax::fields::{entries, items, text};
use crate::syntax::{Entry, Node};
use crate::value::Date;
use crate::value::dates::parse_date;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// The working days of the years that were announced.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    weekend: Vec<Weekday>,
    years: BTreeMap<i32, Year>,
}

/// One announced year.
#[derive(Debug, Clone)]
pub struct Year {
    citation: String,
    published_on: Option<Date>,
    /// Days of the week's work that are off.
    off: BTreeSet<Date>,
    /// Days of the weekend that are worked.
    work: BTreeSet<Date>,
}

impl Year {
    /// Returns the announcement, as the pack cites it.
    #[must_use]
    pub fn citation(&self) -> &str {
        &self.citation
    }

    /// Returns the day of its announcement.
    #[must_use]
    pub fn published_on(&self) -> Option<Date> {
        self.published_on
    }
}

impl Calendar {
    /// Iterates over the announced years.
    pub fn years(&self) -> impl Iterator<Item = (i32, &Year)> {
        self.years.iter().map(|(year, of)| (*year, of))
    }

    /// Returns an announced year, if it was published by `as_of`.
    #[must_use]
    pub fn year(&self, year: i32, as_of: Date) -> Option<&Year> {
        self.years.get(&year).filter(|y| y.published_on.is_none_or(|on| on <= as_of))
    }

    /// Returns whether a day is worked; nothing if its year was not announced by `as_of`.
    #[must_use]
    pub fn is_worked(&self, day: Date, as_of: Date) -> Option<bool> {
        let year = self.year(day.year(), as_of)?;
        let is_weekday = !self.weekend.contains(&day.weekday());
        Some(year.work.contains(&day) || is_weekday && !year.off.contains(&day))
    }

    /// Reads the section `calendar` of a file.
    pub(super) fn load(&mut self, file: &Node, diagnostics: &mut Diagnostics) {
        let Some(node) = file.get("calendar") else { return };
        self.weekend
            .extend(items(node, "weekend").filter_map(|day| day.text()?.parse::<Weekday>().ok()));
        for entry in entries(node, "years") {
            let Ok(number) = entry.key().parse::<i32>() else { continue };
            let year = year(entry, number, diagnostics);
            // What two sources do not agree on decides nothing.
            if text(entry.value(), "status") != Some("unverified")
                && self.years.insert(number, year).is_some()
            {
                let message = Message::DeclaredTwice { name: entry.key().to_owned() };
                diagnostics.push(Diagnostic::error(
                    message.code(),
                    message.text(),
                    entry.key_span(),
                ));
            }
        }
    }
}

fn year(entry: &Entry, number: i32, diagnostics: &mut Diagnostics) -> Year {
    let node = entry.value();
    let mut day = |node: &Node| {
        let day = node.text().and_then(parse_date).filter(|d| d.year() == number);
        if day.is_none() {
            let wanted = Localized::new(
                format!("{number}年内真实存在的日期"),
                format!("an existing day of {number}"),
            );
            diagnostics.push(not_of_type("calendar", &wanted, node.span()));
        }
        day
    };
    let mut off = BTreeSet::new();
    for span in items(node, "off") {
        let ends = span.get("from").zip(span.get("to"));
        if let Some((Some(from), Some(to))) = ends.map(|(from, to)| (day(from), day(to))) {
            off.extend(from.iter_days().take_while(|d| *d <= to));
        }
    }
    Year {
        citation: text(node, "cite").unwrap_or_default().to_owned(),
        published_on: text(node, "published_on").and_then(parse_date),
        off,
        work: items(node, "work").filter_map(day).collect(),
    }
}
