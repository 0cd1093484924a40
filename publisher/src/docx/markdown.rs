//! Blocks as the Markdown files of a publication.

use crate::docx::blocks::{Block, Item};
use crate::docx::division::{Parts, heading_words};
use crate::docx::pieces::{Line, Piece};
use crate::manuscript::{Fact, File, Language, PUBLICATION_FILES, inline_text, slug};

/// The files of a publication. `notes` are the texts of footnotes by their indexes.
pub(super) fn files(parts: &Parts, notes: &[String], language: Language) -> Vec<File> {
    let [dutch, english] = PUBLICATION_FILES;
    let (name, phase_word) = match language {
        Language::Dutch => (dutch, "fase"),
        Language::English => (english, "phase"),
    };
    let publication = File {
        name: name.to_owned(),
        text: Writer::new(notes, language).file(&parts.publication),
    };
    let phases = parts.phases.iter().enumerate().map(|(index, blocks)| {
        let (words, key) = match blocks.first() {
            Some(Block::Heading { lines, .. }) => heading_words(lines),
            _ => (String::new(), None),
        };
        let words = slug(key.as_deref().unwrap_or(&words));
        let words = words.unwrap_or_else(|| phase_word.into());
        File {
            name: format!("{}-{words}.md", index + 1),
            text: Writer::new(notes, language).file(blocks),
        }
    });
    std::iter::once(publication).chain(phases).collect()
}

/// The kind of the last line, which tells what may follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Heading,
    /// A heading's facts.
    Facts,
    /// The first line of an item, or its facts.
    Item,
    /// A further paragraph of an item.
    ItemText,
    Quote,
    /// A speaker, or facts below one.
    Speaker,
    /// A line that announces a list.
    Colon,
    Other,
}

/// A list that can have further items.
#[derive(Debug)]
struct OpenList {
    level: u8,
    is_ordered: bool,
    list: String,
    marker: char,
    count: usize,
    /// The column at which the text of its items begins.
    indent: usize,
}

struct Writer<'n> {
    markdown: String,
    notes: &'n [String],
    /// The notes that this file refers to.
    references: Vec<usize>,
    language: Language,
    lists: Vec<OpenList>,
    last: Last,
    /// Whether an empty paragraph stands above.
    is_apart: bool,
}

impl<'n> Writer<'n> {
    fn new(notes: &'n [String], language: Language) -> Self {
        Self {
            markdown: String::new(),
            notes,
            references: vec![],
            language,
            lists: vec![],
            last: Last::Nothing,
            is_apart: false,
        }
    }

    fn file(mut self, blocks: &[Block]) -> String {
        for block in blocks {
            match block.clone() {
                Block::Heading { level, lines } => self.heading(level, lines),
                Block::Subtitle(lines) => self.subtitle(lines),
                Block::Paragraph { lines, is_indented } => self.paragraph(lines, is_indented),
                Block::Item(item) => self.item(item),
                Block::Quote(lines) => self.quote(lines),
                Block::Table(rows) => self.table(&rows),
                Block::Empty => {}
            }
            self.is_apart = *block == Block::Empty;
        }
        for index in std::mem::take(&mut self.references) {
            let text = self.notes.get(index).map_or("", String::as_str);
            let number = index + 1;
            self.markdown
                .push_str(&format!("\n[^{number}]: {}\n", inline_text(text)));
        }
        self.markdown
    }

    /// Writes a line, and remembers the notes in it.
    fn line(&mut self, prefix: &str, line: Line, write: impl FnOnce(Line) -> String) {
        let notes = line.pieces.iter().filter_map(|piece| match piece {
            Piece::Note(index) => Some(*index),
            _ => None,
        });
        self.references.extend(notes);
        self.markdown.push_str(prefix);
        self.markdown.push_str(&write(line));
        self.markdown.push('\n');
    }

    /// Begins a block that stands apart.
    fn begin(&mut self) {
        if self.last != Last::Nothing {
            self.markdown.push('\n');
        }
    }

