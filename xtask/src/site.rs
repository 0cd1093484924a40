//! Builds and serves the site.

use std::net::TcpListener;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{run, step, timed};
use crate::tools::Tools;

/// The folder of the built site.
pub fn folder() -> Result<PathBuf> {
    Ok(crate::root()?.join("dist"))
}

/// Gets the tools and builds the site in a folder, for a base URL if one is given.
pub fn build(folder: &Path, base_url: Option<&str>) -> Result<()> {
    build_with(&Tools::ready()?, folder, base_url)
}

/// Builds the site with the tools given.
pub fn build_with(tools: &Tools, folder: &Path, base_url: Option<&str>) -> Result<()> {
    timed(
        "building the site",
        "a minute the first time, then seconds",
        || {
            let mut trunk = tools.trunk("build")?;
            trunk.args(["--log", "warn", "--dist"]).arg(folder);
            trunk.envs(base_url.map(|url| ("BASE_URL", url)));
            run(&mut trunk)
        },
    )
}

/// Builds the site, serves it on this machine, and rebuilds it after each change.
///
/// # Errors
/// If the port is taken, a tool is missing or the server stops.
pub fn serve(port: u16, open: bool, base_url: Option<&str>) -> Result<()> {
    // Checked first, because everything else may take minutes.
    TcpListener::bind(("127.0.0.1", port))
        .with_context(|| format!("port {port} is taken; choose another with --port"))?;
    let tools = Tools::ready()?;
    step(
        &format!("building the site, then serving it at http://127.0.0.1:{port}/"),
        "a minute the first time, then seconds; Ctrl-C stops",
    );
    let mut trunk = tools.trunk("serve")?;
    trunk.args(["--address", "127.0.0.1", "--port"]);
    trunk.arg(port.to_string());
    trunk.envs(base_url.map(|url| ("BASE_URL", url)));
    if open {
        trunk.arg("--open");
    }
    run(&mut trunk)
}
