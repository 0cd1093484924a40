//! The views of a publication: one constructor for each kind.

use kennislemniscaat::content::{Block, Inline, Labels, List, ListItem, interpolate, plain_text};
use kennislemniscaat::route::{Kind, Route, View, ViewTree};

use super::topics::Topics;
use super::trace::Origin;
use super::{FactLine, Shared, position, prose};
use crate::hyphens::hyphenate;
use crate::manuscript::{
    EXPERIENCES, Foreign, Key, Manuscript, Named, Phase, Question, Quote, Text, Tip,
};

/// The key of a background without one.
const BACKGROUND: &str = "achtergrond";
/// The key of the search.
const SEARCH: &str = "zoeken";

/// The views of a publication, with the views of its phases and the keys of each view.
pub(super) struct Tree {
    pub views: ViewTree,
    pub phases: Vec<Route>,
    pub keys: Vec<String>,
    /// The words and topics of each view by which readers find it.
    pub topics: Vec<Topics>,
}

/// Adds views in reading order, each before its children.
pub(super) struct TreeBuilder<'a, 'b> {
    lang: &'a str,
    manuscript: &'a Manuscript,
    labels: &'a Labels,
    shared: &'a mut Shared<'b>,
    views: Vec<View>,
    keys: Vec<String>,
    topics: Vec<Topics>,
    paths: Vec<String>,
}

/// The words of a view.
#[derive(Default)]
struct Texts {
    kicker: String,
    heading: Vec<Inline>,
    short_title: String,
    title: String,
    body: Vec<Block>,
    list_title: String,
    speaker: String,
    trace: String,
    topics: Topics,
}

impl<'a, 'b> TreeBuilder<'a, 'b> {
    pub fn new(
        lang: &'a str,
        manuscript: &'a Manuscript,
        labels: &'a Labels,
        shared: &'a mut Shared<'b>,
    ) -> Self {
        Self {
            lang,
            manuscript,
            labels,
            shared,
            views: vec![],
            keys: vec![],
            topics: vec![],
            paths: vec![],
        }
    }

    pub fn build(mut self) -> Tree {
        self.overview();
        let phases = self.manuscript.phases.iter().enumerate();
        let phases: Vec<_> = phases
            .map(|(index, phase)| self.phase(index, phase))
            .collect();
        link(&mut self.views, &phases, true);
        let experiences = self.views.iter().enumerate();
        let experiences: Vec<_> = experiences
            .filter(|(_, view)| view.kind == Kind::Experiences)
            .map(|(index, _)| route(index))
            .collect();
        link(&mut self.views, &experiences, true);
        self.background();
        self.search();
        Tree {
            views: ViewTree::new(self.views),
            phases,
            keys: self.keys,
            topics: self.topics,
        }
    }

    /// Adds a view. `slug` is the text from which its address is made if it has none.
    fn add(
        &mut self,
        kind: Kind,
        parent: Route,
        phase: Option<usize>,
        key: &str,
        slug: &str,
        texts: Texts,
    ) -> Route {
        let at = parent.index();
        let key = match self.keys.get(at).map(String::as_str) {
            None | Some("") => key.to_owned(),
            Some(above) => format!("{above}/{key}"),
        };
        let above = self.paths.get(at).cloned().unwrap_or_default();
        // The addresses of the original are its keys, but for pieces whose keys no editor has chosen.
        let own = key.rsplit('/').next().unwrap_or_default();
        let slug = match self.lang == self.shared.default_lang
            && ![EXPERIENCES, BACKGROUND, SEARCH].contains(&own)
        {
            true => own,
            false => slug,
        };
        let path = match kind {
            Kind::Overview => String::new(),
            _ => self
                .shared
                .permalinks
                .path_or_add(self.lang, &key, &above, slug),
        };
        let Texts {
            kicker,
            heading,
            short_title,
            title,
            body,
            list_title,
            speaker,
            trace,
            topics,
        } = texts;
        let own = plain_text(&heading);
        let differs = |text: String| if text == own { String::new() } else { text };
        self.views.push(View {
            kind,
            parent,
            previous: None,
            next: None,
            phase: phase.and_then(|phase| u8::try_from(phase).ok()),
            segment: path.rsplit('/').next().unwrap_or_default().into(),
            kicker,
            heading,
            short_title: differs(short_title),
            title: differs(title),
            body,
            list_title,
            speaker,
            trace,
        });
        self.keys.push(key);
        self.topics.push(topics);
        self.paths.push(path);
        route(self.views.len() - 1)
    }

    /// The line about the origin of a piece.
    fn trace(&self, page: Option<u16>, domain: Option<&Named>) -> String {
        let origin = Origin {
            manuscript: self.manuscript,
            labels: self.labels,
            study: self.shared.study,
        };
        origin.line(page, domain)
    }

