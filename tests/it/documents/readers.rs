//! Words read back from the files that exporters write.

/// Returns the text of XML or of our HTML; of `only` one element if given.
pub fn xml_text(xml: &str, only: Option<&str>) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut inside = only.is_none();
    let mut out = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if only.is_some() => inside = only == Some(tag.name().as_ref()),
            Event::End(_) if only.is_some() => inside = false,
            Event::Text(text) if inside => out.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if inside => {
                let name: &str = &reference;
                let names = [
                    ("amp", "&"),
                    ("lt", "<"),
                    ("gt", ">"),
                    ("quot", "\""),
                    ("apos", "'"),
                    ("#39", "'"),
                ];
                out.push_str(names.iter().find(|(known, _)| *known == name).unwrap().1);
            }
            Event::Eof => return out,
            _ => {}
        }
    }
}

pub fn markdown_text(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let parser = Parser::new_ext(markdown, Options::ENABLE_TABLES);
    let texts = parser.map(|event| {
        assert!(
            !matches!(event, Event::Html(_) | Event::InlineHtml(_) | Event::Code(_)),
            "{event:?}"
        );
        match event {
            Event::Text(text) => text.to_string(),
            _ => String::new(),
        }
    });
    texts.collect()
}

/// Returns what the string literals of a Typst source say, below its layout.
pub fn typst_text(source: &str) -> String {
    let (_, body) = source.split_once("\n#show: paper\n").unwrap();
    let mut out = String::new();
    let (mut characters, mut inside) = (body.chars(), false);
    while let Some(character) = characters.next() {
        match character {
            '"' => inside = !inside,
            '\\' if inside => match characters.next().unwrap() {
                'u' => {
                    let digits: String = characters.by_ref().take_while(|c| *c != '}').collect();
                    let code = u32::from_str_radix(digits.trim_start_matches('{'), 16).unwrap();
                    out.push(char::from_u32(code).unwrap());
                }
                escaped => out.push(escaped),
            },
            other if inside => out.push(other),
            _ => {}
        }
    }
    assert!(!inside, "a literal does not end");
    out
}
