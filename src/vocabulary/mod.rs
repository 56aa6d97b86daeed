//! What a case may say: facts, lists, choices, questions, kinds of evidence,
//! kinds of documents, grounds, and the sources a rule may cite.
//!
//! ```text
//! pack/1, vocabulary/1, documents/1 ──load──▶ Vocabulary
//! ```
//!
//! **Invariant:** every id of a [`Vocabulary`] indexes into it; ids are dense
//! and follow the order of declaration.

pub mod calendar;
mod chain;
pub mod documents;
pub mod load;
mod range;
mod refused;
pub mod sources;
pub mod types;
pub mod values;
mod words;

pub use chain::{Chain, Event, ExhibitGroup};
pub use documents::{Audience, DocumentKind, Ground, Signatory};
pub use load::load;
pub use range::Range;
pub use refused::refused;
pub use sources::{Citation, Confidence, Source};
pub use types::Type;
pub use words::{
    Choice, EvidenceKind, Fact, Field, List, Measure, Member, QuestionGroup, Vocabulary,
};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// Returns the position.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// Returns the id of a position.
            #[must_use]
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )* };
}
pub(crate) use ids;

ids! {
    /// Names a fact.
    FactId,
    /// Names a list.
    ListId,
    /// Names a field of a list.
    FieldId,
    /// Names a choice.
    ChoiceId,
}
