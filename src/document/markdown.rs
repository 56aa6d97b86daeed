//! Parses Markdown with marks into blocks.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag};

use super::builder::{Builder, Run};
use super::model::{Align, Block, ParagraphShape};
use super::places::Places;
use super::prepare::prepare;
use super::values::Values;
use crate::wording::Language;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// How deep lists, items and emphasis may nest.
const DEPTH: usize = 32;

/// Everything Markdown is read with.
pub(super) struct Reading<'a, 't> {
    pub(super) values: &'a mut Values,
    pub(super) places: &'a Places<'t>,
    pub(super) language: Language,
}

/// Parses one stretch of Markdown; its paragraphs take `shape`.
pub(super) fn blocks(
    markdown: &str,
    shape: ParagraphShape,
    reading: &mut Reading<'_, '_>,
) -> Vec<Block> {
    let source = prepare(markdown);
    let parser = Parser::new_ext(&source, Options::ENABLE_TABLES);
    for (_, definition) in parser.reference_definitions().iter() {
        let place = reading.places.of(source.get(definition.span.clone()).unwrap_or(""));
        reading.values.error(&DocumentMessage::Link, place, None);
    }
    let builder = Builder::new(shape, reading.language, reading.values);
    let mut reader =
        Reader { source: &source, places: reading.places, builder, ignored: 0, depth: 0 };
    for (event, range) in parser.into_offset_iter() {
        reader.event(event, range.start, range.end);
    }
    reader.builder.finish()
}

struct Reader<'a, 't> {
    source: &'a str,
    places: &'a Places<'t>,
    builder: Builder<'a>,
    /// How many refused constructs are open.
    ignored: usize,
    depth: usize,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>, start: usize, end: usize) {
        if self.ignored > 0 {
            match event {
                Event::Start(_) => self.ignored += 1,
                Event::End(_) => self.ignored -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag, start, end),
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.builder.end();
            }
            Event::Text(text) => {
                self.asterisks(&text, start, end);
                self.builder.text(&text);
            }
            Event::SoftBreak => self.builder.soft_break(),
            Event::HardBreak => self.builder.hard_break(),
            Event::Rule => self.builder.block(Block::Rule),
            Event::Code(_) => self.refuse(&DocumentMessage::Code, None, start, end),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(&DocumentMessage::Html, None, start, end);
            }
            _ => self.refuse(&DocumentMessage::OtherMarkdown, None, start, end),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, start: usize, end: usize) {
        if self.depth == DEPTH {
            let message = DocumentMessage::TooDeep { limit: DEPTH.to_string() };
            self.ignored = 1;
            return self.refuse(&message, None, start, end);
        }
        self.depth += 1;
        match tag {
            Tag::Paragraph => self.builder.start(Run::Paragraph),
            Tag::Heading { level, .. } => self.heading(*level as u8, start, end),
            Tag::List(first) => self.builder.start_list(*first),
            Tag::Item => self.builder.start_item(),
            Tag::Table(align) => self.builder.start_table(align.iter().map(alignment).collect()),
            Tag::TableHead | Tag::TableRow => self.builder.start_row(),
            Tag::TableCell => self.builder.start(Run::Cell),
            Tag::Strong => self.builder.start(Run::Strong),
            Tag::Emphasis => self.builder.start(Run::Emphasis),
            _ => self.forbidden(tag, start, end),
        }
    }

    fn heading(&mut self, level: u8, start: usize, end: usize) {
        let underlined =
            self.source.get(start..end).is_some_and(|text| !text.trim_start().starts_with('#'));
        if underlined {
            let help = DocumentHelp::Heading;
            self.refuse_all(&DocumentMessage::UnderlinedHeading, Some(&help), start, end);
        } else if level > 4 {
            self.refuse_all(&DocumentMessage::DeepHeading, None, start, end);
        } else {
            self.builder.start(Run::Heading(level));
        }
    }

    fn forbidden(&mut self, tag: &Tag<'_>, start: usize, end: usize) {
        let (message, help) = match tag {
            Tag::BlockQuote(_) => (DocumentMessage::Quotation, Some(DocumentHelp::Note)),
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                (DocumentMessage::Code, Some(DocumentHelp::Indent))
            }
            Tag::CodeBlock(_) => (DocumentMessage::Code, None),
            Tag::HtmlBlock => (DocumentMessage::Html, None),
            Tag::Link { .. } | Tag::Image { .. } => (DocumentMessage::Link, None),
            _ => (DocumentMessage::OtherMarkdown, None),
        };
        self.refuse_all(&message, help.as_ref(), start, end);
    }

    /// Refuses a construct with everything in it.
    fn refuse_all(
        &mut self,
        message: &DocumentMessage,
        help: Option<&DocumentHelp>,
        start: usize,
        end: usize,
    ) {
        self.ignored = 1;
        self.depth = self.depth.saturating_sub(1);
        self.refuse(message, help, start, end);
    }

    fn refuse(
        &mut self,
        message: &DocumentMessage,
        help: Option<&DocumentHelp>,
        start: usize,
        end: usize,
    ) {
        let place = self.places.of(self.source.get(start..end).unwrap_or(""));
        self.builder.error(message, place, help);
    }

    /// Reports asterisks that are left in the text and were not escaped.
    fn asterisks(&mut self, text: &str, start: usize, end: usize) {
        let written = self.source.get(start..end).unwrap_or("");
        let escaped = self.source.get(..start).is_some_and(|before| before.ends_with('\\'));
        let checked = if escaped { text.strip_prefix('*').unwrap_or(text) } else { text };
        if checked.contains('*') && written.contains('*') {
            let around = self.line_around(start, end);
            let place = self.places.of(around);
            let help = DocumentHelp::Asterisk;
            self.builder.error(&DocumentMessage::LiteralAsterisk, place, Some(&help));
        }
    }

    fn line_around(&self, start: usize, end: usize) -> &str {
        let before = self.source.get(..start).and_then(|text| text.rfind('\n'));
        let after = self.source.get(end..).and_then(|text| text.find('\n'));
        let from = before.map_or(0, |at| at + 1);
        let to = after.map_or(self.source.len(), |at| end + at);
        self.source.get(from..to).unwrap_or("")
    }
}

fn alignment(alignment: &Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}
