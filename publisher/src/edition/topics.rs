//! The names by which readers choose pieces.

use kennislemniscaat::content::{Topic, Topics};

use super::plain;
use crate::manuscript::{Manuscript, Named, Quote, Text, is_called};

/// The phases, themes and domains of a manuscript.
pub(super) fn topics(manuscript: &Manuscript) -> Topics {
    let topic = |named: &Named| Topic {
        key: named.key.as_deref().unwrap_or_default().into(),
        name: plain(&named.name),
    };
    let key = |key: &crate::manuscript::Key| key.as_deref().unwrap_or_default().into();
    Topics {
        phases: manuscript
            .phases
            .iter()
            .map(|phase| key(&phase.key))
            .collect(),
        themes: manuscript.themes.iter().map(topic).collect(),
        domains: manuscript.domains.iter().map(topic).collect(),
    }
}

/// The indexes of the names that facts refer to. A manuscript has fewer than 256 of a kind.
pub(super) fn indexes(all: &[Named], facts: &[Text]) -> Vec<u8> {
    let index = |fact: &Text| all.iter().position(|named| is_called(named, &fact.text));
    let indexes = facts.iter().filter_map(index);
    indexes
        .filter_map(|index| u8::try_from(index).ok())
        .collect()
}

/// The index of the domain of a quote.
pub(super) fn domain(manuscript: &Manuscript, quote: &Quote) -> Option<u8> {
    let domain = manuscript.domain_of(quote)?;
    let index = manuscript
        .domains
        .iter()
        .position(|other| other == domain)?;
    u8::try_from(index).ok()
}

/// Keywords as one text.
pub(super) fn keywords(keywords: &[Text]) -> String {
    let words: Vec<_> = keywords.iter().map(Text::as_str).collect();
    words.join(", ")
}
