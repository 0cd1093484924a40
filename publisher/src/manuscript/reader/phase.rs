//! Reads the file of a phase.

use std::ops::Range;

use crate::manuscript::names::{Fact, Section, nearest};
use crate::manuscript::reader::Reader;
use crate::manuscript::reader::line::Token;
use crate::manuscript::reader::nodes::{Item, Node, NodeKind};
use crate::manuscript::reader::prose::Headings;
use crate::manuscript::{Change, Correction, Key, Kind, Phase, Question, Text, Tip};

const PHASE_FACTS: [Fact; 5] = [
    Fact::Short,
    Fact::Loop,
    Fact::Theme,
    Fact::Keywords,
    Fact::Language,
];
const PIECE_FACTS: [Fact; 5] = [
    Fact::Short,
    Fact::Theme,
    Fact::Keywords,
    Fact::Page,
    Fact::Language,
];

/// A file divided at its headings.
pub(in crate::manuscript) struct Outline<'a> {
    pub(in crate::manuscript) title: Text,
    pub(in crate::manuscript) key: Key,
    /// The nodes below the title.
    pub(in crate::manuscript) body: Vec<Node<'a>>,
    pub(in crate::manuscript) sections: Vec<SectionNodes<'a>>,
}

/// The nodes of a section.
pub(in crate::manuscript) struct SectionNodes<'a> {
    pub(in crate::manuscript) section: Section,
    pub(in crate::manuscript) key: Key,
    pub(in crate::manuscript) body: Vec<Node<'a>>,
}

