//! Functions of values in words.

use super::{Phrases, Words};
use crate::compile::typed::{Function, Typed};
use crate::vocabulary::Type;

/// Returns the type of a function's value, if it is not that of its arguments.
pub(super) fn kind(function: Function) -> Option<Type> {
    Some(match function {
        Function::Minimum | Function::Maximum | Function::Clamp | Function::Absolute => {
            return None;
        }
        Function::Months | Function::Years | Function::MonthsBetween | Function::OverlapMonths => {
            Type::Months
        }
        Function::HasRest | Function::BearsDate => Type::Truth,
        Function::Days | Function::OverlapDays | Function::DaysIn | Function::WorkingDays => {
            Type::Days
        }
        Function::MonthOf => Type::Month,
        Function::DayOf | Function::YearOf => Type::Number,
        Function::FirstDay
        | Function::LastDay
        | Function::YearStart
        | Function::AddWorkingDays
        | Function::NextWorkingDay => Type::Date,
    })
}

impl<'a> Phrases<'a> {
    pub(super) fn function(&self, function: Function, items: &'a [Typed]) -> String {
        let kind = items.iter().find_map(|i| self.kind(i));
        let all: Vec<String> = items.iter().map(|i| self.tight(i, kind)).collect();
        let at = |n: usize| all.get(n).cloned().unwrap_or_default();
        let (a, b) = (at(0), at(1));
        let listed = || self.speech.listed(&all);
        let words = match function {
            Function::Minimum => Words::Minimum { a: listed() },
            Function::Maximum => Words::Maximum { a: listed() },
            Function::Clamp => Words::Clamp { a, b, c: at(2) },
            Function::Absolute => Words::Absolute { a },
            Function::Months => Words::Months { a, b },
            Function::Years => Words::Years { a, b },
            Function::HasRest => Words::HasRest { a, b },
            Function::Days => Words::Days { a, b },
            Function::MonthsBetween => Words::MonthsBetween { a, b },
            Function::OverlapDays => Words::OverlapDays { a: listed() },
            Function::OverlapMonths => Words::OverlapMonths { a: listed() },
            Function::MonthOf => Words::MonthOf { a },
            Function::FirstDay => Words::FirstDay { a },
            Function::LastDay => Words::LastDay { a },
            Function::BearsDate => Words::BearsDate { a, b },
            Function::DayOf => Words::DayOf { a },
            Function::YearOf => Words::YearOf { a },
            Function::DaysIn => Words::DaysIn { a },
            Function::YearStart => Words::YearStart { a },
            Function::WorkingDays => Words::WorkingDays { a, b },
            Function::AddWorkingDays => Words::AddWorkingDays { a, b },
            Function::NextWorkingDay => Words::NextWorkingDay { a },
        };
        self.say(&words)
    }
}
