//! The description of everything that host pages may use.

use serde::Deserialize;

/// The tag name of the element.
pub const TAG_NAME: &str = "kennis-lemniscaat";
/// The class of the element, and the start of the names of its types.
pub const CLASS: &str = "KennisLemniscaat";

/// `embed/interface.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interface {
    pub description: String,
    pub slot: String,
    pub attributes: Vec<Attribute>,
    pub events: Vec<Event>,
    pub details: Vec<Detail>,
    pub properties: Vec<Property>,
    pub parts: Vec<Part>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    pub name: String,
    /// A type of TypeScript.
    #[serde(rename = "type")]
    pub kind: String,
    pub default: Option<String>,
    pub description: String,
    /// For the documentation alone.
    #[serde(default)]
    pub details: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// The part of the name after the colon.
    pub name: String,
    /// The name of a [`Detail`].
    pub detail: String,
    pub description: String,
    #[serde(default)]
    pub details: String,
}

/// The `detail` of an event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail {
    pub name: String,
    pub description: String,
    pub fields: Vec<Field>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub description: String,
}

/// A custom property of CSS.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Property {
    pub name: String,
    pub syntax: String,
    pub default: Option<String>,
    pub description: String,
    #[serde(default)]
    pub details: String,
}

/// A part for `::part()`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub name: String,
    pub description: String,
}

impl Event {
    pub fn full_name(&self) -> String {
        format!("kennislemniscaat:{}", self.name)
    }

    /// The TypeScript type of the event.
    pub fn kind(&self) -> String {
        format!("CustomEvent<{CLASS}{}>", self.detail)
    }
}
