//! Reads `publication.toml`: the settings that all languages of a publication share.

use std::fs;
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use url::Url;

use crate::colors::{self, PhaseColor, given, spread};
use crate::edition::Facts;
use crate::files::{optional, utf8};
use crate::manuscript::{Kind, Problem};
use crate::pages::base_url::BaseUrl;
use crate::report::{Fault, Report};

/// Names with a hyphen that elements of SVG and MathML have:
/// <https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name>.
const RESERVED: [&str; 8] = [
    "annotation-xml",
    "color-profile",
    "font-face",
    "font-face-src",
    "font-face-uri",
    "font-face-format",
    "font-face-name",
    "missing-glyph",
];

/// The name of the file, in the folder of a publication.
pub const FILE: &str = "publication.toml";

/// The names of the settings.
const SETTINGS: [&str; 7] = [
    "languages",
    "element",
    "base_url",
    "licence",
    "contact",
    "changed",
    "colors",
];

/// The settings of a publication, with their positions for messages.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// The languages, the default language first.
    languages: Option<Spanned<Vec<String>>>,
    /// The name of the element, with a hyphen.
    pub element: Option<Spanned<String>>,
    /// The public address of the site.
    pub base_url: Option<Spanned<String>>,
    /// The address of the licence of the text.
    licence: Option<Spanned<String>>,
    /// The e-mail address or the page by which readers reach the authors.
    contact: Option<Spanned<String>>,
    /// The day of the last change of the text, as in `2026-11-28`.
    changed: Option<Spanned<String>>,
    /// The color of each phase on a light and on a dark background.
    colors: Option<Spanned<Vec<Spanned<[String; 2]>>>>,
}

impl Settings {
    /// Reads the file in a folder; without the file every setting has its default. Problems go to the report.
    #[must_use]
    pub fn read(folder: &Path, report: &mut Report) -> Self {
        let settings = optional(folder, FILE, report, utf8, |text| {
            toml::from_str(text).map_err(|error| Fault::of_toml(&error, &SETTINGS))
        });
        settings.unwrap_or_default()
    }

    /// Whether the file names a language; none if it names no languages.
    #[must_use]
    pub fn names_language(&self, lang: &str) -> Option<bool> {
        let languages = self.languages.as_ref()?;
        Some(languages.get_ref().iter().any(|other| other == lang))
    }

    /// The languages, the default language first: those that the file names, or the one folder with text.
    #[must_use]
    pub fn languages(&self, folder: &Path, report: &mut Report) -> Vec<String> {
        let has_text = |path: &Path| {
            let names = ["publicatie.md", "publication.md"];
            names.iter().any(|name| path.join(name).exists())
        };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let folders = entries
            .map(|entry| entry.path())
            .filter(|path| has_text(path));
        let mut found: Vec<String> = folders
            .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
            .collect();
        found.sort();
        let Some(languages) = &self.languages else {
            if found.len() != 1 {
                let kind = match &*found {
                    [] => Kind::NoLanguage,
                    _ => Kind::NoDefaultLanguage {
                        found: found.clone(),
                    },
                };
                let name = folder.display().to_string();
                report.problems.push(Problem::of_file(kind, &name));
            }
            return found;
        };
        for other in found
            .iter()
            .filter(|lang| !languages.get_ref().contains(lang))
        {
            let kind = Kind::UnnamedLanguage {
                lang: other.clone(),
            };
            report.problems.push(problem(kind, languages.span()));
        }
        let (tags, others): (Vec<_>, Vec<_>) = languages
            .get_ref()
            .iter()
            .cloned()
            .partition(|lang| is_tag(lang));
        for other in others {
            let kind = Kind::BadLanguage { lang: other };
            report.problems.push(problem(kind, languages.span()));
        }
        tags
    }

