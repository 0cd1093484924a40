//! A publication as a folder: its settings, and its text in one or more languages.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::assets::short_hash;
use crate::card_letters;
use crate::colors::PhaseColor;
use crate::edition::{self, Edition, Shared, loops};
use crate::files::{markdown, optional, utf8};
use crate::labels::{self, Words};
use crate::manuscript::{
    self, Correction, File, Kind, Manuscript, Problem, Reading, complete_keys, read,
};
use crate::pages::base_url::BaseUrl;
use crate::permalinks::{self, Permalinks};
use crate::report::Report;
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
        self.settings.check_facts(report);
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
            facts: &self.settings.facts(),
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

    /// The e-mail address or the page by which people reach the authors.
    #[must_use]
    pub fn contact(&self) -> Option<String> {
        self.settings.facts().contact
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
