//! The programs that the project is built and tested with, each at its own version,
//! in a cache that a clean checkout leaves alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::command::{cargo, find, output, path_with, run, timed};

/// The newest that this rustc can build.
const TRUNK: &str = "0.21.14";
/// npm packages: wasm-opt, the minifier, the checkers of accessibility and HTML, two clients
/// that make cards of links, what applications are made with that have the widget in them,
/// what judges whole pages, and the compiler that partners' types go through.
const NPM: [(&str, &str); 11] = [
    ("binaryen", "132.0.0"),
    ("esbuild", "0.28.2"),
    ("axe-core", "4.14.1"),
    ("vnu-jar", "26.9.27"),
    ("open-graph-scraper", "6.12.0"),
    ("unfurl.js", "6.4.0"),
    ("react", "19.3.1"),
    ("react-dom", "19.3.1"),
    ("vue", "3.5.45"),
    // The newest that runs on node 20.
    ("lighthouse", "12.8.2"),
    ("typescript", "7.0.2"),
];
/// What drives Firefox: built here, because Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";
const WASM: &str = "wasm32-unknown-unknown";

/// Where the programs are.
pub struct Tools {
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
    /// Everything in place: what is missing is fetched first.
    ///
    /// # Errors
    /// When something is missing that can't be fetched, with what to do about it.
    pub fn ready() -> Result<Self> {
        add_target()?;
        let cache = cache()?;
        let wasm_bindgen = locked_version("wasm-bindgen")?;
        let trunk = installed(&cache, "trunk", TRUNK, "3 to 4 minutes", |folder| {
            cargo_install("trunk", TRUNK, &["--no-default-features"], folder)
        })?;
        let bindgen = installed(
            &cache,
            "wasm-bindgen-cli",
            &wasm_bindgen,
            "a minute",
            |to| cargo_install("wasm-bindgen-cli", &wasm_bindgen, &[], to),
        )?;
        let packages = NPM.map(|(name, version)| format!("{name}@{version}"));
        let npm = installed(
            &cache,
            "npm",
            &packages.join("-").replace('@', "-"),
            "half a minute",
            |folder| npm_install(&packages, folder),
        )?;
        Ok(Self {
            axe: npm.join("node_modules/axe-core/axe.min.js"),
            vnu: npm.join("node_modules/vnu-jar/build/dist/vnu.jar"),
            node_modules: npm.join("node_modules"),
            wasm_bindgen: bindgen.join("bin/wasm-bindgen"),
            wasm_test_runner: bindgen.join("bin/wasm-bindgen-test-runner"),
            folders: vec![
                trunk.join("bin"),
                bindgen.join("bin"),
                npm.join("node_modules/.bin"),
            ],
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
            // Trunk would take the empty form of the colour convention for an error.
            .env_remove("NO_COLOR");
        Ok(trunk)
    }
}

/// What drives Firefox, which only the tests in all browsers need.
///
/// # Errors
/// When it isn't there and can't be built.
pub fn geckodriver() -> Result<PathBuf> {
    let folder = installed(
        &cache()?,
        "geckodriver",
        GECKODRIVER,
        "2 minutes",
        |folder| cargo_install("geckodriver", GECKODRIVER, &[], folder),
    )?;
    Ok(folder.join("bin/geckodriver"))
}

/// The folder that a program is in, fetched if it isn't there yet.
fn installed(
    cache: &Path,
    name: &str,
    version: &str,
    about: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let folder = cache.join(format!("{name}-{version}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    // Whoever is interrupted leaves nothing that looks finished.
    let partial = cache.join(format!(".{name}-{}", std::process::id()));
    timed(
        &format!("getting {name} {version}"),
        &format!("about {about}, once"),
        || {
            fs::create_dir_all(&partial)
                .with_context(|| format!("making {}", partial.display()))?;
            install(&partial).inspect_err(|_| {
                // The error to show is that of the installation.
                let _ = fs::remove_dir_all(&partial);
            })?;
            fs::rename(&partial, &folder).with_context(|| format!("making {}", folder.display()))
        },
    )?;
    Ok(folder)
}

fn cargo_install(name: &str, version: &str, options: &[&str], folder: &Path) -> Result<()> {
    let package = format!("{name}@{version}");
    let install = |locked: &[&str]| {
        // Unoptimised: built in a fraction of the time, and quick enough.
        let args = [
            &["install", &package, "--debug", "--quiet"],
            options,
            locked,
        ]
        .concat();
        run(cargo(&args).arg("--root").arg(folder))
    };
    // A lock file may name a version that was withdrawn; newer ones of the same kind do.
    install(&["--locked"])
        .or_else(|_| {
            println!("   not with the versions it was released with; trying newer ones");
            install(&[])
        })
        .with_context(|| format!("getting {package}; is crates.io reachable?"))
}

fn npm_install(packages: &[String], folder: &Path) -> Result<()> {
    if find("npm").is_none() {
        bail!("npm is missing: install Node.js 20 or newer, which brings it");
    }
    let mut npm = Command::new("npm");
    npm.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--silent",
        "--prefix",
    ])
    .arg(folder)
    .args(packages);
    run(&mut npm).context("getting npm packages; is the npm registry reachable?")
}

fn add_target() -> Result<()> {
    let libraries =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&libraries).is_dir() {
        return Ok(());
    }
    if find("rustup").is_none() {
        bail!(
            "the target {WASM} is missing: install Rust by rustup, or the target with your system's packages"
        );
    }
    timed(
        &format!("adding the target {WASM}"),
        "seconds, once",
        || {
            run(Command::new("rustup").args(["target", "add", WASM]))
                .context("adding the target; is the network there?")
        },
    )
}

/// Where fetched programs are kept.
fn cache() -> Result<PathBuf> {
    let cache = dirs::cache_dir().context("this system names no folder for caches; set HOME")?;
    Ok(cache.join("kennislemniscaat"))
}

#[derive(Deserialize)]
struct LockFile {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

/// The version of a package that Cargo.lock names.
fn locked_version(name: &str) -> Result<String> {
    let file = crate::root()?.join("Cargo.lock");
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    let lock: LockFile = toml::from_str(&text).context("reading Cargo.lock")?;
    let package = lock.package.into_iter().find(|each| each.name == name);
    Ok(package
        .with_context(|| format!("Cargo.lock names no {name}"))?
        .version)
}
