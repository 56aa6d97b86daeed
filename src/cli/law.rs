//! `duecause law`

mod examples;

use super::args::Law;
use super::exit::Status;
use super::output::Terminal;
use crate::bundle::{Library, RuleBook};
use crate::compile::RuleSet;
use crate::diag::nearest;
use crate::report::law;
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::{Failure, find_root};

/// Runs the command.
pub fn run(command: &Law, terminal: &Terminal) -> Status {
    let here = std::path::Path::new(".");
    let bundle = match find_root(here).bundle() {
        Ok(bundle) => bundle,
        Err(failure) => return terminal.failure(&failure),
    };
    let mut library = Library::new(bundle);
    let (book, diagnostics) = library.rule_book(&[(command.law.clone(), None)], None);
    let Some(book) = book else { return terminal.diagnostics(&diagnostics, &library, None) };
    let color = terminal.environment().color_out;
    if command.documents {
        terminal.data(&law::documents(&book.rules, terminal.language(), color));
        return Status::Clean;
    }
    if command.sources {
        let regions = regions(&mut library, &command.law);
        let all: Vec<&RuleSet> = [&book].into_iter().chain(&regions).map(|b| &b.rules).collect();
        terminal.data(&law::sources(&all, terminal.language(), color));
        return Status::Clean;
    }
    let Some(name) = &command.name else {
        terminal.data(&law::list(&book.rules, terminal.language(), color));
        return Status::Clean;
    };
    match law::page(&book.rules, name, library.sources(), terminal.language(), color) {
        Some(page) => {
            terminal.data(&page);
            if let Some((_, entry)) = book.rules.requirement_named(name) {
                terminal.data(&examples::examples(&mut library, entry, terminal.language()));
            }
            Status::Clean
        }
        None => {
            let known = book.rules.names().map(|(name, _)| name);
            let rules =
                book.rules.requirements().iter().flat_map(|r| [r.id.as_str(), r.code.as_str()]);
            let mut failure = Failure::new(&Message::NothingNamed { name: name.clone() });
            if let Some(near) = nearest(name, known.chain(rules)) {
                failure.help = LoadingMessage::DidYouMean { name: near.to_owned() }.text();
            }
            terminal.failure(&failure)
        }
    }
}

/// The layers over a pack: what cites an instrument of it may stand in a region.
fn regions(library: &mut Library, pack: &str) -> Vec<RuleBook> {
    let above = format!("{pack}/regions/");
    let names = library.layer_names().into_iter().filter(|name| name.starts_with(&above));
    let names: Vec<String> = names.collect();
    names.into_iter().filter_map(|name| library.rule_book(&[(name, None)], None).0).collect()
}
