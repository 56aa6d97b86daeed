//! Standing remedies: what to do about a mistake when its place knows nothing better.
//!
//! **Invariant:** every code of an error or warning has one, or always comes with a remedy of
//! its own; `tests/it/catalogue.rs` holds that.

/// Declares remedies by code, in Chinese and English.
macro_rules! remedies {
    ($( $code:literal zh: $zh:literal, en: $en:literal; )*) => {
        /// Code, Chinese, English.
        pub(super) const ALL: &[(&str, &str, &str)] = &[ $( ($code, $zh, $en) ),* ];
    };
}

mod files;
mod papers;
mod rules;

use crate::wording::Localized;

/// Returns all standing remedies: code, Chinese, English.
pub fn all() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
    [files::ALL, rules::ALL, papers::ALL].into_iter().flatten()
}

/// Returns the standing remedy of a code.
#[must_use]
pub fn standing(code: &str) -> Option<Localized> {
    let (_, chinese, english) = all().find(|(of, ..)| *of == code)?;
    Some(Localized::new(*chinese, *english))
}
