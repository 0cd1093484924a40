//! Builds the application in `tests/hosts/vite/` with the npm package and Vite.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::run;
use crate::dist;
use crate::tools::Tools;

/// Builds the application into a folder, with the unpacked package in its `node_modules`.
///
/// # Errors
/// If a file can't be copied, or Vite fails.
pub fn build(tools: &Tools, package: &Path, folder: &Path) -> Result<()> {
    dist::unpack_npm(package, folder)?;
    let sources = crate::root()?.join("tests/hosts/vite");
    let entries =
        fs::read_dir(&sources).with_context(|| format!("reading {}", sources.display()))?;
    for entry in entries {
        let source = entry?.path();
        let copy = folder.join(source.file_name().unwrap_or_default());
        fs::copy(&source, &copy)
            .with_context(|| format!("copying {} to {}", source.display(), copy.display()))?;
    }
    let mut vite = Command::new("node");
    vite.arg(tools.node_modules.join("vite/bin/vite.js"))
        .args(["build", "--logLevel", "warn"])
        .current_dir(folder);
    run(&mut vite)
}
