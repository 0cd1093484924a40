//! Makes all that is handed out, in `target/dist`: the tool, the npm package, the site for a host of one's own, and the
//! plugin for WordPress.

mod archive;
mod crates;
mod facts;
mod licences;
mod npm;
mod sbom;
mod self_hosting;
pub mod tool;
mod wordpress;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use self::facts::Facts;
use crate::cli::Place;
use crate::command::timed;
use crate::site;

pub use self::npm::{stage as stage_npm, unpack as unpack_npm};

/// The packages for hosts.
pub struct Packages {
    /// The npm package.
    pub npm: PathBuf,
    /// The site for a host of one's own.
    pub self_hosting: PathBuf,
    /// The plugin for WordPress, which needs the address of a site.
    pub wordpress: Option<PathBuf>,
}

/// Builds the site, the tool with its widget, and all packages.
///
/// # Errors
/// If a program is missing, or a build fails.
pub fn dist(base_url: Option<String>) -> Result<()> {
    let site = site::folder()?;
    // The site's build stores the template.
    let place = Place {
        base_url: base_url.clone(),
        publication: None,
        further: None,
    };
    site::build(&site, &place)?;
    let folder = crate::root()?.join("target/dist");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    tool::all(&folder)?;
    timed("packages for hosts", "some seconds", || {
        let packages = packages(&site, base_url.as_deref(), &folder)?;
        report(&packages.npm)?;
        report(&packages.self_hosting)?;
        match &packages.wordpress {
            Some(plugin) => report(plugin),
            None => {
                println!("   the plugin for WordPress is left out; it needs --base-url");
                Ok(())
            }
        }
    })
}

/// Makes the packages of a built site in a folder, with the bill of materials and the licences of all crates beside them.
///
/// # Errors
/// If a file can't be read or written, a crate has no licence, or npm fails.
pub fn packages(site: &Path, base_url: Option<&str>, folder: &Path) -> Result<Packages> {
    let facts = Facts::of(site, base_url)?;
    let crates = crates::shipped()?;
    let bill = sbom::bill(&crates)?;
    let licences = licences::Licences::of(&crates)?;
    let name = format!("{}-{}", facts::NAME, facts::VERSION);
    for (name, text) in [
        (format!("{name}.cdx.json"), &bill),
        (format!("{name}-licences.txt"), &licences.all),
    ] {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
    }
    Ok(Packages {
        npm: npm::package(site, &facts, &licences, folder)?,
        self_hosting: self_hosting::package(site, &facts, &bill, &licences, folder)?,
        wordpress: wordpress::package(&facts, folder)?,
    })
}

/// Prints the path and the size of a file.
fn report(file: &Path) -> Result<()> {
    let bytes = fs::metadata(file)
        .with_context(|| format!("reading {}", file.display()))?
        .len();
    println!("   {} has {:.1} MB", file.display(), bytes as f64 / 1e6);
    Ok(())
}
