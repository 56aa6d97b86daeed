//! `duecause schema`

use super::args::Schema;
use super::exit::Status;
use super::output::Terminal;
use crate::bundle::{Bundle, Library};
use crate::diag::nearest;
use crate::syntax::SchemaKind;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage;
use crate::workspace::Failure;

/// Runs the command.
pub fn run(command: &Schema, terminal: &Terminal) -> Status {
    let Some(kind) = SchemaKind::from_name(&command.kind) else {
        let known = SchemaKind::ALL.map(SchemaKind::name);
        let message = Localized::new(
            format!("没有 `{}` 这种文件，可选：{}", command.kind, known.join("、")),
            format!("there is no kind of file `{}`; there are {}", command.kind, known.join(", ")),
        );
        let help = nearest(&command.kind, known)
            .map(|near| LoadingMessage::DidYouMean { name: near.to_owned() }.text());
        let failure = Failure { code: "E0301", message, help: help.unwrap_or_default() };
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
