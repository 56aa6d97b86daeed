//! The texts of `--help` in the language of the run.

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory as _};

use super::args::Arguments;
use crate::wording::Language;
use crate::wording::catalogue::help::{HelpFrameWords, HelpWords};

/// Returns the commands with their texts in a language.
pub fn command(language: Language) -> Command {
    let command = Arguments::command();
    match language {
        Language::English => command,
        Language::Chinese => in_chinese(command),
    }
}

/// Returns the language the arguments ask for, before anybody can parse them.
pub fn language(arguments: &[OsString], otherwise: Language) -> Language {
    let mut words = arguments.iter().map(|a| a.to_string_lossy()).take_while(|a| a != "--");
    let mut found = None;
    while let Some(word) = words.next() {
        let asked = match word.strip_prefix("--lang") {
            Some("") => words.next().map(|w| w.into_owned()),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        found = asked.as_deref().and_then(Language::from_tag).or(found);
    }
    found.unwrap_or(otherwise)
}

/// Returns the text of a page of help as a language frames it.
pub fn framed(page: &str, language: Language) -> String {
    if language == Language::English {
        return page.to_owned();
    }
    let mut page = page.to_owned();
    for (_, zh, en) in HelpFrameWords::ALL {
        page = page.replace(en, zh);
    }
    // What clap adds by itself, and what its values mean, can only be replaced in the page.
    page.split_inclusive('\n').map(line).collect()
}

/// A line of help: `- name: text` about a value, or a name and its text in two columns.
fn line(line: &str) -> String {
    let is_value = line.trim_start().starts_with("- ");
    let split = match is_value {
        true => line.split_once(": ").map(|(name, text)| (format!("{name}："), text)),
        false => line.rsplit_once("  ").map(|(name, text)| (format!("{name}  "), text)),
    };
    let told = split.and_then(|(name, text)| Some((name, chinese(text.trim())?)));
    told.map_or_else(|| line.to_owned(), |(name, zh)| format!("{name}{zh}\n"))
}

fn in_chinese(command: Command) -> Command {
    let about = command.get_about().and_then(|text| chinese(&text.to_string()));
    let after = command.get_after_help().and_then(|text| chinese(&text.to_string()));
    let mut command = command.mut_args(argument).mut_subcommands(in_chinese);
    if let Some(about) = about {
        command = command.about(about);
    }
    if let Some(after) = after {
        command = command.after_help(after);
    }
    command
}

fn argument(arg: Arg) -> Arg {
    let help = arg.get_help().and_then(|text| chinese(&text.to_string()));
    let takes_values = arg.get_action().takes_values();
    let shown = arg.get_value_names().and_then(|names| names.first().map(|n| n.to_string()));
    let shown = shown.unwrap_or_else(|| arg.get_id().as_str().to_uppercase());
    let arg = match help {
        Some(help) => arg.help(help),
        None => arg,
    };
    match chinese(&shown).filter(|_| takes_values) {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

/// Returns the Chinese of an English text of the catalogue.
fn chinese(english: &str) -> Option<&'static str> {
    HelpWords::ALL.iter().find(|(_, _, en)| *en == english).map(|(_, zh, _)| *zh)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Collects the texts of a command and of those below it that have no Chinese.
    fn untold(command: &Command, lacking: &mut Vec<String>) {
        let about = command.get_about().into_iter().chain(command.get_after_help());
        let mut texts: Vec<String> = about.map(|t| t.to_string()).collect();
        for arg in command.get_arguments() {
            texts.extend(arg.get_help().map(|t| t.to_string()));
            let names = arg.get_value_names().into_iter().flatten().map(|n| n.to_string());
            texts.extend(names.filter(|_| arg.get_action().takes_values()));
            let values = arg.get_possible_values();
            texts.extend(values.iter().filter_map(|v| v.get_help()).map(|t| t.to_string()));
        }
        lacking.extend(texts.into_iter().filter(|text| chinese(text).is_none()));
        command.get_subcommands().for_each(|below| untold(below, lacking));
    }

    #[test]
    fn every_text_of_help_has_its_chinese() {
        let mut lacking = Vec::new();
        untold(&Arguments::command(), &mut lacking);
        assert_eq!(lacking, Vec::<String>::new());
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        let spoken = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            language(&words, Language::English)
        };
        assert_eq!(spoken(&["check", "--lang", "zh"]), Language::Chinese);
        assert_eq!(spoken(&["--lang=zh", "--nonsense"]), Language::Chinese);
        assert_eq!(spoken(&["check", "--", "--lang", "zh"]), Language::English);
        assert_eq!(spoken(&["--lang", "xx"]), Language::English);
    }
}
