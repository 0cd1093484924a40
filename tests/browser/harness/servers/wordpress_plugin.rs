//! The plugin for WordPress as a zip, with the facts of the site that the tests publish.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use kennislemniscaat::content::without_soft_hyphens;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::published::CONTENT;
use crate::setup::{root, setup};

/// The folder of the plugin in WordPress, and the name of its block's group: the element's name without hyphens.
pub const NAME: &str = "kennislemniscaat";

/// Writes the zip.
///
/// # Errors
/// When a file can't be read or written.
pub fn write(path: &Path) -> Result<()> {
    let title = without_soft_hyphens(&CONTENT.title);
    let facts = [
        ("{host}", &*setup().base_url),
        ("{element}", "kennis-lemniscaat"),
        ("{name}", NAME),
        ("{title}", &*title),
        ("{lang}", &*CONTENT.lang),
        ("{version}", env!("CARGO_PKG_VERSION")),
    ];
    let folder = root().join("packages/wordpress");
    let write = || -> Result<()> {
        let mut zip = ZipWriter::new(File::create(path)?);
        for file in fs::read_dir(&folder)? {
            let file = file?;
            let text = fs::read_to_string(file.path())?;
            let text = facts.iter().fold(text, |text, (placeholder, fact)| {
                text.replace(placeholder, fact)
            });
            let name = format!("{NAME}/{}", file.file_name().to_string_lossy());
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(text.as_bytes())?;
        }
        zip.finish()?;
        Ok(())
    };
    write().with_context(|| format!("writing {} from {}", path.display(), folder.display()))
}
