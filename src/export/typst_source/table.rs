//! Tables: how the width of the page is shared among the columns.

use std::fmt::Write as _;

use super::inline::block;
use crate::document::model::{Align, Inline, PageStyle, group};
use crate::export::paper::plain;
use crate::wording::Language;

/// Widths are counted in twentieths of the size of the type, about the width of
/// letters in the fonts we embed; exact enough to share a line.
const FULL: usize = 20;

/// Returns the width of the text block for type of the size of tables.
pub(super) fn line(language: Language, style: PageStyle) -> usize {
    match (language, style) {
        (Language::Chinese, PageStyle::Company) => 43 * FULL,
        (Language::Chinese, PageStyle::Sheet) => 53 * FULL,
        (Language::Chinese, PageStyle::Official) => 36 * FULL,
        (Language::English, PageStyle::Company) => 50 * FULL,
        (Language::English, PageStyle::Sheet) => 56 * FULL,
        (Language::English, PageStyle::Official) => 46 * FULL,
    }
}

/// Room left and right of the words of a cell.
const ROOM: usize = 23;

/// Cells of more characters than this may be broken over pages.
const LONG_CELL: usize = 300;

/// Tables of up to so many rows are kept on one page ...
const SMALL_TABLE: usize = 8;

/// ... if they have no more characters than this, and so are sure to fit it.
const FEW_WORDS: usize = 400;

/// Widths that a column asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Want {
    /// Longest piece that must not be broken.
    least: usize,
    /// Longest line.
    most: usize,
}

/// Writes a table; `line` is the room of [`line`].
pub(super) fn table(
    out: &mut String,
    (language, line): (Language, usize),
    align: &[Align],
    head: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
) {
    let columns = rows.iter().map(Vec::len).chain([head.len(), align.len()]).max().unwrap_or(0);
    if columns == 0 {
        return;
    }
    // Many columns are set smaller and closer, so more fits the line.
    let line = if columns > 6 { line * 7 / 6 } else { line };
    out.push_str("sheet((");
    for share in shares(columns, line, head, rows) {
        // Writing to a string does not fail.
        let _ = write!(out, "{share},");
    }
    out.push_str("),(");
    (0..columns).for_each(|column| out.push_str(side(align.get(column).copied())));
    out.push_str("),(");
    if head.iter().any(|cell| !plain(cell).trim().is_empty()) {
        cells(out, language, "", head, columns);
    }
    let is_long =
        |row: &Vec<Vec<Inline>>| row.iter().any(|cell| plain(cell).chars().count() > LONG_CELL);
    let words: usize = rows.iter().flatten().map(|cell| plain(cell).chars().count()).sum();
    let whole = rows.len() <= SMALL_TABLE && words <= FEW_WORDS;
    let _ = writeln!(out, "),{whole},");
    for row in rows {
        if let Some(words) = group(row) {
            let _ = write!(out, "group({columns},");
            block(out, language, words);
            out.push_str("),\n");
            continue;
        }
        let long = is_long(row);
        cells(out, language, if long { "long-cell" } else { "cell" }, row, columns);
        out.push('\n');
    }
    out.push_str(")\n");
}

/// Writes the cells of one row, filled up to the number of columns.
fn cells(
    out: &mut String,
    language: Language,
    function: &str,
    row: &[Vec<Inline>],
    columns: usize,
) {
    for column in 0..columns {
        out.push_str(function);
        out.push('(');
        block(out, language, row.get(column).map_or(&[][..], Vec::as_slice));
        out.push_str("),");
    }
}

/// Returns the Typst name of an alignment, with a comma.
fn side(align: Option<Align>) -> &'static str {
    match align.unwrap_or_default() {
        Align::Left => "left,",
        Align::Center => "center,",
        Align::Right => "right,",
    }
}

/// Shares the line among the columns. If not all fit on one line, the narrow
/// columns get what they ask for and the wide ones are broken, all at the same
/// width. A table is always as wide as the text.
fn shares(
    columns: usize,
    line: usize,
    head: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
) -> Vec<usize> {
    let wants: Vec<Want> = (0..columns)
        .map(|column| {
            let label = head.get(column).map(|cell| plain(cell)).unwrap_or_default();
            want(
                line,
                &label,
                rows.iter()
                    .filter(|row| group(row).is_none())
                    .filter_map(|row| row.get(column))
                    .map(|cell| plain(cell)),
            )
        })
        .collect();
    let cut = |width: usize| wants.iter().map(move |want| want.most.min(want.least.max(width)));
    let width = (1..=line).rev().find(|width| cut(*width).sum::<usize>() <= line);
    cut(width.unwrap_or(0)).collect()
}

/// Widest head cell that is kept on one line.
const SHORT_LABEL: usize = 8 * FULL;

/// Returns the widths that one column asks for, with the room around the words.
fn want(line: usize, label: &str, cells: impl Iterator<Item = String>) -> Want {
    // Labels are bold.
    let label = if label.is_ascii() { width(label) * 23 / 20 } else { width(label) };
    let least = if label <= SHORT_LABEL { label } else { label / 2 };
    let mut want = Want { least: least.max(2 * FULL), most: label.clamp(2 * FULL, line) };
    for cell in cells {
        let longest = cell.lines().map(width).max().unwrap_or(0);
        want.least = want.least.max(unbroken(&cell).min(line / 4));
        want.most = want.most.max(longest.min(line));
    }
    Want { least: want.least + ROOM, most: want.most.max(want.least) + ROOM }
}

/// Returns the width of the longest run that has no place to break.
fn unbroken(text: &str) -> usize {
    let runs = text.split(|c: char| !c.is_ascii_graphic() && !matches!(c, '¥' | '％'));
    runs.map(width).max().unwrap_or(0)
}

/// Returns the width of `text` on one line.
fn width(text: &str) -> usize {
    let of = |character: char| match character {
        ' ' => 5,
        '.' | ',' | ':' | ';' | '-' | '\'' | '(' | ')' | '/' | '|' | '!' => 7,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' => 8,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 18,
        upper if upper.is_ascii_uppercase() => 14,
        ascii if ascii.is_ascii() => 11,
        '\u{a0}'..='\u{5ff}' | '\u{1e00}'..='\u{1eff}' => 12,
        _ => FULL,
    };
    text.chars().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::shares;
    use crate::document::model::Inline;

    #[test]
    fn figures_keep_their_width_beside_long_words() {
        let cell = |text: &str| vec![Inline::Text(text.to_owned())];
        let row = vec![cell("经济补偿"), cell("37,731.01"), cell(&"说明".repeat(60))];
        let shares = shares(3, 860, &[], &[row]);
        assert!(shares[1] >= 100, "{shares:?}");
        assert!(shares[2] > 400, "{shares:?}");
    }
}
