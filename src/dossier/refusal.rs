//! Why a paper is not cleared, line by line.

use crate::assess::{Assessment, Finding, Obstacle, Outcome, Refusal};
use crate::value::Date;
use crate::wording::{Language, amounts};

/// Returns what stands in the way of a paper, one line each: findings, what has not happened yet,
/// and a day that has gone by.
#[must_use]
pub fn reasons(
    assessment: &Assessment<'_>,
    refusal: &Refusal<'_>,
    language: Language,
) -> Vec<String> {
    let is_doubt =
        |f: &&Finding| f.obstacle() == Obstacle::Clear && f.outcome() == Outcome::Indeterminate;
    let (doubts, others): (Vec<_>, Vec<_>) = refusal.unmet().partition(is_doubt);
    let tells_doubts = others.is_empty();
    let told = if tells_doubts { &doubts } else { &others };
    let entries = told.iter().filter_map(|f| assessment.rules().requirement(f.requirement()));
    let mut lines: Vec<String> =
        entries.map(|r| format!("{} {}", r.code, r.title.get(language))).collect();
    if !tells_doubts && !doubts.is_empty() {
        lines.push(more_doubts(doubts.len(), language));
    }
    for (statement, day) in refusal.supposed() {
        let title = assessment.title_of(&statement.what);
        let what = title.get(language);
        let day = amounts::date(*day, language);
        lines.push(match language {
            Language::Chinese => format!("尚未发生：{what}（{day}）"),
            Language::English => format!("not happened yet: {what} ({day})"),
        });
    }
    lines.extend(refusal.missed().map(|day| too_late(day, language)));
    lines
}

/// Warnings that are not settled, after what weighs more: their number will do.
fn more_doubts(count: usize, language: Language) -> String {
    match language {
        Language::Chinese => format!("另有{count}项提示尚未查明"),
        Language::English => format!("warnings not settled, further to these: {count}"),
    }
}

/// Why a paper that is made now must not be signed yet: it would speak of what has not happened.
pub(super) fn too_early(day: Date, language: Language) -> String {
    let day = amounts::date(day, language);
    match language {
        Language::Chinese => format!("本文书不得早于{day}作出：现在生成的只供事先准备，不得签发"),
        Language::English => format!(
            "this paper must not be made before {day}: what is made now only prepares it and must \
             not be issued"
        ),
    }
}

/// Why a paper that is made now must not be signed: nothing is dated back.
pub(super) fn too_late(day: Date, language: Language) -> String {
    let day = amounts::date(day, language);
    match language {
        Language::Chinese => {
            format!("本文书最迟应于{day}作出，现已逾期：不得签发，不得倒签、补签，仅供与原件核对")
        }
        Language::English => format!(
            "this paper had to be made by {day}: it must not be issued, signed or dated back now \
             and serves only to compare it with the original"
        ),
    }
}
