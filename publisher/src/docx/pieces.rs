//! Pieces of a paragraph, their lines, and lines as Markdown.

use std::rc::Rc;

use crate::manuscript::{
    DASHES, Fact, Inline, Place, entity, inline_text, name_before_colon, part_of_line,
};

/// The marks of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) link: Option<Rc<str>>,
}

impl Marks {
    /// The marks that two words share.
    fn shared(&self, other: &Self) -> Self {
        Self {
            is_bold: self.is_bold && other.is_bold,
            is_italic: self.is_italic && other.is_italic,
            link: self.link.clone().filter(|_| self.link == other.link),
        }
    }
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String, Marks),
    Break,
    /// A reference to a note, by its index.
    Note(usize),
    /// A picture, by the words that stand for it.
    Picture(String),
    /// A formula, as code.
    Formula(String),
}

impl Piece {
    fn is_space(&self) -> bool {
        matches!(self, Self::Text(text, _) if text.trim().is_empty())
    }
}

/// A line without breaks, and without spaces at its ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
}

/// The lines of a paragraph; empty ones are left out.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines = vec![];
    let mut line = vec![];
    for piece in pieces {
        match piece {
            Piece::Break => lines.push(Line::new(std::mem::take(&mut line))),
            piece => line.push(piece),
        }
    }
    lines.push(Line::new(line));
    lines.retain(|line| !line.pieces.is_empty());
    lines
}

impl Line {
    /// A line of pieces. Spaces at the edges of marked words have no marks: as such they would be no Markdown.
    fn new(pieces: Vec<Piece>) -> Self {
        let mut apart: Vec<Piece> = vec![];
        for piece in pieces {
            let Piece::Text(text, marks) = piece else {
                apart.push(piece);
                continue;
            };
            let words = text.trim_start();
            let start = text.len() - words.len();
            let end = start + words.trim_end().len();
            for range in [0..start, start..end, end..text.len()] {
                let part = text.get(range).unwrap_or_default();
                let is_space = part.trim().is_empty();
                match apart.last_mut() {
                    _ if part.is_empty() => {}
                    Some(last @ Piece::Text(..)) if is_space && last.is_space() => {
                        last.push_str(part);
                    }
                    _ => apart.push(Piece::Text(part.to_owned(), marks.clone())),
                }
            }
        }
        let words = apart.iter().position(|piece| !piece.is_space());
        apart.drain(..words.unwrap_or(apart.len()));
        let words = apart.iter().rposition(|piece| !piece.is_space());
        apart.truncate(words.map_or(0, |at| at + 1));
        Self {
            pieces: joined(apart),
        }
    }

