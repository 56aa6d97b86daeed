//! What must not stand alone on a page.

use super::paper::plain;
use crate::document::model::{Block, Inline, ParagraphShape};

/// Characters of running text that count as two lines.
const TWO_LINES: usize = 60;

/// At most so many blocks are held to a closing part, so that a page never stays half empty.
const MOST_BLOCKS: usize = 5;

/// Returns for each block whether it stays on the page of the next one.
///
/// A closing part (signatures, a slip, lines at the right margin) is held
/// together and takes two lines of the text before it along; a paragraph that
/// announces a table or list stays with it.
pub(super) fn with_next(blocks: &[Block]) -> Vec<bool> {
    let mut stays = vec![false; blocks.len()];
    let text_begins = blocks.iter().position(is_running).unwrap_or(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        if index > text_begins && closes(block) {
            hold(blocks, index, &mut stays);
        }
    }
    for ((block, next), stay) in blocks.iter().zip(blocks.iter().skip(1)).zip(&mut stays) {
        *stay |= announces(block, next);
    }
    stays
}

/// Returns whether `block` ends with a colon that stands for the table, the list or the lines to write on after it.
fn announces(block: &Block, next: &Block) -> bool {
    let Block::Paragraph { content, .. } = block else { return false };
    let follows = match next {
        Block::Table { .. } | Block::List { .. } => true,
        Block::Paragraph { content, .. } => is_to_write_on(content),
        _ => false,
    };
    follows && plain(content).trim_end().ends_with(['：', ':'])
}

/// Returns whether a paragraph has blanks and no words.
pub(super) fn is_to_write_on(content: &[Inline]) -> bool {
    let blank = |inline: &Inline| matches!(inline, Inline::Blank { .. });
    let text: String = plain(content);
    content.iter().any(blank) && text.trim().is_empty()
}

/// Marks the blocks before `closing` that go with it.
fn hold(blocks: &[Block], closing: usize, stays: &mut [bool]) {
    let mut lines = 0;
    for (block, stay) in blocks.iter().zip(stays.iter_mut()).take(closing).rev().take(MOST_BLOCKS) {
        match block {
            Block::PageBreak | Block::Table { .. } | Block::Slip { .. } => return,
            _ => *stay = true,
        }
        lines += length(block);
        if lines >= TWO_LINES && !closes(block) {
            return;
        }
    }
}

/// Returns whether a block belongs to the end of a paper.
fn closes(block: &Block) -> bool {
    matches!(
        block,
        Block::Signatures { .. }
            | Block::Slip { .. }
            | Block::Paragraph { shape: ParagraphShape::Right, .. }
    )
}

/// Returns whether a block is running text.
fn is_running(block: &Block) -> bool {
    matches!(block, Block::Paragraph { shape: ParagraphShape::Body, .. })
}

/// Returns the characters of a block of text.
fn length(block: &Block) -> usize {
    match block {
        Block::Paragraph { content, .. } => plain(content).chars().count(),
        Block::List { .. } => TWO_LINES,
        _ => 0,
    }
}

/// Lines that fit a slip that is kept whole, with room to spare.
const SLIP_LINES: usize = 24;

/// Returns whether `blocks` are short enough to stand on one page for certain.
pub(super) fn fits_one_page(blocks: &[Block]) -> bool {
    blocks.iter().map(lines).sum::<usize>() <= SLIP_LINES
}

/// Returns a generous estimate of the lines a block takes.
fn lines(block: &Block) -> usize {
    let of = |content: &[Inline]| plain(content).lines().map(|l| 1 + l.chars().count() / 26).sum();
    match block {
        Block::Heading { .. } => 3,
        Block::Paragraph { content, .. } => of(content),
        Block::List { items, .. } => items.iter().flatten().map(|b| 1 + lines(b)).sum(),
        Block::Table { rows, .. } => {
            2 + rows
                .iter()
                .map(|row| row.iter().map(|c| of(c)).max().unwrap_or(1) + 1)
                .sum::<usize>()
        }
        Block::Signatures { parties } => {
            let seal = if parties.iter().any(|party| party.seal) { 7 } else { 3 };
            seal + 2 * parties.iter().map(|party| party.lines.len()).max().unwrap_or(0)
        }
        Block::Slip { blocks } => 2 + blocks.iter().map(lines).sum::<usize>(),
        Block::Rule => 1,
        Block::PageBreak => SLIP_LINES,
    }
}
