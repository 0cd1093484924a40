//! The npm packages of package.json, at the versions of its lock file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::cache::installed;
use crate::command::run;

const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// The folder `node_modules` with all packages. It lies in the cache, so the work tree stays unchanged.
pub fn packages() -> Result<PathBuf> {
    let root = crate::root()?;
    let version = version(&root)?;
    let folder = installed("npm", &version, "half a minute", |folder| {
        install(&root, folder)
    })?;
    Ok(folder.join("node_modules"))
}

/// A hash of both files.
fn version(root: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for name in FILES {
        let bytes = fs::read(root.join(name)).with_context(|| format!("reading {name}"))?;
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    let hash = hash.finalize();
    Ok(hash[..8].iter().map(|byte| format!("{byte:02x}")).collect())
}

fn install(root: &Path, folder: &Path) -> Result<()> {
    for name in FILES {
        fs::copy(root.join(name), folder.join(name)).with_context(|| format!("copying {name}"))?;
    }
    // The packages work without their installation scripts, one of which would download a Java runtime.
    run(Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        // The configuration of this account or its environment may leave these out.
        .args(["--include=dev", "--include=optional", "--loglevel=error"])
        .current_dir(folder))
    .context(
        "installing the npm packages; expected a package-lock.json that fits package.json (`npm install \
         --package-lock-only --ignore-scripts` makes it) and an npm registry that is reachable",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_no_registry() -> Result<()> {
        let lock = fs::read_to_string(crate::root()?.join("package-lock.json"))?;
        assert!(
            !lock.contains("\"resolved\""),
            "package-lock.json names a registry; expected it to be made by `npm install \
             --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved`"
        );
        assert!(lock.contains("\"integrity\""));
        Ok(())
    }

    #[test]
    fn a_change_of_either_file_changes_the_version() -> Result<()> {
        let root = tempfile::tempdir()?;
        let with = |manifest: &str, lock: &str| {
            fs::write(root.path().join("package.json"), manifest)?;
            fs::write(root.path().join("package-lock.json"), lock)?;
            version(root.path())
        };
        let version = with("a", "b")?;
        assert_eq!(version.len(), 16);
        assert_eq!(version, with("a", "b")?);
        assert_ne!(version, with("c", "b")?);
        assert_ne!(version, with("a", "c")?);
        assert_ne!(version, with("ab", "")?);
        Ok(())
    }
}
