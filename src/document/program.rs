//! Runs checked templates: they become Tera templates that print marks.
//!
//! ```text
//! {{ r.actual }}                      {{ mark(of=4, row=r0) }}
//! {% if holds(name="union_exists") %} {% if truth(of=0) == 2 %}{{ waiting(of=0) }}{% elif truth(of=0) == 1 %}
//! {% for r in results %}              {% for r0 in rows(of=3) %}
//! ```
//!
//! Tera sees numbers only: no value of a case, and no name that it could
//! mistake for something else. An unknown condition prints what it waits for
//! and neither branch.

use std::sync::Arc;

use tera::{Context, ErrorKind, Kwargs, State, Tera};

use super::marker::Mark;
use super::mistakes;
use super::scope::{SHEET, Scopes};
use super::template::{Condition, Piece, Reference, Template};
use super::truth::{Surroundings, Truth, ask};
use crate::diag::Diagnostics;
use crate::wording::catalogue::documents::DocumentMessage;

/// What Tera calls the paper itself.
const MAIN: &str = "paper";

/// Names and conditions of all templates of one paper, numbered through.
#[derive(Debug, Default)]
pub(super) struct Program {
    references: Vec<Reference>,
    conditions: Vec<Condition>,
    sources: Vec<(String, String)>,
}

impl Program {
    /// Translates templates; the first one is the paper, the others are what it includes.
    pub(super) fn new(templates: &[(&str, &Template)]) -> Self {
        let mut program = Self::default();
        for (number, (name, template)) in templates.iter().enumerate() {
            let name = if number == 0 { MAIN.to_owned() } else { included(name) };
            let source = program.translate(template);
            program.sources.push((name, source));
        }
        program
    }

    /// Returns the reference with that number.
    pub(super) fn reference(&self, number: usize) -> Option<&Reference> {
        self.references.get(number)
    }

    fn translate(&mut self, template: &Template) -> String {
        let base = self.references.len();
        self.references.extend(template.references().iter().cloned());
        let mut out = String::new();
        for piece in template.pieces() {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Print(number) => {
                    let number = base + number;
                    out.push_str(&format!("{{{{ mark(of={number}{}) }}}}", self.row(number)));
                }
                Piece::LoopIndex => out.push_str("{{ loop.index }}"),
                Piece::If { condition, alone } => {
                    out.push_str(&self.branch("if", condition, base, *alone));
                }
                Piece::Elif { condition, alone } => {
                    out.push_str(&self.branch("elif", condition, base, *alone));
                }
                Piece::Else => out.push_str("{% else %}"),
                Piece::EndIf => out.push_str("{% endif %}"),
                Piece::For { row, list } => {
                    let number = base + list;
                    let outer = self.row(number);
                    out.push_str(&format!("{{% for r{row} in rows(of={number}{outer}) %}}"));
                }
                Piece::EndFor => out.push_str("{% endfor %}"),
                Piece::Include { name, .. } => {
                    out.push_str(&format!("{{% include \"{}\" %}}", included(name)));
                }
            }
        }
        out
    }

    /// Returns the argument that hands over the row of a reference.
    fn row(&self, number: usize) -> String {
        match self.references.get(number).and_then(|reference| reference.row.as_ref()) {
            Some(row) => format!(", row=r{}", row.number),
            None => String::new(),
        }
    }

    fn branch(&mut self, word: &str, condition: &Condition, base: usize, alone: bool) -> String {
        let condition = shifted(condition, base);
        let mut rows = Vec::new();
        let asks_loop = condition.visit(&mut |number| {
            let row = self.references.get(number).and_then(|reference| reference.row.as_ref());
            rows.extend(row.map(|row| row.number));
        });
        rows.sort_unstable();
        rows.dedup();
        let number = self.conditions.len();
        self.conditions.push(condition);
        let rows: String = rows.iter().map(|row| format!(", r{row}=r{row}")).collect();
        let rounds = if asks_loop { ", first=loop.first, last=loop.last" } else { "" };
        let arguments = format!("of={number}{rows}{rounds}");
        let line = if alone { "\n" } else { "" };
        format!(
            "{{% {word} truth({arguments}) == 2 %}}{{{{ waiting({arguments}) }}}}{line}\
             {{% elif truth({arguments}) == 1 %}}"
        )
    }

    /// Runs the paper and returns Markdown with marks.
    pub(super) fn run(
        self,
        scopes: &Arc<Scopes>,
        template: &Template,
    ) -> Result<(Arc<Self>, String), Diagnostics> {
        let program = Arc::new(self);
        let mut tera = Tera::new();
        tera.autoescape_on(Vec::<&str>::new());
        register(&mut tera, &program, scopes);
        let rendered = tera
            .add_raw_templates(program.sources.clone())
            .and_then(|()| tera.render(MAIN, &Context::new()))
            .map_err(|error| engine(&error, template))?;
        Ok((program, rendered))
    }
}

