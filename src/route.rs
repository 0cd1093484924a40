//! Every view has a route: its path, its title and its description, in one place.

use crate::content::{Block, Content, Phase, Question, Quote, Tip, fill};

/// One view of the publication. Numbers are positions in the [`Content`], from 0.
///
/// A route made by [`Route::all`], [`Route::nearest`] or [`Route::parent`]
/// exists in the content that it was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// The figure, with what the model is.
    Overview,
    /// How the publication came about.
    Background,
    /// A phase with its tips.
    Phase {
        /// Which phase.
        phase: usize,
    },
    /// One tip.
    Tip {
        /// Which phase.
        phase: usize,
        /// Which of its tips.
        tip: usize,
    },
    /// The experiences of a phase, by question.
    Experiences {
        /// Which phase.
        phase: usize,
    },
    /// One question.
    Question {
        /// Which phase.
        phase: usize,
        /// Which of its questions.
        question: usize,
    },
    /// One quote.
    Quote {
        /// Which phase.
        phase: usize,
        /// Which of its questions.
        question: usize,
        /// Which of the question's quotes.
        quote: usize,
    },
}

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearest {
    /// The view at the path, or the deepest one above it that exists.
    pub route: Route,
    /// Whether the path is that view's own.
    pub exact: bool,
}

impl Route {
    /// Every view, in reading order.
    #[must_use]
    pub fn all(content: &Content) -> Vec<Self> {
        let mut routes = vec![Self::Overview];
        for (phase, each) in content.phases.iter().enumerate() {
            routes.push(Self::Phase { phase });
            routes.extend((0..each.tips.len()).map(|tip| Self::Tip { phase, tip }));
            routes.push(Self::Experiences { phase });
            for (question, asked) in each.questions.iter().enumerate() {
                routes.push(Self::Question { phase, question });
                routes.extend((0..asked.quotes.len()).map(|quote| Self::Quote {
                    phase,
                    question,
                    quote,
                }));
            }
        }
        routes.push(Self::Background);
        routes
    }

    /// Whether the content has the view.
    #[must_use]
    pub fn exists_in(self, content: &Content) -> bool {
        let phase = self.phase().map(|phase| content.phases.get(phase));
        match (self, phase) {
            (_, None) => true,
            (_, Some(None)) => false,
            (Self::Tip { tip, .. }, Some(Some(phase))) => tip < phase.tips.len(),
            (Self::Question { question, .. }, Some(Some(phase))) => {
                question < phase.questions.len()
            }
            (
                Self::Quote {
                    question, quote, ..
                },
                Some(Some(phase)),
            ) => {
                let asked = phase.questions.get(question);
                asked.is_some_and(|asked| quote < asked.quotes.len())
            }
            _ => true,
        }
    }

    /// The path below the language, as in `vertaling/tip-5/`; empty for the overview.
    #[must_use]
    pub fn path(self, content: &Content) -> String {
        let mut path = String::new();
        for segment in self.segments(content) {
            path.push_str(segment);
            path.push('/');
        }
        path
    }

    /// The name of the view in an attribute or parameter, as in `vertaling/tip-5`.
    #[must_use]
    pub fn name(self, content: &Content) -> String {
        self.segments(content).join("/")
    }

    fn segments(self, content: &Content) -> Vec<&str> {
        let experiences = content.paths.experiences.as_str();
        match self {
            Self::Overview => vec![],
            Self::Background => vec![&content.background.slug],
            Self::Phase { phase } => vec![&content.phases[phase].slug],
            Self::Tip { phase, tip } => {
                let phase = &content.phases[phase];
                vec![&phase.slug, &phase.tips[tip].slug]
            }
            Self::Experiences { phase } => vec![&content.phases[phase].slug, experiences],
            Self::Question { phase, question } => {
                let phase = &content.phases[phase];
                vec![&phase.slug, experiences, &phase.questions[question].slug]
            }
            Self::Quote {
                phase,
                question,
                quote,
            } => {
                let phase = &content.phases[phase];
                let question = &phase.questions[question];
                let quote = &question.quotes[quote];
                vec![&phase.slug, experiences, &question.slug, &quote.slug]
            }
        }
    }

    /// The view at a path, or the nearest above it. Slashes at either end don't matter.
    #[must_use]
    pub fn nearest(path: &str, content: &Content) -> Nearest {
        let mut route = Self::Overview;
        for segment in path.split('/').filter(|each| !each.is_empty()) {
            match route.child(segment, content) {
                Some(child) => route = child,
                None => {
                    return Nearest {
                        route,
                        exact: false,
                    };
                }
            }
        }
        Nearest { route, exact: true }
    }

