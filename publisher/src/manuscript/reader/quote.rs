//! Reads quotes: paragraphs, the speaker after a dash, and facts.

use crate::manuscript::names::{Fact, name_before_colon};
use crate::manuscript::paste::DASHES;
use crate::manuscript::reader::Reader;
use crate::manuscript::reader::facts::{Facts, is_nearly_known};
use crate::manuscript::reader::line::{Line, TokenKind};
use crate::manuscript::reader::nodes::{Node, NodeKind};
use crate::manuscript::{Change, Key, Kind, Quote, Text};

const FACTS: [Fact; 4] = [Fact::Domain, Fact::Theme, Fact::Keywords, Fact::Language];

/// The paragraphs of a quote, as lines.
type Paragraphs<'a> = Vec<Vec<Line<'a>>>;

impl<'a> Reader<'_> {
    /// A quote with its speaker and facts.
    pub(in crate::manuscript) fn quote(&mut self, node: Node<'a>) -> Quote {
        let NodeKind::Quote(blocks) = node.kind else {
            return Quote::default();
        };
        let (mut paragraphs, speaker_item) = self.quote_paragraphs(blocks);
        let (speaker, mut facts, mut key) = match speaker_item {
            Some(lines) => self.speaker(lines, None),
            None => self.take_speaker(&mut paragraphs),
        };
        if speaker.is_none() {
            facts = self.take_last_facts(&mut paragraphs);
            if let Some(line) = paragraphs.last_mut().and_then(|lines| lines.last_mut()) {
                key = self.take_key(line);
            }
        }
        self.check_speakers(&paragraphs);
        self.strip_quote_marks(&mut paragraphs);
        let mut quote = Quote {
            key,
            speaker,
            domain: facts.take(Fact::Domain),
            themes: facts.themes,
            keywords: facts.keywords,
            foreign: facts.foreign,
            ..Quote::default()
        };
        for lines in paragraphs {
            self.warn_of_facts(&lines);
            quote.paragraphs.push(self.prose(&lines));
        }
        quote
    }

    /// The paragraphs of a quote, and the lines of a one-item list at its end.
    fn quote_paragraphs(
        &mut self,
        blocks: Vec<Node<'a>>,
    ) -> (Paragraphs<'a>, Option<Vec<Line<'a>>>) {
        let mut paragraphs = vec![];
        let mut speaker = None;
        let count = blocks.len();
        for (index, node) in blocks.into_iter().enumerate() {
            let is_last = index + 1 == count;
            match node.kind {
                NodeKind::Paragraph(tokens) => paragraphs.push(Line::split(tokens)),
                NodeKind::List { mut items, ordered } => {
                    let item = items.pop().filter(|_| items.is_empty() && !ordered);
                    let mut blocks = item.map(|item| item.blocks).unwrap_or_default();
                    match blocks.pop().map(|node| node.kind) {
                        Some(NodeKind::Paragraph(tokens)) if blocks.is_empty() && is_last => {
                            self.correct(Change::Dash, node.range);
                            speaker = Some(Line::split(tokens));
                        }
                        Some(NodeKind::Paragraph(_)) if blocks.is_empty() => {
                            self.problem(Kind::SpeakerInMiddle, node.range);
                        }
                        _ => self.problem(Kind::ListInQuote, node.range),
                    }
                }
                NodeKind::Quote(_) => self.problem(Kind::QuoteInQuote, node.range),
                kind => self.misplaced(Node { kind, ..node }),
            }
        }
        paragraphs.retain(|lines: &Vec<_>| !lines.is_empty());
        (paragraphs, speaker)
    }

