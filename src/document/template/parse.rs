//! Puts a template together: reads its tags, pairs them, numbers its names.

use super::scan::{Kind, Raw, scan};
use super::tags::{Printed, Tags};
use super::tokens::{Lexeme, Token, tokens};
use super::{Mistake, Piece, Reference, Template, front_matter};
use crate::diag::Diagnostics;
use crate::document::{marker, mistakes, punctuation};
use crate::source::{FileId, Span};
use crate::wording::Language;
use crate::wording::catalogue::documents::{DocumentHelp, DocumentMessage};

/// How deep statements may nest.
const DEPTH: usize = 32;

/// Reads a template; `whole` says whether it is a paper of its own.
pub(super) fn parse(
    file: FileId,
    name: &str,
    text: &str,
    whole: bool,
) -> Result<Template, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    reserved(file, text, &mut diagnostics);
    let (matter, body) = front_matter::read(file, text, &mut diagnostics);
    if whole && body == 0 && !diagnostics.has_errors() {
        let start = Span::new(file, 0, 0);
        diagnostics.push(mistakes::error(&DocumentMessage::NoFrontMatter, start));
    } else if whole {
        required(file, "id", matter.id.is_some(), &mut diagnostics);
        required(file, "language", matter.language.is_some(), &mut diagnostics);
    }
    let raws = scan(file, text, body, &mut diagnostics);
    let mut reader = Reader::new(file, diagnostics);
    raws.iter().for_each(|raw| reader.read(raw));
    reader.close();
    if reader.diagnostics.has_errors() {
        return Err(reader.diagnostics);
    }
    let warnings = match matter.language {
        Some(Language::English) => Diagnostics::new(),
        _ => punctuation::lint_template(file, &raws_of_text(&raws)),
    };
    Ok(Template {
        name: name.to_owned(),
        file,
        text: text.to_owned(),
        body,
        id: matter.id,
        language: matter.language,
        style: matter.style.unwrap_or_default(),
        pieces: reader.pieces,
        references: reader.references,
        warnings,
    })
}

fn raws_of_text<'t>(raws: &[Raw<'t>]) -> Vec<(usize, &'t str)> {
    raws.iter().filter(|raw| raw.kind == Kind::Text).map(|raw| (raw.at, raw.inner)).collect()
}

fn reserved(file: FileId, text: &str, diagnostics: &mut Diagnostics) {
    for (at, c) in text.char_indices().filter(|(_, c)| marker::is_reserved(*c)) {
        let code_point = format!("U+{:04X}", u32::from(c));
        let message = DocumentMessage::ReservedCharacter { code_point };
        let span = Span::new(file, at, at + c.len_utf8());
        diagnostics.push(mistakes::error(&message, span));
    }
}

fn required(file: FileId, key: &str, present: bool, diagnostics: &mut Diagnostics) {
    if !present {
        let message = DocumentMessage::FrontMatterMissing { key: key.to_owned() };
        diagnostics.push(mistakes::error(&message, Span::new(file, 0, 0)));
    }
}

/// A statement that waits for its end.
struct Open {
    word: &'static str,
    end: &'static str,
    span: Span,
    has_else: bool,
}

struct Reader {
    file: FileId,
    diagnostics: Diagnostics,
    pieces: Vec<Piece>,
    references: Vec<Reference>,
    open: Vec<Open>,
    rows: Vec<(String, usize)>,
    loops: usize,
}

impl Reader {
    fn new(file: FileId, diagnostics: Diagnostics) -> Self {
        Self {
            file,
            diagnostics,
            pieces: Vec::new(),
            references: Vec::new(),
            open: Vec::new(),
            rows: Vec::new(),
            loops: 0,
        }
    }

    fn read(&mut self, raw: &Raw<'_>) {
        match raw.kind {
            Kind::Text => self.pieces.push(Piece::Text(raw.inner.to_owned())),
            Kind::Comment => {}
            Kind::Print | Kind::Statement => {
                let read = match tokens(self.file, raw.inner, raw.at) {
                    Ok(tokens) if raw.kind == Kind::Print => self.print(&tokens, raw.span),
                    Ok(tokens) => self.statement(&tokens, raw),
                    Err(mistake) => Err(self.recover(mistake, raw)),
                };
                if let Err(diagnostic) = read {
                    self.diagnostics.push(*diagnostic);
                }
            }
        }
    }

    /// Keeps the pairs right after a statement that could not be read, so that
    /// one mistake is reported once.
    fn recover(&mut self, mistake: Mistake, raw: &Raw<'_>) -> Mistake {
        if raw.kind == Kind::Print {
            return mistake;
        }
        match raw.inner.split_whitespace().next().unwrap_or_default() {
            "if" => self.begin("if", "endif", raw.span),
            "for" => {
                self.begin("for", "endfor", raw.span);
                self.rows.push(("?".to_owned(), self.loops));
            }
            "elif" | "else" | "endif" | "endfor" | "include" => {}
            word => return unknown_tag(word, raw.span),
        }
        mistake
    }

