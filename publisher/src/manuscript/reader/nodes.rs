//! Markdown as a tree of blocks with their tokens.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, OffsetIter, Options, Parser, Tag,
};

use crate::manuscript::reader::Reader;
use crate::manuscript::reader::line::{Mark, Token, TokenKind};
use crate::manuscript::{Change, Construct, Kind};

/// The most levels of blocks within blocks, and of marks within marks.
const MAX_DEPTH: usize = 20;

/// A block of Markdown.
#[derive(Debug)]
pub(in crate::manuscript) struct Node<'a> {
    pub(in crate::manuscript) kind: NodeKind<'a>,
    pub(in crate::manuscript) range: Range<usize>,
}

#[derive(Debug)]
pub(in crate::manuscript) enum NodeKind<'a> {
    Heading(u8, Vec<Token<'a>>),
    Paragraph(Vec<Token<'a>>),
    List { ordered: bool, items: Vec<Item<'a>> },
    Quote(Vec<Node<'a>>),
    Unsupported(Construct),
}

/// An item of a list.
#[derive(Debug)]
pub(in crate::manuscript) struct Item<'a> {
    pub(in crate::manuscript) blocks: Vec<Node<'a>>,
    pub(in crate::manuscript) range: Range<usize>,
    /// The number of spaces that indent what belongs to the item.
    pub(in crate::manuscript) indent: usize,
}

/// Parses the text of a reader's source.
pub(in crate::manuscript) fn parse<'a>(text: &'a str, reader: &mut Reader<'_>) -> Vec<Node<'a>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let events = Parser::new_ext(text, options).into_offset_iter().peekable();
    Builder { events, reader }.blocks(0)
}

struct Builder<'a, 'r, 's> {
    events: Peekable<OffsetIter<'a>>,
    reader: &'r mut Reader<'s>,
}

