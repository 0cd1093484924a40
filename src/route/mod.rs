//! Every view has a route: where it is among the others, its path and what it is called.

mod path;
mod words;

use crate::content::Content;

pub use path::Nearest;
pub use words::Subject;

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
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::fixture::publication;

    /// Any view that there is.
    pub(super) fn any_route() -> impl Strategy<Value = Route> {
        prop::sample::select(Route::all(publication()))
    }

    proptest! {
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
    }
}
