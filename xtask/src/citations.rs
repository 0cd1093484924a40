//! Reads the citations of a site back, with a library that reference managers use.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::run;
use crate::tools::Tools;

/// Reads all files of a site with citations, and those of the native tests.
///
/// # Errors
/// If node can't be started, or a file says something else than the others.
pub fn check(tools: &Tools, site: &Path) -> Result<()> {
    let test = crate::root()?.join("tests/citations/read_back.test.mjs");
    run(Command::new("node")
        .args(["--test", "--test-reporter=dot"])
        .arg(test)
        .env("NODE_MODULES", &tools.node_modules)
        .env("SITE", site))
    .context("reading the citations back")
}
