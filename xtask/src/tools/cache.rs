//! The cache of installed tools.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::timed;

/// The folder of a tool in this account's cache. The tool is installed if the folder doesn't exist.
pub fn installed(
    name: &str,
    version: &str,
    about: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let cache = dirs::cache_dir().context("missing folder for caches; expected HOME to be set")?;
    installed_in(
        &cache.join("kennislemniscaat"),
        name,
        version,
        about,
        install,
    )
}

fn installed_in(
    cache: &Path,
    name: &str,
    version: &str,
    about: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let folder = cache.join(format!("{name}-{version}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    let title = format!("getting {name} {version}");
    timed(&title, &format!("about {about}, once"), || {
        fs::create_dir_all(cache).with_context(|| format!("making {}", cache.display()))?;
        // The folder gets its name when the installation is complete; a temporary folder is removed after a failure.
        let partial = tempfile::Builder::new()
            .prefix(&format!(".{name}-"))
            .tempdir_in(cache)
            .with_context(|| format!("making a folder in {}", cache.display()))?;
        install(partial.path())?;
        match fs::rename(partial.path(), &folder) {
            // Another run may have installed the tool in the meantime.
            Err(_) if folder.is_dir() => Ok(()),
            renamed => renamed.with_context(|| format!("making {}", folder.display())),
        }
    })?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn a_tool_is_installed_once() -> Result<()> {
        let cache = tempfile::tempdir()?;
        let install = |folder: &Path| Ok(fs::write(folder.join("tool"), "")?);
        let folder = installed_in(cache.path(), "tool", "1", "a second", install)?;
        assert!(folder.join("tool").is_file());
        let again = installed_in(cache.path(), "tool", "1", "a second", |_| bail!("again"))?;
        assert_eq!(again, folder);
        Ok(())
    }

    #[test]
    fn a_failed_installation_leaves_nothing() -> Result<()> {
        let cache = tempfile::tempdir()?;
        let install = |folder: &Path| {
            fs::write(folder.join("half"), "")?;
            bail!("no network")
        };
        assert!(installed_in(cache.path(), "tool", "1", "a second", install).is_err());
        assert_eq!(fs::read_dir(cache.path())?.count(), 0);
        Ok(())
    }

    #[test]
    fn an_installation_that_was_killed_starts_again() -> Result<()> {
        let cache = tempfile::tempdir()?;
        fs::create_dir(cache.path().join(".tool-abc123"))?;
        let folder = installed_in(cache.path(), "tool", "1", "a second", |_| Ok(()))?;
        assert!(folder.is_dir());
        Ok(())
    }
}
