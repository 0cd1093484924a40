//! Footnotes and endnotes, numbered together in the order of their references.

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::docx::xml::{attribute, is, text};

/// The notes of a document.
#[derive(Debug, Default)]
pub(super) struct Notes {
    footnotes: HashMap<String, String>,
    endnotes: HashMap<String, String>,
    /// The texts of the notes that were referred to.
    texts: Vec<String>,
}

impl Notes {
    pub(super) fn new(footnotes: Option<&Document<'_>>, endnotes: Option<&Document<'_>>) -> Self {
        Self {
            footnotes: notes(footnotes),
            endnotes: notes(endnotes),
            texts: vec![],
        }
    }

    /// The index of the note that a reference means.
    pub(super) fn refer(&mut self, reference: Node<'_, '_>) -> usize {
        let id = attribute(reference, "id").unwrap_or_default();
        let notes = match is(reference, "endnoteReference") {
            true => &self.endnotes,
            false => &self.footnotes,
        };
        self.texts.push(notes.get(id).cloned().unwrap_or_default());
        self.texts.len() - 1
    }

    /// The texts by their indexes.
    pub(super) fn into_texts(self) -> Vec<String> {
        self.texts
    }
}

fn notes(document: Option<&Document<'_>>) -> HashMap<String, String> {
    let nodes = document
        .into_iter()
        .flat_map(|tree| tree.root_element().children());
    let notes = nodes.filter(Node::is_element).map(|note| {
        let id = attribute(note, "id").unwrap_or_default();
        (id.to_owned(), words(note))
    });
    notes.collect()
}

/// The words of all paragraphs.
fn words(note: Node<'_, '_>) -> String {
    let mut words = String::new();
    for node in note.descendants() {
        match node.tag_name().name() {
            "t" => words.push_str(&text(node)),
            "p" | "tab" | "br" | "cr" => words.push(' '),
            _ => {}
        }
    }
    let parts: Vec<_> = words.split_whitespace().collect();
    parts.join(" ")
}
