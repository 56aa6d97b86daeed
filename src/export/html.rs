//! Writes a document as one HTML file for screen and printer.
//!
//! No script, nothing from the network; each value carries its origin in
//! `data-origin`, so that a reader can ask where a figure came from.

use super::paper::{footer, label, language_tag, origin, plain, printable, reasons, seal};
use super::words;
use crate::document::model::{
    Align, Block, Document, FieldKind, Inline, PageStyle, ParagraphShape, SignatureParty, group,
};
use crate::wording::Language;

/// The most characters of a cell that is not broken.
const SHORT: usize = 11;

const STYLE: &str = include_str!("html.css");

/// Returns the document as an HTML file.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut page = Page { language: document.language, out: String::new() };
    let style = match document.style {
        PageStyle::Company => "company",
        PageStyle::Sheet => "sheet",
        PageStyle::Official => "official",
    };
    page.out.push_str(&format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n<title>{}</title>\n\
         <meta name=\"dcterms.date\" content=\"{}\">\n<style>\n{STYLE}</style>\n</head>\n\
         <body class=\"{style} {}\">\n",
        escape(&language_tag(document)),
        escape(&document.title),
        escape(&document.date),
        document.language.tag(),
    ));
    page.draft(document);
    page.out.push_str("<main>\n");
    page.blocks(&document.blocks);
    page.out.push_str("</main>\n");
    let footer = footer(document);
    if !footer.is_empty() {
        page.out.push_str(&format!("<footer>{}</footer>\n", escape(&footer)));
    }
    page.out.push_str("</body>\n</html>\n");
    page.out
}

struct Page {
    language: Language,
    out: String,
}

