//! Writes a text in another form as the Markdown files of a language.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::commands::replace::make_folder;
use crate::docx;
use crate::manuscript::{
    File, Language, Manuscript, Problem, check_size, read, to_markdown_in, validate,
};
use crate::report::Report;

/// The most bytes of a document, most of which are pictures.
const MAX_DOCUMENT: u64 = 500_000_000;

/// The files that were written, and the problems of their text.
#[derive(Debug)]
pub struct Imported {
    /// The names of the files.
    pub names: Vec<String>,
    /// The problems. A text in JSON with errors is refused before anything is written.
    pub report: Report,
}

/// Writes a Word document, or a text in JSON, as Markdown files into a new folder, all at once. The names of files
/// and facts are in a language.
///
/// # Errors
/// A [`Report`] if a text in JSON has errors, and an error if the file can't be read, or the folder exists or can't be written.
pub fn import(file: &Path, folder: &Path, language: Language) -> Result<Imported> {
    let name = file.display();
    let reading = || format!("reading {name}");
    let size = fs::metadata(file).with_context(reading)?.len();
    if size > MAX_DOCUMENT {
        bail!(
            "{name} is larger than {} MB; expected a text",
            MAX_DOCUMENT / 1_000_000
        );
    }
    let bytes = fs::read(file).with_context(reading)?;
    let files = match docx::is_document(&bytes) {
        true => docx::convert(&bytes, language).with_context(reading)?,
        false => from_json(&name.to_string(), &bytes, language)?,
    };
    let named = files.iter();
    let named: Vec<_> = named
        .map(|file| (file.name.clone(), file.text.clone()))
        .collect();
    make_folder(folder, &named)?;
    let names = named.into_iter().map(|(name, _)| name).collect();
    let report = report(folder, files);
    Ok(Imported { names, report })
}

fn from_json(name: &str, bytes: &[u8], language: Language) -> Result<Vec<File>> {
    let manuscript: Manuscript = serde_json::from_slice(bytes)
        .with_context(|| format!("{name} is neither a text in JSON nor a Word document (.docx)"))?;
    let mut problems = validate(&manuscript);
    for problem in &mut problems {
        problem.file = name.into();
    }
    let report = Report {
        problems,
        files: vec![],
    };
    if report.has_errors() {
        return Err(report.into());
    }
    Ok(to_markdown_in(&manuscript, language))
}

/// The problems of files, with their paths as names.
fn report(folder: &Path, files: Vec<File>) -> Report {
    let path = |name: &str| folder.join(name).display().to_string();
    let sizes = files
        .iter()
        .filter_map(|file| check_size(&file.name, file.text.len() as u64));
    let mut problems: Vec<Problem> = sizes.collect();
    problems.extend(read(&files).problems);
    for problem in &mut problems {
        problem.file = path(&problem.file);
    }
    let files = files.into_iter().map(|file| File {
        name: path(&file.name),
        ..file
    });
    Report {
        problems,
        files: files.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::transfer::export;
    use crate::fixture;
    use crate::manuscript::Severity;

    #[test]
    fn an_exported_text_is_the_same_after_its_import() {
        let publication = fixture::publication();
        let folder = tempfile::tempdir().unwrap();
        for text in &publication.texts {
            let json = folder.path().join(format!("{}.json", text.lang));
            fs::write(&json, export(&publication, Some(&text.lang)).unwrap()).unwrap();
            let markdown = folder.path().join(&text.lang);
            let language = match text.lang.as_str() {
                "en" => Language::English,
                _ => Language::Dutch,
            };
            let imported = import(&json, &markdown, language).unwrap();
            assert_eq!(imported.report.problems, []);
            let files: Vec<_> = imported
                .names
                .into_iter()
                .map(|name| File {
                    text: fs::read_to_string(markdown.join(&name)).unwrap(),
                    name,
                })
                .collect();
            let reading = read(&files);
            assert_eq!(reading.problems, []);
            assert_eq!(reading.manuscript.as_ref(), Some(&text.manuscript));
            assert!(
                import(&json, &markdown, language).is_err(),
                "an existing folder is left alone"
            );
        }
    }

    #[test]
    fn a_document_with_errors_is_written_and_its_problems_have_paths() {
        let work = tempfile::tempdir().unwrap();
        let document = work.path().join("text.docx");
        let bytes = include_bytes!("../docx/fixtures/constructs-pandoc.docx");
        fs::write(&document, bytes).unwrap();
        let folder = work.path().join("new/nl");
        let Imported { names, report } = import(&document, &folder, Language::Dutch).unwrap();
        assert!(report.has_errors());
        assert!(names.iter().all(|name| folder.join(name).exists()));
        let start = folder.display().to_string();
        for problem in &report.problems {
            assert!(problem.file.starts_with(&start), "{problem:?}");
        }
        let warnings = report.problems.iter();
        let mut warnings = warnings.filter(|problem| problem.severity == Severity::Warning);
        assert!(warnings.next().is_some());
    }

    #[test]
    fn all_errors_of_a_text_in_json_are_reported_and_nothing_is_written() {
        let work = tempfile::tempdir().unwrap();
        let file = work.path().join("text.json");
        fs::write(&file, r#"{"title": "Model", "loops": [{"name": "Een"}]}"#).unwrap();
        let error = import(&file, &work.path().join("nl"), Language::Dutch).unwrap_err();
        let report = error.downcast_ref::<Report>().expect("a report");
        assert!(report.problems.len() > 1, "{report}");
        assert!(report.text(Language::Dutch).contains("text.json"));
        assert!(!work.path().join("nl").exists());
    }

    #[test]
    fn a_failure_leaves_nothing() {
        let work = tempfile::tempdir().unwrap();
        for (name, bytes) in [
            ("a.docx", &b"PK\x03\x04"[..]),
            ("a.json", b"{}"),
            ("a.txt", b"text"),
            ("a.pdf", b"%PDF-1.7"),
        ] {
            let file = work.path().join(name);
            fs::write(&file, bytes).unwrap();
            let error = import(&file, &work.path().join("new/nl"), Language::Dutch).unwrap_err();
            assert!(format!("{error:#}").contains(name), "{error:#}");
            assert!(!work.path().join("new").exists());
        }
    }
}
