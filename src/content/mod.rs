//! The text of one publication in one language, as typed data.
//!
//! The publisher reads the text that editors write; the browser receives postcard. This module is
//! independent of the web and of Yew.

mod labels;
mod prose;
mod soft_hyphens;

use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
pub use labels::PlaceholderProblem;
pub use labels::{Labels, interpolate};
pub use prose::{Block, Inline, List, ListItem, plain_text};
pub use soft_hyphens::without_soft_hyphens;

use crate::route::{Route, ViewTree};

/// One publication in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Language tag (BCP 47), also the first segment of every path.
    pub lang: String,
    /// Name of the publication.
    pub title: String,
    /// The question that the publication answers; may be empty.
    pub subtitle: String,
    /// The explanation of the model.
    pub model: Model,
    /// The names of the two loops of the figure, the left (or upper) loop first.
    pub loops: [String; 2],
    /// The views, with their texts.
    pub views: ViewTree,
    /// The views of the phases, in the order in which knowledge flows through them.
    pub phases: Vec<Route>,
    /// The path segment of the print page, which contains the whole publication and is not a view.
    pub print: String,
    /// The path segment of the checklist; empty if there is none.
    pub checklist: String,
    /// The other pages that are not views, the checklist among them.
    pub pages: Vec<OtherPage>,
    /// The interface labels.
    pub labels: Labels,
    /// The other languages of the publication.
    pub languages: Vec<OtherLanguage>,
}

/// A page that is not a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherPage {
    /// The path segment.
    pub path: String,
    /// The title.
    pub title: String,
}

/// Another language of the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherLanguage {
    /// Language tag (BCP 47).
    pub lang: String,
    /// The name of the language, in that language.
    pub name: String,
    /// The name of each view in that language, in the order of [`Content::views`]. A view that the language doesn't have has
    /// the name of the nearest one.
    pub views: Vec<String>,
}

/// The explanation of the model. All texts may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The heading.
    pub title: String,
    /// The instruction for using the figure.
    pub invitation: String,
    /// The text of the explanation.
    pub body: Vec<Block>,
}

#[cfg(test)]
pub(crate) mod fixture;
