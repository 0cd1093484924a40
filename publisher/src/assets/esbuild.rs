//! Minifies scripts and stylesheets with esbuild.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Globals of the browser that scripts read from the window; see [`own_globals`].
const GLOBALS: [&str; 9] = [
    "CustomEvent",
    "Element",
    "Response",
    "ShadowRoot",
    "URL",
    "XMLHttpRequest",
    "fetch",
    "history",
    "open",
];

/// The program that minifies.
pub struct Esbuild {
    /// The folder of the product.
    root: PathBuf,
    /// In the search path, or at a path.
    program: PathBuf,
}

impl Esbuild {
    /// The program for the files in a folder.
    #[must_use]
    pub fn new(root: &Path, program: &Path) -> Self {
        Self {
            root: root.into(),
            program: program.into(),
        }
    }

    /// Minifies a stylesheet or a script, by its path below the folder or an absolute one.
    ///
    /// # Errors
    /// If esbuild isn't in the search path, or finds an error in the file.
    pub fn minify(&self, file: &Path, options: &[impl AsRef<OsStr>]) -> Result<Vec<u8>> {
        let output = Command::new(&self.program)
            .arg(self.root.join(file))
            .args(["--minify", "--legal-comments=none", "--log-level=warning"])
            .args(options)
            .current_dir(&self.root)
            .output()
            .context("esbuild could not be started; `cargo xtask build` installs it and runs this command")?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(output.stdout)
    }
}

/// Options of esbuild that read globals of the browser from the window: a host page may have a constant or a
/// class of the same name, which hides them.
#[must_use]
pub fn own_globals() -> Vec<String> {
    let option = |name| format!("--define:{name}=window.{name}");
    let mut options = Vec::from(GLOBALS.map(option));
    // MooTools replaces the window's class, but not the constructor that the window has.
    options.push("--define:Window=window.constructor".into());
    options
}
