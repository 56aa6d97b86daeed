//! Rows of a case's lists.

use super::evidence::{Exhibit, references};
use super::facts::{Cell, Context, Slot, Stated, stated};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::Span;
use crate::syntax::Node;
use crate::syntax::expression::parser::truth;
use crate::syntax::fields::text;
use crate::value::Value;
use crate::vocabulary::load::unknown_here;
use crate::vocabulary::{FieldId, List, ListId, Vocabulary};
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// The rows of one list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    given: bool,
    complete: bool,
    rows: Vec<Row>,
    /// The first value of its first row in the file, or where it is written.
    start: Option<Span>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    name: String,
    span: Option<Span>,
    key: Option<Span>,
    cells: Vec<Stated>,
}

impl Rows {
    /// Hands out each cell with the position of its field.
    pub(super) fn cells_mut(&mut self, mut each: impl FnMut(usize, &mut Stated)) {
        for row in &mut self.rows {
            row.cells.iter_mut().enumerate().for_each(|(at, cell)| each(at, cell));
        }
    }

    /// Returns known rows; `complete` says that there are no others.
    #[must_use]
    pub fn known(rows: Vec<Row>, complete: bool) -> Self {
        Self { given: true, complete, rows, start: None }
    }

    /// Returns where the list begins: the first value of its first row, or where an empty one is written.
    #[must_use]
    pub fn start(&self) -> Option<Span> {
        self.start
    }

    /// Returns whether the case gives the list at all.
    #[must_use]
    pub fn is_given(&self) -> bool {
        self.given
    }

    /// Returns whether there are no other rows.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.complete
    }

    /// Returns the rows in the order of their key.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns a row by its position.
    #[must_use]
    pub fn row(&self, position: u32) -> Option<&Row> {
        self.rows.get(position as usize)
    }
}

impl Row {
    /// Returns a row whose cells are `cells`, in the order of the list's fields.
    #[must_use]
    pub fn new(name: impl Into<String>, cells: Vec<Stated>) -> Self {
        Self { name: name.into(), span: None, key: None, cells }
    }

    /// Returns the row's key as text, such as `F1` or `sales, 2025-04`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns where it stands.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.span
    }

    /// Returns a cell.
    #[must_use]
    pub fn cell(&self, field: FieldId) -> Option<&Stated> {
        self.cells.get(field.index())
    }

    /// Where the key stands, or the row if the key is in several places.
    fn key_span(&self) -> Option<Span> {
        self.key.or(self.span)
    }

    /// Returns the exhibits its cells stand on, in the order of the fields.
    pub fn evidence_of_all(&self) -> impl Iterator<Item = u32> {
        self.cells.iter().flat_map(|c| c.evidence().iter().copied())
    }

    /// The key's values, by which rows are ordered.
    fn order(&self, list: &List) -> Vec<Option<Value>> {
        let value = |field: &FieldId| match self.cell(*field).map(Stated::cell) {
            Some(Cell::Known(value)) => Some(value.clone()),
            _ => None,
        };
        list.key().iter().map(value).collect()
    }
}

