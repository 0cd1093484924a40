//! The real publication, read once for all tests.

use std::sync::OnceLock;

use serde_json::Value;
use test_support::injection::replace_texts;

use super::Content;

/// The file of the real publication.
pub(crate) const FILE: &str = include_str!("../../content/nl.json");

pub(crate) fn publication() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| serde_json::from_str(FILE).expect("content/nl.json is valid"))
}

/// The publication with the same text in every visible field.
pub(crate) fn with_text(text: &'static str) -> Content {
    let mut json: Value = serde_json::from_str(FILE).expect("content/nl.json is JSON");
    replace_texts(&mut json, &mut || text);
    serde_json::from_value(json).expect("content with other texts is valid")
}
