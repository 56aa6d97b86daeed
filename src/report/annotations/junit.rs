//! JUnit XML: a suite with a test case for each file or requirement.

use super::{Annotated, Annotation, Outcome, Subject};
use crate::wording::Language;

/// Returns the suite.
pub(super) fn suite(annotated: &Annotated) -> String {
    let count = |wanted: Outcome| annotated.subjects.iter().filter(|s| s.outcome == wanted).count();
    let counts = format!(
        "tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\"",
        annotated.subjects.len(),
        count(Outcome::Failed),
        count(Outcome::Open),
        count(Outcome::Skipped),
    );
    let name = escaped(&annotated.title);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"duecause\" {counts}>\n  \
         <testsuite name=\"{name}\" {counts}>\n"
    );
    let class = format!("duecause.{}", annotated.command);
    let language = annotated.language;
    annotated.subjects.iter().for_each(|s| text.push_str(&case(s, &class, language)));
    text.push_str("  </testsuite>\n</testsuites>\n");
    text
}

fn case(subject: &Subject, class: &str, language: Language) -> String {
    let head = format!("    <testcase classname=\"{class}\" name=\"{}\"", escaped(&subject.name));
    let words: Vec<String> = subject.annotations.iter().map(|a| words(a, language)).collect();
    let words = escaped(&words.join("\n\n"));
    let first = subject.annotations.first();
    let message = escaped(first.map_or("", |a| a.message.as_str()));
    let kind = escaped(first.map_or("", |a| a.code.as_str()));
    let body = match (subject.outcome, first) {
        (Outcome::Passed, None) => return format!("{head}/>\n"),
        (Outcome::Passed, Some(_)) => format!("<system-out>{words}</system-out>"),
        (Outcome::Failed, _) => {
            format!("<failure type=\"{kind}\" message=\"{message}\">{words}</failure>")
        }
        (Outcome::Open, _) => {
            format!("<error type=\"undetermined\" message=\"{message}\">{words}</error>")
        }
        (Outcome::Skipped, None) => "<skipped/>".to_owned(),
        (Outcome::Skipped, Some(_)) => format!("<skipped message=\"{message}\"/>"),
    };
    format!("{head}>\n      {body}\n    </testcase>\n")
}

/// An annotation as lines of text.
fn words(annotation: &Annotation, language: Language) -> String {
    let place =
        annotation.places.first().map(|(p, _)| format!("{}:{}:{}", p.file, p.start.0, p.start.1));
    let mut lines: Vec<String> = place.into_iter().collect();
    lines.push(format!("[{}] {}", annotation.code, annotation.sentence(language)));
    lines.extend(Some(annotation.citation.clone()).filter(|c| !c.is_empty()));
    lines.extend(annotation.waived.clone());
    lines.extend(annotation.help.iter().cloned());
    lines.join("\n")
}

/// Text as it may stand in XML, in content and in quotation marks.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(c),
            // No other control character may stand in XML 1.0, not even escaped.
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => safe.push('\u{FFFD}'),
            c => safe.push(c),
        }
    }
    safe
}
