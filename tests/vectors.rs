//! Every vector of every pack, as one named test each.

use duecause::bundle::{Bundle, Library};
use duecause::report::{RenderOptions, render};
use duecause::vectors::{Runner, load, paths};
use duecause::wording::Language;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let mut library = Library::new(Bundle::embedded());
    let paths = paths(&library);
    let mut trials = vec![layers_compile(&mut library)];
    let mut runner = Runner::new();
    for path in paths {
        let Some(node) = library.node(&path).cloned() else {
            trials
                .push(Trial::test(format!("{path} is readable"), || Err(Failed::from("no tree"))));
            continue;
        };
        for vector in load(&path, &node) {
            let report = runner.run(&mut library, &vector);
            let name = format!("{}: {}", path.trim_start_matches("rules/"), report.name);
            let lines: Vec<String> = report
                .failures
                .iter()
                .map(|(span, message)| {
                    let (line, column) = library.sources().line_column(*span);
                    format!("{path}:{line}:{column}: {message}")
                })
                .collect();
            trials.push(Trial::test(name, move || {
                if lines.is_empty() { Ok(()) } else { Err(Failed::from(lines.join("\n"))) }
            }));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// Every pack and region compiles without a word.
fn layers_compile(library: &mut Library) -> Trial {
    let mut text = String::new();
    for name in library.layer_names() {
        let (_, diagnostics) = library.rule_book(&[(name.clone(), None)], None);
        if !diagnostics.is_empty() {
            let shown =
                render(&diagnostics, library.sources(), Language::English, &RenderOptions::new());
            text.push_str(&format!("{name}:\n{shown}\n"));
        }
    }
    Trial::test("every layer compiles without a word", move || {
        if text.is_empty() { Ok(()) } else { Err(Failed::from(text)) }
    })
}
