//! Loads `test/1` files.

use crate::bundle::Library;
use crate::source::Span;
use crate::syntax::fields::{entries, items, text};
use crate::syntax::{Entry, Node};

/// One worked example.
#[derive(Debug, Clone)]
pub struct Vector {
    /// What it shows.
    pub name: String,
    /// Id, such as `CN-V003`; empty if it has none.
    pub id: String,
    /// Where it stands.
    pub span: Span,
    /// Layers.
    pub extends: Vec<String>,
    /// Ground.
    pub ground: String,
    /// Date of knowledge as written.
    pub as_of: String,
    /// The node with `facts`, `lists`, `set`, `evidence`, `accept`.
    pub given: Node,
    /// What is expected.
    pub expect: Expectation,
    /// Who computes it differently, if somebody does.
    pub differs: Option<String>,
}

/// What a vector expects: names with their values as written and their places.
#[derive(Debug, Clone, Default)]
pub struct Expectation {
    /// Definitions, figures, deadlines and parameters.
    pub values: Vec<(String, String, Span)>,
    /// Computed columns, for each row of the list in the order of the rows.
    pub columns: Vec<Column>,
    /// Outcomes by requirement.
    pub findings: Vec<(String, String, Span)>,
    /// Severities after downgrade and upgrade, by requirement.
    pub severities: Vec<(String, String, Span)>,
    /// Requirements that are not satisfied, at least these.
    pub fires: Vec<(String, Span)>,
    /// Verdicts by document.
    pub verdicts: Vec<(String, String, Span)>,
    /// Facts that the values named above wait for; exactly these.
    pub missing: Option<Vec<String>>,
    /// Citations of the values named above, at least these.
    pub cites: Vec<String>,
}

/// What a vector expects of a computed column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// The value in each row as written, with its place.
    pub rows: Vec<(String, Span)>,
}

impl Expectation {
    /// Returns how many things are asserted.
    #[must_use]
    pub fn count(&self) -> usize {
        self.values.len()
            + self.columns.iter().map(|c| c.rows.len()).sum::<usize>()
            + self.findings.len()
            + self.severities.len()
            + self.fires.len()
            + self.verdicts.len()
            + self.cites.len()
            + usize::from(self.missing.is_some())
    }
}

/// Returns the paths of the files with vectors, those of every pack.
#[must_use]
pub fn paths(library: &Library) -> Vec<String> {
    let below = library.bundle().below("rules").map(|(path, _)| path.to_owned());
    below.filter(|path| path.contains("/tests/")).collect()
}

/// Loads the vectors of one file; those that name no layers run against the pack in whose folder they lie.
#[must_use]
pub fn load(path: &str, file: &Node) -> Vec<Vector> {
    let pack = path.strip_prefix("rules/").unwrap_or(path).split('/').next().unwrap_or_default();
    items(file, "vectors").map(|node| vector(pack, file, node)).collect()
}

fn vector(pack: &str, file: &Node, node: &Node) -> Vector {
    let own = |key: &str| text(node, key).or(text(file, key)).unwrap_or_default().to_owned();
    let extends = if node.get("extends").is_some() { node } else { file };
    let expect = node.get("expect").cloned().unwrap_or_else(|| node.clone());
    Vector {
        name: text(node, "name").unwrap_or_default().to_owned(),
        id: text(node, "id").unwrap_or_default().to_owned(),
        span: node.get("name").map_or(node.span(), Node::span),
        extends: match items(extends, "extends")
            .filter_map(|n| n.text().map(str::to_owned))
            .collect::<Vec<_>>()
        {
            none if none.is_empty() => vec![pack.to_owned()],
            named => named,
        },
        ground: own("ground"),
        as_of: own("as_of"),
        given: node.clone(),
        expect: expectation(&expect),
        differs: node.get("differs").and_then(|d| text(d, "who")).map(str::to_owned),
    }
}

fn expectation(node: &Node) -> Expectation {
    let pairs = |key: &str| {
        entries(node, key)
            .filter_map(|e| {
                Some((e.key().to_owned(), e.value().text()?.to_owned(), e.value().span()))
            })
            .collect()
    };
    let list = |key: &str| {
        items(node, key).filter_map(|n| n.text().map(str::to_owned)).collect::<Vec<_>>()
    };
    Expectation {
        values: pairs("values"),
        columns: entries(node, "columns").map(column).collect(),
        findings: pairs("findings"),
        severities: pairs("severities"),
        fires: items(node, "fires")
            .filter_map(|n| Some((n.text()?.to_owned(), n.span())))
            .collect(),
        verdicts: pairs("verdicts"),
        missing: node.get("missing").map(|_| list("missing")),
        cites: list("cites"),
    }
}

fn column(entry: &Entry) -> Column {
    let rows = entry.value().one_or_many();
    let rows = rows.filter_map(|n| Some((n.text()?.to_owned(), n.span()))).collect();
    Column { name: entry.key().to_owned(), span: entry.key_span(), rows }
}
