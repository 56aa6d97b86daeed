//! The words of a document, to find them again in a file.

use duecause::document::model::{Block, Document, Inline};
use duecause::export::words::{fingerprint, missing, page};
use duecause::wording::Language;

/// Returns `text` without blanks and page ends.
pub fn packed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Returns the foot of one page.
pub fn footer(document: &Document, number: usize, count: usize) -> String {
    let words = page(document.language);
    let place = format!("{}{number}{}{count}{}", words.before, words.between, words.after);
    let parts = document.number.iter().cloned();
    let parts = parts.chain([fingerprint(document.language, &document.fingerprint), place]);
    packed(&parts.collect::<Vec<_>>().join("·"))
}

/// Returns every paragraph, cell and label, blanks removed.
pub fn leaves(blocks: &[Block]) -> Vec<String> {
    let mut found = Vec::new();
    blocks.iter().for_each(|block| collect(block, &mut found));
    found.retain(|leaf| !leaf.is_empty());
    found
}

/// Collects the leaves of one block.
fn collect(block: &Block, found: &mut Vec<String>) {
    match block {
        Block::Heading { content, .. } | Block::Paragraph { content, .. } => {
            found.push(packed(&plain(content)));
        }
        Block::List { items, .. } => {
            items.iter().flatten().for_each(|block| collect(block, found));
        }
        Block::Table { head, rows, .. } => {
            found.extend(head.iter().chain(rows.iter().flatten()).map(|cell| packed(&plain(cell))));
        }
        Block::Signatures { parties } => {
            for party in parties {
                found.extend([packed(&party.label), packed(&plain(&party.name))]);
                found.extend(party.lines.iter().map(|line| packed(&line.label)));
            }
        }
        Block::Slip { blocks } => blocks.iter().for_each(|block| collect(block, found)),
        Block::Rule | Block::PageBreak => {}
    }
}

/// Returns the plain words of `inlines`.
fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Value { text, .. } => text.clone(),
            Inline::Strong(inner) | Inline::Emphasis(inner) => plain(inner),
            Inline::Missing { question, .. } => missing(Language::Chinese, question),
            Inline::Blank { .. } | Inline::Pages | Inline::Break => String::new(),
        })
        .collect()
}
