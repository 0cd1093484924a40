//! A publication as a folder: its settings, and its text in one or more languages.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use crate::card_letters;
use crate::colors::PhaseColor;
use crate::edition::{self, Edition, Shared, loops};
use crate::labels::{self, Words};
use crate::manuscript::{
    self, Correction, File, Kind, Language, Manuscript, Problem, Reading, Severity, check_size,
    complete_keys, decode, read, render,
};
use crate::permalinks::{self, Permalinks};
use crate::settings::Settings;
use crate::study::{self, Study};
use crate::translation;

/// Primary languages that are written from right to left:
/// <https://www.w3.org/International/questions/qa-scripts.en#directions>.
const RIGHT_TO_LEFT: [&str; 12] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi",
];

/// A publication without problems.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The folder.
    pub folder: PathBuf,
    /// The settings that all languages share.
    pub settings: Settings,
    /// The addresses.
    pub permalinks: Permalinks,
    /// The answers of the study.
    pub study: Option<Study>,
    /// The text in each language, the default language first.
    pub texts: Vec<LanguageText>,
    /// Warnings: text that may be meant as it is.
    pub warnings: Report,
}

/// The text of a publication in one language.
#[derive(Debug, Clone)]
pub struct LanguageText {
    /// The language tag.
    pub lang: String,
    /// The files as they are.
    pub files: Vec<File>,
    /// The text as written: pieces may lack a key.
    pub original: Manuscript,
    /// The text with a key for each piece.
    pub manuscript: Manuscript,
    /// The interface labels and the names in charts.
    pub words: Words,
    /// Corrections that were made while reading.
    pub corrections: Vec<Correction>,
}

/// Problems of a publication, with the files in which they are.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The problems, in the order of the files.
    pub problems: Vec<Problem>,
    /// The files, with their paths as names.
    pub files: Vec<File>,
}

impl Report {
    /// The problems as text, with the line of each.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        render(&self.problems, &self.files, language)
    }

    /// Whether a problem stops publication.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        let mut problems = self.problems.iter();
        problems.any(|problem| problem.severity == Severity::Error)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text(Language::English).trim_end())
    }
}

impl std::error::Error for Report {}

impl Publication {
    /// Reads and checks the publication in a folder.
    ///
    /// # Errors
    /// All problems of all files.
    pub fn read(folder: &Path) -> Result<Self, Report> {
        let mut report = Report::default();
        let settings = Settings::read(folder, &mut report);
        let permalinks = optional(folder, permalinks::FILE, &mut report, |bytes| {
            Permalinks::parse(str::from_utf8(bytes)?)
        });
        let study = optional(folder, study::FILE, &mut report, Study::parse);
        let mut texts = Vec::new();
        for lang in settings.languages(folder, &mut report) {
            texts.extend(LanguageText::read(folder, &lang, &mut report));
        }
        let mut publication = Self {
            folder: folder.into(),
            settings,
            permalinks: permalinks.unwrap_or_default(),
            study,
            texts,
            warnings: Report::default(),
        };
        if !report.has_errors() {
            publication.check(&mut report);
        }
        if report.has_errors() {
            return Err(report);
        }
        publication.warnings = report;
        Ok(publication)
    }

    /// Checks what depends on several files.
    fn check(&mut self, report: &mut Report) {
        self.settings.check_element(report);
        if let Some(text) = self.texts.first() {
            self.settings.check_colors(&loops(&text.manuscript), report);
        }
        translation::check(&self.texts, report);
        for text in &self.texts {
            card_letters::check(text, report);
        }
        for text in &self.texts {
            for chart in manuscript::charts(&text.manuscript) {
                let counted = match &self.study {
                    _ if edition::counts_quotes(&chart.columns) => Ok(()),
                    None => Err(anyhow!(
                        "the publication has no {}; expected one for its charts",
                        study::FILE
                    )),
                    Some(study) => study.check(&chart.columns),
                };
                if let Err(error) = counted {
                    let kind = Kind::Other {
                        message: format!("{error:#}"),
                    };
                    let problem = Problem::new(kind, &chart.place);
                    report.problems.push(Problem {
                        file: format!("{}/{}", text.lang, problem.file),
                        ..problem
                    });
                }
            }
        }
    }

    /// The publication in each of its languages, the default language first. Pieces without an address get one.
    ///
    /// # Errors
    /// If a chart can't be drawn.
    pub fn editions(&mut self) -> Result<Vec<Edition>> {
        let default_lang = self
            .texts
            .first()
            .map(|text| text.lang.clone())
            .unwrap_or_default();
        let mut shared = Shared {
            permalinks: &mut self.permalinks,
            study: self.study.as_ref(),
            default_lang: &default_lang,
        };
        let texts = self.texts.iter();
        let editions =
            texts.map(|text| Edition::new(&text.lang, &text.manuscript, &text.words, &mut shared));
        let mut editions = editions.collect::<Result<Vec<_>>>()?;
        edition::link(&mut editions);
        Ok(editions)
    }

