//! A text as JSON: its exact form, for other programs.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::manuscript::{Manuscript, to_markdown, validate};
use crate::publication::Publication;

/// The text of a language as JSON; without a language, that of the default language.
///
/// # Errors
/// If the publication doesn't have the language.
pub fn export(publication: &Publication, lang: Option<&str>) -> Result<String> {
    let mut texts = publication.texts.iter();
    let text = match lang {
        Some(lang) => texts.find(|text| text.lang == lang),
        None => texts.next(),
    };
    let text = text.with_context(|| {
        let known: Vec<_> = publication
            .texts
            .iter()
            .map(|text| text.lang.as_str())
            .collect();
        format!(
            "the publication has no text in this language; it has {}",
            known.join(", ")
        )
    })?;
    Ok(serde_json::to_string_pretty(&text.manuscript)? + "\n")
}

/// Writes a text in JSON as Markdown files into a new folder; returns their names.
///
/// # Errors
/// If the text can't be read or has problems, or the folder exists.
pub fn import(file: &Path, folder: &Path) -> Result<Vec<String>> {
    let name = file.display();
    let json = fs::read_to_string(file).with_context(|| format!("reading {name}"))?;
    let manuscript: Manuscript =
        serde_json::from_str(&json).with_context(|| format!("reading {name}"))?;
    if let Some(problem) = validate(&manuscript).first() {
        bail!("{name}: {}", problem.kind.message(Default::default()));
    }
    if folder.exists() {
        bail!("{} exists; choose a new folder", folder.display());
    }
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let mut names = Vec::new();
    for file in to_markdown(&manuscript) {
        fs::write(folder.join(&file.name), &file.text)
            .with_context(|| format!("writing {}", file.name))?;
        names.push(file.name);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::manuscript::read;

    #[test]
    fn an_exported_text_is_the_same_after_its_import() {
        let publication = fixture::publication();
        let folder = tempfile::tempdir().unwrap();
        for text in &publication.texts {
            let json = folder.path().join(format!("{}.json", text.lang));
            fs::write(&json, export(&publication, Some(&text.lang)).unwrap()).unwrap();
            let markdown = folder.path().join(&text.lang);
            let names = import(&json, &markdown).unwrap();
            let files: Vec<_> = names
                .into_iter()
                .map(|name| crate::manuscript::File {
                    text: fs::read_to_string(markdown.join(&name)).unwrap(),
                    name,
                })
                .collect();
            let reading = read(&files);
            assert_eq!(reading.problems, []);
            assert_eq!(reading.manuscript.as_ref(), Some(&text.manuscript));
            assert!(
                import(&json, &markdown).is_err(),
                "an existing folder is left alone"
            );
        }
    }

    #[test]
    fn an_unknown_language_is_named_with_the_known_ones() {
        let error = export(&fixture::publication(), Some("fy")).unwrap_err();
        assert!(error.to_string().ends_with("it has nl, en"), "{error}");
    }
}
