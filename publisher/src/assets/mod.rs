//! Files that a page or the loader asks for: made small, and named after their bytes.

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

/// Where such files are, below the site's root: safe to cache for ever.
pub const FOLDER: &str = "files";

/// Writes files whose names change with their bytes.
pub struct Assets<'a> {
    /// The project's folder.
    root: &'a Path,
    /// The site's folder.
    site: &'a Path,
}

impl<'a> Assets<'a> {
    /// Of the project in `root`, for the site in `site`.
    ///
    /// # Errors
    /// When the folder for them can't be made.
    pub fn new(root: &'a Path, site: &'a Path) -> Result<Self> {
        let folder = site.join(FOLDER);
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self { root, site })
    }

    /// Writes bytes as `name-HASH.extension`; returns the path below the site's root.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn write(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let short = short(bytes);
        let path = format!("{FOLDER}/{name}-{short}.{extension}");
        write(&self.path(&path), bytes)?;
        Ok(path)
    }

    /// Where a file of the site is.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.site.join(name)
    }

    /// Where a file of the project is.
    #[must_use]
    pub fn source(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Writes bytes under a name of their own in the site's root.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn write_as(&self, name: &str, bytes: &[u8]) -> Result<()> {
        write(&self.path(name), bytes)
    }

    /// Takes a file of Trunk's away, and returns what was in it.
    ///
    /// # Errors
    /// When the file is missing or can't be removed.
    pub fn take(&self, built: &str) -> Result<Vec<u8>> {
        let file = self.path(built);
        let bytes = read(&file)?;
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
        Ok(bytes)
    }

    /// Writes a script, made small, to its name by hash.
    ///
    /// # Errors
    /// When it has an error or can't be written.
    pub fn script(&self, name: &str, source: &str) -> Result<String> {
        let file = self.path(&format!("{name}.js"));
        write(&file, source)?;
        let small = self.small(&file, &["--format=esm"])?;
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
        self.write(name, "js", &small)
    }

    /// A stylesheet with all that it imports, and the `computed` rules that belong to it.
    ///
    /// # Errors
    /// When it has an error or can't be written.
    pub fn style(&self, name: &str, computed: &str) -> Result<String> {
        let file = self.source(&format!("styles/{name}.css"));
        let css = self.small(&file, &["--bundle"])?;
        let css = [css.trim_ascii_end(), computed.as_bytes()].concat();
        self.write(name, "css", &css)
    }

    /// A stylesheet or script without what only people need.
    ///
    /// # Errors
    /// When esbuild is missing or finds an error in the file.
    pub fn small(&self, file: &Path, options: &[impl AsRef<OsStr>]) -> Result<Vec<u8>> {
        let output = Command::new("esbuild")
            .arg(file)
            .args(["--minify", "--legal-comments=none", "--log-level=warning"])
            .args(options)
            .current_dir(self.root)
            .output()
            .context("starting esbuild; `cargo xtask build` gets it and calls this")?;
        if !output.status.success() {
            bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok(output.stdout)
    }
}

/// Bytes in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a browser compares bytes with: <https://www.w3.org/TR/sri-2/>.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// A short name for bytes, which changes when they do.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..5])
}

/// Writes a file, and the folders that it lies in.
///
/// # Errors
/// When it can't be written.
pub fn write(file: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(file, text).with_context(|| format!("writing {}", file.display()))
}

/// Writes `.gz` and `.br` beside each text of a folder, as small as possible, for hosts that send such
/// files as they are. Images are compressed already.
///
/// # Errors
/// When a file can't be read or written.
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

/// Writes `.gz` and `.br` beside one file.
///
/// # Errors
/// When it can't be read or they can't be written.
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

/// The bytes of a file, or an error that names it.
///
/// # Errors
/// When it can't be read.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("reading {}", file.display()))
}

/// Copies a folder with all that is in it.
///
/// # Errors
/// When something in it can't be read or written.
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
