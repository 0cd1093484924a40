//! The site that the tests run against, and the file with the paths that the tests need.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::cli::Place;
use crate::command::timed;
use crate::fingerprint::unless_current;
use crate::tools::Tools;
use crate::tools::programs::{self, Paths};
use crate::{dist, host_applications, site, vite_application};

/// The sources of the site.
const SITE_INPUTS: &[&str] = &[
    "src",
    "publisher",
    "publications",
    "styles",
    "embed",
    "hosting",
    "examples",
    "index.html",
    "build.rs",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package.json",
    "package-lock.json",
];
/// The sources of the host applications.
const HOST_INPUTS: &[&str] = &["tests/hosts/spa", "Cargo.lock", "package-lock.json"];

/// The sources of the packages for hosts, beside those of the site.
const PACKAGE_INPUTS: &[&str] = &["packages", "tests/hosts/vite", "xtask/src/dist", "LICENSES"];

/// The built site, in a separate folder.
pub struct TestSite {
    pub folder: PathBuf,
    base_url: String,
    /// The folder of a publication that the site has besides the product's own.
    further: Option<PathBuf>,
}

impl TestSite {
    /// Builds the site, unless its sources haven't changed.
    /// `further` is the folder of a publication that the site has as well.
    ///
    /// # Errors
    /// If a folder is missing, or the build fails.
    pub fn ready(tools: &Tools, further: Option<&Path>) -> Result<Self> {
        let absolute = |folder: &Path| {
            fs::canonicalize(folder).with_context(|| format!("reading {}", folder.display()))
        };
        let further = further.map(absolute).transpose()?;
        let further_input = further.as_ref().map(|folder| folder.to_string_lossy());
        let mut inputs = SITE_INPUTS.to_vec();
        inputs.extend(further_input.as_deref());
        let target = crate::root()?.join("target");
        let folder = target.join("site");
        // The address is part of every share card, so a site keeps its address while the port is free.
        let base_url = match previous_address(&target.join("test-setup.json")) {
            Some(address) => address,
            None => format!("http://127.0.0.1:{}/", free_port()?),
        };
        unless_current(&target.join("site.stamp"), &inputs, &base_url, || {
            // The address is written first, so that the run after an interrupted one keeps it.
            write_setup(&target, &folder, &base_url, Map::new())?;
            let place = Place {
                base_url: Some(base_url.clone()),
                publication: None,
                further: further.clone(),
            };
            site::build_with(tools, &folder, &place)
        })?;
        Ok(Self {
            folder,
            base_url,
            further: further.clone(),
        })
    }

    /// Builds the host applications, and writes the file with all paths that the tests need.
    pub fn prepare_tests(
        &self,
        tools: &Tools,
        programs: &[&Paths],
        geckodriver: Option<&Path>,
    ) -> Result<()> {
        let target = crate::root()?.join("target");
        let hosts = target.join("hosts");
        unless_current(&target.join("hosts.stamp"), HOST_INPUTS, "", || {
            timed("host applications", "half a minute the first time", || {
                host_applications::build(tools, &hosts)
            })
        })?;
        let packages = self.packages(tools, &target)?;
        let mut paths = Map::new();
        paths.extend(packages.map(|(name, path)| (name.to_owned(), json!(path))));
        for (name, program) in programs::IN_TESTS {
            let path = programs.iter().find_map(|paths| paths.of(program).ok());
            paths.extend(path.map(|path| ((*name).to_owned(), json!(path))));
        }
        paths.extend(geckodriver.map(|path| ("geckodriver".to_owned(), json!(path))));
        paths.extend(
            self.further
                .iter()
                .map(|folder| ("further-publication".to_owned(), json!(folder))),
        );
        paths.insert("axe".into(), json!(tools.axe));
        paths.insert("node-modules".into(), json!(tools.node_modules));
        paths.insert("host-applications".into(), json!(hosts));
        write_setup(&target, &self.folder, &self.base_url, paths)
    }

    /// The packages of this site, and an application with one of them; by the names that the tests use.
    fn packages(&self, tools: &Tools, target: &Path) -> Result<[(&'static str, PathBuf); 2]> {
        let folder = target.join("packages");
        let application = folder.join("vite");
        let stamp = target.join("packages.stamp");
        let inputs = [SITE_INPUTS, PACKAGE_INPUTS].concat();
        let text = format!("{} {:?}", self.base_url, self.further);
        unless_current(&stamp, &inputs, &text, || {
            if folder.exists() {
                fs::remove_dir_all(&folder)
                    .with_context(|| format!("removing {}", folder.display()))?;
            }
            fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
            timed("packages for hosts", "some seconds", || {
                let packages = dist::packages(&self.folder, Some(&self.base_url), &folder)?;
                vite_application::build(tools, &packages.npm, &application)
            })
        })?;
        Ok([("packages", folder), ("vite-application", application)])
    }
}

/// Writes the file that `tests/browser/harness/servers/setup.rs` reads.
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

/// The address of the previous build, if its port is free.
fn previous_address(setup: &Path) -> Option<String> {
    let setup: Value = serde_json::from_str(&fs::read_to_string(setup).ok()?).ok()?;
    let address = setup["base_url"].as_str()?;
    let host = address.strip_prefix("http://")?.trim_end_matches('/');
    TcpListener::bind(host).ok()?;
    Some(address.to_owned())
}

/// A port that nothing listens on.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}