    /// The facts that readers see. A value with a problem is none.
    #[must_use]
    pub fn facts(&self) -> Facts {
        let value = |setting: &Option<Spanned<String>>| {
            setting.as_ref().map(|value| value.get_ref().clone())
        };
        Facts {
            licence: value(&self.licence),
            contact: value(&self.contact),
            changed: value(&self.changed).and_then(|date| date.parse().ok()),
        }
    }

    /// Checks the addresses of the site, the licence and the contact, and the day of the last change.
    pub fn check_facts(&self, report: &mut Report) {
        let is_web = |text: &str| {
            Url::parse(text).is_ok_and(|url| url.scheme() == "https" && url.has_host())
        };
        let is_mail = |text: &str| {
            let parts = text.split_once('@');
            parts.is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
            })
        };
        let mut check = |setting: &Option<Spanned<String>>,
                         is_good: &dyn Fn(&str) -> bool,
                         kind: fn(String) -> Kind| {
            if let Some(setting) = setting
                && !is_good(setting.get_ref())
            {
                let kind = kind(setting.get_ref().clone());
                report.problems.push(problem(kind, setting.span()));
            }
        };
        check(&self.base_url, &|text| BaseUrl::new(text).is_ok(), |url| {
            Kind::BadBaseUrl { url }
        });
        check(&self.licence, &is_web, |url| Kind::BadLicence { url });
        check(
            &self.contact,
            &|text| is_web(text) || is_mail(text),
            |contact| Kind::BadContact { contact },
        );
        check(
            &self.changed,
            &|text| text.parse::<Date>().is_ok(),
            |date| Kind::BadDate { date },
        );
    }

    /// Checks the name of the element:
    /// <https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name>.
    pub fn check_element(&self, report: &mut Report) {
        let Some(element) = &self.element else {
            return;
        };
        let name = element.get_ref();
        let is_plain =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        let starts_with_letter = name.starts_with(|first: char| first.is_ascii_lowercase());
        if RESERVED.contains(&name.as_str())
            || !starts_with_letter
            || !name.contains('-')
            || !name.chars().all(is_plain)
        {
            let kind = Kind::BadElement { name: name.clone() };
            report.problems.push(problem(kind, element.span()));
        }
    }

    /// Checks the colors of the phases; the cycle has the loop of each phase.
    pub fn check_colors(&self, cycle: &[usize], report: &mut Report) {
        let Some(given_colors) = &self.colors else {
            return;
        };
        let (given_count, count) = (given_colors.get_ref().len(), cycle.len());
        if given_count != count {
            let kind = Kind::ColorCount {
                given: given_count,
                count,
            };
            report.problems.push(problem(kind, given_colors.span()));
            return;
        }
        let mut phase_colors = Vec::new();
        for pair in given_colors.get_ref() {
            let [light, dark] = pair.get_ref();
            match given(light, dark) {
                Ok(color) => phase_colors.push(color),
                Err(_) => {
                    let kind = Kind::BadColors {
                        light: light.clone(),
                        dark: dark.clone(),
                    };
                    report.problems.push(problem(kind, pair.span()));
                }
            }
        }
        if phase_colors.len() == count {
            for weakness in colors::check(&phase_colors, cycle) {
                let kind = Kind::WeakColors(weakness);
                report.problems.push(problem(kind, given_colors.span()));
            }
        }
    }

    /// The color of each phase: the given ones, or colors that are spread evenly. The cycle has the loop of each phase.
    #[must_use]
    pub fn colors(&self, cycle: &[usize]) -> Vec<PhaseColor> {
        let given_colors = self.colors.as_ref().and_then(|colors| {
            let pairs = colors.get_ref().iter();
            let colors = pairs.map(|pair| {
                let [light, dark] = pair.get_ref();
                given(light, dark).ok()
            });
            colors.collect::<Option<Vec<_>>>()
        });
        given_colors.unwrap_or_else(|| spread(cycle))
    }
}