    /// The name of the element: that of the settings, or one made from the title.
    #[must_use]
    pub fn element(&self) -> String {
        if let Some(element) = &self.settings.element {
            return element.get_ref().clone();
        }
        let title = self
            .texts
            .first()
            .map(|text| text.manuscript.title.as_str());
        let name = permalinks::segment(title.unwrap_or_default());
        match name.contains('-') && name.starts_with(|first: char| first.is_ascii_lowercase()) {
            true => name,
            false => format!("model-{name}"),
        }
    }

    /// The colors of the phases.
    #[must_use]
    pub fn colors(&self) -> Vec<PhaseColor> {
        let cycle = self
            .texts
            .first()
            .map(|text| loops(&text.manuscript))
            .unwrap_or_default();
        self.settings.colors(&cycle)
    }
}

impl LanguageText {
    /// Reads and checks the files of a language. Problems go to the report.
    pub(crate) fn read(folder: &Path, lang: &str, report: &mut Report) -> Option<Self> {
        if is_right_to_left(lang) {
            let kind = Kind::RightToLeft { lang: lang.into() };
            report.problems.push(Problem::of_file(kind, lang));
            return None;
        }
        let files = markdown(&folder.join(lang), lang, report)?;
        let labels_file = format!("{lang}/{}", labels::FILE);
        let own = optional(folder, &labels_file, report, |bytes| {
            Words::new(lang, str::from_utf8(bytes)?)
        });
        let words = match own {
            Some(words) => Some(words),
            None if folder.join(&labels_file).exists() => None,
            None => match Words::new(lang, "") {
                Ok(words) => Some(words),
                Err(error) => {
                    let kind = Kind::Other {
                        message: format!("{error:#}"),
                    };
                    report
                        .problems
                        .push(Problem::of_file(kind, &format!("{lang}/{}", labels::FILE)));
                    None
                }
            },
        };
        let Reading {
            manuscript,
            problems,
            corrections,
        } = read(&files);
        let in_folder = |name: &str| format!("{lang}/{name}");
        report
            .problems
            .extend(problems.into_iter().map(|problem| Problem {
                file: in_folder(&problem.file),
                ..problem
            }));
        report.files.extend(files.iter().map(|file| File {
            name: in_folder(&file.name),
            text: file.text.clone(),
        }));
        let original = manuscript?;
        let mut manuscript = original.clone();
        complete_keys(&mut manuscript);
        Some(Self {
            lang: lang.into(),
            original,
            corrections,
            manuscript,
            words: words?,
            files,
        })
    }
}

/// Whether a language is written from right to left.
pub(crate) fn is_right_to_left(lang: &str) -> bool {
    let primary = lang.split('-').next().unwrap_or_default();
    RIGHT_TO_LEFT.contains(&primary)
}

/// The Markdown files of a language. Hidden files belong to systems and programs.
fn markdown(folder: &Path, lang: &str, report: &mut Report) -> Option<Vec<File>> {
    let mut paths: Vec<PathBuf> = match fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .collect(),
        Err(error) => {
            let kind = Kind::Other {
                message: format!(
                    "can't be read: {error}; expected a folder with the text in this language"
                ),
            };
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
        match read_text(&path, &format!("{lang}/{name}")) {
            Ok(text) => files.push(File { name, text }),
            Err(problem) => {
                report.problems.push(*problem);
                complete = false;
            }
        }
    }
    complete.then_some(files)
}

/// The text of a file. Too large files are not read at all.
fn read_text(path: &Path, name: &str) -> Result<String, Box<Problem>> {
    let unreadable = |error: std::io::Error| {
        let message = error.to_string();
        Box::new(Problem::of_file(Kind::Unreadable { message }, name))
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    match check_size(name, size) {
        Some(problem) => Err(problem.into()),
        None => decode(name, &fs::read(path).map_err(unreadable)?),
    }
}

/// Reads a file that a publication may have, by its path below the folder. Problems go to the report.
fn optional<T>(
    folder: &Path,
    name: &str,
    report: &mut Report,
    parse: impl FnOnce(&[u8]) -> Result<T>,
) -> Option<T> {
    let path = folder.join(name);
    if !path.exists() {
        return None;
    }
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = error.to_string();
            let problem = Problem::of_file(Kind::Unreadable { message }, name);
            report.problems.push(problem);
            return None;
        }
    };
    match parse(&bytes) {
        Ok(value) => Some(value),
        Err(error) => {
            // Errors of TOML have a place.
            let (message, range) = match error.downcast_ref::<toml::de::Error>() {
                Some(error) => (error.message().to_owned(), error.span()),
                None => (format!("{error:#}"), None),
            };
            report.files.push(File {
                name: name.into(),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            });
            report.problems.push(Problem {
                range,
                ..Problem::of_file(Kind::Other { message }, name)
            });
            None
        }
    }
}
