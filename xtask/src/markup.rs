//! The Nu HTML checker over every page.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Checks every HTML file of a folder, errors and warnings.
///
/// # Errors
/// When the checker can't be run or finds something.
pub fn check(java: &Path, checker: &Path, site: &Path) -> Result<()> {
    let output = Command::new(java)
        .args(["-Xss4m", "-jar"])
        .arg(checker)
        .args(["--Werror", "--skip-non-html", "--format", "gnu"])
        .arg(site)
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
