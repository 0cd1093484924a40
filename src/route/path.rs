//! The path of a view, and the view at a path.

use super::Route;
use crate::content::Content;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearest {
    /// The view at the path, or the deepest one above it that exists.
    pub route: Route,
    /// Whether the path is that view's own.
    pub exact: bool,
}

impl Route {
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

    /// The view at a path, or the nearest above it. Letter case and slashes at either end don't matter.
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
        let is = |slug: &str| slug.eq_ignore_ascii_case(segment);
        match self {
            Self::Overview if is(&content.background.slug) => Some(Self::Background),
            Self::Overview => {
                let phase = content.phases.iter().position(|each| is(&each.slug))?;
                Some(Self::Phase { phase })
            }
            Self::Phase { phase } if is(&content.paths.experiences) => {
                Some(Self::Experiences { phase })
            }
            Self::Phase { phase } => {
                let mut tips = content.phases[phase].tips.iter();
                let tip = tips.position(|each| is(&each.slug))?;
                Some(Self::Tip { phase, tip })
            }
            Self::Experiences { phase } => {
                let mut questions = content.phases[phase].questions.iter();
                let question = questions.position(|each| is(&each.slug))?;
                Some(Self::Question { phase, question })
            }
            Self::Question { phase, question } => {
                let mut quotes = content.phases[phase].questions[question].quotes.iter();
                let quote = quotes.position(|each| is(&each.slug))?;
                Some(Self::Quote {
                    phase,
                    question,
                    quote,
                })
            }
            Self::Background | Self::Tip { .. } | Self::Quote { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication;
    use crate::route::tests::any_route;

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
        let published: Vec<_> = include_str!("../../content/nl.paths").lines().collect();
        assert_eq!(
            paths, published,
            "links to these paths are out in the world"
        );
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

    proptest! {
        #[test]
        fn a_path_leads_back_to_its_route(route in any_route(), before in "/{0,2}", after in "/{0,2}") {
            let content = publication();
            let path = format!("{before}{}{after}", route.name(content));
            prop_assert_eq!(Route::nearest(&path, content), Nearest { route, exact: true });
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
