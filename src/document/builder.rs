//! Builds blocks from what a Markdown parser reports, values put in.

use super::marker::{JOINER, Part, parts};
use super::mistakes;
use super::model::{Align, Block, Inline, ParagraphShape};
use super::punctuation::{full_width, is_chinese};
use super::values::Values;
use crate::source::Span;
use crate::wording::Language;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// What a run of words belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    /// A paragraph.
    Paragraph,
    /// The words of a list item without blank lines.
    Implicit,
    /// A heading of that level.
    Heading(u8),
    /// A table cell.
    Cell,
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
}

enum Frame {
    Blocks(Vec<Block>),
    List { start: Option<u64>, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
    Table { align: Vec<Align>, rows: Vec<Vec<Vec<Inline>>> },
    Row(Vec<Vec<Inline>>),
    Run(Run, Vec<Inline>),
}

/// A builder of blocks.
pub(super) struct Builder<'a> {
    values: &'a mut Values,
    shape: ParagraphShape,
    language: Language,
    frames: Vec<Frame>,
    /// Text that is not yet split at its marks: the parser may cut it anywhere.
    pending: String,
    /// The last character of the run, with the place of the value it belongs to.
    last: Option<(char, Option<Span>)>,
    soft_break: bool,
}

impl<'a> Builder<'a> {
    /// Returns an empty builder.
    pub(super) fn new(shape: ParagraphShape, language: Language, values: &'a mut Values) -> Self {
        Self {
            values,
            shape,
            language,
            frames: vec![Frame::Blocks(Vec::new())],
            pending: String::new(),
            last: None,
            soft_break: false,
        }
    }

