//! What papers are made of: templates, the blocks they share, fonts, forms.

use std::path::Path;

use crate::bundle::Library;
use crate::cli::args::Target;
use crate::cli::exit::Status;
use crate::cli::output::Terminal;
use crate::diag::Diagnostics;
use crate::document::{Partials, Template};
use crate::dossier::{Fonts, Form};

/// The papers to write, and the blocks they share.
pub struct Templates {
    /// The papers.
    pub papers: Vec<Template>,
    /// The blocks.
    pub partials: Partials,
}

/// Reads the templates of a folder with these names.
///
/// # Errors
///
/// Returns the mistakes of the first template that cannot be read.
pub fn read_templates(
    library: &mut Library,
    folder: &str,
    names: &[String],
) -> Result<Templates, Diagnostics> {
    let mut partials = Partials::new();
    let below = format!("{folder}/partials");
    let paths: Vec<String> = library.bundle().below(&below).map(|(p, _)| p.to_owned()).collect();
    for path in paths {
        let name = Path::new(&path)
            .file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default();
        if let Some((file, text)) = library.text(&path) {
            partials.insert(name.clone(), Template::parse_partial(file, &name, &text)?);
        }
    }
    let mut papers = Vec::new();
    for name in names {
        let path = format!("{folder}/{name}.md");
        if let Some((file, text)) = library.text(&path) {
            papers.push(Template::parse(file, &path, &text)?);
        }
    }
    Ok(Templates { papers, partials })
}

/// Returns the embedded fonts with those of a folder.
pub fn fonts(folder: Option<&Path>, terminal: &Terminal) -> Result<Fonts, Status> {
    let mut fonts = Fonts::embedded();
    let Some(folder) = folder else { return Ok(fonts) };
    let files = crate::workspace::read_fonts(folder).map_err(|f| terminal.failure(&f))?;
    for (name, bytes) in files {
        if let Err(diagnostics) = fonts.add(&name, bytes) {
            return Err(terminal.diagnostics(&diagnostics, &Library::default(), None));
        }
    }
    Ok(fonts)
}

/// Returns the form of a target.
pub fn form(target: Target) -> Form {
    match target {
        Target::Pdf => Form::Pdf,
        Target::Docx => Form::Docx,
        Target::Html => Form::Html,
        Target::Md => Form::Markdown,
        Target::Typ => Form::Typst,
    }
}
