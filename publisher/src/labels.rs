//! The words of a language: the product's own, and those that a publication replaces.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use kennislemniscaat::content::Labels;
use serde::Deserialize;
use toml::{Table, Value};

/// The name of the file with a publication's own words, in the folder of a language.
pub const FILE: &str = "labels.toml";

/// The product's own words.
const PRODUCT: [(&str, &str); 2] = [
    ("nl", include_str!("../labels/nl.toml")),
    ("en", include_str!("../labels/en.toml")),
];

/// The parts of the file that name columns and charts.
pub const CHART_TABLES: [&str; 3] = ["columns", "captions", "tables"];

/// Whether the product has words in a language.
#[must_use]
pub fn is_known(lang: &str) -> bool {
    product(lang).is_some()
}

/// The product's own words in a language.
fn product(lang: &str) -> Option<&'static str> {
    let language = lang.split('-').next().unwrap_or_default();
    let mut product = PRODUCT.iter();
    let words = product.find(|(known, _)| *known == language);
    words.map(|(_, text)| *text)
}

/// The words of a language, with the names of a publication's columns and charts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The interface labels.
    pub labels: Labels,
    /// Names for columns and charts.
    pub charts: ChartWords,
}

/// Names of columns and values of the study, and captions of charts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ChartWords {
    /// Names of columns and of their values.
    pub columns: BTreeMap<String, String>,
    /// Captions of charts, by the columns that they count.
    pub captions: BTreeMap<String, String>,
    /// Captions of tables, where they differ: `{count}` is the number of rows of the study, `{values}` that of the table.
    pub tables: BTreeMap<String, String>,
}

impl Words {
    /// The words of a language; `own` is the text of the publication's file.
    ///
    /// # Errors
    /// If the file can't be read, names an unknown label, or lacks labels of a language that the product doesn't know.
    pub fn new(lang: &str, own: &str) -> Result<Self> {
        let mut labels: Table = match product(lang) {
            Some(text) => toml::from_str(text).context("reading the product's words")?,
            None => Table::new(),
        };
        let mut own: Table = toml::from_str(own)?;
        let mut charts = Table::new();
        for name in CHART_TABLES {
            charts.extend(own.remove(name).map(|value| (name.to_owned(), value)));
        }
        for (name, value) in own {
            let Value::String(text) = &value else {
                bail!("{name}: is no text; expected a text in quotation marks");
            };
            if !Labels::names().contains(&&*name) {
                let near = nearest(&name, Labels::names());
                bail!("{name}: is no label; the nearest one is {near}");
            }
            if let Some(problem) = Labels::placeholder_problem(&name, text) {
                bail!("{name}: {problem}");
            }
            labels.insert(name, value);
        }
        let missing: Vec<_> = Labels::names()
            .iter()
            .filter(|name| !labels.contains_key(**name))
            .copied()
            .collect();
        if !missing.is_empty() {
            bail!(
                "the product has no words in “{lang}”; {FILE} needs all of them, and lacks {}",
                missing.join(", ")
            );
        }
        Ok(Self {
            labels: Labels::deserialize(labels)?,
            charts: ChartWords::deserialize(charts)?,
        })
    }
}

/// The known name that is most like a name.
fn nearest<'a>(name: &str, known: &[&'a str]) -> &'a str {
    let distance = |other: &&&str| strsim::damerau_levenshtein(name, other);
    known
        .iter()
        .min_by_key(distance)
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_product_knows_all_labels_in_each_of_its_languages() {
        for (lang, text) in PRODUCT {
            let words = Words::new(lang, "").expect("all labels");
            assert!(!words.labels.tips().is_empty());
            let labels: Table = toml::from_str(text).expect("TOML");
            for (name, label) in labels {
                let problem = Labels::placeholder_problem(&name, label.as_str().expect("a text"));
                assert_eq!(problem, None, "{lang}: {name}");
            }
        }
    }

    #[test]
    fn a_publication_replaces_words() {
        let words = Words::new(
            "nl-BE",
            "tips = \"Adviezen\"\n[columns]\nplaats = \"Plaats\"",
        )
        .expect("valid");
        assert_eq!(words.labels.tips(), "Adviezen");
        assert_eq!(words.labels.next(), "Volgende");
        assert_eq!(words.charts.columns["plaats"], "Plaats");
    }

    #[test]
    fn problems_are_named() {
        for (own, message) in [
            ("tip = \"Tip\"", "tip: lacks {number}; it knows {number}"),
            (
                "tipz = \"Tips\"",
                "tipz: is no label; the nearest one is tips",
            ),
            (
                "tips = 3",
                "tips: is no text; expected a text in quotation marks",
            ),
        ] {
            assert_eq!(
                Words::new("nl", own).expect_err("a problem").to_string(),
                message
            );
        }
        let error = Words::new("fy", "tips = \"Tips\"")
            .expect_err("a problem")
            .to_string();
        assert!(error.starts_with("the product has no words in “fy”; labels.toml needs all of them, and lacks to_experiences, "), "{error}");
    }
}