/// Whether a text is a language tag. Tags are names of folders as well.
#[must_use]
pub fn is_tag(lang: &str) -> bool {
    let mut parts = lang.split('-');
    let is_primary = |part: &str| {
        (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let is_part = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    parts.next().is_some_and(is_primary) && parts.all(is_part)
}

/// The text of the file with a line that names the only language so far.
#[must_use]
pub fn with_language(text: &str, lang: &str) -> String {
    let (mark, settings) = match text.strip_prefix('\u{FEFF}') {
        Some(settings) => ("\u{FEFF}", settings),
        None => ("", text),
    };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    format!("{mark}languages = [\"{lang}\"]{end}{settings}")
}

/// A problem at a place in the file.
fn problem(kind: Kind, range: std::ops::Range<usize>) -> Problem {
    Fault::at(kind, range).in_file(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::Language;

    const CYCLE: [usize; 4] = [0, 1, 1, 0];

    /// The messages about a file with this text.
    fn messages(text: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(FILE), text).expect("a written file");
        let mut report = Report::default();
        let settings = Settings::read(folder.path(), &mut report);
        settings.check_colors(&CYCLE, &mut report);
        report.text(Language::English)
    }

    #[test]
    fn a_publication_without_colors_gets_a_color_for_each_phase() {
        let cycle = [0, 0, 1, 1, 1, 0, 0];
        assert_eq!(Settings::default().colors(&cycle).len(), cycle.len());
    }

    #[test]
    fn problems_have_their_position() {
        for (text, place, message) in [
            (
                "colours = []",
                "publication.toml:1:1",
                "(did you mean “colors”?)",
            ),
            (
                "# one\ncolors = [[\"#006365\", \"#2aa8ab\"]]",
                "publication.toml:2:10",
                "a pair of colors for each phase",
            ),
            (
                "colors = [\n [\"#006365\", \"#2aa8ab\"],\n [\"blue\", \"#fff\"],\n [\"#1\", \"#2\"],\n [\"#1\", \"#2\"]]",
                "publication.toml:3:2",
                "“blue” and “#fff” are no two colors",
            ),
        ] {
            let messages = messages(text);
            assert!(messages.contains(place), "{messages}");
            assert!(messages.contains(message), "{messages}");
        }
    }

    #[test]
    fn the_name_of_an_element_has_a_hyphen() {
        for (name, is_good) in [
            ("kennis-naar-actie", true),
            ("kennis", false),
            ("font-face", false),
            ("Kennis-x", false),
        ] {
            let settings: Settings =
                toml::from_str(&format!("element = \"{name}\"")).expect("TOML");
            let mut report = Report::default();
            settings.check_element(&mut report);
            assert_eq!(report.problems.is_empty(), is_good, "{name}");
        }
    }

    #[test]
    fn colors_that_some_readers_cannot_tell_apart_get_a_warning() {
        let text = "colors = [[\"#006365\", \"#2aa8ab\"], [\"#006466\", \"#2aa8ac\"], [\"#8e3902\", \"#e47a07\"], [\"#651141\", \"#feb0ba\"]]";
        let messages = messages(text);
        assert!(messages.contains("warning"), "{messages}");
        assert!(
            messages.contains("colors of phases 1 and 2, which touch, are 0.00 apart"),
            "{messages}"
        );
    }

    #[test]
    fn several_languages_need_a_default() {
        let folder = tempfile::tempdir().expect("a folder");
        for lang in ["nl", "en"] {
            fs::create_dir(folder.path().join(lang)).expect("a folder");
            fs::write(folder.path().join(lang).join("publicatie.md"), "").expect("a file");
        }
        let mut report = Report::default();
        let _ = Settings::default().languages(folder.path(), &mut report);
        let messages = report.text(Language::English);
        assert!(
            messages.contains("languages = [\"en\", \"nl\"]"),
            "{messages}"
        );
        fs::write(folder.path().join(FILE), "languages = [\"nl\", \"en\"]").expect("a file");
        let mut report = Report::default();
        let settings = Settings::read(folder.path(), &mut report);
        assert_eq!(settings.languages(folder.path(), &mut report), ["nl", "en"]);
        assert!(report.problems.is_empty());
    }
}
