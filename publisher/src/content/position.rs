//! Where in a JSON text a field stands.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// A place in a text, as editors count: line and character, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character in that line, from 1.
    pub column: usize,
}

impl Position {
    /// Where reading failed.
    #[must_use]
    pub fn of(error: &serde_json::Error, text: &str) -> Self {
        // Columns of serde_json count bytes up to and with the last one read.
        let line = text
            .lines()
            .nth(error.line().saturating_sub(1))
            .unwrap_or("");
        let read = line.floor_char_boundary(error.column());
        Self {
            line: error.line(),
            column: line[..read].chars().count().max(1),
        }
    }

    /// The position of a byte of a text.
    #[must_use]
    pub fn at(text: &str, byte: usize) -> Self {
        let before = &text[..byte];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Where the value of a field such as `phases[1].tips[0].slug` begins, or of as much
/// of it as there is. None if the text is no JSON.
#[must_use]
pub fn position_of(text: &str, field: &str) -> Option<Position> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let root = parsed.ok()?.value?;
    let mut value = &root;
    for segment in segments(field) {
        let inside = match value {
            Value::Object(object) => object.get(segment).map(|property| &property.value),
            Value::Array(array) => segment
                .parse::<usize>()
                .ok()
                .and_then(|index| array.elements.get(index)),
            _ => None,
        };
        match inside {
            Some(inside) => value = inside,
            None => break,
        }
    }
    Some(Position::at(text, value.range().start))
}

/// The names and indices of `phases[1].slug`: `phases`, `1`, `slug`.
fn segments(field: &str) -> impl Iterator<Item = &str> {
    field
        .split(['.', '[', ']'])
        .filter(|segment| !segment.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"één\": [\n    {\"a\": 1}, {\"a\": 2}\n  ]\n}";

    fn found(field: &str) -> Option<(usize, usize)> {
        position_of(TEXT, field).map(|position| (position.line, position.column))
    }

    #[test]
    fn a_field_is_found_in_lists_and_objects() {
        assert_eq!(found("één[1].a"), Some((3, 21)));
    }

    #[test]
    fn as_much_as_there_is_of_a_field_is_found() {
        assert_eq!(found("één[0].b"), Some((3, 5)));
        assert_eq!(found("twee"), Some((1, 1)));
    }

    #[test]
    fn a_text_that_is_no_json_has_no_positions() {
        assert_eq!(position_of("{", "a"), None);
    }
}
