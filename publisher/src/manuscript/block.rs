//! Blocks of running text: paragraphs, lists, headings and charts.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::manuscript::{Place, Prose, Text};

/// A block of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A paragraph.
    Paragraph(Prose),
    /// A list.
    List(List),
    /// A heading within the background.
    Heading(Text),
    /// A chart of the study.
    Chart(Chart),
}

/// A list of at most two levels.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Whether the items are numbered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// The text of the item.
    pub text: Prose,
    /// The list below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<List>,
}

/// A chart of the study: the counts of one column, or of one within another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// The keys of the columns.
    pub columns: Vec<String>,
    /// Where the line stands.
    #[serde(skip)]
    #[schemars(skip)]
    pub place: Place,
}
