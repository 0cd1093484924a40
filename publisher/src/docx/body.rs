//! The body of a document as blocks.

use std::collections::HashSet;

use anyhow::{Context, Result};
use roxmltree::{Document, Node};

use crate::docx::blocks::{Block, Item};
use crate::docx::fields::Fields;
use crate::docx::notes::Notes;
use crate::docx::numbering::{Mark, Numbering};
use crate::docx::package::Relationships;
use crate::docx::pieces::{Line, Piece, lines};
use crate::docx::styles::{Role, Style, Styles, is_indented, numbering, outline_level};
use crate::docx::xml::{alternative, child, descend, flag, is, value};

/// The reader of a body.
pub(super) struct Body<'a, 'i> {
    pub(super) styles: &'a Styles,
    pub(super) relationships: &'a Relationships,
    pub(super) notes: Notes,
    pub(super) fields: Fields,
    /// The pieces of the paragraph that is being read.
    pub(super) pieces: Vec<Piece>,
    /// Text boxes, which follow the paragraph that they are anchored to.
    pub(super) boxes: Vec<Node<'a, 'i>>,
    numbering: &'a Numbering,
    /// The ids of lists with their levels that have had an item.
    begun: HashSet<(String, u8)>,
    blocks: Vec<Block>,
}

/// The part that a paragraph plays in a list.
enum InList {
    Item {
        level: u8,
        is_ordered: bool,
        list: String,
        restarts: bool,
    },
    Continuation,
    No,
}

impl<'a, 'i> Body<'a, 'i> {
    pub(super) fn new(
        styles: &'a Styles,
        numbering: &'a Numbering,
        relationships: &'a Relationships,
        notes: Notes,
    ) -> Self {
        Self {
            styles,
            relationships,
            notes,
            fields: Fields::default(),
            pieces: vec![],
            boxes: vec![],
            numbering,
            begun: HashSet::new(),
            blocks: vec![],
        }
    }

    /// Reads a document.
    ///
    /// # Errors
    /// If it has no body.
    pub(super) fn document(&mut self, document: Option<&'a Document<'i>>) -> Result<()> {
        let root = document.map(Document::root_element);
        let body = root
            .filter(|root| is(*root, "document"))
            .and_then(|root| child(root, "body"));
        let body = body.context("the document has no text; expected a Word document (.docx)")?;
        self.children(body);
        // The mark of the last paragraph may be deleted as well.
        if !self.pieces.is_empty() {
            let lines = lines(std::mem::take(&mut self.pieces));
            self.block(lines, &Style::default(), InList::No);
        }
        Ok(())
    }

    /// The blocks, and the texts of the notes.
    pub(super) fn finish(self) -> (Vec<Block>, Vec<String>) {
        (self.blocks, self.notes.into_texts())
    }