impl<'a> Builder<'a, '_, '_> {
    /// The blocks up to and with the end of the block around them.
    fn blocks(&mut self, depth: usize) -> Vec<Node<'a>> {
        let mut nodes = vec![];
        while let Some((event, range)) = self.events.peek() {
            let range = range.clone();
            if is_inline(event) {
                let tokens = self.tokens();
                let end = tokens.last().map_or(range.end, |token| token.range.end);
                if !tokens.is_empty() {
                    let kind = NodeKind::Paragraph(tokens);
                    let range = range.start..end.max(range.end);
                    nodes.push(Node { kind, range });
                }
                continue;
            }
            let Some((event, _)) = self.events.next() else {
                break;
            };
            let kind = match event {
                Event::End(_) => break,
                Event::Start(tag) => self.block(tag, &range, depth),
                Event::Rule => Some(NodeKind::Unsupported(Construct::Rule)),
                Event::Html(html) => Some(html_block(&html)),
                _ => None,
            };
            nodes.extend(kind.map(|kind| Node { kind, range }));
        }
        nodes
    }

    fn block(&mut self, tag: Tag<'a>, range: &Range<usize>, depth: usize) -> Option<NodeKind<'a>> {
        if depth > MAX_DEPTH {
            self.skip();
            self.reader.problem(Kind::TooDeep, range.clone());
            return None;
        }
        match tag {
            Tag::Paragraph => {
                let tokens = self.tokens();
                self.events.next();
                // A picture alone is a problem already.
                (!tokens.is_empty()).then_some(NodeKind::Paragraph(tokens))
            }
            Tag::Heading { level, .. } => {
                let tokens = self.tokens();
                self.events.next();
                Some(NodeKind::Heading(level_number(level), tokens))
            }
            Tag::List(start) => {
                let ordered = start.is_some();
                let items = self.items(depth + 1);
                Some(NodeKind::List { ordered, items })
            }
            Tag::BlockQuote(_) => Some(NodeKind::Quote(self.blocks(depth + 1))),
            Tag::HtmlBlock => {
                let html = match self.events.peek() {
                    Some((Event::Html(html), _)) => html_block(html),
                    _ => html_block(""),
                };
                self.skip();
                Some(html)
            }
            Tag::MetadataBlock(_) => {
                self.skip();
                self.reader.problem(Kind::FrontMatter, range.clone());
                None
            }
            tag => {
                let construct = match tag {
                    Tag::CodeBlock(CodeBlockKind::Indented) => Construct::IndentedCode,
                    Tag::Table(_) => Construct::Table,
                    Tag::FootnoteDefinition(_) => Construct::Footnote,
                    _ => Construct::Code,
                };
                self.skip();
                Some(NodeKind::Unsupported(construct))
            }
        }
    }

    fn items(&mut self, depth: usize) -> Vec<Item<'a>> {
        let mut items = vec![];
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let marker = self.reader.source.slice(range.clone());
                    let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
                    let indent = digits + 2;
                    let blocks = self.blocks(depth);
                    items.push(Item {
                        blocks,
                        range,
                        indent,
                    });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        items
    }

    /// Skips to the end of a block or mark that has begun.
    fn skip(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    /// The tokens of a paragraph or heading, up to its end.
    fn tokens(&mut self) -> Vec<Token<'a>> {
        let mut tokens = vec![];
        let mut depth = 0_usize;
        let mut is_too_deep = false;
        let mut open_tags = 0_usize;
        while let Some((event, range)) = self.events.next_if(|(event, _)| is_inline(event)) {
            let kind = match event {
                Event::Start(Tag::Image { .. }) => {
                    self.skip();
                    self.unsupported(Construct::Image, &range);
                    continue;
                }
                Event::Start(tag) => {
                    depth += 1;
                    if depth > MAX_DEPTH && !is_too_deep {
                        is_too_deep = true;
                        self.reader.problem(Kind::TooDeep, range.clone());
                    }
                    TokenKind::Start(self.mark(tag, &range))
                }
                Event::End(_) => {
                    depth = depth.saturating_sub(1);
                    TokenKind::End
                }
                Event::Text(text) => TokenKind::Text(text),
                Event::Code(text) => {
                    self.unsupported(Construct::InlineCode, &range);
                    TokenKind::Text(text)
                }
                Event::SoftBreak => TokenKind::Break,
                Event::HardBreak => {
                    self.reader.correct(Change::HardBreak, range.clone());
                    TokenKind::Break
                }
                Event::InlineHtml(html) if is_line_break(&html) => {
                    self.reader.correct(Change::HardBreak, range.clone());
                    TokenKind::Text(CowStr::Borrowed(" "))
                }
                Event::InlineHtml(html) => {
                    self.inline_html(&html, &range, &mut open_tags);
                    continue;
                }
                _ => {
                    self.unsupported(Construct::Footnote, &range);
                    continue;
                }
            };
            tokens.push(Token { kind, range });
        }
        tokens
    }

    /// A tag is one problem with its end.
    fn inline_html(&mut self, html: &str, range: &Range<usize>, open_tags: &mut usize) {
        if html.starts_with("<!--") {
            return;
        }
        // Underlined words, which have no mark in Markdown, and marked ones.
        if is_mark_of_words(html) {
            self.reader.correct(Change::Attribute, range.clone());
            return;
        }
        if html.starts_with("</") && *open_tags > 0 {
            *open_tags -= 1;
            return;
        }
        *open_tags += usize::from(!html.starts_with("</") && !html.ends_with("/>"));
        self.unsupported(Construct::Html(html.to_owned()), range);
    }

    fn unsupported(&mut self, construct: Construct, range: &Range<usize>) {
        self.reader
            .problem(Kind::Unsupported(construct), range.clone());
    }

    fn mark(&mut self, tag: Tag<'_>, range: &Range<usize>) -> Mark {
        const QUOTES: [char; 8] = ['“', '”', '„', '"', '‘', '’', '«', '»'];
        match tag {
            Tag::Emphasis => Mark::Emphasis,
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let url = dest_url.replace("%E2%80%9C", "“").replace("%E2%80%9D", "”");
                let bare = url.trim_matches(QUOTES);
                if bare.len() != url.len() {
                    self.reader.correct(Change::QuotedAddress, range.clone());
                }
                match link_type {
                    LinkType::Email => Mark::Link(format!("mailto:{bare}")),
                    _ if bare.len() == url.len() => Mark::Link(dest_url.into_string()),
                    _ => Mark::Link(bare.to_owned()),
                }
            }
            _ => Mark::Strong,
        }
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
        ),
        Event::End(tag) => {
            use pulldown_cmark::TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
            matches!(tag, Emphasis | Strong | Strikethrough | Link | Image)
        }
        Event::Rule | Event::Html(_) | Event::TaskListMarker(_) => false,
        _ => true,
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn is_line_break(html: &str) -> bool {
    matches!(html, "<br>" | "<br/>" | "<br />")
}

fn is_mark_of_words(html: &str) -> bool {
    let is_opening = ["<u>", "<mark>", "<span>", "<span "]
        .into_iter()
        .any(|start| html.starts_with(start));
    is_opening || matches!(html, "</u>" | "</mark>" | "</span>")
}

/// A block of HTML, named by its first tag.
fn html_block<'a>(html: &str) -> NodeKind<'a> {
    let html = html.trim();
    let end = html.find('>').map_or(html.len(), |end| end + 1);
    let tag: String = html.get(..end).unwrap_or(html).chars().take(60).collect();
    NodeKind::Unsupported(Construct::Html(tag))
}
