//! The project's commands: `cargo xtask serve | build | test | dist | codegen | bench`.

mod bench;
mod citations;
mod cli;
mod codegen;
mod command;
mod dist;
#[cfg(test)]
mod documents;
mod fingerprint;
mod host_applications;
mod javascript;
mod markup;
mod package_types;
mod site;
mod sizes;
mod test;
mod test_site;
mod tools;
mod vite_application;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;

use crate::cli::{Cli, Command};

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { port, open, place } => site::serve(port, open, &place),
        Command::Build { place } => {
            site::build(&site::folder()?, &place)?;
            sizes::report(&site::folder()?).map(drop)
        }
        Command::Test(options) => test::test(&options),
        Command::Dist { base_url } => dist::dist(base_url),
        Command::Codegen => codegen::write(),
        Command::Bench(options) => bench::bench(&options),
    }
}

/// The project's folder.
fn root() -> Result<PathBuf> {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = xtask
        .parent()
        .context("missing parent folder; expected xtask in the project's folder")?;
    Ok(root.to_owned())
}
