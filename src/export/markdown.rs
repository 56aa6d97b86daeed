//! Writes a document as plain Markdown, for reading in a terminal and for comparing.
//!
//! Shapes of paragraphs and origins of values are not in it; every character of
//! the text is.

use super::paper::{footer, label, printable, seal};
use super::words;
use crate::document::model::{Align, Block, Document, Inline, SignatureParty};
use crate::wording::Language;

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
        writer.paragraph("", "---");
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
                self.paragraph(indent, &format!("{marks} {}", self.inlines(content)));
            }
            Block::Paragraph { content, .. } => {
                let text = guard_start(&self.inlines(content));
                self.paragraph(indent, &text);
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
                self.paragraph(indent, "---");
                self.blocks(indent, blocks);
            }
            Block::Rule | Block::PageBreak => self.paragraph(indent, "---"),
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
            self.out.push_str(&format!("{indent}{mark}{first}"));
            if first.is_empty() {
                self.out.push('\n');
            }
        }
    }

    fn table(&self, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> String {
        let line = |cells: &[Vec<Inline>]| {
            let cells: Vec<String> = cells.iter().map(|cell| self.cell(cell)).collect();
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
        self.paragraph(indent, &lines.join("\\\n"));
    }

    /// Writes a cell, which has no room for a line break.
    fn cell(&self, inlines: &[Inline]) -> String {
        self.inlines(inlines).replace("\\\n", " ")
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> String {
        match inline {
            Inline::Text(text) | Inline::Value { text, .. } => escape(text),
            Inline::Strong(content) => format!("**{}**", self.inlines(content)),
            Inline::Emphasis(content) => format!("*{}*", self.inlines(content)),
            Inline::Missing { question, .. } => escape(&words::missing(self.language, question)),
            Inline::Blank { width } => blank(usize::from(*width)),
            Inline::Break => "\\\n".to_owned(),
        }
    }
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

/// Escapes what would make a list or a rule of a paragraph's first characters.
fn guard_start(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    match rest.chars().next() {
        Some('.' | ')') if digits > 0 => format!("{number}\\{rest}"),
        Some('-' | '+' | '=') if digits == 0 => format!("\\{rest}"),
        Some(' ') if digits == 0 => rest.trim_start().to_owned(),
        _ => text.to_owned(),
    }
}
