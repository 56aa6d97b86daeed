//! Builds the tree from the parser's events and refuses what the format does not allow.

use std::collections::HashMap;
use std::ops::ControlFlow;

use granit_parser::{Event, ScalarStyle, Span as Marks, StructureStyle};

use super::flow::{self, Pair};
use super::mistake::{Context, full_width_colon, wide_space};
use super::text::Text;
use super::{MAX_DEPTH, MAX_MISTAKES, MAX_NODES, characters, report};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Span};
use crate::syntax::tree::{Entry, Kind, Node, Scalar};
use crate::wording::catalogue::yaml::{YamlHelp, YamlMistake};

/// A tree under construction.
pub(super) struct Events<'t> {
    text: Text<'t>,
    frames: Vec<Frame>,
    root: Option<Node>,
    first_document: Option<Span>,
    last_scalar: Option<Span>,
    nodes: usize,
    /// Full-width colons that may have been meant to end a key.
    suspects: Vec<Span>,
    broken: bool,
    diagnostics: Diagnostics,
    mistakes: usize,
}

/// A sequence or mapping that is still open.
struct Frame {
    start: usize,
    end: usize,
    flow: bool,
    content: Content,
}

/// What an open collection holds so far.
enum Content {
    /// The items of a sequence.
    Items(Vec<Node>),
    /// The entries of a mapping, and the key whose value comes next.
    Pairs(Vec<Pair>, Option<Key>),
}

/// A key whose value has not come yet.
struct Key {
    text: String,
    span: Span,
    /// Whether the key was refused, so that its entry is dropped.
    refused: bool,
    bare: bool,
}

impl<'t> Events<'t> {
    /// Returns an empty tree for a file with this text.
    pub(super) fn new(text: &'t str, file: FileId) -> Self {
        Self {
            text: Text::new(text, file),
            frames: Vec::new(),
            root: None,
            first_document: None,
            last_scalar: None,
            nodes: 0,
            suspects: Vec::new(),
            broken: false,
            diagnostics: Diagnostics::new(),
            mistakes: 0,
        }
    }

    /// Returns the tree, unless the structure was broken, and what was found.
    pub(super) fn finish(mut self) -> (Option<Node>, Diagnostics) {
        if self.root.is_none() && !self.broken {
            let place = self.text.span(0, 0);
            let help = YamlHelp::StartWithKind.text();
            self.refuse(report(&YamlMistake::EmptyFile, place).with_help(help));
        }
        if self.broken {
            // Without a tree nobody else would notice; with one, the schema check does.
            for span in std::mem::take(&mut self.suspects) {
                let help = YamlHelp::AsciiColon.text();
                self.add(report(&YamlMistake::FullWidthColon, span).with_help(help));
            }
        }
        (self.root.filter(|_| !self.broken), self.diagnostics)
    }

    /// Adds a diagnostic; the tree is not handed out after it.
    pub(super) fn refuse(&mut self, diagnostic: Diagnostic) {
        self.broken = true;
        self.add(diagnostic);
    }

    /// Returns whether so many mistakes were found that more would not help.
    pub(super) fn is_full(&self) -> bool {
        self.mistakes >= MAX_MISTAKES
    }

    /// Forgets the open collections, to go on after a syntax error.
    pub(super) fn restart(&mut self) {
        self.frames.clear();
        self.first_document = None;
        self.last_scalar = None;
    }

