//! XML within limits, and short ways to its elements and attributes.
//!
//! Names are compared without their namespaces: the two editions of the standard have different ones.

use anyhow::{Context, Result, bail};
use roxmltree::{Document, Node, ParsingOptions};

/// The most elements within elements. Programs write about a hundred at most.
const MAX_DEPTH: usize = 256;
/// The most attributes of an element: the parser compares each with all others.
const MAX_ATTRIBUTES: usize = 256;
/// The most nodes of a part, a million of which take about a hundred megabytes.
const MAX_NODES: u32 = 4_000_000;

/// The tree of a part; none if the part is empty.
pub(super) fn parse<'t>(name: &str, text: &'t str) -> Result<Option<Document<'t>>> {
    if text.is_empty() {
        return Ok(None);
    }
    check(name, text)?;
    let options = ParsingOptions {
        nodes_limit: MAX_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).with_context(|| {
        format!("the part {name} is damaged; expected the XML of a Word document")
    })?;
    Ok(Some(document))
}

/// Refuses what takes a parser or a walk of the tree too long, before anything is parsed.
fn check(name: &str, text: &str) -> Result<()> {
    let mut rest = text;
    let mut depth = 0_usize;
    while let Some(start) = rest.find('<') {
        rest = rest.get(start..).unwrap_or_default();
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
            .into_iter()
            .find(|(open, _)| rest.starts_with(open));
        if let Some((open, close)) = skipped {
            let content = rest.get(open.len()..).unwrap_or_default();
            let end = content
                .find(close)
                .map_or(content.len(), |at| at + close.len());
            rest = content.get(end..).unwrap_or_default();
            continue;
        }
        let is_end = rest.starts_with("</");
        let (length, attributes, is_empty) = tag(rest);
        if attributes > MAX_ATTRIBUTES {
            bail!(
                "the part {name} has an element with more than {MAX_ATTRIBUTES} attributes; expected a document as word processors write it"
            );
        }
        match (is_end, is_empty) {
            (true, _) => depth = depth.saturating_sub(1),
            (false, true) => {}
            (false, false) => depth += 1,
        }
        if depth > MAX_DEPTH {
            bail!(
                "the part {name} has elements that are nested more than {MAX_DEPTH} deep; expected a document as word processors write it"
            );
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(())
}

/// The length of a tag in bytes, its attributes, and whether the element ends with it.
fn tag(text: &str) -> (usize, usize, bool) {
    let mut quote = None;
    let mut attributes = 0;
    let mut before = 0;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => {
                quote = Some(byte);
                attributes += 1;
            }
            (None, b'>') => return (at + 1, attributes, before == b'/'),
            (None, _) => {}
        }
        before = byte;
    }
    (text.len(), attributes, false)
}

/// Whether a node is an element with a name.
pub(super) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name() == name
}

/// The first child with a name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, name))
}

/// The child at the end of a path of names.
pub(super) fn descend<'a, 'i>(node: Node<'a, 'i>, path: &[&str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, name| child(node, name))
}

/// The value of an attribute.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let mut attributes = node.attributes();
    let attribute = attributes.find(|attribute| attribute.name() == name)?;
    Some(attribute.value())
}

/// The attribute `val` of a child.
pub(super) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    attribute(child(node, name)?, "val")
}

/// A property that is on or off, if an element says so.
pub(super) fn flag(properties: Node<'_, '_>, name: &str) -> Option<bool> {
    let property = child(properties, name)?;
    let value = attribute(property, "val").unwrap_or("true");
    Some(!matches!(value, "0" | "false" | "off" | "none"))
}

/// The text of an element, without that of elements in it.
pub(super) fn text(node: Node<'_, '_>) -> String {
    let texts = node.children().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

/// The alternative that programs of today show: the first choice, or else the fallback.
pub(super) fn alternative<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}
