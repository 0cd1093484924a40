//! Blocks of running text as Markdown.

use crate::manuscript::export::escape::{comma_list, inline_text};
use crate::manuscript::export::inline::prose;
use crate::manuscript::names::Fact;
use crate::manuscript::{Block, Chart, Language, List};

/// Blocks, with an empty line between them; a list follows the line that announces it, and text its heading.
pub(in crate::manuscript) fn blocks(blocks: &[Block], language: Language) -> String {
    let mut markdown = String::new();
    let mut markers = Markers::default();
    let mut last: Option<&Block> = None;
    for block in blocks {
        let announces = markdown.ends_with(":\n") && matches!(block, Block::List(_));
        let is_below_heading = matches!(last, Some(Block::Heading(_)));
        if last.is_some() && !announces && !is_below_heading {
            markdown.push('\n');
        }
        last = Some(block);
        match block {
            Block::Paragraph(paragraph) => {
                markdown.push_str(&prose(paragraph));
                markdown.push('\n');
            }
            Block::List(list) => {
                let mark = markers.next(list.ordered);
                markdown.push_str(&items(list, mark));
            }
            Block::Heading(text) => {
                markdown.push_str("### ");
                markdown.push_str(&inline_text(&text.text));
                markdown.push('\n');
            }
            Block::Chart(chart) => markdown.push_str(&line(chart, language)),
        }
        if !matches!(block, Block::List(_)) {
            markers = Markers::default();
        }
    }
    markdown
}

/// The marker of a list differs from that of the list right above it, which would be the same list otherwise.
#[derive(Debug, Default)]
struct Markers {
    last: Option<(bool, char)>,
}

impl Markers {
    fn next(&mut self, ordered: bool) -> char {
        let marker = match (ordered, self.last) {
            (false, Some((false, '-'))) => '*',
            (false, _) => '-',
            (true, Some((true, '.'))) => ')',
            (true, _) => '.',
        };
        self.last = Some((ordered, marker));
        marker
    }
}

fn items(list: &List, marker: char) -> String {
    let mut markdown = String::new();
    for (index, item) in list.items.iter().enumerate() {
        let mark = match list.ordered {
            true => format!("{}{marker} ", index + 1),
            false => format!("{marker} "),
        };
        markdown.push_str(&mark);
        markdown.push_str(&prose(&item.text));
        markdown.push('\n');
        if let Some(list) = &item.list {
            let marker = if list.ordered { '.' } else { '-' };
            markdown.push_str(&indented(&items(list, marker), mark.len()));
        }
    }
    markdown
}

fn line(chart: &Chart, language: Language) -> String {
    let name = Fact::Chart.name(language);
    let columns = comma_list(chart.columns.iter().map(String::as_str));
    format!("{name}: {columns}\n")
}

/// Lines that belong to an item.
pub(in crate::manuscript) fn indented(lines: &str, spaces: usize) -> String {
    let mut markdown = String::with_capacity(lines.len());
    for line in lines.split_inclusive('\n') {
        if line != "\n" {
            markdown.extend(std::iter::repeat_n(' ', spaces));
        }
        markdown.push_str(line);
    }
    markdown
}
