//! Fonts: the embedded subsets, and what the user adds.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use super::error;
use crate::diag::Diagnostics;
use crate::wording::catalogue::export::{PrintHelp, PrintMistake};

/// The embedded subsets, unpacked by `build.rs`.
const EMBEDDED: &[&[u8]] = &[
    include_bytes!(concat!(env!("OUT_DIR"), "/NotoSerifSC-Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/NotoSansSC-Bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/NotoSerif-Regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/NotoSerif-Italic.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/NotoSerif-Bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/NotoSans-Bold.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/NotoSansSymbols2-Regular.ttf")),
];

/// Fonts to print with. Make it once; it serves any number of documents and threads.
#[derive(Debug, Clone)]
pub struct Fonts {
    /// Fonts of the user, then the embedded ones: of two fonts of one name and
    /// weight Typst takes the first, so a whole font replaces our subset of it.
    list: Vec<Font>,
    /// Number of fonts of the user.
    added: usize,
    book: LazyHash<FontBook>,
    families: Vec<String>,
}

impl Fonts {
    /// Returns the embedded fonts.
    #[must_use]
    pub fn embedded() -> Self {
        let list: Vec<Font> =
            EMBEDDED.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect();
        let book = LazyHash::new(FontBook::from_fonts(&list));
        Self { list, added: 0, book, families: Vec::new() }
    }

    /// Adds the fonts of a file; `name` is what the user calls it.
    ///
    /// Added families are asked for a character after the embedded ones, in the
    /// order in which they were added. A whole Noto Serif SC replaces the subset
    /// of it; a 仿宋, 楷体 or 小标宋 takes its place in the official page style.
    ///
    /// # Errors
    ///
    /// Returns a diagnostic if `bytes` are not a font.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Diagnostics> {
        let fonts: Vec<Font> = Font::iter(Bytes::new(bytes)).collect();
        if fonts.is_empty() {
            let mistake = PrintMistake::NotAFont { name: name.to_owned() };
            return Err(error(&mistake, &PrintHelp::GiveTrueType));
        }
        for family in fonts.iter().map(|font| &font.info().family) {
            if !self.families.contains(family) {
                self.families.push(family.clone());
            }
        }
        let count = fonts.len();
        self.list.splice(self.added..self.added, fonts);
        self.added += count;
        self.book = LazyHash::new(FontBook::from_fonts(&self.list));
        Ok(())
    }

    /// Returns the families of the added fonts, as the fonts name them.
    #[must_use]
    pub fn families(&self) -> &[String] {
        &self.families
    }

    /// Returns what is known about the fonts.
    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// Returns one font.
    pub(super) fn get(&self, index: usize) -> Option<Font> {
        self.list.get(index).cloned()
    }
}