    /// The view one segment below this one.
    fn child(self, segment: &str, content: &Content) -> Option<Self> {
        match self {
            Self::Overview if segment == content.background.slug => Some(Self::Background),
            Self::Overview => {
                let phase = content
                    .phases
                    .iter()
                    .position(|each| each.slug == segment)?;
                Some(Self::Phase { phase })
            }
            Self::Phase { phase } if segment == content.paths.experiences => {
                Some(Self::Experiences { phase })
            }
            Self::Phase { phase } => {
                let mut tips = content.phases[phase].tips.iter();
                let tip = tips.position(|each| each.slug == segment)?;
                Some(Self::Tip { phase, tip })
            }
            Self::Experiences { phase } => {
                let mut questions = content.phases[phase].questions.iter();
                let question = questions.position(|each| each.slug == segment)?;
                Some(Self::Question { phase, question })
            }
            Self::Question { phase, question } => {
                let mut quotes = content.phases[phase].questions[question].quotes.iter();
                let quote = quotes.position(|each| each.slug == segment)?;
                Some(Self::Quote {
                    phase,
                    question,
                    quote,
                })
            }
            Self::Background | Self::Tip { .. } | Self::Quote { .. } => None,
        }
    }

    /// The view one level up; none above the overview.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        match self {
            Self::Overview => None,
            Self::Background | Self::Phase { .. } => Some(Self::Overview),
            Self::Tip { phase, .. } | Self::Experiences { phase } => Some(Self::Phase { phase }),
            Self::Question { phase, .. } => Some(Self::Experiences { phase }),
            Self::Quote {
                phase, question, ..
            } => Some(Self::Question { phase, question }),
        }
    }

    /// The views above this one, the overview first.
    #[must_use]
    pub fn ancestors(self) -> Vec<Self> {
        let mut above: Vec<_> =
            std::iter::successors(self.parent(), |each| each.parent()).collect();
        above.reverse();
        above
    }

    /// Which phase the view belongs to, if any.
    #[must_use]
    pub fn phase(self) -> Option<usize> {
        match self {
            Self::Overview | Self::Background => None,
            Self::Phase { phase }
            | Self::Tip { phase, .. }
            | Self::Experiences { phase }
            | Self::Question { phase, .. }
            | Self::Quote { phase, .. } => Some(phase),
        }
    }

    /// What the view shows, found in the content.
    #[must_use]
    pub fn subject(self, content: &Content) -> Subject<'_> {
        match self {
            Self::Overview => Subject::Overview,
            Self::Background => Subject::Background,
            Self::Phase { phase } => Subject::Phase(&content.phases[phase]),
            Self::Tip { phase, tip } => Subject::Tip(&content.phases[phase].tips[tip], tip + 1),
            Self::Experiences { phase } => Subject::Experiences(&content.phases[phase]),
            Self::Question { phase, question } => {
                Subject::Question(&content.phases[phase].questions[question])
            }
            Self::Quote {
                phase,
                question,
                quote,
            } => {
                let question = &content.phases[phase].questions[question];
                Subject::Quote(&question.quotes[quote], quote + 1)
            }
        }
    }

    /// A few words for a breadcrumb or a neighbour link.
    #[must_use]
    pub fn short_title(self, content: &Content) -> String {
        let labels = &content.labels;
        match self.subject(content) {
            Subject::Overview => content.title.clone(),
            Subject::Background => labels.background().to_owned(),
            Subject::Phase(phase) => phase.short_name.clone(),
            Subject::Tip(_, number) => fill(labels.tip(), &[("number", &number.to_string())]),
            Subject::Experiences(_) => labels.experiences().to_owned(),
            Subject::Question(question) => question.text.clone(),
            Subject::Quote(_, number) => fill(labels.quote(), &[("number", &number.to_string())]),
        }
    }

    /// The title of the page, most particular first.
    #[must_use]
    pub fn title(self, content: &Content) -> String {
        let own = match self.subject(content) {
            Subject::Overview => return format!("{}: {}", content.title, content.subtitle),
            Subject::Phase(phase) => phase.name.clone(),
            Subject::Experiences(phase) => {
                format!("{}: {}", content.labels.experiences(), phase.name)
            }
            Subject::Tip(..) | Subject::Quote(..) => {
                let above = self.parent().map(|parent| parent.short_title(content));
                let own = self.short_title(content);
                above.map_or(own.clone(), |above| format!("{own} – {above}"))
            }
            Subject::Question(question) => question.text.clone(),
            Subject::Background => content.background.title.clone(),
        };
        format!("{own} – {}", content.title)
    }

    /// One or two sentences on what the view holds, from its own text.
    #[must_use]
    pub fn description(self, content: &Content) -> String {
        let text = match self.subject(content) {
            Subject::Overview => content.about.body.first().map(Block::text),
            Subject::Background => content.background.study.first().map(Block::text),
            Subject::Phase(phase) => {
                let count = phase.tips.len().to_string();
                let count = fill(content.labels.tip_count(), &[("count", &count)]);
                let first: Vec<_> = phase.tips.iter().take(2).map(|tip| &*tip.text).collect();
                Some(format!("{count}: {}", first.join(" ")))
            }
            Subject::Tip(tip, _) => Some(tip.text.clone()),
            Subject::Experiences(phase) => {
                let asked = phase.questions.iter().map(|each| each.text.as_str());
                Some(asked.collect::<Vec<_>>().join(" "))
            }
            Subject::Question(question) => question.answer.first().map(Block::text),
            Subject::Quote(quote, _) => {
                Some(format!("“{}” – {}", quote.text, content.speaker(quote)))
            }
        };
        text.unwrap_or_else(|| content.subtitle.clone())
    }
}