/// Returns the name under which Tera knows a partial, which may be called anything.
fn included(name: &str) -> String {
    let plain: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("partial-{plain}")
}

fn shifted(condition: &Condition, base: usize) -> Condition {
    match condition {
        Condition::Leaf(number) => Condition::Leaf(base + number),
        Condition::First => Condition::First,
        Condition::Last => Condition::Last,
        Condition::Not(inner) => Condition::Not(Box::new(shifted(inner, base))),
        Condition::And(a, b) => {
            Condition::And(Box::new(shifted(a, base)), Box::new(shifted(b, base)))
        }
        Condition::Or(a, b) => {
            Condition::Or(Box::new(shifted(a, base)), Box::new(shifted(b, base)))
        }
    }
}

fn register(tera: &mut Tera, program: &Arc<Program>, scopes: &Arc<Scopes>) {
    tera.register_function("mark", |arguments: Kwargs, _: &State| {
        let reference = number(&arguments, "of").unwrap_or_default();
        let scope = number(&arguments, "row").unwrap_or(SHEET);
        Mark::Reference { reference, scope }.encode()
    });
    let (held, sheet) = (Arc::clone(program), Arc::clone(scopes));
    tera.register_function("rows", move |arguments: Kwargs, _: &State| {
        let scope = number(&arguments, "row").unwrap_or(SHEET);
        let list = number(&arguments, "of").and_then(|of| held.reference(of));
        let rows = list.map_or(&[][..], |list| sheet.rows(scope, &list.name));
        rows.iter().map(|row| tera::Value::from(*row)).collect::<Vec<_>>()
    });
    let (held, sheet) = (Arc::clone(program), Arc::clone(scopes));
    tera.register_function("truth", move |arguments: Kwargs, _: &State| {
        match answer(&held, &sheet, &arguments) {
            Truth::No => 0,
            Truth::Yes => 1,
            Truth::Unknown(_) => 2,
        }
    });
    let (held, sheet) = (Arc::clone(program), Arc::clone(scopes));
    tera.register_function("waiting", move |arguments: Kwargs, _: &State| {
        let Truth::Unknown(waits) = answer(&held, &sheet, &arguments) else {
            return String::new();
        };
        let marks = waits
            .into_iter()
            .map(|(reference, scope)| Mark::Reference { reference, scope }.encode());
        marks.collect()
    });
}

fn number(arguments: &Kwargs, name: &str) -> Option<usize> {
    arguments.get::<u64>(name).ok().flatten().and_then(|n| usize::try_from(n).ok())
}

fn answer(program: &Program, scopes: &Scopes, arguments: &Kwargs) -> Truth {
    let condition = number(arguments, "of").and_then(|of| program.conditions.get(of));
    match condition {
        Some(condition) => ask(condition, &program.references, scopes, &Asking(arguments)),
        None => Truth::No,
    }
}

/// The rows and the round that Tera handed over.
struct Asking<'a>(&'a Kwargs);

impl Surroundings for Asking<'_> {
    fn scope(&self, reference: &Reference) -> usize {
        let row = reference.row.as_ref().map(|row| format!("r{}", row.number));
        row.and_then(|name| number(self.0, &name)).unwrap_or(SHEET)
    }

    fn is_first(&self) -> bool {
        self.0.get::<bool>("first").ok().flatten().unwrap_or(false)
    }

    fn is_last(&self) -> bool {
        self.0.get::<bool>("last").ok().flatten().unwrap_or(false)
    }
}

/// Translates an error of the engine, which checked templates should never cause.
fn engine(error: &tera::Error, template: &Template) -> Diagnostics {
    let message = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            report.message().to_owned()
        }
        _ => error.to_string(),
    };
    let message = DocumentMessage::Engine { message };
    let mut diagnostics = Diagnostics::new();
    diagnostics.push(mistakes::error(&message, template.start()));
    diagnostics
}
