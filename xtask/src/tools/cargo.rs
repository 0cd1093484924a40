//! Tools that cargo installs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use super::cache::installed;
use crate::command::{cargo, run};

/// The newest version that this rustc can build.
const TRUNK: &str = "0.21.14";
/// The version of Firefox's driver, which is installed here because Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";

/// The folder of trunk's program.
pub fn trunk() -> Result<PathBuf> {
    let options = ["--no-default-features"];
    programs("trunk", TRUNK, "3 to 4 minutes", &options)
}

/// The folder of wasm-bindgen and its test runner, at the version of the crate in Cargo.lock.
pub fn wasm_bindgen() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    programs("wasm-bindgen-cli", &version, "a minute", &[])
}

/// The path of Firefox's driver, which only the tests in all browsers need.
pub fn geckodriver() -> Result<PathBuf> {
    let folder = programs("geckodriver", GECKODRIVER, "2 minutes", &[])?;
    Ok(folder.join("geckodriver"))
}

/// The folder of a package's programs.
fn programs(name: &str, version: &str, about: &str, options: &[&str]) -> Result<PathBuf> {
    let folder = installed(name, version, about, |folder| {
        install(name, version, options, folder)
    })?;
    Ok(folder.join("bin"))
}

fn install(name: &str, version: &str, options: &[&str], folder: &Path) -> Result<()> {
    let package = format!("{name}@{version}");
    let install = |locked: &[&str]| {
        // Unoptimized builds take a fraction of the time, and are fast enough.
        let args = [
            &["install", &package, "--debug", "--quiet"],
            options,
            locked,
        ]
        .concat();
        run(cargo(&args).arg("--root").arg(folder))
    };
    // The package's lock file may name a withdrawn version; newer compatible versions work as well.
    install(&["--locked"])
        .or_else(|_| {
            println!("   the package's locked dependencies failed; trying newer ones");
            install(&[])
        })
        .with_context(|| format!("installing {package}; expected crates.io to be reachable"))
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
        .with_context(|| format!("missing package {name} in Cargo.lock"))?
        .version)
}
