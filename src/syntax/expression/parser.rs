//! Builds expressions from tokens, by recursive descent along the grammar.

use super::lexer::{MAX_TOKENS, Token, TokenKind, tokens};
use super::{Call, Comparison, Expression, ExpressionKind, Literal, Name, Operator};
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::value::Exact;
use crate::wording::catalogue::expressions::ExpressionMessage as Message;

/// Stands for any value in what is wanted.
const VALUE: &str = "…";

const MAX_DEPTH: usize = 64;
const KEYWORDS: [&str; 15] = [
    "and", "or", "not", "in", "at", "if", "then", "else", "div", "mod", "as", "from", "to",
    "where", "none",
];

/// Parses the text of a scalar that stands at `base`.
///
/// Places inside the text are exact if the scalar's span is as long as its
/// text, that is, if it is written plainly on one line; otherwise every
/// message points at the whole scalar.
///
/// # Errors
///
/// Returns the first mistake.
pub fn parse(text: &str, base: Span) -> Result<Expression, Diagnostic> {
    let exact = base.end().saturating_sub(base.start()) == text.len();
    let place = |start: usize, end: usize| if exact { base.part(start, end) } else { base };
    let tokens = tokens(text, &place)?;
    if let Some(token) = tokens.get(MAX_TOKENS) {
        let message = Message::TooLong;
        return Err(Diagnostic::error(
            message.code(),
            message.text(),
            place(token.start, token.end),
        ));
    }
    let last = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let end = text.len();
    let mut parser = Parser { tokens: &tokens, at: 0, last, end, place: &place, depth: 0 };
    let expression = parser.expression().map_err(|mistake| *mistake)?;
    match parser.tokens.get(parser.at) {
        None => Ok(expression),
        Some(token) => {
            let message = Message::Trailing { found: shown(&token.kind) };
            Err(Diagnostic::error(message.code(), message.text(), place(token.start, token.end)))
        }
    }
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    /// Where the last character begins.
    last: usize,
    end: usize,
    place: &'a dyn Fn(usize, usize) -> Span,
    depth: usize,
}

/// Mistakes are boxed: every level of nesting keeps room for one.
type Parsed = Result<Expression, Box<Diagnostic>>;

