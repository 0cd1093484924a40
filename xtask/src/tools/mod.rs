//! The programs that the project is built and tested with: those of the system, checked and
//! installed by [`programs`], and those of cargo and npm, each at its own version, in a cache
//! that a clean checkout leaves alone.

mod cache;
mod cargo;
mod npm;
pub mod programs;
mod toolchain;

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::command::path_with;

pub use cargo::geckodriver;
pub use toolchain::{add_lints, add_target};

/// The tools of cargo and npm.
pub struct Tools {
    /// Folders of executables, that of trunk first.
    folders: Vec<PathBuf>,
    /// axe-core, to be run in a page.
    pub axe: PathBuf,
    /// The HTML checker, for Java.
    pub vnu: PathBuf,
    /// The folder that node packages are in.
    pub node_modules: PathBuf,
    /// Makes the glue of a WebAssembly.
    pub wasm_bindgen: PathBuf,
    /// Runs tests of WebAssembly in a browser.
    pub wasm_test_runner: PathBuf,
}

impl Tools {
    /// Everything in place: missing tools are fetched first, the quickest to fail before the others.
    ///
    /// # Errors
    /// When something is missing that can't be fetched, with the way to mend it.
    pub fn ready() -> Result<Self> {
        programs::ready(programs::sets::BUILD)?;
        add_target()?;
        let node_modules = npm::packages()?;
        let trunk = cargo::trunk()?;
        let bindgen = cargo::wasm_bindgen()?;
        Ok(Self {
            axe: node_modules.join("axe-core/axe.min.js"),
            vnu: node_modules.join("vnu-jar/build/dist/vnu.jar"),
            wasm_bindgen: bindgen.join("wasm-bindgen"),
            wasm_test_runner: bindgen.join("wasm-bindgen-test-runner"),
            folders: vec![trunk, bindgen, node_modules.join(".bin")],
            node_modules,
        })
    }

    /// A trunk command that finds the other programs.
    ///
    /// # Errors
    /// When the search path can't hold them.
    pub fn trunk(&self, command: &str) -> Result<Command> {
        let mut trunk = Command::new(self.folders[0].join("trunk"));
        trunk
            .args([command, "--release"])
            .current_dir(crate::root()?)
            .env("PATH", path_with(&self.folders)?)
            // Trunk would take the empty form of the color convention for an error.
            .env_remove("NO_COLOR");
        Ok(trunk)
    }
}