    /// Returns the blocks.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.flush();
        while self.frames.len() > 1 {
            self.close();
        }
        match self.frames.pop() {
            Some(Frame::Blocks(blocks)) => blocks,
            _ => Vec::new(),
        }
    }

    /// Reports a mistake.
    pub(super) fn error(
        &mut self,
        message: &DocumentMessage,
        span: Span,
        help: Option<&DocumentHelp>,
    ) {
        self.values.error(message, span, help);
    }

    /// Begins a run of words.
    pub(super) fn start(&mut self, run: Run) {
        match run {
            Run::Strong | Run::Emphasis => {
                self.ensure_run();
                self.space_before_emphasis();
            }
            Run::Paragraph | Run::Heading(_) => self.begin_block(),
            Run::Cell | Run::Implicit => {}
        }
        self.flush();
        if !matches!(run, Run::Strong | Run::Emphasis) {
            self.last = None;
            self.soft_break = false;
        }
        self.frames.push(Frame::Run(run, Vec::new()));
    }

    /// Begins a list; `start` is the first number of a numbered one.
    pub(super) fn start_list(&mut self, start: Option<u64>) {
        self.begin_block();
        self.frames.push(Frame::List { start, items: Vec::new() });
    }

    /// Begins a list item.
    pub(super) fn start_item(&mut self) {
        self.frames.push(Frame::Item(Vec::new()));
    }

    /// Begins a table.
    pub(super) fn start_table(&mut self, align: Vec<Align>) {
        self.begin_block();
        self.frames.push(Frame::Table { align, rows: Vec::new() });
    }

    /// Begins a row of a table.
    pub(super) fn start_row(&mut self) {
        self.frames.push(Frame::Row(Vec::new()));
    }

    /// Ends what was begun last; the words of a tight list item end with the item.
    pub(super) fn end(&mut self) {
        self.end_implicit();
        self.close();
    }

    /// Adds a block that holds nothing.
    pub(super) fn block(&mut self, block: Block) {
        self.begin_block();
        self.add_block(block);
    }

    /// Adds text with marks.
    pub(super) fn text(&mut self, text: &str) {
        self.ensure_run();
        self.pending.extend(text.chars().filter(|c| *c != JOINER));
    }

    /// Notes a line break in the source.
    pub(super) fn soft_break(&mut self) {
        self.flush();
        self.soft_break = true;
    }

    /// Adds a line break.
    pub(super) fn hard_break(&mut self) {
        self.flush();
        self.soft_break = false;
        self.last = None;
        self.push(Inline::Break);
    }

    /// Settles a line break here, so that its blank stands outside the emphasis.
    fn space_before_emphasis(&mut self) {
        self.flush();
        let after_word = self.last.is_some_and(|(c, _)| !is_chinese(c));
        if after_word && std::mem::take(&mut self.soft_break) {
            self.push(Inline::Text(" ".to_owned()));
        }
    }

    fn begin_block(&mut self) {
        self.end_implicit();
        self.flush();
    }

    fn end_implicit(&mut self) {
        self.flush();
        if matches!(self.frames.last(), Some(Frame::Run(Run::Implicit, _))) {
            self.close();
        }
    }

    /// Opens the paragraph of a tight list item.
    fn ensure_run(&mut self) {
        if !matches!(self.frames.last(), Some(Frame::Run(..))) {
            self.start(Run::Implicit);
        }
    }

    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        match frame {
            Frame::Run(Run::Strong, content) => self.push(Inline::Strong(content)),
            Frame::Run(Run::Emphasis, content) => self.push(Inline::Emphasis(content)),
            Frame::Run(Run::Cell, content) => {
                if let Some(Frame::Row(cells)) = self.frames.last_mut() {
                    cells.push(content);
                }
            }
            Frame::Run(Run::Heading(level), content) => {
                self.add_block(Block::Heading { level, content });
            }
            Frame::Run(Run::Paragraph | Run::Implicit, content) => {
                let in_list = matches!(self.frames.last(), Some(Frame::Item(_)));
                let shape = if in_list { ParagraphShape::Body } else { self.shape };
                self.add_block(Block::Paragraph { shape, content });
            }
            Frame::Item(blocks) => {
                if let Some(Frame::List { items, .. }) = self.frames.last_mut() {
                    items.push(blocks);
                }
            }
            Frame::Row(cells) => {
                if let Some(Frame::Table { rows, .. }) = self.frames.last_mut() {
                    rows.push(cells);
                }
            }
            Frame::List { start, items } => self.add_block(Block::List { start, items }),
            Frame::Table { align, rows } => {
                let mut rows = rows.into_iter();
                let head = rows.next().unwrap_or_default();
                self.add_block(Block::Table { align, head, rows: rows.collect() });
            }
            Frame::Blocks(blocks) => blocks.into_iter().for_each(|block| self.add_block(block)),
        }
    }

    fn add_block(&mut self, block: Block) {
        if let Some(Frame::Blocks(blocks) | Frame::Item(blocks)) = self.frames.last_mut() {
            blocks.push(block);
        }
    }

    /// Splits the pending text at its marks and adds what it holds.
    fn flush(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        for part in parts(&pending) {
            match part {
                Part::Text(text) => self.words(text, None, Inline::Text(text.to_owned())),
                Part::Mark(mark) => {
                    if let Some((inline, span)) = self.values.inline(mark) {
                        let text = printed(&inline, self.language).to_owned();
                        self.words(&text, span, inline);
                    }
                }
            }
        }
    }

    fn words(&mut self, text: &str, place: Option<Span>, inline: Inline) {
        if std::mem::take(&mut self.soft_break) {
            let chinese = |c: Option<char>| c.is_none_or(is_chinese);
            if !chinese(self.last.map(|(c, _)| c)) && !chinese(text.chars().next()) {
                self.push(Inline::Text(" ".to_owned()));
            }
        }
        for c in text.chars() {
            self.half_width(c, place);
            self.last = Some((c, place));
        }
        if text.is_empty() {
            self.last = None;
        }
        self.push(inline);
    }

    /// Warns of ASCII punctuation beside Chinese text, one of them in a value.
    fn half_width(&mut self, c: char, place: Option<Span>) {
        let Some((last, last_place)) = self.last else { return };
        let found = match (full_width(last).is_some(), full_width(c).is_some()) {
            (true, false) if is_chinese(c) => last,
            (false, true) if is_chinese(last) => c,
            _ => return,
        };
        let Some(span) = place.or(last_place) else { return };
        if self.language == Language::Chinese {
            let message = DocumentMessage::HalfWidthValue { found: found.to_string() };
            let warning = mistakes::warning(&message, span);
            self.values.diagnostics.push(warning);
        }
    }

    fn push(&mut self, inline: Inline) {
        let Some(Frame::Run(_, content)) = self.frames.last_mut() else { return };
        match (content.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => content.push(inline),
        }
    }
}

/// Returns the characters that stand beside the words around an inline.
fn printed(inline: &Inline, language: Language) -> &str {
    match (inline, language) {
        (Inline::Value { text, .. }, _) => text,
        (Inline::Missing { .. }, Language::Chinese) => "】",
        (Inline::Missing { .. }, Language::English) => "]",
        _ => "_",
    }
}
