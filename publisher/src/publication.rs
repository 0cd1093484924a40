//! A publication as a folder: its settings, and its text in one or more languages.

use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::Result;
use toml::Spanned;

use crate::assets::short_hash;
use crate::card_letters;
use crate::colors::PhaseColor;
use crate::edition::{self, Edition, Shared, loops};
use crate::labels::{self, Words, nearest};
use crate::manuscript::{
    self, Correction, File, Kind, Language, Manuscript, Problem, Reading, Severity, check_size,
    complete_keys, decode, read, render,
};
use crate::pages::base_url::BaseUrl;
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

/// A reason why the text of a file can't be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The reason.
    pub kind: Kind,
    /// The bytes that are meant; none if the text as a whole is.
    pub range: Option<Range<usize>>,
}

impl Fault {
    /// A reason in some bytes.
    #[must_use]
    pub fn at(kind: Kind, range: Range<usize>) -> Self {
        let range = Some(range);
        Self { kind, range }
    }

    /// A reason in a text as TOML, whose settings have these names.
    #[must_use]
    pub fn of_toml(error: &toml::de::Error, known: &[&'static str]) -> Self {
        // The library tells the name in a sentence alone.
        let unknown = error.message().strip_prefix("unknown field `");
        let unknown = unknown.and_then(|rest| rest.split_once('`'));
        let kind = match unknown {
            Some((name, _)) => Kind::UnknownSetting {
                name: name.into(),
                nearest: nearest(name, known).into(),
                known: known.into(),
            },
            None => Kind::BadToml {
                message: error.message().into(),
            },
        };
        let range = error.span();
        Self { kind, range }
    }

    /// The problem of a file with this text.
    #[must_use]
    pub fn in_file(self, name: &str) -> Problem {
        let Self { kind, range } = self;
        Problem {
            range,
            ..Problem::of_file(kind, name)
        }
    }
}

impl Publication {
    /// Reads and checks the publication in a folder.
    ///
    /// # Errors
    /// All problems of all files.
    pub fn read(folder: &Path) -> Result<Self, Report> {
        let mut report = Report::default();
        let settings = Settings::read(folder, &mut report);
        let permalinks = optional(
            folder,
            permalinks::FILE,
            &mut report,
            utf8,
            Permalinks::parse,
        );
        let study = optional(
            folder,
            study::FILE,
            &mut report,
            |_, bytes| Ok(study::decode(bytes)),
            Study::parse,
        );
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
        self.settings.check_addresses(report);
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
                    None => Err(Kind::NoStudy),
                    Some(study) => study.check(&chart.columns),
                };
                if let Err(kind) = counted {
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
        for edition in &mut editions {
            let value = |setting: &Option<Spanned<String>>| {
                setting.as_ref().map(|value| value.get_ref().clone())
            };
            edition.licence = value(&self.settings.licence);
            edition.contact = value(&self.settings.contact);
        }
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

    /// An identifier of the publication, of lowercase letters and digits: equal in all its versions. It is made from
    /// the address of the site or, without one, from the title and the organizations.
    #[must_use]
    pub fn identifier(&self, base_url: Option<&BaseUrl>) -> String {
        let of_text = |text: &LanguageText| {
            let names = text.manuscript.organisations.iter();
            let names = names.map(|organisation| organisation.name.as_str());
            let parts: Vec<_> = std::iter::once(text.manuscript.title.as_str())
                .chain(names)
                .collect();
            parts.join("\n")
        };
        let identity = match base_url {
            Some(base_url) => base_url.root().to_owned(),
            None => self.texts.first().map(of_text).unwrap_or_default(),
        };
        short_hash(identity.as_bytes()).chars().take(6).collect()
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
        let own = optional(folder, &labels_file, report, utf8, |text| {
            Words::new(lang, text)
        });
        let words = match own {
            Some(words) => Some(words),
            None if folder.join(&labels_file).exists() => None,
            None => Words::new(lang, "")
                .map_err(|fault| report.problems.push(fault.in_file(&labels_file)))
                .ok(),
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
