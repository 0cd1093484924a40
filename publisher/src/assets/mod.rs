//! Files that pages and the loader request: minified, with a hash of their bytes in their names.

pub mod loader;
pub mod release;
pub mod wasm_imports;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

/// The folder of these files, below the site's root; they never change, so caches may keep them forever.
pub const FOLDER: &str = "files";

/// Globals of the browser that scripts read from the window; see [`own_globals`].
const GLOBALS: [&str; 9] = [
    "CustomEvent",
    "Element",
    "Response",
    "ShadowRoot",
    "URL",
    "XMLHttpRequest",
    "fetch",
    "history",
    "open",
];

/// Writes files whose names hold a hash of their bytes.
pub struct Assets<'a> {
    /// The project's folder.
    root: &'a Path,
    /// The site's folder.
    site: &'a Path,
    /// The program that minifies, in the search path or at a path.
    esbuild: PathBuf,
}

impl<'a> Assets<'a> {
    /// Makes the folder for the files of the project in `root`, for the site in `site`.
    pub fn new(root: &'a Path, site: &'a Path) -> Result<Self> {
        let folder = site.join(FOLDER);
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self {
            root,
            site,
            esbuild: "esbuild".into(),
        })
    }

    /// Minifies with the program at this path, instead of the one in the search path.
    #[must_use]
    pub fn with_esbuild(mut self, esbuild: PathBuf) -> Self {
        self.esbuild = esbuild;
        self
    }

    /// Writes bytes as `name-HASH.extension`; returns the path below the site's root.
    pub fn write(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let hash = short_hash(bytes);
        let path = format!("{FOLDER}/{name}-{hash}.{extension}");
        write(&self.path(&path), bytes)?;
        Ok(path)
    }

    /// The path of a file of the site.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.site.join(name)
    }

    /// The path of a file of the project.
    #[must_use]
    pub fn source(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Writes bytes in the site's root, under a name without a hash.
    pub fn write_as(&self, name: &str, bytes: &[u8]) -> Result<()> {
        write(&self.path(name), bytes)
    }

    /// Removes a file that Trunk built, and returns its bytes.
    pub fn take(&self, built: &str) -> Result<Vec<u8>> {
        let file = self.path(built);
        let bytes = read(&file)?;
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
        Ok(bytes)
    }

    /// Minifies and writes a script; returns its path below the site's root.
    pub fn script(&self, name: &str, source: &str) -> Result<String> {
        let file = self.path(&format!("{name}.js"));
        write(&file, source)?;
        let small = self.minify(
            &file,
            &[vec!["--format=esm".to_owned()], own_globals()].concat(),
        )?;
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
        self.write(name, "js", &small)
    }

    /// Bundles and writes a stylesheet with its imports and the `computed` rules; returns its path below the
    /// site's root.
    pub fn style(&self, name: &str, computed: &str) -> Result<String> {
        let file = self.source(&format!("styles/{name}.css"));
        let css = self.minify(&file, &["--bundle"])?;
        let css = [css.trim_ascii_end(), computed.as_bytes()].concat();
        self.write(name, "css", &css)
    }

    /// Minifies a stylesheet or a script.
    ///
    /// # Errors
    /// If esbuild isn't in the search path, or finds an error in the file.
    pub fn minify(&self, file: &Path, options: &[impl AsRef<OsStr>]) -> Result<Vec<u8>> {
        let output = Command::new(&self.esbuild)
            .arg(file)
            .args(["--minify", "--legal-comments=none", "--log-level=warning"])
            .args(options)
            .current_dir(self.root)
            .output()
            .context("esbuild could not be started; `cargo xtask build` installs it and runs this command")?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(output.stdout)
    }
}

/// Options of esbuild that read globals of the browser from the window: a host page may have a constant or a
/// class of the same name, which hides them.
fn own_globals() -> Vec<String> {
    let option = |name| format!("--define:{name}=window.{name}");
    let mut options = Vec::from(GLOBALS.map(option));
    // MooTools replaces the window's class, but not the constructor that the window has.
    options.push("--define:Window=window.constructor".into());
    options
}

/// Formats bytes in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Integrity metadata of bytes, which browsers check: <https://www.w3.org/TR/sri-2/>.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// A short hash of bytes, for file names.
#[must_use]
pub fn short_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..5])
}

/// Writes a file, and makes the folders that it lies in.
pub fn write(file: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}

/// Writes `.gz` and `.br` copies beside each text file of a folder, as small as possible, for servers that send
/// precompressed files. Images are compressed already.
pub fn compress(folder: &Path) -> Result<()> {
    let entries: Vec<_> = WalkDir::new(folder).into_iter().collect::<Result<_, _>>()?;
    entries
        .par_iter()
        .map(DirEntry::path)
        .filter(|file| is_compressible(file))
        .try_for_each(compress_file)
}

fn is_compressible(file: &Path) -> bool {
    let extension = file.extension().and_then(OsStr::to_str);
    matches!(
        extension,
        Some("js" | "css" | "wasm" | "svg" | "postcard" | "html")
    )
}

/// Writes `.gz` and `.br` copies beside one file.
pub fn compress_file(file: &Path) -> Result<()> {
    let bytes = read(file)?;
    let beside = |extension: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(extension);
        PathBuf::from(name)
    };
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    write(&beside(".gz"), gzip.finish()?)?;
    let mut brotli = Vec::new();
    let strongest = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &strongest)?;
    write(&beside(".br"), brotli)
}

/// Reads a file; an error names the file.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        if entry.file_type().is_file() {
            let source = entry.path();
            write(&to.join(source.strip_prefix(from)?), read(source)?)?;
        }
    }
    Ok(())
}
