//! Blocks of a document, before they are divided over files.

use crate::docx::pieces::Line;

/// A list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// The level, from 0.
    pub(super) level: u8,
    pub(super) is_ordered: bool,
    /// The list whose numbers go on here.
    pub(super) list: String,
    /// Whether its numbers begin again with this item.
    pub(super) restarts: bool,
    pub(super) lines: Vec<Line>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading, with its level: 0 is the title of the document.
    Heading {
        level: u8,
        lines: Vec<Line>,
    },
    /// The line below the title.
    Subtitle(Vec<Line>),
    /// A paragraph. An indented one belongs to a list item above.
    Paragraph {
        lines: Vec<Line>,
        is_indented: bool,
    },
    Item(Item),
    Quote(Vec<Line>),
    /// A paragraph without text, which parts quotes.
    Empty,
    /// The lines of each cell in each row.
    Table(Vec<Vec<Vec<Line>>>),
}

impl Block {
    /// All lines.
    pub(super) fn into_lines(self) -> Vec<Line> {
        match self {
            Self::Heading { lines, .. }
            | Self::Subtitle(lines)
            | Self::Paragraph { lines, .. }
            | Self::Item(Item { lines, .. })
            | Self::Quote(lines) => lines,
            Self::Empty => vec![],
            Self::Table(rows) => rows.into_iter().flatten().flatten().collect(),
        }
    }
}
