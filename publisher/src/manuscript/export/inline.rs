//! Running text as Markdown.

use crate::manuscript::export::escape::{entity, escape, escape_line, protect_end};
use crate::manuscript::paste::BARRIER;
use crate::manuscript::{Inline, Prose};

/// A paragraph on one line.
pub(in crate::manuscript) fn prose(prose: &Prose) -> String {
    part_of_line(&prose.inlines, true, true)
}

/// Running text that may stand behind and before other Markdown of its line.
pub(crate) fn part_of_line(inlines: &[Inline], is_start: bool, is_end: bool) -> String {
    let mut markdown = String::new();
    let around = match is_start {
        true => Around::Line,
        false => Around::Within,
    };
    write(inlines, around, &mut markdown);
    if is_end && let Some(Inline::Text(text)) = inlines.last() {
        protect_end(text, &mut markdown);
    }
    markdown
}

/// The surroundings of inlines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Around {
    /// The start and the end of a line.
    Line,
    /// The marks of emphasis, which need a letter on their inner side.
    Marks,
    /// Other text of the line, or the brackets of a link.
    Within,
}

fn write(inlines: &[Inline], around: Around, markdown: &mut String) {
    let last = inlines.len().saturating_sub(1);
    for (index, inline) in inlines.iter().enumerate() {
        let next = inlines.get(index + 1);
        match inline {
            Inline::Text(text) => {
                let is_first = index == 0;
                match around {
                    Around::Line if is_first => escape_line(text, markdown),
                    Around::Marks => edges(text, is_first, index == last, markdown),
                    _ => escape(text, markdown),
                }
            }
            Inline::Emphasis(content) => marked("_", content, next, around, markdown),
            Inline::Strong(content) => marked("**", content, next, around, markdown),
            Inline::Link { url, text, .. } => {
                markdown.push('[');
                write(text, Around::Within, markdown);
                markdown.push_str("](");
                address(url, markdown);
                markdown.push(')');
            }
        }
    }
}

/// Emphasis. Marks beside a letter wouldn't be read as marks; a comment parts them.
fn marked(
    mark: &str,
    content: &[Inline],
    next: Option<&Inline>,
    around: Around,
    markdown: &mut String,
) {
    let mut inside = String::new();
    write(content, Around::Marks, &mut inside);
    let is_open = |letter: char| !letter.is_whitespace() && !letter.is_ascii_punctuation();
    let before = markdown.chars().next_back();
    let after = match next {
        Some(Inline::Text(text)) => text.chars().next(),
        _ => None,
    };
    let is_within_word =
        before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric);
    let is_simple = inside.starts_with(char::is_alphanumeric)
        && inside.ends_with(char::is_alphanumeric)
        && !inside.contains('*');
    let is_beside_strong = markdown.ends_with('*') || matches!(next, Some(Inline::Strong(_)));
    // Within a word, asterisks are read as emphasis where underscores aren't. Beside other asterisks they are ambiguous.
    if mark == "_" && around != Around::Marks && is_within_word && is_simple && !is_beside_strong {
        let outer = [before, after].into_iter().flatten();
        let is_plain = |letter: char| letter.is_alphanumeric() || letter.is_ascii();
        if outer.into_iter().all(is_plain) {
            markdown.push('*');
            markdown.push_str(&inside);
            markdown.push('*');
            return;
        }
    }
    if before.is_some_and(is_open) {
        markdown.push_str(BARRIER);
    }
    markdown.push_str(mark);
    markdown.push_str(&inside);
    markdown.push_str(mark);
    if after.is_some_and(is_open) {
        markdown.push_str(BARRIER);
    }
}

/// A text within marks: spaces at the edges would keep the marks from being read.
fn edges(text: &str, is_first: bool, is_last: bool, markdown: &mut String) {
    let mut text = text;
    if is_first
        && let Some(first) = text.chars().next()
        && first.is_whitespace()
    {
        entity(first, markdown);
        text = text.get(first.len_utf8()..).unwrap_or_default();
    }
    escape(text, markdown);
    if is_last
        && let Some(last) = text.chars().next_back()
        && last.is_whitespace()
    {
        markdown.pop();
        entity(last, markdown);
    }
}

/// The address of a link.
fn address(url: &str, markdown: &mut String) {
    for letter in url.chars() {
        if matches!(letter, '(' | ')' | '[' | ']' | '&' | '`' | '\\' | '*' | '_') {
            markdown.push('\\');
        }
        markdown.push(letter);
    }
}
