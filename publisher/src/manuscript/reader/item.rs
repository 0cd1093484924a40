//! Reads the first paragraph of a list item or heading that is a piece: its text, key and facts.

use crate::manuscript::names::Fact;
use crate::manuscript::reader::Reader;
use crate::manuscript::reader::facts::Facts;
use crate::manuscript::reader::line::{Line, Token};
use crate::manuscript::{Key, Kind, Text};

/// The text, key and facts of a piece.
pub(in crate::manuscript) struct Head {
    pub(in crate::manuscript) text: Text,
    pub(in crate::manuscript) key: Key,
    pub(in crate::manuscript) facts: Facts,
}

impl<'a> Reader<'_> {
    /// The title and the key of a heading.
    pub(in crate::manuscript) fn heading(
        &mut self,
        tokens: Vec<Token<'a>>,
        node: std::ops::Range<usize>,
    ) -> (Text, Key) {
        let mut lines = Line::split(tokens);
        let key = match lines.last_mut() {
            Some(line) => self.take_key(line),
            None => Key {
                value: None,
                place: self.place(node.end..node.end),
            },
        };
        let mut text = self.plain(&lines);
        if text.text.is_empty() {
            text.place = self.place(node);
        }
        (text, key)
    }

    /// The lines of a piece's text, its key and its facts. Text under the key is a problem.
    pub(in crate::manuscript) fn split_head(
        &mut self,
        tokens: Vec<Token<'a>>,
        allowed: &[Fact],
        text_below_key: &Kind,
    ) -> (Vec<Line<'a>>, Key, Facts) {
        let mut lines = Line::split(tokens);
        let key_line = lines.iter().position(|line| self.key(line).is_some());
        let first = key_line.map_or(1, |line| line + 1);
        let mut facts = Facts::default();
        if let Some(line) = lines.get(first) {
            let range = line.range.clone();
            if self.known_name(line).is_some() {
                facts = self.facts(lines.split_off(first), allowed);
            } else if key_line.is_some() {
                self.problem(text_below_key.clone(), range);
                lines.truncate(first);
            }
        }
        let key = match lines.last_mut() {
            Some(line) => self.take_key(line),
            None => Key::default(),
        };
        self.warn_of_facts(&lines);
        (lines, key, facts)
    }

    /// The plain text of a piece, its key and its facts.
    pub(in crate::manuscript) fn head(
        &mut self,
        tokens: Vec<Token<'a>>,
        allowed: &[Fact],
        text_below_key: &Kind,
    ) -> Head {
        let (lines, key, facts) = self.split_head(tokens, allowed, text_below_key);
        let text = self.plain(&lines);
        Head { text, key, facts }
    }
}
