//! Zip archives that are the same whenever and wherever they are made: names in order, fixed times and rights.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use anyhow::{Context, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The variable with the time of all files, in seconds since 1970: <https://reproducible-builds.org/specs/source-date-epoch/>.
const TIME: &str = "SOURCE_DATE_EPOCH";
/// Files of these kinds are compressed already.
const COMPRESSED: [&str; 3] = ["br", "gz", "png"];

/// The files of an archive, by their paths in it.
#[derive(Default)]
pub struct Archive(BTreeMap<String, Vec<u8>>);

impl Archive {
    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.to_owned(), bytes.into());
    }

    /// Adds the files of a folder below a path.
    ///
    /// # Errors
    /// If a file can't be read.
    pub fn add_folder(&mut self, path: &str, folder: &Path) -> Result<()> {
        for (name, file) in files(folder)? {
            let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            self.add(&format!("{path}{name}"), bytes);
        }
        Ok(())
    }

    /// The hash of each file, as `sha256sum --check` reads it.
    pub fn checksums(&self) -> String {
        let mut text = String::new();
        for (path, bytes) in &self.0 {
            for byte in Sha256::digest(bytes) {
                // Writing to a String can't fail.
                let _ = write!(text, "{byte:02x}");
            }
            let _ = writeln!(text, "  {path}");
        }
        text
    }

    /// The bytes of the archive, with all files in a folder.
    ///
    /// # Errors
    /// If the time in the environment is no time since 1980.
    pub fn to_bytes(&self, folder: &str) -> Result<Vec<u8>> {
        let time = match std::env::var(TIME) {
            Ok(seconds) => time(&seconds)?,
            Err(_) => DateTime::default(),
        };
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in &self.0 {
            let extension = Path::new(path).extension().and_then(OsStr::to_str);
            let method = match extension.is_some_and(|extension| COMPRESSED.contains(&extension)) {
                true => CompressionMethod::Stored,
                false => CompressionMethod::Deflated,
            };
            let options = SimpleFileOptions::default()
                .compression_method(method)
                .last_modified_time(time)
                .unix_permissions(0o644);
            zip.start_file(format!("{folder}/{path}"), options)?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    /// Writes the archive, with all files in a folder.
    ///
    /// # Errors
    /// If it can't be made or written.
    pub fn write(&self, folder: &str, file: &Path) -> Result<()> {
        let bytes = self.to_bytes(folder)?;
        fs::write(file, bytes).with_context(|| format!("writing {}", file.display()))
    }
}

/// The files below a folder, each with its path below that folder, with slashes, in order.
///
/// # Errors
/// If the folder can't be read.
pub fn files(folder: &Path) -> Result<Vec<(String, std::path::PathBuf)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("reading {}", folder.display()))?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder)?;
            let names: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
            files.push((names.join("/"), entry.into_path()));
        }
    }
    Ok(files)
}

/// The time of all files as the value of the variable names it.
fn time(seconds: &str) -> Result<DateTime> {
    let expected =
        || format!("{TIME} is {seconds:?}; expected a number of seconds, a time since 1980");
    let timestamp = seconds.parse().ok();
    let timestamp = timestamp.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let time = timestamp
        .with_context(expected)?
        .to_zoned(TimeZone::UTC)
        .datetime();
    let numbers = [
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
    ];
    let [month, day, hour, minute, second] = numbers.map(i8::unsigned_abs);
    let year = u16::try_from(time.year()).ok().with_context(expected)?;
    DateTime::from_date_and_time(year, month, day, hour, minute, second).with_context(expected)
}

#[cfg(test)]
mod tests {
    use anyhow::ensure;

    use super::*;

    fn archive(paths: &[&str]) -> Archive {
        let mut archive = Archive::default();
        for path in paths {
            archive.add(path, *path);
        }
        archive
    }

    #[test]
    fn an_archive_is_the_same_in_any_order_of_its_files() -> Result<()> {
        let first = archive(&["b.html", "a/c.png", "a.br"]).to_bytes("site")?;
        let second = archive(&["a.br", "a/c.png", "b.html"]).to_bytes("site")?;
        ensure!(first == second, "two archives of the same files differ");
        let other = archive(&["a.br", "a/d.png", "b.html"]).to_bytes("site")?;
        ensure!(first != other, "archives of other files are the same");
        Ok(())
    }

    #[test]
    fn an_archive_holds_what_was_added() -> Result<()> {
        let bytes = archive(&["b.html", "a/c.png"]).to_bytes("site")?;
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes))?;
        ensure!(zip.len() == 2, "{} files", zip.len());
        for path in ["b.html", "a/c.png"] {
            let mut text = String::new();
            let mut file = zip.by_name(&format!("site/{path}"))?;
            std::io::Read::read_to_string(&mut file, &mut text)?;
            ensure!(text == path, "{path} holds {text}");
        }
        Ok(())
    }

    #[test]
    fn the_time_is_that_of_the_variable() -> Result<()> {
        // 2026-11-28 12:30:40
        let named = time("1795869040")?;
        ensure!((named.year(), named.month(), named.day()) == (2026, 11, 28));
        ensure!((named.hour(), named.minute(), named.second()) == (12, 30, 40));
        for wrong in ["", "today", "0", "-1"] {
            let message = format!("{:#}", time(wrong).err().context(wrong.to_owned())?);
            ensure!(
                message.contains("expected a number of seconds"),
                "{message}"
            );
        }
        Ok(())
    }

    #[test]
    fn checksums_name_each_file() -> Result<()> {
        let sums = archive(&["b", "a"]).checksums();
        // echo -n a | sha256sum
        let expected = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a\n\
             3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b\n";
        ensure!(sums == expected, "{sums}");
        Ok(())
    }
}
