//! The plugin for WordPress, as an archive that its administration takes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::archive::{Archive, files};
use super::facts::{Facts, NAME, VERSION};

/// The sources of the plugin; their texts have placeholders.
const SOURCES: &str = "packages/wordpress";

/// Makes the archive in a folder; returns its path. There is none without the address of a site.
///
/// # Errors
/// If a file can't be read or written.
pub fn package(facts: &Facts, folder: &Path) -> Result<Option<PathBuf>> {
    let sources = crate::root()?.join(SOURCES);
    let Some(host) = facts.host.as_deref().filter(|_| sources.is_dir()) else {
        return Ok(None);
    };
    let mut archive = Archive::default();
    for (path, file) in files(&sources)? {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        match String::from_utf8(bytes) {
            Ok(text) => {
                let is_json = path.ends_with(".json");
                let escape = if is_json { json_text } else { str::to_owned };
                archive.add(&path, facts.fill(&text, host, escape));
            }
            Err(error) => archive.add(&path, error.into_bytes()),
        }
    }
    let file = folder.join(format!("{NAME}-wordpress-{VERSION}.zip"));
    archive.write(NAME, &file)?;
    Ok(Some(file))
}

/// A text as it stands between the quotation marks of a JSON string.
fn json_text(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let inner = quoted
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_with_quotation_marks_stays_one_string() {
        let facts = Facts {
            title: r#"Figuur "acht" \ <tekst>"#.into(),
            ..Facts::invented(None)
        };
        let text = facts.fill(r#"{"title": "{title}"}"#, "https://a.example/", json_text);
        let parsed: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(parsed["title"], facts.title);
    }
}
