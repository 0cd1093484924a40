//! The keywords, themes and domain of a view, by which readers find it.

use crate::manuscript::{Manuscript, Named, Quote, Text, is_called};

/// The words and topics of a view by which readers find it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topics {
    /// The words that an editor added.
    pub keywords: Vec<String>,
    /// The indexes of its themes among those of the publication.
    pub themes: Vec<usize>,
    /// The index of the domain of the speaker of a quote.
    pub domain: Option<usize>,
}

impl Topics {
    /// The topics that facts name.
    pub(super) fn new(manuscript: &Manuscript, themes: &[Text], keywords: &[Text]) -> Self {
        let index = |fact: &Text| position(&manuscript.themes, fact);
        Self {
            keywords: keywords.iter().map(super::plain).collect(),
            themes: themes.iter().filter_map(index).collect(),
            domain: None,
        }
    }

    /// The topics of a quote, which has the themes of its question unless it has its own.
    pub(super) fn of_quote(manuscript: &Manuscript, quote: &Quote, question: &Self) -> Self {
        let mut topics = Self::new(manuscript, &quote.themes, &quote.keywords);
        if topics.themes.is_empty() {
            topics.themes.clone_from(&question.themes);
        }
        let domain = manuscript.domain_of(quote);
        topics.domain = domain.and_then(|domain| {
            let mut domains = manuscript.domains.iter();
            domains.position(|other| other == domain)
        });
        topics
    }
}

fn position(all: &[Named], fact: &Text) -> Option<usize> {
    all.iter().position(|named| is_called(named, &fact.text))
}
