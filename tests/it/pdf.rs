//! Papers as PDF: what is printed, that all of it is there, and the same bytes every time.

#![expect(clippy::disallowed_methods, reason = "tests write the papers for tools and people")]

mod everything;
mod sample;
mod words;

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use duecause::document::model::{Block, Document, Inline, ParagraphShape};
use duecause::export::pdf::{Fonts, Pdf, PlaceKind, pdf};
use duecause::source::Digest;
use duecause::wording::Language;

/// Returns the folder into which tests write the papers for people and tools to look at.
fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Prints `document` or fails with the words of the diagnostics.
fn print(document: &Document, fonts: &Fonts) -> Pdf {
    pdf(document, fonts)
        .unwrap_or_else(|all| panic!("{:#?}", complaints_of(&all, Language::Chinese)))
}

/// Returns the messages in `language`.
fn complaints_of(all: &duecause::diag::Diagnostics, language: Language) -> Vec<String> {
    all.iter().map(|d| d.message().get(language).to_owned()).collect()
}

/// Returns the messages of a document that must not print.
fn complaints(document: &Document, language: Language) -> Vec<String> {
    pdf(document, &Fonts::embedded())
        .map_or_else(|all| complaints_of(&all, language), |_| Vec::new())
}

/// Writes a paper and returns what `pdftotext` reads of one page, or of all, or
/// `None` where it is not installed.
fn read_back(name: &str, printed: &Pdf, page: Option<i64>) -> Option<String> {
    let path = folder().join(format!("{name}.pdf"));
    fs::write(&path, &printed.bytes).unwrap();
    let mut command = Command::new("pdftotext");
    if let Some(page) = page {
        command.args(["-f", &page.to_string(), "-l", &page.to_string()]);
    }
    let Ok(output) = command.arg("-raw").arg(&path).arg("-").output() else {
        eprintln!("SKIPPED: pdftotext (poppler-utils) is not installed");
        return None;
    };
    Some(words::packed(&String::from_utf8(output.stdout).unwrap()))
}

#[test]
fn every_kind_of_block_prints_in_both_languages_and_styles() {
    let fonts = Fonts::embedded();
    for (name, document) in sample::all() {
        let printed = print(&document, &fonts);
        fs::write(folder().join(format!("{name}.pdf")), &printed.bytes).unwrap();
        assert!(printed.bytes.starts_with(b"%PDF-1.7"), "{name}");
    }
}

#[test]
fn all_words_of_a_paper_can_be_read_back_from_the_file() {
    let fonts = Fonts::embedded();
    for (name, document) in [
        ("words-zh", sample::notice()),
        ("words-en", sample::letter()),
        ("words-all", everything::everything()),
    ] {
        let printed = print(&document, &fonts);
        let Some(mut found) = read_back(name, &printed, None) else { return };
        for page in 1..=printed.pages {
            found = found.replace(&words::footer(&document, page, printed.pages), "");
        }
        for wanted in words::leaves(&document.blocks) {
            assert!(found.contains(&wanted), "{wanted} is not in {found}");
        }
    }
}

#[test]
fn a_digest_is_broken_inside_its_cell() {
    let printed = print(&everything::everything(), &Fonts::embedded());
    let path = folder().join("digest.pdf");
    fs::write(&path, &printed.bytes).unwrap();
    let Ok(output) = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output() else {
        eprintln!("SKIPPED: pdftotext (poppler-utils) is not installed");
        return;
    };
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(words::packed(&found).contains(everything::DIGEST), "the digest is not whole");
    assert!(!found.contains(everything::DIGEST), "the digest runs into the next cell");
}

#[test]
fn rare_characters_of_the_standard_list_print() {
    let names =
        ["㛃", "䶮", "𬭎", "𠅤", "Šimková", "Đặng", "ÉŁŻ", "☑", "☐", "①", "Ⅳ", "㎡", "℃", "‰"];
    let blocks = names
        .iter()
        .map(|name| {
            sample::paragraph(ParagraphShape::Body, vec![sample::fact(name, "employee.name")])
        })
        .collect();
    let printed = print(&sample::document(Language::Chinese, "生僻字", blocks), &Fonts::embedded());
    if let Some(found) = read_back("rare", &printed, None) {
        assert!(names.iter().all(|name| found.contains(&words::packed(name))), "{found}");
    }
}

#[test]
fn a_character_without_a_glyph_is_told_by_number_with_its_field_and_a_remedy() {
    let mut document = sample::notice();
    document.blocks.push(sample::paragraph(
        ParagraphShape::Body,
        vec![Inline::Strong(vec![sample::fact("陈𰻞", "employee.name")]), sample::text("🙂")],
    ));
    assert_eq!(
        complaints(&document, Language::Chinese),
        [
            "没有字体能印出文书固定文字中的字（🙂 U+1F642）",
            "没有字体能印出 `employee.name` 中的字（U+30EDE）",
        ]
    );
    assert_eq!(
        complaints(&document, Language::English),
        [
            "no font has a glyph for these characters in the fixed words of the paper: 🙂 U+1F642",
            "no font has a glyph for these characters of `employee.name`: U+30EDE",
        ]
    );
    let all = pdf(&document, &Fonts::embedded()).unwrap_err();
    assert!(all.iter().all(|d| d.help()[0].get(Language::English).contains("--font-dir")));
}

