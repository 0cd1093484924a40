//! The real publication, read once for all tests.

use std::sync::OnceLock;

use super::Content;

pub(crate) fn publication() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| {
        serde_json::from_str(include_str!("../../content/nl.json"))
            .expect("content/nl.json is valid")
    })
}
