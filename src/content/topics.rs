//! The names by which readers choose pieces.

use serde::{Deserialize, Serialize};

/// The names by which readers choose pieces; views refer to them by index.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// The key of each phase, the same in every language.
    pub phases: Vec<String>,
    /// The subjects.
    pub themes: Vec<Topic>,
    /// The fields that speakers work in.
    pub domains: Vec<Topic>,
}

/// A theme or a domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The key, the same in every language.
    pub key: String,
    /// The name.
    pub name: String,
}
