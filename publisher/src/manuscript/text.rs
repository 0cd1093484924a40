//! Plain texts, keys and marks of foreign words.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::manuscript::Place;

/// A plain text: composed accents (NFC), no spaces around it, no markup. A string in JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Text {
    /// The text.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

impl Text {
    /// A text at a place.
    #[must_use]
    pub fn new(text: &str, place: Place) -> Self {
        let text = composed(text.trim_matches([' ', '\t', '\n', '\r'])).into_owned();
        Self { text, place }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new(&text, Place::default())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new(text, Place::default())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.text
    }
}

/// The key of a piece, or the place where one would be inserted. A string in JSON, absent if there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Option<String>", into = "Option<String>")]
pub struct Key {
    /// The key, without `{#` and `}`.
    pub value: Option<String>,
    /// Where `{#key}` stands, or the empty range where it would be inserted.
    pub place: Place,
}

impl Key {
    /// The key, if there is one.
    #[must_use]
    pub fn as_deref(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Whether there is no key yet.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.value.is_none()
    }
}

impl From<Option<String>> for Key {
    fn from(value: Option<String>) -> Self {
        let place = Place::default();
        Self { value, place }
    }
}

impl From<&str> for Key {
    fn from(value: &str) -> Self {
        Some(value.to_owned()).into()
    }
}

impl From<Key> for Option<String> {
    fn from(key: Key) -> Self {
        key.value
    }
}

/// Words of another language in a piece: the fact `taal: en What’s in it for me`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Foreign {
    /// The language tag (BCP 47).
    pub lang: String,
    /// The words as they stand in the piece.
    pub words: String,
}

/// A text with composed accents.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    match unicode_normalization::is_nfc(text) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.nfc().collect()),
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}

impl JsonSchema for Key {
    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<String>::json_schema(generator)
    }

    fn inline_schema() -> bool {
        true
    }
}
