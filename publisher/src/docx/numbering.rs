//! The lists of a document: bullets and numbers by level.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::docx::xml::{attribute, child, is, value};

/// The most definitions that refer to one another.
const MAX_LINKS: usize = 10;

/// The mark of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    Number,
    /// No mark at all: the paragraph goes on with the item above.
    Nothing,
}

/// A level of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) mark: Mark,
    /// The list whose numbers go on here.
    pub(super) list: String,
    /// Whether the numbers begin again with the first item that names the list.
    pub(super) restarts: bool,
}

#[derive(Debug, Default)]
struct Definition {
    levels: HashMap<u8, Mark>,
    /// The levels that belong to styles.
    styles: HashMap<String, u8>,
    /// The style of lists that has the levels instead.
    link: Option<String>,
}

#[derive(Debug, Default)]
struct Instance {
    definition: String,
    /// The levels whose numbers begin again, or that are defined anew.
    overrides: HashMap<u8, Option<Mark>>,
}

/// The lists of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Definition>,
    /// Definitions by the style of lists that they belong to.
    linked: HashMap<String, String>,
    instances: HashMap<String, Instance>,
}

impl Numbering {
    pub(super) fn new(document: Option<&Document<'_>>) -> Self {
        let mut numbering = Self::default();
        let nodes = document
            .into_iter()
            .flat_map(|tree| tree.root_element().children());
        for node in nodes {
            let id = |name| attribute(node, name).unwrap_or_default().to_owned();
            if is(node, "abstractNum") {
                if let Some(style) = value(node, "styleLink") {
                    let linked = &mut numbering.linked;
                    linked.insert(style.to_owned(), id("abstractNumId"));
                }
                let definition = Definition::new(node);
                numbering
                    .definitions
                    .insert(id("abstractNumId"), definition);
            } else if is(node, "num") {
                numbering.instances.insert(id("numId"), Instance::new(node));
            }
        }
        numbering
    }

    /// The level of a list, if the list is defined.
    pub(super) fn level(&self, id: &str, level: u8) -> Option<Level> {
        let instance = self.instances.get(id)?;
        let own = instance.overrides.get(&level);
        let defined = self.definition(&instance.definition);
        let mark = own
            .copied()
            .flatten()
            .or_else(|| defined?.levels.get(&level).copied());
        Some(Level {
            mark: mark.unwrap_or(Mark::Bullet),
            list: instance.definition.clone(),
            restarts: own.is_some(),
        })
    }

    /// The level of a list that belongs to a style.
    pub(super) fn level_of_style(&self, id: &str, style: &str) -> Option<u8> {
        let instance = self.instances.get(id)?;
        let definition = self.definition(&instance.definition)?;
        definition.styles.get(style).copied()
    }

    /// A definition, or the one that it refers to.
    fn definition(&self, id: &str) -> Option<&Definition> {
        let mut definition = self.definitions.get(id)?;
        for _ in 0..MAX_LINKS {
            let link = definition.link.as_ref();
            let Some(target) = link.and_then(|style| self.linked.get(style)) else {
                break;
            };
            definition = self.definitions.get(target)?;
        }
        Some(definition)
    }
}

impl Definition {
    fn new(node: Node<'_, '_>) -> Self {
        let mut definition = Self {
            link: value(node, "numStyleLink").map(ToOwned::to_owned),
            ..Self::default()
        };
        for level in node.children().filter(|child| is(*child, "lvl")) {
            let index = index(level);
            definition.levels.insert(index, mark(level));
            if let Some(style) = value(level, "pStyle") {
                definition.styles.insert(style.to_owned(), index);
            }
        }
        definition
    }
}

impl Instance {
    fn new(node: Node<'_, '_>) -> Self {
        let overrides = node.children().filter(|child| is(*child, "lvlOverride"));
        Self {
            definition: value(node, "abstractNumId").unwrap_or_default().to_owned(),
            overrides: overrides
                .map(|node| (index(node), child(node, "lvl").map(mark)))
                .collect(),
        }
    }
}

fn index(level: Node<'_, '_>) -> u8 {
    let index = attribute(level, "ilvl").and_then(|index| index.parse().ok());
    index.unwrap_or(0)
}

fn mark(level: Node<'_, '_>) -> Mark {
    let text = value(level, "lvlText").map(str::trim);
    match value(level, "numFmt") {
        Some("none") => Mark::Nothing,
        // Pandoc marks further paragraphs of an item with a space.
        _ if text == Some("") && child(level, "lvlPicBulletId").is_none() => Mark::Nothing,
        Some("bullet") => Mark::Bullet,
        _ => Mark::Number,
    }
}
