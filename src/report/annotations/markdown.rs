//! Markdown for a comment or the summary of a job.

use super::{Annotated, Annotation, Level, Outcome};
use crate::wording::Language;
use crate::wording::catalogue::annotating::AnnotationWords as Words;

/// Returns the page.
pub(super) fn page(annotated: &Annotated) -> String {
    let say = |words: Words| words.text().get(annotated.language).to_owned();
    let mut text = format!("## {}\n\n{}\n", escaped(&annotated.title), escaped(&annotated.summary));
    text.push_str(&format!("\n{}\n", counts(annotated)));
    if !annotated.remarks.is_empty() {
        let lines = annotated.remarks.iter().map(|r| format!("* {}\n", escaped(r)));
        text.push_str(&format!("\n{}", lines.collect::<String>()));
    }
    let mut annotations: Vec<&Annotation> = annotated.annotations().collect();
    if annotations.is_empty() {
        return text;
    }
    annotations.sort_by_key(|a| std::cmp::Reverse(a.level));
    let head = [Words::Weight, Words::Code, Words::What, Words::Where, Words::Article];
    let head: Vec<String> = head.into_iter().map(say).collect();
    text.push_str(&format!("\n| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len())));
    for annotation in annotations {
        text.push_str(&row(annotation, annotated.language));
    }
    text
}

/// How many came out how; what does not occur is left out.
fn counts(annotated: &Annotated) -> String {
    let count = |wanted: Outcome| annotated.subjects.iter().filter(|s| s.outcome == wanted).count();
    let counts = [
        Words::Failed { count: count(Outcome::Failed) },
        Words::Open { count: count(Outcome::Open) },
        Words::Passed { count: count(Outcome::Passed) },
        Words::Skipped { count: count(Outcome::Skipped) },
    ];
    let found = [Outcome::Failed, Outcome::Open, Outcome::Passed, Outcome::Skipped].map(count);
    let told = counts.iter().zip(found).filter(|(_, count)| *count > 0);
    let told: Vec<String> =
        told.map(|(words, _)| words.text().get(annotated.language).to_owned()).collect();
    told.join(match annotated.language {
        Language::Chinese => "；",
        Language::English => "; ",
    })
}

fn row(annotation: &Annotation, language: Language) -> String {
    let weight = match (&annotation.waived, annotation.level) {
        (Some(_), _) => Words::Waived,
        (None, Level::Error) => Words::Error,
        (None, Level::Warning) => Words::Warning,
        (None, Level::Note) => Words::Note,
    };
    let mut what = escaped(&annotation.sentence(language));
    for more in annotation.waived.iter().chain(&annotation.help) {
        what.push_str("<br>");
        what.push_str(&escaped(more));
    }
    let place = annotation
        .places
        .first()
        .map(|(p, _)| format!("`{}:{}:{}`", p.file.replace(['`', '|'], ""), p.start.0, p.start.1));
    let cells = [
        weight.text().get(language).to_owned(),
        format!("`{}`", annotation.code),
        what,
        place.unwrap_or_default(),
        escaped(&annotation.citation),
    ];
    format!("| {} |\n", cells.join(" | "))
}

/// Text whose signs mean nothing in a table of Markdown.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => safe.push(' '),
            '<' => safe.push_str("&lt;"),
            '|' | '*' | '_' | '\\' | '[' | ']' => {
                safe.push('\\');
                safe.push(c);
            }
            c => safe.push(c),
        }
    }
    safe
}
