//! The pieces of an edition as the search reads them, and the list of them that is prerendered.

use std::rc::Rc;

use kennislemniscaat::bundle::Bundle;
use kennislemniscaat::content::{Block, List, plain_text, without_soft_hyphens};
use kennislemniscaat::route::{Kind, Route, View};
use kennislemniscaat::view::Section;
use serde::Serialize;

use super::{Edition, plain};
use crate::manuscript::{Manuscript, Named};

/// The longest title of a piece that has only a text, in characters.
const LONGEST: usize = 60;

/// The pieces of an edition: what `embed/search.js` reads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchData {
    lang: String,
    labels: serde_json::Map<String, serde_json::Value>,
    facets: Vec<Facet>,
    pieces: Vec<Piece>,
}

/// A property of pieces by which readers choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Facet {
    /// The name in addresses, the same in every language.
    name: &'static str,
    label: String,
    /// The key, the same in every language, and the name of each value.
    options: Vec<(String, String)>,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Piece {
    #[serde(skip)]
    route: Route,
    view: String,
    /// Its kind, its number and its phase in words.
    place: String,
    /// The indexes of its values of each facet.
    values: [Vec<usize>; 4],
    /// The heading; a quote has none.
    title: String,
    speaker: String,
    keywords: Vec<String>,
    texts: Vec<String>,
}

/// The topics that a publication has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct AllTopics {
    phases: Vec<String>,
    themes: Vec<(String, String)>,
    domains: Vec<(String, String)>,
}

impl AllTopics {
    pub fn new(manuscript: &Manuscript) -> Self {
        let topic = |named: &Named| {
            let key = named.key.as_deref().unwrap_or_default();
            (key.to_owned(), plain(&named.name))
        };
        let phases = manuscript.phases.iter();
        Self {
            phases: phases
                .map(|phase| phase.key.as_deref().unwrap_or_default().to_owned())
                .collect(),
            themes: manuscript.themes.iter().map(topic).collect(),
            domains: manuscript.domains.iter().map(topic).collect(),
        }
    }
}

/// The kinds that readers choose from, by their keys in addresses. The overview belongs to the background.
const KINDS: [(&str, &[Kind]); 5] = [
    ("fase", &[Kind::Phase]),
    ("tip", &[Kind::Tip]),
    ("vraag", &[Kind::Question]),
    ("citaat", &[Kind::Quote]),
    ("achtergrond", &[Kind::Overview, Kind::Background]),
];

impl SearchData {
    /// The pieces of an edition.
    pub(super) fn new(edition: &Edition, topics: &AllTopics) -> Self {
        let content = edition.content();
        let labels = &content.labels;
        let names = [
            labels.phases(),
            labels.tips(),
            labels.questions(),
            labels.quotes(),
            labels.background(),
        ];
        let kinds = KINDS.iter().zip(names);
        let phases = topics.phases.iter().zip(&content.phases);
        let short = |route: Route| without_soft_hyphens(&content.views.get(route).short_title());
        let facet = |name, label: &str, options| Facet {
            name,
            label: label.to_owned(),
            options,
        };
        let routes = content.views.routes();
        Self {
            lang: content.lang.clone(),
            labels: [
                ("search", labels.search()),
                ("search_field", labels.search_field()),
                ("take_away", labels.take_away()),
                ("results", labels.results()),
                ("one_result", labels.one_result()),
                ("show_results", labels.show_results()),
                ("more", labels.more()),
                ("nothing_found", labels.nothing_found()),
                ("searched_for", labels.searched_for()),
                ("did_you_mean", labels.did_you_mean()),
                ("found_by", labels.found_by()),
            ]
            .map(|(name, label)| (name.to_owned(), label.into()))
            .into_iter()
            .collect(),
            facets: vec![
                facet(
                    "soort",
                    labels.kind(),
                    kinds
                        .map(|((key, _), name)| ((*key).to_owned(), name.to_owned()))
                        .collect(),
                ),
                facet(
                    "fase",
                    labels.phase(),
                    phases
                        .map(|(key, route)| (key.clone(), short(*route)))
                        .collect(),
                ),
                facet("thema", labels.theme(), topics.themes.clone()),
                facet("domein", labels.domain(), topics.domains.clone()),
            ],
            pieces: routes.filter_map(|route| piece(edition, route)).collect(),
        }
    }

