//! Turns the text of a publication in one language into what its pages and its widget show.

mod bars;
mod charts;
mod descriptions;
mod extra_pages;
mod facts;
mod languages;
mod prose;
mod search;
mod topics;
mod trace;
mod tree;

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, anyhow};
use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::{Content, Model, interpolate, plain_text};
use kennislemniscaat::figure::Shapes;
use kennislemniscaat::route::{Kind, Route};

use crate::hyphens::hyphenate;
use crate::labels::Words;
use crate::manuscript::{File, Language, Manuscript, Reading, complete_keys, read, render};
use crate::permalinks::Permalinks;
use crate::study::Study;
use search::AllTopics;
use tree::TreeBuilder;

pub use charts::counts_quotes;
pub use descriptions::body_text;
pub use extra_pages::{ExtraPage, ExtraPaths};
pub use facts::{FactLine, Facts};
pub use languages::link;
pub use prose::plain;
pub use search::SearchData;
pub use topics::Topics;

/// One publication in one language, ready to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Everything that the widget shows.
    pub bundle: Bundle,
    /// The index of the loop of each phase.
    pub loops: Vec<usize>,
    /// The pieces as the search reads them.
    pub search: SearchData,
    /// Details that only pages and search engines need, for each view.
    details: Vec<Details>,
    by_key: HashMap<String, Route>,
    /// The number of each tip in the state of the checklist.
    tip_numbers: HashMap<Route, usize>,
    /// The paths of the pages that are not views.
    extra_paths: ExtraPaths,
    /// The same in each language of the publication.
    all_extra_paths: Vec<(String, ExtraPaths)>,
    /// The organizations behind the publication, each with its address.
    pub organisations: Vec<(String, Option<String>)>,
    /// The year of the publication.
    pub year: Option<u16>,
    /// The licence, the contact and the day of the last change.
    pub facts: Facts,
}

/// Details of a view that only pages and search engines need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// The keys of the view's piece and of the pieces above it, as in `vertaling/tip-5`: equal in all languages.
    pub key: String,
    /// One or two sentences on the content of the view, from its own text; without soft hyphens.
    pub description: String,
    /// Words and topics by which readers find it.
    pub topics: Topics,
}

/// The material that the languages of a publication share.
pub struct Shared<'a> {
    /// The addresses.
    pub permalinks: &'a mut Permalinks,
    /// The answers of the study.
    pub study: Option<&'a Study>,
    /// The language of the original text.
    pub default_lang: &'a str,
    /// The facts that the settings name.
    pub facts: &'a Facts,
}

impl Edition {
    /// Compiles a manuscript without problems.
    ///
    /// # Errors
    /// If a chart can't be drawn.
    pub fn new(
        lang: &str,
        manuscript: &Manuscript,
        words: &Words,
        shared: &mut Shared,
    ) -> Result<Self> {
        let loops = loops(manuscript);
        let tree = TreeBuilder::new(lang, manuscript, &words.labels, shared).build();
        let has_tips = manuscript.phases.iter().any(|phase| !phase.tips.is_empty());
        let extra_paths = ExtraPaths::new(lang, shared.permalinks, has_tips);
        let mut content = Content {
            lang: lang.into(),
            title: plain(&manuscript.title),
            subtitle: manuscript.subtitle.as_ref().map(plain).unwrap_or_default(),
            model: model(manuscript),
            loops: [0, 1].map(|index| {
                let figure_loop = manuscript.loops.get(index);
                figure_loop
                    .map(|named| hyphenate(&plain(&named.name), lang))
                    .unwrap_or_default()
            }),
            views: tree.views,
            phases: tree.phases,
            print: extra_paths.get(ExtraPage::Print).unwrap_or_default().into(),
            checklist: extra_paths
                .get(ExtraPage::Checklist)
                .unwrap_or_default()
                .into(),
            pages: extra_paths.others(&words.labels),
            labels: words.labels.clone(),
            languages: vec![],
        };
        fill_figure(&mut content, &loops);
        let charts = charts::charts(manuscript, &content, &words.charts, shared.study)?;
        let by_key: HashMap<_, _> = tree
            .keys
            .iter()
            .cloned()
            .zip(content.views.routes())
            .collect();
        let tip_numbers = shared.permalinks.tip_numbers().into_iter();
        let tip_numbers = tip_numbers
            .filter_map(|(key, number)| Some((*by_key.get(key)?, number)))
            .collect();
        let mut details: Vec<_> = tree
            .keys
            .into_iter()
            .zip(tree.topics)
            .map(|(key, topics)| Details {
                key,
                description: String::new(),
                topics,
            })
            .collect();
        for (details, route) in details.iter_mut().zip(content.views.routes()) {
            details.description = descriptions::description(&content, route);
        }
        let organisations = manuscript.organisations.iter();
        let organisations = organisations.map(|organisation| {
            (
                plain(&organisation.name),
                organisation.url.as_ref().map(plain),
            )
        });
        let mut edition = Self {
            bundle: Bundle {
                shapes: Shapes::new(&loops),
                content,
                charts,
            },
            loops,
            search: SearchData::default(),
            details,
            by_key,
            tip_numbers,
            all_extra_paths: vec![(lang.into(), extra_paths.clone())],
            extra_paths,
            organisations: organisations.collect(),
            year: manuscript.source.as_ref().and_then(|source| source.year),
            facts: shared.facts.clone(),
        };
        edition.search = SearchData::new(&edition, &AllTopics::new(manuscript));
        Ok(edition)
    }

