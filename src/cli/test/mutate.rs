//! `duecause test --mutate`

use std::collections::BTreeSet;

use crate::bundle::Library;
use crate::cli::exit::Status;
use crate::cli::output::Terminal;
use crate::diag::nearest;
use crate::value::{Exact, Rounding};
use crate::vectors::{Explanation, Mutation, Place, Unready};
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::mutating::MutatingWords as Words;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::Failure;

/// Runs the command.
pub fn run(library: &mut Library, filter: Option<&str>, terminal: &Terminal) -> Status {
    let mut mutation = match Mutation::new(library) {
        Ok(mutation) => mutation,
        Err(unready) => return not_ready(&unready, library, terminal),
    };
    let places: Vec<Place> = mutation.places().cloned().collect();
    let meant: Vec<usize> = (0..places.len())
        .filter(|n| places.get(*n).is_some_and(|p| filter.is_none_or(|f| is_meant(p, f))))
        .collect();
    if let (true, Some(filter)) = (meant.is_empty(), filter) {
        let words: BTreeSet<String> = places.into_iter().flat_map(|p| [p.rule, p.code]).collect();
        return nothing_meant(filter, &words, terminal);
    }
    let explanations = mutation.explanations().to_vec();
    let mut tally = Tally::default();
    let mut stale = Vec::new();
    for number in meant {
        let Some(place) = places.get(number) else { continue };
        let about: Vec<&Explanation> = explanations.iter().filter(|e| e.is_about(place)).collect();
        if mutation.noticed_by(number).is_some() {
            tally.noticed += 1;
            stale.extend(about.into_iter().map(|e| (e.span, words_of(place, true))));
        } else if let Some(explanation) = about.first() {
            tally.explained += 1;
            let reason = explanation.reason.get(terminal.language());
            terminal.data(&format!("{}\n  = {reason}\n", line(place, terminal)));
        } else {
            tally.unexplained += 1;
            terminal.data(&format!("{}\n", line(place, terminal)));
        }
    }
    let nowhere = explanations.iter().filter(|e| !places.iter().any(|p| e.is_about(p)));
    stale.extend(nowhere.map(|e| (e.span, Words::NoSuchPlace { rule: e.rule.clone() })));
    for (span, words) in &stale {
        let (line, column) = library.sources().line_column(*span);
        let file = library.sources().get(span.file()).map_or("", |f| f.name());
        let words = words.text();
        terminal.data(&format!("{file}:{line}:{column}: {}\n", words.get(terminal.language())));
    }
    terminal.data(&format!("{}\n", tally.sum().text().get(terminal.language())));
    if tally.unexplained > 0 || !stale.is_empty() { Status::Blocked } else { Status::Clean }
}

/// A filter that means nothing is a slip, and must not look like success.
fn nothing_meant(filter: &str, words: &BTreeSet<String>, terminal: &Terminal) -> Status {
    let mut failure = Failure::new(&Message::NothingToChange { filter: filter.to_owned() });
    failure.help = match nearest(filter, words.iter().map(String::as_str)) {
        Some(near) => LoadingMessage::DidYouMean { name: near.to_owned() }.text(),
        None => Message::NothingToChangeHelp.text(),
    };
    terminal.failure(&failure)
}

/// Whether a filter means a change: by name or code of its rule, or by part of its file's path.
fn is_meant(place: &Place, filter: &str) -> bool {
    let filter = filter.to_lowercase();
    place.rule.to_lowercase() == filter
        || place.code.to_lowercase() == filter
        || place.file.to_lowercase().contains(&filter)
}

fn line(place: &Place, terminal: &Terminal) -> String {
    let words = words_of(place, false).text();
    let Place { file, line, column, .. } = place;
    format!("{file}:{line}:{column}: {}", words.get(terminal.language()))
}

fn words_of(place: &Place, is_stale: bool) -> Words {
    let (at, becomes, nth) = (place.at.clone(), place.becomes.clone(), place.nth);
    let rule = match place.code.as_str() {
        "" => place.rule.clone(),
        code => format!("{code} {}", place.rule),
    };
    match (is_stale, place.is_one_of_several) {
        (true, _) => Words::Stale { rule, at, becomes },
        (false, true) => Words::UnnoticedOfSeveral { rule, at, becomes, nth },
        (false, false) => Words::Unnoticed { rule, at, becomes },
    }
}

fn not_ready(unready: &Unready, library: &Library, terminal: &Terminal) -> Status {
    match unready {
        Unready::Files(found) => terminal.diagnostics(found, library, None),
        Unready::Vectors(count) => {
            let mut failure = Failure::new(&Message::VectorsFail { count: *count });
            failure.help = Message::VectorsFailHelp.text();
            terminal.failure(&failure);
            Status::Blocked
        }
    }
}

#[derive(Default)]
struct Tally {
    noticed: usize,
    explained: usize,
    unexplained: usize,
}

impl Tally {
    fn sum(&self) -> Words {
        let rest = self.explained + self.unexplained;
        let all = self.noticed + rest;
        let percent = percent(rest, all);
        Words::Sum { all, noticed: self.noticed, rest, percent, explained: self.explained }
    }
}

/// A share in per cent, to one place.
fn percent(part: usize, whole: usize) -> String {
    let exact = |n: usize| Exact::whole(i64::try_from(n).unwrap_or(i64::MAX));
    let hundred = exact(part).checked_mul(Exact::whole(100)).ok();
    let share = hundred.and_then(|n| n.checked_div(exact(whole)).ok().flatten());
    let tenth = Exact::parse("0.1").unwrap_or(Exact::ONE);
    let share = share.and_then(|s| s.round(tenth, Rounding::HalfUp).ok());
    let text = share.and_then(|s| s.to_decimal(1)).unwrap_or_default();
    format!("{text} %")
}