    fn overview(&mut self) {
        let title = prose::plain(&self.manuscript.title);
        let page_title = match &self.manuscript.subtitle {
            Some(subtitle) => format!("{title}: {}", prose::plain(subtitle)),
            None => title.clone(),
        };
        let texts = Texts {
            heading: prose::line(&title, &[]),
            title: page_title,
            body: prose::blocks(self.manuscript, &self.manuscript.introduction, &[]),
            topics: Topics::new(self.manuscript, &[], &self.manuscript.keywords),
            ..Texts::default()
        };
        self.add(Kind::Overview, Route::OVERVIEW, None, "", "", texts);
    }

    fn phase(&mut self, index: usize, phase: &Phase) -> Route {
        let name = hyphenate(&prose::plain(&phase.name), self.lang);
        let short_name = phase.short.as_ref().map(prose::plain);
        let short_name = short_name.map_or(name.clone(), |short| hyphenate(&short, self.lang));
        let texts = Texts {
            kicker: position(self.labels, index, self.manuscript.phases.len()),
            heading: prose::line(&name, &phase.foreign),
            short_title: short_name.clone(),
            title: name,
            body: prose::blocks(self.manuscript, &phase.introduction, &phase.foreign),
            list_title: phase
                .tips_title
                .as_ref()
                .map(prose::plain)
                .unwrap_or_default(),
            trace: self.trace(phase.tips_page, None),
            topics: Topics::new(self.manuscript, &phase.themes, &phase.keywords),
            ..Texts::default()
        };
        let root = self.add(
            Kind::Phase,
            Route::OVERVIEW,
            Some(index),
            &key(&phase.key),
            &short_name,
            texts,
        );
        let tips = phase.tips.iter().enumerate();
        let tips: Vec<_> = tips
            .map(|(number, tip)| {
                self.tip(root, index, number + 1, tip, phase.tips_page, &short_name)
            })
            .collect();
        link(&mut self.views, &tips, false);
        if !phase.questions.is_empty() {
            self.experiences(root, index, phase);
        }
        root
    }

    fn tip(
        &mut self,
        phase: Route,
        index: usize,
        number: usize,
        tip: &Tip,
        page: Option<u16>,
        phase_name: &str,
    ) -> Route {
        let short_title = interpolate(self.labels.tip(), &[("number", &number.to_string())]);
        let texts = Texts {
            kicker: short_title.clone(),
            heading: prose::line(&prose::plain(&tip.text), &tip.foreign),
            title: format!("{short_title} – {phase_name}"),
            body: prose::blocks(self.manuscript, &tip.explanation, &tip.foreign),
            short_title: short_title.clone(),
            trace: self.trace(tip.page.or(page), None),
            topics: Topics::new(self.manuscript, &tip.themes, &tip.keywords),
            ..Texts::default()
        };
        self.add(
            Kind::Tip,
            phase,
            Some(index),
            &key(&tip.key),
            &short_title,
            texts,
        )
    }

    fn experiences(&mut self, root: Route, index: usize, phase: &Phase) {
        let label = phase.experiences_title.as_ref();
        let label = label.map_or(self.labels.experiences().to_owned(), prose::plain);
        let name = hyphenate(&prose::plain(&phase.name), self.lang);
        let texts = Texts {
            kicker: label.clone(),
            heading: prose::line(&name, &phase.foreign),
            title: format!("{label}: {name}"),
            short_title: label.clone(),
            trace: self.trace(phase.experiences_page, None),
            ..Texts::default()
        };
        let parent = self.add(
            Kind::Experiences,
            root,
            Some(index),
            EXPERIENCES,
            self.labels.experiences(),
            texts,
        );
        let questions = phase.questions.iter();
        let questions: Vec<_> = questions
            .map(|question| {
                let page = question.page.or(phase.experiences_page);
                self.question(parent, index, question, page, &label)
            })
            .collect();
        link(&mut self.views, &questions, false);
    }

    fn question(
        &mut self,
        experiences: Route,
        index: usize,
        question: &Question,
        page: Option<u16>,
        kicker: &str,
    ) -> Route {
        let text = prose::plain(&question.text);
        let short = question.short.as_ref().map_or(text.clone(), prose::plain);
        let texts = Texts {
            kicker: kicker.into(),
            heading: prose::line(&text, &question.foreign),
            short_title: short.clone(),
            title: text,
            body: prose::blocks(self.manuscript, &question.answer, &question.foreign),
            trace: self.trace(page, None),
            topics: Topics::new(self.manuscript, &question.themes, &question.keywords),
            ..Texts::default()
        };
        let parent = self.add(
            Kind::Question,
            experiences,
            Some(index),
            &key(&question.key),
            &short,
            texts,
        );
        let quotes = question.quotes.iter().enumerate();
        let quotes: Vec<_> = quotes
            .map(|(number, quote)| self.quote(parent, index, number + 1, quote, page, &short))
            .collect();
        link(&mut self.views, &quotes, false);
        parent
    }

