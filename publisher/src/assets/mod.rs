//! Files that pages and the loader request: minified, with a hash of their bytes in their names.

pub mod esbuild;
pub mod loader;
pub mod release;
pub mod wasm;

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

use crate::template::Template;

/// The folder of these files, below the site's root; they never change, so caches may keep them forever.
pub const FOLDER: &str = "files";

/// Writes files whose names hold a hash of their bytes.
pub struct Assets<'a> {
    /// The site's folder.
    site: &'a Path,
    /// Whether text files have compressed copies beside them.
    is_compressed: bool,
}

impl<'a> Assets<'a> {
    /// Makes the folder for the files of the site in `site`.
    pub fn new(site: &'a Path, is_compressed: bool) -> Result<Self> {
        let folder = site.join(FOLDER);
        fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
        Ok(Self {
            site,
            is_compressed,
        })
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

    /// Writes the compressed copies of a file outside the folder of files.
    ///
    /// # Errors
    /// If a copy can't be written.
    pub fn compress(&self, file: &Path) -> Result<()> {
        match self.is_compressed {
            true => compress_file(file),
            false => Ok(()),
        }
    }

    /// Writes bytes in the site's root, under a name without a hash.
    pub fn write_as(&self, name: &str, bytes: &[u8]) -> Result<()> {
        write(&self.path(name), bytes)
    }

    /// Writes a stylesheet with the `computed` rules; returns its path below the site's root.
    pub fn style(&self, template: &Template, name: &str, computed: &str) -> Result<String> {
        let css = template.file(&format!("styles/{name}.css"))?;
        self.write(name, "css", &[css, computed.as_bytes()].concat())
    }
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
fn compress_file(file: &Path) -> Result<()> {
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
