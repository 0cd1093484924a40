//! Files that are replaced at once, so that no half of one is left if the disk is full.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::{Builder, NamedTempFile, TempDir};

/// Replaces a file at once.
///
/// # Errors
/// If the file can't be written.
pub fn replace(path: &Path, text: &str) -> Result<()> {
    let mut changes = Changes::default();
    changes.write(path.to_owned(), text)?;
    changes.apply()
}

/// Makes a folder with files, by their paths below it and their texts, at once: nothing half made is left.
///
/// # Errors
/// If the folder exists, or a file can't be written.
pub fn make_folder(path: &Path, files: &[(String, String)]) -> Result<()> {
    if path.exists() {
        bail!("{} exists; choose a new folder", path.display());
    }
    let mut changes = Changes::default();
    changes.make_folder(path.to_owned(), files)?;
    changes.apply()
}

/// The folder that a path lies in.
fn parent(path: &Path) -> &Path {
    let parent = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Changes of several files that are made together: the disk has all new texts before the first file is replaced.
#[derive(Debug, Default)]
pub struct Changes {
    files: Vec<(NamedTempFile, PathBuf)>,
    folder: Option<(TempDir, PathBuf)>,
}

/// The name of a new folder until it has its place.
const NEW: &str = "new";

impl Changes {
    /// Prepares the text of a file.
    ///
    /// # Errors
    /// If the text can't be written beside the file.
    pub fn write(&mut self, path: PathBuf, text: &str) -> Result<()> {
        let prepare = || -> Result<NamedTempFile> {
            let mut file = new_file(parent(&path))?;
            if let Ok(metadata) = fs::metadata(&path) {
                file.as_file().set_permissions(metadata.permissions())?;
            }
            file.write_all(text.as_bytes())?;
            Ok(file)
        };
        let file = prepare().with_context(|| format!("writing {}", path.display()))?;
        self.files.push((file, path));
        Ok(())
    }

    /// Prepares a folder with files, by their paths below it and their texts.
    ///
    /// # Errors
    /// If a file can't be written.
    pub fn make_folder(&mut self, path: PathBuf, files: &[(String, String)]) -> Result<()> {
        let parent = parent(&path);
        fs::create_dir_all(parent).with_context(|| format!("making {}", parent.display()))?;
        let work = tempfile::tempdir_in(parent)
            .with_context(|| format!("making a folder in {}", parent.display()))?;
        let made = work.path().join(NEW);
        fs::create_dir(&made).with_context(|| format!("making {}", path.display()))?;
        for (name, text) in files {
            let write = || -> std::io::Result<()> {
                let file = made.join(name);
                fs::create_dir_all(self::parent(&file))?;
                fs::write(&file, text)
            };
            write().with_context(|| format!("writing {}", path.join(name).display()))?;
        }
        self.folder = Some((work, path));
        Ok(())
    }

    /// Makes the changes: files in the order in which they were prepared, then the folder.
    ///
    /// # Errors
    /// If a file can't be replaced.
    pub fn apply(self) -> Result<()> {
        for (file, path) in self.files {
            file.persist(&path)
                .with_context(|| format!("writing {}", path.display()))?;
        }
        if let Some((work, path)) = self.folder {
            fs::rename(work.path().join(NEW), &path)
                .with_context(|| format!("making {}", path.display()))?;
        }
        Ok(())
    }
}

/// A new file that others may read as far as the system allows.
#[cfg(unix)]
fn new_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = Builder::new();
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder.tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(folder: &Path) -> std::io::Result<NamedTempFile> {
    Builder::new().tempfile_in(folder)
}
