//! The site that the tests run against, and the file that tells them where all they need is.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::command::timed;
use crate::fingerprint::unless_current;
use crate::tools::Tools;
use crate::tools::programs::{self, Paths};
use crate::{host_applications, site};

/// Everything that the built site is made of.
const SITE_INPUTS: &[&str] = &[
    "src",
    "publisher",
    "content",
    "styles",
    "embed",
    "hosting",
    "examples",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package.json",
    "package-lock.json",
];
/// Everything that the host applications are made of.
const HOST_INPUTS: &[&str] = &["tests/hosts/spa", "Cargo.lock", "package-lock.json"];

/// The built site, in a folder of its own.
pub struct TestSite {
    /// Its folder.
    pub folder: PathBuf,
    base_url: String,
}

impl TestSite {
    /// Builds the site, unless it is there as its sources are now.
    ///
    /// # Errors
    /// When it can't be built.
    pub fn ready(tools: &Tools) -> Result<Self> {
        let target = crate::root()?.join("target");
        let folder = target.join("site");
        // The address is part of every share card, so a site keeps its own while that is free.
        let base_url = match kept_address(&target.join("test-setup.json")) {
            Some(address) => address,
            None => format!("http://127.0.0.1:{}/", free_port()?),
        };
        unless_current(&target.join("site.stamp"), SITE_INPUTS, &base_url, || {
            // Its address first: an interrupted run doesn't choose another.
            write_setup(&target, &folder, &base_url, Map::new())?;
            site::build_with(tools, &folder, Some(&base_url))
        })?;
        Ok(Self { folder, base_url })
    }

    /// Builds the host applications and tells the tests where everything is.
    ///
    /// # Errors
    /// When an application has an error, or the file can't be written.
    pub fn tell_tests(
        &self,
        tools: &Tools,
        programs: &[&Paths],
        geckodriver: Option<&Path>,
    ) -> Result<()> {
        let target = crate::root()?.join("target");
        let hosts = target.join("hosts");
        unless_current(&target.join("hosts.stamp"), HOST_INPUTS, "", || {
            timed(
                "applications that the widget is put into",
                "half a minute the first time",
                || host_applications::build(tools, &hosts),
            )
        })?;
        let mut paths = Map::new();
        for (name, program) in programs::IN_TESTS {
            let path = programs.iter().find_map(|paths| paths.of(program).ok());
            paths.extend(path.map(|path| ((*name).to_owned(), json!(path))));
        }
        paths.extend(geckodriver.map(|path| ("geckodriver".to_owned(), json!(path))));
        paths.insert("axe".into(), json!(tools.axe));
        paths.insert("node-modules".into(), json!(tools.node_modules));
        paths.insert("host-applications".into(), json!(hosts));
        write_setup(&target, &self.folder, &self.base_url, paths)
    }
}

/// Writes the file that `tests/browser/harness/setup.rs` reads.
fn write_setup(
    target: &Path,
    site: &Path,
    base_url: &str,
    paths: Map<String, Value>,
) -> Result<()> {
    let file = target.join("test-setup.json");
    let setup = json!({"site": site, "base_url": base_url, "paths": paths});
    fs::write(&file, format!("{setup:#}")).with_context(|| format!("writing {}", file.display()))
}

/// The address that the site was built for before, if nothing else listens there now.
fn kept_address(setup: &Path) -> Option<String> {
    let setup: Value = serde_json::from_str(&fs::read_to_string(setup).ok()?).ok()?;
    let address = setup["base_url"].as_str()?;
    let place = address.strip_prefix("http://")?.trim_end_matches('/');
    TcpListener::bind(place).ok()?;
    Some(address.to_owned())
}

/// A port that nothing listens on.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}
