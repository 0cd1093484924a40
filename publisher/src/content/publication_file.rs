//! Reads `publication.toml`: the settings that all languages of a publication share.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::Spanned;

use crate::colors::{self, PhaseColor, given, spread};
use crate::content::content_file::{self, Problem, Problems, read_text};
use crate::content::position::Position;

/// The name of the file, beside the content files.
const NAME: &str = "publication.toml";

/// The settings of a publication, with their positions for messages.
#[derive(Debug)]
pub struct PublicationFile {
    path: PathBuf,
    text: String,
    settings: Settings,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    /// The color of each phase on a light and on a dark background.
    colors: Option<Spanned<Vec<Spanned<[String; 2]>>>>,
}

impl PublicationFile {
    /// Reads the file in a folder; without the file every setting has its default.
    ///
    /// # Errors
    /// If the file can't be read.
    pub fn read(folder: &Path) -> Result<Self, Problems> {
        let path = folder.join(NAME);
        let text = match path.exists() {
            true => read_text(&path),
            false => Ok(String::new()),
        };
        let text = text.map_err(|(position, message)| {
            Problems(vec![Problem::new(&path, position, message)])
        })?;
        let mut file = Self {
            path,
            text,
            settings: Settings::default(),
        };
        file.settings = toml::from_str(&file.text).map_err(|error| {
            let start = error.span().map(|span| span.start);
            file.problems(start, error.message().to_owned())
        })?;
        Ok(file)
    }

    /// The color of each phase: the given ones, or colors that are spread evenly. The cycle has the loop of each phase.
    ///
    /// # Errors
    /// If a color can't be read, or there are more or fewer colors than phases.
    pub fn colors(&self, cycle: &[usize]) -> Result<Vec<PhaseColor>, Problems> {
        let Some(colors) = &self.settings.colors else {
            return Ok(spread(cycle));
        };
        let (given_count, count) = (colors.get_ref().len(), cycle.len());
        if given_count != count {
            let message = format!(
                "colors: has {given_count} items; expected one for each of the {count} phases"
            );
            return Err(self.problems(Some(colors.span().start), message));
        }
        let phase_colors = colors.get_ref().iter().map(|pair| {
            let [light, dark] = pair.get_ref();
            given(light, dark).map_err(|_| {
                let message = format!(
                    "colors: “{light}” and “{dark}” must be hexadecimal colors, as in #006365"
                );
                self.problems(Some(pair.span().start), message)
            })
        });
        phase_colors.collect()
    }

    /// Weaknesses of the given colors, for which a warning is enough.
    ///
    /// # Errors
    /// Those of [`PublicationFile::colors`].
    pub fn warnings(&self, cycle: &[usize]) -> Result<Vec<Problem>, Problems> {
        let Some(colors) = &self.settings.colors else {
            return Ok(vec![]);
        };
        let start = Some(colors.span().start);
        let weaknesses = colors::check(&self.colors(cycle)?, cycle);
        let warning = |weakness| self.problem(start, format!("warning: {weakness}"));
        Ok(weaknesses.into_iter().map(warning).collect())
    }

    fn problems(&self, start: Option<usize>, message: String) -> Problems {
        Problems(vec![self.problem(start, message)])
    }

    /// A problem at a byte of the file.
    fn problem(&self, start: Option<usize>, message: String) -> Problem {
        let position = start.map(|byte| Position::at(&self.text, byte));
        Problem::new(&self.path, position, message)
    }
}

/// Checks a content file and the publication file beside it. Returns warnings.
///
/// # Errors
/// The problems of either file.
pub fn check(content_file: &Path) -> Result<Vec<Problem>, Problems> {
    let content = content_file::read(content_file)?;
    let folder = content_file.parent().unwrap_or(Path::new("."));
    let mut warnings = content_file::warnings(content_file, &content)?;
    warnings.extend(PublicationFile::read(folder)?.warnings(&content.loops_of_phases())?);
    Ok(warnings)
}

/// The colors of the real publication, for tests.
///
/// # Panics
/// If the file has a problem.
#[cfg(test)]
#[must_use]
pub fn fixture() -> Vec<PhaseColor> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let file = PublicationFile::read(&folder).expect("a file without problems");
    let colors = file.colors(&[0, 1, 1, 0]);
    colors.expect("colors without problems")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const CYCLE: [usize; 4] = [0, 1, 1, 0];

    /// The messages about a file with this text.
    fn messages(text: &str) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(NAME), text).expect("a written file");
        let warnings = PublicationFile::read(folder.path()).and_then(|file| file.warnings(&CYCLE));
        let problems = warnings.unwrap_or_else(|problems| problems.0);
        let prefix = format!("{}/", folder.path().display());
        let message = |problem: &Problem| problem.to_string().replace(&prefix, "");
        problems.iter().map(message).collect()
    }

    #[test]
    fn a_publication_without_colors_gets_a_color_for_each_phase() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = PublicationFile::read(folder.path()).expect("no file is no problem");
        let cycle = [0, 0, 1, 1, 1, 0, 0];
        assert_eq!(file.colors(&cycle).expect("colors").len(), cycle.len());
    }

    #[test]
    fn problems_have_their_position() {
        for (text, message) in [
            (
                "colours = []",
                "publication.toml:1:1: unknown field `colours`, expected `colors`",
            ),
            (
                "# one\ncolors = [[\"#006365\", \"#2aa8ab\"]]",
                "publication.toml:2:10: colors: has 1 items; expected one for each of the 4 phases",
            ),
            (
                "colors = [\n [\"#006365\", \"#2aa8ab\"],\n [\"blue\", \"#fff\"],\n [\"#1\", \"#2\"],\n [\"#1\", \"#2\"]]",
                "publication.toml:3:2: colors: “blue” and “#fff” must be hexadecimal colors, as in #006365",
            ),
        ] {
            assert_eq!(messages(text), [message]);
        }
    }

    #[test]
    fn colors_that_some_readers_cannot_tell_apart_get_a_warning() {
        let text = "colors = [[\"#006365\", \"#2aa8ab\"], [\"#006466\", \"#2aa8ac\"], [\"#8e3902\", \"#e47a07\"], [\"#651141\", \"#feb0ba\"]]";
        let messages = messages(text);
        assert!(
            messages.iter().any(|message| message.starts_with("publication.toml:1:10: warning: colors of phases 1 and 2, which touch, are 0.00 apart")),
            "{messages:?}"
        );
    }

    #[test]
    fn the_publication_and_its_colors_have_no_weakness() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/nl.json");
        let warnings = check(&file).expect("files without problems");
        assert!(warnings.is_empty(), "{warnings:?}");
    }
}