    /// All pieces by kind and, on our pages, again by theme: for a view of the search; nothing for other views.
    #[must_use]
    pub fn sections(&self, kind: Kind, with_themes: bool) -> Rc<[Section]> {
        let facets: &[usize] = match (kind, with_themes) {
            (Kind::Search, true) => &[0, 2],
            (Kind::Search, false) => &[0],
            _ => &[],
        };
        let sections = facets.iter().copied().flat_map(|facet| {
            let options = self.facets[facet].options.iter().enumerate();
            options.map(move |(option, (_, name))| {
                let pieces = self.pieces.iter();
                let own = pieces.filter(|piece| piece.values[facet].contains(&option));
                Section {
                    title: name.clone(),
                    pieces: own.map(|piece| (piece.route, piece.title())).collect(),
                }
            })
        });
        sections
            .filter(|section| !section.pieces.is_empty())
            .collect()
    }
}

impl Piece {
    /// The title, or the beginning of the text.
    fn title(&self) -> String {
        match (&*self.title, self.texts.first()) {
            ("", Some(text)) => beginning(text),
            (title, _) => title.to_owned(),
        }
    }
}

/// The beginning of a text, in whole words.
fn beginning(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => {
            let start = &text[..end];
            let whole = start.rfind(' ').map_or(start, |space| &start[..space]);
            format!("{whole}…")
        }
    }
}

/// The piece of a view; none for lists of other views, and for the search itself.
fn piece(edition: &Edition, route: Route) -> Option<Piece> {
    let content = edition.content();
    let view = content.views.get(route);
    let kind = KINDS
        .iter()
        .position(|(_, kinds)| kinds.contains(&view.kind))?;
    let topics = &edition.details(route).topics;
    let plain = |text: &str| without_soft_hyphens(text);
    let phase = view.phase.map(usize::from);
    let mut keywords = topics.keywords.clone();
    // The short name of a phase stands in the figure.
    if view.kind == Kind::Phase && !view.short_title.is_empty() {
        keywords.push(plain(&view.short_title));
    }
    Some(Piece {
        route,
        view: content.views.name(route),
        place: place(edition, view),
        values: [
            vec![kind],
            phase.into_iter().collect(),
            topics.themes.clone(),
            topics.domain.into_iter().collect(),
        ],
        // The number of a quote is none of its words.
        title: match view.kind {
            Kind::Quote => String::new(),
            _ => plain(&plain_text(&view.heading)),
        },
        speaker: plain(&view.speaker),
        keywords,
        texts: texts(&edition.bundle, view)
            .iter()
            .map(|text| plain(text))
            .collect(),
    })
}

/// The kind of a piece, its number and its phase in words, as in "Tip 3, Vertaling".
fn place(edition: &Edition, view: &View) -> String {
    let content = edition.content();
    let name = match view.kind {
        Kind::Overview | Kind::Background => content.labels.background().to_owned(),
        Kind::Tip | Kind::Quote => view.short_title(),
        _ => view.kicker.clone(),
    };
    let phase = view.phase.filter(|_| view.kind != Kind::Phase);
    let place = match phase.and_then(|phase| content.phases.get(usize::from(phase))) {
        Some(phase) => format!("{name}, {}", content.views.get(*phase).short_title()),
        None => name,
    };
    without_soft_hyphens(&place)
}

/// The texts of a view, without marks: paragraphs, items, headings, and the rows of charts.
fn texts(bundle: &Bundle, view: &View) -> Vec<String> {
    let content = &bundle.content;
    let mut all = vec![];
    if view.kind == Kind::Overview {
        all.extend([content.subtitle.clone(), content.model.title.clone()]);
        blocks(bundle, &content.model.body, &mut all);
    }
    blocks(bundle, &view.body, &mut all);
    all.retain(|text| !text.is_empty());
    all
}

fn blocks(bundle: &Bundle, blocks: &[Block], all: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => all.push(plain_text(text)),
            Block::List(inside) => list(inside, all),
            Block::Heading(text) => all.push(text.clone()),
            Block::Chart(index) => {
                let chart = bundle.charts.get(usize::from(*index));
                let rows = chart.into_iter().flat_map(|chart| &chart.table.rows);
                all.extend(rows.map(|row| row.name.clone()));
            }
        }
    }
}

fn list(list_of: &List, all: &mut Vec<String>) {
    for item in &list_of.items {
        all.push(plain_text(&item.text));
        if let Some(inside) = &item.list {
            list(inside, all);
        }
    }
}