#[test]
fn a_font_of_the_user_fills_the_gap_and_a_broken_one_is_refused() {
    let mut fonts = Fonts::embedded();
    let refused = fonts.add("a.txt", b"not a font".to_vec()).unwrap_err();
    assert_eq!(complaints_of(&refused, Language::Chinese), ["`a.txt` 不是可用的字体文件"]);
    let Ok(font) = fs::read("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf") else {
        eprintln!("SKIPPED: DejaVu Sans (fonts-dejavu-core) is not installed");
        return;
    };
    let blocks = vec![sample::paragraph(
        ParagraphShape::Body,
        vec![sample::fact("Ђорђе ა", "employee.name")],
    )];
    let document = sample::document(Language::English, "Names", blocks);
    assert!(!complaints(&document, Language::English).is_empty());
    fonts.add("DejaVuSans.ttf", font).unwrap();
    assert_eq!(fonts.families(), ["DejaVu Sans"]);
    print(&document, &fonts);
}

#[test]
fn a_date_that_is_none_is_refused() {
    let document = Document { date: "2026-02-30".to_owned(), ..sample::letter() };
    let expected = "the date of the paper, `2026-02-30`, is not a date of the form YYYY-MM-DD";
    assert_eq!(complaints(&document, Language::English), [expected]);
}

#[test]
fn the_same_document_gives_the_same_bytes_on_any_thread() {
    let fonts = Fonts::embedded();
    let samples = sample::all();
    let print_all = || -> Vec<Digest> {
        samples.iter().map(|(_, document)| Digest::of(&print(document, &fonts).bytes)).collect()
    };
    let expected = print_all();
    // 40 documents, four at a time.
    thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| (print_all(), Digest::of(&print(&samples[0].1, &fonts).bytes))))
            .collect();
        for thread in threads {
            let (all, again) = thread.join().unwrap();
            assert_eq!(all, expected);
            assert_eq!(again, expected[0]);
        }
    });
}

#[test]
fn places_to_sign_are_reported_where_they_are() {
    let printed = print(&sample::notice(), &Fonts::embedded());
    let found: Vec<(&str, PlaceKind, i64)> =
        printed.fields.iter().map(|f| (f.id.as_str(), f.kind, f.page)).collect();
    assert_eq!(
        found,
        [
            ("employer_seal", PlaceKind::Seal, 2),
            ("employee_comment", PlaceKind::Text, 2),
            ("employee_sign", PlaceKind::Signature, 2),
            ("employee_date", PlaceKind::Date, 2),
            ("employer2_seal", PlaceKind::Seal, 4),
            ("employer_sign", PlaceKind::Signature, 4),
            ("employer_date", PlaceKind::Date, 4),
            ("employee2_sign", PlaceKind::Signature, 4),
            ("employee2_date", PlaceKind::Date, 4),
        ]
    );
    for field in &printed.fields {
        assert!(field.x >= 2500 && field.x + field.width <= 18500, "{field:?} leaves the margins");
        assert!(field.y >= 2500 && field.y + field.height <= 27200, "{field:?} leaves the margins");
        assert!(field.width >= 2500 && field.height >= 1000, "{field:?} is too small to write in");
    }
    let seal = &printed.fields[0];
    assert_eq!((seal.width, seal.height), (4500, 4500));
}

#[test]
fn a_draft_has_no_place_for_a_seal_and_says_on_each_page_that_it_is_one() {
    let printed = print(&sample::draft(sample::notice()), &Fonts::embedded());
    assert!(printed.fields.iter().all(|field| field.kind != PlaceKind::Seal));
    for page in 1..=printed.pages {
        let page = i64::try_from(page).unwrap();
        let Some(found) = read_back("draft", &printed, Some(page)) else { return };
        assert!(found.contains("草稿未经审批不得送达"), "page {page}: {found}");
    }
}

#[test]
fn seal_and_slip_never_stand_alone_on_a_page() {
    let fonts = Fonts::embedded();
    for lines in 0..12 {
        let mut document = sample::notice();
        let filler = sample::paragraph(ParagraphShape::Body, vec![sample::text("补充说明一行。")]);
        for _ in 0..lines * 3 {
            document.blocks.insert(4, filler.clone());
        }
        document.blocks.retain(|block| !matches!(block, Block::PageBreak));
        let printed = print(&document, &fonts);
        let page = |id: &str| printed.fields.iter().find(|f| f.id == id).map(|f| f.page);
        assert_eq!(page("employee_comment"), page("employee_date"), "{lines}: the slip is split");
        let Some(found) = read_back("breaks", &printed, page("employer_seal")) else { return };
        assert!(found.contains("特此通知。"), "{lines}: the seal stands alone: {found}");
        let Some(found) = read_back("breaks", &printed, page("employee_date")) else { return };
        assert!(
            found.contains("某某（上海）有限公司2026年11月12日"),
            "{lines}: the slip stands alone"
        );
    }
}
