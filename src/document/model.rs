//! The document: a tree of about ten block kinds that every exporter prints.
//!
//! ```text
//! template ──tera──▶ Markdown ──pulldown-cmark──▶ Document ──▶ pdf, docx, html, md
//! ```
//!
//! **Invariant:** text here is plain text of the reader's language; nothing in
//! it is markup for any exporter, and every exporter escapes all of it.
//!
//! **Invariant:** a value that came from the case, a rule or a parameter stands
//! in an [`Inline::Value`] with its [`Origin`]; prose of the template stands in
//! [`Inline::Text`].

use crate::source::Span;
use crate::wording::Language;

/// A composed paper, ready for an exporter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Kind of document, an id of the pack such as `dismissal-notice`.
    pub kind: String,
    /// Title, printed as the heading and written into the file's metadata.
    pub title: String,
    /// Language of the text.
    pub language: Language,
    /// Region subtag of the language, such as `CN`.
    pub region: String,
    /// Number of the paper (文号), if it has one; a draft has none.
    pub number: Option<String>,
    /// Date that the file's metadata carry, as `YYYY-MM-DD`: the as-of date, never the clock.
    pub date: String,
    /// Fingerprint of what it was made from, for the footer.
    pub fingerprint: String,
    /// Set if the paper is a draft: the words across each page.
    pub draft: Option<Draft>,
    /// Page style.
    pub style: PageStyle,
    /// The body.
    pub blocks: Vec<Block>,
}

/// Why and how a paper is marked as a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Words across each page.
    pub watermark: String,
    /// Reasons listed on top of the first page.
    pub reasons: Vec<String>,
}

/// Page style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageStyle {
    /// Company letter: A4, 25 mm margins, body 12 pt serif, bold sans headings.
    #[default]
    Company,
    /// Calculation and working sheet: 20 mm margins, smaller type, room for tables.
    Sheet,
    /// After the conventions of GB/T 9704-2012.
    Official,
}

/// A block of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Heading; level 1 is the title of the paper.
    Heading {
        /// 1 to 4.
        level: u8,
        /// The words.
        content: Vec<Inline>,
    },
    /// Paragraph.
    Paragraph {
        /// Where it stands.
        shape: ParagraphShape,
        /// The words.
        content: Vec<Inline>,
    },
    /// Numbered or bulleted list.
    List {
        /// First number of a numbered list; `None` for bullets.
        start: Option<u64>,
        /// Each item is a sequence of blocks.
        items: Vec<Vec<Block>>,
    },
    /// Table with one head row.
    Table {
        /// Alignment per column.
        align: Vec<Align>,
        /// Head cells.
        head: Vec<Vec<Inline>>,
        /// Body rows of cells.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Places to sign, side by side, never split over pages.
    Signatures {
        /// One column for each signatory.
        parties: Vec<SignatureParty>,
    },
    /// Receipt slip or another part that stays together on one page, after a dashed line.
    Slip {
        /// Its blocks.
        blocks: Vec<Block>,
    },
    /// Horizontal rule.
    Rule,
    /// Page break, as before an annex.
    PageBreak,
}

/// Returns the words of a row that heads the rows after it: its only cell with words is strong, the others are empty.
#[must_use]
pub fn group(row: &[Vec<Inline>]) -> Option<&[Inline]> {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else { return None };
    let is_strong = matches!(only.as_slice(), [Inline::Strong(_)]);
    (is_strong && row.len() > 1).then_some(only)
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ParagraphShape {
    /// Running text; Chinese text is indented by two characters.
    #[default]
    Body,
    /// Flush left without indent: addressee, party blocks, annex notes.
    Flush,
    /// Flush right: number, date.
    Right,
    /// Centred.
    Center,
    /// A remark set apart, as a reason or a warning.
    Note,
}

/// Alignment of a table column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Left.
    #[default]
    Left,
    /// Centre.
    Center,
    /// Right, for figures.
    Right,
}

/// One column of a signature block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureParty {
    /// Stable id such as `employer`, used for the names of form fields.
    pub id: String,
    /// Heading, such as 用人单位（盖章）.
    pub label: String,
    /// Name printed below the label, if the case has it.
    pub name: Vec<Inline>,
    /// Lines to be filled by hand: label and kind.
    pub lines: Vec<SignatureLine>,
    /// Whether a seal field of 45 mm is left free.
    pub seal: bool,
}

/// One line to be filled by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureLine {
    /// Stable id, unique in the document, such as `employee_sign`.
    pub id: String,
    /// Words before the line, such as 签字.
    pub label: String,
    /// What goes there.
    pub kind: FieldKind,
}

/// What is filled into a field by hand or electronically.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A signature.
    Signature,
    /// A date.
    Date,
    /// Words.
    Text,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words of the template.
    Text(String),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// A value with its origin.
    Value {
        /// As printed.
        text: String,
        /// Where it came from.
        origin: Origin,
    },
    /// A fact that is needed and not known; only in drafts.
    Missing {
        /// The question to answer.
        question: String,
        /// Name of the fact.
        origin: Origin,
    },
    /// A blank to be filled by hand, `width` in characters.
    Blank {
        /// Width in full-width characters.
        width: u8,
    },
    /// How many pages the paper has; a blank to be filled by hand where there are no pages.
    Pages,
    /// Line break.
    Break,
}

/// Where a printed value came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// What it is.
    pub kind: OriginKind,
    /// Name in the pack, the policy or the case: `severance`, `employee.hired`, `results[sales, 2025-04].actual`.
    pub name: String,
    /// Where the case states it, or would have to.
    pub place: Option<Span>,
}

/// What a printed value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OriginKind {
    /// A fact or cell of the case.
    Fact,
    /// A parameter of the law or the policy.
    Parameter,
    /// A definition.
    Definition,
    /// A computed figure.
    Figure,
    /// A computed deadline.
    Deadline,
    /// A finding.
    Finding,
    /// A citation.
    Citation,
    /// A property of the paper itself: number, pages, fingerprint.
    Paper,
}
