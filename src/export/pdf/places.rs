//! Places to sign, as they landed on the pages.

use typst::foundations::{Dict, Label, Selector, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// Where something is signed, sealed or filled in.
///
/// Lengths are in hundredths of a millimetre, from the top left corner of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPlace {
    /// Id of the line, or of the party with `_seal` behind it.
    pub id: String,
    /// What goes there.
    pub kind: PlaceKind,
    /// Page, from 1.
    pub page: i64,
    /// Left edge.
    pub x: i64,
    /// Upper edge.
    pub y: i64,
    /// Width.
    pub width: i64,
    /// Height.
    pub height: i64,
}

/// What goes to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// A signature.
    Signature,
    /// A date.
    Date,
    /// Words.
    Text,
    /// A company seal.
    Seal,
}

impl PlaceKind {
    /// Returns the name that files and the layout use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Signature => "signature",
            Self::Date => "date",
            Self::Text => "text",
            Self::Seal => "seal",
        }
    }
}

/// Returns the places that the layout reported, in reading order.
pub(super) fn places(pages: &PagedDocument) -> Vec<FieldPlace> {
    let Some(label) = Label::new(PicoStr::intern("place")) else { return Vec::new() };
    let found = pages.introspector().query(&Selector::Label(label));
    found
        .iter()
        .filter_map(|content| match &content.to_packed::<MetadataElem>()?.value {
            Value::Dict(entries) => place(entries),
            _ => None,
        })
        .collect()
}

/// Returns the place that one report describes.
fn place(entries: &Dict) -> Option<FieldPlace> {
    let text = |key| entries.get(key).ok()?.clone().cast::<String>().ok();
    let number = |key| entries.get(key).ok()?.clone().cast::<i64>().ok();
    let kind = text("kind")?;
    let kinds = [PlaceKind::Signature, PlaceKind::Date, PlaceKind::Text, PlaceKind::Seal];
    Some(FieldPlace {
        id: text("id")?,
        kind: kinds.into_iter().find(|known| known.name() == kind)?,
        page: number("page")?,
        x: number("x")?,
        y: number("y")?,
        width: number("width")?,
        height: number("height")?,
    })
}
