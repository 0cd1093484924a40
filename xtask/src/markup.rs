//! The Nu HTML checker over every page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// What it doesn't know yet: the attribute that CSS Shadow Parts gives to every element, and
/// what HTML lets wait for a part of the page (its link type `expect`).
const UNKNOWN: &str = "Attribute .part. not allowed on element.*|A .link. element with a .blocking. attribute must have a .rel. attribute whose value is .stylesheet..";

/// Checks every page of a site, errors and warnings. Fragments hold what pages do, but
/// for a heading of the first level, which they leave to the page that they are put in.
///
/// # Errors
/// When the checker can't be run or finds something.
pub fn check(java: &Path, checker: &Path, site: &Path) -> Result<()> {
    let output = Command::new(java)
        .args(["-Xss4m", "-jar"])
        .arg(checker)
        .args(["--Werror", "--skip-non-html", "--format", "gnu"])
        .args(["--filterpattern", UNKNOWN])
        .args(pages(site)?)
        .output()
        .with_context(|| format!("starting {}", java.display()))?;
    if !output.status.success() {
        bail!(
            "the HTML checker says\n{}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(())
}

fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "files") {
            pages.extend(self::pages(&path)?);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "html")
        {
            pages.push(path);
        }
    }
    Ok(pages)
}
