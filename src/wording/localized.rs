//! Text in both languages of the program.

use std::fmt;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Simplified Chinese, as written in the PRC.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Returns the BCP 47 primary tag, `zh` or `en`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// Returns the language of a tag or POSIX locale such as `zh`, `zh_CN.UTF-8` or `en-GB`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['_', '-', '.', '@']).next()? {
            "zh" => Some(Self::Chinese),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// One text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Localized {
    zh: String,
    en: String,
}

impl Localized {
    /// Returns the pair of a Chinese and an English text.
    #[must_use]
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// Returns a text that is the same in both languages: a name, an id, a citation.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        let zh = text.into();
        Self { en: zh.clone(), zh }
    }

    /// Returns the text in `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

impl fmt::Display for Localized {
    /// Writes the English text; code that speaks to people calls [`Localized::get`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

impl Localized {
    /// Returns the pair that `text` makes for each language.
    pub fn each(mut text: impl FnMut(Language) -> String) -> Self {
        Self { zh: text(Language::Chinese), en: text(Language::English) }
    }
}
