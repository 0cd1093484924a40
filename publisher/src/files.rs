//! The files of a publication: read with their limits, encodings and problems.

use std::fs;
use std::path::{Path, PathBuf};

use crate::manuscript::{File, Kind, Problem, check_size, decode};
use crate::report::{Fault, Report};

/// The Markdown files of a language. Hidden files belong to systems and programs.
pub(crate) fn markdown(folder: &Path, lang: &str, report: &mut Report) -> Option<Vec<File>> {
    let mut paths: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .collect(),
        Err(error) => {
            let message = error.to_string();
            let kind = Kind::UnreadableFolder { message };
            report.problems.push(Problem::of_file(kind, lang));
            return None;
        }
    };
    paths.sort();
    let mut files = Vec::new();
    let mut complete = true;
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let is_markdown = path
            .extension()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("md"));
        if !is_markdown || name.starts_with('.') {
            continue;
        }
        let in_folder = format!("{lang}/{name}");
        match read_file(&path, &in_folder).and_then(|bytes| decode(&in_folder, &bytes)) {
            Ok(text) => files.push(File { name, text }),
            Err(problem) => {
                report.problems.push(*problem);
                complete = false;
            }
        }
    }
    complete.then_some(files)
}

/// The bytes of a file. Too large files are not read at all.
fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, Box<Problem>> {
    let unreadable = |error: std::io::Error| {
        let message = error.to_string();
        Box::new(Problem::of_file(Kind::Unreadable { message }, name))
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    match check_size(name, size) {
        Some(problem) => Err(problem.into()),
        None => fs::read(path).map_err(unreadable),
    }
}

/// The text of bytes in UTF-8, without the mark that some programs put before it.
pub(crate) fn utf8(name: &str, bytes: &[u8]) -> Result<String, Box<Problem>> {
    let text = decode(name, bytes)?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned())
}

/// Reads a file that a publication may have, by its path below the folder. Problems go to the report.
pub(crate) fn optional<T>(
    folder: &Path,
    name: &str,
    report: &mut Report,
    decode: impl FnOnce(&str, &[u8]) -> Result<String, Box<Problem>>,
    parse: impl FnOnce(&str) -> Result<T, Fault>,
) -> Option<T> {
    let path = folder.join(name);
    if !path.exists() {
        return None;
    }
    let text = match read_file(&path, name).and_then(|bytes| decode(name, &bytes)) {
        Ok(text) => text,
        Err(problem) => {
            report.problems.push(*problem);
            return None;
        }
    };
    let value = parse(&text).map_err(|fault| report.problems.push(fault.in_file(name)));
    report.files.push(File {
        name: name.into(),
        text,
    });
    value.ok()
}