    /// Returns what is known about the place where the parser stopped.
    pub(super) fn context(&self) -> Context<'t> {
        Context {
            text: self.text,
            last_scalar: self.last_scalar,
            open_flow: self.frames.iter().rev().find(|f| f.flow).map(|f| f.start),
        }
    }

    /// Takes one event; breaks off when nothing after it is worth reading.
    pub(super) fn take(&mut self, event: Event<'_>, marks: Marks, base: usize) -> ControlFlow<()> {
        let span = self.text.place(marks, base);
        if let Some(tag) = marks.tag_span() {
            self.add_tag(self.text.place(tag, base));
        }
        match event {
            Event::DocumentStart(..) => return self.start_document(span),
            Event::Anchor(..) => {
                let mistake = YamlMistake::Anchor;
                self.add(report(&mistake, span).with_help(YamlHelp::WriteOut.text()));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let mistake = YamlMistake::Alias;
                self.refuse(report(&mistake, span).with_help(YamlHelp::WriteOut.text()));
                self.put(Node::new(span, Kind::Scalar(Scalar::new("", true))), false);
            }
            Event::Scalar(value, style, ..) => self.take_scalar(&value, style, span),
            Event::SequenceStart(style, ..) => {
                return self.open(style, span, Content::Items(Vec::new()));
            }
            Event::MappingStart(style, ..) => {
                return self.open(style, span, Content::Pairs(Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            _ => {}
        }
        self.go_on(span)
    }

    /// Breaks off when there are too many nodes or mistakes.
    fn go_on(&mut self, span: Span) -> ControlFlow<()> {
        if self.nodes > MAX_NODES {
            let mistake = YamlMistake::TooManyNodes { limit: MAX_NODES };
            self.refuse(report(&mistake, span).with_help(YamlHelp::Split.text()));
            return ControlFlow::Break(());
        }
        if self.is_full() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Notes the start of the document and refuses a second one.
    fn start_document(&mut self, span: Span) -> ControlFlow<()> {
        let Some(first) = self.first_document.replace(span) else {
            return ControlFlow::Continue(());
        };
        let first = self.root.as_ref().map_or(first, |root| self.text.first_line(root.span()));
        let found = report(&YamlMistake::SeveralDocuments, span)
            .with_label(first, YamlHelp::FirstDocument.text())
            .with_help(YamlHelp::OneFileEach.text());
        self.refuse(found);
        ControlFlow::Break(())
    }

    /// Refuses a tag.
    fn add_tag(&mut self, span: Span) {
        let mistake = YamlMistake::Tag;
        self.add(report(&mistake, span).with_help(YamlHelp::RemoveTag.text()));
    }

    /// Takes a scalar as key or value.
    fn take_scalar(&mut self, value: &str, style: ScalarStyle, span: Span) {
        let quoted = style != ScalarStyle::Plain;
        // The parser writes an absent value as `~` without extent.
        let absent = !quoted && span.start() == span.end();
        let value = if absent { "" } else { value };
        let span = if absent { self.text.after_colon(span) } else { self.text.inner(span, style) };
        let harmless = characters::are_harmless(value);
        if !harmless {
            self.check_characters(value, span);
        }
        if !absent {
            self.last_scalar = Some(span);
        }
        if !quoted {
            self.suspect(span);
        }
        let text = if harmless { value.to_owned() } else { characters::clean(value) };
        let scalar = Scalar::new(text, quoted);
        self.put(
            Node::new(span, Kind::Scalar(scalar)),
            absent && !self.text.has_colon_before(span),
        );
    }

    /// Notes a full-width colon behind a name that starts a line, and refuses wide blanks before it.
    fn suspect(&mut self, span: Span) {
        let before = self.text.whole().get(..span.start()).unwrap_or("");
        if !before.trim_end_matches([' ', '-']).ends_with('\n') {
            return;
        }
        let line = self.text.raw(span).lines().next().unwrap_or("");
        if line.starts_with(['\u{3000}', '\u{A0}']) {
            let width = line.chars().next().map_or(0, char::len_utf8);
            let place = span.part(0, width);
            self.refuse(wide_space(self.text.raw(place), place));
        } else if let Some(colon) = full_width_colon(line)
            && line.get(..colon).is_some_and(|key| key.is_ascii() && !key.contains(' '))
        {
            self.suspects.push(span.part(colon, colon.saturating_add('：'.len_utf8())));
        }
    }

    /// Opens a collection.
    fn open(&mut self, style: StructureStyle, span: Span, content: Content) -> ControlFlow<()> {
        if self.frames.len() >= MAX_DEPTH {
            let mistake = YamlMistake::TooDeep { limit: MAX_DEPTH };
            self.refuse(report(&mistake, span).with_help(YamlHelp::CheckBrackets.text()));
            return ControlFlow::Break(());
        }
        let flow = style == StructureStyle::Flow;
        let (start, end) = (span.start(), span.end());
        self.frames.push(Frame { start, end, flow, content });
        self.go_on(span)
    }

    /// Closes the innermost collection.
    fn close(&mut self, span: Span) {
        let Some(frame) = self.frames.pop() else { return };
        let end = if frame.flow { span.end() } else { frame.end };
        let span = self.text.span(frame.start, end);
        let kind = match frame.content {
            Content::Items(items) if frame.flow => {
                let (items, cuts) = flow::mend_items(items, self.text.whole());
                self.add_cuts(cuts);
                Kind::Sequence(items)
            }
            Content::Items(items) => Kind::Sequence(items),
            Content::Pairs(pairs, _) if frame.flow => {
                let (pairs, colons) = flow::mend_colons(pairs, self.text.whole());
                for colon in colons {
                    let help = YamlHelp::AsciiColon.text();
                    self.add(report(&YamlMistake::FullWidthColon, colon).with_help(help));
                }
                let (pairs, cuts) = flow::mend_pairs(pairs, self.text.whole());
                self.add_cuts(cuts);
                Kind::Mapping(self.unique(pairs))
            }
            Content::Pairs(pairs, _) => Kind::Mapping(self.unique(pairs)),
        };
        self.put(Node::new(span, kind), false);
    }

    /// Puts a finished node where it belongs; `bare` says that it is a value nobody wrote.
    fn put(&mut self, node: Node, bare: bool) {
        self.nodes = self.nodes.saturating_add(1);
        let Some(frame) = self.frames.last_mut() else {
            self.root = Some(node);
            return;
        };
        frame.end = frame.end.max(node.span().end());
        let flow = frame.flow;
        match &mut frame.content {
            Content::Items(items) => items.push(node),
            Content::Pairs(pairs, waiting) => match waiting.take() {
                None => *waiting = Some(Key::from(&node)),
                Some(key) if key.refused => {}
                Some(key) => {
                    let bare = flow && bare && key.bare;
                    pairs.push(Pair { key: key.text, key_span: key.span, value: node, bare });
                }
            },
        }
        self.refuse_key();
    }

    /// Reports the key just put if it is a collection.
    fn refuse_key(&mut self) {
        let Some(Content::Pairs(_, Some(key))) = self.frames.last().map(|f| &f.content) else {
            return;
        };
        if key.refused {
            let span = key.span;
            let help = YamlHelp::QuoteKey.text();
            self.add(report(&YamlMistake::KeyNotText, span).with_help(help));
        }
    }

    /// Returns the entries, each key once, and reports the others.
    fn unique(&mut self, pairs: Vec<Pair>) -> Vec<Entry> {
        let mut seen = Keys::new(pairs.len());
        let mut entries: Vec<Entry> = Vec::with_capacity(pairs.len());
        for Pair { key, key_span, value, .. } in pairs {
            let Some(first) = seen.first(&key, key_span, &entries) else {
                entries.push(Entry::new(key, key_span, value));
                continue;
            };
            let found = report(&YamlMistake::DuplicateKey, key_span)
                .with_label(first, YamlHelp::FirstKey.text())
                .with_help(YamlHelp::KeepOne.text());
            self.add(found);
        }
        entries
    }

    /// Reports texts that a comma cut in pieces.
    fn add_cuts(&mut self, cuts: Vec<Span>) {
        for span in cuts {
            let cut = self.text.whole().get(span.start()..span.end()).unwrap_or("");
            let is_number = cut.chars().all(|c| c.is_ascii_digit() || ",. ".contains(c));
            let help = if is_number { YamlHelp::PlainNumber } else { YamlHelp::QuoteText };
            self.add(report(&YamlMistake::CutByComma, span).with_help(help.text()));
        }
    }

    /// Reports the characters of a text that nobody can see, each kind once.
    fn check_characters(&mut self, value: &str, span: Span) {
        let mut seen: Vec<char> = Vec::new();
        for character in value.chars() {
            let Some(mistake) = characters::forbidden(character) else { continue };
            if seen.contains(&character) || self.is_full() {
                continue;
            }
            seen.push(character);
            // An escaped character does not stand in the source as itself.
            let place =
                self.text.raw(span).find(character).map_or(span, |from| {
                    span.part(from, from.saturating_add(character.len_utf8()))
                });
            self.add(report(&mistake, place).with_help(YamlHelp::DeleteCharacter.text()));
        }
    }

    /// Adds a diagnostic unless there are too many.
    fn add(&mut self, diagnostic: Diagnostic) {
        self.mistakes = self.mistakes.saturating_add(1);
        if self.mistakes <= MAX_MISTAKES {
            self.diagnostics.push(diagnostic);
        }
    }
}

impl From<&Node> for Key {
    /// Returns the key a node makes; a collection makes a refused one.
    fn from(node: &Node) -> Self {
        let (text, quoted) = match node.kind() {
            Kind::Scalar(scalar) => (scalar.text().to_owned(), scalar.is_quoted()),
            _ => (String::new(), true),
        };
        let refused = !matches!(node.kind(), Kind::Scalar(_));
        Self { text, span: node.span(), refused, bare: !quoted }
    }
}

/// The keys of one mapping so far; an index only where looking through them would take long.
struct Keys(Option<HashMap<String, Span>>);

impl Keys {
    /// Returns no keys yet, for a mapping of so many entries.
    fn new(count: usize) -> Self {
        Self((count > 16).then(|| HashMap::with_capacity(count)))
    }

    /// Returns where the key was given before, and remembers it otherwise.
    fn first(&mut self, key: &str, span: Span, entries: &[Entry]) -> Option<Span> {
        let Some(index) = &mut self.0 else {
            return entries.iter().find(|entry| entry.key() == key).map(Entry::key_span);
        };
        let first = index.get(key).copied();
        if first.is_none() {
            index.insert(key.to_owned(), span);
        }
        first
    }
}
