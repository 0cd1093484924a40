//! Lines of a paragraph, as tokens of Markdown with their ranges.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::manuscript::source::Source;
use crate::manuscript::{Inline, Place};

/// A part of a paragraph.
#[derive(Debug, Clone)]
pub(in crate::manuscript) struct Token<'a> {
    pub(in crate::manuscript) kind: TokenKind<'a>,
    pub(in crate::manuscript) range: Range<usize>,
}

#[derive(Debug, Clone)]
pub(in crate::manuscript) enum TokenKind<'a> {
    Text(CowStr<'a>),
    Start(Mark),
    End,
    Break,
}

/// A mark around words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::manuscript) enum Mark {
    Emphasis,
    Strong,
    Link(String),
}

impl Mark {
    /// The flag of this kind of mark.
    fn flag<'f>(&self, [emphasis, strong, link]: &'f mut [bool; 3]) -> &'f mut bool {
        match self {
            Self::Emphasis => emphasis,
            Self::Strong => strong,
            Self::Link(_) => link,
        }
    }
}

/// A line of a paragraph.
#[derive(Debug, Clone)]
pub(in crate::manuscript) struct Line<'a> {
    pub(in crate::manuscript) tokens: Vec<Token<'a>>,
    /// The bytes from the first to the last token.
    pub(in crate::manuscript) range: Range<usize>,
}

impl<'a> Line<'a> {
    /// The lines of a paragraph; lines without a token are left out.
    pub(in crate::manuscript) fn split(tokens: Vec<Token<'a>>) -> Vec<Self> {
        let mut lines = vec![];
        let mut line = vec![];
        for token in tokens {
            match token.kind {
                TokenKind::Break => lines.extend(Self::new(std::mem::take(&mut line))),
                _ => line.push(token),
            }
        }
        lines.extend(Self::new(line));
        lines
    }

    fn new(tokens: Vec<Token<'a>>) -> Option<Self> {
        // The range of an end is that of all its words, which may begin on a line above.
        let is_end = |token: &&Token<'_>| matches!(token.kind, TokenKind::End);
        let is_start = |token: &&Token<'_>| matches!(token.kind, TokenKind::Start(_));
        let first = tokens.iter().find(|token| !is_end(token))?;
        let start = first.range.start;
        let ends = tokens.iter().filter(|token| !is_start(token));
        let end = ends.map(|token| token.range.end).max();
        let range = start..end.unwrap_or(start).max(start);
        Some(Self { tokens, range })
    }

    /// The line as it stands in the source.
    pub(in crate::manuscript) fn raw<'s>(&self, source: &'s Source) -> &'s str {
        source.slice(self.range.clone())
    }

    /// Removes everything from a byte on.
    pub(in crate::manuscript) fn cut_end(&mut self, at: usize) {
        self.tokens.retain_mut(|token| match &mut token.kind {
            TokenKind::Text(text) if token.range.end > at => {
                let length = at.saturating_sub(token.range.start);
                let is_verbatim = text.len() == token.range.len();
                let part = text.get(..length).filter(|_| is_verbatim && length > 0);
                let Some(part) = part else { return false };
                *text = part.to_owned().into();
                token.range.end = at;
                true
            }
            TokenKind::Start(_) => token.range.start < at,
            _ => true,
        });
        self.range.end = at.max(self.range.start);
    }

    /// Removes everything before a byte.
    pub(in crate::manuscript) fn cut_start(&mut self, at: usize) {
        self.tokens.retain_mut(|token| match &mut token.kind {
            TokenKind::Text(text) if token.range.start < at => {
                let length = at - token.range.start;
                let is_verbatim = text.len() == token.range.len();
                let part = text.get(length..).filter(|_| is_verbatim);
                let Some(part) = part.filter(|part| !part.is_empty()) else {
                    return false;
                };
                *text = part.to_owned().into();
                token.range.start = at;
                true
            }
            _ => true,
        });
        self.range.start = at.min(self.range.end);
    }

    /// The words of the line.
    pub(in crate::manuscript) fn plain(&self) -> String {
        let texts = self.tokens.iter().filter_map(|token| match &token.kind {
            TokenKind::Text(text) => Some(text.as_ref()),
            _ => None,
        });
        texts.collect()
    }

    /// The parts between commas that have no backslash before them, with their ranges.
    pub(in crate::manuscript) fn split_commas(
        &self,
        source: &Source,
    ) -> Vec<(String, Range<usize>)> {
        let mut parts = vec![];
        let mut part = String::new();
        let mut range = self.range.start..self.range.start;
        for token in &self.tokens {
            let TokenKind::Text(text) = &token.kind else {
                continue;
            };
            let is_verbatim = text.len() == token.range.len();
            let before = token.range.start.checked_sub(1);
            let is_escaped = before.is_some_and(|at| source.slice(at..at + 1) == "\\");
            for (at, letter) in text.char_indices() {
                let is_literal = !is_verbatim || (at == 0 && is_escaped);
                if letter == ',' && !is_literal {
                    let next = token.range.start + at + 1;
                    parts.push((std::mem::take(&mut part), range));
                    range = next..next;
                } else {
                    part.push(letter);
                    range.end = token.range.start + at + letter.len_utf8();
                }
            }
            if !is_verbatim {
                range.end = token.range.end;
            }
        }
        parts.push((part, range));
        parts
    }
}

/// The inlines of lines, which a space joins. A mark within one of its kind is left out.
pub(in crate::manuscript) fn inlines(
    lines: &[Line<'_>],
    place: impl Fn(Range<usize>) -> Place,
) -> Vec<Inline> {
    let mut open: Vec<(Option<Mark>, Range<usize>)> = vec![];
    let mut stack: Vec<Vec<Inline>> = vec![vec![]];
    let text = |stack: &mut Vec<Vec<Inline>>, text: &str| {
        let Some(inlines) = stack.last_mut() else {
            return;
        };
        match inlines.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => inlines.push(Inline::Text(text.to_owned())),
        }
    };
    let close = |stack: &mut Vec<Vec<Inline>>, mark: Option<Mark>, range: Range<usize>| {
        let Some(mark) = mark else { return };
        let content = stack.pop().unwrap_or_default();
        let inline = match mark {
            Mark::Emphasis => Inline::Emphasis(content),
            Mark::Strong => Inline::Strong(content),
            Mark::Link(url) => Inline::Link {
                url,
                text: content,
                place: place(range),
            },
        };
        if let Some(inlines) = stack.last_mut() {
            inlines.push(inline);
        }
    };
    let mut is_open = [false; 3];
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            text(&mut stack, " ");
        }
        for token in &line.tokens {
            match &token.kind {
                TokenKind::Text(words) if words.contains('\t') => {
                    text(&mut stack, &words.replace('\t', " "));
                }
                TokenKind::Text(words) => text(&mut stack, words),
                TokenKind::Start(mark) => {
                    let is_open = mark.flag(&mut is_open);
                    let mark = (!*is_open).then(|| mark.clone());
                    *is_open = true;
                    if mark.is_some() {
                        stack.push(vec![]);
                    }
                    open.push((mark, token.range.clone()));
                }
                TokenKind::End => {
                    if let Some((mark, range)) = open.pop() {
                        if let Some(mark) = &mark {
                            *mark.flag(&mut is_open) = false;
                        }
                        close(&mut stack, mark, range);
                    }
                }
                TokenKind::Break => {}
            }
        }
    }
    while let Some((mark, range)) = open.pop() {
        close(&mut stack, mark, range);
    }
    stack.pop().unwrap_or_default()
}
