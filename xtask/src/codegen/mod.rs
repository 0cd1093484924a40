//! Files that are made of `embed/interface.toml`: the manifest of the element, its types, the tables of its documentation.

mod interface;
mod manifest;
mod tables;
mod types;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use self::interface::Interface;

const INTERFACE: &str = "embed/interface.toml";
const DOCUMENTATION: &str = "docs/embedding.md";

/// Writes the files that are not current.
///
/// # Errors
/// When a file can't be read or written.
pub fn write() -> Result<()> {
    let root = crate::root()?;
    for (file, text) in generated(&root)? {
        if fs::read_to_string(root.join(file)).ok().as_ref() != Some(&text) {
            fs::write(root.join(file), text).with_context(|| format!("writing {file}"))?;
            println!("   {file} is written anew");
        }
    }
    Ok(())
}

/// Checks that the files are current.
///
/// # Errors
/// When one differs from what would be written.
pub fn check() -> Result<()> {
    let root = crate::root()?;
    for (file, text) in generated(&root)? {
        if fs::read_to_string(root.join(file)).with_context(|| format!("reading {file}"))? != text {
            bail!("{file} differs from {INTERFACE}; `cargo xtask codegen` makes it anew");
        }
    }
    Ok(())
}

/// Each generated file with its text.
fn generated(root: &Path) -> Result<[(&'static str, String); 3]> {
    let read =
        |file: &str| fs::read_to_string(root.join(file)).with_context(|| format!("reading {file}"));
    let interface: Interface =
        toml::from_str(&read(INTERFACE)?).with_context(|| format!("reading {INTERFACE}"))?;
    Ok([
        (
            "embed/custom-elements.json",
            manifest::manifest(&interface)?,
        ),
        ("embed/embed.d.ts", types::types(&interface)),
        (
            DOCUMENTATION,
            tables::fill(&read(DOCUMENTATION)?, &interface)
                .with_context(|| format!("filling in the tables of {DOCUMENTATION}"))?,
        ),
    ])
}
