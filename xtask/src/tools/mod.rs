//! The programs that build and test the project: programs of the system, which [`programs`] checks and installs, and
//! tools of cargo, npm and Python at fixed versions, in a cache outside the checkout.

mod cache;
mod cargo;
mod npm;
pub mod programs;
mod python;
mod toolchain;

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::command::path_with;

pub use cargo::geckodriver;
pub use python::reuse;
pub use toolchain::{add_lints, add_target};

/// The tools of cargo and npm.
pub struct Tools {
    /// Folders of executables, trunk's first.
    folders: Vec<PathBuf>,
    /// axe-core, a script that runs in a page.
    pub axe: PathBuf,
    /// The HTML checker, a program for Java.
    pub vnu: PathBuf,
    /// The folder of the npm packages.
    pub node_modules: PathBuf,
    /// Generates the bindings of a WebAssembly module.
    pub wasm_bindgen: PathBuf,
    /// Runs tests of the WebAssembly in a browser.
    pub wasm_test_runner: PathBuf,
}

impl Tools {
    /// Checks all tools and installs those that are missing, first those that fail soonest.
    ///
    /// # Errors
    /// If a tool is missing and can't be installed; the message says how to fix that.
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

    /// A trunk command with the other tools in its search path.
    pub fn trunk(&self, command: &str) -> Result<Command> {
        let mut trunk = Command::new(self.folders[0].join("trunk"));
        trunk
            .args([command, "--release"])
            .current_dir(crate::root()?)
            .env("PATH", path_with(&self.folders)?)
            // Trunk rejects an empty NO_COLOR, which the convention allows.
            .env_remove("NO_COLOR");
        Ok(trunk)
    }
}