    fn heading(&mut self, level: u8, mut lines: Vec<Line>) {
        self.lists.clear();
        self.begin();
        let words = lines
            .iter()
            .take_while(|line| line.fact().is_none())
            .count();
        let facts = lines.split_off(words.max(1));
        let mark = "#".repeat(level.clamp(1, 6).into());
        let mut separator = " ";
        self.markdown.push_str(&mark);
        let key = lines.last_mut().and_then(Line::take_key);
        for line in lines {
            self.line(separator, line.without_marks(), |line| line.markdown(false));
            self.markdown.pop();
            separator = " ";
        }
        if let Some(key) = key {
            self.markdown.push_str(&format!(" {{#{key}}}"));
        }
        self.markdown.push('\n');
        self.last = Last::Heading;
        if !facts.is_empty() {
            self.paragraph(facts, false);
        }
    }

    /// The line below the title is a fact.
    fn subtitle(&mut self, lines: Vec<Line>) {
        let has_name = lines.first().is_some_and(|line| line.fact().is_some());
        if self.last != Last::Heading || has_name {
            self.paragraph(lines, false);
            return;
        }
        let name = Fact::Subtitle.name(self.language);
        let mut prefix = format!("{name}: ");
        for line in lines {
            self.line(&prefix, line.without_marks(), |line| line.markdown(false));
            self.markdown.pop();
            prefix = " ".into();
        }
        self.markdown.push('\n');
        self.last = Last::Facts;
    }

    fn paragraph(&mut self, lines: Vec<Line>, is_indented: bool) {
        let is_chart = |line: &Line| line.fact() == Some(Fact::Chart);
        if lines.iter().all(is_chart) {
            self.lists.clear();
            for line in lines {
                self.begin();
                self.line("", line, Line::into_fact);
                self.last = Last::Other;
            }
            return;
        }
        if self.last == Last::Quote && lines.first().is_some_and(Line::is_speaker) {
            self.quote(lines);
            return;
        }
        let lines = self.facts(lines);
        if lines.is_empty() {
            return;
        }
        let indent = match self.lists.last() {
            Some(list) if is_indented => " ".repeat(list.indent),
            _ => String::new(),
        };
        if indent.is_empty() {
            self.lists.clear();
        }
        self.begin();
        let announces = lines.last().is_some_and(|line| line.plain().ends_with(':'));
        for line in lines {
            self.text(&indent, line);
        }
        self.last = match (indent.is_empty(), announces) {
            (false, _) => Last::ItemText,
            (true, true) => Last::Colon,
            (true, false) => Last::Other,
        };
    }

    /// Writes a line of text. A key at its end stays a key.
    fn text(&mut self, prefix: &str, mut line: Line) {
        let key = line.take_key();
        self.line(prefix, line, Line::into_markdown);
        self.key(key);
    }

    /// Writes a key at the end of the last line.
    fn key(&mut self, key: Option<String>) {
        if let Some(key) = key {
            self.markdown.pop();
            self.markdown.push_str(&format!(" {{#{key}}}\n"));
        }
    }

    /// Writes the facts at the start of lines, where facts may stand; returns the other lines.
    fn facts(&mut self, mut lines: Vec<Line>) -> Vec<Line> {
        let prefix = match (self.last, self.lists.last()) {
            (Last::Heading | Last::Facts, _) => String::new(),
            (Last::Item, Some(list)) => " ".repeat(list.indent),
            (Last::Speaker, _) => "> ".to_owned(),
            _ => return lines,
        };
        let is_fact = |line: &&Line| line.fact().is_some_and(|fact| fact != Fact::Chart);
        let count = lines.iter().take_while(is_fact).count();
        if count > 0 && self.last == Last::Heading {
            self.last = Last::Facts;
        }
        let rest = lines.split_off(count);
        for line in lines {
            self.line(&prefix, line, Line::into_fact);
        }
        rest
    }

