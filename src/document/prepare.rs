//! Makes Chinese Markdown safe for a parser that was made for English.
//!
//! A run of asterisks opens or closes an emphasis by the characters beside it,
//! and punctuation beside it counts against it: `**您不能胜任工作。**现根据`
//! would keep its asterisks. So a word joiner is put between a run and anything
//! that is neither a letter nor a blank, and taken away after parsing. Runs of
//! underscores become marks of blanks to be filled by hand.

use super::marker::{JOINER, Mark};

/// Returns `markdown` with joiners beside asterisks and marks for blanks.
pub(super) fn prepare(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len() + 16);
    let mut rest = markdown;
    let mut previous = '\n';
    while let Some(first) = rest.chars().next() {
        let run = match first {
            '*' | '_' => rest.len() - rest.trim_start_matches(first).len(),
            '\\' => first.len_utf8() + rest.chars().nth(1).map_or(0, char::len_utf8),
            _ => first.len_utf8(),
        };
        let (head, tail) = rest.split_at_checked(run).unwrap_or((rest, ""));
        match first {
            '*' => {
                push_joiner(&mut out, previous);
                out.push_str(head);
                push_joiner(&mut out, tail.chars().next().unwrap_or('\n'));
            }
            '_' if run > 1 => {
                let width = u8::try_from(run).unwrap_or(u8::MAX);
                out.push_str(&Mark::Blank { width }.encode());
            }
            _ => out.push_str(head),
        }
        previous = first;
        rest = tail;
    }
    out
}

fn push_joiner(out: &mut String, neighbour: char) {
    if !neighbour.is_whitespace() && !neighbour.is_alphanumeric() {
        out.push(JOINER);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_stand_between_asterisks_and_punctuation_only() {
        assert_eq!(prepare("依据**《法》**第"), "依据**\u{2060}《法》\u{2060}**第");
        assert_eq!(prepare("* 甲\n* **乙**"), "* 甲\n* **乙**");
        assert_eq!(prepare(r"\*甲"), r"\*甲");
    }
}
