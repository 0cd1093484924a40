//! The words of all pieces, each once.

use super::letters::words;
use super::stems::stem;
use crate::bundle::Bundle;
use crate::content::{Block, List, plain_text};
use crate::route::{Kind, Route, View};

/// The part of a piece that a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The heading: of a tip all of its text.
    Heading,
    /// The text below the heading.
    Body,
    /// The words that an editor added.
    Keywords,
    /// The names of its themes.
    Themes,
    /// The speaker of a quote.
    Speaker,
}

/// The words of all pieces of a publication.
#[derive(Debug)]
pub struct Index {
    pub(super) words: Vec<Word>,
    /// For each hash of a word one more than the index of a word with that hash, or 0; words with the same hash are in
    /// the slots that follow. At least half of the slots are free.
    slots: Vec<u32>,
    /// The pieces that can be found, in reading order.
    pub(super) pieces: Vec<Route>,
    pub(super) lang: String,
}

/// A word of the publication.
#[derive(Debug)]
pub(super) struct Word {
    pub text: String,
    pub stem: String,
    /// The indexes of the pieces that have it, each with the field, in order.
    pub uses: Vec<(u16, Field)>,
}

impl Index {
    /// The index of a publication.
    #[must_use]
    pub fn new(bundle: &Bundle) -> Self {
        let content = &bundle.content;
        let mut index = Self {
            words: vec![],
            slots: vec![0; 1024],
            pieces: vec![],
            lang: content.lang.clone(),
        };
        for route in content.views.routes() {
            let view = content.views.get(route);
            if view.kind == Kind::Experiences || view.kind == Kind::Search {
                continue;
            }
            let piece = index.pieces.len() as u16;
            index.pieces.push(route);
            for (field, text) in texts(bundle, route) {
                index.add(piece, field, &text);
            }
        }
        index
    }

    fn add(&mut self, piece: u16, field: Field, text: &str) {
        for word in words(text) {
            let at = self.index_of(word);
            let uses = &mut self.words[at].uses;
            if !uses.contains(&(piece, field)) {
                uses.push((piece, field));
            }
        }
    }

    /// The index of a word, which is added if it is new.
    fn index_of(&mut self, word: String) -> usize {
        let slot = self.slot(&word);
        if let Some(index) = self.slots[slot].checked_sub(1) {
            return index as usize;
        }
        let index = self.words.len();
        self.slots[slot] = index as u32 + 1;
        let stem = stem(&word, &self.lang);
        self.words.push(Word {
            text: word,
            stem,
            uses: vec![],
        });
        if self.words.len() * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 4];
            for index in 0..self.words.len() {
                let slot = self.slot(&self.words[index].text);
                self.slots[slot] = index as u32 + 1;
            }
        }
        index
    }

    /// The slot of a word, or the one that a new word gets.
    fn slot(&self, word: &str) -> usize {
        // FNV-1a: <http://www.isthe.com/chongo/tech/comp/fnv/>.
        let hash = word.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(index) = self.slots[slot].checked_sub(1)
            && self.words[index as usize].text != word
        {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// The texts of a piece that are searched, without marks.
pub(super) fn texts(bundle: &Bundle, route: Route) -> Vec<(Field, String)> {
    let content = &bundle.content;
    let view = content.views.get(route);
    let mut texts = vec![(Field::Heading, heading(view))];
    if view.kind == Kind::Overview {
        texts.push((Field::Body, content.subtitle.clone()));
        texts.push((Field::Body, content.model.title.clone()));
        body(bundle, &content.model.body, &mut texts);
    }
    body(bundle, &view.body, &mut texts);
    texts.push((Field::Keywords, view.keywords.clone()));
    if view.kind == Kind::Phase {
        texts.push((Field::Keywords, view.short_title.clone()));
    }
    for theme in &view.themes {
        let name = content
            .topics
            .themes
            .get(usize::from(*theme))
            .map(|theme| theme.name.clone());
        texts.extend(name.map(|name| (Field::Themes, name)));
    }
    texts.push((Field::Speaker, view.speaker.clone()));
    texts
}

/// The heading as it is searched; the number of a quote is none of its words.
fn heading(view: &View) -> String {
    match view.kind {
        Kind::Quote => String::new(),
        _ => plain_text(&view.heading),
    }
}

fn body(bundle: &Bundle, blocks: &[Block], texts: &mut Vec<(Field, String)>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => texts.push((Field::Body, plain_text(text))),
            Block::List(inside) => list(inside, texts),
            Block::Heading(text) => texts.push((Field::Body, text.clone())),
            Block::Chart(index) => {
                if let Some(chart) = bundle.charts.get(usize::from(*index)) {
                    let names = chart.table.rows.iter().map(|row| &row.name);
                    texts.extend(names.map(|name| (Field::Body, name.clone())));
                }
            }
        }
    }
}

fn list(list_of: &List, texts: &mut Vec<(Field, String)>) {
    for item in &list_of.items {
        texts.push((Field::Body, plain_text(&item.text)));
        if let Some(inside) = &item.list {
            list(inside, texts);
        }
    }
}
