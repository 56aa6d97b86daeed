//! Characters that no text of a file may hold, because a reader cannot see them.

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use crate::wording::catalogue::yaml::YamlMistake;

/// Returns the mistake of having `character` in a text, if it is one.
pub(super) fn forbidden(character: char) -> Option<YamlMistake> {
    let code_point = || format!("U+{:04X}", u32::from(character));
    match character {
        '\t' | '\n' => None,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            Some(YamlMistake::BidiControl { code_point: code_point() })
        }
        // Soft hyphen, joiners, word joiner and invisible operators, byte order mark,
        // interlinear annotation and tag characters.
        '\u{AD}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => Some(YamlMistake::ZeroWidth { code_point: code_point() }),
        // Line and paragraph separator break lines only in some programs.
        '\u{2028}' | '\u{2029}' => Some(YamlMistake::ControlCharacter { code_point: code_point() }),
        c if c.is_control() => Some(YamlMistake::ControlCharacter { code_point: code_point() }),
        c if is_noncharacter(c) => Some(YamlMistake::Noncharacter { code_point: code_point() }),
        _ => None,
    }
}

/// Returns whether Unicode promises never to give the code point to a character.
fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// Returns whether a text consists of ASCII, Chinese characters and their punctuation alone.
///
/// That is nearly all text; none of it is refused or changed by normalization.
pub(super) fn are_harmless(text: &str) -> bool {
    text.chars().all(|character| {
        matches!(character,
            ' '..='~' | '\n' | '\t' | '\u{4E00}'..='\u{9FFF}' | '\u{3000}'..='\u{3029}' | '\u{FF01}'..='\u{FF60}')
    })
}

/// Returns the text in normalization form C, without the characters that are refused.
///
/// Later stages then see what the author meant and do not report the same mistake again.
pub(super) fn clean(text: &str) -> String {
    let kept = || text.chars().filter(|c| forbidden(*c).is_none());
    match is_nfc_quick(kept()) {
        IsNormalized::Yes => kept().collect(),
        _ => kept().nfc().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_and_direction_changing_characters_are_refused() {
        for c in ['\u{202E}', '\u{200B}', '\u{FEFF}', '\0', '\u{FFFE}', '\u{FDD0}', '\u{1FFFF}'] {
            assert!(forbidden(c).is_some(), "{c:?}");
        }
        for c in ['\t', '\n', '甲', '：', '\u{3000}', '•', '😀', '\u{FE0F}', '\u{E0100}'] {
            assert!(forbidden(c).is_none(), "{c:?}");
        }
    }

    #[test]
    fn harmless_text_is_neither_refused_nor_changed() {
        let harmless: String = (0..0x1_0000)
            .filter_map(char::from_u32)
            .filter(|c| are_harmless(&c.to_string()))
            .collect();
        assert!(harmless.chars().count() > 21_000);
        assert!(harmless.chars().all(|c| forbidden(c).is_none()));
        assert_eq!(clean(&harmless), harmless);
        assert!(harmless.chars().all(|c| !unicode_normalization::char::is_combining_mark(c)));
    }

    #[test]
    fn text_is_composed_and_rid_of_what_is_refused() {
        assert_eq!(clean("Cafe\u{301}"), "Café");
        assert_eq!(clean("甲\u{200B}乙"), "甲乙");
    }
}
