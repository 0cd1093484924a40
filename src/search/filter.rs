//! Facets: the properties of pieces by which readers choose.

use crate::content::Content;
use crate::route::{Kind, View};

/// A property of pieces, with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The name in addresses, the same in every language.
    pub name: &'static str,
    /// The name that readers see.
    pub label: String,
    /// The values.
    pub options: Vec<FacetOption>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetOption {
    /// The key in addresses, the same in every language.
    pub key: String,
    /// The name that readers see.
    pub name: String,
}

/// The kinds that readers choose from, with their keys in addresses. The overview is part of the background.
const KINDS: [(&str, &[Kind]); 5] = [
    ("fase", &[Kind::Phase]),
    ("tip", &[Kind::Tip]),
    ("vraag", &[Kind::Question]),
    ("citaat", &[Kind::Quote]),
    ("achtergrond", &[Kind::Overview, Kind::Background]),
];

/// The facets of a publication, in the order in which they are shown; those with one value help nobody choose.
#[must_use]
pub fn facets(content: &Content) -> Vec<Facet> {
    let labels = &content.labels;
    let option = |key: &str, name: &str| FacetOption {
        key: key.into(),
        name: name.into(),
    };
    let kinds = KINDS.iter().zip([
        labels.phases(),
        labels.tips(),
        labels.questions(),
        labels.quotes(),
        labels.background(),
    ]);
    let phases = content.phases.iter().zip(&content.topics.phases);
    let topics = |topics: &[crate::content::Topic]| {
        topics
            .iter()
            .map(|topic| option(&topic.key, &topic.name))
            .collect()
    };
    let facet = |name, label: &str, options: Vec<FacetOption>| Facet {
        name,
        label: label.into(),
        options,
    };
    vec![
        facet(
            "soort",
            labels.kind(),
            kinds.map(|((key, _), name)| option(key, name)).collect(),
        ),
        facet(
            "fase",
            labels.phase(),
            phases
                .map(|(route, key)| option(key, &content.views.get(*route).short_title()))
                .collect(),
        ),
        facet("thema", labels.theme(), topics(&content.topics.themes)),
        facet("domein", labels.domain(), topics(&content.topics.domains)),
    ]
}

/// Whether a view has a value of a facet, both given by index.
#[must_use]
pub fn has(view: &View, facet: usize, option: usize) -> bool {
    let is_option = |value: Option<u8>| value.map(usize::from) == Some(option);
    match facet {
        0 => KINDS
            .get(option)
            .is_some_and(|(_, kinds)| kinds.contains(&view.kind)),
        1 => is_option(view.phase),
        2 => view.themes.iter().any(|theme| is_option(Some(*theme))),
        _ => is_option(view.domain),
    }
}