    fn quote(
        &mut self,
        question: Route,
        index: usize,
        number: usize,
        quote: &Quote,
        page: Option<u16>,
        above: &str,
    ) -> Route {
        let name = interpolate(self.labels.quote(), &[("number", &number.to_string())]);
        let mut speaker = quote.speaker.as_ref().map(prose::plain).unwrap_or_default();
        if self.lang != self.shared.default_lang {
            speaker = interpolate(self.labels.translated(), &[("speaker", &speaker)]);
        }
        let texts = Texts {
            heading: prose::line(&name, &[]),
            title: format!("{name} – {above}"),
            short_title: name.clone(),
            body: quotation(quote),
            speaker: speaker.trim().into(),
            trace: self.trace(page, self.manuscript.domain_of(quote)),
            topics: Topics::of_quote(self.manuscript, quote, &self.topics[question.index()]),
            ..Texts::default()
        };
        self.add(
            Kind::Quote,
            question,
            Some(index),
            &key(&quote.key),
            &name,
            texts,
        )
    }

    /// The origin of the publication, with its organizations and its source; nothing if it names none of them.
    fn background(&mut self) {
        let Manuscript {
            background,
            organisations,
            organisations_title,
            source,
            ..
        } = self.manuscript;
        if background.is_none() && organisations.is_empty() && source.is_none() {
            return;
        }
        let no_words: &[Foreign] = &[];
        let title = background
            .as_ref()
            .and_then(|background| background.title.as_ref());
        let foreign = background
            .as_ref()
            .map_or(no_words, |background| &background.foreign);
        let mut body = background
            .as_ref()
            .map(|background| prose::blocks(self.manuscript, &background.body, foreign))
            .unwrap_or_default();
        let heading = |title: Option<&Text>, label: &str| {
            Block::Heading(title.map_or(label.to_owned(), prose::plain))
        };
        if !organisations.is_empty() {
            body.push(heading(
                organisations_title.as_ref(),
                self.labels.organisations(),
            ));
            let items = organisations.iter().map(|organisation| {
                let name = vec![Inline::Text(prose::plain(&organisation.name))];
                let text = match &organisation.url {
                    Some(url) => vec![Inline::Link(prose::plain(url), name)],
                    None => name,
                };
                ListItem { text, list: None }
            });
            body.push(Block::List(List {
                ordered: false,
                items: items.collect(),
            }));
        }
        if let Some(source) = source {
            body.push(heading(source.title.as_ref(), self.labels.source()));
            body.extend(prose::blocks(self.manuscript, &source.text, no_words));
        }
        let lines = self.shared.facts.lines(self.labels).into_iter();
        body.extend(lines.map(FactLine::paragraph));
        let label = self.labels.background().to_owned();
        let title = title.map_or(label.clone(), prose::plain);
        let key = background
            .as_ref()
            .and_then(|background| background.key.as_deref());
        let key = key.unwrap_or(BACKGROUND).to_owned();
        let texts = Texts {
            heading: prose::line(&title, foreign),
            short_title: label.clone(),
            title,
            body,
            topics: background
                .as_ref()
                .map(|background| Topics::new(self.manuscript, &[], &background.keywords))
                .unwrap_or_default(),
            ..Texts::default()
        };
        self.add(Kind::Background, Route::OVERVIEW, None, &key, &label, texts);
    }

    fn search(&mut self) {
        let name = self.labels.search().to_owned();
        let texts = Texts {
            heading: prose::line(&name, &[]),
            ..Texts::default()
        };
        self.add(Kind::Search, Route::OVERVIEW, None, SEARCH, &name, texts);
    }
}

/// A quote in quotation marks.
fn quotation(quote: &Quote) -> Vec<Block> {
    let mut paragraphs: Vec<_> = quote
        .paragraphs
        .iter()
        .map(|paragraph| prose::prose_line(paragraph, &quote.foreign))
        .collect();
    if let Some(first) = paragraphs.first_mut() {
        match first.first_mut() {
            Some(Inline::Text(text)) => text.insert(0, '“'),
            _ => first.insert(0, Inline::Text("“".into())),
        }
    }
    if let Some(last) = paragraphs.last_mut() {
        match last.last_mut() {
            Some(Inline::Text(text)) => text.push('”'),
            _ => last.push(Inline::Text("”".into())),
        }
    }
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

/// Links views of a kind with each other, in a cycle or from first to last.
fn link(views: &mut [View], routes: &[Route], is_cycle: bool) {
    let count = routes.len();
    if count < 2 {
        return;
    }
    for (index, route) in routes.iter().enumerate() {
        let Some(view) = views.get_mut(route.index()) else {
            continue;
        };
        view.previous = (is_cycle || index > 0).then(|| routes[(index + count - 1) % count]);
        view.next = (is_cycle || index + 1 < count).then(|| routes[(index + 1) % count]);
    }
}

/// The key of a piece. A complete manuscript has one for each.
fn key(key: &Key) -> String {
    key.as_deref().unwrap_or_default().into()
}

/// A manuscript has at most 20,000 pieces, so every view has a route.
fn route(index: usize) -> Route {
    Route::new(u16::try_from(index).unwrap_or(u16::MAX))
}
