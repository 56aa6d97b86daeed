//! Writes a document as plain Markdown, for reading in a terminal and for comparing.
//!
//! Shapes of paragraphs and origins of values are not in it; every character of
//! the text is.

use super::paper::{footer, label, printable, seal};
use super::words;
use crate::document::model::{Align, Block, Document, Inline, SignatureParty};
use crate::wording::Language;

/// A rule; of asterisks, because `- ---` would be one as a whole.
const RULE: &str = "***";

/// A hard line break.
const BREAK: &str = "\\\n";

/// Returns the document as Markdown.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut writer = Writer { language: document.language, out: String::new() };
    if let Some(draft) = &document.draft {
        writer.paragraph("", &format!("**{}**", escape(&draft.watermark)));
        let reasons = draft.reasons.iter().map(|reason| format!("- {}\n", escape(reason)));
        let reasons: String = reasons.collect();
        writer.paragraph("", reasons.trim_end());
    }
    writer.blocks("", &document.blocks);
    let footer = footer(document);
    if !footer.is_empty() {
        writer.paragraph("", RULE);
        writer.paragraph("", &escape(&footer));
    }
    writer.out
}

struct Writer {
    language: Language,
    out: String,
}

impl Writer {
    /// Writes lines below each other, indented, with a blank line before them.
    fn paragraph(&mut self, indent: &str, lines: &str) {
        if lines.is_empty() {
            return;
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        for line in lines.lines() {
            self.out.push_str(indent);
            self.out.push_str(line);
            self.out.push('\n');
        }
    }

    fn blocks(&mut self, indent: &str, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(indent, block));
    }

    fn block(&mut self, indent: &str, block: &Block) {
        match block {
            Block::Heading { level, content } => {
                let marks = "#".repeat(usize::from(*level));
                self.paragraph(indent, &format!("{marks} {}", self.line(content)));
            }
            Block::Paragraph { content, .. } => {
                self.paragraph(indent, &guarded(&self.inlines(content)));
            }
            Block::List { start, items } => self.list(indent, *start, items),
            Block::Table { align, head, rows } => {
                let table = self.table(align, head, rows);
                self.paragraph(indent, &table);
            }
            Block::Signatures { parties } => {
                parties.iter().for_each(|party| self.party(indent, party));
            }
            Block::Slip { blocks } => {
                self.paragraph(indent, RULE);
                self.blocks(indent, blocks);
            }
            Block::Rule | Block::PageBreak => self.paragraph(indent, RULE),
        }
    }

    fn list(&mut self, indent: &str, start: Option<u64>, items: &[Vec<Block>]) {
        for (number, item) in (start.unwrap_or(1)..).zip(items) {
            let mark = match start {
                Some(_) => format!("{number}. "),
                None => "- ".to_owned(),
            };
            let inner = format!("{indent}{}", " ".repeat(mark.len()));
            let from = self.out.len();
            self.blocks(&inner, item);
            // The first line of the item carries its mark.
            let written = self.out.split_off(from.min(self.out.len()));
            let written = written.strip_prefix('\n').unwrap_or(&written);
            let first = written.strip_prefix(inner.as_str()).unwrap_or(written);
            if !self.out.is_empty() {
                self.out.push('\n');
            }
            // An empty item would be half a rule (`- - -`): a blank that is no blank to Markdown.
            let first = if first.is_empty() { "\u{A0}\n" } else { first };
            self.out.push_str(&format!("{indent}{mark}{first}"));
        }
    }

    fn table(&self, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
        let line = |cells: &[Vec<Inline>]| {
            let cells: Vec<String> = cells.iter().map(|cell| self.line(cell)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let rule: Vec<&str> = align.iter().map(|align| delimiter(*align)).collect();
        let mut table = line(head);
        table.push_str(&format!("| {} |\n", rule.join(" | ")));
        rows.iter().for_each(|row| table.push_str(&line(row)));
        table
    }

    fn party(&mut self, indent: &str, party: &SignatureParty) {
        let mut lines: Vec<String> = Vec::new();
        if !party.label.is_empty() {
            lines.push(format!("**{}**", escape(&party.label)));
        }
        if !party.name.is_empty() {
            lines.push(self.inlines(&party.name));
        }
        for line in &party.lines {
            lines.push(format!("{}{}", escape(&label(self.language, line)), blank(12)));
        }
        if party.seal {
            lines.push(escape(seal(self.language)));
        }
        self.paragraph(indent, &guarded(&lines.join(BREAK)));
    }

    /// Writes a heading or a cell, which has no room for a line break.
    fn line(&self, inlines: &[Inline]) -> String {
        self.inlines(inlines).replace(BREAK, " ")
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> String {
        match inline {
            Inline::Text(text) | Inline::Value { text, .. } => escape(text),
            Inline::Strong(content) => stressed("**", &self.inlines(content)),
            Inline::Emphasis(content) => stressed("*", &self.inlines(content)),
            Inline::Missing { question, .. } => escape(&words::missing(self.language, question)),
            Inline::Blank { width } => blank(usize::from(*width)),
            Inline::Pages => blank(2),
            Inline::Break => BREAK.to_owned(),
        }
    }
}

/// Puts marks around words; blanks and breaks at their ends stand outside, or the marks would be words.
fn stressed(marks: &str, words: &str) -> String {
    let mut inner = words.trim_matches(' ');
    while let Some(less) = inner.strip_prefix(BREAK).or_else(|| inner.strip_suffix(BREAK)) {
        inner = less.trim_matches(' ');
    }
    if inner.is_empty() {
        return words.to_owned();
    }
    let (before, after) = words.split_once(inner).unwrap_or_default();
    format!("{before}{marks}{inner}{marks}{after}")
}

fn blank(width: usize) -> String {
    "\\_".repeat(width)
}

fn delimiter(align: Align) -> &'static str {
    match align {
        Align::Left => ":---",
        Align::Center => ":---:",
        Align::Right => "---:",
    }
}

/// Escapes everything that Markdown could read as markup; line breaks of a value become blanks.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// Escapes what would make a list or a rule of the first characters of a line.
fn guarded(lines: &str) -> String {
    let lines: Vec<String> = lines.split(BREAK).map(guard_start).collect();
    lines.join(BREAK)
}

fn guard_start(line: &str) -> String {
    let line = line.trim_start_matches(' ');
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at_checked(digits).unwrap_or(("", line));
    match rest.chars().next() {
        Some('.' | ')') if digits > 0 => format!("{number}\\{rest}"),
        Some('-' | '+' | '=') if digits == 0 => format!("\\{rest}"),
        _ => line.to_owned(),
    }
}
