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