    /// The content.
    #[must_use]
    pub fn content(&self) -> &Content {
        &self.bundle.content
    }

    /// Details of a view that only pages and search engines need.
    #[must_use]
    pub fn details(&self, route: Route) -> &Details {
        &self.details[route.index()]
    }

    /// Compiles text without addresses and study.
    ///
    /// # Errors
    /// If the text has problems or charts of a study.
    pub fn of_text(lang: &str, files: &[File]) -> Result<Self> {
        let Reading {
            manuscript,
            problems,
            ..
        } = read(files);
        let manuscript = manuscript.filter(|_| problems.is_empty());
        let mut manuscript =
            manuscript.with_context(|| render(&problems, files, Language::English))?;
        complete_keys(&mut manuscript);
        let mut shared = Shared {
            permalinks: &mut Permalinks::default(),
            study: None,
            default_lang: lang,
            facts: &Facts::default(),
        };
        let words =
            Words::new(lang, "").map_err(|fault| anyhow!(fault.kind.message(Language::English)))?;
        Self::new(lang, &manuscript, &words, &mut shared)
    }

    /// The keys of all views.
    #[must_use]
    pub fn keys(&self) -> HashSet<&str> {
        self.by_key.keys().map(String::as_str).collect()
    }

    /// The number of each tip in the state of the checklist, the same in all languages.
    #[must_use]
    pub fn tip_numbers(&self) -> &HashMap<Route, usize> {
        &self.tip_numbers
    }

    /// The path segment of a page that is not a view; none if the publication lacks the page.
    #[must_use]
    pub fn extra_path(&self, page: ExtraPage) -> Option<&str> {
        self.extra_paths.get(page)
    }

    /// Each language that has a page that is not a view, with the path segment of the page.
    pub fn extra_paths(&self, page: ExtraPage) -> impl Iterator<Item = (&str, &str)> {
        let paths = self.all_extra_paths.iter();
        paths.filter_map(move |(lang, paths)| Some((lang.as_str(), paths.get(page)?)))
    }

    /// The view of the piece with these keys.
    #[must_use]
    pub fn route_of(&self, key: &str) -> Option<Route> {
        self.by_key.get(key).copied()
    }
}

/// The index of the loop of each phase.
#[must_use]
pub fn loops(manuscript: &Manuscript) -> Vec<usize> {
    let phases = manuscript.phases.iter();
    phases
        .map(|phase| manuscript.loop_of(phase).unwrap_or_default())
        .collect()
}

fn model(manuscript: &Manuscript) -> Model {
    let Some(model) = &manuscript.model else {
        return Model::default();
    };
    Model {
        title: model.title.as_ref().map(plain).unwrap_or_default(),
        invitation: model.invitation.as_ref().map(plain).unwrap_or_default(),
        body: prose::blocks(manuscript, &model.body, &[]),
    }
}

/// Fills in the labels of the figure with the names of loops and phases, and the loop of each phase, which is
/// otherwise only visible.
fn fill_figure(content: &mut Content, loops: &[usize]) {
    let phases = content.phases.iter().zip(loops);
    let phases: Vec<_> = phases
        .map(|(phase, index)| {
            let name = plain_text(&content.views.get(*phase).heading);
            format!("{name} ({})", content.loops[*index])
        })
        .collect();
    let count = phases.len().to_string();
    let [first, second] = content.loops.clone();
    let phases = phases.join("; ");
    let values = [
        ("title", content.title.as_str()),
        ("count", &count),
        ("first", &first),
        ("second", &second),
        ("phases", &phases),
    ];
    content.labels.fill_figure(&values);
}

/// The position of a phase in the cycle, as in "Fase 2 van 4".
fn position(words: &kennislemniscaat::content::Labels, index: usize, count: usize) -> String {
    let (number, count) = ((index + 1).to_string(), count.to_string());
    interpolate(
        words.phase_position(),
        &[("number", &number), ("count", &count)],
    )
}

/// Whether the sitemap lists views of a kind: tips, questions and quotes are part of other views.
#[must_use]
pub fn is_listed(kind: Kind) -> bool {
    !matches!(kind, Kind::Tip | Kind::Question | Kind::Quote)
}
