//! The words of the interface that a new translation needs.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use kennislemniscaat::content::Labels;
use toml::{Table, Value};

use crate::labels::{CHART_TABLES, Words, is_known};

/// The file `labels.toml` of a new translation, in the words of its source, with a comment above each; none if it needs
/// none. The file of the source is `own`. A language that the product has no words in gets all labels.
///
/// # Errors
/// If the words can't be written as TOML.
pub fn labels(lang: &str, from: &str, words: &Words, own: &str) -> Result<Option<String>> {
    let own: Table = toml::from_str(own)?;
    let all = match serde_json::to_value(&words.labels)? {
        serde_json::Value::Object(labels) => labels,
        _ => serde_json::Map::new(),
    };
    let mut file = String::new();
    for name in Labels::names() {
        if !is_known(lang) || own.contains_key(*name) {
            let label = all.get(*name).and_then(serde_json::Value::as_str);
            write_line(&mut file, from, name, label.unwrap_or_default())?;
        }
    }
    for table in CHART_TABLES {
        let Some(Value::Table(names)) = own.get(table) else {
            continue;
        };
        let _ = write!(file, "\n[{table}]\n");
        for (name, text) in names {
            write_line(&mut file, from, name, text.as_str().unwrap_or_default())?;
        }
    }
    let is_empty = file.is_empty();
    let heading = "# Words of the interface and of charts. A comment holds the source of the line below it.\n";
    Ok((!is_empty).then(|| format!("{heading}{file}")))
}

/// Writes a text with its source in a comment above it.
fn write_line(file: &mut String, from: &str, name: &str, text: &str) -> Result<()> {
    // A comment ends with its line, and has no control characters.
    let is_control = |letter: char| letter.is_control();
    let source = text.replace(is_control, " ");
    let line = Table::from_iter([(name.to_owned(), Value::String(text.to_owned()))]);
    let line = toml::to_string(&line).with_context(|| format!("writing the label {name}"))?;
    let _ = write!(file, "# {from}: {source}\n{line}");
    Ok(())
}
