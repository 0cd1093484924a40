//! Running text of the manuscript as the widget shows it.

use kennislemniscaat::content::{Block, Inline, List, ListItem};

use crate::manuscript::{self, Foreign, Manuscript, Text};

/// The characters of a line.
#[must_use]
pub fn plain(text: &Text) -> String {
    text.as_str().into()
}

/// A line, with the words of other languages marked.
pub(super) fn line(text: &str, foreign: &[Foreign]) -> Vec<Inline> {
    mark_foreign(vec![Inline::Text(text.to_owned())], foreign)
}

/// Blocks of a manuscript, with the words of other languages marked. The index of a chart is that of the first chart of
/// the manuscript that counts the same.
pub(super) fn blocks(
    manuscript: &Manuscript,
    blocks: &[manuscript::Block],
    foreign: &[Foreign],
) -> Vec<Block> {
    let chart = |chart: &manuscript::Chart| {
        let mut charts = manuscript::charts(manuscript);
        let index = charts.position(|other| other.columns == chart.columns);
        index
            .and_then(|index| u8::try_from(index).ok())
            .unwrap_or_default()
    };
    let block = |block: &manuscript::Block| match block {
        manuscript::Block::Paragraph(prose) => Block::Paragraph(prose_line(prose, foreign)),
        manuscript::Block::List(items) => Block::List(list(items, foreign)),
        manuscript::Block::Heading(text) => Block::Heading(plain(text)),
        manuscript::Block::Chart(columns) => Block::Chart(chart(columns)),
    };
    blocks.iter().map(block).collect()
}

fn list(list_of: &manuscript::List, foreign: &[Foreign]) -> List {
    let item = |item: &manuscript::ListItem| ListItem {
        text: prose_line(&item.text, foreign),
        list: item.list.as_ref().map(|inner| list(inner, foreign)),
    };
    List {
        ordered: list_of.ordered,
        items: list_of.items.iter().map(item).collect(),
    }
}

/// Prose as one line of text.
pub(super) fn prose_line(prose: &manuscript::Prose, foreign: &[Foreign]) -> Vec<Inline> {
    mark_foreign(inlines(&prose.inlines), foreign)
}

fn inlines(inlines_of: &[manuscript::Inline]) -> Vec<Inline> {
    let inline = |inline: &manuscript::Inline| match inline {
        manuscript::Inline::Text(text) => Inline::Text(text.clone()),
        manuscript::Inline::Emphasis(inside) => Inline::Emphasis(inlines(inside)),
        manuscript::Inline::Strong(inside) => Inline::Strong(inlines(inside)),
        manuscript::Inline::Link { url, text, .. } => Inline::Link(url.clone(), inlines(text)),
    };
    inlines_of.iter().map(inline).collect()
}

/// Marks each first occurrence of words of another language.
fn mark_foreign(text: Vec<Inline>, foreign: &[Foreign]) -> Vec<Inline> {
    foreign.iter().fold(text, mark)
}

fn mark(text: Vec<Inline>, foreign: &Foreign) -> Vec<Inline> {
    let mut marked = Vec::with_capacity(text.len());
    for inline in text {
        match inline {
            Inline::Text(text) => match text.split_once(&foreign.words) {
                Some((before, after)) => {
                    let words = vec![Inline::Text(foreign.words.clone())];
                    let parts = [
                        Inline::Text(before.into()),
                        Inline::Foreign(foreign.lang.clone(), words),
                        Inline::Text(after.into()),
                    ];
                    let is_full = |part: &Inline| *part != Inline::Text(String::new());
                    marked.extend(parts.into_iter().filter(is_full));
                }
                None => marked.push(Inline::Text(text)),
            },
            Inline::Emphasis(inside) => marked.push(Inline::Emphasis(mark(inside, foreign))),
            Inline::Strong(inside) => marked.push(Inline::Strong(mark(inside, foreign))),
            Inline::Link(url, inside) => marked.push(Inline::Link(url, mark(inside, foreign))),
            words @ Inline::Foreign(..) => marked.push(words),
        }
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_another_language_are_marked_within_their_text() {
        let english = Foreign {
            lang: "en".into(),
            words: "What’s in it for me".into(),
        };
        let text = |text: &str| Inline::Text(text.into());
        assert_eq!(
            line(
                "Vraag: What’s in it for me?",
                std::slice::from_ref(&english)
            ),
            [
                text("Vraag: "),
                Inline::Foreign("en".into(), vec![text("What’s in it for me")]),
                text("?"),
            ]
        );
        assert_eq!(line("Iets anders", &[english]), [text("Iets anders")]);
    }
}
