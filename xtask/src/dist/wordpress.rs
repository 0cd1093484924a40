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
            Ok(text) => archive.add(&path, facts.fill(&text, host, str::to_owned)),
            Err(error) => archive.add(&path, error.into_bytes()),
        }
    }
    let file = folder.join(format!("{NAME}-wordpress-{VERSION}.zip"));
    archive.write(NAME, &file)?;
    Ok(Some(file))
}
