//! Reads the file of the publication as a whole.

use crate::manuscript::names::{Fact, Section};
use crate::manuscript::reader::Reader;
use crate::manuscript::reader::line::{Line, Mark, TokenKind};
use crate::manuscript::reader::nodes::{Item, Node, NodeKind};
use crate::manuscript::reader::phase::SectionNodes;
use crate::manuscript::reader::prose::Headings;
use crate::manuscript::{Background, Kind, Manuscript, Model, Named, Organisation, Source, Text};

impl<'a> Reader<'_> {
    /// The manuscript without phases.
    pub(in crate::manuscript) fn publication(&mut self, nodes: Vec<Node<'a>>) -> Manuscript {
        let mut outline = self.outline(nodes, &Section::OF_PUBLICATION);
        self.unused_key(&outline.key);
        let mut facts = self.take_facts(&mut outline.body, &[Fact::Subtitle, Fact::Keywords]);
        let mut manuscript = Manuscript {
            title: outline.title,
            subtitle: facts.take(Fact::Subtitle),
            keywords: facts.keywords,
            introduction: self.blocks(outline.body, Headings::Forbidden),
            ..Manuscript::default()
        };
        for section in outline.sections {
            if section.section != Section::Background {
                self.unused_key(&section.key);
            }
            self.publication_section(section, &mut manuscript);
        }
        manuscript
    }

    fn publication_section(&mut self, nodes: SectionNodes<'a>, manuscript: &mut Manuscript) {
        let SectionNodes {
            section,
            key,
            mut body,
        } = nodes;
        let allowed: &[Fact] = match section {
            Section::Model => &[Fact::Title, Fact::Invitation],
            Section::Background => &[Fact::Title, Fact::Keywords, Fact::Language],
            Section::Organisations => &[Fact::Title],
            Section::Source => &[Fact::Title, Fact::Year],
            _ => &[],
        };
        let mut facts = self.take_facts(&mut body, allowed);
        let title = facts.take(Fact::Title);
        match section {
            Section::Model => {
                manuscript.model = Some(Model {
                    title,
                    invitation: facts.take(Fact::Invitation),
                    body: self.blocks(body, Headings::Forbidden),
                });
            }
            Section::Loops => manuscript.loops.extend(self.names(section, body)),
            Section::Domains => manuscript.domains.extend(self.names(section, body)),
            Section::Themes => manuscript.themes.extend(self.names(section, body)),
            Section::Background => {
                manuscript.background = Some(Background {
                    key,
                    title,
                    keywords: facts.keywords,
                    foreign: facts.foreign,
                    body: self.blocks(body, Headings::Allowed),
                });
            }
            Section::Organisations => {
                manuscript.organisations_title = title;
                let organisations = self.organisations(body);
                manuscript.organisations.extend(organisations);
            }
            _ => {
                manuscript.source = Some(Source {
                    title,
                    year: facts.year,
                    text: self.blocks(body, Headings::Forbidden),
                });
            }
        }
    }

    /// The items of a section that is one list.
    fn items(&mut self, section: Section, nodes: Vec<Node<'a>>) -> Vec<Item<'a>> {
        let mut all = vec![];
        let mut has_list = false;
        for node in nodes {
            let section = section.names();
            match node.kind {
                NodeKind::List { items, .. } => {
                    if has_list {
                        self.problem(Kind::TextNotHere { section }, node.range);
                    }
                    has_list = true;
                    all.extend(items);
                }
                NodeKind::Paragraph(_) => {
                    self.problem(Kind::TextNotHere { section }, node.range);
                }
                kind => self.misplaced(Node { kind, ..node }),
            }
        }
        all
    }

    /// The first paragraph of an item, which is its only block.
    fn only_paragraph(
        &mut self,
        item: Item<'a>,
    ) -> Vec<crate::manuscript::reader::line::Token<'a>> {
        let mut paragraph = None;
        for node in item.blocks {
            match node.kind {
                NodeKind::Paragraph(tokens) if paragraph.is_none() => paragraph = Some(tokens),
                NodeKind::Paragraph(_) | NodeKind::List { .. } => {
                    self.problem(Kind::SeveralParagraphs, node.range);
                }
                kind => self.misplaced(Node { kind, ..node }),
            }
        }
        paragraph.unwrap_or_default()
    }

    fn names(&mut self, section: Section, nodes: Vec<Node<'a>>) -> Vec<Named> {
        let items = self.items(section, nodes).into_iter();
        items.map(|item| self.named(item)).collect()
    }

    fn named(&mut self, item: Item<'a>) -> Named {
        let range = item.range.clone();
        let tokens = self.only_paragraph(item);
        let allowed = [Fact::Short, Fact::Language];
        let mut head = self.head(tokens, &allowed, &Kind::NotAFact);
        if head.text.text.is_empty() {
            head.text.place = self.place(range);
        }
        Named {
            key: head.key,
            name: head.text,
            short: head.facts.take(Fact::Short),
            foreign: head.facts.foreign,
        }
    }

    fn organisations(&mut self, nodes: Vec<Node<'a>>) -> Vec<Organisation> {
        let items = self.items(Section::Organisations, nodes).into_iter();
        items.map(|item| self.organisation(item)).collect()
    }

    fn organisation(&mut self, item: Item<'a>) -> Organisation {
        let range = item.range.clone();
        let mut lines = Line::split(self.only_paragraph(item));
        self.leave_key_out(&mut lines);
        self.warn_of_facts(&lines);
        let mut urls = vec![];
        let tokens = lines.iter_mut().flat_map(|line| &mut line.tokens);
        for token in tokens {
            if let TokenKind::Start(Mark::Link(url)) = &token.kind {
                urls.push((url.clone(), token.range.clone()));
            }
        }
        // The link is kept beside the name, not lost as in other plain texts.
        for line in &mut lines {
            line.tokens
                .retain(|token| !matches!(token.kind, TokenKind::Start(Mark::Link(_))));
        }
        if let Some((_, range)) = urls.get(1) {
            self.problem(Kind::SeveralLinks, range.clone());
        }
        let mut name = self.plain(&lines);
        if name.text.is_empty() {
            name.place = self.place(range);
        }
        let mut urls = urls.into_iter();
        let url = urls
            .next()
            .map(|(url, range)| Text::new(&url, self.place(range)));
        Organisation { name, url }
    }
}
