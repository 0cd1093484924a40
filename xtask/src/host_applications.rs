//! Builds the host applications of the browser tests from `tests/hosts/spa/`.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::command::{cargo, run};
use crate::tools::Tools;

const WASM: &str = "wasm32-unknown-unknown";

/// Builds the applications into the folder `hosts`.
pub fn build(tools: &Tools, hosts: &Path) -> Result<()> {
    let root = crate::root()?;
    let mut esbuild = Command::new(tools.node_modules.join(".bin/esbuild"));
    esbuild
        .args(["tests/hosts/spa/react.js", "tests/hosts/spa/vue.js"])
        // In development mode, frameworks report problems in the console.
        .arg("--define:process.env.NODE_ENV=\"development\"")
        .arg("--define:__VUE_OPTIONS_API__=true")
        .arg("--define:__VUE_PROD_DEVTOOLS__=false")
        .arg("--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false")
        .args(["--bundle", "--format=iife", "--log-level=warning"])
        .arg(format!("--outdir={}", hosts.display()))
        .current_dir(&root)
        .env("NODE_PATH", &tools.node_modules);
    run(&mut esbuild)?;
    run(&mut cargo(&[
        "build",
        "--quiet",
        "--package",
        "yew-host",
        "--target",
        WASM,
    ]))?;
    let mut bindgen = Command::new(&tools.wasm_bindgen);
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(hosts)
        .arg(root.join(format!("target/{WASM}/debug/yew-host.wasm")));
    run(&mut bindgen)
}