    /// Takes the last line that begins with a dash, if only facts stand below it.
    fn take_speaker(&mut self, paragraphs: &mut Paragraphs<'a>) -> (Option<Text>, Facts, Key) {
        let nothing = (None, Facts::default(), Key::default());
        let position = paragraphs
            .iter()
            .enumerate()
            .rev()
            .find_map(|(paragraph, lines)| {
                let line = lines.iter().rposition(|line| self.dash(line).is_some())?;
                Some((paragraph, line))
            });
        let Some((paragraph, line)) = position else {
            return nothing;
        };
        let lines = paragraphs.get(paragraph).map(Vec::as_slice);
        let below = lines.unwrap_or_default().iter().skip(line + 1);
        let rest = paragraphs.iter().skip(paragraph + 1).flatten();
        let mut below = below.chain(rest).peekable();
        let is_fact = |line: &&Line<'_>| {
            let name = name_before_colon(line.raw(self.source));
            name.is_some_and(|(name, _)| is_nearly_known(name))
        };
        if below.peek().is_some_and(|line| !is_fact(line)) {
            return nothing;
        }
        let mut lines: Vec<_> = paragraphs.drain(paragraph..).flatten().collect();
        let speaker = lines.split_off(line);
        if !lines.is_empty() {
            paragraphs.push(lines);
        }
        let dash = speaker.first().and_then(|line| self.dash(line));
        self.speaker(speaker, dash)
    }

    /// The speaker on the first of some lines, and the facts on the others.
    fn speaker(
        &mut self,
        mut lines: Vec<Line<'a>>,
        dash: Option<&'static str>,
    ) -> (Option<Text>, Facts, Key) {
        let facts = lines.split_off(lines.len().min(1));
        let facts = self.facts(facts, &FACTS);
        let Some(line) = lines.first_mut() else {
            return (None, facts, Key::default());
        };
        let key = self.take_key(line);
        let range = line.range.clone();
        if dash.is_some_and(|dash| dash != "—") {
            self.correct(Change::Dash, range);
        }
        let mut text = self.plain(&lines);
        let words = match dash {
            Some(dash) => text.text.strip_prefix(dash).unwrap_or(&text.text),
            None => &text.text,
        };
        // A non-breaking space behind an ordinary one belongs to the name.
        let name = words.trim_start_matches(' ');
        let name = if name.len() < words.len() {
            name
        } else {
            name.trim_start_matches('\u{A0}')
        };
        text.text = name.to_owned();
        (Some(text), facts, key)
    }

    /// The dash at the start of a line. A hyphen needs a space behind it; an entity is text.
    fn dash(&self, line: &Line<'_>) -> Option<&'static str> {
        // Word processors write a backslash before it; as an entity, or in a link, it is text.
        let raw = line.raw(self.source).trim_start_matches('\\');
        DASHES.into_iter().find(|dash| raw.starts_with(dash))?;
        let text = line.plain();
        let dash = DASHES.into_iter().find(|dash| text.starts_with(dash))?;
        let rest = text.get(dash.len()..).unwrap_or_default();
        (dash != "-" || rest.starts_with([' ', '\u{A0}', '\t'])).then_some(dash)
    }

    /// Takes the facts of a quote without speaker: the lines below its key, or its last paragraph.
    fn take_last_facts(&mut self, paragraphs: &mut Paragraphs<'a>) -> Facts {
        let count = paragraphs.len();
        let Some(lines) = paragraphs.last_mut() else {
            return Facts::default();
        };
        let key_line = lines.iter().position(|line| self.key(line).is_some());
        let first = match key_line {
            Some(line) => line + 1,
            None if count > 1 => 0,
            None => return Facts::default(),
        };
        let name = lines.get(first).and_then(|line| self.known_name(line));
        if name.is_none() {
            return Facts::default();
        }
        let facts = lines.split_off(first);
        paragraphs.retain(|lines| !lines.is_empty());
        self.facts(facts, &FACTS)
    }

    /// A line that begins with a dash among the paragraphs is the speaker of another quote.
    fn check_speakers(&mut self, paragraphs: &Paragraphs<'a>) {
        for line in paragraphs.iter().flatten() {
            if self.dash(line).is_some() {
                self.problem(Kind::SpeakerInMiddle, line.range.clone());
                return;
            }
        }
    }

    /// Removes quotation marks around the quote as a whole.
    fn strip_quote_marks(&mut self, paragraphs: &mut Paragraphs<'a>) {
        let text: Vec<_> = paragraphs.iter().flatten().map(Line::plain).collect();
        let Some((open, close)) = quote_marks(&text.join("\n")) else {
            return;
        };
        let first = paragraphs.first().and_then(|lines| lines.first());
        let last = paragraphs.last().and_then(|lines| lines.last());
        let (Some(first), Some(last)) = (first, last) else {
            return;
        };
        // A mark that was written as an entity or with a backslash stays.
        let is_literal = first.raw(self.source).starts_with(open)
            && last.raw(self.source).ends_with(close)
            && matches!(
                last.tokens.last().map(|token| &token.kind),
                Some(TokenKind::Text(_))
            );
        if !is_literal {
            return;
        }
        let start = first.range.start;
        let end = last.range.end;
        self.correct(Change::QuoteMarks, start..end);
        if let Some(line) = paragraphs.first_mut().and_then(|lines| lines.first_mut()) {
            line.cut_start(start + open.len_utf8());
        }
        if let Some(line) = paragraphs.last_mut().and_then(|lines| lines.last_mut()) {
            line.cut_end(end - close.len_utf8());
        }
    }
}

/// The marks around a text as a whole.
pub(in crate::manuscript) fn quote_marks(text: &str) -> Option<(char, char)> {
    let mut letters = text.chars();
    let (first, last) = (letters.next()?, letters.next_back()?);
    let pair = match (first, last) {
        ('“', '”')
        | ('„', '”' | '“')
        | ('‘', '’')
        | ('«', '»')
        | ('»', '«')
        | ('"', '"')
        | ('\'', '\'') => (first, last),
        _ => return None,
    };
    let inside: Vec<_> = letters.collect();
    if inside.iter().all(|letter| letter.is_whitespace()) {
        return None;
    }
    let mut depth = 1_usize;
    for (at, letter) in inside.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| inside.get(at));
        let after = inside.get(at + 1);
        let is_letter = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_alphabetic());
        // An apostrophe within a word, or at its end, is no closing mark.
        let is_apostrophe = matches!(letter, '’' | '\'') && is_letter(before) && is_letter(after);
        if is_apostrophe {
            continue;
        }
        if *letter == pair.1 {
            depth -= 1;
        } else if *letter == pair.0 {
            depth += 1;
        }
        if depth == 0 {
            return None;
        }
    }
    (depth == 1).then_some(pair)
}
