//! The text of one publication in one language, as typed data.
//!
//! People edit it as JSON; the browser gets it as postcard. Nothing here knows
//! the web or Yew.

mod labels;
#[cfg(not(target_arch = "wasm32"))]
pub mod problems;

use serde::{Deserialize, Serialize};

pub use labels::{Labels, interpolate};

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
    /// Why the publication is there.
    pub introduction: Vec<Block>,
    /// What the model is.
    pub about: About,
    /// The two loops of the figure: left (or upper) first.
    pub loops: [Loop; 2],
    /// The fields that respondents work in.
    pub domains: Vec<Domain>,
    /// The phases in the order in which knowledge flows through them.
    pub phases: Vec<Phase>,
    /// How the publication came about.
    pub background: Background,
    /// Who made the publication.
    pub organisations: Vec<Organisation>,
    /// Where the text was published first.
    pub source: Source,
    /// Path segments that are not the slug of one item.
    pub paths: Paths,
    /// The words of the interface.
    pub labels: Labels,
}

/// A run of text.
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
    /// Heading.
    pub title: String,
    /// The explanation itself.
    pub body: Vec<Block>,
    /// Tells the reader what to do with the figure.
    pub invitation: String,
}

/// One of the two loops of the figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loop {
    /// What [`Phase::loop_id`] refers to.
    pub id: String,
    /// The name that stands in the loop.
    pub name: String,
}

/// A field that respondents work in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// What quotes and respondents refer to.
    pub id: String,
    /// The name within a sentence, as in "Beleidsadviseur participatie".
    pub name: String,
    /// The name standing alone, as in a table.
    pub label: String,
}

/// One phase of the cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its path segment; published, so never changed silently.
    pub slug: String,
    /// The whole name.
    pub name: String,
    /// One word or two, for narrow space.
    pub short_name: String,
    /// The [`Loop::id`] that the phase lies in.
    #[serde(rename = "loop")]
    pub loop_id: String,
    /// What knowledge organisations can do.
    pub tips: Vec<Tip>,
    /// The experiences behind the tips, by interview question.
    pub questions: Vec<Question>,
}

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tip {
    /// Its path segment.
    pub slug: String,
    /// The advice.
    pub text: String,
}

/// One interview question with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its path segment.
    pub slug: String,
    /// The question.
    pub text: String,
    /// The answers, summarised.
    pub answer: Vec<Block>,
    /// What respondents said.
    pub quotes: Vec<Quote>,
}

/// What one respondent said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Its path segment.
    pub slug: String,
    /// The words, without quotation marks.
    pub text: String,
    /// The respondent's function.
    pub role: String,
    /// The [`Domain::id`] that the respondent works in.
    pub domain: String,
}

/// How the publication came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Background {
    /// Its path segment.
    pub slug: String,
    /// Heading.
    pub title: String,
    /// What was studied and why.
    pub study: Vec<Block>,
    /// Who took part.
    pub participants: Participants,
    /// What a related inquiry found.
    pub related: Vec<Block>,
}

/// Who took part in the study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participants {
    /// Heading.
    pub title: String,
    /// How they were chosen.
    pub body: Vec<Block>,
    /// Where they work.
    pub municipalities: Vec<Municipality>,
}

/// One municipality that took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// Its name.
    pub name: String,
    /// The [`Domain::id`] of each respondent who works there.
    pub respondents: Vec<String>,
}

/// An organisation behind the publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its site: `https:` only.
    pub url: String,
}

/// Where the text was published first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The reference, in words.
    pub text: String,
    /// Year of publication.
    pub year: u16,
}

/// Path segments that are not the slug of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paths {
    /// The experiences of a phase.
    pub experiences: String,
    /// The page that holds everything, beside the views.
    pub print: String,
}

impl Block {
    /// Its text; that of a list by item.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        match self {
            Self::Paragraph(text) => std::slice::from_ref(text),
            Self::List(items) => items,
        }
    }

    /// The text alone; the items of a list follow each other.
    #[must_use]
    pub fn text(&self) -> String {
        self.texts().join("; ")
    }
}

impl Municipality {
    /// The [`Domain::id`]s that its respondents work in, each once.
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

    /// Who said a quote: the role and the domain, as in "Beleidsadviseur Wmo".
    #[must_use]
    pub fn speaker(&self, quote: &Quote) -> String {
        match self.domain(&quote.domain) {
            Some(domain) => format!("{} {}", quote.role, domain.name),
            None => quote.role.clone(),
        }
    }

    /// Which loop a phase lies in: 0 or 1.
    #[must_use]
    pub fn loop_of(&self, phase: &Phase) -> usize {
        usize::from(phase.loop_id == self.loops[1].id)
    }

    /// How many respondents work in each domain, in the order of the domains.
    #[must_use]
    pub fn respondents_by_domain(&self) -> Vec<usize> {
        let municipalities = self.background.participants.municipalities.iter();
        let all: Vec<_> = municipalities.flat_map(|each| &each.respondents).collect();
        self.by_domain(&all)
    }

    /// How many quotes of a phase come from each domain, in the order of the domains.
    #[must_use]
    pub fn quotes_by_domain(&self, phase: &Phase) -> Vec<usize> {
        let quotes = phase.questions.iter().flat_map(|each| &each.quotes);
        let all: Vec<_> = quotes.map(|quote| &quote.domain).collect();
        self.by_domain(&all)
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