    fn item(&mut self, item: Item) {
        let indent = self.open_list(&item);
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        list.count += 1;
        let mark = match list.is_ordered {
            true => format!("{}{} ", list.count, list.marker),
            false => format!("{} ", list.marker),
        };
        list.indent = indent + mark.len();
        let content = " ".repeat(list.indent);
        let mut lines = item.lines;
        let rest = lines.split_off(lines.len().min(1));
        for line in lines {
            let prefix = format!("{}{mark}", " ".repeat(indent));
            self.text(&prefix, line);
        }
        self.last = Last::Item;
        let rest = self.facts(rest);
        for line in rest {
            self.text(&content, line);
        }
    }

    /// Goes to the list of an item, or begins one; returns its indentation.
    fn open_list(&mut self, item: &Item) -> usize {
        let mut closed = None;
        while let Some(list) = self.lists.pop_if(|list| list.level > item.level) {
            closed = Some(list);
        }
        let is_same = |list: &OpenList| {
            let is_kind = list.is_ordered == item.is_ordered;
            is_kind && (!item.is_ordered || list.list == item.list && !item.restarts)
        };
        let depth = self.lists.len();
        let parent = |lists: &[OpenList]| lists.last().map_or(0, |list| list.indent);
        if self
            .lists
            .last()
            .is_some_and(|list| list.level == item.level)
        {
            let indent = parent(self.lists.get(..depth - 1).unwrap_or_default());
            if self.lists.last().is_some_and(is_same) {
                return indent;
            }
            closed = self.lists.pop();
        }
        let indent = parent(&self.lists);
        let is_nested = !self.lists.is_empty();
        let is_announced = matches!(self.last, Last::Nothing | Last::Heading | Last::Colon);
        if !is_nested && !is_announced {
            self.markdown.push('\n');
        }
        let other = |first: char, second: char| match &closed {
            // The list right above would be the same one otherwise.
            Some(list) if list.marker == first => second,
            _ => first,
        };
        let marker = match item.is_ordered {
            true => other('.', ')'),
            false => other('-', '*'),
        };
        self.lists.push(OpenList {
            level: item.level,
            is_ordered: item.is_ordered,
            list: item.list.clone(),
            marker,
            count: 0,
            indent,
        });
        indent
    }

    fn quote(&mut self, lines: Vec<Line>) {
        let is_open = matches!(self.last, Last::Quote | Last::Speaker);
        let is_speaker = |line: &Line| line.is_speaker();
        let begins_as_speaker = lines.first().is_some_and(is_speaker);
        let goes_on = self.last == Last::Quote && (!self.is_apart || begins_as_speaker);
        let lines = match self.last {
            Last::Speaker => self.facts(lines),
            _ => lines,
        };
        if lines.is_empty() {
            return;
        }
        self.lists.clear();
        if !is_open || !goes_on {
            self.begin();
            self.last = Last::Other;
        } else if !begins_as_speaker {
            self.markdown.push_str(">\n");
        }
        for line in lines {
            let is_fact = line.fact().is_some();
            if self.last == Last::Quote && line.is_speaker() {
                let mut line = line.without_dash().without_marks();
                let key = line.take_key();
                self.line("> — ", line, |line| line.markdown(false));
                self.key(key);
                self.last = Last::Speaker;
            } else if self.last == Last::Speaker && is_fact {
                self.line("> ", line, Line::into_fact);
            } else {
                self.text("> ", line);
                if self.last != Last::Speaker {
                    self.last = Last::Quote;
                }
            }
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<Line>>]) {
        self.lists.clear();
        self.begin();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (index, row) in rows.iter().enumerate() {
            self.markdown.push('|');
            for column in 0..columns {
                let lines = row.get(column).cloned().unwrap_or_default();
                self.markdown.push(' ');
                for line in lines {
                    self.line("", line, |line| line.markdown(false).replace('|', "\\|"));
                    self.markdown.pop();
                    self.markdown.push(' ');
                }
                self.markdown.push('|');
            }
            self.markdown.push('\n');
            if index == 0 {
                self.markdown.push('|');
                self.markdown.push_str(&" --- |".repeat(columns));
                self.markdown.push('\n');
            }
        }
        self.last = Last::Other;
    }
}
