//! Node programs beside the tests, for libraries that only JavaScript has.

use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

use crate::setup::setup;

/// Runs a program, as in `sharing/unfurl.mjs`, with the npm packages of the project. Writes lines to
/// its input, and returns the JSON that it prints.
///
/// # Errors
/// When the program fails, or prints no such JSON.
pub async fn run<T: DeserializeOwned>(script: &str, lines: &[String]) -> Result<T> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser");
    let mut program = Command::new("node")
        .arg(folder.join(script))
        .arg(setup().path("node-modules"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting node")?;
    let mut input = program.stdin.take().context("the input of the program")?;
    input.write_all(lines.join("\n").as_bytes()).await?;
    drop(input);
    let output = program.wait_with_output().await?;
    ensure!(output.status.success(), "{script} failed");
    serde_json::from_slice(&output.stdout).with_context(|| format!("the output of {script}"))
}