pub(super) fn load(
    sections: [Option<&Node>; 2],
    evidence: &[Exhibit],
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Vec<Rows> {
    let mut lists = vec![Rows::default(); vocabulary.lists().len()];
    let context = Context { vocabulary, evidence, lists: &[] };
    for entry in sections.into_iter().flatten().filter_map(Node::entries).flatten() {
        let Some((id, list)) = vocabulary.list_named(entry.key()) else {
            let known = vocabulary.lists().iter().map(|l| l.name());
            let what = Localized::new("列表", "list");
            diagnostics.push(unknown_here(
                &what,
                entry.key(),
                entry.key_span(),
                known,
                vocabulary.name(),
            ));
            continue;
        };
        if let Some(place) = lists.get_mut(id.index()) {
            *place = rows(entry.value(), list, &context, diagnostics);
        }
    }
    resolve_rows(sections, &mut lists, vocabulary, evidence, diagnostics);
    lists
}

fn rows(node: &Node, list: &List, context: &Context<'_>, diagnostics: &mut Diagnostics) -> Rows {
    let (items, complete) = match node.items() {
        Some(items) => (items, true),
        None => {
            let items = node.get("rows").and_then(Node::items).unwrap_or(&[]);
            (items, text(node, "complete").and_then(truth) != Some(false))
        }
    };
    let mut rows: Vec<Row> = items.iter().map(|n| row(n, list, context, diagnostics)).collect();
    rows.sort_by_cached_key(|r| r.order(list));
    let keyed = |row: &Row| row.order(list).iter().all(Option::is_some) && !list.key().is_empty();
    for pair in rows.windows(2) {
        let [first, second] = pair else { continue };
        if keyed(first) && first.order(list) == second.order(list) {
            let message = Message::DuplicateRow { list: list.name().to_owned() };
            let mut diagnostic =
                Diagnostic::new(message.code(), crate::diag::Severity::Error, message.text());
            for span in [second.span, first.span].into_iter().flatten() {
                diagnostic = diagnostic.at(span);
            }
            diagnostics.push(diagnostic);
        }
    }
    let first = items.first().unwrap_or(node);
    let start = first.entries().and_then(<[_]>::first).map_or(first.span(), |e| e.value().span());
    let start = Some(start);
    Rows { given: true, complete, rows, start }
}

fn row(node: &Node, list: &List, context: &Context<'_>, diagnostics: &mut Diagnostics) -> Row {
    let mut cells = vec![Stated::default(); list.fields().len()];
    for entry in node.entries().unwrap_or(&[]) {
        if entry.key() == "evidence" && list.field_named("evidence").is_none() {
            continue;
        }
        let Some((id, field)) = list.field_named(entry.key()) else {
            let known = list.fields().iter().map(|f| f.name());
            let what = Localized::new("字段", "field");
            diagnostics.push(unknown_here(
                &what,
                entry.key(),
                entry.key_span(),
                known,
                context.vocabulary.name(),
            ));
            continue;
        };
        if matches!(field.kind(), crate::vocabulary::Type::Row(_)) && context.lists.is_empty() {
            continue;
        }
        let name = format!("{}.{}", list.name(), field.name());
        let slot = Slot {
            name: &name,
            kind: field.kind(),
            optional: field.is_optional(),
            range: field.range(),
        };
        if let Some(place) = cells.get_mut(id.index()) {
            *place = stated(entry.value(), &slot, context, diagnostics);
        }
    }
    let evidence = references(node, context.evidence, diagnostics);
    cells.iter_mut().for_each(|c| c.set_evidence_if_none(&evidence));
    let key = match list.key() {
        [one] => list.field(*one).and_then(|f| node.get(f.name())).map(Node::span),
        _ => None,
    };
    Row { name: key_text(node, list, diagnostics), span: Some(node.span()), key, cells }
}

fn key_text(node: &Node, list: &List, diagnostics: &mut Diagnostics) -> String {
    let mut parts = Vec::new();
    for field in list.key().iter().filter_map(|id| list.field(*id)) {
        let part = node.get(field.name()).and_then(|n| n.text().or_else(|| text(n, "value")));
        match part {
            Some(part) => parts.push(part),
            None => {
                let message = Message::KeyMissing {
                    list: list.name().to_owned(),
                    field: field.name().to_owned(),
                };
                diagnostics.push(Diagnostic::error(message.code(), message.text(), node.span()));
            }
        }
    }
    parts.join(", ")
}

/// Fields that name a row of another list can only be read once all lists are.
fn resolve_rows(
    sections: [Option<&Node>; 2],
    lists: &mut [Rows],
    vocabulary: &Vocabulary,
    evidence: &[Exhibit],
    diagnostics: &mut Diagnostics,
) {
    let refers =
        |l: &List| l.fields().iter().any(|f| matches!(f.kind(), crate::vocabulary::Type::Row(_)));
    if !vocabulary.lists().iter().any(refers) {
        return;
    }
    let known = lists.to_vec();
    let context = Context { vocabulary, evidence, lists: &known };
    for entry in sections.into_iter().flatten().filter_map(Node::entries).flatten() {
        if let Some((id, list)) = vocabulary.list_named(entry.key()).filter(|(_, l)| refers(l))
            && let Some(place) = lists.get_mut(id.index())
        {
            *place = rows(entry.value(), list, &context, diagnostics);
        }
    }
}

/// Returns the row of a list that a text names.
pub(super) fn row_named(
    written: &str,
    list: ListId,
    span: Span,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Cell {
    let rows = context.lists.get(list.index());
    let position = rows.and_then(|r| r.rows.iter().position(|row| row.name == written));
    if let Some(position) = position.and_then(|p| u32::try_from(p).ok()) {
        return Cell::Known(Value::Row(position));
    }
    let name = context.vocabulary.list(list).map_or("", |l| l.name());
    let message = Message::NoSuchRow { list: name.to_owned() };
    let diagnostic = Diagnostic::error(message.code(), message.text(), span);
    let rows = rows.map_or(&[][..], Rows::rows);
    let near = crate::diag::nearest(written, rows.iter().map(Row::name));
    let place = near.and_then(|near| rows.iter().find(|r| r.name == near)?.key_span());
    diagnostics.push(match place {
        Some(place) => diagnostic.with_label(place, Message::DidYouMeanThis.text()),
        None => diagnostic.with_help(Message::NameOfRow.text()),
    });
    Cell::Unknown
}
