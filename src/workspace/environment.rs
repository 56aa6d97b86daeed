//! What the program is told by its surroundings.

use std::io::IsTerminal as _;

use crate::value::Date;
use crate::wording::Language;

/// Language, day and terminal of this run.
#[derive(Debug, Clone, Copy)]
pub struct Environment {
    /// Language of the locale.
    pub language: Language,
    /// Today, where the machine is.
    pub today: Date,
    /// Whether standard output may be coloured.
    pub color_out: bool,
    /// Whether standard error may be coloured.
    pub color_error: bool,
}

/// Reads the environment once.
#[must_use]
pub fn environment() -> Environment {
    let plain = variable("NO_COLOR").is_some_and(|v| !v.is_empty());
    Environment {
        language: language(),
        today: today(),
        color_out: !plain && std::io::stdout().is_terminal(),
        color_error: !plain && std::io::stderr().is_terminal(),
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the module that reads the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn language() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|v| !v.is_empty())
        .and_then(|v| Language::from_tag(&v))
        .unwrap_or(Language::English)
}

/// Today's civil date by the machine's clock, in UTC: the standard library knows no time zones,
/// and a case that must not depend on it gives `as_of`.
#[expect(clippy::disallowed_methods, reason = "this is the module that reads the clock")]
fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = since.map_or(0, |d| i64::try_from(d.as_secs() / 86_400).unwrap_or(0));
    crate::value::dates::add_days(Date::default(), days).unwrap_or_default()
}
