//! Plain texts as Markdown that reads back as the same text.
//!
//! A backslash at the start of a line is what word processors write before a dash or a number that was typed, which
//! the reader takes for a list; an entity is what this export writes, and always means the character itself.

use std::fmt::Write as _;

use crate::manuscript::names::{Fact, name_before_colon};
use crate::manuscript::paste::BULLETS;

/// Writes a character as an entity.
pub(crate) fn entity(letter: char, markdown: &mut String) {
    // Writing to a string can't fail.
    let _ = write!(markdown, "&#{};", u32::from(letter));
}

/// Escapes a text that stands within a line.
pub(in crate::manuscript) fn escape(text: &str, markdown: &mut String) {
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let is_entity = next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric());
        match letter {
            '\\' | '*' | '_' | '[' | ']' | '<' | '`' => {
                markdown.push('\\');
                markdown.push(letter);
            }
            '&' if is_entity => markdown.push_str("\\&"),
            // An exclamation mark before a link would make it a picture.
            '!' if next.is_none() => markdown.push_str("\\!"),
            '{' if matches!(next, Some('#' | '.' | '-')) => entity(letter, markdown),
            _ => markdown.push(letter),
        }
    }
}

/// Escapes a text at the start of a line, where it could be read as another block or as a fact.
pub(in crate::manuscript) fn escape_line(text: &str, markdown: &mut String) {
    let Some(first) = text.chars().next() else {
        return;
    };
    let rest = text.get(first.len_utf8()..).unwrap_or_default();
    let is_mark = matches!(first, '-' | '+' | '=' | '~' | '*' | '–' | '—' | '―' | '|')
        || BULLETS.contains(&first)
        || first.is_whitespace();
    if is_mark {
        entity(first, markdown);
        escape(rest, markdown);
    } else if matches!(first, '#' | '>') {
        markdown.push('\\');
        markdown.push(first);
        escape(rest, markdown);
    } else if let Some((name, length)) = known_name(text) {
        markdown.push_str(name);
        markdown.push_str("\\:");
        escape(text.get(length..).unwrap_or_default(), markdown);
    } else if let Some((number, mark)) = number(text) {
        markdown.push_str(number);
        entity(mark, markdown);
        let length = number.len() + 1;
        escape(text.get(length..).unwrap_or_default(), markdown);
    } else {
        escape(text, markdown);
    }
}

/// The name of a fact at the start of a text, and the bytes up to and with the colon.
fn known_name(text: &str) -> Option<(&str, usize)> {
    let (name, length) = name_before_colon(text)?;
    Fact::of(name)?;
    Some((name, length))
}

/// A number and the mark behind it that make a list item.
fn number(text: &str) -> Option<(&str, char)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    let mark = rest.chars().next()?;
    let after = rest.get(mark.len_utf8()..)?;
    let is_item = matches!(mark, '.' | ')')
        && !number.is_empty()
        && (after.is_empty() || after.starts_with(char::is_whitespace));
    is_item.then_some((number, mark))
}

/// A plain text within a line: a heading's text, or the value of a fact.
pub(crate) fn inline_text(text: &str) -> String {
    let mut markdown = String::new();
    escape(text, &mut markdown);
    protect_end(text, &mut markdown);
    markdown
}

/// A plain text at the start of a line.
pub(in crate::manuscript) fn line_text(text: &str) -> String {
    let mut markdown = String::new();
    escape_line(text, &mut markdown);
    protect_end(text, &mut markdown);
    markdown
}

/// Writes a space or # at the end of a line as an entity: parsers remove them.
pub(in crate::manuscript) fn protect_end(text: &str, markdown: &mut String) {
    let Some(last) = text.chars().next_back() else {
        return;
    };
    if (last.is_whitespace() || last == '#') && markdown.ends_with(last) {
        markdown.pop();
        // A text that is # alone was escaped as the start of a line.
        if text == "#" && markdown.ends_with('\\') {
            markdown.pop();
        }
        entity(last, markdown);
    }
}

/// Texts between commas.
pub(in crate::manuscript) fn comma_list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let texts: Vec<_> = texts
        .map(|text| inline_text(text).replace(',', "\\,"))
        .collect();
    texts.join(", ")
}
