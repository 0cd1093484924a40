//! A success criterion with its outcome and the evidence of it.

use std::path::Path;

use anyhow::{Result, bail};
use serde::Deserialize;

use super::{Language, Localized};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    pub number: String,
    pub level: Level,
    name: Localized,
    pub result: Outcome,
    remark: Localized,
    evidence: Vec<Evidence>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Level {
    A,
    AA,
    #[serde(rename = "AAA")]
    Aaa,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Met,
    NotMet,
    NotApplicable,
}

/// A place with evidence, and the part of the remark that it is for, if it isn't all.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Evidence {
    Whole(String),
    Part {
        at: String,
        #[serde(flatten)]
        part: Localized,
    },
}

impl Criterion {
    /// Checks that the evidence exists in the project.
    pub fn check_evidence(&self, root: &Path) -> Result<()> {
        for evidence in &self.evidence {
            let place = evidence.place();
            let exists = matches!(place, "reading" | "looking")
                || root.join(place).is_file()
                || root.join(format!("tests/browser/{place}.rs")).is_file();
            if !exists {
                bail!(
                    "missing evidence {place} of criterion {}; expected `reading`, `looking`, a file of the project, \
                     or one of tests/browser/ without .rs",
                    self.number
                );
            }
        }
        Ok(())
    }

    /// The line of a table.
    pub fn row(&self, language: Language) -> String {
        let result = match self.result {
            Outcome::Met => language.choose("Met", "Voldoet"),
            Outcome::NotMet => language.choose("Not met", "Voldoet niet"),
            Outcome::NotApplicable => language.choose("Not applicable", "Niet van toepassing"),
        };
        let evidence: Vec<_> = self
            .evidence
            .iter()
            .map(|evidence| evidence.text(language))
            .collect();
        let cells = [
            format!("{} {}", self.number, self.name.of(language)),
            result.to_owned(),
            self.remark.of(language).to_owned(),
            evidence.join(", "),
        ];
        let cells = cells.map(|cell| cell.replace('|', "\\|"));
        format!("| {} |\n", cells.join(" | "))
    }
}

impl Evidence {
    fn place(&self) -> &str {
        match self {
            Self::Whole(at) | Self::Part { at, .. } => at,
        }
    }

    fn text(&self, language: Language) -> String {
        let place = match self.place() {
            "reading" => language.choose("by reading", "door lezen").to_owned(),
            "looking" => language.choose("by looking", "door kijken").to_owned(),
            place => format!("`{place}`"),
        };
        match self {
            Self::Whole(_) => place,
            Self::Part { part, .. } => format!("{place} ({})", part.of(language)),
        }
    }
}
