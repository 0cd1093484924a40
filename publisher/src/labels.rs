//! The words of a language: the product's own, and those that a publication replaces.

use std::collections::BTreeMap;

use kennislemniscaat::content::Labels;
use serde::Deserialize;
use toml::{Spanned, Table, Value};

use crate::manuscript::{Kind, nearest};
use crate::report::Fault;

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    pub fn new(lang: &str, own: &str) -> Result<Self, Fault> {
        let of_toml = |error: toml::de::Error| Fault::of_toml(&error, &[]);
        let mut labels: Table =
            toml::from_str(product(lang).unwrap_or_default()).map_err(of_toml)?;
        let own: BTreeMap<Spanned<String>, Spanned<Value>> =
            toml::from_str(own).map_err(of_toml)?;
        let mut charts = ChartWords::default();
        for (name, value) in own {
            let (name_range, range) = (name.span(), value.span());
            let (name, value) = (name.into_inner(), value.into_inner());
            let Some(words) = charts.part(&name) else {
                let fault = |(kind, is_name)| match is_name {
                    true => Fault::at(kind, name_range),
                    false => Fault::at(kind, range),
                };
                check(&name, &value).map_err(fault)?;
                labels.insert(name, value);
                continue;
            };
            *words = value.try_into().map_err(|error: toml::de::Error| {
                let message = error.message().into();
                Fault::at(Kind::BadToml { message }, range)
            })?;
        }
        let names = Labels::names().iter().copied();
        let missing: Vec<_> = names.filter(|name| !labels.contains_key(*name)).collect();
        let all = match missing.is_empty() {
            true => Labels::deserialize(labels).map_err(of_toml)?,
            false => {
                let lang = lang.into();
                let kind = Kind::MissingLabels { lang, missing };
                return Err(Fault { kind, range: None });
            }
        };
        Ok(Self {
            labels: all,
            charts,
        })
    }
}

impl ChartWords {
    /// The part of the file with a name.
    fn part(&mut self, name: &str) -> Option<&mut BTreeMap<String, String>> {
        let [columns, captions, tables] = CHART_TABLES;
        let parts = [
            (columns, &mut self.columns),
            (captions, &mut self.captions),
            (tables, &mut self.tables),
        ];
        let mut parts = parts.into_iter();
        parts.find_map(|(other, part)| (other == name).then_some(part))
    }
}

/// Checks a publication's own label. A problem comes with whether its name is meant, not its text.
fn check(name: &str, value: &Value) -> Result<(), (Kind, bool)> {
    let names = Labels::names();
    if !names.contains(&name) {
        let kind = Kind::UnknownLabel {
            name: name.into(),
            nearest: nearest(name, names.iter().copied()).map(str::to_owned),
        };
        return Err((kind, true));
    }
    let Value::String(text) = value else {
        let name = name.into();
        return Err((Kind::LabelIsNoText { name }, false));
    };
    let problem = Labels::placeholder_problem(name, text);
    problem.map_or(Ok(()), |problem| Err((Kind::Placeholder(problem), false)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::Language;

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
    fn problems_have_their_place_and_a_message() {
        for (own, place, message) in [
            (
                "tip = \"Tip\"",
                6..11,
                "the label lacks {number}; it knows {number}",
            ),
            (
                "tipz = \"Tips\"",
                0..4,
                "“tipz” is no label (did you mean “tips”?); one of the labels that docs/publications.md names",
            ),
            (
                "tips = 3",
                7..8,
                "tips is no text; a text in quotation marks",
            ),
        ] {
            let fault = Words::new("nl", own).expect_err("a problem");
            assert_eq!(fault.range, Some(place), "{own}");
            assert_eq!(fault.kind.message(Language::English), message);
        }
        let fault = Words::new("fy", "tips = \"Tips\"").expect_err("a problem");
        let message = fault.kind.message(Language::English);
        let start = "the product has no words in “fy”; labels.toml with all of them; it lacks to_experiences, ";
        assert!(message.starts_with(start), "{message}");
    }
}
