//! Writes the site of a publication in place of an older one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::build::{self, Options};
use crate::pages::base_url::BaseUrl;
use crate::pages::security_txt;
use crate::pages::views::Summary;
use crate::publication::Publication;
use crate::template::Template;

/// Writes the site into a folder. The folder is replaced at once when the whole site is there; until then, and if
/// something fails, the older site stays.
///
/// # Errors
/// If the folder holds something else than a site, or a file can't be written.
pub fn publish(
    template: &Template,
    publication: &mut Publication,
    out: &Path,
    base_url: Option<&BaseUrl>,
) -> Result<Summary> {
    let is_empty = fs::read_dir(out).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty && !out.join("embed.js").exists() {
        bail!(
            "{} holds something else than a site; choose an empty or a new folder",
            out.display()
        );
    }
    let out = std::path::absolute(out)?;
    let parent = out
        .parent()
        .context("a site can't replace the root of a disk")?;
    fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
    // Beside the older site, so that it can be renamed.
    let work = tempfile::Builder::new()
        .prefix(".lemniscaat-")
        .tempdir_in(parent)
        .with_context(|| format!("making a folder in {}", parent.display()))?;
    let site = work.path().join("site");
    let options = Options {
        card_cache: Some(card_cache()),
        is_compressed: true,
        has_examples: false,
        base_url,
    };
    let summary = build::publish(template, publication, &site, &options)?;
    security_txt::publish(&site, publication, base_url)?;
    if out.exists() {
        fs::rename(&out, work.path().join("older"))
            .with_context(|| format!("replacing {}", out.display()))?;
    }
    if let Err(error) = fs::rename(&site, &out) {
        // The older site returns.
        let _ = fs::rename(work.path().join("older"), &out);
        return Err(error).with_context(|| format!("writing {}", out.display()));
    }
    Ok(summary)
}

/// The folder of share cards that were drawn before.
#[must_use]
pub fn card_cache() -> PathBuf {
    let folder = dirs::cache_dir().unwrap_or_else(std::env::temp_dir);
    folder.join("lemniscaat/cards")
}
