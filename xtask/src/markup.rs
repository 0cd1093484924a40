//! Checks every page with the Nu HTML checker.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Messages about features that the checker doesn't know yet: the attribute `part`, which CSS Shadow Parts gives to
/// every element, and the link type `expect` of HTML, which blocks rendering until a part of the page has arrived.
const UNKNOWN: &str = "Attribute .part. not allowed on element.*|A .link. element with a .blocking. attribute must have a .rel. attribute whose value is .stylesheet..";

/// Checks every page of a site for errors and warnings. Fragments aren't checked: they hold the same as pages,
/// except for a heading of level 1, which is left to the host page.
///
/// # Errors
/// If the checker can't be run or reports problems.
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
            "problems in the markup of pages; expected no error or warning of the HTML checker:\n{}",
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
