//! Hides the values of a case file in a source excerpt, keeping keys and layout.
//!
//! The excerpt may come from a file that could not be read, so this goes by
//! lines and letters, not by the tree; when in doubt it hides.

use unicode_width::UnicodeWidthChar as _;

/// Keys at the left margin whose values name no person.
const OPEN_KEYS: [&str; 5] = ["duecause", "policy", "extends", "ground", "as_of"];

/// An excerpt with its values hidden, and where each byte of the original went.
pub(super) struct Masked {
    text: String,
    moved: Vec<usize>,
}

impl Masked {
    /// Returns the excerpt with dots for every letter of a value, as wide on screen as the letter.
    pub(super) fn new(text: &str) -> Self {
        let mut masked =
            Self { text: String::with_capacity(text.len()), moved: Vec::with_capacity(text.len()) };
        for line in text.split_inclusive('\n') {
            masked.add_line(line);
        }
        masked.moved.push(masked.text.len());
        masked
    }

    /// Returns the hidden excerpt.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns where a byte of the original is now.
    pub(super) fn moved(&self, byte: usize) -> usize {
        self.moved.get(byte).copied().unwrap_or(self.text.len())
    }

    /// Adds one line.
    fn add_line(&mut self, line: &str) {
        let open = OPEN_KEYS
            .iter()
            .any(|key| line.strip_prefix(key).is_some_and(|rest| rest.starts_with([':', '：'])));
        if open {
            line.chars().for_each(|c| self.keep(c));
            return;
        }
        let mut rest = line;
        // Whether a key may start here: at the start of a line and after `-`, `{`, `[`, `,`.
        let mut fresh = true;
        while let Some(character) = rest.chars().next() {
            if fresh && let Some((key, after)) = split_key(rest) {
                key.chars().for_each(|c| self.keep(c));
                rest = after;
                fresh = false;
                continue;
            }
            let mark = "{}[],:-'\"|>".contains(character);
            let blank = character.is_whitespace();
            if mark || blank {
                self.keep(character)
            } else {
                self.hide(character)
            }
            fresh = matches!(character, '-' | '{' | '[' | ',' | '"' | '\'') || blank && fresh;
            rest = rest.get(character.len_utf8()..).unwrap_or("");
        }
    }

    /// Adds a character as it is.
    fn keep(&mut self, character: char) {
        let at = self.text.len();
        self.text.push(character);
        self.moved.extend(std::iter::repeat_n(at, character.len_utf8()));
    }

    /// Adds dots as wide as a character.
    fn hide(&mut self, character: char) {
        let at = self.text.len();
        self.text.extend(std::iter::repeat_n('•', character.width().unwrap_or(0)));
        self.moved.extend(std::iter::repeat_n(at, character.len_utf8()));
    }
}

/// Splits off a key of our formats, which is followed by a colon and a blank or the end.
fn split_key(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-')))?;
    let (key, after) = text.split_at_checked(end)?;
    let unquoted = after.strip_prefix(['"', '\'']).unwrap_or(after);
    let colon = unquoted.strip_prefix(':')?;
    let ends = colon.is_empty() || colon.starts_with(char::is_whitespace) || unquoted != after;
    (ends && is_name(key)).then_some((key, after))
}

/// Returns whether a word is a name of our formats (`employee.hired`) or of an exhibit (`E01`).
fn is_name(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let exhibit = digits.len() < word.len() && digits.chars().all(|c| c.is_ascii_digit());
    let lower = word.starts_with(|c: char| c.is_ascii_lowercase())
        && !word.chars().any(|c| c.is_ascii_uppercase());
    lower || exhibit && !digits.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the hidden form of a text.
    fn mask(text: &str) -> String {
        Masked::new(text).text().to_owned()
    }

    #[test]
    fn keys_and_layout_stay_while_values_become_dots() {
        assert_eq!(mask("employee.name: 张三  # 甲\n"), "employee.name: ••••  • ••\n");
        assert_eq!(mask("  - { id: F1, on: 2025-04-01 }"), "  - { id: ••, on: ••••-••-•• }");
        assert_eq!(mask("{\"name\":\"Li\",\"E01\":1}"), "{\"name\":\"••\",\"E01\":•}");
        assert_eq!(mask("ground: art-40-2\n"), "ground: art-40-2\n");
        assert_eq!(mask("facts:\n  E01: { file: 张三.pdf }"), "facts:\n  E01: { file: •••••••• }");
    }

    #[test]
    fn what_may_be_a_value_is_hidden() {
        assert_eq!(mask("  Zhang: 1"), "  •••••: •");
        assert_eq!(mask("张三：13800000000"), "•••••••••••••••••");
        assert_eq!(mask("zhangsan"), "••••••••");
    }

    #[test]
    fn places_move_with_the_text() {
        let masked = Masked::new("名: 张三 x");
        assert_eq!(masked.text(), "••: •••• •");
        assert_eq!(masked.text().get(masked.moved(5)..masked.moved(11)), Some("••••"));
        assert_eq!(masked.moved(99), masked.text().len());
    }
}
