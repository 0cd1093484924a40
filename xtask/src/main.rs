//! The project's commands: `cargo xtask serve | build | test`.

mod bench;
mod browser;
mod checks;
mod command;
mod markup;
mod nginx;
mod port;
mod site;
mod sizes;
mod spa;
mod tools;
mod types;
mod wordpress;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

const HELP: &str = "\
cargo xtask serve [--port N] [--open]   builds the site and serves it, at port 8080; \
rebuilds when a file changes
cargo xtask build                       builds the site in dist/ and shows its sizes
    --base-url URL                      where the site will be, for both; otherwise BASE_URL, if set
cargo xtask test                        every check and test there is, as CI runs them
    --all-browsers                      those of the widget in Firefox and WebKitGTK as well
cargo xtask bench                       how quick publishing and the widget are";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    let mut words = Vec::new();
    let mut port = 8080;
    let mut open = false;
    let mut all_browsers = false;
    let mut base_url = None;
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => port = args.value()?.parse().context("--port takes a number")?,
            Long("open") => open = true,
            Long("all-browsers") => all_browsers = true,
            Long("base-url") => base_url = Some(args.value()?.string()?),
            Long("help") | Short('h') => words.push("help".to_owned()),
            Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve"] => site::serve(port, open, base_url.as_deref()),
        ["build"] => {
            site::build(&site::folder()?, base_url.as_deref())?;
            sizes::report(&site::folder()?)
        }
        ["test"] => checks::test(all_browsers),
        ["bench"] => bench::bench(),
        [] | ["help", ..] => {
            println!("{HELP}");
            Ok(())
        }
        [unknown, ..] => bail!("there is no command “{unknown}”\n{HELP}"),
    }
}

/// The project's folder.
fn root() -> Result<PathBuf> {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = xtask
        .parent()
        .context("xtask lies in the project's folder")?;
    Ok(root.to_owned())
}
