//! Reads blocks of running text.

use crate::manuscript::names::Fact;
use crate::manuscript::reader::line::{Line, Mark, TokenKind};
use crate::manuscript::reader::nodes::{Item, Node, NodeKind};
use crate::manuscript::reader::{Reader, range};
use crate::manuscript::{Block, Change, Chart, Construct, Kind, List, ListItem};

/// Whether `###` headings may stand among blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::manuscript) enum Headings {
    Allowed,
    Forbidden,
}

impl<'a> Reader<'_> {
    /// The blocks of nodes. Other nodes are problems.
    pub(in crate::manuscript) fn blocks(
        &mut self,
        nodes: Vec<Node<'a>>,
        headings: Headings,
    ) -> Vec<Block> {
        let mut blocks = vec![];
        for node in nodes {
            match node.kind {
                NodeKind::Paragraph(tokens) => {
                    self.paragraph(Line::split(tokens), &mut blocks);
                }
                NodeKind::List { ordered, items } => {
                    blocks.push(Block::List(self.list(ordered, items, 1)));
                }
                NodeKind::Heading(3, tokens) if headings == Headings::Allowed => {
                    let mut lines = Line::split(tokens);
                    self.leave_key_out(&mut lines);
                    blocks.push(Block::Heading(self.plain(&lines)));
                }
                kind => self.misplaced(Node { kind, ..node }),
            }
        }
        blocks
    }

    /// The problem of a node that is neither a paragraph nor a list.
    pub(in crate::manuscript) fn misplaced(&mut self, node: Node<'a>) {
        let kind = match node.kind {
            NodeKind::Heading(1, _) => Kind::SecondTitle,
            NodeKind::Heading(level @ 4.., _) => Kind::HeadingTooDeep { level },
            NodeKind::Heading(..) => Kind::HeadingNotHere,
            NodeKind::Quote(_) => Kind::QuoteNotHere,
            NodeKind::Unsupported(construct) => Kind::Unsupported(construct),
            NodeKind::Paragraph(_) | NodeKind::List { .. } => return,
        };
        self.problem(kind, node.range);
    }

    /// Removes a key from a text that needs none.
    pub(in crate::manuscript) fn leave_key_out(&mut self, lines: &mut [Line<'a>]) {
        if let Some(line) = lines.last_mut()
            && let Some((range, _)) = self.key(line)
        {
            self.take_key(line);
            self.correct(Change::UnusedKey, range);
        }
    }

    fn paragraph(&mut self, lines: Vec<Line<'a>>, blocks: &mut Vec<Block>) {
        let is_chart = |line: &Line<'_>| {
            let name = self.known_name(line);
            name.is_some_and(|(fact, _)| fact == Fact::Chart)
        };
        if lines.iter().all(is_chart) {
            for line in lines {
                blocks.push(Block::Chart(self.chart(line)));
            }
            return;
        }
        if is_table(&lines, self) {
            let kind = Kind::Unsupported(Construct::Table);
            self.problem(kind, range(&lines));
            return;
        }
        self.warn_of_facts(&lines);
        self.warn_of_bold(&lines);
        blocks.push(Block::Paragraph(self.prose(&lines)));
    }

    fn chart(&mut self, mut line: Line<'a>) -> Chart {
        let place = self.place(line.range.clone());
        let length = self.known_name(&line).map_or(0, |(_, length)| length);
        line.cut_start(line.range.start + length);
        let columns = self.parts(&line).into_iter().map(|text| text.text);
        let columns = columns.collect();
        Chart { columns, place }
    }

    /// A short paragraph in bold alone is how word processors write headings without a style.
    fn warn_of_bold(&mut self, lines: &[Line<'a>]) {
        let [line] = lines else { return };
        let mut tokens = line.tokens.iter();
        let is_strong = tokens
            .next()
            .is_some_and(|token| token.kind == Mark::Strong && token.range.end >= line.range.end);
        let text = line.plain();
        if is_strong && text.chars().count() <= 80 {
            let range = line.range.clone();
            self.problem(Kind::BoldParagraph { text }, range);
        }
    }

    fn list(&mut self, ordered: bool, items: Vec<Item<'a>>, level: usize) -> List {
        let items = items.into_iter().map(|item| self.item(item, level));
        let items = items.collect();
        List { ordered, items }
    }

    fn item(&mut self, item: Item<'a>, level: usize) -> ListItem {
        let item_range = item.range.clone();
        let mut text = None;
        let mut list = None;
        for node in item.blocks {
            match node.kind {
                NodeKind::Paragraph(tokens) if text.is_none() && list.is_none() => {
                    let lines = Line::split(tokens);
                    self.warn_of_facts(&lines);
                    text = Some(self.prose(&lines));
                }
                NodeKind::List { .. } if level > 1 => {
                    self.problem(Kind::ListTooDeep, node.range);
                }
                NodeKind::List { ordered, items } if list.is_none() => {
                    list = Some(self.list(ordered, items, level + 1));
                }
                NodeKind::Paragraph(_) | NodeKind::List { .. } => {
                    self.problem(Kind::SeveralParagraphs, node.range);
                }
                kind => self.misplaced(Node { kind, ..node }),
            }
        }
        let text = text.unwrap_or_else(|| {
            let mut text = self.prose(&[]);
            text.place = self.place(item_range);
            text
        });
        ListItem { text, list }
    }
}

/// Whether lines are a table that only other programs read as one.
fn is_table(lines: &[Line<'_>], reader: &Reader<'_>) -> bool {
    let is_rule = |line: &Line<'_>| {
        let raw = line.raw(reader.source).trim();
        let is_mark = |byte| matches!(byte, b'-' | b'+' | b'=' | b' ');
        raw.bytes().all(is_mark) && (raw.starts_with("+-") || raw.contains("-- --"))
    };
    let is_row = |line: &Line<'_>| {
        let raw = line.raw(reader.source).trim();
        raw.starts_with('|') && raw.ends_with('|') && raw.len() > 1
    };
    lines.iter().any(is_rule) || lines.len() > 1 && lines.iter().all(is_row)
}

impl PartialEq<Mark> for TokenKind<'_> {
    fn eq(&self, mark: &Mark) -> bool {
        matches!(self, TokenKind::Start(other) if other == mark)
    }
}
