//! The tables of the documentation, between comments that name them.

use anyhow::{Context, Result};

use super::interface::Interface;
use super::tokens::tokens;

/// The documentation with its tables filled in; `mapping` is the stylesheet that maps tokens of NL Design System.
///
/// # Errors
/// When the place of a table is missing.
pub fn fill(documentation: &str, interface: &Interface, mapping: &str) -> Result<String> {
    let attributes = interface.attributes.iter().map(|attribute| {
        let default = match &attribute.default {
            Some(text) if !text.is_empty() => format!("`{text}`"),
            _ => String::new(),
        };
        let meaning = sentences(&attribute.description, &attribute.details);
        vec![format!("`{}`", attribute.name), default, meaning]
    });
    let events = interface.events.iter().map(|event| {
        let detail = interface
            .details
            .iter()
            .find(|detail| detail.name == event.detail);
        let fields = detail.iter().flat_map(|detail| &detail.fields);
        let fields: Vec<_> = fields.map(|field| format!("`{}`", field.name)).collect();
        vec![
            format!("`{}`", event.full_name()),
            fields.join(", "),
            sentences(&event.description, &event.details),
        ]
    });
    let properties = interface.properties.iter().map(|property| {
        let default = property.default.as_deref().unwrap_or_default();
        vec![
            format!("`{}`", property.name),
            match default {
                "" => String::new(),
                default => format!("`{default}`"),
            },
            sentences(&property.description, &property.details),
        ]
    });
    let parts = interface
        .parts
        .iter()
        .map(|part| vec![format!("`{}`", part.name), part.description.clone()]);
    let tokens = tokens(mapping).into_iter().map(|(property, tokens)| {
        let tokens = tokens.iter().map(|token| format!("`{token}`"));
        vec![
            format!("`{property}`"),
            tokens.collect::<Vec<_>>().join(", "),
        ]
    });
    let tables = [
        (
            "attributes",
            table(&["attribute", "default", "meaning"], attributes),
        ),
        ("events", table(&["event", "`detail`", "meaning"], events)),
        (
            "properties",
            table(&["property", "default", "meaning"], properties),
        ),
        ("parts", table(&["part", "meaning"], parts)),
        ("tokens", table(&["property", "tokens"], tokens)),
    ];
    let mut text = documentation.to_owned();
    for (name, table) in tables {
        text = replace(&text, name, &table)?;
    }
    Ok(text)
}

fn sentences(description: &str, details: &str) -> String {
    format!("{description} {details}").trim_end().to_owned()
}

/// A Markdown table; `|` in a cell is escaped.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut lines = vec![line(head.iter().map(ToString::to_string))];
    lines.push(line(head.iter().map(|_| "---".to_owned())));
    lines.extend(rows.map(|row| line(row.into_iter())));
    lines.concat()
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<_> = cells.map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |\n", cells.join(" | "))
}

/// Puts a table between the comments of its name.
fn replace(text: &str, name: &str, table: &str) -> Result<String> {
    let (start, end) = (
        format!("<!-- codegen: {name} -->\n"),
        format!("<!-- end: {name} -->"),
    );
    let (before, rest) = text
        .split_once(&start)
        .with_context(|| format!("missing line `{}`", start.trim_end()))?;
    let (_, after) = rest
        .split_once(&end)
        .with_context(|| format!("missing line `{end}`"))?;
    Ok(format!("{before}{start}{table}{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_replaces_the_one_between_its_comments() -> Result<()> {
        let text = "a\n<!-- codegen: parts -->\n| old |\n<!-- end: parts -->\nb\n";
        let filled = replace(text, "parts", "| new |\n")?;
        assert_eq!(
            filled,
            "a\n<!-- codegen: parts -->\n| new |\n<!-- end: parts -->\nb\n"
        );
        assert_eq!(replace(&filled, "parts", "| new |\n")?, filled);
        Ok(())
    }

    #[test]
    fn a_missing_place_is_named() {
        let error = replace("text", "parts", "").unwrap_err().to_string();
        assert!(error.contains("codegen: parts"), "{error}");
    }

    #[test]
    fn unions_stay_in_their_cell() {
        let rows = [vec!["a | b".to_owned(), "c".to_owned()]];
        let table = table(&["x", "y"], rows.into_iter());
        assert_eq!(table, "| x | y |\n| --- | --- |\n| a \\| b | c |\n");
    }
}
