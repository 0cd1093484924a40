//! The tool `lemniscaat`: checks content files and writes the site.

mod cli;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Parser;
use publisher::build;
use publisher::content::{content_file, publication_file};
use publisher::pages::base_url::BaseUrl;

use crate::cli::{Cli, Command};

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("missing parent folder; expected the publisher crate in the project's folder")?;
    match command {
        Command::Check { files } if files.is_empty() => {
            check(&content_file::all(&root.join("content"))?)
        }
        Command::Check { files } => check(&files),
        Command::Publish { staging, base_url } => {
            let base_url = base_url.map(|url| BaseUrl::new(&url)).transpose()?;
            build::publish(root, &staging, base_url.as_ref())
        }
    }
}

fn check(files: &[impl AsRef<Path>]) -> Result<()> {
    let mut count = 0;
    let mut warnings = BTreeSet::new();
    for file in files {
        match publication_file::check(file.as_ref()) {
            // Languages share the publication file, and so its warnings.
            Ok(found) => warnings.extend(found.iter().map(ToString::to_string)),
            Err(problems) => {
                count += problems.0.len();
                eprintln!("{problems}");
            }
        }
    }
    for warning in warnings {
        eprintln!("{warning}");
    }
    if count > 0 {
        bail!("{count} problem(s) to fix");
    }
    println!("{} content file(s), no problems", files.len());
    Ok(())
}