impl Parser<'_> {
    fn peek(&self) -> Option<&TokenKind> {
        self.tokens.get(self.at).map(|t| &t.kind)
    }

    fn start(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |t| t.start)
    }

    fn spanned(&self, start: usize, kind: ExpressionKind) -> Expression {
        let end =
            self.at.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(self.end, |t| t.end);
        Expression::new((self.place)(start, end.max(start)), kind)
    }

    fn fail(&self, wanted: &str) -> Box<Diagnostic> {
        let wanted = wanted.to_owned();
        let (message, span) = match self.tokens.get(self.at) {
            Some(token) => {
                let found = shown(&token.kind);
                let is_reserved = KEYWORDS.contains(&found.as_str());
                let message = match wanted.as_str() {
                    VALUE if is_reserved => Message::Reserved { found },
                    VALUE => Message::ExpectedValue { found },
                    _ => Message::Expected { wanted, found },
                };
                (message, (self.place)(token.start, token.end))
            }
            None => {
                let message = match wanted.as_str() {
                    VALUE => Message::EndedBeforeValue,
                    _ => Message::Ended { wanted },
                };
                (message, (self.place)(self.last, self.end))
            }
        };
        Box::new(Diagnostic::error(message.code(), message.text(), span))
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(TokenKind::Sign(s)) if *s == sign);
        self.at += usize::from(found);
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(TokenKind::Word(w)) if w == word);
        self.at += usize::from(found);
        found
    }

    fn need_sign(&mut self, sign: &str) -> Result<(), Box<Diagnostic>> {
        if self.take_sign(sign) { Ok(()) } else { Err(self.fail(&format!("`{sign}`"))) }
    }

    fn need_word(&mut self, word: &str) -> Result<(), Box<Diagnostic>> {
        if self.take_word(word) { Ok(()) } else { Err(self.fail(&format!("`{word}`"))) }
    }

    fn expression(&mut self) -> Parsed {
        self.deeper(|this| this.series("or", Self::conjunction, ExpressionKind::Or))
    }

    /// Parses what is nested one level deeper.
    fn deeper(&mut self, parse: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.depth == MAX_DEPTH {
            let span = (self.place)(self.start(), self.start());
            let message = Message::TooDeep;
            return Err(Diagnostic::error(message.code(), message.text(), span).into());
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    fn conjunction(&mut self) -> Parsed {
        self.series("and", Self::negation, ExpressionKind::And)
    }

    fn series(
        &mut self,
        word: &str,
        part: fn(&mut Self) -> Parsed,
        join: fn(Vec<Expression>) -> ExpressionKind,
    ) -> Parsed {
        let start = self.start();
        let first = part(self)?;
        let mut parts = vec![first];
        while self.take_word(word) {
            parts.push(part(self)?);
        }
        match parts.pop() {
            Some(only) if parts.is_empty() => Ok(only),
            last => {
                parts.extend(last);
                Ok(self.spanned(start, join(parts)))
            }
        }
    }

    fn negation(&mut self) -> Parsed {
        let start = self.start();
        if !self.take_word("not") {
            return self.comparison();
        }
        let operand = self.deeper(Self::negation)?;
        Ok(self.spanned(start, ExpressionKind::Not(Box::new(operand))))
    }

    fn comparison(&mut self) -> Parsed {
        let start = self.start();
        let left = self.sum()?;
        if self.take_word("in") {
            return self.members(start, left);
        }
        let Some(comparison) = self.comparison_sign() else { return Ok(left) };
        self.at += 1;
        let right = self.sum()?;
        if self.comparison_sign().is_some() {
            let span = (self.place)(self.start(), self.start() + 1);
            return Err(Diagnostic::error(
                Message::ChainedComparison.code(),
                Message::ChainedComparison.text(),
                span,
            )
            .with_help(Message::ChainedHelp.text())
            .into());
        }
        Ok(self
            .spanned(start, ExpressionKind::Compare(comparison, Box::new(left), Box::new(right))))
    }

    fn comparison_sign(&self) -> Option<Comparison> {
        let TokenKind::Sign(sign) = self.peek()? else { return None };
        Some(match *sign {
            "=" => Comparison::Equal,
            "!=" => Comparison::Unequal,
            "<" => Comparison::Less,
            "<=" => Comparison::AtMost,
            ">" => Comparison::Greater,
            ">=" => Comparison::AtLeast,
            _ => return None,
        })
    }

    fn members(&mut self, start: usize, left: Expression) -> Parsed {
        self.need_sign("[")?;
        let mut members = vec![self.atom()?];
        while self.take_sign(",") {
            members.push(self.atom()?);
        }
        self.need_sign("]")?;
        Ok(self.spanned(start, ExpressionKind::Among(Box::new(left), members)))
    }

    fn sum(&mut self) -> Parsed {
        let start = self.start();
        let mut left = self.product()?;
        loop {
            let operator = match self.peek() {
                Some(TokenKind::Sign("+")) => Operator::Add,
                Some(TokenKind::Sign("-")) => Operator::Subtract,
                _ => return Ok(left),
            };
            self.check_minus(operator)?;
            self.at += 1;
            let right = self.product()?;
            left = self.arithmetic(start, operator, left, right);
        }
    }

    /// Binary minus needs spaces, so that `a-b` cannot be mistaken for a name.
    fn check_minus(&self, operator: Operator) -> Result<(), Box<Diagnostic>> {
        let Some(token) = self.tokens.get(self.at) else { return Ok(()) };
        let previous = self.at.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(0, |t| t.end);
        let next = self.tokens.get(self.at + 1).map_or(self.end, |t| t.start);
        if operator == Operator::Subtract && (previous == token.start || next == token.end) {
            let span = (self.place)(token.start, token.end);
            return Err(Diagnostic::error(
                Message::TightMinus.code(),
                Message::TightMinus.text(),
                span,
            )
            .into());
        }
        Ok(())
    }

    fn product(&mut self) -> Parsed {
        let start = self.start();
        let mut left = self.unary()?;
        loop {
            let operator = match self.peek() {
                Some(TokenKind::Sign("*")) => Operator::Multiply,
                Some(TokenKind::Sign("/")) => Operator::Divide,
                Some(TokenKind::Word(w)) if w == "div" => Operator::Quotient,
                Some(TokenKind::Word(w)) if w == "mod" => Operator::Remainder,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.unary()?;
            left = self.arithmetic(start, operator, left, right);
        }
    }

    fn arithmetic(
        &self,
        start: usize,
        op: Operator,
        left: Expression,
        right: Expression,
    ) -> Expression {
        self.spanned(start, ExpressionKind::Arithmetic(op, Box::new(left), Box::new(right)))
    }

    fn unary(&mut self) -> Parsed {
        let start = self.start();
        if self.take_sign("-") {
            let operand = self.atom()?;
            return Ok(self.spanned(start, ExpressionKind::Negate(Box::new(operand))));
        }
        self.atom()
    }

    fn atom(&mut self) -> Parsed {
        let start = self.start();
        let Some(token) = self.tokens.get(self.at) else { return Err(self.fail(VALUE)) };
        let atom = match token.kind.clone() {
            TokenKind::Number(number) => {
                self.at += 1;
                let literal = self.quantity(number)?;
                self.literal(start, literal)
            }
            TokenKind::Percent(share) => self.simple(start, Literal::Number(share)),
            TokenKind::Date(date) => self.simple(start, Literal::Date(date)),
            TokenKind::Month(month) => self.simple(start, Literal::Month(month)),
            TokenKind::Text(text) => self.simple(start, Literal::Words(text)),
            TokenKind::Sign("(") => {
                self.at += 1;
                let inner = self.expression()?;
                self.need_sign(")")?;
                inner
            }
            TokenKind::Word(word) => self.word(start, &word)?,
            TokenKind::Sign(_) => return Err(self.fail(VALUE)),
        };
        if self.take_word("at") {
            let moment = self.deeper(Self::atom)?;
            return Ok(self.spanned(start, ExpressionKind::At(Box::new(atom), Box::new(moment))));
        }
        Ok(atom)
    }

    fn simple(&mut self, start: usize, literal: Literal) -> Expression {
        self.at += 1;
        self.literal(start, literal)
    }

    fn literal(&self, start: usize, literal: Literal) -> Expression {
        self.spanned(start, ExpressionKind::Literal(literal))
    }

    /// A number with the unit or currency behind it.
    fn quantity(&mut self, number: Exact) -> Result<Literal, Box<Diagnostic>> {
        let Some(TokenKind::Word(word)) = self.peek() else { return Ok(Literal::Number(number)) };
        let (days, factor) = match word.as_str() {
            "day" | "days" => (true, 1),
            "week" | "weeks" => (true, 7),
            "month" | "months" => (false, 1),
            "year" | "years" => (false, 12),
            currency if is_currency(currency) => {
                let currency = currency.to_owned();
                self.at += 1;
                return Ok(Literal::Money(number, currency));
            }
            _ => return Ok(Literal::Number(number)),
        };
        let scaled = number.checked_mul(Exact::whole(factor)).map_err(|_| self.fail(VALUE))?;
        self.at += 1;
        Ok(if days { Literal::Days(scaled) } else { Literal::Months(scaled) })
    }

    fn word(&mut self, start: usize, word: &str) -> Parsed {
        if word == "if" {
            return self.conditional(start);
        }
        if word == "none" {
            return Ok(self.simple(start, Literal::None));
        }
        if let Some(truth) = truth(word) {
            return Ok(self.simple(start, Literal::Truth(truth)));
        }
        if KEYWORDS.contains(&word) {
            return Err(self.fail(VALUE));
        }
        let name = self.name(word);
        if self.take_sign("(") {
            return self.call(start, name);
        }
        if self.take_sign("[") {
            let key = self.deeper(Self::atom)?;
            self.need_sign("]")?;
            return Ok(self.spanned(start, ExpressionKind::Entry(name, Box::new(key))));
        }
        Ok(self.spanned(start, ExpressionKind::Name(name)))
    }

    fn name(&mut self, word: &str) -> Name {
        let span = self
            .tokens
            .get(self.at)
            .map_or((self.place)(self.end, self.end), |t| (self.place)(t.start, t.end));
        self.at += 1;
        Name { text: word.to_owned(), span }
    }

    fn conditional(&mut self, start: usize) -> Parsed {
        self.at += 1;
        let condition = self.expression()?;
        self.need_word("then")?;
        let yes = self.expression()?;
        self.need_word("else")?;
        let no = self.expression()?;
        let kind = ExpressionKind::If(Box::new(condition), Box::new(yes), Box::new(no));
        Ok(self.spanned(start, kind))
    }

    fn call(&mut self, start: usize, name: Name) -> Parsed {
        let mut call = Call { name, arguments: Vec::new(), alias: None, range: None, filter: None };
        if !self.take_sign(")") {
            call.arguments.push(self.expression()?);
            self.clauses(&mut call)?;
            while self.take_sign(",") {
                call.arguments.push(self.expression()?);
            }
            self.need_sign(")")?;
        }
        Ok(self.spanned(start, ExpressionKind::Call(Box::new(call))))
    }

    fn clauses(&mut self, call: &mut Call) -> Result<(), Box<Diagnostic>> {
        if self.take_word("as") {
            match self.peek().cloned() {
                Some(TokenKind::Word(word)) if !KEYWORDS.contains(&word.as_str()) => {
                    call.alias = Some(self.name(&word));
                }
                _ => return Err(self.fail(VALUE)),
            }
        }
        if self.take_word("from") {
            let from = self.sum()?;
            self.need_word("to")?;
            call.range = Some((from, self.sum()?));
        }
        if self.take_word("where") {
            call.filter = Some(self.expression()?);
        }
        Ok(())
    }
}

/// Returns the truth value a word stands for, in the spellings of `language.md`.
#[must_use]
pub fn truth(word: &str) -> Option<bool> {
    match word {
        "yes" | "true" | "是" => Some(true),
        "no" | "false" | "否" => Some(false),
        _ => None,
    }
}

/// Returns whether a word has the form of an ISO 4217 currency code.
#[must_use]
pub fn is_currency(word: &str) -> bool {
    word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase())
}

fn shown(kind: &TokenKind) -> String {
    match kind {
        TokenKind::Word(word) => word.clone(),
        TokenKind::Number(n) => n.to_string(),
        TokenKind::Percent(n) => {
            n.checked_mul(Exact::whole(100)).map_or_else(|_| n.to_string(), |p| format!("{p}%"))
        }
        TokenKind::Date(date) => date.to_string(),
        TokenKind::Month(month) => month.to_string(),
        TokenKind::Text(text) => format!("\"{text}\""),
        TokenKind::Sign(sign) => (*sign).to_owned(),
    }
}
