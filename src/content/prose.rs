//! Running text: blocks of inline text.

use serde::{Deserialize, Serialize};

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// One paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(List),
    /// A heading within the text.
    Heading(String),
    /// The chart at an index of the bundle's charts.
    Chart(u8),
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Whether the items are numbered.
    pub ordered: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// The text of the item.
    pub text: Vec<Inline>,
    /// A list within the item.
    pub list: Option<List>,
}

/// A part of a line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Stressed text.
    Emphasis(Vec<Inline>),
    /// Important text.
    Strong(Vec<Inline>),
    /// A link: its URL (`https:`, `mailto:` or relative) and its text.
    Link(String, Vec<Inline>),
    /// Words of another language: the language tag (BCP 47) and the words.
    Foreign(String, Vec<Inline>),
}

/// The text without marks.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let text = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(inside)
        | Inline::Strong(inside)
        | Inline::Link(_, inside)
        | Inline::Foreign(_, inside) => plain_text(inside),
    };
    inlines.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_has_the_words_of_all_marks() {
        let text = |text: &str| Inline::Text(text.into());
        let inlines = [
            text("Lees "),
            Inline::Strong(vec![text("alles "), Inline::Emphasis(vec![text("over")])]),
            Inline::Foreign("en".into(), vec![text(" what’s in it for me ")]),
            Inline::Link("https://example.org/".into(), vec![text("hier")]),
        ];
        assert_eq!(
            plain_text(&inlines),
            "Lees alles over what’s in it for me hier"
        );
    }
}
