//! Optimizes WebAssembly with wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// Options that give the smallest compressed result. The first 1,024 bytes of the memory are unused as long as the
/// stack doesn't overflow: it ends there.
const OPTIONS: [&str; 3] = ["-Os", "--converge", "--low-memory-unused"];

/// The program that optimizes.
pub struct Optimizer {
    /// In the search path, or at a path.
    program: PathBuf,
}

impl Optimizer {
    /// The optimizer with this program.
    #[must_use]
    pub fn new(program: &Path) -> Self {
        Self {
            program: program.into(),
        }
    }

    /// Optimizes a module, and removes the names of its functions.
    ///
    /// # Errors
    /// If wasm-opt isn't in the search path, or the module is damaged.
    pub fn run(&self, wasm: &[u8]) -> Result<Vec<u8>> {
        let work = tempfile::tempdir().context("making a folder for WebAssembly")?;
        let (before, after) = (
            work.path().join("before.wasm"),
            work.path().join("after.wasm"),
        );
        fs::write(&before, wasm)?;
        let output = Command::new(&self.program)
            .args(OPTIONS)
            .arg(&before)
            .arg("--output")
            .arg(&after)
            .output()
            .context("wasm-opt could not be started; `cargo xtask build` installs it and runs this command")?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        fs::read(&after).context("reading the optimized WebAssembly")
    }
}
