//! Settings: squeezed punctuation, compatibility, languages.

use std::io;

use super::styles::WORD;
use super::xml::Xml;
use crate::wording::Language;

/// Writes the settings; the order of the elements is the schema's.
pub(super) fn write(language: Language) -> io::Result<Vec<u8>> {
    let mut xml = Xml::new();
    xml.element("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.leaf("w:zoom", &[("w:percent", "100")]);
        xml.value("w:defaultTabStop", "420");
        xml.value("w:characterSpacingControl", "compressPunctuation");
        xml.element("w:compat", &[], |xml| {
            // A justified line that ends with a hard break keeps its natural width.
            xml.leaf("w:doNotExpandShiftReturn", &[]);
            for (name, value) in [
                ("compatibilityMode", "15"),
                ("overrideTableStyleFontSizeAndJustification", "1"),
                ("enableOpenTypeFeatures", "1"),
                ("doNotFlipMirrorIndents", "1"),
            ] {
                let uri = ("w:uri", "http://schemas.microsoft.com/office/word");
                xml.leaf("w:compatSetting", &[("w:name", name), uri, ("w:val", value)]);
            }
        });
        let main = match language {
            Language::Chinese => "zh-CN",
            Language::English => "en-US",
        };
        xml.leaf("w:themeFontLang", &[("w:val", main), ("w:eastAsia", "zh-CN")]);
    });
    xml.finish()
}
