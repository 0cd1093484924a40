//! Files that are made of a description: of `embed/interface.toml` and the mapping of tokens the manifest of the element,
//! its types and the tables of its documentation, and of `docs/accessibility.toml` the report on accessibility in each
//! language.

mod accessibility;
mod interface;
mod manifest;
mod release;
mod tables;
mod tokens;
mod types;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use self::accessibility::{Language, Report};
use self::interface::Interface;

const INTERFACE: &str = "embed/interface.toml";
const MAPPING: &str = "styles/nl-design-system.css";
const DOCUMENTATION: &str = "docs/embedding.md";
const ACCESSIBILITY: &str = "docs/accessibility.toml";

/// A file with the text that it should have, and the description that the text is made of.
struct Generated {
    file: &'static str,
    text: String,
    source: &'static str,
}

/// Writes the files that are not current.
///
/// # Errors
/// When a file can't be read or written.
pub fn write() -> Result<()> {
    let root = crate::root()?;
    for Generated { file, text, .. } in generated(&root)? {
        if fs::read_to_string(root.join(file)).ok().as_ref() != Some(&text) {
            fs::write(root.join(file), text).with_context(|| format!("writing {file}"))?;
            println!("   {file} is written anew");
        }
    }
    Ok(())
}

/// Checks that the files are current, and that the manifest keeps what the last release promises.
///
/// # Errors
/// When a file differs from what would be written, or a promise is broken.
pub fn check() -> Result<()> {
    let root = crate::root()?;
    for Generated { file, text, source } in generated(&root)? {
        if fs::read_to_string(root.join(file)).with_context(|| format!("reading {file}"))? != text {
            bail!("{file} differs from {source}; `cargo xtask codegen` makes it anew");
        }
    }
    release::check(&root)
}

/// All generated files.
fn generated(root: &Path) -> Result<Vec<Generated>> {
    let read =
        |file: &str| fs::read_to_string(root.join(file)).with_context(|| format!("reading {file}"));
    let interface: Interface =
        toml::from_str(&read(INTERFACE)?).with_context(|| format!("reading {INTERFACE}"))?;
    let of_interface = |file, text| Generated {
        file,
        text,
        source: INTERFACE,
    };
    let report = Report::read(&read(ACCESSIBILITY)?, root)
        .with_context(|| format!("reading {ACCESSIBILITY}"))?;
    let of_report = |file, language| {
        let text = report.markdown(language);
        anyhow::Ok(Generated {
            file,
            text: text.with_context(|| format!("writing {file}"))?,
            source: ACCESSIBILITY,
        })
    };
    Ok(vec![
        of_interface(
            "embed/custom-elements.json",
            manifest::manifest(&interface)?,
        ),
        of_interface("embed/embed.d.ts", types::types(&interface)),
        of_interface(
            DOCUMENTATION,
            tables::fill(&read(DOCUMENTATION)?, &interface, &read(MAPPING)?)
                .with_context(|| format!("filling in the tables of {DOCUMENTATION}"))?,
        ),
        of_report("docs/accessibility.md", Language::English)?,
        of_report("docs/toegankelijkheid.md", Language::Dutch)?,
    ])
}
