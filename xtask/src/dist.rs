//! Builds the tool as one program that needs nothing else.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::cli::Place;
use crate::command::{run, timed};
use crate::site;

/// A program for this target needs no library of the system.
const TARGET: &str = "x86_64-unknown-linux-musl";

/// Builds the widget, and the tool with the widget inside.
///
/// # Errors
/// If a program is missing, or the build fails.
pub fn dist() -> Result<()> {
    // The site's build stores the template.
    let place = Place {
        base_url: None,
        publication: None,
    };
    site::build(&site::folder()?, &place)?;
    let program = tool()?;
    let folder = crate::root()?.join("target/dist");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let copy = folder.join("lemniscaat");
    let bytes = fs::copy(&program, &copy).with_context(|| format!("writing {}", copy.display()))?;
    println!("   {} has {:.1} MB", copy.display(), bytes as f64 / 1e6);
    Ok(())
}

/// Builds the tool with the widget of the last site inside; returns its path.
///
/// # Errors
/// If a program is missing, or the build fails.
pub fn tool() -> Result<PathBuf> {
    timed("building the tool", "some minutes the first time", build)
}

fn build() -> Result<PathBuf> {
    let root = crate::root()?;
    run(Command::new("rustup").args(["target", "add", TARGET]))?;
    let options = [
        "--quiet",
        "--package",
        "publisher",
        "--features",
        "embedded",
    ];
    let profile = ["--profile", "native", "--target", TARGET];
    let mut cargo = Command::new("cargo");
    cargo
        .arg("build")
        .args(options)
        .args(profile)
        .current_dir(&root);
    // The linker of Rust, because a system has none for another target.
    cargo.env("CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER", "rust-lld");
    run(&mut cargo)?;
    Ok(root.join("target").join(TARGET).join("native/lemniscaat"))
}