impl Page {
    fn draft(&mut self, document: &Document) {
        let Some(draft) = &document.draft else { return };
        let words = escape(&draft.watermark);
        self.out.push_str(&format!(
            "<div class=\"watermark\" aria-hidden=\"true\">{words}</div>\n\
             <aside class=\"draft\" role=\"note\">\n<p><strong>{words}</strong></p>\n"
        ));
        if !draft.reasons.is_empty() {
            self.out.push_str(&format!("<p>{}</p>\n<ul>\n", reasons(self.language)));
            for reason in &draft.reasons {
                self.out.push_str(&format!("<li>{}</li>\n", escape(reason)));
            }
            self.out.push_str("</ul>\n");
        }
        self.out.push_str("</aside>\n");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, content } => {
                let words = self.inlines(content);
                self.out.push_str(&format!("<h{level}>{words}</h{level}>\n"));
            }
            Block::Paragraph { shape, content } => {
                let words = self.inlines(content);
                self.out.push_str(&format!("<p{}>{words}</p>\n", class(*shape)));
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Table { align, head, rows } => self.table(align, head, rows),
            Block::Signatures { parties } => {
                self.out.push_str("<div class=\"signatures\">\n");
                parties.iter().for_each(|party| self.party(party));
                self.out.push_str("</div>\n");
            }
            Block::Slip { blocks } => {
                self.out.push_str("<section class=\"slip\">\n");
                self.blocks(blocks);
                self.out.push_str("</section>\n");
            }
            Block::Rule => self.out.push_str("<hr>\n"),
            Block::PageBreak => self.out.push_str("<div class=\"page-break\"></div>\n"),
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>]) {
        let (open, close) = match start {
            Some(1) => ("<ol>".to_owned(), "</ol>"),
            Some(number) => (format!("<ol start=\"{number}\">"), "</ol>"),
            None => ("<ul>".to_owned(), "</ul>"),
        };
        self.out.push_str(&open);
        self.out.push('\n');
        for item in items {
            self.out.push_str("<li>");
            match item.as_slice() {
                // A single paragraph needs no tag of its own.
                [Block::Paragraph { content, .. }] => {
                    let words = self.inlines(content);
                    self.out.push_str(&words);
                }
                blocks => self.blocks(blocks),
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str(close);
        self.out.push('\n');
    }

    fn table(&mut self, align: &[Align], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        self.out.push_str("<table>\n<thead>\n");
        self.row("th scope=\"col\"", "th", align, head);
        self.out.push_str("</thead>\n<tbody>\n");
        for row in rows {
            match group(row) {
                Some(words) => {
                    let words = self.inlines(words);
                    self.out.push_str(&format!(
                        "<tr class=\"group\"><th scope=\"colgroup\" colspan=\"{}\">{words}</th></tr>\n",
                        row.len()
                    ));
                }
                None => self.row("td", "td", align, row),
            }
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn row(&mut self, open: &str, close: &str, align: &[Align], cells: &[Vec<Inline>]) {
        self.out.push_str("<tr>");
        let align = align.iter().copied().chain(std::iter::repeat(Align::Left));
        for (cell, align) in cells.iter().zip(align) {
            let side = match align {
                Align::Left => "",
                Align::Center => "center",
                Align::Right => "right",
            };
            // Chinese breaks anywhere; what is short enough for one line stays on it.
            let short = if plain(cell).chars().count() <= SHORT { "short" } else { "" };
            let classes = [side, short].into_iter().filter(|c| !c.is_empty()).collect::<Vec<_>>();
            let class = match classes.as_slice() {
                [] => String::new(),
                classes => format!(" class=\"{}\"", classes.join(" ")),
            };
            let words = self.inlines(cell);
            self.out.push_str(&format!("<{open}{class}>{words}</{close}>"));
        }
        self.out.push_str("</tr>\n");
    }

    fn party(&mut self, party: &SignatureParty) {
        let with_seal = if party.seal { " seal" } else { "" };
        let id = escape(&party.id);
        self.out.push_str(&format!("<div class=\"party{with_seal}\" data-party=\"{id}\">\n"));
        if !party.label.is_empty() {
            self.out.push_str(&format!("<p class=\"label\">{}</p>\n", escape(&party.label)));
        }
        if !party.name.is_empty() {
            let name = self.inlines(&party.name);
            self.out.push_str(&format!("<p class=\"name\">{name}</p>\n"));
        }
        for line in &party.lines {
            let kind = match line.kind {
                FieldKind::Signature => "signature",
                FieldKind::Date => "date",
                FieldKind::Text => "text",
            };
            self.out.push_str(&format!(
                "<p class=\"line\">{}<span class=\"field {kind}\" id=\"{}\"></span></p>\n",
                escape(&label(self.language, line)),
                escape(&line.id),
            ));
        }
        if party.seal {
            self.out.push_str(&format!("<p class=\"place\">{}</p>\n", seal(self.language)));
        }
        self.out.push_str("</div>\n");
    }

    fn inlines(&self, inlines: &[Inline]) -> String {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&self, inline: &Inline) -> String {
        match inline {
            Inline::Text(text) => escape(text),
            Inline::Strong(content) => format!("<strong>{}</strong>", self.inlines(content)),
            Inline::Emphasis(content) => format!("<em>{}</em>", self.inlines(content)),
            Inline::Value { text, origin: from } => format!(
                "<span class=\"value\" data-origin=\"{}\">{}</span>",
                escape(&origin(from)),
                escape(text)
            ),
            Inline::Missing { question, origin: from } => format!(
                "<mark class=\"missing\" data-origin=\"{}\">{}</mark>",
                escape(&origin(from)),
                escape(&words::missing(self.language, question))
            ),
            Inline::Blank { width } => {
                format!("<span class=\"blank\" style=\"width:{width}em\"></span>")
            }
            Inline::Pages => "<span class=\"blank\" style=\"width:2em\"></span>".to_owned(),
            Inline::Break => "<br>".to_owned(),
        }
    }
}

fn class(shape: ParagraphShape) -> &'static str {
    match shape {
        ParagraphShape::Body => "",
        ParagraphShape::Flush => " class=\"flush\"",
        ParagraphShape::Right => " class=\"right\"",
        ParagraphShape::Center => " class=\"center\"",
        ParagraphShape::Note => " class=\"note\"",
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
