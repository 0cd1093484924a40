//! What all readers of a file share: its source, the problems and the corrections.

pub(in crate::manuscript) mod facts;
mod item;
pub(in crate::manuscript) mod line;
pub(in crate::manuscript) mod nodes;
mod phase;
mod prose;
mod publication;
pub(in crate::manuscript) mod quote;

use std::ops::Range;

use crate::manuscript::names::{Fact, name_before_colon};
use crate::manuscript::reader::line::{Line, Mark, Token, TokenKind, inlines};
use crate::manuscript::source::Source;
use crate::manuscript::text::composed;
use crate::manuscript::{Change, Correction, Key, Kind, Place, Problem, Prose, Text};

/// The reader of one file.
pub(in crate::manuscript) struct Reader<'s> {
    pub(in crate::manuscript) source: &'s Source,
    pub(in crate::manuscript) problems: Vec<Problem>,
    pub(in crate::manuscript) corrections: Vec<Correction>,
}

impl<'s> Reader<'s> {
    pub(in crate::manuscript) fn new(source: &'s Source) -> Self {
        Self {
            source,
            problems: vec![],
            corrections: vec![],
        }
    }

    pub(in crate::manuscript) fn place(&self, range: Range<usize>) -> Place {
        self.source.place(range)
    }

    pub(in crate::manuscript) fn problem(&mut self, kind: Kind, range: Range<usize>) {
        let place = self.place(range);
        self.problems.push(Problem::new(kind, &place));
    }

    pub(in crate::manuscript) fn correct(&mut self, what: Change, range: Range<usize>) {
        let place = self.place(range);
        self.corrections.push(Correction { place, what });
    }

    /// The fact whose name a line begins with, and the bytes up to and with the colon.
    pub(in crate::manuscript) fn known_name(&self, line: &Line<'_>) -> Option<(Fact, usize)> {
        let (name, length) = name_before_colon(line.raw(self.source))?;
        Some((Fact::of(name)?, length))
    }

    /// Warns of lines in prose that begin with the name of a fact.
    pub(in crate::manuscript) fn warn_of_facts(&mut self, lines: &[Line<'_>]) {
        for line in lines {
            let raw = line.raw(self.source);
            let Some((name, length)) = name_before_colon(raw) else {
                continue;
            };
            if Fact::of(name).is_some() {
                let name = name.to_owned();
                let start = line.range.start;
                self.problem(Kind::FactInProse { name }, start..start + length);
            }
        }
    }

    /// Takes the key at the end of a line, or the place where it would be inserted.
    pub(in crate::manuscript) fn take_key(&self, line: &mut Line<'_>) -> Key {
        let Some((range, value)) = self.key(line) else {
            let place = self.place(line.range.end..line.range.end);
            return Key { value: None, place };
        };
        let raw = line.raw(self.source);
        let before = raw.get(..range.start - line.range.start);
        let length = before.unwrap_or_default().trim_end().len();
        line.cut_end(line.range.start + length);
        Key {
            value: Some(value),
            place: self.place(range),
        }
    }

    /// The key at the end of a line, with its range.
    pub(in crate::manuscript) fn key(&self, line: &Line<'_>) -> Option<(Range<usize>, String)> {
        let raw = line.raw(self.source).trim_end();
        let start = raw.strip_suffix('}')?.rfind("{#")?;
        let value = raw.get(start + "{#".len()..raw.len() - 1)?;
        let is_key = value.len() <= 200 && !value.contains(['{', '}', '\\']);
        let before = raw.get(..start)?;
        let is_apart = before.is_empty() || before.ends_with([' ', '\t']);
        let range = line.range.start + start..line.range.start + raw.len();
        (is_key && is_apart).then(|| (range, value.to_owned()))
    }

    /// The prose of lines.
    pub(in crate::manuscript) fn prose(&mut self, lines: &[Line<'_>]) -> Prose {
        self.note_changes(lines);
        let range = range(lines);
        let source = self.source;
        let inlines = inlines(lines, |range| source.place(range));
        Prose::new(inlines, self.place(range))
    }

    /// The plain text of lines. Links are lost, which is a warning.
    pub(in crate::manuscript) fn plain(&mut self, lines: &[Line<'_>]) -> Text {
        self.note_changes(lines);
        let mut words = String::new();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                words.push(' ');
            }
            words.push_str(&line.plain().replace('\t', " "));
        }
        let tokens = lines.iter().flat_map(|line| &line.tokens);
        let mut is_marked = false;
        for Token { kind, range } in tokens {
            match kind {
                TokenKind::Start(Mark::Link(url)) => {
                    let url = url.clone();
                    self.problem(Kind::LinkInTitle { url }, range.clone());
                }
                TokenKind::Start(_) if !is_marked => {
                    self.correct(Change::TitleMarkup, range.clone());
                    is_marked = true;
                }
                _ => {}
            }
        }
        Text::new(&words, self.place(range(lines)))
    }

    /// Lists wrapped lines, tabs and separate accents.
    fn note_changes(&mut self, lines: &[Line<'_>]) {
        if lines.len() > 1 {
            self.correct(Change::Wrapped, range(lines));
        }
        for token in lines.iter().flat_map(|line| &line.tokens) {
            let TokenKind::Text(words) = &token.kind else {
                continue;
            };
            if words.contains('\t') {
                self.correct(Change::Tab, token.range.clone());
            }
            if matches!(composed(words), std::borrow::Cow::Owned(_)) {
                self.correct(Change::Accents, token.range.clone());
            }
        }
    }
}

/// The bytes of some lines.
pub(in crate::manuscript) fn range(lines: &[Line<'_>]) -> Range<usize> {
    let start = lines.first().map_or(0, |line| line.range.start);
    let end = lines.last().map_or(start, |line| line.range.end);
    start..end.max(start)
}
