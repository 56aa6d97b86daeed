//! Types of facts, parameters and expressions.

use super::{ChoiceId, ListId, Vocabulary};
use crate::wording::Localized;

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// Yes or no.
    Truth,
    /// A number without unit.
    Number,
    /// An amount in the pack's currency.
    Money,
    /// Days.
    Days,
    /// Months.
    Months,
    /// A date.
    Date,
    /// A calendar month.
    Month,
    /// A member of a choice.
    Choice(ChoiceId),
    /// Words, printed; two facts may be asked whether they say the same.
    Words,
    /// The answer to an open norm, with its author.
    Judgement,
    /// A row of a list.
    Row(ListId),
    /// A strength of proof.
    Proof,
}

impl Type {
    /// Returns the type written as in a pack, such as `choice of metric`.
    #[must_use]
    pub fn parse(text: &str, vocabulary: &Vocabulary) -> Option<Self> {
        Some(match text.trim() {
            "yes/no" => Self::Truth,
            "number" | "share" => Self::Number,
            "money" => Self::Money,
            "days" | "weeks" => Self::Days,
            "months" | "years" => Self::Months,
            "date" => Self::Date,
            "month" => Self::Month,
            "words" => Self::Words,
            "judgement" => Self::Judgement,
            "proof" => Self::Proof,
            other => {
                if let Some(name) = other.strip_prefix("choice of ") {
                    Self::Choice(vocabulary.choice_named(name.trim())?.0)
                } else {
                    Self::Row(vocabulary.list_named(other.strip_prefix("row of ")?.trim())?.0)
                }
            }
        })
    }

    /// Returns the words a message uses for it.
    #[must_use]
    pub fn words(self, vocabulary: &Vocabulary) -> Localized {
        let (zh, en) = match self {
            Self::Truth => ("是/否", "yes or no"),
            Self::Number => ("数字", "a number"),
            Self::Money => ("金额", "an amount of money"),
            Self::Days => ("天数", "a number of days"),
            Self::Months => ("月数", "a number of months"),
            Self::Date => ("日期", "a date"),
            Self::Month => ("月份", "a month"),
            Self::Words => ("文字", "words"),
            Self::Judgement => ("判断", "a judgement"),
            Self::Proof => ("证明力", "a strength of proof"),
            Self::Choice(id) => {
                let name = vocabulary.choice(id).map_or("", |c| c.name());
                return Localized::new(format!("选项 {name}"), format!("a choice of {name}"));
            }
            Self::Row(id) => {
                let name = vocabulary.list(id).map_or("", |l| l.name());
                return Localized::new(format!("列表 {name} 的一行"), format!("a row of {name}"));
            }
        };
        Localized::new(zh, en)
    }
}