    fn begin(&mut self, word: &'static str, end: &'static str, span: Span) {
        if self.open.len() == DEPTH {
            let message = DocumentMessage::TooDeep { limit: DEPTH.to_string() };
            self.diagnostics.push(mistakes::error(&message, span));
        }
        self.open.push(Open { word, end, span, has_else: false });
    }

    fn print(&mut self, tokens: &[Token<'_>], span: Span) -> Result<(), Mistake> {
        let mut tags = Tags::new(tokens, span, &self.rows, &mut self.references);
        let piece = match tags.printed()? {
            Printed::Value(reference) => Piece::Print(reference),
            Printed::LoopIndex => Piece::LoopIndex,
        };
        self.pieces.push(piece);
        Ok(())
    }

    fn statement(&mut self, tokens: &[Token<'_>], raw: &Raw<'_>) -> Result<(), Mistake> {
        let (word, rest) = match tokens.split_first() {
            Some((Token { lexeme: Lexeme::Word(word), .. }, rest)) => (*word, rest),
            _ => return Err(unknown_tag(raw.inner.trim(), raw.span)),
        };
        match word {
            "if" | "elif" => self.branch(word, rest, raw),
            "for" => self.begin_loop(rest, raw.span),
            "else" => self.otherwise(rest, raw.span),
            "endif" => self.end("if", "endif", Piece::EndIf, raw.span),
            "endfor" => {
                self.end("for", "endfor", Piece::EndFor, raw.span)?;
                self.rows.pop();
                Ok(())
            }
            "include" => {
                let mut tags = Tags::new(rest, raw.span, &self.rows, &mut self.references);
                let (name, span) = tags.partial()?;
                self.pieces.push(Piece::Include { name, span });
                Ok(())
            }
            _ => Err(unknown_tag(word, raw.span)),
        }
    }

    fn branch(&mut self, word: &str, rest: &[Token<'_>], raw: &Raw<'_>) -> Result<(), Mistake> {
        if word == "if" {
            self.begin("if", "endif", raw.span);
        } else if !self.open.last().is_some_and(|open| open.word == "if" && !open.has_else) {
            return Err(stray(word, raw.span));
        }
        let mut tags = Tags::new(rest, raw.span, &self.rows, &mut self.references);
        let condition = tags.condition()?;
        let alone = raw.alone;
        self.pieces.push(match word {
            "if" => Piece::If { condition, alone },
            _ => Piece::Elif { condition, alone },
        });
        Ok(())
    }

    fn begin_loop(&mut self, rest: &[Token<'_>], span: Span) -> Result<(), Mistake> {
        self.begin("for", "endfor", span);
        let row = self.loops;
        self.loops += 1;
        let mut tags = Tags::new(rest, span, &self.rows, &mut self.references);
        match tags.loop_head() {
            Ok((name, list)) => {
                self.rows.push((name, row));
                self.pieces.push(Piece::For { row, list });
                Ok(())
            }
            Err(diagnostic) => {
                // Keep the pairs right, so that one mistake is reported once.
                self.rows.push(("?".to_owned(), row));
                Err(diagnostic)
            }
        }
    }

    fn otherwise(&mut self, rest: &[Token<'_>], span: Span) -> Result<(), Mistake> {
        Tags::new(rest, span, &self.rows, &mut self.references).finish("`%}`")?;
        match self.open.last_mut() {
            Some(open) if !open.has_else => open.has_else = true,
            _ => return Err(stray("else", span)),
        }
        if self.open.last().is_some_and(|open| open.word == "for") {
            // Without rows there is neither a row nor a round.
            self.rows.last_mut().into_iter().for_each(|(name, _)| name.clear());
        }
        self.pieces.push(Piece::Else);
        Ok(())
    }

    fn end(&mut self, word: &str, end: &str, piece: Piece, span: Span) -> Result<(), Mistake> {
        if self.open.last().is_none_or(|open| open.word != word) {
            return Err(stray(end, span));
        }
        self.open.pop();
        self.pieces.push(piece);
        Ok(())
    }

    fn close(&mut self) {
        for open in self.open.drain(..) {
            let message = DocumentMessage::UnclosedBlock {
                open: open.word.to_owned(),
                end: open.end.to_owned(),
            };
            self.diagnostics.push(mistakes::error(&message, open.span));
        }
    }
}

fn stray(found: &str, span: Span) -> Mistake {
    let message = DocumentMessage::StrayEnd { found: found.to_owned() };
    Box::new(mistakes::error(&message, span))
}

fn unknown_tag(found: &str, span: Span) -> Mistake {
    let message = DocumentMessage::UnknownTag { found: found.to_owned() };
    Box::new(mistakes::error(&message, span).with_help(DocumentHelp::Tags.text()))
}
