//! Exit codes.

use std::process::ExitCode;

use crate::assess::Verdict;

/// How a run ended.
///
/// Of several things done in one run the greatest counts.
/// Deliberately exhaustive: scripts rely on each code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// 0: ready, or nothing found.
    Clean,
    /// 3: undetermined, and nothing blocked.
    Undetermined,
    /// 1: blocked, or findings at or above `--fail-on`.
    Blocked,
    /// 2: wrong usage, or a file that cannot be read.
    Unusable,
    /// 4: a file is not what was recorded.
    Broken,
}

impl Status {
    /// Returns the exit code.
    #[must_use]
    pub fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Clean => 0,
            Self::Blocked => 1,
            Self::Unusable => 2,
            Self::Undetermined => 3,
            Self::Broken => 4,
        })
    }

    /// Returns the status of a verdict.
    #[must_use]
    pub fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Ready => Self::Clean,
            Verdict::Blocked => Self::Blocked,
            Verdict::Undetermined => Self::Undetermined,
        }
    }
}