impl<'a> Reader<'_> {
    /// Divides the nodes of a file at `#` and `##`.
    pub(in crate::manuscript) fn outline(
        &mut self,
        nodes: Vec<Node<'a>>,
        sections: &[Section],
    ) -> Outline<'a> {
        let mut outline = Outline {
            title: Text::new("", self.place(0..0)),
            key: Key::default(),
            body: vec![],
            sections: vec![],
        };
        let mut has_title = false;
        let mut has_text_before = false;
        // The nodes below an unknown section are left out with it.
        let mut is_known = true;
        for node in nodes {
            match node.kind {
                NodeKind::Heading(1, tokens) if !has_title => {
                    has_title = true;
                    (outline.title, outline.key) = self.heading(tokens, node.range);
                }
                NodeKind::Heading(2, tokens) => {
                    let (name, key) = self.heading(tokens, node.range.clone());
                    let section = self.section(&name, sections, &node.range);
                    is_known = section.is_some();
                    if let Some(section) = section {
                        self.push_section(&mut outline.sections, section, key, name, node.range);
                    }
                }
                kind => {
                    let node = Node { kind, ..node };
                    let is_before = !has_title && outline.sections.is_empty();
                    if is_before && is_known && !matches!(node.kind, NodeKind::Unsupported(_)) {
                        if !has_text_before {
                            self.problem(Kind::TextBeforeTitle, node.range);
                        }
                        has_text_before = true;
                    } else if !is_known && !matches!(node.kind, NodeKind::Heading(1, _)) {
                        // One problem is enough for a section.
                    } else if let Some(section) = outline.sections.last_mut() {
                        section.body.push(node);
                    } else {
                        outline.body.push(node);
                    }
                }
            }
        }
        if !has_title {
            self.problem(Kind::NoTitle, 0..0);
        }
        outline
    }

    fn push_section(
        &mut self,
        sections: &mut Vec<SectionNodes<'a>>,
        section: Section,
        key: Key,
        name: Text,
        range: Range<usize>,
    ) {
        if sections.iter().any(|other| other.section == section) {
            let name = name.text;
            self.problem(Kind::DuplicateSection { name }, range);
        }
        let body = vec![];
        sections.push(SectionNodes { section, key, body });
    }

    fn section(
        &mut self,
        name: &Text,
        sections: &[Section],
        range: &Range<usize>,
    ) -> Option<Section> {
        let section = Section::of(&name.text, sections);
        if section.is_none() {
            let names = sections.iter().flat_map(|section| section.names());
            let nearest = nearest(&name.text, names).map(ToOwned::to_owned);
            let kind = Kind::UnknownSection {
                name: name.text.clone(),
                nearest,
                is_publication: sections.contains(&Section::Loops),
            };
            self.problem(kind, range.clone());
        }
        section
    }

    /// The phase of a file.
    pub(in crate::manuscript) fn phase(&mut self, nodes: Vec<Node<'a>>) -> Phase {
        let mut outline = self.outline(nodes, &Section::OF_PHASE);
        let mut facts = self.take_facts(&mut outline.body, &PHASE_FACTS);
        let name_end = Text::new("", outline.title.place.clone());
        let mut phase = Phase {
            key: outline.key,
            name: outline.title,
            short: facts.take(Fact::Short),
            in_loop: facts.take(Fact::Loop).unwrap_or(name_end),
            themes: facts.themes,
            keywords: facts.keywords,
            foreign: facts.foreign,
            introduction: self.blocks(outline.body, Headings::Forbidden),
            ..Phase::default()
        };
        for mut section in outline.sections {
            self.unused_key(&section.key);
            let mut facts = self.take_facts(&mut section.body, &[Fact::Title, Fact::Page]);
            let title = facts.take(Fact::Title);
            match section.section {
                Section::Tips => {
                    phase.tips_title = phase.tips_title.or(title);
                    phase.tips_page = facts.page;
                    self.tips(section.body, &mut phase.tips);
                }
                _ => {
                    phase.experiences_title = phase.experiences_title.or(title);
                    phase.experiences_page = facts.page;
                    self.questions(section.body, &mut phase.questions);
                }
            }
        }
        phase
    }

    fn tips(&mut self, nodes: Vec<Node<'a>>, tips: &mut Vec<Tip>) {
        let mut indent = 3;
        let mut has_list = false;
        let mut has_text_between = false;
        for node in nodes {
            match node.kind {
                NodeKind::List { items, .. } => {
                    if has_list && !has_text_between {
                        let spaces = indent;
                        self.problem(Kind::ListRestarts { spaces }, node.range);
                    }
                    has_list = true;
                    has_text_between = false;
                    for item in items {
                        indent = item.indent;
                        tips.push(self.tip(item));
                    }
                }
                NodeKind::Paragraph(_) => {
                    let section = Section::Tips.names();
                    let kind = match has_list {
                        true => Kind::TextBetweenTips { spaces: indent },
                        false => Kind::TextNotHere { section },
                    };
                    if !has_text_between {
                        self.problem(kind, node.range);
                    }
                    has_text_between = true;
                }
                kind => {
                    self.misplaced(Node { kind, ..node });
                    has_text_between = true;
                }
            }
        }
    }

    fn tip(&mut self, item: Item<'a>) -> Tip {
        let spaces = item.indent;
        let mut blocks = item.blocks.into_iter().peekable();
        let first = blocks.next_if(|node| matches!(node.kind, NodeKind::Paragraph(_)));
        let tokens: Vec<Token<'a>> =
            if let Some(NodeKind::Paragraph(tokens)) = first.map(|node| node.kind) {
                tokens
            } else {
                self.problem(Kind::TipWithoutText, item.range.clone());
                vec![]
            };
        let is_missing = tokens.is_empty();
        let kind = Kind::TextBetweenTips { spaces };
        let mut head = self.head(tokens, &PIECE_FACTS, &kind);
        if is_missing {
            head.text.place = self.place(item.range);
        }
        Tip {
            key: head.key,
            text: head.text,
            short: head.facts.take(Fact::Short),
            themes: head.facts.themes,
            keywords: head.facts.keywords,
            page: head.facts.page,
            foreign: head.facts.foreign,
            explanation: self.blocks(blocks.collect(), Headings::Forbidden),
        }
    }

    fn questions(&mut self, nodes: Vec<Node<'a>>, questions: &mut Vec<Question>) {
        let mut bodies: Vec<(Text, Key, Vec<Node<'a>>)> = vec![];
        let mut has_text_before = false;
        for node in nodes {
            match node.kind {
                NodeKind::Heading(3, tokens) => {
                    let (text, key) = self.heading(tokens, node.range);
                    bodies.push((text, key, vec![]));
                }
                kind => {
                    let node = Node { kind, ..node };
                    match bodies.last_mut() {
                        Some((.., body)) => body.push(node),
                        None if has_text_before => {}
                        None => {
                            has_text_before = true;
                            self.problem(Kind::TextBeforeQuestion, node.range);
                        }
                    }
                }
            }
        }
        for (text, key, body) in bodies {
            questions.push(self.question(text, key, body));
        }
    }

    fn question(&mut self, text: Text, key: Key, mut nodes: Vec<Node<'a>>) -> Question {
        let mut facts = self.take_facts(&mut nodes, &PIECE_FACTS);
        let mut answer = vec![];
        let mut quotes = vec![];
        let mut has_text_after = false;
        for node in nodes {
            let is_text = matches!(node.kind, NodeKind::Paragraph(_) | NodeKind::List { .. });
            match node.kind {
                NodeKind::Quote(_) => quotes.push(self.quote(node)),
                _ if is_text && !quotes.is_empty() => {
                    if !has_text_after {
                        self.problem(Kind::TextAfterQuote, node.range);
                    }
                    has_text_after = true;
                }
                _ => answer.push(node),
            }
        }
        Question {
            key,
            text,
            short: facts.take(Fact::Short),
            themes: facts.themes,
            keywords: facts.keywords,
            page: facts.page,
            foreign: facts.foreign,
            answer: self.blocks(answer, Headings::Forbidden),
            quotes,
        }
    }

    /// Lists a key of a heading that needs none.
    pub(in crate::manuscript) fn unused_key(&mut self, key: &Key) {
        if key.value.is_some() {
            let what = Change::UnusedKey;
            let place = key.place.clone();
            self.corrections.push(Correction { place, what });
        }
    }
}
