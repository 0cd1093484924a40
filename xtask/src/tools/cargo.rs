//! Tools that cargo builds.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::cache::installed;
use crate::command::{cargo, run};

/// The newest that this rustc can build.
const TRUNK: &str = "0.21.14";
/// The driver of Firefox: built here, because Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";

/// The folder of trunk.
pub fn trunk() -> Result<PathBuf> {
    let options = ["--no-default-features"];
    built("trunk", TRUNK, "3 to 4 minutes", &options)
}

/// The folder of wasm-bindgen and its test runner, at the version that the widget is built with.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    built("wasm-bindgen-cli", &version, "a minute", &[])
}

/// The driver of Firefox, which only the tests in all browsers need.
///
/// # Errors
/// When it isn't there and can't be built.
pub fn geckodriver() -> Result<PathBuf> {
    let folder = built("geckodriver", GECKODRIVER, "2 minutes", &[])?;
    Ok(folder.join("geckodriver"))
}

/// The folder of a package's programs.
fn built(name: &str, version: &str, about: &str, options: &[&str]) -> Result<PathBuf> {
    let folder = installed(name, version, about, |folder| {
        install(name, version, options, folder)
    })?;
    Ok(folder.join("bin"))
}

fn install(name: &str, version: &str, options: &[&str], folder: &Path) -> Result<()> {
    let package = format!("{name}@{version}");
    let install = |locked: &[&str]| {
        // Unoptimized: built in a fraction of the time, and quick enough.
        let args = [
            &["install", &package, "--debug", "--quiet"],
            options,
            locked,
        ]
        .concat();
        run(cargo(&args).arg("--root").arg(folder))
    };
    // A lock file may name a version that was withdrawn; newer ones of the same kind do.
    install(&["--locked"])
        .or_else(|_| {
            println!("   not with the versions it was released with; trying newer ones");
            install(&[])
        })
        .with_context(|| format!("getting {package}; is crates.io reachable?"))
}

#[derive(Deserialize)]
struct LockFile {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

/// The version of a package that Cargo.lock names.
fn locked_version(name: &str) -> Result<String> {
    let file = crate::root()?.join("Cargo.lock");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let lock: LockFile = toml::from_str(&text).context("reading Cargo.lock")?;
    let package = lock
        .package
        .into_iter()
        .find(|package| package.name == name);
    Ok(package
        .with_context(|| format!("Cargo.lock names no {name}"))?
        .version)
}
