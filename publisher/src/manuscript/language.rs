//! The languages of messages and of fixed words.

use serde::{Deserialize, Serialize};

/// A language of messages and of the fixed words in files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Language {
    /// The language of the fixed words in a text, by its language tag: Dutch in Dutch texts, English in all others.
    #[must_use]
    pub fn of_text(lang: &str) -> Self {
        match lang.split('-').next() {
            Some("nl") => Self::Dutch,
            _ => Self::English,
        }
    }
}
