//! The text of one publication in one language, as typed data.
//!
//! Editors write the text as JSON; the browser receives postcard. This module is
//! independent of the web and of Yew.

mod labels;
#[cfg(not(target_arch = "wasm32"))]
pub mod problems;
mod soft_hyphens;
#[cfg(not(target_arch = "wasm32"))]
mod texts;

use serde::{Deserialize, Serialize};

pub use labels::{Labels, interpolate};
pub use soft_hyphens::without_soft_hyphens;

/// One publication in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Language tag (BCP 47), also the first segment of every path.
    pub lang: String,
    /// Name of the publication.
    pub title: String,
    /// The question that the publication answers.
    pub subtitle: String,
    /// The reason for the publication.
    pub introduction: Vec<Block>,
    /// The explanation of the model.
    pub about: About,
    /// The two loops of the figure, the left (or upper) loop first.
    pub loops: [Loop; 2],
    /// The fields that respondents work in.
    pub domains: Vec<Domain>,
    /// The phases in the order in which knowledge flows through them.
    pub phases: Vec<Phase>,
    /// The origin of the publication.
    pub background: Background,
    /// The organizations behind the publication.
    pub organisations: Vec<Organisation>,
    /// The original publication of the text.
    pub source: Source,
    /// Path segments that are not the slug of a single item.
    pub paths: Paths,
    /// The interface labels.
    pub labels: Labels,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// One paragraph.
    Paragraph(String),
    /// An unordered list.
    List(Vec<String>),
}

/// The explanation of the model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The heading.
    pub title: String,
    /// The text of the explanation.
    pub body: Vec<Block>,
    /// The instruction for using the figure.
    pub invitation: String,
}

/// One of the two loops of the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loop {
    /// The id that [`Phase::loop_id`] refers to.
    pub id: String,
    /// The name shown in the loop.
    pub name: String,
}

/// A field that respondents work in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// The id that quotes and respondents refer to.
    pub id: String,
    /// The name within a sentence, as in "Beleidsadviseur participatie".
    pub name: String,
    /// The name on its own, as in a table.
    pub label: String,
}

/// One phase of the cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// The path segment; part of published URLs, so it must not change silently.
    pub slug: String,
    /// The full name.
    pub name: String,
    /// A name of one or two words, for narrow spaces.
    pub short_name: String,
    /// The [`Loop::id`] of the phase's loop.
    #[serde(rename = "loop")]
    pub loop_id: String,
    /// Advice for knowledge organizations.
    pub tips: Vec<Tip>,
    /// The experiences behind the tips, by interview question.
    pub questions: Vec<Question>,
}

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tip {
    /// The path segment.
    pub slug: String,
    /// The advice.
    pub text: String,
}

/// One interview question with its answers and quotes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The path segment.
    pub slug: String,
    /// The question.
    pub text: String,
    /// The summarized answers.
    pub answer: Vec<Block>,
    /// Quotes from respondents.
    pub quotes: Vec<Quote>,
}

/// A quote from one respondent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The path segment.
    pub slug: String,
    /// The quoted text, without quotation marks.
    pub text: String,
    /// The respondent's job title.
    pub role: String,
    /// The [`Domain::id`] of the respondent's field.
    pub domain: String,
}

/// The origin of the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// The path segment.
    pub slug: String,
    /// The heading.
    pub title: String,
    /// The subject of the study and the reason for it.
    pub study: Vec<Block>,
    /// The participants of the study.
    pub participants: Participants,
    /// The findings of a related inquiry.
    pub related: Vec<Block>,
}

/// The participants of the study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participants {
    /// The heading.
    pub title: String,
    /// The selection of the participants.
    pub body: Vec<Block>,
    /// The municipalities that the participants work for.
    pub municipalities: Vec<Municipality>,
}

/// One municipality that took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// The name.
    pub name: String,
    /// The [`Domain::id`] of each respondent who works there.
    pub respondents: Vec<String>,
}

/// An organization behind the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// The name.
    pub name: String,
    /// The URL of the website; `https:` only.
    pub url: String,
}

/// The original publication of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The reference, as text.
    pub text: String,
    /// The year of publication.
    pub year: u16,
}

/// Path segments that are not the slug of a single item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paths {
    /// The segment of a phase's experiences.
    pub experiences: String,
    /// The segment of the print page, which contains the whole publication and is not a view.
    pub print: String,
}

impl Block {
    /// The text of the paragraph, or the texts of the list items.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Paragraph(text) => std::slice::from_ref(text),
            Self::List(items) => items,
        }
    }

    /// The text of the block; list items are joined with semicolons.
    #[must_use]
    pub fn text(&self) -> String {
        self.texts().join("; ")
    }
}

impl Quote {
    /// The quoted text in quotation marks.
    #[must_use]
    pub fn in_quotation_marks(&self) -> String {
        format!("“{}”", self.text)
    }
}

impl Municipality {
    /// The [`Domain::id`]s of the municipality's respondents, without duplicates.
    #[must_use]
    pub fn domains(&self) -> Vec<&str> {
        let mut domains = Vec::new();
        for id in &self.respondents {
            if !domains.contains(&id.as_str()) {
                domains.push(id);
            }
        }
        domains
    }
}

impl Content {
    /// The domain with this id.
    #[must_use]
    pub fn domain(&self, id: &str) -> Option<&Domain> {
        self.domains.iter().find(|domain| domain.id == id)
    }

    /// The speaker of a quote: the role and the domain, as in "Beleidsadviseur Wmo".
    #[must_use]
    pub fn speaker(&self, quote: &Quote) -> String {
        match self.domain(&quote.domain) {
            Some(domain) => format!("{} {}", quote.role, domain.name),
            None => quote.role.clone(),
        }
    }

    /// The index of a phase's loop: 0 or 1.
    #[must_use]
    pub fn loop_of(&self, phase: &Phase) -> usize {
        usize::from(phase.loop_id == self.loops[1].id)
    }

    /// The index of the loop of each phase.
    #[must_use]
    pub fn loops_of_phases(&self) -> Vec<usize> {
        let phases = self.phases.iter();
        phases.map(|phase| self.loop_of(phase)).collect()
    }

    /// The number of respondents in each domain, in the order of the domains.
    #[must_use]
    pub fn respondents_by_domain(&self) -> Vec<usize> {
        let municipalities = self.background.participants.municipalities.iter();
        let domains: Vec<_> = municipalities
            .flat_map(|municipality| &municipality.respondents)
            .collect();
        self.by_domain(&domains)
    }

    /// The number of a phase's quotes from each domain, in the order of the domains.
    #[must_use]
    pub fn quotes_by_domain(&self, phase: &Phase) -> Vec<usize> {
        let quotes = phase.questions.iter().flat_map(|question| &question.quotes);
        let domains: Vec<_> = quotes.map(|quote| &quote.domain).collect();
        self.by_domain(&domains)
    }

    fn by_domain(&self, ids: &[&String]) -> Vec<usize> {
        let count = |domain: &Domain| ids.iter().filter(|id| **id == &domain.id).count();
        self.domains.iter().map(count).collect()
    }

    /// The number of respondents in the study.
    #[must_use]
    pub fn respondents(&self) -> usize {
        self.background
            .participants
            .municipalities
            .iter()
            .map(|municipality| municipality.respondents.len())
            .sum()
    }
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod publication_test;
