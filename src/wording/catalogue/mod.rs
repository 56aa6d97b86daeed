//! The catalogue of messages: one enum per room, each variant with typed
//! arguments, a permanent code and its text in Chinese and English.
//!
//! A message is lower-case in English, one line, without a full stop, user
//! input in backticks; the remedy is a separate help message.

/// Declares an enum of messages with their codes and texts.
///
/// Texts use inline arguments (`{name}`); a text that names an argument the
/// variant does not have does not compile.
#[macro_export]
macro_rules! catalogue {
    (
        $(#[$outer:meta])*
        pub enum $name:ident {
            $(
                $(#[$inner:meta])*
                $variant:ident $({ $($(#[$arg_meta:meta])* $arg:ident : $ty:ty),* $(,)? })? = $code:literal,
                zh: $zh:literal,
                en: $en:literal;
            )*
        }
    ) => {
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $( $(#[$inner])* $variant $({ $( $(#[$arg_meta])* #[doc = "The value to print."] $arg: $ty ),* })? ),*
        }

        impl $name {
            /// Every code of this catalogue with its Chinese and English pattern, for the page of diagnostics.
            pub const ALL: &'static [(&'static str, &'static str, &'static str)] =
                &[ $( ($code, $zh, $en) ),* ];

            /// Returns the permanent code.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code ),* }
            }

            /// Returns the text in both languages.
            #[must_use]
            pub fn text(&self) -> $crate::wording::Localized {
                match self {
                    $( Self::$variant $({ $($arg),* })? =>
                        $crate::wording::Localized::new(format!($zh), format!($en)) ),*
                }
            }
        }
    };
}

pub mod annotating;
pub mod checking;
pub mod commands;
pub mod documents;
pub mod explaining;
pub mod export;
pub mod expressions;
pub mod help;
pub mod loading;
pub mod mutating;
pub mod phrases;
pub mod remedies;
pub mod reporting;
pub mod reviewing;
pub mod schema;
pub mod workspace;
pub mod yaml;
