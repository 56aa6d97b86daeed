//! Reads one tag: a name to print, a condition, a loop, an include.

use super::tokens::{Lexeme, Token};
use super::{Asked, Condition, Mistake, Reference, RowName};
use crate::document::mistakes;
use crate::source::Span;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// How many operators and brackets a condition may have.
const DEPTH: usize = 32;

type Read<T> = Result<T, Mistake>;

/// What a `for` that stands around a tag is called, and its number.
pub(super) type RowNames = [(String, usize)];

/// A reader of the tokens of one tag.
pub(super) struct Tags<'t, 's> {
    tokens: std::slice::Iter<'t, Token<'t>>,
    end: Span,
    rows: &'s RowNames,
    references: &'s mut Vec<Reference>,
    depth: usize,
}

/// What a print tag prints.
pub(super) enum Printed {
    /// A value of the sheet, as the number of its reference.
    Value(usize),
    /// The number of the round of the loop.
    LoopIndex,
}

impl<'t, 's> Tags<'t, 's> {
    /// Returns a reader; `tag` is the place of the whole tag.
    pub(super) fn new(
        tokens: &'t [Token<'t>],
        tag: Span,
        rows: &'s RowNames,
        references: &'s mut Vec<Reference>,
    ) -> Self {
        let length = tag.end() - tag.start();
        let end = tag.part(length.saturating_sub(2), length);
        Self { tokens: tokens.iter(), end, rows, references, depth: 0 }
    }

    /// Reads what a print tag holds.
    pub(super) fn printed(&mut self) -> Read<Printed> {
        let printed = match self.peek() {
            Some(Lexeme::Word("v")) if self.peek_second() == Some(Lexeme::Sign('(')) => {
                self.tokens.next();
                Printed::Value(self.arguments(Asked::Value)?)
            }
            Some(Lexeme::Word("loop")) => {
                self.tokens.next();
                self.sign('.', "`loop.index`")?;
                self.word("index", "`loop.index`")?;
                self.in_loop()?;
                Printed::LoopIndex
            }
            Some(Lexeme::Word(_)) => {
                let (words, span) = self.path()?;
                Printed::Value(self.reference_of(&words, span, Asked::Value)?)
            }
            found => return Err(not_a_name(found, self.here())),
        };
        match self.peek() {
            None => Ok(printed),
            found => Err(not_a_name(found, self.here())),
        }
    }

    /// Reads the condition of `if` and `elif`, to the end of the tag.
    pub(super) fn condition(&mut self) -> Read<Condition> {
        let condition = self.either()?;
        match self.peek() {
            None => Ok(condition),
            // A comparison, a filter or a second word: nothing of that is a condition.
            Some(found) => Err(bare_condition(&found.written(), self.here())),
        }
    }

    /// Reads `row in list` and returns the row's name with the list's reference.
    pub(super) fn loop_head(&mut self) -> Read<(String, usize)> {
        let row = match self.tokens.next().map(|t| t.lexeme) {
            Some(Lexeme::Word(row)) if !is_keyword(row) => row.to_owned(),
            found => return Err(self.bad("`for row in list`", found)),
        };
        self.word("in", "`for row in list`")?;
        let (words, span) = self.path()?;
        let list = self.reference_of(&words, span, Asked::Rows)?;
        self.finish("`%}`")?;
        Ok((row, list))
    }

    /// Reads the name of a partial.
    pub(super) fn partial(&mut self) -> Read<(String, Span)> {
        let expected = "`include \"…\"`";
        let token = self.tokens.next();
        let found = match token {
            Some(Token { lexeme: Lexeme::Quoted(name), span }) => ((*name).to_owned(), *span),
            other => return Err(self.bad(expected, other.map(|t| t.lexeme))),
        };
        self.finish(expected)?;
        Ok(found)
    }

    /// Makes sure that the tag ends here.
    pub(super) fn finish(&mut self, expected: &str) -> Read<()> {
        match self.peek() {
            None => Ok(()),
            found => Err(self.bad(expected, found)),
        }
    }

    fn either(&mut self) -> Read<Condition> {
        let mut left = self.both()?;
        while self.take_word("or") {
            self.deeper()?;
            left = Condition::Or(Box::new(left), Box::new(self.both()?));
        }
        Ok(left)
    }

    fn both(&mut self) -> Read<Condition> {
        let mut left = self.negated()?;
        while self.take_word("and") {
            self.deeper()?;
            left = Condition::And(Box::new(left), Box::new(self.negated()?));
        }
        Ok(left)
    }

    fn negated(&mut self) -> Read<Condition> {
        if !self.take_word("not") {
            return self.single();
        }
        self.deeper()?;
        let inner = self.negated()?;
        self.depth -= 1;
        Ok(Condition::Not(Box::new(inner)))
    }

    fn single(&mut self) -> Read<Condition> {
        let place = self.here();
        match self.peek() {
            Some(Lexeme::Sign('(')) => {
                self.tokens.next();
                self.deeper()?;
                let inner = self.either()?;
                self.depth -= 1;
                self.sign(')', "`)`")?;
                Ok(inner)
            }
            Some(Lexeme::Word("loop")) => self.loop_place(),
            Some(Lexeme::Word(word)) => match (asked(word), self.peek_second()) {
                (Some(asked), Some(Lexeme::Sign('('))) => {
                    self.tokens.next();
                    Ok(Condition::Leaf(self.arguments(asked)?))
                }
                _ => {
                    let (words, span) = self.path()?;
                    Err(bare_condition(&words.join("."), span))
                }
            },
            Some(found) => Err(bare_condition(&found.written(), place)),
            None => Err(self.bad("`holds(name=\"…\")`", None)),
        }
    }

    fn loop_place(&mut self) -> Read<Condition> {
        let expected = "`loop.first`, `loop.last`";
        self.tokens.next();
        self.sign('.', expected)?;
        self.in_loop()?;
        match self.tokens.next().map(|t| t.lexeme) {
            Some(Lexeme::Word("first")) => Ok(Condition::First),
            Some(Lexeme::Word("last")) => Ok(Condition::Last),
            found => Err(self.bad(expected, found)),
        }
    }

    /// Reads `(row=r, name="x")`.
    fn arguments(&mut self, asked: Asked) -> Read<usize> {
        let expected = "`(name=\"…\")`";
        self.sign('(', expected)?;
        let (mut row, mut name) = (None, None);
        loop {
            let key = self.tokens.next().map(|t| t.lexeme);
            self.sign('=', expected)?;
            let value = self.tokens.next();
            match (key, value.map(|t| (t.lexeme, t.span))) {
                (Some(Lexeme::Word("row")), Some((Lexeme::Word(word), span))) if row.is_none() => {
                    row = Some(self.row(word).ok_or_else(|| unknown_row(word, span))?);
                }
                (Some(Lexeme::Word("name")), Some((Lexeme::Quoted(text), span)))
                    if name.is_none() && !text.is_empty() =>
                {
                    name = Some((text.to_owned(), span));
                }
                (key, _) => return Err(self.bad(expected, key)),
            }
            match self.tokens.next().map(|t| t.lexeme) {
                Some(Lexeme::Sign(',')) => {}
                Some(Lexeme::Sign(')')) => break,
                found => return Err(self.bad(expected, found)),
            }
        }
        let (name, span) = name.ok_or_else(|| self.bad(expected, None))?;
        Ok(self.add(Reference { asked, row, name, span }))
    }

    fn path(&mut self) -> Read<(Vec<&'t str>, Span)> {
        let mut words = Vec::new();
        let mut whole = self.here();
        loop {
            match self.tokens.next() {
                Some(Token { lexeme: Lexeme::Word(word), span }) if !is_keyword(word) => {
                    words.push(*word);
                    whole = whole.to(*span);
                }
                other => return Err(not_a_name(other.map(|t| t.lexeme), whole)),
            }
            if self.peek() != Some(Lexeme::Sign('.')) {
                return Ok((words, whole));
            }
            self.tokens.next();
        }
    }

    fn reference_of(&mut self, words: &[&str], span: Span, asked: Asked) -> Read<usize> {
        let (row, names) = match words.split_first() {
            Some((first, rest)) => match self.row(first) {
                Some(row) => (Some(row), rest),
                None => (None, words),
            },
            None => (None, words),
        };
        if names.is_empty() {
            return Err(not_a_name(words.first().map(|w| Lexeme::Word(w)), span));
        }
        Ok(self.add(Reference { asked, row, name: names.join("."), span }))
    }

    fn add(&mut self, reference: Reference) -> usize {
        self.references.push(reference);
        self.references.len() - 1
    }

    /// Finds the innermost row of that name.
    fn row(&self, name: &str) -> Option<RowName> {
        let (name, number) = self.rows.iter().rev().find(|(row, _)| row == name)?;
        Some(RowName { name: name.clone(), number: *number })
    }

    fn in_loop(&self) -> Read<()> {
        if self.rows.last().is_some_and(|(name, _)| !name.is_empty()) {
            return Ok(());
        }
        let message = DocumentMessage::LoopOutside;
        Err(Box::new(mistakes::error(&message, self.end)))
    }

    fn deeper(&mut self) -> Read<()> {
        self.depth += 1;
        if self.depth <= DEPTH {
            return Ok(());
        }
        let message = DocumentMessage::TooDeep { limit: DEPTH.to_string() };
        Err(Box::new(mistakes::error(&message, self.here())))
    }

    fn peek(&self) -> Option<Lexeme<'t>> {
        self.tokens.clone().next().map(|token| token.lexeme)
    }

    fn peek_second(&self) -> Option<Lexeme<'t>> {
        self.tokens.clone().nth(1).map(|token| token.lexeme)
    }

    fn here(&self) -> Span {
        self.tokens.clone().next().map_or(self.end, |token| token.span)
    }

    fn take_word(&mut self, word: &str) -> bool {
        let taken = self.peek() == Some(Lexeme::Word(word));
        if taken {
            self.tokens.next();
        }
        taken
    }

    fn word(&mut self, word: &str, expected: &str) -> Read<()> {
        if self.take_word(word) { Ok(()) } else { Err(self.bad(expected, self.peek())) }
    }

    fn sign(&mut self, sign: char, expected: &str) -> Read<()> {
        if self.peek() != Some(Lexeme::Sign(sign)) {
            return Err(self.bad(expected, self.peek()));
        }
        self.tokens.next();
        Ok(())
    }

    fn bad(&self, expected: &str, found: Option<Lexeme<'_>>) -> Mistake {
        let message = DocumentMessage::BadTag {
            expected: expected.to_owned(),
            found: found.map_or_else(|| "%}".to_owned(), Lexeme::written),
        };
        Box::new(mistakes::error(&message, self.here()))
    }
}

fn asked(word: &str) -> Option<Asked> {
    match word {
        "holds" => Some(Asked::Holds),
        "exists" => Some(Asked::Exists),
        "is_none" => Some(Asked::IsNone),
        "has_rows" => Some(Asked::HasRows),
        _ => None,
    }
}

fn is_keyword(word: &str) -> bool {
    matches!(word, "if" | "elif" | "else" | "for" | "in" | "and" | "or" | "not" | "loop" | "is")
}

fn not_a_name(found: Option<Lexeme<'_>>, span: Span) -> Mistake {
    let found = found.map_or_else(String::new, Lexeme::written);
    let message = DocumentMessage::NotAName { found };
    Box::new(mistakes::error(&message, span).with_help(DocumentHelp::Name.text()))
}

fn bare_condition(found: &str, span: Span) -> Mistake {
    let message = DocumentMessage::BareCondition { found: found.to_owned() };
    Box::new(mistakes::error(&message, span).with_help(DocumentHelp::Condition.text()))
}

fn unknown_row(name: &str, span: Span) -> Mistake {
    let message = DocumentMessage::UnknownRow { name: name.to_owned() };
    Box::new(mistakes::error(&message, span))
}
