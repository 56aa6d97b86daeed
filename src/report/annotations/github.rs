//! Workflow commands of GitHub Actions: one line for each annotation.

use super::{Annotated, Annotation, Level};

/// Returns the commands.
pub(super) fn commands(annotated: &Annotated) -> String {
    annotated.annotations().map(command).collect()
}

fn command(annotation: &Annotation) -> String {
    let name = match (&annotation.waived, annotation.level) {
        (Some(_), _) | (None, Level::Note) => "notice",
        (None, Level::Warning) => "warning",
        (None, Level::Error) => "error",
    };
    let mut properties = Vec::new();
    if let Some((place, _)) = annotation.places.first() {
        properties.push(format!("file={}", property(&place.file)));
        properties.push(format!("line={}", place.start.0));
        properties.push(format!("endLine={}", place.end.0));
        // Columns are only shown where an annotation keeps to one line.
        if place.start.0 == place.end.0 {
            properties.push(format!("col={}", place.start.1));
            properties.push(format!("endColumn={}", place.end.1));
        }
    }
    let title = match annotation.title.as_str() {
        "" => annotation.code.clone(),
        title => format!("{} {title}", annotation.code),
    };
    properties.push(format!("title={}", property(&title)));
    let citation = Some(annotation.citation.clone()).filter(|c| !c.is_empty());
    let lines = [annotation.message.clone()].into_iter().chain(citation);
    let lines = lines.chain(annotation.waived.clone()).chain(annotation.help.iter().cloned());
    let text = lines.collect::<Vec<_>>().join("\n");
    format!("::{name} {}::{}\n", properties.join(","), data(&text))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
