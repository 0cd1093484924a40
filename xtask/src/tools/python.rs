//! Tools that Python's package installer installs.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::cache::installed;
use crate::command::{output, run};

/// The packages of the license checker, with their hashes.
const REQUIREMENTS: &str = "xtask/reuse-requirements.txt";

/// A command of the license checker, <https://reuse.software/>, in the project's folder.
pub fn reuse(python: &Path) -> Result<Command> {
    let root = crate::root()?;
    let requirements = root.join(REQUIREMENTS);
    let version = version(&requirements, python)?;
    let folder = installed("reuse", &version, "10 seconds", |folder| {
        install(python, &requirements, folder)
    })?;
    // Programs of the environment name the folder in which they were installed; Python itself is found in any.
    let mut command = Command::new(folder.join("bin/python"));
    command
        .args(["-m", "reuse"])
        .current_dir(root)
        // Others need a library of the system.
        .env("REUSE_ENCODING_MODULE", "charset_normalizer");
    Ok(command)
}

/// A hash of the packages, and the version of Python, whose environments only it can read.
fn version(requirements: &Path, python: &Path) -> Result<String> {
    let bytes =
        fs::read(requirements).with_context(|| format!("reading {}", requirements.display()))?;
    let hash: String = Sha256::digest(bytes)[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let of_python = "import sys; print('%d.%d' % sys.version_info[:2])";
    let python = output(Command::new(python).args(["-c", of_python]))?;
    Ok(format!("{hash}-python{python}"))
}

fn install(python: &Path, requirements: &Path, folder: &Path) -> Result<()> {
    run(Command::new(python).args(["-m", "venv"]).arg(folder))
        .context("making an environment of Python; expected the modules venv and ensurepip")?;
    run(Command::new(folder.join("bin/python"))
        .args(["-m", "pip", "install", "--quiet"])
        .args(["--disable-pip-version-check", "--require-hashes"])
        .arg("--requirement")
        .arg(requirements))
    .context("installing the license checker; expected PyPI, or the index that pip is configured with, to be reachable")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_requirements_name_no_index_and_every_package_has_a_hash() -> Result<()> {
        let text = fs::read_to_string(crate::root()?.join(REQUIREMENTS))?;
        let packages = text.lines().filter(|line| line.contains("=="));
        for package in packages.filter(|line| !line.starts_with('#')) {
            assert!(package.ends_with(" \\"), "{package} has no hash");
        }
        for option in ["--find-links", "--index-url", "--extra-index-url"] {
            assert!(!text.contains(option), "{option} names an index");
        }
        Ok(())
    }
}
