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
    let mut bundle = Command::new("node");
    bundle
        .arg("tests/hosts/spa/build.js")
        .arg(hosts)
        .current_dir(&root)
        .env("NODE_PATH", &tools.node_modules);
    run(&mut bundle)?;
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
