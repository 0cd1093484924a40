//! Checks a publication, and writes what an editor may leave out.

use std::fs;

use anyhow::Result;

use crate::commands::replace::replace;
use crate::manuscript::{Correction, Language, to_json, write_keys};
use crate::permalinks;
use crate::publication::Publication;
use crate::report::Report;

/// Prints the problems of a publication as JSON, or as text on the standard error output.
pub fn print(report: &Report, language: Language, as_json: bool) {
    if as_json {
        println!("{}", to_json(&report.problems, &report.files, language));
    } else if !report.problems.is_empty() {
        eprint!("{}", report.text(language));
    }
}

/// The corrections that were made while reading, a line each.
#[must_use]
pub fn corrections(publication: &Publication, language: Language) -> String {
    let mut lines = String::new();
    for text in &publication.texts {
        for Correction { place, what } in &text.corrections {
            let file = text.files.iter().find(|file| file.name == *place.file);
            let before = file.and_then(|file| file.text.get(..place.range.start));
            let line = before.unwrap_or_default().matches('\n').count() + 1;
            lines += &format!(
                "{}/{}:{line}: {}\n",
                text.lang,
                place.file,
                what.message(language)
            );
        }
    }
    lines
}

/// Writes the keys and addresses that are missing; everything else stays as it is. Returns the files that changed.
///
/// # Errors
/// If a file can't be written.
pub fn write_missing(publication: &Publication) -> Result<Vec<String>> {
    let mut written = Vec::new();
    let mut replace_if_changed = |name: String, old: &str, new: &str| {
        if old != new {
            replace(&publication.folder.join(&name), new)?;
            written.push(name);
        }
        anyhow::Ok(())
    };
    for text in &publication.texts {
        for file in &text.files {
            let complete = write_keys(file, &text.original);
            replace_if_changed(
                format!("{}/{}", text.lang, file.name),
                &file.text,
                &complete,
            )?;
        }
    }
    let old = fs::read_to_string(publication.folder.join(permalinks::FILE)).unwrap_or_default();
    replace_if_changed(
        permalinks::FILE.into(),
        &old,
        &publication.permalinks.to_text(),
    )?;
    Ok(written)
}
