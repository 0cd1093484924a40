//! The styles of paragraphs and words.
//!
//! Word keeps the English names of its own styles, whatever the language of its interface; the ids differ.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::docx::xml::{attribute, child, flag, is, value};

/// The most styles that a style is based on, one above the other.
const MAX_ANCESTORS: usize = 30;

/// The part that a paragraph plays in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Subtitle,
    /// A heading, with its level from 1.
    Heading(u8),
    Quote,
    /// A line of a table of contents, which word processors make from the headings.
    Contents,
    Body,
}

/// The numbering that a paragraph or style names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberingReference {
    pub(super) id: Option<String>,
    pub(super) level: Option<u8>,
}

/// A style with everything that it has from the styles that it is based on.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub(super) role: Option<Role>,
    pub(super) numbering: NumberingReference,
    /// The kind and the level of a list that the name of the style tells.
    pub(super) list: Option<NamedList>,
    pub(super) is_indented: Option<bool>,
    pub(super) is_bold: Option<bool>,
    pub(super) is_italic: Option<bool>,
    pub(super) is_hidden: Option<bool>,
    based_on: Option<String>,
}

/// A list by the name of its style, as in `List Bullet 2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamedList {
    pub(super) is_ordered: bool,
    /// The level, from 0.
    pub(super) level: u8,
}

/// The styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Style,
}

impl Styles {
    pub(super) fn new(document: Option<&Document<'_>>) -> Self {
        let mut own = HashMap::new();
        let mut default = None;
        let nodes = document
            .into_iter()
            .flat_map(|tree| tree.root_element().children());
        for node in nodes.filter(|node| is(*node, "style")) {
            let id = attribute(node, "styleId").unwrap_or_default();
            if attribute(node, "default").is_some_and(|value| value != "0" && value != "false")
                && attribute(node, "type") == Some("paragraph")
            {
                default = Some(id.to_owned());
            }
            own.insert(id.to_owned(), Style::new(node, id));
        }
        let styles: HashMap<_, _> = own
            .keys()
            .map(|id| (id.clone(), inherited(&own, id)))
            .collect();
        let default = default.and_then(|id| styles.get(&id).cloned());
        Self {
            styles,
            default: default.unwrap_or_default(),
        }
    }

    /// The style with an id, or that of paragraphs that name none.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Style {
        let Some(id) = id else {
            return self.default.clone();
        };
        match self.styles.get(id) {
            Some(style) => style.clone(),
            // A document without the style still names it.
            None => Style {
                role: role(id),
                list: named_list(id),
                ..Style::default()
            },
        }
    }

    /// The style of words.
    pub(super) fn words(&self, id: &str) -> Option<&Style> {
        self.styles.get(id)
    }
}

impl Style {
    fn new(node: Node<'_, '_>, id: &str) -> Self {
        let name = value(node, "name").unwrap_or_default();
        let paragraph = child(node, "pPr");
        let words = child(node, "rPr");
        let level = paragraph.and_then(outline_level);
        let word = |name| words.and_then(|words| flag(words, name));
        Self {
            role: role(name).or_else(|| role(id)).or(level),
            numbering: paragraph.map(numbering).unwrap_or_default(),
            list: named_list(name).or_else(|| named_list(id)),
            is_indented: paragraph.and_then(is_indented),
            is_bold: word("b"),
            is_italic: word("i"),
            is_hidden: word("vanish"),
            based_on: value(node, "basedOn").map(ToOwned::to_owned),
        }
    }
}

/// A style with what it lacks from those that it is based on.
fn inherited(styles: &HashMap<String, Style>, id: &str) -> Style {
    let mut style = styles.get(id).cloned().unwrap_or_default();
    let mut parent = style.based_on.clone();
    for _ in 0..MAX_ANCESTORS {
        let Some(above) = parent.as_ref().and_then(|id| styles.get(id)) else {
            break;
        };
        style.role = style.role.or(above.role);
        style.list = style.list.or(above.list);
        style.is_indented = style.is_indented.or(above.is_indented);
        style.is_bold = style.is_bold.or(above.is_bold);
        style.is_italic = style.is_italic.or(above.is_italic);
        style.is_hidden = style.is_hidden.or(above.is_hidden);
        let numbering = &above.numbering;
        style.numbering.id = style.numbering.id.or_else(|| numbering.id.clone());
        style.numbering.level = style.numbering.level.or(numbering.level);
        parent.clone_from(&above.based_on);
    }
    style
}

/// The heading of an outline level in properties of a paragraph. Level 9 is body text.
pub(super) fn outline_level(properties: Node<'_, '_>) -> Option<Role> {
    let level: u8 = value(properties, "outlineLvl")?.parse().ok()?;
    Some(match level {
        0..=8 => Role::Heading(level + 1),
        _ => Role::Body,
    })
}

/// The numbering in properties of a paragraph.
pub(super) fn numbering(properties: Node<'_, '_>) -> NumberingReference {
    let Some(node) = child(properties, "numPr") else {
        return NumberingReference::default();
    };
    NumberingReference {
        id: value(node, "numId").map(ToOwned::to_owned),
        level: value(node, "ilvl").and_then(|level| level.parse().ok()),
    }
}

/// Whether properties of a paragraph move it to the right.
pub(super) fn is_indented(properties: Node<'_, '_>) -> Option<bool> {
    let node = child(properties, "ind")?;
    let left = attribute(node, "left").or_else(|| attribute(node, "start"))?;
    // Strict documents have a unit behind the number.
    let number = left.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    Some(number.parse::<f32>().is_ok_and(|number| number > 0.0))
}

fn role(name: &str) -> Option<Role> {
    let name = name.to_lowercase();
    let role = match name.as_str() {
        "title" | "titel" => Role::Title,
        "subtitle" | "ondertitel" => Role::Subtitle,
        "quote" | "intense quote" | "intensequote" | "quotations" | "block text" | "blocktext"
        | "citaat" | "duidelijk citaat" | "duidelijkcitaat" | "bloktekst" => Role::Quote,
        "toc heading" | "tocheading" => Role::Contents,
        name => {
            let numbered =
                |word: &str| -> Option<u8> { name.strip_prefix(word)?.trim_start().parse().ok() };
            let heading = numbered("heading").or_else(|| numbered("kop"));
            match (heading, numbered("toc")) {
                (Some(level @ 1..=9), _) => Role::Heading(level),
                (_, Some(_)) => Role::Contents,
                _ => return None,
            }
        }
    };
    Some(role)
}

fn named_list(name: &str) -> Option<NamedList> {
    let name = name.to_lowercase().replace(' ', "");
    let (is_ordered, level) = match name.strip_prefix("listbullet") {
        Some(level) => (false, level),
        None => (true, name.strip_prefix("listnumber")?),
    };
    let level = match level {
        "" => 0,
        level => level.parse::<u8>().ok()?.checked_sub(1)?.min(8),
    };
    Some(NamedList { is_ordered, level })
}