    /// The words, without what isn't text.
    pub(super) fn plain(&self) -> String {
        let texts = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(text, _) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    /// The words at the start, up to the first piece that isn't text.
    fn first_words(&self) -> String {
        let texts = self.pieces.iter().map_while(|piece| match piece {
            Piece::Text(text, _) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    /// The fact whose name the line begins with.
    pub(super) fn fact(&self) -> Option<Fact> {
        let words = self.first_words();
        let (name, _) = name_before_colon(&words)?;
        Fact::of(name)
    }

    /// The length of a dash before a speaker, with the spaces behind it. A hyphen needs one.
    fn dash(&self) -> Option<usize> {
        let words = self.first_words();
        let dash = DASHES.into_iter().find(|dash| words.starts_with(dash))?;
        let rest = words.get(dash.len()..)?;
        let name = rest.trim_start();
        let is_dash = dash != "-" || name.len() < rest.len();
        is_dash.then_some(words.len() - name.len())
    }

    /// Whether the line begins as that of a speaker does.
    pub(super) fn is_speaker(&self) -> bool {
        self.dash().is_some()
    }

    /// The line without the dash before a speaker.
    pub(super) fn without_dash(mut self) -> Self {
        let length = self.dash().unwrap_or(0);
        self.cut_start(length);
        self
    }

    /// The line without bold and italic words, as titles and facts are.
    pub(super) fn without_marks(self) -> Self {
        let pieces = self.pieces.into_iter().map(|piece| match piece {
            Piece::Text(text, Marks { link, .. }) => {
                let marks = Marks {
                    link,
                    ..Marks::default()
                };
                Piece::Text(text, marks)
            }
            piece => piece,
        });
        let pieces = joined(pieces.collect());
        Self { pieces }
    }

    /// Takes the key at the end, as in `{#key}`.
    pub(super) fn take_key(&mut self) -> Option<String> {
        let texts = self.pieces.iter().rev().map_while(|piece| match piece {
            Piece::Text(text, _) => Some(text.as_str()),
            _ => None,
        });
        let mut texts: Vec<_> = texts.collect();
        texts.reverse();
        let text = texts.concat();
        let start = text.strip_suffix('}')?.rfind("{#")?;
        let key = text.get(start + "{#".len()..text.len() - 1)?;
        if key.len() > 200 || key.contains(['{', '}', '\\', '<', '&', '`', '*', '_', '[']) {
            return None;
        }
        let key = key.to_owned();
        let before = text.get(..start).unwrap_or_default().trim_end();
        self.cut_end(text.len() - before.len());
        Some(key)
    }

    /// Removes bytes of text at the start.
    fn cut_start(&mut self, length: usize) {
        let mut left = length;
        self.pieces.retain_mut(|piece| {
            let Piece::Text(text, _) = piece else {
                return true;
            };
            let part = left.min(text.len());
            left -= part;
            *text = text.get(part..).unwrap_or_default().to_owned();
            !text.is_empty()
        });
    }

    /// Removes bytes of text at the end.
    fn cut_end(&mut self, length: usize) {
        let mut left = length;
        while let Some(Piece::Text(text, _)) = self.pieces.last_mut() {
            let part = left.min(text.len());
            left -= part;
            text.truncate(text.len() - part);
            if !text.is_empty() {
                break;
            }
            self.pieces.pop();
        }
    }

    /// The line as a fact: its name stays as it is.
    pub(super) fn into_fact(self) -> String {
        let mut line = self.without_marks();
        let words = line.first_words();
        let name = name_before_colon(&words).map_or("", |(name, _)| name);
        let value = words.get(name.len() + 1..).unwrap_or_default().trim_start();
        line.cut_start(words.len() - value.len());
        format!("{name}: {}", line.markdown(false))
    }

    /// The line as Markdown at the start of a line. The name of a fact stays as it is: the check warns of it.
    pub(super) fn into_markdown(self) -> String {
        if self.fact().is_none() {
            return self.markdown(true);
        }
        let words = self.first_words();
        let (_, length) = name_before_colon(&words).unwrap_or_default();
        // Marks of the name would not be those of the rest.
        let mut rest = self;
        rest.cut_start(length);
        let name = words.get(..length).unwrap_or_default();
        format!("{name}{}", rest.markdown(false))
    }

    /// The line as Markdown, at the start of a line or behind other words.
    pub(super) fn markdown(&self, is_start: bool) -> String {
        let is_text = |piece: &Piece| matches!(piece, Piece::Text(..));
        let parts: Vec<_> = self
            .pieces
            .chunk_by(|piece, next| is_text(piece) && is_text(next))
            .collect();
        let mut markdown = String::new();
        for (index, part) in parts.iter().enumerate() {
            let is_first = index == 0;
            let is_last = index + 1 == parts.len();
            match part.first() {
                Some(Piece::Note(note)) => {
                    markdown.push_str("[^");
                    markdown.push_str(&(note + 1).to_string());
                    markdown.push(']');
                }
                Some(Piece::Picture(words)) => {
                    markdown.push_str("![");
                    markdown.push_str(&inline_text(words));
                    markdown.push_str("](picture)");
                }
                Some(Piece::Formula(formula)) => {
                    markdown.push('`');
                    markdown.push_str(&formula.replace('`', "'"));
                    markdown.push('`');
                }
                Some(Piece::Text(text, marks)) => {
                    let mut pieces = part.to_vec();
                    // Behind brackets these would make a link, or a footnote of a reference.
                    if !is_first
                        && let Some(first @ ('(' | ':')) = text.chars().next()
                        && let Some(piece) = pieces.first_mut()
                    {
                        entity(first, &mut markdown);
                        let rest = text.get(1..).unwrap_or_default();
                        *piece = Piece::Text(rest.to_owned(), marks.clone());
                    }
                    let inlines = linked(&pieces);
                    markdown.push_str(&part_of_line(&inlines, is_start && is_first, is_last));
                }
                Some(Piece::Break) | None => {}
            }
        }
        markdown
    }
}

impl Piece {
    fn push_str(&mut self, more: &str) {
        if let Self::Text(text, _) = self {
            text.push_str(more);
        }
    }
}

/// Pieces with the spaces between words of the same marks marked as well, and equal neighbors as one.
fn joined(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 0..pieces.len() {
        let shared = match (
            at.checked_sub(1).and_then(|at| pieces.get(at)),
            pieces.get(at + 1),
        ) {
            (Some(Piece::Text(_, before)), Some(Piece::Text(_, after))) => before.shared(after),
            _ => Marks::default(),
        };
        if let Some(piece) = pieces.get_mut(at)
            && piece.is_space()
            && let Piece::Text(_, marks) = piece
        {
            *marks = shared;
        }
    }
    let mut joined: Vec<Piece> = vec![];
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Text(last, marks)), Piece::Text(text, others)) if *marks == others => {
                last.push_str(&text);
            }
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

/// Texts as inlines: links around bold words around italic ones.
fn linked(pieces: &[Piece]) -> Vec<Inline> {
    grouped(
        pieces,
        |marks| marks.link.clone(),
        |link, group| match link {
            Some(url) => vec![Inline::Link {
                url: encoded(&url),
                text: bold(group),
                place: Place::default(),
            }],
            None => bold(group),
        },
    )
}

fn bold(pieces: &[Piece]) -> Vec<Inline> {
    grouped(
        pieces,
        |marks| marks.is_bold,
        |is_bold, group| match is_bold {
            true => vec![Inline::Strong(italic(group))],
            false => italic(group),
        },
    )
}

fn italic(pieces: &[Piece]) -> Vec<Inline> {
    grouped(
        pieces,
        |marks| marks.is_italic,
        |is_italic, group| {
            let texts = group.iter().filter_map(|piece| match piece {
                Piece::Text(text, _) => Some(text.as_str()),
                _ => None,
            });
            let text = Inline::Text(texts.collect());
            match is_italic {
                true => vec![Inline::Emphasis(vec![text])],
                false => vec![text],
            }
        },
    )
}

/// Neighbors with the same mark, made into inlines together.
fn grouped<M: PartialEq>(
    pieces: &[Piece],
    mark: impl Fn(&Marks) -> M,
    make: impl Fn(M, &[Piece]) -> Vec<Inline>,
) -> Vec<Inline> {
    let mark = |piece: &Piece| match piece {
        Piece::Text(_, marks) => mark(marks),
        _ => mark(&Marks::default()),
    };
    let groups = pieces.chunk_by(|piece, next| mark(piece) == mark(next));
    let inlines = groups.filter_map(|group| Some(make(mark(group.first()?), group)));
    inlines.flatten().collect()
}

/// An address without characters that end it in Markdown.
fn encoded(url: &str) -> String {
    let mut encoded = String::new();
    for letter in url.trim().chars() {
        match letter {
            ' ' | '<' | '>' | '"' => encoded.push_str(&format!("%{:02X}", u32::from(letter))),
            letter if letter.is_whitespace() || letter.is_control() => encoded.push_str("%20"),
            letter => encoded.push(letter),
        }
    }
    encoded
}
