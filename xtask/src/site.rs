//! Builds and serves the site.

use std::ffi::OsString;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::cli::Place;
use crate::command::{run, step, timed};
use crate::tools::Tools;

/// The folder of the built site.
pub fn folder() -> Result<PathBuf> {
    Ok(crate::root()?.join("dist"))
}

/// Gets the tools and builds the site of a publication in a folder.
pub fn build(folder: &Path, place: &Place) -> Result<()> {
    build_with(&Tools::ready()?, folder, place)
}

/// Builds the site with the tools given.
pub fn build_with(tools: &Tools, folder: &Path, place: &Place) -> Result<()> {
    timed(
        "building the site",
        "a minute the first time, then seconds",
        || {
            let mut trunk = tools.trunk("build")?;
            trunk.args(["--log", "warn", "--dist"]).arg(folder);
            trunk.envs(environment(place)?);
            run(&mut trunk)
        },
    )
}

/// Builds the site, serves it on this machine, and rebuilds it after each change.
///
/// # Errors
/// If the port is taken, a tool is missing or the server stops.
pub fn serve(port: u16, open: bool, place: &Place) -> Result<()> {
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
    trunk.envs(environment(place)?);
    if open {
        trunk.arg("--open");
    }
    run(&mut trunk)
}

/// Variables for the publisher, which Trunk starts.
fn environment(place: &Place) -> Result<Vec<(&'static str, OsString)>> {
    let mut environment = Vec::new();
    environment.extend(place.base_url.as_ref().map(|url| ("BASE_URL", url.into())));
    if let Some(folder) = &place.publication {
        let folder =
            fs::canonicalize(folder).with_context(|| format!("reading {}", folder.display()))?;
        environment.push(("PUBLICATION", folder.into()));
    }
    environment.extend(
        place
            .further
            .as_ref()
            .map(|folder| ("FURTHER_PUBLICATION", folder.into())),
    );
    Ok(environment)
}