    fn children(&mut self, parent: Node<'a, 'i>) {
        for node in parent.children() {
            match node.tag_name().name() {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                "customXml" | "smartTag" | "ins" | "moveTo" | "sdtContent" => self.children(node),
                "sdt" => {
                    let gallery = descend(node, &["sdtPr", "docPartObj"])
                        .and_then(|part| value(part, "docPartGallery"));
                    let content = child(node, "sdtContent");
                    if let Some(content) = content.filter(|_| gallery != Some("Table of Contents"))
                    {
                        self.children(content);
                    }
                }
                "AlternateContent" => {
                    if let Some(node) = alternative(node) {
                        self.children(node);
                    }
                }
                // Another document within this one.
                "altChunk" | "subDoc" => {
                    let picture = Piece::Picture("document".to_owned());
                    let lines = lines(vec![picture]);
                    self.block(lines, &Style::default(), InList::No);
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: Node<'a, 'i>) {
        let properties = child(paragraph, "pPr");
        let id = properties.and_then(|properties| value(properties, "pStyle"));
        let mut style = self.styles.paragraph(id);
        if style.role.is_none() {
            style.role = properties
                .and_then(outline_level)
                .filter(|role| *role != Role::Body);
        }
        style.is_indented = properties.and_then(is_indented).or(style.is_indented);
        self.inlines(paragraph, &style, None);
        self.fields.end();
        // A paragraph whose mark is deleted goes on with the next one.
        let mark = properties.and_then(|properties| child(properties, "rPr"));
        if mark
            .is_some_and(|mark| child(mark, "del").is_some() || child(mark, "moveFrom").is_some())
        {
            return;
        }
        let is_hidden = mark.is_some_and(|mark| flag(mark, "vanish") == Some(true));
        let lines = lines(std::mem::take(&mut self.pieces));
        let boxes = std::mem::take(&mut self.boxes);
        if !(is_hidden && lines.is_empty()) && style.role != Some(Role::Contents) {
            let in_list = self.in_list(properties, id, &style);
            self.block(lines, &style, in_list);
        }
        for text_box in boxes {
            self.children(text_box);
        }
    }

    fn block(&mut self, lines: Vec<Line>, style: &Style, in_list: InList) {
        let block = match (style.role, in_list) {
            _ if lines.is_empty() => Block::Empty,
            (Some(Role::Title), _) => Block::Heading { level: 0, lines },
            (Some(Role::Heading(level)), _) => Block::Heading { level, lines },
            (Some(Role::Subtitle), _) => Block::Subtitle(lines),
            (Some(Role::Quote), _) => Block::Quote(lines),
            (
                _,
                InList::Item {
                    level,
                    is_ordered,
                    list,
                    restarts,
                },
            ) => Block::Item(Item {
                level,
                is_ordered,
                list,
                restarts,
                lines,
            }),
            (_, InList::Continuation) => Block::Paragraph {
                lines,
                is_indented: true,
            },
            (_, InList::No) => Block::Paragraph {
                lines,
                is_indented: style.is_indented == Some(true),
            },
        };
        self.blocks.push(block);
    }

    /// The list that a paragraph or its style names. The list 0 is none.
    fn in_list(
        &mut self,
        properties: Option<Node<'a, 'i>>,
        style_id: Option<&str>,
        style: &Style,
    ) -> InList {
        let own = properties.map(numbering).unwrap_or_default();
        let id = own.id.as_deref().or(style.numbering.id.as_deref());
        if id == Some("0") {
            return InList::No;
        }
        let level_of_style = || {
            let (id, style_id) = (id?, style_id?);
            self.numbering.level_of_style(id, style_id)
        };
        let named = style.list;
        let level = own
            .level
            .or(style.numbering.level)
            .or_else(level_of_style)
            .unwrap_or(0);
        let depth = level.max(named.map_or(0, |list| list.level)).min(8);
        let defined = id.and_then(|id| self.numbering.level(id, level));
        match (defined, named) {
            (Some(defined), _) if defined.mark == Mark::Nothing => InList::Continuation,
            (Some(defined), _) => InList::Item {
                level: depth,
                is_ordered: defined.mark == Mark::Number,
                restarts: defined.restarts
                    && self
                        .begun
                        .insert((id.unwrap_or_default().to_owned(), level)),
                list: defined.list,
            },
            (None, Some(list)) => InList::Item {
                level: depth,
                is_ordered: list.is_ordered,
                list: String::new(),
                restarts: false,
            },
            // A list without its definition is one of bullets.
            (None, None) if id.is_some() => InList::Item {
                level: depth,
                is_ordered: false,
                list: String::new(),
                restarts: false,
            },
            (None, None) => InList::No,
        }
    }

    fn table(&mut self, table: Node<'a, 'i>) {
        let mut rows = vec![];
        self.rows(table, &mut rows);
        let has_content = rows.iter().flatten().any(|lines| !lines.is_empty());
        if has_content {
            self.blocks.push(Block::Table(rows));
        }
    }

    fn rows(&mut self, parent: Node<'a, 'i>, rows: &mut Vec<Vec<Vec<Line>>>) {
        for node in parent.children() {
            match node.tag_name().name() {
                "tr" if descend(node, &["trPr", "del"]).is_some() => {}
                "tr" => {
                    let mut cells = vec![];
                    self.cells(node, &mut cells);
                    rows.push(cells);
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(node, rows),
                _ => {}
            }
        }
    }

    fn cells(&mut self, parent: Node<'a, 'i>, cells: &mut Vec<Vec<Line>>) {
        for node in parent.children() {
            match node.tag_name().name() {
                "tc" => {
                    let above = std::mem::take(&mut self.blocks);
                    self.children(node);
                    let blocks = std::mem::replace(&mut self.blocks, above);
                    cells.push(blocks.into_iter().flat_map(Block::into_lines).collect());
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.cells(node, cells),
                _ => {}
            }
        }
    }
}