/// What a view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The whole publication.
    Overview,
    /// How it came about.
    Background,
    /// A phase with its tips.
    Phase(&'a Phase),
    /// One tip and its number, from 1.
    Tip(&'a Tip, usize),
    /// The experiences of a phase.
    Experiences(&'a Phase),
    /// One question.
    Question(&'a Question),
    /// One quote and its number, from 1.
    Quote(&'a Quote, usize),
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication;

    fn any_route() -> impl Strategy<Value = Route> {
        prop::sample::select(Route::all(publication()))
    }

    #[test]
    fn the_publication_has_69_views_each_at_its_own_path() {
        let content = publication();
        let routes = Route::all(content);
        assert_eq!(routes.len(), 1 + 1 + 4 + 25 + 4 + 12 + 22);
        let paths: HashSet<_> = routes.iter().map(|route| route.path(content)).collect();
        assert_eq!(paths.len(), routes.len());
    }

    #[test]
    fn published_paths_never_change_silently() {
        let content = publication();
        let path = |route: Route| format!("/{}/{}", content.lang, route.path(content));
        let paths: Vec<_> = Route::all(content).into_iter().map(path).collect();
        let published: Vec<_> = include_str!("../content/nl.paths").lines().collect();
        assert_eq!(
            paths, published,
            "links to these paths are out in the world"
        );
    }

    #[test]
    fn every_view_says_what_it_is_in_its_own_words() {
        let content = publication();
        let routes = Route::all(content);
        let titles: HashSet<_> = routes.iter().map(|route| route.title(content)).collect();
        assert_eq!(titles.len(), routes.len());
        let told = routes.iter().map(|route| route.description(content));
        let told: HashSet<_> = told.filter(|text| !text.is_empty()).collect();
        assert_eq!(told.len(), routes.len());
    }

    #[test]
    fn an_unknown_path_leads_to_the_nearest_view() {
        let content = publication();
        let cases = [
            ("vertaling/tip-99", Route::Phase { phase: 2 }),
            (
                "vertaling/ervaringen/oud/citaat-1/",
                Route::Experiences { phase: 2 },
            ),
            ("achtergrond/bronnen", Route::Background),
            ("niets", Route::Overview),
        ];
        for (path, route) in cases {
            let nearest = Route::nearest(path, content);
            assert_eq!(
                nearest,
                Nearest {
                    route,
                    exact: false
                },
                "{path}"
            );
        }
    }

    #[test]
    fn any_quote_is_within_three_clicks() {
        let quotes = Route::all(publication()).into_iter();
        let mut quotes = quotes.filter(|route| matches!(route, Route::Quote { .. }));
        // Overview, phase, experiences (which show every quote), quote.
        assert!(quotes.all(|route| route.ancestors().len() <= 4));
    }

    proptest! {
        #[test]
        fn a_path_leads_back_to_its_route(route in any_route(), before in "/{0,2}", after in "/{0,2}") {
            let content = publication();
            let path = format!("{before}{}{after}", route.name(content));
            prop_assert_eq!(Route::nearest(&path, content), Nearest { route, exact: true });
        }

        #[test]
        fn a_view_exists_where_all_views_say_so(route in any_route(), tips in 0..8_usize, quotes in 0..4_usize) {
            let mut content = publication().clone();
            content.phases.truncate(3);
            for phase in &mut content.phases {
                phase.tips.truncate(tips);
                for question in &mut phase.questions {
                    question.quotes.truncate(quotes);
                }
            }
            prop_assert_eq!(route.exists_in(&content), Route::all(&content).contains(&route));
        }

        #[test]
        fn any_text_leads_to_a_view_that_exists(path in "\\PC{0,60}") {
            let content = publication();
            let nearest = Route::nearest(&path, content);
            prop_assert!(Route::all(content).contains(&nearest.route));
        }

        #[test]
        fn below_a_view_the_nearest_is_that_view(route in any_route(), rest in "[A-Z]{1,9}") {
            let content = publication();
            let path = format!("{}/{rest}", route.name(content));
            prop_assert_eq!(Route::nearest(&path, content), Nearest { route, exact: false });
        }

        #[test]
        fn a_parent_lies_one_segment_up(route in any_route()) {
            let content = publication();
            let path = route.path(content);
            match route.parent() {
                Some(parent) => {
                    let above = parent.path(content);
                    prop_assert!(path.starts_with(&above));
                    prop_assert_eq!(path[above.len()..].matches('/').count(), 1);
                }
                None => prop_assert!(path.is_empty()),
            }
        }
    }
}
