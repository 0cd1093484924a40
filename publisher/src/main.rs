//! Checks the content and writes the finished site.
//!
//! `lemniscaat check [FILE…]` names what is wrong with content files; `lemniscaat publish`
//! turns what Trunk built into the site. Trunk calls the latter.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use publisher::build;
use publisher::content::content_file;
use publisher::pages::base_url::BaseUrl;

const HELP: &str = "\
lemniscaat check [FILE…]   names what is wrong with the content files
lemniscaat publish         writes the site into TRUNK_STAGING_DIR, which Trunk sets
    --base-url URL         where the site will be, for share cards and search engines;
                           otherwise the variable BASE_URL, if it is set";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut words = Vec::new();
    let mut base_url = std::env::var("BASE_URL").ok();
    let mut args = lexopt::Parser::from_env();
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("base-url") => base_url = Some(args.value()?.string()?),
            Value(word) => words.push(PathBuf::from(word)),
            other => return Err(other.unexpected().into()),
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("the publisher crate lies in the project's folder")?;
    match words.split_first() {
        Some((command, [])) if command.as_os_str() == "check" => {
            let files = content_file::all(&root.join("content"))?;
            check(&files)
        }
        Some((command, files)) if command.as_os_str() == "check" => check(files),
        Some((command, [])) if command.as_os_str() == "publish" => {
            let staging = std::env::var_os("TRUNK_STAGING_DIR")
                .context("TRUNK_STAGING_DIR is not set; build the site with `cargo xtask build`")?;
            let base_url = base_url.map(|url| BaseUrl::new(&url)).transpose()?;
            build::publish(root, Path::new(&staging), base_url.as_ref())
        }
        _ => bail!("unknown command\n{HELP}"),
    }
}

fn check(files: &[PathBuf]) -> Result<()> {
    let mut found = 0;
    for file in files {
        if let Err(problems) = content_file::read(file) {
            found += problems.0.len();
            eprintln!("{problems}");
        }
    }
    if found > 0 {
        bail!("{found} to mend");
    }
    println!("{} content file(s), nothing to mend", files.len());
    Ok(())
}
