//! Counts, sums and tests over lists in words.

use super::{Phrases, Words};
use crate::compile::typed::{Aggregate, Operation};

impl<'a> Phrases<'a> {
    pub(super) fn aggregate(&self, aggregate: &'a Aggregate) -> String {
        let inner = self.clone().of_rows(aggregate);
        let a = self.rows(aggregate, &inner);
        let b = aggregate.body.as_ref().map_or_else(String::new, |body| inner.phrase(body));
        let words = match aggregate.operation {
            Operation::Count => Words::Count { a },
            Operation::Sum => Words::Sum { a, b },
            Operation::Average => Words::Average { a, b },
            Operation::Minimum => Words::Least { a, b },
            Operation::Maximum => Words::Greatest { a, b },
            Operation::All => Words::All { a, b },
            Operation::Any => Words::Any { a, b },
            Operation::First => Words::First { a, b },
            Operation::Last => Words::Last { a, b },
            Operation::LongestRun => Words::LongestRun { a, b },
        };
        self.say(&words)
    }

    /// Returns the reader for the test of one row.
    pub(in crate::report) fn of_rows(mut self, aggregate: &Aggregate) -> Self {
        self.frames.push((aggregate.frame, aggregate.list));
        self
    }

    /// The rows an aggregate looks at.
    fn rows(&self, aggregate: &'a Aggregate, inner: &Self) -> String {
        let list = aggregate.list.and_then(|id| self.speech.vocabulary().list(id));
        let mut rows = match list {
            Some(list) => {
                self.say(&Words::List { a: self.speech.title(list.title(), list.name()) })
            }
            None => self.say(&Words::MonthsOf),
        };
        if let Some((from, to)) = &aggregate.range {
            let (b, c) = (self.phrase(from), self.phrase(to));
            rows = self.say(&Words::Range { a: rows, b, c });
        }
        if let Some(filter) = &aggregate.filter {
            rows = self.say(&Words::Filtered { a: rows, b: inner.phrase(filter) });
        }
        rows
    }
}
