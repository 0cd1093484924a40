//! A small invented publication for the tests.

use std::sync::OnceLock;

use test_support::injection::replace_texts;
use test_support::publication;

use super::Content;
use crate::bundle::Bundle;
use crate::figure::Shapes;

pub(crate) fn publication() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    let content = || serde_json::from_value(publication::publication());
    CONTENT.get_or_init(|| content().expect("the publication has the form of content"))
}

/// The publication with the same text in every visible field.
pub(crate) fn with_text(text: &'static str) -> Content {
    let mut json = publication::publication();
    replace_texts(&mut json, &mut || text);
    serde_json::from_value(json).expect("content with other texts is valid")
}

/// Content of four phases with its figure.
pub(crate) fn bundle(content: Content) -> Bundle {
    Bundle {
        content,
        shapes: Shapes::new(&[0, 1, 1, 0]),
        charts: vec![],
    }
}
