//! Says what is wrong with the arguments.

use clap::error::{ContextKind as Context, ContextValue, ErrorKind};

use super::exit::Status;
use super::help;
use super::output::Terminal;
use crate::wording::Language;
use crate::wording::catalogue::loading::LoadingMessage;
use crate::wording::catalogue::workspace::WorkspaceMessage as Message;
use crate::workspace::Failure;

/// Prints the help that was asked for, or what is wrong.
pub fn report(error: &clap::Error, terminal: &Terminal) -> Status {
    let language = terminal.language();
    let is_help = |kind| matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let page = || match terminal.environment().color_out {
        true => error.render().ansi().to_string(),
        false => error.render().to_string(),
    };
    match error.kind() {
        kind if is_help(kind) => {
            terminal.data(&help::framed(&page(), language));
            Status::Clean
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            terminal.talk(&help::framed(&error.render().to_string(), language));
            Status::Unusable
        }
        kind => {
            let mut failure = Failure::new(&message(kind, error));
            failure.help = remedy(error).text();
            let status = terminal.failure(&failure);
            if let Some(ContextValue::StyledStr(usage)) = error.get(Context::Usage) {
                let usage = usage.to_string();
                let usage = usage.trim().trim_start_matches("Usage:").trim();
                let label = match language {
                    Language::Chinese => "  = 用法：",
                    Language::English => "  = usage: ",
                };
                terminal.talk(&format!("{label}{}\n", help::framed(usage, language).trim_end()));
            }
            status
        }
    }
}

fn message(kind: ErrorKind, error: &clap::Error) -> Message {
    let one = |context| text(error, context).into_iter().next().unwrap_or_default();
    let argument = one(Context::InvalidArg);
    match kind {
        ErrorKind::InvalidSubcommand => {
            Message::NoCommand { name: one(Context::InvalidSubcommand) }
        }
        ErrorKind::MissingSubcommand => Message::CommandMissing,
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            Message::NoOption { name: argument }
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            Message::Surplus { name: argument }
        }
        ErrorKind::MissingRequiredArgument => {
            Message::ArgumentMissing { names: text(error, Context::InvalidArg).join(" ") }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if one(Context::InvalidValue).is_empty() =>
        {
            Message::ValueMissing { option: argument }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Message::NotAValue { option: argument, value: one(Context::InvalidValue) }
        }
        ErrorKind::ArgumentConflict => {
            Message::Excludes { option: argument, other: one(Context::PriorArg) }
        }
        kind => Message::NotUnderstood { wording: kind.as_str().unwrap_or("?").to_owned() },
    }
}

/// The nearest name, the values there are, or where the help is.
fn remedy(error: &clap::Error) -> Remedy {
    let near = [Context::SuggestedSubcommand, Context::SuggestedArg, Context::SuggestedValue];
    if let Some(name) = near.into_iter().flat_map(|c| text(error, c)).next() {
        return Remedy::Near(LoadingMessage::DidYouMean { name });
    }
    let known = text(error, Context::ValidValue);
    if !known.is_empty() {
        return Remedy::Other(Message::ValuesAre { known: known.join(", ") });
    }
    Remedy::Other(Message::AskHelp { command: asked(error) })
}

enum Remedy {
    Near(LoadingMessage),
    Other(Message),
}

impl Remedy {
    fn text(&self) -> crate::wording::Localized {
        match self {
            Self::Near(message) => message.text(),
            Self::Other(message) => message.text(),
        }
    }
}

/// The command the usage speaks of.
fn asked(error: &clap::Error) -> String {
    let Some(ContextValue::StyledStr(usage)) = error.get(Context::Usage) else {
        return "duecause".to_owned();
    };
    let usage = usage.to_string();
    let words = usage.split_whitespace().skip_while(|w| *w != "duecause");
    words.take_while(|w| !w.starts_with(['[', '<', '-'])).collect::<Vec<_>>().join(" ")
}

fn text(error: &clap::Error, context: Context) -> Vec<String> {
    match error.get(context) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        Some(ContextValue::StyledStr(one)) => vec![one.to_string()],
        Some(ContextValue::StyledStrs(several)) => several.iter().map(|s| s.to_string()).collect(),
        _ => Vec::new(),
    }
}
