//! `duecause schema`

use super::args::Schema;
use super::exit::Status;
use super::output::Terminal;
use crate::bundle::{Bundle, Library};
use crate::diag::nearest;
use crate::syntax::SchemaKind;
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::Failure;

/// Schemas of what the program prints, by kind.
const OUTPUTS: [(&str, &str); 2] = [
    ("review", include_str!("../../schemas/review-1.json")),
    ("explain", include_str!("../../schemas/explain-1.json")),
];

/// Runs the command.
pub fn run(command: &Schema, terminal: &Terminal) -> Status {
    if let Some((_, text)) = OUTPUTS.iter().find(|(name, _)| *name == command.kind) {
        terminal.data(text);
        return Status::Clean;
    }
    let Some(kind) = SchemaKind::from_name(&command.kind) else {
        let outputs = OUTPUTS.iter().map(|(name, _)| *name);
        let known: Vec<&str> =
            SchemaKind::ALL.map(SchemaKind::name).into_iter().chain(outputs).collect();
        let (name, list) = (command.kind.clone(), known.join(", "));
        let mut failure = Failure::new(&Message::NoKindOfFile { name, known: list });
        if let Some(near) = nearest(&command.kind, known) {
            failure.help = LoadingMessage::DidYouMean { name: near.to_owned() }.text();
        }
        return terminal.failure(&failure);
    };
    let Some(layer) = &command.law else {
        terminal.data(kind.text());
        return Status::Clean;
    };
    let mut library = Library::new(Bundle::embedded());
    let (book, diagnostics) = library.rule_book(&[(layer.clone(), None)], None);
    let Some(book) = book else { return terminal.diagnostics(&diagnostics, &library, None) };
    let schema = crate::report::specialised_schema(kind, &book.rules);
    terminal.data(&format!("{schema:#}\n"));
    Status::Clean
}
