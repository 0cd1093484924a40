//! Running text as typed nodes.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::manuscript::Place;
use crate::manuscript::text::composed;

/// A paragraph, or the text of a list item. A list of inlines in JSON.
///
/// The inlines have one form only: no empty nodes, no adjacent texts, no emphasis within emphasis,
/// no spaces at either end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Inline>", into = "Vec<Inline>")]
pub struct Prose {
    /// The parts of the text.
    pub inlines: Vec<Inline>,
    /// Where it stands.
    pub place: Place,
}

/// A part of a running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Inline {
    /// Words without markup.
    Text(String),
    /// Emphasis, as in `*word*`.
    Emphasis(Vec<Inline>),
    /// Strong emphasis, as in `**word**`.
    Strong(Vec<Inline>),
    /// A link.
    Link {
        /// The address: https, mailto or relative.
        url: String,
        /// The words of the link.
        text: Vec<Inline>,
        /// Where it stands.
        #[serde(skip)]
        #[schemars(skip)]
        place: Place,
    },
}

impl Prose {
    /// Inlines at a place, in their one form.
    #[must_use]
    pub fn new(inlines: Vec<Inline>, place: Place) -> Self {
        let mut normalized = vec![];
        for inline in inlines {
            normalize(inline, Within::default(), &mut normalized);
        }
        compose(&mut normalized);
        trim(&mut normalized);
        let inlines = normalized;
        Self { inlines, place }
    }

    /// The words without markup.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = String::new();
        plain(&self.inlines, &mut text);
        text
    }
}

impl From<Vec<Inline>> for Prose {
    fn from(inlines: Vec<Inline>) -> Self {
        Self::new(inlines, Place::default())
    }
}

impl From<&str> for Prose {
    fn from(text: &str) -> Self {
        vec![Inline::Text(text.to_owned())].into()
    }
}

impl From<Prose> for Vec<Inline> {
    fn from(prose: Prose) -> Self {
        prose.inlines
    }
}

impl JsonSchema for Prose {
    fn schema_name() -> Cow<'static, str> {
        "Prose".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<Inline>::json_schema(generator)
    }
}

/// The kinds of nodes around a node.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "three independent marks")]
struct Within {
    emphasis: bool,
    strong: bool,
    link: bool,
}

/// Appends an inline: a node within another of its kind becomes its content.
fn normalize(inline: Inline, within: Within, nodes: &mut Vec<Inline>) {
    let inside = |inlines: Vec<Inline>, within: Within| {
        let mut nodes = vec![];
        for inline in inlines {
            normalize(inline, within, &mut nodes);
        }
        nodes
    };
    match inline {
        Inline::Text(text) => push(nodes, Inline::Text(text)),
        Inline::Emphasis(inlines) if within.emphasis => {
            for inline in inlines {
                normalize(inline, within, nodes);
            }
        }
        Inline::Strong(inlines) if within.strong => {
            for inline in inlines {
                normalize(inline, within, nodes);
            }
        }
        Inline::Link { text, .. } if within.link => {
            for inline in text {
                normalize(inline, within, nodes);
            }
        }
        Inline::Emphasis(inlines) => {
            let emphasis = true;
            let inlines = inside(inlines, Within { emphasis, ..within });
            push(nodes, Inline::Emphasis(inlines));
        }
        Inline::Strong(inlines) => {
            let strong = true;
            let inlines = inside(inlines, Within { strong, ..within });
            push(nodes, Inline::Strong(inlines));
        }
        Inline::Link { url, text, place } => {
            let link = true;
            let text = inside(text, Within { link, ..within });
            push(nodes, Inline::Link { url, text, place });
        }
    }
}

/// Appends a node, or joins it with the last one if both are of the same kind. Leaves out empty nodes.
fn push(nodes: &mut Vec<Inline>, node: Inline) {
    match (nodes.last_mut(), node) {
        (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
        (Some(Inline::Emphasis(last)), Inline::Emphasis(inlines))
        | (Some(Inline::Strong(last)), Inline::Strong(inlines)) => {
            for inline in inlines {
                push(last, inline);
            }
        }
        (_, Inline::Text(text)) if text.is_empty() => {}
        (_, Inline::Emphasis(inlines) | Inline::Strong(inlines)) if inlines.is_empty() => {}
        (_, node) => nodes.push(node),
    }
}

/// Composes the accents of all texts.
fn compose(inlines: &mut [Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => {
                if let Cow::Owned(changed) = composed(text) {
                    *text = changed;
                }
            }
            Inline::Emphasis(inlines)
            | Inline::Strong(inlines)
            | Inline::Link { text: inlines, .. } => compose(inlines),
        }
    }
}

/// Removes spaces at both ends.
fn trim(inlines: &mut Vec<Inline>) {
    const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];
    if let Some(Inline::Text(text)) = inlines.first_mut() {
        *text = text.trim_start_matches(SPACES).to_owned();
        if text.is_empty() {
            inlines.remove(0);
        }
    }
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.truncate(text.trim_end_matches(SPACES).len());
        if text.is_empty() {
            inlines.pop();
        }
    }
}

fn plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) => text.push_str(part),
            Inline::Emphasis(inlines)
            | Inline::Strong(inlines)
            | Inline::Link { text: inlines, .. } => plain(inlines, text),
        }
    }
}
