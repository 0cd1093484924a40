//! The words of the page, in each language of the product.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The words in Dutch and in English.
const PRODUCT: [(&str, &str); 2] = [
    ("nl", include_str!("../../../labels/configurator/nl.toml")),
    ("en", include_str!("../../../labels/configurator/en.toml")),
];

/// The words in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The language tag of these words.
    #[serde(skip)]
    pub lang: &'static str,
    /// Shown where no script runs.
    pub no_script: String,
    /// Shown when the address holds a choice that doesn't exist.
    pub damaged: String,
    /// Tells that the address holds the choices.
    pub kept: String,
    /// Button that undoes all choices.
    pub clear: String,
    /// Link to the sample host page.
    pub example: String,
    /// The words of the form.
    pub choices: Choices,
    /// The words beside the preview.
    pub preview: Preview,
    /// The words around the code.
    pub code: Code,
    /// The words of each tab, by its id.
    pub tabs: BTreeMap<String, Tab>,
}

/// The words of the form: the names of controls and their options, and help for some.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub heading: String,
    pub content: String,
    pub view: String,
    /// Group of the views that belong to no phase.
    pub search_and_background: String,
    pub take_over: String,
    pub appearance: String,
    pub theme: String,
    pub theme_auto: String,
    pub theme_reader: String,
    pub theme_light: String,
    pub theme_dark: String,
    pub colors: String,
    pub colors_help: String,
    pub surface: String,
    pub ink: String,
    pub link: String,
    /// The color of a phase: `{number}`.
    pub phase: String,
    /// The form that a color must have.
    pub color_hint: String,
    /// The browser's own control for a color: `{color}`.
    pub pick: String,
    pub page: String,
    pub heading_level: String,
    pub heading_level_help: String,
    pub sync_url: String,
    pub sync_url_help: String,
    pub share_base: String,
    pub share_base_help: String,
    /// The form that an address must have.
    pub share_base_hint: String,
    pub eager: String,
    pub eager_help: String,
    pub version: String,
    pub version_latest: String,
    /// The latest release of a major version: `{version}`.
    pub version_major: String,
    /// One release: `{version}`.
    pub version_exact: String,
    pub version_help: String,
}

/// The words beside the preview. The script has them all.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Preview {
    pub heading: String,
    pub width: String,
    pub phone: String,
    pub tablet: String,
    pub wide: String,
    pub page: String,
    pub page_light: String,
    pub page_dark: String,
    pub contrast: String,
    pub contrast_none: String,
    pub all_good: String,
    /// The number of problems: `{count}`.
    pub problems: String,
    pub one_problem: String,
    /// A contrast: `{ratio}`.
    pub ratio: String,
    /// A contrast below the least one: `{ratio}`, `{least}`.
    pub too_low: String,
    pub of_text: String,
    pub of_links: String,
    /// The contrast of a phase: `{number}`.
    pub of_phase: String,
    pub in_light: String,
    pub in_dark: String,
    /// Two phases that look alike: `{one}`, `{other}`, `{vision}`, `{scheme}`.
    pub alike: String,
    /// Two phases that look alike in grayscale: `{one}`, `{other}`, `{scheme}`.
    pub alike_in_gray: String,
    pub failed: String,
}

/// The words around the code. The script has them all.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    pub heading: String,
    pub tabs: String,
    pub copy: String,
    /// The name of a button that copies: `{block}`.
    pub copy_name: String,
    pub copied: String,
    pub not_copied: String,
    pub mail: String,
    /// The subject of the mail: `{title}`.
    pub mail_subject: String,
    pub mail_start: String,
    pub mail_end: String,
    pub no_integrity: String,
    pub html: String,
    pub site_wide: String,
    pub css: String,
    pub nl_design_system: String,
    pub reserve: String,
    pub policy: String,
    pub policy_text: String,
    pub follow: String,
    pub address: String,
    pub jsx: String,
    pub vue: String,
    pub install: String,
    pub module: String,
    pub domain: String,
}

/// The words of a tab.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tab {
    pub name: String,
    /// A paragraph for each step.
    pub steps: Vec<String>,
}

impl Words {
    /// The words in a language, or in English if the product has none in it.
    ///
    /// # Panics
    /// If the file of a language lacks a word; a test reads them all.
    #[must_use]
    pub fn of(lang: &str) -> Self {
        let language = lang.split('-').next().unwrap_or_default();
        let known = PRODUCT.iter().find(|(known, _)| *known == language);
        let (lang, text) = known.unwrap_or(&PRODUCT[1]);
        let words: Self = toml::from_str(text).expect("all words of the configurator");
        Self { lang, ..words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::configurator::snippets::TABS;

    #[test]
    fn both_languages_have_words_for_each_tab() {
        for (lang, _) in PRODUCT {
            let words = Words::of(lang);
            assert_eq!(words.lang, lang);
            let mut ids: Vec<_> = TABS.iter().map(|tab| tab.id).collect();
            ids.sort_unstable();
            assert!(words.tabs.keys().eq(&ids), "{:?}", words.tabs.keys());
        }
    }

    #[test]
    fn a_language_without_words_of_its_own_has_them_in_english() {
        assert_eq!(Words::of("fy").lang, "en");
        assert_eq!(Words::of("nl-BE").lang, "nl");
    }
}
