//! Lays out text for a terminal: lines no wider than the page, Chinese by display width.

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// What a piece of text is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Ordinary text.
    Plain,
    /// A heading.
    Strong,
    /// Something stands in the way.
    Bad,
    /// Something is not known or needs a decision.
    Doubt,
    /// All is well.
    Good,
    /// Something one may skip.
    Faint,
}

/// A page being written.
pub(super) struct Page {
    text: String,
    width: usize,
    color: bool,
}

impl Page {
    /// Returns an empty page.
    pub(super) fn new(width: usize, color: bool) -> Self {
        Self { text: String::new(), width: width.max(40), color }
    }

    /// Returns the text with one line break at its end.
    pub(super) fn finish(self) -> String {
        let mut text = self.text.trim_end().to_owned();
        text.push('\n');
        text
    }

    /// Returns how many columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Returns whether the page has colours.
    pub(super) fn has_color(&self) -> bool {
        self.color
    }

    /// Leaves a line free, unless one is free already.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Writes a heading after a free line.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.block(0, "", text, Ink::Strong);
    }

    /// Writes lines as they are, indented.
    pub(super) fn raw(&mut self, indent: usize, text: &str) {
        for line in text.lines() {
            let line = format!("{}{line}", " ".repeat(indent));
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// Writes text behind a mark, wrapped; the lines below the first hang under its beginning.
    pub(super) fn block(&mut self, indent: usize, mark: &str, text: &str, ink: Ink) {
        self.hang(indent, (mark, ink), text, mark.is_empty().then_some(ink));
    }

    /// Writes a label and what it says in a column of its own.
    pub(super) fn pair(&mut self, indent: usize, label: &str, column: usize, text: &str) {
        let fill = column.saturating_sub(label.width()).max(1);
        let mark = format!("{label}{}", " ".repeat(fill));
        self.hang(indent, (mark.as_str(), Ink::Faint), text, None);
    }

    fn hang(&mut self, indent: usize, (mark, ink): (&str, Ink), text: &str, all: Option<Ink>) {
        let hang = indent.saturating_add(mark.width());
        let room = self.width.saturating_sub(hang).max(20);
        let lines = text.lines().flat_map(|line| wrapped(line, room));
        for (number, line) in lines.enumerate() {
            let start = self.text.len();
            if number == 0 {
                self.text.push_str(&" ".repeat(indent));
                self.text.push_str(&self.inked(mark, ink));
            } else {
                self.text.push_str(&" ".repeat(hang));
            }
            self.text.push_str(&self.inked(&line, all.unwrap_or(Ink::Plain)));
            let end = self.text.trim_end_matches(' ').len().max(start);
            self.text.truncate(end);
            self.text.push('\n');
        }
    }

    fn inked(&self, text: &str, ink: Ink) -> String {
        let style = match ink {
            Ink::Plain => Style::new(),
            Ink::Strong => Style::new().effects(Effects::BOLD),
            Ink::Bad => AnsiColor::BrightRed.on_default().effects(Effects::BOLD),
            Ink::Doubt => AnsiColor::Yellow.on_default().effects(Effects::BOLD),
            Ink::Good => AnsiColor::Green.on_default().effects(Effects::BOLD),
            Ink::Faint => Style::new().effects(Effects::DIMMED),
        };
        match self.color && !text.trim().is_empty() && ink != Ink::Plain {
            true => format!("{}{text}{}", style.render(), style.render_reset()),
            false => text.to_owned(),
        }
    }
}

/// Signs that do not begin a line.
const CLOSING: &str = "，。；：、！？）》〉」』】”’…%‰)]},.;:!?";
/// Signs that do not end one.
const OPENING: &str = "（《〈「『【“‘([{";

/// Breaks a line into pieces no wider than `room`, unless one word is.
fn wrapped(line: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0_usize;
    for (blank, word) in words(line) {
        let width = word.width();
        let space = usize::from(blank && used > 0);
        if used > 0 && used.saturating_add(space).saturating_add(width) > room {
            lines.push(String::new());
            used = 0;
        }
        if let Some(last) = lines.last_mut() {
            if blank && used > 0 {
                last.push(' ');
                used = used.saturating_add(1);
            }
            last.push_str(&word);
            used = used.saturating_add(width);
        }
    }
    lines
}

/// The pieces between which a line may break, and whether a blank stands before each.
fn words(line: &str) -> Vec<(bool, String)> {
    let mut words: Vec<(bool, String)> = Vec::new();
    let mut blank = true;
    let mut before: Option<char> = None;
    for c in line.chars() {
        if c == ' ' {
            blank = true;
            before = None;
            continue;
        }
        let joined = before.is_some_and(|b| !may_break(b, c));
        match words.last_mut() {
            Some((_, word)) if joined && !blank => word.push(c),
            _ => words.push((blank && !words.is_empty(), c.to_string())),
        }
        blank = false;
        before = Some(c);
    }
    words
}

fn may_break(before: char, after: char) -> bool {
    let wide = |c: char| c.width() == Some(2);
    (wide(before) || wide(after)) && !OPENING.contains(before) && !CLOSING.contains(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_wrapped_by_width_and_punctuation_stays_with_its_word() {
        assert_eq!(
            wrapped("依照《劳动合同法》，解除。", 10),
            ["依照《劳动", "合同法》，", "解除。"]
        );
        assert_eq!(wrapped("CN-S01 second appraisal", 14), ["CN-S01 second", "appraisal"]);
        assert_eq!(wrapped("第（一）项", 5), ["第", "（一）", "项"]);
    }

    #[test]
    fn lines_hang_under_their_beginning() {
        let mut page = Page::new(40, false);
        page.pair(2, "依据", 6, &"法".repeat(20));
        let text = page.finish();
        assert_eq!(text.lines().nth(1), Some(format!("        {}", "法".repeat(4)).as_str()));
    }
}
