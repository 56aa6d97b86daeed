//! Says why a text is not a value, and how it should be written; the text itself is not repeated.

use super::values::{ValueError, YEARS, minor_digits};
use super::{Type, Vocabulary};
use crate::diag::{Diagnostic, nearest};
use crate::source::Span;
use crate::value::exact::MAX_DIGITS;
use crate::wording::Localized;
use crate::wording::catalogue::loading::LoadingMessage as Message;

/// Returns the diagnostic for a text that is not a value of a type.
pub fn refused(
    error: ValueError,
    name: &str,
    (written, span): (&str, Span),
    kind: Type,
    vocabulary: &Vocabulary,
) -> Diagnostic {
    if let (ValueError::NotAMember, Type::Choice(id)) = (error, kind) {
        let members = vocabulary.choice(id).map_or(&[][..], |c| c.members());
        let members: Vec<&str> = members.iter().map(|m| m.name()).collect();
        let message = Message::NotAMember { name: name.to_owned(), members: members.join(", ") };
        let diagnostic = Diagnostic::error(message.code(), message.text(), span);
        return match nearest(written, members) {
            Some(near) => {
                diagnostic.with_help(Message::DidYouMean { name: near.to_owned() }.text())
            }
            None => diagnostic,
        };
    }
    let diagnostic = super::load::not_of_type(name, &kind.words(vocabulary), span);
    match form(error, kind, vocabulary) {
        Some(help) => diagnostic.with_help(help),
        None => diagnostic,
    }
}

/// How a value of the type is written.
fn form(error: ValueError, kind: Type, vocabulary: &Vocabulary) -> Option<Localized> {
    let message = match (error, kind) {
        (ValueError::NoSuchDay, _) => Message::NoSuchDay,
        (ValueError::TooManyDigits, _) => Message::TooManyDigits { digits: MAX_DIGITS },
        (ValueError::BelowMinorUnit, _) => {
            let currency = vocabulary.currency().to_owned();
            let decimals = minor_digits(&currency);
            Message::MoneyDecimals { currency, decimals }
        }
        (ValueError::OtherCentury, _) => {
            Message::Years { first: *YEARS.start(), last: *YEARS.end() }
        }
        (ValueError::OtherCurrency, _) => {
            Message::MoneyCurrency { currency: vocabulary.currency().to_owned() }
        }
        (_, Type::Date) => Message::DateForm,
        (_, Type::Month) => Message::MonthForm,
        (_, Type::Truth | Type::Judgement) => Message::TruthForm,
        (_, Type::Number) => Message::NumberForm,
        (_, Type::Money) => Message::MoneyForm,
        (_, Type::Days) => Message::DaysForm,
        (_, Type::Months) => Message::MonthsForm,
        _ => return None,
    };
    Some(message.text())
}

/// Returns what is wrong with words: they are one line, and not longer than the vocabulary says.
pub(super) fn unfit(words: &str, name: &str, at_most: usize, span: Span) -> Option<Diagnostic> {
    let name = name.to_owned();
    let (message, help) = if words.contains(char::is_control) {
        (Message::NotOneLine { name }, Message::OneLineHelp)
    } else if words.chars().nth(at_most).is_some() {
        (Message::TooLong { name, limit: at_most }, Message::TooLongHelp)
    } else {
        return None;
    };
    let diagnostic = Diagnostic::error(message.code(), message.text(), span);
    Some(diagnostic.with_help(help.text()))
}
