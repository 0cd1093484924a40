//! The text of a publication, as typed data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::manuscript::{Block, Foreign, Key, Prose, Text};

/// The text of a publication in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manuscript {
    /// The name of the publication.
    pub title: Text,
    /// The question that the publication answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text>,
    /// Words that search finds the overview by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
    /// The reason for the publication.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introduction: Vec<Block>,
    /// The explanation of the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<Model>,
    /// The two loops of the figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loops: Vec<Named>,
    /// The fields that respondents work in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<Named>,
    /// The subjects that pieces can be found by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Named>,
    /// The study behind the publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub background: Option<Background>,
    /// The title above the organizations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisations_title: Option<Text>,
    /// The organizations behind the publication.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Organisation>,
    /// The original publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The phases in the order of the cycle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
}

/// A loop, a domain or a theme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The key that facts refer to.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub key: Key,
    /// The name.
    pub name: Text,
    /// The name within a sentence, as in "Beleidsadviseur sociaal domein".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// Words of another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<Foreign>,
}

/// The explanation of the figure.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The instruction for using the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Text>,
    /// The explanation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
}

/// The study behind the publication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// The key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub key: Key,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Words that search finds it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
    /// Words of another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<Foreign>,
    /// The text with its headings and charts, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
}

/// An organization behind the publication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The name.
    pub name: Text,
    /// The address of its website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
}

/// The original publication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The title of the section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The year of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The description.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<Block>,
}

/// One phase of the cycle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// The key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub key: Key,
    /// The full name.
    pub name: Text,
    /// A name of one or two words, for narrow spaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// The key or the name of the phase's loop.
    pub in_loop: Text,
    /// The keys or names of its themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Text>,
    /// Words that search finds it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
    /// Words of another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<Foreign>,
    /// The text above the tips.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introduction: Vec<Block>,
    /// The title above the tips.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tips_title: Option<Text>,
    /// The page of the original publication that has the tips.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tips_page: Option<u16>,
    /// Advice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tips: Vec<Tip>,
    /// The title above the questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub experiences_title: Option<Text>,
    /// The page of the original publication that has the questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub experiences_page: Option<u16>,
    /// The experiences behind the tips, by interview question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
}

/// One piece of advice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tip {
    /// The key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub key: Key,
    /// The advice.
    pub text: Text,
    /// A shorter text, for narrow spaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// The keys or names of its themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Text>,
    /// Words that search finds it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
    /// Its page in the original publication, if it differs from that of the other tips.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u16>,
    /// Words of another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<Foreign>,
    /// The explanation, shown on the tip's own page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanation: Vec<Block>,
}

/// One interview question with its answers and quotes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub key: Key,
    /// The question.
    pub text: Text,
    /// A shorter text, for narrow spaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<Text>,
    /// The keys or names of its themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Text>,
    /// Words that search finds it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
    /// Its page in the original publication, if it differs from that of the other questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<u16>,
    /// Words of another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<Foreign>,
    /// The summarized answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answer: Vec<Block>,
    /// Quotes from respondents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
}

/// A quote from one respondent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub key: Key,
    /// The quoted text, without quotation marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Prose>,
    /// The speaker as written, without the dash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Text>,
    /// The key or the name of the domain, if the speaker line doesn't end in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Text>,
    /// The keys or names of its themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Text>,
    /// Words that search finds it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Text>,
    /// Words of another language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<Foreign>,
}

/// The JSON schema of a [`Manuscript`].
#[must_use]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Manuscript).into()
}
