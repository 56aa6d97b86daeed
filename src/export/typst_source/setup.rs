//! What the layout has to know: language, fonts, title, footer, draft.

use super::literal::literal;
use crate::document::model::{Document, PageStyle};
use crate::export::words;
use crate::wording::Language;

/// Families of a 仿宋 that users have, the body of the official style.
const FANG_SONG: &[&str] = &["FangSong", "FangSong_GB2312", "STFangsong", "仿宋", "仿宋_GB2312"];

/// Words in the names of fonts for running text.
const SERIF: [&str; 6] = ["Serif", "Song", "Sung", "Ming", "宋", "明"];

/// Words in the names of fonts for headings.
const SANS: [&str; 4] = ["Sans", "Hei", "Gothic", "黑"];

/// Families of a 楷体, for emphasis and headings of the second level.
const KAI: &[&str] = &["KaiTi", "KaiTi_GB2312", "STKaiti", "LXGW WenKai", "楷体", "楷体_GB2312"];

/// Families of a 小标宋, the title of the official style.
const TITLE_SONG: &[&str] = &["FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体"];

/// Writes `#let setup = (...)`.
pub(super) fn setup(out: &mut String, document: &Document, families: &[String]) {
    out.push_str("#let setup = (\n");
    entry(out, "language", |out| literal(out, document.language.tag()));
    entry(out, "region", |out| match region(document) {
        Some(region) => literal(out, region),
        None => out.push_str("none"),
    });
    entry(out, "style", |out| {
        literal(
            out,
            match document.style {
                PageStyle::Company => "company",
                PageStyle::Sheet => "sheet",
                PageStyle::Official => "official",
            },
        );
    });
    entry(out, "name", |out| literal(out, &document.title));
    entry(out, "keywords", |out| list(out, [document.fingerprint.as_str()].into_iter()));
    entry(out, "date", |out| {
        let (year, month, day) = date(&document.date).unwrap_or((1970, 1, 1));
        out.push_str(&format!("({year}, {month}, {day})"));
    });
    entry(out, "watermark", |out| match &document.draft {
        Some(draft) => literal(out, &draft.watermark),
        None => out.push_str("none"),
    });
    footer(out, document);
    fonts(out, document, families);
    out.push_str(")\n");
}

/// Writes what stands at the foot of each page.
fn footer(out: &mut String, document: &Document) {
    let fingerprint = (!document.fingerprint.is_empty())
        .then(|| words::fingerprint(document.language, &document.fingerprint));
    let parts = document.number.iter().cloned().chain(fingerprint).collect::<Vec<_>>();
    entry(out, "footer", |out| list(out, parts.iter().map(String::as_str)));
    let page = words::page(document.language);
    entry(out, "page-words", |out| list(out, [page.before, page.between, page.after].into_iter()));
}

/// Writes the families of each role, the preferred one first.
fn fonts(out: &mut String, document: &Document, families: &[String]) {
    let own = |wanted: &[&str]| -> Vec<String> {
        families.iter().filter(|family| wanted.contains(&family.as_str())).cloned().collect()
    };
    let official = document.style == PageStyle::Official;
    let body = if official { own(FANG_SONG) } else { Vec::new() };
    let title = if official { own(TITLE_SONG) } else { Vec::new() };
    let (serif, sans, strong): (&[&str], &[&str], &[&str]) = match document.language {
        Language::Chinese => (
            &["Noto Serif SC", "Noto Serif"],
            &["Noto Sans SC", "Noto Sans"],
            &["Noto Sans SC", "Noto Sans"],
        ),
        Language::English => (
            &["Noto Serif", "Noto Serif SC"],
            &["Noto Sans", "Noto Sans SC"],
            &["Noto Serif", "Noto Sans SC"],
        ),
    };
    for (role, first, then) in [
        ("serif", body, serif),
        ("sans", Vec::new(), sans),
        ("strong", Vec::new(), strong),
        ("kai", own(KAI), sans),
        ("title", title, sans),
    ] {
        let signs = ["Noto Sans Symbols 2"];
        let names = first.iter().map(String::as_str).chain(then.iter().copied()).chain(signs);
        // A rare character is taken from a font that looks like the text around it, if there is one.
        let alike: &[&str] = if then == serif { &SERIF } else { &SANS };
        let is_alike = |family: &&str| alike.iter().any(|word| family.contains(word));
        let given = || families.iter().map(String::as_str);
        let given_alike = given().filter(is_alike);
        let given_other = given().filter(|family| !is_alike(family));
        entry(out, role, |out| list(out, names.chain(given_alike).chain(given_other)));
    }
}

/// Writes one named entry.
fn entry(out: &mut String, name: &str, value: impl FnOnce(&mut String)) {
    out.push_str("  ");
    out.push_str(name);
    out.push_str(": ");
    value(out);
    out.push_str(",\n");
}

/// Writes an array of string literals.
fn list<'a>(out: &mut String, texts: impl Iterator<Item = &'a str>) {
    out.push('(');
    for text in texts {
        literal(out, text);
        out.push(',');
    }
    out.push(')');
}

/// Returns the region of the document if it has the form of one.
fn region(document: &Document) -> Option<&str> {
    let region = document.region.as_str();
    (region.len() == 2 && region.bytes().all(|b| b.is_ascii_alphabetic())).then_some(region)
}

/// Returns year, month and day of `YYYY-MM-DD`.
pub(crate) fn date(text: &str) -> Option<(u16, u8, u8)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shape = (year.len(), month.len(), day.len(), parts.next());
    let date = chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d");
    (shape == (4, 2, 2, None) && date.is_ok())
        .then(|| Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)))
        .flatten()
}
